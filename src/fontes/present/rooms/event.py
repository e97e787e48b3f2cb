"""The page of an event: when it was and who says so, how it lies to others, and what rests on it."""

from __future__ import annotations

from fontes.model.events import Event
from fontes.model.names import EventId
from fontes.model.stances import Relation
from fontes.present.pages import Block, Heading, Items, Page, Prose, Room, Row, Sentence, Table, To, Words
from fontes.present.phrasing import as_sentence, capital, chained, number, say, things, wording
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.parts import LEAF, few, lines, more, remarks, statements


def event_page(one: Concordance, id: str, days: tuple[Block, ...] = ()) -> Page:
    """Everything recorded of one event. Raises KeyError where no event has this id.

    ``days`` are its accounts, what all dates together allow, and the conflicts it is in.
    """
    found = one.corpus.events[EventId(id)]
    blocks: tuple[Block, ...] = (
        *lines(*_particulars(one, found)),
        *_datings(one, id),
        *((Heading(things.DAYS_HEAD, anchor="days"), *days) if days else ()),
        *_relations(one, found),
        *statements(one, id, one.in_case.get(id, ()), wording.IN_CASE_HEAD, wording.CASE_CAPTION),
        *statements(one, id, one.resting_on.get(id, ()), wording.RESTING_HEAD, wording.RESTS_ON_EVENT),
        *_about(one, id),
        *remarks(found.remarks),
    )
    return Page(To(Room.EVENTS, id), found.name or id, blocks, wording.ONE_OF[Room.EVENTS], naming.language(one.corpus))


def _particulars(one: Concordance, found: Event) -> list[Sentence | str]:
    corpus = one.corpus
    named = (
        (wording.RUN_BY, found.run_by), (wording.TARGETS, found.targets), (wording.ABOUT, found.about),
        (wording.ALLEGES, found.alleges),
    )  # fmt: skip
    known = naming.accesses(corpus, found.access)
    return [
        wording.KIND.format(kind=found.kind) if found.kind else "",
        wording.STRAND.format(strand=found.strand.replace("-", " ")) if found.strand else "",
        *(say(pattern, things=few(ids, lambda each: (naming.thing(corpus, each),))) for pattern, ids in named if ids),
        say(wording.PART_OF, things=as_sentence(naming.event(corpus, found.part_of))) if found.part_of else "",
        wording.WHERE.format(place=found.where) if found.where else "",
        say(wording.KNOWN_THROUGH, access=known) if known else "",
    ]


def _datings(one: Concordance, id: str) -> tuple[Block, ...]:
    datings = one.datings_of.get(id, ())
    if not datings:
        return Heading(wording.DATINGS_HEAD), Prose((Words(wording.NO_DATING),))
    rows = tuple(
        Row(
            (stated.dated(each.when, one.corpus), stated.who(one, each), stated.where(one, each) if each.read else ()),
            stated.anchor(each),
            stated.particulars(one, each),
            edit=each.id,
        )
        for each in datings[:LEAF]
    )
    headings = (wording.COLUMN_WHEN, wording.COLUMN_DATED_BY, wording.COLUMN_WHERE)
    return Heading(wording.DATINGS_HEAD), Table(wording.DATINGS_CAPTION, headings, rows), *more(id, len(datings) - LEAF)


def _relations(one: Concordance, found: Event) -> tuple[Block, ...]:
    if not found.relations:
        return ()
    shown = tuple(_relation(one, each) for each in found.relations[:LEAF])
    return Heading(wording.RELATIONS_HEAD), Items(shown), *_left(len(found.relations) - LEAF)


def _relation(one: Concordance, each: Relation) -> Sentence:
    to = naming.thing(one.corpus, each.to) if not each.to.startswith("^") else Words(each.to)
    distance = ""
    if each.least is not None and each.most is not None:
        distance = wording.DISTANCE.format(least=each.least, most=each.most)
    known = naming.access(one.corpus, each.access) if each.access else ()
    return say(
        wording.RELATION_LINE, relation=capital(each.relation), to=to, distance=distance,
        access=say(wording.SO, access=known) if known else "",
    )  # fmt: skip


def _about(one: Concordance, id: str) -> tuple[Block, ...]:
    about = one.about.get(id, ())
    said = tuple(chained((naming.proposition(one.corpus, each),)) for each in about[:LEAF])
    return (Heading(wording.ABOUT_EVENT_HEAD), Items(said), *_left(len(about) - LEAF)) if said else ()


def _left(count: int) -> tuple[Block, ...]:
    return (Prose(say(things.FEW, count=number(count, capital=True))),) if count > 0 else ()
