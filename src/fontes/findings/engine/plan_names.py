"""The names of a plan's nodes, kept small: at a million statements there are millions of them.

Names that differ in their last word only (`("statement", id)`, `("unit", "source", id)`) stand in one table by that word, which the corpus
holds anyway; others by the tuple of their words after the first. Backwards, each node has the number of its table and that same key.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import numpy as np

from fontes.findings.engine.condensation import Longs
from fontes.findings.engine.system import Name

Key = str | Name
_MOST_TABLES = 64


class Names:
    """Names and the numbers they were given, from 0 in the order they were first seen."""

    __slots__ = ("_keys", "_of_pairs", "_of_rest", "_of_singles", "_tables", "_which")

    def __init__(self) -> None:
        self._of_singles: dict[str, tuple[int, dict[Key, int]]] = {}
        self._of_pairs: dict[tuple[str, str], tuple[int, dict[Key, int]]] = {}
        self._of_rest: dict[str, tuple[int, dict[Key, int]]] = {}
        self._tables: list[Name] = []
        self._which = array("H")
        self._keys: list[Key] = []

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Name]:
        return map(self.name, range(len(self)))

    def number(self, name: Name) -> int | None:
        """The number of a name, if it has one."""
        if len(name) == 2:
            table = self._of_singles.get(name[0])
        elif len(name) == 3 and (pair := self._of_pairs.get((name[0], name[1]))) is not None:
            return pair[1].get(name[2])
        else:
            table = self._of_rest.get(name[0])
            return None if table is None else table[1].get(name[1:])
        return None if table is None else table[1].get(name[1])

    def add(self, name: Name) -> int:
        """The number of a name, given now if it is new."""
        key: Key
        if len(name) == 2:
            key = name[1]
            found = self._of_singles.get(name[0]) or self._of_singles.setdefault(name[0], self._table(name[:1]))
        elif len(name) == 3 and (pair := self._pair(name)) is not None:
            key, found = name[2], pair
        else:
            key = name[1:]
            found = self._of_rest.get(name[0]) or self._of_rest.setdefault(name[0], self._table(name[:1]))
        which, table = found
        fresh = len(self._keys)
        number = table.setdefault(key, fresh)
        if number == fresh:
            self._keys.append(key)
            self._which.append(which)
        return number

    def name(self, number: int) -> Name:
        """The name that has a number. Raises IndexError where none has."""
        key = self._keys[number]
        stem = self._tables[self._which[number]]
        return (*stem, key) if isinstance(key, str) else (*stem, *key)

    def named(self, kind: str) -> list[Name]:
        """The names with this first word, in the order of their numbers."""
        return [self.name(number) for number in self.of_kind(kind).tolist()]

    def of_kind(self, kind: str) -> Longs:
        """The numbers of the names with this first word, in rising order."""
        wanted = [which for which, stem in enumerate(self._tables) if stem[0] == kind]
        return np.flatnonzero(np.isin(np.frombuffer(self._which, dtype=np.uint16), wanted))

    def _table(self, stem: Name) -> tuple[int, dict[Key, int]]:
        self._tables.append(stem)
        return len(self._tables) - 1, {}

    def _pair(self, name: Name) -> tuple[int, dict[Key, int]] | None:
        """The table of names of three words that share the first two; so many there are, then the rest share one by their first."""
        found = self._of_pairs.get((name[0], name[1]))
        if found is None and len(self._of_pairs) < _MOST_TABLES:
            found = self._of_pairs[name[0], name[1]] = self._table(name[:2])
        return found
