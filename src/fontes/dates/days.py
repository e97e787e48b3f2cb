"""Days as whole numbers, on the proleptic Gregorian calendar, without limit in either direction.

A day is what `datetime.date.toordinal` returns (1 January of year 1 is day 1), extended to all integers;
years are astronomical, so 1 BC is the year 0. The formulas are the usual ones for a 400-year cycle of
146,097 days (Dershowitz and Reingold, *Calendrical Calculations*, chapter 2).
"""

from __future__ import annotations

from datetime import date
from functools import cache

Day = int
"""A day: the proleptic Gregorian ordinal of `datetime.date`, extended to all integers."""

_CYCLE_YEARS = 400
_CYCLE_DAYS = 146_097
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def leap(year: int) -> bool:
    """Has this astronomical year a 29 February?"""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days the month (1–12) has in this year."""
    return 29 if month == 2 and leap(year) else _LENGTHS[month - 1]


def day_of(year: int, month: int, day: int) -> Day:
    """The day with this year, month (1–12) and day of the month, which must exist."""
    past = year - 1
    start = 365 * past + past // 4 - past // 100 + past // 400
    return start + _BEFORE[month - 1] + (1 if month > 2 and leap(year) else 0) + day


def civil(day: Day) -> tuple[int, int, int]:
    """Year, month and day of the month: the inverse of `day_of`."""
    cycles, rest = divmod(day - 1, _CYCLE_DAYS)
    near = date.fromordinal(rest + 1)
    return near.year + _CYCLE_YEARS * cycles, near.month, near.day


def first_of_month(year: int, month: int) -> Day:
    """The first day of a month; the month may lie outside 1–12 and then counts into other years."""
    years, index = divmod(month - 1, 12)
    return day_of(year + years, index + 1, 1)


def months_later(day: Day, months: int) -> Day:
    """The same day of the month so many months on (or back), or the last day of a month too short for it."""
    year, month, of_month = civil(day)
    years, index = divmod(month - 1 + months, 12)
    year, month = year + years, index + 1
    return day_of(year, month, min(of_month, month_length(year, month)))


@cache
def _month_starts() -> tuple[Day, ...]:
    """First days of the 4,800 months of one cycle."""
    return tuple(day_of(year, month, 1) for year in range(1, _CYCLE_YEARS + 1) for month in range(1, 13))


@cache
def days_in_months(months: int) -> tuple[int, int]:
    """The least and the most days that so many months can take, from any day whatever.

    Measured from the first day of every month over the whole cycle of 400 years. Other days add nothing to
    these limits: one that the last month does not have becomes that month's last day, but some run of whole
    months is always as short.
    """
    starts = _month_starts()
    gaps = []
    for index, start in enumerate(starts):
        cycles, there = divmod(index + months, len(starts))
        gaps.append(starts[there] + cycles * _CYCLE_DAYS - start)
    return min(gaps), max(gaps)


def iso_day(day: Day) -> str:
    """The day in EDTF: `1937-06-12`, `-0044-03-15`; beyond four digits only the year, `Y12000`.

    EDTF has no way to write a month or a day in a year of more than four digits.
    """
    year, month, of_month = civil(day)
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{of_month:02d}"
