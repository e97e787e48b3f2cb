"""What is dated, in rows under headings on one scale: the posts of an agent as bars, and what was said of somebody as signs at its days.

A sign stands at its day, or in the middle of the days it may lie between, which a whisker shows. Where only one side is known it stands by
that, and the whisker leads a little way to a question mark. Signs of one row that would lie over each other stand in lanes; numbers at
(nearly) the same day stand together. The scale runs over what is known within a dozen years: what reaches beyond it ends in dots, and what
has no day on it is counted beside the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fontes.dates import Bound
from fontes.present.drawing.days import days
from fontes.present.drawing.measure import SERIF, measured, wrapped
from fontes.present.drawing.scale import Scale, axis, day_marks, days_scale, named
from fontes.present.drawing.shapes import Drawing, Sample, Shape, Stroke, Text, Thing, circle, line, rectangle
from fontes.present.pages import Sign, To
from fontes.present.phrasing import drawings
from fontes.present.phrasing import number as drawn_number

BEYOND = "…"
Four = tuple[Bound, Bound, Bound, Bound]
WIDTH = 980
MOST_YEARS = 12
"""Something said that may lie anywhere in more years than this says nothing of where the scale should run."""
_SIDE, _TOP, _NAME, _SMALL = 20, 34, 15, 13.5
_LANE, _SIGN, _WIDE, _DIGITS = 21, 19, 22, 19
_OPEN = 64
"""How far a whisker leads to a side without a day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something said, or a post held: its four bounds, how it looks, and what it is in words.

    With a ``sign`` it is that at its days; with ``numbers`` those; with neither a bar between its bounds. ``ringed``: something more is
    recorded of it, which the key names.
    """

    four: Four
    words: str
    sign: Sign | None = None
    numbers: tuple[int, ...] = ()
    ringed: bool = False

    @property
    def bar(self) -> bool:
        """Is it something that goes on, not something said?"""
        return self.sign is None and not self.numbers


@dataclass(frozen=True, slots=True)
class Line:
    """A row: whose or what it is, a note beside the name, and its entries. ``rubric``: the note is what Fontes says of it."""

    words: str
    entries: tuple[Entry, ...]
    note: str = ""
    language: str = ""
    to: To | None = None
    rubric: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Rows under a heading, which may be empty."""

    heading: str
    lines: tuple[Line, ...]
    to: To | None = None


def ledger(name: str, title: str, parts: Sequence[Part], described: str, key: Sequence[Sample] = ()) -> Drawing | None:
    """Parts over each other; None where no day is known. `described` is a pattern for the first and the last day."""
    entries = [entry for part in parts for row in part.lines for entry in row.entries]
    fours = [entry.four for entry in entries]
    scale = days_scale(_telling(entries), _SIDE, WIDTH - 2 * _SIDE) or days_scale(fours, _SIDE, WIDTH - 2 * _SIDE)
    if scale is None:
        return None
    made: list[Shape] = []
    y = float(_TOP)
    for part in parts:
        if part.heading:
            text = Text(scale.left, y + 20, wrapped(part.heading, scale.width, _NAME * SERIF, 1), "name answer")
            number = sum(isinstance(each, Thing) for each in made)
            head: Shape = Thing(number, (scale.left, y + 2, scale.width, 24), part.heading, (text,), "head", part.to) if part.to else text
            made.append(head)
            y += 28
        for row in part.lines:
            thing = _row(row, scale, y, sum(isinstance(each, Thing) for each in made))
            made.append(thing)
            y += thing.box[3]
        y += 6
    known = sorted(side for four in fours for side in four if isinstance(side, int) and scale.first <= side <= scale.last)
    first, last = named(known[0], known[-1])
    shapes = (*axis(scale, day_marks, _TOP - 6, y), *made)
    words = described.format(first=first, last=last, beside=drawings.BELOW)
    return Drawing(name, title, words, WIDTH, y + 6, shapes, (*_key(parts), *key))


