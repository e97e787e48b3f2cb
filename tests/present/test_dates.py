"""Dates as a historian writes them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.dates import When, read
from fontes.present.phrasing.dates import told

SAID = {
    "1961-10": "October 1961", "1937-06-11": "11 June 1937", "1937": "1937", "193X": "the 1930s", "1936/1937": "1936–1937",
    "1937-01/1937-06": "January–June 1937", "1937-06-01/1937-06-11": "1–11 June 1937", "1937-05-22/1937-06-11": "22 May – 11 June 1937",
    "1936-05/1937-06": "May 1936 – June 1937", "192X/193X": "from the 1920s to the 1930s", "../1937": "until 1937", "1937/..": "from 1937 on",
    "/1937": "until 1937, since when is not known", "1937/": "from 1937, until when is not known", "1937?": "perhaps 1937",
    "1937-06~": "about June 1937", "1937-06-11%": "perhaps about 11 June 1937", "1937?-06-11": "11 June 1937, the year uncertain",
    "1937-06?-11": "11 June 1937, the year and the month uncertain", "?1937-06-11": "11 June 1937, the year uncertain",
    "1937-XX": "some month of 1937", "1937-06-XX": "some day of June 1937", "156X-12-25": "25 December of one of the 1560s",
    "1937-21": "spring 1937", "1937-33": "first quarter of 1937", "-0043-03-15": "15 March 44 BC", "0000": "1 BC", "Y12000": "year 12,000",
    "[1936,1937]": "1936 or 1937", "[1936..1938]": "between 1936 and 1938", "[..1916]": "1916 or earlier", "[1916..]": "1916 or later",
    "{1936,1937}": "1936 and 1937", "1937-06-11T10:20:30Z": "11 June 1937, 10:20", "by 1937-06-11": "by 11 June 1937",
    "between 1937-05 and 1937-06": "between May 1937 and June 1937", "June 1937?": "perhaps June 1937", "11 June 1937": "11 June 1937",
    "winter 1936": "winter 1936", "1950S2": "1950S2",
}  # fmt: skip


def _read(text: str) -> When:
    found = read(text)
    assert isinstance(found, When)
    return found


@pytest.mark.parametrize("written", SAID)
def test_a_date_is_told_in_words(written: str) -> None:
    """Where no words are better, it stays as it was written."""
    assert told(_read(written)) == SAID[written]


@given(st.dates(min_value=datetime.date(1000, 1, 1)), st.sampled_from(("day", "month", "year")))
def test_what_is_told_is_read_as_the_same_days(day: datetime.date, unit: str) -> None:
    """Told dates set the bounds of the date that was written."""
    written = str(day)[: {"day": 10, "month": 7, "year": 4}[unit]]
    when = _read(written)
    again = _read(told(when))
    assert (again.start, again.end) == (when.start, when.end)


def test_what_a_date_hangs_on_is_called_by_its_name() -> None:
    """And by its id where it has none."""
    when = _read("after trial")
    assert told(when, lambda name: {"trial": "The trial of June"}.get(name, "")) == "after “The trial of June”"
    assert told(when) == "after trial"


@given(st.from_regex(r"[?~%]?-?[0-9X]{4}[?~%]?(-[?~%]?[0-9X]{2}[?~%]?){0,2}", fullmatch=True))
def test_nothing_that_can_be_read_is_beyond_telling(text: str) -> None:
    """Whatever EDTF says, there is a way to say it."""
    found = read(text)
    assert not isinstance(found, When) or told(found)
