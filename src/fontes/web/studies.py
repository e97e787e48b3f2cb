"""Rooms that study the whole: positions on a question, gaps, rival figures, careers, and ways from one room to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fontes.findings.careers import career_in, network_in
from fontes.findings.careers.denunciations import Recorded, attesting
from fontes.findings.figures import figures_in
from fontes.findings.gaps import GapKind, Gaps, gaps_in, of_question
from fontes.findings.known.routes import withdraws
from fontes.findings.positions import positions_in
from fontes.model.lens import Lens
from fontes.model.names import AgentId, QuestionId
from fontes.present.pages import Block, Choice, Finder, Heading, Ink, Link, Page, Prose, Room, To, Words
from fontes.present.phrasing import counted, joined, say, wording
from fontes.present.phrasing import gaps as gap_words
from fontes.present.phrasing import lens as words
from fontes.present.phrasing import texts as text_words
from fontes.present.rooms.careers import career_page, network_page
from fontes.present.rooms.drawn_positions import positions_drawing
from fontes.present.rooms.figures import figures_page
from fontes.present.rooms.gaps import gaps_page
from fontes.present.rooms.leaves import cut, leaf_of, lines_in, narrowed, pager
from fontes.present.rooms.listing import folded
from fontes.present.rooms.positions import positions_page
from fontes.present.rooms.question import question_page
from fontes.web import drawn, things
from fontes.web.lens import missing
from fontes.web.visit import Visit, refuse

MOST_LINES = 200
"""So many lines a leaf has of a page of several lists."""
MOST_FIGURES = 80
"""So many a leaf of rival figures, whose units are each drawn."""
MOST_HELD = 60
"""So many lines of positions a leaf of a question has: the answers and who holds them stand above, in short."""
MOST_TRACED = 300
"""Of answers with more voices separate lines of descent are not counted on the page of a question, but on their own."""
FIRST_FEW = 8
"""So many gaps of each kind are shown where no kind is chosen."""


# ---- ways on


def ways(*them: tuple[str, To]) -> Block:
    """Where else to look."""
    links: list[tuple[Link, ...]] = [(Link(label, to, Ink.RUBRIC),) for label, to in them]
    return Prose(say(words.ALSO, ways=joined(links)))


def around_first(visit: Visit) -> Block:
    """From the first page to the rooms that are not in the navigation."""
    corpus = visit.one.corpus
    them = [(words.ALL_PROPOSITIONS, To(Room.PROPOSITIONS)), (words.ALL_EVENTS, To(Room.EVENTS))]
    them += [(words.WHO_COMPROMISED, To(Room.CAREERS))] if visit.one.compromising else []
    them += [(words.RIVAL_FIGURES, To(Room.FIGURES))] if any(one.figures for one in corpus.propositions.values()) else []
    them += [(words.SETTLEMENTS_OF, To(Room.SETTLEMENTS))] if corpus.criticisms else []
    them += [(text_words.ALL, To(Room.TEXTS))] if visit.bench.texts else []
    return ways(*them)


# ---- questions


def question(visit: Visit) -> Page:
    """A question with its answers, and where the literature stands on it under the lens, whose voices are heard included."""
    page = question_page(visit.one, visit.name, visit.number("answers"))
    lens = visit.looking.lens
    hearing = drawn.hearing(visit)
    found = visit.reading.once("positions", (visit.name, lens), lambda: positions_in(hearing, visit.name, most_traced=MOST_TRACED))
    held = positions_page(visit.whole, found, hearing.statuses)
    over_time = visit.reading.once("strips", (visit.name, lens), lambda: positions_drawing(visit.whole.corpus, found))
    on = (("of", visit.name),)
    them = [(words.GAPS_ON, To(Room.GAPS, query=on)), (words.REVIEW_ON, To(Room.REVIEW, query=on))]
    if any(visit.one.corpus.propositions[each].figures for each in visit.one.answers.get(visit.name, ())):
        them.insert(0, (words.RIVAL_FIGURES, To(Room.FIGURES, visit.name)))
    lead, *rest = page.blocks
    heading = Heading(words.POSITIONS_HEAD, anchor="positions")
    told = (heading, *((over_time,) if over_time else ()), *_positions(visit, _lower(held.blocks)))
    return replace(page, blocks=(lead, ways(*them), *rest, *drawn.figures_of(visit), *told))


def _lower(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Headings a level down, and no second leading sentence: these blocks are part of another page."""
    made: list[Block] = []
    for one in blocks:
        if isinstance(one, Heading):
            one = replace(one, level=3)
        elif isinstance(one, Prose):
            one = replace(one, lead=False)
        made.append(one)
    return tuple(made)