def _telling(them: Iterable[Entry]) -> list[Four]:
    """The days of bars, and of what is said those known well enough to say where the scale runs."""
    return [each.four for each in them if each.bar or _narrow(each.four[0], each.four[3])]


def _narrow(start: Bound, end: Bound) -> bool:
    return isinstance(start, int) and isinstance(end, int) and end - start < 366 * MOST_YEARS


def _on(entry: Entry, scale: Scale) -> bool:
    """Is a day of it known, and do its days lie on the scale, at least in part?"""
    if entry.bar:
        return any(isinstance(side, int) for side in entry.four)
    start, _, _, end = entry.four
    if isinstance(start, int) and isinstance(end, int):
        return start <= scale.last and end >= scale.first
    return any(isinstance(side, int) and scale.first <= side <= scale.last for side in (start, end))


def _row(row: Line, scale: Scale, y: float, number: int) -> Thing:
    dated = [entry for entry in row.entries if _on(entry, scale)]
    undated = drawings.UNDATED.format(count=drawn_number(len(row.entries) - len(dated))) if len(dated) < len(row.entries) else ""
    note = wrapped("; ".join(filter(None, (row.note, undated))), scale.width * 0.55, _SMALL, 1)
    room = scale.width - (measured(note[0], _SMALL) + 16 if note else 0)
    name = wrapped(row.words, room, _NAME * SERIF, 1) or ("",)
    shapes: list[Stroke | Text] = [Text(scale.left, y + 15, name, "name", row.language)]
    if note:
        shapes.append(Text(scale.right, y + 15, note, "note by rubric" if row.rubric else "note by", anchor="end"))
    drawn = _together(dated, scale)
    lanes = _lanes([_span(entry, scale) for entry in drawn])
    for entry, lane in zip(drawn, lanes, strict=True):
        shapes += _entry(entry, scale, y + 30 + _LANE * lane)
    height = 44 + _LANE * max(lanes, default=0)
    words = ", ".join([row.words, *note, *(entry.words for entry in row.entries)])
    return Thing(number, (scale.left, y, scale.width, height), words, tuple(shapes), "row", row.to, more=True)


def _together(them: Sequence[Entry], scale: Scale) -> list[Entry]:
    """Numbers whose days lie so near that they would lie over each other, as one."""
    made: list[Entry] = []
    for entry in sorted(them, key=lambda one: _middle(one, scale)):
        last = made[-1] if made else None
        narrow = last and entry.numbers and last.numbers and not _wide(entry, scale) and not _wide(last, scale)
        if last and narrow and _span(entry, scale)[0] < _span(last, scale)[1]:
            made[-1] = replace(last, numbers=tuple(sorted({*last.numbers, *entry.numbers})))
        else:
            made.append(entry)
    return made


def _sides(entry: Entry, scale: Scale) -> tuple[float, float]:
    """From where to where it may lie; of a sign of which one side is not known, a little way there."""
    start, _, _, end = entry.four
    left = scale.x(start) if isinstance(start, int) else scale.left
    right = scale.x(end + 1) if isinstance(end, int) else scale.right
    if entry.bar:
        return left, right
    if not isinstance(start, int):
        left = max(scale.left, right - _OPEN)
    if not isinstance(end, int):
        right = min(scale.right, left + _OPEN)
    return left, right


def _wide(entry: Entry, scale: Scale) -> bool:
    left, right = _sides(entry, scale)
    return right - left > _WIDE


def _span(entry: Entry, scale: Scale) -> tuple[float, float]:
    """From where to where the marks of an entry lie."""
    left, right = _sides(entry, scale)
    if entry.bar:
        return left, right
    x, half = _middle(entry, scale), _broad(entry) / 2
    return (min(left, x - half), max(right, x + half)) if right - left > _WIDE else (x - half, x + half)


def _broad(entry: Entry) -> float:
    return _SIGN + _DIGITS * max(0, len(entry.numbers) - 1)


