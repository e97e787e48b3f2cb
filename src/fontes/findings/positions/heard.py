"""Whose stances are heard under a lens, and which of them are acts of their own.

A voice is one agent. A reprint or a translation that says what its original says is no new act. What others report of somebody's mind is kept
apart by reporter: two reporters who differ are a dispute about that agent, and never show that the agent changed their mind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from fontes.dates import Answer, When
from fontes.findings.acts import date_of, speaker
from fontes.findings.known import limits
from fontes.findings.known.dates import ENDLESS, Moments
from fontes.findings.positions.time import Act
from fontes.findings.support.independence import members
from fontes.findings.support.lineage import Origins, origins_in
from fontes.findings.support.status import Statuses, evaluate_corpus
from fontes.model.corpus import Corpus, Entry
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind
from fontes.model.names import AgentId, Place, PropositionId, QuestionId, SourceId, StatementId
from fontes.model.sources import Source
from fontes.model.stances import MemberKind

ATTITUDES = ("asserts", "supposes", "leaves-open", "doubts", "denies")
IMPLIED = "implied"
"""A denial only implied: by asserting what excludes it."""
DIRECTIONS = {"asserts": "for", "supposes": "for", "leaves-open": "open", "doubts": "against", "denies": "against", IMPLIED: "against"}
ROLES = ("scholar", "participant", "witness", "press")
UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Taken:
    """One stance of one agent, with the days between which it was taken.

    ``option`` is the attitude, or `implied` with the answer asserted instead under ``by_asserting``. ``sure``: does it certainly belong
    here, by the dates of the lens? ``reporter``: through whom alone we know it, where it is not known from a work of the agent's own.
    """

    statement: StatementId
    agent: AgentId
    proposition: PropositionId
    option: str
    earliest: int
    latest: int
    sure: bool
    when: When | None
    source: SourceId | None
    reporter: str = ""
    by_asserting: PropositionId | None = None
    place: Place | None = field(default=None, compare=False)

    @property
    def act(self) -> Act:
        """The same as an act in time."""
        return Act(self.option, self.earliest, self.latest, self.sure)

    @property
    def dated(self) -> bool:
        """Is anything known of its day?"""
        return self.earliest > -ENDLESS or self.latest < ENDLESS


def by_date(one: Taken) -> tuple[int, int, str]:
    """A key to order acts: those of which no beginning is known last."""
    return (ENDLESS if one.earliest == -ENDLESS else one.earliest, one.latest, one.statement)


Heard = Mapping[AgentId, tuple[Taken, ...]]


def timeless(lens: Lens) -> Lens:
    """The lens without its as-of date and without its choice of voices: what is attested and readable, at whatever date."""
    return replace(lens, as_of=None, voices=(), school="", taken_within=None)


def voiceless(lens: Lens) -> Lens:
    """The lens without its choice of voices, for findings that do not know it."""
    return replace(lens, voices=(), school="", taken_within=None)


@dataclass(frozen=True)
class Hearing:
    """A corpus listened to under a lens. ``statuses`` are those under `timeless` (lens); ``traced`` finds the origins of a proposition."""

    statuses: Statuses
    lens: Lens = PLAIN
    traced: Callable[[str, Lens], Origins] | None = None

    @staticmethod
    def of(corpus: Corpus, lens: Lens = PLAIN) -> Hearing:
        """Listen to a corpus."""
        return Hearing(evaluate_corpus(corpus, timeless(lens)), lens)

    @property
    def corpus(self) -> Corpus:
        """The corpus."""
        return self.statuses.grounds.corpus

    @cached_property
    def moments(self) -> Moments:
        """When everything was."""
        return Moments(self.corpus, timeless(self.lens), self.statuses.grounds.acts.all)

    @cached_property
    def answers(self) -> Mapping[QuestionId, tuple[PropositionId, ...]]:
        """The answers of every question."""
        found: dict[QuestionId, list[PropositionId]] = defaultdict(list)
        for one in self.corpus.propositions.values():
            for question in one.answers:
                found[question].append(one.id)
        return {question: tuple(them) for question, them in found.items()}

    @cached_property
    def rivals(self) -> Mapping[str, tuple[PropositionId, ...]]:
        """What each proposition excludes; exclusion is mutual, whichever of the two it is written under."""
        found: dict[str, set[PropositionId]] = defaultdict(set)
        for one in self.corpus.propositions.values():
            for other in one.excludes:
                found[one.id].add(other)
                found[other].add(one.id)
        return {id: tuple(sorted(them)) for id, them in found.items()}

    @cached_property
    def brackets(self) -> Mapping[str, tuple[PropositionId, ...]]:
        """For every proposition, the statements in brackets in which somebody is said to take a stance on it."""
        found: dict[str, list[PropositionId]] = defaultdict(list)
        for one in self.corpus.propositions.values():
            if one.said is not None and one.said.verb in ATTITUDES:
                found[one.said.on].append(one.id)
        return {id: tuple(them) for id, them in found.items()}

    def origins(self, proposition: str, as_of: When | None, standing: Container[StatementId], last: int) -> Origins:
        """Where a proposition comes from as of a date, by the statements on it that stand then.

        The others up to the day `last` are taken out: what was given up, what only repeats, and whom the lens does not hear; not where somebody
        else rests on them.
        """
        sides = self.statuses.grounds.acts.sides
        every = {id for option in (*ATTITUDES, IMPLIED) for id in sides.get((option, proposition), ())}
        over = {id for id in every if id not in standing and id not in self.cited and self._days(self.statuses.grounds.acts.all[id])[0] <= last}
        units = frozenset(Unit(UnitKind.STATEMENT, id) for id in over)
        seen = replace(voiceless(self.lens), as_of=as_of, distrust=self.lens.distrust | units)
        return self.traced(proposition, seen) if self.traced else origins_in(evaluate_corpus(self.corpus, seen), proposition)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The statements on which others rest, by what was said there."""
        grounds = (ground for entry in self.statuses.grounds.acts.all.values() for ground in getattr(entry, "grounds", ()))
        return frozenset(member.id for member in members(tuple(grounds)) if member.kind is MemberKind.STATEMENT)

    # ---- whose voices

    def hears(self, one: Taken) -> bool:
        """Does the lens hear this agent, by name or by role, in a work of this school?"""
        chosen = self.lens.voices
        if chosen and one.agent not in chosen and not set(chosen) & set(roles_of(self.corpus, one.agent)):
            return False
        return not self.lens.school or self.school(one) == self.lens.school

    def school(self, one: Taken) -> str:
        """The school of the work a stance is read in; empty where none is recorded."""
        source = self.corpus.sources.get(one.source) if one.source else None
        return source.school if source else ""

    # ---- what is taken

    def taken(self, proposition: str) -> Heard:
        """Every attested stance on a proposition that the lens hears, by agent and in order of date; denials that are implied too."""
        sides = self.statuses.grounds.acts.sides
        found: dict[AgentId, list[Taken]] = defaultdict(list)
        for option in ATTITUDES:
            for id in sides.get((option, proposition), ()):
                for one in self._of(id, proposition, option):
                    found[one.agent].append(one)
        own = {agent: self._apart(them) for agent, them in found.items()}
        implied = self._implied(proposition, own)
        kept = {agent: (*own.get(agent, ()), *implied.get(agent, ())) for agent in sorted({*own, *implied})}
        return {agent: tuple(sorted(them, key=by_date)) for agent, them in kept.items() if them}

    def on(self, name: str, attitude: str) -> tuple[Taken, ...]:
        """The attested stances of one attitude, such as `raises` on a question, by date."""
        ids = self.statuses.grounds.acts.sides.get((attitude, name), ())
        return tuple(sorted((one for id in ids for one in self._of(id, name, attitude)), key=by_date))

    def _of(self, id: StatementId, proposition: str, option: str) -> tuple[Taken, ...]:
        """A statement as an act; one done again and again over a span as two, at its beginning and at its end."""
        entry = self.statuses.grounds.acts.all[id]
        any_, all_ = self.statuses.holds(("attested", id))
        agent = AgentId(speaker(entry))
        if not any_ or not agent:
            return ()
        sure = all_ and self.statuses.present(id) is Answer.CERTAIN
        first, last = self._days(entry)
        read = getattr(entry, "read", None)
        one = Taken(
            id, agent, PropositionId(proposition), option, first, last, sure, date_of(self.corpus, entry), read.source if read else None,
            self._reporter(entry, agent), None, entry.place,
        )  # fmt: skip
        if not self.hears(one):
            return ()
        lasting = self.moments.going_on(id)
        both = (one, replace(one, earliest=lasting.ends.earliest, latest=lasting.ends.latest)) if lasting else (one,)
        return tuple(kept for each in both if (kept := within(each, self.lens.taken_within)) is not None)

    def _days(self, entry: Entry) -> tuple[int, int]:
        """Between which days; where a life contradicts the date, such as of a work that came out after its author's death, the date alone."""
        found = self.moments.act(entry.id)
        if found.empty:
            found = self.moments.dated(entry)
        return (-ENDLESS, ENDLESS) if found.empty else (found.earliest, found.latest)

    def _reporter(self, entry: Entry, agent: AgentId) -> str:
        """Through whom it is known, where that is somebody else and it does not stand in a work of the agent's own."""
        read = getattr(entry, "read", None)
        if read is not None and agent in makers(self.corpus.sources.get(read.source)):
            return ""
        through: list[str] = []
        for way in entry.access:
            known = makers(self.corpus.sources.get(way.source)) if way.source else ()
            if way.source is None or agent in known or (read is not None and way.source == read.source):
                return ""
            through.append(", ".join(known) or way.source)
        return min(through, default="")

    def _apart(self, them: list[Taken]) -> tuple[Taken, ...]:
        """Without reprints and translations that say what their original says."""
        said = {(one.source, one.option) for one in them}
        return tuple(one for one in them if not any((older, one.option) in said for older in self.older(one.source)))

    def repeats(self, proposition: str) -> tuple[Taken, ...]:
        """Stances that only stand in a reprint or translation of a work that says the same."""
        sides = self.statuses.grounds.acts.sides
        every = [one for option in ATTITUDES for id in sides.get((option, proposition), ()) for one in self._of(id, proposition, option)]
        said = {(one.agent, one.source, one.option) for one in every}
        return tuple(one for one in every if any((one.agent, older, one.option) in said for older in self.older(one.source)))

    def older(self, source: SourceId | None) -> tuple[SourceId, ...]:
        """The works of which a source is an edition or a translation, through any number of steps."""
        seen: dict[SourceId, None] = {}
        waiting = [source] if source else []
        while waiting:
            found = self.corpus.sources.get(waiting.pop())
            for other in (found.edition_of, found.translation_of) if found else ():
                if other and other not in seen and other != source:
                    seen[other] = None
                    waiting.append(other)
        return tuple(seen)

    def _implied(self, proposition: str, own: Mapping[AgentId, tuple[Taken, ...]]) -> Mapping[AgentId, list[Taken]]:
        """Denials by asserting what excludes it, and their ends: what the agent says later of that other answer ends them."""
        found: dict[AgentId, list[Taken]] = defaultdict(list)
        for rival in self.rivals.get(proposition, ()):
            theirs: dict[AgentId, list[Taken]] = defaultdict(list)
            for option in ATTITUDES:
                for id in self.statuses.grounds.acts.sides.get((option, rival), ()):
                    for one in self._of(id, rival, option):
                        theirs[one.agent].append(one)
            for agent, them in theirs.items():
                last = max((one.latest for one in own.get(agent, ())), default=-ENDLESS - 1)
                acts = [one for one in self._apart(them) if one.earliest > last]
                if any(one.option == "asserts" for one in acts):
                    found[agent] += [self._as_denial(one, proposition, rival) for one in acts]
        return found

    @staticmethod
    def _as_denial(one: Taken, proposition: str, rival: PropositionId) -> Taken:
        option = IMPLIED if one.option == "asserts" else ""
        return replace(one, proposition=PropositionId(proposition), option=option, by_asserting=rival)


def within(one: Taken, span: When | None, surely: bool = False) -> Taken | None:
    """An act as far as it was done within a span; None where it was certainly not. `surely`: it belongs there though its date leaves it open."""
    if span is None:
        return one
    first = span.start[0] if isinstance(span.start[0], int) else -ENDLESS
    sure_end, last = limits(span)
    if one.earliest > last or one.latest < first:
        return None
    inside = surely or (first <= one.earliest and one.latest <= sure_end)
    return replace(one, earliest=max(one.earliest, first), latest=min(one.latest, last), sure=one.sure and inside)


def makers(source: Source | None) -> tuple[AgentId, ...]:
    """Who made a source, perhaps only by inference; not who merely is pretended to have."""
    return tuple(dict.fromkeys(maker.agent for maker in source.makers if not maker.ascribed)) if source else ()


def roles_of(corpus: Corpus, agent: AgentId) -> tuple[str, ...]:
    """The roles of an agent; `unnamed` for a voice without a name."""
    found = corpus.agents.get(agent)
    return () if found is None else (*found.roles, UNNAMED) if found.unnamed else found.roles