def _positions(visit: Visit, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Positions, so many lines of them as a leaf has."""
    leaf = leaf_of(lines_in(blocks), visit.number("leaf"), MOST_HELD)
    return (*cut(blocks, leaf), *pager(To(Room.QUESTIONS, visit.name), leaf, anchor="positions"))


def in_leaves(visit: Visit, page: Page, label: str = words.FIND_LINE, most: int = MOST_LINES) -> Page:
    """The page with so many lines of its lists as a leaf has, a field that narrows them by words, and the ways to the other leaves.

    What stands before the first list stands on every leaf; the address keeps whatever else was asked.
    """
    if lines_in(page.blocks) <= most and not visit.words("q"):
        return page
    own = tuple(pair for pair in visit.own if pair[0] not in ("q", "leaf"))
    query = visit.words("q")
    kept = narrowed(page.blocks, query)
    leaf = leaf_of(lines_in(kept), visit.number("leaf"), most)
    here = replace(page.here, query=(*own, *((("q", query),) if query else ())))
    finder = Finder(replace(page.here, query=()), label, query, kept=own)
    nothing = () if leaf.count else (Prose((Words(wording.LIST_NO_MATCH),)),)
    return replace(page, blocks=(finder, *cut(kept, leaf), *nothing, *pager(here, leaf)))


# ---- figures


def figures(visit: Visit) -> Page:
    """Rival figures, of one question or of all."""
    if visit.name and visit.name not in visit.one.corpus.questions:
        raise KeyError(visit.name)
    found = visit.reading.once("figures", (visit.name, visit.lens), lambda: figures_in(visit.bench.statuses(visit.lens), visit.name))
    return in_leaves(visit, replace(figures_page(visit.one, found, barred=False), here=To(Room.FIGURES, visit.name)), most=MOST_FIGURES)


# ---- careers


def agent(visit: Visit) -> Page:
    """An agent, with the way to their career where any of it is recorded."""
    page = drawn.with_own(visit, things.agent(visit))
    if not (visit.one.compromising.get(visit.name) or visit.one.acts_of.get(visit.name)):
        return page
    first, *rest = page.blocks
    return replace(page, blocks=(first, ways((words.CAREER_OF, To(Room.CAREERS, visit.name))), *rest))


def career(visit: Visit) -> Page:
    """Posts, events and denunciations of one agent."""
    id = visit.one.corpus.agents[AgentId(visit.name)].id
    found = visit.reading.once("career", (id, visit.lens), lambda: career_in(_recorded(visit), id))
    page = career_page(visit.whole, found)
    return in_leaves(visit, replace(page, here=To(Room.CAREERS, visit.name), blocks=(*page.blocks, back(visit))))


def back(visit: Visit) -> Block:
    """From a study of an agent to all that is recorded of them."""
    return ways((words.ALL_OF_AGENT, To(Room.AGENTS, visit.name)))


def careers(visit: Visit) -> Page:
    """Who compromised whom."""
    found = visit.reading.once("network", visit.lens, lambda: network_in(_recorded(visit)))
    return in_leaves(visit, replace(network_page(visit.whole, found), here=To(Room.CAREERS)))


def _recorded(visit: Visit) -> Recorded:
    """What careers are read from. Distrust does not change it unless it takes away that something was said at all."""
    base = attesting(visit.lens)
    lens: Lens = visit.lens if withdraws(base) else replace(visit.lens, distrust=frozenset())
    statuses = visit.bench.statuses(base) if withdraws(base) else None
    corpus, reading = visit.bench.corpus, visit.reading
    return reading.once("recorded", lens, lambda: Recorded(corpus, lens, statuses, lambda: reading.chronology(attesting(lens))))


# ---- gaps


def gaps(visit: Visit) -> Page:
    """What is open, thin or unused: a few of each kind, or one kind a leaf at a time; of one question where asked."""
    kind, of, leaf = visit.words("kind"), _question(visit), visit.number("leaf")
    if kind and kind not in set(GapKind):
        raise refuse(400, str(missing("kind", kind, list(GapKind))))
    kinds = (GapKind(kind),) if kind else ()
    statuses = visit.bench.statuses(visit.lens)
    found = visit.reading.once("gaps", (kinds, "", visit.lens), lambda: gaps_in(statuses, kinds, known=lambda: visit.reading.routes(visit.lens)))
    found = visit.reading.once("gaps", (kinds, of, visit.lens), lambda: of_question(statuses, found, of)) if of else found
    finder = _finder(visit, found, kind, of)
    here = To(Room.GAPS, query=tuple(pair for pair in (("q", of), ("kind", kind)) if pair[1]))
    if not found.gaps:
        page = gaps_page(visit.one, found)
        return replace(page, here=here, blocks=(finder, *page.blocks))
    if not kind:
        page = gaps_page(visit.one, found, replace(found, gaps=tuple(one for each in found.kinds for one in found.of(each)[:FIRST_FEW])))
        return replace(page, here=here, blocks=(finder, _counted(found, of), *page.blocks[1:]))
    shown = leaf_of(len(found.gaps), leaf)
    page = gaps_page(visit.one, found, replace(found, gaps=tuple(shown.of(found.gaps))))
    return replace(page, here=here, blocks=(finder, *page.blocks, *pager(here, shown)))


def _counted(found: Gaps, of: str) -> Block:
    """The leading sentence, in which each number leads to all gaps of its kind."""
    own = (("q", of),) if of else ()
    counts = [(kind, len(found.of(kind))) for kind in found.kinds]
    told = [(counted(count, *gap_words.COUNTS[kind.value]), (*own, ("kind", kind.value))) for kind, count in counts if count]
    links = [(Link(label, To(Room.GAPS, query=query), Ink.RUBRIC),) for label, query in told]
    return Prose(say(gap_words.LEAD, counts=joined(links)), lead=True)


def _finder(visit: Visit, found: Gaps, kind: str, of: str) -> Finder:
    choices = tuple(Choice(each.value, each.value.replace("-", " ")) for each in GapKind)
    asked = visit.one.corpus.questions[QuestionId(of)].wording or of if of else ""
    return Finder(To(Room.GAPS), words.GAPS_QUESTION, asked, "kind", words.GAPS_KIND, choices, kind)


def _question(visit: Visit) -> str:
    """The question of `of`, or of `q` by its id, its wording or words that only it has; empty for all."""
    asked = visit.words("q") or visit.words("of")
    return asked_question(visit, asked)


def asked_question(visit: Visit, asked: str) -> str:
    """A question by its id, its wording, or words that only it has. Refuses with 400 what names none, or several."""
    questions = visit.one.corpus.questions
    if not asked or asked in questions:
        return asked
    pieces = folded(asked).split()
    called = [id for id, one in questions.items() if all(piece in folded(f"{id} {one.wording}") for piece in pieces)]
    exact = [id for id in called if folded(questions[id].wording) == folded(asked)]
    if len(exact or called) == 1:
        return (exact or called)[0]
    if called:
        raise refuse(400, words.BAD_SEVERAL.format(key="question", written=asked, them=", ".join(called[:4])))
    raise refuse(400, str(missing("question", asked, list(questions))))
