"""Circles of grounds without compiling the corpus: the same knots that ``circles`` finds, at a fraction of the work.

Only what can lead on is followed: statements to the members of their grounds, propositions to the statements for them, sources to what they
say on the same proposition or else draw on. Makers, access, belief and ends never lead back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fontes.findings.acts import acts
from fontes.findings.circles import Circle, components, descent, round_from
from fontes.findings.independence import members
from fontes.findings.reasons import reason
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN
from fontes.model.names import SourceId, StatementId
from fontes.model.stances import Ground, MemberKind

Place = tuple[str, ...]


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
    run = dict.fromkeys((place[0], place[1]) for place in round_from(arrows, set(knot), min(knot)))
    reasons = tuple(reason(corpus, *thing, paths.acts.all) for thing in run)
    return Circle(kind, tuple(run), reasons, tuple(sorted({(place[0], place[1]) for place in knot})))


class _Paths:
    """Where each place leads on."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.acts = acts(corpus, PLAIN)

    def arrows(self) -> dict[Place, tuple[Place, ...]]:
        """From every statement that leads on, and from every place met on the way."""
        made: dict[Place, tuple[Place, ...]] = {}
        waiting: list[Place] = [("statement", id) for id in self.acts.all]
        while waiting:
            place = waiting.pop()
            if place not in made:
                made[place] = tuple(self._on(place))
                waiting += made[place]
        return {place: to for place, to in made.items() if to}

    def _on(self, place: Place) -> Iterator[Place]:
        if place[0] == "statement":
            yield from self._statement(place[1])
        elif place[0] == "proposition":
            for attitude in ("asserts", "supposes"):
                yield from (("statement", id) for id in self.acts.sides.get((attitude, place[1]), ()))
        else:
            _, source, proposition, side, itself = place
            own = [id for id in self.acts.sayings.get((source, proposition, side), ()) if id != itself]
            if own:
                yield from (("statement", id) for id in own)
            else:
                yield from self._members(self._drawn(source), proposition, side, f"draws-on {source}")

    def _statement(self, id: str) -> Iterator[Place]:
        entry = self.acts.all.get(StatementId(id))
        grounds: tuple[Ground, ...] = getattr(entry, "grounds", ())
        read = getattr(entry, "read", None)
        if grounds:
            yield from self._members(grounds, *self.acts.about(id), id)
        elif read is not None:
            yield from self._members(self._drawn(read.source), *self.acts.about(id), f"draws-on {read.source}")

    def _drawn(self, source: str) -> tuple[Ground, ...]:
        known = self.corpus.sources.get(SourceId(source))
        return known.draws_on if known is not None else ()

    def _members(self, grounds: tuple[Ground, ...], proposition: str, side: str, own: str) -> Iterator[Place]:
        for member in members(grounds):
            if member.kind is MemberKind.SOURCE:
                if member.saying:
                    yield ("source", member.id, member.saying, "for", "")
                else:
                    itself = own if own in self.acts.sayings.get((member.id, proposition, side), ()) else ""
                    yield ("source", member.id, proposition, side, itself)
            elif member.kind is MemberKind.PROPOSITION:
                yield ("proposition", member.id)
            elif member.kind is MemberKind.STATEMENT and StatementId(member.id) in self.acts.all:
                yield ("statement", member.id)
