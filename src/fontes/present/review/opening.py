"""The introduction: what is asked, by whom, under which other questions, and how the record that answers it was come by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fontes.findings.gaps.kinds import GapKind
from fontes.model.names import QuestionId, SourceId
from fontes.model.stances import Attitude
from fontes.present.pages import Words
from fontes.present.phrasing import counted, number
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Draft, DraftParagraph, DraftSection, Quoted, Titled, as_line, fill, listed
from fontes.present.review.grounds import many, people, reasons
from fontes.present.review.literature import outside
from fontes.present.review.material import Material, agents_in
from fontes.present.review.notes import note, of_thing
from fontes.present.review.wordings import since
from fontes.present.rooms import asked

ROOTS_NAMED = 8
"""So many questions are named in the first sentence."""


def introduction(m: Material) -> Iterator[DraftSection]:
    """The section; without a question it says what is told instead."""
    blocks = [DraftParagraph(tuple(_asked(m))), DraftParagraph(tuple(_record(m)))]
    yield DraftSection((Words(words.INTRODUCTION_HEAD),), tuple(block for block in blocks if block.sentences))


def _roots(m: Material) -> list[QuestionId]:
    inside = set(m.questions)
    if m.asked:
        return [QuestionId(m.asked)]
    return [id for id in m.questions if not inside.intersection(m.corpus.questions[id].part_of)]


def _asked(m: Material) -> Iterator[Draft]:
    roots = _roots(m)
    if not roots:
        yield Draft(as_line(words.NO_QUESTION), ())
        return
    answered = [id for id in roots if m.one.answers.get(id)]
    named = (answered or roots)[:ROOTS_NAMED]
    quoted = listed([(Quoted(id),) for id in named])
    if m.asked:
        yield Draft(fill(words.ASKS_THIS, question=quoted), (m.asked,), of_thing(m.corpus.questions[roots[0]]))
    elif len(named) == 1:
        yield Draft(fill(words.ASKS_ONE, question=quoted), tuple(named), of_thing(m.corpus.questions[named[0]]))
    else:
        line = fill(words.ASKS_MANY, count=counted(len(named), "question"), questions=quoted)
        yield Draft((*line, Words(".")), tuple(named), of_thing(m.corpus.questions[named[0]]))
    if len(named) > 1:
        counts = listed([as_line(number(len(m.one.answers.get(id, ())))) for id in named])
        yield Draft(fill(words.HAVE_COUNTS, counts=counts), tuple(answer for id in named for answer in m.one.answers.get(id, ())) or tuple(named))
    for id in named:
        yield from _of(m, id, len(named) == 1)


def _of(m: Material, id: QuestionId, alone: bool) -> Iterator[Draft]:
    raised = asked.raised(m.one, id)
    if raised:
        line = fill(words.ASKED_BY, question=words.THIS_QUESTION if alone else Quoted(id), who=people(m, (one.agent for one in raised)))
        yield Draft(line, reasons(raised, id), note(raised))
    answers = m.one.answers.get(id, ())
    date = asked.disputed_since(m.one, id)
    said = alone or bool(raised)
    if answers and alone:
        ending = words.SINCE.format(date=since(m.corpus, date)) if date else ""
        told = counted(len(answers), words.ANSWER)
        yield Draft(fill(words.ASKED_ANSWERS, count=told, are=words.IS if len(answers) == 1 else words.ARE, since=ending), (id, *answers))
    elif date:
        yield Draft(fill(words.DISPUTED_BY, question="it" if said else Quoted(id), date=since(m.corpus, date)), (id, *answers))
        said = True
    below = _below(m, id)
    if below:
        held = sum(not asked.is_open(m.one, each) for each in below)
        have = words.HAVE_ANSWERS[held != 1].format(count=number(held))
        line = fill(words.UNDER_IT, question="it" if said else Quoted(id), stand=words.STANDS_UNDER[len(below) > 1],
                    count=counted(len(below), words.FURTHER), answered=have)  # fmt: skip
        yield Draft(line, (id, *below))


def _below(m: Material, id: QuestionId) -> list[QuestionId]:
    found: dict[QuestionId, None] = {}
    waiting = [id]
    while waiting:
        for each in m.one.subquestions.get(waiting.pop(), ()):
            if each not in found:
                found[each] = None
                waiting.append(each)
    return list(found)


def _record(m: Material) -> Iterator[Draft]:
    acts = list({act.id: act for act in m.acts()}.values())
    read = sorted({act.read.source for act in acts if act.read} | {SourceId(id) for id in m.sources()})
    agents = counted(len(agents_in(acts)), "agent")
    line = fill(words.VOLUME, stances=counted(len(acts), "statement"), agents=agents, sources=counted(len(read), "source"))
    yield Draft(line, reasons(acts, *read))
    through = Counter(each.source for act in acts for each in act.access if each.source)
    if through:
        source, _ = min(through.items(), key=lambda one: (-one[1], one[0] or ""))
        known = [act for act in acts if any(each.source == source for each in act.access) and not (act.read and act.read.source == source)]
        if len(known) == len(acts):
            yield Draft(fill(words.ALL_THROUGH, source=Titled(str(source))), reasons(known, str(source)), note(known[:1]))
        elif len(known) > 1:
            yield Draft(fill(words.MOST_THROUGH, count=number(len(known)), source=Titled(str(source))), reasons(known, str(source)), note(known[:1]))
    unseen = [id for id in read if m.corpus.sources[id].examined == "not-seen"]
    if unseen:
        yield Draft(fill(words.NOT_SEEN, count=number(len(unseen)), were=words.WAS if len(unseen) == 1 else words.WERE), tuple(unseen))
    left = outside(m, m.corpus.propositions)
    if left and not m.asked:
        said = counted(len(left), "proposition")
        one = len(left) == 1
        yield Draft(fill(words.OUTSIDE, count=said, answer=words.ANSWERS_VERB[not one], are=words.IS if one else words.ARE), tuple(left))


def raised_open(m: Material) -> Iterator[DraftSection]:
    """What is open: questions raised and not answered, by whoever raises them; what works pass over; what was not looked for."""
    ids = [id for id in m.questions if asked.is_open(m.one, id)]
    count = words.OPEN_COUNT[len(ids) != 1].format(count=number(len(ids))) if ids else words.NONE_OPEN
    first = Draft(as_line(count), tuple(ids or m.questions))
    blocks = [DraftParagraph((first, *_by_who(m, ids))), DraftParagraph((*_sought(m), *_unused(m)))]
    yield DraftSection((Words(words.OPEN_HEAD),), tuple(block for block in blocks if block.sentences))


def _by_who(m: Material, ids: list[QuestionId]) -> Iterator[Draft]:
    groups: dict[tuple[str, ...], list[QuestionId]] = {}
    for id in ids:
        groups.setdefault(tuple(dict.fromkeys(one.agent for one in asked.raised(m.one, id))), []).append(id)
    for who, questions in sorted(groups.items(), key=lambda one: (not one[0], -len(one[1]), one[0])):
        quoted = listed([(Quoted(id),) for id in questions])
        if not who:
            pattern = words.OPEN_UNRAISED if len(questions) > 1 else words.OPEN_UNRAISED_ONE
            yield Draft(fill(pattern, questions=quoted), tuple(questions), of_thing(m.corpus.questions[questions[0]]))
            continue
        raised = [one for id in questions for one in asked.raised(m.one, id)]
        line = fill(words.RAISED_OPEN, who=people(m, who), verb=words.RAISE[len(who) > 1], questions=quoted)
        yield Draft(line, reasons(raised, *questions), note(raised))
    yield from _attitude(m, Attitude.UNANSWERABLE, words.UNANSWERABLE, words.DECLARE)
    yield from _attitude(m, Attitude.PASSES_OVER, words.PASSED, words.PASS)


def _attitude(m: Material, attitude: Attitude, pattern: str, verbs: tuple[str, str]) -> Iterator[Draft]:
    for id in m.questions:
        stances = [one for one in m.stances(id) if one.attitude is attitude]
        who = [one.agent for one in stances]
        if not who:
            continue
        plural = many(m, who)
        yield Draft(fill(pattern, who=people(m, who), verb=verbs[plural], questions=Quoted(id)), reasons(stances, id), note(stances))


def _sought(m: Material) -> Iterator[Draft]:
    for observed, pattern in (("not-sought", words.NOT_SOUGHT), ("not-found", words.NOT_FOUND)):
        ids = [id for id, one in sorted(m.corpus.propositions.items()) if one.observed == observed and (not m.asked or id in m.propositions)]
        if ids:
            verb = words.IS if len(ids) == 1 else words.ARE
            line = fill(pattern, is_=verb, things=listed([(Quoted(id),) for id in ids]))
            yield Draft((*line,), tuple(ids), of_thing(m.corpus.propositions[ids[0]]))


def _unused(m: Material) -> Iterator[Draft]:
    """Sources that came out in time to be used and on which nothing recorded here rests."""
    sources = [one for one in m.gaps if one.kind is GapKind.UNUSED and one.thing in m.corpus.sources]
    ids = list(dict.fromkeys(SourceId(one.thing) for one in sources))
    if ids:
        why = [reason.id for one in sources for reason in one.reasons]
        pattern = words.UNUSED if len(ids) == 1 else words.UNUSED_MANY
        yield Draft(fill(pattern, sources=listed([(Titled(id),) for id in ids])), (*ids, *why), of_thing(m.corpus.sources[ids[0]]))
