"""Who holds, supposes, leaves open, doubts or denies what: positions on one proposition or several as sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fontes.dates import When
from fontes.findings import Support
from fontes.model.stances import Attitude, Ground, Stance
from fontes.present.pages import Words
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, Draft, Line, Quoted, fill, linked, listed
from fontes.present.review.grounds import behind, grounds, many, people, reasons
from fontes.present.review.material import Material
from fontes.present.review.notes import note
from fontes.present.review.wordings import spoken, year
from fontes.present.rooms.concordance import date_of

ATTITUDES = (Attitude.ASSERTS, Attitude.SUPPOSES, Attitude.LEAVES_OPEN, Attitude.DOUBTS, Attitude.DENIES)
AT_ONCE = 3
"""So many propositions of the same people are told in one sentence."""


@dataclass(frozen=True, slots=True)
class View:
    """A proposition with the stances on it that are told here, by attitude."""

    proposition: str
    sides: tuple[tuple[Attitude, tuple[Stance, ...]], ...]

    @property
    def stances(self) -> tuple[Stance, ...]:
        """All of them."""
        return tuple(stance for _, side in self.sides for stance in side)

    @property
    def holders(self) -> tuple[tuple[Attitude, tuple[str, ...]], ...]:
        """Who takes which side."""
        return tuple((attitude, tuple(dict.fromkeys(stance.agent for stance in side))) for attitude, side in self.sides)


def view(proposition: str, stances: Iterable[Stance]) -> View | None:
    """The sides of a proposition; None where nobody takes any."""
    taken = list(stances)
    sides = [(attitude, tuple(each for each in taken if each.attitude is attitude)) for attitude in ATTITUDES]
    kept = tuple((attitude, side) for attitude, side in sides if side)
    return View(proposition, kept) if kept else None


def told(m: Material, views: Sequence[View], past: bool = False) -> list[Draft]:
    """The views in sentences: those of the same people together, connectives varied, grounds after them."""
    made: list[Draft] = []
    before: tuple[str, ...] = ()
    for at, group in enumerate(_grouped(views)):
        who = group[0].holders[0][1]
        made.append(_sentence(m, group, at, who == before, past))
        made += _resting(m, group, at)
        before = who
    return made


def _grouped(views: Sequence[View]) -> list[list[View]]:
    """Neighbours that the same people hold in the same way, at most so many at once."""
    groups: list[list[View]] = []
    for each in views:
        last = groups[-1] if groups else []
        if last and len(each.sides) == 1 and last[0].holders == each.holders and len(last) < AT_ONCE and not _ways(each) and not _ways(last[-1]):
            last.append(each)
        else:
            groups.append([each])
    return groups


def _ways(one: View) -> bool:
    """Are there grounds to tell?"""
    return any(stance.grounds for stance in one.stances)


def _sentence(m: Material, group: Sequence[View], at: int, again: bool, past: bool) -> Draft:
    first, *others = group[0].sides
    clauses = listed([(Clause(each.proposition),) for each in group])
    line = _main(m, first, clauses, at, again, past)
    less = [_less(first, side) for side in others]
    rest = [_other(m, side, past) for side in less if side[1]]
    line = _joined([line, *rest])
    stances = [stance for each in group for stance in each.stances]
    return Draft((*line, Words(".")), reasons(stances, *(each.proposition for each in group)), note(stances))


def _less(first: tuple[Attitude, tuple[Stance, ...]], side: tuple[Attitude, tuple[Stance, ...]]) -> tuple[Attitude, tuple[Stance, ...]]:
    """Who asserts a thing and somewhere supposes it too is told as asserting it."""
    if first[0] is not Attitude.ASSERTS or side[0] is not Attitude.SUPPOSES:
        return side
    firm = {stance.agent for stance in first[1]}
    return side[0], tuple(stance for stance in side[1] if stance.agent not in firm)


def _joined(lines: Sequence[Line]) -> Line:
    return listed(lines, "", "; ")


def _main(m: Material, side: tuple[Attitude, tuple[Stance, ...]], clause: Line, at: int, again: bool, past: bool) -> Line:
    attitude, stances = side
    who = _who(m, stances, past)
    plural = many(m, (stance.agent for stance in stances))
    if attitude is Attitude.LEAVES_OPEN:
        return fill(words.WHETHER, who=who, verb=_verb(attitude, plural, past) + _on_day(m, stances, past), clause=_bare_quoted(clause))
    if attitude is Attitude.ASSERTS and not past:
        if again:
            verbs = words.AGAIN_VERBS[at % len(words.AGAIN_VERBS)]
        elif at % 4 == 1 and len(clause) == 1 and isinstance(clause[0], Clause) and m.speaks(clause[0].proposition):
            return fill(words.ACCORDING, who=who, clause=Clause(clause[0].proposition, bare=True))
        else:
            verbs = words.ASSERT_VERBS[at % len(words.ASSERT_VERBS)]
        return fill(words.VIEW, who=who, verb=verbs[plural], clause=clause)
    return fill(words.VIEW, who=who, verb=_verb(attitude, plural, past) + _on_day(m, stances, past), clause=clause)


def _bare_quoted(clause: Line) -> Line:
    return tuple(Quoted(piece.proposition) if isinstance(piece, Clause) else piece for piece in clause)


def _other(m: Material, side: tuple[Attitude, tuple[Stance, ...]], past: bool) -> Line:
    attitude, stances = side
    plural = many(m, (stance.agent for stance in stances))
    pattern = words.LEFT_OPEN if attitude is Attitude.LEAVES_OPEN else words.IT_TOO
    return fill(pattern, who=_who(m, stances, past), verb=_verb(attitude, plural, past), day=_on_day(m, stances, past))


def _verb(attitude: Attitude, plural: bool, past: bool) -> str:
    return (words.PAST if past else words.VERBS)[attitude.value][plural]


def _who(m: Material, stances: Sequence[Stance], past: bool) -> Line:
    dates: dict[str, str] = {}
    for stance in stances:
        date = date_of(m.corpus, stance)
        said = "" if _unnamed(m, stance.agent) else spoken(m.corpus, date) if past else year(date)
        dates[stance.agent] = dates.get(stance.agent) or said
    return people(m, dates, {} if past and len(dates) == 1 else dates)


def _on_day(m: Material, stances: Sequence[Stance], past: bool) -> str:
    """When a single participant said it: on a day, in a month or a year, or however it is written."""
    if not past or len({stance.agent for stance in stances}) > 1:
        return ""
    return on_day(m, date_of(m.corpus, stances[0])) if len(stances) == 1 else ""


def on_day(m: Material, when: When | None) -> str:
    """On a day, in a month or a year, or in brackets however it is written."""
    if when is None:
        return ""
    parts = len(when.written.split("-")) if re.fullmatch(r"\d{3,4}(-\d\d){0,2}", when.written) else 0
    pattern = words.DAY_OF if parts == 3 else words.MONTH_OF if parts else words.IN_BRACKETS
    return pattern.format(date=spoken(m.corpus, when))


def _unnamed(m: Material, agent: str) -> bool:
    found = m.corpus.agents.get(agent)  # type: ignore[call-overload]
    return found is not None and found.unnamed


def _resting(m: Material, group: Sequence[View], at: int) -> list[Draft]:
    """What they give as grounds, in one sentence: those with the same grounds together."""
    made = []
    for each in group:
        alike: dict[tuple[Ground, ...], list[Stance]] = {}
        for stance in each.stances:
            if stance.grounds:
                alike.setdefault(stance.grounds, []).append(stance)
        if alike:
            made.append(_rests(m, each.proposition, list(alike.values()), at))
    return made


def _rests(m: Material, proposition: str, alike: Sequence[Sequence[Stance]], at: int) -> Draft:
    by: dict[tuple[str, ...], list[Line]] = {}
    for stances in alike:
        who = tuple(dict.fromkeys(stance.agent for stance in stances))
        by.setdefault(who, []).append(grounds(m, stances[0].grounds, who))
    lines: list[Line] = []
    for agents, given in by.items():
        plural, on = many(m, agents), linked(given, words.AND_ON)
        if lines:
            lines.append(fill(words.RESTS_MORE, who=people(m, agents), grounds=on))
        else:
            pattern = words.RESTS[at % len(words.RESTS) if len(by) == 1 else 0]
            lines.append(fill(pattern, who=people(m, agents), rest=words.REST[plural], give=words.GIVE[plural], grounds=on))
    every = [stance for stances in alike for stance in stances]
    named = [id for stances in alike for id in behind(m, stances[0].grounds)]
    return Draft((*_joined(lines), Words(".")), reasons(every, proposition, *named), note(every))


def supported(m: Material, proposition: str) -> Support:
    """The recorded support of a proposition under the lens."""
    return m.statuses.proposition(proposition)


def by_first(m: Material) -> Callable[[str], tuple[int, str]]:
    """A key to tell propositions in the order in which they came up."""
    return m.first
