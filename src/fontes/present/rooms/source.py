"""The page of a source: what it is, who made it, what it draws on and who says so, and what rests on it."""

from __future__ import annotations

from fontes.model.names import Access, SourceId
from fontes.model.sources import Maker, Source
from fontes.model.stances import Ground
from fontes.present.pages import Block, Heading, Items, Page, Prose, Room, Sentence, To, Words
from fontes.present.phrasing import capital, chained, joined, number, origin_sign, say, wording
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.parts import LEAF, lines, remarks, statements


def source_page(one: Concordance, id: str, felled: int | None = None) -> Page:
    """Everything recorded of one source. Raises KeyError where no source has this id.

    `felled` is how many propositions lose recorded support without it; None leaves the sentence out.
    """
    found = one.corpus.sources[SourceId(id)]
    blocks: tuple[Block, ...] = (
        Prose(_what(one, found)),
        *_without(felled),
        *lines(*_particulars(one, found)),
        *_drawn(one, found),
        *statements(one, id, one.criticisms_of.get(id, ()), wording.CRITICISED_HEAD, wording.CRITICISED_CAPTION),
        *statements(one, id, one.resting_on.get(id, ()), wording.RESTING_HEAD, wording.RESTING_CAPTION),
        *_drawing(one, id),
        *statements(one, id, one.read_in.get(id, ()), wording.READ_IN_HEAD, wording.READ_IN_CAPTION),
        *statements(one, id, one.searches_of.get(id, ()), wording.SOUGHT_HEAD),
        *remarks(found.remarks),
    )
    return Page(To(Room.SOURCES, id), found.title or id, blocks, wording.ONE_OF[Room.SOURCES], found.language)


def _what(one: Concordance, found: Source) -> Sentence:
    kind = capital(naming.source_kind(found)) or wording.ONE_OF[Room.SOURCES]
    by = say(wording.BY_WHOM, agents=joined([_maker(one, each) for each in found.makers])) if found.makers else ()
    dates = [
        pattern.format(date=when.written)
        for pattern, when in ((wording.MADE, found.made), (wording.CAME_OUT, found.out))
        if when
    ]
    said = say(wording.IT_IS, kind=kind, by=by, dates="".join(f", {each}" for each in dates))
    return said if found.makers else chained(said, (Words(wording.MAKER_UNKNOWN),))


def _maker(one: Concordance, each: Maker) -> Sentence:
    agent: Sentence = (naming.agent(one.corpus, each.agent),)
    if each.ascribed:
        agent = say(wording.MAKER_ASCRIBED, agent=agent)
    if each.doubtful:
        agent = say(wording.MAKER_DOUBTFUL, agent=agent)
    return chained(agent, _on_word(one, each.access), between="")


def _on_word(one: Concordance, access: Access | None) -> Sentence:
    through = naming.access(one.corpus, access) if access else ()
    return say(" (so {access})", access=through) if through else ()


def _without(felled: int | None) -> tuple[Block, ...]:
    if felled is None:
        return ()
    if not felled:
        return (Prose((Words(wording.WITHOUT_IT_NONE),)),)
    words = f"{number(felled)} {wording.LOSE[felled != 1]}"
    return (Prose(say(wording.WITHOUT_IT, count=words), lead=True),)


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
    for each in found.independent_of:
        claimants = naming.agents(corpus, each.claimed_by) or (Words(wording.MAKERS),)
        said.append(say(wording.INDEPENDENT_OF, source=naming.source(corpus, each.of), agents=claimants))
    if found.follows:
        said.append(say(wording.FOLLOWS, things=naming.things(corpus, found.follows)))
    known = naming.accesses(corpus, found.access)
    return [*said, say(wording.KNOWN_THROUGH, access=known) if known else ()]


def _drawn(one: Concordance, found: Source) -> tuple[Block, ...]:
    said = tuple(_descent(one, ground) for ground in found.draws_on) or ((Words(wording.DRAWS_NONE),),)
    return Heading(wording.DRAWS_HEAD), Items(said[:LEAF])


def _descent(one: Concordance, ground: Ground) -> Sentence:
    words = stated.ground(one, Ground(ground.on, ground.doubtful))
    word = (
        say(wording.ON_WORD_OF, agents=naming.agents(one.corpus, ground.claimed_by))
        if ground.claimed_by
        else (Words(wording.ON_MAKERS_WORD),)
    )
    through = naming.access(one.corpus, ground.access) if ground.access else ()
    return chained(words, word, say(", {access}", access=through) if through else (), between="")


def _drawing(one: Concordance, id: str) -> tuple[Block, ...]:
    drawing = one.drawing_on.get(id, ())[:LEAF]
    return lines(say(wording.SOURCES_RESTING, sources=naming.things(one.corpus, drawing))) if drawing else ()
