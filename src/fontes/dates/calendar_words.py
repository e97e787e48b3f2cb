"""Calendar dates in words: `summer 1936`, `12 June 1937`, `26 October (8 November) 1917`, `12 июня 1917 (Julian)`."""

from __future__ import annotations

import re
from dataclasses import replace

from fontes.dates.build import assumed
from fontes.dates.calendars import GREGORIAN, JULIAN, Calendar
from fontes.dates.edtf import bare, date, season_days, widened
from fontes.dates.pairs import double, extent, night, paired, turn, two_years, year_range
from fontes.dates.profile import Changeover, Profile, Season
from fontes.dates.vocabulary import (
    ABOUT,
    ARTICLES,
    DOUBTFUL,
    MONTH_NAMES,
    MONTHS,
    ORDINALS,
    PARTS,
    PARTS_IN_WORDS,
    SEASON_NAMES,
    SEASONS,
    SHARES,
    WEEKDAYS,
    WITHIN,
)
from fontes.dates.when import Piece, Refused
from fontes.dates.words import DASH, Words, number, unit
from fontes.dates.years import (
    NO_YEAR,
    Manner,
    Parsed,
    after_joint,
    century,
    decade,
    fits,
    is_century,
    is_decade,
    is_year,
    one_year,
    part_of,
    share_of,
    year_at,
    year_words,
)

_NOT_A_DATE = "This is not a date Fontes understands."
_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th|er|\.)?")
_YEAR_ALONE = re.compile(r"\d{3,4}")
_MARKS = {
    ("julian",): "julian", ("julian", "calendar"): "julian", ("o.s.",): "julian", ("os",): "julian", ("old", "style"): "julian",
    ("ст.", "ст."): "julian", ("a.", "st."): "julian", ("gregorian",): "gregorian", ("gregorian", "calendar"): "gregorian",
    ("n.s.",): "gregorian", ("ns",): "gregorian", ("new", "style"): "gregorian", ("н.", "ст."): "gregorian", ("n.", "st."): "gregorian",
    ("calendar", "unknown"): "unknown", ("calendar", "not", "known"): "unknown",
}  # fmt: skip
_SUFFIX = {"julian": " (Julian)", "gregorian": " (Gregorian)", "unknown": " (calendar unknown)"}


def calendar_date(words: Words, profile: Profile) -> Piece:
    """One calendar date, in EDTF or in words; a `?` after it makes it doubtful. Raises `Refused`."""
    if not words:
        raise words.refused(0, "A date is needed here.")
    if len(words) == 1 and bare(words.spelt(0)):
        return _one_date(words, profile)
    plain, doubtful = words.without_doubt()
    if plain.at(0) in DOUBTFUL:
        plain, doubtful = plain.part(1), True
    if not plain:
        raise words.refused(0, "A date is needed here.")
    piece = _without_doubt(plain, profile)
    if not doubtful or piece.doubtful:
        return piece
    if bare(piece.written) and not bare(piece.written + "?"):
        raise words.refused(len(words) - 1, "EDTF has no '?' after a year written so.")
    return replace(piece, doubtful=True, written=piece.written + "?")


def _without_doubt(words: Words, profile: Profile) -> Piece:
    if words.at(0) in ABOUT:
        piece = calendar_date(words.part(1), profile)
        made = about(piece, profile)
        return replace(made, written=f"about {piece.written}")
    at = _opening(words)
    if at == len(words):
        raise words.refused(0, "A date is needed here.")
    return _said(words, words.part(at), profile)


def _opening(words: Words) -> int:
    """How many words say no more than that it happened within the date: `in the`, `some time in`, `in the course of the year`."""
    at = 0
    while at < len(words):
        if words.at(at) in WITHIN or words.at(at) in ARTICLES or words.at(at) == "year":
            at += 1
        elif words.lower[at : at + 2] in (("some", "time"), ("course", "of")):
            at += 2
        else:
            break
    return at


def _said(whole: Words, words: Words, profile: Profile) -> Piece:
    """The date without its article or preposition; if it is none, all of it is refused."""
    try:
        return _dated(words, profile)
    except Refused as refused:
        if refused.reason == _NOT_A_DATE and refused.offset == words.places[0][0]:
            raise whole.refused(0, _NOT_A_DATE) from None
        raise


