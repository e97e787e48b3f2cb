"""Pages of one thing with what is worked out for them: what falls with a source, what an agent was in and had, what an event's dates allow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fontes.findings import Support
from fontes.findings.known import known_in
from fontes.model.lens import Unit, UnitKind
from fontes.model.names import AgentId
from fontes.present.pages import Block, Heading, Link, Page, Prose, Room, To
from fontes.present.phrasing import things as words
from fontes.present.rooms import naming
from fontes.present.rooms.agent import Attended, agent_page
from fontes.present.rooms.chronology import chronology_page
from fontes.present.rooms.concordance import Concordance, date_key
from fontes.present.rooms.event import event_page
from fontes.present.rooms.known import known_in_short
from fontes.present.rooms.source import Without, source_page
from fontes.web.lens import BELIEVED
from fontes.web.texts import has_text
from fontes.web.visit import Visit

FIRST_FEW = 4
"""So many things that had reached an agent are told on their page, of each answer; all of them stand on a page of their own."""


def source(visit: Visit) -> Page:
    """A source, with what loses recorded support without it, and the way to its text where that is at hand."""
    if visit.name not in visit.one.corpus.sources:
        raise KeyError(visit.name)
    text = has_text(visit, visit.name)
    unit = Unit(UnitKind.SOURCE, visit.name)
    if unit in visit.lens.distrust:
        return source_page(visit.one, visit.name, text=text)
    fallen = visit.reading.once("fallen", (unit, visit.lens), lambda: visit.bench.fallen((unit,), visit.lens))
    lost = tuple(change.id for change in fallen.falls if change.kind == "proposition" and change.after is Support.NONE)
    return source_page(visit.one, visit.name, Without(lost, _told(visit)), text=text)


def _told(visit: Visit) -> To:
    """The first page under the same lens with this source distrusted too, beside everything believed."""
    written = visit.looking.written
    without = replace(written, distrust=(*written.distrust, visit.name), beside=BELIEVED)
    return To(Room.FIRST, query=without.pairs)


def agent(visit: Visit) -> Page:
    """An agent, with the events they were in, and under an as-of date what had reached them by then."""
    return agent_page(visit.one, visit.name, _attended(visit), _reached(visit))


def _attended(visit: Visit) -> tuple[Attended, ...]:
    """The events of the address's agent, by date; those that certainly came after the as-of date of the lens are left out."""
    events = visit.reading.once("events of agents", "", lambda: _events_of(visit.whole))
    return tuple(each for each in events.get(visit.name, ()) if _begun(visit, each.event))


def _begun(visit: Visit, event: str) -> bool:
    limit = visit.lens.as_of.end[1] if visit.lens.as_of else None
    first, _ = _first_day(visit.whole, event)
    return not isinstance(limit, int) or first == date_key(None) or first <= limit


def _events_of(one: Concordance) -> Mapping[str, tuple[Attended, ...]]:
    """For each agent the events that name them: one pass over all events."""
    found: dict[str, dict[str, list[str]]] = {}
    for event in sorted(one.corpus.events.values(), key=lambda each: _first_day(one, each.id)):
        for role, agents in (("run-by", event.run_by), ("targets", event.targets), ("about", event.about)):
            for agent in agents:
                found.setdefault(agent, {}).setdefault(event.id, []).append(role)
    events = one.corpus.events
    return {agent: tuple(Attended(events[id].id, tuple(roles)) for id, roles in of.items()) for agent, of in found.items()}  # type: ignore[index]


def _first_day(one: Concordance, event: str) -> tuple[int, str]:
    datings = one.datings_of.get(event, ())
    return min((date_key(each.when) for each in datings), default=date_key(None)), event


def _reached(visit: Visit) -> tuple[Block, ...]:
    """In short what had reached the agent by the as-of date of the lens; nothing without one."""
    when = visit.lens.as_of
    if when is None or visit.name not in visit.whole.corpus.agents:
        return ()
    id, lens = AgentId(visit.name), replace(visit.lens, as_of=None)
    found = visit.reading.once("known", (id, when, lens, ""), lambda: known_in(visit.reading.routes(lens), id, when, ""))
    all_of_it = Link(words.ALL_REACHED.format(date=naming.date(visit.whole.corpus, when)), To(Room.KNOWN, visit.name))
    return Heading(words.HAD_REACHED_HEAD, anchor="reached"), *known_in_short(visit.whole, found, FIRST_FEW), Prose((all_of_it,))


def event(visit: Visit) -> Page:
    """An event, with its accounts, what all dates together allow, and the conflicts it is in."""
    if visit.name not in visit.one.corpus.events:
        raise KeyError(visit.name)
    found = visit.reading.days(visit.lens)
    alone = chronology_page(found, [found.bounds(visit.name)], whole=False, barred=False)
    days = tuple(replace(block, level=3) if isinstance(block, Heading) else block for block in alone.blocks[1:])
    return event_page(visit.one, visit.name, days[1:] if days and isinstance(days[0], Heading) else days)
