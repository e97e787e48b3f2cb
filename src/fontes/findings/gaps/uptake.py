"""Material that few of the later works on a question take up: the other side of what an examined work leaves unused.

That a work rests on something is recorded; that it does not is only *not recorded*, the less telling the less of it was examined. So this is said
of the material, with the works that use it, those that came out after it and are not recorded to, and how far each of them was examined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from fontes.findings.acts import about
from fontes.findings.gaps.field import Field, by_scholar
from fontes.findings.gaps.kinds import MOST, Gap, GapKind
from fontes.model.names import QuestionId, SourceId, StatementId
from fontes.model.sources import Source

Days = tuple[int | None, int | None]
Uses = Mapping[tuple[QuestionId, SourceId], tuple[StatementId, ...]]


def taken_up_by_few(
    field: Field, out: Callable[[Source], int | None], span: Callable[[Source], Days], used_by: Callable[[Source], frozenset[str]],
    leads: Callable[[Any], Iterable[str]],
) -> list[Gap]:  # fmt: skip
    """Material of stated origin on which some work on a question rests, and perhaps fewer than half of those that came out after it.

    ``out`` gives the day by which a source was certainly out, ``span`` the first and last day on which a work may have come out, ``used_by`` all
    that a work may be said to use, ``leads`` the sources to which a statement's grounds lead.
    """
    days: dict[SourceId, int | None] = {}
    uses = {key: ids for key, ids in sorted(_uses(field, leads).items()) if _material(field, key[1], out, days) is not None}
    works = {question: _works(field, question) for question in sorted({question for question, _ in uses})}
    every = {one.id: one for them in works.values() for one in them}
    used = {id: used_by(one) for id, one in every.items()}
    spans = {id: span(one) for id, one in every.items()}
    found = [gap for key, ids in uses.items() for gap in _few(field, key, ids, days[key[1]] or 0, works[key[0]], used, spans)]
    return sorted(found, key=lambda one: (-one.number, one.thing, one.questions))


def _material(field: Field, id: SourceId, out: Callable[[Source], int | None], days: dict[SourceId, int | None]) -> int | None:
    """The day by which material of stated origin was certainly out; None for a scholar's work, or where that is not known."""
    if id not in days:
        one = field.corpus.sources.get(id)
        days[id] = out(one) if one is not None and one.origin is not None and not by_scholar(field.corpus, one) else None
    return days[id]


def _uses(field: Field, leads: Callable[[Any], Iterable[str]]) -> Uses:
    """For a question and a source: the statements of scholars on that question that rest on it."""
    found: dict[tuple[QuestionId, SourceId], list[StatementId]] = defaultdict(list)
    for entry in field.heard:
        read = getattr(entry, "read", None)
        work = field.corpus.sources.get(read.source) if read is not None else None
        if work is None or not by_scholar(field.corpus, work):
            continue
        named = [id for id in leads(entry) if id != work.id]
        for question in field.bears(about(entry)[0]) if named else ():
            for id in named:
                found[question, SourceId(id)].append(entry.id)
    return {key: tuple(ids) for key, ids in found.items()}


def _works(field: Field, question: QuestionId) -> tuple[Source, ...]:
    them = (field.corpus.sources[id] for id in field.bearing_sources.get(question, ()))
    return tuple(one for one in them if by_scholar(field.corpus, one))


def _few(
    field: Field, key: tuple[QuestionId, SourceId], ids: tuple[StatementId, ...], day: int, works: Iterable[Source],
    used: Mapping[SourceId, frozenset[str]], spans: Mapping[SourceId, Days],
) -> Iterator[Gap]:  # fmt: skip
    question, id = key
    later, perhaps = [], []
    for one in works:
        first, last = spans[one.id]
        if first is not None and first > day:
            later.append(one)
        elif first is not None and (last is None or last > day):
            perhaps.append(one)
    without, open_ = ([one for one in them if id not in used[one.id]] for them in (later, perhaps))
    if not without or len(without) + len(open_) < 2 or len(without) + len(open_) <= len(later) - len(without):
        return
    without.sort(key=lambda one: (spans[one.id][0] or 0, one.id))
    named = (*without[:MOST], *open_[:MOST])
    why = (field.thing("source", id), field.thing("question", question), *field.said(ids[:MOST]), *(field.thing("source", one.id) for one in named))
    yield Gap(
        GapKind.UNUSED, "few rest on it", "source", id, why, without[0].made or without[0].out, (question,), ids[:MOST], field.who(ids),
        sources=(id,), works=tuple(one.id for one in named), number=len(without), among=len(later), place=field.corpus.sources[id].place,
    )  # fmt: skip
