"""What is asked about: the propositions, and other things, that are about an agent, event, question, proposition or source."""

from __future__ import annotations

from collections.abc import Iterator

from fontes.findings.known.routes import Item, ItemKind, Routes
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId, EventId, PropositionId, QuestionId, SourceId


def asked_items(routes: Routes, about: str) -> list[Item]:
    """Everything recorded that is about something, each once. Raises KeyError for a name the corpus does not hold."""
    corpus = routes.corpus
    if about in corpus.propositions:
        return [Item(ItemKind.PROPOSITION, about)]
    if about in corpus.sources:
        said = (item for item, *_ in routes.contents(SourceId(about)))
        return sorted({Item(ItemKind.SOURCE, about), *said})
    if about in corpus.questions:
        return _items(_answers(corpus, QuestionId(about)))
    if about in corpus.events:
        return [*_items(_of_event(corpus, EventId(about))), Item(ItemKind.EVENT, about)]
    if about in corpus.agents:
        return _items(_of_agent(corpus, AgentId(about)))
    raise KeyError(about)


def _items(names: Iterator[PropositionId]) -> list[Item]:
    return [Item(ItemKind.PROPOSITION, name) for name in sorted(set(names))]


def _answers(corpus: Corpus, question: QuestionId) -> Iterator[PropositionId]:
    """The answers to a question and to those asked under it."""
    under: dict[str, list[QuestionId]] = {}
    for one in corpus.questions.values():
        for whole in one.part_of:
            under.setdefault(whole, []).append(one.id)
    asked, waiting = {question}, [question]
    while waiting:
        fresh = [one for one in under.get(waiting.pop(), ()) if one not in asked]
        asked.update(fresh)
        waiting.extend(fresh)
    yield from (one.id for one in corpus.propositions.values() if not asked.isdisjoint(one.answers))


def _of_event(corpus: Corpus, event: EventId) -> Iterator[PropositionId]:
    """About the event, alleged by it, or told and said in it as a case."""
    yield from corpus.events[event].alleges
    yield from (one.id for one in corpus.propositions.values() if event in one.about)
    yield from (one.proposition for one in corpus.reports.values() if one.case == event)
    on = (one.on for one in corpus.stances.values() if one.case == event)
    yield from (PropositionId(name) for name in on if name in corpus.propositions)


def _of_agent(corpus: Corpus, agent: AgentId) -> Iterator[PropositionId]:
    """About the agent, compromising them, or saying what they said or knew."""
    for one in corpus.propositions.values():
        if agent in one.about or agent in one.compromises or (one.said is not None and one.said.agent == agent):
            yield one.id
