"""What a position may be on a day, where acts are dated only within bounds: closed forms over every admissible placement of the days.

An act lies on one day between its earliest and its latest, each independently of the others; of acts on one day either may be the later. The
position on a day is the option of the latest act up to it, carried forward. Where a position lapses, it is carried so many days and no more.
That acts in one work share a day is not used, so that the answer may be wider than need be, never narrower.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fontes.findings.known.dates import ENDLESS

SILENT = "silent"
"""No act up to the day, or none that has not lapsed. It is never counted as doubt."""
AT_LAST = ENDLESS + 1
"""The day after every day: all that is recorded has happened, in whatever order."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is taken up, and the days between which it was; ``sure`` is unset where it may not belong here at all."""

    option: str
    earliest: int
    latest: int
    sure: bool = True

    def absent(self, day: int) -> bool:
        """May it not have been there by the end of this day?"""
        return not self.sure or self.latest > day


def standing(acts: Sequence[Act], day: int, lapse: int | None = None) -> frozenset[str]:
    """Every option that is the standing one on `day` in some placement of the acts; `SILENT` where in some there is none.

    An act can be the latest if it can lie on or before the day and no act that must be there by then must lie after it.
    """
    there = max((one.earliest for one in acts if not one.absent(day)), default=-ENDLESS)
    oldest = -ENDLESS if lapse is None else day - lapse
    found = {one.option for one in acts if one.earliest <= day and max(there, oldest) <= min(one.latest, day)}
    if all(one.absent(day) or (lapse is not None and one.earliest < oldest) for one in acts):
        found.add(SILENT)
    return frozenset(found)


def standing_within(acts: Sequence[Act], first: int, last: int, lapse: int | None = None) -> frozenset[str]:
    """The same for a day that is only known to lie between two."""
    if first == last:
        return standing(acts, first, lapse)
    days = {first, last, *(day for day in breaks(acts, lapse) if first < day < last)}
    return frozenset[str]().union(*(standing(acts, day, lapse) for day in days))


def breaks(acts: Iterable[Act], lapse: int | None = None) -> tuple[int, ...]:
    """The days on which what may stand can change, in order."""
    days: set[int] = set()
    for one in acts:
        for day in (one.earliest, one.latest):
            days.add(day)
            if lapse is not None:
                days.add(day + lapse + 1)
    return tuple(sorted(day for day in days if -ENDLESS < day < ENDLESS))


def course(acts: Sequence[Act], lapse: int | None = None) -> Iterator[tuple[int, frozenset[str]]]:
    """The step function of one position: each day on which what may stand changes, and what may stand from then on.

    Before the first of them it may be nothing but `SILENT` or what has no day at all.
    """
    before = standing(acts, -ENDLESS, lapse)
    for day in breaks(acts, lapse):
        now = standing(acts, day, lapse)
        if now != before:
            yield day, now
        before = now
