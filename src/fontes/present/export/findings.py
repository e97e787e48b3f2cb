"""Findings as plain values for JSON, by the published shapes; every number beside its grounds."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from fontes.diagnostics import Diagnostic, Span
from fontes.findings import Change, Count, Fallen, Node, Origins, Overturning, Ranked, Reason
from fontes.model.names import Place


def diagnostic_values(one: Diagnostic) -> dict[str, Any]:
    """One diagnostic."""
    return {
        "slug": one.slug, "severity": one.severity.value, "summary": one.summary, "detail": one.detail, **_span(one.span),
        "related": [{"words": related.words, **_span(related.span)} for related in one.related],
        "fixes": [
            {"title": fix.title, "safe": fix.safe, "edits": [{**_span(edit.span), "replacement": edit.replacement} for edit in fix.edits]}
            for fix in one.fixes
        ],
    }  # fmt: skip


def _span(span: Span) -> dict[str, Any]:
    values: dict[str, Any] = {
        "file": span.file, "line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column,
    }  # fmt: skip
    return values | ({"sheet": span.sheet} if span.sheet else {})


def origins_values(one: Origins) -> dict[str, Any]:
    """Voices, trails and where they end, for a proposition and against it."""
    values = _side(one)
    values["against"] = _side(one.against) if one.against is not None else None
    return values


def _side(one: Origins) -> dict[str, Any]:
    voices = one.voices
    return {
        "id": one.id,
        "status": one.status.value,
        "voices": {
            "scholars": list(voices.scholars), "participants": list(voices.participants), "witnesses": list(voices.witnesses),
            "press": list(voices.press), "unnamed": list(voices.unnamed), "role_not_recorded": list(voices.role_not_recorded),
            "implied": list(voices.implied), "least": voices.least, "most": voices.most,
        },
        "supposed_by": list(one.supposed_by),
        "supposed_only": one.supposed_only,
        "origins": [{"id": end.id, "kind": end.kind.value} for end in one.origins],
        "idle": [{"id": end.id, "kind": end.kind.value} for end in one.idle],
        "shown_origins": one.shown_origins,
        "removals": _count(one.removals),
        "separate_lines": _count(one.separate_lines),
        "indispensable": list(one.indispensable),
        "overturning": [list(units) for units in one.overturning],
        "why": [list(ends) for ends in one.why],
        "listed": one.listed,
        "responsibility": dict(one.responsibility),
        "independence": [{"pair": list(pair.pair), "value": pair.value.value, "reason": pair.reason} for pair in one.independence],
        "circular_only": one.circular_only,
        "access": list(one.access),
        "reasons": [reason_values(reason) for reason in one.reasons],
    }  # fmt: skip


def _count(one: Count | None) -> dict[str, Any] | None:
    """None while criticisms count: the number is not defined then."""
    return None if one is None else {"any": one.any, "all": one.all, "shown": one.shown, "exact": one.exact}


def reason_values(one: Reason) -> dict[str, Any]:
    """One input of a finding, with its place."""
    return {"kind": one.kind, "id": one.id, "words": one.words, **_place(one.place)}


def _place(place: Place | None) -> dict[str, Any]:
    return {"file": place.file, "line": place.line} if place is not None else {}


def fallen_values(one: Fallen, possibly: Collection[str] = ()) -> dict[str, Any]:
    """What falls, is weakened, rises or becomes undecided, and what is no longer attested; what was only possibly there is named apart."""
    return {
        "units": [str(unit) for unit in one.units],
        "falls": _changes(one.falls),
        "weakened": _changes(one.weakened),
        "rises": _changes(one.rises),
        "undecided": _changes(one.undecided),
        "unattested": [reason_values(each) for each in one.unattested],
        "possibly_there": sorted(possibly),
    }


def _changes(changes: tuple[Change, ...]) -> dict[str, Any]:
    return {
        "propositions": [one.id for one in changes if one.kind == "proposition"],
        "statements": [one.id for one in changes if one.kind == "statement"],
        "changes": [
            {
                "kind": one.kind, "id": one.id, "before": one.before.value, "after": one.after.value,
                "lost": [reason_values(lost) for lost in one.lost], "words": one.why.words, **_place(one.why.place),
            }
            for one in changes
        ],
    }  # fmt: skip


def ranked_values(one: Ranked) -> dict[str, Any]:
    """What falls with one source or agent alone."""
    return {
        "unit": str(one.unit), "number": one.number, "statements": list(one.statements), "propositions": list(one.propositions),
        "own": list(one.own),
    }  # fmt: skip


def overturning_values(one: Overturning) -> dict[str, Any]:
    """What overturns, in the units asked for."""
    return {
        "removals": {"at_least": one.at_least, "at_most": one.at_most}, "sets": [[str(unit) for unit in units] for units in one.sets],
        "listed": one.listed, "indispensable": [str(unit) for unit in one.indispensable], "responsibility": dict(one.responsibility),
    }  # fmt: skip


def node_values(one: Node) -> dict[str, Any]:
    """The lineage as nested values."""
    return {
        "id": one.id, "kind": one.kind, "words": one.words, "status": one.status.value, "attested": one.attested, "origin": one.origin,
        "side": one.side, "rule": one.rule,
        "doubtful": one.doubtful, "shared": one.shared, "folded": one.folded, "links": list(one.links), **_place(one.place),
        "children": [node_values(child) for child in one.children],
    }  # fmt: skip
