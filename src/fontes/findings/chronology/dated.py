"""What a date says of a first and a last day: each sense and each anchor as differences between points.

A thing that lasts has a first day *s* and a last day *e*. A *bond* ``(x, y, days)`` says ``y - x <= days``; point 0 is day 0, so that
``(0, e, d)`` is "over by d" and ``(s, 0, -d)`` "not begun before d". `?` changes no bond: it makes the statement doubtful, and the
chronology then claims nothing for certain from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fontes.dates import Anchor, Bound, NotUnderstood, When, read
from fontes.model.stances import Relation

Bond = tuple[int, int, int]
Points = tuple[int, int]
"""The first and the last day of a thing, as points of a network."""

ORIGIN = 0
HORIZON = 1 << 50
"""Days beyond this, three million million years away, set no bond: sums of them would leave the whole numbers that networks reckon with."""


def not_before(point: int, day: Bound) -> Iterator[Bond]:
    """The point lies on this day or later; a side without a day says nothing."""
    if isinstance(day, int) and abs(day) < HORIZON:
        yield point, ORIGIN, -day


def not_after(point: int, day: Bound) -> Iterator[Bond]:
    """The point lies on this day or earlier; a side without a day says nothing."""
    if isinstance(day, int) and abs(day) < HORIZON:
        yield ORIGIN, point, day


def apart(one: int, other: int, least: int | None, most: int | None) -> Iterator[Bond]:
    """``other`` lies at least and at most so many days after ``one``."""
    if least is not None and least < HORIZON:
        yield other, one, -least
    if most is not None and most < HORIZON:
        yield one, other, most


def sensed(when: When, of: Points, sense: str = "") -> Iterator[Bond]:
    """The bonds of a calendar date, in a sense.

    ``within``: it happened inside the date. ``throughout``: the date is its extent, from the first day to the last. ``covers``: it had
    begun by the first day and lasted to the last at least. Left out, the date speaks for itself: a moment is read as ``within``, and
    ``X/Y`` began sometime in X and ended sometime in Y (EDTF, Library of Congress 2019).
    """
    start, end = of
    if sense == "throughout":
        yield from (*not_before(start, when.earliest), *not_after(start, when.earliest))
        yield from (*not_before(end, when.latest), *not_after(end, when.latest))
    elif sense == "covers":
        yield from (*not_after(start, when.earliest), *not_before(end, when.latest))
    elif sense == "within":
        yield from (*not_before(start, when.earliest), *not_after(end, when.latest))
    else:
        yield from (*not_before(start, when.start[0]), *not_after(start, when.start[1]))
        yield from (*not_before(end, when.end[0]), *not_after(end, when.end[1]))


def touching(when: When, of: Points) -> Iterator[Bond]:
    """The bonds of "held in 1936": it had begun by the end of that, and was not over before it began.

    Weaker than ``throughout``, which would let somebody removed in September 1936 contradict his being in office that year.
    """
    start, end = of
    yield from (*not_after(start, when.latest), *not_before(end, when.earliest))


def beside(relation: str, of: Points, to: Points, least: int | None = None, most: int | None = None) -> Iterator[Bond]:
    """The bonds of ``before``, ``after``, ``during``, ``at`` and ``by`` something else, perhaps at a distance in days.

    Without a distance, *before* and *after* exclude the same day; with one they are counted from the last day of the earlier to the first
    of the later. ``during`` at a distance is counted from first day to first day. ``at`` asks for a day in common. ``about`` says
    that it was near, and not how near: it gives no bond.
    """
    start, end = of
    first, last = to
    if relation == "before":
        yield from apart(end, first, 1 if least is None else least, most)
    elif relation == "after":
        yield from apart(last, start, 1 if least is None else least, most)
    elif relation == "during":
        yield from (*apart(first, start, 0, None), *apart(end, last, 0, None))
        if least is not None or most is not None:
            yield from apart(first, start, least, most)
    elif relation == "at":
        yield from (*apart(start, last, 0, None), *apart(first, end, 0, None))
    elif relation == "by":
        yield from apart(end, last, 0, None)


def bonds(when: When, of: Points, points_of: Callable[[str], Points | None], sense: str = "") -> Iterator[Bond]:
    """Everything a date says of a thing: its days, and how it hangs on others."""
    yield from sensed(when, of, sense)
    for anchor in when.anchors:
        to = points_of(anchor.name)
        if to is not None:
            yield from anchored(anchor, of, to)


def anchored(anchor: Anchor, of: Points, to: Points) -> Iterator[Bond]:
    """How something hangs on an event or a statement."""
    yield from beside(anchor.relation, of, to, anchor.least, anchor.most)


def assumed(relation: Relation) -> tuple[str, ...]:
    """The constants of a profile in a distance: ``4 months`` is rounded, ``between 3 and 5 months`` is not."""
    return rounded(relation.written)


def rounded(written: str) -> tuple[str, ...]:
    """The same of a length of time as written, such as ``4 months``."""
    when = read(f"{written} after x") if written else None
    return () if when is None or isinstance(when, NotUnderstood) else when.assumptions


def lasting(of: Points, least: int | None, most: int | None) -> Iterator[Bond]:
    """The bonds of a duration in days, the first and the last day counted: one day has its end on its first day."""
    start, end = of
    yield from apart(start, end, None if least is None else max(least - 1, 0), None if most is None else max(most - 1, 0))
