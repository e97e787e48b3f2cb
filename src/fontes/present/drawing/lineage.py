"""One claim's ancestry from left to right: where the trails end, what rests on them, who says it, what is said.

What has lost support is dotted, greyed and named at its edge, never removed: under another lens nothing moves, only how a thing stands is told
anew. A thing on which several others rest is drawn once. Under each column are the years of what stands in it, as far as dated.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fontes.findings import Node, Status
from fontes.present.drawing.graph import JOINTS, Graph, Point, graph
from fontes.present.drawing.layered import Layout, layout
from fontes.present.drawing.measure import CUT, SERIF, wrapped
from fontes.present.drawing.shapes import Drawing, Sample, Shape, Stroke, Text, Thing, curve, line, rectangle
from fontes.present.pages import Sign, To
from fontes.present.phrasing import counted, drawings, origin_sign, presence, status_sign

WIDTH = 208
"""How wide the place of a thing is."""
BETWEEN = 62
"""From one column to the next."""
_INSET, _EDGE, _HEAD = 11, 3, 34
_NAME, _NAME_LEADING, _NAME_LINES = 16, 20.5, 6
_NOTE, _NOTE_LEADING, _NOTE_LINES = 14, 18, 4
_JOINT, _FOOT = 36, 34
_DASHES = {Status.STANDS: "", Status.WEAKENED: "weakened", Status.UNDECIDED: "weakened", Status.FALLS: "fallen"}


@dataclass(frozen=True, slots=True)
class Label:
    """What is written for one thing: its name or wording, and under it what else is said of it, each with its sign."""

    name: str
    language: str = ""
    title: bool = False
    notes: tuple[tuple[Sign | None, str, str], ...] = ()
    """Sign, words, and their language where it is not that of the page."""
    to: To | None = None
    years: tuple[int, int] | None = None
    """Between which years it lies."""


@dataclass(frozen=True, slots=True)
class _Card:
    """The words of one thing, broken into lines."""

    label: Label
    name: tuple[str, ...]
    notes: tuple[tuple[Sign | None, tuple[str, ...], str], ...]
    words: str
    """All of it in a line."""
    cut: bool

    @property
    def height(self) -> float:
        lines = sum(len(each) for _, each, _ in self.notes)
        return 2 * _INSET + len(self.name) * _NAME_LEADING + lines * _NOTE_LEADING - 4


def lineage(name: str, top: Node, labelled: Callable[[Node], Label]) -> Drawing | None:
    """The lineage of a proposition or statement, drawn; None where nothing is recorded behind it. `labelled` says what a thing is called."""
    found = graph(top)
    if not found.lines:
        return None
    cards = [None if point.node.kind in JOINTS else _card(point, labelled, found.points[0].node) for point in found.points]
    heights = [card.height if card else 22 for card in cards]
    placed = layout(heights, [(each.behind, each.before) for each in found.lines])
    things = [_thing(at, found.points[at], card, placed) for at, card in enumerate(cards)]
    order = sorted(range(len(things)), key=lambda at: placed.slots[at])
    columns = max(placed.columns) + 1
    width = columns * WIDTH + (columns - 1) * BETWEEN + 2 * _EDGE
    years = _years(cards, placed)
    height = placed.height + _HEAD + _EDGE + (_FOOT if years else 8)
    shapes = (*_heads(top, columns), *_foot(years, height, width), *_lines(found, placed, things), *(things[at] for at in order))
    title = drawings.LINEAGE_AGAINST if top.side == "against" else drawings.LINEAGE
    return Drawing(name, title, _described(found, bool(years)), width, height, shapes, _key(found))


def _years(cards: list[_Card | None], placed: Layout) -> dict[int, tuple[int, int]]:
    """For each column the first and the last year of what stands in it."""
    made: dict[int, tuple[int, int]] = {}
    for card, column in zip(cards, placed.columns, strict=True):
        if card and card.label.years:
            first, last = made.get(column, card.label.years)
            made[column] = min(first, card.label.years[0]), max(last, card.label.years[1])
    return made


def _foot(years: dict[int, tuple[int, int]], height: float, width: float) -> tuple[Stroke | Text, ...]:
    """The years under their columns, on a line."""
    if not years:
        return ()
    y = height - _FOOT + 12
    made: list[Stroke | Text] = [Stroke(line((_EDGE, y), (width - _EDGE, y)), "axis")]
    for column, (first, last) in sorted(years.items()):
        x = _left(column)
        made.append(Stroke(line((x, y + 6), (x, y), (x + WIDTH, y), (x + WIDTH, y + 6)), "axis"))
        words = str(first) if first == last else drawings.YEARS.format(first=first, last=last)
        made.append(Text(x + WIDTH / 2, y + 17, (words,), "tick", anchor="middle"))
    return tuple(made)


def _described(found: Graph, years: bool) -> str:
    ends = len({each.behind for each in found.lines} - {each.before for each in found.lines})
    near = sum(not each.before for each in found.lines)
    noun = drawings.STATEMENTS if found.points[0].node.kind == "proposition" else drawings.GROUNDS
    dated = drawings.YEARS_DESCRIBED if years else ""
    left = _not_followed(found.points[0].node)
    dated += f" {left}." if left else ""
    return drawings.LINEAGE_DESCRIBED.format(ends=counted(ends, *drawings.TRAILS), near=counted(near, *noun), years=dated)


def _not_followed(top: Node) -> str:
    """How many statements on what it is about are left out; empty for none, and where another thing stands at the top."""
    if top.kind != "proposition" or not top.folded:
        return ""
    return drawings.NOT_FOLLOWED.format(count=counted(top.folded, presence.STATEMENT, presence.STATEMENTS, capital=True))


def _card(point: Point, labelled: Callable[[Node], Label], top: Node) -> _Card:
    label = labelled(point.node)
    notes = list(label.notes)
    node = point.voice or point.node
    if point.voice:
        voice = labelled(point.voice)
        notes += [(None, voice.name, voice.language), *voice.notes]
    if node.origin:
        sign = origin_sign(node.origin)
        notes.append((sign, sign.word, ""))
    if point.circle:
        notes.append((None, drawings.CIRCLE, ""))
    passed_over = _not_followed(top) if point.node is top else ""
    if passed_over:
        notes.append((None, passed_over, ""))
    if left := point.left + (0 if passed_over else point.node.folded):
        notes.append((None, drawings.NOT_DRAWN.format(count=counted(left, "thing", capital=True)), ""))
    room = WIDTH - 2 * _INSET
    name = wrapped(label.name, room, _NAME * SERIF, _NAME_LINES)
    broken = tuple((sign, wrapped(words, room - (20 if sign else 0), _NOTE, _NOTE_LINES), language) for sign, words, language in notes)
    cut = any(lines and lines[-1].endswith(CUT) for lines in (name, *(lines for _, lines, _ in broken)))
    stands = [] if node.status is Status.STANDS else [status_sign(node.status.value).word]
    return _Card(label, name, broken, ", ".join([label.name, *(words for _, words, _ in notes), *stands]), cut)


def _left(column: int) -> float:
    return _EDGE + column * (WIDTH + BETWEEN)


def _box(at: int, card: _Card | None, placed: Layout) -> tuple[float, float, float, float]:
    column, middle = placed.slots[at]
    x, y = _left(column), middle + _HEAD
    if card is None:
        return x, y - 11, _JOINT, 22
    return x, y - card.height / 2, WIDTH, card.height


def _thing(at: int, point: Point, card: _Card | None, placed: Layout) -> Thing:
    box = x, y, width, height = _box(at, card, placed)
    node = point.node
    kind = f"{_family(point)} {_DASHES[node.status]}".strip()
    shapes: list[Stroke | Text] = []
    if card is None:
        return Thing(at, box, drawings.RULE_KEY[node.kind], _joint(node.kind, x + width / 2, y + height / 2), f"joint {_DASHES[node.status]}".strip())
    shapes.append(Stroke(rectangle(x, y, width, height, 9 if _family(point) == "statement" else 0), "frame"))
    if _family(point) == "end":
        shapes.append(Stroke(line((x, y), (x, y + height)), "heavy"))
    if _family(point) == "links":
        shapes.append(Stroke(line((x + 5, y + height + 3), (x + width + 3, y + height + 3), (x + width + 3, y + 5)), "frame open"))
    base = y + _INSET + 13
    look = "name title" if card.label.title else "name"
    shapes.append(Text(x + _INSET, base, card.name, look, card.label.language, _NAME_LEADING))
    base += len(card.name) * _NAME_LEADING - 1
    for sign, lines, language in card.notes:
        if sign:
            shapes.append(Text(x + _INSET, base, (sign.mark,), f"note {sign.ink.value}".strip(), silent=True))
        shapes.append(Text(x + _INSET + (20 if sign else 0), base, lines, f"note {sign.ink.value if sign else ''}".strip(), language, _NOTE_LEADING))
        base += len(lines) * _NOTE_LEADING
    shapes += _rule(point, x, y + height / 2)
    shapes.append(_state((point.voice or node).status, x + width, y + height))
    return Thing(at, box, card.words, tuple(shapes), kind, card.label.to, card.cut)


def _state(status: Status, right: float, bottom: float) -> Text:
    """How a thing stands, in the edge of its frame, where it takes no room; of what stands nothing is to be seen."""
    shown = status is not Status.STANDS
    sign = status_sign(status.value)
    return Text(right - 10, bottom + 4.5, (f"{sign.mark} {sign.word}" if shown else "",), "state" if shown else "state none", anchor="end")


def _family(point: Point) -> str:
    node = point.node
    if point.circle:
        return "circle"
    if node.kind in ("links", "statement", "proposition"):
        return node.kind
    return "end" if node.origin else "source"


def _rule(point: Point, x: float, y: float) -> tuple[Stroke | Text, ...]:
    """How the lines that arrive here combine, where they meet."""
    if point.circle or point.rule not in drawings.RULE_SIGNS or point.node.kind == "links":
        return ()
    return _joint(point.rule, x - _JOINT / 2, y)


def _joint(rule: str, x: float, y: float) -> tuple[Stroke | Text, ...]:
    """All: a block. Any: a round. Not recorded: dashed. Each with its word."""
    shape = rectangle(x - _JOINT / 2, y - 10, _JOINT, 20, 0 if rule == "and" else 10)
    kind = "rule open" if rule == "not recorded" else "rule"
    return Stroke(shape, kind), Text(x, y + 4.5, (drawings.RULE_SIGNS[rule],), "word", anchor="middle")


def _lines(found: Graph, placed: Layout, things: list[Thing]) -> tuple[Shape, ...]:
    """A line for each step; where several lines run together they are one."""
    doubtful = {(each.behind, each.before): each.doubtful for each in found.lines}
    onward: dict[int, list[int]] = {}
    for start, end, _ in placed.spans:
        onward.setdefault(start, []).append(end)
    made: list[Shape] = []
    for at, point in enumerate(found.points):  # a joint is at the left of its column, and its line goes on to the right
        if point.node.kind in JOINTS:
            x, y, wide, tall = things[at].box
            path = line((x + wide, y + tall / 2), (x + WIDTH, y + tall / 2))
            led = sorted({each for step in onward[at] for each in _leads(step, onward, len(things))})
            made.append(Stroke(path, f"line {_DASHES[point.node.status]}".strip(), (at, *led)))
    for start, end, of in placed.spans:
        onto = _leads(end, onward, len(things))
        begin, arrive = _out(start, placed, things), _in(end, placed, things, found)
        kind = _DASHES[found.points[of].node.status]
        if all(doubtful[of, each] for each in onto):
            kind = f"{kind} doubtful".strip()
        path = curve(begin, arrive)
        if end >= len(things):  # on through the column it passes
            column, middle = placed.slots[end]
            path += line((_left(column), middle + _HEAD), (_left(column) + WIDTH, middle + _HEAD))
        made.append(Stroke(path, f"line {kind}".strip(), (of, *onto)))
    return tuple(made)


def _leads(end: int, onward: dict[int, list[int]], count: int) -> tuple[int, ...]:
    """The things to which a step leads in the end."""
    if end < count:
        return (end,)
    waiting, found = [end], list[int]()
    while waiting:
        for each in onward[waiting.pop()]:
            (found if each < count else waiting).append(each)
    return tuple(sorted(found))


def _out(slot: int, placed: Layout, things: list[Thing]) -> tuple[float, float]:
    column, middle = placed.slots[slot]
    return _left(column) + WIDTH, middle + _HEAD


def _in(slot: int, placed: Layout, things: list[Thing], found: Graph) -> tuple[float, float]:
    column, middle = placed.slots[slot]
    if slot >= len(things):
        return _left(column), middle + _HEAD
    point = found.points[slot]
    if point.node.kind in JOINTS:
        return things[slot].box[0], middle + _HEAD
    joint = point.rule in drawings.RULE_SIGNS and not point.circle
    return _left(column) - (_JOINT if joint else 0), middle + _HEAD


def _heads(top: Node, columns: int) -> tuple[Text, ...]:
    """What stands in the first column and the last two."""
    said = top.kind == "proposition"
    heads = {0: drawings.ENDS, columns - 1: drawings.TOP if said else drawings.STATED}
    if said and columns > 2:
        heads[columns - 2] = drawings.AGAINST if top.side == "against" else drawings.VOICES
    return tuple(Text(_left(column), 16, (words,), "head") for column, words in sorted(heads.items()))


def _key(found: Graph) -> tuple[Sample, ...]:
    """What the signs mean that occur here."""
    rules = {point.node.kind if point.node.kind in JOINTS else point.rule for point in found.points}
    made = [Sample(_joint(rule, 20, 10), words) for rule, words in drawings.RULE_KEY.items() if rule in rules]
    if any(point.node.origin for point in found.points):
        made.append(Sample((Stroke(rectangle(6, 2, 28, 15), "frame"), Stroke(line((6, 2), (6, 17)), "heavy")), drawings.END_KEY))
    looks = {_DASHES[point.node.status] for point in found.points}
    for look, words in (("weakened", drawings.WEAKENED_KEY), ("fallen", drawings.FALLS_KEY)):
        if look in looks:
            made.append(Sample((Stroke(line((2, 10), (38, 10)), f"line {look}"),), words))
    if any(each.doubtful for each in found.lines):
        made.append(Sample((Stroke(line((2, 10), (38, 10)), "line doubtful"),), drawings.DOUBTFUL_KEY))
    return tuple(made)


__all__ = ["Label", "lineage"]
