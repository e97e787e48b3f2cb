"""The written review in the browser: which there are, and each as a file to keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from fontes.findings import Origins, ranking_in
from fontes.findings.positions import Positions, positions_in
from fontes.findings.positions.heard import Hearing, timeless
from fontes.findings.support.criticism import COUNTING
from fontes.model.corpus import Corpus
from fontes.model.names import QuestionId
from fontes.present.citing import cited, works
from fontes.present.citing.chicago import Cited
from fontes.present.documents import as_html, as_markdown
from fontes.present.pages import Finder, Ink, Link, Page, Pager, Prose, Room, Row, Sentence, Table, To
from fontes.present.phrasing import as_sentence, say, wording
from fontes.present.phrasing import lens as words
from fontes.present.review import Review, material, review
from fontes.present.rooms import naming
from fontes.present.rooms.listing import Asked, folded, in_order
from fontes.present.rooms.parts import LEAF
from fontes.web.studies import asked_question
from fontes.web.visit import Visit, refuse, visited

FORMS: dict[str, tuple[str, Callable[[Cited], str]]] = {"html": ("text/html", as_html), "md": ("text/markdown", as_markdown)}
"""The forms a review can be kept in: the kind of file, and what writes it."""


def room(visit: Visit) -> Page:
    """The questions, each with its review in every form; and the review of the whole."""
    asked = Asked(visit.words("q") or visit.words("of"), leaf=visit.number("leaf"))
    pieces = folded(asked.query).split()
    questions = sorted(visit.one.corpus.questions.values(), key=lambda each: in_order(each.wording or each.id))
    kept = [each for each in questions if all(piece in folded(f"{each.id} {each.wording}") for piece in pieces)]
    leaves = max(-(-len(kept) // LEAF), 1)
    leaf = min(asked.leaf, leaves)
    rows = tuple(Row(((naming.question(visit.one.corpus, each.id),), _forms(each.id))) for each in kept[(leaf - 1) * LEAF : leaf * LEAF])
    links = _links("")
    here = To(Room.REVIEW, query=(("q", asked.query),) if asked.query else ())
    near = [replace(here, query=(*here.query, ("leaf", str(at)))) if 1 <= at <= leaves else None for at in (leaf - 1, leaf + 1)]
    pager = (Pager(wording.LEAF.format(page=leaf, pages=leaves), near[0], near[1]),) if leaves > 1 else ()
    return Page(
        here, wording.ROOMS[Room.REVIEW],
        (
            Prose(as_sentence(words.REVIEW_LEAD), lead=True),
            Prose(say(words.REVIEW_WHOLE, html=links[0], markdown=links[1])),
            Finder(To(Room.REVIEW), wording.FIND_IN[Room.QUESTIONS], asked.query),
            Table(words.REVIEW_CAPTION, (wording.COLUMN_QUESTION, words.COLUMN_REVIEW), rows),
            *pager,
        ),
    )  # fmt: skip


def _links(of: str) -> tuple[Link, Link]:
    own = (("of", of),) if of else ()
    html, markdown = (To(Room.REVIEW, form=form, query=own) for form in FORMS)
    return Link(words.REVIEW_HTML, html, Ink.RUBRIC), Link(words.REVIEW_MARKDOWN, markdown, Ink.RUBRIC)


def _forms(of: str) -> Sentence:
    html, markdown = (replace(link, text=words.FORMS[link.to.form]) for link in _links(of))
    return say(words.BESIDE_WAYS, here=html, there=markdown)


def document(form: str) -> Callable[[Request], Response]:
    """An endpoint that hands out the review in one form as a file to keep."""

    def endpoint(request: Request) -> Response:
        with request.app.state.reading.lock:
            visit = visited(request)
            return kept(visit, form)

    return endpoint


def kept(visit: Visit, form: str) -> Response:
    """The review of what the address asks, as a file. Refuses with 400 a form there is none of."""
    if form not in FORMS:
        raise refuse(400, words.REVIEW_FORM)
    of = asked_question(visit, visit.words("of"))
    kind, writing = FORMS[form]
    found = visit.reading.once("review", (of, visit.looking.lens), lambda: written(visit, of))
    name = "".join(sign if sign.isascii() and (sign.isalnum() or sign == "-") else "_" for sign in of) or "review"
    return Response(writing(found), media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'})


def written(visit: Visit, of: str) -> Cited:
    """The review of a question, or of the whole corpus, with its notes spelt out."""
    made = composed(visit, of)
    return cited(made, works(visit.bench.corpus, made, {}))


def composed(visit: Visit, of: str) -> Review:
    """The review of what is recorded, through the lens of the address."""
    corpus: Corpus = visit.bench.corpus
    lens = visit.looking.lens
    statuses = visit.bench.statuses(visit.lens)
    origins: dict[str, Origins] = {id: visit.origins(id) for id in corpus.propositions}
    ranked = () if lens.criticisms else ranking_in(statuses)
    hearing = Hearing(visit.bench.statuses(timeless(lens)), lens, visit.bench.origins)
    under: dict[str, Positions] = {id: positions_in(hearing, id) for id in _under(corpus, [QuestionId(of)] if of else list(corpus.questions))}
    counting = visit.lens if visit.lens.criticisms else replace(visit.lens, criticisms=(COUNTING,))
    settled = visit.reading.settlements(counting) if corpus.criticisms else None
    return review(material(statuses, origins, ranked, settled, under, of))


def _under(corpus: Corpus, asked: list[QuestionId]) -> list[QuestionId]:
    """These questions and those asked under them, each once."""
    found = dict.fromkeys(asked)
    waiting = list(asked)
    while waiting:
        above = waiting.pop(0)
        below = [id for id, one in corpus.questions.items() if above in one.part_of and id not in found]
        found.update(dict.fromkeys(below))
        waiting += below
    return list(found)

