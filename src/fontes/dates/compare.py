"""Comparing dates that are not fully known: three answers, never a guess.

A side on which nothing is known is taken as far out as can be, so `CERTAIN` and `IMPOSSIBLE` hold whatever
the day turns out to be. Only the two dates are looked at: what other statements imply is for the chronology.
"""

from __future__ import annotations

from enum import Enum

from fontes.dates.days import iso_day
from fontes.dates.when import Anchor, Bound, Edge, When


class Answer(Enum):
    """What the bounds of two dates allow."""

    CERTAIN = "certain"
    """Whatever the days are, yes."""
    POSSIBLE = "possible"
    """For some days yes, for others no, or not enough is known."""
    IMPOSSIBLE = "impossible"
    """Whatever the days are, no."""


_BEFORE_ALL = float("-inf")
_AFTER_ALL = float("inf")


def _of_start(bound: Bound, unknown: float) -> float:
    """A bound on a first day as a number; an open beginning lies before every day."""
    return bound if isinstance(bound, int) else _BEFORE_ALL if bound is Edge.OPEN else unknown


def _of_end(bound: Bound, unknown: float) -> float:
    """A bound on a last day as a number; an open end lies after every day."""
    return bound if isinstance(bound, int) else _AFTER_ALL if bound is Edge.OPEN else unknown


def _answer(certain: bool, impossible: bool, settled: bool) -> Answer:
    if not settled:
        return Answer.POSSIBLE
    return Answer.CERTAIN if certain else Answer.IMPOSSIBLE if impossible else Answer.POSSIBLE


def precedes(a: When, b: When, *, on_the_record: bool = False) -> Answer:
    """Was `a` over before `b` began: is a's last day before b's first?

    A doubtful date (`?`) claims nothing for certain, unless it is taken at its word `on_the_record`.
    """
    certain = _of_end(a.end[1], _AFTER_ALL) < _of_start(b.start[0], _BEFORE_ALL)
    impossible = _of_end(a.end[0], _BEFORE_ALL) >= _of_start(b.start[1], _AFTER_ALL)
    return _answer(certain, impossible, on_the_record or not (a.doubtful or b.doubtful))


def by(a: When, limit: When, *, on_the_record: bool = False) -> Answer:
    """Had `a` happened, to its last day, by the end of `limit`?

    The end of `by 1937` is 31 December 1937. Where the limit is itself vague (`about 1936`, `winter 1936`),
    only what had happened by its earliest possible day is certain. A limit without a known end settles
    nothing.
    """
    end = limit.end[1]
    if isinstance(end, Edge):
        return Answer.POSSIBLE
    vague = limit.approximate or "winter-wide" in limit.assumptions
    sure = _of_end(limit.end[0], _BEFORE_ALL) if vague else end
    certain = _of_end(a.end[1], _AFTER_ALL) <= sure
    impossible = _of_end(a.end[0], _BEFORE_ALL) > end
    return _answer(certain, impossible, on_the_record or not (a.doubtful or limit.doubtful))


def within(inner: When, outer: When) -> bool:
    """Does the hull of one date lie inside that of the other, so that the two are no rivals?

    A date that hangs on an event is inside another only if that hangs on the same event in the same
    direction and is no narrower: beyond that their days are not known here.
    """
    if inner.anchors or outer.anchors:
        return len(inner.anchors) == len(outer.anchors) and all(
            _no_wider(one, other) for one, other in zip(inner.anchors, outer.anchors, strict=True)
        )
    reaches_back = _hull_start(outer.earliest) <= _hull_start(inner.earliest)
    return reaches_back and _hull_end(inner.latest) <= _hull_end(outer.latest)


def _hull_start(bound: Bound) -> float:
    return _of_start(bound, _BEFORE_ALL)


def _hull_end(bound: Bound) -> float:
    return _of_end(bound, _AFTER_ALL)


def _no_wider(inner: Anchor, outer: Anchor) -> bool:
    if (inner.name, inner.relation) != (outer.name, outer.relation):
        return False
    near_enough = outer.most is None or (inner.most is not None and inner.most <= outer.most)
    return near_enough and (outer.least is None or (inner.least or 0) >= outer.least)


def iso(bound: Bound) -> str:
    """A bound for tables: `1937-06-12`, `open` or `unknown`; beyond four digits the year, `Y12000`."""
    return bound.value if isinstance(bound, Edge) else iso_day(bound)


def sort_key(when: When) -> tuple[int, int, int, int, str]:
    """Orders dates by the earliest day, then by the latest; open beginnings first, unknown ones last."""
    start, end = when.earliest, when.latest
    rank = -1 if start is Edge.OPEN else 1 if start is Edge.UNKNOWN else 0
    after = 1 if end is Edge.OPEN else 2 if end is Edge.UNKNOWN else 0
    return (
        rank,
        start if isinstance(start, int) else 0,
        after,
        end if isinstance(end, int) else 0,
        when.written,
    )
