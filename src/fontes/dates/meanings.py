"""What a corpus says its vague words mean: the lines `profile WORD "meaning"` as a profile.

    profile shortly "0 to 30 days"          profile summer "June to August"
    profile a-few "2 to 4"                  profile early-year "months 1 to 3"
    profile about-year "2 years"            profile calendar "unknown before 1918-02-14"

Everything not named stays as in `DEFAULT`. A meaning is read whole or refused, as dates are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from fontes.dates.days import day_of, days_in_months, month_length
from fontes.dates.profile import DEFAULT, Changeover, Profile
from fontes.dates.vocabulary import MONTHS, SEASONS
from fontes.dates.when import NotUnderstood
from fontes.dates.words import number, unit

Line = tuple[str, str]
"""The word, and its meaning."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """The profile that the lines give, and those of them that were not understood and left out."""

    profile: Profile
    refused: tuple[NotUnderstood, ...]


def meanings(lines: Sequence[Line]) -> Meanings:
    """The profile of a corpus with these lines; the `DEFAULT` itself, if there are none that change it. Never raises."""
    return _meanings(tuple(lines))


@lru_cache(maxsize=64)
def _meanings(lines: tuple[Line, ...]) -> Meanings:
    profile, refused, seen = DEFAULT, [], set()
    for word, meaning in lines:
        key = _ALIASES.get(word, word)
        try:
            if key in seen:
                raise _Unclear(word, "This word has a meaning already.")
            profile = _READERS.get(key, _unknown)(profile, key, meaning)
            seen.add(key)
        except _Unclear as trouble:
            text = f"{word} {meaning}"
            refused.append(NotUnderstood(text, trouble.rest, max(0, text.find(trouble.rest)), str(trouble)))
    return Meanings(profile if profile == DEFAULT else replace(profile, name="of this corpus"), tuple(refused))


class _Unclear(Exception):
    def __init__(self, rest: str, reason: str) -> None:
        super().__init__(reason)
        self.rest = rest


def _unknown(profile: Profile, word: str, meaning: str) -> Profile:
    raise _Unclear(word, f"What can be given a meaning is: {', '.join(sorted(_READERS))}.")


# The forms of a meaning

_TO = re.compile(r"(?:between\s+)?(\S+)\s+(?:to|and|or)\s+(\S+)|(\d+)\s*[-–]\s*(\d+)")


def _range(text: str, meaning: str) -> tuple[int, int]:
    match = _TO.fullmatch(text.strip())
    low, high = (number((match[1] or match[3]).lower()), number((match[2] or match[4]).lower())) if match else (None, None)
    if low is None or high is None or low > high:
        raise _Unclear(meaning, "Two numbers are needed here, the smaller first, as in '2 to 6'.")
    return low, high


def _measured(meaning: str) -> tuple[str, str]:
    """What is counted, without its unit and without a `before` or `after` at the end; and the unit."""
    words = meaning.lower().split()
    while words and words[-1] in ("before", "after", "later", "earlier"):
        words.pop()
    measure = unit(words[-1]) if words else None
    if measure is None:
        raise _Unclear(meaning, "A number of days, weeks, months or years is needed here.")
    return " ".join(words[:-1]), measure


def _near(profile: Profile, word: str, meaning: str) -> Profile:
    text, measure = _measured(meaning)
    low, high = _range(text, meaning)
    if measure in ("day", "week"):
        size = 7 if measure == "week" else 1
        days = (low * size, high * size)
    else:
        months = 12 if measure == "year" else 1
        days = (days_in_months(low * months)[0], days_in_months(high * months)[1])
    return replace(profile, shortly=days) if word == "shortly" else replace(profile, immediately=days)


def _counted(profile: Profile, word: str, meaning: str) -> Profile:
    """How many are a few, of whatever unit; a unit after the numbers is allowed and says nothing."""
    words = meaning.split()
    low, high = _range(" ".join(words[:-1] if words and unit(words[-1].lower()) else words), meaning)
    if not low:
        raise _Unclear(meaning, "Numbers from 1 on are needed here.")
    return replace(profile, few=(low, high)) if word == "a-few" else replace(profile, several=(low, high))


_COUNTED_IN = {"month": ("day", 1, 31), "year": ("month", 1, 12), "decade": ("year", 0, 9), "century": ("year", 0, 100)}
"""What the parts of a unit are counted in, and from which number to which."""


def _part(profile: Profile, word: str, meaning: str) -> Profile:
    part = next(one for one in profile.parts if one.id == word)
    measure, least, most = _COUNTED_IN[part.unit]
    words = meaning.lower().split()
    if words and words[0].removesuffix("s") == measure:
        words = words[1:]
    low, high = _range(" ".join(words), meaning)
    if low < least or high > most:
        raise _Unclear(meaning, f"The {measure}s of a {part.unit} are counted from {least} to {most}.")
    made = replace(part, first=low - least, last=high - least)
    return replace(profile, parts=tuple(made if one is part else one for one in profile.parts))


def _slack(profile: Profile, word: str, meaning: str) -> Profile:
    """How far `about` carries a date, or how far a rounded distance may be off."""
    text, measure = _measured(meaning)
    count = number(text)
    if count is None:
        raise _Unclear(meaning, "A number of days, weeks, months or years is needed here.")
    days = count * {"day": 1, "week": 7}.get(measure, 0)
    months = count * {"month": 1, "year": 12}.get(measure, 0)
    if word.startswith("about-"):
        widenings = tuple(replace(one, days=days, months=months) if one.id == word else one for one in profile.widenings)
        return replace(profile, widenings=widenings)
    if months:
        raise _Unclear(meaning, "What a rounded distance may be off is given in days or weeks.")
    return replace(profile, roundings=tuple(replace(one, days=days) if one.id == word else one for one in profile.roundings))


def _season(profile: Profile, word: str, meaning: str) -> Profile:
    first, _, last = meaning.lower().partition(" to ")
    if first.strip() not in MONTHS or last.strip() not in MONTHS:
        raise _Unclear(meaning, "Two months are needed here, as in 'June to August'.")
    begin, end = MONTHS[first.strip()], MONTHS[last.strip()]
    seasons = tuple(replace(one, first_month=begin, months=(end - begin) % 12 + 1) if one.code == SEASONS[word] else one for one in profile.seasons)
    return replace(profile, seasons=seasons)


_TURN = re.compile(r"(\d{1,2}) december to (\d{1,2}) january")


def _turn(profile: Profile, word: str, meaning: str) -> Profile:
    match = _TURN.fullmatch(meaning.lower())
    if match is None or not (1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 31):
        raise _Unclear(meaning, "This reads like '16 December to 15 January'.")
    return replace(profile, turn=(32 - int(match[1]), int(match[2])))


_CALENDAR = re.compile(r"(julian|unknown) before (\d{4})-(\d\d)-(\d\d)")


def _calendar(profile: Profile, word: str, meaning: str) -> Profile:
    if meaning.lower() == "gregorian":
        return replace(profile, changeover=None)
    match = _CALENDAR.fullmatch(meaning.lower())
    if match is None:
        raise _Unclear(meaning, "This is 'gregorian', 'Julian before 1918-02-14' or 'unknown before 1918-02-14'.")
    year, month, day = int(match[2]), int(match[3]), int(match[4])
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        raise _Unclear(meaning[meaning.index("before") + 7 :], "There is no such day.")
    return replace(profile, changeover=Changeover(match[1], day_of(year, month, day)))


_ALIASES = {"shortly-after": "shortly", "shortly-before": "shortly", "soon": "shortly", "fall": "autumn", "few": "a-few", "a-few-months": "a-few"}
_READERS: dict[str, Callable[[Profile, str, str], Profile]] = {
    "shortly": _near, "immediately": _near, "a-few": _counted, "several": _counted, "turn-of-year": _turn, "calendar": _calendar,
    **{part.id: _part for part in DEFAULT.parts},
    **{one.id: _slack for one in DEFAULT.widenings},
    **{one.id: _slack for one in DEFAULT.roundings},
    **dict.fromkeys(("spring", "summer", "autumn", "winter"), _season),
}  # fmt: skip
