"""What becomes of a position: origins shown behind it, agreement, the last to assert it, changes of mind, what it excludes, what was asked of it."""

from __future__ import annotations

from collections.abc import Iterable

from fontes.findings.positions import AnswerHeld
from fontes.findings.positions.consensus import Word
from fontes.model.stances import Attitude, Stance
from fontes.present.phrasing import counted, ranged
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Draft, Line, Quoted, fill, listed
from fontes.present.review.material import Material
from fontes.present.review.notes import note
from fontes.present.review.relied import many, people, reasons
from fontes.present.review.sides import Story, on_day, sides, unnamed
from fontes.present.review.weight import AT_LENGTH, last_asserted
from fontes.present.review.wordings import year
from fontes.present.rooms.concordance import date_of

AT_ONCE = 3
"""An answer is called by so many of its holders."""


def origins(m: Material, proposition: str) -> Iterable[Draft]:
    """How many separate origins are shown behind several voices."""
    found = m.origins.get(proposition)
    if found is None or found.voices.most < AT_LENGTH or not found.origins:
        return
    ends, shown = len(found.origins), found.shown_origins
    voices = ranged(found.voices.least, found.voices.most, words.VOICE)
    if ends == 1:
        line = fill(words.ONE_END, voices=voices)
    elif shown < ends:
        line = fill(words.ENDS, voices=voices, ends=counted(ends, words.END), shown=counted(shown, words.ORIGIN) if shown else words.NO_ORIGIN)
    else:
        line = fill(words.ENDS_ALL, voices=voices, ends=counted(ends, words.END))
    acts = [one for one in m.stances(proposition) if one.attitude is Attitude.ASSERTS]
    yield Draft(line, reasons(acts, proposition, *(one.id for one in found.origins)))


def answers_of(m: Material, proposition: str) -> list[AnswerHeld]:
    """What the finding of positions says of it, as an answer to any question told."""
    return [one for id in m.questions if id in m.positions for one in m.positions[id].answers if one.id == proposition]


def agreed(m: Material, proposition: str) -> Iterable[Draft]:
    """Whether the rule of the makers finds consensus on it, or a majority of those heard is for it."""
    for one in answers_of(m, proposition)[:1]:
        if one.outright and one.verdict.side == "for" and len(one.verdict.words) == 1 and one.heard[1] >= AT_LENGTH:
            (word,) = one.verdict.words
            acts = [m.one.entries[act.statement] for position in one.outright for held in position.held for act in held.acts
                    if act.statement in m.one.entries]  # fmt: skip
            if word is Word.CONSENSUS:
                yield Draft(fill(words.CONSENSUS), reasons(acts, proposition))
            elif word is Word.MAJORITY:
                pattern = words.MAJORITY_SHORT if m.corpus.preface.consensus else words.MAJORITY
                yield Draft(fill(pattern, heard=ranged(*one.heard, words.VOICE)), reasons(acts, proposition))


def given_up(m: Material, proposition: str) -> Iterable[Draft]:
    """Where the last who asserts it spoke before the last period of the literature began."""
    stances = [one for one in m.stances(proposition) if one.attitude in (Attitude.ASSERTS, Attitude.SUPPOSES)]
    dates = [date_of(m.corpus, one) for one in stances]
    last = last_asserted(stances, [when.latest if when and isinstance(when.latest, int) else None for when in dates])
    periods = [one.when.earliest for one in m.corpus.periods.values() if isinstance(one.when.earliest, int)]
    if last is None or not periods or last >= max(periods) or len({one.agent for one in stances}) < 2:
        return
    late = max((when for when in dates if when), key=lambda when: when.latest if isinstance(when.latest, int) else 0)
    if year(late):
        yield Draft(fill(words.GIVEN_UP, year=year(late)), reasons(stances, proposition))


def changed(m: Material, proposition: str) -> Iterable[Draft]:
    """Who stood otherwise later."""
    done: set[tuple[str, str]] = set()
    for one in m.turned.get(proposition, ()):
        key = (one.taken.agent, one.taken.option)
        if one.before in words.TAKING and one.taken.option in words.TAKING and key not in done:
            done.add(key)
            acts = [each for each in m.stances(proposition) if each.agent == one.taken.agent]
            line = fill(
                words.CHANGED[many(m, [one.taken.agent])], who=people(m, [one.taken.agent]), before=words.TAKING[one.before],
                later=words.TAKING[one.taken.option], date=on_day(m, one.taken.when),
            )  # fmt: skip
            yield Draft(line, reasons(acts, proposition), note(acts))


def excluded(story: Story, proposition: str) -> Iterable[Draft]:
    """Which answers told before it excludes, called by who holds them."""
    m = story.m
    told = sorted((id for id in m.excluded.get(proposition, ()) if id in story.told and id != proposition), key=m.first)
    things = answers_called(m, told)
    if things:
        yield Draft(fill(words.EXCLUDES, things=things), (proposition, *told))


def answers_called(m: Material, ids: Iterable[str], last: str = words.AND.strip()) -> Line:
    """`the answer of A and B and that of C`."""
    lines = [line for id in ids if (line := called(m, id))]
    return listed([fill(words.ANSWER_OF if not at else words.THAT_OF, who=line) for at, line in enumerate(lines)], last)


def called(m: Material, id: str) -> Line:
    """An answer by those who hold it; of many, the first two."""
    found = sides(m, id)
    holders = list(dict.fromkeys(one.agent for side in (found.written, found.spoken) for one in side.get(Attitude.ASSERTS, ())))
    named = [agent for agent in holders if not unnamed(m, agent)]
    if not named:
        return ()
    few = named if len(holders) <= AT_ONCE else named[:2]
    if len(few) < len(holders):
        return fill(words.AND_OTHERS, who=listed([people(m, [each]) for each in few], ","))
    return people(m, few)


def asked(m: Material, proposition: str) -> Iterable[Draft]:
    """What was asked of its holders."""
    found: dict[str, list[Stance]] = {}
    for stance in m.raised_against.get(proposition, ()):
        found.setdefault(stance.agent, []).append(stance)
    for agent, stances in found.items():
        line = fill(words.RAISED_AGAINST[many(m, [agent])], who=people(m, [agent]), questions=listed([(Quoted(one.on),) for one in stances]))
        yield Draft(line, reasons(stances, proposition, *(str(one.on) for one in stances)), note(stances))
