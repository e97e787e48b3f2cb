"""Settlements: the coherent ways to settle criticisms that contradict each other, and what stands and falls in each.

While criticisms count, whatever rests on them without end stays undecided (`wellfounded`). A settlement says of every undecided judgement
whether it counts, so that nothing counts which another that counts keeps from counting, and nothing is left out without such a ground: a stable
model (`stable`). There may be several, and there may be none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

import numpy as np

from fontes.findings.engine.condensation import Bytes
from fontes.findings.engine.stable import CONFLICTS, Models, Part, answered_by, odd_loop, stable, undecided_parts
from fontes.findings.engine.system import Name
from fontes.findings.reasons import Reason, reason
from fontes.findings.support.criticism import Judgement
from fontes.findings.support.grounds import Grounds
from fontes.findings.support.status import Statuses
from fontes.model.names import StatementId

MOST = 20
"""How many settlements are listed where nobody asks for more."""
_AT_ONCE = 64
"""How many assumptions one pass evaluates."""
_KINDS = {"for": "proposition", "statement": "statement", "believed": "source"}


@dataclass(frozen=True, slots=True)
class Settlement:
    """One coherent way: which of the undecided judgements count in it, and which things stand and fall with them.

    Of one contradiction among several, what depends on the others too is in neither list.
    """

    counts: tuple[Judgement, ...]
    aside: tuple[Judgement, ...]
    stands: tuple[Reason, ...]
    falls: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Judgements that contradict each other and touch no others that are undecided.

    ``answers``: pairs of which the first, if it counts, keeps the second from counting. ``complete``: are these all settlements? Where there
    are none, ``loop`` is a smallest set of judgements, odd in number, each of which is answered by the next; ``alone``: can the rest be settled
    without it? Empty where none was found.
    """

    judgements: tuple[Judgement, ...]
    answers: tuple[tuple[Judgement, Judgement], ...]
    settlements: tuple[Settlement, ...]
    complete: bool
    loop: tuple[Judgement, ...] = ()
    alone: bool = False

    @property
    def incoherent(self) -> bool:
        """Is it certain that there is no coherent settlement?"""
        return self.complete and not self.settlements


@dataclass(frozen=True, slots=True)
class Settlements:
    """What stays undecided in one reading of what is not recorded, and the coherent ways to settle it.

    ``reading``: 0, any one of several lines of grounds suffices; 1, all are needed. ``counting``: the judgements that count however the rest is
    settled, as far as anything here rests on what they judge. ``elsewhere`` is undecided in the other reading only.
    ``settlements`` are those of the whole, at most as many as
    asked for; where several contradictions are apart, every settlement of one goes with every one of the others. ``total``: how
    many there are, None where that was not found out. ``complete``: are all of them listed?
    """

    reading: int
    counting: tuple[Judgement, ...]
    undecided: tuple[Reason, ...]
    elsewhere: tuple[Reason, ...]
    contradictions: tuple[Contradiction, ...]
    settlements: tuple[Settlement, ...]
    total: int | None
    complete: bool

    @property
    def incoherent(self) -> bool:
        """Is it certain that there is no coherent settlement of the whole?"""
        return any(one.incoherent for one in self.contradictions)


def settlements(statuses: Statuses, reading: int = 0, most: int = MOST, conflicts: int = CONFLICTS) -> Settlements:
    """What the criticisms that count leave undecided under the lens of these statuses, and at most so many settlements of each part.

    ``conflicts``: after so many dead ends in one part the search for its settlements ends, and says that it is not complete.
    """
    grounds = statuses.grounds
    certain, possible = _model(statuses, reading)
    every = _undecided(statuses, reading)
    other = _things(grounds, *_model(statuses, 1 - reading))
    elsewhere = tuple(_reason(grounds, name) for node, name in other.items() if node not in every.things)
    counting = judgements_of(grounds, {counts for _, counts in grounds.negations if certain[counts]})
    parts = undecided_parts(grounds.plan, grounds.negations, certain, possible, reading)
    if not parts:  # what is decided is settled in one way, which settles nothing further
        return Settlements(reading, counting, (), elsewhere, (), (Settlement((), (), (), ()),), 1, True)
    models = [stable(part, most, conflicts=conflicts) for part in parts]
    whole, total = _combined(models, most)
    return Settlements(
        reading,
        counting,
        tuple(every.things.values()),
        elsewhere,
        tuple(_contradictions(every, parts, models, conflicts)),
        tuple(every.settled((choice, frozenset(every.unless)) for choice in whole)),
        total,
        total == len(whole),
    )


def _model(statuses: Statuses, reading: int) -> tuple[Bytes, Bytes]:
    """The well-founded model in a reading: what certainly holds and what possibly does."""
    return (statuses.all, statuses.possible_all) if reading else (statuses.any, statuses.possible_any)


def _combined(models: Sequence[Models], most: int) -> tuple[list[frozenset[int]], int | None]:
    """Settlements of the whole: every choice of one from each part, the first of them listed; and how many there are."""
    counted = prod(len(found.counting) for found in models)
    known = all(found.complete for found in models) or any(found.complete and not found.counting for found in models)
    chosen = islice(product(*(found.counting for found in models)), most)
    return [frozenset().union(*choice) for choice in chosen], counted if known else None


