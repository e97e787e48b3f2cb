"""Positions over time: for each answer how many stand where, and under that one line for each voice.

A stance stands with its sign where it can have been taken: at its day, or in the middle of the days it may lie between, which a whisker
shows; never at the first day of a year. It is carried on by a thin line until the voice takes another; broken where dates or reporters leave
open what it is, dotted after a death, since it is still counted. Silence is never doubt, and what may be is not what is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fontes.dates import iso
from fontes.findings.positions.tally import COUNTED, Tally
from fontes.findings.positions.time import SILENT
from fontes.findings.positions.voices import Step
from fontes.present.drawing.measure import SERIF, measured, wrapped
from fontes.present.drawing.scale import Scale, axis, day_marks, days_scale, named
from fontes.present.drawing.shapes import Drawing, Sample, Shape, Stroke, Text, Thing, circle, line, rectangle
from fontes.present.drawing.strip import ORDER, Band, bands, sign, steps, unit
from fontes.present.pages import To
from fontes.present.phrasing import counted, dates, drawings

WIDTH = 980
_SIDE, _TOP, _ROW, _HEAD, _GROUP = 20, 34, 40, 30, 22
_NAME, _SIGN = 15, 15
_WIDE = 20
"""A whisker no wider than this would lie under its sign."""
_SILENT = frozenset([SILENT])


@dataclass(frozen=True, slots=True)
class Held:
    """From this day on, what a voice may hold: stances, and that it is silent."""

    day: int
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stance as it was taken: between which days, and in words when and where. A side without a day is None.

    ``changed``: it differs from what the voice held before.
    """

    option: str
    earliest: int | None
    latest: int | None
    words: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """The positions of one voice in order; before the first it is not heard. ``died`` is the last day it can have lived."""

    words: str
    held: tuple[Held, ...]
    marks: tuple[Mark, ...] = ()
    language: str = ""
    to: To | None = None
    died: int | None = None
    group: str = ""

    @property
    def turned(self) -> bool:
        """Did the voice change its mind?"""
        return any(each.changed for each in self.marks)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: how many stand where, the voices in the order they are drawn, and in words what is left out of the drawing."""

    words: str
    tallies: tuple[Tally, ...]
    courses: tuple[Course, ...]
    left: str = ""
    to: To | None = None
    language: str = ""


def held(them: Sequence[Step]) -> tuple[Held, ...]:
    """What one agent may hold on one proposition, from the steps of their finding."""
    return tuple(Held(one.day, one.now) for one in sorted(them, key=lambda one: one.day))


def courses(
    name: str, title: str, them: Sequence[Answer], periods: Sequence[Band] = (), until: int | None = None,
    described: str = drawings.POSITIONS_DESCRIBED,
) -> Drawing | None:
    """Answers in the order given, up to the day `until` or the last change; None where nothing is dated. `described` is a pattern."""
    shown = [one for one in them if one.tallies or any(course.held for course in one.courses)]
    known = [day for one in shown for day in _days(one)]
    scale = days_scale([known, [] if until is None else [until]], _SIDE, WIDTH - 2 * _SIDE)
    if scale is None or not known:
        return None
    top = _TOP + (18 if periods else 4)
    high = unit([one.tallies for one in shown])
    things, marks, y = list[Shape](), list[Shape](), float(top)
    for one in shown:
        number = sum(isinstance(each, Thing) for each in things)
        own, under, y = _answer(one, scale, y, high, number)
        things += own
        marks += under
    voices = sum(len(one.courses) for one in shown)
    first, last = named(min(known), max(known))
    words = described.format(voices=counted(voices, *drawings.LINE_OF, capital=True), first=first, last=last, beside=drawings.BELOW)
    shapes = (*bands(periods, scale, _TOP - 4, y), *axis(scale, day_marks, _TOP - 6, y), *marks, *things)
    return Drawing(name, title, words, WIDTH, y + 10, shapes, _key(shown))


def _days(one: Answer) -> list[int]:
    days = [each.day for each in one.tallies] + [each.day for course in one.courses for each in course.held]
    return days + [day for course in one.courses for each in course.marks for day in (each.earliest, each.latest) if day is not None]


def _answer(one: Answer, scale: Scale, y: float, high: float, number: int) -> tuple[list[Shape], tuple[Stroke | Text, ...], float]:
    """The name of an answer, its steps, and its voices by group; and where they end."""
    lines = wrapped(one.words, scale.width, _NAME * SERIF, 2) or ("",)
    text = Text(scale.left, y + 18, lines, "name answer", one.language)
    ground = y + _HEAD + 19 * (len(lines) - 1)
    under: tuple[Stroke | Text, ...] = ()
    if one.tallies:
        ground += max(high * each.most for each in one.tallies) + 6
        under = steps(one.tallies, scale, ground, high)
    made: list[Shape] = [Thing(number, (scale.left, y, scale.width, ground - y), one.words, (text,), "head", one.to, more=True)]
    y = ground + 4
    several = len({course.group for course in one.courses}) > 1
    group = ""
    for course in one.courses:
        if several and course.group != group:
            group = course.group
            under = (*under, Text(scale.left, y + 16, (group,), "note"))
            y += _GROUP
        made.append(_course(course, scale, y, number + len(made)))
        y += _ROW
    if one.left:
        under = (*under, Text(scale.left, y + 16, wrapped(one.left, scale.width, 14, 1), "note"))
        y += _GROUP
    return made, under, y + 12


def _since(day: int) -> str:
    """The day something is so from; where that is the first day of a year, nothing more than the year may be recorded."""
    return dates.in_words(iso(day).removesuffix("-01-01"))


def _course(one: Course, scale: Scale, y: float, number: int) -> Thing:
    middle = y + 29
    places = _places(one.marks, scale)
    starts = [*(_span(each, scale)[0] for each in one.marks), *(x - 8 for x, _ in places), *(scale.x(each.day) for each in one.held)]
    start = min(starts, default=scale.left)
    lines = wrapped(one.words, 600, _NAME * SERIF, 1) or ("",)
    fits = start + measured(lines[0], _NAME * SERIF) <= scale.right
    shapes: list[Stroke | Text] = [Text(start if fits else scale.right, y + 15, lines, "name", one.language, anchor="start" if fits else "end")]
    shapes += _carried(one, scale, middle)
    for each in one.marks:
        left, right = _span(each, scale)
        if right - left > _WIDE:
            shapes.append(Stroke(line((left, middle), (right, middle)), "whisker soft"))
            ends = ((each.earliest, left, -1), (each.latest, right, 1))
            shapes += [Stroke(line((x, middle - 5), (x, middle + 5)), "cap soft") for day, x, _ in ends if day is not None]
            shapes += [Text(x + 4 * way, middle + 5, ("?",), "note", anchor="start" if way > 0 else "end") for day, x, way in ends if day is None]
    for x, each in places:
        shapes.append(Stroke(rectangle(x - 8, middle - 8, 16, 16), "ground"))
        if each.changed:
            shapes.append(Stroke(circle(x, middle, 9), "turned"))
        mark = sign(each.option)
        shapes.append(Text(x, middle + 5, (mark.mark,), f"word {mark.ink.value}".strip(), anchor="middle", silent=True))
    told = [each.words for each in one.marks] or [drawings.FROM_DAY.format(options=said(each.options), day=_since(each.day)) for each in one.held]
    return Thing(number, (scale.left, y, scale.width, _ROW), ", ".join([one.words, *told]), tuple(shapes), "row", one.to, more=True)


def _span(each: Mark, scale: Scale) -> tuple[float, float]:
    """From where to where a stance can have been taken; a side without a day runs to the end of the scale."""
    left = scale.left if each.earliest is None else scale.x(each.earliest)
    return left, scale.right if each.latest is None else scale.x(each.latest + 1)


def _middle(each: Mark, scale: Scale) -> float:
    """The middle of its days; by the side that is known where only one is."""
    left, right = _span(each, scale)
    x = left + _SIGN if each.latest is None else right - _SIGN if each.earliest is None else (left + right) / 2
    return min(max(x, scale.left + 8), scale.right - 8)


def _places(them: Sequence[Mark], scale: Scale) -> list[tuple[float, Mark]]:
    """Where each sign stands: in the middle of its days. One that repeats the last close by is left to it; another is set beside it."""
    made: list[tuple[float, Mark]] = []
    for each in sorted(them, key=lambda one: _middle(one, scale)):
        x = _middle(each, scale)
        if made and x < made[-1][0] + _SIGN + 2:
            if made[-1][1].option == each.option:
                continue
            x = made[-1][0] + _SIGN + 2
        made.append((x, each))
    over = made[-1][0] - (scale.right - 8) if made else 0
    return [(x - over, each) for x, each in made] if over > 0 else made


def _carried(one: Course, scale: Scale, y: float) -> list[Stroke]:
    """The line of what is held, from change to change; dotted once the voice is certainly dead."""
    made = []
    ends = [*(scale.x(each.day) for each in one.held[1:]), scale.right][: len(one.held)]
    gone = scale.right if one.died is None else scale.x(one.died)
    wide = [(left, right) for left, right in (_span(each, scale) for each in one.marks) if right - left > _WIDE]
    for each, end in zip(one.held, ends, strict=True):
        start = scale.x(each.day)
        if each.options == _SILENT:
            made.append(Stroke(line((start, y - 5), (start, y + 5)), "cap"))
            continue
        if SILENT in each.options and any(left <= start and end <= right + 0.5 for left, right in wide):
            continue  # that it may have been taken then is what the whisker says
        look = _look(each.options)
        if start < gone:
            made.append(Stroke(line((start, y), (min(end, gone), y)), f"held {look}"))
        if end > gone:
            made.append(Stroke(line((max(start, gone), y), (end, y)), f"held gone {look}"))
    if one.died is not None and scale.first < one.died < scale.last:
        made.append(Stroke(line((gone, y - 6), (gone, y + 6)) + line((gone - 3, y - 3), (gone + 3, y - 3)), "cap death"))
    return made


def _look(options: frozenset[str]) -> str:
    """The stance of a line where there is one; a line that is not certain is broken."""
    spoken = [option for option in ORDER if option in options]
    return spoken[0] if len(options) == 1 else f"{spoken[0]} unsure" if len(spoken) == 1 else "unsure"


def said(options: frozenset[str]) -> str:
    """What a voice may hold, in words."""
    words = [sign(option).word for option in ORDER if option in options]
    return drawings.OR.join([*words, *([drawings.SILENT] if SILENT in options else [])])


def _key(them: Sequence[Answer]) -> tuple[Sample, ...]:
    """The stances that occur, and what the lines are."""
    lines = [course for one in them for course in one.courses]
    there = {option for course in lines for each in course.held for option in each.options}
    there |= {option for one in them for tally in one.tallies for option, count in zip(ORDER, _counts(tally), strict=True) if count}
    made = [
        Sample((Stroke(line((2, 10), (38, 10)), f"held {option}"), Stroke(rectangle(12, 2, 16, 16), "ground"),
                Text(20, 15, (sign(option).mark,), f"word {sign(option).ink.value}".strip(), anchor="middle")), sign(option).word)
        for option in ORDER if option in there
    ]  # fmt: skip
    bar = tuple(Stroke(line((x, 5), (x, 15)), "cap soft") for x in (3, 37))
    samples = (
        (any(each.latest is None or each.earliest is None or each.latest - each.earliest > 400 for course in lines for each in course.marks),
         (Stroke(line((3, 10), (37, 10)), "whisker soft"), *bar),
         drawings.WITHIN_KEY),
        (any(len(each.options) > 1 for course in lines for each in course.held), (Stroke(line((2, 10), (38, 10)), "held unsure"),),
         drawings.UNSURE_KEY),
        (any(course.turned for course in lines), (Stroke(circle(20, 10, 9), "turned"),), drawings.TURNED_KEY),
        (any(course.died is not None for course in lines), (Stroke(line((2, 10), (38, 10)), "held gone"),), drawings.GONE_KEY),
        (any(tally.most != tally.certain for one in them for tally in one.tallies), (Stroke(line((2, 10), (38, 10)), "at-most"),),
         drawings.AT_MOST_KEY),
    )  # fmt: skip
    return (*made, *(Sample(shapes, words) for is_there, shapes, words in samples if is_there))


def _counts(tally: Tally) -> list[int]:
    return [tally.counts[COUNTED.index(option)] for option in ORDER]


__all__ = ["Answer", "Band", "Course", "Held", "Mark", "courses", "held", "said"]
