"""The compiled grounds of a corpus on the disk: the plan as arrays, its names as a table, and what holds in it while nothing is distrusted.

Only the plain lens is kept; whatever is distrusted comes in later. What only compiling asks of the statements (who says what where) is not
kept: it is looked up again in the corpus if anybody asks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from fontes.findings.acts import Acts, acts
from fontes.findings.engine.condensation import Bytes, Ints, Longs, Rows
from fontes.findings.engine.plan import Plan
from fontes.findings.engine.plan_names import Names
from fontes.findings.engine.system import Name
from fontes.findings.reasons import entries
from fontes.findings.support.grounds import Grounds
from fontes.model.corpus import Corpus
from fontes.model.names import StatementId
from fontes.model.stances import Combination
from fontes.shelf.cached_tables import Table, Writing, loaded, save
from fontes.shelf.cached_values import Unreadable

_NAMES, _SIDES, _SHAPE = "names", "sides", "grounds.json"
_RULES = tuple(Combination)
K = TypeVar("K")
V = TypeVar("V")


def put_grounds(folder: Path, grounds: Grounds) -> None:
    """Write grounds compiled under the plain lens into a folder. Raises OSError, and ValueError for what it cannot hold."""
    plan = grounds.plan
    if grounds.negations or grounds.acts.doubted:
        raise ValueError("only the grounds of the plain lens are kept")
    kinds: dict[str, int] = {}
    kind = bytearray()
    with Writing(folder, _NAMES, values=False) as table:
        for name in plan.names:
            table.put(name)
            kind.append(kinds.setdefault(name[0], len(kinds)))
    save(folder / "kinds.npy", np.frombuffer(kind, dtype=np.uint8))
    with Writing(folder, _SIDES, values=True) as table:
        for side, ids in grounds.acts.sides.items():
            table.put(side, json.dumps(ids, ensure_ascii=False))
    rules = np.zeros(len(plan), dtype=np.uint8)
    for name, rule in grounds.rules.items():
        node = plan.number(name)
        assert node is not None, name
        rules[node] = _RULES.index(rule) + 1
    save(folder / "rules.npy", rules)
    for which, rows in _readings(plan):
        _put_rows(folder, which, rows, plan)
    save(folder / "greatest.npy", plan.greatest(0))
    shape = {"nodes": len(plan), "kinds": list(kinds), "readings": len(_readings(plan))}
    (folder / _SHAPE).write_text(json.dumps(shape, ensure_ascii=False), encoding="utf-8")


def _readings(plan: Plan) -> list[tuple[int, Rows]]:
    """The readings that are different ones."""
    one, other = plan.readings
    return [(0, one)] if one is other else [(0, one), (1, other)]


def _put_rows(folder: Path, which: int, rows: Rows, plan: Plan) -> None:
    first, users = rows.users
    parts: dict[str, NDArray[Any]] = {"needs": rows.needs, "first": rows.first, "parts": rows.parts, "above": first, "users": users}
    for word, made in parts.items():
        save(folder / f"{word}-{which}.npy", made)
    save(folder / f"knots-{which}.npy", plan.knots(which))
    save(folder / f"least-{which}.npy", plan.least(which))


def grounds_in(folder: Path, corpus: Corpus) -> Grounds:
    """The grounds that were put into a folder, over the corpus that lies there too. Raises `Unreadable`, also later."""
    try:
        shape = json.loads((folder / _SHAPE).read_bytes())
        size, kinds, readings = int(shape["nodes"]), tuple(map(str, shape["kinds"])), int(shape["readings"])
    except (OSError, ValueError, TypeError, KeyError) as trouble:
        raise Unreadable(f"{_SHAPE}: {trouble}") from trouble
    names = KeptNames(Table(folder, _NAMES, values=False), loaded(folder / "kinds.npy", np.uint8, size), kinds)
    if len(names) != size:
        raise Unreadable("names: not those of the plan")
    rows = [_rows_in(folder, which, size) for which in range(readings)]
    knots = [loaded(folder / f"knots-{which}.npy", np.int32, size) for which in range(readings)]
    least = [loaded(folder / f"least-{which}.npy", np.uint8, size) for which in range(readings)]
    solved = Solved((least[0], least[-1]), loaded(folder / "greatest.npy", np.uint8, size), (knots[0], knots[-1]))
    plan = KeptPlan(names, (rows[0], rows[-1]), solved)
    rules = Rules(names, loaded(folder / "rules.npy", np.uint8, size))
    return Grounds(corpus, _acts_in(folder, corpus), plan, rules)


def _rows_in(folder: Path, which: int, size: int) -> Rows:
    first, above = (loaded(folder / f"{word}-{which}.npy", np.int64, size + 1) for word in ("first", "above"))
    parts, users = (loaded(folder / f"{word}-{which}.npy", np.int32, int(first[-1])) for word in ("parts", "users"))
    rows = Rows(loaded(folder / f"needs-{which}.npy", np.int32, size), first, parts)
    rows.__dict__["users"] = (above, users)  # what `cached_property` would otherwise work out
    return rows


@dataclass(frozen=True, eq=False)
class Solved:
    """What holds in a plan while nothing is withdrawn: the least solution of each reading, the greatest of the first; and its knots."""

    least: tuple[Bytes, Bytes]
    greatest: Bytes
    knots: tuple[Ints, Ints]


@dataclass(frozen=True, eq=False)
class KeptPlan(Plan):
    """A plan whose solutions are known while nothing is withdrawn. A schedule is made only when much falls."""

    solved: Solved

    def least(self, which: int, withdrawn: Iterable[int] = ()) -> Bytes:
        """What holds in the least solution: the known one without what falls."""
        gone, base = frozenset(withdrawn), self.solved.least[which]
        if not gone:
            return base
        after = base.copy()
        after[np.array(self.changed(which, base, gone), dtype=np.int64)] = 0
        return after

    def greatest(self, which: int, withdrawn: Iterable[int] = ()) -> Bytes:
        """What holds in the greatest solution."""
        gone = frozenset(withdrawn)
        return self.solved.greatest if which == 0 and not gone else super().greatest(which, gone)

    def knots(self, which: int) -> Ints:
        """A number for each node in a circle, the same for nodes of one, else -1."""
        return self.solved.knots[which]


class KeptNames(Names):
    """The names of a plan, read when asked for."""

    __slots__ = ("_kept", "_kind", "_kinds")

    def __init__(self, table: Table, kind: Bytes, kinds: tuple[str, ...]) -> None:
        super().__init__()
        self._kept, self._kind, self._kinds = table, kind, kinds

    def __len__(self) -> int:
        return len(self._kept)

    def number(self, name: Name) -> int | None:
        """The number of a name, if it has one."""
        return self._kept.place(name)

    def add(self, name: Name) -> int:
        """Nothing is added to what is kept: raises TypeError."""
        raise TypeError("the names of a kept plan are complete")

    def name(self, number: int) -> Name:
        """The name that has a number. Raises IndexError where none has."""
        return tuple(self._kept.words(number))

    def of_kind(self, kind: str) -> Longs:
        """The numbers of the names with this first word, in rising order."""
        if kind not in self._kinds:
            return np.empty(0, dtype=np.int64)
        return np.flatnonzero(self._kind == self._kinds.index(kind))


class Rules(Mapping[Name, Combination]):
    """Of every group node how its parts combine, in the order of the nodes."""

    def __init__(self, names: Names, of_node: Bytes) -> None:
        self._names, self._of_node = names, of_node

    def __len__(self) -> int:
        return int(np.count_nonzero(self._of_node))

    def __iter__(self) -> Iterator[Name]:
        return map(self._names.name, np.flatnonzero(self._of_node).tolist())

    def __getitem__(self, name: Name) -> Combination:
        node = self._names.number(name)
        if node is None or not self._of_node[node]:
            raise KeyError(name)
        number = int(self._of_node[node]) - 1
        if number >= len(_RULES):
            raise Unreadable("rules.npy: an unknown rule")
        return _RULES[number]


class _Sides(Mapping[tuple[str, str], tuple[StatementId, ...]]):
    """(Attitude, proposition) to the statements that take it."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __len__(self) -> int:
        return len(self._table)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        yield from ((side, thing) for side, thing in self._table.range(0, len(self._table)))

    def __getitem__(self, key: tuple[str, str]) -> tuple[StatementId, ...]:
        place = self._table.place(key)
        if place is None:
            raise KeyError(key)
        try:
            return tuple(map(StatementId, json.loads(self._table.value(place))))
        except (ValueError, TypeError) as trouble:
            raise Unreadable(f"sides: {trouble}") from trouble


