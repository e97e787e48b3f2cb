"""Finding: the search over everything, the lists of the rooms, and names in whatever spelling, all from one index of the corpus."""

from __future__ import annotations

from collections.abc import Callable

from fontes.findings.index import Among, Found, Index, find
from fontes.present.pages import Block, Page, Prose, Room
from fontes.present.phrasing import refusals, say
from fontes.present.rooms import naming
from fontes.present.rooms.errors import errors_page
from fontes.present.rooms.listing import Asked, Made, Standing, everything, room_page
from fontes.present.rooms.search import search_page
from fontes.web.reading import Reading
from fontes.web.visit import LONGEST, LONGEST_NAME, Visit, refuse

LISTED = (Room.QUESTIONS, Room.PROPOSITIONS, Room.SOURCES, Room.AGENTS, Room.EVENTS, Room.STATEMENTS)
"""Rooms that are a list of things."""


def index(visit: Visit) -> Index:
    """The index of the corpus; made when something is first looked for."""
    return visit.reading.index()


def found(visit: Visit, query: str, *among: Among) -> Found:
    """What has these words, statements only as far as they were there by the dates of the lens."""
    there: Callable[[str], bool] | None = None
    if visit.one is not visit.whole:
        entries = visit.one.entries
        there = entries.__contains__
    return find(index(visit), query, there, among or tuple(Among))


def search(visit: Visit) -> Page:
    """Everything that has the words, by room; or all of one room."""
    query, kind = visit.words("q"), visit.words("kind")
    if kind and kind not in set(Among):
        raise refuse(400, refusals.BAD_QUERY.format(words=f"kind={kind}"))
    return search_page(visit.one, found(visit, query), query, kind, visit.number("leaf"), standing(visit))


def listed(room: Room) -> Callable[[Visit], Page]:
    """The list of a room, with the status of what has one."""

    def make(visit: Visit) -> Page:
        asked = Asked(visit.words("q"), visit.words("kind"), visit.words("of", LONGEST_NAME), visit.number("leaf"))
        having = frozenset(found(visit, asked.query, Among(room.value)).ids(Among(room.value))) if asked.query else None
        return room_page(visit.one, room, asked, standing(visit), _everything(visit, room, asked.of), having)

    return make


def _everything(visit: Visit, room: Room, of: str) -> Made:
    dates = (visit.lens.as_of, visit.lens.published_by)
    return visit.reading.once("listed", (room, of, dates), lambda: everything(visit.one, room, of))


def standing(visit: Visit) -> Standing:
    """The status of a proposition or statement under the lens, as its word."""
    statuses = visit.bench.statuses(visit.lens)
    propositions = visit.one.corpus.propositions

    def word(id: str) -> str:
        return statuses.proposition(id).value if id in propositions else statuses.statement(id).value

    return word


MOST_NEAR = 5
"""So many things are named where nothing has the name of an address."""


def nearest(reading: Reading, name: str) -> tuple[Block, ...]:
    """What is called nearly so, for a page that is not there."""
    with reading.lock:
        one = reading.current()
        found = find(reading.index(), name[:LONGEST].replace("-", " "))
    kinds = (Among.AGENTS, Among.SOURCES, Among.QUESTIONS, Among.PROPOSITIONS, Among.EVENTS)
    them = [thing.id for each in kinds for thing, _ in found.part(each, 0, MOST_NEAR)][:MOST_NEAR]
    return (Prose(say(refusals.NEAR, them=naming.things(one.corpus, them, "or"))),) if them else ()


def errors(visit: Visit) -> Page:
    """What is wrong in the files, narrowed by words and by how grave it is."""
    return errors_page(visit.bench.diagnostics, visit.bench.lines(), visit.number("leaf"), visit.words("q"), visit.words("kind"))
