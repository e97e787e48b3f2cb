"""Which statements contradict each other, no one too many; and what would have to go.

A **core** is a set of statements whose constraints, with the axioms, cannot all hold, while without any one of them they can. It is found from
a contradiction by leaving out one statement after the other (deletion filter: Chinneck and Dravnieks, *Locating minimal infeasible
constraint sets in linear programs*, ORSA Journal on Computing 3, 1991), counting all constraints of a statement. **Repairs** are the
minimal hitting sets of the cores (Reiter, *A theory of diagnosis from first principles*, Artificial Intelligence 32, 1987).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import inf
from time import perf_counter

import numpy as np

from fontes.findings.network import Clash, Closure, Constraint, Network, clash, closure
from fontes.findings.network.arrangement import Arrangement
from fontes.findings.network.closure import Settled, settled
from fontes.findings.network.detours import unavoidable
from fontes.findings.network.hitting import Hitting
from fontes.findings.network.incremental import Incremental
from fontes.findings.network.order import Comes, Order, order

__all__ = ["Comes", "Core", "Cores", "Incremental", "Order", "Slack", "consistent_with", "core", "cores", "order"]

FEW = 12
"""So many statements are left out one after the other; of more, those seen at once to be needed are not tried."""


@dataclass(frozen=True, slots=True)
class Core:
    """Statements that cannot all be right, none too many; without statements, the axioms themselves cannot hold.

    ``chain`` is the contradiction: constraints in a circle, beginning at the origin if it passes there, which miss each other by
    ``shortfall`` days. ``assumptions`` are the constants of a profile that it hangs on.
    """

    claims: tuple[str, ...]
    shortfall: int
    chain: tuple[Constraint, ...]
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cores:
    """Cores in the order of their size, all of them where ``complete``, otherwise at least these.

    ``repairs`` are the smallest sets of statements of which each core holds one: where ``complete``, dropping any of them leaves a network that
    can hold, and no part of it does. They stand by size, then by how many doubtful ones they drop first. Axioms that contradict
    themselves have no repair.
    """

    cores: tuple[Core, ...]
    complete: bool
    repairs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Slack:
    """Constraints that can be added: by how many days each could still be tightened while the others stay (None: without limit).

    ``days`` is the least of them. ``certain``: the network implies them all already.
    """

    days: int | None
    each: tuple[int | None, ...]
    certain: bool


class _Case:
    """A network under examination: an arrangement that satisfies the axioms, and each statement's constraints."""

    def __init__(self, network: Network) -> None:
        self.network = network
        constraints = network.constraints
        self.axiom = np.fromiter((not one.claims for one in constraints), bool, len(constraints))
        self.held: set[int] = set()
        self._arrangement: Arrangement | None = None
        self._index: dict[str, list[int]] = {}

    @property
    def arrangement(self) -> Arrangement:
        """Days that satisfy the axioms and what is held; made when first needed."""
        if self._arrangement is None:
            graph = self.network.graph.only(self.axiom)
            self._arrangement = Arrangement(self.network.constraints, graph, settled(graph).days())
        return self._arrangement

    def broken(self) -> Core | None:
        """The contradiction among the axioms, if there is one."""
        found = settled(self.network.graph.only(self.axiom)).cycle
        return _core(clash(self.network.constraints, found), ()) if found else None

    def index(self) -> dict[str, list[int]]:
        """The constraints of each statement, by number; made for when more than one core is wanted."""
        for number, one in enumerate(self.network.constraints):
            for claim in one.claims:
                self._index.setdefault(claim, []).append(number)
        return self._index

    def numbers(self, claims: Collection[str]) -> list[int]:
        """The constraints that rest on these statements and on no other, in an order that does not depend on how they were given."""
        constraints, among = self.network.constraints, frozenset(claims)
        near: Iterable[int] = {number for claim in claims for number in self._index[claim]} if self._index else range(len(constraints))
        found = [number for number in near if (own := constraints[number].claims) and among.issuperset(own)]
        return sorted(found, key=lambda number: _key(constraints[number]))

    def core(self, cycle: Sequence[int]) -> Core:
        """A core within the statements of a contradiction."""
        claims = self._claims(cycle)
        among = self.numbers(claims)
        needed = self._needed(cycle, among) if len(claims) > FEW else set()
        for claim in sorted(claims - needed):
            if claim in claims:
                among = [number for number in among if claims.issuperset(self.network.constraints[number].claims)]
                found = self._contradiction([number for number in among if claim not in self.network.constraints[number].claims])
                if found:
                    cycle, claims = found, self._claims(found)
        return _core(clash(self.network.constraints, cycle), claims)

    def _needed(self, cycle: Sequence[int], among: Sequence[int]) -> set[str]:
        """Statements of a contradiction through the origin that are seen at once to be needed: those of steps that no detour avoids."""
        constraints = self.network.constraints
        last = next((place for place, number in enumerate(cycle) if constraints[number].y == 0), None)
        if last is None or not constraints[cycle[last]].claims:
            return set()
        held = self.axiom.copy()
        held[among] = True
        held[cycle[last]] = False
        graph = self.network.graph.only(held)
        state = settled(graph)
        if state.cycle:
            return set()
        end, numbers = constraints[cycle[last]], state.path(constraints[cycle[last]].x)
        days = state.days()
        way = [(constraints[number].x, constraints[number].y, number) for number in numbers]
        steps = unavoidable(graph, days, way, -(days[end.x] + end.weight))
        return {*end.claims, *self._claims(steps)}

    def _contradiction(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """A contradiction among these constraints and the axioms; nothing if there is none."""
        wanted = dict.fromkeys(numbers)
        for number in self.held - wanted.keys():
            self.arrangement.drop(number)
        self.held.intersection_update(wanted)
        for number in wanted:
            if number not in self.held:
                if cycle := self.arrangement.hold(number):
                    return cycle
                self.held.add(number)
        return ()

    def _claims(self, cycle: Iterable[int]) -> set[str]:
        return {claim for number in cycle for claim in self.network.constraints[number].claims}


def _key(one: Constraint) -> tuple[int, int, int, tuple[str, ...], tuple[str, ...]]:
    return one.x, one.y, one.weight, one.claims, one.assumptions


def _core(found: Clash, claims: Iterable[str]) -> Core:
    assumptions = {name for one in found.cycle for name in one.assumptions}
    return Core(tuple(sorted(claims)), found.shortfall, found.cycle, tuple(sorted(assumptions)))


def core(network: Network) -> Core | None:
    """Statements that contradict each other, none too many; None if the network can hold. The same network gives the same core."""
    found = settled(network.graph)
    return _first(network, found) if found.cycle else None


def _first(network: Network, found: Settled) -> Core:
    if not any(network.constraints[number].claims for number in found.cycle):
        return _core(clash(network.constraints, found.cycle), ())
    case = _Case(network)
    return case.broken() or case.core(found.cycle)


def cores(network: Network, most: int = 20, seconds: float = 0.2, doubtful: Sequence[str] = (), steps: float = inf) -> Cores:
    """As many cores as the limits allow, and the repairs; ``doubtful`` statements, the most doubtful first, are offered first for dropping.

    The number found can differ from run to run where time runs out, and ``complete`` is False then. ``steps`` bounds the work instead, by the points
    looked at: with ``seconds=inf`` the answer is always the same.
    """
    ends = perf_counter() + seconds
    first = settled(network.graph)
    if not first.cycle:
        return Cores((), True, ((),))
    case = _Case(network)
    if broken := case.broken():
        return Cores((broken,), True, ())
    search = _Search(case, Hitting(doubtful), most, ends, steps)
    complete = search.until_consistent(first) and search.until_all_hit()
    found = sorted(search.found, key=lambda one: (len(one.claims), one.claims))
    return Cores(tuple(found), complete, search.hitting.ranked())


class _Search:
    """The listing of cores: each smallest set that hits all known cores is tried; what still contradicts itself yields another core."""

    def __init__(self, case: _Case, hitting: Hitting, most: int, ends: float, steps: float) -> None:
        self.case, self.hitting, self.most, self.ends, self.steps = case, hitting, most, ends, steps
        self.found: list[Core] = []
        self.dropped: frozenset[str] = frozenset()
        self.by_claim = case.index()

    def until_consistent(self, state: Settled) -> bool:
        """Drop a statement of each core found until the rest can hold, and keep an arrangement of the rest. False if a limit is reached."""
        network = self.case.network
        gone: dict[int, None] = {}
        while state.cycle:
            if not self._more():
                return False
            worst = min(self._took(state.cycle).claims, key=self.hitting.doubt)
            self.dropped |= {worst}
            gone |= dict.fromkeys(self.by_claim[worst])
            state = settled(network.graph, without=tuple(gone))
        held = np.ones(len(network.constraints), bool)
        held[list(gone)] = False
        self.arrangement = Arrangement(network.constraints, network.graph.only(held), state.days())
        return True

    def until_all_hit(self) -> bool:
        """Find cores until every smallest set that hits all of them leaves a network that can hold. False if a limit is reached."""
        while (claims := self.hitting.untried()) is not None:
            if self.arrangement.steps > self.steps or perf_counter() > self.ends:
                return False
            cycle = self._without(claims)
            if not cycle:
                self.hitting.proved(claims)
            elif not self._more():
                return False
            else:
                self._took(cycle)
        return self.hitting.whole

    def _more(self) -> bool:
        """May another core be listed? The first always may."""
        return not self.found or (len(self.found) < self.most and perf_counter() < self.ends)

    def _took(self, cycle: Sequence[int]) -> Core:
        one = self.case.core(cycle)
        self.found.append(one)
        self.hitting.add(one.claims)
        return one

    def _without(self, claims: frozenset[str]) -> tuple[int, ...]:
        """A contradiction among what is left without these statements; nothing if there is none."""
        constraints = self.case.network.constraints
        for claim in claims - self.dropped:
            for number in self.by_claim[claim]:
                self.arrangement.drop(number)
        back = {number for claim in self.dropped - claims for number in self.by_claim[claim]}
        wanted = [number for number in back if claims.isdisjoint(constraints[number].claims)]
        self.dropped |= claims
        for number in sorted(wanted, key=lambda number: _key(constraints[number])):
            if cycle := self.arrangement.hold(number):
                for other in wanted:
                    self.arrangement.drop(other)
                return cycle
        self.dropped = claims
        return ()


def consistent_with(where: Network | Closure, extra: Sequence[Constraint]) -> Core | Slack:
    """Can these constraints hold together with the network? If not, the core is the reason; if so, with how much room.

    Facts possible one by one need not be possible together: ask them in one question. Constraints of the question that carry no claims are
    taken as given. Raises ValueError if the network contradicts itself already.
    """
    known = closure(where) if isinstance(where, Network) else where
    if isinstance(known, Clash):
        raise ValueError("the network contradicts itself before anything is added: ask for its cores, and drop a statement of each")
    network = Network(known.network.points, (*known.network.constraints, *extra))
    found = closure(network)
    if isinstance(found, Clash):
        return _first(network, settled(network.graph))
    each = tuple(None if (back := found.furthest(one.y, one.x)) is None else one.weight + back for one in extra)
    limits = [known.furthest(one.x, one.y) for one in extra]
    certain = all(days is not None and days <= one.weight for days, one in zip(limits, extra, strict=True))
    return Slack(min((days for days in each if days is not None), default=None), each, certain)
