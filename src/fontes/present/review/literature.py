"""The literature by period and approach, each view told where it first comes up, with what became of it; and what was said at the time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fontes.model.explanations import Period
from fontes.model.names import SourceId
from fontes.model.stances import Report, Stance
from fontes.present.pages import Words
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, Draft, DraftParagraph, DraftSection, Line, Named, Quoted, Titled, fill, listed
from fontes.present.review.grounds import people, reasons
from fontes.present.review.material import Material
from fontes.present.review.notes import note
from fontes.present.review.views import AT_ONCE, View, on_day, told, view
from fontes.present.review.names import short_name
from fontes.present.review.wordings import spoken
from fontes.present.rooms.concordance import date_key, date_of

SENTENCES = 7
"""So many sentences make a paragraph where no question does."""


def literature(m: Material) -> Iterator[DraftSection]:
    """A section for each period in which something is first said of what is asked."""
    views = [made for each in _told(m) if (made := view(each, filter(m.writes, m.stances(each))))]
    periods = sorted(m.corpus.periods.values(), key=lambda one: (date_key(one.when), one.id))
    homes = {one.proposition: _home(m, one, periods) for one in views}
    groups: list[tuple[Period | None, list[View]]] = [(each, [one for one in views if homes[one.proposition] == each.id]) for each in periods]
    groups.append((None, [one for one in views if not homes[one.proposition]]))
    kept = [(period, mine) for period, mine in groups if mine]
    if not kept:
        return
    if len(kept) == 1 and kept[0][0] is None:
        yield DraftSection((Words(words.LITERATURE_HEAD),), tuple(_paragraphs(m, kept[0][1])))
        return
    yield DraftSection((Words(words.LITERATURE_HEAD),), ())
    for period, mine in kept:
        heading: Line = (Words(period.name if period else words.NO_PERIOD_HEAD),)
        opening = _opening(m, period) if period else None
        first = (DraftParagraph((opening,)),) if opening else ()
        yield DraftSection(heading, (*first, *_paragraphs(m, mine)), 3)


def _told(m: Material) -> list[str]:
    """Answers in the order of their questions, then the rest, each as it first came up."""
    ordered = [answer for id in m.questions for answer in sorted(m.one.answers.get(id, ()), key=m.first)]
    rest = sorted((each for each in m.propositions if each not in set(ordered)), key=m.first)
    return list(dict.fromkeys([*map(str, ordered), *rest]))


def _home(m: Material, one: View, periods: Sequence[Period]) -> str:
    """The period of the first of the stances that has one: by the school of the work, or by the date."""
    found = [place for stance in one.stances if (place := _period(m, stance, periods)) is not None]
    return periods[min(found)].id if found else ""


def _period(m: Material, stance: Stance, periods: Sequence[Period]) -> int | None:
    source = m.corpus.sources.get(stance.read.source) if stance.read else None
    when = date_of(m.corpus, stance)
    for at, each in enumerate(periods):
        if source and source.school and source.school == each.school:
            return at
    for at, each in enumerate(periods):
        if when and isinstance(when.earliest, int) and isinstance(when.latest, int) and _holds(each, when.earliest, when.latest):
            return at
    return None


def _holds(period: Period, first: int, last: int) -> bool:
    start, end = period.when.earliest, period.when.latest
    return (not isinstance(start, int) or start <= first) and (not isinstance(end, int) or last <= end)


def _opening(m: Material, period: Period) -> Draft | None:
    """Whose works belong to the period, by approach."""
    periods = sorted(m.corpus.periods.values(), key=lambda one: (date_key(one.when), one.id))
    mine = [one for one in periods if one.id == period.id]
    schools: dict[str, dict[str, str]] = {}
    for stance in sorted(filter(m.writes, _stances(m)), key=lambda one: m.order[one.id]):
        if stance.read and mine and _period(m, stance, periods) == periods.index(mine[0]):
            source = m.corpus.sources[stance.read.source]
            schools.setdefault(source.school, {}).setdefault(source.id, stance.agent)
    if not schools:
        return None
    lines = [_works(m, works) for _, works in sorted(schools.items())]
    line = fill(words.PERIOD_WORKS, period=period.name, date=spoken(m.corpus, period.when), works=listed(lines, "and", "; "))
    ids = [id for works in schools.values() for id in works]
    return Draft(line, (period.id, *ids))


def _works(m: Material, works: dict[str, str]) -> Line:
    by: dict[str, list[str]] = {}
    for source, agent in works.items():
        by.setdefault(agent, []).append(source)
    return listed([_work(m, agent, mine) for agent, mine in by.items()])


def _work(m: Material, agent: str, works: Sequence[str]) -> Line:
    """Somebody with their works; those called after somebody, or nobody's own, only once."""
    own = [id for id in works if agent in [maker.agent for maker in m.corpus.sources[SourceId(id)].makers]]
    if not own:
        return listed([(Titled(id),) for id in works])
    named = [id for id in own if not _called_after(m, id, agent)]
    return (Named(agent), Words(" ("), *listed([(Titled(id),) for id in named]), Words(")")) if named else (Named(agent),)


