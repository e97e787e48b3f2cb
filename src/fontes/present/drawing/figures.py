"""Rival figures on one axis: each under the words for what it counts, and at the side the documents to which several of them go back.

The axis is linear, and begins at nothing or at the least negative figure. A number is a diamond, a range a bar between caps, `at least` and
`at most` an open arrow. A document is a line down the side, with a dot at every figure that goes back to it: full where it certainly does,
hollow where only a supposed descent leads there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fontes.present.drawing.measure import SERIF, measured, wrapped
from fontes.present.drawing.scale import Scale, axis, number_marks
from fontes.present.drawing.shapes import Drawing, Sample, Stroke, Text, Thing, circle, line, lozenge
from fontes.present.pages import To
from fontes.present.phrasing import counted, drawings

WIDTH = 980
MOST_DOCUMENTS = 8
_SIDE, _TOP, _ROW, _VALUE, _COLUMN = 20, 40, 44, 96, 22
_ARROW, _SIZE, _SMALL = 34, 15, 13.5


@dataclass(frozen=True, slots=True)
class Number:
    """A figure from ``least`` to ``most``: what it counts, and who states it. ``up``, ``down``: said to be at least, at most so much.

    ``documents`` are the places of documents behind it, and whether it is only perhaps so. ``notes`` are further words on it.
    """

    words: str
    said: str
    least: Decimal
    most: Decimal
    up: bool = False
    down: bool = False
    documents: tuple[tuple[int, bool], ...] = ()
    notes: str = ""
    lost: bool = False
    to: To | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What several figures go back to."""

    words: str
    to: To | None = None
    language: str = ""


def figures(
    name: str, title: str, unit: str, them: Sequence[Number], documents: Sequence[Document] = (), same: Sequence[tuple[int, int]] = (), left: int = 0
) -> Drawing | None:
    """Figures in the order given. `same` are pairs of them (places) of one value under two descriptions; `left` are not drawn."""
    if not them:
        return None
    documents = documents[:MOST_DOCUMENTS]
    least, most = min(one.least for one in them), max(one.most for one in them)
    first = float(min(least, Decimal(0)))
    room = _COLUMN * len(documents)
    scale = Scale(first, float(most) if most > first else first + 1.0, _SIDE, WIDTH - 2 * _SIDE - _VALUE - room)
    things, y, before = list[Thing](), float(_TOP), ""
    heights: list[float] = []
    for at, one in enumerate(them):
        y += 6 if before and one.words != before else 0
        things.append(_row(one, one.words != before, scale, y, at))
        heights.append(y + (31 if one.words != before else 27))
        y += things[-1].box[3]
        before = one.words
    height = y + 10
    right = scale.right + _VALUE
    pairs = tuple(Stroke(line((x, heights[a]), (x, heights[b])), "tie same") for a, b in same for x in (scale.x(float(them[a].most)),))
    columns = [shape for at in range(len(documents)) for shape in _column(at, right + 11 + _COLUMN * at, them, heights)]
    grid = Scale(scale.first, scale.last, scale.left, scale.width)
    heads = [_head(at, one, right + 11 + _COLUMN * at, len(them) + at) for at, one in enumerate(documents)]
    words = drawings.FIGURES_DESCRIBED.format(
        count=counted(len(them), *drawings.FIGURE, capital=True), unit=drawings.IN_UNIT.format(unit=unit) if unit else "",
        least=written(least), most=written(most), beside=drawings.BELOW, left=drawings.FIGURES_LEFT.format(count=left) if left else "",
    )  # fmt: skip
    shapes = (*axis(grid, number_marks, _TOP - 8, height), *pairs, *columns, *things, *heads)
    return Drawing(name, title, words, WIDTH, height, shapes, _key(them, documents, bool(same)))