def _dated(words: Words, profile: Profile) -> Piece:
    if words.at(0) in ("earlier", "later") and words.at(1) == "in":
        piece = calendar_date(words.part(2), profile)
        written = f"{words.at(0)} in {piece.written}"
        return replace(piece, written=written, assumptions=assumed(piece.assumptions, ("earlier-in",)))
    if len(words) == 1 and bare(words.spelt(0)):
        return _one_date(words, profile)
    return _reckoned(words, profile)


def about(piece: Piece, profile: Profile) -> Piece:
    """The date, made approximate, unless it already is."""
    return piece if piece.approximate else widened(piece, piece.unit, profile)


def _one_date(words: Words, profile: Profile) -> Piece:
    word = words.spelt(0)
    if "/" in word or word[0] in "[{":
        raise words.refused(0, "One date is needed here, not a span or a set.")
    return date(word, profile, words.places[0][0])


# Calendars


def _reckoned(words: Words, profile: Profile) -> Piece:
    """The date, in the calendar it names; without one, in that of the profile, which is the Gregorian unless the corpus says otherwise."""
    plain, mark, at = _marked(words)
    if not mark:
        return _by_profile(plain, profile)
    if bare(plain.spelt(0)) and len(plain) == 1 and not _YEAR_ALONE.fullmatch(plain.at(0)):
        raise words.refused(at, "What is written in figures is EDTF, which is Gregorian; write a date of another calendar in words.")
    piece = _both(plain, profile) if mark == "unknown" else _whole(plain, Manner(profile, JULIAN if mark == "julian" else GREGORIAN))
    if piece.calendar == "double":
        raise words.refused(at, "Both calendars are given already.")
    return replace(piece, written=piece.written + _SUFFIX[mark], calendar=mark)


def _marked(words: Words) -> tuple[Words, str, int]:
    """The words without the calendar named at their end, which calendar that is, and the place of its name."""
    end = len(words) - 1 if words.at(len(words) - 1) == ")" else len(words)
    for count in (1, 2, 3):
        mark = _MARKS.get(words.lower[end - count : end]) if end > count else None
        if mark is None:
            continue
        start = end - count
        if end < len(words):
            if words.at(start - 1) != "(":
                continue
            start -= 1
        at = start
        if words.at(start - 1) == ",":
            start -= 1
        if start > 0:
            return words.part(0, start), mark, at
    return words, "", 0


def _both(words: Words, profile: Profile) -> Piece:
    """Read in both calendars, and both readings kept (id `calendar-both`)."""
    old, new = _whole(words, Manner(profile, JULIAN)), _try(words, Manner(profile, GREGORIAN))
    return _either(old, new) if new is not None else old


def _either(old: Piece, new: Piece) -> Piece:
    sides = tuple((min(a[0], b[0]), max(a[1], b[1])) for a, b in ((old.first, new.first), (old.last, new.last)))
    return replace(new, first=sides[0], last=sides[1], assumptions=assumed(new.assumptions, ("calendar-both",)), calendar="unknown")


def _try(words: Words, manner: Manner) -> Piece | None:
    try:
        return _whole(words, manner)
    except Refused:
        return None


def _by_profile(words: Words, profile: Profile) -> Piece:
    if profile.changeover is None:
        return _whole(words, Manner(profile, GREGORIAN))
    return _before_changeover(words, profile, profile.changeover)


def _before_changeover(words: Words, profile: Profile, change: Changeover) -> Piece:
    """In the old calendar if it ends before the new one was introduced, else in the new; a day between the two never was."""
    new = _try(words, Manner(profile, GREGORIAN))
    if new is not None and (new.calendar == "double" or new.first[0] >= change.first or bare(new.written)):
        return new
    old = _whole(words, Manner(profile, JULIAN))
    if old.last[1] < change.first:
        made = old if change.old == "julian" or new is None else _either(old, new)
        return replace(made, calendar=change.old, assumptions=assumed(made.assumptions, ("changeover",)))
    if new is None or new.last[1] < change.first:
        raise words.refused(0, "The calendar was changed here: these days were left out, and nothing happened on them.")
    if old.first[0] >= change.first:
        begin = (change.first, change.first)
    else:
        begin = old.first if change.old == "julian" else (min(old.first[0], new.first[0]), old.first[1])
    return replace(new, first=begin, calendar=change.old, assumptions=assumed(new.assumptions, ("changeover",)))


