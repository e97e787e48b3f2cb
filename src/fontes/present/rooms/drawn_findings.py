"""Positions over time, denunciations by date and rival figures as drawings, each to stand beside the table of the same."""

from __future__ import annotations

from collections.abc import Iterable

from fontes.dates import When
from fontes.findings.careers.denunciations import Network
from fontes.findings.figures import Rivals
from fontes.findings.known import limits
from fontes.findings.known.dates import ENDLESS
from fontes.findings.positions import AnswerHeld
from fontes.findings.positions.voices import Step
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId
from fontes.present.drawing.courses import course, courses
from fontes.present.drawing.rows import Entries, Number, dated, figures
from fontes.present.drawing.shapes import Drawing
from fontes.present.pages import Link, To, Words, text_of
from fontes.present.phrasing import counted, drawings
from fontes.present.rooms import naming

MOST = 60
"""So many rows are drawn; the table beside it has them all."""


def positions_drawing(corpus: Corpus, held: AnswerHeld, as_of: When | None = None) -> Drawing | None:
    """The voices on one answer, those who first spoke first, as far as `as_of`; None where no stance has a day."""
    last = None if as_of is None else limits(as_of)[1]
    until = last if last is not None and abs(last) < ENDLESS else None
    steps: dict[AgentId, list[Step]] = {}
    for step in sorted(held.steps, key=lambda one: one.day):
        if until is None or step.day <= until:
            steps.setdefault(step.agent, []).append(step)
    them = [course(name.text, own, name.language, _to(name)) for agent, own in list(steps.items())[:MOST] for name in [naming.agent(corpus, agent)]]
    return courses(f"positions-{held.id}", text_of((naming.proposition(corpus, held.id),)), them, until)


def denunciations_drawing(corpus: Corpus, found: Network) -> Drawing | None:
    """What was said of each agent at the time, those of whom most was said first; what scholars wrote of it later is left out."""
    rows = []
    for each in found.agents[:MOST]:
        said = [one.days.four for one in found.denunciations if one.of == each.agent and not one.scholar]
        if said:
            name = naming.agent(corpus, each.agent)
            rows.append(Entries(name.text, tuple(said), name.language, _to(name)))
    return dated("denunciations", drawings.DENUNCIATIONS, rows)


def figures_drawing(corpus: Corpus, rivals: Rivals) -> Drawing | None:
    """Figures in one unit on one axis, each with who states it."""
    rows = []
    for each in rivals.figures[:MOST]:
        to = naming.proposition(corpus, each.proposition)
        rows.append(Number(_named(corpus, each.agents), each.figure.least, each.figure.most, each.figure.unit, each.figure.of, to=_to(to)))
    return figures(f"figures-{rivals.question or ''}-{rivals.unit}", drawings.RIVAL.format(unit=rivals.unit).strip(), rows)


def _named(corpus: Corpus, agents: Iterable[AgentId]) -> str:
    names = [naming.agent(corpus, id).text for id in agents]
    return names[0] if len(names) == 1 else drawings.AND_MORE.format(name=names[0], more=counted(len(names) - 1, "other")) if names else ""


def _to(name: Link | Words) -> To | None:
    return name.to if isinstance(name, Link) else None
