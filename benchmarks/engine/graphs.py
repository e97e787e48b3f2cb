"""Graphs of claims, grounds and sources of a given size and shape, made by rule: the same size and shape give the same graph.

A claim has one or two grounds (1.5 on average), a ground two or three members (2.25), a member is a source or another claim; there is a source
for every ten claims.

shallow    members are sources in half of all cases, else any earlier claim
deep       members are sources in four cases of ten, else one of the two hundred claims before: depth grows with the number of claims
circles    as shallow, and one claim in fifty and one up to fifty places later each rest on the other
citation   who has been cited is cited again (preferential attachment, by copying an earlier citation in three cases of four)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fontes.findings.engine.plan import Building, Plan
from fontes.findings.engine.system import all_of, one_of

SHAPES = ("shallow", "deep", "circles", "citation")
Longs = NDArray[np.int64]


@dataclass(frozen=True)
class Graph:
    """``claim_of``: the claim of each ground; ``ground_of``: the ground of each member; ``member``: a claim, or -1 - a source."""

    claims: int
    sources: int
    claim_of: Longs
    ground_of: Longs
    member: Longs

    @property
    def grounds(self) -> int:
        return len(self.claim_of)


def graph(shape: str, claims: int) -> Graph:
    """The graph of a shape."""
    chance = np.random.default_rng([claims, SHAPES.index(shape)])
    sources = claims // 10
    claim_of = np.repeat(np.arange(claims), 1 + (chance.random(claims) < 0.5))
    ground_of = np.repeat(np.arange(len(claim_of)), 2 + (chance.random(len(claim_of)) < 0.25))
    own = claim_of[ground_of]
    size = len(own)
    drawn = -1 - chance.integers(0, sources, size)
    if shape == "deep":
        back = own - 1 - (chance.random(size) * np.minimum(own, 200)).astype(np.int64)
        member = np.where((chance.random(size) < 0.4) | (own == 0), drawn, back)
    else:
        back = (chance.random(size) * own).astype(np.int64)
        member = np.where((chance.random(size) < 0.5) | (own == 0), drawn, back)
    if shape == "circles":
        first = np.searchsorted(own, np.arange(claims))
        one = np.flatnonzero(chance.random(claims - 50) < 0.02)
        other = one + 1 + chance.integers(0, 50, len(one))
        member[first[one]], member[first[other] + 1] = other, one
    if shape == "citation":
        member = _copied(chance, member, ground_of)
    pairs = np.unique(np.stack([ground_of, member]), axis=1)
    return Graph(claims, sources, claim_of, pairs[0], pairs[1])


def _copied(chance: np.random.Generator, member: Longs, ground_of: Longs) -> Longs:
    """Three of four members are what an earlier member is, which may itself be copied."""
    size = len(member)
    like = np.where(chance.random(size) < 0.75, (chance.random(size) * np.arange(size)).astype(np.int64), np.arange(size))
    while (like[like] != like).any():
        like = like[like]
    return member[like]


@dataclass(frozen=True)
class Named:
    """A graph with the names and the conditions of its nodes, as a compiler would put them: the words are there already."""

    graph: Graph
    claims: list[str]
    sources: list[str]
    grounds: list[str]
    of_claims: list[list[int]]
    of_grounds: list[list[int]]

    @staticmethod
    def of(one: Graph) -> Named:
        grounds = np.split(np.arange(one.grounds), np.flatnonzero(np.diff(one.claim_of)) + 1)
        members = np.split(one.member, np.flatnonzero(np.diff(one.ground_of)) + 1)
        return Named(
            one,
            [f"claim-{number}" for number in range(one.claims)],
            [f"source-{number}" for number in range(one.sources)],
            [f"claim-{claim} {number}" for number, claim in enumerate(one.claim_of.tolist())],
            [some.tolist() for some in grounds],
            [some.tolist() for some in members],
        )

    def plan(self) -> Plan:
        """The plan: in the least demanding reading one ground of a claim is enough, in the most demanding all are needed."""
        building = Building()
        node, put = building.node, building.put
        leaf = all_of(())
        for source in self.sources:
            put(node(("unit", "source", source)), leaf)
        claims, sources, grounds = self.claims, self.sources, self.grounds
        for name, some in zip(claims, self.of_claims, strict=True):
            parts = [node(("part", grounds[ground])) for ground in some]
            put(node(("statement", name)), one_of(parts), all_of(parts))
        for name, members in zip(grounds, self.of_grounds, strict=True):
            parts = [
                node(("statement", claims[member])) if member >= 0 else node(("unit", "source", sources[-1 - member])) for member in members
            ]
            put(node(("part", name)), all_of(parts))
        return building.done()
