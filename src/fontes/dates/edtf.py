"""The Extended Date/Time Format of the Library of Congress (4 February 2019), levels 0, 1 and 2.

A date is kept as it was written; what it denotes is a `Piece`, the hull of its possible days. Nothing is
guessed: what does not fit the format is refused at the component that does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from fontes.dates.build import among, assumed, moment, recurring, span
from fontes.dates.days import Day, day_of, first_of_month, month_length, months_later
from fontes.dates.profile import Profile, Season
from fontes.dates.when import Edge, Piece, Refused, When

_DATE = (
    r"(?:[?~%]?-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}"
    r"|-?\d{4}S\d+|Y-?\d+(?:E\d+)?(?:S\d+)?)"
)
_TIME = r"T\d\d:\d\d:\d\d(?:Z|[+-]\d\d(?::\d\d)?)?"
_ITEM = rf"(?:{_DATE}(?:\.\.(?:{_DATE})?)?|\.\.{_DATE})"
_INTERVAL = rf"(?:{_DATE}/(?:\.\.|{_DATE})?|(?:\.\.)?/{_DATE})"
_MEMBERS = rf"{_ITEM}(?:,{_ITEM})*"
_EXPRESSION = rf"(?:{_INTERVAL}|{_DATE}(?:{_TIME})?|\[{_MEMBERS}\]|\{{{_MEMBERS}\}})"
_WORDS_ON = r"(?!\s+(?:or|and|BCE?|AD|CE|B\.C|A\.D|C\.E|год|года|г\.|days?|weeks?|months?|years?)(?![\w-])|\s+\()"
_BARE = re.compile(rf"{_EXPRESSION}(?=[\s,]|\Z){_WORDS_ON}")
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_COMPONENTS = re.compile(r"([?~%])?(-)?([0-9X]{4})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?)?)?")
_LONG = re.compile(r"(?:Y(-?)(\d+)(?:E(\d+))?|(-?)(\d{4}))(?:S(\d+))?")
_CLOCK = re.compile(r"T(\d\d):(\d\d):(\d\d)(?:Z|[+-](\d\d)(?::(\d\d))?)?")
_MOST_DIGITS = 18

REVERSED = "The end lies before the beginning."
"""The reason given for `1937/1936` and `between 1937 and 1936`."""


def bare(text: str) -> re.Match[str] | None:
    """A bare EDTF expression at the beginning of the text, followed by space, comma or the end.

    Only its shape is looked at: `1936-13` matches, and `read` then says what is wrong with it. Corpus names
    do not match, except those few that are dates: `Y12000`, `XXXX`. Nor does a number with which a date in words begins: `1936 or 1937`.
    """
    return _BARE.match(text)


def expression(text: str, profile: Profile) -> When:
    """What a whole EDTF expression says; `bare` matches all of it. Raises `Refused`."""
    if "/" in text:
        return _interval(text, profile)
    if text[0] in "[{":
        return _set(text, profile)
    return moment(date(text, profile))


def date(text: str, profile: Profile, offset: int = 0) -> Piece:
    """One EDTF date, of any level; `offset` is where it begins in the text at hand. Raises `Refused`."""
    try:
        return _date(text, profile)
    except Refused as refused:
        raise refused.shifted(offset) from None


def _date(text: str, profile: Profile) -> Piece:
    plain = _PLAIN.fullmatch(text)
    if plain and (plain[2] is None or plain[2] < "13"):
        return _plain(text, plain)
    if "T" in text:
        return _timed(text)
    if "Y" in text or "S" in text:
        return _long(text)
    parts = _COMPONENTS.fullmatch(text)
    if parts is None:
        raise Refused(0, len(text), "This is not a date in EDTF.")
    return _qualified(text, parts, profile)


def _plain(text: str, match: re.Match[str]) -> Piece:
    """Level 0: the dates that are nearly all dates, read without detours."""
    year = int(match[1])
    if match[2] is None:
        return _unit(day_of(year, 1, 1), day_of(year, 12, 31), "year", text)
    month = int(match[2])
    if month == 0:
        raise Refused(5, 7, "There is no month 00.")
    if match[3] is None:
        return _unit(day_of(year, month, 1), day_of(year, month, month_length(year, month)), "month", text)
    of_month = int(match[3])
    if not 1 <= of_month <= month_length(year, month):
        raise Refused(8, 10, "That month has no such day.")
    day = day_of(year, month, of_month)
    return _unit(day, day, "day", text)


def _unit(first: Day, last: Day, unit: str, written: str) -> Piece:
    return Piece((first, first), (last, last), unit, written)


def _timed(text: str) -> Piece:
    """A day with a time of day: the civil day as written. The time is checked, kept, and moves nothing."""
    clock = _CLOCK.fullmatch(text, 10)
    plain = _PLAIN.fullmatch(text, 0, 10)
    if clock is None or plain is None or plain[3] is None:
        raise Refused(0, len(text), "A time of day follows a whole date, as in 1937-06-12T23:20:30.")
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3])
    midnight = (hour, minute, second) == (24, 0, 0)
    if not midnight and (hour > 23 or minute > 59 or second > 59):
        raise Refused(11, 19, "There is no such time of day.")
    if int(clock[4] or 0) > 14 or int(clock[5] or 0) > 59:
        raise Refused(19, len(text), "There is no such time zone.")
    if plain[2] > "12":
        raise Refused(5, 7, "There is no such month.")
    return replace(_plain(text[:10], plain), written=text)


def _long(text: str) -> Piece:
    """Years with a `Y`, an exponent or significant digits: `Y-170000002`, `Y3388E2S3`, `1950S2`."""
    parts = _LONG.fullmatch(text)
    if parts is None:
        raise Refused(0, len(text), "This is not a year in EDTF.")
    digits, power, significant = parts[2] or parts[5], parts[3], parts[6]
    if parts[2] and (digits[0] == "0" or (not power and len(digits) < 5)):
        raise Refused(0, len(text), "Y stands before a year of five digits or more; shorter years need none.")
    if len(digits) + int((power or "0")[:4]) > _MOST_DIGITS:
        raise Refused(0, len(text), f"A year of more than {_MOST_DIGITS} digits is not counted.")
    size = int(digits) * 10 ** int(power or 0)
    negative = (parts[1] or parts[4]) == "-"
    return _years(text, size, negative, _unsure(text, size, significant))


def _unsure(text: str, size: int, significant: str | None) -> int:
    """How many years the significant digits leave open: 100 for `1950S2`, 1 if all digits count."""
    if significant is None:
        return 1
    figures = len(str(size))
    kept = int(significant[:4])
    if not 1 <= kept <= figures or not size:
        raise Refused(text.index("S"), len(text), "That is not a number of digits this year has.")
    return int(10 ** (figures - kept))


def _years(text: str, size: int, negative: bool, step: int) -> Piece:
    if negative and size == 0:
        raise Refused(0, len(text), "There is no year -0000; the year 0 is 0000.")
    low = size // step * step
    years = (-(low + step - 1), -low) if negative else (low, low + step - 1)
    return Piece(
        (day_of(years[0], 1, 1), day_of(years[1], 1, 1)),
        (day_of(years[0], 12, 31), day_of(years[1], 12, 31)),
        "year",
        text,
    )


# Masks and qualifiers


def _qualified(text: str, parts: re.Match[str], profile: Profile) -> Piece:
    """A date with unspecified digits, seasons or qualifiers on it or on its components."""
    season = _season(parts, profile)
    first = _found(text, parts, season, latest=False)
    last = _found(text, parts, season, latest=True) if "X" in text else first
    unit = "day" if parts[9] else "season" if season else "month" if parts[6] else _year_unit(parts[3])
    signs = "".join(sign for sign in parts.group(1, 4, 5, 7, 8, 10) if sign)
    ids = (season.id,) if season and season.vague else ("edtf-not-years",) if season and _like_two_years(parts) else ()
    piece = Piece((first[0], last[0]), (first[1], last[1]), unit, text, "?" in signs or "%" in signs, assumptions=ids)
    for part_unit in _approximated(text, parts, unit):
        piece = widened(piece, part_unit, profile)
    return piece


def _like_two_years(parts: re.Match[str]) -> bool:
    """Could `1936-37`, which EDTF makes the first four months of 1936, be taken for two years?"""
    return not parts[2] and parts[3].isdigit() and (int(parts[3]) + 1) % 100 == int(parts[6])


def _year_unit(year: str) -> str:
    """A decade if the last digit is unspecified, a century if two or more are."""
    open_digits = year.count("X")
    return "year" if not year.endswith("X") else "decade" if open_digits == 1 else "century"


def _approximated(text: str, parts: re.Match[str], unit: str) -> list[str]:
    """The units that are approximate.

    A sign to the right of a component goes for it and all to its left, so that the finest of them is what is
    rough; a sign to the left goes for that component alone (specification, level 2, *Qualification*).
    """
    units = []
    middle = "season" if unit == "season" else "month"
    for left, right, name in ((1, 4, _year_unit(parts[3])), (5, 7, middle), (8, 10, "day")):
        if parts[left] and parts[right]:
            raise Refused(parts.start(left), parts.end(right), "One sign on each component is enough.")
        sign = parts[left] or parts[right]
        if sign and sign in "~%":
            units.append(name)
    return units


def _season(parts: re.Match[str], profile: Profile) -> Season | None:
    if parts[9] or not parts[6] or "X" in parts[6] or int(parts[6]) < 21:
        return None
    season = profile.season(int(parts[6]))
    if season is None:
        raise Refused(parts.start(6), parts.end(6), "There is no such month or season.")
    return season


@cache
def _matching(mask: str, least: int, most: int) -> tuple[int, ...]:
    """The numbers from `least` to `most` that the digits and Xs of the mask allow, in order."""
    if "X" not in mask:
        return (int(mask),) if least <= int(mask) <= most else ()
    choices = [range(10) if sign == "X" else (int(sign),) for sign in mask]
    numbers = (int("".join(map(str, digits))) for digits in product(*choices))
    return tuple(number for number in numbers if least <= number <= most)


def _found(text: str, parts: re.Match[str], season: Season | None, latest: bool) -> tuple[Day, Day]:
    """The earliest, or the latest, unit the masks allow: its first and last day."""
    found = next(_candidates(text, parts, season, latest), None)
    if found is None:
        raise Refused(parts.start(9), parts.end(9), "That month has no such day.")
    return found


def _candidates(text: str, parts: re.Match[str], season: Season | None, latest: bool) -> Iterator[tuple[Day, Day]]:
    order = -1 if latest else 1
    months = (season.first_month,) if season else _months(parts)
    days = _matching(parts[9], 1, 31) if parts[9] else (1,)
    if not days:
        raise Refused(parts.start(9), parts.end(9), "There is no such day of the month.")
    for year, month, of_month in product(_signed(text, parts)[::order], months[::order], days[::order]):
        if season:
            yield season_days(season, year)
        elif parts[9]:
            if of_month <= month_length(year, month):
                day = day_of(year, month, of_month)
                yield day, day
        elif parts[6]:
            yield first_of_month(year, month), first_of_month(year, month + 1) - 1
        else:
            yield day_of(year, 1, 1), day_of(year, 12, 31)


def _months(parts: re.Match[str]) -> tuple[int, ...]:
    if not parts[6]:
        return (1,)
    months = _matching(parts[6], 1, 12)
    if not months:
        raise Refused(parts.start(6), parts.end(6), "There is no such month or season.")
    return months


def _signed(text: str, parts: re.Match[str]) -> tuple[int, ...]:
    """The years the mask allows, in order. The sign comes after the Xs: -1XXX runs from -1999 to -1000."""
    if not parts[2]:
        return _matching(parts[3], 0, 9999)
    years = _matching(parts[3], 1, 9999)
    if not years:
        raise Refused(parts.start(2), parts.end(3), "There is no year -0000; the year 0 is 0000.")
    return tuple(-year for year in reversed(years))


def season_days(season: Season, year: int) -> tuple[Day, Day]:
    """First and last day of a season that begins in this year."""
    end = first_of_month(year, season.first_month + season.months)
    return first_of_month(year, season.first_month), end - 1


def widened(piece: Piece, unit: str, profile: Profile) -> Piece:
    """The piece, made approximate: carried in both directions by what the profile says for this unit."""
    by = profile.widening(unit)
    back, on = (-by.months, -by.days), (by.months, by.days)
    return replace(
        piece,
        first=(_carried(piece.first[0], *back), _carried(piece.first[1], *on)),
        last=(_carried(piece.last[0], *back), _carried(piece.last[1], *on)),
        approximate=True,
        assumptions=assumed(piece.assumptions, (by.id,)),
    )


def _carried(day: Day, months: int, days: int) -> Day:
    """The day so many months and days on; of two ways to count months, the one that goes further.

    Counting from the day after makes the last day of a month arrive at the last day of the other.
    """
    if not months:
        return day + days
    ways = (months_later(day, months), months_later(day + 1, months) - 1)
    return (min(ways) if months < 0 else max(ways)) + days


# Intervals and sets


def _interval(text: str, profile: Profile) -> When:
    left, right = text.split("/")
    if "T" in text:
        raise Refused(text.index("T"), len(text), "The ends of a span have no time of day.")
    beginning = _side(left, profile, 0)
    end = _side(right, profile, len(left) + 1)
    if isinstance(beginning, Piece) and isinstance(end, Piece) and beginning.first[0] > end.last[1]:
        raise Refused(len(left) + 1, len(text), REVERSED)
    return span(text, beginning, end)


def _side(text: str, profile: Profile, offset: int) -> Piece | Edge:
    """One end of an interval: `..` asserts that there is none, nothing says that it is not known."""
    if not text:
        return Edge.UNKNOWN
    return Edge.OPEN if text == ".." else date(text, profile, offset)


@dataclass(frozen=True, slots=True)
class _Member:
    """One member of a set, which may be a range; None at the side on which `..` leaves it open."""

    low: Piece | None
    high: Piece | None


def _set(text: str, profile: Profile) -> When:
    items = text[1:-1].split(",")
    members, offset = [], 1
    for number, item in enumerate(items):
        if (item.startswith("..") and number > 0) or (item.endswith("..") and number < len(items) - 1):
            raise Refused(offset, offset + len(item), "Only the first or last member of a set can be open.")
        members.append(_member(item, profile, offset))
        offset += len(item) + 1
    pieces = [piece for member in members for piece in (member.low, member.high) if piece]
    build = among if text[0] == "[" else recurring
    return build(text, tuple(pieces), members[0].low is None, members[-1].high is None)


def _member(text: str, profile: Profile, offset: int) -> _Member:
    low, dots, high = text.partition("..")
    first = date(low, profile, offset) if low else None
    last = date(high, profile, offset + len(low) + 2) if high else None
    if first and last and first.first[0] > last.last[1]:
        raise Refused(offset, offset + len(text), REVERSED)
    return _Member(first, last if dots else first)
