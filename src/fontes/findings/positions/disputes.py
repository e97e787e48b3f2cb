"""Disputes: attested stances of opposite direction, or assertions of answers that exclude each other; and since when.

Whoever changed their mind does not dispute with themselves, and what several report of one agent's mind is a dispute *about* that agent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any, TypeVar

from fontes.dates import When
from fontes.findings.acts import date_of
from fontes.findings.known.dates import ENDLESS
from fontes.findings.positions.heard import DIRECTIONS, IMPLIED, Heard, Hearing, Taken
from fontes.findings.positions.voices import Position
from fontes.findings.reasons import Reason, reason
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId, PropositionId, StatementId
from fontes.model.stances import Attitude, Stance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two sides over one proposition; or, with a ``rival``, over two that exclude each other: each side asserts one.

    ``certain``: does it certainly go on at the date asked for? ``since``: from when at the earliest, and by when certainly, both sides had
    spoken, each a day beyond every day where that has no bound. ``opened_by`` is the statement that made it one, as far as dated.
    """

    proposition: PropositionId
    rival: PropositionId | None
    holders: tuple[AgentId, ...]
    opponents: tuple[AgentId, ...]
    certain: bool
    since: tuple[int, int]
    opened_by: Taken
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody says of the mind of somebody else. ``option`` is the attitude ascribed; ``attitude`` how the reporter stands to that."""

    agent: AgentId
    reporter: AgentId
    proposition: PropositionId
    option: str
    attitude: str
    statement: StatementId
    when: When | None


@dataclass(frozen=True, slots=True)
class DisputeAbout:
    """What an agent held is itself disputed: those who report it, each with the direction they ascribe."""

    agent: AgentId
    proposition: PropositionId
    reporters: tuple[tuple[str, str], ...]
    reasons: tuple[Reason, ...]


def disputes(
    hearing: Hearing, held: Mapping[PropositionId, Sequence[Position]], heard: Mapping[PropositionId, Heard], last: int
) -> tuple[Dispute, ...]:
    """The disputes among these positions (of each proposition, with all that was heard on it up to the day `last`), the oldest first."""
    found = [one for id, positions in held.items() for one in _on(hearing, id, positions, heard[id], last)]
    for id, positions in held.items():
        for rival in hearing.rivals.get(id, ()):
            if id < rival or rival not in held:
                found += _between(hearing, id, rival, positions, heard[id], last)
    return tuple(sorted(found, key=lambda one: (one.since[1], one.since[0], one.proposition, one.rival or "")))


def _on(hearing: Hearing, id: str, positions: Sequence[Position], heard: Heard, last: int) -> list[Dispute]:
    def side(direction: str) -> list[Position]:
        return [one for one in positions if any(DIRECTIONS[each.option] == direction and each.option != IMPLIED for each in one.held)]

    acts = {
        direction: [one for them in heard.values() for one in them if one.by_asserting is None and DIRECTIONS[one.option] == direction]
        for direction in ("for", "against")
    }
    return _dispute(hearing, id, None, (side("for"), side("against")), (acts["for"], acts["against"]), last)


def _between(hearing: Hearing, id: str, rival: PropositionId, positions: Sequence[Position], heard: Heard, last: int) -> list[Dispute]:
    """Over two that exclude each other: who asserts the one, and who asserts the other and so denies it by implication."""
    asserting = [one for one in positions if any(each.option == "asserts" for each in one.held)]
    denying = [one for one in positions if any(act.by_asserting == rival for each in one.held for act in each.acts)]
    holds = [one for them in heard.values() for one in them if one.option == "asserts"]
    excludes = [one for them in heard.values() for one in them if one.option == IMPLIED and one.by_asserting == rival]
    return _dispute(hearing, id, rival, (asserting, denying), (holds, excludes), last)


def _dispute(
    hearing: Hearing,
    id: str,
    rival: PropositionId | None,
    sides: tuple[Sequence[Position], Sequence[Position]],
    acts: tuple[Sequence[Taken], Sequence[Taken]],
    last: int,
) -> list[Dispute]:
    opened = opening(acts[0], acts[1], last)
    ordered = _facing(*sides)
    if not ordered or opened is None:
        return []
    firm = [
        [each for each in side if not each.silent and each.direction == direction] for side, direction in zip(sides, ("for", "against"), strict=True)
    ]
    certain = any(_apart(one, other) for one in firm[0] for other in firm[1])
    holders, opponents = ({agent for place, each in ordered if place == side for agent in each.voice} for side in (0, 1))
    since, first = opened
    every = hearing.statuses.grounds.acts.all
    statements = dict.fromkeys(
        act.statement for place, one in ordered for each in one.held for act in each.acts if DIRECTIONS[each.option] == ("for", "against")[place]
    )
    return [Dispute(
        PropositionId(id), rival, tuple(sorted(holders)), tuple(sorted(opponents)), certain, since, first,
        tuple(reason(hearing.corpus, "statement", one, every) for one in statements),
    )]  # fmt: skip


def _apart(one: Position, other: Position) -> bool:
    return set(one.voice).isdisjoint(other.voice)


def _facing(one: Sequence[Position], other: Sequence[Position]) -> list[tuple[int, Position]]:
    """The positions of either side (0 and 1) that somebody else on the other side faces: each of the first, then those that first face it."""
    ordered: list[tuple[int, Position]] = []
    left = list(other)
    for each in one:
        if any(_apart(each, another) for another in other):
            ordered.append((0, each))
            met = [_apart(each, another) for another in left]
            ordered += [(1, another) for another, faces in zip(left, met, strict=True) if faces]
            left = [another for another, faces in zip(left, met, strict=True) if not faces]
    return ordered


def opening(one: Iterable[Taken], other: Iterable[Taken], last: int) -> tuple[tuple[int, int], Taken] | None:
    """From when at the earliest and by when certainly two different agents had spoken on either side, and the act that was the later.

    Only acts that may lie on or before the day `last` count; None where there are not two agents.
    """
    first, second = _firsts(one, last), _firsts(other, last)
    opened = _soonest(first, second, _order)
    if opened is None:
        return None
    earliest, by = _soonest(first, second, lambda each: (each.earliest,)), _soonest(first, second, lambda each: (_by(each),))
    assert earliest is not None and by is not None, "the same two sides"
    return (earliest.earliest, _by(by)), opened


def _soonest(one: Mapping[AgentId, T], other: Mapping[AgentId, T], key: Callable[[T], tuple[Any, ...]]) -> T | None:
    """The later of two by different agents, one of either side, where that is soonest; None where there are no two.

    The two soonest of either side are enough: where the soonest are by one agent, one of them gives way to the next of its side.
    """
    sides = [nsmallest(2, side.items(), key=lambda pair: key(pair[1])) for side in (one, other)]
    pairs = [max(a, b, key=key) for agent, a in sides[0] for another, b in sides[1] if agent != another]
    return min(pairs, key=key, default=None)


def _by(one: Taken) -> int:
    return one.latest if one.sure else ENDLESS


def _order(one: Taken) -> tuple[int, int, str]:
    return (_by(one), one.earliest, one.statement)


def _firsts(side: Iterable[Taken], last: int) -> Mapping[AgentId, Taken]:
    found: dict[AgentId, Taken] = {}
    for one in sorted(side, key=_order):
        if one.earliest <= last:
            found.setdefault(one.agent, one)
    return found


# ---- what others report of somebody's mind


def reported(hearing: Hearing, proposition: str, last: int) -> tuple[Reported, ...]:
    """What is said in brackets of anybody's mind on a proposition, by those who may have said it by the day `last`."""
    found = []
    for bracket in hearing.brackets.get(proposition, ()):
        said = hearing.corpus.propositions[bracket].said
        for agent, them in hearing.taken(bracket).items() if said else ():
            found += [
                Reported(said.agent, agent, PropositionId(proposition), said.verb, one.option, one.statement, one.when)
                for one in them if one.earliest <= last and one.option in DIRECTIONS and said
            ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.agent, one.reporter, one.statement)))


