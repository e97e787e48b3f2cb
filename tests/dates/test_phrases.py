"""Phrases: one line each, with the bounds they set under the default profile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fontes.dates import (
    DEFAULT,
    REVERSED,
    Anchor,
    Edge,
    NotUnderstood,
    When,
    iso,
    looks_like_a_phrase,
    read,
    stated,
    write,
)


def when(text: str) -> When:
    found = read(text)
    assert isinstance(found, When), found
    return found


def refusal(text: str) -> NotUnderstood:
    found = read(text)
    assert isinstance(found, NotUnderstood), found
    return found


@pytest.mark.parametrize(
    ("text", "written", "first", "last"),
    [
        ("June 1937", "June 1937", "1937-06-01", "1937-06-30"),
        ("Sept 1937", "September 1937", "1937-09-01", "1937-09-30"),
        ("12 June 1937", "12 June 1937", "1937-06-12", "1937-06-12"),
        ("June 12 1937", "12 June 1937", "1937-06-12", "1937-06-12"),
        ("12th of June", None, "", ""),
        ("the summer of 1936", "summer 1936", "1936-06-01", "1936-08-31"),
        ("fall 1936", "autumn 1936", "1936-09-01", "1936-11-30"),
        ("winter 1936-37", "winter 1936-37", "1936-12-01", "1937-02-28"),
        ("winter 1999–2000", "winter 1999-00", "1999-12-01", "2000-02-29"),
        ("winter 1936", "winter 1936", "1935-12-01", "1937-02-28"),
        ("the 1930s", "1930s", "1930-01-01", "1939-12-31"),
        ("early 1930s", "early 1930s", "1930-01-01", "1933-12-31"),
        ("the mid-1930s", "mid 1930s", "1934-01-01", "1936-12-31"),
        ("late 1930s", "late 1930s", "1937-01-01", "1939-12-31"),
        ("early 1936", "early 1936", "1936-01-01", "1936-04-30"),
        ("mid 1936", "mid 1936", "1936-05-01", "1936-08-31"),
        ("late 1936", "late 1936", "1936-09-01", "1936-12-31"),
        ("early June 1937", "early June 1937", "1937-06-01", "1937-06-10"),
        ("mid-June 1937", "mid June 1937", "1937-06-11", "1937-06-20"),
        ("late February 1936", "late February 1936", "1936-02-21", "1936-02-29"),
        ("16th century", "16th century", "1500-01-01", "1600-12-31"),
        ("late 16th century", "late 16th century", "1566-01-01", "1600-12-31"),
        ("June 987", "June 0987", "0987-06-01", "0987-06-30"),
    ],
)
def test_calendar_dates(text: str, written: str | None, first: str, last: str) -> None:
    if written is None:
        assert isinstance(read(text), NotUnderstood)
        return
    found = when(text)
    assert (write(found), iso(found.earliest), iso(found.latest)) == (written, first, last)
    assert found.form == "moment" and found.start == found.end and not found.is_bare
    assert read(written) == found


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("between 1932 and 1933", "between", ("1932-01-01", "1933-12-31", "1932-01-01", "1933-12-31")),
        ("before 1917", "before", ("unknown", "1916-12-31", "unknown", "1916-12-31")),
        ("after June 1937", "after", ("1937-07-01", "unknown", "1937-07-01", "unknown")),
        ("by 1937", "by", ("unknown", "1937-12-31", "unknown", "1937-12-31")),
        ("since 1928", "after", ("1928-01-01", "unknown", "1928-01-01", "unknown")),
        ("from 1936 to June 1937", "span", ("1936-01-01", "1936-12-31", "1937-06-01", "1937-06-30")),
        ("about 1936", "about", ("1935-01-01", "1937-12-31", "1935-01-01", "1937-12-31")),
        ("about early 1930s", "about", ("1929-01-01", "1934-12-31", "1929-01-01", "1934-12-31")),
        ("shortly after 1937-06-12", "between", ("1937-06-12", "1937-08-11", "1937-06-12", "1937-08-11")),
        ("10 days before June 1937", "between", ("1937-05-22", "1937-05-22", "1937-05-22", "1937-05-22")),
    ],
)
def test_limits(text: str, form: str, expected: tuple[str, ...]) -> None:
    found = when(text)
    assert found.form == form
    assert tuple(iso(bound) for bound in (*found.start, *found.end)) == expected


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("not later than 1937-06-12", "by 1937-06-12"),
        ("not earlier than 1937", "since 1937"),
        ("c. 1936", "about 1936"),
        ("circa 1936", "about 1936"),
        ("Between   1932 and\t1933", "between 1932 and 1933"),
        ("four weeks before trial", "4 weeks before trial"),
        ("not later than plenum", "by plenum"),
    ],
)
def test_different_words_for_the_same_date(text: str, same: str) -> None:
    assert when(text) == when(same)
    assert write(when(text)) == same


def test_an_uncertain_limit_is_taken_at_its_widest() -> None:
    assert when("before winter 1936").latest == when("1936-12").earliest - 1  # type: ignore[operator]
    assert when("before 1937~").latest == when("1937").latest
    assert when("after 1937~").earliest == when("1937").earliest


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("winter 1936", ("winter-wide",)),
        ("winter 1936-37", ("winter-months",)),
        ("summer 1936", ("summer-months",)),
        ("late 1936", ("late-year",)),
        ("16th century", ("century-wide",)),
        ("between early 1936 and summer 1937", ("early-year", "summer-months")),
        ("about summer 1936", ("summer-months", "about-season")),
        ("about 1936", ("about-year",)),
        ("1930s", ()),
        ("1936-34", ()),
        ("shortly after plenum", ("shortly",)),
        ("4 months before trial", ("rounded-months",)),
        ("4 days before trial", ()),
        ("between 2 and 6 months before trial", ()),
    ],
)
def test_every_constant_used_is_named(text: str, ids: tuple[str, ...]) -> None:
    assert when(text).assumptions == ids


@pytest.mark.parametrize("text", ["summer 1936?", "1930s?", "between 1932 and 1933?", "before plenum?", "c. 1936?", "summer 1936 ?"])
def test_a_question_mark_makes_any_phrase_doubtful(text: str) -> None:
    found, sure = when(text), when(text.replace("?", "").strip())
    assert found.doubtful and not sure.doubtful
    assert (found.start, found.end, found.anchors) == (sure.start, sure.end, sure.anchors)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("before plenum", Anchor("plenum", "before", None, None)),
        ("after ^first", Anchor("^first", "after", None, None)),
        ("during feb-march-plenum", Anchor("feb-march-plenum", "during", None, None)),
        ("at арест-примакова", Anchor("арест-примакова", "at", None, None)),
        ("by plenum", Anchor("plenum", "by", None, None)),
        ("about plenum", Anchor("plenum", "about", None, None)),
        ("since plenum", Anchor("plenum", "after", 0, None)),
        ("shortly after plenum", Anchor("plenum", "after", 0, 60)),
        ("shortly before plenum", Anchor("plenum", "before", 0, 60)),
        ("30 days after plenum", Anchor("plenum", "after", 30, 30)),
        ("1 day after plenum", Anchor("plenum", "after", 1, 1)),
        ("2 weeks after plenum", Anchor("plenum", "after", 11, 17)),
        ("4 months before trial", Anchor("trial", "before", 105, 138)),
        ("1 year before trial", Anchor("trial", "before", 183, 548)),
        ("between 0 and 60 days after plenum", Anchor("plenum", "after", 0, 60)),
        ("between 2 and 6 months before plenum", Anchor("plenum", "before", 59, 184)),
        ("between two and six months before plenum", Anchor("plenum", "before", 59, 184)),
        ("between 1 and 2 weeks after June-1937-plenum", Anchor("June-1937-plenum", "after", 7, 14)),
    ],
)
def test_dates_that_hang_on_an_event(text: str, anchor: Anchor) -> None:
    found = when(text)
    assert found.form == "relative" and found.anchors == (anchor,)
    assert {*found.start, *found.end} == {Edge.UNKNOWN}
    assert read(found.written) == found


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("", ""),
        ("before", "before"),
        ("before June", "June"),
        ("June", "June"),
        ("12 June 37", "37"),
        ("31 June 1937", "31 June 1937"),
        ("12st June 1937", "12st June 1937"),
        ("1900s", "1900s"),
        ("early winter 1936", "winter 1936"),
        ("early 12 June 1937", "12 June 1937"),
        ("spring 1936-37", "1936-37"),
        ("winter 1936-38", "1936-38"),
        ("11st century", "11st century"),
        ("summer 1936 and later", "and later"),
        ("1936 and later", "and later"),
        ("before plenum and after trial", "and after trial"),
        ("after the plenum", "the plenum"),
        ("before 1936/1937", "1936/1937"),
        ("between 1936", "between 1936"),
        ("between and 1936", "and 1936"),
        ("between 1936-13 and 1937", "13"),
        ("between 1932 and 1933 and 1934", "and 1934"),
        ("between 6 and 2 months before trial", "6 and 2 months before trial"),
        ("shortly 1936", "1936"),
        ("before 3rd-congress", "3rd-congress"),
        ("before -plenum", "-plenum"),
        ("before under_score", "under_score"),
        ("once upon a time", "once upon a time"),
        ("12.6.1937", "12.6.1937"),
        ("the 11th May", "May"),
        ("two years later", "later"),
        ("in the last twenty years", "years"),
        ("turn of the year", "turn of the year"),
        ("turn of the year 1936–38", "1936–38"),
        ("the '30s", "the '30s"),
        ("Sunday 12 June 1937", "Sunday 12 June 1937"),
        ("Saturday June 1937", "June 1937"),
        ("second half of 12 June 1937", "second half of 12 June 1937"),
        ("last 40 days of June 1937", "last 40 days of June 1937"),
        ("third half of 1936", "third half of 1936"),
        ("night of 11–13 June 1937", "11–13 June 1937"),
        ("June–May 1937", "June–May 1937"),
        ("1938–1937", "1938–1937"),
        ("1920s – February–March 1936", "–March 1936"),
        ("1936 or plenum", "or plenum"),
        ("between 1936 and plenum", "plenum"),
        ("throughout plenum", "plenum"),
        ("0 BC", "0 BC"),
        ("a few months", "months"),
        ("more than 1936", "more than 1936"),
        ("1936, more or less", ", more or less"),
    ],
)
def test_a_phrase_not_fully_understood_is_refused(text: str, rest: str) -> None:
    found = refusal(text)
    assert found.rest == rest
    assert text[found.offset : found.offset + len(rest)] == rest
    assert found.reason.endswith(".")


def test_a_phrase_that_runs_backwards_says_so() -> None:
    assert refusal("between 1933 and 1932").reason == REVERSED
    assert refusal("from 1937 to 1936").reason == REVERSED


def test_another_profile_gives_other_bounds() -> None:
    narrow = replace(DEFAULT, name="narrow", shortly=(0, 10))
    found = read("shortly after plenum", narrow)
    assert isinstance(found, When) and found.anchors[0].most == 10
    assert when("shortly after plenum").anchors[0].most == 60


def test_what_was_stated_is_kept_apart_from_what_was_added() -> None:
    assert stated(when("4 months before trial")).anchors == (Anchor("trial", "before", 120, 123),)
    assert stated(when("about 1936")).start == when("1936").start


@pytest.mark.parametrize(
    "text",
    [
        "shortly after feb-march-plenum", "summer 1936", "between 1932 and 1933", "after plenum", "mid-1930s",
        "the early 1930s", "not later than 1936", "four months before x", "June 1937", "12 June", "1930s",
        "summer of 1936, conquest asserts x", "late 1936", "in 1936", "1936-13", "[1936, 1937]", "before nonsense",
        "30 days afterwards", "from summer 1936 to x", "c. 1936",
    ],
)  # fmt: skip
def test_what_sets_out_to_be_a_date(text: str) -> None:
    assert looks_like_a_phrase(text)


@pytest.mark.parametrize(
    "text",
    [
        "erickson", "agent foo", "erickson, ulam assert x", "may asserts x", "june", "march-1921-uprising asserts",
        "late-stalin asserts x", "one-man asserts", "from-moscow asserts x", "expect x falls without 1936",
        'unnamed "n. 35" asserts', "period civil-war 1918/1921", "? tells x", "two tells x", "", "about",
    ],
)  # fmt: skip
def test_what_does_not(text: str) -> None:
    assert not looks_like_a_phrase(text)
