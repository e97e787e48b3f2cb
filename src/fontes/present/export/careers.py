"""Careers and who compromised whom, as plain values for JSON; the keys are published in docs/reference/findings-json.md."""

from __future__ import annotations

from typing import Any

from fontes.dates import iso
from fontes.findings.careers import Career, Later, Suspicion
from fontes.findings.careers.denunciations import Denounced, Denunciation, Network
from fontes.findings.chronology import Bounds
from fontes.present.export.findings import reason_values


def career_values(one: Career) -> dict[str, Any]:
    """A career: posts, events, what compromised the agent and what came after, and whom they compromised."""
    return {
        "agent": one.agent,
        "posts": [{"tenure": each.tenure, "there": each.there.value, **_days(each.days)} for each in one.posts],
        "events": [
            {"event": each.event, "roles": list(each.roles), "there": each.there.value, **_days(each.days)} for each in one.events
        ],
        "compromised": [_suspicion(each) for each in one.suspicions],
        "compromises": [denunciation_values(each) for each in one.compromises],
        "assumptions": [reason_values(each) for each in one.reasons],
    }


def network_values(one: Network) -> dict[str, Any]:
    """Who compromised whom, by date, and the agents by how many statements of the time compromise them."""
    return {
        "agents": [_denounced(each) for each in one.agents],
        "network": [denunciation_values(each) for each in one.denunciations],
        "assumptions": [reason_values(each) for each in one.reasons],
    }


def denunciation_values(one: Denunciation) -> dict[str, Any]:
    """One statement as it compromises one agent."""
    return {
        "statement": one.statement, "by": one.by or None, "of": one.of, "proposition": one.proposition, "kind": one.kind,
        "case": one.case, "to": list(one.to), "scholar": one.scholar, "confession": one.confession, "there": one.there.value,
        **_days(one.days, reasons=False), "reasons": [reason_values(each) for each in one.reasons],
    }  # fmt: skip


def _suspicion(one: Suspicion) -> dict[str, Any]:
    return {
        **denunciation_values(one.denunciation), "received": list(one.received), "judged": list(one.judged),
        "denied_or_doubted": list(one.answered), "after": [_later(each) for each in one.later],
    }  # fmt: skip


def _later(one: Later) -> dict[str, Any]:
    key = "tenure" if one.kind == "post" else "event"
    return {key: one.id, "began_after": one.began.value, "lasted_after": one.lasted.value, "reasons": [reason_values(each) for each in one.reasons]}


def _denounced(one: Denounced) -> dict[str, Any]:
    return {
        "agent": one.agent, "statements": list(one.statements), "voices": list(one.voices), "by_scholars": list(one.by_scholars),
        "posts_taken_up_after": {"certain": list(one.taken_up), "possible": list(one.perhaps_taken_up)},
    }  # fmt: skip


def _days(days: Bounds, *, reasons: bool = True) -> dict[str, Any]:
    start, by, since, end = (iso(each) for each in days.four)
    values: dict[str, Any] = {"begins": {"earliest": start, "latest": by}, "ends": {"earliest": since, "latest": end}, "doubtful": days.doubtful}
    return values | ({"reasons": [reason_values(each) for each in days.reasons]} if reasons else {})
