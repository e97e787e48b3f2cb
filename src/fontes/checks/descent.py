"""Circles of grounds, and grounds later than what rests on them."""

from __future__ import annotations

from fontes.checks.evidence import Evidence, at
from fontes.diagnostics import Diagnostic, Related, warning
from fontes.findings import anachronisms, circles
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
    found = []
    for circle in circles(evidence.corpus):
        places = [place for place in (_place(evidence.corpus, name) for name in circle) if place is not None]
        if places:
            first, *others = sorted(places, key=lambda place: (place.file, place.line))
            found.append(
                CIRCLE.at(
                    at(evidence, first, "rests-on"), f"The circle runs {' ← '.join([*circle, circle[0]])}.",
                    related=tuple(Related(at(evidence, place), "also in the circle") for place in others),
                )
            )  # fmt: skip
    for one in anachronisms(evidence.corpus):
        place = _place(evidence.corpus, one.statement)
        if place is not None:
            ground = _place(evidence.corpus, one.ground)
            related = (Related(at(evidence, ground), f"'{one.ground}' is recorded here"),) if ground is not None else ()
            found.append(ANACHRONISM.at(at(evidence, place, "rests-on"), one.words, related=related))
    return found


def _place(corpus: Corpus, name: str) -> Place | None:
    """Where a statement or thing is recorded."""
    for kept in (
        corpus.stances, corpus.reports, corpus.criticisms, corpus.speeches, corpus.datings, corpus.tenures, corpus.sources, corpus.propositions,
        corpus.events, corpus.agents,
    ):  # fmt: skip
        one = kept.get(name)  # type: ignore[attr-defined]
        if one is not None:
            return one.place  # type: ignore[no-any-return]
    return None
