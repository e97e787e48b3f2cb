"""The corpus's own tests: ``expect`` lines, evaluated."""

from __future__ import annotations

import operator
from collections.abc import Callable

from fontes.checks.evidence import Evidence, head_of
from fontes.dates import Answer, by
from fontes.diagnostics import Diagnostic, error, note
from fontes.findings import Origins, Statuses, Support, evaluate_grounds, origins_in
from fontes.model.corpus import Corpus, Expectation
from fontes.model.lens import PLAIN

FAILED = error(
    "failed-expectation",
    "an expectation that is not met",
    """'expect' lines say what a specialist expects of the corpus. Where one is not met, the corpus has changed, something was recorded
    wrongly, or the expectation was wrong.""",
)
NOT_EVALUATED = note(
    "expectation-not-evaluated",
    "an expectation that is not evaluated yet",
    "The line is read and kept. What it asks needs chronology or routes of knowledge, which are not computed yet.",
)
_SIGNS: dict[str, Callable[[int, int], bool]] = {
    "=": operator.eq, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_STANDING = {
    "supported": Support.SUPPORTED,
    "supported-in-part": Support.IN_PART,
    "without-recorded-support": Support.NONE,
}
_WITHOUT = {"falls": Support.NONE, "is-weakened": Support.IN_PART, "stands": Support.SUPPORTED}
_WORDS = {
    Support.SUPPORTED: "it is supported",
    Support.IN_PART: "it is supported in part",
    Support.NONE: "it is without recorded support",
}


def expectations(evidence: Evidence) -> list[Diagnostic]:
    """What is not met, and what is not evaluated."""
    found = []
    for one in evidence.corpus.expectations:
        place = head_of(one.place)
        if one.test in ("knows", "before"):
            what = "who knew what" if one.test == "knows" else "the order of events"
            found.append(NOT_EVALUATED.at(place, f"Fontes does not compute {what} yet; the line is kept."))
        elif (failure := met(evidence, one)) is not None:
            found.append(FAILED.at(place, failure))
    return found


def met(evidence: Evidence, one: Expectation) -> str | None:
    """Nothing if the expectation is met; else what is found instead."""
    if one.test == "stance":
        return _stance(evidence.corpus, one)
    statuses = evaluate_grounds(evidence.grounds(), PLAIN, one.units)
    return _count(statuses, one) if one.test == "count" else _standing(statuses, one)


def _count(statuses: Statuses, one: Expectation) -> str | None:
    counted = counts(origins_in(statuses, one.subject), one.measure)
    values = sorted(set(counted))
    if all(_SIGNS[one.sign](value, one.number) for value in values):
        return None
    found = str(values[0]) if len(values) == 1 else f"between {values[0]} and {values[-1]}"
    return f"Expected {one.measure.replace('-', ' ')} of '{one.subject}' {one.sign} {one.number}; found {found}."


def counts(found: Origins, measure: str) -> tuple[int, ...]:
    """The bounds of a measure: one number where both readings agree."""
    match measure:
        case "origins":
            return (len(found.origins),)
        case "shown-origins":
            return (found.shown_origins,)
        case "voices":
            return (found.voices.least, found.voices.most)
        case "removals":
            return tuple(n for n in (found.removals.all, found.removals.any) if n is not None) or (0,)
        case _:
            return tuple(n for n in (found.separate_lines.all, found.separate_lines.any) if n is not None) or (0,)


def _standing(statuses: Statuses, one: Expectation) -> str | None:
    wanted = (_STANDING if one.test == "is" else _WITHOUT)[one.outcome]
    support = statuses.proposition(one.subject)
    if support is wanted:
        return None
    without = f" without {', '.join(str(unit) for unit in one.units)}" if one.units else ""
    expected = ("is " if one.test == "is" else "") + one.outcome.replace("-", " ")
    return f"Expected that '{one.subject}' {expected}{without}; {_WORDS[support]}."


def _stance(corpus: Corpus, one: Expectation) -> str | None:
    taken = [s for s in corpus.stances.values() if s.agent == one.subject and s.on == one.object and s.attitude.value == one.verb]
    limit = one.by
    if limit is not None:
        taken = [s for s in taken if s.when is not None and by(s.when, limit) is Answer.CERTAIN]
    if taken:
        return None
    when = f" by {limit.written}" if limit is not None else ""
    return f"No record here certainly shows that '{one.subject}' {one.verb} '{one.object}'{when}."


__all__ = ["expectations", "met"]