@dataclass(frozen=True, slots=True)
class _Undecided:
    """What the well-founded model leaves undecided, and what becomes of it once judgements are settled.

    ``gone``: what is withdrawn in every settlement. ``unless``: for every undecided judgement what does not hold if it counts. ``things``: what is
    told of, by node.
    """

    grounds: Grounds
    gone: tuple[int, ...]
    reading: int
    unless: dict[int, list[int]]
    things: dict[int, Reason]

    def settled(self, choices: Iterable[tuple[frozenset[int], frozenset[int]]]) -> list[Settlement]:
        """Settlements, each given as the judgements that count and all that it settles; what it leaves open stays in neither list."""
        kept = list(choices)
        made: list[Settlement] = []
        for start in range(0, len(kept), _AT_ONCE // 2):
            made += self._settled(kept[start : start + _AT_ONCE // 2])
        return made

    def _settled(self, choices: list[tuple[frozenset[int], frozenset[int]]]) -> list[Settlement]:
        """In one pass: what holds though all that is left open counts, and what holds though none of it does."""
        every = self._spared(self.unless)
        least = [(*self.gone, *(every - self._spared(settles - counting))) for counting, settles in choices]
        most = [(*self.gone, *self._spared(counting)) for counting, _ in choices]
        words = self.grounds.plan.least_many(self.reading, [*least, *most])[np.fromiter(self.things, dtype=np.int64)]
        reasons = tuple(self.things.values())

        def those(place: int, value: int) -> tuple[Reason, ...]:
            bits = (words >> np.uint64(place)) & np.uint64(1)
            return tuple(reasons[index] for index in np.flatnonzero(bits == value).tolist())

        return [
            Settlement(
                judgements_of(self.grounds, counting), judgements_of(self.grounds, settles - counting),
                those(place, 1), those(place + len(choices), 0),
            )
            for place, (counting, settles) in enumerate(choices)
        ]  # fmt: skip

    def _spared(self, judgements: Iterable[int]) -> frozenset[int]:
        """What does not hold if these count."""
        return frozenset(spared for counts in judgements for spared in self.unless[counts])


def _undecided(statuses: Statuses, reading: int) -> _Undecided:
    grounds = statuses.grounds
    certain, possible = _model(statuses, reading)
    unless: dict[int, list[int]] = defaultdict(list)
    for spared, counts in grounds.negations:
        if possible[counts] and not certain[counts]:
            unless[counts].append(spared)
    decided = (spared for spared, counts in grounds.negations if certain[counts])
    things = {node: _reason(grounds, name) for node, name in _things(grounds, certain, possible).items()}
    return _Undecided(grounds, (*statuses.withdrawn, *decided), reading, unless, things)


def _things(grounds: Grounds, certain: Bytes, possible: Bytes) -> dict[int, Name]:
    """The undecided nodes that are propositions, statements or sources, in that order and by name."""
    names = {int(node): grounds.plan.name(int(node)) for node in np.flatnonzero((possible != 0) & (certain == 0))}
    kept = sorted((_order(name), node) for node, name in names.items() if _is_thing(grounds, name))
    return {node: names[node] for _, node in kept}


def _contradictions(every: _Undecided, parts: Sequence[Part], models: Sequence[Models], conflicts: int) -> Iterator[Contradiction]:
    choices = ((counting, frozenset(part.counts)) for part, found in zip(parts, models, strict=True) for counting in found.counting)
    settled = iter(every.settled(choices))
    for part, found in zip(parts, models, strict=True):
        yield _contradiction(every.grounds, part, found, tuple(islice(settled, len(found.counting))), conflicts)


def _contradiction(grounds: Grounds, part: Part, found: Models, settled: tuple[Settlement, ...], conflicts: int) -> Contradiction:
    loop, alone = odd_loop(part, conflicts) if found.complete and not found.counting else ((), False)
    judged = {node: _judgement(grounds, node) for node in part.counts}  # each once: of many that face each other there are very many pairs
    pairs = ((other, one) for one, others in answered_by(part).items() for other in others)
    return Contradiction(
        judgements_of(grounds, part.counts), tuple((judged[first], judged[second]) for first, second in pairs),
        settled, found.complete, tuple(judged[node] for node in loop), alone,
    )  # fmt: skip


def judgements_of(grounds: Grounds, nodes: Iterable[int]) -> tuple[Judgement, ...]:
    """The judgements of these nodes, in order of name."""
    return tuple(sorted(_judgement(grounds, node) for node in nodes))


def _judgement(grounds: Grounds, node: int) -> Judgement:
    _, criticism, *rest = grounds.plan.name(node)
    return Judgement(StatementId(criticism), *rest)


def _is_thing(grounds: Grounds, name: Name) -> bool:
    return name[0] in _KINDS and (name[0] != "believed" or name[1] in grounds.corpus.sources)


def _order(name: Name) -> tuple[int, str]:
    return list(_KINDS).index(name[0]), name[1]


def _reason(grounds: Grounds, name: Name) -> Reason:
    return reason(grounds.corpus, _KINDS[name[0]], name[1], grounds.acts.all)
