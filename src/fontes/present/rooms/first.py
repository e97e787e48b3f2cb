"""The first page: what the corpus knows about itself, in sentences, each number a link to its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fontes.dates.days import civil
from fontes.findings import Origins
from fontes.findings.positions.last_heard import LastHeard
from fontes.model.names import QuestionId
from fontes.present.pages import Block, Heading, Ink, Items, Link, Page, Prose, Room, Sentence, To, Words
from fontes.present.phrasing import capital, chained, counted, number, say, wording
from fontes.present.rooms import asked, naming, support
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.question import answer_count, disputed
from fontes.present.rooms.turning import turned_away

_FEW = 6


def first_page(one: Concordance, origins: Sequence[Origins], errors: int = 0, turned: Mapping[QuestionId, LastHeard] | None = None) -> Page:
    """The page the workbench opens on. `errors` is how many errors the files have, `turned` which questions have turned from which answer."""
    title = one.corpus.preface.title or one.corpus.preface.id or wording.UNTITLED
    blocks: tuple[Block, ...] = (
        *_errors(errors),
        *_leading(one, origins),
        *_questions(one, turned or {}),
        *_open(one),
        *_hanging(one, origins),
        *_recorded(one),
    )
    return Page(To(Room.FIRST), title, blocks, language=one.corpus.preface.language)


def striking(origins: Sequence[Origins]) -> Origins | None:
    """The proposition that most voices say on fewest shown origins; of equals, the first by name. None with one voice each."""
    said = [each for each in origins if each.voices.least > 1 and each.origins]
    return min(said, key=lambda each: (-each.voices.least, each.shown_origins, each.id), default=None)


def hanging(origins: Sequence[Origins]) -> list[Origins]:
    """Propositions of several voices that one source or word alone upholds, those with most voices first."""
    said = [each for each in origins if each.voices.least > 1 and each.indispensable]
    return sorted(said, key=lambda each: (-each.voices.least, each.id))


def _errors(errors: int) -> tuple[Block, ...]:
    if not errors:
        return ()
    link = Link(counted(errors, "error", capital=True), To(Room.ERRORS), Ink.RUBRIC)
    return (Prose(say(wording.ERRORS_LINE, count=link)),)


def _leading(one: Concordance, origins: Sequence[Origins]) -> tuple[Block, ...]:
    found = striking(origins)
    if found is None:
        return () if one.corpus.propositions else (Prose((Words(wording.EMPTY),)),)
    voices = support.link_to(found.id, capital(support.voices_count(found.voices)), "voices")
    said = say(wording.VOICES_SAY, voices=voices, proposition=support.inset(one.corpus, found.id))
    shown = support.link_to(found.id, support.shown(found), "ends")
    count = support.link_to(found.id, counted(len(found.origins), "end"), "ends")
    if len(found.origins) == 1:
        trails = say(wording.TRAIL_LEADS, ends=support.ends(one, found.origins), shown=shown)
    else:
        trails = say(wording.TRAILS_LEAD, count=count, shown=shown)
    margin: tuple[Sentence, ...] = (support.by_role(found.voices, first=True),)
    if len(found.origins) > 1:
        margin = (*margin, say(wording.ENDS_ARE, ends=support.ends(one, found.origins)))
    return Prose(chained(said, trails, _without(one, found)), margin, lead=True), *_second(one, origins, found)


def _without(one: Concordance, found: Origins) -> Sentence:
    if found.indispensable:
        return say(wording.WITHOUT_ALONE, units=support.units(one.corpus, found.indispensable[:1]))
    if found.overturning:
        return say(wording.WITHOUT_NONE, units=support.units(one.corpus, found.overturning[0]))
    return ()


def _second(one: Concordance, origins: Sequence[Origins], first: Origins) -> tuple[Block, ...]:
    others = [each for each in origins if each.id != first.id and each.voices.least > 2 and each.origins]
    others.sort(key=lambda each: (-each.voices.least, each.shown_origins, each.id))
    said = tuple(
        say(
            wording.ENDS_LEAD, proposition=support.inset(one.corpus, each.id),
            voices=support.link_to(each.id, support.voices_count(each.voices), "voices"),
            shown=support.link_to(each.id, support.shown(each), "ends"),
        )
        for each in others[:3]
    )  # fmt: skip
    return (Items(said),) if said else ()


def leading_questions(one: Concordance) -> list[QuestionId]:
    """The questions the first page names: those on whose answers most stances are recorded."""
    said = {id: sum(len(one.stances_on.get(each, ())) for each in one.answers.get(id, ())) for id in one.corpus.questions}
    return sorted((id for id in said if one.answers.get(id)), key=lambda id: (-said[id], -len(one.answers[id]), id))[:_FEW]


def _questions(one: Concordance, turned: Mapping[QuestionId, LastHeard]) -> tuple[Block, ...]:
    ids = leading_questions(one)
    if not ids:
        return ()
    every = Link(counted(len(one.corpus.questions), "question"), To(Room.QUESTIONS), Ink.RUBRIC)
    rest = say(wording.ALL_OF, all=every)
    return Heading(wording.QUESTIONS_HEAD), Items((*(_question(one, id, turned.get(id)) for id in ids), rest))


def _question(one: Concordance, id: QuestionId, turned: LastHeard | None) -> Sentence:
    raised = [stance.agent for stance in asked.raised(one, id)]
    line = say(
        wording.QUESTION_LINE, question=naming.question(one.corpus, id),
        answers=Link(answer_count(one, id), To(Room.QUESTIONS, id), Ink.RUBRIC),
        since=disputed(one, id),
        raised=say(wording.RAISED_BY, agents=naming.agents(one.corpus, dict.fromkeys(raised))) if raised else "",
    )  # fmt: skip
    return chained(line, turned_away(one, turned)) if turned else line


def _open(one: Concordance) -> tuple[Block, ...]:
    ids = [id for id in one.corpus.questions if asked.is_open(one, id)]
    if not ids:
        return ()
    where = To(Room.QUESTIONS, query=(("kind", wording.OPEN),))
    link = Link(counted(len(ids), "question", capital=True), where, Ink.RUBRIC)
    ids.sort(key=lambda id: (not asked.raised(one, id), id))
    items = tuple(
        say(wording.OPEN_LINE, question=naming.question(one.corpus, id), raised=_raised(one, id)) for id in ids[:_FEW]
    )
    said = chained(say(wording.OPEN_COUNT[len(ids) != 1], count=link), _lately(one, ids))
    return Heading(wording.OPEN_HEAD), Prose(said), Items(items)


def _lately(one: Concordance, ids: Sequence[QuestionId]) -> Sentence:
    """How many of these were certainly raised in or after the latest year in which any was."""
    starts = [[stance.when.start[0] for stance in asked.raised(one, id) if stance.when] for id in ids]
    days = [min(known) for each in starts if (known := [day for day in each if isinstance(day, int)])]
    if len(days) < 2:
        return ()
    year = civil(max(days))[0]
    count = sum(civil(day)[0] == year for day in days)
    pattern = wording.RAISED_SINCE_ONE if count == 1 else wording.RAISED_SINCE
    return say(pattern, count=number(count, capital=True), date=str(year))


def _raised(one: Concordance, id: QuestionId) -> Sentence:
    stances = asked.raised(one, id)
    if not stances:
        return ()
    when = stances[0].when
    date = f", {naming.date(one.corpus, when)}" if when else ""
    return say(wording.RAISED_IN, agents=naming.agents(one.corpus, dict.fromkeys(s.agent for s in stances)), date=date)


def _hanging(one: Concordance, origins: Sequence[Origins]) -> tuple[Block, ...]:
    found = hanging(origins)[:_FEW]
    said = tuple(
        say(
            wording.HANGS_LEAD, voices=support.link_to(each.id, support.voices_count(each.voices), "depends"),
            unit=support.unit(one.corpus, each.indispensable[0]), proposition=support.inset(one.corpus, each.id),
        )
        for each in found
    )  # fmt: skip
    return (Heading(wording.HANGS_HEAD), Items(said)) if said else ()


def _recorded(one: Concordance) -> tuple[Block, ...]:
    corpus = one.corpus
    rooms = (
        ("propositions", Room.PROPOSITIONS, corpus.propositions), ("stances", Room.STATEMENTS, corpus.stances),
        ("sources", Room.SOURCES, corpus.sources), ("agents", Room.AGENTS, corpus.agents),
        ("events", Room.EVENTS, corpus.events), ("questions", Room.QUESTIONS, corpus.questions),
    )  # fmt: skip
    links = {name: Link(counted(len(kept), name[:-1]), To(room), Ink.RUBRIC) for name, room, kept in rooms}
    first = links["propositions"]
    links["propositions"] = Link(capital(first.text), first.to, first.ink)
    return Heading(wording.RECORDED_HEAD), Prose(say(wording.RECORDED, **links))
