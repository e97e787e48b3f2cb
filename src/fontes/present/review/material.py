"""What a review is made from: the corpus as a lens sees it, what was found in it, and which questions are asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from fontes.findings import Origins, Ranked, Statuses
from fontes.findings.figures import Figures
from fontes.findings.gaps.kinds import Gap
from fontes.findings.positions import Positions
from fontes.findings.positions.voices import Turn, Turned
from fontes.findings.support.settlements import Settlements
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId, EventId, PropositionId, QuestionId, SourceId
from fontes.model.stances import Attitude, MemberKind, Report, Stance
from fontes.present.review.seen import seen
from fontes.present.review.wordings import Lexicon, lexicon, wording_of
from fontes.present.rooms.concordance import Concordance, concordance, date_key, date_of, members

_WRITES = frozenset({"scholar", "press"})


@dataclass(frozen=True)
class Material:
    """The corpus under a lens, turned round; its statuses; origins by proposition; and what of it the review is about.

    ``ranked`` is empty and ``settled`` None where they were not asked for. ``questions`` are those asked, each before those under it;
    ``propositions`` what answers them, with their parts and what these need and rest on.
    """

    one: Concordance
    statuses: Statuses
    origins: Mapping[str, Origins]
    ranked: Sequence[Ranked]
    settled: Settlements | None
    positions: Mapping[str, Positions]
    asked: str
    questions: tuple[QuestionId, ...]
    answers: tuple[PropositionId, ...]
    propositions: frozenset[str]
    gaps: tuple[Gap, ...] = ()
    figures: Figures | None = None

    @property
    def corpus(self) -> Corpus:
        """The corpus as the lens sees it."""
        return self.one.corpus

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of every statement by date, then by id."""
        return {id: at for at, id in enumerate(self.one.entries)}

    def stances(self, proposition: str) -> tuple[Stance, ...]:
        """The stances on a proposition or question, by date."""
        return self.one.stances_on.get(proposition, ())

    @cached_property
    def roots(self) -> tuple[QuestionId, ...]:
        """The question that was asked for, or those under no other, with most recorded below them first."""
        if self.asked:
            return (QuestionId(self.asked),)
        inside = set(self.questions)
        return tuple(id for id in self.questions if not inside.intersection(self.corpus.questions[id].part_of))

    def below(self, id: QuestionId) -> list[QuestionId]:
        """The question and those asked under it, each before those under it."""
        return [each for each in _under(self.one, [id]) if each in self.corpus.questions]

    @cached_property
    def raised_against(self) -> Mapping[str, tuple[Stance, ...]]:
        """Questions raised against a proposition, by proposition."""
        found: dict[str, list[Stance]] = {}
        for id in self.order:
            one = self.one.entries[id]
            if isinstance(one, Stance) and one.against and one.attitude is Attitude.RAISES:
                found.setdefault(one.against, []).append(one)
        return {id: tuple(them) for id, them in found.items()}

    @cached_property
    def turned(self) -> Mapping[str, tuple[Turned, ...]]:
        """Changes of mind, by proposition."""
        found: dict[str, list[Turned]] = {}
        for id in self.questions:
            for one in self.positions[id].history if id in self.positions else ():
                if one.turn is Turn.CHANGED and one.before and one.taken.when:
                    found.setdefault(one.taken.proposition, []).append(one)
        return {id: tuple(them) for id, them in found.items()}

    @cached_property
    def excluded(self) -> Mapping[str, tuple[str, ...]]:
        """For each proposition those that exclude each other with it, whoever of the two says so."""
        found: dict[str, set[str]] = {}
        for one in self.corpus.propositions.values():
            for other in one.excludes:
                found.setdefault(one.id, set()).add(other)
                found.setdefault(other, set()).add(one.id)
        return {id: tuple(sorted(them)) for id, them in found.items()}

    @cached_property
    def lexicon(self) -> Lexicon:
        """How this corpus writes its words."""
        return lexicon(self.corpus)

    def speaks(self, proposition: str) -> bool:
        """Can the wording of a proposition stand as a clause of a sentence?"""
        return self.lexicon.in_clause(wording_of(self.corpus, proposition)) is not None

    def writes(self, stance: Stance) -> bool:
        """Does it belong to the literature: taken by a scholar, by the press, by somebody of no recorded role, or in a work of a school?"""
        agent = self.corpus.agents.get(stance.agent)
        roles = frozenset(agent.roles) if agent else frozenset()
        school = (self.corpus.sources[stance.read.source].school if stance.read and stance.read.source in self.corpus.sources else "")
        return not roles or bool(roles & _WRITES) or bool(school)

    def first(self, proposition: str) -> tuple[int, str]:
        """A key to tell propositions in the order in which they were first taken up; those nobody dates come last."""
        days = [date_key(date_of(self.corpus, each)) for each in self.stances(proposition)]
        return min(days, default=10**12), proposition

    def about(self) -> frozenset[str]:
        """The agents and events that the questions and propositions told of are about."""
        found: set[str] = set()
        for id in self.questions:
            found |= {str(each) for each in self.corpus.questions[id].about}
        for each in self.propositions:
            found |= {str(other) for other in self.corpus.propositions[PropositionId(each)].about}
        return frozenset(found)

    def sources(self) -> frozenset[str]:
        """The sources in which what is told is read, and those that it rests on."""
        found: set[str] = set()
        for each in self.propositions:
            acts: list[Stance | Report] = [*self.stances(each), *self.one.reports_on.get(each, ())]
            for act in acts:
                found |= {act.read.source} if act.read else set()
                found |= set(_named(act, MemberKind.SOURCE))
        drawn = {member.id for id in found if (source := self.corpus.sources.get(SourceId(id)))
                 for ground in source.draws_on for member in members(ground) if member.kind is MemberKind.SOURCE}  # fmt: skip
        return frozenset(id for id in found | drawn if id in self.corpus.sources)

    def acts(self) -> Iterator[Stance | Report]:
        """Every stance and report on what is told, and every stance on the questions."""
        for each in (*self.questions, *sorted(self.propositions)):
            yield from self.stances(each)
            yield from self.one.reports_on.get(each, ())


