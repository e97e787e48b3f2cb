"""What holds of every date: writing and reading, order of bounds, coarsening, qualifiers, comparison."""

from __future__ import annotations

import calendar
import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.dates import (
    Answer,
    Edge,
    NotUnderstood,
    When,
    as_edtf,
    bare,
    by,
    civil,
    day_of,
    looks_like_a_phrase,
    precedes,
    read,
    sort_key,
    stated,
    within,
    write,
)

RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()  # noqa: SIM905
GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()  # noqa: SIM905
years = st.integers(1000, 2999)
days = st.dates().filter(lambda day: day.year >= 1000)
signs = st.sampled_from(["", "?", "~", "%"])


@st.composite
def plain_dates(draw: st.DrawFn) -> str:
    """A year, a month, a day or a season, perhaps masked at the right."""
    day = draw(days)
    full = day.isoformat()
    return draw(
        st.sampled_from(
            [
                full,
                full[:7],
                full[:4],
                full[:3] + "X",
                full[:2] + "XX",
                full[:8] + "XX",
                full[:5] + "XX",
                f"{full[:4]}-{draw(st.integers(21, 41))}",
            ]
        )
    )


@st.composite
def worded_dates(draw: st.DrawFn) -> str:
    """A calendar date in words, in one of the ways historians write it."""
    year, month, part = draw(years), draw(st.integers(1, 12)), draw(st.sampled_from(["early", "mid", "late"]))
    name = calendar.month_name[month]
    season = draw(st.sampled_from(["spring", "summer", "autumn", "fall", "winter"]))
    decade = f"{draw(st.integers(101, 299).filter(lambda tens: tens % 10))}0s"
    return draw(
        st.sampled_from(
            [
                f"{name} {year}",
                f"{draw(st.integers(1, 28))} {name} {year}",
                f"{season} of {year}",
                f"the {decade}",
                f"{part} {year}",
                f"{part} {name} {year}",
                f"the {part} {decade}",
                f"{part}-{decade}",
                f"winter {year}-{(year + 1) % 100:02d}",
                f"{name} {draw(st.integers(1, 28))}, {year}",
                f"in the {season} of {year}",
                f"on {draw(st.integers(1, 28))} {name} {year} (Julian)",
                f"{draw(st.integers(1, 28))} {name} {year}, calendar unknown",
                f"{name} {year} O.S.",
                f"{name}–{calendar.month_name[min(12, month + 1)]} {year}",
                f"night of {draw(st.integers(1, 28))} {name} {year}",
                f"night of 11–12 {name} {year}",
                f"turn of the year {year}–{(year + 1) % 100:02d}",
                f"{year}–{year + draw(st.integers(0, 9))}",
                f"the {decade} and {part} {draw(st.integers(101, 299).filter(lambda tens: tens % 10))}0s",
                f"{season} {year} or {name} {year}",
                f"{draw(st.sampled_from(['first', 'second', 'last']))} half of {draw(st.sampled_from([str(year), decade, f'{name} {year}']))}",
                f"first {draw(st.integers(1, 12))} months of {year}",
                f"the end of {name} {year}",
                f"{draw(st.integers(1, 28))} {name} {draw(st.integers(1, 800))} BC",
                f"{draw(st.integers(1, 21))}th century BC",
                f"AD {year}",
                f"{year} BC",
                f"{year} or {year + 1}",
                f"{year} (Julian)",
                f"probably {name} {year}",
                f"about {year}",
                f"{draw(st.integers(1, 28))} {RUSSIAN[month - 1]} {year} года",
                f"im {GERMAN[month - 1]} {year}",
                f"{draw(st.integers(2, 28))} {FRENCH[month - 1]} {year}",
            ]
        )
    )


one_date = st.one_of(st.builds(str.__add__, plain_dates(), signs), worded_dates())
events = st.from_regex(r"\^?[a-zа-я][a-zа-я0-9]{0,5}(-[a-z0-9]{1,4}){1,2}", fullmatch=True)
limits = st.sampled_from(
    [
        "before",
        "after",
        "by",
        "about",
        "c.",
        "since",
        "until",
        "not later than",
        "not earlier than",
        "prior to",
        "on or before",
        "no later than",
        "around",
    ]
)
units = st.sampled_from(["days", "weeks", "months", "years"])


