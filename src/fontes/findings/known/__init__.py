"""What an agent knew: what had reached them by a day, by which route, and how they took it.

Certain, possible, no recorded route, or impossible. The last is never concluded from silence: only where a life, the existence of a source
or the bounds of events rule out that it could have reached them, or rule out every route that is recorded (design, *What an agent knew*).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from fontes.dates import Edge, When
from fontes.findings.known.asked import asked_items
from fontes.findings.known.dates import ENDLESS, By
from fontes.findings.known.paths import Step, path
from fontes.findings.known.routes import Item, ItemKind, Route, Routes, Way
from fontes.findings.reasons import Reason, reason
from fontes.findings.support.status import lens_reasons
from fontes.model.agents import Agent
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import AgentId, EventId, PropositionId, SourceId, StatementId

Agents = dict[Item, set[AgentId]]


class Reached(StrEnum):
    """Had it reached them?"""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO_ROUTE = "no recorded route"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Had:
    """Whether one thing had reached the agent.

    ``since`` is the day by which it certainly had, or from which it possibly had; None where that has no bound. ``path`` is the route
    that shows it (for IMPOSSIBLE, one that is ruled out). ``doubts`` say what keeps it from being certain: codes with words in the pages.
    ``receptions`` are what the agent did upon it; ``others`` who else certainly had it by then, ``perhaps`` who may have; ``claims``
    statements in which somebody says of the agent that they knew it; ``later`` acts that brought it after the day; ``astray`` reports of
    it to somebody not known.
    """

    item: Item
    answer: Reached
    since: int | None = None
    path: tuple[Step, ...] = ()
    doubts: tuple[str, ...] = ()
    receptions: tuple[StatementId, ...] = ()
    others: tuple[AgentId, ...] = ()
    perhaps: tuple[AgentId, ...] = ()
    claims: tuple[StatementId, ...] = ()
    later: tuple[str, ...] = ()
    astray: tuple[StatementId, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What had reached an agent by a day, under a lens. ``about`` is what was asked for; empty: everything somebody here had by then."""

    agent: AgentId
    by: When
    about: str
    had: tuple[Had, ...]
    lens: Lens
    reasons: tuple[Reason, ...] = ()

    def of(self, answer: Reached) -> tuple[Had, ...]:
        """Those with one answer."""
        return tuple(one for one in self.had if one.answer is answer)


def known(corpus: Corpus, agent: AgentId, by: When, lens: Lens = PLAIN, about: str = "") -> Known:
    """What had reached `agent` by the end of `by`.

    Without `about`, all that had reached them and all that somebody else recorded here had by then; with it, what is about that agent,
    event, question, proposition or source, whether anybody had it or not. Raises KeyError for a name the corpus does not hold.
    """
    return known_in(Routes(corpus, lens), agent, by, about)


def known_in(routes: Routes, agent: AgentId, by: When, about: str = "") -> Known:
    """The same from routes looked up already."""
    asking = _Asking(routes, routes.corpus.agents[agent], by)
    reached = routes.to(agent)
    if about:
        asking.only = frozenset(asked_items(routes, about))
    wanted = sorted(asking.only) if about else _listed(reached, asking)
    found = (asking.answer(item, reached.get(item, [])) for item in wanted)
    had = [one for one in found if one is not None and (about or _to_be_listed(one))]
    order = list(Reached)
    had.sort(key=lambda one: (order.index(one.answer), ENDLESS if one.since is None else one.since, one.item))
    return Known(agent, by, about, tuple(had), routes.lens, lens_reasons(routes.lens))


def had_in(routes: Routes, agent: AgentId, proposition: PropositionId, by: When | None) -> Had:
    """Whether one proposition had reached an agent by a day; without a day, whether it ever did. Raises KeyError."""
    asking = _Asking(routes, routes.corpus.agents[agent], by)
    item = Item(ItemKind.PROPOSITION, routes.corpus.propositions[proposition].id)
    asking.only = frozenset({item})
    found = asking.answer(item, routes.to(agent).get(item, []))
    assert found is not None  # only sources and events can be left out
    return found


