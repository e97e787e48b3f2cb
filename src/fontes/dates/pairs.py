"""Dates of two parts: both calendars, ranges with a dash, nights, the turn of a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from fontes.dates.build import assumed, written_in
from fontes.dates.calendars import gap, julian
from fontes.dates.days import civil, day_of
from fontes.dates.edtf import REVERSED
from fontes.dates.profile import Profile
from fontes.dates.vocabulary import MONTH_NAMES, MONTHS
from fontes.dates.when import Piece, Refused
from fontes.dates.words import DASH, Words
from fontes.dates.years import Manner, after_joint, year_words, years_piece

Reader = Callable[[Words], Piece]
"""Reads a whole calendar date; raises `Refused`."""
_TWO_YEARS = re.compile(r"(\d{4})[-/](\d{2}|\d{4})")
_SECOND_YEAR = re.compile(r"\d{2}|\d{4}")


def two_years(words: Words, at: int) -> tuple[int, int, int] | None:
    """The two years of `1936-37`, `1936–37` or `1936/37` if they stand here, and the place of the word after them."""
    match = _TWO_YEARS.fullmatch(words.at(at))
    if match:
        return int(match[1]), _completed(match[1], match[2]), at + 1
    first, sign, second = words.at(at), words.at(at + 1), words.at(at + 2)
    if sign in (DASH, "-", "/") and len(first) == 4 and first.isdigit() and first.isascii() and second.isascii() and _SECOND_YEAR.fullmatch(second):
        return int(first), _completed(first, second), at + 3
    return None


def _completed(first: str, second: str) -> int:
    """The second year in full: 1999–00 is 2000, `1936–37` is 1937."""
    if len(second) == 4:
        return int(second)
    year = int(first[:2] + second)
    return year + 100 if second == "00" and first[2:] == "99" else year


def year_range(words: Words, years: tuple[int, int, int], manner: Manner, assumption: str = "dash-within") -> Piece:
    """Within these years; nothing is said of having lasted from the one to the other."""
    first, last, _ = years
    if first > last:
        raise words.refused(0, REVERSED)
    piece = years_piece(first, last, "year", f"{first:04d}{DASH}{last:04d}", manner)
    return replace(piece, assumptions=(assumption,))


def paired(left: Words, right: Words, read: Reader) -> tuple[Piece, Piece]:
    """Two dates, of which the first may leave out what it has in common with the second: `11 and 12 June 1937`."""
    last = read(right)
    try:
        return read(left), last
    except Refused as own:
        for count in range(1, min(4, len(right))):
            try:
                return read(left.joined(right.part(len(right) - count))), last
            except Refused:
                continue
        raise own


def extent(words: Words, first: Piece, last: Piece, assumption: str) -> Piece:
    """Both dates and what lies between them, as one."""
    if first.first[0] > last.last[1]:
        raise words.refused(0, REVERSED)
    return Piece(
        first.first,
        last.last,
        last.unit,
        _ranged(first.written, last.written),
        first.doubtful or last.doubtful,
        first.approximate or last.approximate,
        assumed(first.assumptions, last.assumptions, (assumption,) if assumption else ()),
        written_in((first, last)),
    )


def _ranged(first: str, last: str) -> str:
    """Both with a dash between them; what they have in common at the end is written once: `11–12 June 1937`."""
    left, right = first.split(" "), last.split(" ")
    while len(left) > 1 and len(right) > 1 and left[-1] == right[-1]:
        left.pop()
        right.pop()
    shared = last.split(" ")[len(right) :]
    return " ".join((f"{' '.join(left)}{DASH}{' '.join(right)}", *shared))


# Double dates


def double(words: Words, old_style: Reader, new_style: Reader) -> Piece:
    """`26 October (8 November) 1917`: one day by both calendars, in either order. They must be one day, or the second part is refused."""
    left, right, at = _sides(words)
    first, second = _try(left, old_style), _try(right, new_style)
    if first is not None and second is not None and _a_day(first) and _a_day(second) and first.first == second.first:
        return _doubled(first)
    swapped = _try(left, new_style), _try(right, old_style)
    if swapped[0] is not None and swapped[1] is not None and _a_day(swapped[0]) and swapped[0].first == swapped[1].first:
        return _doubled(swapped[0])
    if first is None or not _a_day(first):
        first = old_style(left)
        raise words.refused(at, "Two dates in one are understood only of two days, as in 26 October (8 November) 1917.")
    if second is None:
        second = new_style(right)
    raise _difference(words, at, first, second)


def _try(words: Words, read: Reader) -> Piece | None:
    try:
        return read(words)
    except Refused:
        return None


def _a_day(piece: Piece) -> bool:
    return piece.unit == "day" and piece.first == piece.last


def _sides(words: Words) -> tuple[Words, Words, int]:
    """Both days with month and year, each borrowing from the other what it leaves out; and the place of the second."""
    if "(" in words.lower:
        at = words.lower.index("(") + 1
        if ")" not in words.lower[at:]:
            raise words.refused(at - 1, "The bracket is not closed.")
        closed = words.lower.index(")", at)
        left, right, after = words.part(0, at - 1), words.part(at, closed), words.part(closed + 1)
    else:
        at = words.lower.index("/") + 1
        left, right, after = words.part(0, at - 1), words.part(at), words.part(len(words))
    one, other = _fields(left, 0), _fields(right, 0)
    rest = _fields(after, 1) if after else ((), (), ())
    if not one[0] or not other[0]:
        raise words.refused(at - 1, "Two days are needed here.")
    month, year = (other[1] or rest[1] or one[1]), (other[2] or rest[2] or one[2])
    second = words.chosen((*other[0], *month, *year))
    return words.chosen((*one[0], *(one[1] or month), *(one[2] or year))), second, at


def _fields(words: Words, first: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Where the day, the month and the year of these words stand, so far as they have them; with `first` 1 there is no day."""
    month = next((index for index in range(len(words)) if words.at(index) in MONTHS), None)
    if month is None:
        return (words.places, (), ()) if not first else ((), (), words.places)
    return words.places[:month], words.places[month : month + 1], words.places[month + 1 :]


