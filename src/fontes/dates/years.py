"""Years, decades and centuries in words, and the parts of units: `44 BC`, `the 480s BC`, `early 1930s`, `first half of 1936`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from fontes.dates.build import assumed
from fontes.dates.calendars import GREGORIAN, Calendar
from fontes.dates.days import months_later
from fontes.dates.profile import Part, Profile
from fontes.dates.vocabulary import BEFORE_ERA, OF_ERA, ORDINALS, PARTS_IN_WORDS, SHARES, YEAR_WORDS
from fontes.dates.when import Piece
from fontes.dates.words import Words, number, unit

NO_YEAR = "A year of three or four digits is needed here."
_YEAR = re.compile(r"\d{3,4}")
_ANY_YEAR = re.compile(r"\d{1,4}")
_DECADE = re.compile(r"(\d{2,3})0(?:['’])?s")
_CENTURY = re.compile(r"(\d{1,2})(st|nd|rd|th)")
_JOINTS = ("of", "in", ",", "de", "des")

Parsed = tuple[Piece, int]
"""A date, and the place of the word after it."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are to be taken: by whose meanings, in which calendar."""

    profile: Profile
    calendar: Calendar


def after_joint(words: Words, at: int) -> int:
    """The place of what follows `of`, `in`, `of the year` or a comma, all of which may be left out."""
    if words.at(at) in _JOINTS:
        at += 1
    if words.at(at) == "the" and (words.at(at + 1) == "year" or words.at(at + 1)[:1].isdigit() or words.at(at + 2) == "century"):
        at += 1
    return at + 1 if words.at(at) == "year" else at


def year_at(words: Words, at: int) -> tuple[int, int]:
    """The astronomical year that stands here, and the place of the word after it."""
    word, after = words.at(at), words.at(at + 1)
    if word in OF_ERA and word and _ANY_YEAR.fullmatch(after) and after.isascii() and int(after):
        return int(after), at + 2
    if not word.isascii() or not _ANY_YEAR.fullmatch(word):
        raise words.refused(at, NO_YEAR)
    if after in BEFORE_ERA or after in OF_ERA:
        if not int(word):
            raise words.refused(at, "There is no year 0 before or after Christ.")
        return (1 - int(word) if after in BEFORE_ERA else int(word)), at + 2
    if not _YEAR.fullmatch(word):
        raise words.refused(at, NO_YEAR)
    return int(word), at + 2 if after in YEAR_WORDS else at + 1


def is_year(words: Words, at: int) -> bool:
    """Does a year stand here, with its era if it needs one?"""
    word, after = words.at(at), words.at(at + 1)
    if word in OF_ERA:
        return bool(_ANY_YEAR.fullmatch(after))
    return word.isascii() and bool(_YEAR.fullmatch(word) or (_ANY_YEAR.fullmatch(word) and (after in BEFORE_ERA or after in OF_ERA)))


def year_words(year: int) -> str:
    """An astronomical year as it is written beside a month: `1937`, `0987`, `44 BC`."""
    return f"{year:04d}" if year > 0 else f"{1 - year} BC"


def years_piece(first: int, last: int, unit_: str, written: str, manner: Manner) -> Piece:
    """From the first day of one year to the last of another."""
    begin, end = manner.calendar.day_of(first, 1, 1), manner.calendar.day_of(last, 12, 31)
    return Piece((begin, begin), (end, end), unit_, written)


def one_year(words: Words, at: int, manner: Manner) -> Parsed:
    """A year by itself: `1937`, `44 BC`, `AD 30`."""
    year, after = year_at(words, at)
    return years_piece(year, year, "year", year_words(year), manner), after


# Decades and centuries


def is_decade(word: str) -> bool:
    """Is this a decade, such as `1930s`?"""
    return bool(_DECADE.fullmatch(word))


def _decade(words: Words, at: int) -> tuple[int, str, int]:
    """The first year of a decade, how it is written, and the place after it."""
    match = _DECADE.fullmatch(words.at(at))
    if match is None or match[1].endswith("0"):
        raise words.refused(at, "This may mean ten years or a hundred; say which.")
    base = int(match[1]) * 10
    if words.at(at + 1) in BEFORE_ERA:
        return -8 - base, f"{base}s BC", at + 2
    return base, f"{base}s", at + 1


def decade(words: Words, at: int, manner: Manner) -> Parsed:
    """`1930s`, `480s BC`."""
    year, written, after = _decade(words, at)
    return years_piece(year, year + 9, "decade", written, manner), after


def is_century(words: Words, at: int) -> bool:
    """Does a century stand here, such as `16th century`?"""
    return words.at(at + 1) == "century"


def _century(words: Words, at: int) -> tuple[int, str, int]:
    """The first year of a century (in AD counted from 00), how it is written, and the place after it."""
    word = words.at(at)
    match = _CENTURY.fullmatch(word)
    value = ORDINALS.get(word) or (int(match[1]) if match and fits(match[2], int(match[1])) else 0)
    if not value:
        raise words.refused(at, "This is not the number of a century.")
    name = f"{value}{ending(value)} century"
    if words.at(at + 2) in BEFORE_ERA:
        return 1 - 100 * value, f"{name} BC", at + 3
    return 100 * (value - 1), name, at + 3 if words.at(at + 2) in OF_ERA else at + 2


def century(words: Words, at: int, manner: Manner) -> Parsed:
    """The 16th century: 1500–1599 to some, 1501–1600 to others; both are kept (id `century-wide`). BC it is 600–501, without doubt."""
    base, written, after = _century(words, at)
    if base < 0:
        return years_piece(base, base + 99, "century", written, manner), after
    day_of = manner.calendar.day_of
    first = (day_of(base, 1, 1), day_of(base + 1, 1, 1))
    last = (day_of(base + 99, 12, 31), day_of(base + 100, 12, 31))
    return Piece(first, last, "century", written, assumptions=("century-wide",)), after


