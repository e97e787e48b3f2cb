"""Figures as they are stated: by whom, when, on which question, and to which documents they go back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fontes.dates import When, sort_key
from fontes.findings.acts import about
from fontes.findings.engine.system import Reading
from fontes.findings.gaps.field import Field
from fontes.findings.reasons import Reason
from fontes.findings.support.ends import OriginKind
from fontes.findings.support.lineage import Cone
from fontes.findings.support.status import Support
from fontes.model.explanations import Figure
from fontes.model.names import AgentId, PropositionId, QuestionId, SourceId, StatementId


@dataclass(frozen=True, slots=True)
class Behind:
    """A document in which a line of grounds under a figure ends. ``doubtful``: only by a line of descent that is itself only supposed.

    ``alone``: no other end is recorded under the figure.
    """

    source: SourceId
    kind: OriginKind
    doubtful: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure of one proposition, counted from 0 (``place``), with the statements that assert or suppose it, earliest first.

    ``supposed_only``: nobody heard asserts it. ``against`` are those who deny or doubt it. ``below`` are the propositions its support rests on.
    ``direct`` are the questions it is recorded to answer; ``questions`` also those of what it is a part of.
    """

    proposition: PropositionId
    place: int
    figure: Figure
    direct: tuple[QuestionId, ...]
    questions: tuple[QuestionId, ...]
    statements: tuple[StatementId, ...]
    agents: tuple[AgentId, ...]
    since: When | None
    supposed_only: bool
    against: tuple[StatementId, ...]
    status: Support
    behind: tuple[Behind, ...]
    below: frozenset[str]
    reasons: tuple[Reason, ...]

    @property
    def key(self) -> tuple[str, int]:
        """Which figure it is."""
        return self.proposition, self.place


def stated(field: Field, asked: frozenset[QuestionId] | None = None) -> tuple[Stated, ...]:
    """Every figure that somebody heard states, by name of its proposition; of what bears on some questions only, where they are given."""
    them = (id for id in field.corpus.propositions if asked is None or not asked.isdisjoint(field.bearing.get(id, ())))
    return tuple(one for id in them for one in _of(field, id))


def _of(field: Field, id: PropositionId) -> Iterator[Stated]:
    one = field.corpus.propositions[id]
    if not one.figures:
        return
    firm = field.taken(id, "asserts")
    said = tuple(sorted(firm or field.taken(id, "supposes"), key=lambda each: _order(field, each)))
    if not said:
        return
    against = field.taken(id, "denies", "doubts")
    behind, below = _descent(field, id)
    why = (field.thing("proposition", id), *field.said((*said, *against)), *(field.thing("source", each.source) for each in behind))
    for place, figure in enumerate(one.figures):
        yield Stated(
            id, place, figure, tuple(sorted(one.answers)), tuple(sorted(field.bearing.get(id, ()))), said, field.who(said), field.since(said),
            not firm, against, field.statuses.proposition(id), behind, below, why,
        )  # fmt: skip


def _order(field: Field, id: StatementId) -> tuple[bool, tuple[int, int, int, int, str], str]:
    when = field.since([id])
    return when is None, sort_key(when) if when is not None else (0, 0, 0, 0, ""), id


def _descent(field: Field, id: PropositionId) -> tuple[tuple[Behind, ...], frozenset[str]]:
    """The documents under a proposition, and the propositions it rests on: its lineage, with what is distrusted left out."""
    cone = Cone.under(field.statuses, ("for", id))
    sure = reached(cone.system.all, cone.top)
    ends = sorted(cone.origins.values(), key=lambda end: (end.id, end.of))
    number: Mapping[tuple[str, ...], int] = cone.system.number
    behind = tuple(
        Behind(SourceId(end.thing), end.kind, number.get(("end", "source", end.thing)) not in sure, len(ends) == 1)
        for end in ends
        if end.of == "source"
    )
    every = field.statuses.grounds.acts.all
    under = {about(every[StatementId(name[1])])[0] for name in cone.system.names if name[0] == "statement"}
    return behind, frozenset(under - {"", id})


def reached(reading: Reading, top: int) -> frozenset[int]:
    """What a node rests on in one reading, itself included."""
    seen, waiting = {top}, [top]
    while waiting:
        fresh = [part for part in reading.parts[waiting.pop()] if part not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return frozenset(seen)
