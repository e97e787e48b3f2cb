"""The fewest removals that bring a node down, exactly also where its cone is too large for every set to be listed.

A reading of a system is a definite logic program; what is removed is chosen, and the stable models of program and choice are
its least solutions (Gelfond and Lifschitz, *The stable model semantics for logic programming*, 1988), so that nothing which only
rests on itself holds. clingo (Gebser et al., *Multi-shot ASP solving with clingo*, 2019) minimises over them: first from below, by
unsatisfiable cores (Andres et al., *Unsatisfiability-based optimization in clasp*, 2012), then from above. Minimal sets are listed by decisions
that prefer leaving alone (Rosa, Giunchiglia and Maratea, *Solving satisfiability problems with preferences*, 2010).

Every search is broken off after a number of conflicts, never by the clock, so that one corpus has one answer on every machine. What is then
said is only what was proved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import clingo
from clingo.backend import HeuristicType

from fontes.findings.engine.reduced import Reduced, circular

MOST_CONFLICTS = 6_000
"""Conflicts of one search: one to two seconds on one core of 2020, whatever the size of the cone, if it has no circles."""
MOST_SMALLEST = 20
MOST_CIRCULAR = 60_000_000
"""Conflicts times nodes of one search where circles must be watched: there each conflict costs in proportion to the cone."""
MOST_COPIES = 40_000
"""Nodes times lines up to which separate lines are sought as so many copies of the cone."""


@dataclass(frozen=True, slots=True)
class Fewest:
    """How few removals bring a node down. ``at_least`` and ``at_most`` are proved; both None where no number would do.

    ``smallest`` are cuts of ``at_most`` members, each of them confirmed by the condition itself; all there are where ``complete``.
    """

    at_least: int | None
    at_most: int | None
    smallest: tuple[frozenset[int], ...]
    complete: bool

    @property
    def exact(self) -> bool:
        """Is the number known?"""
        return self.at_least == self.at_most


@dataclass(frozen=True, slots=True)
class Contingency:
    """How many others must go before one removal decides: what is proved. Where ``exact``, both are the number, or None: it never does.

    Otherwise ``at_most`` None says that no such set was found. Responsibility is 1 / (1 + this number) (Chockler and Halpern,
    *Responsibility and blame*, 2004).
    """

    at_least: int | None
    at_most: int | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """Minimal sets, smallest first; all there are where ``complete``."""

    sets: tuple[frozenset[int], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class _Search:
    """A logic program in the solver, its choices by variable, and how the last search ended."""

    control: clingo.Control
    chosen: Mapping[int, int]


def _rules(backend: clingo.Backend, one: Reduced, leaf: Callable[[clingo.Backend, int, int], None]) -> list[int]:
    """Atoms of the nodes, with a rule for each condition; ``leaf`` says (with the atom and the name) when a variable holds."""
    parts_of, needs = one.reading.parts, one.reading.needs
    atoms = [backend.add_atom() for _ in needs]
    for node, name in enumerate(one.names):
        leaf(backend, atoms[node], name)
    for node in range(len(one.names), len(needs)):
        parts = [atoms[part] for part in parts_of[node]]
        if needs[node] == len(parts):
            backend.add_rule([atoms[node]], parts)
        elif needs[node] == 1:
            for part in parts:
                backend.add_rule([atoms[node]], [part])
        else:
            backend.add_weight_rule([atoms[node]], needs[node], [(part, 1) for part in parts])
    return atoms


def patience(one: Reduced) -> int:
    """How many conflicts a search in this cone may take."""
    return min(MOST_CONFLICTS, MOST_CIRCULAR // max(1, len(one.reading.needs))) if circular(one.reading) else MOST_CONFLICTS


_SOLVE = ("solve_limit", "opt_mode", "enum_mode", "models")


def _control(one: Reduced, conflicts: int | None, settings: Mapping[str, str]) -> clingo.Control:
    control = clingo.Control(["--warn=none"])
    limit = {"solve_limit": str(patience(one) if conflicts is None else conflicts)}
    for name, value in {**limit, **settings}.items():
        part = control.configuration.solve if name in _SOLVE else control.configuration.solver
        setattr(part, name, value)
    return control


def _removing(
    one: Reduced, fixed: frozenset[int], conflicts: int | None, settings: Mapping[str, str], with_: int | None = None, prefer: bool = False
) -> _Search:
    """The program whose models are the sets whose removal brings the top down.

    ``with_``: that variable is in the set, and the rest of the set does not do it alone. ``prefer``: minimal sets first.
    """
    control = _control(one, conflicts, settings)
    gone: dict[int, int] = {}
    with control.backend() as backend:
        for name in one.names:
            if name not in fixed:
                gone[name] = backend.add_atom()
                backend.add_rule([gone[name]], choice=name != with_)
                if prefer:
                    backend.add_heuristic(gone[name], HeuristicType.False_, 1, 1, [])

        def left(backend: clingo.Backend, atom: int, name: int) -> None:
            backend.add_rule([atom], [-gone[name]] if name in gone else [])

        def restored(backend: clingo.Backend, atom: int, name: int) -> None:
            backend.add_rule([atom], [-gone[name]] if name in gone and name != with_ else [])

        backend.add_rule([], [_rules(backend, one, left)[one.top]])
        if with_ is not None:
            backend.add_rule([], [-_rules(backend, one, restored)[one.top]])
        if not prefer:
            backend.add_minimize(0, [(atom, 1) for atom in gone.values()])
    return _Search(control, gone)


@dataclass(slots=True)
class _Found:
    """What a search said: sets in the order they were found, what was proved from below, and whether it came to its end."""

    sets: list[frozenset[int]] = field(default_factory=list)
    at_least: int = 0
    ended: bool = False


def _run(search: _Search) -> _Found:
    found = _Found()

    def model(one: clingo.Model) -> None:
        found.sets.append(frozenset(name for name, atom in search.chosen.items() if one.is_true(atom)))

    def unsat(bounds: Iterable[int]) -> None:
        found.at_least = max(found.at_least, *bounds, 0)

    result = search.control.solve(on_model=model, on_unsat=unsat)
    found.ended = bool(result.exhausted)
    return found


def fewest(one: Reduced, fixed: frozenset[int] = frozenset(), conflicts: int | None = None, most: int = MOST_SMALLEST) -> Fewest:
    """How few of the variables that are not fixed must go, and up to ``most`` of the smallest sets that do it."""
    if one.never:
        return Fewest(0, 0, (frozenset(),), True)
    free = frozenset(one.names) - fixed
    if one.always or one.holds(free):
        return Fewest(None, None, (), True)
    bounds = _bounds(one, fixed, conflicts)
    at_least, best = bounds.at_least, bounds.best or free
    best = best if bounds.ended else _smaller(one, best)
    if at_least < len(best):
        return Fewest(at_least, len(best), (best,), False)
    bounds.search.control.configuration.solve.opt_mode = f"enum,{at_least}"  # type: ignore[union-attr]
    bounds.search.control.configuration.solve.models = str(most + 1)  # type: ignore[union-attr]
    every = _run(bounds.search)
    sets = sorted({best, *every.sets}, key=_by_size)[:most]
    return Fewest(at_least, at_least, tuple(sets), every.ended and len(every.sets) <= most)


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What is proved of the smallest set from below, the smallest found, whether that is the end of it, and the search, to go on with."""

    at_least: int
    best: frozenset[int] | None
    ended: bool
    search: _Search


