"""One position told: who holds it and since when, who stands against it, what it rests on, how many origins are shown, what was asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fontes.dates import When
from fontes.findings.positions import AnswerHeld
from fontes.findings.positions.consensus import Word
from fontes.findings.positions.voices import Turn
from fontes.model.names import PropositionId
from fontes.model.stances import Attitude, Ground, Report, Stance
from fontes.present.pages import Words
from fontes.present.phrasing import counted, number, ranged
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, Draft, DraftParagraph, Line, Quoted, fill, linked, listed
from fontes.present.review.material import Material
from fontes.present.review.notes import note
from fontes.present.review.relied import Resting, behind, many, on_what, people, reasons, resting, that
from fontes.present.review.weight import AT_LENGTH, at_length, last_asserted, weight
from fontes.present.review.wordings import spoken, wording_of, year
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
    every = m.stances(proposition)
    firm = {one.agent for one in every if one.attitude is Attitude.ASSERTS}
    kept = [one for one in every if not (one.attitude is Attitude.SUPPOSES and one.agent in firm)]

    def by(them: Iterable[Stance]) -> dict[Attitude, tuple[Stance, ...]]:
        listed_ = list(them)
        found = {each: tuple(one for one in listed_ if one.attitude is each) for each in ATTITUDES}
        return {each: stances for each, stances in found.items() if stances}

    return Sides(by(one for one in kept if m.writes(one)), by(one for one in kept if not m.writes(one)))


# ---------------------------------------------------------------- a paragraph of its own


def paragraph(story: Story, proposition: str, lead: Line = ()) -> DraftParagraph:
    """A position at length. ``lead`` stands before it, as a question before its answer."""
    m = story.m
    story.told.add(proposition)
    found = sides(m, proposition)
    drafts = [*_held(story, [proposition], found, lead), *_relying(story, proposition, found)]
    drafts += _reported(m, [proposition], found)
    drafts += _weighed(story, proposition, found)
    return DraftParagraph(tuple(drafts))


def _weighed(story: Story, proposition: str, found: Sides) -> Iterable[Draft]:
    """What becomes of it: origins, agreement, the last who asserts it, changes of mind, what was asked of it."""
    m = story.m
    if proposition != story.chief:
        yield from _origins(m, proposition)
    yield from _agreed(m, proposition)
    yield from _given_up(m, proposition)
    yield from _changed(m, proposition)
    yield from _excluded(story, proposition)
    yield from _asked(m, proposition)


def sentence(story: Story, proposition: str, lead: Line = (), again: bool = False) -> list[Draft]:
    """A position in a sentence or two, with its grounds in the same sentence where there is room."""
    return together(story, [proposition], lead, again)


def together(story: Story, ids: Sequence[str], lead: Line = (), again: bool = False) -> list[Draft]:
    """Positions that the same people hold in the same way, in one sentence."""
    m = story.m
    story.told.update(ids)
    found = sides(m, ids[0])
    made = list(_held(story, ids, found, lead, again))
    if len(ids) == 1:
        made += _relying(story, ids[0], found)
    return [*made, *_reported(m, ids, found)]


def alike(m: Material, ids: Sequence[str]) -> list[list[str]]:
    """Neighbours that the same people hold in the same way, grounds or not, at most so many at once."""
    groups: list[list[str]] = []
    for id in ids:
        last = groups[-1] if groups else []
        if last and len(last) < AT_ONCE and _key(m, id) and _key(m, last[0]) == _key(m, id):
            last.append(id)
        else:
            groups.append([id])
    return groups


def _key(m: Material, id: str) -> tuple[object, ...]:
    """Who holds it and how; empty where several attitudes or grounds make it a sentence of its own."""
    stances = m.stances(id)
    if any(one.grounds for one in stances) or len({one.attitude for one in stances}) != 1 or m.one.reports_on.get(id):
        return ()
    return (tuple(dict.fromkeys(one.agent for one in stances)), stances[0].attitude, date_of(m.corpus, stances[0]))


# ---------------------------------------------------------------- who holds it


def _held(story: Story, ids: Sequence[str], found: Sides, lead: Line, again: bool = False) -> list[Draft]:
    """Who holds it and who does not: the literature first, what was said at the time after it."""
    m = story.m
    made: list[Draft] = []
    stances = [stance for id in ids for stance in m.stances(id)]
    for past, side in ((False, found.written), (True, found.spoken)):
        if not side:
            continue
        mine = [one for one in stances if m.writes(one) is not past]
        line = _sides(story, ids, side, past, lead if not made else (), bool(made), again)
        rest = _alone(story, ids[0], side) if len(ids) == 1 and not made else None
        tail: Line = ()
        if rest is not None:
            tail = (Words(words.RELYING[bool(rest.things or rest.perhaps)]), *on_what(rest)[_lead_of(rest):])
        named = rest.ids if rest is not None else ()
        made.append(Draft((*line, *tail, Words(".")), reasons(mine, *ids, *named), note(mine)))
    return made


def _lead_of(rest: Resting) -> int:
    """The `on` that `relying on` says already is left out of what follows it."""
    return 1 if rest.things or not rest.perhaps else 0


def _alone(story: Story, id: str, side: Mapping[Attitude, tuple[Stance, ...]]) -> Resting | None:
    """The grounds that can stand in the sentence itself: those of its one holder."""
    holders = {one.agent for stances in side.values() for one in stances}
    with_grounds = {one.grounds: one for stances in side.values() for one in stances if one.grounds}
    if len(side) != 1 or len(holders) != 1 or len(with_grounds) != 1:
        return None
    (given,) = with_grounds
    found = resting(story.m, given, holders, skip=_known(id))
    if found.empty or found.left or len(found.clauses) > 2 or (found.perhaps and not found.things):
        return None
    return found


def _known(id: str) -> tuple[str, ...]:
    return (id,)


def _sides(
    story: Story, ids: Sequence[str], side: Mapping[Attitude, tuple[Stance, ...]], past: bool, lead: Line, second: bool, again: bool
) -> Line:
    m = story.m
    order = [each for each in ATTITUDES if each in side]
    first, *others = order
    held = side[first]
    who, plural = _who(m, held, past), many(m, (one.agent for one in held))
    day = _on_day(m, held) if past else ""
    if second:
        line = fill((words.SAID_TOO if first is Attitude.ASSERTS else words.IT_TOO), who=who, day=day, verb=words.PAST[first.value][plural])
    else:
        line = _main(story, ids, first, who, plural, past, day, lead, len({one.agent for one in held}), again)
    lines = [line]
    for each in others:
        verbs = (words.PAST_IT if past else words.VERBS_IT)[each.value]
        them = side[each]
        lines.append(fill(verbs[many(m, (one.agent for one in them))], who=_who(m, them, past)))
    return linked(lines, words.BUT) if len(lines) == 2 and order[1] in (Attitude.DOUBTS, Attitude.DENIES) else linked(lines, "; ")


def _main(
    story: Story, ids: Sequence[str], first: Attitude, who: Line, plural: bool, past: bool, day: str, lead: Line, holders: int, again: bool
) -> Line:  # fmt: skip
    m = story.m
    at = story.turn()
    if first is Attitude.LEAVES_OPEN:
        whether: Line = (Clause(ids[0], bare=True),)
        return fill((words.LEFT_WHETHER if past else words.LEAVE_WHETHER)[plural], who=who, clause=whether, day=day)
    clause = that(m, ids)
    if past:
        return fill(words.VIEW_PAST, who=who, verb=words.PAST[first.value][plural], day=day, clause=clause)
    if lead and first is Attitude.ASSERTS:
        return fill(words.ANSWERS_IT[at % 2][plural], question=lead, who=who, clause=clause)
    if first is Attitude.ASSERTS and holders >= PASSIVE and len(ids) == 1:
        return fill(words.IS_HELD, clause=clause, who=who)
    if first is Attitude.ASSERTS and again:
        return fill(words.AGAIN[at % len(words.AGAIN)][plural], who=who, clause=clause)
    verbs = words.ASSERT_VERBS[at % len(words.ASSERT_VERBS)] if first is Attitude.ASSERTS else words.VERBS[first.value]
    line = fill(words.VIEW, who=who, verb=verbs[plural], clause=clause)
    return (*fill(words.AS_TO, question=lead), *line) if lead else line


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


def _relying(story: Story, proposition: str, found: Sides) -> list[Draft]:
    """What the holders rely on, those with the same grounds together, and for how many no grounds are recorded."""
    m = story.m
    made: list[Draft] = []
    for side in (found.written, found.spoken):
        if side and not (not made and _alone(story, proposition, side) is not None and side is (found.written or found.spoken)):
            draft = _rely(story, proposition, side)
            made += [draft] if draft else []
    return made


def _rely(story: Story, proposition: str, side: Mapping[Attitude, tuple[Stance, ...]]) -> Draft | None:
    m = story.m
    groups: dict[tuple[Ground, ...], list[Stance]] = {}
    for stances in side.values():
        for one in stances:
            if one.grounds:
                groups.setdefault(one.grounds, []).append(one)
    by: dict[tuple[str, ...], list[Ground]] = {}
    for given, them in groups.items():
        by.setdefault(tuple(dict.fromkeys(one.agent for one in them)), []).extend(given)
    lines: list[Line] = []
    for agents, given_ in by.items():
        rest = resting(m, given_, agents, skip=_known(proposition))
        if not rest.empty:
            pattern = (words.RELY_MORE if lines else words.RELY[story.turn() % len(words.RELY)])[many(m, agents)]
            lines.append(fill(pattern, who=people(m, agents), grounds=on_what(rest)))
    if not lines:
        return None
    holders = {one.agent for one in side.get(Attitude.ASSERTS, ())}
    silent = holders - {agent for agents in by for agent in agents}
    if silent and len(holders) >= AT_LENGTH and len(holders) > len(silent):
        lines.append((Words(words.NO_GROUNDS[len(silent) > 1].format(count=number(len(silent)))),))
    every = [one for them in groups.values() for one in them]
    return Draft((*linked(lines, "; "), Words(".")), reasons(every, proposition, *(id for given in groups for id in behind(m, given))), note(every))


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
    hops = listed([people(m, hop) for hop in one.hops], "", words.THEN)
    ids = list(dict.fromkeys(each.proposition for each in same))
    clause: Line = (Words(words.SO_MUCH),) if known else that(m, ids)
    pattern = words.TOLD[not one.asserting]
    line = fill(pattern, sender=people(m, [one.sender]), receivers=hops, date=on_day(m, date_of(m.corpus, one)), clause=clause)
    return Draft((*line, Words(".")), reasons(same, *ids), note(same))


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
                yield Draft(fill(words.MAJORITY, heard=ranged(*one.heard, words.VOICE)), reasons(acts, proposition))


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
    for id in m.questions:
        for one in m.positions[id].history if id in m.positions else ():
            key = (one.taken.agent, one.taken.option)
            if one.turn is Turn.CHANGED and one.before and one.taken.when and one.taken.proposition == proposition and key not in done:
                if one.before in words.PAST_IT and one.taken.option in words.PAST_IT:
                    done.add(key)
                    acts = [each for each in m.stances(proposition) if each.agent == one.taken.agent]
                    plural = many(m, [one.taken.agent])
                    line = fill(
                        words.CHANGED, who=people(m, [one.taken.agent]), before=words.FIRST_IT[one.before],
                        later=words.LATER_IT[one.taken.option], date=on_day(m, one.taken.when), has=words.HAVE[plural],
                    )  # fmt: skip
                    yield Draft(line, reasons(acts, proposition), note(acts))


def _excluded(story: Story, proposition: str) -> Iterable[Draft]:
    """Which answers told before it excludes, called by who holds them."""
    m = story.m
    one = m.corpus.propositions[PropositionId(proposition)]
    rivals = {*one.excludes, *(other.id for other in m.corpus.propositions.values() if one.id in other.excludes)}
    told = sorted((id for id in rivals if id in story.told and id != proposition), key=m.first)
    lines = [line for id in told if (line := _called(m, id))]
    if lines:
        yield Draft(fill(words.EXCLUDES, things=listed(lines)), (proposition, *told))


def _called(m: Material, id: str) -> Line:
    """`what A and B hold`: an answer by those who hold it; of many, the first two."""
    found = sides(m, id)
    holders = list(dict.fromkeys(one.agent for side in (found.written, found.spoken) for one in side.get(Attitude.ASSERTS, ())))
    named = [agent for agent in holders if not _unnamed(m, agent)]
    if not named:
        return ()
    few = named if len(holders) <= AT_ONCE else named[:2]
    if len(few) < len(holders):
        return fill(words.VIEW_OF_MORE, who=listed([people(m, [each]) for each in few], ", "))
    return fill(words.VIEW_OF, who=people(m, few))


def _asked(m: Material, proposition: str) -> Iterable[Draft]:
    """What was asked of its holders."""
    found: dict[str, list[Stance]] = {}
    for stance in m.raised_against.get(proposition, ()):
        found.setdefault(stance.agent, []).append(stance)
    for agent, stances in found.items():
        line = fill(words.RAISED_AGAINST[many(m, [agent])], who=people(m, [agent]), questions=listed([(Quoted(one.on),) for one in stances]))
        yield Draft(line, reasons(stances, proposition, *(str(one.on) for one in stances)), note(stances))


def is_long(m: Material, id: str) -> bool:
    """Does it get a paragraph?"""
    return at_length(m, id)


def length_of(m: Material, id: str) -> int:
    """Words of a wording."""
    return len(wording_of(m.corpus, id).split())
