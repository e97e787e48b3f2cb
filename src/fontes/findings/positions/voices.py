"""One agent, one voice: where each stands on one proposition by a date, since when, and what they held before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fontes.dates import When
from fontes.findings.known import limits
from fontes.findings.known.dates import ENDLESS
from fontes.findings.positions.heard import ATTITUDES, DIRECTIONS, IMPLIED, Heard, Hearing, Taken, by_date, makers
from fontes.findings.positions.time import AT_LAST, SILENT, Act, breaks, standing_within
from fontes.model.agents import Agent
from fontes.model.names import AgentId, SourceId

OPTIONS = (*ATTITUDES, IMPLIED, SILENT)
Days = tuple[int, int]
"""Between which two days the date lies as of which one asks."""


class CoAuthors(StrEnum):
    """How the authors of one work are counted."""

    EACH = "each"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Terms:
    """What the reader chose. ``lapse_years``: a stance is carried forward for so many years and no longer; None without end."""

    co_authors: CoAuthors = CoAuthors.EACH
    ordered: bool = False
    lapse_years: int | None = None
    lapse_at_death: bool = False

    @property
    def lapse(self) -> int | None:
        """The same in days, a year of 365.2425 days, rounded up."""
        return None if self.lapse_years is None else -(-self.lapse_years * 3652425 // 10000)


@dataclass(frozen=True, slots=True)
class Held:
    """One way in which a voice may stand: the option, the act by which it was first taken up without a break, and the acts that take it."""

    option: str
    since: Taken
    acts: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a voice stands on a proposition.

    Several ``held`` where dates or reporters leave it open; ``silent`` where it may not have spoken by then. ``earlier``: what it held before.
    ``voice`` names several agents only where co-authors count once.
    """

    voice: tuple[AgentId, ...]
    held: tuple[Held, ...]
    silent: bool
    earlier: tuple[Taken, ...]

    @property
    def options(self) -> frozenset[str]:
        """The ways it may stand."""
        return frozenset(one.option for one in self.held) | ({SILENT} if self.silent else frozenset())

    @property
    def certain(self) -> bool:
        """Is there but one way?"""
        return len(self.held) == 1 and not self.silent

    @property
    def direction(self) -> str:
        """`for`, `against` or `open` where every way it may stand agrees, else empty."""
        found = {DIRECTIONS[one.option] for one in self.held}
        return found.pop() if len(found) == 1 else ""


def days_of(when: When | None) -> Days:
    """The days between which an as-of date lies; without one, all that is recorded has happened."""
    return (AT_LAST, AT_LAST) if when is None else limits(when)


def options(hearing: Hearing, them: Sequence[Taken], days: Days, terms: Terms) -> frozenset[str]:
    """Every option an agent may stand at, by all it took up itself and by what that implies."""
    if len(them) == 1 and terms.lapse is None and not terms.lapse_at_death and them[0].by_asserting is None and them[0].option:
        return _alone(them[0], days)
    own = _strands(them, days, terms, implied=False)
    implied = _strands(them, days, terms, implied=True) if any(one.option == IMPLIED for one in them) else frozenset()
    if IMPLIED in implied:
        own = own | {IMPLIED} if SILENT in implied else frozenset([IMPLIED])
    return _living(hearing, them, own, days) if terms.lapse_at_death else own


def _alone(one: Taken, days: Days) -> frozenset[str]:
    """The same of a single act, which most agents have: it stands from its day on."""
    if one.earliest > days[1]:
        return _SILENCE
    return frozenset([one.option]) if one.sure and one.latest <= days[0] else frozenset([one.option, SILENT])


_SILENCE = frozenset([SILENT])


def _strands(them: Sequence[Taken], days: Days, terms: Terms, *, implied: bool) -> frozenset[str]:
    """What may stand by any reporter, or by any of the answers that imply it; silent only where all are."""
    strands: dict[str, list[Act]] = defaultdict(list)
    for one in them:
        if (one.by_asserting is not None) is implied:
            strands[str(one.by_asserting) if implied else one.reporter].append(one.act)
    found = [_named(standing_within(acts, *days, terms.lapse)) for acts in strands.values()]
    every = frozenset[str]().union(*found) if found else frozenset([SILENT])
    return every if all(SILENT in one for one in found) else every - {SILENT}


def _named(found: frozenset[str]) -> frozenset[str]:
    """What ended an implied denial leaves nothing."""
    return found - {""} | {SILENT} if "" in found else found


def _living(hearing: Hearing, them: Sequence[Taken], found: frozenset[str], days: Days) -> frozenset[str]:
    """With the dead no longer heard."""
    died = _death(hearing.corpus.agents.get(them[0].agent)) if them else None
    if died is None or days[1] <= died[0]:
        return found
    return frozenset([SILENT]) if days[0] > died[1] else found | {SILENT}


def _death(agent: Agent | None) -> Days | None:
    when = agent.died if agent else None
    if when is None:
        return None
    bounds = (when.start[0], when.end[1])
    first, last = (bound if isinstance(bound, int) else None for bound in bounds)
    return (-ENDLESS if first is None or when.doubtful else first, ENDLESS if last is None or when.doubtful else last)


def position(hearing: Hearing, agent: AgentId, them: Sequence[Taken], days: Days, terms: Terms) -> Position | None:
    """Where an agent stands; None where it certainly had not spoken by then, or no longer counts."""
    found = options(hearing, them, days, terms)
    there = sorted((one for one in them if one.earliest <= days[1] and one.option), key=by_date)
    held = tuple(_held(option, there) for option in OPTIONS if option in found and option != SILENT)
    if not held:
        return None
    standing = {id(one) for each in held for one in each.acts}
    return Position((agent,), held, SILENT in found, tuple(one for one in there if id(one) not in standing))


