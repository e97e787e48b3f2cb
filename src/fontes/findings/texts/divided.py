"""A text divided as it is read: pieces no longer than can be taken in at once, with what the text marks, and what can be counted in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from fontes.findings.texts.flat import Flat, flat, locators

LONGEST = 3_000
"""So many signs a piece has at most; a longer paragraph goes on in the next."""
LEAF_SIGNS, LEAF_PIECES = 9_000, 60
"""So much stands on one leaf at most."""
_VERSE = 60
"""A paragraph all of whose lines are shorter keeps them; longer lines are only as wide as somebody's window was."""
_DIVIDES = ("-", "¬", "\u00ad")
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_ONE_A_LINE = 120
"""A text without blank lines whose lines are longer on average has a paragraph on every line."""
COUNTED = ("¶", "l.")
"""What can be counted in any text: its paragraphs, its lines."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, from ``start`` to ``end`` in its one line.

    ``paragraph`` and ``line`` count from 1 in the file; ``first`` where its paragraph begins. ``passage`` is where it stands by what the text
    marks or by what the corpus counts in it, as a historian would cite it; empty where neither is so. ``mark`` is a mark just before it.
    ``breaks`` are the places within where a line is to begin.
    """

    start: int
    end: int
    paragraph: int
    line: int
    first: bool = True
    passage: str = ""
    mark: str = ""
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Divided:
    """A text in pieces and leaves. ``counted`` is what the corpus counts in it though it is not marked: `¶`, `l.` or nothing."""

    flat: Flat
    pieces: tuple[Piece, ...]
    leaves: tuple[tuple[int, int], ...]
    counted: str = ""

    def piece_at(self, place: int) -> int:
        """The piece in which a place of the one line lies, from 0."""
        return max(bisect_right(self.pieces, place, key=lambda one: one.start) - 1, 0)

    def leaf_of(self, piece: int) -> int:
        """The leaf, from 1, on which a piece stands."""
        return max(bisect_right(self.leaves, piece, key=lambda one: one[0]), 1)

    def marked(self, unit: str) -> bool:
        """Does the text itself mark these?"""
        return unit in _marked(self.flat)

    def range_of(self, unit: str, number: str) -> tuple[int, int] | None:
        """From where to where in the one line this goes, if the text marks it or it can be counted in it."""
        own = _marked(self.flat).get(unit)
        if own is not None:
            return own.get(number)
        if unit not in COUNTED or not number.isdecimal():
            return None
        return self._counted(int(number)) if unit == "¶" else self._line(int(number))

    def _counted(self, number: int) -> tuple[int, int] | None:
        low = bisect_right(self.pieces, number - 1, key=lambda one: one.paragraph)
        high = bisect_right(self.pieces, number, key=lambda one: one.paragraph)
        return (self.pieces[low].start, self.pieces[high - 1].end) if low < high else None

    def _line(self, number: int) -> tuple[int, int] | None:
        starts = _lines(self.flat.text)
        return (self.flat.at(starts[number - 1]), self.flat.at(starts[number] - 1)) if 1 <= number < len(starts) else None


@lru_cache(maxsize=32)
def _marked(one: Flat) -> Mapping[str, Mapping[str, tuple[int, int]]]:
    """For each unit the text marks, where each number begins and where the next one does; of two with one number the first."""
    last: dict[str, int] = {}
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for mark in reversed(one.marks):
        found.setdefault(mark.unit, {})[mark.number] = (mark.at, last.get(mark.unit, len(one.words)))
        last[mark.unit] = mark.at
    return found


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[int, ...]:
    """Where each line of a text begins, and where one after the last would."""
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


def divided(text: str, passages: Iterable[str] = ()) -> Divided:
    """A text in pieces. ``passages`` are those by which the corpus cites it: what they count and the text does not mark is counted."""
    one = flat(text)
    cited = Counter(unit for passage in passages for unit, _ in locators(passage))
    marked = {mark.unit for mark in one.marks}
    counted = max((unit for unit in COUNTED if cited[unit] and unit not in marked), key=lambda unit: cited[unit], default="")
    cite = _cited(one, cited, marked, counted)
    pieces = tuple(_pieces(one, counted, cite))
    return Divided(one, pieces, tuple(_leaves(pieces)), counted)


