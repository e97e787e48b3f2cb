"""The corpus's own tests: ``expect`` lines, evaluated."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import cached_property

from fontes.checks.evidence import Evidence, head_of
from fontes.dates import Answer, by, iso
from fontes.diagnostics import Diagnostic, error
from fontes.findings import Count, Origins, Statuses, Support, evaluate_grounds, origins_in
from fontes.findings.chronology import Ordering
from fontes.findings.known import Had, Reached, had_in
from fontes.findings.known.dates import ENDLESS, Span
from fontes.findings.known.routes import Routes
from fontes.model.corpus import Corpus, Expectation
from fontes.model.lens import PLAIN
from fontes.model.names import AgentId, PropositionId

FAILED = error(
    "failed-expectation",
    "an expectation that is not met",
    """'expect' lines say what a specialist expects of the corpus. Where one is not met, the corpus has changed, something was recorded
    wrongly, or the expectation was wrong.""",
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

_ORDERS = {
    Ordering.POSSIBLE: "what is recorded does not make that certain",
    Ordering.IMPOSSIBLE: "what is recorded rules that out",
    Ordering.NO_EVIDENCE: "nothing recorded here bears on it",
    Ordering.INCONSISTENT: "what is recorded of them contradicts itself",
}


def expectations(evidence: Evidence) -> list[Diagnostic]:
    """What is not met; in brief nothing is tested."""
    if evidence.brief:
        return []
    computed = _Computed(evidence.corpus)
    tested = ((one, met(evidence, one, computed)) for one in evidence.corpus.expectations)
    return [FAILED.at(head_of(one.place), failure) for one, failure in tested if failure is not None]


class _Computed:
    """What several expectations ask for, computed at the first that does."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    @cached_property
    def routes(self) -> Routes:
        return Routes(self.corpus)


def met(evidence: Evidence, one: Expectation, computed: _Computed | None = None) -> str | None:
    """Nothing if the expectation is met; else what is found instead."""
    if one.test == "stance":
        return _stance(evidence.corpus, one)
    if one.test in ("knows", "before"):
        kept = computed or _Computed(evidence.corpus)
        return _knows(kept.routes, one) if one.test == "knows" else _before(kept.routes, one)
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
            return _bounds(found.removals)
        case _:
            return _bounds(found.separate_lines)


def _bounds(count: Count | None) -> tuple[int, ...]:
    known = (count.all, count.any) if count is not None else ()
    return tuple(n for n in known if n is not None) or (0,)


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


def _knows(routes: Routes, one: Expectation) -> str | None:
    """Met only by what is certain: that something may have reached somebody is not that it did."""
    had = had_in(routes, AgentId(one.subject), PropositionId(one.object), one.by)
    if had.answer is Reached.CERTAIN:
        return None
    by = f" by {one.by.written}" if one.by is not None else ""
    return f"Expected that '{one.subject}' knows '{one.object}'{by}; {_instead(had)}"


def _instead(had: Had) -> str:
    kinds = {"statement", "source"} | ({"agent", "event", "claim"} if had.answer is Reached.IMPOSSIBLE else set())
    acts = "; ".join(each.words for each in had.reasons if each.kind in kinds)
    match had.answer:
        case Reached.POSSIBLE:
            since = f", from {iso(had.since)} on" if had.since is not None else ""
            return f"it had only possibly reached them{since} ({acts})."
        case Reached.IMPOSSIBLE:
            return f"that is ruled out ({acts})."
        case _ if had.later:
            return f"it is recorded to have reached them only later ({acts})."
        case _:
            return "no route by which it reached them is recorded here."


def _before(routes: Routes, one: Expectation) -> str | None:
    """Met only if the order is certain, whatever the days turn out to be."""
    moments = routes.moments
    order = moments.chronology.order(one.subject, one.object).answer
    if order is Ordering.CERTAIN:
        return None
    days = f"{_days(one.subject, moments.event(one.subject))}, {_days(one.object, moments.event(one.object))}"
    return f"Expected that '{one.subject}' is before '{one.object}'; {_ORDERS[order]}: {days}."


def _days(name: str, span: Span) -> str:
    """The days between which an event lies, in words."""
    first, last = span.possibly
    if first == -ENDLESS and last == ENDLESS:
        return f"'{name}' is not dated"
    if first == -ENDLESS or last == ENDLESS:
        return f"'{name}' is not before {iso(first)}" if last == ENDLESS else f"'{name}' is over by {iso(last)}"
    return f"'{name}' is on {iso(first)}" if first == last else f"'{name}' lies between {iso(first)} and {iso(last)}"


__all__ = ["expectations", "met"]
