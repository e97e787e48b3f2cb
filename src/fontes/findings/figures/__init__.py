"""Rival figures: what each counts, when and by whom it was stated, what is to be seen between them, and the documents behind them.

Figures are set side by side and never averaged. Values without a common unit stand apart. What is pointed out is no verdict: a digit may
have slipped in either of two, or in neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from fontes.findings.figures.compared import Kinship, Pointed, Pointing, described, open_sides, pointed
from fontes.findings.figures.digits import Slip, Slipped
from fontes.findings.figures.stated import Behind, Stated, stated
from fontes.findings.gaps.field import Field
from fontes.findings.reasons import Reason
from fontes.findings.support.ends import OriginKind
from fontes.findings.support.status import Statuses, evaluate_corpus, lens_reasons
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import PropositionId, QuestionId, SourceId

__all__ = [
    "Behind", "Document", "Figures", "Kinship", "Pointed", "Pointing", "Rivals", "Slip", "Slipped", "Stated", "described", "figures",
    "figures_in", "open_sides",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rivals:
    """The figures for one question (None: no question is recorded) in one unit, by value, then by description."""

    question: QuestionId | None
    unit: str
    figures: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document to which figures of several propositions go back; ``doubtful`` are those that do so only by a supposed descent.

    ``alone`` are those for which no other end is recorded.
    """

    source: SourceId
    kind: OriginKind
    figures: tuple[PropositionId, ...]
    doubtful: tuple[PropositionId, ...]
    alone: tuple[PropositionId, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Rival figures by question and unit, what is pointed out, and the documents behind several of them, those behind most first.

    ``listed`` is False where so many figures share a value or a description that not all pairs of them were compared.
    """

    question: QuestionId | None
    rivals: tuple[Rivals, ...]
    pointed: tuple[Pointed, ...]
    documents: tuple[Document, ...]
    listed: bool
    reasons: tuple[Reason, ...]


def figures(corpus: Corpus, question: str = "", lens: Lens = PLAIN) -> Figures:
    """The figures of a corpus, or of one question and what is asked under it. Raises KeyError for a name that is no question here."""
    return figures_in(evaluate_corpus(corpus, lens), question)


def figures_in(statuses: Statuses, question: str = "") -> Figures:
    """The same from statuses already computed."""
    field = Field(statuses)
    if question and QuestionId(question) not in field.corpus.questions:
        raise KeyError(question)
    asked = field.within(question) if question else None
    them = stated(field, asked)
    points, listed = pointed(field.corpus, them)
    return Figures(
        QuestionId(question) if question else None, _rivals(them, asked), points, _documents(field, them), listed, lens_reasons(statuses.lens),
    )  # fmt: skip


def _rivals(them: Iterable[Stated], asked: frozenset[QuestionId] | None) -> tuple[Rivals, ...]:
    """Each figure stands under the questions it answers itself; only where it answers none, under those of what it is part of."""
    groups: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for one in them:
        for question in one.direct or one.questions or ("",):
            if asked is None or question in asked:
                groups[question, one.figure.unit].append(one)
    made = [
        Rivals(QuestionId(question) if question else None, unit, tuple(sorted(group, key=_by_value)))
        for (question, unit), group in groups.items()
    ]
    return tuple(sorted(made, key=lambda one: (one.question is None, -len(one.figures), one.question or "", one.unit)))


def _by_value(one: Stated) -> tuple[object, ...]:
    return one.figure.least, one.figure.most, one.figure.of, one.key


def _documents(field: Field, them: Iterable[Stated]) -> tuple[Document, ...]:
    behind: dict[SourceId, dict[PropositionId, Behind]] = defaultdict(dict)
    for one in them:
        for each in one.behind:
            behind[each.source][one.proposition] = each
    made = [_document(field, source, found) for source, found in behind.items() if len(found) > 1]
    return tuple(sorted(made, key=lambda one: (-len(one.figures), one.source)))


def _document(field: Field, source: SourceId, found: dict[PropositionId, Behind]) -> Document:
    names = tuple(sorted(found))
    return Document(
        source, found[names[0]].kind, names, tuple(name for name in names if found[name].doubtful),
        tuple(name for name in names if found[name].alone),
        (field.thing("source", source), *(field.thing("proposition", name) for name in names)),
    )  # fmt: skip
