"""Which statements could lie on a circle of grounds: a quick sieve over the links of each file.

Each file's links are kept as pairs of 64-bit numbers (hashes of places; a collision only keeps too much), so that after an edit only the
edited file's are made again. A link can lie on a circle only if something leads to where it starts and something leads on from where it ends;
taking away all others, again and again, leaves a small remainder, which ``knots`` then searches exactly (trimming as in parallel searches for
strongly connected components: McLendon et al. 2005).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fontes.findings.support.independence import members
from fontes.model.names import Passage
from fontes.model.sources import Source
from fontes.model.stances import Attitude, Ground, MemberKind, Report, Stance

Pairs = NDArray[np.int64]
ROUNDS = 64
"""How often what leads nowhere is taken away; what then remains is searched as it is."""
SIDES = {Attitude.ASSERTS: "for", Attitude.SUPPOSES: "for", Attitude.DOUBTS: "against", Attitude.DENIES: "against"}


@dataclass(frozen=True, slots=True)
class Links:
    """What one file's statements and sources can lead to: pairs of places (shape (n, 2): from, to); the place of each statement, and its name."""

    pairs: Pairs
    places: Pairs
    names: tuple[str, ...]


def links(entries: Iterable[Any], sources: Iterable[Source]) -> Links:
    """All links of one file. Never too few, sometimes too many."""
    kept = list(entries)
    found = [number for one in kept for pair in _of_statement(one) for number in pair]
    found += [number for one in sources for pair in _of_source(one) for number in pair]
    names = tuple(base(one.id) for one in kept)
    return Links(np.array(found, np.int64).reshape(-1, 2), np.array([place("statement", name) for name in names], np.int64), names)


def concerned(parts: Iterable[Links]) -> frozenset[str]:
    """The names of all statements that could lie on a circle, or are met directly from one."""
    files = list(parts)
    pairs = np.concatenate([one.pairs for one in files] or [np.empty((0, 2), np.int64)])
    left = core(sieved(pairs))
    if not len(left):
        return frozenset()
    met = np.unique(np.concatenate([pairs[among(pairs[:, 0], left), 1], left]))
    return frozenset(one.names[index] for one in files for index in among(one.places, met).tolist())


def among(numbers: Pairs, few: Pairs) -> Pairs:
    """Where in ``numbers`` one of a few stands (in order, at least one); most are passed over by their last digits."""
    mask = (1 << (len(few) * 16).bit_length()) - 1
    marked = np.zeros(mask + 1, bool)
    marked[few & mask] = True
    near = np.flatnonzero(marked[numbers & mask])
    at = np.minimum(np.searchsorted(few, numbers[near]), len(few) - 1)
    found: Pairs = near[few[at] == numbers[near]]
    return found


def sieved(pairs: Pairs) -> Pairs:
    """The links without most of those that cannot lie on a circle: places are told apart by the last digits of their numbers only, which
    needs no order among them and keeps some links too many.
    """
    while len(pairs):
        mask = (1 << (len(pairs) * 4).bit_length()) - 1
        start, end = pairs[:, 0] & mask, pairs[:, 1] & mask
        reached, leading = np.zeros(mask + 1, bool), np.zeros(mask + 1, bool)
        reached[end] = True
        leading[start] = True
        kept = reached[start] & leading[end]
        pairs = pairs[kept]
        if len(pairs) > 0.8 * len(kept):
            break
    return pairs


def core(pairs: Pairs) -> Pairs:
    """The places that remain when all links that cannot lie on a circle are taken away, again and again."""
    places, numbered = np.unique(pairs, return_inverse=True)
    start, end = numbered.reshape(-1, 2).T
    for _ in range(ROUNDS):
        reached = np.zeros(len(places), bool)
        leading = np.zeros(len(places), bool)
        reached[end] = True
        leading[start] = True
        kept = reached[start] & leading[end]
        if kept.all():
            break
        start, end = start[kept], end[kept]
    remaining: Pairs = places[np.unique(start)]
    return remaining


def place(*parts: str) -> int:
    """The number of a place within this process."""
    return hash(parts)


def base(id: str) -> str:
    """The name of a statement before equal names were told apart by number."""
    return id.rsplit(" (", 1)[0] if id.endswith(")") and " (" in id else id


def _of_statement(one: Any) -> Iterator[tuple[int, int]]:
    own = place("statement", base(one.id))
    read: Passage | None = one.read
    on, side = _about(one)
    if side == "for":
        yield place("proposition", on), own
    if side and read is not None:
        yield place("source", read.source, on, side), own
        yield place("any", read.source), own
    grounds: tuple[Ground, ...] = getattr(one, "grounds", ())
    if grounds:
        yield from _of_grounds(own, grounds, on, side)
    elif read is not None:
        yield own, place("drawn", read.source)


def _about(one: Any) -> tuple[str, str]:
    if isinstance(one, Stance):
        return str(one.on), SIDES.get(one.attitude, "")
    if isinstance(one, Report):
        return str(one.proposition), "for" if one.asserting else ""
    return "", ""


def _of_grounds(own: int, grounds: tuple[Ground, ...], on: str, side: str) -> Iterator[tuple[int, int]]:
    for member in members(grounds):
        if member.kind is MemberKind.SOURCE:
            said = place("source", member.id, member.saying, "for") if member.saying else place("source", member.id, on, side)
            yield own, said
            yield said, place("drawn", member.id)
        elif member.kind is MemberKind.PROPOSITION:
            yield own, place("proposition", member.id)
        elif member.kind is MemberKind.STATEMENT:
            yield own, place("statement", base(member.id))


def _of_source(one: Source) -> Iterator[tuple[int, int]]:
    """What a source draws on, whatever it is about."""
    drawn = place("drawn", one.id)
    yield place("any", one.id), drawn
    for member in members(one.draws_on):
        if member.kind is MemberKind.SOURCE:
            yield drawn, place("any", member.id)
            if member.saying:
                yield drawn, place("source", member.id, member.saying, "for")
        elif member.kind is MemberKind.PROPOSITION:
            yield drawn, place("proposition", member.id)
        elif member.kind is MemberKind.STATEMENT:
            yield drawn, place("statement", base(member.id))
