"""Why a finding says what it says: every value is handed over with the entries of the corpus it was read from."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from fontes.model.agents import Tenure
from fontes.model.corpus import Corpus, Entry
from fontes.model.events import Dating
from fontes.model.explanations import Assessment
from fontes.model.names import AgentId, EventId, Place, PropositionId, SourceId, StatementId
from fontes.model.stances import Criticism, Report, Search, Speech, Stance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reason:
    """One input of a finding: what kind of thing, which, what it contributes in words, and where it is written."""

    kind: str
    id: str
    words: str
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """A computed value and what it was computed from."""

    value: T
    reasons: tuple[Reason, ...]


def entries(corpus: Corpus) -> Mapping[StatementId, Entry]:
    """Every dated act and record by its id, as the corpus holds them; nothing is copied."""
    parts: list[Any] = [corpus.stances, corpus.reports, corpus.speeches, corpus.criticisms]
    parts += [corpus.searches, corpus.datings, corpus.tenures, corpus.assessments]
    return ChainMap(*(part for part in parts if part))


def reason(corpus: Corpus, kind: str, id: str, statements: Mapping[StatementId, Entry] | None = None) -> Reason:
    """What the corpus calls this thing, and where; a thing it does not hold keeps its bare name."""
    if kind in ("statement", "that"):
        entry = (entries(corpus) if statements is None else statements).get(StatementId(id))
        words = saying(corpus, entry) if entry else id
        return Reason(kind, id, f"that {words}" if kind == "that" else words, entry.place if entry else None)
    thing = _thing(corpus, kind, id)
    if thing is None:
        return Reason(kind, id, id)
    words = getattr(thing, "title", "") or getattr(thing, "name", "") or getattr(thing, "wording", "") or id
    return Reason(kind, id, words, thing.place)


def _thing(corpus: Corpus, kind: str, id: str) -> Any:
    if kind in ("source", "text"):
        return corpus.sources.get(SourceId(id))
    if kind in ("agent", "word"):
        return corpus.agents.get(AgentId(id))
    if kind == "event":
        return corpus.events.get(EventId(id))
    return corpus.propositions.get(PropositionId(id))


def saying(corpus: Corpus, entry: Entry) -> str:
    """A statement in a few words: who does what to what (`Conquest asserts dossier-reached-stalin`)."""
    who = _speaker(corpus, entry)
    match entry:
        case Stance():
            return f"{who} {entry.attitude.value} {entry.on}"
        case Report():
            return f"{who} {'tells' if entry.asserting else 'relays'} {entry.proposition}"
        case Speech():
            return f"{who} {entry.verb} {entry.words or entry.source or ''}".rstrip()
        case Criticism():
            judged = entry.source or f"^{entry.use}"
            return f"{who} {'vouches for' if entry.vouching else 'impeaches'} {judged} as {', '.join(entry.aspects)}"
        case Search():
            return f"{who} sought {entry.source or entry.words}"
        case Dating():
            return f"{who} dates {entry.of} {entry.when.written}"
        case Tenure():
            return f"{who} {'serves as ' + entry.office if entry.office else f'belongs to {entry.body}'}"
        case Assessment():
            return f"{who} assesses {entry.observation}"


def _speaker(corpus: Corpus, entry: Entry) -> str:
    id = entry.sender if isinstance(entry, Report) else entry.agent
    if not id:
        return "the corpus" if isinstance(entry, Dating) else "an unknown agent"
    agent = corpus.agents.get(id)
    return agent.name if agent else id
