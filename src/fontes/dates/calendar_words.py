"""Calendar dates in words: `summer 1936`, `12 June 1937`, `early 1930s`, `16th century`."""

from __future__ import annotations

import re
from dataclasses import replace

from fontes.dates.days import day_of, first_of_month, month_length
from fontes.dates.edtf import bare, date, season_days, widened
from fontes.dates.profile import Part, Profile, Season
from fontes.dates.when import Piece
from fontes.dates.words import MONTHS, PARTS, SEASONS, Words, month_name

_YEAR = re.compile(r"\d{3,4}")
_DECADE = re.compile(r"(\d{2,3})0s")
_TWO_YEARS = re.compile(r"(\d{4})[-–/](\d{2}|\d{4})")
_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th)?")
_CENTURY = re.compile(r"(\d{1,2})(st|nd|rd|th)")
_NO_YEAR = "A year of three or four digits is needed here."


def calendar_date(words: Words, profile: Profile) -> Piece:
    """One calendar date, in EDTF or in words; a `?` after it makes it doubtful. Raises `Refused`."""
    if not words:
        raise words.refused(0, "A date is needed here.")
    if len(words) == 1 and bare(words.spelt(0)):
        return _one_date(words, profile)
    plain, doubtful = words.without_doubt()
    if not plain:
        raise words.refused(0, "A date is needed here.")
    piece = _in_words(_without_article(plain), profile)
    return replace(piece, doubtful=True, written=piece.written + "?") if doubtful else piece


def about(piece: Piece, profile: Profile) -> Piece:
    """The date, made approximate, unless it already is."""
    return piece if piece.approximate else widened(piece, piece.unit, profile)


def _one_date(words: Words, profile: Profile) -> Piece:
    word = words.spelt(0)
    if "/" in word or word[0] in "[{":
        raise words.refused(0, "One date is needed here, not a span or a set.")
    return date(word, profile, words.places[0][0])


def _without_article(words: Words) -> Words:
    """Without `the`, and with `mid-1930s` as two words."""
    second = words.at(1)
    if words.at(0) == "the" and (second[:1].isdigit() or second.split("-")[0] in (*PARTS, *SEASONS)):
        words = words.part(1)
    head, hyphen, rest = words.at(0).partition("-")
    if not hyphen or head not in PARTS or not rest:
        return words
    first, last = words.places[0]
    cut = first + len(head)
    places = ((first, cut), (cut + 1, last), *words.places[1:])
    return Words(words.text, places, (head, rest, *words.lower[1:]))


def _in_words(words: Words, profile: Profile) -> Piece:
    first = words.at(0)
    if first in PARTS:
        return _part_of(words, profile)
    if first in SEASONS:
        return _season(words, profile)
    if first in MONTHS:
        return _month(words)
    if _DECADE.fullmatch(first):
        return _only(words, 1, _decade(words))
    if words.at(1) == "century":
        return _only(words, 2, _century(words, 0))
    if words.at(1) in MONTHS:
        return _only(words, _after_year(words, 2), _day(words, 0, 1, _year(words, _of(words, 2))))
    if len(words) > 1 and bare(words.spelt(0)):
        raise words.refused(1, "What follows the date is not understood.")
    raise words.refused(0, "This is not a date Fontes understands.")


def _only(words: Words, count: int, piece: Piece) -> Piece:
    """The piece, if the words end where it does."""
    if len(words) > count:
        raise words.refused(count, "What follows the date is not understood.")
    return piece


def _of(words: Words, index: int) -> int:
    """The place of what follows an `of`, which may be left out."""
    return index + 1 if words.at(index) == "of" else index


def _after_year(words: Words, index: int) -> int:
    return _of(words, index) + 1


def _year(words: Words, index: int) -> int:
    word = words.at(index)
    if not word.isascii() or not _YEAR.fullmatch(word):
        raise words.refused(index, _NO_YEAR)
    return int(word)


# Days and months


def _month(words: Words) -> Piece:
    month = MONTHS[words.at(0)]
    second = _DAY.fullmatch(words.at(1))
    if second and len(words) > 2:
        return _only(words, _after_year(words, 2), _day(words, 1, 0, _year(words, _of(words, 2))))
    year = _year(words, _of(words, 1))
    return _only(words, _after_year(words, 1), _whole_month(year, month))


def _whole_month(year: int, month: int) -> Piece:
    first, last = first_of_month(year, month), first_of_month(year, month + 1) - 1
    return Piece((first, first), (last, last), "month", f"{month_name(month)} {year:04d}")


def _day(words: Words, day_at: int, month_at: int, year: int) -> Piece:
    match = _DAY.fullmatch(words.at(day_at))
    month = MONTHS[words.at(month_at)]
    if match is None or not words.at(day_at).isascii():
        raise words.refused(day_at, "A day of the month is needed here.")
    of_month = int(match[1])
    if not 1 <= of_month <= month_length(year, month) or not _fits(match[2], of_month):
        raise words.refused(day_at, "That month has no such day.")
    day = day_of(year, month, of_month)
    return Piece((day, day), (day, day), "day", f"{of_month} {month_name(month)} {year:04d}")


