"""Which of two points comes first: certain, possible or impossible, and what forces it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fontes.findings.network import Clash, Closure, Constraint, Network, closure


class Comes(Enum):
    """What a network allows of an order."""

    CERTAIN = "certain"
    """In every arrangement."""
    POSSIBLE = "possible"
    """In some arrangements, not in others."""
    IMPOSSIBLE = "impossible"
    """In none."""
    INCONSISTENT = "inconsistent"
    """There is no arrangement: the network contradicts itself."""


@dataclass(frozen=True, slots=True)
class Order:
    """Whether ``x`` comes before ``y`` (``before``), and whether no later (``not_after``: the same day is allowed).

    ``why`` are the constraints that make ``before`` certain or impossible, as a chain; where it is only possible, none. ``recorded`` is False where
    no statement bears on how far the two points can lie apart in either direction: then *possible* is for want of any evidence.
    """

    before: Comes
    not_after: Comes
    why: tuple[Constraint, ...] = ()
    recorded: bool = True


def order(where: Network | Closure | Clash, x: int, y: int) -> Order:
    """How two points lie to each other by ``D``, the most days from one to the other (Dechter, Meiri and Pearl 1991, section 3).

    The whole network is asked, not only the bounds of the two points: it can force their order though their bounds overlap.
    """
    found = closure(where) if isinstance(where, Network) else where
    if isinstance(found, Clash):
        return Order(Comes.INCONSISTENT, Comes.INCONSISTENT, found.cycle, any(one.claims for one in found.cycle))
    most, back = found.furthest(x, y), found.furthest(y, x)
    before, not_after = _comes(most, back, 1), _comes(most, back, 0)
    chains = found.why_furthest(x, y), found.why_furthest(y, x)
    why = chains[1] if before is Comes.CERTAIN else chains[0] if before is Comes.IMPOSSIBLE else ()
    return Order(before, not_after, why, any(one.claims for chain in chains for one in chain))


def _comes(most: int | None, back: int | None, days: int) -> Comes:
    """Is ``y - x`` at least so many days? It is between ``-back`` and ``most``."""
    if back is not None and -back >= days:
        return Comes.CERTAIN
    return Comes.IMPOSSIBLE if most is not None and most < days else Comes.POSSIBLE
