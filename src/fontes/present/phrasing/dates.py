"""Dates as a historian writes them: `October 1961`, never `1961-10`.

A date keeps the words in which it was written; only EDTF is spelt out, alone or inside a phrase (`by 1937-06-11`). What this does not know
how to say better stays as it was written: no date is told as less or more than it says.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable

from fontes.dates import When

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring {year}", 22: "summer {year}", 23: "autumn {year}", 24: "winter {year}",
           33: "first quarter of {year}", 34: "second quarter of {year}", 35: "third quarter of {year}", 36: "last quarter of {year}",
           40: "first half of {year}", 41: "second half of {year}"}  # fmt: skip
DAY, MONTH, BC, LONG_YEAR = "{day} {month} {year}", "{month} {year}", "{year} BC", "year {year}"
SOME_DAY, SOME_MONTH = "some day of {month} {year}", "some month of {year}"
DECADE, CENTURY, DAY_IN = "the {digits}0s", "the {digits}00s", "{day} {month} of one of {years}"
PERHAPS, ABOUT, PERHAPS_ABOUT = "perhaps {date}", "about {date}", "perhaps about {date}"
PART_DOUBTFUL = {"?": "{date}, {parts} uncertain", "~": "{date}, {parts} approximate", "%": "{date}, {parts} uncertain and approximate"}
PARTS = ("the year", "the month", "the day")
PARTS_BETWEEN = " and "
UNTIL, FROM, UNTIL_UNKNOWN, FROM_UNKNOWN = (
    "until {end}",
    "from {begin} on",
    "until {end}, since when is not known",
    "from {begin}, until when is not known",
)
YEARS, WITHIN, SPAN, FROM_TO = "{begin}–{end}", "{begin}–{end}", "{begin} – {end}", "from {begin} to {end}"
YEARLESS = "{day} {month}"
EITHER, BOTH, OR_EARLIER, OR_LATER, BETWEEN = " or ", " and ", "{date} or earlier", "{date} or later", "between {begin} and {end}"
AT_TIME = "{date}, {time}"
CALLED = "“{name}”"
SOME_TIME = "some time {date}"
LIMITS = ("between ", "after ", "before ", "by ")

Called = Callable[[str], str]
"""What an event or statement that a date hangs on is called, by its name."""

_DATE = re.compile(r"([?~%])?(-?[0-9X]{4})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?)?)?")
_LONG = re.compile(r"Y(-?)(\d+)")
_INSIDE = re.compile(r"(?<![\w^–/-])(\d{4}-\d{2}(?:-\d{2})?|\d{3}X|\d{2}XX)([?~%]?)(?![\w–/-])")
_ZONED = re.compile(r"(.+)T(\d\d:\d\d)(?::\d\d)?(?:Z|[+-].+)?")


def told(when: When, called: Called | None = None) -> str:
    """A date in words. ``called`` names what it hangs on; without it, or where it answers nothing, the bare name stays."""
    if when.is_bare:
        return _bare(when.written)
    text = when.written
    text, doubt = (text[:-1].rstrip(), PERHAPS) if text.endswith("?") and not _INSIDE.search(text[-12:]) else (text, "{date}")
    text = _INSIDE.sub(lambda found: _date(found[0]), text)
    for anchor in when.anchors:
        name = called(anchor.name) if called is not None else ""
        if name:
            text = text.replace(anchor.name, CALLED.format(name=name))
    return doubt.format(date=text)


def in_words(edtf: str) -> str:
    """A day, month or year: `11 June 1937`, `June 1937`."""
    return _date(edtf)


def of_words(written: str) -> str:
    """The words of a date, where only they are at hand: EDTF is spelt out, a phrase keeps its words."""
    bare = not any(sign in written for sign in " s–")
    return _bare(written) if written and bare else _INSIDE.sub(lambda found: _date(found[0]), written)


def after_day(iso: str) -> str:
    """A day, to stand behind *after*: the last day of a year or month is said as that year or month."""
    year, month, day = iso.rsplit("-", 2)
    if (month, day) == ("12", "31"):
        return _date(year)
    return _date(f"{year}-{month}" if day == str(monthrange(2001, int(month))[1]) and month != "02" else iso)


def _bare(text: str) -> str:
    if text[0] in "[{":
        return _among(text)
    begin, slash, end = text.partition("/")
    return _span(begin, end) if slash else _date(text)


def _span(begin: str, end: str) -> str:
    if begin in ("", ".."):
        return (UNTIL if begin else UNTIL_UNKNOWN).format(end=_date(end))
    if end in ("", ".."):
        return (FROM if end else FROM_UNKNOWN).format(begin=_date(begin))
    if re.fullmatch(r"\d{4}", begin) and re.fullmatch(r"\d{4}", end):
        return YEARS.format(begin=begin, end=end)
    short = _short_span(begin, end)
    plain = not (set(begin + end) & set("X?~%"))
    return short or (SPAN if plain else FROM_TO).format(begin=_date(begin), end=_date(end))


def _short_span(begin: str, end: str) -> str:
    """`1–11 June 1937`, `January–June 1937`: what both ends share is said once. Empty where they share nothing, or are in doubt."""
    plain = r"(\d{4})-(\d\d)(?:-(\d\d))?"
    first, last = re.fullmatch(plain, begin), re.fullmatch(plain, end)
    if not first or not last or first[1] != last[1] or (first[3] is None) != (last[3] is None) or int(first[2]) > 12 or int(last[2]) > 12:
        return ""
    if first[3] is None:
        return WITHIN.format(begin=MONTHS[int(first[2]) - 1], end=_date(end))
    if first[2] == last[2]:
        return WITHIN.format(begin=int(first[3]), end=_date(end))
    return SPAN.format(begin=YEARLESS.format(day=int(first[3]), month=MONTHS[int(first[2]) - 1]), end=_date(end))


def _among(text: str) -> str:
    members, between = text[1:-1].split(","), EITHER if text[0] == "[" else BOTH
    return between.join(_member(one) for one in members)


def _member(text: str) -> str:
    begin, dots, end = text.partition("..")
    if not dots:
        return _date(text)
    if not begin:
        return OR_EARLIER.format(date=_date(end))
    return BETWEEN.format(begin=_date(begin), end=_date(end)) if end else OR_LATER.format(date=_date(begin))


def _date(text: str) -> str:
    """One EDTF date; as written where there is no better way to say it."""
    timed = _ZONED.fullmatch(text)
    if timed:
        return AT_TIME.format(date=_date(timed[1]), time=timed[2])
    long = _LONG.fullmatch(text)
    if long:
        return LONG_YEAR.format(year=f"{int(long[2]):,}") if not long[1] else BC.format(year=f"{int(long[2]) + 1:,}")
    found = _DATE.fullmatch(text)
    if found is None:
        return text
    plain = _plain(found[2], found[5], found[8])
    return _qualified(found, plain) if plain else text


def _plain(year: str, month: str | None, day: str | None) -> str:
    """A date without its doubts; empty where it has no words."""
    spelt = _year(year)
    if not spelt or month is None:
        return spelt
    if month == "XX":
        return SOME_MONTH.format(year=spelt) if day in (None, "XX") and "X" not in year else ""
    if "X" in month or (day is not None and "X" in day and day != "XX"):
        return ""
    named = MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else ""
    if day is None:
        return MONTH.format(month=named, year=spelt) if named and "X" not in year else SEASONS.get(int(month), "").format(year=spelt)
    if not named:
        return ""
    if "X" in year:
        return DAY_IN.format(day=int(day), month=named, years=spelt) if day != "XX" else ""
    return SOME_DAY.format(month=named, year=spelt) if day == "XX" else DAY.format(day=int(day), month=named, year=spelt)


def _year(year: str) -> str:
    if year.startswith("-"):
        return BC.format(year=int(year[1:]) + 1) if "X" not in year else ""
    if "X" not in year:
        return str(int(year)) if int(year) else BC.format(year=1)
    if re.fullmatch(r"\d{3}X", year):
        return DECADE.format(digits=year[:3].lstrip("0"))
    return CENTURY.format(digits=year[:2].lstrip("0")) if re.fullmatch(r"[1-9]\dXX", year) else ""


def _qualified(found: re.Match[str], plain: str) -> str:
    """With its doubt: of the whole where it is a sign at the end, else of the parts that have one.

    A sign after a part is said of it and of all before it, a sign before a part of that part alone.
    """
    groups = [(found[1], found[2], found[3]), (found[4], found[5], found[6]), (found[7], found[8], found[9])]
    given = [group for group in groups if group[1]]
    signs = [{sign for sign in (before, *(after for _, _, after in given[place:])) if sign} for place, (before, _, _) in enumerate(given)]
    if not any(signs):
        return plain
    if all(each == signs[0] and len(each) == 1 for each in signs):
        return {"?": PERHAPS, "~": ABOUT, "%": PERHAPS_ABOUT}[next(iter(signs[0]))].format(date=plain)
    for sign in "?~%":
        named = [PARTS[place] for place, each in enumerate(signs) if sign in each]
        plain = PART_DOUBTFUL[sign].format(date=plain, parts=PARTS_BETWEEN.join(named)) if named else plain
    return plain
