"""Findings, pages and diagnostics as plain values for JSON. Names of keys are a promise: they change only with the version."""

from __future__ import annotations

import dataclasses
from enum import Enum
from typing import Any

from fontes.diagnostics import Diagnostic, Span
from fontes.findings import Change, Fallen, Node, Origins
from fontes.present.pages import Page


def diagnostic_json(one: Diagnostic) -> dict[str, Any]:
    """A diagnostic: what is wrong, where, and what to do about it."""
    return {
        "slug": one.slug,
        "severity": one.severity.value,
        "summary": one.summary,
        "detail": one.detail,
        **span_json(one.span),
        "related": [{**span_json(each.span), "words": each.words} for each in one.related],
        "fixes": [
            {
                "title": fix.title,
                "safe": fix.safe,
                "edits": [{**span_json(edit.span), "replacement": edit.replacement} for edit in fix.edits],
            }
            for fix in one.fixes
        ],
    }


def span_json(span: Span) -> dict[str, Any]:
    """A stretch of a file; `sheet` only where it is one of a workbook."""
    values = {
        "file": span.file, "line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column,
    }  # fmt: skip
    return {**values, "sheet": span.sheet} if span.sheet else values


def origins_json(one: Origins) -> dict[str, Any]:
    """Where one side of a proposition comes from, field by field, and the other side under `against`."""
    values: dict[str, Any] = plain(one)
    return values


def fallen_json(one: Fallen) -> dict[str, Any]:
    """What becomes of everything when units are distrusted."""
    return {
        "units": [str(unit) for unit in one.units],
        "falls": [change_json(each) for each in one.falls],
        "weakened": [change_json(each) for each in one.weakened],
        "rises": [change_json(each) for each in one.rises],
    }


def change_json(one: Change) -> dict[str, Any]:
    """One status that differs, with the grounds that made it differ."""
    values: dict[str, Any] = plain(one)
    return values


def node_json(one: Node) -> dict[str, Any]:
    """A lineage as a tree of things."""
    values: dict[str, Any] = plain(one)
    return values


def page_json(page: Page) -> dict[str, Any]:
    """A page, block by block; every block and part says what it is under `is`."""
    values: dict[str, Any] = plain(page, named=True)
    return values


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
