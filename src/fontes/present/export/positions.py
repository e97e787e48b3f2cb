"""Where the literature stands, as plain values for JSON; see docs/reference/findings-json.md."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from fontes.dates import iso
from fontes.findings.known.dates import ENDLESS
from fontes.findings.positions import AnswerHeld, Between, Overview, Positions
from fontes.findings.positions.agreement import Decomposition, Measured
from fontes.findings.positions.consensus import Verdict
from fontes.findings.positions.disputes import Dispute
from fontes.findings.positions.groups import Group
from fontes.findings.positions.heard import DIRECTIONS, Taken
from fontes.findings.positions.voices import Counted, Position, Step, Turned
from fontes.findings.support.lineage import Count
from fontes.findings.support.status import Statuses
from fontes.present.export.findings import reason_values

_PARTS = ("before", "after", "change", "changed_mind", "newcomers", "leavers")


def positions_values(one: Positions, statuses: Statuses, changed: Sequence[Between] | None = None) -> dict[str, Any]:
    """The whole answer; every number with its bounds, every stance with its statement and place."""
    return {
        "about": one.name, "kind": "question" if one.question else "proposition",
        "as_of": one.lens.as_of.written if one.lens.as_of else None,
        "co_authors": one.terms.co_authors.value, "ordered": one.terms.ordered,
        "voices": _range(one.heard),
        "answers": [_answer(each, statuses) for each in one.answers],
        "spread": None if one.spread is None else {
            "holding": {id: _range(ends) for id, ends in one.spread.holding}, "several": list(one.spread.several),
            "voices": _range(one.spread.voices),
            "measures": [_measured(each) for each in one.spread.measures],
        },
        "raised": [taken_values(each) for each in one.raised],
        "left_open": [taken_values(each) for each in one.left_open],
        "unanswerable": [taken_values(each) for each in one.unanswerable],
        "silent": [
            {"agent": each.agent, "source": each.source, "examined": each.examined or None, "statement": each.statement,
             "reasons": [reason_values(why) for why in each.reasons]}
            for each in one.silences
        ],
        "periods": [_group(each) for each in one.periods],
        "schools": [_group(each) for each in one.schools],
        "disputes": [_dispute(each) for each in one.disputes],
        "history": [_turned(each) for each in one.history],
        "between": None if changed is None else [_between(each) for each in changed],
        "assumptions": [reason_values(each) for each in one.reasons],
    }  # fmt: skip


def overview_values(them: Sequence[Overview]) -> dict[str, Any]:
    """Every question with its counts."""
    return {
        "questions": [
            {"id": one.id, "answers": one.answers, "held": one.held, "voices": _range(one.heard), "disputes": one.disputes} for one in them
        ]
    }


def taken_values(one: Taken) -> dict[str, Any]:
    """One stance: who, what, when at the earliest and latest, in which work, through whom, and where it is written."""
    return {
        "statement": one.statement, "agent": one.agent, "proposition": one.proposition, "stance": one.option,
        "date": one.when.written if one.when else None, "earliest": _day(one.earliest), "latest": _day(one.latest), "certain": one.sure,
        "source": one.source, "reporter": one.reporter or None, "by_asserting": one.by_asserting,
        "file": one.place.file if one.place else None, "line": one.place.line if one.place else None,
    }  # fmt: skip


def _day(day: int) -> str | None:
    return iso(day) if abs(day) < ENDLESS else None


def _range(ends: tuple[int, int]) -> dict[str, int]:
    return {"least": ends[0], "most": ends[1]}


def _answer(one: AnswerHeld, statuses: Statuses) -> dict[str, Any]:
    return {
        "proposition": one.id, "voices": _range(one.heard), "counts": {each.option: _ends(each) for each in one.counts},
        "positions": [_position(each, statuses) for each in one.positions],
        "silent": list(one.silent), "measures": [_measured(each) for each in one.measures], "word": _verdict(one.verdict),
        "separate_lines": {"for": _count(one.lines_for), "against": _count(one.lines_against)},
        "reprints": [taken_values(each) for each in one.reprints],
        "reported": [
            {"agent": each.agent, "reporter": each.reporter, "stance": each.option, "attitude": each.attitude, "statement": each.statement,
             "date": each.when.written if each.when else None}
            for each in one.reported
        ],
        "disputes_about": [
            {"agent": each.agent, "reporters": [{"reporter": who or None, "direction": way} for who, way in each.reporters],
             "reasons": [reason_values(why) for why in each.reasons]}
            for each in one.about
        ],
        "steps": [_step(each) for each in one.steps],
    }  # fmt: skip


def _ends(one: Counted) -> dict[str, int]:
    return {"least": one.least, "most": one.most}


def _count(one: Count | None) -> dict[str, Any] | None:
    return None if one is None else {"any": one.any, "all": one.all, "shown": one.shown, "exact": one.exact}


def _position(one: Position, statuses: Statuses) -> dict[str, Any]:
    """Several in `held` where it is open which; `certain` where it is not."""
    directions = sorted({DIRECTIONS[each.option] for each in one.held})
    return {
        "voice": list(one.voice), "certain": one.certain, "perhaps_silent": one.silent, "directions": directions,
        "held": [
            {"stance": each.option, "since": taken_values(each.since),
             "statements": [{**taken_values(act), "status": statuses.statement(act.statement).value} for act in each.acts]}
            for each in one.held
        ],
        "earlier": [taken_values(each) for each in one.earlier],
    }  # fmt: skip


def _number(value: Fraction | float | None) -> float | None:
    return None if value is None else float(value)


def _measured(one: Measured) -> dict[str, Any]:
    more = None if one.one_more is None else {"least": _number(one.one_more[0]), "most": _number(one.one_more[1])}
    return {"name": one.name, "least": _number(one.least), "most": _number(one.most), "one_more_voice": more, "why": one.why or None}


def _verdict(one: Verdict) -> dict[str, Any]:
    return {
        "words": [word.value for word in one.words], "side": one.side or None, "rule": one.written or None,
        "rule_met": None if one.met is None else one.met.value,
        "conditions": [
            {"name": each.name, "needed": _number(each.needed), "least": _number(each.least), "most": _number(each.most), "met": each.met.value}
            for each in one.conditions
        ],
    }  # fmt: skip


def _step(one: Step) -> dict[str, Any]:
    return {"day": iso(one.day), "agent": one.agent, "before": sorted(one.before), "from_then": sorted(one.now)}


def _group(one: Group) -> dict[str, Any]:
    answers = {
        id: {each.option: _ends(each) for each in counts if each.most} for id, counts in one.counts.items() if any(each.most for each in counts)
    }
    return {
        "id": one.id, "name": one.name, "voices": _range(one.heard), "answers": answers,
        "agents": {id: list(agents) for id, agents in one.voices.items() if agents},
    }  # fmt: skip


def _dispute(one: Dispute) -> dict[str, Any]:
    return {
        "proposition": one.proposition, "rival": one.rival, "for": list(one.holders), "against": list(one.opponents), "certain": one.certain,
        "since": {"earliest": _day(one.since[0]), "latest": _day(one.since[1]), "opened_by": taken_values(one.opened_by)},
        "reasons": [reason_values(each) for each in one.reasons],
    }  # fmt: skip


def _turned(one: Turned) -> dict[str, Any]:
    return {"turn": one.turn.value, "before": one.before or None, **taken_values(one.taken)}


def _between(one: Between) -> dict[str, Any]:
    return {
        "proposition": one.id, "parts": None if one.parts is None else _decomposition(one.parts), "changed_mind": list(one.changed),
        "newcomers": list(one.came), "leavers": list(one.left), "left_out": list(one.unclear),
        "bounds": None if one.bounds is None else {name: [str(end) for end in getattr(one.bounds, name)] for name in _PARTS},
    }  # fmt: skip


def _decomposition(one: Decomposition) -> dict[str, Any]:
    """Exact parts are written as fractions; `change` is their sum."""
    return {name: str(getattr(one, name)) for name in _PARTS} | {"heard": list(one.heard), "stayed": one.stayed}
