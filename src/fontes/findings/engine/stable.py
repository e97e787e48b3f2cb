"""The stable models of what the well-founded model leaves undecided: every coherent way to settle it.

Gelfond and Lifschitz, *The stable model semantics for logic programming*, 1988. Every stable model contains what certainly holds and nothing
that certainly does not, so only the undecided nodes go to the solver (clingo), and of these only the ones that undecided criticisms rest on
(Lifschitz and Turner, *Splitting a logic program*, 1994): what merely rests on them follows in one pass. A model is wholly given by the
judgements that count in it. Parts that do not touch each other are solved apart; the models of the whole are all combinations of theirs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import clingo

from fontes.findings.engine.condensation import Bytes
from fontes.findings.engine.plan import Plan
from fontes.findings.engine.system import Condition, Name

CONFLICTS = 1_000_000
"""After so many dead ends the search for models stops, and says that it is not complete. A number, not a time: the same on every machine."""
LOOPS = 50
"""From so many judgements, in order of name, odd loops are looked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """Undecided nodes that hang together: what each still needs of the other undecided ones, and which hold unless others do."""

    names: Mapping[int, Name]
    conditions: Mapping[int, Condition]
    negations: tuple[tuple[int, int], ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """The judgements that are undecided here, in order of name."""
        return tuple(sorted({counts for _, counts in self.negations}, key=self.names.__getitem__))

    def unless(self) -> dict[int, tuple[int, ...]]:
        """For every node that holds unless others do, those others."""
        found: dict[int, tuple[int, ...]] = {}
        for spared, counts in self.negations:
            if spared in self.conditions:
                found[spared] = (*found.get(spared, ()), counts)
        return found


class Models(NamedTuple):
    """The models found, each as the judgements that count in it; and were these all?"""

    counting: tuple[frozenset[int], ...]
    complete: bool


def undecided_parts(
    plan: Plan, negations: Sequence[tuple[int, int]], certain: Bytes, possible: Bytes, which: int = 0
) -> tuple[Part, ...]:
    """What undecided judgements rest on and the well-founded model leaves undecided, in parts that do not touch each other."""
    pairs = [(spared, counts) for spared, counts in negations if possible[counts] and not certain[counts]]
    cone = plan.limited({counts for _, counts in pairs})
    reading = cone.all if which else cone.any
    node = [_node(plan, name) for name in cone.names]
    conditions: dict[int, Condition] = {}
    for place, number in enumerate(node):
        if possible[number] and not certain[number]:
            under = [node[part] for part in reading.parts[place]]
            given = sum(1 for part in under if certain[part])
            conditions[number] = reading.needs[place] - given, tuple(part for part in under if possible[part] and not certain[part])
    inside = [(spared, counts) for spared, counts in pairs if spared in conditions]
    names = {number: plan.name(number) for number in conditions}
    of: dict[int, list[tuple[int, int]]] = {}
    for pair in pairs:
        of.setdefault(pair[1], []).append(pair)
    parts = [
        Part(
            {one: names[one] for one in group}, {one: conditions[one] for one in group}, tuple(pair for one in group for pair in of.get(one, ()))
        )
        for group in _groups(conditions, inside)
    ]  # fmt: skip
    return tuple(sorted(parts, key=lambda part: min(part.names.values())))


def _node(plan: Plan, name: Name) -> int:
    number = plan.number(name)
    if number is None:
        raise KeyError(name)
    return number


def _groups(conditions: Mapping[int, Condition], negations: Iterable[tuple[int, int]]) -> list[set[int]]:
    beside: dict[int, list[int]] = {node: [] for node in conditions}
    edges = [(node, part) for node, (_, parts) in conditions.items() for part in parts]
    for one, other in (*edges, *negations):
        beside[one].append(other)
        beside[other].append(one)
    groups: list[set[int]] = []
    seen: set[int] = set()
    for start in conditions:
        if start not in seen:
            group = _reached(start, beside)
            seen |= group
            groups.append(group)
    return groups


def _reached(start: int, after: Mapping[int, Iterable[int]]) -> set[int]:
    seen, waiting = {start}, [start]
    while waiting:
        for node in after[waiting.pop()]:
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return seen


def stable(part: Part, most: int, aside: Collection[int] = (), conflicts: int = CONFLICTS) -> Models:
    """The stable models of a part, at most so many, in the order of their names; judgements in ``aside`` are kept from counting."""
    control = clingo.Control([f"--models={most + 1}", f"--solve-limit={conflicts}"], logger=_silent)
    with control.backend() as backend:
        atoms = {node: backend.add_atom() for node in sorted(part.names, key=part.names.__getitem__)}
        unless = part.unless()
        for node, atom in atoms.items():
            if node in unless:
                backend.add_rule([atom], [-atoms[counts] for counts in unless[node]])
            elif node not in aside:
                _write(backend, atom, *part.conditions[node], atoms)
    found = []
    with control.solve(yield_=True) as handle:
        for model in handle:
            found.append(frozenset(node for node in part.counts if model.is_true(atoms[node])))
        exhausted = bool(handle.get().exhausted)
    kept = sorted(found[:most], key=lambda counting: sorted(part.names[node] for node in counting))
    return Models(tuple(kept), exhausted and len(found) <= most)


def _write(backend: Any, atom: int, need: int, parts: tuple[int, ...], atoms: Mapping[int, int]) -> None:
    """A node holds where enough of its parts do; a bound over positive parts is a least fixpoint, as everywhere else."""
    backend.add_weight_rule([atom], need, [(atom_of, 1) for atom_of in sorted(atoms[part] for part in parts)])


def _silent(_code: Any, _message: str) -> None:
    """What the solver would remark on: our rules are written by us, and need no remarks on the terminal of the reader."""


def answered_by(part: Part) -> dict[int, tuple[int, ...]]:
    """For every undecided judgement those that would keep it from counting if they counted, in order of name.

    Followed through the grounds of the criticism, down to what is impeached: a judgement does not count where its own ground has fallen.
    """
    unless = part.unless()
    under = {node: () if node in unless else parts for node, (_, parts) in part.conditions.items()}
    found = {}
    for node in part.counts:
        against = {counts for one in _reached(node, under) for counts in unless.get(one, ())}
        found[node] = tuple(sorted(against, key=part.names.__getitem__))
    return found


def odd_loop(part: Part, conflicts: int = CONFLICTS) -> tuple[tuple[int, ...], bool]:
    """A smallest odd loop behind a part without stable models, each judgement answered by the next; and is it what causes it?

    It causes it where the rest can be settled once the loop is set aside; the smallest such loop is preferred. Where none of those
    looked at does so by itself, the smallest is given with *no*. Empty where none was found within the limits stated above; each loop has
    its share of the dead ends.
    """
    against = answered_by(part)
    through = (_odd_through(start, against) for start in part.counts[:LOOPS])
    loops = {_turned(loop, part.names) for loop in through if loop and len({*loop}) == len(loop)}
    ordered = sorted(loops, key=lambda loop: (len(loop), [part.names[node] for node in loop]))
    settled = True
    for loop in ordered:
        found = stable(part, 1, aside=loop, conflicts=max(1, conflicts // LOOPS))
        if found.counting:
            return loop, True
        settled = settled and found.complete
    return (ordered[0], False) if ordered and settled else ((), False)


def _odd_through(start: int, against: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    """A shortest closed way of odd length through `start`; empty where there is none."""
    came: dict[tuple[int, int], tuple[int, int]] = {}
    waiting = deque([(start, 0)])
    while waiting:
        node, odd = state = waiting.popleft()
        for other in against[node]:
            fresh = (other, 1 - odd)
            if fresh not in came:
                came[fresh] = state
                waiting.append(fresh)
        if (start, 1) in came:
            return _way_back(start, came)
    return ()


def _way_back(start: int, came: Mapping[tuple[int, int], tuple[int, int]]) -> tuple[int, ...]:
    way = [came[start, 1]]
    while way[-1] != (start, 0):
        way.append(came[way[-1]])
    return tuple(node for node, _ in reversed(way))


def _turned(loop: tuple[int, ...], names: Mapping[int, Name]) -> tuple[int, ...]:
    """The same loop, beginning with what comes first by name."""
    first = loop.index(min(loop, key=names.__getitem__))
    return (*loop[first:], *loop[:first])
