"""Whether two origins are one: shared, shown distinct, or not recorded. A missing link never counts as independence.

What `others`, premises, own words and trails that merely end have behind them is not recorded, so such pairs are shown distinct by nobody's
silence: only two origins of stated kind without any recorded link are, or a pair that somebody declares independent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from fontes.findings.reasons import Reason, reason
from fontes.findings.support.ends import Ending
from fontes.model.corpus import Corpus
from fontes.model.names import SourceId
from fontes.model.sources import Source
from fontes.model.stances import Combined, Ground, Member, MemberKind

MOST_ORIGINS = 40
"""Pairs are listed for so many origins at most (780 pairs); `together` has no such limit."""


class Independence(StrEnum):
    """What is recorded about two origins."""

    SHARED = "shared"
    DISTINCT = "shown distinct"
    NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two origins, what is recorded of their independence, and on what ground that is said."""

    pair: tuple[str, str]
    value: Independence
    reason: str
    reasons: tuple[Reason, ...] = ()


def pairs(corpus: Corpus, origins: Sequence[Ending]) -> tuple[Pair, ...]:
    """Every two of the first `MOST_ORIGINS` origins."""
    known = {one.id: _Background.of(corpus, one) for one in origins[:MOST_ORIGINS]}
    return tuple(
        _pair(corpus, one, other, known[one.id], known[other.id])
        for one, other in combinations(origins[:MOST_ORIGINS], 2)
    )


def together(corpus: Corpus, origins: Sequence[Ending]) -> tuple[frozenset[str], ...]:
    """Origins grouped by what they are recorded to share, by chains of sharing too; the groups in the order of their last members."""
    leads = list(range(len(origins)))
    seen: dict[str, int] = {}
    for place, one in enumerate(origins):
        back = _Background.of(corpus, one)
        for mark in back.makers | back.ancestors:
            leads[_last(leads, seen.setdefault(mark, place))] = place
    groups: dict[int, list[str]] = {}
    for place, one in enumerate(origins):
        groups.setdefault(_last(leads, place), []).append(one.id)
    return tuple(frozenset(groups[last]) for last in sorted(groups))


def _last(leads: list[int], place: int) -> int:
    """The last member so far of the group a place is in."""
    while leads[place] != place:
        leads[place] = leads[leads[place]]
        place = leads[place]
    return place


@dataclass(frozen=True, slots=True)
class _Background:
    """Who made an origin, surely and perhaps, and every source recorded behind it, itself included."""

    makers: frozenset[str]
    perhaps: frozenset[str]
    ancestors: frozenset[str]

    @staticmethod
    def of(corpus: Corpus, end: Ending) -> _Background:
        if end.of == "word":
            return _Background(frozenset([f"agent {end.thing}"]), frozenset(), frozenset())
        source = corpus.sources.get(SourceId(end.thing)) if end.of in ("source", "text") else None
        if source is None:
            return _Background(frozenset(), frozenset(), frozenset([f"{end.of} {end.thing}"]))
        real = [maker for maker in source.makers if not maker.ascribed]
        return _Background(
            frozenset(f"agent {maker.agent}" for maker in real if not maker.doubtful),
            frozenset(f"agent {maker.agent}" for maker in real if maker.doubtful),
            frozenset(f"source {id}" for id in behind(corpus, source.id)),
        )


def behind(corpus: Corpus, id: str) -> frozenset[str]:
    """Every source recorded behind a source by descent, edition, translation, or as its part; itself included."""
    seen, waiting = {id}, [id]
    while waiting:
        source = corpus.sources.get(SourceId(waiting.pop()))
        for other in _parents(source) if source else ():
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return frozenset(seen)


def _parents(source: Source) -> Iterator[str]:
    """Being part of one collection is no common descent, so `part-of` is left out here."""
    yield from (id for id in (source.edition_of, source.translation_of) if id)
    yield from source.follows
    yield from (member.id for member in members(source.draws_on) if member.kind is MemberKind.SOURCE)


def members(grounds: Sequence[Ground | Member | Combined]) -> Iterator[Member]:
    """Every member of some grounds, however they combine."""
    for ground in grounds:
        part = ground.on if isinstance(ground, Ground) else ground
        if isinstance(part, Member):
            yield part
        else:
            yield from members(part.parts)


def _pair(corpus: Corpus, one: Ending, other: Ending, a: _Background, b: _Background) -> Pair:
    def said(value: Independence, words: str) -> Pair:
        return Pair((one.id, other.id), value, words, (one.why, other.why))

    declared = _declared(corpus, one, other)
    against = f"; {declared}, which the record does not bear out" if declared else ""
    if common := sorted(a.ancestors & b.ancestors):
        return said(Independence.SHARED, f"both go back to {_list(corpus, common)}{against}")
    if makers := sorted(a.makers & b.makers):
        return said(Independence.SHARED, f"both are by {_list(corpus, makers)}{against}")
    if inside := _part(corpus, one, other):
        return said(Independence.SHARED, inside + against)
    if declared:
        return said(Independence.DISTINCT, declared)
    if perhaps := sorted((a.makers | a.perhaps) & (b.makers | b.perhaps)):
        return said(Independence.NOT_RECORDED, f"both are perhaps by {_list(corpus, perhaps)}")
    unstated = [_called(corpus, end) for end in (one, other) if not end.stated]
    if unstated:
        return said(Independence.NOT_RECORDED, f"nothing is recorded of what stands behind {' and '.join(unstated)}")
    words = f"{_called(corpus, one)} is {one.kind}, {_called(corpus, other)} is {other.kind}, and no link is recorded"
    return said(Independence.DISTINCT, words)


def _called(corpus: Corpus, end: Ending) -> str:
    """An origin by its name; somebody's own word as that."""
    name = reason(corpus, end.of, end.thing).words if end.thing else end.id
    return f"the word of {name}" if end.of == "word" else name


def _list(corpus: Corpus, marks: Sequence[str]) -> str:
    """Agents and sources by their names; of anything else, what it is called in the corpus."""
    pairs = [mark.split(" ", 1) for mark in marks]
    return ", ".join(reason(corpus, kind, id).words if id else kind for kind, id in pairs)


def _part(corpus: Corpus, one: Ending, other: Ending) -> str:
    for inner, outer in ((one, other), (other, one)):
        source = corpus.sources.get(SourceId(inner.thing)) if inner.of == "source" else None
        if source and outer.of == "source" and source.part_of == outer.thing:
            return f"{_called(corpus, inner)} is part of {_called(corpus, outer)}"
    return ""


def _declared(corpus: Corpus, one: Ending, other: Ending) -> str:
    for first, second in ((one, other), (other, one)):
        source = corpus.sources.get(SourceId(first.thing)) if first.of == "source" else None
        for claim in source.independent_of if source else ():
            if second.of == "source" and claim.of == second.thing:
                names = [agent.name if (agent := corpus.agents.get(id)) else id for id in claim.claimed_by]
                return f"declared independent by {' and '.join(names) or 'the makers of the corpus'}"
    return ""
