"""The grounds of a corpus for all dates at once: compiled once, after which a lens with other dates costs some passes over arrays.

What a lens's dates decide is which statements were there. So every date by which something was there is a leaf of its own, which a lens
leaves, withdraws from the most demanding reading (possibly there), or withdraws from both. Where a plan for one lens goes on another way if
nothing of some kind had been said yet (a source through what it draws on, a proposition as a premise), this one has both ways, the second
behind a gate that a lens opens. What is said of a lens is then the same, node by node, as if its own plan had been compiled; a law in the
tests says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from fontes.dates import Answer
from fontes.findings.acts import Acts, Dates, Ids, Key, acts, dates_of, impeachments, presence
from fontes.findings.engine.condensation import Flags, Ints, Longs, Rows
from fontes.findings.engine.plan import Among, Plan, picked
from fontes.findings.engine.system import Name, all_of, one_of
from fontes.findings.support.criticism import Counted, counted
from fontes.findings.support.grounds import POSSIBLY, SIDES, Draft, Grounds
from fontes.model.corpus import Corpus, Entry
from fontes.model.lens import Lens
from fontes.model.names import StatementId
from fontes.model.stances import Combination

K = TypeVar("K")
Tiny = NDArray[np.int8]
_ANSWERS = (Answer.CERTAIN, Answer.POSSIBLE, Answer.IMPOSSIBLE)
_CERTAIN, _POSSIBLE, _IMPOSSIBLE = range(3)
_NEVER: Name = ("never",)
_ANY_OF = (*SIDES, "for", "against", "source", "proposition", "event")
"""The nodes whose parts are what was said of something: of these, a plan for one lens has only those that were there."""


@dataclass(frozen=True, slots=True)
class _Gates:
    """Ways that a lens opens when nothing of some statements was there.

    ``from_``: the node that goes this way then; ``way``: what it goes on through; ``gate``: the leaf before it. ``first`` and ``said``: rows
    of the statements, by number.
    """

    from_: Longs
    way: Longs
    gate: Longs
    first: Longs
    said: Longs

    @staticmethod
    def of(known: Sequence[tuple[int, int, int, Sequence[int]]]) -> _Gates:
        first = np.zeros(len(known) + 1, dtype=np.int64)
        np.cumsum(np.array([len(said) for *_, said in known], dtype=np.int64), out=first[1:])
        columns = [np.array([one[place] for one in known], dtype=np.int64) for place in range(3)]
        return _Gates(columns[0], columns[1], columns[2], first, np.array([one for *_, said in known for one in said], dtype=np.int64))

    def open(self, there: Flags) -> Flags:
        """Which are open, by which statements were there."""
        return ~_any(there, self.first, self.said)


def _any(there: Flags, first: Longs, said: Longs) -> Flags:
    """For each row of statements, was any of them there?"""
    counts = np.concatenate([[0], np.cumsum(there[said])])
    return np.asarray(counts[first[1:]] > counts[first[:-1]])


class _Draft(Draft):
    """A plan for all dates in the making: remembers every date and every gate."""

    def __init__(self, corpus: Corpus, seen: Acts, judged: Counted) -> None:
        super().__init__(corpus, seen, judged)
        self.numbers = {entry.id: number for number, entry in enumerate(corpus.statements())}
        self.dates: dict[Dates, int] = {}
        self.of: list[int] = []
        self.leaves: list[int] = []
        self.ways: list[tuple[int, int, int, Sequence[int]]] = []
        self.aspects: dict[Name, tuple[int, int, int, Sequence[int]]] = {}
        self.renamed: list[tuple[int, int, int, Sequence[int]]] = []
        self.judging = _by_target(entry for entry in corpus.criticisms.values() if not entry.vouching)
        self.node(POSSIBLY)
        self.put(_NEVER, one_of(()))

    def there(self, entry: Entry) -> list[int]:
        key = dates_of(self.corpus, entry)
        number = self.dates.setdefault(key, len(self.dates))
        if number == len(self.leaves):
            self.leaves.append(self.building.node(("when", str(number))))
            self.building.put(self.leaves[-1], all_of(()))
        self.of.append(number)
        return [self.leaves[number]]

    def criticised(self, of: str, target: str | Key, aspects: Iterable[str]) -> list[Name]:
        return [self._aspect(of, target, aspect) for aspect in aspects]

    def _aspect(self, of: str, target: str | Key, aspect: str) -> Name:
        """Belief in a kind of criticised thing, unless nothing had been criticised so yet."""
        where = (target,) if isinstance(target, str) else target
        name: Name = ("criticised", of, aspect, *where)
        if name not in self.aspects:
            gate = self._gate(name)
            unit = self.node(("unit", "criticised", aspect))
            said = [self.numbers[one] for one in self.judging[of, target, aspect]]
            self.put(name, one_of([unit, gate]))
            self.aspects[name] = (self.node(name), unit, gate, said)
        return name

    def first_of(self, name: Name, said: Sequence[str], parts: Iterable[Name], otherwise: Iterable[Name] | None) -> None:
        if not said or otherwise is None:
            return super().first_of(name, said, parts, otherwise)
        way: Name = ("otherwise", *name)
        gate = self._gate(name)
        self.put(way, all_of([gate, *self.nodes(otherwise)]))
        self.put(name, one_of([*self.nodes(parts), self.node(way)]))
        self.ways.append((self.node(name), self.node(way), gate, [self.numbers[StatementId(one)] for one in said]))

    def _source(self, name: Name) -> None:
        """A source as a ground has another name when its statement, or all that it says of the matter, was not there yet."""
        super()._source(name)
        _, source, proposition, side, itself = name
        if itself:
            self._also(name, (*name[:4], ""), [self.numbers[StatementId(itself)]])
        if proposition and not self._drawn(source):
            said = [self.numbers[one] for one in self.acts.sayings.get((source, proposition, side), ()) if one != itself]
            criticisms = [one for key in self._narrowing(source, proposition) for one in self.judging[key]]
            criticisms += [one.criticism for one in self.judged.narrowed.get((source, proposition), ())]
            self._also(name, ("source", source, "", "", ""), [*said, *(self.numbers[one] for one in criticisms)])

    def _narrowing(self, source: str, proposition: str) -> Iterator[tuple[str, Key, str]]:
        key = (source, proposition)
        return (("narrowed", key, aspect) for aspect in self.acts.narrowed.get(key, ()))

    def _also(self, name: Name, other: Name, unless: Sequence[int]) -> None:
        """One node is named as another unless some of these statements were there."""
        self.renamed.append((self.node(name), self.node(other), 0, unless))

    def _gate(self, name: Name) -> int:
        gate: Name = ("unsaid", *name)
        self.put(gate, all_of(()))
        return self.building.node(gate)


Targets = dict[tuple[str, str | Key, str], list[StatementId]]


def _by_target(impeaching: Iterable[Entry]) -> Targets:
    """The criticisms that impeach a target in an aspect."""
    found: Targets = {}
    for one in impeaching:
        whole, narrowed, uses = impeachments([one])
        targets: list[tuple[str, str | Key, tuple[str, ...]]] = []
        targets += (("impeached", source, aspects) for source, aspects in whole.items())
        targets += (("narrowed", key, aspects) for key, aspects in narrowed.items())
        targets += (("uses", use, aspects) for use, aspects in uses.items())
        for of, target, aspects in targets:
            for aspect in aspects:
                found.setdefault((of, target, aspect), []).append(one.id)
    return found


@dataclass(frozen=True, slots=True)
class AllDates:
    """A corpus compiled for all dates, with the criticisms of one ``choice`` of them.

    ``of``: the number of its date for every statement; ``leaf``: the node of every date. ``dropped``: the nodes that stand for a statement in
    the sides of something, and the statement; ``sides`` the nodes of sides, with rows of what takes them. ``spared``: nodes of criticisms that
    do not count, and the statement. ``renamed``: nodes that are another where nothing of some statements was there.
    """

    corpus: Corpus
    choice: Lens
    acts: Acts
    plan: Plan
    rules: Mapping[Name, Combination]
    negations: tuple[tuple[int, int], ...]
    dates: tuple[Dates, ...]
    of: Longs
    leaf: Longs
    ids: tuple[StatementId, ...]
    attested: Longs
    never: int
    possibly: int
    ways: _Gates
    aspects: _Gates
    standing: tuple[Longs, Longs]
    sides: tuple[Longs, Longs, Longs]
    spared: tuple[Longs, Longs]
    renamed: _Gates
    roots: Longs
    any_of: Flags

    def under(self, lens: Lens) -> Grounds:
        """The grounds under the dates of a lens: the same as compiled for it alone."""
        answers = np.array([_ANSWERS.index(presence(one, lens)) for one in self.dates], dtype=np.int8)
        mine = answers[self.of] if len(self.of) else np.empty(0, dtype=np.int8)
        there = mine != _IMPOSSIBLE
        ways, aspects = self.ways.open(there), self.aspects.open(there)
        possible, impossible = self.leaf[answers == _POSSIBLE], self.leaf[answers == _IMPOSSIBLE]
        shut = np.concatenate([self.ways.gate[~ways], self.aspects.gate[~aspects], impossible])
        rows = self._rows(answers, there, ways, aspects)
        plan = Plan(self.plan.names, rows, among=Among(self.plan, (shut, np.concatenate([shut, possible])), self.roots))
        return Grounds(self.corpus, self._acts(mine), plan, self.rules, self._negations(plan))

    def _negations(self, plan: Plan) -> tuple[tuple[int, int], ...]:
        """The criticisms that touch anything in a plan, and those that answer them, and so on."""
        counts = dict(self.negations)
        waiting = [spared for spared in counts if plan.reached[spared]]
        kept = set(waiting)
        while waiting:
            answering = [part for part in plan.parts(counts[waiting.pop()]) if part in counts and part not in kept]
            kept.update(answering)
            waiting += answering
        return tuple(pair for pair in self.negations if pair[0] in kept)

    def _rows(self, answers: Tiny, there: Flags, ways: Flags, aspects: Flags) -> tuple[Rows, Rows]:
        size = len(self.plan)
        row, same = np.arange(size, dtype=np.int64), np.arange(size, dtype=np.int32)
        row[self.ways.from_[ways]] = self.ways.way[ways]
        row[self.attested[~there]] = self.never
        same[self.leaf[answers == _POSSIBLE]] = self.possibly
        renamed = self.renamed.open(there)
        same[self.renamed.from_[renamed]] = self.renamed.way[renamed]
        same[self.aspects.from_[~aspects]] = self.aspects.way[~aspects]
        settled = np.zeros(size, dtype=np.bool_)
        settled[self.leaf[answers == _CERTAIN]] = True
        settled[self.ways.gate] = settled[self.aspects.gate] = True
        settled[self.aspects.from_[aspects]] = True
        settled[self.spared[0][~there[self.spared[1]]]] = True
        absent = np.zeros(size, dtype=np.bool_)
        absent[self.standing[0][~there[self.standing[1]]]] = True
        absent[self.sides[0][~_any(there, *self.sides[1:])]] = True
        absent[self.ways.way] = True
        any_of = self.any_of.copy()
        any_of[self.ways.from_[ways]] = False
        first, second = (_sifted(picked(rows, row), any_of, absent, settled, same) for rows in self.plan.readings)
        return first, second

    def _acts(self, mine: Tiny) -> Acts:
        there = mine != _IMPOSSIBLE
        doubtful = np.flatnonzero(mine != _CERTAIN).tolist()
        doubted = {self.ids[number]: _ANSWERS[mine[number]] for number in doubtful}
        gone = frozenset(self.ids[number] for number in np.flatnonzero(~there).tolist())
        heard = (one for one in self.corpus.criticisms.values() if one.id not in gone)
        impeached, narrowed, uses = impeachments(heard)
        one = self.acts
        return replace(
            one, doubted=doubted, sides=_There(one.sides, gone), sayings=_There(one.sayings, gone), mentions=_There(one.mentions, gone),
            impeached=impeached, narrowed=narrowed, uses=uses,
        )  # fmt: skip


def _sifted(rows: Rows, any_of: Flags, absent: Flags, settled: Flags, same: Ints) -> Rows:
    """The rows without parts that were not there, in nodes of which one part suffices, and without what is settled, in all; other names for some."""
    lengths = np.diff(rows.first)
    owner = np.repeat(np.arange(len(rows), dtype=np.int64), lengths)
    kept = ~settled[rows.parts]
    needs = rows.needs - np.bincount(owner[~kept], minlength=len(rows)).astype(np.int32)
    kept &= ~(absent[rows.parts] & any_of[owner])
    owner, parts = owner[kept], rows.parts[kept]
    named = same[parts]
    twice = _again(owner, named, np.unique(owner[named != parts]), len(rows))
    if len(twice):
        all_of = needs[owner[twice]] > 1
        needs -= np.bincount(owner[twice][all_of], minlength=len(rows)).astype(np.int32)
        owner, named = np.delete(owner, twice), np.delete(named, twice)
    first = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum(np.bincount(owner, minlength=len(rows)), out=first[1:])
    return Rows(needs, first, named)


def _again(owner: Longs, parts: Ints, among: Longs, size: int) -> Longs:
    """Where a part stands in a row for a second time, looking only at the rows of some owners."""
    looked = np.zeros(size, dtype=np.bool_)
    looked[among] = True
    places = np.flatnonzero(looked[owner])
    _, first = np.unique(owner[places] * size + parts[places], return_index=True)
    return np.delete(places, first)


class _There(Mapping[K, Ids]):
    """Lists of statements with those that were there; each is sifted when it is asked for."""

    def __init__(self, whole: Mapping[K, Ids], gone: frozenset[StatementId]) -> None:
        self._whole, self._gone = whole, gone

    def __getitem__(self, key: K) -> Ids:
        kept = self._kept(key)
        if not kept:
            raise KeyError(key)
        return kept

    def __iter__(self) -> Iterator[K]:
        return (key for key in self._whole if self._kept(key))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _kept(self, key: K) -> Ids:
        whole = self._whole[key]
        if self._gone.isdisjoint(whole):
            return whole
        return tuple(one for one in whole if one not in self._gone)


def undated(lens: Lens) -> Lens:
    """As much of a lens as a plan for all dates depends on: which criticisms count."""
    return Lens(criticisms=lens.criticisms, critics=lens.critics, prefer_later=lens.prefer_later)


def all_dates(corpus: Corpus, lens: Lens) -> AllDates:
    """Compile a corpus for all dates, with the criticisms a lens lets count. Linear in the size of the corpus."""
    choice = undated(lens)
    seen = acts(corpus, choice)
    draft = _Draft(corpus, seen, counted(corpus, seen, choice))
    draft.whole()
    plan, number = draft.building.done(), draft.building.node
    ids, negations = tuple(draft.numbers), draft.negations()
    any_of = np.zeros(len(plan), dtype=np.bool_)
    for kind in _ANY_OF:
        any_of[plan.of_kind(kind)] = True
    standing = [(number(("statement", id)), draft.numbers[id]) for id in ids]
    standing += [(node, draft.numbers[StatementId(plan.name(node)[1])]) for node in plan.of_kind("seen").tolist()]
    taken = [(node, 0, 0, [draft.numbers[one] for one in seen.sides.get((name[0], name[1]), ())]) for kind in SIDES
             for node, name in zip(plan.of_kind(kind).tolist(), plan.named(kind), strict=True)]  # fmt: skip
    sides = _Gates.of(taken)
    spared = [(node, draft.numbers[StatementId(plan.name(node)[1])]) for node in plan.of_kind("spared").tolist()]
    return AllDates(
        corpus, choice, seen, plan, draft.rules, negations, tuple(draft.dates), np.array(draft.of, dtype=np.int64),
        np.array(draft.leaves, dtype=np.int64), ids, np.array([number(("attested", id)) for id in ids], dtype=np.int64),
        number(_NEVER), number(POSSIBLY),
        _Gates.of(draft.ways), _Gates.of(list(draft.aspects.values())), _pairs(standing), (sides.from_, sides.first, sides.said), _pairs(spared),
        _Gates.of(draft.renamed), np.concatenate([plan.of_kind(kind) for kind in ("statement", "for", "against", *SIDES)]), any_of,
    )  # fmt: skip


def _pairs(them: Sequence[tuple[int, int]]) -> tuple[Longs, Longs]:
    made = np.array(them, dtype=np.int64).reshape(-1, 2)
    return made[:, 0], made[:, 1]
