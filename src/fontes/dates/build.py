"""From the calendar dates in an expression to the four bounds it sets.

The senses are those of the EDTF specification: a date leaves open *when within it* something happened; `X/Y`
began sometime in X and ended sometime in Y.
"""

from __future__ import annotations

from dataclasses import replace

from fontes.dates.days import Day
from fontes.dates.when import Anchor, Bound, Edge, Piece, When


def assumed(*ids: tuple[str, ...]) -> tuple[str, ...]:
    """Several lists of assumptions as one, each id once, in the order first met."""
    return tuple(dict.fromkeys(one for several in ids for one in several))


def written_in(pieces: tuple[Piece, ...]) -> str:
    """The calendar of the first of these that is not simply Gregorian."""
    return next((piece.calendar for piece in pieces if piece.calendar != "gregorian"), "gregorian")


def _when(written: str, form: str, start: tuple[Bound, Bound], end: tuple[Bound, Bound], *pieces: Piece) -> When:
    return When(
        written,
        form,
        start,
        end,
        doubtful=any(piece.doubtful for piece in pieces),
        approximate=any(piece.approximate for piece in pieces),
        assumptions=assumed(*(piece.assumptions for piece in pieces)),
        calendar=written_in(pieces),
    )


def moment(piece: Piece, form: str = "moment", written: str | None = None) -> When:
    """Some day, or days, within this date."""
    hull = (piece.first[0], piece.last[1])
    return _when(written or piece.written, form, hull, hull, piece)


def between(written: str, first: Piece, last: Piece) -> When:
    """Sometime from the first day of one date to the last day of another."""
    hull = (first.first[0], last.last[1])
    return _when(written, "between", hull, hull, first, last)


def before(written: str, limit: Piece) -> When:
    """Over before the limit begins; how long before is not known."""
    bounds = (Edge.UNKNOWN, limit.first[1] - 1)
    return _when(written, "before", bounds, bounds, limit)


def after(written: str, limit: Piece) -> When:
    """Not begun until the limit is over; how long after is not known."""
    bounds = (limit.last[0] + 1, Edge.UNKNOWN)
    return _when(written, "after", bounds, bounds, limit)


def since(written: str, limit: Piece) -> When:
    """Not before the limit begins: `after`, with the limit's own days included."""
    bounds = (limit.first[0], Edge.UNKNOWN)
    return _when(written, "after", bounds, bounds, limit)


def by(written: str, limit: Piece) -> When:
    """Over when the limit is over, at the latest."""
    bounds = (Edge.UNKNOWN, limit.last[1])
    return _when(written, "by", bounds, bounds, limit)


def until(written: str, limit: Piece) -> When:
    """Gone on till some day of this date; since when is not known."""
    return span(written, Edge.UNKNOWN, limit)


def throughout(written: str, whole: Piece) -> When:
    """From the first day of a date to its last: the sense in which a tenure of 1936 fills the year.

    Where the extent itself is uncertain (`winter 1936`), so are its two ends.
    """
    return _when(written, "span", whole.first, whole.last, whole)


def relative(written: str, anchor: Anchor, assumptions: tuple[str, ...], doubtful: bool) -> When:
    """A date of which only its place beside an event is known. Its days follow from that event's."""
    unknown = (Edge.UNKNOWN, Edge.UNKNOWN)
    return When(written, "relative", unknown, unknown, doubtful, anchors=(anchor,), assumptions=assumptions)


def away(written: str, limit: Piece, relation: str, days: tuple[int, int | None], assumptions: tuple[str, ...]) -> When:
    """So many days before a calendar date begins, or after it is over (`days`: the least and the most; None if there is no most)."""
    least, most = days
    hull: tuple[Bound, Bound]
    if relation == "before":
        hull = (Edge.UNKNOWN if most is None else limit.first[0] - most, limit.first[1] - least)
    else:
        hull = (limit.last[0] + least, Edge.UNKNOWN if most is None else limit.last[1] + most)
    form = "between" if most is not None else relation
    made = _when(written, form, hull, hull, limit)
    return replace(made, assumptions=assumed(made.assumptions, assumptions))


def span(written: str, beginning: Piece | Edge, end: Piece | Edge) -> When:
    """Begun sometime in one date and ended sometime in another.

    Since nothing ends before it begins, a known end also bounds the beginning, and the other way round. An
    open side is beyond all days, so its bounds are open both.
    """
    pieces = tuple(side for side in (beginning, end) if isinstance(side, Piece))
    earliest: Bound = beginning.first[0] if isinstance(beginning, Piece) else beginning
    latest: Bound = end.last[1] if isinstance(end, Piece) else end
    start_by: Bound = beginning.last[1] if isinstance(beginning, Piece) else beginning
    end_from: Bound = end.first[0] if isinstance(end, Piece) else end
    return _when(written, "span", (earliest, _earlier(start_by, latest)), (_later(end_from, earliest), latest), *pieces)


def _earlier(bound: Bound, limit: Bound) -> Bound:
    if bound is Edge.OPEN or isinstance(limit, Edge):
        return bound
    return limit if isinstance(bound, Edge) else min(bound, limit)


def _later(bound: Bound, limit: Bound) -> Bound:
    if bound is Edge.OPEN or isinstance(limit, Edge):
        return bound
    return limit if isinstance(bound, Edge) else max(bound, limit)


def among(written: str, pieces: tuple[Piece, ...], open_before: bool, open_after: bool) -> When:
    """One of several dates; which, is not known. Kept as the hull of them all."""
    low, high = _hull(pieces)
    start = (Edge.OPEN if open_before else low, Edge.UNKNOWN if open_after else high)
    end = (Edge.UNKNOWN if open_before else low, Edge.OPEN if open_after else high)
    return _when(written, "set", start, end, *pieces)


def recurring(written: str, pieces: tuple[Piece, ...], open_before: bool, open_after: bool) -> When:
    """All of several dates: it began within the earliest and ended within the latest of them."""
    first = min(pieces, key=lambda piece: piece.first[0])
    last = max(pieces, key=lambda piece: piece.last[1])
    outer = span(written, Edge.OPEN if open_before else first, Edge.OPEN if open_after else last)
    return _when(written, "set", outer.start, outer.end, *pieces)


def _hull(pieces: tuple[Piece, ...]) -> tuple[Day, Day]:
    return min(piece.first[0] for piece in pieces), max(piece.last[1] for piece in pieces)
