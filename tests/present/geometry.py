"""Where the shapes of a drawing lie: for the laws of its geometry."""

from __future__ import annotations

import re
from itertools import combinations

from fontes.present.drawing.measure import measured
from fontes.present.drawing.shapes import Drawing, Stroke, Text, Thing

_SIZES = {"name": 13.5, "answer": 13.5, "period": 13.0, "by": 13.5, "tally": 13.0}
"""The sizes of type by kind, the book faces narrower, as they are measured."""


def points(one: Stroke) -> list[tuple[float, float]]:
    """The points a path passes: lines, and the corners of rectangles; of arcs and curves where they end."""
    made: list[tuple[float, float]] = []
    x = y = 0.0
    for letter, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", one.path):
        numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", rest)]
        if letter in "MLC":
            x, y = numbers[-2:]
        elif letter == "h":
            x += numbers[0]
        elif letter == "v":
            y += numbers[0]
        elif letter == "a":
            x, y = x + numbers[-2], y + numbers[-1]
        made.append((x, y))
    return made


def extent(one: Stroke) -> tuple[float, float]:
    """From where to where a path reaches from left to right."""
    across = [x for x, _ in points(one)]
    return min(across), max(across)


def shapes(drawing: Drawing) -> list[tuple[Stroke | Text, Thing | None]]:
    """Every shape, with the thing it belongs to."""
    made: list[tuple[Stroke | Text, Thing | None]] = []
    for shape in drawing.shapes:
        if isinstance(shape, Thing):
            made += [(each, shape) for each in shape.shapes]
        else:
            made.append((shape, None))
    return made


def inside(drawing: Drawing) -> None:
    """Nothing lies outside the drawing, and every thing lies within it."""
    for shape, _ in shapes(drawing):
        if isinstance(shape, Stroke):
            assert all(-0.1 <= x <= drawing.width + 0.1 and -0.1 <= y <= drawing.height + 0.1 for x, y in points(shape)), shape
        else:
            assert 0 <= shape.x <= drawing.width and shape.y > 0 and shape.y + shape.leading * (len(shape.lines) - 1) <= drawing.height + 2, shape
    for thing in drawing.things:
        x, y, wide, tall = thing.box
        assert x >= 0 and y >= 0 and x + wide <= drawing.width + 0.1 and y + tall <= drawing.height + 0.1, thing


def box(text: Text) -> tuple[float, float, float, float]:
    """The most room a text of one line takes: left, top, right, bottom."""
    size = next((_SIZES[kind] for kind in text.kind.split(" ") if kind in _SIZES), 14.0)
    wide = measured(text.lines[0], size)
    left = text.x if text.anchor == "start" else text.x - wide if text.anchor == "end" else text.x - wide / 2
    return left, text.y - size, left + wide, text.y + 3


def apart(texts: list[Text]) -> None:
    """None of these texts lies over another."""
    for one, other in combinations(texts, 2):
        a, b = box(one), box(other)
        assert a[2] <= b[0] + 0.5 or b[2] <= a[0] + 0.5 or a[3] <= b[1] + 0.5 or b[3] <= a[1] + 0.5, (one, other)
