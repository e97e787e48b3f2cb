"""Sentences in the making: who and what is named in them is spelt out only when the order of the whole is known.

So a person is named in full once, perhaps with a work, and by the short name afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import Formatter

from fontes.present.pages import Ink, Part, Words
from fontes.present.review.told import Note


@dataclass(frozen=True, slots=True)
class Named:
    """An agent; the ``year`` stands in brackets after the name, once in a paragraph, and before it, where the name is new, the ``work``."""

    agent: str
    year: str = ""
    work: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a proposition says, after a verb: `that …`; ``bare`` without `that`."""

    proposition: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """A proposition or question by its words."""

    id: str


@dataclass(frozen=True, slots=True)
class Titled:
    """A source by its title."""

    source: str


Piece = Part | Named | Clause | Quoted | Titled
Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence before it is spelt out."""

    line: Line
    reasons: tuple[str, ...]
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """Sentences of one paragraph."""

    sentences: tuple[Draft, ...]
    topic: Line = ()


@dataclass(frozen=True, slots=True)
class DraftTable:
    """Rows of a table."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], Draft], ...]


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A part of the review under its heading."""

    heading: Line
    blocks: tuple[DraftParagraph | DraftTable, ...]
    level: int = 2


def fill(pattern: str, /, **parts: str | Piece | Line) -> Line:
    """The pattern with each `{name}` replaced by its part. Raises KeyError where a name has no part."""
    made: list[Piece] = []
    for words, name, _format, _conversion in Formatter().parse(pattern):
        if words:
            made.append(Words(words))
        if name is not None:
            made.extend(as_line(parts[name]))
    return tuple(made)


def as_line(part: str | Piece | Line) -> Line:
    """Words, a piece or a line, as a line."""
    if isinstance(part, str):
        return (Words(part),) if part else ()
    return part if isinstance(part, tuple) else (part,)


def listed(lines: Sequence[Line], last: str = "and", between: str = ", ") -> Line:
    """Several lines as one list."""
    made: list[Piece] = []
    for at, line in enumerate(lines):
        if at:
            final = f"{last} " if last.startswith((";", ",")) else f" {last} "
            made.append(Words(final if at == len(lines) - 1 and last else between))
        made.extend(line)
    return tuple(made)


def linked(lines: Iterable[Line], between: str) -> Line:
    """Lines one after another; those with nothing in them leave no gap."""
    return listed([line for line in lines if line], "", between)


def emphasis(words: str) -> Words:
    """Words set off."""
    return Words(words, Ink.EMPHASIS)
