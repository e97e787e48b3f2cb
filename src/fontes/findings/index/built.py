"""The index of a corpus: every text once, the words in it, and the things it belongs to, in arrays.

Built once for a corpus. A text that stands in many places (the wording of a proposition on which thousands take a stance) is taken apart once.
A word leads to its texts, a text to the things it belongs to; both are lists in one array, with where each begins in another.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fontes.findings.index.sounds import sounded
from fontes.model.corpus import Corpus, Entry
from fontes.model.events import Dating
from fontes.model.names import PropositionId
from fontes.model.spelling import folded, in_order
from fontes.model.stances import Criticism, Report, Stance

Numbers = NDArray[np.int32]
WORD = re.compile(r"[^\W_]+")
PARAGRAPH = 12
"""A full text is taken in paragraphs, none of more lines than this."""


class Among(StrEnum):
    """Among what something is found; the order is that in which it is told."""

    QUESTIONS = "questions"
    PROPOSITIONS = "propositions"
    AGENTS = "agents"
    SOURCES = "sources"
    EVENTS = "events"
    STATEMENTS = "statements"
    TEXTS = "texts"


class Kept(IntEnum):
    """What a text is to the thing it belongs to. What is found in a name comes before what is found in a note."""

    NAME = 0
    ALSO = 1
    QUOTE = 2
    NOTE = 3
    PARTICULAR = 4
    """A passage, a kind, a school, a place, an office."""
    ID = 5
    OTHER = 6
    """What another thing is called: who made it, what it is on."""
    TEXT = 7


WEIGHTS = (6.0, 5.5, 3.0, 2.5, 2.0, 1.5, 1.0, 1.0)
"""How much a word counts in each of these."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What can be found. ``at`` is the first line of a paragraph of a full text, from 1; else 0."""

    among: Among
    id: str
    at: int = 0


Lists = tuple[Numbers, Numbers]
"""Lists of numbers one after another, and where each begins (one more than there are lists)."""


@dataclass(frozen=True)
class Index:
    """The words of a corpus. Things stand in the order in which they are listed where none is better than another."""

    things: tuple[Thing, ...]
    among: NDArray[np.int8]
    texts: tuple[str, ...]
    words: tuple[str, ...]
    texts_with: Lists
    """By word: the texts it stands in."""
    cells_of: Lists
    """By text: the places it has, as numbers of cells."""
    thing_of: Numbers
    """By cell: the thing it belongs to."""
    kept_as: NDArray[np.int8]
    """By cell: what the text is to it."""
    text_of: Numbers
    """By cell: the text."""
    cells_in: Lists
    """By thing: its cells."""

    @cached_property
    def by_sound(self) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
        """The words as they sound, in order, each with the numbers of the words that sound so."""
        sounds: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            if sound := sounded(word):
                sounds.setdefault(sound, []).append(number)
        ordered = sorted(sounds)
        return tuple(ordered), tuple(tuple(sounds[sound]) for sound in ordered)

    @cached_property
    def joined(self) -> tuple[str, list[int]]:
        """All words in one string, a line for each, and where each begins."""
        starts, at = [], 0
        for word in self.words:
            starts.append(at)
            at += len(word) + 1
        return "\n".join(self.words), starts

    def beginning(self, word: str) -> range:
        """The numbers of the words that begin so; words stand in order."""
        return range(bisect_left(self.words, word), bisect_left(self.words, word + "\U0010ffff"))


Cell = tuple[int, int, str]
"""A thing by number, what the text is to it, the text."""


def indexed(corpus: Corpus, entries: Iterable[Entry], texts: Mapping[str, str] | None = None) -> Index:
    """Everything that can be found in a corpus. ``entries`` are its statements in the order in which they are to be listed; ``texts`` the full
    texts by the name of a source or of its cite key. Private notes are left out: what no page shows is not found either.
    """
    things: list[Thing] = []
    cells: list[Cell] = []
    for thing, kept in _everything(corpus, entries, texts or {}):
        cells += [(len(things), what, text) for what, text in kept if text]
        things.append(thing)
    return _arranged(things, cells)


def _arranged(things: list[Thing], cells: list[Cell]) -> Index:
    numbers: dict[str, int] = {}
    text_of = np.fromiter((numbers.setdefault(text, len(numbers)) for _, _, text in cells), np.int32, len(cells))
    known: dict[str, int] = {}
    spelt: dict[str, int] = {}
    counts, held = array("i"), array("i")
    plain = tuple(unicodedata.normalize("NFC", text) for text in numbers)
    for text in plain:
        of_text = {number for word in WORD.findall(text) if (number := _number(word, spelt, known)) >= 0}
        held.extend(of_text)
        counts.append(len(of_text))
    order = sorted(known)
    place = np.empty(len(known), np.int32)
    place[[known[word] for word in order]] = np.arange(len(known), dtype=np.int32)
    of_words = place[np.frombuffer(held, np.int32)] if held else np.empty(0, np.int32)
    in_texts = np.repeat(np.arange(len(plain), dtype=np.int32), np.frombuffer(counts, np.int32) if counts else np.empty(0, np.int32))
    thing_of = np.fromiter((cell[0] for cell in cells), np.int32, len(cells))
    return Index(
        tuple(things), np.fromiter((list(Among).index(each.among) for each in things), np.int8, len(things)), plain, tuple(order),
        _lists(of_words, in_texts, len(order)), _lists(text_of, np.arange(len(cells), dtype=np.int32), len(plain)), thing_of,
        np.fromiter((cell[1] for cell in cells), np.int8, len(cells)), text_of,
        _lists(thing_of, np.arange(len(cells), dtype=np.int32), len(things)),
    )  # fmt: skip


