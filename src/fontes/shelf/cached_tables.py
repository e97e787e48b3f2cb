"""Tables on the disk that are asked for one row at a time: millions of keys, perhaps with a value each, and nothing read but what is asked for.

Keys and values stand one after the other in two files of bytes; arrays say where each ends. A key is found by its checksum (CRC-32) in a
sorted array and then compared, so that two keys of one checksum are never taken for each other. Rows keep the order they were put in.
"""

from __future__ import annotations

import mmap
import zlib
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from fontes.findings.engine.condensation import view
from fontes.shelf.cached_values import Unreadable

SEPARATOR = "\x1f"
"""Between the words of a key; a word that holds it cannot be kept."""
_KEYS, _VALUES = "keys", "values"


class NotKept(ValueError):
    """There is something in this corpus that the cache has no form for; it is simply not kept."""


def key(words: Iterable[str]) -> bytes:
    """Some words as one key. Raises `NotKept`."""
    words = tuple(words)
    joined = SEPARATOR.join(words)
    if joined.count(SEPARATOR) != len(words) - 1:
        raise NotKept(f"a name with a control character: {joined!r}")
    return joined.encode()


def save(place: Path, made: NDArray[Any]) -> None:
    """Put an array into a file; no objects, only numbers."""
    np.save(place, made, allow_pickle=False)


def loaded(place: Path, kind: type[np.generic], size: int | None = None) -> NDArray[Any]:
    """An array as it lies on the disk, of this type and, if given, of this size. Raises `Unreadable`."""
    try:
        found = np.asarray(np.load(place, mmap_mode="r", allow_pickle=False))
    except (OSError, ValueError, EOFError) as trouble:
        raise Unreadable(f"{place.name}: {trouble}") from trouble
    if found.ndim != 1 or found.dtype != np.dtype(kind) or (size is not None and len(found) != size):
        raise Unreadable(f"{place.name}: not the array that was put there")
    return found


class _Bytes:
    """Pieces of bytes one after the other, on their way into a file."""

    def __init__(self, place: Path) -> None:
        self.stream: BinaryIO = place.open("wb", buffering=1 << 20)
        self.lengths = array("q")

    def put(self, piece: bytes) -> None:
        self.stream.write(piece)
        self.lengths.append(len(piece))

    def done(self, ends: Path) -> None:
        self.stream.close()
        save(ends, np.cumsum(np.frombuffer(self.lengths, dtype=np.int64)) if len(self.lengths) else np.empty(0, dtype=np.int64))


class Writing:
    """A table being written under a name; a context manager that closes its files."""

    def __init__(self, folder: Path, name: str, *, values: bool) -> None:
        self._folder, self._name = folder, name
        self._keys = _Bytes(folder / f"{name}.{_KEYS}")
        self._values = _Bytes(folder / f"{name}.{_VALUES}") if values else None
        self._sums = array("L" if array("L").itemsize == 4 else "I")

    def __enter__(self) -> Writing:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._done()
        self._keys.stream.close()
        if self._values is not None:
            self._values.stream.close()

    def __len__(self) -> int:
        return len(self._sums)

    def put(self, words: Iterable[str], value: str = "") -> None:
        """The next row. Raises `NotKept` for words that cannot be a key."""
        made = key(words)
        self._keys.put(made)
        self._sums.append(zlib.crc32(made))
        if self._values is not None:
            self._values.put(value.encode())

    def _done(self) -> None:
        self._keys.done(self._folder / f"{self._name}.{_KEYS}.npy")
        if self._values is not None:
            self._values.done(self._folder / f"{self._name}.{_VALUES}.npy")
        sums = np.array(self._sums, dtype=np.uint32)
        order = np.argsort(sums, kind="stable").astype(np.int32)
        save(self._folder / f"{self._name}.sums.npy", sums[order])
        save(self._folder / f"{self._name}.order.npy", order)


class Table:
    """A table that was written; raises `Unreadable` where it is not whole."""

    def __init__(self, folder: Path, name: str, *, values: bool) -> None:
        self._sums = loaded(folder / f"{name}.sums.npy", np.uint32)
        self._order = view(loaded(folder / f"{name}.order.npy", np.int32, len(self._sums)))
        self._keys = _Pieces(folder / f"{name}.{_KEYS}", len(self._sums))
        self._values = _Pieces(folder / f"{name}.{_VALUES}", len(self._sums)) if values else None

    def __len__(self) -> int:
        return len(self._sums)

    def place(self, words: tuple[str, ...]) -> int | None:
        """The row of a key; None where there is none."""
        try:
            wanted = key(words)
        except ValueError:
            return None
        checksum = np.uint32(zlib.crc32(wanted))
        first = int(np.searchsorted(self._sums, checksum))
        while first < len(self._sums) and self._sums[first] == checksum:
            row = self._order[first]
            if self._keys.piece(row) == wanted:
                return row
            first += 1
        return None

    def words(self, place: int) -> list[str]:
        """The words of a row's key. Raises IndexError."""
        try:
            return self._keys.piece(place).decode().split(SEPARATOR)
        except UnicodeDecodeError as trouble:
            raise Unreadable(f"a key of the cache: {trouble}") from trouble

    def value(self, place: int) -> bytes:
        """The value of a row. Raises IndexError, and `Unreadable` for a table without values."""
        if self._values is None:
            raise Unreadable("a table without values")
        return self._values.piece(place)

    def range(self, first: int, last: int) -> Iterator[list[str]]:
        """The words of the keys of some rows, in order."""
        return map(self.words, range(first, last))


class _Pieces:
    """Bytes one after the other in a file, by place."""

    def __init__(self, place: Path, size: int) -> None:
        ends = loaded(place.with_name(f"{place.name}.npy"), np.int64, size)
        self._ends = view(ends)
        total = int(ends[-1]) if size else 0
        try:
            with open(place, "rb") as stream:
                self._bytes: bytes | mmap.mmap = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if total else b""
        except (OSError, ValueError) as trouble:
            raise Unreadable(f"{place.name}: {trouble}") from trouble
        if len(self._bytes) != total:
            raise Unreadable(f"{place.name}: not of the size it was")

    def piece(self, place: int) -> bytes:
        if not 0 <= place < len(self._ends):
            raise IndexError(place)
        return self._bytes[self._ends[place - 1] if place else 0 : self._ends[place]]
