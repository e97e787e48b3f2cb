"""What has these words: best first, by what it is found among, with the stretch in which they stand.

Every word that is asked for must be found with a thing, each perhaps in another of its texts. A word is found where it stands so spelt, where it
sounds so in another script or transliteration, where a word begins with it or has it inside, and, where all that gives nothing, where a
letter or two are different.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from fontes.findings.index.built import WEIGHTS, WORD, Among, Index, Kept, Lists, Numbers, Thing
from fontes.findings.index.sounds import sounded
from fontes.model.spelling import folded

MOST_WORDS = 12
"""So many words are looked for at once; more are left out."""
SO_SPELT, SO_SOUNDED, BEGINS, BEGINS_SOUNDED, NEARLY, INSIDE = 8.0, 6.0, 5.0, 4.0, 3.0, 2.0
"""How much a way of being found counts, to be multiplied with what it is found in."""
_SHORTEST_INSIDE, _SHORTEST_NEARLY, _LONG = 3, 5, 8
_ROUND = 90
"""So many signs are shown on either side of what was found."""

Mark = tuple[int, int]
"""Where something that was found begins and ends."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a text with what was found in it. ``line`` is where it stands in a full text, from 1; else 0."""

    kept: Kept
    words: str
    marks: tuple[Mark, ...]
    line: int = 0


@dataclass(frozen=True)
class Found:
    """What was found, by what it is found among, best first."""

    index: Index
    asked: tuple[str, ...]
    words: tuple[frozenset[int], ...]
    """For each word asked for, the numbers of the words that answer it."""
    things: Mapping[Among, Numbers]
    nearly: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The words asked for that stand nowhere, each with those a letter or two away that were taken for them."""

    def count(self, among: Among) -> int:
        """How many were found there."""
        return len(self.things.get(among, ()))

    def part(self, among: Among, first: int, last: int) -> list[tuple[Thing, int]]:
        """Some of them, from one to before another, with their numbers in the index."""
        return [(self.index.things[number], int(number)) for number in self.things.get(among, np.empty(0, np.int32))[first:last]]

    def ids(self, among: Among) -> list[str]:
        """All of them, best first."""
        return [self.index.things[number].id for number in self.things.get(among, ())]

    @cached_property
    def _answering(self) -> frozenset[str]:
        return frozenset(self.index.words[number] for each in self.words for number in each)

    def hit(self, number: int) -> Hit | None:
        """The best text of a thing in which any of the words stand, cut round the first of them."""
        cells, begins = self.index.cells_in
        best: tuple[float, int] | None = None
        for cell in cells[begins[number] : begins[number + 1]]:
            marks = self.marks(self.index.texts[self.index.text_of[cell]])
            worth = len(marks) and WEIGHTS[self.index.kept_as[cell]] + min(len({*marks}), 4) / 8
            if worth and (best is None or worth > best[0]):
                best = (worth, int(cell))
        if best is None:
            return None
        cell = best[1]
        return self._cut(Kept(self.index.kept_as[cell]), self.index.texts[self.index.text_of[cell]], self.index.things[number].at)

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Where the words that were found stand in a text."""
        return tuple(one.span() for one in WORD.finditer(text) if folded(one[0]) in self._answering)

    def _cut(self, kept: Kept, text: str, line: int) -> Hit:
        marks = self.marks(text)
        first = marks[0][0]
        begin = max(first - _ROUND, 0)
        if kept is Kept.TEXT:  # one line of a full text is enough
            begin = max(begin, text.rfind("\n", 0, first) + 1)
            line += text.count("\n", 0, first)
        if begin and text[begin - 1].isalnum():
            begin = next((at + 1 for at in range(begin, first) if text[at].isspace()), begin)
        end = min(marks[0][1] + 2 * _ROUND, len(text))
        if end < len(text) and text[end].isalnum():
            end = text.rfind(" ", marks[0][1], end) if " " in text[marks[0][1] : end] else end
        words = ("…" if begin and text[begin - 1] != "\n" else "") + text[begin:end] + ("…" if end < len(text) else "")
        return Hit(kept, words, self.marks(words), line)


def find(index: Index, asked: str, there: Callable[[str], bool] | None = None, among: Sequence[Among] = tuple(Among)) -> Found:
    """Everything with these words. ``there`` leaves out the statements that were not there by the dates of a lens."""
    wanted = tuple(word for word in map(folded, WORD.findall(unicodedata.normalize("NFC", asked))) if word)[:MOST_WORDS]
    if not wanted:
        return Found(index, (), (), {})
    total = np.zeros(len(index.things), np.float32)
    everywhere: NDArray[np.bool_] | None = None
    answers, nearly = [], []
    for word in wanted:
        ways = _ways(index, word)
        if ways[0][0] == NEARLY and len(ways[0][1]):
            nearly.append((word, tuple(index.words[number] for number in ways[0][1])))
        answers.append(frozenset(number for _, numbers in ways for number in numbers))
        score = _scored(index, ways)
        total += score
        everywhere = score > 0 if everywhere is None else everywhere & (score > 0)
    assert everywhere is not None
    _whole(index, wanted, total)
    kept = np.flatnonzero(everywhere).astype(np.int32)
    return Found(index, wanted, tuple(answers), {each: _listed(index, kept, total, each, there) for each in among}, tuple(nearly))


