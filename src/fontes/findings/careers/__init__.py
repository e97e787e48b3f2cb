"""The career of an agent: posts, events, what compromised them, how that was taken, and what came after it.

What came *after* is never said to have come *because*. A post taken up after something compromising had been said is pointed out with both
statements; whether those who gave the post knew of it is another question (`fontes.findings.known`). That nothing is recorded
after a denunciation says nothing of what happened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from fontes.dates import Answer, Edge
from fontes.findings.careers.denunciations import (
    Denunciation,
    Network,
    Recorded,
    assumptions,
    by_days,
    denounced,
    denunciations_in,
    first_day,
    last_day,
)
from fontes.findings.chronology import Bounds, Ordering
from fontes.findings.known.dates import ENDLESS
from fontes.findings.reasons import Reason
from fontes.model.agents import Tenure
from fontes.model.corpus import Corpus, Entry
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import AgentId, EventId, StatementId
from fontes.model.stances import Attitude, Criticism, Report, Speech, Stance

_ANSWERING = frozenset({Attitude.DENIES, Attitude.DOUBTS})


@dataclass(frozen=True, slots=True)
class Post:
    """A tenure, and when it can have begun and ended. ``there``: had it begun by the as-of date?"""

    tenure: StatementId
    days: Bounds
    there: Answer


@dataclass(frozen=True, slots=True)
class Attended:
    """An event an agent was in. ``roles``: ``about``, ``targets``, ``run-by``, ``case`` (they spoke in it) and ``at`` (a post is dated by it)."""

    event: EventId
    roles: tuple[str, ...]
    days: Bounds
    there: Answer


@dataclass(frozen=True, slots=True)
class Later:
    """A post or an event beside a denunciation. ``began``: did it begin after that was said? ``lasted``: was it going on on a later day?"""

    kind: str
    id: str
    began: Ordering
    lasted: Ordering
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A denunciation of the agent, and what the record gives after it.

    ``received``: what was done `upon` it. ``judged``: criticisms of it. ``answered``: who denies or doubts what was said, at any time.
    ``later``: posts and events that were not certainly over by then, in the order of their days.
    """

    denunciation: Denunciation
    received: tuple[StatementId, ...] = ()
    judged: tuple[StatementId, ...] = ()
    answered: tuple[StatementId, ...] = ()
    later: tuple[Later, ...] = ()


@dataclass(frozen=True, slots=True)
class Career:
    """Posts and events of an agent, what compromised them, and whom they compromised, each in the order of days."""

    agent: AgentId
    posts: tuple[Post, ...]
    events: tuple[Attended, ...]
    suspicions: tuple[Suspicion, ...]
    compromises: tuple[Denunciation, ...]
    lens: Lens
    reasons: tuple[Reason, ...] = ()

    def taken_up(self, answer: Ordering = Ordering.CERTAIN) -> tuple[tuple[Suspicion, Later], ...]:
        """The posts taken up after a denunciation, each with it: certainly, or only possibly."""
        return tuple((one, each) for one in self.suspicions for each in one.later if each.kind == "post" and each.began is answer)


def career(corpus: Corpus, agent: AgentId, lens: Lens = PLAIN) -> Career:
    """The career of one agent. Raises KeyError where no agent has this name."""
    return career_in(Recorded(corpus, lens), agent)


def career_in(one: Recorded, agent: AgentId) -> Career:
    """The same of what is looked up already. Raises KeyError."""
    return Careers(one, one.corpus.agents[agent].id).of(agent)


def network(corpus: Corpus, lens: Lens = PLAIN) -> Network:
    """Who compromised whom, by date, and the agents by how often; with the posts taken up after."""
    return network_in(Recorded(corpus, lens))


def network_in(one: Recorded) -> Network:
    """The same of what is looked up already."""
    careers = Careers(one)
    agents = []
    for each in denounced(careers.denunciations):
        found = careers.of(each.agent, events=False)
        sure, maybe = (
            tuple(dict.fromkeys(StatementId(later.id) for _, later in found.taken_up(answer)))
            for answer in (Ordering.CERTAIN, Ordering.POSSIBLE)
        )
        agents.append(replace(each, taken_up=sure, perhaps_taken_up=tuple(id for id in maybe if id not in sure)))
    return Network(tuple(agents), careers.denunciations, one.lens, assumptions(one.lens))


