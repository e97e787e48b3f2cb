"""Gaps under what is said: thin support, knowledge without a route, searches without a result."""

from __future__ import annotations

from collections.abc import Container, Sequence
from weakref import WeakKeyDictionary

from fontes.findings.acts import date_of
from fontes.findings.engine.plan import Plan
from fontes.findings.engine.plan_local import resting
from fontes.findings.engine.system import least
from fontes.findings.gaps.field import Field, earliest
from fontes.findings.gaps.kinds import MOST, Gap, GapKind
from fontes.findings.known.gaps import no_routes_in
from fontes.findings.known.routes import Routes, withdraws
from fontes.findings.reasons import Reason
from fontes.findings.support.ends import Ending
from fontes.findings.support.independence import together
from fontes.findings.support.lineage import Cone, origins_in
from fontes.findings.support.status import Support
from fontes.model.explanations import Proposition
from fontes.model.names import PropositionId, QuestionId, SourceId
from fontes.model.stances import Search

_FOR = ("asserts", "supposes")
_kept: WeakKeyDictionary[Plan, dict[str, list[Ending] | None]] = WeakKeyDictionary()
"""The ends of each proposition's support as far as a lens withdraws nothing of them, for as long as the plan is there."""


def thin(field: Field) -> list[Gap]:
    """Propositions with recorded support that is not shown to have more than one origin, or whose trails all end; most speakers first.

    The number shown is that of `origins`; it is reckoned out in full only where the ends do not settle it.
    """
    plan = field.statuses.grounds.plan
    touched = resting(plan.readings, field.statuses.settled())
    found = (_thin(field, one, touched) for one in field.corpus.propositions.values())
    return sorted((one for one in found if one), key=lambda one: (-len(one.agents), one.case != "all trails end", -one.number, one.thing))


def _thin(field: Field, one: Proposition, touched: Container[int]) -> Gap | None:
    if field.statuses.proposition(one.id) not in (Support.SUPPORTED, Support.IN_PART):
        return None
    ends = _ends(field, one.id, touched)
    if ends is None:
        return None
    stated = [end for end in ends if end.stated]
    said = field.taken(one.id, *(_FOR[:1] if field.taken(one.id, "asserts") else _FOR[1:]))
    why = (*field.said(said), *(end.why for end in ends))
    sources = tuple(SourceId(end.thing) for end in ends if end.of == "source")
    return Gap(
        GapKind.THIN, "one origin shown" if stated else "all trails end", "proposition", one.id, why, field.since(said),
        tuple(sorted(field.bearing.get(one.id, ()))), said[:MOST], field.who(said), sources=sources[:MOST],
        number=len(ends), place=one.place,
    )  # fmt: skip


def _ends(field: Field, id: str, touched: Container[int]) -> list[Ending] | None:
    """The ends that thin support rests on; None where more than one origin is shown. Found once where a lens withdraws nothing that it rests on."""
    plan = field.statuses.grounds.plan
    kept = _kept.setdefault(plan, {}) if plan.number(("for", id)) not in touched else {}
    if id not in kept:
        cone = Cone.under(field.statuses, ("for", id))
        needed = _needed(field, id, cone)
        kept[id] = None if needed is None else sorted((cone.origins[node] for node in needed), key=lambda end: (end.id, end.of))
    return kept[id]


def _needed(field: Field, id: str, cone: Cone) -> frozenset[int] | None:
    """The ends a thin node rests on; None where more than one origin is shown.

    Two origins that are shown apart, each enough alone, settle it at once; else it takes the smallest supports, as `origins` reckons them.
    """
    stated = [node for node, end in cone.origins.items() if end.stated]
    if len(_groups(field, cone, stated)) < 2:
        return frozenset(cone.origins)
    alone = [node for node in stated if least(cone.system.any, cone.withdrawn | (cone.origins.keys() - {node}))[cone.top]]
    if len(_groups(field, cone, alone)) > 1:
        return None
    full = origins_in(field.statuses, id)
    used = {(one.id, one.kind) for one in full.origins}
    return None if full.shown_origins > 1 else frozenset(node for node, end in cone.origins.items() if (end.id, end.kind) in used)


def _groups(field: Field, cone: Cone, nodes: Sequence[int]) -> tuple[frozenset[str], ...]:
    return together(field.corpus, [cone.origins[node] for node in nodes])


def no_route(field: Field) -> list[Gap]:
    """Who speaks as if knowing what no recorded route had brought them, though others had it."""
    lens = field.statuses.lens
    routes = field.known() if field.known else Routes(field.corpus, lens, field.statuses if withdraws(lens) else None)
    found = []
    for one in no_routes_in(routes):
        questions = tuple(sorted(field.bearing.get(one.item.id, ())))
        entry = field.statuses.grounds.acts.all[one.statement]
        found.append(Gap(
            GapKind.NO_ROUTE, "no recorded route", "agent", one.agent, one.reasons, date_of(field.corpus, entry), questions, (one.statement,),
            one.others[:MOST], (PropositionId(one.item.id),), works=field.read_in((one.statement,)), number=len(one.others), place=entry.place,
        ))  # fmt: skip
    return sorted(found, key=lambda one: (-one.number, one.thing, one.statements))


def searches(field: Field) -> list[Gap]:
    """What was looked for and not found by anybody heard, or with a result that is not recorded; and what nobody looked for."""
    groups: dict[str, list[Search]] = {}
    for one in field.heard:
        if isinstance(one, Search):
            groups.setdefault(one.source or one.words, []).append(one)
    found = [_sought(field, thing, them) for thing, them in groups.items() if all(one.result != "found" for one in them)]
    observed = [_observed(field, one) for one in field.corpus.propositions.values() if one.observed in ("not-found", "not-sought")]
    found += [one for one in observed if field.there(one.since)]
    return sorted(found, key=lambda one: (one.kind == GapKind.NOT_SOUGHT, one.case != "not found", -one.number, one.thing))


def _sought(field: Field, thing: str, them: list[Search]) -> Gap:
    first = them[0]
    ids = tuple(one.id for one in them)
    case = "not found" if any(one.result == "not-found" for one in them) else "result not recorded"
    known = [field.thing("source", first.source)] if first.source else []
    questions = field.sources_bear.get(first.source, frozenset()) if first.source else frozenset[QuestionId]()
    among = dict.fromkeys(place for one in them for place in one.among)
    sources = tuple(SourceId(place) for place in among if place in field.corpus.sources)
    return Gap(
        GapKind.NOT_FOUND, case, "source" if first.source else "search", thing, (*field.said(ids), *known), field.since(ids),
        tuple(sorted(questions)), ids[:MOST], field.who(ids), sources=sources[:MOST], words=", ".join(among),
        number=len(them), place=first.place,
    )  # fmt: skip


def _observed(field: Field, one: Proposition) -> Gap:
    kind = GapKind.NOT_FOUND if one.observed == "not-found" else GapKind.NOT_SOUGHT
    known = [source for way in one.access if way.source and (source := field.corpus.sources.get(way.source))]
    since = earliest(source.made or source.out for source in known)
    why = (field.thing("proposition", one.id), *(Reason("source", source.id, source.title, source.place) for source in known))
    return Gap(
        kind, one.observed.replace("-", " "), "proposition", one.id, why, since, tuple(sorted(field.bearing.get(one.id, ()))),
        sources=tuple(source.id for source in known), place=one.place,
    )  # fmt: skip
