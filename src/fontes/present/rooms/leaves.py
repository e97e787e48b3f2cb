"""A leaf of a list at a time: the one way in which anything that grows with the corpus is cut for a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from fontes.model.spelling import folded
from fontes.present.drawing.shapes import Drawing
from fontes.present.pages import Block, Heading, Items, Pager, Row, Sentence, Table, To, text_of
from fontes.present.phrasing import wording

LEAF = 50
"""How many rows a page shows of one list. A page never grows with the corpus."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which leaf of how many, counted from 1, and what stands on it, counted from 0: from ``first`` to before ``last`` of ``count``."""

    number: int
    leaves: int
    first: int
    last: int
    count: int

    def of(self, them: Sequence[T]) -> Sequence[T]:
        """What stands on it."""
        return them[self.first : self.last]

    @property
    def only(self) -> bool:
        """Is it the whole list?"""
        return self.leaves == 1

    def caption(self, count: str) -> str:
        """What a table of it is called: the count, and where several are needed, which of them are shown."""
        return count if self.only else wording.LIST_CAPTION.format(count=count, first=f"{self.first + 1:,}", last=f"{self.last:,}")


def leaf_of(count: int, asked: int = 1, size: int = LEAF) -> Leaf:
    """The leaf asked for; the last one where that is beyond it."""
    leaves = max(-(-count // size), 1)
    number = min(max(asked, 1), leaves)
    first = (number - 1) * size
    return Leaf(number, leaves, first, min(first + size, count), count)


def pager(here: To, leaf: Leaf, key: str = "leaf", anchor: str = "") -> tuple[Pager, ...]:
    """Which leaf this is and the ways to the others; nothing where there is one. ``here`` is the page as it is narrowed, ``key`` the parameter
    of its address that says the leaf, ``anchor`` the part of the page the list stands in.
    """
    if leaf.only:
        return ()
    kept = tuple(pair for pair in here.query if pair[0] != key)

    def to(number: int, *, there: bool) -> To | None:
        return replace(here, query=(*kept, *(((key, str(number)),) if number > 1 else ())), anchor=anchor) if there else None

    more, fewer = leaf.number < leaf.leaves, leaf.number > 1
    words = wording.LEAF.format(page=f"{leaf.number:,}", pages=f"{leaf.leaves:,}")
    return (
        Pager(words, to(leaf.number - 1, there=fewer), to(leaf.number + 1, there=more), to(1, there=leaf.number > 2),
              to(leaf.leaves, there=leaf.number < leaf.leaves - 1)),
    )  # fmt: skip


# ---- a page of several lists


def lines_in(blocks: Sequence[Block]) -> int:
    """How many lines the lists and tables among these blocks have together."""
    return sum(len(_lines(one)) for one in blocks)


def narrowed(blocks: Sequence[Block], query: str) -> tuple[Block, ...]:
    """The same with those lines only that have all these words. A list that loses all its lines goes, and its heading with it."""
    words = folded(query).split()
    if not words:
        return tuple(blocks)
    return _without_empty([_with(one, [line for line in _lines(one) if _has(line, words)]) if _lines(one) else one for one in blocks], blocks)


def cut(blocks: Sequence[Block], leaf: Leaf) -> tuple[Block, ...]:
    """The blocks with those lines only that stand on this leaf, counted through all the lists; what is no list stands on every leaf."""
    made: list[Block] = []
    at = 0
    for one in blocks:
        lines = _lines(one)
        first, last = max(leaf.first - at, 0), max(leaf.last - at, 0)
        made.append(_with(one, lines[first:last]) if lines else one)
        at += len(lines)
    return _without_empty(made, blocks)


def _lines(one: Block) -> Sequence[Row] | Sequence[Sentence]:
    return one.rows if isinstance(one, Table) else one.sentences if isinstance(one, Items) else ()


def _with(one: Block, lines: Sequence[Row] | Sequence[Sentence] | Sequence[Row | Sentence]) -> Block:
    if isinstance(one, Table):
        return replace(one, rows=tuple(line for line in lines if isinstance(line, Row)))
    assert isinstance(one, Items)
    return replace(one, sentences=tuple(line for line in lines if not isinstance(line, Row)))


def _has(line: Row | Sentence, words: Sequence[str]) -> bool:
    told = (*line.cells, *line.below) if isinstance(line, Row) else (line,)
    text = folded(" ".join(text_of(sentence) for sentence in told))
    return all(word in text for word in words)


def _without_empty(made: Sequence[Block], before: Sequence[Block]) -> tuple[Block, ...]:
    """Lists with no line left are left out, a drawing that says the same as one, and a heading under which nothing stands now."""
    kept: list[Block] = []
    for place, (one, old) in enumerate(zip(made, before, strict=True)):
        if _emptied(one, old) or (isinstance(one, Drawing) and place + 1 < len(made) and _emptied(made[place + 1], before[place + 1])):
            continue
        if isinstance(one, Heading) and not _anything_under(one, made[place + 1 :], before[place + 1 :]):
            continue
        kept.append(one)
    return tuple(kept)


def _anything_under(heading: Heading, made: Sequence[Block], before: Sequence[Block]) -> bool:
    """Does something stand under it, up to the next heading as high, other than lists that have lost their lines?"""
    for place, (one, old) in enumerate(zip(made, before, strict=True)):
        if isinstance(one, Heading) and one.level <= heading.level:
            return False
        drawn = isinstance(one, Drawing) and place + 1 < len(made) and _emptied(made[place + 1], before[place + 1])
        if not isinstance(one, Heading) and not drawn and not _emptied(one, old):
            return True
    return False


def _emptied(one: Block, old: Block) -> bool:
    """Has a list lost all its lines?"""
    return bool(_lines(old)) and not _lines(one)
