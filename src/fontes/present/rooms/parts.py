"""Parts that several rooms share: tables of statements, remarks, and lists that are cut before they grow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from fontes.model.corpus import Entry
from fontes.model.names import Remarks
from fontes.present.pages import Block, Heading, Items, Link, Prose, Room, Sentence, Table, To, Words
from fontes.present.phrasing import as_sentence, chained, joined, number, say, things, wording
from fontes.present.rooms import stated
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.leaves import LEAF
from fontes.present.rooms.naming import FEW

__all__ = ["DOING", "DONE", "FEW", "LEAF", "Cells", "doing", "done", "lines", "more", "remarks", "statements"]

T = TypeVar("T")
Cells = Callable[[Concordance, Entry], tuple[Sentence, ...]]


def doing(one: Concordance, entry: Entry) -> tuple[Sentence, ...]:
    """Cells for a table of statements of several agents: who, what, where."""
    return stated.who(one, entry), stated.does(one, entry), stated.where(one, entry)


def done(one: Concordance, entry: Entry) -> tuple[Sentence, ...]:
    """Cells for a table of statements of one agent: what, where."""
    return stated.does(one, entry), stated.where(one, entry)


DOING = (wording.COLUMN_DATE, wording.COLUMN_WHO, wording.COLUMN_STATEMENT, wording.COLUMN_WHERE)
DONE = (wording.COLUMN_DATE, wording.COLUMN_STATEMENT, wording.COLUMN_WHERE)


def statements(
    one: Concordance,
    name: str,
    entries: Sequence[Entry],
    heading: str,
    caption: str = "",
    cells: Cells = doing,
    headings: tuple[str, ...] = DOING,
) -> tuple[Block, ...]:
    """A heading and a table of statements, at most a leaf of it; nothing where there are none."""
    if not entries:
        return ()
    home = cells is done
    rows = tuple(stated.row(one, entry, *cells(one, entry), home=home) for entry in entries[:LEAF])
    return (Heading(heading), Table(caption or heading, headings, rows), *more(name, len(entries) - LEAF))


def more(name: str, count: int) -> tuple[Block, ...]:
    """How many are left out, and where all of them are listed."""
    if count <= 0:
        return ()
    every = Link(wording.ALL_STATEMENTS, To(Room.STATEMENTS, query=(("of", name),)))
    return (Prose(say(wording.MORE, count=number(count, capital=True), all=every)),)


def few(them: Sequence[T], named: Callable[[T], Sentence], last: str = "and") -> Sentence:
    """Several things as a list in a sentence; beyond a dozen they are counted, so that no sentence grows with the corpus."""
    left = len(them) - FEW
    shown = [named(each) for each in them[:FEW]]
    if left <= 0:
        return joined(shown, last)
    return say(things.AND_MORE, shown=chained(*shown, between=", "), count=number(left))


def remarks(what: Remarks) -> tuple[Block, ...]:
    """The public notes of the makers; private notes never reach a page."""
    if not what.notes:
        return ()
    return (Heading(wording.NOTES_HEAD), Items(tuple((Words(note),) for note in what.notes)))


def lines(*sentences: Sentence | str) -> tuple[Block, ...]:
    """Short sentences side by side, those with nothing in them left out."""
    kept = tuple(as_sentence(each) for each in sentences if each)
    return (Items(kept),) if kept else ()
