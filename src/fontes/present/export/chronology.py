"""The chronology as plain values for JSON: days as ISO, `open` or `unknown`; every bound with the statements behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from fontes.dates import Bound, iso
from fontes.findings.chronology import Bounds, Chronology
from fontes.findings.chronology.accounts import Lane
from fontes.findings.chronology.anachronisms import Untimely, anachronisms
from fontes.findings.chronology.conflicts import Conflict
from fontes.findings.network import Constraint
from fontes.model.names import Place
from fontes.present.export.findings import reason_values

SIDES = ("earliest_start", "latest_start", "earliest_end", "latest_end")


def chronology_values(found: Chronology, chosen: Sequence[Bounds]) -> dict[str, Any]:
    """Bounds of these things, and all conflicts; ``complete`` says whether there may be more."""
    return {
        "events": [_bounds(found, one) for one in chosen],
        "conflicts": [_conflict(found, one) for one in found.conflicts],
        "complete": found.complete,
        "anachronisms": [_untimely(one) for one in anachronisms(found)],
    }


def _bounds(found: Chronology, one: Bounds) -> dict[str, Any]:
    return {
        "id": one.id,
        **_sides(one.four),
        "accounts": [_lane(found, lane) for lane in one.lanes],
        "stated": _sides(one.stated),
        "narrowed_by": [_claim(found, claim) for claim in one.narrowed_by],
        "doubtful": one.doubtful,
        "conflicts": list(one.conflicts),
        "reasons": [reason_values(reason) for reason in one.reasons],
    }


def _sides(four: Iterable[Bound]) -> dict[str, str]:
    return {side: iso(bound) for side, bound in zip(SIDES, four, strict=True)}


def _days(four: Iterable[int | None]) -> dict[str, str]:
    return {side: iso(day) if day is not None else "unknown" for side, day in zip(SIDES, four, strict=True)}


def _lane(found: Chronology, one: Lane) -> dict[str, Any]:
    account = one.account
    values = {
        "written": account.written,
        **_days(one.bounds or (None, None, None, None)),
        "fits": one.bounds is not None,
        "agreed": one.agreed,
        "doubtful": account.doubtful,
        "by": sorted({agent for claim in account.claims for agent in found.claims[claim].by}),
        "statements": [_claim(found, claim) for claim in account.claims],
    }
    against = None if one.bounds is not None else found.against(one)
    return values if against is None else {
        **values, "shortfall_days": against.shortfall, "against": [_claim(found, claim) for claim in against.claims],
    }  # fmt: skip


def _claim(found: Chronology, id: str) -> dict[str, Any]:
    one = found.claims[id]
    return {**_place(one.places[0] if one.places else None), "id": id, "kind": one.kind}


def _place(place: Place | None) -> dict[str, Any]:
    return {"file": place.file, "line": place.line} if place is not None else {"file": "", "line": 0}


def _conflict(found: Chronology, one: Conflict) -> dict[str, Any]:
    widened = [{"widen": name, "days": one.shortfall, "statements": []} for name in one.assumptions]
    return {
        "statements": [_claim(found, claim) for claim in one.claims],
        "shortfall_days": one.shortfall,
        "repairs": [*widened, *({"statements": [_claim(found, claim) for claim in repair]} for repair in one.repairs)],
        "assumptions": list(one.assumptions),
        "chains": [[_link(found, each) for each in chain] for chain in one.chains],
    }


def _link(found: Chronology, one: Constraint) -> dict[str, Any]:
    """``later`` lies at most ``days`` after ``earlier``; a side without a thing is the first day there is."""
    return {
        "earlier": _point(found, one.x), "later": _point(found, one.y), "days": one.weight, "claims": list(one.claims),
        "assumptions": list(one.assumptions),
    }  # fmt: skip


def _point(found: Chronology, point: int) -> dict[str, str] | None:
    if not point:
        return None
    kind, id = found.draft.things[(point - 1) // 2]
    return {"kind": kind, "id": id, "day": "first" if point % 2 else "last"}


def _untimely(one: Untimely) -> dict[str, Any]:
    return {
        "kind": one.kind, "what": {"kind": one.what[0], "id": one.what[1]}, "other": {"kind": one.other[0], "id": one.other[1]},
        "days": one.days, "reasons": [reason_values(reason) for reason in one.reasons],
    }  # fmt: skip
