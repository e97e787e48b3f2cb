"""Pages as data: what is to be read, before anything decides how it looks.

The terminal, the browser and the JSON render the same frozen page. A sentence is a tuple of parts: words, links and
signs. Text that the makers of a corpus wrote is carried as it is; whoever renders it escapes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar, overload

from fontes.present.drawing.shapes import Drawing


class Ink(StrEnum):
    """What a stretch of text is, never how it looks: `rubric` is what Fontes itself says."""

    PLAIN = ""
    RUBRIC = "rubric"
    FOR = "for"
    AGAINST = "against"
    MUTED = "muted"
    LOST = "lost"
    EMPHASIS = "emphasis"
    MARK = "mark"
    TYPED = "typed"


class Room(StrEnum):
    """The rooms of the workbench. The value is the first word of the address."""

    FIRST = ""
    QUESTIONS = "questions"
    PROPOSITIONS = "propositions"
    SOURCES = "sources"
    AGENTS = "agents"
    EVENTS = "events"
    STATEMENTS = "statements"
    CHRONOLOGY = "chronology"
    SETTLEMENTS = "settlements"
    KNOWN = "known"
    CAREERS = "careers"
    FIGURES = "figures"
    GAPS = "gaps"
    REVIEW = "review"
    ERRORS = "errors"
    SEARCH = "search"
    HELP = "help"
    TEXTS = "texts"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class To:
    """Where a link leads: a room, a thing in it, and a place on that page. `query` is what narrows the page.

    `form` asks for a room as a file of a form, such as `html`.
    """

    room: Room
    name: str = ""
    anchor: str = ""
    query: tuple[tuple[str, str], ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text. `language` is a BCP 47 tag where the text is not in the language of the page."""

    text: str
    ink: Ink = Ink.PLAIN
    language: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that leads to its reasons."""

    text: str
    to: To
    ink: Ink = Ink.PLAIN
    language: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    """Where in the text something stands that was looked for."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, always with its word for readers who do not see it."""

    mark: str
    word: str
    ink: Ink = Ink.PLAIN


Part = Words | Link | Sign
Sentence = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part of the page, at level 2 or 3; `anchor` can be linked to."""

    words: str
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, with notes for the margin at its lines. `lead` is the sentence a page is there for."""

    sentence: Sentence
    margin: tuple[Sentence, ...] = ()
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of somebody else, and where they stand."""

    words: str
    source: Sentence = ()
    language: str = ""


T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Composed(Sequence[T], Generic[S, T]):
    """Lines that are put into words when they are looked at: of a long list a leaf shows few, and the others are only counted."""

    of: Sequence[S]
    words: Callable[[S], T]

    def __len__(self) -> int:
        return len(self.of)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Composed[S, T]: ...

    def __getitem__(self, place: int | slice) -> T | Composed[S, T]:
        """The line at a place, in words; of several, lines still to be put into words."""
        return Composed(self.of[place], self.words) if isinstance(place, slice) else self.words(self.of[place])

    def __iter__(self) -> Iterator[T]:
        return map(self.words, self.of)


@dataclass(frozen=True, slots=True)
class Items:
    """Sentences side by side, none before the other."""

    sentences: Sequence[Sentence]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. `below` are lines that belong to the row and need its full width; `edit` names the statement it shows."""

    cells: tuple[Sentence, ...]
    anchor: str = ""
    below: tuple[Sentence, ...] = ()
    lost: bool = False
    edit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; the caption says what is listed. The first cell of a row names it."""

    caption: str
    headings: tuple[str, ...]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of a tree and what hangs below it. `lost` has lost support: drawn faint, never removed."""

    sentence: Sentence
    children: tuple[Branch, ...] = ()
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """A nested list; the caption says how to read it."""

    caption: str
    roots: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Text whose line breaks and columns matter, such as a line of a corpus with a stretch underlined."""

    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One value by which a list can be narrowed, and the word shown for it."""

    value: str
    word: str


@dataclass(frozen=True, slots=True)
class Finder:
    """A field to look for something, in a room; `choices` narrow the list by one particular (`key`)."""

    to: To
    label: str
    query: str = ""
    key: str = ""
    key_label: str = ""
    choices: tuple[Choice, ...] = ()
    chosen: str = ""
    kept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pager:
    """Which leaf of a list this is, counted from 1, and where the neighbours are."""

    words: str
    before: To | None
    after: To | None
    first: To | None = None
    last: To | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a text with the same statements read in them. ``notes`` are the numbers of these, ``ends`` of those whose words end here.

    ``begins``: a line is to begin here.
    """

    words: str
    notes: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A statement in the margin of a text. ``quoted``: its words are marked in the text, and the two lead to each other."""

    number: int
    name: str
    sentence: Sentence
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text with the notes at its lines. ``label`` is what is counted or marked here, ``passage`` how it is cited, if it can be."""

    anchor: str
    runs: tuple[Run, ...]
    label: str = ""
    label_said: str = ""
    passage: str = ""
    notes: tuple[Note, ...] = ()
    more: Sentence = ()
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """A leaf of the text of a source, as data: whatever stands in it is shown and never obeyed."""

    source: str
    title: str
    pieces: tuple[Piece, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of an essay: its words, the ids of what it is made from, and the number of its note (0 where it has none)."""

    words: Sentence
    reasons: tuple[str, ...] = ()
    note: int = 0


@dataclass(frozen=True, slots=True)
class Essay:
    """A paragraph of a written review with its notes beside it, by number; ``topic`` stands before the sentences.

    Without sentences it is a list of notes.
    """

    told: tuple[Told, ...]
    notes: tuple[tuple[int, Sentence], ...] = ()
    topic: Sentence = ()


Block = Essay | Transcript | Heading | Prose | Excerpt | Items | Table | Tree | Lines | Finder | Pager | Drawing


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it is, what it is called, and what is on it, in order.

    `kicker` is the word over the title: what kind of thing this page is about. `edit` names the thing where its declaration can be changed.
    """

    here: To
    title: str
    blocks: tuple[Block, ...]
    kicker: str = ""
    language: str = ""


def text_of(sentence: Sentence) -> str:
    """A sentence as plain text; a sign is replaced by its word."""
    return "".join(part.word if isinstance(part, Sign) else part.text for part in sentence)
