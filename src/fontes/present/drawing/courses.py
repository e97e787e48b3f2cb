"""Positions over time: one line for each voice, and under them how many stand where.

A position is carried on until the voice takes another. Where dates or reporters leave open which it is, the line is broken, and the voice
is not counted: silence is never doubt, and what may be is not what is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fontes.dates import iso
from fontes.findings.positions.heard import IMPLIED
from fontes.findings.positions.time import SILENT
from fontes.findings.positions.voices import Step
from fontes.model.stances import Attitude
from fontes.present.drawing.measure import SERIF, measured, wrapped
from fontes.present.drawing.scale import Scale, axis, day_marks, days_scale
from fontes.present.drawing.shapes import Drawing, Sample, Stroke, Text, Thing, line, rectangle
from fontes.present.pages import Ink, Sign, To
from fontes.present.phrasing import ATTITUDES, counted, drawings

WIDTH = 900
ORDER = ("asserts", "supposes", "leaves-open", "doubts", "denies", IMPLIED)
"""From the ground up."""
_SIDE, _TOP, _ROW, _VOICE = 20, 34, 48, 13
_NAME = 16
_SILENT = frozenset([SILENT])


@dataclass(frozen=True, slots=True)
class Held:
    """From this day on, what a voice may hold: stances, and that it is silent."""

    day: int
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Course:
    """The positions of one voice in order; before the first it is not heard."""

    words: str
    held: tuple[Held, ...]
    language: str = ""
    to: To | None = None


def course(words: str, steps: Sequence[Step], language: str = "", to: To | None = None) -> Course:
    """The positions of one agent on one proposition, from the steps of their finding."""
    ordered = sorted(steps, key=lambda one: one.day)
    return Course(words, tuple(Held(one.day, one.now) for one in ordered), language, to)


def courses(name: str, title: str, them: Sequence[Course], until: int | None = None) -> Drawing | None:
    """Voices in the order given, up to the day `until` or the last change; None where nothing is dated."""
    shown = [one for one in them if one.held]
    changes = [held.day for one in shown for held in one.held]
    scale = days_scale([changes, [] if until is None else [until]], _SIDE, WIDTH - 2 * _SIDE)
    if scale is None or not shown:
        return None
    lines = _TOP + _ROW * len(shown)
    height = lines + 36 + _VOICE * len(shown) + 12
    things = [_course(one, scale, _TOP + _ROW * at, at) for at, one in enumerate(shown)]
    known = [held.day for one in shown for held in one.held]
    words = drawings.POSITIONS_DESCRIBED.format(
        voices=counted(len(shown), drawings.SCHOLAR, capital=True), first=iso(min(known)), last=iso(max(known)), beside=drawings.BESIDE
    )
    shapes = (*axis(scale, day_marks, _TOP - 6, height - 12), *things, *_counts(shown, scale, lines + 20, height - 12))
    return Drawing(name, title, words, WIDTH, height, shapes, _key(shown))


def _course(one: Course, scale: Scale, y: float, number: int) -> Thing:
    heard = next((held for held in one.held if held.options != _SILENT), one.held[0])
    lines = wrapped(one.words, 600, _NAME * SERIF, 1) or ("",)
    x = scale.x(heard.day)
    fits = x + measured(lines[0], _NAME * SERIF) <= scale.right
    shapes: list[Stroke | Text] = [Text(x if fits else scale.right, y + 16, lines, "name", one.language, anchor="start" if fits else "end")]
    ends = [*(scale.x(held.day) for held in one.held[1:]), scale.right]
    for held, end in zip(one.held, ends, strict=True):
        if held.options != _SILENT:
            shapes.append(Stroke(line((scale.x(held.day), y + 32), (end, y + 32)), f"held {_look(held.options)}"))
    free = scale.left
    for held, before in zip(one.held, (None, *one.held), strict=False):
        x = scale.x(held.day)
        turn = _turn(held.options, before.options if before else _SILENT, x, y + 32)
        if len(turn) > 1 or x >= free:  # a cap under a sign would only blot it
            shapes += turn
        free = x + 14 * (len(turn) - 1) + 3
    told = [drawings.FROM_DAY.format(options=said(held.options), day=iso(held.day)) for held in one.held]
    return Thing(number, (scale.left, y, scale.width, _ROW), ", ".join([one.words, *told]), tuple(shapes), "row", one.to, more=True)


def _turn(now: frozenset[str], before: frozenset[str], x: float, y: float) -> tuple[Stroke | Text, ...]:
    """The sign of what is newly taken up, on a ground of its own."""
    fresh = [option for option in ORDER if option in now - before] or ([option for option in ORDER if option in now] if now - before else [])
    if not fresh:
        return (Stroke(line((x, y - 5), (x, y + 5)), "cap"),)
    marks = [_sign(option) for option in fresh]
    ground = Stroke(rectangle(x - 2, y - 8, 15 * len(marks) + 1, 16), "ground")
    return ground, *(Text(x + 15 * at, y + 5, (sign.mark,), f"word {sign.ink.value}".strip(), silent=True) for at, sign in enumerate(marks))


def _look(options: frozenset[str]) -> str:
    """The stance of a line where there is one; a line that is not certain is broken."""
    spoken = [option for option in ORDER if option in options]
    return spoken[0] if len(options) == 1 else f"{spoken[0]} unsure" if len(spoken) == 1 else "unsure"


def _sign(option: str) -> Sign:
    if option == IMPLIED:
        return Sign(ATTITUDES[Attitude.DENIES].mark, drawings.IMPLIED, Ink.AGAINST)
    return ATTITUDES[Attitude(option)]


def said(options: frozenset[str]) -> str:
    """What a voice may hold, in words."""
    words = [_sign(option).word for option in ORDER if option in options]
    return drawings.OR.join([*words, *([drawings.SILENT] if SILENT in options else [])])


def _counts(them: Sequence[Course], scale: Scale, top: float, bottom: float) -> tuple[Stroke | Text, ...]:
    """How many certainly stand where, one step over another; the ground is the side for it."""
    days = sorted({held.day for one in them for held in one.held})
    ends = [*(scale.x(day) for day in days[1:]), scale.right]
    made: list[Stroke | Text] = [Text(scale.left, top, (drawings.COUNTS,), "note"), Stroke(line((scale.left, bottom), (scale.right, bottom)), "axis")]
    runs: list[tuple[float, float, tuple[int, ...]]] = []
    for day, end in zip(days, ends, strict=True):
        stands = [_standing(one, day) for one in them]
        many = tuple(sum(each == {option} for each in stands) for option in ORDER)
        if runs and runs[-1][2] == many:
            runs[-1] = (runs[-1][0], end, many)
        else:
            runs.append((scale.x(day), end, many))
    for x, end, many in runs:
        base = bottom
        for option, count in zip(ORDER, many, strict=True):
            if count:
                base -= _VOICE * count
                made.append(Stroke(rectangle(x, base, max(0.5, end - x), _VOICE * count), f"count {option}"))
                if end - x > 16:
                    made.append(Text((x + end) / 2, base + _VOICE * count / 2 + 5, (str(count),), f"tally {option}", anchor="middle"))
    return tuple(made)


def _standing(one: Course, day: int) -> frozenset[str]:
    return next((held.options for held in reversed(one.held) if held.day <= day), _SILENT)


def _key(them: Sequence[Course]) -> tuple[Sample, ...]:
    """The stances that occur, and what a broken line is."""
    there = {option for one in them for held in one.held for option in held.options}
    made = [
        Sample((Stroke(line((2, 10), (38, 10)), f"held {option}"), Stroke(rectangle(12, 2, 16, 16), "ground"),
                Text(20, 15, (_sign(option).mark,), f"word {_sign(option).ink.value}".strip(), anchor="middle")), _sign(option).word)
        for option in ORDER if option in there
    ]  # fmt: skip
    if any(len(held.options) > 1 for one in them for held in one.held):
        made.append(Sample((Stroke(line((2, 10), (38, 10)), "held unsure"),), drawings.UNSURE_KEY))
    return tuple(made)


__all__ = ["Course", "Held", "course", "courses", "said"]
