"""Where each thing of a kept corpus is named: the lists that pages read, on the disk, each read when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fontes.findings.reasons import entries
from fontes.model.corpus import Corpus, Entry
from fontes.model.names import StatementId
from fontes.shelf.cached_corpus import Rows, rows_of
from fontes.shelf.cached_tables import Table, Writing, loaded, save
from fontes.shelf.cached_values import Unreadable

_LISTS, _FAMILIES, _ORDER = "lists", "families.json", "listed.npy"
Lists = Mapping[str, Mapping[str, tuple[Any, ...]]]
"""By family and name: entries, or names of other things."""


def put_lists(folder: Path, corpus: Corpus, order: Iterable[str], lists: Lists) -> None:
    """Write the order in which statements are listed, and the lists of every family, beside the corpus. Raises OSError, ValueError."""
    row = rows_of(corpus)
    save(folder / _ORDER, np.fromiter((row[id] for id in order), dtype=np.int32))
    ends: dict[str, int] = {}
    with Writing(folder, _LISTS, values=True) as table:
        for family, named in lists.items():
            for name, things in named.items():
                table.put((family, name), json.dumps([one if isinstance(one, str) else row[one.id] for one in things], ensure_ascii=False))
            ends[family] = len(table)
    (folder / _FAMILIES).write_text(json.dumps(ends), encoding="utf-8")


def lists_in(folder: Path, corpus: Corpus, rows: Rows) -> tuple[Mapping[str, Entry], Lists]:
    """The statements in the order in which they are listed, and the lists by family. Raises `Unreadable`, also later."""
    table = Table(folder, _LISTS, values=True)
    try:
        ends = {str(family): int(end) for family, end in json.loads((folder / _FAMILIES).read_bytes()).items()}
    except (OSError, ValueError, TypeError, AttributeError) as trouble:
        raise Unreadable(f"{_FAMILIES}: {trouble}") from trouble
    bounds = [0, *ends.values()]
    if sorted(bounds) != bounds or bounds[-1] != len(table):
        raise Unreadable(f"{_FAMILIES}: not those of the table")
    lists = {family: Listed(table, family, bounds[place], bounds[place + 1], rows) for place, family in enumerate(ends)}
    return Ordered(corpus, loaded(folder / _ORDER, np.int32), rows), lists


class Ordered(Mapping[str, Entry]):
    """All statements by id, in the order in which pages list them."""

    def __init__(self, corpus: Corpus, order: NDArray[np.int32], rows: Rows) -> None:
        self._all, self._order, self._rows = entries(corpus), order, rows

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[str]:
        return map(self._rows.id, self._order.tolist())

    def __contains__(self, id: object) -> bool:
        return id in self._all

    def __getitem__(self, id: str) -> Entry:
        return self._all[StatementId(id)]


class Listed(Mapping[str, tuple[Any, ...]]):
    """The lists of one family by name."""

    def __init__(self, table: Table, family: str, first: int, last: int, rows: Rows) -> None:
        self._table, self._family, self._first, self._last, self._rows = table, family, first, last, rows

    def __len__(self) -> int:
        return self._last - self._first

    def __iter__(self) -> Iterator[str]:
        for words in self._table.range(self._first, self._last):
            yield words[-1]

    def __getitem__(self, name: str) -> tuple[Any, ...]:
        place = self._table.place((self._family, name))
        if place is None:
            raise KeyError(name)
        try:
            things = json.loads(self._table.value(place))
            return tuple([one if isinstance(one, str) else self._rows.thing(one) for one in things])
        except (ValueError, TypeError, IndexError) as trouble:
            raise Unreadable(f"lists: {trouble}") from trouble
