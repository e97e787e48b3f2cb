"""Questions that are answered by numbers: how far these lie apart, what is to be seen between them, which documents are behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fontes.findings.figures import Document, Pointed, Pointing, Stated
from fontes.model.names import PropositionId, QuestionId
from fontes.model.stances import Attitude
from fontes.present.pages import Link, Room, To
from fontes.present.phrasing import counted, number
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Draft, Line, Titled, fill
from fontes.present.review.material import Material
from fontes.present.review.notes import note
from fontes.present.review.position import together
from fontes.present.review.relied import many, people, reasons
from fontes.present.review.sides import Story
from fontes.present.review.weight import weight

FEWEST = 4
"""From so many answers with figures on they are told by what lies between them, and listed in the table."""
SEEN, BEHIND = 5, 3
"""So many remarks on pairs of figures, and so many documents behind several, are told."""
_ORDER = (Pointing.SAME_VALUE, Pointing.DIGIT, Pointing.PART, Pointing.PARTS, Pointing.SAME_DESCRIPTION)


def counted_answers(m: Material, id: QuestionId) -> bool:
    """Are most of its answers numbers?"""
    answers = m.one.answers.get(id, ())
    numbers_ = [each for each in answers if m.corpus.propositions[each].figures]
    return m.figures is not None and len(numbers_) >= FEWEST and 2 * len(numbers_) > len(answers)


def numbers(story: Story, id: QuestionId) -> Iterator[Draft]:
    """The span of the figures, the documents behind several, and what is pointed out; then what is disputed outright."""
    m = story.m
    if m.figures is None:
        return
    mine = [PropositionId(each) for each in story.fresh(m.one.answers.get(id, ())) if m.corpus.propositions[PropositionId(each)].figures]
    found = [one for rivals in m.figures.rivals if rivals.question == id for one in rivals.figures if one.proposition in mine]
    if len(found) < FEWEST:
        return
    yield _span(m, id, found)
    for document in m.figures.documents[: BEHIND * 2]:
        under = [each for each in document.figures if each in mine]
        if len(under) > 1:
            yield _behind(m, document, under)
    told: set[str] = set()
    for one in sorted((each for each in m.figures.pointed if id in each.questions), key=lambda each: _ORDER.index(each.kind)):
        pair = {one.one.proposition, *((one.other.proposition,) if one.other else ())}
        if one.other is not None and one.kind in words.POINTED and not pair & told and len(told) < 2 * SEEN and pair <= set(mine):
            told |= pair
            yield _pointed(m, one)
    loud = [each for each in mine if weight(m, each).disputed]
    story.told.update(each for each in mine if each not in loud)
    for each in loud:
        yield from together(story, [each])


def _span(m: Material, id: QuestionId, found: Sequence[Stated]) -> Draft:
    unit = max({one.figure.unit for one in found}, key=lambda each: (sum(one.figure.unit == each for one in found), each))
    same = [one for one in found if one.figure.unit == unit]
    least, most = min(same, key=lambda one: (one.figure.least, one.key)), max(same, key=lambda one: (one.figure.most, one.key))
    acts = [m.one.entries[each] for one in (least, most) for each in one.statements if each in m.one.entries]
    line = fill(
        words.NUMBERS, count=counted(len(found), words.FIGURE_NOUN),
        least=value(least), least_of=described(least), least_who=people(m, least.agents[:2]),
        most=value(most), most_of=described(most), most_who=people(m, most.agents[:2]),
    )  # fmt: skip
    return Draft(line, reasons(acts, id, *(one.proposition for one in found)), note(acts))


def value(one: Stated) -> Link:
    """The number with its unit, leading to its proposition."""
    least, most = f"{one.figure.least:,f}", f"{one.figure.most:,f}"
    amount = least if least == most else words.FIGURE_RANGE.format(least=least, most=most)
    return Link(words.FIGURE_UNIT.format(number=amount, unit=one.figure.unit).strip(), To(Room.PROPOSITIONS, one.proposition))


def described(one: Stated) -> str:
    """What it counts."""
    return words.OF_WHAT.format(of=one.figure.of)


def _behind(m: Material, document: Document, under: Sequence[PropositionId]) -> Draft:
    acts = [one for each in under for one in m.stances(each) if one.attitude is Attitude.ASSERTS]
    alone = sum(each in document.alone for each in under)
    line = fill(
        words.BEHIND, count=number(len(under)), document=Titled(document.source),
        alone=words.BEHIND_ALL if alone == len(under) else words.BEHIND_ALONE.format(count=number(alone)) if alone else "",
    )  # fmt: skip
    return Draft(line, reasons(acts, document.source, *under), note(acts))


def _pointed(m: Material, one: Pointed) -> Draft:
    other = one.other or one.one
    acts = [m.one.entries[each] for each in one.statements if each in m.one.entries]
    who: list[Line] = [people(m, each.agents[:2]) for each in (one.one, other)]
    line = fill(
        words.POINTED[one.kind], one=value(one.one), one_of=described(one.one), one_who=who[0], other=value(other), other_of=described(other),
        other_who=who[1], kinship=words.KINSHIP[one.kinship], give=words.GIVE[many(m, one.one.agents[:2])],
    )  # fmt: skip
    return Draft(line, reasons(acts, one.one.proposition, other.proposition), note(acts))
