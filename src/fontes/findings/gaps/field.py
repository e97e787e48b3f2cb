"""A corpus looked up the ways the gaps need it: what bears on which question, who holds what, what is heard under the lens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from fontes.dates import Answer, When, by, sort_key
from fontes.findings.acts import about, date_of, speaker
from fontes.findings.known.routes import Routes
from fontes.findings.reasons import Reason, reason
from fontes.findings.support.status import Statuses
from fontes.model.corpus import Corpus, Entry
from fontes.model.names import AgentId, PropositionId, QuestionId, SourceId, StatementId
from fontes.model.sources import Source
from fontes.model.stances import Attitude, Stance

_BESIDE = (Attitude.RAISES.value, Attitude.PASSES_OVER.value)
Bearing = Mapping[str, frozenset[QuestionId]]


@dataclass(frozen=True)
class Field:
    """What the finders of gaps share. One pass over the corpus each, made when first asked for."""

    statuses: Statuses
    known: Callable[[], Routes] | None = None
    """Gives the routes by which anything reached anybody under the lens, where the caller has them."""

    @property
    def corpus(self) -> Corpus:
        """The corpus."""
        return self.statuses.grounds.corpus

    @cached_property
    def heard(self) -> tuple[Entry, ...]:
        """The statements that are attested under the lens and not certainly later than its dates, by id."""
        there = (one for one in self.corpus.statements() if self.hears(one.id))
        return tuple(sorted(there, key=lambda one: one.id))

    def hears(self, id: str) -> bool:
        """Is a statement attested, and was it possibly there by the dates of the lens?"""
        return self.statuses.present(id) is not Answer.IMPOSSIBLE and self.statuses.attested(id)

    def there(self, when: When | None) -> bool:
        """May what came out or was said then have been there by the dates of the lens? What is not dated may."""
        limits = (self.statuses.lens.as_of, self.statuses.lens.published_by)
        return when is None or all(limit is None or by(when, limit) is not Answer.IMPOSSIBLE for limit in limits)

    @cached_property
    def bearing(self) -> Bearing:
        """The questions each proposition bears on: those it answers, and those of what it is a part, a need or an observation of."""
        return bearing(self.corpus)

    @cached_property
    def on(self) -> Mapping[str, tuple[Stance, ...]]:
        """The stances heard on each proposition and question."""
        found: dict[str, list[Stance]] = defaultdict(list)
        for one in self.heard:
            if isinstance(one, Stance):
                found[one.on].append(one)
        return {name: tuple(them) for name, them in found.items()}

    @cached_property
    def spoken(self) -> Mapping[str, frozenset[str]]:
        """What each agent is heard to speak to, in whatever direction. To raise a question, or to pass over it, is not to speak to it."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.heard:
            thing, direction = about(one)
            if thing and direction not in _BESIDE:
                found[speaker(one)].add(thing)
        return {agent: frozenset(things) for agent, things in found.items()}

    @cached_property
    def ever_raised(self) -> frozenset[str]:
        """The questions that anybody recorded raises, at whatever date."""
        return frozenset(one.on for one in self.corpus.stances.values() if one.attitude is Attitude.RAISES)

    @cached_property
    def under(self) -> Mapping[str, tuple[QuestionId, ...]]:
        """The questions that are part of each question."""
        found: dict[str, list[QuestionId]] = defaultdict(list)
        for one in self.corpus.questions.values():
            for whole in one.part_of:
                found[whole].append(one.id)
        return {name: tuple(them) for name, them in found.items()}

    @cached_property
    def answers(self) -> Mapping[str, tuple[PropositionId, ...]]:
        """The propositions that answer each question."""
        found: dict[str, list[PropositionId]] = defaultdict(list)
        for one in self.corpus.propositions.values():
            for question in one.answers:
                found[question].append(one.id)
        return {name: tuple(them) for name, them in found.items()}

    def bears(self, thing: str) -> frozenset[QuestionId]:
        """The questions a proposition bears on; of a question, itself."""
        return frozenset([QuestionId(thing)]) if thing in self.corpus.questions else self.bearing.get(thing, frozenset())

    @cached_property
    def sources_bear(self) -> Mapping[str, frozenset[QuestionId]]:
        """The questions each source bears on: those it is recorded to treat, and those of what is heard to be said in it."""
        found: dict[str, set[QuestionId]] = {one.id: set(one.treats) for one in self.corpus.sources.values()}
        for entry in self.heard:
            read = getattr(entry, "read", None)
            if read is not None and read.source in found:
                found[read.source].update(self.bears(about(entry)[0]))
        return {name: frozenset(questions & self.corpus.questions.keys()) for name, questions in found.items()}

    @cached_property
    def bearing_sources(self) -> Mapping[str, tuple[SourceId, ...]]:
        """The sources that bear on each question, by name."""
        found: dict[str, list[SourceId]] = defaultdict(list)
        for name, questions in sorted(self.sources_bear.items()):
            for question in questions:
                found[question].append(SourceId(name))
        return {question: tuple(them) for question, them in found.items()}

    @cached_property
    def through(self) -> Mapping[str, tuple[Entry, ...]]:
        """What is heard in each source, or known through it."""
        found: dict[str, dict[StatementId, Entry]] = defaultdict(dict)
        for entry in self.heard:
            read = getattr(entry, "read", None)
            for name in (*([read.source] if read else []), *(way.source for way in entry.access if way.source)):
                found[name][entry.id] = entry
        return {name: tuple(them.values()) for name, them in found.items()}

    @cached_property
    def known_through(self) -> Mapping[str, tuple[SourceId, ...]]:
        """The sources that are known through each source."""
        found: dict[str, list[SourceId]] = defaultdict(list)
        for one in self.corpus.sources.values():
            for name in dict.fromkeys(way.source for way in one.access if way.source):
                found[name].append(one.id)
        return {name: tuple(them) for name, them in found.items()}

    @cached_property
    def kinship(self) -> tuple[Mapping[str, tuple[str, ...]], ...]:
        """Editions and translations of each source, in both directions; its parts; the collections it is part of."""
        same, parts, wholes = (defaultdict[str, list[str]](list) for _ in range(3))
        for one in self.corpus.sources.values():
            for other in (one.edition_of, one.translation_of):
                if other:
                    same[one.id].append(other)
                    same[other].append(one.id)
            if one.part_of:
                parts[one.part_of].append(one.id)
                wholes[one.id].append(one.part_of)
        same_, parts_, wholes_ = ({name: tuple(them) for name, them in kept.items()} for kept in (same, parts, wholes))
        return same_, parts_, wholes_

    def within(self, question: str) -> frozenset[QuestionId]:
        """A question and all that is asked under it."""
        found, waiting = {QuestionId(question)}, [question]
        while waiting:
            fresh = [one for one in self.under.get(waiting.pop(), ()) if one not in found]
            found.update(fresh)
            waiting.extend(fresh)
        return frozenset(found)

    def taken(self, proposition: str, *attitudes: str) -> tuple[StatementId, ...]:
        """The statements heard that take one of these attitudes to a proposition; telling is asserting."""
        sides = self.statuses.grounds.acts.sides
        return tuple(id for one in attitudes for id in sides.get((one, proposition), ()) if self.statuses.attested(id))

    def who(self, statements: Iterable[str]) -> tuple[AgentId, ...]:
        """The speakers of statements, each once, by name."""
        acts = self.statuses.grounds.acts
        return tuple(sorted({AgentId(name) for id in statements if (name := acts.who(id))}))

    def read_in(self, statements: Iterable[str]) -> tuple[SourceId, ...]:
        """The works these statements are read in, each once, by name."""
        every = self.statuses.grounds.acts.all
        reads = (getattr(every[StatementId(id)], "read", None) for id in statements)
        return tuple(sorted({read.source for read in reads if read}))

    def since(self, statements: Iterable[str]) -> When | None:
        """The date of the earliest of these statements that has one."""
        every = self.statuses.grounds.acts.all
        return earliest(date_of(self.corpus, every[StatementId(id)]) for id in statements)

    def said(self, statements: Iterable[str]) -> tuple[Reason, ...]:
        """Statements as reasons."""
        every = self.statuses.grounds.acts.all
        return tuple(reason(self.corpus, "statement", id, every) for id in statements)

    def thing(self, kind: str, id: str) -> Reason:
        """A thing of the corpus as a reason."""
        if kind == "question":
            question = self.corpus.questions.get(QuestionId(id))
            return Reason(kind, id, question.wording or id, question.place) if question else Reason(kind, id, id)
        return reason(self.corpus, kind, id)


