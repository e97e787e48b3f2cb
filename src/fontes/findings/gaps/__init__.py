"""What is open, thin, unused, passed over, unchecked, unanswered or without a route, as far as recorded here.

Nothing here says that no work says something: only that none is recorded here, with how far the works were examined. Each gap has its
reasons, its place in the corpus and the date since which it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fontes.findings.gaps.asked import open_questions, passed_over, unanswered
from fontes.findings.gaps.field import Field
from fontes.findings.gaps.grounds import no_route, searches, thin
from fontes.findings.gaps.kinds import MOST, Gap, GapKind
from fontes.findings.gaps.sources import unchecked, unused
from fontes.findings.known.routes import Routes
from fontes.findings.reasons import Reason
from fontes.findings.support.status import Statuses, evaluate_corpus, lens_reasons
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import QuestionId

__all__ = ["MOST", "Gap", "GapKind", "Gaps", "gaps", "gaps_in", "of_question"]

_FINDERS: tuple[tuple[frozenset[GapKind], Callable[[Field], list[Gap]]], ...] = (
    (frozenset({GapKind.OPEN, GapKind.UNANSWERABLE}), open_questions),
    (frozenset({GapKind.UNANSWERED}), unanswered),
    (frozenset({GapKind.THIN}), thin),
    (frozenset({GapKind.UNUSED}), unused),
    (frozenset({GapKind.PASSED_OVER}), passed_over),
    (frozenset({GapKind.NO_ROUTE}), no_route),
    (frozenset({GapKind.NOT_FOUND, GapKind.NOT_SOUGHT}), searches),
)


@dataclass(frozen=True, slots=True)
class Gaps:
    """All gaps, by kind and within a kind the most telling first; ``reasons`` are the assumptions of the lens."""

    gaps: tuple[Gap, ...]
    kinds: tuple[GapKind, ...]
    question: QuestionId | None
    reasons: tuple[Reason, ...]

    def of(self, kind: GapKind) -> tuple[Gap, ...]:
        """Those of one kind."""
        return tuple(one for one in self.gaps if one.kind is kind)


def gaps(corpus: Corpus, lens: Lens = PLAIN, kinds: Iterable[GapKind] = (), question: str = "") -> Gaps:
    """The gaps of a corpus under a lens; of some kinds only, or on one question and what is asked under it. Raises KeyError for another name."""
    return gaps_in(evaluate_corpus(corpus, lens), kinds, question)


def gaps_in(statuses: Statuses, kinds: Iterable[GapKind] = (), question: str = "", known: Callable[[], Routes] | None = None) -> Gaps:
    """The same from statuses already computed; ``known`` gives the routes under the same lens, where the caller has them."""
    field = Field(statuses, known)
    if question and QuestionId(question) not in field.corpus.questions:
        raise KeyError(question)
    wanted = tuple(one for one in GapKind if one in set(kinds)) or tuple(GapKind)
    found = [gap for made, finder in _FINDERS if not made.isdisjoint(wanted) for gap in finder(field) if gap.kind in wanted]
    return _bearing(field, found, wanted, question)


def of_question(statuses: Statuses, whole: Gaps, question: str) -> Gaps:
    """Of gaps that were found for all questions under these statuses, those of one and of what is asked under it. Raises KeyError as `gaps`."""
    field = Field(statuses)
    if QuestionId(question) not in field.corpus.questions:
        raise KeyError(question)
    return _bearing(field, [gap for gap in whole.gaps if gap.kind is not GapKind.UNCHECKED], whole.kinds, question)


def _bearing(field: Field, found: Iterable[Gap], wanted: tuple[GapKind, ...], question: str) -> Gaps:
    """Those that bear on a question, by kind; what is unchecked is counted anew, since it is grouped over what bears on it."""
    asked = field.within(question) if question else None
    kept = [gap for gap in found if asked is None or not asked.isdisjoint(gap.questions)]
    kept += unchecked(field, asked) if GapKind.UNCHECKED in wanted else []
    order = tuple(GapKind)
    kept.sort(key=lambda one: order.index(one.kind))
    return Gaps(tuple(kept), wanted, QuestionId(question) if question else None, lens_reasons(field.statuses.lens))
