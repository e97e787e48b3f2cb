"""The room of texts: a source's text at a leaf, with the statements read in it; where words stand in it; the list of texts at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fontes.findings.texts.divided import Divided, divided
from fontes.findings.texts.flat import locators
from fontes.findings.texts.placed import Placing, Read, names_of, placing
from fontes.findings.texts.searched import places
from fontes.model.corpus import Entry
from fontes.model.names import SourceId
from fontes.present.pages import Page
from fontes.present.phrasing import refusals
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.text import UNPLACED, Opened, found_page, text_page, texts_page, unplaced_page
from fontes.web.visit import LONGEST_NAME, Visit, refuse


def has_text(visit: Visit, id: str) -> bool:
    """Is the text of this source at hand?"""
    return bool(names_of(visit.one.corpus.sources[SourceId(id)], visit.bench.texts))


def listed(visit: Visit) -> Page:
    """The sources whose text is at hand."""
    texts, reads = visit.bench.texts, _read_by_source(visit, visit.whole)
    them = [(str(id), len(reads.get(id, ()))) for id, one in visit.one.corpus.sources.items() if texts and names_of(one, texts)]
    return texts_page(visit.one, sorted(them), visit.number("leaf"))


def text(visit: Visit) -> Page:
    """The text of a source: a leaf of it, the leaf of one statement (`said`), the places of words (`q`), or what has no place (`show`)."""
    text = opened(visit)
    query, show, said = visit.words("q"), visit.words("show"), visit.words("said", LONGEST_NAME)
    leaf = visit.number("leaf")
    if query:
        flat = text.divided.flat
        hits = visit.reading.once("places", (text.name, query), lambda: places(flat, query))
        return found_page(visit.one, text, query, hits, leaf, _marked_at(text, query))
    if show and show != UNPLACED:
        raise refuse(400, refusals.BAD_QUERY.format(words="show"))
    if show:
        return unplaced_page(visit.one, text, leaf)
    if said:
        leaf = next((text.divided.leaf_of(text.divided.piece_at(each.start)) for each in text.placing.placed if each.read.id == said), leaf)
    return text_page(visit.one, text, leaf)


def _marked_at(text: Opened, query: str) -> int | None:
    """The piece at which a page, paragraph or line begins that is looked for by its number: `p. 12`."""
    ranges = (text.divided.range_of(*each) for each in locators(query))
    return next((text.divided.piece_at(each[0]) for each in ranges if each is not None), None)


def opened(visit: Visit) -> Opened:
    """The text the address names, with the statements placed in it. Raises KeyError where there is none."""
    texts = visit.bench.texts
    source = visit.one.corpus.sources[SourceId(visit.name)] if visit.name in visit.one.corpus.sources else None
    names = names_of(source, texts) if source is not None else ()
    if not names:
        raise KeyError(visit.name)
    asked = visit.words("as")
    if asked and asked not in names:
        raise refuse(400, refusals.BAD_QUERY.format(words="as"))
    name = asked or names[0]
    reads = tuple(read for read in _read_by_source(visit, visit.whole).get(SourceId(visit.name), ()) if read.id in visit.one.entries)
    made = visit.reading.once("divided", (visit.name, name), lambda: divided(texts[name], [read.passage for read in _all(visit)]))
    found = visit.reading.once("placing", (visit.name, name, visit.lens.as_of, visit.lens.published_by), lambda: _placing(made, reads))
    return Opened(visit.name, name, tuple(other for other in names if other != name), made, found)


def _all(visit: Visit) -> tuple[Read, ...]:
    return _read_by_source(visit, visit.whole).get(SourceId(visit.name), ())


def _placing(text: Divided, reads: tuple[Read, ...]) -> Placing:
    return placing(text, reads)


def _read_by_source(visit: Visit, whole: Concordance) -> Mapping[SourceId, tuple[Read, ...]]:
    """For each source the statements that are read in it, or known through it, with the passage given for them there."""

    def found() -> dict[SourceId, tuple[Read, ...]]:
        kept: dict[SourceId, dict[str, Read]] = {}
        for entry in whole.entries.values():
            for source, passage in _where(entry):
                kept.setdefault(source, {}).setdefault(entry.id, Read(entry.id, getattr(entry, "quote", ""), passage))
        return {source: tuple(reads.values()) for source, reads in kept.items()}

    return visit.reading.once("reads", "", found)


def _where(entry: Entry) -> Iterator[tuple[SourceId, str]]:
    """Where a statement is read: its own words, and through whom it is known."""
    if entry.read is not None:
        yield entry.read.source, entry.read.passage
    for access in entry.access:
        if access.source is not None:
            yield access.source, access.passage
        if access.via is not None:
            yield access.via, access.via_passage
