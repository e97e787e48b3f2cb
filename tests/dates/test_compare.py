"""Three-valued comparison, by example; the laws are in `test_laws.py`."""

from __future__ import annotations

import pytest

from fontes.dates import Answer, When, by, precedes, read, sort_key, within

C, P, I = Answer.CERTAIN, Answer.POSSIBLE, Answer.IMPOSSIBLE  # noqa: E741


def when(text: str) -> When:
    found = read(text)
    assert isinstance(found, When), found
    return found


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("1936", "1937", C),
        ("1937", "1936", I),
        ("1937", "1937", P),
        ("1937-06-12", "1937-06-12", I),
        ("1937", "1937-06-12", P),
        ("before 1936", "1936", C),
        ("after 1936", "1936", I),
        ("1936", "after 1936", C),
        ("before 1936", "1930", P),
        ("by 1936", "1936-12-31", P),
        ("about 1936", "1937", P),
        ("1936", "winter 1936", P),
        ("1935-11", "winter 1936", C),
        ("1930/1936", "1937", C),
        ("1930/1936", "1935", I),
        ("1930/..", "2000", I),
        ("1930/", "2000", P),
        ("1900", "../1936", I),
        ("1900", "/1936", P),
        ("1933", "[1934..]", C),
        ("[1934..]", "1990", P),
        ("before plenum", "1936", P),
        ("1936?", "1937", P),
        ("1937", "1936?", P),
    ],
)
def test_precedes(a: str, b: str, answer: Answer) -> None:
    assert precedes(when(a), when(b)) is answer


@pytest.mark.parametrize(
    ("a", "limit", "answer"),
    [
        ("1937-06-12", "1937-06-30", C),
        ("1937-06", "1937", C),
        ("1937", "1937", C),
        ("1937", "1937-06-30", P),
        ("1938", "1937", I),
        ("1930/1938", "1937", I),
        ("1930/..", "1937", I),
        ("1930/", "1937", P),
        ("before 1936", "1936", C),
        ("after 1936", "1936", I),
        ("1935", "by 1936", C),
        ("1936", "about 1936", P),
        ("1930", "about 1936", C),
        ("1936-08", "winter 1936", P),
        ("1936", "1935/..", P),
        ("after plenum", "1937", P),
        ("1938?", "1937", P),
    ],
)
def test_had_it_happened_by(a: str, limit: str, answer: Answer) -> None:
    assert by(when(a), when(limit)) is answer


def test_a_doubtful_date_can_be_taken_at_its_word() -> None:
    assert precedes(when("1936?"), when("1937"), on_the_record=True) is C
    assert by(when("1938?"), when("1937"), on_the_record=True) is I


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        ("1118-08-15", "1118", True),
        ("15 August 1118", "1118", True),
        ("1118", "1118-08-15", False),
        ("1936", "1936", True),
        ("1936", "before 1937", True),
        ("before 1936", "before 1937", True),
        ("before 1936", "1930/1937", False),
        ("summer 1936", "autumn 1936", False),
        ("shortly after plenum", "after plenum", True),
        ("after plenum", "shortly after plenum", False),
        ("before plenum", "after plenum", False),
        ("after plenum", "after trial", False),
        ("after plenum", "1937", False),
        ("1937", "after plenum", False),
    ],
)
def test_within(inner: str, outer: str, inside: bool) -> None:
    assert within(when(inner), when(outer)) is inside


def test_sorted_by_earliest_then_latest_day_with_the_unknown_last() -> None:
    ordered = ["../1936", "1936-01-01", "1936", "1936/..", "1936/", "1937", "before 1930", "before 1936", "at x"]
    assert sorted(reversed(ordered), key=lambda text: sort_key(when(text))) == ordered
