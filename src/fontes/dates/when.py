"""What a date is, once read: four bounds, how sure it is, and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fontes.dates.days import Day


class Edge(Enum):
    """A side on which there is no day to name. The two are different values and never merge."""

    OPEN = "open"
    """Asserted to have no bound (`..`)."""
    UNKNOWN = "unknown"
    """A bound exists, but is not known."""


Bound = Day | Edge
"""A day, or why there is none. OPEN in `start` lies before every day, in `end` after every day."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative date hangs on: an event or a labelled statement, and how far away in days."""

    name: str
    """The event's name, or `^label`."""
    relation: str
    """`before`, `after`, `during`, `at`, `by` or `about`."""
    least: int | None
    """The fewest days between the two, inclusive; None if no distance is given."""
    most: int | None
    """The most days between the two, inclusive; None if no distance is given."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as a historian wrote it, with the bounds it sets on something that happened *within* it.

    The bounds include what the profile adds for words such as `about`; each such addition is named in
    `assumptions`. `?` changes no bound: it makes the date doubtful, and comparisons then claim nothing for
    certain.
    """

    written: str
    """Canonical words: reading them gives this same date."""
    form: str
    """`moment`, `span`, `between`, `before`, `after`, `by`, `about`, `relative` or `set`."""
    start: tuple[Bound, Bound]
    """The earliest and the latest possible first day."""
    end: tuple[Bound, Bound]
    """The earliest and the latest possible last day."""
    doubtful: bool = False
    approximate: bool = False
    anchors: tuple[Anchor, ...] = ()
    assumptions: tuple[str, ...] = ()
    """Ids of the profile constants the bounds rest on, such as `winter-wide`."""
    calendar: str = "gregorian"
    """The calendar it was written in: `gregorian`, `julian`, `double` (both days given) or `unknown` (read in both).

    Of a date made of several, the first of these that is not `gregorian`. The bounds are days and belong to no calendar.
    """

    @property
    def earliest(self) -> Bound:
        """The earliest day it can touch."""
        return self.start[0]

    @property
    def latest(self) -> Bound:
        """The latest day it can touch."""
        return self.end[1]

    @property
    def is_span(self) -> bool:
        """Does it say that something lasted from one time to another, rather than fell on one?"""
        return self.form == "span"

    @property
    def is_bare(self) -> bool:
        """Is it written as plain EDTF, which needs no comma after it?

        No EDTF expression contains a space, the letter `s` or a dash (`–`), and every phrase contains one of them.
        """
        return " " not in self.written and "s" not in self.written and "–" not in self.written


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Words that are not a date Fontes understands, and where it lost the thread. A value, never raised."""

    text: str
    """All the words that were to be read."""
    rest: str
    """The part not understood."""
    offset: int
    """Where that part begins in `text`, counted from 0."""
    reason: str
    """One plain sentence."""


class Refused(Exception):
    """How the parts of this package tell `read` that they give up; it does not leave the package."""

    def __init__(self, offset: int, end: int, reason: str) -> None:
        """Give up on the characters from `offset` to `end` of the text at hand, for this reason."""
        super().__init__(reason)
        self.offset = offset
        self.end = end
        self.reason = reason

    def shifted(self, by: int) -> Refused:
        """The same, seen from a text in which the text at hand begins at `by`."""
        return Refused(self.offset + by, self.end + by, self.reason)


@dataclass(frozen=True, slots=True)
class Piece:
    """One calendar date inside an expression: where its unit may begin, and where it may end.

    For `1937` both are single days. They are ranges when the unit itself is uncertain: `156X-12-25` is one of
    ten days, and the winter of 1936 one of two winters. `first[0]` to `last[1]` is the hull.
    """

    first: tuple[Day, Day]
    last: tuple[Day, Day]
    unit: str
    """`day`, `month`, `season`, `year`, `decade` or `century`: what `about` is measured in."""
    written: str
    doubtful: bool = False
    approximate: bool = False
    assumptions: tuple[str, ...] = ()
    calendar: str = "gregorian"
    """As in `When`."""
