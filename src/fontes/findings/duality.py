"""Minimal sets that keep something up, and minimal sets whose loss brings it down: two sides of one thing.

The smallest supports of a monotone condition and the smallest cuts are the minimal transversals of each other (Berge, *Hypergraphes*, 1987;
Gurvich and Khachiyan, *On generating the irredundant conjunctive and disjunctive normal forms of monotone Boolean functions*, 1999). Both are
grown together, each step asking the condition itself, as in MARCO (Liffiton et al., *Fast, flexible MUS enumeration*, 2016): the
smallest cut consistent with the supports known so far either brings the condition down, and then is a cut, or leaves a support not yet known.
Nothing is listed that was not asked for, and when the listing is broken off at a limit, what it proves is still said: at least, at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Keep = Callable[[frozenset[int]], frozenset[int] | None]
"""Given what is removed: a set of what else must not be removed (not always smallest), or None where nothing holds."""

MOST_CUTS = 1500
MOST_SUPPORTS = 300
MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True)
class Duals:
    """Minimal supports and minimal cuts, smallest first; all of them where ``exact``.

    ``at_least`` and ``at_most`` enclose the size of the smallest cut within what may be removed; ``at_most`` None: there is no such cut.
    ``lines`` is a largest collection found of supports with nothing in common, ``lines_exact`` if no larger one exists.
    """

    supports: tuple[frozenset[int], ...]
    cuts: tuple[frozenset[int], ...]
    exact: bool
    at_least: int | None
    at_most: int | None
    lines: tuple[frozenset[int], ...]
    lines_exact: bool

    @property
    def fewest_exact(self) -> bool:
        return self.at_least == self.at_most


def smallest_support(keep: Keep, removed: frozenset[int]) -> frozenset[int] | None:
    """A minimal support that avoids what is removed; None where there is none."""
    found = keep(removed)
    if found is None:
        return None
    for one in sorted(found):
        if one in found:
            less = keep_only(keep, removed, found - {one})
            found = found if less is None else less
    return found


def keep_only(keep: Keep, removed: frozenset[int], left: frozenset[int]) -> frozenset[int] | None:
    """A support within ``left``, or None; what is neither in ``left`` nor removed is removed too (see `Within`)."""
    within = getattr(keep, "within", None)
    if within is None:
        raise TypeError("a condition must also say what it can hold on")
    found: frozenset[int] | None = within(left - removed)
    return found


@dataclass(frozen=True, slots=True)
class Within:
    """A condition over a set of variables, asked either by what is removed or by what is left."""

    variables: frozenset[int]
    on: Callable[[frozenset[int]], frozenset[int] | None]

    def __call__(self, removed: frozenset[int]) -> frozenset[int] | None:
        return self.on(removed)

    def within(self, left: frozenset[int]) -> frozenset[int] | None:
        return self.on(self.variables - left)


def dualise(keep: Within, fixed: frozenset[int] = frozenset()) -> Duals:
    """All minimal supports and cuts of a condition, as far as the limits allow; ``fixed`` cannot be removed and is in no cut."""
    supports: list[frozenset[int]] = []
    open_cuts: set[frozenset[int]] = {frozenset()}
    cuts: list[frozenset[int]] = []
    proved: set[frozenset[int]] = set()
    broken_off = False
    while pending := [cut for cut in open_cuts if cut not in proved]:
        if len(open_cuts) > MOST_CUTS or len(supports) > MOST_SUPPORTS:
            broken_off = True
            break
        cut = min(pending, key=_size)
        support = smallest_support(keep, cut)
        if support is None:
            proved.add(cut)
            cuts.append(cut)
        else:
            supports.append(support)
            open_cuts = _hit(open_cuts, support)
    usable = [cut for cut in cuts if not cut & fixed]
    return _bounded(keep, fixed, supports, usable, open_cuts, exact=not broken_off)


def _size(one: frozenset[int]) -> tuple[int, list[int]]:
    return len(one), sorted(one)


def _hit(cuts: set[frozenset[int]], support: frozenset[int]) -> set[frozenset[int]]:
    """One step of Berge's algorithm: the minimal sets that hit what ``cuts`` hit, and ``support`` too."""
    kept = {cut for cut in cuts if cut & support}
    grown = {cut | {one} for cut in cuts - kept for one in support}
    by_member: dict[int, list[frozenset[int]]] = {}
    for cut in kept:
        for one in cut & support:
            by_member.setdefault(one, []).append(cut)
    fresh = {new for new in grown if not any(old <= new for one in new & support for old in by_member.get(one, ()))}
    return kept | fresh


def _bounded(
    keep: Within,
    fixed: frozenset[int],
    supports: list[frozenset[int]],
    cuts: list[frozenset[int]],
    open_cuts: set[frozenset[int]],
    exact: bool,
) -> Duals:
    most: int | None = min(map(len, cuts), default=None)
    possible = [len(cut) for cut in open_cuts if not cut & fixed]
    least: int | None = most if exact else min(possible, default=None)
    lines, lines_exact = _packing(supports) if exact else (_apart(keep), False)
    if not exact:
        upper = _some_cut(keep, fixed)
        most = upper if most is None else min(most, upper or most)
        least = None if most is None else max(least or 0, len(lines))
        lines_exact = most is not None and len(lines) == most
    ordered = tuple(sorted(supports, key=_size)), tuple(sorted(cuts, key=_size))
    return Duals(*ordered, exact, least, most, lines, lines_exact)


def _apart(keep: Within) -> tuple[frozenset[int], ...]:
    """Supports with nothing in common, taken one after the other: not always as many as there could be."""
    lines: list[frozenset[int]] = []
    used: frozenset[int] = frozenset()
    while (support := smallest_support(keep, used)) is not None:
        lines.append(support)
        if not support:
            break
        used |= support
    return tuple(lines)


def _some_cut(keep: Within, fixed: frozenset[int]) -> int | None:
    """The size of some minimal cut: everything is removed and given back one at a time as long as nothing holds."""
    removed = keep.variables - fixed
    if keep(removed) is not None:
        return None
    for one in sorted(removed):
        if keep(removed - {one}) is None:
            removed -= {one}
    return len(removed)


def _packing(supports: Iterable[frozenset[int]]) -> tuple[tuple[frozenset[int], ...], bool]:
    """A largest collection of sets with nothing in common, by branch and bound; exact unless the steps run out."""
    ordered = sorted(supports, key=_size)
    best: tuple[frozenset[int], ...] = ()
    steps = 0
    waiting: list[tuple[tuple[frozenset[int], ...], list[frozenset[int]]]] = [((), ordered)]
    while waiting:
        chosen, left = waiting.pop()
        steps += 1
        if steps > MOST_STEPS:
            return best, False
        if len(chosen) > len(best):
            best = chosen
        if not left or len(chosen) + _room(left) <= len(best):
            continue
        first = left[0]
        waiting.append((chosen, left[1:]))
        waiting.append(((*chosen, first), [one for one in left[1:] if not one & first]))
    return best, True


def _room(left: list[frozenset[int]]) -> int:
    """How many of these sets can be apart at most: no more than there are sets, or members for the smallest of them."""
    smallest = max(1, min(map(len, left)))
    return min(len(left), len(frozenset().union(*left)) // smallest) if any(left) else 1