# The grammar of one date


def _whole(words: Words, manner: Manner) -> Piece:
    """One date, or a range, that takes up all these words."""
    if words.at(0) in ARTICLES and len(words) > 1:
        words = words.part(1)
    first = words.at(0)
    if first == "night" and words.at(1) == "of":
        return night(words.part(3 if words.at(2) == "the" else 2), lambda part: _whole(part, manner))
    if first == "turn" and words.at(1) == "of":
        return turn(words, manner.profile)
    if first in SEASONS and (years := two_years(words, after_joint(words, 1))):
        return _only(words, years[2], _winter_of(words, after_joint(words, 1), years, manner))
    if (years := two_years(words, 0)) and years[2] == len(words) > 1:
        return year_range(words, years, manner)
    if first[:1].isdigit() and ("(" in words.lower or ("/" in words.lower and _DAY.fullmatch(first))):
        return double(words, lambda part: _whole(part, Manner(manner.profile, JULIAN)), lambda part: _whole(part, Manner(manner.profile, GREGORIAN)))
    for sign in (DASH, "-", "/", "to"):
        if sign in words.lower[1:-1]:
            return _range(words, words.lower.index(sign, 1), manner)
    piece, after = _in_words(words, 0, manner)
    return _only(words, after, piece)


def _only(words: Words, after: int, piece: Piece) -> Piece:
    """The piece, if the words end where it does."""
    if len(words) > after:
        raise words.refused(after, "What follows the date is not understood.")
    return piece


def _range(words: Words, at: int, manner: Manner) -> Piece:
    """`June–July 1937`: within these, and not necessarily from the one to the other (id `dash-within`)."""
    again = next((index for index in range(at + 1, len(words)) if words.at(index) in (DASH, "-", "to")), None)
    if again is not None:
        raise words.refused(again, "A range has two ends.")
    first, last = paired(words.part(0, at), words.part(at + 1), lambda part: _whole(part, manner))
    return extent(words, first, last, "dash-within")


def _in_words(words: Words, at: int, manner: Manner) -> Parsed:
    first = words.at(at)
    if first in ARTICLES:
        return _in_words(words, at + 1, manner) if len(words) > at + 1 else _nothing(words, at)
    if first in PARTS or (first in PARTS_IN_WORDS and words.at(at + 1) == "of"):
        return part_of(words, at, manner, _month_or_refusal)
    if (first in ORDINALS or first == "last") and (words.at(at + 1) in SHARES or unit(words.at(at + 1)) or number(words.at(at + 1)) is not None):
        return share_of(words, at, manner, _in_words)
    if first in SEASONS:
        return _season(words, at, manner)
    if first in MONTHS:
        return _month(words, at, manner)
    if first in WEEKDAYS:
        return _weekday(words, at, manner)
    if is_decade(first):
        return decade(words, at, manner)
    if is_century(words, at):
        return century(words, at, manner)
    if _DAY.fullmatch(first) and words.at(after_joint(words, at + 1)) in MONTHS:
        month_at = after_joint(words, at + 1)
        return _day(words, at, month_at, month_at + 1, manner)
    if is_year(words, at):
        return one_year(words, at, manner)
    return _nothing(words, at)


def _nothing(words: Words, at: int) -> Parsed:
    if at == 0 and len(words) > 1 and bare(words.spelt(0)):
        raise words.refused(1, "What follows the date is not understood.")
    raise words.refused(at, _NOT_A_DATE)


def _month_or_refusal(words: Words, at: int, manner: Manner) -> Parsed:
    if words.at(at) in MONTHS:
        return _month(words, at, manner)
    if _DAY.fullmatch(words.at(at)) and words.at(at + 1) in MONTHS:
        raise words.refused(at, "A day has no early, mid or late part.")
    raise words.refused(at, "A month, a year, a decade or a century is needed here.")


