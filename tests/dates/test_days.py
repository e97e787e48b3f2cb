"""Calendar arithmetic against the standard library and published month lengths."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fontes.dates.days import civil, day_of, days_in_months, iso_day, month_length, months_later


@given(st.dates())
def test_agrees_with_the_standard_library(day: date) -> None:
    assert day_of(day.year, day.month, day.day) == day.toordinal()
    assert civil(day.toordinal()) == (day.year, day.month, day.day)


@given(st.integers(-(10**15), 10**15))
def test_civil_is_the_inverse_without_limit(day: int) -> None:
    assert day_of(*civil(day)) == day


@given(st.integers(-(10**6), 10**6))
def test_days_follow_one_another(day: int) -> None:
    year, month, of_month = civil(day)
    expected = (
        (year, month, of_month + 1) if of_month < month_length(year, month) else (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    )
    assert civil(day + 1) == expected


def test_the_year_nought_is_a_leap_year() -> None:
    assert day_of(1, 1, 1) - day_of(0, 1, 1) == 366


def test_a_month_too_short_ends_on_its_last_day() -> None:
    assert months_later(day_of(1937, 1, 31), 1) == day_of(1937, 2, 28)
    assert months_later(day_of(1936, 3, 31), -1) == day_of(1936, 2, 29)


@pytest.mark.parametrize(
    ("months", "least", "most"),
    [
        (0, 0, 0), (1, 28, 31), (2, 59, 62), (3, 89, 92), (4, 120, 123), (6, 181, 184), (9, 273, 276),
        (12, 365, 366), (18, 546, 550), (24, 730, 731), (60, 1825, 1827), (120, 3651, 3653),
    ],
)  # fmt: skip
def test_how_long_months_can_be(months: int, least: int, most: int) -> None:
    assert days_in_months(months) == (least, most)


@given(st.integers(1, 200), st.integers(1, 146_097))
@example(1, day_of(1937, 1, 31))
@example(11, day_of(1937, 3, 31))
@example(2, day_of(1936, 12, 31))
def test_no_day_escapes_those_limits(months: int, day: int) -> None:
    least, most = days_in_months(months)
    assert least <= months_later(day, months) - day <= most


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ((1937, 6, 12), "1937-06-12"),
        ((0, 1, 1), "0000-01-01"),
        ((-44, 3, 15), "-0044-03-15"),
        ((12000, 5, 5), "Y12000"),
        ((-12000, 5, 5), "Y-12000"),
    ],
)
def test_days_are_written_in_edtf(day: tuple[int, int, int], written: str) -> None:
    assert iso_day(day_of(*day)) == written
