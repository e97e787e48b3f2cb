"""The page of a search: everything that has the words, by room, best first, with the stretch in which they stand marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from fontes.findings.index import Among, Found, Hit, Kept
from fontes.findings.index.built import Thing
from fontes.model.names import SourceId, StatementId
from fontes.present.pages import Block, Choice, Finder, Heading, Ink, Items, Link, Page, Part, Prose, Room, Sentence, To, Words
from fontes.present.phrasing import chained, counted, joined, say, status_sign, wording
from fontes.present.phrasing import search as words
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.leaves import LEAF, leaf_of, pager
from fontes.present.rooms.listing import Standing

EACH = 8
"""How many of each kind are shown where no kind is chosen."""
Line = Callable[[SourceId, int], To]
"""Where a line of a full text is read."""


def search_page(one: Concordance, found: Found, query: str, chosen: str = "", leaf: int = 1, standing: Standing | None = None) -> Page:
    """What has the words: a few of each kind, or all of one kind, a leaf at a time."""
    here = To(Room.SEARCH, query=tuple(pair for pair in (("q", query), ("kind", chosen)) if pair[1]))
    counts = {among: found.count(among) for among in Among if found.count(among)}
    choices = tuple(Choice(among.value, head(among)) for among in counts) if len(counts) > 1 or chosen else ()
    finder = Finder(To(Room.SEARCH), wording.FIND_IN[Room.SEARCH], query, "kind", words.KIND, choices, chosen)
    if not found.asked:
        return Page(here, wording.SEARCH, (finder, Prose((Words(words.SEARCHED),))))
    near = tuple(Prose(say(words.NEARLY, word=word, words=joined([(Words(f"“{each}”"),) for each in them[:6]], "or"))) for word, them in found.nearly)
    if not counts:
        title = words.NONE.format(query=query)
        return Page(here, title, (finder, Prose((Words(words.NOTHING),)), Prose((Words(words.SEARCHED, Ink.MUTED),))))
    title = words.FOUND.format(count=f"{sum(counts.values()):,}", query=query)
    lead = Prose(say(words.LEAD, counts=joined([(_to_all(among, count, query),) for among, count in counts.items()])), lead=True)
    shown: list[Block] = []
    for among, count in counts.items():
        if chosen == among.value:
            shown += _one_kind(one, found, among, leaf, here, standing)
        elif not chosen:
            shown += [Heading(head(among), anchor=among.value), _items(one, found, among, 0, EACH, standing)]
            if count > EACH:
                shown.append(Prose(say(words.ALL, all=_to_all(among, count, query))))
    return Page(here, title, (finder, lead, *near, *(shown or [Prose((Words(wording.LIST_NO_MATCH),))])))


def head(among: Among) -> str:
    """What the things found are called together."""
    return words.HEADS.get(among.value) or wording.ROOMS[Room(among.value)]


def _to_all(among: Among, count: int, query: str) -> Link:
    return Link(counted(count, *words.COUNTS[among.value]), To(Room.SEARCH, query=(("q", query), ("kind", among.value))), Ink.RUBRIC)


def _one_kind(one: Concordance, found: Found, among: Among, asked: int, here: To, standing: Standing | None) -> Sequence[Block]:
    leaf = leaf_of(found.count(among), asked, LEAF)
    heading = Heading(leaf.caption(counted(leaf.count, *words.COUNTS[among.value], capital=True)))
    return heading, _items(one, found, among, leaf.first, leaf.last, standing), *pager(here, leaf)


def _items(one: Concordance, found: Found, among: Among, first: int, last: int, standing: Standing | None) -> Items:
    return Items(tuple(_item(one, found, thing, number, standing) for thing, number in found.part(among, first, last)))


def _item(one: Concordance, found: Found, thing: Thing, number: int, standing: Standing | None) -> Sentence:
    hit = found.hit(number)
    named = _named(one, found, thing, hit)
    if thing.among in (Among.PROPOSITIONS, Among.STATEMENTS) and standing is not None:
        named = chained(named, (status_sign(standing(thing.id)),))
    told = _told(one, thing, hit) if hit else ()
    return chained(named, told, between=" · ")


def _named(one: Concordance, found: Found, thing: Thing, hit: Hit | None) -> Sentence:
    """The thing as a link, with what was looked for marked in it."""
    corpus = one.corpus
    if thing.among is Among.STATEMENTS:
        entry = one.entries[StatementId(thing.id)]
        read = stated.where(one, entry) if entry.read else ()
        return chained(*(tuple(_marked(part, found) for part in sentence) for sentence in (stated.brief(one, entry), read) if sentence), between=", ")
    if thing.among is Among.TEXTS:
        link = naming.source(corpus, thing.id)
        word = hit.words[slice(*hit.marks[0])] if hit and hit.marks else ""
        return (replace(link, to=To(Room.TEXTS, thing.id, query=(("q", word),))) if isinstance(link, Link) else link,)
    name = {
        Among.QUESTIONS: naming.question, Among.PROPOSITIONS: naming.proposition, Among.AGENTS: naming.agent, Among.SOURCES: naming.source,
        Among.EVENTS: naming.event,
    }[thing.among](corpus, thing.id)  # fmt: skip
    return (_marked(name, found),)


def _marked(part: Part, found: Found) -> Part:
    return replace(part, marks=found.marks(part.text)) if isinstance(part, Link) else part


_PATTERNS = {
    Kept.ALSO: words.ALSO, Kept.QUOTE: words.QUOTED, Kept.NOTE: words.NOTED, Kept.PARTICULAR: words.PARTICULAR, Kept.ID: words.NAMED,
    Kept.OTHER: words.PARTICULAR, Kept.TEXT: words.LINE,
}  # fmt: skip


def _told(one: Concordance, thing: Thing, hit: Hit) -> Sentence:
    """The stretch in which the words stand, where it is not the name that is shown already."""
    if hit.kept is Kept.NAME or (thing.among is Among.STATEMENTS and hit.kept is Kept.OTHER):
        return ()
    language = one.corpus.sources[SourceId(thing.id)].language if thing.among is Among.TEXTS else "und" if hit.kept is Kept.ALSO else ""
    return say(_PATTERNS[hit.kept], words=stretch(hit, language), line=f"{hit.line:,}")


def stretch(hit: Hit, language: str = "") -> Sentence:
    """A stretch of text in pieces, what was looked for marked."""
    pieces: list[Part] = []
    at = 0
    for begin, end in hit.marks:
        if begin > at:
            pieces.append(Words(hit.words[at:begin], language=language))
        pieces.append(Words(hit.words[begin:end], Ink.MARK, language))
        at = end
    return (*pieces, Words(hit.words[at:], language=language)) if hit.words[at:] else tuple(pieces)
