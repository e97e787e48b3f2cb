"""Whether what was found of the dates of a corpus stands for a later state of it: an edit that tells no more of any day changes no conflict.

New statements are drawn by themselves. Where all that they say of days that were drawn before follows from what nobody disputes and nothing clashes
with, each network that is looked at in search of conflicts implies it already: no set of statements comes to clash by it, and none ceases to.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain, permutations
from typing import Any

from fontes.findings.chronology import Chronology
from fontes.findings.chronology.bearing import bears, named_by
from fontes.findings.chronology.claims import Thing
from fontes.findings.chronology.draft import Drawing, drawn_alone
from fontes.findings.network import Closure, Network, closure
from fontes.model.agents import Agent
from fontes.model.corpus import Corpus
from fontes.model.sources import Source

MOST_SAID = 12
"""Of so many things drawn before may new statements speak, to be looked at by themselves."""
_ACTING = ("stances", "reports", "speeches", "criticisms", "searches", "tenures", "assessments")
_KINDS = {"agents": ("agent",), "sources": ("source", "out"), **dict.fromkeys(_ACTING, ("statement",))}
_DATED = (
    "agent", "sender", "hops", "when", "repeatedly", "start", "end", "during", "at", "said", "made", "out", "born", "died", "draws_on", "edition_of",
    "translation_of", "makers", "grounds", "upon", "relations", "carries", "source", "use", "read", "access", "label", "aspects", "on", "vouching",
)  # fmt: skip
"""All of a statement or thing that can bear on days; its words and remarks do not."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What is in one corpus and not in another as far as days go: things of their kind that went, and what came."""

    gone: tuple[Thing, ...]
    come: tuple[Any, ...]


def difference(before: Corpus, after: Corpus) -> Difference | None:
    """What differs; nothing where that cannot be told by single statements: events, their datings, a source or a life that
    was there before, renamed things, what vague words mean.
    """
    same = (before.events == after.events, before.datings == after.datings, before.renames == after.renames)
    if not all(same) or before.preface.profile != after.preface.profile:
        return None
    gone: list[Thing] = []
    come: list[Any] = []
    for field, kinds in _KINDS.items():
        old: Mapping[Any, Any] = getattr(before, field)
        new: Mapping[Any, Any] = getattr(after, field)
        changed = [id for id, one in new.items() if (was := old.get(id)) is not one and (was is None or _days(was) != _days(one))]
        come += (new[id] for id in changed)
        went = [id for id in changed if id in old]
        if went and field not in _ACTING:
            return None
        if len(new) - len(changed) + len(went) != len(old):
            went += [id for id in old if id not in new]
        gone += ((kind, id) for id in went for kind in kinds)
    return Difference(tuple(gone), tuple(come))


def _days(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, name, None) for name in _DATED)


def stands(found: Chronology, now: Corpus, differing: Difference) -> bool:
    """Do the conflicts stand as they were found, none more and none less? Where in doubt, not."""
    points = found.draft.points
    if not found.complete or any(thing in points for thing in differing.gone):
        return False
    named = {name for one in differing.come for name in named_by(one)}
    drawing = drawn_alone(now, (one for one in differing.come if isinstance(one, Agent | Source) or one.id in named or bears(now, one)))
    fresh = {(kind, str(one.id)) for one in differing.come for kind in ("agent", "source", "out", "statement")}
    old = [thing for thing in drawing.draft.points if thing not in fresh]
    return all(thing in points for thing in old) and len(old) <= MOST_SAID and _implied(found, drawing, old)


def _implied(found: Chronology, drawing: Drawing, old: Collection[Thing]) -> bool:
    """Does all that is said of days that were drawn before follow from what nobody disputes and nothing clashes with, or bear on nothing?

    Somebody whose death nothing bounds may well have lived longer: that clashes with nothing.
    """
    own = closure(Network(drawing.draft.size, tuple(drawing.draft.constraints)))
    if not isinstance(own, Closure):
        return False
    base = found.found.base.closure
    there = [(0, 0), *((drawing.draft.of(thing)[at], found.draft.of(thing)[at]) for thing in old for at in (0, 1))]
    for (x, was_x), (y, was_y) in permutations(there, 2):
        days = own.furthest(x, y)
        if days is None or ((most := base.furthest(was_x, was_y)) is not None and most <= days):
            continue
        if _limited(found, was_x, above=True) and _limited(found, was_y, above=False):
            return False
    return True


def _limited(found: Chronology, point: int, *, above: bool) -> bool:
    """Does anything say that a day is not after, or not before, any other?"""
    if not point:
        return True
    accounts = (each for lanes in found.found.lanes.values() for lane in lanes for each in lane.account.constraints)
    return any((one.y if above else one.x) == point for one in chain(found.draft.constraints, accounts))
