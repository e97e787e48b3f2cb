"""The last step: everything named is spelt out in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fontes.model.agents import Agent
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId, PropositionId, SourceId
from fontes.model.sources import Source
from fontes.present.pages import Ink, Link, Part, Room, Sentence, To, Words
from fontes.present.phrasing import capital
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, DraftParagraph, DraftSection, DraftTable, Line, Named, Piece, Quoted, Titled
from fontes.present.review.names import described, in_text, short_name
from fontes.present.review.told import Note, Paragraph, Section, Tabled, Told
from fontes.present.review.wordings import Lexicon, in_words, lexicon, wording_of
from fontes.present.rooms import naming


@dataclass
class Spelling:
    """What has been named so far while a text is spelt out from its beginning to its end."""

    corpus: Corpus
    lexicon: Lexicon
    named: set[str] = field(default_factory=set)
    dated: set[tuple[str, str]] = field(default_factory=set)
    voices: list[str] = field(default_factory=list)

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
    by.voices.clear()
    if isinstance(block, DraftParagraph):
        topic = _line(by, block.topic, quoted=False)
        notes = _merged([each.note for each in block.sentences])
        told = zip(block.sentences, notes, strict=True)
        return Paragraph(tuple(Told(_sentence(by, each.line), each.reasons, note) for each, note in told), topic)
    rows = []
    for cells, draft in block.rows:
        by.voices.clear()
        spelt = tuple(_cell(_line(by, cell)) for cell in cells)
        rows.append((spelt, Told(tuple(part for cell in spelt for part in cell), draft.reasons, draft.note)))
    return Tabled(block.caption, block.headings, tuple(rows))


def _merged(notes: Sequence[Note | None]) -> list[Note | None]:
    """Where a sentence cites only what the sentence before it cites, or the other way round, one note after the second serves both."""
    made = list(notes)
    for at in range(1, len(made)):
        before, here = made[at - 1], made[at]
        if before and here and (set(here.cites) <= set(before.cites) or set(before.cites) <= set(here.cites)):
            made[at - 1], made[at] = None, max(before, here, key=lambda one: len(one.cites))
    return made


def _cell(made: Sentence) -> Sentence:
    """What stands in a table begins with a great letter."""
    return _raised(made, counting=False)


def _sentence(by: Spelling, line: Line) -> Sentence:
    made = _raised(_line(by, line))
    if len(made) > 2 and isinstance(made[0], Link) and made[0].text.endswith("?") and made[1] == Words(" "):
        made = (*made[:2], *_raised(made[2:]))
    return _ended(made)


def _raised(made: Sentence, counting: bool = True) -> Sentence:
    """With a great letter at its beginning, and a number there in words where it is ``counting``."""
    for at, part in enumerate(made):
        if isinstance(part, Words | Link) and part.text.lstrip("“‘("):
            text = part.text
            skip = len(text) - len(text.lstrip("“‘("))
            count = re.match(r"[1-9]\d(?![\w,.–-])", text[skip:])
            rest = text[skip:] if not counting or not count or int(count[0]) < 13 else in_words(int(count[0])) + text[skip + 2 :]
            raised = text[:skip] + capital(rest)
            fresh = Words(raised, part.ink, part.language) if isinstance(part, Words) else Link(raised, part.to, part.ink, part.language)
            return (*made[:at], fresh, *made[at + 1 :])
    return made


def _ended(made: Sentence) -> Sentence:
    """No second full stop after a wording that ends with its own, nor after a question."""
    if len(made) > 1 and isinstance(made[-1], Words) and made[-1].text == ".":
        before = made[-2]
        if isinstance(before, Words | Link) and before.text.rstrip("”").endswith((".", "?", "!")):
            return made[:-1]
    return made


def _line(by: Spelling, line: Line, quoted: bool = True) -> Sentence:
    made: list[Part] = []
    for at, piece in enumerate(line):
        made.extend(_piece(by, piece, quoted))
        after = line[at + 1] if at + 1 < len(line) else None
        if isinstance(piece, Named | Titled) and isinstance(made[-1], Link) and _parted(made[-1]) and _goes_on(after):
            made.append(Words(","))
    return tuple(made)


def _parted(name: Link) -> bool:
    """Has a name or description a comma of its own? Titles in italics keep theirs to themselves."""
    return ", " in name.text and name.ink is not Ink.EMPHASIS


def _goes_on(after: Piece | None) -> bool:
    """Does the sentence go on after a name with a comma in it, so that it needs another?"""
    return isinstance(after, Words) and after.text.startswith(" ") and not after.text.startswith(" (")


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
    fresh = piece.agent not in by.named
    named = _agent(by, piece.agent)
    work = _work(by, piece.work) if fresh and piece.work else ()
    if piece.year and (piece.agent, piece.year) not in by.dated:
        by.dated.add((piece.agent, piece.year))
        return (named, Words(" ("), *work, Words(f", {piece.year})")) if work else (named, Words(f" ({piece.year})"))
    return (named, Words(" ("), *work, Words(")")) if work else (named,)


def _work(by: Spelling, id: str) -> Sentence:
    """The title of a work after the name of its author; none where it is only described."""
    source = by.corpus.sources.get(SourceId(id))
    if source is None or described(by.lexicon, by.corpus, source) or any(source.title in agent.name for agent in _makers(by, source)):
        return ()
    return (_source(by, id),)


def _makers(by: Spelling, source: Source) -> list[Agent]:
    return [by.corpus.agents[maker.agent] for maker in source.makers if maker.agent in by.corpus.agents]


def _agent(by: Spelling, id: str) -> Part:
    found = by.corpus.agents.get(AgentId(id))
    if found is None:
        return Words(id)
    if found.unnamed:
        return Link(_unnamed(by, id), To(Room.AGENTS, id))
    full = naming.agent_name(found)
    text = full if by.first(id) and " and " not in full else short_name(by.corpus, id)
    return Link(in_text(by.lexicon, found, text), To(Room.AGENTS, id), language=naming.language(by.corpus, found.language))


def _unnamed(by: Spelling, id: str) -> str:
    """A voice without a name, told apart from another in the same paragraph."""
    before = by.voices[-1:]
    fresh = id not in by.voices
    by.voices.append(id)
    if fresh:
        return words.ANOTHER_UNNAMED if before else words.UNNAMED[0]
    return words.THIS_UNNAMED if before == [id] else words.UNNAMED[0]


def _source(by: Spelling, id: str) -> Part:
    found = by.corpus.sources.get(SourceId(id))
    if found is None:
        return Words(id)
    plain, tongue = described(by.lexicon, by.corpus, found), naming.language(by.corpus, found.language)
    if plain:
        return Link(plain, To(Room.SOURCES, id), language=tongue)
    title = found.title or id
    text = title if by.first(f"source:{id}") else title.split(":")[0]
    return Link(text, To(Room.SOURCES, id), Ink.EMPHASIS, tongue)


def _clause(by: Spelling, piece: Clause) -> Sentence:
    wording = wording_of(by.corpus, piece.proposition)
    to = To(Room.PROPOSITIONS, piece.proposition)
    body, tongue = by.lexicon.in_clause(wording), naming.language(by.corpus)
    if body is None:
        return (Link(words.CLAUSE_QUOTED.format(words=wording.removesuffix(".")), to, language=tongue),)
    return (Link(body, to),) if piece.bare else (Words(words.THAT), Link(body, to))


def _quoted(by: Spelling, id: str, marks: bool) -> Part:
    """A question in italics, a proposition in quotation marks."""
    wording, tongue = wording_of(by.corpus, id), naming.language(by.corpus)
    if PropositionId(id) not in by.corpus.propositions:
        return Link(wording, To(Room.QUESTIONS, id), Ink.EMPHASIS, tongue)
    to, bare = To(Room.PROPOSITIONS, id), wording.removesuffix(".")
    return Link(words.CLAUSE_QUOTED.format(words=bare), to, language=tongue) if marks else Link(bare, to, Ink.EMPHASIS, tongue)
