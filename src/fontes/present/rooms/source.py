"""The page of a source: what it is, who made it, what it draws on and who says so, what is said of it, and what depends on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from fontes.dates import When
from fontes.model.corpus import Corpus, Entry
from fontes.model.names import Access, SourceId
from fontes.model.sources import Maker, Source
from fontes.model.stances import Ground, Report
from fontes.present.pages import Block, Heading, Ink, Items, Link, Page, Prose, Room, Sentence, Table, To, Words
from fontes.present.phrasing import as_sentence, capital, chained, counted, number, origin_sign, say, texts, wording
from fontes.present.phrasing import things as words
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.parts import FEW, LEAF, few, lines, remarks, statements


@dataclass(frozen=True, slots=True)
class Without:
    """The propositions that lose recorded support without a source, and where all that stands otherwise is told."""

    propositions: tuple[str, ...]
    told: To


def source_page(one: Concordance, id: str, without: Without | None = None, *, text: bool = False) -> Page:
    """Everything recorded of one source. Raises KeyError where no source has this id.

    ``without`` is what falls with it; None leaves that out. ``text``: its text is at hand.
    """
    found = one.corpus.sources[SourceId(id)]
    reading = To(Room.TEXTS, id)
    blocks: tuple[Block, ...] = (
        Prose(_what(one, found)),
        *_lead(without),
        *((Prose((Link(texts.LINK, reading, Ink.RUBRIC),)),) if text else ()),
        *lines(*_particulars(one, found)),
        *_drawn(one, found),
        *statements(one, id, one.criticisms_of.get(id, ()), wording.CRITICISED_HEAD, wording.CRITICISED_CAPTION),
        *_depending(one, id, without),
        *statements(one, id, one.resting_on.get(id, ()), wording.RESTING_HEAD, wording.RESTING_CAPTION),
        *_placed(statements(one, id, one.read_in.get(id, ()), wording.READ_IN_HEAD, wording.READ_IN_CAPTION), reading, text),
        *statements(one, id, one.searches_of.get(id, ()), wording.SOUGHT_HEAD),
        *remarks(found.remarks),
    )
    return Page(To(Room.SOURCES, id), found.title or id, blocks, wording.ONE_OF[Room.SOURCES], found.language)


def _what(one: Concordance, found: Source) -> Sentence:
    kind = capital(naming.source_kind(found)) or wording.ONE_OF[Room.SOURCES]
    by = say(wording.BY_WHOM, agents=few(found.makers, lambda each: _maker(one, each))) if found.makers else ()
    dates = "".join(f", {each}" for each in _dates(one.corpus, found))
    said = say(wording.IT_IS, kind=kind, by=by, dates=dates)
    return said if found.makers else chained(said, (Words(wording.MAKER_UNKNOWN),))


def _dates(corpus: Corpus, found: Source) -> Iterable[str]:
    dated: tuple[tuple[str, When | None], ...] = ((wording.MADE, found.made), (wording.CAME_OUT, found.out))
    return (pattern.format(date=naming.date(corpus, when)) for pattern, when in dated if when)


def _maker(one: Concordance, each: Maker) -> Sentence:
    agent: Sentence = (naming.agent(one.corpus, each.agent),)
    if each.ascribed:
        agent = say(wording.MAKER_ASCRIBED, agent=agent)
    if each.doubtful:
        agent = say(wording.MAKER_DOUBTFUL, agent=agent)
    return chained(agent, _on_word(one, each.access), between="")


def _on_word(one: Concordance, access: Access | None) -> Sentence:
    through = naming.access(one.corpus, access) if access else ()
    return say(wording.SO, access=through) if through else ()


def _lead(without: Without | None) -> tuple[Block, ...]:
    if without is None:
        return ()
    count = len(without.propositions)
    if not count:
        return (Prose((Words(wording.WITHOUT_IT_NONE),)),)
    told = Link(words.LOSES[count != 1].format(count=number(count)), without.told, Ink.RUBRIC)
    return (Prose(say(wording.WITHOUT_IT, count=told), lead=True),)


def _particulars(one: Concordance, found: Source) -> list[Sentence | str]:
    corpus = one.corpus
    examined = wording.EXAMINED.get(found.examined) or wording.EXAMINED_PART.format(passage=found.examined)
    said: list[Sentence | str] = [examined]
    if found.origin:
        said.append(say(wording.ORIGIN_LINE, origin=origin_sign(found.origin.value)))
    if found.school:
        said.append(wording.SCHOOL.format(school=found.school))
    whole = ((wording.EDITION_OF, found.edition_of), (wording.TRANSLATION_OF, found.translation_of), (wording.PART_OF_SOURCE, found.part_of))
    said += [say(pattern, source=naming.source(corpus, of)) for pattern, of in whole if of]
    for each in found.independent_of[:FEW]:
        claimants = naming.agents(corpus, each.claimed_by[:FEW]) or (Words(wording.MAKERS),)
        said.append(say(wording.INDEPENDENT_OF, source=naming.source(corpus, each.of), agents=claimants))
    if found.follows:
        said.append(say(wording.FOLLOWS, things=few(found.follows, lambda each: (naming.thing(corpus, each),))))
    known = naming.accesses(corpus, found.access[:FEW])
    return [*said, say(wording.KNOWN_THROUGH, access=known) if known else ()]


def _drawn(one: Concordance, found: Source) -> tuple[Block, ...]:
    said = tuple(_descent(one, ground) for ground in found.draws_on[:LEAF]) or ((Words(wording.DRAWS_NONE),),)
    left = len(found.draws_on) - LEAF
    return Heading(wording.DRAWS_HEAD), Items(said), *((Prose(say(words.FEW, count=number(left, capital=True))),) if left > 0 else ())


def _descent(one: Concordance, ground: Ground) -> Sentence:
    said = stated.ground(one, Ground(ground.on, ground.doubtful))
    word = (
        say(wording.ON_WORD_OF, agents=naming.agents(one.corpus, ground.claimed_by))
        if ground.claimed_by
        else (Words(wording.ON_MAKERS_WORD),)
    )
    through = naming.access(one.corpus, ground.access) if ground.access else ()
    return chained(said, word, say(", {access}", access=through) if through else (), between="")


# ---- what depends on it


def _depending(one: Concordance, id: str, without: Without | None) -> tuple[Block, ...]:
    """What falls with it, who uses it, and which sources draw on it; nothing where nothing does."""
    corpus = one.corpus
    said: list[Sentence] = []
    users = _users(one.resting_on.get(id, ()))
    if users:
        said.append(say(words.USED_BY, agents=few(users, lambda each: _user(one, *each))))
    drawing = one.drawing_on.get(id, ())
    if drawing:
        said.append(say(wording.SOURCES_RESTING, sources=few(drawing, lambda each: (naming.source(corpus, each),))))
    falls = _falling(corpus, without) if without is not None and without.propositions else ()
    return (Heading(words.FALLS_HEAD), *falls, *lines(*said)) if said or falls else ()


def _falling(corpus: Corpus, without: Without) -> tuple[Block, ...]:
    """The propositions that lose recorded support, the first of them by their wording, and the way to all."""
    named: list[Sentence] = [(naming.proposition(corpus, each),) for each in without.propositions[:FEW]]
    left = len(without.propositions) - FEW
    named += [say(words.FEW, count=number(left, capital=True))] if left > 0 else []
    return Prose((Words(words.FALLS),)), Items(tuple(named)), Prose((Link(words.FALLS_ALL, without.told),))


def _users(entries: Iterable[Entry]) -> list[tuple[str, int]]:
    """The agents whose statements rest on it, those with most first."""
    count = Counter(str(entry.sender if isinstance(entry, Report) else entry.agent or "") for entry in entries)
    return sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))


def _user(one: Concordance, agent: str, count: int) -> Sentence:
    named = (naming.agent(one.corpus, agent),) if agent else as_sentence(wording.MAKERS)
    return say(words.USER, agent=named, count=counted(count, words.USES))


def _placed(blocks: tuple[Block, ...], reading: To, text: bool) -> tuple[Block, ...]:
    """The statements read in it, each with the way to its place in the text."""
    if not text:
        return blocks
    made = []
    for one in blocks:
        if isinstance(one, Table):
            rows = (replace(row, below=(*row.below, (_way(reading, row.edit),))) if row.edit else row for row in one.rows)
            one = replace(one, rows=tuple(rows))
        made.append(one)
    return tuple(made)


def _way(reading: To, id: str) -> Link:
    return Link(texts.AT_ITS_PLACE, replace(reading, query=(("said", id),), anchor=f"read-{id}"))