def disputes_about(hearing: Hearing, heard: Heard, said: Sequence[Reported], last: int) -> tuple[DisputeAbout, ...]:
    """Agents of whom different people report opposite things; the agent's own words are one report among them."""
    told: dict[tuple[AgentId, PropositionId], dict[tuple[str, str], StatementId]] = defaultdict(dict)
    for agent, them in heard.items():
        for one in them:
            if one.earliest <= last and one.by_asserting is None:
                told[agent, one.proposition].setdefault((one.reporter, DIRECTIONS[one.option]), one.statement)
    for report in said:
        ascribed = DIRECTIONS[report.option] if DIRECTIONS[report.attitude] == "for" else f"not {DIRECTIONS[report.option]}"
        if DIRECTIONS[report.attitude] != "open":
            told[report.agent, report.proposition].setdefault((report.reporter, ascribed), report.statement)
    every = hearing.statuses.grounds.acts.all
    return tuple(
        DisputeAbout(agent, id, tuple(sorted(them)), tuple(reason(hearing.corpus, "statement", one, every) for one in them.values()))
        for (agent, id), them in sorted(told.items())
        if any(_conflict(one, other) for one in them for other in them)
    )


def _conflict(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Do two reporters ascribe opposite directions?"""
    ways = {one[1], other[1]}
    return one[0] != other[0] and ways in ({"for", "against"}, {"for", "not for"}, {"against", "not against"}, {"open", "not open"})


# ---- since when a question is disputed, for every question at once


def disputed_since(corpus: Corpus, answers: Iterable[str], stances_on: Mapping[str, Sequence[Stance]]) -> When | None:
    """When an answer first had a voice for it and another's against it, as the later of the two is dated; None if never.

    Of acts dated within bounds the one counts by whose bounds it is first certain that both had spoken, as in `opening`. Against is whoever
    denies or doubts it, or asserts what it excludes (exclusion is mutual). Stances without a date cannot date a dispute and are left out, so the
    date is the first that is recorded, not the first there was. `stances_on` gives the stances on each name.
    """
    them = tuple(answers)
    rivals = _rivals(corpus, them)
    found = [when for answer in them if (when := _both(corpus, answer, rivals.get(answer, ()), stances_on))]
    return min(found, key=_certain_by, default=None)


_FOR = frozenset({Attitude.ASSERTS, Attitude.SUPPOSES})
_AGAINST = frozenset({Attitude.DENIES, Attitude.DOUBTS})


def _rivals(corpus: Corpus, answers: Sequence[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for answer in answers:
        one = corpus.propositions.get(PropositionId(answer))
        for other in one.excludes if one else ():
            found[answer].add(other)
            found[other].add(answer)
    return found


def _both(corpus: Corpus, answer: str, rivals: Iterable[str], stances_on: Mapping[str, Sequence[Stance]]) -> When | None:
    own = stances_on.get(answer, ())
    against = [one for one in own if one.attitude in _AGAINST]
    against += [one for rival in rivals for one in stances_on.get(rival, ()) if one.attitude is Attitude.ASSERTS]
    return _soonest(_first_dates(corpus, (one for one in own if one.attitude in _FOR)), _first_dates(corpus, against), _certain_by)


def _first_dates(corpus: Corpus, them: Iterable[Stance]) -> Mapping[AgentId, When]:
    found: dict[AgentId, When] = {}
    for one in them:
        when = date_of(corpus, one)
        if when is not None and (one.agent not in found or _certain_by(when) < _certain_by(found[one.agent])):
            found[one.agent] = when
    return found


def _certain_by(when: When) -> tuple[int, int]:
    """The day by which it had certainly been said, then the first on which it may have been."""
    days = [bound for bound in (*when.start, *when.end) if isinstance(bound, int)]
    last = when.end[1] if isinstance(when.end[1], int) and not when.doubtful else ENDLESS
    return last, days[0] if days else ENDLESS
