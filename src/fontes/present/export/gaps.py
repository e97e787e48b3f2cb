"""Gaps as plain values for JSON, by the published keys."""

from __future__ import annotations

from typing import Any

from fontes.dates import iso
from fontes.findings.gaps import Gap, Gaps
from fontes.model.corpus import Corpus
from fontes.model.names import SourceId
from fontes.present.export.findings import reason_values


def gaps_values(corpus: Corpus, found: Gaps) -> dict[str, Any]:
    """All gaps, how many of each kind, and the assumptions of the lens."""
    return {
        "question": found.question,
        "counts": {kind.value: len(found.of(kind)) for kind in found.kinds},
        "gaps": [gap_values(corpus, one) for one in found.gaps],
        "assumptions": [reason_values(each) for each in found.reasons],
    }


def gap_values(corpus: Corpus, one: Gap) -> dict[str, Any]:
    """One gap. `since` is a date as written, or null: nothing recorded dates it; `since_day` its first possible day, as ISO 8601."""
    return {
        "kind": one.kind.value, "case": one.case, "of": one.of, "thing": one.thing,
        "since": one.since.written if one.since is not None else None,
        "since_day": iso(one.since.earliest) if one.since is not None else None,
        "questions": list(one.questions),
        "statements": list(one.statements), "agents": list(one.agents), "answers": list(one.answers), "against": one.against,
        "sources": list(one.sources),
        "works": [{"id": id, "examined": _examined(corpus, id)} for id in one.works],
        "words": one.words, "number": one.number, "among": one.among,
        "file": one.place.file if one.place is not None else None, "line": one.place.line if one.place is not None else None,
        "reasons": [reason_values(each) for each in one.reasons],
    }  # fmt: skip


def _examined(corpus: Corpus, id: SourceId) -> str:
    """How far a work was examined; `not recorded` where nothing says so."""
    found = corpus.sources.get(id)
    return (found.examined if found else "") or "not recorded"