@st.composite
def expressions(draw: st.DrawFn) -> str:
    """Any kind of expression, and some that run backwards or make no sense."""
    first, second, event = draw(one_date), draw(one_date), draw(events)
    low, high, unit = draw(st.integers(0, 40)), draw(st.integers(0, 40)), draw(units)
    plain = draw(plain_dates())
    text = draw(
        st.sampled_from(
            [
                first,
                f"{draw(limits)} {first}",
                f"between {first} and {second}",
                f"from {first} to {second}",
                f"{draw(limits)} {event}",
                f"shortly after {event}",
                f"during {event}",
                f"at {event}",
                f"{low} {unit} before {event}",
                f"{low} {unit} after {first}",
                f"between {low} and {high} {unit} after {event}",
                f"throughout {first}",
                f"from {first}",
                f"a few {unit} later than {event}",
                f"several {unit} before {first}",
                f"exactly {low} {unit} after {first}",
                f"more than {low} {unit} before {first}",
                f"less than {low} {unit} after {event}",
                f"immediately after {first}",
                f"the day before {event}",
                f"at the time of {event}",
                f"{plain}/",
                f"/{plain}",
                f"{plain}/..",
                f"../{plain}",
                f"{plain}/{draw(plain_dates())}",
                f"[{plain},{draw(plain_dates())}]",
                f"{{{plain}..}}",
                f"[..{plain}]",
            ]
        )
    )
    return text + draw(st.sampled_from(["", "", "?"]))


def understood(text: str) -> When:
    found = read(text)
    assert isinstance(found, When), found
    return found


@given(expressions())
def test_reading_what_was_written_gives_the_same_date(text: str) -> None:
    found = read(text)
    if isinstance(found, When):
        assert read(write(found)) == found
        assert write(understood(write(found))) == write(found)


@given(expressions())
def test_no_expression_comes_out_without_being_called_a_date(text: str) -> None:
    found = read(text)
    if isinstance(found, When):
        assert bare(text) or looks_like_a_phrase(text)
        assert found.is_bare == (bare(found.written) is not None)


@given(st.one_of(st.text(max_size=40), st.text(alphabet="0123456789X-/.,[]{}~%?YESTZ:+ ", max_size=24)))
def test_no_text_whatever_raises_and_refusals_point_into_it(text: str) -> None:
    found = read(text)
    if isinstance(found, NotUnderstood):
        assert found.text == text
        assert text[found.offset : found.offset + len(found.rest)] == found.rest
    looks_like_a_phrase(text)


@given(expressions())
def test_bounds_are_in_order(text: str) -> None:
    found = read(text)
    if isinstance(found, NotUnderstood):
        return
    pairs = [found.start, found.end, (found.start[0], found.end[0]), (found.start[1], found.end[1])]
    for low, high in pairs:
        if isinstance(low, int) and isinstance(high, int):
            assert low <= high


@given(expressions())
def test_the_edtf_of_a_date_says_neither_less_nor_more(text: str) -> None:
    """Read again it sets the same bounds with the same doubt; a limit's side that is not known is the open side of a set."""
    found = read(text)
    if isinstance(found, NotUnderstood):
        return
    edtf = as_edtf(found)
    if found.is_bare:
        assert edtf == found.written
    if edtf is None:
        return
    again = understood(edtf)
    assert again.is_bare and (again.doubtful, again.approximate) == (found.doubtful, found.approximate)
    for one, other in zip((*again.start, *again.end), (*found.start, *found.end), strict=True):
        assert one == other or (found.form in ("before", "after", "by") and isinstance(one, Edge) and isinstance(other, Edge))