def _cited(one: Flat, cited: Counter[str], marked: set[str], counted: str) -> str:
    """By what a place of this text is cited: what the corpus cites it by most, among what is marked or counted; else what it marks most."""
    known = [unit for unit in (*marked, *([counted] if counted else [])) if cited[unit]]
    if known:
        return max(known, key=lambda unit: (cited[unit], unit))
    count = Counter(mark.unit for mark in one.marks)
    return max(count, key=lambda unit: (count[unit], unit), default="")


def _pieces(one: Flat, counted: str, cite: str) -> Iterator[Piece]:
    marks = sorted(one.marks)
    at, passage = 0, ""
    for number, (line, start, end, lines) in enumerate(_paragraphs(one), 1):
        begins = one.at(start)
        ends = min(one.at(end), len(one.words))
        cuts: dict[int, str] = {}
        while at < len(marks) and marks[at].at < ends:
            cuts[max(marks[at].at, begins)] = marks[at].written
            at += 1
        keep = counted == "l." or _verse([words for _, words in lines])
        breaks = [_after_word(one.words, one.at(place)) for place, _ in lines[1:]] if keep else []
        edges = sorted({begins, *cuts, *(breaks if counted == "l." else ())})
        for place, edge in enumerate(edges):
            stop = edges[place + 1] if place + 1 < len(edges) else ends
            mark = cuts.get(edge, "")
            if mark and locators(mark)[0][0] == cite:
                passage = mark
            first_line = line + sum(each <= edge for each in breaks)
            own = f"¶ {number}" if cite == "¶" == counted else f"l. {first_line}" if cite == "l." == counted else passage
            for cut, low, high in _short(one.words, edge, stop):
                within = tuple(each for each in breaks if low < each < high)
                begun = line + sum(each <= low for each in breaks)
                yield Piece(low, high, number, begun, edge == begins and not cut, own, "" if cut else mark, within)


def _verse(lines: list[str]) -> bool:
    """Short lines, none of which divides a word: a poem, an address, a list."""
    return len(lines) > 1 and all(len(words) < _VERSE and not words.rstrip().endswith(_DIVIDES) for words in lines)


def _after_word(words: str, at: int) -> int:
    """A place within a word divided at a line's end goes after it: the word stands whole on the first of the two lines."""
    return at if words[at - 1 : at] in ("", " ") else words.find(" ", at) + 1 or len(words)


def _short(words: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """A stretch in parts short enough, divided between words where there are any; numbered from 0."""
    count = 0
    while end - start > LONGEST:
        space = words.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = space + 1 if space > 0 else start + LONGEST
        yield count, start, stop
        start, count = stop, count + 1
    if words[start:end].strip():
        yield count, start, end


def _paragraphs(one: Flat) -> Iterator[tuple[int, int, int, list[tuple[int, str]]]]:
    """Each paragraph: its first line from 1, where it begins and ends in the text, and its lines, each with where it begins."""
    text = one.text
    lines = text.count("\n") + 1
    gap = re.compile("\n") if not _BLANK.search(text) and len(text) / lines > _ONE_A_LINE else _BLANK
    at, line = 0, 1
    for found in (*gap.finditer(text), None):
        end = found.start() if found else len(text)
        if text[at:end].strip():
            lead = len(text[at:end]) - len(text[at:end].lstrip("\n"))
            start, place, own = at + lead, at + lead, []
            for words in text[start:end].split("\n"):
                own.append((place, words))
                place += len(words) + 1
            yield line + lead, start, end, own
        if found:
            line += text.count("\n", at, found.end())
            at = found.end()


def _leaves(pieces: tuple[Piece, ...]) -> Iterator[tuple[int, int]]:
    """From which piece to before which each leaf goes."""
    begin, signs = 0, 0
    for at, piece in enumerate(pieces):
        signs += piece.end - piece.start
        if at > begin and (signs > LEAF_SIGNS or at - begin >= LEAF_PIECES):
            yield begin, at
            begin, signs = at, piece.end - piece.start
    yield begin, len(pieces)