# Days, months, seasons


def _month(words: Words, at: int, manner: Manner) -> Parsed:
    """`June 1937`, or a day with the month first: `June 12, 1937`."""
    if _DAY.fullmatch(words.at(at + 1)) and not is_year(words, at + 1) and len(words) > at + 2:
        return _day(words, at + 1, at, at + 2, manner)
    month = MONTHS[words.at(at)]
    year, after = year_at(words, after_joint(words, at + 1))
    first = manner.calendar.first_of_month(year, month)
    last = manner.calendar.first_of_month(year, month + 1) - 1
    return Piece((first, first), (last, last), "month", f"{MONTH_NAMES[month - 1]} {year_words(year)}"), after


def _day(words: Words, day_at: int, month_at: int, year_at_: int, manner: Manner) -> Parsed:
    match = _DAY.fullmatch(words.at(day_at))
    month = MONTHS[words.at(month_at)]
    if not is_year(words, after_joint(words, year_at_)) and match is not None:
        where = after_joint(words, year_at_)
        raise words.refused(where, f"{NO_YEAR} If none is recorded, write XXXX-{month:02d}-{int(match[1]):02d}.")
    year, after = year_at(words, after_joint(words, year_at_))
    if match is None or not words.at(day_at).isascii():
        raise words.refused(day_at, "A day of the month is needed here.")
    of_month = int(match[1])
    if not 1 <= of_month <= manner.calendar.month_length(year, month) or not fits(match[2], of_month):
        raise words.refused(day_at, "That month has no such day.")
    day = manner.calendar.day_of(year, month, of_month)
    return Piece((day, day), (day, day), "day", f"{of_month} {MONTH_NAMES[month - 1]} {year_words(year)}"), after


def _weekday(words: Words, at: int, manner: Manner) -> Parsed:
    """`Saturday, 12 June 1937`: the day of the week must be that day's."""
    next_at = at + 2 if words.at(at + 1) == "," else at + 1
    piece, after = _in_words(words, next_at, manner)
    if piece.unit != "day" or piece.first != piece.last:
        raise words.refused(next_at, "After a day of the week a whole date is needed.")
    if (piece.first[0] - 1) % 7 != WEEKDAYS[words.at(at)]:
        raise words.refused(at, "That day was another day of the week.")
    return piece, after


def _season(words: Words, at: int, manner: Manner) -> Parsed:
    """A season and one year; if it crosses the new year, that of either winter (id `winter-wide`)."""
    code = SEASONS[words.at(at)]
    season = manner.profile.season(code)
    if season is None:
        raise words.refused(at, "The profile does not say when this season is.")
    year, after = year_at(words, after_joint(words, at + 1))
    first, last = _season_days(season, year, manner.calendar)
    written = f"{SEASON_NAMES[code]} {year_words(year)}"
    if not _crosses(season):
        return Piece((first, first), (last, last), "season", written, assumptions=(season.id,)), after
    earlier = _season_days(season, year - 1, manner.calendar)
    return Piece((earlier[0], first), (earlier[1], last), "season", written, assumptions=("winter-wide",)), after


def _season_days(season: Season, year: int, calendar: Calendar) -> tuple[int, int]:
    if calendar is GREGORIAN:
        return season_days(season, year)
    return calendar.first_of_month(year, season.first_month), calendar.first_of_month(year, season.first_month + season.months) - 1


def _crosses(season: Season) -> bool:
    """Does it run into the next year?"""
    return season.first_month + season.months > 13


def _winter_of(words: Words, at: int, years: tuple[int, int, int], manner: Manner) -> Piece:
    """`winter 1936-37`: exact, because both years are named."""
    code = SEASONS[words.at(0)]
    season = manner.profile.season(code)
    if season is None or not _crosses(season):
        raise words.refused(at, "This season does not run from one year into the next.")
    year, second, _ = years
    if second != year + 1:
        raise words.refused(at, "The second year is not the one after the first.")
    first, last = _season_days(season, year, manner.calendar)
    written = f"{SEASON_NAMES[code]} {year:04d}-{second % 100:02d}"
    return Piece((first, first), (last, last), "season", written, assumptions=(season.id,))