def _held(option: str, there: Sequence[Taken]) -> Held:
    """The last unbroken run of acts that take an option."""
    last = max(place for place, one in enumerate(there) if one.option == option)
    first = last
    while first and there[first - 1].option == option:
        first -= 1
    return Held(option, there[first], tuple(there[first : last + 1]))


def positions_on(hearing: Hearing, heard: Heard, days: Days, terms: Terms) -> tuple[Position, ...]:
    """Where every voice stands on a proposition, co-authors as the terms say."""
    found = [one for agent, them in heard.items() if (one := position(hearing, agent, them, days, terms)) is not None]
    return united(hearing, found) if terms.co_authors is CoAuthors.ONCE else tuple(found)


def united(hearing: Hearing, them: Iterable[Position]) -> tuple[Position, ...]:
    """Authors of one work who stand alike in it and speak by nothing else, as one voice."""
    groups: dict[tuple[SourceId, frozenset[str]] | AgentId, list[Position]] = defaultdict(list)
    for one in them:
        work = _joint_work(hearing, one)
        groups[(work, one.options) if work else one.voice[0]].append(one)
    return tuple(
        Position(tuple(agent for one in group for agent in one.voice), group[0].held, group[0].silent, group[0].earlier)
        for group in groups.values()
    )


def _joint_work(hearing: Hearing, one: Position) -> SourceId | None:
    works = {act.source for held in one.held for act in held.acts}
    work = works.pop() if len(works) == 1 else None
    by = makers(hearing.corpus.sources.get(work)) if work else ()
    return work if len(by) > 1 and one.voice[0] in by else None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many voices certainly stand so, and how many may."""

    option: str
    least: int
    most: int


def counted(sets: Sequence[frozenset[str]]) -> tuple[Counted, ...]:
    """The voices at every stance; implied denials are counted by themselves."""
    return tuple(
        Counted(option, sum(one == {option} for one in sets), sum(option in one for one in sets)) for option in (*ATTITUDES, IMPLIED)
    )


def heard_range(sets: Sequence[frozenset[str]]) -> tuple[int, int]:
    """How many voices certainly take some stance, and how many may."""
    return sum(SILENT not in one for one in sets), sum(one != {SILENT} for one in sets)


def as_attitudes(sets: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """With an implied denial as a denial, for the measures."""
    return [frozenset("denies" if option == IMPLIED else option for option in one) for one in sets]


class Turn(StrEnum):
    """What an act is in the history of its agent's position on its proposition."""

    NEW = "new"
    AGAIN = "again"
    CHANGED = "changed"
    ORDER_OPEN = "order open"  # it differs from another of theirs, and which came first is not recorded
    OTHER_REPORTER = "other reporter"  # it differs from what somebody else reports of them: no change of mind


@dataclass(frozen=True, slots=True)
class Turned:
    """An act and what it is beside the one before it."""

    taken: Taken
    turn: Turn
    before: str = ""


def turns(heard: Heard) -> tuple[Turned, ...]:
    """The history of the positions on a proposition, by date; what is only implied is left to the answer that implies it."""
    found = []
    for them in heard.values():
        own = [one for one in them if one.by_asserting is None]
        found += [_turned(own[:place], one) for place, one in enumerate(own)]
    return tuple(sorted(found, key=lambda one: by_date(one.taken)))


def _turned(earlier: Sequence[Taken], one: Taken) -> Turned:
    if not earlier:
        return Turned(one, Turn.NEW)
    same = [each for each in earlier if each.reporter == one.reporter]
    last = same[-1] if same else earlier[-1]
    if last.option == one.option:
        return Turned(one, Turn.AGAIN, last.option)
    if not same:
        return Turned(one, Turn.OTHER_REPORTER, last.option)
    return Turned(one, Turn.CHANGED if last.latest < one.earliest else Turn.ORDER_OPEN, last.option)


@dataclass(frozen=True, slots=True)
class Step:
    """On this day, counted as the dates do, what a voice may hold on a proposition changed to ``now``; ``before`` it was that."""

    day: int
    agent: AgentId
    proposition: str
    before: frozenset[str]
    now: frozenset[str]


def steps(hearing: Hearing, proposition: str, heard: Heard, terms: Terms) -> tuple[Step, ...]:
    """Every day on which what a voice may hold changes, in order: the positions as a step function over time.

    Between two such days nothing changes, so that the positions of any day are those of the last step before or on it.
    """
    found = [step for agent, them in heard.items() for step in _steps(hearing, agent, proposition, them, terms)]
    return tuple(sorted(found, key=lambda one: (one.day, one.agent)))


def _steps(hearing: Hearing, agent: AgentId, proposition: str, them: Sequence[Taken], terms: Terms) -> Iterable[Step]:
    days = set(breaks([one.act for one in them], terms.lapse))
    died = _death(hearing.corpus.agents.get(agent)) if terms.lapse_at_death else None
    days |= {day + 1 for day in died if -ENDLESS < day < ENDLESS} if died else set()
    before = options(hearing, them, (-ENDLESS, -ENDLESS), terms)
    for day in sorted(days):
        now = options(hearing, them, (day, day), terms)
        if now != before:
            yield Step(day, agent, proposition, before, now)
        before = now


def by_agent(them: Iterable[Position]) -> Mapping[AgentId, Position]:
    """The position of each agent, co-authors each with the one they share."""
    return {agent: one for one in them for agent in one.voice}
