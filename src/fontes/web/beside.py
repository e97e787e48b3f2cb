"""Two lenses side by side: for each page on which that says something, what differs on it, computed under both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from fontes.dates import When
from fontes.findings import Support
from fontes.findings.chronology import Bounds
from fontes.findings.known import Known, known_in
from fontes.model.lens import Lens, Unit, UnitKind
from fontes.model.names import AgentId
from fontes.present.pages import Page, Room, Sentence, To, Words
from fontes.present.phrasing import as_sentence, wording
from fontes.present.phrasing import lens as words
from fontes.present.rooms import asked, naming
from fontes.present.rooms.beside import Apart, apart_table, standing_with_voices
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.lens import Side, beside_lead
from fontes.present.rooms.spans import lasting
from fontes.web.lens import BELIEVED, Written
from fontes.web.visit import Visit

Maker = Callable[[Visit], Page]
Compare = Callable[[Visit, Lens], tuple[tuple[str, str], str, list[Apart]]]
"""What differs on the page under another lens: a caption for one and for several, what is listed, and the differences."""

ROOMS = frozenset({Room.FIRST, Room.CHRONOLOGY})
THINGS = frozenset({Room.PROPOSITIONS, Room.QUESTIONS, Room.SOURCES, Room.KNOWN})
"""Where two lenses are compared: on rooms as a whole, and on pages of one thing. Elsewhere the bar says that they are not."""


def compared(path: str) -> bool:
    """Does the page at this path show what differs?"""
    room, _, name = path.strip("/").partition("/")
    return room in {each.value for each in (THINGS if name else ROOMS)}


def sides(visit: Visit) -> tuple[Side, Side]:
    """The two lenses, each with the address under which it stands alone."""
    written, other = visit.looking.written, visit.looking.beside
    assert other is not None
    kept = visit.one.corpus.lenses.get(written.beside)
    name = kept.wording or written.beside if kept else words.BELIEVED if written.beside == BELIEVED else words.RECORDED
    dates = Written(as_of=other.as_of.written if other.as_of else "", published_by=other.published_by.written if other.published_by else "")
    alone = (("lens", written.beside),) if kept else dates.pairs
    here = replace(written, beside="").pairs
    return Side(visit.lens, "", here or (("as-of", ""),)), Side(other, name, alone or (("as-of", ""),))


def with_beside(make: Maker, compare: Compare) -> Maker:
    """The page with what differs under the lens beside it, where there is one."""

    def made(visit: Visit) -> Page:
        page, other = make(visit), visit.looking.beside
        if other is None:
            return page
        to = To(page.here.room, page.here.name, query=visit.own_but("beside-leaf"))
        lead = beside_lead(visit.one, *sides(visit), len(visit.reading.changed(visit.lens, other)), to)
        table = apart_table(*compare(visit, other), visit.number("beside-leaf"), to)
        return replace(page, blocks=(*lead, *table, *page.blocks))

    return made


def of_question(visit: Visit, other: Lens) -> tuple[tuple[str, str], str, list[Apart]]:
    """The status and the voices of each answer."""
    here, there = visit.one, visit.reading.seen(other)
    statuses, others = visit.bench.statuses(visit.lens), visit.bench.statuses(other)

    def told(one: Concordance, status: Support, id: str) -> Sentence:
        return standing_with_voices(status.value, len({stance.agent for stance in asked.asserted(one, id)}))

    pairs = ((id, told(here, statuses.proposition(id), id), told(there, others.proposition(id), id)) for id in here.answers.get(visit.name, ()))
    differing = [Apart((naming.proposition(here.corpus, id),), one, two) for id, one, two in pairs if one != two]
    return words.ANSWERS_APART, wording.COLUMN_PROPOSITION, differing


def of_source(visit: Visit, other: Lens) -> tuple[tuple[str, str], str, list[Apart]]:
    """What loses recorded support without it under the one lens and not under the other."""
    unit = Unit(UnitKind.SOURCE, visit.name)
    here, there = (_lost(visit, unit, lens) for lens in (visit.lens, other))
    corpus, yes, no = visit.one.corpus, as_sentence(words.HANGS), as_sentence(words.HANGS_NOT)
    differing = [Apart((naming.proposition(corpus, id),), yes if id in here else no, yes if id in there else no) for id in sorted(here ^ there)]
    return words.LOSSES_APART, wording.COLUMN_PROPOSITION, differing


def _lost(visit: Visit, unit: Unit, lens: Lens) -> frozenset[str]:
    if unit in lens.distrust:
        return frozenset()
    fallen = visit.reading.once("fallen", (unit, lens), lambda: visit.bench.fallen((unit,), lens))
    return frozenset(change.id for change in fallen.falls if change.kind == "proposition" and change.after is Support.NONE)


def of_known(when: Callable[[Visit], When | None], about: Callable[[Visit], str]) -> Compare:
    """What had reached the agent under one lens only, or not as surely. ``when`` and ``about`` read the day and the matter off the address."""

    def compare(visit: Visit, other: Lens) -> tuple[tuple[str, str], str, list[Apart]]:
        day, matter = when(visit), about(visit)
        assert day is not None  # without a day there is no page to compare
        here, there = (_reached(_known(visit, replace(lens, as_of=None), day, matter)) for lens in (visit.lens, other))
        corpus = visit.whole.corpus

        def said(found: Mapping[str, str], id: str) -> Sentence:
            return as_sentence(words.REACHED.get(found.get(id, ""), words.REACHED_NOT_ASKED))

        ids = [id for id in {**here, **there} if here.get(id) != there.get(id)]
        things = {id: (naming.thing(corpus, id) if _is_thing(visit, id) else Words(id),) for id in ids}
        return words.KNOWN_APART, words.COLUMN_MATTER, [Apart(things[id], said(here, id), said(there, id)) for id in ids]

    return compare


def _is_thing(visit: Visit, id: str) -> bool:
    corpus = visit.whole.corpus
    return any(id in family for family in (corpus.propositions, corpus.events, corpus.sources, corpus.questions))


def _known(visit: Visit, lens: Lens, day: When, matter: str) -> Known:
    agent = AgentId(visit.name)
    return visit.reading.once("known", (agent, day, lens, matter), lambda: known_in(visit.reading.routes(lens), agent, day, matter))


def _reached(found: Known) -> dict[str, str]:
    return {had.item.id: had.answer.value for had in found.had}


def of_chronology(visit: Visit, other: Lens) -> tuple[tuple[str, str], str, list[Apart]]:
    """The events whose days differ."""
    corpus = visit.one.corpus
    there = {each.id: each for each in visit.reading.bounds(other)}

    def days(one: Bounds) -> Sentence:
        return as_sentence(lasting(one.four))

    pairs = [(each, there[each.id]) for each in visit.reading.bounds(visit.lens) if each.id in there]
    differing = [Apart((naming.event(corpus, one.id),), days(one), days(two)) for one, two in pairs if one.four != two.four]
    return words.DAYS_APART, wording.COLUMN_EVENT, differing
