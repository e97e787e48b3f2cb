"""The opening: what is asked and why it is disputed, how the literature is divided, what the record consists of and through whom it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fontes.model.names import QuestionId, SourceId
from fontes.present.pages import Words
from fontes.present.phrasing import counted, number
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Draft, DraftParagraph, DraftSection, Line, Quoted, Titled, as_line, fill, listed
from fontes.present.review.material import Material, agents_in
from fontes.present.review.notes import note, of_thing
from fontes.present.review.relied import many, people, reasons
from fontes.present.review.weight import heard, weight
from fontes.present.review.wordings import since, year, years
from fontes.present.rooms import asked
from fontes.present.rooms.concordance import date_key, date_of

ROOTS_NAMED = 8
"""So many further questions are named in the opening."""


def introduction(m: Material) -> Iterator[DraftSection]:
    """The section; without a question it says what is told instead."""
    parts = (tuple(_asks(m)), tuple(_literature(m)), tuple(_record(m)))
    yield DraftSection((), tuple(DraftParagraph(each) for each in parts if each))


def _asks(m: Material) -> Iterator[Draft]:
    if not m.roots:
        yield Draft(as_line(words.NO_QUESTION), (m.corpus.preface.id, *sorted(m.propositions)[:1]))
        return
    chief, *others = m.roots
    yield Draft(fill(words.ASKS, question=Quoted(chief)), (chief,), of_thing(m.corpus.questions[chief]))
    raised = asked.raised(m.one, chief)
    if raised:
        dates = {str(one.agent): year(date_of(m.corpus, one)) for one in raised}
        verb = words.ASKED_BY[many(m, (one.agent for one in raised))]
        yield Draft(fill(verb, who=people(m, dates, dates)), reasons(raised, chief), note(raised))
    yield from _disputed(m, chief)
    below = [each for each in m.below(chief) if each != chief]
    if below:
        held = sum(not asked.is_open(m.one, each) for each in below)
        count = counted(len(below), words.FURTHER_QUESTION)
        answered = words.OF_THESE[held > 1].format(count=number(held) if held else words.NONE)
        yield Draft(fill(words.UNDER_IT[len(below) > 1], count=count, answered=answered), (chief, *below))
    named = [id for id in others if m.one.answers.get(id)][:ROOTS_NAMED]
    if named:
        quoted = listed([(Quoted(id),) for id in named])
        yield Draft(fill(words.BESIDE[len(named) > 1], count=counted(len(named), words.FURTHER_QUESTION), questions=quoted), tuple(named))


def _disputed(m: Material, chief: QuestionId) -> Iterator[Draft]:
    """How many answers there are, how many voices, since when and why they cannot all stand."""
    answers = [id for id in m.one.answers.get(chief, ()) if weight(m, id).voices]
    if not answers:
        yield Draft(as_line(words.UNANSWERED), (chief,))
        return
    voices = counted(len(heard(m, answers)), words.VOICE)
    date = asked.disputed_since(m.one, chief)
    if len(answers) == 1:
        yield Draft(fill(words.ONE_ANSWER, voices=voices), (chief, *answers))
        return
    inside = set(answers)
    pairs = {frozenset((id, each)) for id in answers for each in m.corpus.propositions[id].excludes if each in inside}
    denied = [id for id in answers if weight(m, id).disputed]
    line = fill(words.ANSWERED, count=counted(len(answers), words.ANSWER), voices=voices)
    if date:
        line = (*line, *fill(words.DISPUTED_SINCE, date=since(m.corpus, date)))
    yield Draft((*line, Words(".")), (chief, *answers))
    if pairs or denied:
        why = [words.EXCLUSIVE[len(pairs) > 1].format(count=number(len(pairs)))] if pairs else []
        why += [words.OUTRIGHT[len(denied) > 1].format(count=number(len(denied)))] if denied else []
        named = sorted({id for pair in pairs for id in pair} | set(denied))
        yield Draft(as_line(words.WHY_DISPUTED.format(why=words.AND.join(why))), (chief, *named))


def _literature(m: Material) -> Iterator[Draft]:
    """How the makers of the corpus divide the literature, and when they speak of consensus."""
    periods = sorted(m.corpus.periods.values(), key=lambda one: (date_key(one.when), one.id))
    if len(periods) > 1:
        named: list[Line] = [(Words(words.PERIOD_NAMED.format(period=_small(m, one.name), years=years(one.when)) if years(one.when) else one.name),)
                             for one in periods]  # fmt: skip
        long = any("," in one.name for one in periods)
        told = listed(named, words.LAST_OF_LONG, "; ") if long else listed(named)
        line = fill(words.PERIODS, count=counted(len(periods), words.PERIOD), periods=told)
        yield Draft(line, tuple(one.id for one in periods))
    rule = " ".join(m.corpus.preface.consensus)
    if rule:
        yield Draft(fill(words.RULE, rule=rule), (m.corpus.preface.id,))


def _small(m: Material, name: str) -> str:
    return m.lexicon.in_clause(name) or name


def _record(m: Material) -> Iterator[Draft]:
    """How much is recorded, and how far the works themselves were read."""
    acts = list({act.id: act for act in m.acts()}.values())
    if not acts:
        return
    read = sorted({act.read.source for act in acts if act.read} | {SourceId(id) for id in m.sources()})
    agents, where = counted(len(agents_in(acts)), "agent"), counted(len(read), "source")
    line = fill(words.VOLUME if read else words.VOLUME_UNREAD, stances=counted(len(acts), "statement"), agents=agents, sources=where)
    yield Draft(line, reasons(acts, *read))
    through = Counter(each.source for act in acts for each in act.access if each.source)
    for source, _ in sorted(through.items(), key=lambda one: (-one[1], one[0] or ""))[:1]:
        known = [act for act in acts if any(each.source == source for each in act.access) and not (act.read and act.read.source == source)]
        if len(known) > 1:
            every = len(known) == len(acts)
            line = fill(words.ALL_THROUGH if every else words.MANY_THROUGH, count=number(len(known)), source=Titled(str(source)))
            yield Draft(line, reasons(known, str(source)))
    unseen = [id for id in read if m.corpus.sources[id].examined == "not-seen"]
    if unseen:
        yield Draft(fill(words.NOT_SEEN[len(unseen) > 1], count=number(len(unseen)), all=counted(len(read), "source")), tuple(unseen))
    left = sorted(set(map(str, m.corpus.propositions)) - m.propositions)
    if left and not m.asked:
        yield Draft(fill(words.OUTSIDE[len(left) > 1], count=counted(len(left), "proposition")), tuple(left))


