"""Days between two bounds in the fewest signs: a whole year is that year, a whole month that month, and only what cuts through one is a day."""

from __future__ import annotations

from collections.abc import Sequence

from fontes.dates import Edge, iso
from fontes.present.phrasing import careers as words
from fontes.present.phrasing.dates import in_words

Bound = int | Edge


def lasting(four: Sequence[Bound]) -> str:
    """What begins and ends within bounds: nothing is said twice, and what is not known is said to be so."""
    es, ls, ee, le = four
    if es == ee and ls == le:
        return within(es, le)
    return words.BEGUN_OVER.format(start=within(es, ls), end=within(ee, le))


def within(first: Bound, last: Bound) -> str:
    """On a day, in a year, between two: within what bounds something lies."""
    if isinstance(first, int) and isinstance(last, int):
        start, end = shortened(first, last)
        if start == end:
            return (words.ON if len(start) > 7 else words.IN).format(day=in_words(start))
        return words.BETWEEN.format(first=in_words(start), last=in_words(end))
    if isinstance(first, int):
        return words.NOT_BEFORE.format(day=in_words(_begin(first)))
    if isinstance(last, int):
        return words.NOT_AFTER.format(day=in_words(_end(last)))
    return words.OPEN if Edge.OPEN in (first, last) else words.NO_DAYS


def shortened(first: int, last: int) -> tuple[str, str]:
    """Both ends, shortened where that leaves no doubt about a day."""
    start, end = _begin(first), _end(last)
    if len(start) < len(end) and end.startswith(start):
        start = iso(first)[: len(end)]  # within one year or month: both ends alike, or a reader could not tell where it begins
    if len(end) < len(start) and start.startswith(end):
        end = iso(last)[: len(start)]
    return (start, end) if sorted((len(start), len(end))) != [7, 10] else (iso(first), iso(last))


def _begin(day: int) -> str:
    written = iso(day)
    return written.removesuffix("-01-01") if written.endswith("-01-01") else written.removesuffix("-01")


def _end(day: int) -> str:
    """A year or a month where the day after begins another."""
    written, after = iso(day), iso(day + 1)
    cut = 6 if after.endswith("-01-01") else 3 if after.endswith("-01") else 0
    return written[: len(written) - cut]