@given(worded_dates())
def test_capitals_and_the_form_of_letters_say_nothing(text: str) -> None:
    assert read(text.upper()) == read(text) or isinstance(read(text), NotUnderstood)
    assert read(unicodedata.normalize("NFD", text)) == read(text) or isinstance(read(text), NotUnderstood)


def _written(day: int) -> str:
    year, month, of_month = civil(day)
    return f"{year:04d}-{month:02d}-{of_month:02d}"


SHIFTED = [
    "{a}", "{a}?", "{a}~", "{a}/{b}", "{a}/..", "/{a}", "[{a},{b}]", "[{a}..{b}]", "{{{a},{b}}}", "before {a}", "after {a}", "by {a}",
    "since {a}", "until {a}",
    "about {a}", "between {a} and {b}", "from {a} to {b}", "throughout {a}", "{a} or {b}", "shortly after {a}", "immediately before {a}",
    "3 weeks before {a}",
    "between 2 and 9 days after {a}", "a few days after {a}", "more than 4 days after {a}", "exactly 4 days before {a}",
]  # fmt: skip


@given(st.sampled_from(SHIFTED), st.integers(500_000, 800_000), st.integers(0, 500), st.integers(-30_000, 30_000))
def test_so_many_days_later_everything_is_so_many_days_later(form: str, day: int, more: int, shift: int) -> None:
    """P8. What is counted in months is not among the forms: months differ."""
    here = understood(form.format(a=_written(day), b=_written(day + more)))
    there = understood(form.format(a=_written(day + shift), b=_written(day + more + shift)))
    for one, other in zip((*here.start, *here.end), (*there.start, *there.end), strict=True):
        assert other == (one + shift if isinstance(one, int) else one)
    assert (here.form, here.assumptions, here.doubtful) == (there.form, there.assumptions, there.doubtful)


@given(years, st.integers(1, 12))
def test_the_parts_of_a_unit_make_up_the_whole(year: int, month: int) -> None:
    units = [f"{year}", f"{calendar.month_name[month]} {year}", f"{year // 10}0s"]
    for unit in units if year // 10 % 10 else units[:2]:
        for parts in (("early", "mid", "late"), ("first half of", "second half of")):
            pieces = [understood(f"{part} {unit}") for part in parts]
            whole = understood(unit)
            assert pieces[0].earliest == whole.earliest and pieces[-1].latest == whole.latest
            assert all(isinstance(a.latest, int) and b.earliest == a.latest + 1 for a, b in pairwise(pieces))


@given(worded_dates())
def test_about_and_doubt_only_widen_phrases_too(text: str) -> None:
    found = read(text)
    if isinstance(found, NotUnderstood) or found.form != "moment":
        return
    assert within(found, understood(f"about {found.written}"))
    doubtful = understood(found.written.removesuffix("?") + "?")
    assert (doubtful.start, doubtful.end, doubtful.doubtful) == (found.start, found.end, True)


@given(years, st.integers(1, 12), st.integers(1, 28), st.sampled_from(["{d} {m} {y}", "{m} {y}", "early {m} {y}", "night of {d} {m} {y}"]))
def test_a_calendar_not_known_contains_both_readings(year: int, month: int, day: int, form: str) -> None:
    text = form.format(d=day, m=calendar.month_name[month], y=year)
    both, old, new = understood(f"{text} (calendar unknown)"), understood(f"{text} (Julian)"), understood(f"{text} (Gregorian)")
    assert within(old, both) and within(new, both)
    assert both.earliest in (old.earliest, new.earliest) and both.latest in (old.latest, new.latest)
    assert (both.calendar, old.calendar, new.calendar) == ("unknown", "julian", "gregorian")


@given(days)
def test_coarser_dates_contain_finer_ones(day: object) -> None:
    full = str(day)
    chain = [full, full[:7], full[:4], full[:3] + "X", full[:2] + "XX"]
    for finer, coarser in pairwise(chain):
        assert within(understood(finer), understood(coarser))


