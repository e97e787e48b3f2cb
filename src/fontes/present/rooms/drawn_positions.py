"""Positions over time as a drawing: of a question or a proposition with all its voices, and of one agent on all they speak to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fontes.dates import When, sort_key
from fontes.findings.known import limits
from fontes.findings.known.dates import ENDLESS
from fontes.findings.positions import AnswerHeld, OverTime, Positions, Spoken
from fontes.findings.positions.heard import Taken
from fontes.findings.positions.own import Own
from fontes.findings.positions.tally import tallies
from fontes.findings.positions.voices import Position, Step, Turn, Turned
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId
from fontes.present.drawing.courses import Answer, Band, Course, Mark, courses, held
from fontes.present.drawing.shapes import Drawing
from fontes.present.drawing.strip import sign
from fontes.present.pages import Link, To, Words
from fontes.present.phrasing import counted, drawings, wording
from fontes.present.rooms import naming

MOST = 40
"""So many lines are drawn; the rest is counted under its answer, and stands in the tables below."""
FEWEST = 2
"""Where all that is said has one date, or none, there is no course of time to draw."""
Changes = frozenset[tuple[str, str]]


def positions_drawing(corpus: Corpus, found: Positions | OverTime, as_of: When | None = None) -> Drawing | None:
    """The answers somebody speaks to, each with its voices, those who first spoke first; None where they have not two dates.

    What is found without a date can be cut at one (``as_of``): the course up to a day is the same whatever comes later.
    """
    until = _until(as_of or found.lens.as_of)
    changed = _changes(found.history)
    spoken = [each for each in found.answers if each.outright]
    every = {each.id: _voices(corpus, each, changed, until) for each in spoken}
    ranked = sorted(((*_rank(one), id) for id, them in every.items() for one in them), key=lambda one: one[:3])
    kept = {(id, words) for *_, words, id in ranked[:MOST]}
    if len({mark for them in every.values() for one in them for mark in _days(one)}) < FEWEST:
        return None
    lined = {id for id, _ in kept}
    shown = spoken if len(spoken) <= MOST else [each for each in spoken if each.id in lined]
    made = [_answer(corpus, each, [one for one in every[each.id] if (each.id, one.words) in kept], len(every[each.id]), until) for each in shown]
    if left := len(spoken) - len(shown):
        made[-1] = replace(made[-1], left=drawings.NOT_DRAWN_HERE.format(count=counted(left, drawings.MORE_ANSWER, capital=True)))
    return courses(f"positions-{found.name}", drawings.POSITIONS, made, _bands(corpus), until, drawings.POSITIONS_DESCRIBED)


def own_drawing(corpus: Corpus, agent: AgentId, them: Sequence[Own], as_of: When | None = None) -> Drawing | None:
    """What one agent holds, a line for each proposition under the question it answers; None where they have not two dates."""
    until = _until(as_of)
    ordered = sorted(them, key=lambda one: (not any(each.turn is Turn.CHANGED for each in one.turns), not one.questions, one.taken[0].earliest))
    shown = {one.proposition for one in [one for one in ordered if any(each.dated for each in one.taken)][:MOST]}
    groups: dict[str, list[Course]] = {}
    for one in sorted((one for one in them if one.proposition in shown), key=lambda one: not one.questions):
        known = groups.setdefault(one.questions[0] if one.questions else "", [])
        name = naming.proposition(corpus, one.proposition)
        course = _course(corpus, agent, one.taken, one.steps, _changes(one.turns), until)
        known.append(replace(course, words=name.text, language=name.language, to=_to(name), group=""))
    if len({mark for known in groups.values() for one in known for mark in _days(one)}) < FEWEST:
        return None
    made = [_question(corpus, place, known) for place, known in groups.items()]
    left = len(them) - len(shown)
    if made and left:
        made[-1] = replace(made[-1], left=drawings.NOT_DRAWN_HERE.format(count=counted(left, "more proposition", capital=True)))
    return courses(f"own-{agent}", drawings.POSITIONS, made, _bands(corpus), until, drawings.OWN_DESCRIBED)


def _question(corpus: Corpus, id: str, them: Sequence[Course]) -> Answer:
    if not id:
        return Answer(drawings.NO_QUESTION, (), tuple(them))
    name = naming.question(corpus, id)
    return Answer(name.text, (), tuple(them), "", _to(name), name.language)


def _until(as_of: When | None) -> int | None:
    last = None if as_of is None else limits(as_of)[1]
    return last if last is not None and abs(last) < ENDLESS else None


def _changes(them: Iterable[Turned]) -> Changes:
    return frozenset((each.taken.statement, each.taken.proposition) for each in them if each.turn is Turn.CHANGED)


def _voices(corpus: Corpus, each: AnswerHeld | Spoken, changed: Changes, until: int | None) -> list[Course]:
    """Those who spoke to an answer themselves and of whom some day is known, scholars before others."""
    moved: dict[AgentId, list[Step]] = {}
    for step in each.steps:
        if until is None or step.day <= until:
            moved.setdefault(step.agent, []).append(step)
    made = []
    for position in each.outright:
        for agent in position.voice:
            own = [one for one in _acts(position) if one.agent == agent]
            if any(one.dated and _by(one, until) for one in own) or agent in moved:
                made.append(_course(corpus, agent, own, moved.get(agent, ()), changed, until))
    return sorted(made, key=lambda one: (one.group != drawings.SCHOLARS, _first(one), one.words))


def _acts(one: Position) -> list[Taken]:
    """What a voice did itself: what stands, and what it held before."""
    acts = {(act.statement, act.earliest): act for act in (*one.earlier, *(act for way in one.held for act in way.acts))}
    return [act for act in acts.values() if act.by_asserting is None]


def _days(one: Course) -> list[tuple[int | None, int | None]]:
    return [(each.earliest, each.latest) for each in one.marks]


def _first(one: Course) -> int:
    return min([*(each.earliest for each in one.marks if each.earliest is not None), *(each.day for each in one.held)], default=ENDLESS)


def _rank(one: Course) -> tuple[bool, int, int, str]:
    """Who changed their mind first, then who spoke most often, then who spoke earliest."""
    return not one.turned, -len(one.marks), _first(one), one.words


def _course(
    corpus: Corpus, agent: AgentId, taken: Sequence[Taken], moved: Sequence[Step], changed: Changes, until: int | None
) -> Course:
    name = naming.agent(corpus, agent)
    found = corpus.agents.get(agent)
    died = limits(found.died)[1] if found and found.died else None
    marks = tuple(_mark(corpus, one, changed) for one in sorted(taken, key=lambda one: one.earliest) if one.dated and _by(one, until))
    group = drawings.SCHOLARS if found and "scholar" in found.roles else drawings.OTHERS
    steps = [step for step in moved if until is None or step.day <= until]
    return Course(name.text, held(steps), marks, name.language, _to(name), died if died is not None and abs(died) < ENDLESS else None, group)


def _by(one: Taken, until: int | None) -> bool:
    return until is None or one.earliest <= until


def _mark(corpus: Corpus, one: Taken, changed: Changes) -> Mark:
    work = naming.source(corpus, one.source).text if one.source else ""
    date = naming.date(corpus, one.when) if one.when else wording.NO_DATE
    pattern = drawings.TAKEN_IN if work else drawings.TAKEN
    words = pattern.format(stance=sign(one.option).word, date=date, work=work)
    first, last = (day if abs(day) < ENDLESS else None for day in (one.earliest, one.latest))
    return Mark(one.option, first, last, words, (one.statement, one.proposition) in changed)


def _answer(corpus: Corpus, each: AnswerHeld | Spoken, shown: Sequence[Course], voices: int, until: int | None) -> Answer:
    counts = tuple(one for one in tallies(each.steps) if until is None or one.day <= until)
    said = []
    if voices > len(shown):
        said.append(drawings.NOT_DRAWN_VOICES.format(count=counted(voices - len(shown), *drawings.VOICE, capital=True)))
    undated = sum(not any(act.dated for act in _acts(one)) for one in each.outright)
    if undated:
        said.append(drawings.UNDATED_VOICES.format(count=counted(undated, *drawings.VOICE, capital=True)))
    name = naming.proposition(corpus, each.id)
    to = name.to if isinstance(name, Link) else None
    return Answer(name.text, counts, tuple(shown), " ".join(said), to, name.language)


def _bands(corpus: Corpus) -> tuple[Band, ...]:
    """The periods of the corpus with days on both sides."""
    made = []
    for one in sorted(corpus.periods.values(), key=lambda one: sort_key(one.when)):
        first, last = one.when.start[0], one.when.end[1]
        if isinstance(first, int) and isinstance(last, int):
            made.append(Band(one.name, first, last))
    return tuple(made)


def _to(name: Link | Words) -> To | None:
    return name.to if isinstance(name, Link) else None


__all__ = ["own_drawing", "positions_drawing"]
