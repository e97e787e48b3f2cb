"""What can be distrusted in a corpus, by its id and by what it is called: for addresses that name it and for fields that complete it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from fontes.model.corpus import Corpus
from fontes.model.lens import Unit, UnitKind
from fontes.present.pages import Room
from fontes.present.phrasing import lens as words
from fontes.present.phrasing import wording
from fontes.present.rooms import naming
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.listing import folded
from fontes.present.rooms.support import as_unit

MOST = 12
"""How many names a field is offered at once."""


Offered = tuple[str, str, str]
"""What a field is offered: the value to write, what it is called, and what kind of thing it is."""


@dataclass(frozen=True, slots=True)
class Name:
    """One thing that can be distrusted: what it is called, and what kind of thing it is."""

    unit: Unit
    label: str
    kind: str
    searched: str


@dataclass(frozen=True)
class Names:
    """The names of one corpus; its lists are made when they are first asked for."""

    one: Concordance

    @property
    def corpus(self) -> Corpus:
        """The corpus whose names these are."""
        return self.one.corpus

    @cached_property
    def all(self) -> tuple[Name, ...]:
        """Every source, agent and kind, sources first, each by what it is called."""
        return tuple(_name(unit, label) for unit, label in _labelled(self))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every written unit, for finding the nearest."""
        return tuple(str(name.unit) for name in self.all)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of sources in use."""
        return tuple(sorted({source.kind for source in self.corpus.sources.values() if source.kind}))

    @cached_property
    def aspects(self) -> tuple[str, ...]:
        """What sources are criticised as here."""
        return tuple(sorted({aspect for each in self.corpus.criticisms.values() for aspect in each.aspects}))

    @cached_property
    def schools(self) -> tuple[str, ...]:
        """The schools that works here belong to."""
        return tuple(sorted({source.school for source in self.corpus.sources.values() if source.school}))

    def unit(self, written: str) -> Unit | None:
        """The unit of this written form, if it is one of this corpus."""
        head, _, rest = written.partition(":")
        if head == "access" and rest in self.corpus.sources:
            return Unit(UnitKind.ACCESS, rest)
        found = as_unit(self.corpus, written)
        return found if found is not None and self._here(found) else None

    def _here(self, found: Unit) -> bool:
        known: dict[UnitKind, Container[Any]] = {
            UnitKind.STATEMENT: self.one.entries, UnitKind.WORD: self.corpus.agents, UnitKind.PREMISE: self.corpus.propositions,
            UnitKind.KIND: self.kinds, UnitKind.CRITICISED: self.aspects,
        }  # fmt: skip
        return found.id in known.get(found.kind, (found.id,))

    def called(self, words_: str) -> tuple[Unit, ...]:
        """Whatever is called exactly this, case and accents aside."""
        wanted = " ".join(folded(words_).split())
        return tuple(name.unit for name in self.all if " ".join(folded(name.label).split()) == wanted)

    def completing(self, begun: str) -> tuple[Offered, ...]:
        """What can be distrusted and has all these words in its name or id; what begins with them comes first."""
        return _offered(((name.searched, str(name.unit), name.label, name.kind) for name in self.all), begun)

    def spelt(self, ids: Iterable[str]) -> tuple[Offered, ...]:
        """The same of agents and sources by their ids: those that an index found under another spelling."""
        named = {name.unit.id: name for name in self.all if name.unit.kind in (UnitKind.AGENT, UnitKind.SOURCE)}
        return tuple((str(named[id].unit), named[id].label, named[id].kind) for id in ids if id in named)

    @cached_property
    def things(self) -> tuple[tuple[str, str], ...]:
        """Everything something can be about, by id and by what it is called."""
        return tuple((id, label) for id, label, _, _ in self._things)

    @cached_property
    def _things(self) -> tuple[tuple[str, str, str, str], ...]:
        corpus = self.corpus
        named = [
            *((id, naming.agent_name(one), Room.AGENTS) for id, one in corpus.agents.items()),
            *((id, one.name or id, Room.EVENTS) for id, one in corpus.events.items()),
            *((id, one.wording or id, Room.QUESTIONS) for id, one in corpus.questions.items()),
            *((id, naming.proposition_words(corpus, id), Room.PROPOSITIONS) for id in corpus.propositions),
            *((id, one.title or id, Room.SOURCES) for id, one in corpus.sources.items()),
        ]
        return tuple((id, label, wording.ONE_OF[room].lower(), folded(f"{label} {id}")) for id, label, room in named)

    def completing_things(self, begun: str) -> tuple[Offered, ...]:
        """The same of everything something can be about."""
        return _offered(((searched, id, label, kind) for id, label, kind, searched in self._things), begun)


def _offered(named: Iterable[tuple[str, str, str, str]], begun: str) -> tuple[Offered, ...]:
    wanted = folded(begun).split()
    if not wanted:
        return ()
    found = [(searched, offered) for searched, *offered in named if all(word in searched for word in wanted)]
    found.sort(key=lambda pair: (not pair[0].startswith(wanted[0]), len(pair[1][1])))
    return tuple((value, label, kind) for _, (value, label, kind) in found[:MOST])


def _labelled(names: Names) -> Iterator[tuple[Unit, str]]:
    corpus = names.corpus
    yield from sorted(((Unit(UnitKind.SOURCE, id), one.title or id) for id, one in corpus.sources.items()), key=lambda pair: folded(pair[1]))
    yield from sorted(((Unit(UnitKind.AGENT, id), naming.agent_name(one)) for id, one in corpus.agents.items()), key=lambda pair: folded(pair[1]))
    yield from ((Unit(UnitKind.KIND, kind), kind.replace("-", " ")) for kind in names.kinds)
    yield from ((Unit(UnitKind.CRITICISED, aspect), aspect.replace("-", " ")) for aspect in names.aspects)


def _name(unit: Unit, label: str) -> Name:
    return Name(unit, label, words.KINDS_OF_UNIT[unit.kind.value], folded(f"{label} {unit}"))
