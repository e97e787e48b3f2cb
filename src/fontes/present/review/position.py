"""One position told: who holds it and since when, who stands against it, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from fontes.model.stances import Attitude, Ground, Report, Stance
from fontes.present.pages import Words
from fontes.present.phrasing import number
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, Draft, DraftParagraph, Line, as_line, fill, linked, listed
from fontes.present.review.material import Material
from fontes.present.review.notes import note
from fontes.present.review.outcome import agreed, asked, changed, excluded, given_up, origins
from fontes.present.review.relied import Resting, behind, many, people, reasons, relies, relying, resting, that
from fontes.present.review.sides import ATTITUDES, NOT_AGAINST, Sides, Story, day_of, on_day, sides, speakers
from fontes.present.review.weight import AGAINST, AT_LENGTH
from fontes.present.review.wordings import year
from fontes.present.rooms.concordance import date_of

AT_ONCE = 3
"""So many propositions of the same people are told in one sentence."""
PASSIVE = 5
"""From so many holders on the clause stands first: `That … is held by …`."""


# ---------------------------------------------------------------- told at length, or in a sentence


def paragraph(story: Story, proposition: str) -> DraftParagraph:
    """A position at length."""
    m = story.m
    found = sides(m, proposition)
    story.told.add(proposition)
    drafts = [*_held(story, [proposition], found), *_reported(m, [proposition], found)]
    if proposition == story.chief:
        drafts.append(Draft(as_line(words.TRAILS_BELOW), (proposition,)))
    else:
        drafts += origins(m, proposition)
    for more in (agreed, given_up, changed):
        drafts += more(m, proposition)
    return DraftParagraph((*drafts, *excluded(story, proposition), *asked(m, proposition)))


def together(story: Story, ids: Sequence[str], lead: Line = (), again: bool = False, brief: bool = False) -> list[Draft]:
    """Positions that the same people hold in the same way and on the same grounds, in a sentence or two.

    ``lead`` is the question they answer, where the text has not named it; ``again`` where the sentence before had the same people; ``brief``:
    of the grounds only the sources that a single holder relies on, and a single reason, are told.
    """
    story.told.update(ids)
    found = sides(story.m, ids[0])
    turned = [draft for id in ids for draft in changed(story.m, id)]
    return [*_held(story, ids, found, lead, again, brief), *_reported(story.m, ids, found), *turned]


def alike(m: Material, ids: Sequence[str]) -> list[list[str]]:
    """Positions that the same people hold in the same way, on the same grounds and at the same date, at most so many at once."""
    groups: dict[object, list[list[str]]] = {}
    made: list[list[str]] = []
    for id in ids:
        key = _key(m, id)
        mine = groups.setdefault(key, []) if key else []
        if key and mine and len(mine[-1]) < AT_ONCE:
            mine[-1].append(id)
        else:
            fresh = [id]
            mine.append(fresh)
            made.append(fresh)
    return made


def _key(m: Material, id: str) -> tuple[object, ...]:
    """Who holds it, how, when and on what; empty where several attitudes or reports make it a sentence of its own."""
    stances = m.stances(id)
    if len({one.attitude for one in stances}) != 1 or m.one.reports_on.get(id) or stances[0].attitude is Attitude.LEAVES_OPEN:
        return ()
    grounds = {tuple((each.on, each.doubtful) for each in one.grounds) for one in stances}
    if len(grounds) != 1:
        return ()
    return (tuple(sorted({one.agent for one in stances})), stances[0].attitude, year(date_of(m.corpus, stances[0])), grounds.pop())


# ---------------------------------------------------------------- who holds it


@dataclass(frozen=True, slots=True)
class _Block:
    """One side of a position as a sentence: its main clause, the grounds at its end, and grounds that need a sentence of their own."""

    line: Line
    tail: Line
    more: Draft | None
    stances: tuple[Stance, ...]
    ids: tuple[str, ...]
    holders: int

    @property
    def bare(self) -> bool:
        """Has it no grounds to tell?"""
        return not self.tail and self.more is None


def _held(story: Story, ids: Sequence[str], found: Sides, lead: Line = (), again: bool = False, brief: bool = False) -> list[Draft]:
    """Who holds it and who does not: the literature first, then what was said at the time; grounds after each side."""
    m = story.m
    blocks: list[tuple[bool, _Block]] = []
    before: frozenset[Attitude] | None = None
    for past, side in ((False, found.written), (True, found.spoken)):
        for pole in (NOT_AGAINST, AGAINST):
            part = {each: side[each] for each in ATTITUDES if each in side and each in pole}
            if part:
                blocks.append((pole is AGAINST, _block(story, ids, part, past, before, lead, again, found, brief)))
                before = pole
    made: list[Draft] = []
    at = 0
    while at < len(blocks):
        block = blocks[at][1]
        line, stances = block.line, block.stances
        if at + 1 < len(blocks) and blocks[at + 1][0] and not blocks[at][0] and block.bare and blocks[at + 1][1].bare and block.holders < PASSIVE:
            other = blocks[at + 1][1]
            line, stances = linked([line, other.line], words.BUT), (*stances, *other.stances)
            at += 1
        every = [one for id in ids for one in m.stances(id) if any(one.agent == each.agent and one.attitude is each.attitude for each in stances)]
        made.append(Draft((*line, *block.tail, Words(".")), reasons(every, *ids, *block.ids), note(every)))
        made += [block.more] if block.more else []
        at += 1
    return made


def _block(
    story: Story, ids: Sequence[str], part: Mapping[Attitude, tuple[Stance, ...]], past: bool, before: frozenset[Attitude] | None, lead: Line,
    again: bool, found: Sides, brief: bool,
) -> _Block:  # fmt: skip
    m = story.m
    stances = tuple(one for each in part.values() for one in each)
    holders = list(dict.fromkeys(one.agent for one in stances))
    given = _given(stances)
    alone = resting(m, next(iter(given.values())), holders, skip=ids) if len(holders) == 1 and len(given) == 1 else None
    if brief and alone is not None:
        alone = replace(alone, clauses=alone.clauses if len(alone.clauses) == 1 else (), left=0)
    fits = alone is not None and not alone.empty and alone.left == 0 and len(alone.clauses) < AT_ONCE
    grounded = bool(given)
    lines = []
    for at, (each, them) in enumerate(part.items()):
        if at or before is not None:
            lines.append(_follows(m, each, them, past, before if not at else None, found))
        else:
            lines.append(_main(story, ids, each, them, past, lead, again, grounded))
    tail = (Words(words.COMMA), *relying(alone)) if fits and alone else ()
    more = None if fits or brief else _rely(story, ids, part, given)
    return _Block(linked(lines, "; "), tail, more, stances, alone.ids if fits and alone else (), len(holders))


def _given(stances: Iterable[Stance]) -> dict[str, list[Ground]]:
    """The grounds that each gives, those of several statements together."""
    made: dict[str, list[Ground]] = {}
    for one in stances:
        if one.grounds:
            made.setdefault(one.agent, []).extend(each for each in one.grounds if each not in made.get(one.agent, ()))
    return made


def _main(
    story: Story, ids: Sequence[str], attitude: Attitude, them: Sequence[Stance], past: bool, lead: Line, again: bool, grounded: bool
) -> Line:  # fmt: skip
    """The clause that says what is held."""
    m, at = story.m, story.turn()
    who, plural = speakers(m, them, past), many(m, (one.agent for one in them))
    day = day_of(m, them) if past else ""
    clause = that(m, ids)
    if attitude is Attitude.LEAVES_OPEN:
        return fill((words.LEFT_WHETHER if past else words.LEAVE_WHETHER)[plural], who=who, clause=(Clause(ids[0], bare=True),), day=day)
    if again:
        verbs = words.AGAIN_PAST if past else words.AGAIN if attitude is Attitude.ASSERTS else words.AGAIN_VERBS[attitude.value]
        if isinstance(verbs, str):
            return fill(verbs, clause=clause, who=who)
        return fill(verbs[plural], clause=clause, who=who)
    if past:
        line = fill(words.VIEW_PAST, who=who, verb=words.PAST[attitude.value][plural], day=day, clause=clause)
    elif attitude is Attitude.ASSERTS and len({one.agent for one in them}) >= PASSIVE and len(ids) == 1 and not lead:
        return fill(words.IS_HELD, clause=clause, who=who)
    elif lead and attitude is Attitude.ASSERTS and at % 3:
        return fill(words.ANSWERS_IT[at % 3 - 1][plural], question=lead, who=who, clause=clause)
    else:
        verbs_ = _verbs(m, them, grounded, at) if attitude is Attitude.ASSERTS else words.VERBS[attitude.value]
        line = fill(words.VIEW, who=who, verb=verbs_[plural], clause=clause)
    return (*fill(words.AS_TO, question=lead), *line) if lead else line


def _verbs(m: Material, them: Sequence[Stance], grounded: bool, at: int) -> tuple[str, str]:
    """Papers and pages write, who gives grounds argues, everybody else holds or maintains."""
    agents = [m.corpus.agents[one.agent] for one in them if one.agent in m.corpus.agents]
    if agents and all(one.kind == "publication" or "press" in one.roles for one in agents):
        return words.WRITES
    return words.ARGUES if grounded and at % 2 else words.HOLDS[at % len(words.HOLDS)]


def _follows(
    m: Material, attitude: Attitude, them: Sequence[Stance], past: bool, before: frozenset[Attitude] | None, found: Sides
) -> Line:  # fmt: skip
    """A further side of what has been said: `X denies it`, `Y said the same`."""
    who, plural = speakers(m, them, past), many(m, (one.agent for one in them))
    day = day_of(m, them) if past else ""
    if past and attitude is Attitude.ASSERTS and before is NOT_AGAINST:
        earlier = _all_before(m, them, [one for side in found.written.values() for one in side])
        return fill(words.SAID_BEFORE if earlier else words.SAID_TOO, who=who, day=day)
    return fill((words.PAST_IT if past else words.VERBS_IT)[attitude.value][plural], who=who, day=day)


def _all_before(m: Material, them: Sequence[Stance], others: Sequence[Stance]) -> bool:
    """Had all of them certainly spoken before any of the others?"""
    last = [when.latest if (when := date_of(m.corpus, one)) else None for one in them]
    first = [when.earliest if (when := date_of(m.corpus, one)) else None for one in others]
    ends, begins = [each for each in last if isinstance(each, int)], [each for each in first if isinstance(each, int)]
    return len(ends) == len(them) and len(begins) == len(others) > 0 and max(ends) < min(begins)


# ---------------------------------------------------------------- on what


def _rely(story: Story, ids: Sequence[str], part: Mapping[Attitude, tuple[Stance, ...]], given: Mapping[str, Sequence[Ground]]) -> Draft | None:
    """What the holders rely on, those with the same grounds together, and for how many no grounds are recorded."""
    m = story.m
    by: dict[tuple[Ground, ...], list[str]] = {}
    for agent, grounds in given.items():
        by.setdefault(tuple(grounds), []).append(agent)
    lines: list[Line] = []
    before: Resting | None = None
    for grounds, agents in by.items():
        rest = resting(m, grounds, agents, skip=ids)
        if not rest.empty:
            lines.append(relies(m, agents, rest, len({one.agent for them in part.values() for one in them}) == 1, before))
            before = rest
    if not lines:
        return None
    holders = {one.agent for one in part.get(Attitude.ASSERTS, ())}
    silent = holders - set(given)
    if silent and len(holders) >= AT_LENGTH:
        lines.append((Words(words.NO_GROUNDS[len(silent) > 1].format(count=number(len(silent)))),))
    every = [one for them in part.values() for one in them if one.grounds]
    return Draft((*linked(lines, "; "), Words(".")), reasons(every, *ids, *(id for grounds in by for id in behind(m, grounds))), note(every))


def _reported(m: Material, ids: Sequence[str], found: Sides) -> list[Draft]:
    """Who told whom of it."""
    ways: dict[tuple[object, ...], list[Report]] = {}
    for id in ids:
        for one in m.one.reports_on.get(id, ()):
            ways.setdefault((one.sender, one.hops, one.asserting, date_of(m.corpus, one)), []).append(one)
    return [told_on(m, every, known=bool(found.all)) for every in ways.values()]


def told_on(m: Material, same: Sequence[Report], known: bool = False) -> Draft:
    """What one told another on one day; of what is ``known`` from the sentence before only that it was told."""
    one = same[0]
    hops = [people(m, hop) for hop in one.hops] or [people(m, [""])]
    ids = list(dict.fromkeys(each.proposition for each in same))
    pattern = (words.TOLD_SO if known else words.TOLD)[not one.asserting]
    line = fill(pattern, sender=people(m, [one.sender]), receivers=hops[0], date=on_day(m, date_of(m.corpus, one)), clause=that(m, ids))
    on = fill(words.WENT_ON, receivers=listed(hops[1:], "", words.THEN)) if hops[1:] else ()
    return Draft((*line, *on, Words(".")), reasons(same, *ids), note(same))


