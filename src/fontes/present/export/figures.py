"""Rival figures as plain values for JSON, by the published keys. Values are strings, so that no digit is lost."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from fontes.dates import iso
from fontes.findings.figures import Document, Figures, Pointed, Stated
from fontes.present.export.findings import reason_values


def figures_values(found: Figures) -> dict[str, Any]:
    """Figures by question and unit, what is pointed out, and the documents behind."""
    return {
        "question": found.question,
        "figures": [
            {"question": one.question, "unit": one.unit, "stated": [stated_values(each) for each in one.figures]} for one in found.rivals
        ],
        "pointed": [pointed_values(one) for one in found.pointed],
        "documents": [document_values(one) for one in found.documents],
        "listed": found.listed,
        "assumptions": [reason_values(each) for each in found.reasons],
    }


def stated_values(one: Stated) -> dict[str, Any]:
    """One figure as stated. `since` is the date of the first statement as written, or null; `since_day` its first possible day."""
    return {
        "proposition": one.proposition, "figure": one.place, "least": _number(one.figure.least), "most": _number(one.figure.most),
        "unit": one.figure.unit, "of": one.figure.of, "answers": list(one.direct), "questions": list(one.questions),
        "statements": list(one.statements), "agents": list(one.agents),
        "since": one.since.written if one.since is not None else None,
        "since_day": iso(one.since.earliest) if one.since is not None else None,
        "supposed_only": one.supposed_only, "against": list(one.against), "status": one.status.value,
        "documents": [{"id": end.source, "kind": end.kind.value, "doubtful": end.doubtful, "alone": end.alone} for end in one.behind],
        "reasons": [reason_values(each) for each in one.reasons],
    }  # fmt: skip


def pointed_values(one: Pointed) -> dict[str, Any]:
    """Two figures and what is to be seen in them. `number` is the whole a description names, or the sum of parts."""
    return {
        "kind": one.kind.value, "figures": [_which(each) for each in (one.one, one.other) if each is not None],
        "statements": list(one.statements), "descent": one.kinship.value,
        "slip": {"kind": one.slip.slip.value, "place": one.slip.place, "was": one.slip.was, "is": one.slip.is_} if one.slip else None,
        "number": _number(one.number) if one.number is not None else None,
        "questions": list(one.questions),
        "reasons": [reason_values(each) for each in one.reasons],
    }  # fmt: skip


def document_values(one: Document) -> dict[str, Any]:
    """A document and the propositions whose figures go back to it."""
    return {
        "id": one.source, "kind": one.kind.value, "propositions": list(one.figures), "doubtful": list(one.doubtful), "alone": list(one.alone),
        "reasons": [reason_values(each) for each in one.reasons],
    }  # fmt: skip


def _which(one: Stated) -> dict[str, Any]:
    return {
        "proposition": one.proposition, "figure": one.place, "least": _number(one.figure.least), "most": _number(one.figure.most),
        "unit": one.figure.unit, "of": one.figure.of,
    }  # fmt: skip


def _number(value: Decimal) -> str:
    return format(value, "f")
