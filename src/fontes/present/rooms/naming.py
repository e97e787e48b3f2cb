"""Things as links: what they are called, in their language, leading to their page."""

from __future__ import annotations

from collections.abc import Iterable

from fontes.dates import When
from fontes.model.agents import Agent
from fontes.model.corpus import Corpus
from fontes.model.lens import Unit, UnitKind
from fontes.model.names import Access, AgentId, EventId, Passage, PropositionId, QuestionId, SourceId
from fontes.model.sources import Source
from fontes.present.pages import Ink, Link, Part, Room, Sentence, To, Words
from fontes.present.phrasing import chained, dates, joined, number, say, wording
from fontes.present.phrasing import things as things_words

FEW = 12
"""So many things one sentence names before it counts the rest."""


def language(corpus: Corpus, own: str = "") -> str:
    """The language of words of a corpus: their own, or that of the corpus; nothing where it is that of the interface."""
    return own or (corpus.preface.language if corpus.preface.language != wording.LANGUAGE else "")


def agent(corpus: Corpus, id: str) -> Link | Words:
    """An agent by name; one not known, or not recorded, has no page."""
    found = corpus.agents.get(AgentId(id))
    if found is None:
        return Words(id or wording.UNKNOWN_AGENT)
    return Link(agent_name(found), To(Room.AGENTS, id), language=language(corpus, found.language))


def agent_name(found: Agent) -> str:
    """What an agent is called; a voice without a name says so."""
    if found.unnamed:
        return wording.UNNAMED_AT.format(where=found.name) if found.name else wording.UNNAMED
    return found.name or found.id


def agents(corpus: Corpus, ids: Iterable[str]) -> Sentence:
    """Several agents as a list; beyond a dozen they are counted, so that no sentence grows with the corpus."""
    every = list(ids)
    shown = [(agent(corpus, id),) for id in every[:FEW]]
    if len(every) <= FEW:
        return joined(shown)
    return say(things_words.AND_MORE, shown=chained(*shown, between=", "), count=number(len(every) - FEW))


def source(corpus: Corpus, id: str) -> Link | Words:
    """A source by title, set off as titles are."""
    found = corpus.sources.get(SourceId(id))
    if found is None:
        return Words(id)
    return Link(found.title or id, To(Room.SOURCES, id), Ink.EMPHASIS, language(corpus, found.language))


def proposition(corpus: Corpus, id: str, without: tuple[tuple[str, str], ...] = ()) -> Link | Words:
    """A proposition by its wording, as a whole sentence."""
    found = corpus.propositions.get(PropositionId(id))
    if found is None:
        return Words(id)
    return Link(proposition_words(corpus, id), To(Room.PROPOSITIONS, id, query=without), language=language(corpus))


def proposition_words(corpus: Corpus, id: str) -> str:
    """Its wording; a statement in brackets is spoken out."""
    found = corpus.propositions.get(PropositionId(id))
    if found is None or found.wording:
        return found.wording if found else id
    if found.said is None:
        return id
    who = corpus.agents.get(found.said.agent)
    inner = proposition_words(corpus, found.said.on)
    name = agent_name(who) if who else found.said.agent
    return wording.SAID.format(agent=name, verb=found.said.verb.replace("-", " "), what=f"“{inner}”")


def question(corpus: Corpus, id: str) -> Link | Words:
    """A question by its wording."""
    found = corpus.questions.get(QuestionId(id))
    return Words(id) if found is None else Link(found.wording or id, To(Room.QUESTIONS, id), language=language(corpus))


def event(corpus: Corpus, id: str) -> Link | Words:
    """An event by name."""
    found = corpus.events.get(EventId(id))
    return Words(id) if found is None else Link(found.name or id, To(Room.EVENTS, id), language=language(corpus))


def date(corpus: Corpus, when: When) -> str:
    """A date as a historian writes it; the event it hangs on is called by its name."""
    return dates.told(when, lambda name: found.name if (found := corpus.events.get(EventId(name))) else "")


def date_since(corpus: Corpus, when: When) -> str:
    """The same, after *since* or *from*."""
    text = date(corpus, when)
    return dates.SOME_TIME.format(date=text) if text.startswith(dates.LIMITS) else text


def thing(corpus: Corpus, id: str) -> Part:
    """Whatever the name stands for."""
    if id in corpus.sources:
        return source(corpus, id)
    if id in corpus.propositions:
        return proposition(corpus, id)
    if id in corpus.questions:
        return question(corpus, id)
    return event(corpus, id) if id in corpus.events else agent(corpus, id)


def things(corpus: Corpus, ids: Iterable[str], last: str = "and") -> Sentence:
    """Several things as a list."""
    return joined([(thing(corpus, id),) for id in ids], last)


def unit(corpus: Corpus, one: Unit) -> Sentence:
    """A unit that can be distrusted, in words."""
    if one.kind is UnitKind.SOURCE:
        return (source(corpus, one.id),)
    if one.kind is UnitKind.AGENT:
        return (agent(corpus, one.id),)
    if one.kind is UnitKind.WORD:
        return say(wording.WORD_OF, agent=agent(corpus, one.id))
    if one.kind is UnitKind.PREMISE:
        return say(wording.PREMISE_THAT, proposition=proposition(corpus, one.id))
    if one.kind is UnitKind.STATEMENT:
        return say(wording.THE_STATEMENT, statement=one.id)
    pattern = wording.ALL_OF_KIND if one.kind is UnitKind.KIND else wording.ALL_CRITICISED
    return say(pattern, kind=one.id.replace("-", " "))


def units(corpus: Corpus, them: Iterable[Unit], last: str = "and") -> Sentence:
    """Several units as a list."""
    return joined([unit(corpus, one) for one in them], last)


def passage(corpus: Corpus, at: Passage) -> Sentence:
    """A place in a source."""
    return _at(source(corpus, at.source), at.passage)


def access(corpus: Corpus, one: Access) -> Sentence:
    """Through whom it is known; empty where directly."""
    if one.source is None:
        return ()
    through = _at(source(corpus, one.source), one.passage)
    if one.via is None:
        return through
    return say(wording.VIA, source=through, via=_at(source(corpus, one.via), one.via_passage))


def accesses(corpus: Corpus, them: Iterable[Access]) -> Sentence:
    """Every way it is known, one after another."""
    return chained(*(access(corpus, one) for one in them), between="; ")


def _at(found: Link | Words, place: str) -> Sentence:
    return (found, Words(f", {place}")) if place else (found,)


def source_kind(found: Source) -> str:
    """What kind of source it is, in words."""
    return found.kind.replace("-", " ")
