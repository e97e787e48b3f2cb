"""What a drawing is made of. Lengths are CSS pixels at reading size; the look is the renderer's, by the `kind` of each shape.

Every word in a drawing is text, never an outline, and every drawing stands beside a table or list that says the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a page holds drawings, and a drawing leads to pages
    from fontes.present.pages import To


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line or an area, as path data. ``joins`` are the things it runs between: where it comes from, then where it leads."""

    path: str
    kind: str
    joins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text from a point on: ``x`` and the base of the first line, ``leading`` from line to line.

    ``anchor`` says what lies at ``x``: `start`, `middle` or `end`. A text that is ``silent`` is a sign whose word stands beside it.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    kind: str = ""
    language: str = ""
    leading: float = 19
    anchor: str = "start"
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """What one thing looks like, in one group: numbered within its drawing, with its box, what it is in a line, and where it leads.

    ``more``: its words say more than its text, which may be cut short, or leave to its marks what the words say.
    """

    number: int
    box: tuple[float, float, float, float]
    words: str
    shapes: tuple[Stroke | Text, ...]
    kind: str = ""
    to: To | None = None
    more: bool = False


Shape = Stroke | Text | Thing


@dataclass(frozen=True, slots=True)
class Sample:
    """A line of the key: shapes within 40 by 18, and what they mean."""

    shapes: tuple[Stroke | Text, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of a page. ``name`` is its own on that page; ``description`` says in words how it is to be read and what stands beside it."""

    name: str
    title: str
    description: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    key: tuple[Sample, ...] = ()

    @property
    def things(self) -> tuple[Thing, ...]:
        """What is drawn, in reading order."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Thing))


def line(*points: tuple[float, float]) -> str:
    """Path data of a line through these points."""
    return "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in points)


def rectangle(x: float, y: float, width: float, height: float, round: float = 0) -> str:
    """Path data of a rectangle, its corners rounded by so much."""
    if not round:
        return f"M{_short(x)} {_short(y)}h{_short(width)}v{_short(height)}h{_short(-width)}z"
    r, inner, down = _short(round), _short(width - 2 * round), _short(height - 2 * round)
    return (
        f"M{_short(x + round)} {_short(y)}h{inner}a{r} {r} 0 0 1 {r} {r}v{down}a{r} {r} 0 0 1 -{r} {r}"
        f"h{_short(2 * round - width)}a{r} {r} 0 0 1 -{r} -{r}v{_short(2 * round - height)}a{r} {r} 0 0 1 {r} -{r}z"
    )


def lozenge(x: float, y: float, reach: float) -> str:
    """Path data of a diamond about a point."""
    return line((x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach)) + "z"


def circle(x: float, y: float, radius: float) -> str:
    """Path data of a circle about a point."""
    r = _short(radius)
    return f"M{_short(x - radius)} {_short(y)}a{r} {r} 0 1 0 {_short(2 * radius)} 0a{r} {r} 0 1 0 {_short(-2 * radius)} 0z"


def curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Path data of a curve that leaves and arrives level."""
    (x, y), (to_x, to_y) = start, end
    if abs(y - to_y) < 0.5:
        return line(start, end)
    half = _short((x + to_x) / 2)
    return f"M{_short(x)} {_short(y)}C{half} {_short(y)} {half} {_short(to_y)} {_short(to_x)} {_short(to_y)}"


def _short(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
