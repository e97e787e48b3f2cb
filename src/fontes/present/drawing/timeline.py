"""Events on a scale of days, in the order given; rival accounts in lanes under them; what clashes is numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fontes.dates import Bound, Edge
from fontes.present.drawing.days import days
from fontes.present.drawing.measure import SERIF, measured, wrapped
from fontes.present.drawing.scale import Scale, axis, day_marks, days_scale, named
from fontes.present.drawing.shapes import Drawing, Sample, Stroke, Text, Thing, circle, line, rectangle
from fontes.present.pages import To
from fontes.present.phrasing import capital, counted, drawings

Four = tuple[Bound, Bound, Bound, Bound]
WIDTH = 980
_SIDE = 20
"""Room at both ends, for arrows and question marks."""
_TOP, _NAME, _ROW, _LANE = 34, 16, 46, 38
_LONGEST = 660
_SMALL = 13
_TIES, _TIE = 4, 5
"""So many conflicts are also tied along the side; the rest have their numbers."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One account of when something was: whose or which, and its days; None where it does not fit."""

    words: str
    four: Four | None


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict by its number, how far it misses in words, and where it is told."""

    number: int
    words: str
    to: To


@dataclass(frozen=True, slots=True)
class Row:
    """Something with its days. ``stated`` is given where others narrowed it; ``conflicts`` lead to where they are told."""

    words: str
    four: Four
    days: str
    stated: Four | None = None
    lanes: tuple[Dated, ...] = ()
    conflicts: tuple[Clash, ...] = ()
    to: To | None = None
    language: str = ""

    @property
    def height(self) -> float:
        """How much room it takes."""
        return _ROW + _LANE * len(self.lanes)


def timeline(name: str, title: str, rows: Sequence[Row], width: float = WIDTH) -> Drawing | None:
    """Rows over each other on one scale; None where no day is known."""
    fours = [four for row in rows for four in (row.four, *([row.stated] if row.stated else []), *(lane.four for lane in row.lanes)) if four]
    ties = _tied(rows)
    left = _SIDE + (_TIE * len(ties) + 6 if ties else 0)
    scale = days_scale(fours, left, width - left - _SIDE)
    if scale is None:
        return None
    height = _TOP + sum(row.height for row in rows) + 8
    things, y = list[Thing](), float(_TOP)
    for row in rows:
        things += _row(row, scale, y, len(things))
        y += row.height
    known = [side for four in fours for side in four if isinstance(side, int)]
    first, last = named(min(known), max(known))
    words = drawings.CHRONOLOGY_DESCRIBED.format(
        first=first, last=last, rows=counted(len(rows), drawings.ROW, drawings.ROWS, capital=True)
    )
    return Drawing(name, title, words, width, height, (*axis(scale, day_marks, _TOP - 6, height), *ties, *things), _key(rows))


def _row(row: Row, scale: Scale, y: float, number: int) -> list[Thing]:
    """The name over its marks, and its lanes under them; the conflicts beside the name lead to where they are told."""
    lines = wrapped(row.words, _LONGEST, _NAME * SERIF, 1) or ("",)
    rooms = [26 + measured(each.words, _SMALL) + 8 for each in row.conflicts]
    room = sum(rooms)
    left, anchor = _beside(row.four, scale, measured(lines[0], _NAME * SERIF) + room)
    first = left if anchor == "start" else left - room
    text = Text(left + room if anchor == "start" else first - 6, y + 17, lines, "name", row.language, anchor=anchor)
    shapes: list[Stroke | Text] = [text, *days(scale, y + 32, row.four)]
    if row.stated:
        shapes.append(_outline(row.stated, scale, y + 32))
    for at, lane in enumerate(row.lanes):
        shapes += _lane(lane, scale, y + _ROW + at * _LANE)
    box = (scale.left, y, scale.width, row.height)
    made = [Thing(number, box, f"{row.words}, {row.days}", tuple(shapes), "row", row.to, more=True)]
    x = first + 11
    for at, (clash, wide) in enumerate(zip(row.conflicts, rooms, strict=True)):
        mark = (
            Stroke(circle(x, y + 12, 10), "conflict"), Text(x, y + 17, (str(clash.number),), "number", anchor="middle"),
            Text(x + 14, y + 17, (clash.words,), "short"),
        )  # fmt: skip
        said = drawings.CONFLICT_NUMBER.format(number=clash.number, words=clash.words)
        made.append(Thing(number + 1 + at, (x - 10, y + 2, wide - 4, 20), said, mark, "clash", clash.to, more=True))
        x += wide
    return made


def _tied(rows: Sequence[Row]) -> tuple[Stroke, ...]:
    """A line down the side from the first to the last row that is in a conflict, one beside another as far as there is room."""
    places: dict[int, list[float]] = {}
    y = float(_TOP)
    for row in rows:
        for clash in row.conflicts:
            places.setdefault(clash.number, []).append(y + 32)
        y += row.height
    several = [them for them in places.values() if len(them) > 1]
    return tuple(
        Stroke(line((x + 4, them[0]), (x, them[0]), *((point, each) for each in them[1:] for point in (x, x + 4, x))), "tie")
        for at, them in enumerate(several[:_TIES])
        for x in (2.0 + _TIE * at,)
    )


def _outline(four: Four, scale: Scale, y: float) -> Stroke:
    start, _, _, end = four
    left = scale.x(start) if isinstance(start, int) else scale.left
    right = scale.x(end + 1) if isinstance(end, int) else scale.right
    return Stroke(rectangle(left, y - 10, max(3.0, right - left), 20), "stated")


def _beside(four: Four, scale: Scale, wide: float) -> tuple[float, str]:
    """Where words over marks begin: with them, or where there is no room for that, ending at the end of the scale."""
    left = scale.x(four[0]) if isinstance(four[0], int) else scale.left
    return (left, "start") if left + wide <= scale.right else (scale.right, "end")


def _lane(lane: Dated, scale: Scale, y: float) -> tuple[Stroke | Text, ...]:
    lines = wrapped(lane.words, _LONGEST, 14, 1) or ("",)
    left, anchor = _beside(lane.four or (Edge.UNKNOWN,) * 4, scale, measured(lines[0], 14))
    marks = days(scale, y + 27, lane.four, "lane") if lane.four else ()
    return Text(left, y + 14, lines, "note", anchor=anchor), *marks


def _key(rows: Sequence[Row]) -> tuple[Sample, ...]:
    """What the marks mean that occur here."""
    fours = [row.four for row in rows] + [lane.four for row in rows for lane in row.lanes if lane.four]
    small = Scale(0, 9, 4, 32)
    edges = {edge for four in fours for edge in four if isinstance(edge, Edge)}
    spans = [four for four in fours if not (four[0] == four[2] and four[1] == four[3])]
    bar = Stroke(line((4, 10), (36, 10)), "possible"), Stroke(rectangle(14, 4, 12, 12), "certain")
    samples = (
        (any(isinstance(four[1], int) and isinstance(four[2], int) and four[1] <= four[2] for four in spans), bar[1:], drawings.CERTAIN_KEY),
        (bool(spans), bar[:1], drawings.POSSIBLE_KEY),
        (any(isinstance(four[0], int) and four[0] == four[3] for four in fours), days(small, 10, (4, 4, 4, 4)), drawings.DAY_KEY),
        (any(four[0] == four[2] != four[3] == four[1] for four in fours), days(small, 10, (0, 8, 0, 8)), drawings.MOMENT_KEY),
        (Edge.OPEN in edges, (Stroke(line((14, 4), (23, 10), (14, 16)) + "z", "mark"),), drawings.OPEN_KEY),
        (Edge.UNKNOWN in edges, (Text(16, 15, ("?",), "note"),), drawings.UNKNOWN_KEY),
        (any(row.stated for row in rows), (Stroke(rectangle(4, 2, 32, 16), "stated"),), drawings.STATED_KEY),
        (any(row.lanes for row in rows), days(small, 10, (0, 3, 5, 8), "lane"), drawings.LANE_KEY),
        (any(row.conflicts for row in rows), (Stroke(circle(20, 10, 9), "conflict"),), drawings.CONFLICT_KEY),
    )
    return tuple(Sample(tuple(shapes), capital(words)) for there, shapes, words in samples if there)


__all__ = ["Clash", "Dated", "Row", "timeline"]