def _bounds(one: Reduced, fixed: frozenset[int], conflicts: int | None, with_: int | None = None) -> _Bounds:
    """From below, and if that does not come to an end, from above. The empty set never does it."""
    search = _removing(one, fixed, conflicts, {"opt_strategy": "usc,k"}, with_)
    cores = _run(search)
    steps = _Found() if cores.ended else _run(_removing(one, fixed, conflicts, {"opt_strategy": "bb,lin"}, with_))
    best = min((*cores.sets, *steps.sets), key=_by_size, default=None)
    ended = cores.ended or steps.ended
    return _Bounds(len(best) if ended and best else max(1, cores.at_least), best, ended, search)


def _smaller(one: Reduced, removed: frozenset[int]) -> frozenset[int]:
    """A minimal set that does it within one that does, given back one at a time."""
    for name in sorted(removed):
        if not one.holds(removed - {name}):
            removed -= {name}
    return removed


def contingency(one: Reduced, unit: int, fixed: frozenset[int] = frozenset(), conflicts: int | None = None) -> Contingency:
    """How many other removals it takes before this one decides. Both bounds None: no number does, or it is not to be removed."""
    if unit not in one.names or unit in fixed:
        return Contingency(None, None, True)
    bounds = _bounds(one, fixed, conflicts, unit)
    least, ended = bounds.at_least - 1, bounds.ended
    if bounds.best is None:
        return Contingency(None if ended else least, None, ended)
    return Contingency(least, len(bounds.best) - 1, ended or bounds.at_least == len(bounds.best))