def _listed(reached: dict[Item, list[Route]], asking: _Asking) -> list[Item]:
    """What is listed unasked: what reached the agent, and what others had; a source only if nothing said in it is recorded."""
    routes = asking.routes
    items = {item for item in reached if item.kind is not ItemKind.SOURCE or not routes.contents(SourceId(item.id))}
    own = {item for item in items if item.kind is ItemKind.SPEECH and routes.corpus.speeches[StatementId(item.id)].agent == asking.agent.id}
    return sorted((items | set(asking.elsewhere[0]) | set(asking.claims)) - own)


def _to_be_listed(one: Had) -> bool:
    """What had not reached the agent by then is listed unasked only where somebody else had it, or is said of them to have known."""
    return one.answer in (Reached.CERTAIN, Reached.POSSIBLE) or bool(one.others or one.claims)


class _Asking:
    """One question: what had reached this agent by this day."""

    def __init__(self, routes: Routes, agent: Agent, by: When | None) -> None:
        self.routes = routes
        self.agent = agent
        self.sure, self.end = limits(by)
        self.life = routes.moments.life(agent.id)
        self.only: frozenset[Item] = frozenset()

    @cached_property
    def elsewhere(self) -> tuple[Agents, Agents]:
        """Who else had what by then, in so many words: certainly, and possibly."""
        return _elsewhere(self)

    @cached_property
    def astray(self) -> dict[Item, tuple[StatementId, ...]]:
        """What was told by then to somebody not known."""
        return _astray(self.routes, self.end)

    @cached_property
    def claims(self) -> dict[Item, tuple[StatementId, ...]]:
        """Who says of the agent that they knew it."""
        return _claims(self.routes, self.agent.id)

    @cached_property
    def taken(self) -> dict[str, list[StatementId]]:
        """What the agent did upon each statement."""
        return _taken(self.routes, self.agent.id)

    def answer(self, item: Item, found: list[Route]) -> Had | None:
        """The answer for one item; None where there is nothing to say of something not worded as a proposition."""
        live = [one for one in found if not one.window.empty]
        sure = [one for one in live if one.certain and one.window.latest <= self.sure]
        if sure:
            first = min(sure, key=lambda one: (one.window.latest, one.window.earliest, one.key))
            return self._had(item, Reached.CERTAIN, first, found)
        maybe = [one for one in live if one.window.earliest <= self.end]
        if maybe:
            best = min(maybe, key=lambda one: (not one.certain, one.window.earliest, one.window.latest, one.key))
            return self._had(item, Reached.POSSIBLE, best, found, min(one.window.earliest for one in maybe))
        return self._none(item, found)

    def _had(self, item: Item, answer: Reached, best: Route, found: list[Route], since: int | None = None) -> Had:
        day = best.window.latest if since is None else since
        doubts = best.doubts or (("date",) if answer is Reached.POSSIBLE else ())
        steps = path(self.routes, best)
        return Had(
            item, answer, day if abs(day) < ENDLESS else None, steps, doubts, self._receptions(found), *self._else(item),
            self.claims.get(item, ()), (), self.astray.get(item, ()), (*self._of_steps(steps), *self._why(best.window.not_after)),
        )  # fmt: skip

    def _none(self, item: Item, found: list[Route]) -> Had | None:
        barred = self._barred(item)
        found = sorted(found, key=lambda one: (one.key, one.window.earliest))
        ruled = [one for one in found if self._ruled_out(one)]
        if not barred and ruled and len(ruled) == len(found):
            barred = tuple(dict.fromkeys(why for one in ruled for why in self._bounds(one)))
        later = tuple(sorted({one.arrival.act for one in found if not self._ruled_out(one)}))
        if not barred and item.kind is ItemKind.EVENT:
            return None
        steps = path(self.routes, min(ruled, key=lambda one: one.key)) if ruled and barred and not later else ()
        why = self._why(barred) if barred else self._why(tuple(("statement", id) for id in later if StatementId(id) in self.routes.entries))
        answer = Reached.IMPOSSIBLE if barred else Reached.NO_ROUTE
        return Had(
            item, answer, None, steps, (), (), *self._else(item), self.claims.get(item, ()), later, self.astray.get(item, ()),
            (*why, *self._not_begun(item)),
        )  # fmt: skip

    # ---- what rules it out

    def _barred(self, item: Item) -> By:
        """What rules out that it can have reached them by then by any route, recorded or not."""
        last = min(self.end, self.life.latest)
        if self.life.earliest > self.end:
            return (("agent", self.agent.id),)
        moments, corpus = self.routes.moments, self.routes.corpus
        if item.kind is ItemKind.EVENT and moments.event(item.id).begins.earliest > last:
            return (("event", item.id), *self._death(moments.event(item.id).begins.earliest))
        if item.kind is ItemKind.SOURCE and moments.made(SourceId(item.id)).earliest > last:
            return (("source", item.id), *self._death(moments.made(SourceId(item.id)).earliest))
        proposition = corpus.propositions.get(PropositionId(item.id)) if item.kind is ItemKind.PROPOSITION else None
        spoken_of = [*proposition.compromises, *([proposition.said.agent] if proposition.said else [])] if proposition else []
        return tuple(("agent", one) for one in spoken_of if moments.life(one).earliest > last)

    def _death(self, day: int) -> By:
        return (("agent", self.agent.id),) if day <= self.end else ()

    def _ruled_out(self, route: Route) -> bool:
        """Do lives, sources or events, and not only the date written on it, keep this route from having led there by then?"""
        if route.window.empty or not route.window.not_before:
            return route.window.empty
        entry = self.routes.entries.get(StatementId(route.arrival.act))
        own = self.routes.moments.dated(entry) if entry is not None else None
        return own is None or bool(own.not_before) or own.earliest <= self.end

    def _bounds(self, route: Route) -> By:
        if route.arrival.act in self.routes.entries:
            own: By = (("statement", route.arrival.act),)
        else:
            own = (("source", route.arrival.act),)
        return (*own, *route.window.not_before, *(route.window.not_after if route.window.empty else ()))

    def _not_begun(self, item: Item) -> tuple[Reason, ...]:
        """Events a proposition is recorded to be about that had not begun: what happened there was not to be known, what led there was."""
        proposition = self.routes.corpus.propositions.get(PropositionId(item.id)) if item.kind is ItemKind.PROPOSITION else None
        events = [one for one in proposition.about if one in self.routes.corpus.events] if proposition else []
        late = [one for one in events if self.routes.moments.event(one).begins.earliest > self.end]
        return tuple(Reason("not begun", one, words.words, words.place) for one in late for words in [reason(self.routes.corpus, "event", one)])

    # ---- reasons

    def _why(self, by: By) -> tuple[Reason, ...]:
        return tuple(dict.fromkeys(why for kind, id in by for why in self._reasons(kind, id)))

    def _reasons(self, kind: str, id: str) -> Iterator[Reason]:
        if kind == "claim":
            yield self.routes.moments.claim(id)
            return
        yield reason(self.routes.corpus, kind, id, self.routes.entries)
        if kind == "event":
            dated = self.routes.moments.dated_by(EventId(id))
            yield from (reason(self.routes.corpus, "statement", one, self.routes.entries) for one in dated)

    def _of_steps(self, steps: Iterable[Step]) -> tuple[Reason, ...]:
        return self._why(tuple((_kind(self.routes, one.statement), one.statement) for one in steps))

    def _else(self, item: Item) -> tuple[tuple[AgentId, ...], tuple[AgentId, ...]]:
        sure, maybe = (one.get(item, set()) for one in self.elsewhere)
        return tuple(sorted(sure)), tuple(sorted(maybe - sure))

    def _receptions(self, found: list[Route]) -> tuple[StatementId, ...]:
        acts = {act for route in found for act in self._brought(route)}
        taken = [id for act in acts for id in self.taken.get(act, ()) if self.routes.moments.act(id).earliest <= self.end]
        return tuple(sorted(dict.fromkeys(taken), key=lambda id: (self.routes.moments.act(id).earliest, id)))

    def _brought(self, route: Route) -> tuple[str, ...]:
        """The acts that brought it; of a stance taken upon something, that."""
        if route.arrival.way is Way.UPON:
            return tuple(getattr(self.routes.entries[StatementId(route.arrival.act)], "upon", ()))
        return (route.arrival.act,)


