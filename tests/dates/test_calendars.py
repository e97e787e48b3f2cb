"""The Julian calendar: arithmetic against published days and another library, and dates written in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.dates import NotUnderstood, When, as_edtf, civil, day_of, iso, meanings, read, write
from fontes.dates.calendars import gap, julian, julian_day_of, julian_leap, julian_month_length

RUSSIA = meanings([("calendar", "unknown before 1918-02-14")]).profile
RUSSIA_JULIAN = meanings([("calendar", "Julian before 1918-02-14")]).profile


def when(text: str) -> When:
    found = read(text)
    assert isinstance(found, When), found
    return found


@given(st.integers(-(10**15), 10**15))
def test_julian_and_back(day: int) -> None:
    year, month, of_month = julian(day)
    assert julian_day_of(year, month, of_month) == day
    assert 1 <= month <= 12 and 1 <= of_month <= julian_month_length(year, month)


@given(st.integers(-(10**7), 10**7))
def test_julian_days_follow_one_another(day: int) -> None:
    """The twin: counting on from one day to the next by the lengths of the months."""
    year, month, of_month = julian(day)
    following = (
        (year, month, of_month + 1) if of_month < julian_month_length(year, month) else (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    )
    assert julian(day + 1) == following


# Dershowitz and Reingold, Calendrical Calculations, appendix C: fixed day (their R.D. is the proleptic ordinal), Gregorian, Julian.
SAMPLES = [
    (-214193, (-586, 7, 24), (-586, 7, 30)), (-61387, (-168, 12, 5), (-168, 12, 8)), (25469, (70, 9, 24), (70, 9, 26)),
    (49217, (135, 10, 2), (135, 10, 3)), (171307, (470, 1, 8), (470, 1, 7)), (210155, (576, 5, 20), (576, 5, 18)),
    (253427, (694, 11, 10), (694, 11, 7)), (369740, (1013, 4, 25), (1013, 4, 19)), (400085, (1096, 5, 24), (1096, 5, 18)),
    (434355, (1190, 3, 23), (1190, 3, 16)), (452605, (1240, 3, 10), (1240, 3, 3)), (470160, (1288, 4, 2), (1288, 3, 26)),
    (473837, (1298, 4, 27), (1298, 4, 20)), (507850, (1391, 6, 12), (1391, 6, 4)), (524156, (1436, 2, 3), (1436, 1, 25)),
    (544676, (1492, 4, 9), (1492, 3, 31)), (567118, (1553, 9, 19), (1553, 9, 9)), (569477, (1560, 3, 5), (1560, 2, 24)),
    (601716, (1648, 6, 10), (1648, 5, 31)), (613424, (1680, 6, 30), (1680, 6, 20)), (626596, (1716, 7, 24), (1716, 7, 13)),
    (645554, (1768, 6, 19), (1768, 6, 8)), (664224, (1819, 8, 2), (1819, 7, 21)), (671401, (1839, 3, 27), (1839, 3, 15)),
    (694799, (1903, 4, 19), (1903, 4, 6)), (704424, (1929, 8, 25), (1929, 8, 12)), (708842, (1941, 9, 29), (1941, 9, 16)),
    (709409, (1943, 4, 19), (1943, 4, 6)), (709580, (1943, 10, 7), (1943, 9, 24)), (727274, (1992, 3, 17), (1992, 3, 4)),
    (728714, (1996, 2, 25), (1996, 2, 12)), (744313, (2038, 11, 10), (2038, 10, 28)), (764652, (2094, 7, 18), (2094, 7, 5)),
]  # fmt: skip


@pytest.mark.parametrize(("day", "gregorian", "in_julian"), SAMPLES)
def test_the_published_days(day: int, gregorian: tuple[int, int, int], in_julian: tuple[int, int, int]) -> None:
    assert civil(day) == gregorian and julian(day) == in_julian
    assert day_of(*gregorian) == day == julian_day_of(*in_julian)


def test_against_another_library() -> None:
    other = pytest.importorskip("convertdate", reason="convertdate (MIT) is not installed").julian
    for day in range(day_of(1, 1, 3), day_of(2200, 1, 1), 97):
        assert other.from_gregorian(*civil(day)) == julian(day)


@pytest.mark.parametrize(
    ("gregorian", "behind"),
    [((1582, 10, 15), 10), ((1700, 3, 11), 10), ((1700, 3, 12), 11), ((1800, 3, 13), 12), ((1812, 9, 7), 12), ((1900, 3, 13), 12),
    ((1900, 3, 14), 13),
     ((1917, 11, 7), 13), ((2100, 3, 15), 14), ((300, 1, 1), 0), ((100, 6, 1), -1), ((4, 6, 1), -2)],
)  # fmt: skip
def test_how_far_apart_the_calendars_are(gregorian: tuple[int, int, int], behind: int) -> None:
    assert gap(day_of(*gregorian)) == behind


def test_leap_days_only_the_julian_calendar_has() -> None:
    assert [year for year in (1600, 1700, 1800, 1900, 2000, 0, -4) if julian_leap(year)] == [1600, 1700, 1800, 1900, 2000, 0, -4]
    assert iso(when("29 February 1900 (Julian)").earliest) == "1900-03-13"
    assert isinstance(read("29 February 1900"), NotUnderstood) and isinstance(read("29 February 1901 (Julian)"), NotUnderstood)
    both = when("29 February 1900 (calendar unknown)")
    assert both.start == when("29 February 1900 (Julian)").start and both.calendar == "unknown"


# Written dates


@pytest.mark.parametrize(
    ("text", "edtf", "calendar"),
    [
        ("1 June 1917 (Julian)", "1917-06-14", "julian"), ("1 June 1917 O.S.", "1917-06-14", "julian"),
        ("1 June 1917 Old Style", "1917-06-14", "julian"),
        ("1 июня 1917 (ст. ст.)", "1917-06-14", "julian"), ("June 1, 1917 (O.S.)", "1917-06-14", "julian"),
        ("1 June 1917 N.S.", "1917-06-01", "gregorian"),
        ("June 1917 (Julian)", "[1917-06-14..1917-07-13]", "julian"), ("1917 (Julian)", "[1917-01-14..1918-01-13]", "julian"),
        ("15 March 44 BC (Julian)", "-0043-03-13", "julian"),
        ("26 October (8 November) 1917", "1917-11-08", "double"), ("26 October/8 November 1917", "1917-11-08", "double"),
        ("8 November (26 October) 1917", "1917-11-08", "double"), ("1/14 May 1917", "1917-05-14", "double"),
        ("1 (14) May 1917", "1917-05-14", "double"),
        ("26 August (7 September) 1812", "1812-09-07", "double"), ("20 December 1916 (2 January 1917)", "1917-01-02", "double"),
        ("26 октября/8 ноября 1917", "1917-11-08", "double"),
        ("26 October 1917 (calendar unknown)", "[1917-10-26,1917-11-08]", "unknown"),
        ("26 October 1917, calendar unknown", "[1917-10-26,1917-11-08]", "unknown"),
        ("June 1917 calendar unknown", "[1917-06-01..1917-07-13]", "unknown"),
    ],
)  # fmt: skip
def test_calendars_are_kept_and_edtf_is_gregorian(text: str, edtf: str, calendar: str) -> None:
    found = when(text)
    assert (as_edtf(found), found.calendar) == (edtf, calendar)
    assert read(write(found)) == found


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("26 October/9 November 1917", "9 November 1917"),
        ("26 October (7 November) 1917", "7 November) 1917"),
        ("26 August (8 September) 1812", "8 September) 1812"),
        ("11/12 June 1937", "12 June 1937"),
        ("26 October (8 November 1917", "(8 November 1917"),
        ("1917-10-26 (Julian)", "(Julian)"),
        ("26 October (8 November) 1917 (Julian)", "(Julian)"),
        ("30 February 1900 (Julian)", "30 February 1900 (Julian)"),
        ("26 October 1917 (Hebrew)", "Hebrew)"),
    ],
)
def test_two_days_that_are_not_one_are_refused_at_the_second(text: str, rest: str) -> None:
    found = read(text)
    assert isinstance(found, NotUnderstood)
    assert found.rest == rest


def test_the_reason_says_how_far_apart_they_are_and_how_far_they_should_be() -> None:
    found = read("26 October/9 November 1917")
    assert isinstance(found, NotUnderstood) and "14 days" in found.reason and "13 days" in found.reason


@given(st.dates().filter(lambda day: day.year > 1000))
def test_every_day_can_be_given_by_both_calendars(day: object) -> None:
    number = day.toordinal()  # type: ignore[attr-defined]
    (year, month, of_month), (new_year, new_month, new_day) = julian(number), civil(number)
    names = "January February March April May June July August September October November December".split()  # noqa: SIM905
    text = f"{of_month} {names[month - 1]} {year} ({new_day} {names[new_month - 1]} {new_year})"
    found = when(text)
    assert found.start == found.end == (number, number) and found.calendar == "double"
    assert read(write(found)) == found
    wrong = f"{of_month} {names[month - 1]} {year} ({new_day} {names[new_month - 1]} {new_year + 1})"
    assert isinstance(read(wrong), NotUnderstood)
    assert when(f"{of_month} {names[month - 1]} {year} (Julian)").start == (number, number)


# A corpus that says so


@pytest.mark.parametrize(
    ("text", "unknown", "in_julian"),
    [
        ("26 October 1917", ("1917-10-26", "1917-11-08"), ("1917-11-08", "1917-11-08")),
        ("31 January 1918", ("1918-01-31", "1918-02-13"), ("1918-02-13", "1918-02-13")),
        ("14 February 1918", ("1918-02-14", "1918-02-14"), ("1918-02-14", "1918-02-14")),
        ("June 1937", ("1937-06-01", "1937-06-30"), ("1937-06-01", "1937-06-30")),
        ("June 1917", ("1917-06-01", "1917-07-13"), ("1917-06-14", "1917-07-13")),
        ("January 1918", ("1918-01-01", "1918-02-13"), ("1918-01-14", "1918-02-13")),
        ("29 February 1900", ("1900-03-13", "1900-03-13"), ("1900-03-13", "1900-03-13")),
        ("26 October 1917 (Gregorian)", ("1917-10-26", "1917-10-26"), ("1917-10-26", "1917-10-26")),
        ("26 October (8 November) 1917", ("1917-11-08", "1917-11-08"), ("1917-11-08", "1917-11-08")),
        ("1917-10-26", ("1917-10-26", "1917-10-26"), ("1917-10-26", "1917-10-26")),
        ("February 1918", ("1918-02-14", "1918-02-28"), ("1918-02-14", "1918-02-28")),
    ],
)
def test_dates_before_a_changeover(text: str, unknown: tuple[str, str], in_julian: tuple[str, str]) -> None:
    for profile, bounds in ((RUSSIA, unknown), (RUSSIA_JULIAN, in_julian)):
        found = read(text, profile)
        assert isinstance(found, When), found
        assert (iso(found.earliest), iso(found.latest)) == bounds
        assert read(found.written, profile) == found


@pytest.mark.parametrize("day", range(1, 14))
def test_days_that_were_left_out_are_refused(day: int) -> None:
    assert isinstance(read(f"{day} February 1918", RUSSIA), NotUnderstood)
    assert isinstance(read(f"{day} February 1918", RUSSIA_JULIAN), NotUnderstood)
    assert isinstance(read(f"{day} February 1918"), When)


def test_the_assumption_is_named() -> None:
    found = read("26 October 1917", RUSSIA)
    assert isinstance(found, When) and found.assumptions == ("calendar-both", "changeover") and found.calendar == "unknown"