def _row(one: Number, named: bool, scale: Scale, y: float, number: int) -> Thing:
    """What it counts and who states it, and under that the mark at the end of a line from the left; the value stands beside the mark."""
    y = y if named else y - 4
    aside = ", ".join([one.said, one.notes] if one.notes else [one.said])
    beside = wrapped(aside, scale.width * (0.5 if named else 1), _SMALL, 1) or ("",)
    room = scale.width + _VALUE - measured(beside[0], _SMALL) - 16
    name = wrapped(one.words, room, _SIZE * SERIF, 1) if named else ()
    shapes: list[Stroke | Text] = [Text(scale.left, y + 15, name, "name")] if name else []
    shapes.append(Text(scale.right + _VALUE, y + 15, beside, "note by", anchor="end"))
    middle = y + 31
    left, right = scale.x(float(one.least)), scale.x(float(one.most))
    shapes.append(Stroke(line((scale.left, middle), (left, middle)), "leader"))
    end = right
    if one.up or one.down:
        way = 1 if one.up else -1
        tip = (right if one.up else left) + _ARROW * way
        start = left if one.up else right
        shapes += [Stroke(line((start, middle), (tip - 8 * way, middle)), "whisker"), Stroke(line((start, middle - 7), (start, middle + 7)), "cap"),
                   Stroke(line((tip - 9 * way, middle - 5), (tip, middle), (tip - 9 * way, middle + 5)) + "z", "mark")]  # fmt: skip
        end = max(right, tip)
    elif one.least == one.most:
        shapes.append(Stroke(lozenge(left, middle, 6.5), "mark sure"))
        end += 6.5
    else:
        shapes.append(Stroke(line((left, middle), (right, middle)), "span"))
        shapes += [Stroke(line((x, middle - 7), (x, middle + 7)), "cap") for x in (left, right)]
    value = ranged(one.least, one.most)
    value = drawings.AT_LEAST.format(value=value) if one.up else drawings.AT_MOST.format(value=value) if one.down else value
    shapes.append(Text(end + 7, middle + 5, (value,), "value"))
    words = ", ".join([f"{value}: {one.words}", aside])
    return Thing(number, (scale.left, y, scale.width + _VALUE, _ROW), words, tuple(shapes), f"row{' fallen' if one.lost else ''}", one.to, more=True)


def _column(at: int, x: float, them: Sequence[Number], heights: Sequence[float]) -> list[Stroke]:
    """A document as a line down the side, from the first to the last figure that goes back to it, with a dot at each."""
    rows = [(y, doubtful) for one, y in zip(them, heights, strict=True) for place, doubtful in one.documents if place == at]
    made = [Stroke(line((x, _TOP - 14), (x, rows[-1][0])), "stem")] if rows else []
    return made + [Stroke(circle(x, y, 4.5), "dot open" if doubtful else "dot") for y, doubtful in rows]


def _head(at: int, one: Document, x: float, number: int) -> Thing:
    """The letter of a document, at the top of its line."""
    mark = (Stroke(circle(x, _TOP - 24, 9), "letter"), Text(x, _TOP - 19.5, (letter(at),), "word", anchor="middle"))
    return Thing(number, (x - 10, _TOP - 34, 20, 20), f"{letter(at)}: {one.words}", mark, "document", one.to, more=True)


def letter(at: int) -> str:
    """The letter of a document, counted from 0."""
    return "ABCDEFGH"[at]


def written(value: Decimal) -> str:
    """A number as it is read: thousands apart, no empty decimals."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def ranged(least: Decimal, most: Decimal) -> str:
    """A figure as it is written: a range with a dash."""
    return written(least) if least == most else f"{written(least)}–{written(most)}"


def _key(them: Sequence[Number], documents: Sequence[Document], same: bool) -> tuple[Sample, ...]:
    """The marks that occur, and the documents by their letters."""
    bar = (Stroke(line((4, 10), (36, 10)), "span"), *(Stroke(line((x, 3), (x, 17)), "cap") for x in (4, 36)))
    arrow = (Stroke(line((4, 10), (30, 10)), "whisker"), Stroke(line((4, 3), (4, 17)), "cap"), Stroke("M28 5L38 10L28 15z", "mark"))
    stem = Stroke(line((20, 0), (20, 20)), "stem")
    plain = [one for one in them if not (one.up or one.down)]
    samples = (
        (any(one.least == one.most for one in plain), (Stroke(lozenge(20, 10, 6.5), "mark sure"),), drawings.NUMBER_KEY),
        (any(one.least != one.most for one in plain), bar, drawings.RANGE_KEY),
        (any(one.up or one.down for one in them), arrow, drawings.OPEN_FIGURE_KEY),
        (same, (Stroke(line((20, 1), (20, 19)), "tie same"),), drawings.SAME_KEY),
        (bool(documents), (stem, Stroke(circle(20, 10, 4.5), "dot")), drawings.BACK_KEY),
        (any(doubtful for one in them for _, doubtful in one.documents), (stem, Stroke(circle(20, 10, 4.5), "dot open")), drawings.PERHAPS_BACK_KEY),
    )  # fmt: skip
    made = [Sample(shapes, words) for there, shapes, words in samples if there]
    for at, one in enumerate(documents):
        mark = (Stroke(circle(20, 10, 9), "letter"), Text(20, 14.5, (letter(at),), "word", anchor="middle"))
        made.append(Sample(mark, one.words))
    return tuple(made)


__all__ = ["Document", "Number", "figures", "letter", "ranged", "written"]