@given(days)
def test_unspecified_digits_contain_what_they_leave_open(day: object) -> None:
    full = str(day)
    for masked in (full[:8] + "XX", full[:5] + "XX-XX", full[:3] + "X" + full[4:7], full[:9] + "X"):
        assert within(understood(full), understood(masked))


@given(plain_dates(), signs.filter(bool))
def test_qualifiers_only_widen(text: str, sign: str) -> None:
    plain, qualified = understood(text), understood(text + sign)
    assert within(plain, qualified)
    assert within(qualified, plain) == (sign == "?")
    assert (stated(qualified).start, stated(qualified).end) == (plain.start, plain.end)


@given(plain_dates(), st.sampled_from(["before", "after", "by", "since"]))
def test_a_rough_limit_never_excludes_more_than_an_exact_one(text: str, word: str) -> None:
    assert within(understood(f"{word} {text}"), understood(f"{word} {text}~"))


@given(days, st.integers(0, 11), st.integers(0, 27))
def test_every_day_of_a_masked_date_lies_in_its_hull(day: object, month: int, of_month: int) -> None:
    year = int(str(day)[:4])
    found = understood(f"{year:04d}-XX-XX")
    assert isinstance(found.earliest, int) and isinstance(found.latest, int)
    assert found.earliest <= day_of(year, month + 1, of_month + 1) <= found.latest


@settings(deadline=None)
@given(st.from_regex(r"-?[0-9X]{4}-[01X][0-9X]-[0-3X][0-9X]", fullmatch=True))
def test_the_hull_of_a_mask_is_that_of_its_days_one_by_one(text: str) -> None:
    """The twin: try the days of the months named, in the first and last years that can hold one."""
    found = read(text)
    sign, digits = (-1, text[1:]) if text[0] == "-" else (1, text)
    mask = digits[:4]
    in_years = [year for year in range(10_000) if all(m in ("X", d) for m, d in zip(mask, f"{year:04d}", strict=True))]
    ordered = sorted(sign * year for year in in_years if year or sign > 0)

    allowed = [
        (month, day)
        for month in range(1, 13)
        for day in range(1, 32)
        if all(m in ("X", d) for m, d in zip(digits[5:], f"{month:02d}-{day:02d}", strict=True))
    ]

    def matching(year: int) -> list[int]:
        lengths = [31, 29 if calendar.isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return [day_of(year, month, day) for month, day in allowed if day <= lengths[month - 1]]

    first = next((min(ones) for year in ordered if (ones := matching(year))), None)
    if first is None:
        assert isinstance(found, NotUnderstood)
        return
    last = next(max(ones) for year in reversed(ordered) if (ones := matching(year)))
    assert isinstance(found, When) and found.start == (first, last)


@given(expressions(), expressions())
def test_comparisons_hold_for_every_choice_of_days(one: str, other: str) -> None:
    """If it is certain, the extreme days say so too; and nothing both precedes and follows."""
    a, b = read(one), read(other)
    if isinstance(a, NotUnderstood) or isinstance(b, NotUnderstood):
        return
    if precedes(a, b) is Answer.CERTAIN:
        assert precedes(b, a) is Answer.IMPOSSIBLE
        assert isinstance(a.latest, int) and isinstance(b.earliest, int) and a.latest < b.earliest
        assert sort_key(a) < sort_key(b) or a.earliest is Edge.UNKNOWN
        if isinstance(b.latest, int) and not b.approximate and "winter-wide" not in b.assumptions:
            assert by(a, b) is Answer.CERTAIN


@given(expressions())
def test_what_hangs_on_an_event_alone_settles_nothing(text: str) -> None:
    found = read(text)
    if isinstance(found, When) and found.anchors:
        for fixed in ("1500", "1937-06-12", "2500"):
            assert precedes(found, understood(fixed)) is Answer.POSSIBLE
            assert by(found, understood(fixed)) is Answer.POSSIBLE


@given(days)
def test_bounds_are_days_of_the_calendar(day: object) -> None:
    found = understood(str(day))
    assert isinstance(found.earliest, int)
    assert civil(found.earliest) == tuple(int(part) for part in str(day).split("-"))
