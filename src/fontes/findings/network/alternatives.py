"""Statements that leave a choice: *before or after*, *in 1936 or in 1937*. Each choice is tried, and the bounds enclose what holds in any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fontes.findings.network import Closure, Constraint, Network, closure
from fontes.findings.network.cores import Core, core
from fontes.findings.network.relations import relation_constraints

MOST = 64
"""How many combinations are tried at once."""

Choice = Sequence[tuple[Constraint, ...]]


@dataclass(frozen=True, slots=True)
class Branch:
    """The first choices made, by their places; ``core`` says why they cannot hold, None if all choices are made and they can."""

    picked: tuple[int, ...]
    core: Core | None = None


@dataclass(frozen=True, slots=True)
class Hull:
    """The bounds of each point over all combinations that can hold: no day outside is possible, days inside may be (None: unbounded).

    ``fits`` are those combinations, ``fails`` those that cannot hold, as far as they were pursued. Where none fits there are no bounds.
    """

    lower: tuple[int | None, ...]
    upper: tuple[int | None, ...]
    fits: tuple[Branch, ...]
    fails: tuple[Branch, ...]


def alternatives(network: Network, choices: Sequence[Choice], most: int = MOST) -> Hull:
    """What holds whichever way the choices fall; of each, at least one alternative holds.

    Combinations that cannot hold are given up as early as possible. Raises ValueError if more than ``most`` stay open at once.
    """
    live: list[tuple[tuple[int, ...], Network]] = [((), network)]
    fails: list[Branch] = []
    for choice in choices:
        grown: list[tuple[tuple[int, ...], Network]] = []
        if len(live) * len(choice) > most:
            raise ValueError(f"more than {most} combinations of alternatives are open at once; ask about fewer of them together")
        for picked, before in live:
            for place, constraints in enumerate(choice):
                tried = Network(before.points, (*before.constraints, *constraints))
                broken = core(tried)
                if broken:
                    fails.append(Branch((*picked, place), broken))
                else:
                    grown.append(((*picked, place), tried))
        live = grown
    found = [(picked, result) for picked, one in live if isinstance(result := closure(one), Closure)]
    if not choices and not found:
        fails.append(Branch((), core(network)))
    lower = tuple(_outermost(column, -1) for column in zip(*(one.lower for _, one in found), strict=True))
    upper = tuple(_outermost(column, 1) for column in zip(*(one.upper for _, one in found), strict=True))
    return Hull(lower, upper, tuple(Branch(picked) for picked, _ in found), tuple(fails))


def _outermost(days: Iterable[int | None], sign: int) -> int | None:
    """The latest day (``sign`` 1) or the earliest (-1); None if any is unbounded."""
    known: list[int] = []
    for day in days:
        if day is None:
            return None
        known.append(sign * day)
    return sign * max(known)


def disjoint(a_start: int, a_end: int, b_start: int, b_end: int, claims: tuple[str, ...] = ()) -> Choice:
    """Two events that share no day: one is before the other."""
    return tuple(relation_constraints(name, a_start, a_end, b_start, b_end, claims) for name in ("before", "after"))