def _kind(routes: Routes, id: str) -> str:
    return "statement" if id in routes.entries else "source"


def limits(by: When | None) -> tuple[int, int]:
    """The last day by which something must have happened to be certain, and the last by which it may have; see `fontes.dates.by`.

    Without a date, whether it ever did. A doubtful date, or one without a known end, makes nothing certain.
    """
    if by is None:
        return ENDLESS, ENDLESS
    end = by.end[1]
    if isinstance(end, Edge) or by.doubtful:
        return -ENDLESS, ENDLESS
    vague = by.approximate or "winter-wide" in by.assumptions
    first = by.end[0] if isinstance(by.end[0], int) else -ENDLESS
    return (first if vague else end), end


def _elsewhere(asking: _Asking) -> tuple[Agents, Agents]:
    certain: Agents = defaultdict(set)
    possible: Agents = defaultdict(set)
    routes = asking.routes
    for one, arrivals in routes.arrivals.items():
        for arrival in arrivals if one != asking.agent.id else ():
            items = routes.conveyed(arrival)[0]
            if asking.only and asking.only.isdisjoint(items):
                continue
            window = routes.window(arrival)
            if window.earliest <= asking.end and not window.empty:
                kept = certain if window.latest <= asking.sure and routes.present(arrival)[1] else possible
                for item in items:
                    kept[item].add(one)
    return certain, possible


