"""A corpus as plain values (for JSON), and back without loss; and the schema of those values, read off the model itself.

Every frozen value becomes an object of its fields; fields at their default are left out. Enumerations become their word, dates an object with
the words as written (read again on the way back), decimals strings. Where a field may hold one of several types, the object says which (``type``).
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from fontes.dates import NotUnderstood, When, meanings, read
from fontes.model.corpus import Corpus
from fontes.model.profile import under

FORMAT = "fontes-corpus-1"


class NotACorpus(ValueError):
    """The values are not those of an exported corpus; the message says where and why."""


def plain(corpus: Corpus) -> dict[str, Any]:
    """The corpus as plain values."""
    values: dict[str, Any] = _plain(corpus)
    return {"format": FORMAT} | values


def corpus_of(values: Mapping[str, Any]) -> Corpus:
    """The corpus that ``plain`` made these values of; raises NotACorpus."""
    if not isinstance(values, Mapping) or values.get("format") != FORMAT:
        raise NotACorpus(f"This is not a corpus exported by Fontes: its 'format' is not '{FORMAT}'.")
    try:
        made = _made(Corpus, {key: value for key, value in values.items() if key != "format"}, "corpus")
    except NotACorpus:
        raise
    except (TypeError, KeyError, AttributeError, ValueError, ArithmeticError) as trouble:
        raise NotACorpus(f"The values do not fit the schema: {trouble}") from trouble
    assert isinstance(made, Corpus)
    under_profile = under(made, meanings(made.preface.profile).profile)
    assert isinstance(under_profile, Corpus)
    return under_profile


@cache
def _fields(kind: type) -> tuple[tuple[str, Any, Any], ...]:
    """Name, type and default of each field."""
    hints = get_type_hints(kind)
    return tuple((f.name, hints[f.name], _default(f)) for f in dataclasses.fields(kind))


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else dataclasses.MISSING


def _plain(value: Any, tagged: bool = False) -> Any:
    if value is None or (isinstance(value, bool | int) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, When):
        return {"date": value.written}
    if isinstance(value, Decimal):
        return str(value)
    if dataclasses.is_dataclass(value):
        made = {"type": type(value).__name__} if tagged else {}
        for name, hint, default in _fields(type(value)):  # type: ignore[arg-type]
            one = getattr(value, name)
            if default is dataclasses.MISSING or one != default:
                made[name] = _plain(one, _mixed(hint))
        return made
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted((_plain(one) for one in value), key=repr)
    return [_plain(one, tagged) for one in value]


def _bare(hint: Any) -> Any:
    """A type without its new name: AgentId is str."""
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    return hint


def _options(hint: Any) -> tuple[Any, ...]:
    hint = _bare(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(option for part in get_args(hint) for option in _options(part))
    return (hint,)


def _classes(hint: Any) -> list[type]:
    """The frozen types a field may hold, directly or in a tuple."""
    found = []
    for option in _options(hint):
        if isinstance(option, type) and dataclasses.is_dataclass(option) and option is not When:
            found.append(option)
        elif get_origin(option) is tuple:
            found += [one for arg in get_args(option) if arg is not Ellipsis for one in _classes(arg)]
    return found


def _mixed(hint: Any) -> bool:
    """May this field hold values of more than one frozen type?"""
    return len(set(_classes(hint))) > 1


def _made(hint: Any, value: Any, where: str) -> Any:
    options = _options(hint)
    if value is None and type(None) in options:
        return None
    for option in options:
        origin = get_origin(option)
        if option is When and isinstance(value, Mapping) and set(value) == {"date"}:
            return _date(value["date"], where)
        if isinstance(option, type) and dataclasses.is_dataclass(option) and option is not When and isinstance(value, Mapping):
            if _mixed(hint) and value.get("type") != option.__name__:
                continue
            return _object(option, value, where)
        if origin is tuple and isinstance(value, list):
            return _tuple(option, value, where)
        if origin is frozenset and isinstance(value, list):
            return frozenset(_made(get_args(option)[0], one, where) for one in value)
        if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(value, Mapping):
            return {key: _made(get_args(option)[1], one, f"{where}.{key}") for key, one in value.items()}
        if isinstance(option, type) and issubclass(option, Enum) and isinstance(value, str):
            return option(value)
        if option is Decimal and isinstance(value, str):
            return Decimal(value)
        if isinstance(option, type) and option in (str, int, bool) and type(value) is option:
            return value
    raise NotACorpus(f"At {where}: this value does not fit: {str(value)[:80]}")


def _date(written: str, where: str) -> When:
    when = read(written)
    if isinstance(when, NotUnderstood):
        raise NotACorpus(f"At {where}: the date '{written}' is not understood.")
    return when


def _object(kind: type, value: Mapping[str, Any], where: str) -> Any:
    hints = {name: hint for name, hint, _ in _fields(kind)}
    unknown = set(value) - set(hints) - {"type"}
    if unknown:
        raise NotACorpus(f"At {where}: {kind.__name__} has no field '{min(unknown)}'.")
    return kind(**{name: _made(hints[name], one, f"{where}.{name}") for name, one in value.items() if name in hints})


def _tuple(option: Any, value: list[Any], where: str) -> tuple[Any, ...]:
    args = get_args(option)
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_made(args[0], one, f"{where}[{i}]") for i, one in enumerate(value))
    if len(args) != len(value):
        raise NotACorpus(f"At {where}: {len(args)} values are needed, and {len(value)} given.")
    return tuple(_made(arg, one, f"{where}[{i}]") for i, (arg, one) in enumerate(zip(args, value, strict=True)))


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an exported corpus."""
    definitions: dict[str, Any] = {}
    _define(Corpus, definitions)
    top = definitions.pop("Corpus")
    top["properties"] = {"format": {"const": FORMAT}} | top["properties"]
    top["required"] = ["format"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Fontes corpus",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def _define(kind: type, definitions: dict[str, Any]) -> None:
    if kind.__name__ in definitions:
        return
    definitions[kind.__name__] = {}
    properties: dict[str, Any] = {}
    required = []
    for name, hint, default in _fields(kind):
        properties[name] = _schema(hint, definitions)
        if default is dataclasses.MISSING:
            required.append(name)
    if len(kind.__mro__) > 1:
        properties = {"type": {"const": kind.__name__}} | properties
    definitions[kind.__name__] = {
        "type": "object",
        "description": (kind.__doc__ or "").strip().split("\n")[0],
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    options = [_one_schema(option, definitions) for option in _options(hint)]
    unique = [one for i, one in enumerate(options) if one not in options[:i]]
    return unique[0] if len(unique) == 1 else {"anyOf": unique}


def _one_schema(option: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(option)
    if option is type(None):
        return {"type": "null"}
    if option is When:
        return {"type": "object", "properties": {"date": {"type": "string"}}, "required": ["date"], "additionalProperties": False}
    if isinstance(option, type) and dataclasses.is_dataclass(option):
        _define(option, definitions)
        return {"$ref": f"#/$defs/{option.__name__}"}
    if isinstance(option, type) and issubclass(option, Enum):
        return {"enum": [one.value for one in option]}
    if origin is tuple:
        args = get_args(option)
        if len(args) == 2 and args[1] is Ellipsis:
            return {"type": "array", "items": _schema(args[0], definitions)}
        parts = [_schema(arg, definitions) for arg in args]
        return {"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}
    if origin is frozenset:
        return {"type": "array", "items": _schema(get_args(option)[0], definitions)}
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(get_args(option)[1], definitions)}
    return {"type": {str: "string", bool: "boolean", int: "integer", Decimal: "string"}[option]}