def fits(suffix: str | None, value: int) -> bool:
    """Is this the ending the number takes: 1st, 12th, 23rd; French 1er; the German point?"""
    return suffix is None or suffix in (".", ending(value)) or (suffix == "er" and value == 1)


def ending(value: int) -> str:
    """The English ending of an ordinal number."""
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


# Parts of units


def part_of(words: Words, at: int, manner: Manner, month: Callable[[Words, int, Manner], Parsed]) -> Parsed:
    """`early`, `mid` or `late` (or `the beginning of` …) before a decade, a century, a year or a month."""
    word = PARTS_IN_WORDS.get(words.at(at), words.at(at))
    at = after_joint(words, at + 1)
    if words.at(at) == "the":
        at += 1
    if is_decade(words.at(at)):
        base, written, after = _decade(words, at)
        return _of_years(manner.profile.part(word, "decade"), base, f"{word} {written}", manner), after
    if is_century(words, at):
        base, written, after = _century(words, at)
        return _of_years(manner.profile.part(word, "century"), base, f"{word} {written}", manner), after
    if is_year(words, at):
        year, after = year_at(words, at)
        return _of_year(manner.profile.part(word, "year"), year, f"{word} {year_words(year)}", manner), after
    whole, after = month(words, at, manner)
    if whole.unit != "month":
        raise words.refused(at, "Only a month, a year, a decade and a century have an early, mid or late part.")
    return _of_month(manner.profile.part(word, "month"), whole, word), after


def _of_years(part: Part, year: int, written: str, manner: Manner) -> Piece:
    piece = years_piece(year + part.first, year + part.last, part.about, written, manner)
    return replace(piece, assumptions=(part.id,))


def _of_year(part: Part, year: int, written: str, manner: Manner) -> Piece:
    first = manner.calendar.first_of_month(year, part.first + 1)
    last = manner.calendar.first_of_month(year, part.last + 2) - 1
    return Piece((first, first), (last, last), part.about, written, assumptions=(part.id,))


def _of_month(part: Part, month: Piece, word: str) -> Piece:
    begin, end = month.first[0], month.last[1]
    first, last = begin + part.first, min(begin + part.last, end)
    return Piece((first, first), (last, last), part.about, f"{word} {month.written}", assumptions=(part.id,))


def share_of(words: Words, at: int, manner: Manner, whole_at: Callable[[Words, int, Manner], Parsed]) -> Parsed:
    """`first half of 1936`, `last quarter of the 16th century`, `first six months of 1937`, `first week of June 1937`."""
    which, name = words.at(at), words.at(at + 1)
    many = number(name)
    of = at + 3 if many is not None else at + 2
    if words.at(of) != "of":
        raise words.refused(of, "'of' and a month, a year, a decade or a century are needed here.")
    start = of + 2 if words.at(of + 1) == "the" else of + 1
    whole, after = whole_at(words, start, manner)
    if manner.calendar is not GREGORIAN:
        raise words.refused(at, "A share is counted in the Gregorian calendar only; write its days.")
    if many is None and name in SHARES:
        return _share(words, at, which, name, whole), after
    measure = unit(words.at(of - 1))
    if measure is None or which not in ("first", "last"):
        raise words.refused(at, "'first' or 'last', and a number of days, weeks, months or years, are needed here.")
    return _stretch(words, at, which, many, measure, whole), after


def _share(words: Words, at: int, which: str, name: str, whole: Piece) -> Piece:
    of = SHARES[name]
    index = of if which == "last" else ORDINALS.get(which, 0)
    length = {"year": 12, "decade": 120, "century": 1200}.get(whole.unit, 0)
    if not 1 <= index <= of or (not length and (whole.unit, name) != ("month", "half")):
        raise words.refused(at, "This has no such part.")
    written, begin = f"{which} {name} of {whole.written}", whole.first[0]
    if not length:
        first, last = (begin, begin + 14) if index == 1 else (begin + 15, whole.last[1])
        return Piece((first, first), (last, last), "day", written, assumptions=("half-month",))
    step = length // of
    if step % 12 and whole.unit != "year":
        raise words.refused(at, "This has no such part that is made of whole years.")
    first = months_later(begin, step * (index - 1))
    slack = 12 if whole.unit == "century" and whole.first[0] != whole.first[1] else 0
    last = months_later(begin, step * index + slack) - 1
    about = "month" if whole.unit == "year" else "year" if whole.unit == "decade" else "decade"
    return Piece((first, first), (last, last), about, written, assumptions=whole.assumptions)


def _stretch(words: Words, at: int, which: str, many: int | None, measure: str, whole: Piece) -> Piece:
    """So many days, weeks, months or years at the beginning or the end of a unit."""
    count = 1 if many is None else many
    begin, end = whole.first[0], whole.last[1]
    if measure in ("day", "week"):
        size = count * (7 if measure == "week" else 1)
        first, last = (begin, begin + size - 1) if which == "first" else (end - size + 1, end)
    else:
        months = count * (12 if measure == "year" else 1)
        first, last = (begin, months_later(begin, months) - 1) if which == "first" else (months_later(end + 1, -months), end)
    if not count or first < begin or last > end:
        raise words.refused(at, "This has no such part.")
    figures = "" if many is None else f"{count} "
    written = f"{which} {figures}{measure}{'s' if count != 1 else ''} of {whole.written}"
    return Piece((first, first), (last, last), "day" if measure == "week" else measure, written, assumptions=assumed(whole.assumptions))