def _middle(entry: Entry, scale: Scale) -> float:
    start, _, _, end = entry.four
    left, right = _sides(entry, scale)
    half = _broad(entry) / 2
    x = left + half + 4 if not isinstance(end, int) else right - half - 4 if not isinstance(start, int) else (left + right) / 2
    return min(max(x, scale.left + half), scale.right - half)


def _lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """For each the first lane in which it lies over no other."""
    ends: list[float] = []
    lanes = [0] * len(spans)
    for at in sorted(range(len(spans)), key=lambda at: (spans[at][1] - spans[at][0] > 4 * _OPEN, spans[at])):
        left, right = spans[at]
        lane = next((lane for lane, end in enumerate(ends) if end <= left), len(ends))
        ends[lane : lane + 1] = [right + 2]
        lanes[at] = lane
    return lanes


def _entry(entry: Entry, scale: Scale, y: float) -> list[Stroke | Text]:
    if entry.bar:
        return list(days(scale, y, entry.four))
    start, _, _, end = entry.four
    left, right = _sides(entry, scale)
    x = _middle(entry, scale)
    made: list[Stroke | Text] = []
    if right - left > _WIDE:
        made.append(Stroke(line((left, y), (right, y)), "whisker soft"))
        for side, at, way in ((start, left, -1), (end, right, 1)):
            if isinstance(side, int) and scale.first <= side <= scale.last:
                made.append(Stroke(line((at, y - 5), (at, y + 5)), "cap soft"))
            else:
                mark = BEYOND if isinstance(side, int) else "?"
                made.append(Text(at + 4 * way, y + 5, (mark,), "note", anchor="start" if way > 0 else "end"))
    half = _broad(entry) / 2
    made.append(Stroke(rectangle(x - half, y - 8, 2 * half, 16), "ground"))
    if entry.ringed or len(entry.numbers) == 1:
        made.append(Stroke(circle(x, y, 9.5), "turned" if entry.ringed else "letter"))
    if entry.numbers:
        if len(entry.numbers) > 1:
            made.append(Stroke(rectangle(x - half, y - 9.5, 2 * half, 19, 9.5), "letter"))
        first = x - _DIGITS * (len(entry.numbers) - 1) / 2
        return [*made, *(Text(first + _DIGITS * at, y + 4.5, (str(each),), "count-of", anchor="middle") for at, each in enumerate(entry.numbers))]
    assert entry.sign is not None
    return [*made, Text(x, y + 5, (entry.sign.mark,), f"word {entry.sign.ink.value}".strip(), anchor="middle", silent=True)]


def _key(parts: Sequence[Part]) -> tuple[Sample, ...]:
    """The signs and marks that occur."""
    entries = [entry for part in parts for row in part.lines for entry in row.entries]
    signs = {entry.sign.mark: entry.sign for entry in entries if entry.sign}
    made = [
        Sample((Text(20, 15, (sign.mark,), f"word {sign.ink.value}".strip(), anchor="middle"),), sign.word)
        for sign in sorted(signs.values(), key=lambda one: one.word)
    ]
    bars = [entry.four for entry in entries if entry.bar]
    marked = [entry.four for entry in entries if not entry.bar and any(isinstance(side, int) for side in (entry.four[0], entry.four[3]))]
    small = Scale(0, 9, 4, 32)
    wide = (Stroke(line((3, 10), (37, 10)), "whisker soft"), *(Stroke(line((x, 5), (x, 15)), "cap soft") for x in (3, 37)))
    samples = (
        (bool(bars), days(small, 10, (0, 2, 6, 8)), drawings.BAR_KEY),
        (any(four[0] != four[3] for four in marked), wide, drawings.WITHIN_KEY),
        (any(not isinstance(side, int) for four in (*bars, *marked) for side in (four[0], four[3])), (Text(16, 15, ("?",), "note"),),
         drawings.UNKNOWN_KEY),
    )  # fmt: skip
    return (*made, *(Sample(tuple(shapes), words) for there, shapes, words in samples if there))


__all__ = ["Entry", "Four", "Line", "Part", "ledger"]
