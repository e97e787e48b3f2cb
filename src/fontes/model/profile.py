"""Dates under the profile of their corpus: what was read with the usual meanings of vague words is read again with those it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from fontes.dates import DEFAULT, Profile, When, read
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
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for name in _names(type(value)):
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
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _again(when: When, profile: Profile) -> When:
    """The date under the profile; as it is, if it is more than its words say."""
    if read(when.written) != when:
        return when
    made = read(when.written, profile)
    return made if isinstance(made, When) else when


def _distance(written: str, profile: Profile, usual: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    made = read(f"{written} after x", profile)
    return (made.anchors[0].least, made.anchors[0].most) if isinstance(made, When) and made.anchors else usual
