"""A review as leaves to read in the workbench: a few parts on each, notes beside their paragraphs, the sources cited at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from fontes.present.citing.chicago import Cited
from fontes.present.pages import Block, Essay, Heading, Ink, Items, Link, Pager, Row, Sentence, Table, To, Told, Words, text_of
from fontes.present.phrasing import review as words
from fontes.present.phrasing import wording
from fontes.present.review.told import Paragraph, Section, Tabled

LONGEST = 2200
"""So many words, or a little more, stand on one leaf, except where one part is longer."""
ROWS = 60
"""So many rows of a table, or entries of the list of sources, stand together on one leaf."""


def leaves(of: Cited) -> tuple[tuple[Block, ...], ...]:
    """The leaves, each begun by a part under its heading. The notes are numbered through."""
    made: list[list[Block]] = []
    length = 0
    for blocks, size in _parts(of):
        if not made or length + size > LONGEST:
            made.append([])
            length = 0
        made[-1] += blocks
        length += size
    return tuple(tuple(each) for each in made) or ((),)


def _parts(of: Cited) -> Iterator[tuple[list[Block], int]]:
    """Every part with its number of words; a long table in several."""
    notes, numbers = iter(of.notes), count(1)
    heading: list[Block] = []
    for section in of.review.sections:
        heading = [*heading, *_heading(section)]
        for block in section.blocks:
            pieces = [_essay(block, notes, numbers)] if isinstance(block, Paragraph) else list(_tables(block, notes, numbers))
            for piece, size in pieces:
                yield [*heading, *piece], size
                heading = []
    entries = [entry for _, entry in of.bibliography]
    for at in range(0, len(entries), ROWS):
        head: list[Block] = [Heading(words.BIBLIOGRAPHY_HEAD)] if not at else []
        some = tuple(entries[at : at + ROWS])
        yield [*head, Items(some)], sum(len(text_of(each).split()) for each in some)


def _heading(section: Section) -> list[Block]:
    return [Heading(text_of(section.heading), section.level)] if section.heading else []


def _essay(block: Paragraph, notes: Iterator[Sentence], numbers: Iterator[int]) -> tuple[list[Block], int]:
    told: list[Told] = []
    beside: list[tuple[int, Sentence]] = []
    for one in block.sentences:
        number = next(numbers) if one.note else 0
        told.append(Told(one.words, one.reasons, number))
        if number:
            beside.append((number, next(notes)))
    return [Essay(tuple(told), tuple(beside), block.topic)], sum(len(text_of(one.words).split()) for one in told)


def _tables(block: Tabled, notes: Iterator[Sentence], numbers: Iterator[int]) -> Iterator[tuple[list[Block], int]]:
    """Rows with the numbers of their notes, and the notes under them."""
    for at in range(0, len(block.rows), ROWS):
        rows, under = [], []
        for cells, told in block.rows[at : at + ROWS]:
            marked = cells
            if told.note:
                number = next(numbers)
                under.append((number, next(notes)))
                marked = (*cells[:-1], (*cells[-1], Words(" "), Words(f"[{number}]", Ink.MUTED)))
            rows.append(Row(marked))
        size = sum(len(text_of(cell).split()) for row in rows for cell in row.cells)
        yield [Table(block.caption, block.headings, tuple(rows)), Essay((), tuple(under))], size


def pager(here: To, leaf: int, leaves_: Sequence[object]) -> tuple[Pager, ...]:
    """The ways to the leaves before and after; none where there is one leaf only."""
    last = len(leaves_)
    if last < 2:
        return ()

    def at(number: int) -> To | None:
        return To(here.room, here.name, query=(("leaf", str(number)),)) if 1 <= number <= last and number != leaf else None

    return (Pager(wording.LEAF.format(page=leaf, pages=last), at(leaf - 1), at(leaf + 1), at(1), at(last)),)


def contents(here: To, leaves_: Sequence[Sequence[Block]]) -> tuple[Sentence, ...]:
    """What stands on which leaf: the headings of the parts, leading there."""
    made: list[Sentence] = []
    for number, blocks in enumerate(leaves_, 1):
        for each in blocks:
            if isinstance(each, Heading) and each.level == 2:
                made.append((Link(each.words, To(here.room, here.name, query=(("leaf", str(number)),))),))
    return tuple(made)
