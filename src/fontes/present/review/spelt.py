"""The last step: everything named is spelt out in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from fontes.model.corpus import Corpus
from fontes.model.names import AgentId, PropositionId, SourceId
from fontes.present.pages import Ink, Link, Part, Room, Sentence, To, Words
from fontes.present.phrasing import capital
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, DraftParagraph, DraftSection, DraftTable, Line, Named, Piece, Quoted, Titled
from fontes.present.review.told import Note, Paragraph, Section, Tabled, Told
from fontes.present.review.wordings import Lexicon, in_words, lexicon, opening, short_name, wording_of
from fontes.present.rooms import naming

SET_OFF = frozenset(("book", "article", "novel", "memoir", "newspaper", "pamphlet", "document-collection", "review", "story", "ballad"))
"""Kinds of source whose titles are set in italics."""


@dataclass
class Spelling:
    """What has been named so far while a text is spelt out from its beginning to its end."""

    corpus: Corpus
    lexicon: Lexicon
    named: set[str] = field(default_factory=set)
    dated: set[tuple[str, str]] = field(default_factory=set)

    def first(self, id: str) -> bool:
        """Is this the first time? From now on it is not."""
        fresh = id not in self.named
        self.named.add(id)
        return fresh


def spell(corpus: Corpus, drafts: Iterable[DraftSection]) -> tuple[Section, ...]:
    """The sections with everything named in them spelt out; those with nothing in them are kept only as headings of what follows."""
    by = Spelling(corpus, lexicon(corpus))
    return tuple(Section(_line(by, each.heading, quoted=False), tuple(_block(by, block) for block in each.blocks), each.level) for each in drafts)


def _block(by: Spelling, block: DraftParagraph | DraftTable) -> Paragraph | Tabled:
    by.dated.clear()
    if isinstance(block, DraftParagraph):
        topic = _line(by, block.topic, quoted=False)
        notes = [None, *(each.note for each in block.sentences)]
        told = zip(block.sentences, notes, strict=False)
        return Paragraph(tuple(Told(_sentence(by, each.line), each.reasons, _new(each.note, before)) for each, before in told), topic)
    rows = []
    for cells, draft in block.rows:
        spelt = tuple(_line(by, cell) for cell in cells)
        rows.append((spelt, Told(tuple(part for cell in spelt for part in cell), draft.reasons, draft.note)))
    return Tabled(block.caption, block.headings, tuple(rows))


def _new(note: Note | None, before: Note | None) -> Note | None:
    """No note that only says again what the one just before it says."""
    return None if note and before and set(note.cites) <= set(before.cites) else note


def _sentence(by: Spelling, line: Line) -> Sentence:
    made = _line(by, line)
    for at, part in enumerate(made):
        if isinstance(part, Words | Link) and part.text.lstrip("“‘("):
            text = part.text
            skip = len(text) - len(text.lstrip("“‘("))
            count = re.match(r"[1-9]\d(?![\d,.])", text[skip:])
            rest = text[skip:] if not count or int(count[0]) < 13 else in_words(int(count[0])) + text[skip + 2 :]
            raised = text[:skip] + capital(rest)
            fresh = Words(raised, part.ink, part.language) if isinstance(part, Words) else Link(raised, part.to, part.ink, part.language)
            return _ended((*made[:at], fresh, *made[at + 1 :]))
    return _ended(made)


def _ended(made: Sentence) -> Sentence:
    """No second full stop after a wording that ends with its own, nor after a question."""
    if len(made) > 1 and isinstance(made[-1], Words) and made[-1].text == ".":
        before = made[-2]
        if isinstance(before, Words | Link) and before.text.rstrip("”").endswith((".", "?", "!", "…")):
            return made[:-1]
    return made


def _line(by: Spelling, line: Line, quoted: bool = True) -> Sentence:
    made: list[Part] = []
    for piece in line:
        made.extend(_piece(by, piece, quoted))
    return tuple(made)


def _piece(by: Spelling, piece: Piece, quoted: bool) -> Sentence:
    if isinstance(piece, Named):
        return _dated(by, piece)
    if isinstance(piece, Titled):
        return (_source(by, piece.source),)
    if isinstance(piece, Clause):
        return _clause(by, piece)
    if isinstance(piece, Quoted):
        return (_quoted(by, piece.id, quoted),)
    return (piece,)


def _dated(by: Spelling, piece: Named) -> Sentence:
    named = _agent(by, piece.agent)
    if not piece.year or (piece.agent, piece.year) in by.dated:
        return (named,)
    by.dated.add((piece.agent, piece.year))
    return named, Words(f" ({piece.year})")


def _agent(by: Spelling, id: str) -> Part:
    found = by.corpus.agents.get(AgentId(id))
    if found is None:
        return Words(id)
    full = naming.agent_name(found)
    text = full if by.first(id) else short_name(by.corpus, id)
    if found.kind == "group" and f"={text.split()[0]}" not in by.lexicon.small:
        text = text[:1].lower() + text[1:]
    return Link(_small_article(text), To(Room.AGENTS, id), language=found.language)


def _small_article(text: str) -> str:
    """`The Times` inside a sentence is `the Times`; a sentence raises its first letter again."""
    return text[:1].lower() + text[1:] if text.startswith(("The ", "A ", "An ")) else text


def _source(by: Spelling, id: str) -> Part:
    found = by.corpus.sources.get(SourceId(id))
    if found is None:
        return Words(id)
    title = found.title or id
    text = title if by.first(id) else _again(title)
    if found.kind in SET_OFF:
        return Link(text, To(Room.SOURCES, id), Ink.EMPHASIS, found.language)
    small = _small_article(text)
    return Link(small if small != text else f"“{text}”", To(Room.SOURCES, id), language=found.language)


def _again(title: str) -> str:
    for mark in (":", ",", " ("):
        head = title.split(mark)[0].strip()
        if head != title and len(head.split()) > 1:
            return head
    short = opening(title)
    return f"{short} …" if short else title


def _clause(by: Spelling, piece: Clause) -> Sentence:
    wording = wording_of(by.corpus, piece.proposition)
    to = To(Room.PROPOSITIONS, piece.proposition)
    again = not by.first(piece.proposition)
    body = by.lexicon.in_clause(wording)
    if again or body is None:
        short = opening(wording) if again else None
        text = words.INCIPIT.format(words=short) if short else words.CLAUSE_QUOTED.format(words=wording.removesuffix("."))
        lead = "" if piece.bare else "that "
        return (Words(lead), Link(text, to)) if lead else (Link(text, to),)
    link = Link(body, to)
    return (link,) if piece.bare else (Words("that "), link)


def _quoted(by: Spelling, id: str, marks: bool) -> Part:
    room = Room.PROPOSITIONS if PropositionId(id) in by.corpus.propositions else Room.QUESTIONS
    wording = wording_of(by.corpus, id)
    again = not by.first(id)
    if not marks:
        return Link(wording, To(room, id), Ink.EMPHASIS)
    short = opening(wording) if again and room is Room.PROPOSITIONS else None
    if short:
        return Link(words.INCIPIT.format(words=short), To(room, id))
    return Link(words.CLAUSE_QUOTED.format(words=wording if wording.endswith("?") else wording.rstrip(".")), To(room, id))
