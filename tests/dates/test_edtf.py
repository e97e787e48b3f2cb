"""EDTF, string by string: what is accepted, which bounds it sets, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fontes.dates import REVERSED, Edge, NotUnderstood, When, bare, iso, read, stated

SPECIFICATION = Path(__file__).resolve().parents[3] / "shared" / "external" / "time" / "edtf-spec-64.json"


def when(text: str) -> When:
    found = read(text)
    assert isinstance(found, When), found
    return found


def refusal(text: str) -> NotUnderstood:
    found = read(text)
    assert isinstance(found, NotUnderstood), found
    return found


def bounds(text: str) -> tuple[str, ...]:
    found = when(text)
    return tuple(iso(bound) for bound in (*found.start, *found.end))


def hull(text: str) -> tuple[str, str]:
    found = when(text)
    return iso(found.earliest), iso(found.latest)


@pytest.mark.skipif(not SPECIFICATION.exists(), reason="the specification's examples are not at hand")
def test_every_example_of_the_specification() -> None:
    examples = json.loads(SPECIFICATION.read_text(encoding="utf-8"))
    assert len(examples) == 64
    for _level, _kind, text, *expected in examples:
        found = when(text)
        assert found.written == text and found.is_bare
        if expected and expected[0]:
            # The list does not tell open from unknown, and gives bounds without what `~` adds.
            plain = stated(found)
            got = [iso(bound).replace("unknown", "open") for bound in (plain.earliest, plain.latest)]
            assert got == expected, text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1937", "1937-01-01", "1937-12-31"),
        ("1936-02", "1936-02-01", "1936-02-29"),
        ("1937-06-12", "1937-06-12", "1937-06-12"),
        ("1937-06-12T23:20:30-04:30", "1937-06-12", "1937-06-12"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("-0044-03", "-0044-03-01", "-0044-03-31"),
        ("1936-24", "1936-12-01", "1937-02-28"),
        ("1936-22", "1936-06-01", "1936-08-31"),
        ("1936-30", "1936-12-01", "1937-02-28"),
        ("1936-36", "1936-10-01", "1936-12-31"),
        ("1936-38", "1936-05-01", "1936-08-31"),
        ("1936-41", "1936-07-01", "1936-12-31"),
        ("193X", "1930-01-01", "1939-12-31"),
        ("-1XXX", "-1999-01-01", "-1000-12-31"),
        ("-000X", "-0009-01-01", "-0001-12-31"),
        ("1937-0X", "1937-01-01", "1937-09-30"),
        ("1937-02-3X", None, None),
        ("1937-02-XX", "1937-02-01", "1937-02-28"),
        ("1937-XX-31", "1937-01-31", "1937-12-31"),
        ("19XX-02-29", "1904-02-29", "1996-02-29"),
        ("XXXX-12-XX", "0000-12-01", "9999-12-31"),
        ("Y-17E7", "Y-170000000", "Y-170000000"),
        ("Y171010000S3", "Y171000000", "Y171999999"),
        ("-1950S2", "-1999-01-01", "-1900-12-31"),
        ("1950S4", "1950-01-01", "1950-12-31"),
    ],
)
def test_the_hull(text: str, first: str | None, last: str | None) -> None:
    if first is None:
        assert refusal(text).rest == "3X"
    else:
        assert hull(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1964/2008", ("1964-01-01", "1964-12-31", "2008-01-01", "2008-12-31")),
        ("2004-06-15/2004-06", ("2004-06-15", "2004-06-15", "2004-06-15", "2004-06-30")),
        ("2004-06/2004-06-15", ("2004-06-01", "2004-06-15", "2004-06-15", "2004-06-15")),
        ("1937/1937", ("1937-01-01", "1937-12-31", "1937-01-01", "1937-12-31")),
        ("1936/..", ("1936-01-01", "1936-12-31", "open", "open")),
        ("../1936", ("open", "open", "1936-01-01", "1936-12-31")),
        ("1936/", ("1936-01-01", "1936-12-31", "1936-01-01", "unknown")),
        ("/1936", ("unknown", "1936-12-31", "1936-01-01", "1936-12-31")),
        ("Y-12000/Y-10000", ("Y-12000", "Y-12000", "Y-10000", "Y-10000")),
    ],
)
def test_a_span_begins_in_one_date_and_ends_in_the_other(text: str, expected: tuple[str, ...]) -> None:
    assert bounds(text) == expected
    assert when(text).is_span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1667,1668,1670..1672]", ("1667-01-01", "1672-12-31", "1667-01-01", "1672-12-31")),
        ("[1934..]", ("1934-01-01", "unknown", "1934-01-01", "open")),
        ("[..1934]", ("open", "1934-12-31", "unknown", "1934-12-31")),
        ("{1960,1961-12}", ("1960-01-01", "1960-12-31", "1961-12-01", "1961-12-31")),
        ("{..1984}", ("open", "open", "1984-01-01", "1984-12-31")),
    ],
)
def test_sets(text: str, expected: tuple[str, ...]) -> None:
    assert bounds(text) == expected
    assert when(text).form == "set" and not when(text).is_span


def test_open_and_unknown_are_never_merged() -> None:
    assert when("1936/..").latest is Edge.OPEN
    assert when("1936/").latest is Edge.UNKNOWN


@pytest.mark.parametrize(
    ("text", "doubtful", "approximate", "expected"),
    [
        ("1937?", True, False, ("1937-01-01", "1937-12-31")),
        ("1937~", False, True, ("1936-01-01", "1938-12-31")),
        ("1937%", True, True, ("1936-01-01", "1938-12-31")),
        ("2004-06~", False, True, ("2004-05-01", "2004-07-31")),
        ("2004-06-11~", False, True, ("2004-06-08", "2004-06-14")),
        ("193X~", False, True, ("1927-01-01", "1942-12-31")),
        ("2004-22~", False, True, ("2004-05-01", "2004-09-30")),
        ("2004-02~", False, True, ("2004-01-01", "2004-03-31")),
        ("2004~-06-11", False, True, ("2003-06-11", "2005-06-11")),
        ("2004-~06-11", False, True, ("2004-05-11", "2004-07-11")),
        ("?2004-06-~11", True, True, ("2004-06-08", "2004-06-14")),
        ("2004?-06-11", True, False, ("2004-06-11", "2004-06-11")),
    ],
)
def test_qualifiers(text: str, doubtful: bool, approximate: bool, expected: tuple[str, str]) -> None:
    found = when(text)
    assert (found.doubtful, found.approximate, hull(text)) == (doubtful, approximate, expected)


def test_what_about_adds_is_named_and_can_be_left_out() -> None:
    found = when("2004-06~")
    assert found.assumptions == ("about-month",)
    assert tuple(map(iso, stated(found).start)) == ("2004-06-01", "2004-06-30")


@pytest.mark.parametrize(
    ("text", "rest", "offset"),
    [
        ("1936-13", "13", 5),
        ("1936-00", "00", 5),
        ("1936-42", "42", 5),
        ("1936-2X", "2X", 5),
        ("1937-02-29", "29", 8),
        (" 1937-06-31 ", "31", 9),
        ("XXX1-02-29", "29", 8),
        ("1936-22-01", "22", 5),
        ("1936-06/1936-13", "13", 13),
        ("[1936,1937-13]", "13", 11),
        ("1937-06-12T25:00:00", "25:00:00", 11),
        ("1937-06-12T23:00:00+20", "+20", 19),
        ("-0000", "-0000", 0),
        ("Y1937", "Y1937", 0),
        ("Y012000", "Y012000", 0),
        ("Y12000 ?", "?", 7),
        ("Y1E999999999", "Y1E999999999", 0),
        ("1950S5", "S5", 4),
        ("1950S0", "S0", 4),
        ("~2004~", "~2004~", 0),
        ("[1936,..1934]", "..1934", 6),
        ("[1936..1934]", "1936..1934", 1),
        ("1937-06-12T10:00:00/1938", "1937-06-12T10:00:00/1938", 0),
        ("../..", "../..", 0),
        ("/", "/", 0),
        ("12000", "12000", 0),
        ("1937-6", "1937-6", 0),
        ("1937-06-12Z", "1937-06-12Z", 0),
        ("19370612", "19370612", 0),
        ("1937?~", "1937?~", 0),
        ("٢٠٠٤", "٢٠٠٤", 0),
        ("[1936, 1937]", "[1936, 1937]", 0),
    ],
)
def test_what_does_not_fit_is_refused_where_it_does_not_fit(text: str, rest: str, offset: int) -> None:
    found = refusal(text)
    assert (found.text, found.rest, found.offset) == (text, rest, offset)
    assert text[offset : offset + len(rest)] == rest
    assert found.reason.endswith(".")


def test_a_reversed_span_says_that_it_is_reversed() -> None:
    assert refusal("1937/1936").reason == REVERSED
    assert refusal("1937/1936").rest == "1936"


@pytest.mark.parametrize(
    "text",
    [
        "1937-06-12", "1927/1936", "[1934..]", "193X", "1936-23", "../1936", "1936/..", "1936/", "/1936",
        "Y-12000", "{1934,1936}", "?2004-06-~11", "1937-06-12T23:20:30Z", "-0044", "1950S2", "1936-13",
        "[1667,1668,1670..1672]", "1937/1936",
    ],
)  # fmt: skip
def test_bare_dates_end_at_space_comma_or_the_end(text: str) -> None:
    for following in ("", " conquest asserts x", ", conquest asserts x"):
        found = bare(text + following)
        assert found is not None and found.group() == text


@pytest.mark.parametrize(
    "text",
    ["conquest", "erickson, ulam", "1930s", "1936x", "1936)", "y-name", "Y-name", "x1936", "summer 1936",
     "", "?", "..", "/", "12 June", "1936-37-38-39", "^first"],
)  # fmt: skip
def test_what_is_no_bare_date(text: str) -> None:
    assert bare(text) is None
