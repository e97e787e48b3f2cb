"""Minimal sets that keep something up, and minimal sets whose loss brings it down: two sides of one thing.

The smallest supports of a monotone condition and its smallest cuts are the minimal transversals of each other (Berge,
*Hypergraphes*, 1987; Gurvich and Khachiyan, *On generating the irredundant conjunctive and disjunctive normal forms of
monotone Boolean functions*, 1999). Both are grown together, each step asking the condition itself, as in MARCO (Liffiton et
al., *Fast, flexible MUS enumeration*, 2016): the smallest cut consistent with the supports known so far either brings the
condition down, and then is a cut, or leaves a support not yet known. When the listing is broken off at a limit, what it
proves is still said: at least, at most.

A condition given as a cone (`Upheld`) is made smaller first, and what is too large for that listing is asked of a solver (`fewest`): the
fewest removals exactly, with some of the smallest sets, as many minimal sets as the limits allow, and separate lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fontes.findings.engine import fewest
from fontes.findings.engine.apart import by_size, groups_of, products, rows
from fontes.findings.engine.fewest import Contingency, Fewest, Listing
from fontes.findings.engine.reduced import Reduced, Upheld, circular, reduced

MOST_CUTS = 1500
MOST_SUPPORTS = 300
MOST_STEPS = 20_000
MOST_NODES = 100
"""Reduced cones up to this size are listed by asking them; larger ones by the solver."""
MOST_CIRCULAR = 1000
"""Nodes of a cone with circles up to which as many sets are listed as in one without; in larger ones fewer in proportion."""


@dataclass(frozen=True, slots=True)
class Duals:
    """Minimal supports and minimal cuts, smallest first; all of them where ``exact``.

    ``at_least`` and ``at_most`` enclose the size of the smallest cut within what may be removed; ``at_most`` None: there is no such cut.
    ``lines`` is a largest collection found of supports with nothing in common, ``lines_exact`` if no larger one exists.
    ``smallest`` are cuts of ``at_most`` members, also where the listing was broken off; all of them where ``smallest_exact``.
    ``all_supports`` and ``all_cuts``: is this side of the listing complete?
    """

    supports: tuple[frozenset[int], ...]
    cuts: tuple[frozenset[int], ...]
    exact: bool
    at_least: int | None
    at_most: int | None
    lines: tuple[frozenset[int], ...]
    lines_exact: bool
    smallest: tuple[frozenset[int], ...] = ()
    smallest_exact: bool = False
    all_supports: bool = False
    all_cuts: bool = False

    @property
    def fewest_exact(self) -> bool:
        """Is the size of the smallest cut known?"""
        return self.at_least == self.at_most


@dataclass(frozen=True, slots=True)
class Within:
    """A monotone condition over a set of variables, asked by what is removed or by what is left.

    ``without`` gives variables that suffice (not always a smallest set of them), or None where the condition does not hold.
    """

    variables: frozenset[int]
    without: Callable[[frozenset[int]], frozenset[int] | None]

    def within(self, left: frozenset[int]) -> frozenset[int] | None:
        """The same, asked by what is left."""
        return self.without(self.variables - left)


def smallest_support(keep: Within, removed: frozenset[int]) -> frozenset[int] | None:
    """A minimal support that avoids what is removed; None where there is none."""
    found = keep.without(removed)
    for one in sorted(found or ()):
        if found is not None and one in found:
            less = keep.within(found - {one})
            found = found if less is None else less
    return found


def dualise(keep: Within | Upheld, fixed: frozenset[int] = frozenset()) -> Duals:
    """Minimal supports and cuts of a condition, as far as the limits allow; ``fixed`` cannot be removed and is in no cut."""
    if isinstance(keep, Within):
        return _asked(keep, fixed)
    small = reduced(keep)
    if len(small.reading.needs) <= MOST_NODES:
        found = _asked(Within(frozenset(small.names), small.without), fixed)
        if found.exact:
            return found
    return _parted(small, fixed)


def _parted(small: Reduced, fixed: frozenset[int]) -> Duals:
    """Group by group where it falls apart, else as one piece."""
    groups = groups_of(small)
    if groups is None:
        return _solved(small, fixed)
    each = [_of_group(one, fixed) for one in groups.groups]
    return _every(each) if groups.every else _any(each)


def _of_group(one: Reduced, fixed: frozenset[int]) -> Duals:
    if len(one.names) == 1:  # the commonest: one end of a trail, which is a support and, unless it stays, a cut
        own = (frozenset(one.names),)
        cuts, size = ((), None) if fixed & own[0] else (own, 1)
        return Duals(own, cuts, True, size, size, own, True, cuts, True, True, True)
    if len(one.reading.needs) <= MOST_NODES:
        found = _asked(Within(frozenset(one.names), one.without), fixed)
        if found.exact:
            return found
    return _parted(one, fixed)


def _any(each: Sequence[Duals]) -> Duals:
    """Of several groups any suffices: supports are those of each; a cut takes one of every group."""
    supports = tuple(sorted((one for found in each for one in found.supports), key=by_size))
    lines = tuple(line for found in each for line in found.lines)
    every = all(found.all_supports for found in each)
    if any(found.at_most is None for found in each):  # a group that nothing brings down keeps the whole up
        return Duals(supports, (), every, None, None, lines, all(found.lines_exact for found in each), (), True, every, True)
    least, most = sum(found.at_least or 0 for found in each), sum(found.at_most or 0 for found in each)
    cuts, listed = products([found.cuts for found in each])
    few, few_listed = products([found.smallest for found in each], fewest.MOST_SMALLEST) if least == most else ((), False)
    whole = listed and all(found.all_cuts for found in each)
    exact = all(found.lines_exact for found in each) or len(lines) == most
    smallest = tuple(cut for cut in cuts if len(cut) == least) if whole else few
    sure = whole or (few_listed and all(found.smallest_exact for found in each))
    return Duals(supports, cuts or few, every and whole, least, most, lines, exact, smallest, sure, every, whole)


def _every(each: Sequence[Duals]) -> Duals:
    """All of several groups are needed: cuts are those of each; a support takes one of every group."""
    supports, listed = products([found.supports for found in each])
    every = listed and all(found.all_supports for found in each)
    cuts = tuple(sorted((one for found in each for one in found.cuts), key=by_size))
    whole = all(found.all_cuts for found in each)
    lines = tuple(rows([found.lines for found in each]))
    least = min((found.at_least for found in each if found.at_least is not None), default=None)
    most = min((found.at_most for found in each if found.at_most is not None), default=None)
    exact = any(found.lines_exact and len(found.lines) == len(lines) for found in each) or len(lines) == most
    smallest = tuple(cut for found in each for cut in found.smallest if len(cut) == least == most)
    sure = least == most and all(found.smallest_exact or (found.at_least or 0) > (most or 0) for found in each)
    return Duals(supports, cuts, every and whole, least, most, lines, exact, tuple(sorted(smallest, key=by_size)), sure, every, whole)


def contingencies(
    keep: Upheld, duals: Duals, units: Iterable[int], fixed: frozenset[int] = frozenset(), most: int = 40
) -> dict[int, Contingency]:
    """How many other removals it takes before each of these decides: from the duals where they tell, else sought for the first ``most``.

    What is not sought is said to be at least what the fewest removals allow.
    """
    small, found, sought = reduced(keep), dict[int, Contingency](), 0
    for unit in units:
        listed = min((len(cut) for cut in (*duals.smallest, *duals.cuts) if unit in cut), default=None)
        known = None if listed is None else listed - 1
        if duals.all_cuts or (duals.fewest_exact and listed == duals.at_least) or unit in fixed or unit not in small.names:
            found[unit] = Contingency(known, known, True)
        elif sought < most:
            sought += 1
            told = fewest.contingency(small, unit, fixed, fewest.patience(small) // 3)
            better = told.at_most if known is None or (told.at_most is not None and told.at_most < known) else known
            found[unit] = told if told.exact else Contingency(told.at_least, better, told.at_least == better)
        else:
            found[unit] = Contingency(max(0, (duals.at_least or 1) - 1), known, False)
    return found


def _asked(keep: Within, fixed: frozenset[int]) -> Duals:
    """By asking the condition itself, as long as the limits allow."""
    supports: list[frozenset[int]] = []
    open_cuts: set[frozenset[int]] = {frozenset()}
    cuts: list[frozenset[int]] = []
    proved: set[frozenset[int]] = set()
    broken_off = False
    while pending := [cut for cut in open_cuts if cut not in proved]:
        if len(open_cuts) > MOST_CUTS or len(supports) > MOST_SUPPORTS:
            broken_off = True
            break
        cut = min(pending, key=by_size)
        support = smallest_support(keep, cut)
        if support is None:
            proved.add(cut)
            cuts.append(cut)
        else:
            supports.append(support)
            open_cuts = _hit(open_cuts, support)
    usable = [cut for cut in cuts if not cut & fixed]
    return _bounded(keep, fixed, supports, usable, open_cuts, exact=not broken_off)


def _solved(small: Reduced, fixed: frozenset[int]) -> Duals:
    """By the solver: each number as far as it is proved."""
    supports = fewest.supports(small, _most(small, MOST_SUPPORTS))
    cuts = fewest.cuts(small, _most(small, MOST_CUTS), fixed)
    few = _from_all(cuts) if cuts.complete else fewest.fewest(small, fixed)
    lines, lines_exact = _separate(small, supports, few)
    least, most = few.at_least, None if few.at_most is None else min([few.at_most, *map(len, cuts.sets)])
    if least is not None:
        least = max(least, len(lines))
    every = tuple(sorted({*cuts.sets, *few.smallest}, key=by_size))
    return Duals(
        supports.sets,
        every,
        supports.complete and cuts.complete,
        least,
        most,
        lines,
        lines_exact or (most is not None and len(lines) == most),
        tuple(cut for cut in every if len(cut) == least == most)[: fewest.MOST_SMALLEST if not few.complete else None],
        few.complete,
        supports.complete,
        cuts.complete,
    )


def _from_all(cuts: Listing) -> Fewest:
    """The smallest of all cuts."""
    size = min(map(len, cuts.sets), default=None)
    return Fewest(size, size, tuple(cut for cut in cuts.sets if len(cut) == size), True)


def _most(small: Reduced, usual: int) -> int:
    """How many sets are listed."""
    size = len(small.reading.needs)
    return usual if size <= MOST_CIRCULAR or not circular(small.reading) else max(20, usual * MOST_CIRCULAR // size)


def _separate(small: Reduced, supports: Listing, few: Fewest) -> tuple[tuple[frozenset[int], ...], bool]:
    """A largest collection of supports with nothing in common, and whether that is proved: no larger one than there are fewest removals."""
    lines, exact = _packing(supports.sets)
    exact = exact and supports.complete
    while not exact and len(lines) != few.at_most:
        more = fewest.lines(small, len(lines) + 1, fewest.patience(small) // 3)
        if not more:
            exact = more is not None
            break
        lines = more
    return lines, exact or len(lines) == few.at_most


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
    ordered = tuple(sorted(supports, key=by_size)), tuple(sorted(cuts, key=by_size))
    smallest = tuple(cut for cut in ordered[1] if least == most == len(cut))
    return Duals(*ordered, exact, least, most, lines, lines_exact, smallest, exact, exact, exact)


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
    if keep.without(removed) is not None:
        return None
    for one in sorted(removed):
        if keep.without(removed - {one}) is None:
            removed -= {one}
    return len(removed)


def _packing(supports: Iterable[frozenset[int]]) -> tuple[tuple[frozenset[int], ...], bool]:
    """A largest collection of sets with nothing in common, by branch and bound; exact unless the steps run out."""
    ordered = sorted(supports, key=by_size)
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
