"""Entries of many files in one order, by name; after an edit, only those of the edited files are exchanged."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import count, pairwise
from operator import attrgetter
from typing import Any

from fontes.model.names import Place

NUMBERED = ("stances", "reports", "speeches", "criticisms", "searches", "datings", "tenures", "assessments")
"""Fields whose entries are told apart by number where several would bear one name; in all others, one name is one thing."""
identity = attrgetter("id")
_NOWHERE = Place("", 0, 0)

Listed = Sequence[Sequence[Any]]
"""The entries of a field, file by file, each file's by name."""


_NUMBER = re.compile(r" \(\d+\)\Z")


@dataclass(frozen=True, slots=True)
class Ordered:
    """The entries of a field by name, in the order of their names; the names that several entries would bear, and how many.

    ``tangled``: a number could not be given since some entry's own name is like the one it would make.
    """

    kept: Mapping[str, Any]
    shared: Mapping[str, int]
    tangled: bool = False


def ordered(field: str, files: Listed) -> Ordered:
    """The entries of all files."""
    entries = sorted((one for file in files for one in file), key=identity)
    kept = {one.id: one for one in entries}
    if len(kept) == len(entries):
        return Ordered(kept, {})
    groups: dict[str, list[Any]] = {}
    for before, one in pairwise(entries):
        if before.id == one.id:
            groups.setdefault(one.id, [before]).append(one)
    own = kept.keys() | set()
    for name, same in groups.items():
        del kept[name]
        kept.update(_settled(field, name, same, own))
    tangled = field in NUMBERED and any(f"{name} ({number})" in own for name, same in groups.items() for number in range(1, len(same) + 1))
    return Ordered(_sorted(kept), {name: len(same) for name, same in groups.items()}, tangled)


def exchanged(field: str, before: Ordered, gone: Listed, fresh: Listed, files: Listed) -> Ordered:
    """The same as ``ordered(field, files)``, where before them some files were ``gone`` and others are ``fresh``."""
    left, come = [one for file in gone for one in file], [one for file in fresh for one in file]
    if not left and not come:
        return before
    kept, shared = dict(before.kept), dict(before.shared)
    met = shared.keys() & {one.id for one in (*left, *come)}
    if not met and not before.tangled and [one.id for one in left] == [one.id for one in come]:
        kept.update((one.id, one) for one in come)
        return Ordered(kept, shared)
    for one in left:
        if one.id not in shared:
            kept.pop(one.id, None)
    for one in come:
        if one.id in kept or one.id in shared:
            met.add(one.id)
        else:
            kept[one.id] = one
    if field in NUMBERED and (before.tangled or _could_tangle((*left, *come), shared.keys() | met)):
        return ordered(field, files)
    if not all(_settled_again(field, name, kept, shared, files) for name in met):
        return ordered(field, files)
    return Ordered(_sorted(kept), shared)


def _could_tangle(entries: Iterable[Any], names: Set[str]) -> bool:
    """Is any entry's own name like one that a number makes of these names?"""
    return any(one.id.endswith(")") and _NUMBER.sub("", one.id) in names and _NUMBER.search(one.id) is not None for one in entries)


def _settled_again(field: str, name: str, kept: dict[str, Any], shared: dict[str, int], files: Listed) -> bool:
    """Everything of one name put right in ``kept`` and ``shared``; whether that could be done without looking at other names."""
    many = shared.pop(name, 0)
    numbers = range(1, many + 1) if field in NUMBERED else ()
    for known in (name, *(f"{name} ({number})" for number in numbers)):
        kept.pop(known, None)
    same = [one for file in files for one in file[bisect_left(file, name, key=identity) : bisect_right(file, name, key=identity)]]
    settled = _settled(field, name, same, frozenset())
    if not settled.keys().isdisjoint(kept) or not (settled.keys() - {name}).isdisjoint(shared):
        return False
    kept.update(settled)
    if len(same) > 1:
        shared[name] = len(same)
    return True


def _sorted(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: kept[name] for name in sorted(kept)}


def _settled(field: str, name: str, same: Sequence[Any], own: Set[str]) -> dict[str, Any]:
    """Statements that would bear one name are told apart by number, in the order of their content; a number that would make another's
    ``own`` name is passed over. What else is made in several places (an unnamed voice, a statement in brackets) is one thing; the
    fullest words of it count.
    """
    if len(same) < 2:
        return dict(zip((name,), same, strict=False))
    if field not in NUMBERED:
        return {name: max(same, key=_content)}
    free = (id for id in (f"{name} ({number})" for number in count(1)) if id not in own)
    return {id: replace(one, id=id) for id, one in zip(free, sorted(same, key=_content), strict=False)}


def _content(one: Any) -> str:
    return repr(replace(one, place=_NOWHERE))
