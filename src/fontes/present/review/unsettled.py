"""What is open and since when, what is passed over, what was not looked for, what lies unused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fontes.findings.gaps.kinds import GapKind
from fontes.model.names import QuestionId, SourceId
from fontes.model.stances import Attitude
from fontes.present.pages import Words
from fontes.present.phrasing import counted, number
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Draft, DraftParagraph, DraftSection, Quoted, Titled, as_line, fill, listed
from fontes.present.review.material import Material
from fontes.present.review.notes import note, of_thing
from fontes.present.review.relied import many, people, reasons, that
from fontes.present.review.wordings import year
from fontes.present.rooms import asked
from fontes.present.rooms.concordance import date_of

AT_ONCE, UNUSED_NAMED = 4, 5
"""So many questions are named in one sentence, and so many sources that lie unused."""


def unsettled(m: Material) -> Iterator[DraftSection]:
    """The part on what is open; nothing where no question is recorded."""
    if not m.questions:
        return
    ids = [id for id in m.questions if asked.is_open(m.one, id)]
    first = Draft(as_line(words.OPEN_COUNT[len(ids) != 1].format(count=number(len(ids))) if ids else words.NONE_OPEN), tuple(ids or m.questions))
    blocks = [DraftParagraph((first, *_raised(m, ids))), DraftParagraph((*_silent(m), *_declared(m), *_sought(m), *_unused(m)))]
    yield DraftSection((Words(words.OPEN_HEAD),), tuple(block for block in blocks if block.sentences))


def _raised(m: Material, ids: Sequence[QuestionId]) -> Iterator[Draft]:
    """Open questions by who raised them, the fewest askers last; what is recorded with no asker at the end."""
    groups: dict[tuple[str, ...], list[QuestionId]] = {}
    for id in ids:
        groups.setdefault(tuple(dict.fromkeys(one.agent for one in asked.raised(m.one, id))), []).append(id)
    for who, questions in sorted(groups.items(), key=lambda one: (not one[0], -len(one[1]), one[0])):
        for at in range(0, len(questions), AT_ONCE):
            yield _asks(m, who, questions[at : at + AT_ONCE], at // AT_ONCE)


def _asks(m: Material, who: Sequence[str], questions: Sequence[QuestionId], at: int) -> Draft:
    quoted = listed([(Quoted(id),) for id in questions])
    if not who:
        pattern = words.OPEN_UNRAISED[len(questions) > 1]
        return Draft(fill(pattern, questions=quoted), tuple(questions), of_thing(m.corpus.questions[questions[0]]))
    raised = [one for id in questions for one in asked.raised(m.one, id)]
    dates = {str(one.agent): year(date_of(m.corpus, one)) for one in reversed(raised)}
    pattern = words.ASKS_OPEN[min(at, 1) + (at > 1 and at % 2 == 0)][many(m, who)]
    return Draft(fill(pattern, who=people(m, who, dates), questions=quoted), reasons(raised, *questions), note(raised))


def _silent(m: Material) -> Iterator[Draft]:
    """Works that pass over a question."""
    for id in m.questions:
        stances = [one for one in m.stances(id) if one.attitude is Attitude.PASSES_OVER]
        who = list(dict.fromkeys(one.agent for one in stances))
        if who:
            yield Draft(fill(words.PASSED[many(m, who)], who=people(m, who), question=Quoted(id)), reasons(stances, id), note(stances))


def _declared(m: Material) -> Iterator[Draft]:
    for id in m.questions:
        stances = asked.unanswerable(m.one, id)
        who = list(dict.fromkeys(one.agent for one in stances))
        if who:
            yield Draft(fill(words.UNANSWERABLE[many(m, who)], who=people(m, who), question=Quoted(id)), reasons(stances, id), note(stances))


def _sought(m: Material) -> Iterator[Draft]:
    for observed, patterns in (("not-sought", words.NOT_SOUGHT), ("not-found", words.NOT_FOUND)):
        ids = [id for id, one in sorted(m.corpus.propositions.items()) if one.observed == observed and (not m.asked or id in m.propositions)]
        if ids:
            line = fill(patterns[len(ids) > 1], count=counted(len(ids), words.OBSERVATION), things=that(m, ids))
            yield Draft(line, tuple(ids), of_thing(m.corpus.propositions[ids[0]]))


def _unused(m: Material) -> Iterator[Draft]:
    """Sources that came out in time to be used and on which nothing recorded here rests."""
    found = [one for one in m.gaps if one.kind is GapKind.UNUSED and one.thing in m.corpus.sources]
    ids = list(dict.fromkeys(SourceId(one.thing) for one in found))
    if ids:
        why = [reason.id for one in found for reason in one.reasons]
        named = [(Titled(id),) for id in ids[:UNUSED_NAMED]]
        if len(ids) > UNUSED_NAMED:
            line = fill(words.UNUSED_SOME, count=counted(len(ids), words.SOURCE), sources=listed(named))
        else:
            line = fill(words.UNUSED[len(ids) > 1], sources=listed(named))
        yield Draft(line, (*ids, *why), of_thing(m.corpus.sources[ids[0]]))
