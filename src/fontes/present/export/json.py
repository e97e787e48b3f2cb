"""Pages as plain values for JSON: what the terminal and the browser show, for programs that want to show it their way."""

from __future__ import annotations

import dataclasses
from enum import Enum
from typing import Any

from fontes.present.drawing.shapes import Drawing
from fontes.present.pages import Page


def page_json(page: Page) -> dict[str, Any]:
    """A page, block by block; every block and part says what it is under `is`.

    Of a drawing its words are given, and each thing in it with where it leads: whoever draws it their own way has the table beside it.
    """
    blocks = [_drawing(block) if isinstance(block, Drawing) else plain(block, named=True) for block in page.blocks]
    values: dict[str, Any] = plain(dataclasses.replace(page, blocks=()), named=True)
    return {**values, "blocks": blocks}


def _drawing(one: Drawing) -> dict[str, Any]:
    things = [{"words": thing.words, "to": plain(thing.to, named=True)} for thing in one.things]
    return {"is": "drawing", "name": one.name, "title": one.title, "description": one.description, "things": things}


def plain(value: Any, *, named: bool = False) -> Any:
    """Frozen values as objects of their fields, enumerations as their word, tuples and sets as lists.

    `named` adds to every object what kind it is, under `is`. Raises TypeError for anything else.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kind = {"is": type(value).__name__.lower()} if named else {}
        fields = {field.name: plain(getattr(value, field.name), named=named) for field in dataclasses.fields(value)}
        return {**kind, **fields}
    if isinstance(value, tuple | list):
        return [plain(each, named=named) for each in value]
    if isinstance(value, frozenset | set):
        return sorted(plain(each, named=named) for each in value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
