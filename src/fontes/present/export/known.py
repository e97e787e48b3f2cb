"""What had reached an agent, as plain values for JSON; ``known`` and the keys of its rows are as published."""

from __future__ import annotations

from typing import Any

from fontes.dates import iso
from fontes.findings.known import Had, Known
from fontes.findings.known.gaps import NoRoute
from fontes.findings.known.paths import Step
from fontes.present.export.findings import reason_values


def known_values(one: Known) -> dict[str, Any]:
    """The whole answer: each row has `proposition`, `answer`, `since` and `path`; the other keys say why and how it was taken."""
    return {
        "agent": one.agent,
        "by": one.by.written,
        "about": one.about or None,
        "known": [had_values(each) for each in one.had],
        "assumptions": [reason_values(each) for each in one.reasons],
    }


def had_values(one: Had) -> dict[str, Any]:
    """One row. `proposition` is the name of the thing, of whatever `kind`; `since` is a day, or null where it has no bound."""
    return {
        "proposition": one.item.id, "kind": one.item.kind.value, "answer": one.answer.value,
        "since": iso(one.since) if one.since is not None else None,
        "path": [_step(each) for each in one.path],
        "doubts": list(one.doubts),
        "received": list(one.receptions),
        "others": list(one.others), "others_perhaps": list(one.perhaps),
        "said_to_have_known": list(one.claims),
        "later": list(one.later),
        "to_somebody_not_known": list(one.astray),
        "reasons": [reason_values(each) for each in one.reasons],
    }  # fmt: skip


def _step(one: Step) -> dict[str, Any]:
    return {
        "kind": one.kind.value, "from": one.giver, "to": one.receiver, "statement": one.statement,
        "date": one.when.written if one.when is not None else None, "linked": one.linked,
        "file": one.place.file if one.place is not None else None, "line": one.place.line if one.place is not None else None,
    }  # fmt: skip


def no_route_values(one: NoRoute) -> dict[str, Any]:
    """One who speaks of what no recorded route had brought them."""
    return {
        "agent": one.agent, "proposition": one.item.id, "statement": one.statement, "others": list(one.others),
        "reasons": [reason_values(each) for each in one.reasons],
    }  # fmt: skip
