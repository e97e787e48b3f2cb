"""The tree of a lineage as a graph: each thing once, with a line to everything that rests on it."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, replace

from fontes.findings import Node

MOST = 400
"""So many things are drawn; what lies beyond is counted on what rests on it."""
JOINTS = ("and", "or", "not recorded")


@dataclass(frozen=True, slots=True)
class Point:
    """A thing once. ``voice`` is the one statement of a proposition that nothing else rests on: both are drawn as one.

    ``circle``: the lineage has come round to this thing again, which stands elsewhere as well. ``left`` things below it are not drawn.
    """

    node: Node
    voice: Node | None = None
    circle: bool = False
    left: int = 0

    @property
    def rule(self) -> str:
        """How what it rests on combines."""
        return (self.voice or self.node).rule


@dataclass(frozen=True, slots=True)
class Line:
    """One point rests on another: numbers of points. ``doubtful``: only supposed."""

    behind: int
    before: int
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """Points, the top of the lineage first; lines without a circle."""

    points: tuple[Point, ...]
    lines: tuple[Line, ...]


def graph(top: Node, most: int = MOST) -> Graph:
    """The lineage of a node; of more than `most` things those nearest to the top."""
    points, lines = _gathered(top, most)
    points, lines = _unwound(points, lines)
    return _spoken(points, lines)


def _key(node: Node) -> Hashable | None:
    """What a thing is merged by: an origin is not the work that is read; a joint is one with another that joins the same. None: by itself.

    Others who are not named need not be the same others.
    """
    if node.kind in JOINTS:
        parts = [(_key(child), child.doubtful) for child in node.children]
        return (node.kind, frozenset(parts)) if all(key for key, _ in parts) else None
    return (node.kind, node.id, bool(node.origin)) if node.id and node.kind not in ("links", "others") else None


def _gathered(top: Node, most: int) -> tuple[list[Point], dict[tuple[int, int], bool]]:
    """Every thing, the nearest first, and whether each line is doubtful."""
    points, unfolded = [Point(top)], set[int]()
    numbers: dict[Hashable, int] = {_key(top): 0}
    lines: dict[tuple[int, int], bool] = {}
    waiting = deque([(top, 0)])
    while waiting:
        node, at = waiting.popleft()
        if not node.children or at in unfolded:
            continue
        unfolded.add(at)
        points[at] = replace(points[at], node=replace(node, side=points[at].node.side or node.side))
        for child in node.children:
            key = _key(child)
            number = numbers.get(key) if key else None
            if number is None:
                if len(points) >= most:
                    points[at] = replace(points[at], left=points[at].left + 1)
                    continue
                number = len(points)
                points.append(Point(child))
                if key:
                    numbers[key] = number
            lines[number, at] = lines.get((number, at), True) and child.doubtful
            waiting.append((child, number))
    return points, lines


def _unwound(points: list[Point], lines: dict[tuple[int, int], bool]) -> tuple[list[Point], dict[tuple[int, int], bool]]:
    """Without circles: a line that closes one leads to a point of its own, which says what it comes round to."""
    under: dict[int, list[int]] = {}
    for behind, before in lines:
        under.setdefault(before, []).append(behind)
    done, open_, closing = set[int](), [0], set[tuple[int, int]]()
    path = {0}
    places = dict.fromkeys(range(len(points)), 0)
    while open_:
        at = open_[-1]
        below = under.get(at, [])
        if places[at] == len(below):
            done.add(at)
            path.discard(at)
            open_.pop()
            continue
        child = below[places[at]]
        places[at] += 1
        if child in path:
            closing.add((child, at))
        elif child not in done:
            path.add(child)
            open_.append(child)
    kept = {pair: doubtful for pair, doubtful in lines.items() if pair not in closing}
    for behind, before in sorted(closing):
        kept[len(points), before] = lines[behind, before]
        points.append(Point(points[behind].node, circle=True))
    return points, kept


def _spoken(points: list[Point], lines: dict[tuple[int, int], bool]) -> Graph:
    """A proposition with one statement that nothing else rests on takes it into its own place."""
    under: dict[int, list[int]] = {}
    over: dict[int, list[int]] = {}
    for behind, before in lines:
        under.setdefault(before, []).append(behind)
        over.setdefault(behind, []).append(before)
    into: dict[int, int] = {}
    for at, point in enumerate(points):
        below = under.get(at, [])
        if at and point.node.kind == "proposition" and not point.circle and not point.left and len(below) == 1:
            voice = points[below[0]]
            alone = len(over[below[0]]) == 1 and not voice.circle and not lines[below[0], at]
            if alone and voice.node.kind == "statement" and voice.node.status is point.node.status:
                into[below[0]] = at
                points[at] = replace(point, voice=voice.node, left=voice.left)
    kept = [at for at in range(len(points)) if at not in into]
    numbers = {at: number for number, at in enumerate(kept)}
    joined = tuple(
        Line(numbers[behind], numbers[into.get(before, before)], doubtful) for (behind, before), doubtful in lines.items() if behind not in into
    )
    return Graph(tuple(points[at] for at in kept), joined)
