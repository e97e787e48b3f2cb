"""What vague words mean. Every constant is data with an id, so that an explanation can name it.

Libraries and historians disagree about these: some let the winter be December alone, some halve a decade
where others third it. The values here are a default, and a corpus may name another profile. Early, mid and
late follow the 4-3-3 rule for decades and thirds for the rest; the thirds of a century overlap by a year, as
its beginning is counted from 00 or from 01. Seasons are the meteorological ones of the northern hemisphere.
"""

from __future__ import annotations

from dataclasses import dataclass

from fontes.dates.days import Day


@dataclass(frozen=True, slots=True)
class Season:
    """A part of the year that EDTF numbers; it may run into the next year."""

    code: int
    id: str
    first_month: int
    months: int
    vague: bool
    """Does its extent depend on this profile (seasons), or is it fixed by its name (quarters, halves)?"""


@dataclass(frozen=True, slots=True)
class Part:
    """Early, mid or late in a unit: offsets from its beginning, both inclusive.

    Decades and centuries are counted in years, years in months, months in days, each from 0.
    """

    id: str
    word: str
    unit: str
    first: int
    last: int
    about: str
    """What `about` is measured in when it stands before such a part."""


@dataclass(frozen=True, slots=True)
class Widening:
    """How far `~` and `about` carry a date of this unit, in each direction."""

    id: str
    unit: str
    days: int
    months: int


@dataclass(frozen=True, slots=True)
class Rounding:
    """How far a distance counted in this unit may be off, in days: `four months before` is not exact."""

    id: str
    unit: str
    days: int


@dataclass(frozen=True, slots=True)
class Changeover:
    """Dates in words that bear no calendar are meant, before this day, in another calendar than the Gregorian."""

    old: str
    """`julian`, or `unknown`: nobody says which, so both readings are kept."""
    first: Day
    """The first day that was called by its Gregorian name: 14 February 1918 in Russia."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One set of answers to what vague words mean."""

    name: str
    seasons: tuple[Season, ...]
    parts: tuple[Part, ...]
    widenings: tuple[Widening, ...]
    roundings: tuple[Rounding, ...]
    shortly: tuple[int, int]
    """Least and most days of `shortly before` and `shortly after` (id `shortly`)."""
    immediately: tuple[int, int] = (0, 7)
    """Least and most days of `immediately after` (id `immediately`)."""
    few: tuple[int, int] = (2, 6)
    """Least and most of `a few` days, weeks, months or years (id `a-few`)."""
    several: tuple[int, int] = (3, 9)
    """Least and most of `several` days, weeks, months or years (id `several`)."""
    turn: tuple[int, int] = (16, 15)
    """How many days of December, and how many of January, are the turn of the year (id `turn-of-year`)."""
    changeover: Changeover | None = None
    """What calendar dates in words are meant in; None: the Gregorian."""

    def season(self, code: int) -> Season | None:
        """The season with this EDTF number, if there is one."""
        return next((season for season in self.seasons if season.code == code), None)

    def part(self, word: str, unit: str) -> Part:
        """What `early`, `mid` or `late` means in this unit."""
        return next(part for part in self.parts if part.word == word and part.unit == unit)

    def widening(self, unit: str) -> Widening:
        """How far `about` carries a date of this unit."""
        return next(widening for widening in self.widenings if widening.unit == unit)

    def rounding(self, unit: str) -> Rounding | None:
        """How far a distance in this unit may be off; None where it is exact."""
        return next((rounding for rounding in self.roundings if rounding.unit == unit), None)


_NORTH = (
    Season(21, "spring-months", 3, 3, True),
    Season(22, "summer-months", 6, 3, True),
    Season(23, "autumn-months", 9, 3, True),
    Season(24, "winter-months", 12, 3, True),
    Season(25, "north-spring-months", 3, 3, True),
    Season(26, "north-summer-months", 6, 3, True),
    Season(27, "north-autumn-months", 9, 3, True),
    Season(28, "north-winter-months", 12, 3, True),
    Season(29, "south-spring-months", 9, 3, True),
    Season(30, "south-summer-months", 12, 3, True),
    Season(31, "south-autumn-months", 3, 3, True),
    Season(32, "south-winter-months", 6, 3, True),
    *(Season(33 + quarter, f"quarter-{quarter + 1}", 1 + 3 * quarter, 3, False) for quarter in range(4)),
    *(Season(37 + third, f"four-months-{third + 1}", 1 + 4 * third, 4, False) for third in range(3)),
    *(Season(40 + half, f"half-{half + 1}", 1 + 6 * half, 6, False) for half in range(2)),
)

DEFAULT = Profile(
    name="north-meteorological",
    seasons=_NORTH,
    parts=(
        Part("early-month", "early", "month", 0, 9, "day"),
        Part("mid-month", "mid", "month", 10, 19, "day"),
        Part("late-month", "late", "month", 20, 30, "day"),
        Part("early-year", "early", "year", 0, 3, "month"),
        Part("mid-year", "mid", "year", 4, 7, "month"),
        Part("late-year", "late", "year", 8, 11, "month"),
        Part("early-decade", "early", "decade", 0, 3, "year"),
        Part("mid-decade", "mid", "decade", 4, 6, "year"),
        Part("late-decade", "late", "decade", 7, 9, "year"),
        Part("early-century", "early", "century", 0, 34, "decade"),
        Part("mid-century", "mid", "century", 33, 67, "decade"),
        Part("late-century", "late", "century", 66, 100, "decade"),
    ),
    widenings=(
        Widening("about-day", "day", 3, 0),
        Widening("about-month", "month", 0, 1),
        Widening("about-season", "season", 0, 1),
        Widening("about-year", "year", 0, 12),
        Widening("about-decade", "decade", 0, 36),
        Widening("about-century", "century", 0, 120),
    ),
    roundings=(
        Rounding("rounded-weeks", "week", 3),
        Rounding("rounded-months", "month", 15),
        Rounding("rounded-years", "year", 182),
    ),
    shortly=(0, 60),
)
"""Northern meteorological seasons; the profile of a corpus that names none."""
