"""The assumptions a date rests on, in words, with the days they come to under a profile."""

from __future__ import annotations

from fontes.dates.days import iso_day
from fontes.dates.profile import DEFAULT, Part, Profile, Season, Widening
from fontes.dates.vocabulary import MONTH_NAMES

_FIXED = {
    "century-wide": "A century is counted by some from the year 00 and by others from 01; both readings are kept.",
    "calendar-both": "In which calendar it was written is not known; the Julian and the Gregorian reading are both kept.",
    "dash-within": "Two dates with a dash mean sometime within them, not necessarily from the one to the other.",
    "edtf-not-years": "In EDTF, which this is, the second number is a part of the year (33–36 quarters, 37–39 thirds, 40–41 halves). "
    "For two years write a long dash, 1936–37, or both in full.",
    "earlier-in": "'Earlier in' and 'later in' are taken as 'in': earlier or later than what is not said.",
    "night-into-next": "A night named after one day runs into the next.",
    "half-month": "The first half of a month is its days 1 to 15.",
}


def explained(assumption: str, profile: Profile = DEFAULT) -> str:
    """What is assumed under this id, as one sentence or two; the id itself if the profile does not know it."""
    if assumption in _FIXED:
        return _FIXED[assumption]
    if assumption == "winter-wide":
        return _winter(profile)
    if assumption == "changeover":
        return _changeover(profile)
    if assumption in ("shortly", "immediately"):
        least, most = profile.shortly if assumption == "shortly" else profile.immediately
        return f"'{assumption.capitalize()}' before or after is {least} to {most} days."
    if assumption in ("a-few", "several"):
        low, high = profile.few if assumption == "a-few" else profile.several
        return f"'{'A few' if assumption == 'a-few' else 'Several'}' is {low} to {high}."
    if assumption == "turn-of-year":
        before, after = profile.turn
        return f"The turn of a year is {32 - before} December to {after} January."
    return _listed(assumption, profile)


def _listed(assumption: str, profile: Profile) -> str:
    for season in profile.seasons:
        if season.id == assumption:
            return f"{_called(season)} is {_extent(season)}."
    for part in profile.parts:
        if part.id == assumption:
            return _of_part(part)
    for widening in profile.widenings:
        if widening.id == assumption:
            return f"'About' before a {widening.unit} means {_reach(widening)} earlier or later."
    for rounding in profile.roundings:
        if rounding.id == assumption:
            return f"A distance in {rounding.unit}s is a round number: it may be off by {_count(rounding.days, 'day')}."
    return assumption


def _called(season: Season) -> str:
    return season.id.removesuffix("-months").replace("-", " ").capitalize()


def _extent(season: Season) -> str:
    last = (season.first_month + season.months - 2) % 12
    return f"{MONTH_NAMES[season.first_month - 1]} to {MONTH_NAMES[last]}"


def _winter(profile: Profile) -> str:
    season = next(one for one in profile.seasons if one.first_month + one.months > 13)
    return f"Winter ({_extent(season)}) of one year may be that which ended in it or that which began in it; both are kept."


def _changeover(profile: Profile) -> str:
    change = profile.changeover
    if change is None:
        return "changeover"
    how = "in the Julian calendar" if change.old == "julian" else "in a calendar not known, Julian or Gregorian"
    return f"In this corpus a date in words before {iso_day(change.first)} that names no calendar is {how}."


def _of_part(part: Part) -> str:
    name = {"early": "Early", "mid": "The middle", "late": "Late"}[part.word]
    measure, least = {"month": ("days", 1), "year": ("months", 1), "decade": ("years", 0), "century": ("years", 0)}[part.unit]
    return f"{name} {'of' if part.word == 'mid' else 'in'} a {part.unit} is its {measure} {part.first + least} to {part.last + least}."


def _reach(widening: Widening) -> str:
    if widening.months and widening.months % 12 == 0:
        return _count(widening.months // 12, "year")
    parts = [_count(size, unit) for size, unit in ((widening.months, "month"), (widening.days, "day")) if size]
    return " and ".join(parts) or "0 days"


def _count(size: int, unit: str) -> str:
    return f"{size} {unit}{'' if size == 1 else 's'}"
