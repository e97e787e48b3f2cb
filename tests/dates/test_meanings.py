"""What a corpus says vague words mean, and what is assumed, in words."""

from __future__ import annotations

import pytest

from fontes.dates import DEFAULT, When, explained, iso, meanings, read, stated


def hull(text: str, word: str, meaning: str) -> tuple[str, str]:
    made = meanings([(word, meaning)])
    assert made.refused == ()
    found = read(text, made.profile)
    assert isinstance(found, When), found
    assert read(found.written, made.profile) == found
    return iso(found.earliest), iso(found.latest)


@pytest.mark.parametrize(
    ("text", "word", "meaning", "first", "last"),
    [
        ("shortly after 1937-06-12", "shortly", "0 to 30 days", "1937-06-12", "1937-07-12"),
        ("shortly after 1937-06-12", "shortly-after", "between 0 and 30 days after", "1937-06-12", "1937-07-12"),
        ("shortly after 1937-06-12", "shortly", "1 to 2 weeks", "1937-06-19", "1937-06-26"),
        ("immediately after 1937-06-12", "immediately", "0 to 1 days", "1937-06-12", "1937-06-13"),
        ("a few days after 1937-06-12", "a-few", "2 to 4", "1937-06-14", "1937-06-16"),
        ("a few days after 1937-06-12", "a-few-months", "between 2 and 4 months", "1937-06-14", "1937-06-16"),
        ("several days after 1937-06-12", "several", "5-7", "1937-06-17", "1937-06-19"),
        ("early 1930s", "early-decade", "0 to 2", "1930-01-01", "1932-12-31"),
        ("early 1936", "early-year", "months 1 to 3", "1936-01-01", "1936-03-31"),
        ("late June 1937", "late-month", "days 25 to 31", "1937-06-25", "1937-06-30"),
        ("mid 19th century", "mid-century", "years 40 to 60", "1840-01-01", "1860-12-31"),
        ("about 1936", "about-year", "2 years", "1934-01-01", "1938-12-31"),
        ("1937-06-12~", "about-day", "1 week", "1937-06-05", "1937-06-19"),
        ("4 weeks before 1937-06-12", "rounded-weeks", "1 day", "1937-05-14", "1937-05-16"),
        ("summer 1936", "summer", "May to September", "1936-05-01", "1936-09-30"),
        ("summer 1936", "summer", "December to February", "1935-12-01", "1937-02-28"),
        ("1936-22", "summer", "июнь to июль", "1936-06-01", "1936-07-31"),
        ("turn of the year 1936–37", "turn-of-year", "25 December to 6 January", "1936-12-25", "1937-01-06"),
        ("26 October 1917", "calendar", "Julian before 1918-02-14", "1917-11-08", "1917-11-08"),
        ("26 October 1917", "calendar", "unknown before 1918-02-14", "1917-10-26", "1917-11-08"),
        ("26 October 1917", "calendar", "gregorian", "1917-10-26", "1917-10-26"),
    ],
)
def test_a_word_means_what_the_corpus_says(text: str, word: str, meaning: str, first: str, last: str) -> None:
    assert hull(text, word, meaning) == (first, last)


@pytest.mark.parametrize(
    ("word", "meaning", "rest"),
    [
        ("shortly", "soon", "soon"), ("shortly", "30 to 0 days", "30 to 0 days"), ("shortly", "0 to 30", "0 to 30"),
        ("presently", "1 to 2 days", "presently"),
        ("a-few", "0 to 4", "0 to 4"), ("early-year", "0 to 3", "0 to 3"), ("early-year", "days 1 to 3", "days 1 to 3"),
        ("about-year", "long", "long"),
        ("rounded-months", "1 month", "1 month"), ("summer", "June", "June"),
        ("turn-of-year", "16 November to 3 January", "16 November to 3 January"),
        ("calendar", "Hebrew", "Hebrew"), ("calendar", "Julian before 1918-02-30", "1918-02-30"),
    ],
)  # fmt: skip
def test_a_meaning_is_read_whole_or_refused(word: str, meaning: str, rest: str) -> None:
    made = meanings([(word, meaning)])
    assert made.profile is DEFAULT
    (refused,) = made.refused
    assert refused.rest == rest and refused.reason.endswith((".", "'."))


def test_the_same_word_twice_is_refused_and_the_others_stay() -> None:
    made = meanings([("shortly", "0 to 30 days"), ("shortly", "0 to 20 days"), ("about-day", "1 day")])
    assert made.profile.shortly == (0, 30) and made.profile.widening("day").days == 1 and len(made.refused) == 1


def test_without_lines_it_is_the_usual_profile_itself() -> None:
    assert meanings(()).profile is DEFAULT


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("winter 1936", "December to February"), ("summer 1936", "June to August"), ("early 1930s", "years 0 to 3"), ("late 1936", "months 9 to 12"),
        ("mid June 1937", "days 11 to 20"), ("about 1936", "1 year earlier or later"), ("1937-06-12~", "3 days earlier or later"),
        ("193X~", "3 years"),
        ("shortly after plenum", "0 to 60 days"), ("a few weeks after plenum", "2 to 6"), ("4 months before plenum", "15 days"),
        ("several days after x", "3 to 9"),
        ("16th century", "from 01"), ("26 October 1917 (calendar unknown)", "Gregorian"), ("1936–37", "sometime within"), ("1936-37", "EDTF"),
        ("turn of the year 1936–37", "16 December to 15 January"), ("night of 11 June 1937", "next"), ("earlier in 1936", "not said"),
        ("first half of June 1937", "1 to 15"), ("immediately after x", "0 to 7 days"), ("1936-30", "December to February"),
    ],
)  # fmt: skip
def test_what_is_assumed_is_said_with_its_days(text: str, said: str) -> None:
    found = read(text)
    assert isinstance(found, When) and found.assumptions
    words = " ".join(explained(one) for one in found.assumptions)
    assert said in words and all(explained(one) != one for one in found.assumptions)


def test_every_constant_of_a_profile_is_in_words() -> None:
    profile = DEFAULT
    for one in (*profile.seasons, *profile.parts, *profile.widenings, *profile.roundings):
        assert explained(one.id).endswith(".") and explained(one.id) != one.id


def test_another_profile_says_its_own_days() -> None:
    profile = meanings([("shortly", "0 to 30 days"), ("calendar", "Julian before 1918-02-14")]).profile
    assert "0 to 30 days" in explained("shortly", profile)
    assert "before 1918-02-14" in explained("changeover", profile)


def test_as_stated_is_without_what_the_profile_adds() -> None:
    profile = meanings([("about-year", "5 years")]).profile
    found = read("about 1936", profile)
    assert isinstance(found, When)
    assert iso(found.earliest) == "1931-01-01" and iso(stated(found, profile).earliest) == "1936-01-01"