def _called_after(m: Material, source: str, agent: str) -> bool:
    title = m.corpus.sources[SourceId(source)].title
    found = m.corpus.agents.get(agent)  # type: ignore[call-overload]
    return title.startswith((short_name(m.corpus, agent), *([found.name] if found else [])))


def _stances(m: Material) -> Iterator[Stance]:
    for each in m.propositions:
        yield from m.stances(each)


def _paragraphs(m: Material, views: Sequence[View]) -> Iterator[DraftParagraph]:
    """A paragraph for each question of what is told, under it."""
    left = list(views)
    for id in m.questions:
        answers = set(m.one.answers.get(id, ()))
        mine = [one for one in left if one.proposition in answers]
        left = [one for one in left if one.proposition not in answers]
        if mine:
            yield DraftParagraph(tuple(told(m, mine)), (Quoted(id),))
    for lot in _lots(left):
        yield DraftParagraph(tuple(told(m, lot)))


def _lots(views: Sequence[View]) -> Iterator[list[View]]:
    """What answers no question, by whoever is first to say it, so that a paragraph stays with one voice."""
    lots: dict[str, list[View]] = {}
    for one in views:
        lots.setdefault(one.holders[0][1][0], []).append(one)
    few = [one for lot in lots.values() if len(lot) < 2 for one in lot]
    yield from (lot for lot in lots.values() if len(lot) > 1)
    if few:
        yield few


def at_the_time(m: Material) -> Iterator[DraftSection]:
    """What was reported to whom, and what participants and witnesses said, by date."""
    told_of = _told(m)
    reports = sorted({one.id: one for each in told_of for one in m.one.reports_on.get(each, ())}.values(), key=lambda one: m.order[one.id])
    views = [made for each in told_of if (made := view(each, (one for one in m.stances(each) if not m.writes(one))))]
    views.sort(key=lambda one: min(m.order[stance.id] for stance in one.stances))
    parts = [*_parts(list(_reports(m, reports)), SENTENCES), *_parts(told(m, views, past=True), SENTENCES)]
    if parts:
        yield DraftSection((Words(words.TIME_HEAD),), tuple(DraftParagraph(tuple(part)) for part in parts))


def _parts(them: Sequence[Draft], most: int) -> Iterator[Sequence[Draft]]:
    yield from (them[at : at + most] for at in range(0, len(them), most))


def _reports(m: Material, reports: Sequence[Report]) -> Iterator[Draft]:
    """What one told another on one day, in one sentence."""
    ways: dict[tuple[object, ...], list[Report]] = {}
    for one in reports:
        ways.setdefault((one.sender, one.hops, one.asserting, date_of(m.corpus, one)), []).append(one)
    for every in ways.values():
        for at in range(0, len(every), AT_ONCE):
            yield _report(m, every[at : at + AT_ONCE])


def _report(m: Material, same: Sequence[Report]) -> Draft:
    one = same[0]
    hops = listed([people(m, hop) for hop in one.hops], "", words.THEN)
    clauses = listed([(Clause(each),) for each in dict.fromkeys(report.proposition for report in same)])
    line = fill(words.TOLD[not one.asserting], sender=people(m, [one.sender]), receivers=hops, date=on_day(m, date_of(m.corpus, one)), clause=clauses)
    return Draft((*line, Words(".")), reasons(same, *(each.proposition for each in same)), note(same))


def outside(m: Material, everything: Iterable[str]) -> list[str]:
    """The propositions that are not told, since they answer none of the questions."""
    return sorted(set(map(str, everything)) - m.propositions)