class _LookedUp(Mapping[K, V]):
    """A mapping that is only made when it is asked for."""

    def __init__(self, made: Callable[[], Mapping[K, V]]) -> None:
        self._made = made

    def __len__(self) -> int:
        return len(self._made())

    def __iter__(self) -> Iterator[K]:
        return iter(self._made())

    def __getitem__(self, key: K) -> V:
        return self._made()[key]



def _acts_in(folder: Path, corpus: Corpus) -> Acts:
    made: list[Acts] = []

    def again() -> Acts:
        made[:] = made or [acts(corpus)]
        return made[0]

    sayings: _LookedUp[tuple[str, str, str], tuple[StatementId, ...]] = _LookedUp(lambda: again().sayings)
    mentions: _LookedUp[str, tuple[StatementId, ...]] = _LookedUp(lambda: again().mentions)
    impeached: _LookedUp[str, tuple[str, ...]] = _LookedUp(lambda: again().impeached)
    narrowed: _LookedUp[tuple[str, str], tuple[str, ...]] = _LookedUp(lambda: again().narrowed)
    uses: _LookedUp[str, tuple[str, ...]] = _LookedUp(lambda: again().uses)
    return Acts(entries(corpus), {}, _Sides(Table(folder, _SIDES, values=True)), sayings, mentions, impeached, narrowed, uses)
