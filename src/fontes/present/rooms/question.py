"""The page of a question: its answers, who holds them since when, who raised it, and whether it is open."""

from __future__ import annotations

from fontes.model.names import QuestionId
from fontes.model.stances import Attitude, Stance
from fontes.present.pages import Block, Heading, Ink, Items, Link, Page, Part, Prose, Room, Row, Sentence, Table, To, Words
from fontes.present.phrasing import ATTITUDES, as_sentence, chained, counted, joined, number, say, wording
from fontes.present.rooms import asked, naming
from fontes.present.rooms.concordance import Concordance, date_of
from fontes.present.rooms.leaves import LEAF, leaf_of, pager
from fontes.present.rooms.parts import lines, remarks, statements

_SHOWN_VOICES = 12
"""How many voices of one attitude a cell names before it counts the rest."""


def question_page(one: Concordance, id: str, leaf: int = 1) -> Page:
    """A question with its answers, a leaf of them at a time. Raises KeyError where no question has this id."""
    found = one.corpus.questions[QuestionId(id)]
    own = [stance for stance in one.stances_on.get(id, ())]
    treating = naming.things(one.corpus, one.treating.get(id, ())[:LEAF])
    known = naming.accesses(one.corpus, found.access)
    blocks: tuple[Block, ...] = (
        Prose(_lead(one, id), lead=True),
        *_answers(one, id, leaf),
        *statements(one, id, own, wording.RAISED_HEAD),
        *lines(
            say(wording.PART_OF, things=naming.things(one.corpus, found.part_of)) if found.part_of else "",
            say(wording.ABOUT, things=naming.things(one.corpus, found.about)) if found.about else "",
            say(wording.TREATED_BY, sources=treating) if treating else "",
            say(wording.KNOWN_THROUGH, access=known) if known else "",
        ),
        *remarks(found.remarks),
        *_under(one, id),
    )
    return Page(To(Room.QUESTIONS, id), found.wording or id, blocks, wording.ONE_OF[Room.QUESTIONS], naming.language(one.corpus))


def _under(one: Concordance, id: str) -> tuple[Block, ...]:
    """The questions asked under it, each with how many answers are recorded."""
    under = one.subquestions.get(id, ())
    if not under:
        return ()

    def line(each: QuestionId) -> Sentence:
        answers = Link(answer_count(one, each), To(Room.QUESTIONS, each), Ink.RUBRIC)
        return say(wording.UNDER_LINE, question=naming.question(one.corpus, each), answers=answers)

    rest = (as_sentence(counted(len(under) - LEAF, "other")),) if len(under) > LEAF else ()
    return Heading(wording.ASKED_UNDER), Items((*map(line, under[:LEAF]), *rest))


def answer_count(one: Concordance, id: str) -> str:
    """How many answers are recorded, in words."""
    count = len(one.answers.get(id, ()))
    return f"{number(count, capital=True)} {wording.ANSWER_COUNT[count != 1]}" if count else wording.NO_ANSWER


def disputed(one: Concordance, id: str) -> str:
    """Since when it is disputed, as the end of a sentence; empty where no dispute is recorded."""
    since = asked.disputed_since(one, id)
    if since is None:
        return ""
    return (wording.DISPUTED_SINCE if since.is_bare else wording.DISPUTED_FIRST).format(date=naming.date_since(one.corpus, since))


def _lead(one: Concordance, id: str) -> Sentence:
    counts: Sentence = (Words(f"{answer_count(one, id)}{disputed(one, id)}."),)
    judged = [stance.agent for stance in asked.unanswerable(one, id)]
    unanswerable = say(wording.UNANSWERABLE_BY, agents=naming.agents(one.corpus, judged)) if judged else ()
    is_open = (Words(wording.STANDS_OPEN),) if asked.is_open(one, id) and one.answers.get(id) else ()
    return chained(counts, is_open, unanswerable)


def _answers(one: Concordance, id: str, asked_leaf: int) -> tuple[Block, ...]:
    answers = sorted(one.answers.get(id, ()), key=lambda answer: (-_voices(one, answer), answer))
    if not answers:
        return ()
    leaf = leaf_of(len(answers), asked_leaf)
    rows = tuple(Row(_answer(one, answer)) for answer in leaf.of(answers))
    headings = (wording.COLUMN_PROPOSITION, wording.COLUMN_FOR, wording.COLUMN_AGAINST)
    table = Table(leaf.caption(wording.ANSWERS_CAPTION), headings, rows)
    return Heading(wording.ANSWERS_HEAD, anchor="answers"), table, *pager(To(Room.QUESTIONS, id), leaf, "answers", "answers")


def _voices(one: Concordance, answer: str) -> int:
    return len({stance.agent for stance in asked.asserted(one, answer)})


def _answer(one: Concordance, answer: str) -> tuple[Sentence, ...]:
    stances = one.stances_on.get(answer, ())
    return (
        (naming.proposition(one.corpus, answer),),
        _side(one, stances, (Attitude.ASSERTS, Attitude.SUPPOSES)),
        _side(one, stances, (Attitude.DENIES, Attitude.DOUBTS, Attitude.LEAVES_OPEN)),
    )


def _side(one: Concordance, stances: tuple[Stance, ...], attitudes: tuple[Attitude, ...]) -> Sentence:
    return chained(*(_attitude(one, stances, each) for each in attitudes), between="; ")


def _attitude(one: Concordance, stances: tuple[Stance, ...], attitude: Attitude) -> Sentence:
    held = [stance for stance in stances if stance.attitude is attitude]
    if not held:
        return ()
    firsts = {stance.agent: stance for stance in reversed(held)}
    voices = [stance for stance in held if firsts[stance.agent] is stance]
    named = [_voice(one, stance) for stance in voices[:_SHOWN_VOICES]]
    if len(voices) > _SHOWN_VOICES:
        named.append((Words(counted(len(voices) - _SHOWN_VOICES, "other")),))
    sign: Part = ATTITUDES[attitude]
    return chained((sign,), joined(named))


def _voice(one: Concordance, stance: Stance) -> Sentence:
    """An agent with the first date recorded for this attitude: several works of one agent are one voice."""
    when = date_of(one.corpus, stance)
    agent: Sentence = (naming.agent(one.corpus, stance.agent),)
    return chained(agent, (Words(f"({naming.date(one.corpus, when)})"),)) if when else agent


