"""The Julian calendar beside the Gregorian one: a day has a name in each, and a written date may be meant in either.

Days stay what they are everywhere else (`days`); only the reckoning of year, month and day differs. The formulas are those of Dershowitz
and Reingold, *Calendrical Calculations*, chapter 3; years are astronomical (1 BC is 0), and the Julian leap years of antiquity are taken as
regular, which those before AD 8 were not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fontes.dates import days
from fontes.dates.days import Day

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_EPOCH = -2
"""The day before 1 January of the Julian year 1, which is 30 December of the Gregorian year 0."""


def julian_leap(year: int) -> bool:
    """Has this astronomical year a 29 February in the Julian calendar? Every fourth has."""
    return year % 4 == 0


def julian_month_length(year: int, month: int) -> int:
    """How many days the month (1–12) has in the Julian calendar."""
    return 29 if month == 2 and julian_leap(year) else _LENGTHS[month - 1]


def julian_day_of(year: int, month: int, day: int) -> Day:
    """The day that the Julian calendar calls by this year, month (1–12) and day of the month, which must exist."""
    past = year - 1
    leap = 1 if month > 2 and julian_leap(year) else 0
    return _EPOCH + 365 * past + past // 4 + _BEFORE[month - 1] + leap + day


def julian(day: Day) -> tuple[int, int, int]:
    """Year, month and day of the month in the Julian calendar: the inverse of `julian_day_of`."""
    year = (4 * (day - _EPOCH - 1) + 1464) // 1461
    rest = day - julian_day_of(year, 1, 1)
    correction = 0 if day < julian_day_of(year, 3, 1) else 1 if julian_leap(year) else 2
    month = (12 * (rest + correction) + 373) // 367
    return year, month, day - julian_day_of(year, month, 1) + 1


def gap(day: Day) -> int:
    """By how many days the Julian calendar is behind the Gregorian one on this day: 13 in 1917, 12 in 1812, 10 in 1600.

    A date written in the Julian calendar as Y-M-D is the day `gap` days after the Gregorian Y-M-D (29 February of 1700, 1800, 1900 … has no
    Gregorian namesake; there the first of March is counted from).
    """
    year, month, of_month = julian(day)
    return day - (days.first_of_month(year, month) + of_month - 1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A way of naming days by year, month and day of the month."""

    id: str
    day_of: Callable[[int, int, int], Day]
    month_length: Callable[[int, int], int]

    def first_of_month(self, year: int, month: int) -> Day:
        """The first day of a month; the month may lie outside 1–12 and then counts into other years."""
        years, index = divmod(month - 1, 12)
        return self.day_of(year + years, index + 1, 1)


GREGORIAN = Calendar("gregorian", days.day_of, days.month_length)
"""The Gregorian calendar, carried back before it was made (proleptic), as EDTF does."""
JULIAN = Calendar("julian", julian_day_of, julian_month_length)
"""The Julian calendar, carried on after it was given up."""
