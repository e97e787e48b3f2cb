"""Circles of grounds without compiling the corpus: the same knots that ``circles`` finds, at a fraction of the work.

Only what can lead on is followed: statements to the members of their grounds, propositions to the statements for them, sources to what they
say on the same proposition or else draw on. Makers, access, belief and ends never lead back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fontes.findings.circles import Circle, components, descent, round_from
from fontes.findings.independence import members
from fontes.findings.reasons import reason
from fontes.model.corpus import Corpus, Entry
from fontes.model.names import Passage, SourceId, StatementId
from fontes.model.stances import Attitude, Ground, MemberKind

Place = tuple[str, ...]
_DIRECTION = {Attitude.ASSERTS: "for", Attitude.SUPPOSES: "for", Attitude.DOUBTS: "against", Attitude.DENIES: "against"}


def knots(corpus: Corpus) -> tuple[Circle, ...]:
    """Every knot of grounds that rest on each other, and of sources that descend from each other."""
    paths = _Paths(corpus)
    arrows = paths.arrows()
    found = [_circle(corpus, paths, "grounds", knot, arrows) for knot in components(arrows)]
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
    run = dict.fromkeys((place[0], place[1]) for place in round_from(arrows, set(knot), min(knot)))
    reasons = tuple(reason(corpus, *thing, entries) for thing in run)
    return Circle(kind, tuple(run), reasons, tuple(sorted({(place[0], place[1]) for place in knot})))


class _Paths:
    """Where each place leads on; the statements by what they are on and where they are read."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.entries: dict[str, Entry] = {one.id: one for one in corpus.statements()}
        self.about: dict[str, tuple[str, str]] = {}
        self.positive: dict[str, list[str]] = {}
        self.sayings: dict[tuple[str, str, str], list[str]] = {}
        self.drawn = {id: source.draws_on for id, source in corpus.sources.items() if source.draws_on}
        for stance in corpus.stances.values():
            self._place(stance.id, stance.on, _DIRECTION.get(stance.attitude, stance.attitude.value), stance.read)
        for report in corpus.reports.values():
            self._place(report.id, report.proposition, "for" if report.asserting else "relays", report.read)

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
            place = waiting.pop()
            if place not in made:
                made[place] = tuple(self._on(place))
                waiting += made[place]
        return {place: to for place, to in made.items() if to}

    def _leads(self, one: Entry) -> bool:
        read = one.read
        return bool(getattr(one, "grounds", ())) or (read is not None and read.source in self.drawn)

    def _on(self, place: Place) -> Iterator[Place]:
        if place[0] == "statement":
            yield from self._statement(place[1])
        elif place[0] == "proposition":
            yield from (("statement", id) for id in self.positive.get(place[1], ()))
        else:
            _, source, proposition, side, itself = place
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
