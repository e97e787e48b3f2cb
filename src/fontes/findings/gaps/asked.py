"""Gaps among questions: open, declared unanswerable, passed over; and what was raised against an explanation and not taken up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from fontes.findings.gaps.field import Field, earliest
from fontes.findings.gaps.kinds import MOST, Gap, GapKind
from fontes.findings.reasons import Reason
from fontes.model.explanations import Assessment, Component, Mark, Proposition
from fontes.model.names import AgentId, PropositionId, QuestionId, StatementId
from fontes.model.stances import Attitude, Stance

_FOR = ("asserts", "supposes")
_UNEXPECTED = frozenset({"I", "II"})
_EXPECTED = frozenset({"C", "CC"})


def open_questions(field: Field) -> list[Gap]:
    """Questions none of whose answers has a supported asserting stance: raised by most first; and those declared unanswerable.

    A question that is only worded here and raised by nobody recorded is open too, and says so. One raised certainly later than the dates of
    the lens is not asked yet.
    """
    found = (_open(field, id) for id in field.corpus.questions)
    return sorted((one for one in found if one), key=lambda one: (one.kind, bool(one.words), -len(one.agents), one.since is None, one.thing))


def _open(field: Field, id: QuestionId) -> Gap | None:
    acts = field.on.get(id, ())
    raised = tuple(one.id for one in acts if one.attitude is Attitude.RAISES)
    declared = tuple(one.id for one in acts if one.attitude is Attitude.UNANSWERABLE)
    answers = field.answers.get(id, ())
    if (id in field.ever_raised and not raised and not declared) or any(field.statuses.holds(("asserts", answer))[0] for answer in answers):
        return None
    kind = GapKind.UNANSWERABLE if declared else GapKind.OPEN
    supposed = tuple(one for one in answers if field.statuses.holds(("supposes", one))[0])
    fallen = [said for one in answers for said in field.taken(one, "asserts")]
    case = "supposed only" if supposed else "asserted without support" if fallen else "no answer asserted" if answers else "no answer recorded"
    left = tuple(one.id for one in acts if one.attitude is Attitude.LEAVES_OPEN)
    acting = declared or raised or left
    why = (field.thing("question", id), *field.said((*raised, *left, *declared)), *field.said(fallen[:MOST]))
    return Gap(
        kind, case, "question", id, why, field.since(acting), (id,), acting[:MOST], field.who(acting), supposed[:MOST],
        words="left open" if acting and acting == left else "", number=len(answers), place=field.corpus.questions[id].place,
    )  # fmt: skip


def passed_over(field: Field) -> list[Gap]:
    """Questions that works are said to pass over, those that most pass over first. Who says so is the access of the statement."""
    found = []
    for id, question in field.corpus.questions.items():
        over = tuple(one.id for one in field.on.get(id, ()) if one.attitude is Attitude.PASSES_OVER)
        if over:
            why = (field.thing("question", id), *field.said(over))
            found.append(Gap(
                GapKind.PASSED_OVER, "passed over", "question", id, why, field.since(over), (id,), over[:MOST], field.who(over),
                works=field.read_in(over), number=len(over), place=question.place,
            ))  # fmt: skip
    return sorted(found, key=lambda one: (-one.number, one.thing))


# ---- raised against explanations


def unanswered(field: Field) -> list[Gap]:
    """What tells against an explanation and is nowhere taken up by those who hold it, and what they are said to lack.

    A holder takes a question up by any stance on one of its answers, or of those asked under it, or by leaving it open; an observation by any
    stance on it, or by assessing it themselves. Codes I and II mean unexpected; C and CC, where it was looked for and not found.
    """
    holders: dict[str, tuple[AgentId, ...]] = {}

    def held(explanation: str) -> tuple[AgentId, ...]:
        if explanation not in holders:
            holders[explanation] = field.who(field.taken(explanation, *_FOR))
        return holders[explanation]

    judged = {(one.agent, one.observation) for one in field.heard if isinstance(one, Assessment)}
    found: dict[tuple[str, str, str], list[StatementId]] = defaultdict(list)
    for one in field.heard:
        for explanation, thing, case in _told_against(field, one):
            them = held(explanation)
            if them and not _taken_up(field, them, thing, explanation) and not any((agent, thing) in judged for agent in them):
                found[explanation, thing, case].append(one.id)
    made = [_unanswered(field, key, tuple(ids), held(key[0])) for key, ids in found.items()]
    lacking = ((one, part) for one in field.corpus.propositions.values() for part in one.parts if part.missing)
    made += [gap for one, part in lacking if field.there((gap := _missing(field, one, part, held(one.id))).since)]
    order = ("question", "observation", "missing part")
    return sorted(made, key=lambda one: (order.index(one.case), -len(one.agents), -one.number, one.against or "", one.thing, one.words))


def _told_against(field: Field, one: object) -> Iterator[tuple[PropositionId, str, str]]:
    """What a statement tells against: the explanation, the question or observation, and which of the two it is."""
    if isinstance(one, Stance) and one.attitude is Attitude.RAISES and one.against:
        yield one.against, one.on, "question"
    elif isinstance(one, Assessment):
        observation = field.corpus.propositions.get(one.observation)
        yield from ((mark.under, one.observation, "observation") for mark in one.marks if observation and unexpected(observation, mark))


def unexpected(observation: Proposition, mark: Mark) -> bool:
    """Would an explanation not lead one to expect what was found, or lead one to expect what was looked for and not found?

    Weights and pairwise marks are for weighing, and are not read as codes.
    """
    if mark.over is not None or observation.observed == "not-sought":
        return False
    return mark.mark in (_EXPECTED if observation.observed == "not-found" else _UNEXPECTED)


def _taken_up(field: Field, holders: tuple[AgentId, ...], thing: str, explanation: str) -> bool:
    """Does a holder speak to it? The explanation it is told against is no reply to it, though it may answer that very question."""
    things = {thing, *(answer for one in field.within(thing) for answer in (one, *field.answers.get(one, ())))} - {explanation}
    return any(not things.isdisjoint(field.spoken.get(agent, ())) for agent in holders)


def _unanswered(field: Field, key: tuple[str, str, str], ids: tuple[StatementId, ...], holders: tuple[AgentId, ...]) -> Gap:
    explanation, thing, case = key
    stances = field.taken(explanation, *_FOR)
    questions = {QuestionId(thing)} if case == "question" else set(field.bearing.get(thing, ()))
    why = (*field.said(ids), field.thing("proposition", explanation), *field.said(stances[:MOST]))
    place = field.statuses.grounds.acts.all[ids[0]].place
    return Gap(
        GapKind.UNANSWERED, case, "question" if case == "question" else "proposition", thing, why, field.since(ids),
        tuple(sorted(questions | field.bearing.get(explanation, frozenset()))), ids[:MOST], holders[:MOST], works=field.read_in(stances)[:MOST],
        against=PropositionId(explanation), number=len(ids), place=place,
    )  # fmt: skip


def _missing(field: Field, one: Proposition, part: Component, holders: tuple[AgentId, ...]) -> Gap:
    """A part that is missing, on the word of whoever made the source through which we know it; else since somebody first held the whole."""
    source = field.corpus.sources.get(part.access.source) if part.access and part.access.source else None
    words = Reason("proposition", one.id, f"{one.wording or one.id}: missing: {part.missing}", one.place)
    since = earliest([source.made or source.out]) if source else field.since(field.taken(one.id, *_FOR))
    why = (words, field.thing("source", source.id)) if source else (words,)
    return Gap(
        GapKind.UNANSWERED, "missing part", "proposition", one.id, why, since, tuple(sorted(field.bearing.get(one.id, ()))),
        agents=holders[:MOST], sources=(source.id,) if source else (), against=one.id, words=part.missing, place=one.place,
    )  # fmt: skip
