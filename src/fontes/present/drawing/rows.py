"""What is dated, in a row for each of several things; and rival figures on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fontes.dates import Bound, iso
from fontes.present.drawing.days import days
from fontes.present.drawing.measure import SERIF, measured, wrapped
from fontes.present.drawing.scale import Scale, axis, day_marks, days_scale, number_marks
from fontes.present.drawing.shapes import Drawing, Sample, Stroke, Text, Thing, line, lozenge
from fontes.present.pages import To
from fontes.present.phrasing import counted, drawings, number

WIDTH = 900
_SIDE, _TOP, _ROW = 20, 34, 46
_NAME, _LANE, _HALF = 16, 18, 7


@dataclass(frozen=True, slots=True)
class Entries:
    """What is dated under one name, such as the denunciations of one agent: for each its four bounds."""

    words: str
    fours: tuple[tuple[Bound, Bound, Bound, Bound], ...]
    language: str = ""
    to: To | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A figure from ``least`` to ``most`` in a unit: on whose word, and in ``notes`` what it counts."""

    words: str
    least: Decimal
    most: Decimal
    unit: str = ""
    notes: str = ""
    language: str = ""
    to: To | None = None


def dated(name: str, title: str, them: Sequence[Entries]) -> Drawing | None:
    """A row for each, in the order given; None where no day is known. What has no day is counted beside the name."""
    scale = days_scale([four for one in them for four in one.fours], _SIDE, WIDTH - 2 * _SIDE)
    if scale is None:
        return None
    things, y = list[Thing](), float(_TOP)
    for at, one in enumerate(them):
        fours = [four for four in one.fours if any(isinstance(side, int) for side in four)]
        lanes = _beside(fours, scale)
        marks = [shape for four, lane in zip(fours, lanes, strict=True) for shape in days(scale, y + 32 + _LANE * lane, four)]
        starts = [scale.x(four[0]) for four in fours if isinstance(four[0], int)]
        count = counted(len(one.fours), drawings.ENTRY, drawings.ENTRIES)
        left = len(one.fours) - len(fours)
        name = drawings.UNDATED.format(name=one.words, count=number(left)) if left else one.words
        tall = _ROW + _LANE * max(lanes, default=0)
        things.append(_row(at, y, tall, name, f"{name}, {count}", one.language, one.to, min(starts, default=scale.left), scale, marks))
        y += tall
    known = [side for one in them for four in one.fours for side in four if isinstance(side, int)]
    count = counted(sum(len(one.fours) for one in them), drawings.ENTRY, drawings.ENTRIES, capital=True)
    words = drawings.DATED_DESCRIBED.format(count=count, first=iso(min(known)), last=iso(max(known)), beside=drawings.BESIDE)
    height = y + 8
    small = Scale(0, 9, 4, 32)
    key = (Sample(days(small, 10, (4, 4, 4, 4)), drawings.DAY_KEY), Sample(days(small, 10, (0, 8, 0, 8)), drawings.MOMENT_KEY))
    return Drawing(name, title, words, WIDTH, height, (*axis(scale, day_marks, _TOP - 6, height), *things), key)


def figures(name: str, title: str, them: Sequence[Number]) -> Drawing | None:
    """Figures that count the same thing, on one axis from nothing on (or from the least where one is negative); None where there is none."""
    if not them:
        return None
    least, most = min(one.least for one in them), max(one.most for one in them)
    first = float(min(least, Decimal(0)))
    scale = Scale(first, float(most) + (float(most) - first) / 40 or 1.0, _SIDE, WIDTH - 2 * _SIDE)
    things = []
    for at, one in enumerate(them):
        y = _TOP + _ROW * at + 32
        left, right = scale.x(float(one.least)), scale.x(float(one.most))
        if one.least == one.most:
            marks: list[Stroke | Text] = [Stroke(lozenge(left, y, 6.5), "mark sure")]
        else:
            marks = [Stroke(line((left, y), (right, y)), "whisker"), *(Stroke(line((x, y - 7), (x, y + 7)), "cap") for x in (left, right))]
        amount = f"{ranged(one.least, one.most)} {one.unit}".strip()
        words = f"{one.words}: {amount}{', ' + one.notes if one.notes else ''}"
        things.append(_row(at, y - 32, _ROW, words, words, one.language, one.to, left, scale, marks))
    words = drawings.FIGURES_DESCRIBED.format(
        count=counted(len(them), drawings.FIGURE, drawings.FIGURES, capital=True), least=f"{least:,f}", most=f"{most:,f}", beside=drawings.BESIDE
    )
    height = _TOP + _ROW * len(them) + 8
    key = (
        Sample((Stroke(lozenge(20, 10, 6.5), "mark sure"),), drawings.NUMBER_KEY),
        Sample((Stroke(line((4, 10), (36, 10)), "whisker"), *(Stroke(line((x, 3), (x, 17)), "cap") for x in (4, 36))), drawings.RANGE_KEY),
    )
    return Drawing(name, title, words, WIDTH, height, (*axis(scale, number_marks, _TOP - 6, height), *things), key)


def ranged(least: Decimal, most: Decimal) -> str:
    """A figure as it is written: thousands apart, a range with a dash."""
    return f"{least:,f}" if least == most else f"{least:,f}–{most:,f}"


def _beside(fours: Sequence[Sequence[Bound]], scale: Scale) -> list[int]:
    """For each the first lane in which its marks lie over no others."""
    ends: list[float] = []
    lanes = [0] * len(fours)
    spans = [(scale.x(four[0]) if isinstance(four[0], int) else 0.0, scale.x(four[3] + 1) if isinstance(four[3], int) else WIDTH) for four in fours]
    for at in sorted(range(len(fours)), key=spans.__getitem__):
        left, right = spans[at]
        lane = next((lane for lane, end in enumerate(ends) if end <= left), len(ends))
        ends[lane:lane + 1] = [max(right, left + _HALF) + _HALF + 4]
        lanes[at] = lane
    return lanes


def _row(
    at: int, y: float, tall: float, words: str, spoken: str, language: str, to: To | None, start: float, scale: Scale, marks: Sequence[Stroke | Text]
) -> Thing:
    """A name over its marks."""
    lines = wrapped(words, scale.width, _NAME * SERIF, 1) or ("",)
    fits = start + measured(lines[0], _NAME * SERIF) <= scale.right
    text = Text(start if fits else scale.right, y + 17, lines, "name", language, anchor="start" if fits else "end")
    return Thing(at, (scale.left, y, scale.width, tall), spoken, (text, *marks), "row", to, more=True)


__all__ = ["Entries", "Number", "dated", "figures", "ranged"]