def _astray(routes: Routes, end: int) -> dict[Item, tuple[StatementId, ...]]:
    found: dict[Item, tuple[StatementId, ...]] = {}
    for report in routes.corpus.reports.values():
        if any("" in hop for hop in report.hops) and routes.moments.act(report.id).earliest <= end and routes.attested(report.id)[0]:
            for item in routes.inside(report.proposition):
                found[item] = (*found.get(item, ()), report.id)
    return {item: tuple(sorted(ids)) for item, ids in found.items()}


def _claims(routes: Routes, agent: AgentId) -> dict[Item, tuple[StatementId, ...]]:
    """Statements that say of the agent that they knew something, or took a stance on it: attributed to who says so, and no route."""
    spoken = {one.id: one.said.on for one in routes.corpus.propositions.values() if one.said is not None and one.said.agent == agent}
    made: dict[Item, tuple[StatementId, ...]] = {}
    for stance in routes.corpus.stances.values() if spoken else ():
        on = spoken.get(PropositionId(stance.on))
        if on is not None and routes.attested(stance.id)[0]:
            item = Item(ItemKind.PROPOSITION, on)
            made[item] = (*made.get(item, ()), stance.id)
    return {item: tuple(sorted(ids)) for item, ids in made.items()}


def _taken(routes: Routes, agent: AgentId) -> dict[str, list[StatementId]]:
    """What the agent did upon each statement."""
    made: dict[str, list[StatementId]] = defaultdict(list)
    for arrival in routes.arrivals.get(agent, ()):
        entry = routes.entries.get(StatementId(arrival.act))
        for upon in getattr(entry, "upon", ()):
            if getattr(entry, "sender", None) == agent or getattr(entry, "agent", None) == agent:
                made[upon].append(StatementId(arrival.act))
    return made
