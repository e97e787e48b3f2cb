"""The same voices by period, by school and by what is not said: who spoke within a span, in works of a school, and who kept silent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from fontes.dates import sort_key
from fontes.findings.known.dates import ENDLESS
from fontes.findings.positions.heard import Heard, Hearing, Taken, makers, within
from fontes.findings.positions.voices import Counted, Days, Terms, counted, heard_range, options, positions_on
from fontes.findings.reasons import Reason, reason
from fontes.model.explanations import Period
from fontes.model.names import AgentId, PropositionId, QuestionId, SourceId, StatementId
from fontes.model.sources import Source


@dataclass(frozen=True, slots=True)
class Group:
    """The voices of a period or school on every answer: counts by stance, and those who take one. ``heard``: at least and at most."""

    id: str
    name: str
    heard: tuple[int, int]
    counts: Mapping[PropositionId, tuple[Counted, ...]]
    voices: Mapping[PropositionId, tuple[AgentId, ...]]


@dataclass(frozen=True, slots=True)
class Silence:
    """Somebody who deals with the question and of whom no stance on any answer is recorded here; never counted as doubt.

    ``source`` is the work, ``examined`` how far it was examined, as the corpus has it; ``statement`` a statement that says it passes over.
    """

    agent: AgentId
    source: SourceId | None
    examined: str
    statement: StatementId | None
    reasons: tuple[Reason, ...]


def by_period(hearing: Hearing, heard: Mapping[PropositionId, Heard], days: Days, terms: Terms) -> tuple[Group, ...]:
    """What was said within each period of the corpus, one voice an agent; in the order of the periods.

    A stance whose date leaves it open belongs to the period of its work's school and to no other, where a period names that school. One of
    whose date nothing is known belongs to none.
    """
    periods = sorted(hearing.corpus.periods.values(), key=lambda one: sort_key(one.when))
    return tuple(
        _group(hearing, period.id, period.name, heard, days, terms, _inside(hearing, period, periods)) for period in periods
    )


def _inside(hearing: Hearing, period: Period, periods: Sequence[Period]) -> Callable[[Taken], Taken | None]:
    def keep(one: Taken) -> Taken | None:
        if not one.dated:
            return None
        named = [each for each in periods if each.school and each.school == hearing.school(one) and within(one, each.when) is not None]
        return within(one, period.when, surely=bool(named)) if not named or period in named else None

    return keep


def by_school(hearing: Hearing, heard: Mapping[PropositionId, Heard], days: Days, terms: Terms) -> tuple[Group, ...]:
    """What stands in the works of each school; last, under an empty name, what stands in works whose school is not recorded."""
    schools = {hearing.school(one) for them in heard.values() for acts in them.values() for one in acts}

    def of(school: str) -> Callable[[Taken], Taken | None]:
        return lambda one: one if hearing.school(one) == school else None

    named = sorted(schools, key=lambda school: (not school, school))
    return tuple(_group(hearing, school, school.replace("-", " "), heard, days, terms, of(school)) for school in named)


def _group(
    hearing: Hearing,
    id: str,
    name: str,
    heard: Mapping[PropositionId, Heard],
    days: Days,
    terms: Terms,
    keep: Callable[[Taken], Taken | None],
) -> Group:
    kept = {answer: _kept(them, keep) for answer, them in heard.items()}
    positions = {answer: positions_on(hearing, them, days, terms) for answer, them in kept.items()}
    return Group(
        id, name, universe(hearing, kept, days, terms),
        {answer: counted([one.options for one in them]) for answer, them in positions.items()},
        {answer: tuple(sorted(agent for one in them for agent in one.voice)) for answer, them in positions.items()},
    )  # fmt: skip


def _kept(heard: Heard, keep: Callable[[Taken], Taken | None]) -> Heard:
    found = {agent: tuple(kept for one in them if (kept := keep(one)) is not None) for agent, them in heard.items()}
    return {agent: them for agent, them in found.items() if them}


def universe(hearing: Hearing, heard: Mapping[PropositionId, Heard], days: Days, terms: Terms) -> tuple[int, int]:
    """How many agents certainly take some stance on some answer, and how many may."""
    agents = sorted({agent for them in heard.values() for agent in them})
    sets = [[options(hearing, them[agent], days, terms) for them in heard.values() if agent in them] for agent in agents]
    return sum(any(heard_range([one])[0] for one in each) for each in sets), sum(any(heard_range([one])[1] for one in each) for each in sets)


def silences(hearing: Hearing, questions: Sequence[QuestionId], speaking: frozenset[AgentId], last: int) -> tuple[Silence, ...]:
    """Who passes over a question, on somebody's word, and whose works treat it without a stance being recorded here."""
    corpus, every = hearing.corpus, hearing.statuses.grounds.acts.all
    found: dict[tuple[AgentId, SourceId | None], Silence] = {}
    for question in questions:
        for one in hearing.on(question, "passes-over"):
            if one.agent not in speaking and one.earliest <= last:
                source = corpus.sources.get(one.source) if one.source else None
                why = (reason(corpus, "statement", one.statement, every),)
                found[one.agent, one.source] = Silence(one.agent, one.source, source.examined if source else "", one.statement, why)
        for work in corpus.sources.values():
            if question in work.treats and _begun(work) <= last:
                for agent in makers(work):
                    if agent not in speaking and _heard_of(hearing, agent, work.id):
                        found.setdefault(
                            (agent, work.id), Silence(agent, work.id, work.examined, None, (reason(corpus, "source", work.id),))
                        )
    return tuple(found[key] for key in sorted(found, key=lambda key: (key[0], key[1] or "")))


def _begun(work: Source) -> int:
    """The earliest day on which a work may have been there; one without a date at any time."""
    when = work.made or work.out
    return when.start[0] if when is not None and isinstance(when.start[0], int) else -ENDLESS


def _heard_of(hearing: Hearing, agent: AgentId, work: SourceId) -> bool:
    """Would the lens hear this agent in this work?"""
    return hearing.hears(Taken(StatementId(""), agent, PropositionId(""), "", 0, 0, True, None, work))