def _listed(index: Index, kept: Numbers, total: NDArray[np.float32], among: Among, there: Callable[[str], bool] | None) -> Numbers:
    mine = kept[index.among[kept] == list(Among).index(among)]
    if there is not None and among is Among.STATEMENTS:
        mine = np.asarray([number for number in mine if there(index.things[number].id)], np.int32)
    ordered: Numbers = mine[np.argsort(-total[mine], kind="stable")]
    return ordered


Ways = list[tuple[float, Sequence[int]]]
"""How much a way of being found counts, and the numbers of the words found so."""


def _ways(index: Index, word: str) -> Ways:
    begun = index.beginning(word)
    exact: Sequence[int] = begun[:1] if begun and index.words[begun[0]] == word else ()
    sound = sounded(word)
    alike, further = _sounding(index, sound)
    inside: Sequence[int] = _inside(index, word) if len(word) >= _SHORTEST_INSIDE else ()
    ways: Ways = [(INSIDE, inside), (BEGINS_SOUNDED, further), (BEGINS, begun if len(word) > 1 else ()), (SO_SOUNDED, alike), (SO_SPELT, exact)]
    if any(len(numbers) for _, numbers in ways):
        return ways
    return [(NEARLY, _nearly(index, sound))]


def _sounding(index: Index, sound: str) -> tuple[Sequence[int], Sequence[int]]:
    """The words that sound so, and those whose sound begins so."""
    if not sound:
        return (), ()
    sounds, words = index.by_sound
    at = bisect_left(sounds, sound)
    alike = words[at] if at < len(sounds) and sounds[at] == sound else ()
    if len(sound) < _SHORTEST_INSIDE:
        return alike, ()
    return alike, [number for each in words[at : bisect_left(sounds, sound + "\U0010ffff")] for number in each]


def _inside(index: Index, word: str) -> list[int]:
    text, starts = index.joined
    found, at = [], text.find(word)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        found.append(number)
        at = text.find(word, starts[number] + len(index.words[number]))
    return found


def _nearly(index: Index, sound: str) -> list[int]:
    """The words that sound but for one letter so, or for two where the word is long; a figure is never another figure."""
    if len(sound) < _SHORTEST_NEARLY or any(sign.isdigit() for sign in sound):
        return []
    sounds, words = index.by_sound
    most = 2 if len(sound) >= _LONG else 1
    near = process.extract(sound, sounds, scorer=OSA.distance, score_cutoff=most, limit=20)
    return [number for _, _, at in near for number in words[at]]


def _scored(index: Index, ways: Ways) -> NDArray[np.float32]:
    """By thing: how well it has the word, in the best of its texts."""
    score = np.zeros(len(index.things), np.float32)
    weights = np.asarray(WEIGHTS, np.float32)
    for worth, numbers in ways:
        if not len(numbers):
            continue
        having = np.zeros(len(index.texts), np.bool_)
        having[_of(index.texts_with, np.asarray(numbers, np.int32))] = True
        cells = _of(index.cells_of, np.flatnonzero(having).astype(np.int32))
        np.maximum.at(score, index.thing_of[cells], worth * weights[index.kept_as[cells]])
    return score


def _of(lists: Lists, numbers: Numbers) -> Numbers:
    """Several of the lists, one after another."""
    values, begins = lists
    if len(numbers) == 1:
        return values[begins[numbers[0]] : begins[numbers[0] + 1]]
    first, sizes = begins[numbers], begins[numbers + 1] - begins[numbers]
    total = int(sizes.sum())
    if not total:
        return values[:0]
    shifts = np.repeat(first - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
    joined: Numbers = values[np.arange(total) + shifts]
    return joined


def _whole(index: Index, wanted: Sequence[str], total: NDArray[np.float32]) -> None:
    """What is called exactly this comes first, and of things found equally well, what is called little more."""
    best = np.flatnonzero(total == total.max(initial=0))[:200] if len(total) else ()
    cells, begins = index.cells_in
    for number in best:
        for cell in cells[begins[number] : begins[number + 1]]:
            if index.kept_as[cell] in (Kept.NAME, Kept.ALSO, Kept.ID):
                spelt = [folded(word) for word in WORD.findall(index.texts[index.text_of[cell]])]
                total[number] += 50.0 if spelt == list(wanted) else 1 / (1 + len(spelt))
