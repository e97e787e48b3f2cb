"""No route: who acts or speaks as if knowing what no recorded route had brought them, as far as recorded here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from fontes.findings.known.routes import Item, ItemKind, Route, Routes, Way
from fontes.findings.reasons import Reason, reason
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import AgentId, StatementId
from fontes.model.stances import Report, Stance

_JUDGING = frozenset({"scholar", "press"})
MOST = 20
"""So many acts by which others had it are named, the earliest first."""
_OWN = frozenset({Way.STANCE, Way.TELLING})


@dataclass(frozen=True, slots=True)
class NoRoute:
    """An agent speaks of something, on no recorded ground, that no recorded route had brought them, though others had it.

    Nothing follows from it but that a route is not recorded here. ``others`` are the first of those who certainly had it before;
    ``reasons`` are the statement itself and theirs.
    """

    agent: AgentId
    item: Item
    statement: StatementId
    others: tuple[AgentId, ...]
    reasons: tuple[Reason, ...]


def no_routes(corpus: Corpus, lens: Lens = PLAIN) -> tuple[NoRoute, ...]:
    """Participants and witnesses who speak as if knowing what no recorded route had brought them, by agent and item.

    Left out is who says on what ground or upon what; what is about the agent's own doings; what is read in a source whose origin is stated;
    scholars and the press, who judge from a distance; and what nobody else certainly had before, for its author needs no route.
    """
    return no_routes_in(Routes(corpus, lens))


def no_routes_in(routes: Routes) -> tuple[NoRoute, ...]:
    """The same from routes looked up already."""
    spoken = _groundless(routes)
    had = _had_by(routes, {item for items in spoken.values() for item in items})
    found = (one for agent in sorted(spoken) for one in _of(routes, agent, spoken[agent], had))
    return tuple(sorted(found, key=lambda one: (one.agent, one.item)))


def _groundless(routes: Routes) -> dict[AgentId, dict[Item, Stance | Report]]:
    """For each agent, the first statement on each thing that is made on no recorded ground."""
    made: dict[AgentId, dict[Item, Stance | Report]] = defaultdict(dict)
    spoken: list[Stance | Report] = [*routes.corpus.stances.values(), *routes.corpus.reports.values()]
    for entry in spoken:
        agent = entry.agent if isinstance(entry, Stance) else entry.sender
        name = entry.on if isinstance(entry, Stance) else entry.proposition
        if name not in routes.corpus.propositions or not _speaks_of_others(routes, entry, agent):
            continue
        item = Item(ItemKind.PROPOSITION, name)
        first = made[agent].get(item)
        if first is None or _earlier(routes, entry, first):
            made[agent][item] = entry
    grounded = [(agent, item) for agent, items in made.items() for item, entry in items.items() if entry.grounds or entry.upon]
    for agent, item in grounded:
        del made[agent][item]
    return {agent: items for agent, items in made.items() if items}


def _earlier(routes: Routes, one: Stance | Report, other: Stance | Report) -> bool:
    mine, theirs = routes.moments.act(one.id), routes.moments.act(other.id)
    return (mine.latest, mine.earliest, one.id) < (theirs.latest, theirs.earliest, other.id)


def _speaks_of_others(routes: Routes, entry: Stance | Report, agent: AgentId) -> bool:
    if not routes.attested(entry.id)[0] or (isinstance(entry, Report) and not entry.asserting):
        return False
    known = routes.corpus.agents.get(agent)
    if known is None or known.unnamed or _JUDGING & set(known.roles):
        return False
    source = routes.corpus.sources.get(entry.read.source) if entry.read else None
    on = entry.on if isinstance(entry, Stance) else entry.proposition
    proposition = routes.corpus.propositions[on]  # type: ignore[index]
    return not (source and source.origin) and agent not in (*proposition.about, *proposition.compromises)


def _had_by(routes: Routes, items: set[Item]) -> dict[Item, list[tuple[int, AgentId, str]]]:
    """For each item, the day by which each act shows that somebody certainly had it."""
    made: dict[Item, list[tuple[int, AgentId, str]]] = defaultdict(list)
    for agent, arrivals in routes.arrivals.items():
        for arrival in arrivals:
            for item in routes.conveyed(arrival)[0]:
                if item in items and not routes.window(arrival).empty and routes.present(arrival)[1]:
                    made[item].append((routes.window(arrival).latest, agent, arrival.act))
    return {item: sorted(found) for item, found in made.items()}


def _of(
    routes: Routes, agent: AgentId, items: dict[Item, Stance | Report], had: dict[Item, list[tuple[int, AgentId, str]]]
) -> Iterator[NoRoute]:
    reached = routes.to(agent)
    for item, entry in items.items():
        spoke = routes.moments.act(entry.id)
        if any(_brings(route, spoke.latest) for route in reached.get(item, ())):
            continue
        acts = _earlier_acts(had.get(item, []), agent, spoke.earliest)
        if acts:
            ids = [entry.id, *dict.fromkeys(act for _, act in acts if act in routes.entries)]
            why = tuple(reason(routes.corpus, "statement", id, routes.entries) for id in ids)
            yield NoRoute(agent, item, entry.id, tuple(sorted({other for other, _ in acts})), why)


def _earlier_acts(had: list[tuple[int, AgentId, str]], agent: AgentId, day: int) -> list[tuple[AgentId, str]]:
    """The first acts by which others had it before a day."""
    before = takewhile(lambda one: one[0] < day, had)
    return list(islice(((other, act) for _, other, act in before if other != agent), MOST))


def _brings(route: Route, last: int) -> bool:
    """Could this route, which is not the agent's own word, have brought it by then?"""
    own = route.arrival.way in _OWN and not route.posts
    return not own and not route.window.empty and route.window.earliest <= last
