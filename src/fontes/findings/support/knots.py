"""Circles of grounds without compiling the corpus: the same knots that ``circles`` finds, at a fraction of the work.

Only what can lead on is followed: statements to the members of their grounds, propositions to the statements for them, sources to what they
say on the same proposition or else draw on. Makers, access, belief and ends never lead back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, takewhile
from typing import Any

from fontes.findings.reasons import reason
from fontes.findings.support.circles import Circle, components, descent, round_from
from fontes.findings.support.independence import members
from fontes.model.corpus import Corpus, Entry
from fontes.model.names import Passage, SourceId, StatementId
from fontes.model.stances import Attitude, Ground, MemberKind, Report, Stance

Place = tuple[str, ...]
_DIRECTION = {Attitude.ASSERTS: "for", Attitude.SUPPOSES: "for", Attitude.DOUBTS: "against", Attitude.DENIES: "against"}


def knots(corpus: Corpus, among: frozenset[str] | None = None) -> tuple[Circle, ...]:
    """Every knot of grounds that rest on each other, and of sources that descend from each other.

    ``among`` are the statements that ``links.concerned`` found could be in one or be met from one; without it, all are searched.
    """
    paths = _Paths(corpus, among)
    arrows = paths.arrows()
    found = [_circle(corpus, paths, "grounds", knot, arrows) for knot in components(arrows) if any(step[0] != "source" for step in knot)]
    known = {thing for circle in found for thing in circle.knot}
    lines: dict[Place, tuple[Place, ...]] = {
        ("source", id): tuple(("source", other) for other in others) for id, others in descent(corpus).items()
    }
    for sources in components(lines):
        circle = _circle(corpus, paths, "descent", sources, lines)
        found += [] if known.issuperset(circle.members) else [circle]
    return tuple(sorted(found, key=lambda circle: (circle.kind, circle.members)))


def _circle(corpus: Corpus, paths: _Paths, kind: str, knot: list[Place], arrows: Mapping[Place, Sequence[Place]]) -> Circle:
    """A knot as a circle: a shortest way round it from the first of its things."""
    entries = {StatementId(id): one for id, one in paths.entries.items()}
    run = dict.fromkeys((step[0], step[1]) for step in round_from(arrows, set(knot), min(knot)))
    reasons = tuple(reason(corpus, *thing, entries) for thing in run)
    return Circle(kind, tuple(run), reasons, tuple(sorted({(step[0], step[1]) for step in knot})))


def _concerned(corpus: Corpus, among: frozenset[str] | None) -> dict[str, Entry]:
    """The statements to be searched, by name."""
    if among is None:
        return {one.id: one for one in corpus.statements()}
    families: tuple[Mapping[Any, Any], ...] = (
        corpus.stances, corpus.reports, corpus.speeches, corpus.criticisms, corpus.searches, corpus.datings, corpus.tenures, corpus.assessments,
    )  # fmt: skip
    wanted = sorted(among)
    return {name: kept[name] for kept in families for id in wanted for name in _numbered(id, kept)}


def _numbered(id: str, kept: Mapping[Any, Any]) -> Iterator[str]:
    """The name, and those it was given where several statements would bear it."""
    if id in kept:
        yield id
    numbered = (f"{id} ({number})" for number in count(1))
    yield from takewhile(lambda name: name in kept, numbered)


class _Paths:
    """Where each place leads on; the statements by what they are on and where they are read."""

    def __init__(self, corpus: Corpus, among: frozenset[str] | None) -> None:
        self.corpus = corpus
        self.entries = _concerned(corpus, among)
        self.about: dict[str, tuple[str, str]] = {}
        self.positive: dict[str, list[str]] = {}
        self.sayings: dict[tuple[str, str, str], list[str]] = {}
        self.drawn = {id: source.draws_on for id, source in corpus.sources.items() if source.draws_on}
        for one in self.entries.values():
            if isinstance(one, Stance):
                self._place(one.id, one.on, _DIRECTION.get(one.attitude, one.attitude.value), one.read)
            elif isinstance(one, Report):
                self._place(one.id, one.proposition, "for" if one.asserting else "relays", one.read)

    def _place(self, id: str, on: str, side: str, read: Passage | None) -> None:
        self.about[id] = (on, side)
        if side == "for":
            self.positive.setdefault(on, []).append(id)
        if read is not None and side in ("for", "against"):
            self.sayings.setdefault((read.source, on, side), []).append(id)

    def arrows(self) -> dict[Place, tuple[Place, ...]]:
        """From every statement that leads on, and from every place met on the way."""
        made: dict[Place, tuple[Place, ...]] = {}
        waiting: list[Place] = [("statement", id) for id, one in self.entries.items() if self._leads(one)]
        while waiting:
            here = waiting.pop()
            if here not in made:
                made[here] = tuple(self._on(here))
                waiting += made[here]
        return {here: to for here, to in made.items() if to}

    def _leads(self, one: Entry) -> bool:
        read = one.read
        return bool(getattr(one, "grounds", ())) or (read is not None and read.source in self.drawn)

    def _on(self, here: Place) -> Iterator[Place]:
        if here[0] == "statement":
            yield from self._statement(here[1])
        elif here[0] == "proposition":
            yield from (("statement", id) for id in self.positive.get(here[1], ()))
        else:
            _, source, proposition, side, itself = here
            own = [id for id in self.sayings.get((source, proposition, side), ()) if id != itself]
            if own:
                yield from (("statement", id) for id in own)
            elif source in self.drawn:
                yield from self._members(self.drawn[SourceId(source)], proposition, side, "")

    def _statement(self, id: str) -> Iterator[Place]:
        entry = self.entries[id]
        grounds: tuple[Ground, ...] = getattr(entry, "grounds", ())
        proposition, side = self.about.get(id, ("", ""))
        if grounds:
            yield from self._members(grounds, proposition, side, id)
        elif entry.read is not None and entry.read.source in self.drawn:
            yield from self._members(self.drawn[entry.read.source], proposition, side, "")

    def _members(self, grounds: tuple[Ground, ...], proposition: str, side: str, own: str) -> Iterator[Place]:
        for member in members(grounds):
            if member.kind is MemberKind.SOURCE:
                if member.saying:
                    yield ("source", member.id, member.saying, "for", "")
                else:
                    itself = own if own in self.sayings.get((member.id, proposition, side), ()) else ""
                    yield ("source", member.id, proposition, side, itself)
            elif member.kind is MemberKind.PROPOSITION:
                yield ("proposition", member.id)
            elif member.kind is MemberKind.STATEMENT and member.id in self.entries:
                yield ("statement", member.id)
