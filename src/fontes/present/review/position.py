"""One position told: who holds it and since when, who stands against it, what it rests on, how many origins are shown, what was asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fontes.dates import When
from fontes.findings.positions import AnswerHeld
from fontes.findings.positions.consensus import Word
from fontes.model.stances import Attitude, Ground, Report, Stance
from fontes.present.pages import Words
from fontes.present.phrasing import counted, number, ranged
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, Draft, DraftParagraph, Line, Quoted, fill, linked, listed
from fontes.present.review.material import Material
from fontes.present.review.notes import note
from fontes.present.review.relied import Resting, behind, many, people, reasons, relies, relying, resting, that
from fontes.present.review.weight import AGAINST, AT_LENGTH, last_asserted, weight
from fontes.present.review.wordings import spoken, year
from fontes.present.rooms.concordance import date_of

ATTITUDES = (Attitude.ASSERTS, Attitude.SUPPOSES, Attitude.LEAVES_OPEN, Attitude.DOUBTS, Attitude.DENIES)
AT_ONCE = 3
"""So many propositions of the same people are told in one sentence."""
PASSIVE = 5
"""From so many holders on the clause stands first: `That … is held by …`."""


@dataclass
class Story:
    """What has been told so far, so that nothing is told twice; ``chief`` is left for the part on sources."""

    m: Material
    told: set[str] = field(default_factory=set)
    chief: str = ""
    mine: int = 0

    def fresh(self, ids: Iterable[str]) -> list[str]:
        """Those not told yet on which somebody is heard."""
        return [id for id in dict.fromkeys(ids) if id not in self.told and weight(self.m, id).voices]

    def turn(self) -> int:
        """A count that varies the wording from one sentence to the next."""
        self.mine += 1
        return self.mine


@dataclass(frozen=True, slots=True)
class Sides:
    """The stances on a proposition by attitude: those of the literature, and those of participants and witnesses."""

    written: Mapping[Attitude, tuple[Stance, ...]]
    spoken: Mapping[Attitude, tuple[Stance, ...]]

    @property
    def all(self) -> tuple[Stance, ...]:
        """Every one of them."""
        return tuple(one for side in (self.written, self.spoken) for stances in side.values() for one in stances)


def sides(m: Material, proposition: str) -> Sides:
    """Who stands where; somebody who asserts a thing and supposes it elsewhere is told as asserting it."""
    every = list(m.stances(proposition))
    every = [one for one in every if not _given_up_later(m, one, every)]
    firm = {one.agent for one in every if one.attitude is Attitude.ASSERTS}
    kept = [one for one in every if not (one.attitude is Attitude.SUPPOSES and one.agent in firm)]

    def by(them: Iterable[Stance]) -> dict[Attitude, tuple[Stance, ...]]:
        listed_ = list(them)
        found = {each: tuple(one for one in listed_ if one.attitude is each) for each in ATTITUDES}
        return {each: stances for each, stances in found.items() if stances}

    writers = {one.agent for one in kept if m.writes(one)}
    return Sides(by(one for one in kept if m.writes(one)), by(one for one in kept if one.agent not in writers))


def _given_up_later(m: Material, one: Stance, every: Sequence[Stance]) -> bool:
    """Did its agent certainly take the other side later? That is told as a change of mind."""
    mine, other = (_FOR, AGAINST) if one.attitude in _FOR else (AGAINST, _FOR)
    end = when.latest if (when := date_of(m.corpus, one)) else None
    if one.attitude not in mine or not isinstance(end, int):
        return False
    days = [date_of(m.corpus, each) for each in every if each.agent == one.agent and each.attitude in other]
    return any(when is not None and isinstance(when.earliest, int) and when.earliest > end for when in days)


_FOR = frozenset({Attitude.ASSERTS, Attitude.SUPPOSES, Attitude.LEAVES_OPEN})


# ---------------------------------------------------------------- told at length, or in a sentence


def paragraph(story: Story, proposition: str) -> DraftParagraph:
    """A position at length."""
    m = story.m
    found = sides(m, proposition)
    story.told.add(proposition)
    drafts = [*_held(story, [proposition], found), *_reported(m, [proposition], found)]
    if proposition != story.chief:
        drafts += _origins(m, proposition)
    for more in (_agreed, _given_up, _changed):
        drafts += more(m, proposition)
    return DraftParagraph((*drafts, *_excluded(story, proposition), *_asked(m, proposition)))


def together(story: Story, ids: Sequence[str], lead: Line = (), again: bool = False, brief: bool = False) -> list[Draft]:
    """Positions that the same people hold in the same way and on the same grounds, in a sentence or two.

    ``lead`` is the question they answer, where the text has not named it; ``again`` where the sentence before had the same people; ``brief``:
    of the grounds only the sources that a single holder relies on, and a single reason, are told.
    """
    story.told.update(ids)
    found = sides(story.m, ids[0])
    changed = [draft for id in ids for draft in _changed(story.m, id)]
    return [*_held(story, ids, found, lead, again, brief), *_reported(story.m, ids, found), *changed]


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
        for pole in (_FOR, AGAINST):
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
    who, plural = _who(m, them, past), many(m, (one.agent for one in them))
    day = _on_day(m, them) if past else ""
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
    who, plural = _who(m, them, past), many(m, (one.agent for one in them))
    day = _on_day(m, them) if past else ""
    if past and attitude is Attitude.ASSERTS and before is _FOR:
        earlier = _all_before(m, them, [one for side in found.written.values() for one in side])
        return fill(words.SAID_BEFORE if earlier else words.SAID_TOO, who=who, day=day)
    return fill((words.PAST_IT if past else words.VERBS_IT)[attitude.value][plural], who=who, day=day)


def _all_before(m: Material, them: Sequence[Stance], others: Sequence[Stance]) -> bool:
    """Had all of them certainly spoken before any of the others?"""
    last = [when.latest if (when := date_of(m.corpus, one)) else None for one in them]
    first = [when.earliest if (when := date_of(m.corpus, one)) else None for one in others]
    ends, begins = [each for each in last if isinstance(each, int)], [each for each in first if isinstance(each, int)]
    return len(ends) == len(them) and len(begins) == len(others) > 0 and max(ends) < min(begins)


def _who(m: Material, stances: Sequence[Stance], past: bool) -> Line:
    dates: dict[str, str] = {}
    titles: dict[str, str] = {}
    for stance in sorted(stances, key=lambda one: m.order[one.id]):
        date = date_of(m.corpus, stance)
        dates[stance.agent] = dates.get(stance.agent) or ("" if _unnamed(m, stance.agent) else year(date))
        if stance.read and not past and stance.agent in [maker.agent for maker in m.corpus.sources[stance.read.source].makers]:
            titles.setdefault(stance.agent, stance.read.source)
    alone = past and len(dates) == 1
    return people(m, dates, {} if alone else dates, titles)


def _unnamed(m: Material, agent: str) -> bool:
    found = m.corpus.agents.get(agent)  # type: ignore[call-overload]
    return found is not None and found.unnamed


def _on_day(m: Material, stances: Sequence[Stance]) -> str:
    """When a single participant said it."""
    dates = {spoken(m.corpus, date_of(m.corpus, one)): date_of(m.corpus, one) for one in stances}
    if len({one.agent for one in stances}) > 1 or len(dates) != 1:
        return ""
    return on_day(m, next(iter(dates.values())))


def on_day(m: Material, when: When | None) -> str:
    """On a day, in a month or a year, or in brackets however it is written."""
    text = spoken(m.corpus, when)
    if not text or when is None:
        return ""
    if year(when):
        return (words.DAY_OF if text[:1].isdigit() and len(text.split()) == 3 else words.MONTH_OF).format(date=text)
    return words.PLAIN_DATE.format(date=text) if text.startswith(("after ", "before ", "between ", "by ", "until ", "about ")) else (
        words.IN_BRACKETS.format(date=text))  # fmt: skip


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


# ---------------------------------------------------------------- what becomes of it


def _origins(m: Material, proposition: str) -> Iterable[Draft]:
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


def _agreed(m: Material, proposition: str) -> Iterable[Draft]:
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


def _given_up(m: Material, proposition: str) -> Iterable[Draft]:
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


def _changed(m: Material, proposition: str) -> Iterable[Draft]:
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


def _excluded(story: Story, proposition: str) -> Iterable[Draft]:
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
    named = [agent for agent in holders if not _unnamed(m, agent)]
    if not named:
        return ()
    few = named if len(holders) <= AT_ONCE else named[:2]
    if len(few) < len(holders):
        return fill(words.AND_OTHERS, who=listed([people(m, [each]) for each in few], ","))
    return people(m, few)


def _asked(m: Material, proposition: str) -> Iterable[Draft]:
    """What was asked of its holders."""
    found: dict[str, list[Stance]] = {}
    for stance in m.raised_against.get(proposition, ()):
        found.setdefault(stance.agent, []).append(stance)
    for agent, stances in found.items():
        line = fill(words.RAISED_AGAINST[many(m, [agent])], who=people(m, [agent]), questions=listed([(Quoted(one.on),) for one in stances]))
        yield Draft(line, reasons(stances, proposition, *(str(one.on) for one in stances)), note(stances))
