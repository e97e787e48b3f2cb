"""The page of a search: everything whose name, title or wording has the words, by kind."""

from __future__ import annotations

from fontes.present.pages import Block, Finder, Heading, Items, Link, Page, Prose, Room, Sentence, To, Words
from fontes.present.phrasing import counted, say, wording
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.listing import Asked, folded, matching

_ROOMS = (Room.QUESTIONS, Room.PROPOSITIONS, Room.AGENTS, Room.SOURCES, Room.EVENTS)
_EACH = 12


def search_page(one: Concordance, query: str) -> Page:
    """What has the words, a few of each kind, with a way to the rest in its room."""
    here = To(Room.SEARCH, query=(("q", query),) if query else ())
    finder = Finder(To(Room.SEARCH), wording.FIND_IN[Room.SEARCH], query)
    if not folded(query).strip():
        return Page(here, wording.SEARCH, (finder, Prose((Words(wording.SEARCH_EMPTY),))))
    found = [block for room in _ROOMS for block in _in_room(one, room, query)]
    nothing = (Prose((Words(wording.SEARCH_NONE.format(query=query)),)),)
    return Page(here, wording.SEARCH_FOR.format(query=query), (finder, *(found or nothing)))


def _in_room(one: Concordance, room: Room, query: str) -> tuple[Block, ...]:
    kept = matching(one, room, Asked(query))
    if not kept:
        return ()
    items: list[Sentence] = [each.row().cells[0] for each in kept[:_EACH]]
    if len(kept) > _EACH:
        every = Link(counted(len(kept), wording.ONE_OF[room].lower()), To(room, query=(("q", query),)))
        items.append(say(wording.ALL_OF, all=every))
    return Heading(wording.ROOMS[room]), Items(tuple(items))
