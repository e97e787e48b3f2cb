"""Dates under the profile of their corpus: what was read with the usual meanings of vague words is read again with those it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from typing import Any, get_args, get_type_hints

from fontes.dates import DEFAULT, NotUnderstood, Profile, When, read
from fontes.model.events import Event
from fontes.model.stances import Relation


def under(value: Any, profile: Profile) -> Any:
    """The same frozen value, its dates and distances read under the profile; the very same where nothing changes."""
    if profile is DEFAULT:
        return value
    if isinstance(value, When):
        return _again(value, profile)
    if isinstance(value, Mapping):
        kept = {key: under(one, profile) for key, one in value.items()}
        return kept if any(kept[key] is not one for key, one in value.items()) else value
    if isinstance(value, tuple):
        made = tuple(under(one, profile) for one in value)
        return made if any(a is not b for a, b in zip(made, value, strict=True)) else value
    if not is_dataclass(value):
        return value
    changed = {}
    kind: Any = type(value)
    for name in _dated(kind):
        old = getattr(value, name)
        new = under(old, profile)
        if new is not old:
            changed[name] = new
    if isinstance(value, Relation) and value.written:
        least, most = _distance(value.written, profile, (value.least, value.most))
        changed |= {"least": least, "most": most}
    if isinstance(value, Event) and value.lasts:
        changed["lasts"] = (*_distance(value.lasts[2], profile, value.lasts[:2]), value.lasts[2])
    return replace(value, **changed) if changed else value


@cache
def _dated(kind: type) -> tuple[str, ...]:
    """The fields of a class in which a date can stand, however deep."""
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if _holds_dates(hints[field.name], frozenset([kind])))


def _holds_dates(hint: Any, outside: frozenset[type]) -> bool:
    if hint in (When, Relation, Event):
        return True
    if isinstance(hint, type) and is_dataclass(hint) and hint not in outside:
        return any(_holds_dates(inner, outside | {hint}) for inner in get_type_hints(hint).values())
    return any(_holds_dates(inner, outside) for inner in get_args(hint))


def _again(when: When, profile: Profile) -> When:
    """The date under the profile; as it is, if it is more than its words say."""
    usual, made = _readings(when.written, profile)
    return made if usual == when and isinstance(made, When) else when


@lru_cache(maxsize=100_000)
def _readings(written: str, profile: Profile) -> tuple[When | NotUnderstood, When | NotUnderstood]:
    return read(written), read(written, profile)


def _distance(written: str, profile: Profile, usual: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    made = read(f"{written} after x", profile)
    return (made.anchors[0].least, made.anchors[0].most) if isinstance(made, When) and made.anchors else usual
