"""How many voices stand where over time: one step on another, and the periods of the corpus behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fontes.findings.positions.heard import IMPLIED
from fontes.findings.positions.tally import COUNTED, Tally
from fontes.model.stances import Attitude
from fontes.present.drawing.measure import measured, wrapped
from fontes.present.drawing.scale import Scale
from fontes.present.drawing.shapes import Stroke, Text, line, rectangle
from fontes.present.pages import Ink, Sign
from fontes.present.phrasing import ATTITUDES, drawings

ORDER = ("asserts", "supposes", "leaves-open", "doubts", "denies", IMPLIED)
"""From the ground up: who is for it, who leaves it open, who is against it."""
TALL, MOST_UNIT = 110.0, 12.0
"""How high all voices together stand, and one of them, at most."""
_PLACES = tuple(COUNTED.index(option) for option in ORDER)


@dataclass(frozen=True, slots=True)
class Band:
    """A period of the corpus: its name, and the days it can have taken."""

    name: str
    first: int
    last: int
    language: str = ""


def sign(option: str) -> Sign:
    """The sign of a stance, with its word."""
    if option == IMPLIED:
        return Sign(ATTITUDES[Attitude.DENIES].mark, drawings.IMPLIED, Ink.AGAINST)
    return ATTITUDES[Attitude(option)]


def bands(them: Sequence[Band], scale: Scale, top: float, bottom: float) -> tuple[Stroke | Text, ...]:
    """Every second period faintly shaded, each with its name where there is room for some of it; a name lies over no other."""
    made: list[Stroke | Text] = []
    free = scale.left
    for at, one in enumerate(sorted(them, key=lambda each: (each.first, each.last))):
        if one.last < scale.first or one.first > scale.last:
            continue
        left, right = scale.x(one.first), scale.x(one.last + 1)
        if at % 2 == 0:
            made.append(Stroke(rectangle(left, top, max(1.0, right - left), bottom - top), "band"))
        start = max(left, free) + 4
        if right - start > 36:
            (name,) = wrapped(one.name, right - start - 2, 13, 1) or ("",)
            made.append(Text(start, top + 14, (name,), "tick period", one.language))
            free = start + measured(name, 13)
    return tuple(made)


def unit(them: Sequence[Sequence[Tally]], tall: float = TALL) -> float:
    """How high one voice stands, so that none of these is higher than `tall`."""
    return min(MOST_UNIT, tall / max((one.most for each in them for one in each), default=1))


def steps(them: Sequence[Tally], scale: Scale, ground: float, high: float) -> tuple[Stroke | Text, ...]:
    """The counts from the ground up, with their signs where there is room; a broken line over them is how many may be heard."""
    made: list[Stroke | Text] = []
    for place, option in zip(_PLACES, ORDER, strict=True):
        made += _counted(_runs(them, place, scale, ground, high), option, high)
    ends = [*(scale.x(each.day) for each in them[1:]), scale.right]
    top = [(x, ground - high * one.most) for one, end in zip(them, ends, strict=True) for x in (scale.x(one.day), end)]
    if any(one.most != one.certain for one in them):
        made.append(Stroke(line(*top), "at-most"))
    return (*made, Stroke(line((scale.left, ground), (scale.right, ground)), "axis"))


def _runs(them: Sequence[Tally], place: int, scale: Scale, ground: float, high: float) -> list[tuple[float, float, float, int]]:
    """Where one count stands unchanged: from where to where, how high its ground is, and the count."""
    below = _PLACES[: _PLACES.index(place)]
    runs: list[tuple[float, float, float, int]] = []
    for one, end in zip(them, [*(scale.x(each.day) for each in them[1:]), scale.right], strict=True):
        run = scale.x(one.day), end, ground - high * sum(one.counts[each] for each in below), one.counts[place]
        if runs and runs[-1][2:] == run[2:]:
            run = (runs.pop()[0], *run[1:])
        runs.append(run)
    return [run for run in runs if run[3]]


def _counted(runs: Sequence[tuple[float, float, float, int]], option: str, high: float) -> list[Stroke | Text]:
    """A step for each run, with its number where it is wide and high enough."""
    made: list[Stroke | Text] = []
    for x, end, base, count in runs:
        made.append(Stroke(rectangle(x, base - high * count, max(0.5, end - x), high * count), f"count {option}"))
        words = f"{sign(option).mark} {count}"
        if end - x > measured(words, 12) + 6 and high * count >= 13:
            made.append(Text((x + end) / 2, base - high * count / 2 + 4.5, (words,), f"tally {option}", anchor="middle", silent=True))
    return made


__all__ = ["ORDER", "Band", "bands", "sign", "steps", "unit"]
