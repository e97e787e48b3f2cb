"""Rival figures as a drawing: of one question in one unit, grouped by what they count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from fontes.findings.figures import Figures, Pointing, Rivals, Stated, described, open_sides
from fontes.findings.support.status import Support
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId, SourceId
from fontes.present.drawing.figures import Document, Number, figures
from fontes.present.drawing.shapes import Drawing
from fontes.present.pages import Link, Room, To, Words
from fontes.present.phrasing import counted, drawings, status_sign, wording
from fontes.present.rooms import naming

MOST = 40
"""So many figures of one question are drawn; the table below has them all."""
FEWEST = 2
"""From so many figures on there is something to lay side by side."""


def figures_drawing(corpus: Corpus, rivals: Rivals, found: Figures) -> Drawing | None:
    """The figures of one question in one unit; None where there are not two of them."""
    if len(rivals.figures) < FEWEST:
        return None
    them = _grouped(rivals.figures)[:MOST]
    behind = _documents(them, found)
    numbers = [_number(corpus, each, behind) for each in them]
    name = f"figures-{rivals.question or ''}-{rivals.unit}"
    documents = [_document(corpus, source) for source in behind]
    title = drawings.RIVAL.format(unit=rivals.unit).strip()
    if rivals.question:
        title = drawings.RIVAL_OF.format(title=title, question=naming.question(corpus, rivals.question).text)
    return figures(name, title, rivals.unit, _alike(numbers), documents, _same(them, found), len(rivals.figures) - len(them))


def _grouped(them: Sequence[Stated]) -> list[Stated]:
    """Those of one description beside each other, the group with the least figure first."""
    groups: dict[str, list[Stated]] = {}
    for each in them:
        groups.setdefault(described(each.figure), []).append(each)
    return [each for group in sorted(groups.values(), key=_least) for each in group]


def _least(group: Sequence[Stated]) -> tuple[Decimal, Decimal, str]:
    return min((each.figure.least, each.figure.most, each.figure.of) for each in group)


def _alike(them: list[Number]) -> list[Number]:
    """What is described alike bears the words of the first, so that they are written once."""
    made: list[Number] = []
    for each in them:
        alike = bool(made) and " ".join(made[-1].words.casefold().split()) == " ".join(each.words.casefold().split())
        made.append(replace(each, words=made[-1].words) if alike else each)
    return made


def _documents(them: Sequence[Stated], found: Figures) -> list[SourceId]:
    """The documents behind several of these figures, those behind most first."""
    count = {each.source: sum(any(end.source == each.source for end in one.behind) for one in them) for each in found.documents}
    return sorted((source for source, many in count.items() if many > 1), key=lambda source: (-count[source], source))


def _document(corpus: Corpus, id: SourceId) -> Document:
    name = naming.source(corpus, id)
    return Document(name.text, _to(name), name.language)


def _number(corpus: Corpus, each: Stated, behind: Sequence[SourceId]) -> Number:
    places = {source: at for at, source in enumerate(behind)}
    documents = tuple((places[end.source], end.doubtful) for end in each.behind if end.source in places)
    down, up = open_sides(each.figure)
    notes = [drawings.ONLY_SUPPOSED] if each.supposed_only else []
    notes += [status_sign(each.status.value).word] if each.status is not Support.SUPPORTED else []
    when = f", {naming.date(corpus, each.since)}" if each.since else f", {wording.NO_DATE}"
    return Number(
        each.figure.of, named(corpus, each.agents) + when, each.figure.least, each.figure.most, up, down and not up, documents,
        ", ".join(notes), each.status is Support.NONE, To(Room.PROPOSITIONS, each.proposition),
    )  # fmt: skip


def _same(them: Sequence[Stated], found: Figures) -> list[tuple[int, int]]:
    """Pairs of one value under two descriptions, as they are pointed out; of several with one value each with the next."""
    places = {each.key: at for at, each in enumerate(them)}
    pairs = [
        (places[each.one.key], places[each.other.key])
        for each in found.pointed
        if each.kind is Pointing.SAME_VALUE and each.other is not None and each.one.key in places and each.other.key in places
    ]
    return sorted((min(pair), max(pair)) for pair in pairs)


def named(corpus: Corpus, agents: Iterable[AgentId]) -> str:
    """The first of some agents, and how many others."""
    names = [naming.agent(corpus, id).text for id in agents]
    return names[0] if len(names) == 1 else drawings.AND_MORE.format(name=names[0], more=counted(len(names) - 1, "other")) if names else ""


def _to(name: Link | Words) -> To | None:
    return name.to if isinstance(name, Link) else None


__all__ = ["figures_drawing"]
