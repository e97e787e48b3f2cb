"""A route told step by step: who told whom, in which report, when; and how the first of them came by it, as far as that is recorded."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from fontes.dates import When
from fontes.findings.acts import date_of
from fontes.findings.known.routes import Arrival, Post, Route, Routes, Way
from fontes.model.corpus import Entry
from fontes.model.names import AgentId, Place, SourceId, StatementId
from fontes.model.stances import Report, Speech

UNKNOWN = "?"
"""Who is not known, as the language writes it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a route. ``giver`` and ``receiver`` are agents (`?` one not known, several with commas between), for READ a source.

    ``linked`` is False where this step is only recorded to come before the next, not to have led to it.
    """

    kind: Way
    giver: str
    receiver: str
    statement: str
    when: When | None = None
    linked: bool = True
    place: Place | None = field(default=None, compare=False)


def path(routes: Routes, route: Route) -> tuple[Step, ...]:
    """From the first who is recorded to have had it, down to the agent."""
    behind: list[list[tuple[Arrival, bool]]] = [[(route.arrival, True)]]
    seen = {route.arrival.act}
    while earlier := _behind(routes, behind[-1][0][0], route, seen):
        behind.append(earlier)
        seen.update(arrival.act for arrival, _ in earlier)
    acts = [each for together in reversed(behind) for each in together]
    steps = [step for arrival, linked in acts for step in _act_steps(routes, arrival, linked)]
    if route.read is not None:
        steps.append(_reading(routes, route.read, route.arrival.agent))
    return (*steps, *_post_steps(routes, route))


def _behind(routes: Routes, arrival: Arrival, route: Route, seen: set[str]) -> list[tuple[Arrival, bool]]:
    """What brought it to whoever handed it on: all that the act was done upon, else the first that they were certainly told before."""
    entry = routes.entries.get(StatementId(arrival.act)) if arrival.way is not Way.ADDRESSED else None
    agent = _speaker(entry)
    if entry is None or not agent:
        return []
    upon = [id for id in sorted(getattr(entry, "upon", ())) if id not in seen and id in routes.entries and routes.attested(id)[0]]
    received = [one for one in (_receiving(routes, agent, id) for id in upon) if _conveys(routes, one, route)]
    if received or route.read is not None:
        return [(one, True) for one in received]
    start = routes.window(arrival).earliest
    told = [one for one in routes.before(agent, route.item) if one.act not in seen and routes.window(one).latest <= start]
    return [(one, False) for one in sorted(told, key=lambda one: (routes.window(one).latest, one.act))[:1]]


def _speaker(entry: Entry | None) -> AgentId | None:
    if isinstance(entry, Report):
        return entry.sender
    if isinstance(entry, Speech) and entry.verb == "receives":
        return entry.giver
    return entry.agent if entry is not None else None


def _receiving(routes: Routes, agent: AgentId, id: StatementId) -> Arrival:
    """How an act reached an agent; one that was taken up without a recorded receiver was at least said."""
    entry = routes.entries[id]
    for arrival in routes.arrivals.get(agent, ()):
        if arrival.act == id:
            return arrival
    if isinstance(entry, Report):
        return Arrival(agent, Way.TOLD if entry.asserting else Way.RELAYED, id, len(entry.hops))
    way = Way.STANCE if not isinstance(entry, Speech) else Way.SPOKEN
    return Arrival(_speaker(entry) or agent, way, id)


def _conveys(routes: Routes, arrival: Arrival, route: Route) -> bool:
    items, sources = routes.conveyed(arrival)
    if route.read is None and route.item in items:
        return True
    carried = route.read[0] if route.read else route.item.id
    return SourceId(carried) in sources


def _act_steps(routes: Routes, arrival: Arrival, linked: bool) -> list[Step]:
    if arrival.way is Way.ADDRESSED:
        source = routes.corpus.sources[SourceId(arrival.act)]
        makers = _names(tuple(maker.agent for maker in source.makers))
        return [Step(Way.ADDRESSED, makers, arrival.agent, source.id, source.made or source.out, linked, source.place)]
    entry = routes.entries[StatementId(arrival.act)]
    when = date_of(routes.corpus, entry)
    if isinstance(entry, Report) and arrival.hop >= 0:
        ends = [entry.sender, *map(_names, entry.hops[: arrival.hop + 1])]
        if arrival.hop < len(entry.hops):
            ends[-1] = arrival.agent
        pairs = list(pairwise(ends))
        return [Step(arrival.way, a, b, entry.id, when, linked or n + 1 < len(pairs), entry.place) for n, (a, b) in enumerate(pairs)]
    giver = ""
    if isinstance(entry, Speech) and arrival.way in (Way.RECEIVED, Way.SPOKEN):
        giver = (entry.giver or "") if entry.verb == "receives" else entry.agent
    return [Step(arrival.way, giver, arrival.agent, entry.id, when, linked, entry.place)]


def _names(agents: tuple[AgentId, ...]) -> str:
    return ", ".join(agent or UNKNOWN for agent in agents)


def _reading(routes: Routes, read: tuple[SourceId, str], holder: str) -> Step:
    source, statement = read
    entry = routes.entries[StatementId(statement)]
    return Step(Way.READ, source, holder, statement, date_of(routes.corpus, entry), True, entry.place)


def _post_steps(routes: Routes, route: Route) -> list[Step]:
    """Down from the body that had it to the agent, a tenure each."""
    return [_post_step(routes, post) for post in reversed(route.posts)]


def _post_step(routes: Routes, post: Post) -> Step:
    tenure = routes.corpus.tenures[post.tenure]
    when = tenure.when or tenure.during or tenure.start or tenure.end
    return Step(Way.HEAD if post.head else Way.MEMBER, post.body, tenure.agent, post.tenure, when, True, tenure.place)