class Careers:
    """The careers of a corpus, looked up once; or that of one agent."""

    def __init__(self, recorded: Recorded, only: AgentId | None = None) -> None:
        """Of what is recorded under a lens; of ``only`` this agent, where one is given."""
        self._only = only
        self.recorded = recorded
        self.corpus = recorded.corpus

    @cached_property
    def denunciations(self) -> tuple[Denunciation, ...]:
        """Every denunciation, by date; of or by the one agent, where only that is asked for."""
        return denunciations_in(self.recorded, self._only)

    def of(self, agent: AgentId, *, events: bool = True) -> Career:
        """The career of one agent; without ``events``, only of posts. Raises KeyError."""
        id = self.corpus.agents[agent].id
        posts = tuple(sorted(self._posts(id), key=lambda each: (*_order(each.days), each.tenure)))
        attended = tuple(sorted(self._attended(id), key=lambda each: (*_order(each.days), each.event))) if events else ()
        suspicions = tuple(self._suspicion(each, posts, attended) for each in self._of.get(id, ()))
        made = tuple(self._by.get(id, ()))
        return Career(id, posts, attended, suspicions, made, self.recorded.lens, assumptions(self.recorded.lens))

    # ---- posts and events

    @cached_property
    def _tenures(self) -> dict[AgentId, list[Tenure]]:
        made: dict[AgentId, list[Tenure]] = defaultdict(list)
        for each in self.corpus.tenures.values():
            made[each.agent].append(each)
        return made

    def _posts(self, agent: AgentId) -> Iterator[Post]:
        for each in self._tenures.get(agent, ()):
            there = self.recorded.there(f"^{each.id}")
            if there is not Answer.IMPOSSIBLE:
                yield Post(each.id, self.recorded.bounds(f"^{each.id}"), there)

    @cached_property
    def _roles(self) -> dict[AgentId, dict[EventId, dict[str, None]]]:
        """For each agent the events they were in, and as what."""
        made: dict[AgentId, dict[EventId, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        for event in self.corpus.events.values():
            for role, agents in (("about", event.about), ("targets", event.targets), ("run-by", event.run_by)):
                for agent in agents:
                    made[agent][event.id][role] = None
        for each in self.corpus.tenures.values():
            if each.at is not None and each.at in self.corpus.events:
                made[each.agent][each.at]["at"] = None
        for act in self._acts():
            if act.case is not None and self.recorded.there(f"^{act.id}") is not Answer.IMPOSSIBLE:
                made[act.sender if isinstance(act, Report) else act.agent][act.case]["case"] = None
        return made

    def _acts(self) -> Iterator[Stance | Report | Speech]:
        yield from self.corpus.stances.values()
        yield from self.corpus.reports.values()
        yield from self.corpus.speeches.values()

    def _attended(self, agent: AgentId) -> Iterator[Attended]:
        for event, roles in self._roles.get(agent, {}).items():
            there = self.recorded.there(event)
            if there is not Answer.IMPOSSIBLE:
                yield Attended(event, tuple(roles), self.recorded.bounds(event), there)

    # ---- what compromised them

    @cached_property
    def _of(self) -> dict[AgentId, list[Denunciation]]:
        return _grouped(self.denunciations, by=False)

    @cached_property
    def _by(self) -> dict[AgentId, list[Denunciation]]:
        return _grouped(self.denunciations, by=True)

    def _suspicion(self, each: Denunciation, posts: Iterable[Post], events: Iterable[Attended]) -> Suspicion:
        name = f"^{each.statement}"
        them: list[tuple[str, str, str, Bounds]] = [("post", post.tenure, f"^{post.tenure}", post.days) for post in posts]
        them += [("event", one.event, one.event, one.days) for one in events if one.event != each.case]
        beside = (self._beside(name, kind, id, other) for kind, id, other, _ in sorted(them, key=lambda one: (*_order(one[3]), one[2])))
        return Suspicion(
            each, self._seen(self._upon.get(each.statement, ())), self._seen(self._judged.get(each.statement, ())),
            self._seen(self._answers.get(each.proposition, ())), tuple(one for one in beside if one is not None),
        )  # fmt: skip

    def _beside(self, name: str, kind: str, id: str, other: str) -> Later | None:
        """A post or an event beside a denunciation; None where it was certainly over by then."""
        over = self.recorded.after(other, name)
        if over is Ordering.CERTAIN:
            return None
        one, days = self.recorded.bounds(name), self.recorded.bounds(other)
        began = self.recorded.after(name, other)
        sure = not (one.doubtful or days.doubtful or one.conflicts or days.conflicts)
        if began is Ordering.CERTAIN or (sure and first_day(days.earliest_end) > last_day(one.latest_end)):
            lasted = Ordering.CERTAIN
        else:
            lasted = Ordering.POSSIBLE if over is Ordering.IMPOSSIBLE else over
        why = {(each.kind, each.id): each for each in (*one.reasons, *days.reasons)}
        return Later(kind, id, began, lasted, tuple(why.values()))

    def _seen(self, them: Iterable[Entry]) -> tuple[StatementId, ...]:
        """Those that are there under the lens, by their days."""
        there = [each.id for each in them if self.recorded.there(f"^{each.id}") is not Answer.IMPOSSIBLE]
        return tuple(sorted(there, key=lambda id: (*_order(self.recorded.bounds(f"^{id}")), id)))

    @cached_property
    def _upon(self) -> dict[StatementId, list[Entry]]:
        made: dict[StatementId, list[Entry]] = defaultdict(list)
        for act in self._acts():
            for upon in act.upon:
                made[upon].append(act)
        return made

    @cached_property
    def _judged(self) -> dict[StatementId, list[Criticism]]:
        made: dict[StatementId, list[Criticism]] = defaultdict(list)
        for each in self.corpus.criticisms.values():
            if each.use is not None:
                made[each.use].append(each)
        return made

    @cached_property
    def _answers(self) -> dict[str, list[Stance]]:
        made: dict[str, list[Stance]] = defaultdict(list)
        for each in self.corpus.stances.values():
            if each.attitude in _ANSWERING:
                made[each.on].append(each)
        return made


def _grouped(them: Iterable[Denunciation], *, by: bool) -> dict[AgentId, list[Denunciation]]:
    made: dict[AgentId, list[Denunciation]] = defaultdict(list)
    for each in sorted(them, key=by_days):
        made[each.by if by else each.of].append(each)
    return made


def _order(days: Bounds) -> tuple[int, int]:
    """By the earliest possible first day, then the latest last; what is not dated comes last, what is open first."""
    first = days.earliest_start
    return (first if isinstance(first, int) else -ENDLESS if first is Edge.OPEN else ENDLESS), last_day(days.latest_end)
