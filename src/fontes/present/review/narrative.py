"""The literature by question: the chief question by period, the questions under it by weight, small questions with the answer they are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fontes.model.explanations import Period
from fontes.model.names import PropositionId, QuestionId
from fontes.model.stances import Stance
from fontes.present.pages import Words
from fontes.present.phrasing import counted
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Draft, DraftParagraph, DraftSection, Line, Quoted, fill
from fontes.present.review.material import Material
from fontes.present.review.numbers import counted_answers, numbers
from fontes.present.review.outcome import answers_called, called
from fontes.present.review.position import alike, paragraph, together
from fontes.present.review.relied import reasons
from fontes.present.review.sides import Story
from fontes.present.review.weight import FOLDED, FOR, GREAT, LONG, PARTS, SENTENCES, at_length, has_own_part, heard, heaviest, voices
from fontes.present.review.wordings import years
from fontes.present.rooms.concordance import date_key, date_of

LINES, ANSWERS_NAMED = 5, 3
"""So many sentences make a paragraph; so many answers that nobody repeats are named."""


def by_question(story: Story) -> Iterator[DraftSection]:
    """A part for each chief question, those of little weight together in one; without a question, all propositions by themselves."""
    m = story.m
    roots = m.roots
    if not roots:
        yield from _without(story)
        return
    great = [id for id in roots if len(heard(m, _answers(m, m.below(id)))) >= GREAT] or roots[:1]
    for id in great:
        yield from _chief(story, id)
    rest = [id for id in roots if id not in great]
    blocks = [block for id in rest for block in _small(story, [*m.below(id)])]
    if blocks:
        yield DraftSection((Words(words.SMALLER_HEAD),), tuple(blocks))


def _answers(m: Material, questions: Iterable[QuestionId]) -> list[PropositionId]:
    return list(dict.fromkeys(answer for id in questions for answer in m.one.answers.get(id, ())))


# ---------------------------------------------------------------- a chief question


def _chief(story: Story, id: QuestionId) -> Iterator[DraftSection]:
    """Its own answers by period, then the questions under it that carry weight, each with those under it that do not."""
    m = story.m
    own = [each for each in m.below(id) if each != id and _is_part(story, each)]
    own = sorted(sorted(own, key=lambda each: -voices(m, [each]))[:PARTS], key=own.index)
    light = [each for each in m.below(id) if each != id and each not in own]
    folded = {each: _above(m, each, own, id) for each in light}
    head: Line = (Words(words.ANSWERS_HEAD),) if m.asked else (Quoted(id),)
    yield DraftSection(head, tuple(_figures_first(story, id)))
    yield from _periods(story, id, [each for each in light if folded[each] == id])
    for each in own:
        inside = [one for one in light if folded[one] == each]
        blocks = [*_figures_first(story, each), *_paragraphs(story, each), *_light(story, inside, _answers(m, inside))]
        if blocks:
            yield DraftSection((Quoted(each),), tuple(blocks), 3)


def _is_part(story: Story, id: QuestionId) -> bool:
    return has_own_part(story.m, id) and bool(story.fresh(story.m.one.answers.get(id, ()))) and not _same(story.m, id)


def _same(m: Material, id: QuestionId) -> bool:
    """Are its answers all answers to a question above it as well?"""
    answers = set(m.one.answers.get(id, ()))
    above = {answer for each in m.corpus.questions[id].part_of for answer in m.one.answers.get(each, ())}
    return answers <= above


def _above(m: Material, id: QuestionId, own: Sequence[QuestionId], root: QuestionId) -> QuestionId:
    """The nearest question above it that has a part of its own."""
    waiting, seen = list(m.corpus.questions[id].part_of), set()
    while waiting:
        each = waiting.pop(0)
        if each in own or each == root:
            return each
        if each not in seen and each in m.corpus.questions:
            seen.add(each)
            waiting += m.corpus.questions[each].part_of
    return root


def _periods(story: Story, id: QuestionId, light: Sequence[QuestionId]) -> Iterator[DraftSection]:
    """The answers to the chief question and to the light ones under it, by the period in which each first came up."""
    m = story.m
    periods = sorted(m.corpus.periods.values(), key=lambda one: (date_key(one.when), one.id))
    answers = heaviest(m, story.fresh(m.one.answers.get(id, ())))
    folded = [each for each in _answers(m, light) if each not in answers]
    homes = {each: _home(m, each, periods) for each in [*answers, *folded]}
    used = [each for each in periods if each.id in homes.values()]
    if len(used) < 2:
        blocks = [*_told(story, answers), *_light(story, light, folded)]
        if blocks:
            yield DraftSection((), tuple(blocks), 3)
        return
    for name, heading in (*((each.id, _heading(each)) for each in used), (_LATER, _after(periods)), ("", words.NO_PERIOD_HEAD)):
        mine = [each for each in answers if homes[each] == name]
        under = [each for each in folded if homes[each] == name]
        turn = list(_turn(story, id, periods, name))
        blocks = [*_told(story, mine), *_light(story, light, under)]
        if blocks:
            first = DraftParagraph((*turn, *blocks[0].sentences), blocks[0].topic)
            yield DraftSection((Words(heading),), (first, *blocks[1:]), 3)


def _turn(story: Story, id: QuestionId, periods: Sequence[Period], name: str) -> Iterator[Draft]:
    """How many are heard on the chief question in a period, and which answers told before nobody of them asserts."""
    m = story.m
    place = next((at for at, each in enumerate(periods) if each.id == name), None)
    answers = m.one.answers.get(id, ())
    stances = [one for each in answers for one in m.stances(each) if m.writes(one) and place is not None and _period(m, one, periods) == place]
    if not stances or not story.told:
        return
    held = {one.on for one in stances if one.attitude in FOR}
    gone = [each for each in heaviest(m, answers) if each in story.told and each not in held and called(m, each)][:ANSWERS_NAMED]
    if gone:
        count = len({one.agent for one in stances})
        line = fill(words.TURN[count > 1], voices=counted(count, words.VOICE), answers=answers_called(m, gone, words.OR))
        yield Draft(line, (name, *reasons(stances, *gone)))


_LATER = "after the last period"


def _heading(period: Period) -> str:
    span = years(period.when)
    return words.PERIOD_HEAD.format(period=period.name, years=span) if span else period.name


def _after(periods: Sequence[Period]) -> str:
    span = years(periods[-1].when)
    return words.LATER_HEAD.format(year=span.split("–")[-1]) if span else words.AFTERWARDS_HEAD


def _home(m: Material, id: str, periods: Sequence[Period]) -> str:
    """The period of the first of the stances of the literature that has one: by the school of the work, or by the date."""
    stances = [one for one in m.stances(id) if m.writes(one)] or list(m.stances(id))
    found = [place for one in stances if (place := _period(m, one, periods)) is not None]
    if found:
        return periods[min(found)].id
    days = [when.earliest for one in stances if (when := date_of(m.corpus, one)) and isinstance(when.earliest, int)]
    ends = [each.when.latest for each in periods if isinstance(each.when.latest, int)]
    return _LATER if days and ends and min(days) > max(ends) else ""


def _period(m: Material, stance: Stance, periods: Sequence[Period]) -> int | None:
    source = m.corpus.sources.get(stance.read.source) if stance.read else None
    when = date_of(m.corpus, stance)
    for at, each in enumerate(periods):
        if source and source.school and source.school == each.school:
            return at
    for at, each in enumerate(periods):
        if when and isinstance(when.earliest, int) and isinstance(when.latest, int) and _holds(each, when.earliest, when.latest):
            return at
    return None


def _holds(period: Period, first: int, last: int) -> bool:
    start, end = period.when.earliest, period.when.latest
    return (not isinstance(start, int) or start <= first) and (not isinstance(end, int) or last <= end)


# ---------------------------------------------------------------- questions told


def _paragraphs(story: Story, id: QuestionId) -> Iterator[DraftParagraph]:
    yield from _told(story, heaviest(story.m, story.fresh(story.m.one.answers.get(id, ()))))


def _told(story: Story, ids: Sequence[str]) -> Iterator[DraftParagraph]:
    """The weighty answers in a paragraph each, the others in sentences as they came up; what is over is left for the table."""
    m = story.m
    ids = [id for id in ids if id not in story.told]
    long = [id for id in ids if at_length(m, id)][:LONG]
    yield from (paragraph(story, id) for id in long if id not in story.told)
    short = [id for id in ids if id not in long][:SENTENCES]
    drafts = []
    before: tuple[str, ...] = ()
    for group in alike(m, sorted(short, key=m.first)):
        who = tuple(heard(m, group[:1]))
        drafts.append(together(story, group, again=who == before))
        before = who
    yield from _packed(drafts)


def _packed(drafts: Sequence[Sequence[Draft]]) -> Iterator[DraftParagraph]:
    """Sentences in paragraphs, those of one position never parted."""
    made: list[Draft] = []
    for each in drafts:
        if made and len(made) + len(each) > LINES + 1:
            yield DraftParagraph(tuple(made))
            made = []
        made += each
    if made:
        yield DraftParagraph(tuple(made))


def _light(story: Story, questions: Sequence[QuestionId], of: Sequence[str]) -> Iterator[DraftParagraph]:
    """Questions of little weight, each named before what is answered, as far as the answers are among these."""
    m = story.m
    drafts = []
    for id in questions:
        ids = heaviest(m, [each for each in story.fresh(m.one.answers.get(id, ())) if each in of])
        if ids and counted_answers(m, id):
            continue
        lead: Line = (Quoted(id),)
        before: tuple[str, ...] = ()
        made = []
        for group in alike(m, ids[:FOLDED]):
            who = tuple(heard(m, group[:1]))
            made += together(story, group, lead, who == before, brief=True)
            lead, before = (), who
        drafts += [made] if made else []
    yield from _packed(drafts)


def _small(story: Story, questions: Sequence[QuestionId]) -> Iterator[DraftParagraph]:
    """A chief question of little weight: a paragraph for it and each under it that is answered."""
    m = story.m
    for id in questions:
        figures = list(_figures_first(story, id))
        yield from figures
        ids = heaviest(m, story.fresh(m.one.answers.get(id, ())))
        made = []
        before: tuple[str, ...] = ()
        for group in alike(m, ids[:SENTENCES]):
            who = tuple(heard(m, group[:1]))
            made += together(story, group, again=who == before)
            before = who
        if made:
            yield DraftParagraph(tuple(made), (Quoted(id),))


def _figures_first(story: Story, id: QuestionId) -> Iterator[DraftParagraph]:
    """Where the answers are numbers: how far apart they are and what lies behind them; each stands in the table."""
    if counted_answers(story.m, id):
        made = tuple(numbers(story, id))
        if made:
            yield DraftParagraph(made)


def _without(story: Story) -> Iterator[DraftSection]:
    """Propositions where no question is recorded."""
    blocks = list(_told(story, heaviest(story.m, story.fresh(sorted(story.m.propositions)))))
    if blocks:
        yield DraftSection((Words(words.NO_QUESTION_HEAD),), tuple(blocks))


