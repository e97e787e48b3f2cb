"""What can be said of when something was, as marks on a scale of days.

Filled where it was certainly going on, hatched where possibly, a cap at each of its four bounds. A known day is a diamond; what lies sometime
within a window is a hollow one between its caps. A side said to be open ends in a hollow arrow, one not known in a question mark. Nothing is
drawn at the first day of a month or year because only that is known.
"""

from __future__ import annotations

from collections.abc import Sequence

from fontes.dates import Bound, Edge
from fontes.present.drawing.scale import Scale
from fontes.present.drawing.shapes import Stroke, Text, line, lozenge, rectangle

_HALF = 6.5
"""Half the height of a bar."""
_LEAST = 3.0


def days(scale: Scale, y: float, four: Sequence[Bound], look: str = "") -> tuple[Stroke | Text, ...]:
    """The marks for four bounds (earliest and latest first day, earliest and latest last day) about the height `y`."""
    start, by, since, end = four
    half = _HALF - 1.5 if look else _HALF
    if not any(isinstance(side, int) for side in four):
        return (Text(scale.left, y + 5, ("?",), "note"),)
    if isinstance(start, int) and start == end:
        return (Stroke(lozenge(scale.x(start + 0.5), y, half), _kind("mark sure", look)),)
    left = scale.x(start) if isinstance(start, int) else scale.left
    right = max(left + _LEAST, scale.x(end + 1) if isinstance(end, int) else scale.right)
    made: list[Stroke | Text] = []
    if start == since and by == end:
        made.append(Stroke(line((left, y), (right, y)), _kind("whisker", look)))
        made += _caps(((start, left), (end, right)), y, half, look)
        if isinstance(start, int) and isinstance(end, int):
            made.append(Stroke(lozenge((left + right) / 2, y, half), _kind("mark", look)))
    else:
        made.append(Stroke(line((left, y), (right, y)), _kind("possible", look)))
        if isinstance(by, int) and isinstance(since, int) and by <= since:
            sure = scale.x(by)
            made.append(Stroke(rectangle(sure, y - half, max(_LEAST, scale.x(since + 1) - sure), 2 * half), _kind("certain", look)))
        inner = [(side, scale.x(side + more)) for side, more in ((by, 0), (since, 1)) if isinstance(side, int)]
        made += _caps(((start, left), *inner, (end, right)), y, half, look)
    return (*made, *_edge(start, scale.left, -1, y, look), *_edge(end, scale.right, 1, y, look))


def _kind(kind: str, look: str) -> str:
    return f"{kind} {look}".strip()


def _caps(bounds: Sequence[tuple[Bound, float]], y: float, half: float, look: str) -> list[Stroke]:
    return [Stroke(line((x, y - half - 1), (x, y + half + 1)), _kind("cap", look)) for side, x in bounds if isinstance(side, int)]


def _edge(side: Bound, x: float, way: int, y: float, look: str) -> tuple[Stroke | Text, ...]:
    """The end of the scale where a side has no day."""
    if side is Edge.OPEN:
        return (Stroke(line((x, y - 6), (x + 9 * way, y), (x, y + 6)) + "z", _kind("mark", look)),)
    return (Text(x + 4 * way, y + 5, ("?",), "note", anchor="start" if way > 0 else "end"),) if side is Edge.UNKNOWN else ()
