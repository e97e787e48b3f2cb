"""Two numbers one digit apart: one digit changed, dropped or added, or two neighbouring digits swapped, as when a number is copied by hand.

The unit of a slip is that of Damerau (*A technique for computer detection and correction of spelling errors*, Communications of the ACM 7,
1964). Candidates are found by hashing each number with one place left out (as in Mor and Fraenkel, *A hash code method for detecting and
correcting spelling errors*, Communications of the ACM 25, 1982), so that the work grows with the numbers and not with their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

FEWEST = 3
"""So many digits the longer number has at least, apart from zeros at the end of both: 40,000 and 50,000 are two round numbers, and no slip."""


class Slip(StrEnum):
    """What would make one number the other."""

    CHANGED = "one digit changed"
    DROPPED = "one digit dropped"
    ADDED = "one digit added"
    SWAPPED = "two digits swapped"


_TURNED = {Slip.DROPPED: Slip.ADDED, Slip.ADDED: Slip.DROPPED}


@dataclass(frozen=True, slots=True)
class Slipped:
    """A slip from one number to another. ``place`` counts digits from the left, from 1, in the longer of the two; ``was`` and ``is_`` are
    the digits there (of a swap, both; empty where there is none).
    """

    slip: Slip
    place: int
    was: str
    is_: str

    def turned(self) -> Slipped:
        """The same seen from the other number."""
        return Slipped(_TURNED.get(self.slip, self.slip), self.place, self.is_, self.was)


def digits(value: Decimal) -> str:
    """The digits of a number that is not negative, with its point where it has one; `1E+3` is written out, and `2.50` is 2.5."""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def slipped(one: str, other: str) -> Slipped | None:
    """How two numbers in digits are one slip apart; None where they are equal or further apart. A point is no digit and may not move."""
    if len(one) > len(other):
        turned = slipped(other, one)
        return turned.turned() if turned else None
    start = _shared(one, other)
    end = min(_shared(one[::-1], other[::-1]), len(one) - start)
    mine, theirs = one[start : len(one) - end], other[start : len(other) - end]
    place = start + 1 - one[:start].count(".")
    if "." in mine + theirs or one == other:
        return None
    if (len(mine), len(theirs)) == (0, 1):
        return Slipped(Slip.ADDED, place, "", theirs)
    if (len(mine), len(theirs)) == (1, 1):
        return Slipped(Slip.CHANGED, place, mine, theirs)
    if len(mine) == len(theirs) == 2 and mine == theirs[::-1]:
        return Slipped(Slip.SWAPPED, place, mine, theirs)
    return None


def _shared(one: str, other: str) -> int:
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def telling(one: str, other: str) -> bool:
    """Are the numbers long enough for nearness in digits to say something?"""
    while one.endswith("0") and other.endswith("0") and "." not in one + other:
        one, other = one[:-1], other[:-1]
    return max(sum(sign.isdigit() for sign in each) for each in (one, other)) >= FEWEST


def near(numbers: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every two of some numbers that are one slip apart, each pair once, in order."""
    keys: dict[str, list[str]] = defaultdict(list)
    known = sorted(set(numbers))
    for number in known:
        for key in dict.fromkeys(_keys(number)):
            keys[key].append(number)
    pairs = {(one, other) for them in keys.values() for place, one in enumerate(them) for other in them[place + 1 :]}
    yield from sorted(pair for pair in pairs if slipped(*pair))


def _keys(number: str) -> Iterator[str]:
    """What a number shares with every number one slip away: itself, or itself with a digit left out (of two swapped, either) or blotted."""
    yield number
    for place in range(len(number)):
        yield f"{number[:place]}{number[place + 1 :]}"
        yield f"{number[:place]}?{number[place + 1 :]}"
