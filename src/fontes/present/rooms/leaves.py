"""A leaf of a list at a time: the one way in which anything that grows with the corpus is cut for a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from fontes.present.pages import Pager, To
from fontes.present.phrasing import wording

LEAF = 50
"""How many rows a page shows of one list. A page never grows with the corpus."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which leaf of how many, counted from 1, and what stands on it, counted from 0: from ``first`` to before ``last`` of ``count``."""

    number: int
    leaves: int
    first: int
    last: int
    count: int

    def of(self, them: Sequence[T]) -> Sequence[T]:
        """What stands on it."""
        return them[self.first : self.last]

    @property
    def only(self) -> bool:
        """Is it the whole list?"""
        return self.leaves == 1

    def caption(self, count: str) -> str:
        """What a table of it is called: the count, and where several are needed, which of them are shown."""
        return count if self.only else wording.LIST_CAPTION.format(count=count, first=f"{self.first + 1:,}", last=f"{self.last:,}")


def leaf_of(count: int, asked: int = 1, size: int = LEAF) -> Leaf:
    """The leaf asked for; the last one where that is beyond it."""
    leaves = max(-(-count // size), 1)
    number = min(max(asked, 1), leaves)
    first = (number - 1) * size
    return Leaf(number, leaves, first, min(first + size, count), count)


def pager(here: To, leaf: Leaf, key: str = "leaf", anchor: str = "") -> tuple[Pager, ...]:
    """Which leaf this is and the ways to the others; nothing where there is one. ``here`` is the page as it is narrowed, ``key`` the parameter
    of its address that says the leaf, ``anchor`` the part of the page the list stands in.
    """
    if leaf.only:
        return ()
    kept = tuple(pair for pair in here.query if pair[0] != key)

    def to(number: int, *, there: bool) -> To | None:
        return replace(here, query=(*kept, *(((key, str(number)),) if number > 1 else ())), anchor=anchor) if there else None

    more, fewer = leaf.number < leaf.leaves, leaf.number > 1
    words = wording.LEAF.format(page=f"{leaf.number:,}", pages=f"{leaf.leaves:,}")
    return (
        Pager(words, to(leaf.number - 1, there=fewer), to(leaf.number + 1, there=more), to(1, there=leaf.number > 2),
              to(leaf.leaves, there=leaf.number < leaf.leaves - 1)),
    )  # fmt: skip