def _number(word: str, spelt: dict[str, int], known: dict[str, int]) -> int:
    """The number of a word as it is found by; each spelling is folded once."""
    found = spelt.get(word)
    if found is None:
        plain = folded(word)
        found = spelt[word] = known.setdefault(plain, len(known)) if plain else -1
    return found


def _lists(keys: NDArray[Any], values: Numbers, count: int) -> Lists:
    """The values by their keys."""
    order = np.argsort(keys, kind="stable")
    begins = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(keys, minlength=count), out=begins[1:])
    return values[order], begins


# ---- what is read

Texts = list[tuple[int, str]]


def _everything(corpus: Corpus, entries: Iterable[Entry], texts: Mapping[str, str]) -> Iterator[tuple[Thing, Texts]]:
    for question in sorted(corpus.questions.values(), key=lambda one: in_order(one.wording or one.id)):
        yield Thing(Among.QUESTIONS, question.id), [(Kept.NAME, question.wording), (Kept.ID, question.id), *_notes(question)]
    for proposition in sorted(corpus.propositions.values(), key=lambda one: in_order(one.wording or one.id)):
        yield Thing(Among.PROPOSITIONS, proposition.id), [(Kept.NAME, proposition.wording), (Kept.ID, proposition.id), *_notes(proposition)]
    for agent in sorted(corpus.agents.values(), key=lambda one: in_order(one.name or one.id)):
        spellings = [(int(Kept.ALSO), name) for name in agent.also]
        yield Thing(Among.AGENTS, agent.id), [(Kept.NAME, agent.name), *spellings, (Kept.ID, agent.id), *_notes(agent)]
    for source in sorted(corpus.sources.values(), key=lambda one: in_order(one.title or one.id)):
        makers = [(int(Kept.OTHER), _name(corpus, maker.agent)) for maker in source.makers]
        about = [(int(Kept.PARTICULAR), word.replace("-", " ")) for word in (source.kind, source.school)]
        cited = [(int(Kept.ID), key) for key, _ in source.cite]
        yield Thing(Among.SOURCES, source.id), [(Kept.NAME, source.title), (Kept.ID, source.id), *cited, *makers, *about, *_notes(source)]
    for event in sorted(corpus.events.values(), key=lambda one: in_order(one.name or one.id)):
        about = [(int(Kept.PARTICULAR), word.replace("-", " ")) for word in (event.kind, event.strand, event.where)]
        yield Thing(Among.EVENTS, event.id), [(Kept.NAME, event.name), (Kept.ID, event.id), *about, *_notes(event)]
    for entry in entries:
        yield Thing(Among.STATEMENTS, entry.id), list(_stated(corpus, entry))
    yield from _paragraphs(corpus, texts)


def _notes(one: Any) -> Texts:
    return [(Kept.NOTE, note) for note in one.remarks.notes]


def _stated(corpus: Corpus, entry: Entry) -> Iterator[tuple[int, str]]:
    """The words of a statement: its quotation and notes, where it is read, and what those are called who make it and of whom or what it speaks."""
    yield Kept.QUOTE, getattr(entry, "quote", "")
    yield Kept.QUOTE, getattr(entry, "words", "")
    for note in entry.remarks.notes:
        yield Kept.NOTE, note
    yield Kept.PARTICULAR, entry.read.passage if entry.read else ""
    yield Kept.PARTICULAR, getattr(entry, "office", "")
    yield Kept.ID, getattr(entry, "label", "")
    yield Kept.OTHER, _name(corpus, (entry.sender if isinstance(entry, Report) else entry.agent) or "")
    on: tuple[str, ...] = ()
    if isinstance(entry, Stance):
        on = (entry.on,)
    elif isinstance(entry, Report):
        on = (entry.proposition, *(one for hop in entry.hops for one in hop))
    elif isinstance(entry, Criticism):
        on = (entry.source or "", *entry.on)
    elif isinstance(entry, Dating):
        on = (entry.of,)
    for id in (*on, entry.read.source if entry.read else ""):
        yield Kept.OTHER, _name(corpus, id) if id else ""


def _name(corpus: Corpus, id: str) -> str:
    """What something is called; empty where it is called nothing."""
    families: tuple[tuple[Mapping[Any, Any], str], ...] = (
        (corpus.agents, "name"), (corpus.propositions, "wording"), (corpus.sources, "title"), (corpus.questions, "wording"), (corpus.events, "name"),
    )  # fmt: skip
    for family, called in families:
        found = family.get(PropositionId(id))
        if found is not None:
            return str(getattr(found, called))
    return ""


def _paragraphs(corpus: Corpus, texts: Mapping[str, str]) -> Iterator[tuple[Thing, Texts]]:
    keys = {key: source.id for source in corpus.sources.values() for key, _ in source.cite}
    for name, text in texts.items():
        source = name if name in corpus.sources else keys.get(name, "")
        if not source:
            continue
        begun, lines = 1, list[str]()
        for number, line in enumerate((*text.split("\n"), ""), start=1):
            if line.strip():
                lines.append(line)
            if lines and (not line.strip() or len(lines) == PARAGRAPH):
                yield Thing(Among.TEXTS, source, begun), [(Kept.TEXT, "\n".join(lines))]
                lines = []
            if not lines:
                begun = number + 1