def material(
    statuses: Statuses,
    origins: Mapping[str, Origins],
    ranked: Sequence[Ranked] = (),
    settled: Settlements | None = None,
    positions: Mapping[str, Positions] = MappingProxyType({}),
    asked: str = "",
    gaps: Iterable[Gap] = (),
    figures: Figures | None = None,
) -> Material:
    """Gather what a review of a question (or of all) is made from. Raises KeyError for a name that is no question here."""
    one = concordance(seen(statuses))
    if asked and QuestionId(asked) not in one.corpus.questions:
        raise KeyError(asked)
    questions = tuple(_under(one, [QuestionId(asked)] if asked else _roots(one)))
    answers = tuple(dict.fromkeys(answer for id in questions for answer in one.answers.get(id, ())))
    told = frozenset(_reached(one, answers)) if questions else frozenset(map(str, one.corpus.propositions))
    return Material(one, statuses, origins, ranked, settled, positions, asked, questions, answers, told, tuple(gaps), figures)


def _roots(one: Concordance) -> list[QuestionId]:
    """Questions under no other, those with most recorded below them first."""
    whole = one.corpus.questions
    roots = [id for id, each in whole.items() if not any(other in whole for other in each.part_of)]
    size = {id: sum(len(one.stances_on.get(answer, ())) for under in _under(one, [id]) for answer in one.answers.get(under, ())) for id in roots}
    reached = set(_under(one, roots))
    return [*sorted(roots, key=lambda id: (-size[id], id)), *(id for id in whole if id not in reached)]


def _under(one: Concordance, ids: Iterable[QuestionId]) -> list[QuestionId]:
    found: dict[QuestionId, None] = {}
    waiting = list(reversed(list(ids)))
    while waiting:
        id = waiting.pop()
        if id not in found:
            found[id] = None
            waiting += sorted(one.subquestions.get(id, ()), reverse=True)
    return list(found)


def _reached(one: Concordance, answers: Iterable[PropositionId]) -> set[str]:
    """The answers, their parts, what these need and are said to rest on, as far down as it goes."""
    found: set[str] = set()
    waiting: list[str] = list(answers)
    while waiting:
        id = waiting.pop()
        proposition = one.corpus.propositions.get(PropositionId(id))
        if proposition is None or id in found:
            continue
        found.add(id)
        waiting += [part.proposition for part in proposition.parts if part.proposition]
        waiting += [*proposition.needs, *one.parts_of.get(id, ())]
        acts: list[Stance | Report] = [*one.stances_on.get(id, ()), *one.reports_on.get(id, ())]
        for act in acts:
            waiting += _named(act, MemberKind.PROPOSITION)
    return found


def _named(act: Stance | Report, kind: MemberKind) -> list[str]:
    named = [member for ground in act.grounds for member in members(ground)]
    return [member.id for member in named if member.kind is kind] + [
        str(member.saying) for member in named if member.saying and kind is MemberKind.PROPOSITION
    ]


def dated(corpus: Corpus, events: Iterable[str]) -> tuple[EventId, ...]:
    """Those of the names that are events here."""
    return tuple(EventId(id) for id in sorted(events) if EventId(id) in corpus.events)


def agents_in(acts: Iterable[Stance | Report]) -> tuple[AgentId, ...]:
    """Who did them, each once."""
    return tuple(dict.fromkeys(act.sender if isinstance(act, Report) else act.agent for act in acts))
