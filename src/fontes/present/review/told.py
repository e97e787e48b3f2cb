"""A review as frozen values: sections of paragraphs of sentences, each with the statements it was made from and what its note cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fontes.model.names import Access, Place, SourceId
from fontes.present.pages import Sentence


@dataclass(frozen=True, slots=True)
class Cite:
    """A place that is cited. Without a ``source`` it is the place in the corpus where somebody's own word is recorded.

    ``through``: by whom the place is known to us; ``quote``: the words that stand there.
    """

    source: SourceId | None
    place: str = ""
    through: tuple[Access, ...] = ()
    quote: str = ""
    recorded: Place | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What one footnote cites, in order, each place once."""

    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence: its words, the ids of all it was made from (statements first), and its note."""

    words: Sentence
    reasons: tuple[str, ...]
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together; ``topic`` stands before them, as a question before its answers."""

    sentences: tuple[Told, ...]
    topic: Sentence = ()


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table of an appendix: each row has its cells, and the reasons and note of a sentence."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[tuple[Sentence, ...], Told], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part under a heading of level 2 or 3."""

    heading: Sentence
    blocks: tuple[Paragraph | Tabled, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Review:
    """The whole: ``lens`` says under which assumptions everything was seen, where it is not the plain lens."""

    title: str
    lens: str
    sections: tuple[Section, ...]
    language: str = "en"

    def told(self) -> Iterator[Told]:
        """Every sentence and row, in order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield from block.sentences
                else:
                    yield from (row for _, row in block.rows)
