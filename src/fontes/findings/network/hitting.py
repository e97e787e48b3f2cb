"""Smallest sets of statements of which every core holds one, grown as cores are found."""

from __future__ import annotations

from collections.abc import Collection, Sequence

MOST = 1500
"""How many are kept; beyond that those that come first in rank."""


class Hitting:
    """The minimal hitting sets of the cores added so far (Berge, *Hypergraphes*, 1987), and which of them are proved to leave no contradiction.

    ``whole`` is False once there were more than are kept.
    """

    def __init__(self, doubtful: Sequence[str] = ()) -> None:
        self._doubt = {claim: place for place, claim in enumerate(doubtful)}
        self._sets: set[frozenset[str]] = {frozenset()}
        self._cores: list[frozenset[str]] = []
        self._proved: set[frozenset[str]] = set()
        self._untried: list[frozenset[str]] = [frozenset()]
        self.whole = True

    def doubt(self, claim: str) -> tuple[int, str]:
        """By this a statement is offered for dropping: the most doubtful first, then by name."""
        return self._doubt.get(claim, len(self._doubt)), claim

    def rank(self, claims: Collection[str]) -> tuple[int, list[tuple[int, str]]]:
        """By this a set is offered: the smallest first, then the most doubtful."""
        return len(claims), sorted(map(self.doubt, claims))

    def add(self, core: Collection[str]) -> None:
        """Hit one core more."""
        one = frozenset(core)
        self._cores.append(one)
        kept = {claims for claims in self._sets if claims & one}
        grown = {claims | {claim} for claims in self._sets - kept for claim in one}
        found = kept | {claims for claims in grown if self._minimal(claims)}
        if len(found) > MOST:
            self.whole = False
            found = set(sorted(found, key=self.rank)[:MOST])
        self._sets = found
        self._untried = sorted(found - self._proved, key=self.rank, reverse=True)

    def _minimal(self, claims: frozenset[str]) -> bool:
        """Is every statement the only one that hits some core?"""
        needed = {next(iter(both)) for core in self._cores if len(both := core & claims) == 1}
        return needed == claims

    def untried(self) -> frozenset[str] | None:
        """The first set in rank that is not yet proved."""
        return self._untried[-1] if self._untried else None

    def proved(self, claims: frozenset[str]) -> None:
        """Without these statements, the first untried, no contradiction is left."""
        self._proved.add(claims)
        self._untried.remove(claims)

    def ranked(self) -> tuple[tuple[str, ...], ...]:
        """All sets in rank, each with the most doubtful statement first."""
        return tuple(tuple(sorted(claims, key=self.doubt)) for claims in sorted(self._sets, key=self.rank))
