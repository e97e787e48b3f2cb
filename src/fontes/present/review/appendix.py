"""The appendices: events with their datings, rival figures with what they count, and answers of little weight that the text leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from fontes.model.events import Dating
from fontes.model.explanations import Figure, Proposition
from fontes.model.names import EventId
from fontes.model.stances import Report, Stance
from fontes.present.pages import Link, Room, To, Words
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, Draft, DraftSection, DraftTable, Line, Quoted, listed
from fontes.present.review.material import Material, dated
from fontes.present.review.notes import note
from fontes.present.review.relied import people, reasons
from fontes.present.review.wordings import spoken
from fontes.present.rooms.concordance import date_key


def appendices(m: Material, told: Collection[str]) -> Iterator[DraftSection]:
    """A chronology, the figures, and what is ``told`` nowhere else, each where there is any."""
    rows = [row for id in _events(m) if (row := _dated(m, id))]
    if rows:
        headings = (words.COLUMN_EVENT, words.COLUMN_WHEN, words.COLUMN_DATED_BY)
        yield DraftSection((Words(words.CHRONOLOGY_HEAD),), (DraftTable(words.CHRONOLOGY_CAPTION, headings, tuple(rows)),))
    figures = list(_figures(m))
    if figures:
        headings = (words.COLUMN_FIGURE, words.COLUMN_COUNTS, words.COLUMN_SAID_BY)
        yield DraftSection((Words(words.FIGURES_HEAD),), (DraftTable(words.FIGURES_CAPTION, headings, tuple(figures)),))
    others = list(_others(m, told))
    if others:
        headings = (words.COLUMN_ANSWER, words.COLUMN_TO, words.COLUMN_SAID_BY)
        yield DraftSection((Words(words.OTHERS_HEAD),), (DraftTable(words.OTHERS_CAPTION, headings, tuple(others)),))


def _others(m: Material, told: Collection[str]) -> Iterator[tuple[tuple[Line, ...], Draft]]:
    """Answers that somebody asserts or denies and that neither the text nor the table of figures has."""
    for question in m.questions:
        for id in sorted(m.one.answers.get(question, ()), key=m.first):
            acts: list[Stance | Report] = [*m.stances(id), *m.one.reports_on.get(id, ())]
            if acts and id not in told and not m.corpus.propositions[id].figures and m.corpus.propositions[id].answers[0] == question:
                by: dict[str, list[str]] = {}
                for act in acts:
                    verb = "asserts" if isinstance(act, Report) else act.attitude.value.replace("-", " ")
                    by.setdefault(verb, []).append(act.sender if isinstance(act, Report) else act.agent)
                who = listed([(*people(m, agents), Words(words.ATTITUDE.format(verb=verb))) for verb, agents in by.items()], "", "; ")
                cells: tuple[Line, ...] = ((Clause(id, bare=True),), (Quoted(question),), who)
                yield cells, Draft((), reasons(acts, id), note(acts))


def _events(m: Material) -> list[EventId]:
    ids = dated(m.corpus, m.about() if m.asked else m.corpus.events)
    return sorted(ids, key=lambda id: (min((date_key(one.when) for one in m.one.datings_of.get(id, ())), default=10**12), id))


def _dated(m: Material, id: EventId) -> tuple[tuple[Line, ...], Draft] | None:
    """An event with each of its rival datings and who gives them; None where nobody dates it."""
    datings: Sequence[Dating] = m.one.datings_of.get(id, ())
    if not datings:
        return None
    event = m.corpus.events[id]
    by: dict[str, list[str]] = {}
    for one in datings:
        by.setdefault(spoken(m.corpus, one.when), []).append(one.agent or "")
    days = listed([(Words(day),) for day in by], "or")
    told = dict.fromkeys(people(m, agents) if any(agents) else (Words(words.THE_MAKERS),) for agents in by.values())
    who = listed(list(told), "", "; ")
    cells: tuple[Line, ...] = ((Link(event.name or id, To(Room.EVENTS, id)),), days, who)
    return cells, Draft((), reasons(datings, id), note(datings))


def _figures(m: Material) -> Iterator[tuple[tuple[Line, ...], Draft]]:
    with_figures = [one for id, one in sorted(m.corpus.propositions.items()) if one.figures and (not m.asked or id in m.propositions)]
    for one in sorted(with_figures, key=lambda each: (each.figures[0].of.split()[:2], -each.figures[0].most, each.id)):
        acts: list[Stance | Report] = [*m.stances(one.id), *m.one.reports_on.get(one.id, ())]
        if acts:
            yield _figure(m, one, acts)


def _figure(m: Material, one: Proposition, acts: Sequence[Stance | Report]) -> tuple[tuple[Line, ...], Draft]:
    who = people(m, (act.sender if isinstance(act, Report) else act.agent for act in acts))
    link = Link("; ".join(map(_number, one.figures)), To(Room.PROPOSITIONS, one.id))
    cells: tuple[Line, ...] = ((link,), (Words("; ".join(each.of for each in one.figures)),), who)
    return cells, Draft((), reasons(acts, one.id), note(acts))


def _number(one: Figure) -> str:
    least, most = f"{one.least:,f}", f"{one.most:,f}"
    amount = least if least == most else words.FIGURE_RANGE.format(least=least, most=most)
    return words.FIGURE_UNIT.format(number=amount, unit=one.unit).strip()
