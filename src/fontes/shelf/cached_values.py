"""The frozen values of a corpus as JSON text and back: exactly, quickly, and nothing else.

A value says what it is: `{"Stance": […]}` holds the fields in their order, those at the end that are at their default left out. Only the types
that a corpus can hold are known here, found by walking the fields of `Corpus`; text that names another is refused. Unlike the published
JSON (`fontes.model.plain`) it keeps dates as they were read, so that no date has to be read again; it is nobody's but the cache's.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from sys import intern
from typing import Any, NewType, get_args, get_type_hints

from fontes.dates import When
from fontes.model.corpus import Corpus

_PLAIN = (str, int, bool, type(None))
_NONE = object()
_MOST_DATES = 1 << 16
_dates: dict[When, When] = {}
"""Dates that were met before: of a million statements many have the same, and hold one between them, as they do their names."""
_writers: dict[Any, Callable[[Any], Any]] = {}
_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


class Unreadable(Exception):
    """What lies in the cache is not what was put there. Whoever meets it reads the corpus instead."""


def written(value: Any) -> str:
    """A value of the model as text. Raises TypeError for a value that no corpus holds."""
    return _encoder.encode(_plain(value))


def understood(text: str | bytes) -> Any:
    """The value that was written; raises `Unreadable`."""
    try:
        return _value(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, ArithmeticError) as trouble:
        raise Unreadable(f"a value of the cache: {trouble}") from trouble


@cache
def _types() -> Mapping[str, type]:
    """Every frozen type and enumeration that a corpus is made of, by name."""
    found: dict[str, type] = {}
    waiting: list[Any] = [Corpus]
    while waiting:
        hint = waiting.pop()
        while isinstance(hint, NewType):
            hint = hint.__supertype__
        waiting += get_args(hint)
        if not isinstance(hint, type) or found.get(hint.__name__) is hint:
            continue
        if dataclasses.is_dataclass(hint) or issubclass(hint, Enum):
            assert hint.__name__ not in found, f"two types named {hint.__name__}"
            found[hint.__name__] = hint
        if dataclasses.is_dataclass(hint):
            waiting += get_type_hints(hint).values()
    return found


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [_plain(one) for one in value]
    write = _writers.get(kind)
    if write is None:
        write = _writers[kind] = _writer(kind)
    return write(value)


def _writer(kind: Any) -> Callable[[Any], Any]:
    """How values of a type are written."""
    name = kind.__name__
    if kind is frozenset:
        return lambda value: {"frozenset": sorted((_plain(one) for one in value), key=repr)}
    if kind is Decimal:
        return lambda value: {"Decimal": str(value)}
    if _types().get(name) is not kind:
        raise TypeError(f"no corpus holds a {name}")
    if isinstance(kind, type(Enum)):
        return _words(kind)
    made: Any = kind
    fields = dataclasses.fields(made)
    defaults = [_NONE if one.default is dataclasses.MISSING else one.default for one in fields]
    if len(fields) == 1:
        only = fields[0].name
        return lambda value: {name: [_plain(getattr(value, only))]}
    every = attrgetter(*(one.name for one in fields))
    last = list(enumerate(defaults))[::-1]

    def put(value: Any) -> dict[str, list[Any]]:
        values = every(value)
        size = len(values)
        for place, default in last:
            if values[place] is not default and (default is _NONE or values[place] != default):
                break
            size = place
        return {name: [one if type(one) in _PLAIN else _plain(one) for one in values[:size]]}

    return put


def _words(kind: type[Enum]) -> Callable[[Any], Any]:
    return {one: {kind.__name__: one.value} for one in kind}.__getitem__


def _value(plain: Any) -> Any:
    kind = type(plain)
    if kind is str:
        return intern(plain)
    if kind in _PLAIN:
        return plain
    if kind is list:
        return tuple([_value(one) for one in plain])
    if kind is not dict or len(plain) != 1:
        raise ValueError("an object that names no type, or several")
    ((name, inner),) = plain.items()
    if name == "frozenset":
        return frozenset(map(_value, inner))
    if name == "Decimal":
        return Decimal(inner)
    made = _types()[name]
    if issubclass(made, Enum):
        return made(inner)
    value: Any = made(*map(_value, inner))
    if made is When:
        if len(_dates) >= _MOST_DATES:
            _dates.clear()
        return _dates.setdefault(value, value)
    return value
