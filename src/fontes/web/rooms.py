"""What each room shows under the lens of its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from fontes.dates import Answer, When, by
from fontes.diagnostics import Severity
from fontes.findings import Origins, Statuses
from fontes.findings.chronology import Bounds
from fontes.findings.known import known_in
from fontes.findings.known.dates import Moments
from fontes.findings.positions.last_heard import LastHeard, last_heard
from fontes.findings.support.criticism import COUNTING
from fontes.model.lens import Lens
from fontes.model.names import AgentId, QuestionId
from fontes.present.pages import Choice, Finder, Heading, Page, Room, Table, To
from fontes.present.phrasing import lens as lens_words
from fontes.present.phrasing import wording
from fontes.present.rooms.chronology import IN_CONFLICT, RIVAL_DATINGS, chronology_page, rivalled
from fontes.present.rooms.first import first_page, leading_questions
from fontes.present.rooms.known import known_page
from fontes.present.rooms.leaves import leaf_of, pager
from fontes.present.rooms.lens import Difference, beside_lead, beside_list, beside_table
from fontes.present.rooms.listing import Asked, folded
from fontes.present.rooms.proposition import Turned, proposition_page
from fontes.present.rooms.settlements import settlements_page
from fontes.web import beside, drawn, finding, help, reviewing, studies, texts, things
from fontes.web.addresses import path
from fontes.web.changes import believing
from fontes.web.lens import NotALens, date, missing
from fontes.web.pages import Ask
from fontes.web.visit import Visit, refuse

Maker = Callable[[Visit], Page]
MOST_CONFLICTS = 20_000
"""After so many dead ends the page of settlements is told what was found by then, and says so; the terminal seeks longer."""
LISTED, listed = finding.LISTED, finding.listed
MOST_LED, LEAST_LED, MOST_HEARD, MOST_TOLD = 24, 4, 80, 120
"""The first page chooses its sentences from the propositions that most agents assert: from so many at most; from fewer, but so many at
least, where together they have more voices than the third number. Exact trails of a proposition cost by its voices: what has more of them than the
last number is passed over, as long as anything else can be told."""


# ---- the first page


def first(visit: Visit) -> Page:
    """The first page under the lens, with what another lens beside it changes."""
    errors = sum(each.severity is Severity.ERROR for each in visit.bench.diagnostics)
    origins = visit.reading.once("leading", visit.lens, lambda: leading(visit))
    turned = turning(visit)
    page = first_page(visit.one, origins, errors, turned)
    return _beside_first(visit, replace(page, blocks=(*page.blocks, studies.around_first(visit))))


def leading(visit: Visit) -> tuple[Origins, ...]:
    """The origins of what the first page may speak of: propositions that several agents assert, the most widely asserted first.

    Only these can be said on few origins by many voices. The number is bounded, so that the page costs the same whatever the size of the corpus.
    """
    lens = believing(visit.lens)
    widely = visit.reading.once("voiced", lens, lambda: _voiced(visit.bench.statuses(lens)))
    told = [one for one in widely if -one[0] <= MOST_TOLD] or widely[-LEAST_LED:]
    heard = accumulate(-count for count, _ in told)
    chosen = [id for place, ((_, id), sum_) in enumerate(zip(told, heard, strict=True)) if place < LEAST_LED or sum_ <= MOST_HEARD]
    return tuple(visit.origins(id) for id in chosen[:MOST_LED])


def _voiced(statuses: Statuses) -> list[tuple[int, str]]:
    """The propositions that several agents assert, those of most voices first; the same whatever is distrusted."""
    acts = statuses.grounds.acts
    voices = ((len({acts.who(each) for each in ids}), id) for (side, id), ids in acts.sides.items() if side == "asserts" and len(ids) > 1)
    return sorted((-count, id) for count, id in voices if count > 1)


def turning(visit: Visit) -> dict[QuestionId, LastHeard]:
    """Of the questions the first page names, those whose most frequent answer is no longer given.

    Whatever a lens distrusts, that stays as it is, unless the day of such an assertion hangs on that of something else.
    """
    questions = leading_questions(visit.one)
    believed = believing(visit.lens)
    lens = visit.lens if visit.reading.once("hanging", believed, lambda: _hanging(visit, believed, questions)) else believed
    return visit.reading.once("turned", lens, lambda: _turning(visit, lens, questions))


def _hanging(visit: Visit, lens: Lens, questions: Sequence[QuestionId]) -> bool:
    acts, moments = visit.bench.statuses(lens).grounds.acts, _moments(visit, lens)
    given = (id for question in questions for answer in visit.one.answers[question] for id in acts.sides.get(("asserts", answer), ()))
    return any(moments.hangs(acts.all[id]) for id in given)


def _turning(visit: Visit, lens: Lens, questions: Sequence[QuestionId]) -> dict[QuestionId, LastHeard]:
    acts, moments = visit.bench.statuses(lens).grounds.acts, _moments(visit, lens)
    found = ((id, last_heard(acts, moments, visit.one.answers[id])) for id in questions)
    return {id: one for id, one in found if one is not None}


def _moments(visit: Visit, lens: Lens) -> Moments:
    acts = visit.bench.statuses(lens).grounds.acts
    return visit.reading.once("moments", lens, lambda: Moments(visit.bench.corpus, lens, acts.all, lambda: visit.reading.days(lens)))


def _beside_first(visit: Visit, page: Page) -> Page:
    other = visit.looking.beside
    if other is None:
        return page
    changed = sorted(visit.reading.changed(visit.lens, other), key=lambda each: (each.id.startswith("("), each.id))
    differing = [Difference(each.id, each.before.value, each.after.value) for each in changed]
    lead = beside_lead(visit.one, *beside.sides(visit), len(differing), To(Room.FIRST))
    listed = beside_list(visit.one, differing, visit.number("leaf"), To(Room.FIRST))
    return replace(page, blocks=(*lead, *listed, Heading(wording.ROOMS[Room.FIRST]), *page.blocks))


# ---- things


def _proposition(visit: Visit) -> Page:
    origins, units = visit.origins(visit.name), visit.without()
    fallen = visit.bench.fallen(units, visit.lens) if units else None
    tree = drawn.traced(visit)
    page = _counting(visit, proposition_page(visit.one, origins, tree, units, fallen, _turned(visit), drawn.behind(visit) if tree.folded else None))
    page = drawn.with_other_side(visit, drawn.with_positions(visit, page))
    other = visit.looking.beside
    if other is None:
        return page
    lead = beside_lead(visit.one, *beside.sides(visit), len(visit.reading.changed(visit.lens, other)), To(Room.PROPOSITIONS, visit.name))
    return replace(page, blocks=(*lead, beside_table(visit.one, origins, visit.bench.origins(visit.name, other)), *page.blocks))


def _turned(visit: Visit) -> Turned:
    """How the lists of a proposition are turned."""
    leaves = (visit.number(key) for key in ("leaf", "ends", "against"))
    return Turned(visit.words("q"), visit.words("kind"), *leaves)


def _counting(visit: Visit, page: Page) -> Page:
    """Where criticisms count, the table of them does not say that they are only shown."""
    if not visit.lens.criticisms:
        return page
    them = (
        replace(one, caption=lens_words.CRITICISMS_COUNT) if isinstance(one, Table) and one.caption == wording.CRITICISMS_CAPTION else one
        for one in page.blocks
    )
    return replace(page, blocks=tuple(them))


# ---- what had reached an agent


def _known(visit: Visit) -> Page:
    agent = visit.one.corpus.agents[AgentId(visit.name)]
    when = _asked_date(visit)
    if when is None:
        raise refuse(400, lens_words.KNOWN_NO_DATE)
    lens = replace(visit.lens, as_of=None)
    about = _about(visit)
    found = visit.reading.once("known", (agent.id, when, lens, about), lambda: known_in(visit.reading.routes(lens), agent.id, when, about))
    page = known_page(visit.whole, found)
    return studies.in_leaves(visit, replace(page, here=To(Room.KNOWN, visit.name), blocks=(*page.blocks, studies.back(visit))))


def _asked_date(visit: Visit) -> When | None:
    """The day asked for; without one, the as-of date of the lens."""
    written = visit.words("at")
    if not written:
        return visit.lens.as_of
    try:
        return date("at", written)
    except NotALens as refusal:
        raise refuse(400, str(refusal)) from refusal


def _about(visit: Visit) -> str:
    """The agent, event, question, proposition or source it is to be about, by its id or by what it is called."""
    written = visit.words("about")
    corpus = visit.one.corpus
    families: tuple[Mapping[str, object], ...] = (corpus.agents, corpus.events, corpus.questions, corpus.propositions, corpus.sources)  # type: ignore[assignment]
    if not written or any(written in family for family in families):
        return written
    called = [id for id, label in visit.reading.names.things if folded(label) == folded(written)]
    if len(called) == 1:
        return called[0]
    raise refuse(400, str(missing("about", written, [id for family in families for id in family])))


def _ask(visit: Visit) -> Ask:
    default = visit.lens.as_of.written if visit.lens.as_of else ""
    return Ask(path(To(Room.KNOWN, visit.name)), visit.words("at") or default, visit.words("about"), visit.looking.written.pairs)


# ---- chronology and settlements


def _chronology(visit: Visit) -> Page:
    found = visit.reading.days(visit.lens)
    asked = Asked(visit.words("q"), visit.words("kind"), leaf=visit.number("leaf"))
    corpus = visit.one.corpus
    strands = sorted({event.strand for event in corpus.events.values() if event.strand})
    words = folded(asked.query).split()
    kept = []
    for one in visit.reading.bounds(visit.lens):
        event = corpus.events[one.id]  # type: ignore[index]
        special = (asked.chosen == IN_CONFLICT and bool(one.conflicts)) or (asked.chosen == RIVAL_DATINGS and rivalled(one))
        wanted = not asked.chosen or asked.chosen == event.strand or special
        if wanted and _begun(visit, one) and all(word in folded(f"{event.id} {event.name}") for word in words):
            kept.append(one)
    kept.sort(key=_by_days)
    leaf = leaf_of(len(kept), asked.leaf)
    page = chronology_page(found, list(leaf.of(kept)), whole=False, asked=kept, barred=False)
    others = ([IN_CONFLICT] if found.conflicts else [], [RIVAL_DATINGS] if any(map(rivalled, visit.reading.bounds(visit.lens))) else [])
    choices = tuple(Choice(each, each.replace("-", " ")) for each in (*strands, *others[0], *others[1]))
    label, key_label = wording.FIND_IN[Room.EVENTS], wording.FILTER_LABELS[Room.EVENTS]
    finder = Finder(To(Room.CHRONOLOGY), label, asked.query, "kind", key_label, choices, asked.chosen)
    here = To(Room.CHRONOLOGY, query=tuple(pair for pair in (("q", asked.query), ("kind", asked.chosen)) if pair[1]))
    return replace(page, here=here, blocks=(finder, *page.blocks, *pager(here, leaf)))


def _begun(visit: Visit, one: Bounds) -> bool:
    """May it have begun by the as-of date?"""
    start, as_of = one.earliest_start, visit.lens.as_of
    if as_of is None or not isinstance(start, int):
        return True
    return by(When("", "moment", (start, start), (start, start)), as_of) is not Answer.IMPOSSIBLE


def _by_days(one: Bounds) -> tuple[bool, int, int, str]:
    """By the earliest possible day, then by the latest; what has no first day comes last."""
    start, end = one.earliest_start, one.latest_end
    first_day = start if isinstance(start, int) else end if isinstance(end, int) else 0
    return not (isinstance(start, int) or isinstance(end, int)), first_day, end if isinstance(end, int) else first_day, one.id


def _settlements(visit: Visit) -> Page:
    """Without criticisms in the lens, all count here: there is nothing to settle while none does."""
    lens = visit.lens if visit.lens.criticisms else replace(visit.lens, criticisms=(COUNTING,))
    page = settlements_page(visit.one, visit.reading.settlements(lens, MOST_CONFLICTS), lens)
    return studies.in_leaves(visit, replace(page, here=To(Room.SETTLEMENTS)))


ROOMS: dict[Room, Maker] = {
    Room.HELP: help.contents,
    Room.SEARCH: finding.search,
    Room.ERRORS: finding.errors,
    Room.CHRONOLOGY: beside.with_beside(_chronology, beside.of_chronology),
    Room.CAREERS: studies.careers,
    Room.FIGURES: studies.figures,
    Room.GAPS: studies.gaps,
    Room.REVIEW: reviewing.room,
    Room.SETTLEMENTS: _settlements,
    Room.TEXTS: texts.listed,
}
"""Rooms that are no plain list of things."""

THINGS: dict[Room, tuple[Maker, Callable[[Visit], Ask] | None]] = {
    Room.QUESTIONS: (beside.with_beside(studies.question, beside.of_question), None),
    Room.PROPOSITIONS: (_proposition, None),
    Room.SOURCES: (beside.with_beside(things.source, beside.of_source), None),
    Room.AGENTS: (studies.agent, _ask),
    Room.CAREERS: (studies.career, None),
    Room.FIGURES: (studies.figures, None),
    Room.EVENTS: (things.event, None),
    Room.KNOWN: (beside.with_beside(_known, beside.of_known(_asked_date, _about)), _ask),
    Room.TEXTS: (texts.text, None),
    Room.HELP: (help.topic, None),
    Room.REVIEW: (reviewing.read, None),
}
"""Pages of one thing, and the form that stands on top of them."""