def cuts(one: Reduced, most: int, fixed: frozenset[int] = frozenset(), conflicts: int | None = None) -> Listing:
    """Minimal sets whose removal brings the top down."""
    if one.never:
        return Listing((frozenset(),), True)
    if one.always:
        return Listing((), True)
    return _listing(_removing(one, fixed, conflicts, {**_MINIMAL, "models": str(most + 1)}, prefer=True), most)


def supports(one: Reduced, most: int, conflicts: int | None = None) -> Listing:
    """Minimal sets of variables that alone hold the top up."""
    if one.never:
        return Listing((), True)
    if one.always:
        return Listing((frozenset(),), True)
    control = _control(one, conflicts, {**_MINIMAL, "models": str(most + 1)})
    kept: dict[int, int] = {}
    with control.backend() as backend:

        def chosen(backend: clingo.Backend, atom: int, name: int) -> None:
            kept[name] = atom
            backend.add_rule([atom], choice=True)
            backend.add_heuristic(atom, HeuristicType.False_, 1, 1, [])

        backend.add_rule([], [-_rules(backend, one, chosen)[one.top]])
    return _listing(_Search(control, kept), most)


_MINIMAL = {"heuristic": "Domain", "enum_mode": "domRec"}


def _listing(search: _Search, most: int) -> Listing:
    found = _run(search)
    return Listing(tuple(sorted(found.sets[:most], key=_by_size)), found.ended and len(found.sets) <= most)


def lines(one: Reduced, number: int, conflicts: int | None = None) -> tuple[frozenset[int], ...] | None:
    """So many sets that each hold the top up and have nothing in common; empty where there are not so many, None where it was not settled."""
    if one.never or one.always or number * len(one.reading.needs) > MOST_COPIES:
        return None
    control = _control(one, conflicts, {})
    copies: list[dict[int, int]] = []
    with control.backend() as backend:
        for _ in range(number):
            kept: dict[int, int] = {}

            def chosen(backend: clingo.Backend, atom: int, name: int, kept: dict[int, int] = kept) -> None:
                kept[name] = atom
                backend.add_rule([atom], choice=True)

            backend.add_rule([], [-_rules(backend, one, chosen)[one.top]])
            copies.append(kept)
        for name in one.names:
            backend.add_weight_rule([], 2, [(kept[name], 1) for kept in copies])
    lines: list[frozenset[int]] = []

    def model(found: clingo.Model) -> None:
        lines.extend(frozenset(name for name, atom in kept.items() if found.is_true(atom)) for kept in copies)

    result = control.solve(on_model=model)
    return tuple(lines) if lines or result.exhausted else None


def _by_size(one: frozenset[int]) -> tuple[int, list[int]]:
    return len(one), sorted(one)
