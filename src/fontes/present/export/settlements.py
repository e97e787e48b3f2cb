"""Settlements as plain values for JSON, by the published shape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fontes.findings.reasons import Reason
from fontes.findings.support.criticism import Judgement
from fontes.findings.support.settlements import Contradiction, Settlement, Settlements
from fontes.model.lens import Lens
from fontes.present.export.findings import reason_values


def settlements_values(one: Settlements, lens: Lens) -> dict[str, Any]:
    """What stays undecided and the settlements of the whole; beside it what contradicts what, and how to read it."""
    return {
        "undecided": _ids(one.undecided),
        "settlements": [_settlement(each) for each in one.settlements],
        "complete": one.complete,
        "total": one.total,
        "coherent": False if one.incoherent else None if one.total is None and not one.settlements else True,
        "criticisms": list(lens.criticisms),
        "counting": _judgements(one.counting),
        "reading": "all" if one.reading else "any",
        "things": [reason_values(each) for each in one.undecided],
        "undecided_in_the_other_reading_only": _ids(one.elsewhere),
        "contradictions": [_contradiction(each) for each in one.contradictions],
    }


def _contradiction(one: Contradiction) -> dict[str, Any]:
    return {
        "criticisms": _judgements(one.judgements),
        "answers": [_judgements(pair) for pair in one.answers],
        "settlements": [_settlement(each) for each in one.settlements],
        "complete": one.complete,
        "loop": _judgements(one.loop),
        "alone": one.alone,
    }


def _settlement(one: Settlement) -> dict[str, Any]:
    return {
        "stands": _ids(one.stands), "falls": _ids(one.falls), "counts": _judgements(one.counts), "set_aside": _judgements(one.aside),
    }  # fmt: skip


def _ids(things: Iterable[Reason]) -> list[str]:
    """Each name once: a statement may be called like what it is on."""
    return list(dict.fromkeys(thing.id for thing in things))


def _judgements(them: Iterable[Judgement]) -> list[dict[str, str]]:
    return [{"criticism": one.criticism, "aspect": one.aspect, "on": one.on} for one in them]
