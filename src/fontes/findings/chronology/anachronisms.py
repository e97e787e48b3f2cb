"""What comes too early for what it rests on: grounds, receptions and lives, over what is really known of the days.

Bounds are taken from dates, relations and durations alone, without what grounds, receptions and lives would add: a ground certainly begun
after the end of what rests on it is an anachronism, whichever of rival datings is taken. That something clashes only because several
such lines are taken together is a conflict, and found there.
"""

from __future__ import annotations

from dataclasses import dataclass

from fontes.findings.chronology import Chronology, claims_in
from fontes.findings.chronology.accounts import hull
from fontes.findings.chronology.claims import Thing
from fontes.findings.network import Closure, Constraint, Network, closure
from fontes.findings.reasons import Reason


@dataclass(frozen=True, slots=True)
class Untimely:
    """``what`` would have needed ``other`` (its ground, the report it was taken on, the life of its agent), and misses it by ``days``.

    ``kind``: ``ground``, ``reception``, ``before-birth`` or ``after-death``. The reasons are the statement that ties the two, and what
    gives them their days.
    """

    kind: str
    what: Thing
    other: Thing
    days: int
    reasons: tuple[Reason, ...]


def anachronisms(found: Chronology) -> tuple[Untimely, ...]:
    """Every line that what is known of the days rules out, the farthest off first."""
    tied = found.draft.tied
    days = _untied(found)
    made = []
    for one, kind in tied.items():
        low, high = days.lower[one.y], days.upper[one.x]
        if low is not None and high is not None and low - high > one.weight:
            claims = (*one.claims, *claims_in(days.why_lower(one.y)), *claims_in(days.why_upper(one.x)))
            made.append(Untimely(*_read(found, one, kind), low - high - one.weight, found.reasons(claims)))
    return tuple(sorted(made, key=lambda each: (-each.days, each.what, each.other)))


def _untied(found: Chronology) -> Closure:
    """What is known of the days without ties; where that clashes by itself, of what is left of it."""
    tied, whole = found.draft.tied, found.found.whole.network
    refuted = {thing: tried for thing, tried in found.found.lanes.items() if len(tried) > 1 and not any(lane.active for lane in tried)}
    either = (each for thing, tried in refuted.items() for each in hull(tried, found.draft.of(thing)))
    every = (*found.found.undisputed.constraints, *found.found.held, *either)
    for constraints in (every, whole.constraints):
        days = closure(Network(whole.points, tuple(one for one in constraints if one not in tied)))
        if isinstance(days, Closure):
            return days
    raise AssertionError("a part of what is consistent is consistent")


def _read(found: Chronology, one: Constraint, kind: str) -> tuple[str, Thing, Thing]:
    """Which way round a tie is: ``y - x <= w`` says that ``x`` is not before ``y``."""
    later, earlier = (found.draft.things[(point - 1) // 2] for point in (one.x, one.y))
    if kind != "life":
        return kind, later, earlier
    return ("before-birth", later, earlier) if earlier[0] == "agent" else ("after-death", earlier, later)
