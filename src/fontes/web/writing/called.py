"""What a thing is called, in any spelling, to its name: for fields that are filled in and for fields that complete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from fontes.model.corpus import Corpus
from fontes.model.names import AgentId
from fontes.present.pages import Room
from fontes.present.phrasing import wording
from fontes.present.rooms import naming
from fontes.present.rooms.listing import folded
from fontes.web.names import MOST, Offered
from fontes.web.reading import Reading

FAMILIES = ("agents", "sources", "propositions", "questions", "events", "statements")
WORDS = ("kinds", "aspects", "schools", "strands")
"""Words of their own, which are offered and name no thing."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A name, the ways it is called, and what kind of thing it is."""

    value: str
    spellings: tuple[str, ...]
    kind: str
    searched: str


@dataclass(frozen=True)
class Called:
    """The things of one corpus by kind, made when they are first asked for."""

    reading: Reading

    @property
    def corpus(self) -> Corpus:
        """The corpus whose things these are."""
        return self.reading.bench.corpus

    @cached_property
    def agents(self) -> tuple[Thing, ...]:
        """Agents that have a name, with every spelling recorded."""
        named = ((id, one) for id, one in self.corpus.agents.items() if not one.unnamed)
        return tuple(_thing(id, (one.name or id, *one.also), Room.AGENTS) for id, one in named)

    @cached_property
    def sources(self) -> tuple[Thing, ...]:
        """Sources by title."""
        return tuple(_thing(id, (one.title or id,), Room.SOURCES) for id, one in self.corpus.sources.items())

    @cached_property
    def propositions(self) -> tuple[Thing, ...]:
        """Propositions by their wording; those in brackets are spoken out."""
        return tuple(_thing(id, (naming.proposition_words(self.corpus, id),), Room.PROPOSITIONS) for id in self.corpus.propositions)

    @cached_property
    def questions(self) -> tuple[Thing, ...]:
        """Questions by their wording."""
        return tuple(_thing(id, (one.wording or id,), Room.QUESTIONS) for id, one in self.corpus.questions.items())

    @cached_property
    def events(self) -> tuple[Thing, ...]:
        """Events by what is said to have happened."""
        return tuple(_thing(id, (one.name or id,), Room.EVENTS) for id, one in self.corpus.events.items())

    @cached_property
    def statements(self) -> tuple[Thing, ...]:
        """Statements that bear a label; only those can be named."""
        labelled = ((getattr(one, "label", ""), one) for one in self.corpus.statements())
        return tuple(_thing(f"^{label}", (_told(self.corpus, one),), Room.STATEMENTS) for label, one in labelled if label)

    def words(self, family: str) -> tuple[str, ...]:
        """The words of a family in use."""
        if family == "strands":
            return tuple(sorted({one.strand for one in self.corpus.events.values() if one.strand}))
        return tuple(getattr(self.reading.names, family))

    def of(self, families: str) -> Iterator[Thing]:
        """The things of several kinds, written with + between."""
        for family in families.split("+"):
            if family in WORDS:
                yield from (Thing(one, (one,), family, folded(one)) for one in self.words(family))
            elif family in FAMILIES:
                yield from getattr(self, family)

    def completing(self, families: str, begun: str) -> tuple[Offered, ...]:
        """What has all these words in its name or in one of its spellings; what begins with them first. The spelling that fits is shown."""
        wanted = folded(begun).split()
        if not wanted:
            return ()
        found = [one for one in self.of(families) if all(word in one.searched for word in wanted)]
        found.sort(key=lambda one: (not any(folded(each).startswith(wanted[0]) for each in (*one.spellings, one.value)), len(one.spellings[0])))
        return tuple((one.value, _shown(one, wanted), one.kind) for one in found[:MOST])

    def resolved(self, families: str, words: str) -> tuple[str, ...]:
        """The names of whatever is called exactly this, case and accents aside; the name itself where it is one."""
        known = self._ids(families)
        if words in known:
            return (words,)
        wanted = " ".join(folded(words).split())
        return tuple(dict.fromkeys(self._spelt(families).get(wanted, ())))

    def near(self, families: str, words: str) -> str:
        """The thing called most like this; empty where nothing is."""
        spelt = self._spelt(families)
        near = get_close_matches(" ".join(folded(words).split())[:80], list(spelt), n=1, cutoff=0.7) if len(spelt) < 5_000 else []
        return spelt[near[0]][0] if near else ""

    def _ids(self, families: str) -> frozenset[str]:
        return self.reading.once("writing ids", families, lambda: frozenset(one.value for one in self.of(families)))

    def _spelt(self, families: str) -> dict[str, list[str]]:
        return self.reading.once("writing spelt", families, lambda: _by_spelling(self.of(families)))


def called(reading: Reading) -> Called:
    """The things of the corpus as it was last read."""
    reading.current()
    return reading.once("writing", "called", lambda: Called(reading))


def _by_spelling(things: Iterator[Thing]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in things:
        for spelling in one.spellings:
            found.setdefault(" ".join(folded(spelling).split()).rstrip("."), []).append(one.value)
            found.setdefault(" ".join(folded(spelling).split()), []).append(one.value)
    return found


def _thing(value: str, spellings: Sequence[str], room: Room) -> Thing:
    return Thing(value, tuple(spellings), wording.ONE_OF[room].lower(), folded(" ".join((*spellings, value))))


def _shown(one: Thing, wanted: Sequence[str]) -> str:
    fitting = next((each for each in one.spellings if all(word in folded(each) for word in wanted)), one.spellings[0])
    return fitting if fitting == one.spellings[0] else f"{one.spellings[0]}, {fitting}"


def _told(corpus: Corpus, entry: object) -> str:
    """A statement in a few words: its id is its label, so who and what are told from it."""
    who = getattr(entry, "agent", None) or getattr(entry, "sender", None) or ""
    on = getattr(entry, "on", None) or getattr(entry, "proposition", None) or ""
    agent = corpus.agents.get(AgentId(who))
    what = naming.proposition_words(corpus, on) if isinstance(on, str) else ""
    return f"{naming.agent_name(agent) if agent else who}: {what}" if what else str(naming.agent_name(agent) if agent else who)