def earliest(dates: Iterable[When | None]) -> When | None:
    """The first of some dates, as a reader of a list would put them; None where none is given."""
    return min((when for when in dates if when is not None), key=sort_key, default=None)


def bearing(corpus: Corpus) -> Bearing:
    """The questions each proposition bears on, carried down from explanations to their parts, needs and observations."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for above, below in _descents(corpus):
        wholes[above].add(below)
    found: dict[str, set[QuestionId]] = defaultdict(set)
    waiting: list[tuple[str, QuestionId]] = [(one.id, question) for one in corpus.propositions.values() for question in one.answers]
    while waiting:
        proposition, question = waiting.pop()
        if question not in found[proposition]:
            found[proposition].add(question)
            waiting.extend((below, question) for below in wholes.get(proposition, ()))
    return {name: frozenset(questions) for name, questions in found.items()}


def _descents(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for one in corpus.propositions.values():
        yield from ((whole, one.id) for whole in one.part_of)
        yield from ((one.id, part.proposition) for part in one.parts if part.proposition)
        yield from ((one.id, need) for need in one.needs)
    for assessment in corpus.assessments.values():
        yield from ((mark.under, assessment.observation) for mark in assessment.marks)


def by_scholar(corpus: Corpus, source: Source) -> bool:
    """Is it the work of a scholar, surely or by inference?"""
    makers = (corpus.agents.get(one.agent) for one in source.makers if not one.ascribed)
    return any(agent is not None and "scholar" in agent.roles for agent in makers)
