"""The EDTF of a date that was written in words, so far as EDTF can say it."""

from __future__ import annotations

from fontes.dates.days import Day, civil, day_of, first_of_month, iso_day
from fontes.dates.profile import DEFAULT, Profile
from fontes.dates.reading import read, stated
from fontes.dates.when import Bound, When


def as_edtf(when: When, profile: Profile = DEFAULT) -> str | None:
    """The date in EDTF, which is Gregorian always; None where EDTF cannot say it, as for a date that hangs on an event.

    What comes out is read again and must set the same bounds, with the same doubt: nothing is written that says less or more. For limits
    (`before 1917`, `[..1916]`) the open side of the set stands for the side that is not known.
    """
    if when.is_bare:
        return when.written
    if when.anchors:
        return None
    plain = stated(when, profile)
    return next((text for text in _candidates(when, plain, profile) if _says(text, when, profile)), None)


def _says(text: str, when: When, profile: Profile) -> bool:
    made = read(text, profile)
    if not isinstance(made, When):
        return False
    bounds = zip((*made.start, *made.end), (*when.start, *when.end), strict=True)
    same = all(a == b or (when.form in ("before", "after", "by") and not isinstance(a, int) and not isinstance(b, int)) for a, b in bounds)
    return same and (made.doubtful, made.approximate) == (when.doubtful, when.approximate)


def _candidates(when: When, plain: When, profile: Profile) -> list[str]:
    """What it might be in EDTF: with the doubt or the roughness on both its dates, on the first, or on the last."""
    sign = "%" if when.doubtful and when.approximate else "?" if when.doubtful else "~" if when.approximate else ""
    signs = [(sign, sign), (sign, ""), ("", sign)] if sign else [("", "")]
    if when.doubtful and when.approximate:
        signs += [(a, b) for a in "?~%" for b in "?~%"]
    return [text for first, last in signs for text in _forms(when, plain, first, last, profile)]


def _forms(when: When, plain: When, first: str, last: str, profile: Profile) -> list[str]:
    if when.form == "span":
        begin, end = _side(plain.start, first), _side(plain.end, last)
        if not isinstance(plain.start[0], int):
            begin = ""
        return [] if begin is None or end is None else [f"{begin}/{end}"]
    if when.form == "set" and plain.start != plain.end:
        begin, end = _side(plain.start, first), _side(plain.end, last)
        return [] if begin is None or end is None else [f"{{{begin},{end}}}"]
    low, high = plain.start[0], plain.end[1]
    if isinstance(low, int) and isinstance(high, int):
        return _one_of(when, profile) + _within(when, low, high, first, last, profile)
    if isinstance(high, int):
        return [f"[..{ended}{last}]" for ended in _ends(high)]
    if isinstance(low, int):
        return [f"[{begun}{first}..]" for begun in _begins(low)]
    return []


def _one_of(when: When, profile: Profile) -> list[str]:
    """`1936 or 1937` as the set of both."""
    members = [read(part, profile) for part in when.written.split(" or ")] if " or " in when.written else []
    written = [as_edtf(one, profile) for one in members if isinstance(one, When)]
    return [f"[{','.join(one for one in written if one)}]"] if len(written) > 1 and all(written) else []


def _side(bounds: tuple[Bound, Bound], sign: str) -> str | None:
    """One date for one end of a span."""
    low, high = bounds
    if not isinstance(low, int) and not isinstance(high, int):
        return ""
    if not isinstance(low, int):
        return None
    unit = _unit(low, high) if isinstance(high, int) else None
    return unit + sign if unit else None


def _within(when: When, low: Day, high: Day, first: str, last: str, profile: Profile) -> list[str]:
    """A day range: as one unit, as the season it is, as two days, or as everything between two dates."""
    unit = _unit(low, high)
    found = [unit + first] if unit else []
    found += [f"{year:04d}-{season.code}{first}" for season in profile.seasons[:4] if season.id in when.assumptions for year in (civil(low)[0],)
              if 0 <= year <= 9999]  # fmt: skip
    if "winter-wide" in when.assumptions:
        year = civil(high)[0]
        found.append(f"[{year - 2:04d}-24{first},{year - 1:04d}-24{last}]")
    if when.calendar == "unknown" and high - low < 20:
        found.append(f"[{iso_day(low)}{first},{iso_day(high)}{last}]")
    found += [f"[{begin}{first}..{end}{last}]" for begin in _begins(low) for end in _ends(high) if len(begin) == len(end)]
    return found


def _unit(low: Day, high: Day) -> str | None:
    """The EDTF of the one unit that has these first and last days."""
    year, month, _ = civil(low)
    if not 0 <= year <= 9999:
        return _long_year(year) if (low, high) == (day_of(year, 1, 1), day_of(year, 12, 31)) else _negative(low, high)
    if low == high:
        return iso_day(low)
    if (low, high) == (first_of_month(year, month), first_of_month(year, month + 1) - 1):
        return f"{year:04d}-{month:02d}"
    for digits, mask in ((1, ""), (10, "X"), (100, "XX"), (1000, "XXX")):
        if year % digits == 0 and (low, high) == (day_of(year, 1, 1), day_of(year + digits - 1, 12, 31)):
            return f"{year:04d}"[: 4 - len(mask)] + mask
    return None


def _long_year(year: int) -> str:
    return f"-{-year:04d}" if -9999 <= year < 0 else f"Y{year}"


def _negative(low: Day, high: Day) -> str | None:
    """A month or a day before the year 0."""
    year, month, _ = civil(low)
    if not -9999 <= year < 0:
        return None
    if low == high:
        return iso_day(low)
    whole = (low, high) == (first_of_month(year, month), first_of_month(year, month + 1) - 1)
    return f"-{-year:04d}-{month:02d}" if whole else None


def _begins(low: Day) -> list[str]:
    """The year, the month or the day that begins on this day, the coarsest first."""
    year, month, of_month = civil(low)
    if abs(year) > 9999:
        return [f"Y{year}"] if (month, of_month) == (1, 1) else []
    day = iso_day(low)
    return [*([day[:-6]] if (month, of_month) == (1, 1) else []), *([day[:-3]] if of_month == 1 else []), day]


def _ends(high: Day) -> list[str]:
    """The same for what ends on this day."""
    year = civil(high)[0]
    if abs(year) > 9999:
        return [f"Y{year}"] if high == day_of(year, 12, 31) else []
    day, following = iso_day(high), civil(high + 1)
    return [*([day[:-6]] if following[1:] == (1, 1) else []), *([day[:-3]] if following[2] == 1 else []), day]