def _doubled(piece: Piece) -> Piece:
    """The day under both its names."""
    day = piece.first[0]
    (year, month, of_month), (new_year, new_month, new_day) = julian(day), civil(day)
    new = f"{new_day}" if new_month == month else f"{new_day} {MONTH_NAMES[new_month - 1]}"
    if year != new_year:
        old = f"{of_month} {MONTH_NAMES[month - 1]} {year_words(year)}"
        written = f"{old} ({new_day} {MONTH_NAMES[new_month - 1]} {year_words(new_year)})"
    elif new_month == month:
        written = f"{of_month} ({new}) {MONTH_NAMES[month - 1]} {year_words(year)}"
    else:
        written = f"{of_month} {MONTH_NAMES[month - 1]} ({new}) {year_words(year)}"
    return Piece((day, day), (day, day), "day", written, calendar="double")


def _difference(words: Words, at: int, old: Piece, new: Piece) -> Refused:
    """The refusal of the second of two days that are not one."""
    written = day_of(*julian(old.first[0])[:2], 1) + julian(old.first[0])[2] - 1
    apart, right = new.first[0] - written, gap(old.first[0])
    hint = f" For the night between two days write 'night of' before them, for all of them '{DASH}'." if apart == 1 and "/" in words.lower else ""
    days = f"{abs(apart)} day{'' if abs(apart) == 1 else 's'}"
    reason = f"As written the two are {days} apart, and the Julian calendar was then {right} days behind the Gregorian: they are not one day.{hint}"
    return Refused(words.places[at][0], words.places[-1][1], reason)


# Nights and the turn of the year


def night(words: Words, read: Reader) -> Piece:
    """`night of 11–12 June 1937`: both days; after a single day the next is meant (id `night-into-next`)."""
    sign = next((one for one in (DASH, "-", "/", "to") if one in words.lower[1:-1]), "")
    if not sign:
        day = read(words)
        if not _a_day(day):
            raise words.refused(0, "A night is that after one day, or between two that follow each other.")
        following = (day.first[0] + 1, day.first[0] + 1)
        ids = assumed(day.assumptions, ("night-into-next",))
        return replace(day, last=following, written=f"night of {day.written}", assumptions=ids)
    at = words.lower.index(sign, 1)
    first, last = paired(words.part(0, at), words.part(at + 1), read)
    if not (_a_day(first) and _a_day(last)) or last.first[0] != first.first[0] + 1:
        raise words.refused(0, "A night lies between two days that follow each other.")
    return replace(extent(words, first, last, ""), unit="day", written=f"night of {_ranged(first.written, last.written)}")


def turn(words: Words, profile: Profile) -> Piece:
    """`turn of the year 1936–37`: some days of December and of January (id `turn-of-year`)."""
    at = after_joint(words, 1)
    years = two_years(words, at)
    if years is None or years[1] != years[0] + 1:
        raise words.refused(at if at < len(words) else 0, "Two years that follow each other are needed here, as in 'turn of the year 1936–37'.")
    if len(words) > years[2]:
        raise words.refused(years[2], "What follows the date is not understood.")
    new_year = day_of(years[1], 1, 1)
    before, after = profile.turn
    first, last = new_year - before, new_year + after - 1
    written = f"turn of the year {years[0]:04d}{DASH}{years[1]:04d}"
    return Piece((first, first), (last, last), "day", written, assumptions=("turn-of-year",))
