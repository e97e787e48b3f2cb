"""A scale from left to right, of days or of numbers, and where its marks stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from fontes.dates import Bound, civil, day_of, iso
from fontes.dates.days import first_of_month
from fontes.present.drawing.shapes import Stroke, Text, line
from fontes.present.phrasing import dates

MARKS = 9
"""About so many marks stand on a scale."""
_MONTHS = (1, 2, 3, 6)
_DAYS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``first`` to ``last``, drawn from ``left`` over ``width`` pixels."""

    first: float
    last: float
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    def x(self, value: float) -> float:
        """Where a value stands; what lies outside stands at the nearer end."""
        share = (value - self.first) / ((self.last - self.first) or 1)
        return self.left + self.width * min(1.0, max(0.0, share))


def days_scale(fours: Iterable[Sequence[Bound]], left: float, width: float) -> Scale | None:
    """A scale on which every known day of these lies, with some room about it; None where no day is known. A day runs to its end."""
    known = [side for four in fours for side in four if isinstance(side, int)]
    if not known:
        return None
    first, last = min(known), max(known) + 1
    room = max(1, (last - first) // 40)
    return Scale(first - room, last + room, left, width)


def named(first: int, last: int) -> tuple[str, str]:
    """Two days in words: by their years where they lie years apart, so that no first of January is told that nobody recorded."""
    if last - first > 365 * 2.5:
        return tuple(str(civil(day)[0]) for day in (first, last))  # type: ignore[return-value]
    return dates.in_words(iso(first).removesuffix("-01-01")), dates.in_words(iso(last).removesuffix("-12-31"))


def day_marks(scale: Scale) -> tuple[tuple[float, str], ...]:
    """Years, months or days in round steps, as many as can be read beside each other."""
    first, last = ceil(scale.first), floor(scale.last)
    length = last - first
    if length > 365 * 2.5:
        step = _round(length / 365.25 / MARKS)
        start = ceil(civil(first)[0] / step) * step
        return _within(((day_of(year, 1, 1), str(year)) for year in range(start, civil(last)[0] + 1, step)), first, last)
    if length > 70:
        step = next((each for each in _MONTHS if length / 30 / each <= MARKS), _MONTHS[-1])
        year, month, _ = civil(first)
        months = range((month - 1) // step * step + 1, month + length // 28 + 1, step)
        starts = (first_of_month(year, each) for each in months)
        return _dated(_within(((day, iso(day).rpartition("-")[0]) for day in starts), first, last))
    step = next((each for each in _DAYS if length / each <= MARKS), _DAYS[-1])
    return _dated(tuple((day, iso(day)) for day in range(first, last + 1, step)))


def number_marks(scale: Scale) -> tuple[tuple[float, str], ...]:
    """Numbers in round steps."""
    span = scale.last - scale.first
    step = 10 ** floor(log10(span / MARKS)) if span else 1
    step = next(step * each for each in (1, 2, 5, 10) if span / (step * each) <= MARKS)
    start = ceil(scale.first / step)
    return tuple((at * step, f"{Decimal(repr(round(at * step, 9))).normalize():,f}") for at in range(start, floor(scale.last / step) + 1))


def _round(least: float) -> int:
    """The least of 1, 2, 5, 10, 20 … that is no less."""
    step = 1
    while True:
        for each in (1, 2, 5):
            if each * step >= least:
                return each * step
        step *= 10


def _within(marks: Iterable[tuple[int, str]], first: float, last: float) -> tuple[tuple[float, str], ...]:
    return tuple((at, words) for at, words in marks if first <= at <= last)


def _dated(marks: Sequence[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    """The marks in words, the year with the first and wherever another begins: `May 1937`, `June`."""
    made, year = [], ""
    for at, written in marks:
        told = dates.in_words(written)
        made.append((at, told.removesuffix(f" {year}") if year else told))
        year = told.rpartition(" ")[2]
    return tuple(made)


def axis(scale: Scale, marks: Callable[[Scale], tuple[tuple[float, str], ...]], top: float, bottom: float) -> tuple[Stroke | Text, ...]:
    """The scale at the top of a drawing, its marks running down through it."""
    made: list[Stroke | Text] = [Stroke(line((scale.left, top), (scale.right, top)), "axis")]
    for at, words in marks(scale):
        x = scale.x(at)
        made.append(Stroke(line((x, top - 4), (x, bottom)), "grid"))
        anchor = "start" if x <= scale.left + 30 else "end" if x >= scale.right - 30 else "middle"
        made.append(Text(x, top - 9, (words,), "tick", anchor=anchor))
    return tuple(made)
