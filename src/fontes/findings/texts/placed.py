"""The statements read in a source, at their places in its text: by their quotation, else by a passage the text marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fontes.findings.texts.divided import Divided
from fontes.findings.texts.flat import locators
from fontes.findings.texts.quoted import stretches
from fontes.model.names import StatementId
from fontes.model.sources import Source


class How(StrEnum):
    """By what a statement was placed."""

    WORDS = "words"
    SPELLED = "words spelled otherwise"
    MARKED = "marked passage"
    COUNTED = "counted passage"


class Why(StrEnum):
    """Why a statement has no place in the text."""

    NOT_FOUND = "its words are not in the text"
    NOT_MARKED = "its passage is not marked"
    NOT_THERE = "its passage is beyond those marked"
    NOTHING = "neither words nor passage"


@dataclass(frozen=True, slots=True)
class Read:
    """A statement as it is read in a source: its quotation, and the passage given for it there."""

    id: StatementId
    quote: str = ""
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement at its place, from ``start`` to ``end`` in the one line; ``others`` counts further places where the words stand.

    ``elsewhere``: its words stand outside the passage recorded for it, though the text marks that passage.
    """

    read: Read
    start: int
    end: int
    how: How
    others: int = 0
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A statement that has no place in the text, and why."""

    read: Read
    why: Why


@dataclass(frozen=True, slots=True)
class Placing:
    """The statements of a text: those at their places, in the order of the text, and those without a place."""

    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]

    def between(self, start: int, end: int) -> Sequence[Placed]:
        """Those that begin in this part of the text."""
        return self.placed[bisect_left(self.placed, start, key=_start) : bisect_left(self.placed, end, key=_start)]


def names_of(source: Source, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The texts of a source that are at hand: under its own name, or under a key it is cited by."""
    return tuple(name for name in dict.fromkeys([str(source.id), *(key for key, _ in source.cite)]) if name in texts)


def placing(text: Divided, reads: Iterable[Read]) -> Placing:
    """Place each statement. A statement whose words are not there is not placed by its passage: the words say that it is another place."""
    found = [_placed(text, each) for each in reads]
    here = sorted((one for one in found if isinstance(one, Placed)), key=lambda one: (one.start, one.end, one.read.id))
    return Placing(tuple(here), tuple(one for one in found if isinstance(one, Unplaced)))


def _start(one: Placed) -> int:
    return one.start


def _placed(text: Divided, read: Read) -> Placed | Unplaced:
    ranges = [(unit, text.range_of(unit, number)) for unit, number in locators(read.passage)]
    known = [(unit, each) for unit, each in ranges if each is not None]
    if read.quote:
        found = stretches(read.quote, text.flat.text)
        if not found:
            return Unplaced(read, Why.NOT_FOUND)
        within = [one for one in found if any(low <= one.start < high for _, (low, high) in known)]
        chosen = (within or found)[0]
        how, others = How.WORDS if chosen.exact else How.SPELLED, 0 if within else len(found) - 1
        return Placed(read, chosen.start, chosen.end, how, others, bool(known) and not within)
    if known:
        unit, (low, _) = max(known, key=lambda one: one[1][0])
        return Placed(read, low, low, How.MARKED if text.marked(unit) else How.COUNTED)
    if not read.passage:
        return Unplaced(read, Why.NOTHING)
    return Unplaced(read, Why.NOT_THERE if any(text.marked(unit) for unit, _ in ranges) else Why.NOT_MARKED)
