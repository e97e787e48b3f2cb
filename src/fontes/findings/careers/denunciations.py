"""Who compromised whom: what was said of agents that a corpus marks as compromising, by whom, to whom, in which case and when.

A *denunciation* is one statement of one agent (a stance that asserts or supposes, or a report that tells or relays) on a proposition that
`compromises` another, or themselves. Whether it is so is not asked: that it was said is the fact. What a statement in brackets says of
somebody's saying compromises those whom the bracket itself is marked to compromise, and nobody else.

An as-of date leaves out what had not been said or begun by then; the days themselves are those that all that is recorded implies
(`fontes.findings.chronology`), whoever gave them and whenever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from fontes.dates import Answer, Bound
from fontes.findings.chronology import Bounds, Chronology, Ordering, chronology
from fontes.findings.known import limits
from fontes.findings.known.dates import ENDLESS
from fontes.findings.known.routes import withdraws
from fontes.findings.reasons import Reason, entries, reason
from fontes.findings.support.status import Statuses, evaluate_corpus, lens_reasons
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import AgentId, EventId, PropositionId, StatementId
from fontes.model.stances import Attitude, Report, Stance

MOST_ASKED = 5_000
"""So many pairs whose days overlap are put to the whole network; of further ones only the bounds are compared, and they stay *possible*."""
_COMPROMISING = frozenset({Attitude.ASSERTS, Attitude.SUPPOSES})


@dataclass(frozen=True, slots=True)
class Denunciation:
    """One statement that compromises one agent.

    ``kind`` is the attitude, or ``tells`` or ``relays``; ``to`` who was told, in the order of the hops; ``scholar``: said by one who writes
    about it, not of the time. ``there``: was it said by the dates of the lens, certainly or possibly? ``days`` is when it can have been.
    """

    statement: StatementId
    by: AgentId
    of: AgentId
    proposition: PropositionId
    kind: str
    days: Bounds
    there: Answer
    case: EventId | None = None
    to: tuple[AgentId, ...] = ()
    scholar: bool = False
    reasons: tuple[Reason, ...] = ()

    @property
    def confession(self) -> bool:
        """Do they compromise themselves?"""
        return self.by == self.of


class Recorded:
    """A corpus under a lens: what is there, when it can have been, and what came after what. Each answer is computed once."""

    def __init__(self, corpus: Corpus, lens: Lens = PLAIN, statuses: Statuses | None = None, dated: Callable[[], Chronology] | None = None) -> None:
        """Look a corpus up. ``statuses`` and what ``dated`` gives are, where given, those under `attesting(lens)`."""
        self.corpus, self.lens, self._dated = corpus, lens, dated
        self.entries = entries(corpus)
        base = attesting(lens)
        self._statuses = (statuses or evaluate_corpus(corpus, base)) if withdraws(base) else None
        self._limits = limits(lens.as_of) if lens.as_of is not None else None
        self._bounds: dict[str, Bounds] = {}
        self._orders: dict[tuple[str, str], Ordering] = {}

    @cached_property
    def chronology(self) -> Chronology:
        """What all dates imply together, whenever they were given."""
        return self._dated() if self._dated else chronology(self.corpus, attesting(self.lens))

    def bounds(self, name: str) -> Bounds:
        """When an event, or a statement by its ``^label``, can have been. Raises KeyError."""
        if name not in self._bounds:
            self._bounds[name] = self.chronology.bounds(name)
        return self._bounds[name]

    def there(self, name: str) -> Answer:
        """Was a statement (``^label``) or an event there under the lens: attested, and by the as-of date begun?"""
        sure, maybe = True, True
        if self._statuses is not None and name.startswith("^"):
            maybe, sure = self._statuses.holds(("attested", name[1:]))
        if maybe and self._limits is not None:
            certain, end = self._limits
            days = self.bounds(name)
            settled = not (days.doubtful or days.conflicts)
            sure = sure and settled and last_day(days.latest_start) <= certain
            maybe = not settled or first_day(days.earliest_start) <= end
        return Answer.IMPOSSIBLE if not maybe else Answer.CERTAIN if sure else Answer.POSSIBLE

    def after(self, name: str, other: str) -> Ordering:
        """Did the other begin after this was over? By the bounds of both, and where they overlap by all that ties them to each other."""
        pair = name, other
        if pair not in self._orders:
            self._orders[pair] = self._after(name, other)
        return self._orders[pair]

    def _after(self, name: str, other: str) -> Ordering:
        one, two = self.bounds(name), self.bounds(other)
        if not (one.doubtful or two.doubtful or one.conflicts or two.conflicts):
            if last_day(one.latest_end) < first_day(two.earliest_start):
                return Ordering.CERTAIN
            if last_day(two.latest_start) <= first_day(one.earliest_end):
                return Ordering.IMPOSSIBLE
        return self.chronology.order(name, other).answer if len(self._orders) < MOST_ASKED else Ordering.POSSIBLE


def attesting(lens: Lens) -> Lens:
    """The lens by which what was said is attested and dated: acts are then left out by their own beginning, not by when they were written of."""
    return replace(lens, as_of=None)


def first_day(bound: Bound) -> int:
    """A bound as a day; before every day where none is known."""
    return bound if isinstance(bound, int) else -ENDLESS


def last_day(bound: Bound) -> int:
    """A bound as a day; after every day where none is known."""
    return bound if isinstance(bound, int) else ENDLESS


def denunciations(corpus: Corpus, lens: Lens = PLAIN) -> tuple[Denunciation, ...]:
    """Every statement that compromises somebody, once for each whom it compromises, by date: the network of who compromised whom."""
    return denunciations_in(Recorded(corpus, lens))


def denunciations_in(one: Recorded, only: AgentId | None = None) -> tuple[Denunciation, ...]:
    """The same of what is looked up already; only those of or by one agent, where one is given.

    By the earliest possible day, then the latest; what is not dated comes last.
    """
    made = (each for entry in compromising(one.corpus, only) for each in _denounced(one, entry) if only in (None, each.of, each.by))
    return tuple(sorted(made, key=by_days))


def compromising(corpus: Corpus, only: AgentId | None = None) -> Iterator[Stance | Report]:
    """The statements on propositions that compromise somebody; only those that compromise one agent, or made by them, where one is given."""
    marked = {each.id for each in corpus.propositions.values() if each.compromises}
    near = {name for name in marked if only is None or only in corpus.propositions[name].compromises}
    for stance in corpus.stances.values() if marked else ():
        if stance.attitude in _COMPROMISING and (stance.on in near or (stance.agent == only and stance.on in marked)):
            yield stance
    for report in corpus.reports.values() if marked else ():
        if report.proposition in near or (report.sender == only and report.proposition in marked):
            yield report


def _denounced(one: Recorded, entry: Stance | Report) -> Iterator[Denunciation]:
    there = one.there(f"^{entry.id}")
    if there is Answer.IMPOSSIBLE:
        return
    by, on, kind, to = (entry.agent, entry.on, entry.attitude.value, ()) if isinstance(entry, Stance) else _told(entry)
    proposition = one.corpus.propositions[PropositionId(on)]
    speaker = one.corpus.agents.get(by)
    scholar = speaker is not None and "scholar" in speaker.roles
    days = one.bounds(f"^{entry.id}")
    why = (reason(one.corpus, "statement", entry.id, one.entries), reason(one.corpus, "proposition", on), *days.reasons)
    reasons = tuple({(each.kind, each.id): each for each in reversed(why)}.values())[::-1]
    for target in dict.fromkeys(proposition.compromises):
        yield Denunciation(entry.id, by, target, proposition.id, kind, days, there, entry.case, to, scholar, reasons)


def _told(entry: Report) -> tuple[AgentId, str, str, tuple[AgentId, ...]]:
    to = tuple(dict.fromkeys(agent for hop in entry.hops for agent in hop if agent))
    return entry.sender, entry.proposition, "tells" if entry.asserting else "relays", to


def by_days(one: Denunciation) -> tuple[int, int, str, str]:
    """A key to list by: earliest possible day, then latest; what is not dated comes last."""
    first, last = one.days.earliest_start, one.days.latest_end
    return (first if isinstance(first, int) else ENDLESS), last_day(last), one.statement, one.of


@dataclass(frozen=True, slots=True)
class Denounced:
    """An agent and how often they were compromised, by those of the time and by scholars; what a statement says of several counts for each.

    ``voices``: different agents of the time. ``taken_up``: posts that certainly, and that possibly, were taken up after.
    """

    agent: AgentId
    statements: tuple[StatementId, ...]
    voices: tuple[AgentId, ...]
    by_scholars: tuple[StatementId, ...]
    taken_up: tuple[StatementId, ...] = ()
    perhaps_taken_up: tuple[StatementId, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Who compromised whom under a lens, by date, and the agents by how many statements of the time compromise them."""

    agents: tuple[Denounced, ...]
    denunciations: tuple[Denunciation, ...]
    lens: Lens
    reasons: tuple[Reason, ...] = ()


def denounced(them: tuple[Denunciation, ...]) -> tuple[Denounced, ...]:
    """The agents compromised, those by most statements of the time first."""
    kept: dict[AgentId, list[Denunciation]] = defaultdict(list)
    for each in them:
        kept[each.of].append(each)
    made = [
        Denounced(
            agent, tuple(each.statement for each in found if not each.scholar),
            tuple(sorted({each.by for each in found if not each.scholar})),
            tuple(each.statement for each in found if each.scholar),
        )
        for agent, found in kept.items()
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda each: (-len(each.statements), -len(each.by_scholars), each.agent)))


def assumptions(lens: Lens) -> tuple[Reason, ...]:
    """Under what all this is seen."""
    return lens_reasons(lens)
