"""Did anybody change their mind? The change of a share between two dates, taken apart; and how it may lie where dates leave positions open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from fontes.findings.positions.agreement import MOST_PLACEMENTS, Decomposition, Stood, decomposed, taken_apart
from fontes.findings.positions.heard import Heard, Hearing
from fontes.findings.positions.time import SILENT
from fontes.findings.positions.voices import Days, Terms, options
from fontes.model.names import AgentId, PropositionId

_WAYS: Mapping[str, bool | None] = {"asserts": True, "other": False, "": None}
Range = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most of every number of a decomposition, over every way in which open dates may lie; never narrower than that."""

    before: Range
    after: Range
    change: Range
    changed_mind: Range
    newcomers: Range
    leavers: Range


@dataclass(frozen=True, slots=True)
class Between:
    """A change between two dates in the share of voices that assert one answer, among all who speak to what was asked.

    ``parts`` are of those whose position is clear at both dates, None where at one of them nobody is heard. ``unclear`` are the others;
    ``bounds`` count them too, None where nobody is unclear, where nobody need be heard, or where there are too many ways.
    """

    id: PropositionId
    parts: Decomposition | None
    changed: tuple[AgentId, ...]
    came: tuple[AgentId, ...]
    left: tuple[AgentId, ...]
    unclear: tuple[AgentId, ...]
    bounds: Bounds | None = None


def changed_between(hearing: Hearing, heard: Mapping[PropositionId, Heard], id: PropositionId, days: tuple[Days, Days], terms: Terms) -> Between:
    """What changed between two dates in who asserts one of the answers ``heard``."""
    agents = sorted({agent for them in heard.values() for agent in them})
    stood = {agent: _stood(hearing, heard, id, agent, days, terms) for agent in agents}
    clear = {agent: next(iter(ways)) for agent, ways in stood.items() if len(ways) == 1}
    old = {agent: then for agent, (then, _) in clear.items() if then is not None}
    new = {agent: now for agent, (_, now) in clear.items() if now is not None}
    unclear = tuple(agent for agent in agents if agent not in clear)
    return Between(
        id, decomposed(old, new), tuple(agent for agent in old if agent in new and old[agent] != new[agent]),
        tuple(agent for agent in new if agent not in old), tuple(agent for agent in old if agent not in new), unclear,
        _bounds(stood.values()) if unclear else None,
    )  # fmt: skip


def _stood(
    hearing: Hearing, heard: Mapping[PropositionId, Heard], id: PropositionId, agent: AgentId, days: tuple[Days, Days], terms: Terms
) -> frozenset[Stood]:
    """Every pair of ways in which an agent may have stood at the two dates.

    Unless positions lapse, nobody who was heard falls silent; and who is only ever recorded to assert it does not cease to.
    """
    then, now = (_ways(hearing, heard, id, agent, each, terms) for each in days)
    pairs = {(_WAYS[one], _WAYS[other]) for one, other in product(then, now)}
    if terms.lapse is None and not terms.lapse_at_death:
        steady = all(one.option == "asserts" for one in heard[id].get(agent, ()))
        pairs = {(one, other) for one, other in pairs if one is None or (other is not None and not (steady and one and not other))}
    return frozenset(pairs)


def _ways(hearing: Hearing, heard: Mapping[PropositionId, Heard], id: PropositionId, agent: AgentId, days: Days, terms: Terms) -> frozenset[str]:
    """`asserts`; `other`: speaks to some answer and does not assert this; empty where not heard on any.

    What is only implied by asserting this answer is no word on another.
    """
    own = options(hearing, heard[id][agent], days, terms) if agent in heard[id] else frozenset([SILENT])
    found = {"asserts" if one == "asserts" else "other" for one in own if one != SILENT}
    if SILENT in own:
        acts = (tuple(one for one in them.get(agent, ()) if one.by_asserting != id) for other, them in heard.items() if other != id)
        others = [options(hearing, each, days, terms) for each in acts if each]
        found |= {"other"} if any(one != {SILENT} for one in others) else set()
        found |= {""} if all(SILENT in one for one in others) else set()
    return frozenset(found)


def _bounds(voices: Iterable[frozenset[Stood]]) -> Bounds | None:
    counts: set[tuple[tuple[Stood, int], ...]] = {()}
    for ways in voices:
        counts = {_with(one, way) for one in counts for way in ways}
        if len(counts) > MOST_PLACEMENTS:
            return None
    found = [taken_apart(dict(one)) for one in counts]
    kept = [one for one in found if one is not None]
    if not kept:
        return None

    def span(values: Iterable[Fraction]) -> Range:
        them = list(values)
        return min(them), max(them)

    return Bounds(
        span(one.before for one in kept), span(one.after for one in kept), span(one.change for one in kept),
        span(one.changed_mind for one in kept), span(one.newcomers for one in kept), span(one.leavers for one in kept),
    )  # fmt: skip


def _with(counts: tuple[tuple[Stood, int], ...], way: Stood) -> tuple[tuple[Stood, int], ...]:
    """The same counts with one voice more."""
    found = dict(counts)
    found[way] = found.get(way, 0) + 1
    return tuple(sorted(found.items(), key=lambda each: str(each[0])))
