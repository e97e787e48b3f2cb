"""Circles of grounds, and grounds later than what rests on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fontes.checks.evidence import Evidence, at
from fontes.diagnostics import Diagnostic, Related, Span, warning
from fontes.findings import anachronisms
from fontes.findings.support.knots import knots
from fontes.model.corpus import Corpus
from fontes.model.names import Place

CIRCLE = warning(
    "circular-grounds",
    "grounds that lead back to themselves",
    "Statements that rest only on each other support nothing. One of the lines may be meant the other way round, or be 'follows'.",
)
ANACHRONISM = warning(
    "anachronism",
    "a ground later than what rests on it",
    "Nobody can rest on what did not exist yet. One of the dates, or the line of descent, is wrong.",
)


def descent(evidence: Evidence) -> list[Diagnostic]:
    """All circles, each reported once, and all anachronisms that are certain."""
    corpus = evidence.corpus
    found = []
    for circle in knots(corpus, evidence.concerned()):
        places = [place for place in (_place(corpus, name) for _, name in circle.members) if place is not None]
        if places:
            first, *others = sorted(places, key=lambda place: (place.file, place.line))
            found.append(
                CIRCLE.at(
                    _where(evidence, first), f"These rest on each other: {', '.join(name for _, name in circle.members)}.",
                    related=tuple(Related(at(evidence, place), "also in the circle") for place in others),
                )
            )  # fmt: skip
    for one in anachronisms(corpus) if _dated(evidence) else ():
        place, ground = _place(corpus, one.resting[1]), _place(corpus, one.ground[1])
        if place is not None:
            related = (Related(at(evidence, ground), f"'{one.ground[1]}' is recorded here"),) if ground is not None else ()
            found.append(
                ANACHRONISM.at(
                    _where(evidence, place), f"'{one.ground[1]}' is certainly later than '{one.resting[1]}', which rests on it.", related=related
                )
            )
    return found


def _dated(evidence: Evidence) -> bool:
    """Can any ground be dated at all? A source by when it was made, a statement by its label, an event."""
    corpus = evidence.corpus
    return bool(corpus.datings or evidence.compiled.names.labels) or any(one.made for one in corpus.sources.values())


def _where(evidence: Evidence, place: Place) -> Span:
    """The line of descent under a statement or source."""
    found = [at(evidence, place, keyword) for keyword in ("rests-on", "draws-on", "follows")]
    return next((span for span in found if span.line != place.line), found[0])


def _place(corpus: Corpus, name: str) -> Place | None:
    """Where a statement or thing is recorded."""
    kept: tuple[Mapping[Any, Any], ...] = (
        corpus.stances, corpus.reports, corpus.criticisms, corpus.speeches, corpus.datings, corpus.tenures, corpus.sources, corpus.propositions,
        corpus.events, corpus.agents,
    )  # fmt: skip
    one = next((things[name] for things in kept if name in things), None)
    return one.place if one is not None else None