def _fits(ending: str | None, value: int) -> bool:
    """Is this the ending English gives the number: 1st, 12th, 23rd?"""
    return ending is None or ending == _ending(value)


def _ending(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


# Seasons


def _season(words: Words, profile: Profile) -> Piece:
    season = profile.season(SEASONS[words.at(0)])
    if season is None:
        raise words.refused(0, "The profile does not say when this season is.")
    name = "autumn" if words.at(0) == "fall" else words.at(0)
    at = _of(words, 1)
    pair = _TWO_YEARS.fullmatch(words.at(at))
    piece = _winter_of(words, at, pair, season, name) if pair else _one_season(season, _year(words, at), name)
    return _only(words, at + 1, piece)


def _crosses(season: Season) -> bool:
    """Does it run into the next year?"""
    return season.first_month + season.months > 13


def _winter_of(words: Words, at: int, pair: re.Match[str], season: Season, name: str) -> Piece:
    """`winter 1936-37`: exact, because both years are named."""
    year, second = int(pair[1]), pair[2]
    next_year = f"{year + 1:04d}"
    if not _crosses(season):
        raise words.refused(at, "This season does not run from one year into the next.")
    if second != next_year[-len(second) :]:
        raise words.refused(at, "The second year is not the one after the first.")
    first, last = season_days(season, year)
    return Piece((first, first), (last, last), "season", f"{name} {year:04d}-{next_year[2:]}", assumptions=(season.id,))


def _one_season(season: Season, year: int, name: str) -> Piece:
    """A season and one year; if it crosses the new year, that of either winter (id `winter-wide`)."""
    first, last = season_days(season, year)
    written = f"{name} {year:04d}"
    if not _crosses(season):
        return Piece((first, first), (last, last), "season", written, assumptions=(season.id,))
    earlier = season_days(season, year - 1)
    return Piece((earlier[0], first), (earlier[1], last), "season", written, assumptions=("winter-wide",))


# Decades, centuries, and parts of units


def _decade(words: Words) -> Piece:
    year = _decade_year(words, 0)
    return _years(year, year + 9, "decade", f"{year}s")


def _decade_year(words: Words, index: int) -> int:
    match = _DECADE.fullmatch(words.at(index))
    if match is None or match[1].endswith("0"):
        raise words.refused(index, "This may mean ten years or a hundred; say which.")
    return int(match[1]) * 10


def _years(first: int, last: int, unit: str, written: str) -> Piece:
    begin, end = day_of(first, 1, 1), day_of(last, 12, 31)
    return Piece((begin, begin), (end, end), unit, written)


def _century(words: Words, index: int) -> Piece:
    """The 16th century: 1500–1599 to some, 1501–1600 to others; both are kept (id `century-wide`)."""
    number = _century_number(words, index)
    base = 100 * (number - 1)
    written = f"{number}{_ending(number)} century"
    return Piece(
        (day_of(base, 1, 1), day_of(base + 1, 1, 1)),
        (day_of(base + 99, 12, 31), day_of(base + 100, 12, 31)),
        "century",
        written,
        assumptions=("century-wide",),
    )


def _century_number(words: Words, index: int) -> int:
    match = _CENTURY.fullmatch(words.at(index))
    if match is None or not _fits(match[2], int(match[1])) or match[1] in ("0", "00"):
        raise words.refused(index, "This is not the number of a century.")
    return int(match[1])


def _part_of(words: Words, profile: Profile) -> Piece:
    """`early`, `mid` or `late` before a decade, a century, a year or a month."""
    word, at = words.at(0), 2 if words.at(1) == "the" else 1
    if _DECADE.fullmatch(words.at(at)):
        year = _decade_year(words, at)
        return _only(words, at + 1, _part_of_years(profile.part(word, "decade"), year, f"{word} {year}s"))
    if words.at(at + 1) == "century":
        whole = _century(words, at)
        part = profile.part(word, "century")
        base = 100 * (_century_number(words, at) - 1)
        return _only(words, at + 2, _part_of_years(part, base, f"{word} {whole.written}"))
    if words.at(at) in MONTHS:
        month_piece = _month(words.part(at))
        if month_piece.unit != "month":
            raise words.refused(0, "A day has no early, mid or late part.")
        return _part_of_month(profile.part(word, "month"), month_piece, word)
    year = _year(words, at)
    return _only(words, at + 1, _part_of_year(profile.part(word, "year"), year, f"{word} {year:04d}"))


def _part_of_years(part: Part, year: int, written: str) -> Piece:
    piece = _years(year + part.first, year + part.last, part.about, written)
    return replace(piece, assumptions=(part.id,))


def _part_of_year(part: Part, year: int, written: str) -> Piece:
    first, last = first_of_month(year, part.first + 1), first_of_month(year, part.last + 2) - 1
    return Piece((first, first), (last, last), part.about, written, assumptions=(part.id,))


def _part_of_month(part: Part, month: Piece, word: str) -> Piece:
    begin, end = month.first[0], month.last[1]
    first, last = begin + part.first, min(begin + part.last, end)
    return Piece((first, first), (last, last), part.about, f"{word} {month.written}", assumptions=(part.id,))
