"""A corpus on the disk that opens without being read: its mappings look like any others and read a thing when it is asked for."""

from __future__ import annotations

import gc
import json
from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar, cast

from fontes.model.corpus import Corpus
from fontes.shelf.cached_tables import Table, Writing
from fontes.shelf.cached_values import Unreadable, understood, written

_THINGS = "things"
_STATEMENTS = ("stances", "reports", "speeches", "criticisms", "searches", "datings", "tenures", "assessments")
_AT_HAND = 4096
"""So many things are kept as they were read, since one page asks for the same few again and again."""
V = TypeVar("V")


def _mappings() -> tuple[str, ...]:
    """The fields of a corpus that are mappings, in their order."""
    return tuple(one.name for one in fields(Corpus) if one.default_factory is dict)


def _others() -> tuple[str, ...]:
    return tuple(one.name for one in fields(Corpus) if one.default_factory is not dict)


def put_corpus(folder: Path, corpus: Corpus) -> None:
    """Write a corpus into a folder. Raises OSError, and ValueError or TypeError where there is something it cannot hold."""
    ranges: dict[str, int] = {}
    with Writing(folder, _THINGS, values=True) as table:
        for field in _mappings():
            for id, thing in getattr(corpus, field).items():
                table.put((field, id), written(thing))
            ranges[field] = len(table)
        for field in _others():
            table.put((field,), written(getattr(corpus, field)))
    (folder / "ranges.json").write_text(json.dumps(ranges), encoding="utf-8")


def rows_of(corpus: Corpus) -> dict[str, int]:
    """The row of every statement, by its id, in the table that `put_corpus` writes."""
    found: dict[str, int] = {}
    row = 0
    for field in _mappings():
        things = getattr(corpus, field)
        if field in _STATEMENTS:
            found.update(zip(things, range(row, row + len(things)), strict=True))
        row += len(things)
    return found


def corpus_in(folder: Path) -> tuple[Corpus, Rows]:
    """The corpus of a folder, equal to the one that was put there. Raises `Unreadable`, also later, when a thing is asked for."""
    table = Table(folder, _THINGS, values=True)
    try:
        ranges = json.loads((folder / "ranges.json").read_bytes())
        ends = [int(ranges[field]) for field in _mappings()]
    except (OSError, ValueError, TypeError, KeyError) as trouble:
        raise Unreadable(f"ranges.json: {trouble}") from trouble
    bounds = [0, *ends]
    if sorted(bounds) != bounds or len(table) != ends[-1] + len(_others()):
        raise Unreadable("ranges.json: not those of the table")
    held: dict[str, Any] = {
        field: Things(table, field, bounds[place], bounds[place + 1]) for place, field in enumerate(_mappings())
    }
    held |= {field: understood(table.value(ends[-1] + place)) for place, field in enumerate(_others())}
    corpus = Corpus(**held)
    return corpus, Rows(table, corpus)


class Rows:
    """The rows of a kept corpus by their number."""

    def __init__(self, table: Table, corpus: Corpus) -> None:
        """Of the table that a corpus is read from."""
        self._table, self._corpus = table, corpus

    def id(self, row: int) -> str:
        """The id of the thing in a row. Raises `Unreadable`."""
        return self._words(row)[1]

    def thing(self, row: int) -> Any:
        """The thing in a row. Raises `Unreadable`."""
        field, id = self._words(row)
        return getattr(self._corpus, field)[id]

    def _words(self, row: int) -> tuple[str, str]:
        try:
            field, id = self._table.words(row)
        except (ValueError, IndexError) as trouble:
            raise Unreadable(f"row {row}: {trouble}") from trouble
        return field, id


class Things(Mapping[str, V]):
    """One field of a kept corpus: things by id, read when asked for, in the order of the corpus."""

    def __init__(self, table: Table, field: str, first: int, last: int) -> None:
        self._table, self._field, self._first, self._last = table, field, first, last
        self._at_hand: dict[str, V] = {}
        self._all: dict[str, V] | None = None

    def __len__(self) -> int:
        return self._last - self._first

    def __iter__(self) -> Iterator[str]:
        for words in self._table.range(self._first, self._last):
            yield words[-1]

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._place(id) is not None

    def __getitem__(self, id: str) -> V:
        if self._all is not None:
            return self._all[id]
        known = self._at_hand.get(id)
        if known is not None:
            return known
        place = self._place(id)
        if place is None:
            raise KeyError(id)
        if len(self._at_hand) >= _AT_HAND:
            self._at_hand.clear()
        found = self._at_hand[id] = self._at(place)
        return found

    def values(self) -> ValuesView[V]:
        """All of them. Whoever wants them all has them read into memory, once."""
        return self._every().values()

    def items(self) -> ItemsView[str, V]:
        """The same with their ids."""
        return self._every().items()

    def _every(self) -> dict[str, V]:
        if self._all is None:
            was = gc.isenabled()
            gc.disable()  # decision 7: what is read here lasts
            try:
                self._all = {id: self._at(place) for place, id in enumerate(self, self._first)}
            finally:
                if was:
                    gc.enable()
        return self._all

    def _at(self, place: int) -> V:
        return cast(V, understood(self._table.value(place)))

    def _place(self, id: str) -> int | None:
        place = self._table.place((self._field, id))
        return place if place is not None and self._first <= place < self._last else None
