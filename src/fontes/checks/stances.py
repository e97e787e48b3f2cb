"""Propositions nobody speaks to, questions without answers, agents at odds with themselves, figures under a changed description."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from fontes.checks.evidence import Evidence, at
from fontes.diagnostics import Diagnostic, Related, error, note, warning
from fontes.model.corpus import Corpus
from fontes.model.explanations import Figure, Proposition
from fontes.model.stances import Attitude, Stance

NO_STANCE = warning(
    "no-stance",
    "a proposition nobody takes a stance on",
    "A proposition that nobody asserts, doubts or denies, and that no report carries, hangs in the air: say who holds it.",
)
NO_ANSWER = note(
    "no-answer",
    "a question without answers",
    "No proposition answers this question. That may be a finding (the question is open) or a forgotten 'answers'.",
)
EXCLUSIVE = warning(
    "exclusive-at-once",
    "one agent asserts what excludes what it asserts",
    "Two propositions that exclude each other are asserted by one agent at one time. One of the three records is likely to be wrong.",
)
SAME_FIGURE = note(
    "same-figure",
    "the same figure under a changed description",
    """One value is given for two different things. Numbers travel from work to work while what they count is lost; look whether one of
    the two descends from the other.""",
)
NO_ENTRY = error(
    "no-such-entry",
    "no entry of this key in the bibliography",
    "'cite' names the key of an entry in library/ (CSL-JSON or BibTeX), as a reference manager exports it.",
)


def stances(evidence: Evidence) -> list[Diagnostic]:
    """All diagnostics of this family."""
    corpus = evidence.corpus
    return [
        *_silent(evidence, corpus),
        *_unanswered(evidence, corpus),
        *_at_odds(evidence, corpus),
        *_figures(evidence, corpus),
        *_cited(evidence),
    ]


def _silent(evidence: Evidence, corpus: Corpus) -> list[Diagnostic]:
    spoken = {one.on for one in corpus.stances.values()} | {one.proposition for one in corpus.reports.values()}
    spoken |= {one.observation for one in corpus.assessments.values()}
    spoken |= {one.said.on for one in corpus.propositions.values() if one.said is not None}
    return [
        NO_STANCE.at(
            at(evidence, one.place), f"Nobody asserts, supposes, leaves open, doubts or denies '{one.id}' here, and no report carries it."
        )
        for one in corpus.propositions.values()
        if one.id not in spoken and one.said is None and not one.observed
    ]


def _unanswered(evidence: Evidence, corpus: Corpus) -> list[Diagnostic]:
    answered = {question for one in corpus.propositions.values() for question in one.answers}
    return [
        NO_ANSWER.at(at(evidence, one.place), f"No proposition 'answers {one.id}'.")
        for one in corpus.questions.values()
        if one.id not in answered
    ]


def _at_odds(evidence: Evidence, corpus: Corpus) -> list[Diagnostic]:
    excluding = {frozenset((one.id, other)) for one in corpus.propositions.values() for other in one.excludes if other != one.id}
    if not excluding:
        return []
    concerned = {name for pair in excluding for name in pair}
    held: dict[tuple[str, str], dict[str, Stance]] = defaultdict(dict)
    for stance in corpus.stances.values():
        if stance.attitude is Attitude.ASSERTS and stance.on in concerned:
            time = stance.when.written if stance.when is not None else f"in {stance.read.source}" if stance.read else ""
            held[stance.agent, time].setdefault(stance.on, stance)
    found = []
    for (agent, time), by_name in held.items():
        for a, b in combinations(sorted(by_name), 2):
            if time and frozenset((a, b)) in excluding:
                found.append(
                    EXCLUSIVE.at(
                        at(evidence, by_name[b].place), f"'{agent}' asserts both '{a}' and '{b}' ({time}), and they exclude each other.",
                        related=(Related(at(evidence, by_name[a].place), f"'{a}' is asserted here"),),
                    )
                )  # fmt: skip
    return found


def _figures(evidence: Evidence, corpus: Corpus) -> list[Diagnostic]:
    by_value: dict[tuple[object, ...], list[tuple[Proposition, Figure]]] = defaultdict(list)
    for one in corpus.propositions.values():
        for figure in one.figures:
            if abs(figure.least) >= 100:
                by_value[figure.least, figure.most, figure.unit].append((one, figure))
    found = []
    for same in by_value.values():
        first, figure = same[0]
        for other, second in same[1:]:
            if second.of.casefold() != figure.of.casefold():
                found.append(
                    SAME_FIGURE.at(
                        at(evidence, other.place, "figure"), f"{second.least} stands for “{second.of}” here, and for “{figure.of}” in '{first.id}'.",
                        related=(Related(at(evidence, first.place, "figure"), "the same value for something else"),),
                    )
                )  # fmt: skip
    return found


def _cited(evidence: Evidence) -> list[Diagnostic]:
    if evidence.keys is None:
        return []
    return [
        NO_ENTRY.at(at(evidence, one.place, "cite"), f"library/ has no entry '{key}'. Export it again, or correct the key.")
        for one in evidence.corpus.sources.values()
        for key, _ in one.cite
        if key not in evidence.keys
    ]
