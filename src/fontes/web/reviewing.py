"""The written review in the browser: which there are, each to read leaf by leaf, and each as a file to keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from fontes.findings import Origins, ranking_in
from fontes.findings.figures import figures_in
from fontes.findings.gaps import gaps_in, of_question
from fontes.findings.gaps.kinds import GapKind
from fontes.findings.positions import Positions, positions_in
from fontes.findings.positions.heard import Hearing, timeless
from fontes.findings.support.criticism import COUNTING
from fontes.model.corpus import Corpus
from fontes.model.names import QuestionId
from fontes.present.citing import Printed, cited, works
from fontes.present.citing.chicago import Cited
from fontes.present.documents import as_html, as_markdown
from fontes.present.documents.leaves import contents, leaves, pager
from fontes.present.documents.typst import typeset
from fontes.present.pages import Finder, Ink, Items, Link, Page, Pager, Prose, Room, Row, Sentence, Table, To, Words
from fontes.present.phrasing import as_sentence, chained, say, wording
from fontes.present.phrasing import lens as words
from fontes.present.phrasing import review as review_words
from fontes.present.review import Review, material, review
from fontes.present.rooms import naming
from fontes.present.rooms.listing import Asked, folded, in_order
from fontes.present.rooms.parts import LEAF
from fontes.shelf.documents import Missing, Unwritten, as_docx, as_pdf
from fontes.shelf.record import Record
from fontes.web.studies import asked_question
from fontes.web.visit import Visit, refuse, visited
from fontes.workbench import Workbench

WHOLE = "~whole"
"""What the review of all is called in an address; no question can be called so."""
Made = bytes | Missing | Unwritten


def _docx(of: Cited) -> Made:
    return as_docx(as_markdown(of), of.review.title, wording.LANGUAGE)


def _pdf(of: Cited) -> Made:
    return as_pdf(typeset(of))


FORMS: dict[str, tuple[str, Callable[[Cited], Made]]] = {
    "html": ("text/html", lambda of: as_html(of).encode()),
    "md": ("text/markdown", lambda of: as_markdown(of).encode()),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx),
    "pdf": ("application/pdf", _pdf),
}
"""The forms a review can be kept in: the kind of file, and what writes it."""


def room(visit: Visit) -> Page:
    """The review of the whole, and the questions, each with its review to read and to keep."""
    asked = Asked(visit.words("q") or visit.words("of"), leaf=visit.number("leaf"))
    pieces = folded(asked.query).split()
    questions = sorted(visit.one.corpus.questions.values(), key=lambda each: in_order(each.wording or each.id))
    kept = [each for each in questions if all(piece in folded(f"{each.id} {each.wording}") for piece in pieces)]
    last = max(-(-len(kept) // LEAF), 1)
    leaf = min(asked.leaf, last)
    rows = tuple(Row(((naming.question(visit.one.corpus, each.id),), _ways(each.id))) for each in kept[(leaf - 1) * LEAF : leaf * LEAF])
    here = To(Room.REVIEW, query=(("q", asked.query),) if asked.query else ())
    near = [replace(here, query=(*here.query, ("leaf", str(at)))) if 1 <= at <= last else None for at in (leaf - 1, leaf + 1)]
    turning = (Pager(wording.LEAF.format(page=leaf, pages=last), near[0], near[1]),) if last > 1 else ()
    return Page(
        here, wording.ROOMS[Room.REVIEW],
        (
            Prose(as_sentence(words.REVIEW_LEAD), lead=True),
            Prose(say(words.REVIEW_WHOLE, read=Link(words.REVIEW_READ_WHOLE, To(Room.REVIEW, WHOLE), Ink.RUBRIC), forms=_kept(""))),
            Finder(To(Room.REVIEW), wording.FIND_IN[Room.QUESTIONS], asked.query),
            Table(words.REVIEW_CAPTION, (wording.COLUMN_QUESTION, words.COLUMN_REVIEW), rows),
            *turning,
        ),
    )  # fmt: skip


def _kept(of: str) -> Sentence:
    """The ways to the files."""
    own = (("of", of),) if of else ()
    return chained(*((Link(words.FORMS[form], To(Room.REVIEW, form=form, query=own), Ink.RUBRIC),) for form in FORMS), between=", ")


def _ways(of: str) -> Sentence:
    return say(words.REVIEW_WAYS, read=Link(words.REVIEW_READ, To(Room.REVIEW, of)), forms=_kept(of))


def read(visit: Visit) -> Page:
    """One leaf of a review. Raises KeyError for a name that is no question here."""
    of = "" if visit.name == WHOLE else visit.name
    if of and QuestionId(of) not in visit.one.corpus.questions:
        raise KeyError(visit.name)
    found = told(visit, of)
    every = visit.reading.once("leaves", (of, visit.looking.lens), lambda: leaves(found))
    leaf = visit.number("leaf")
    if leaf > len(every):
        raise refuse(404, words.NO_LEAF.format(leaves=len(every)))
    here = To(Room.REVIEW, visit.name)
    first = (
        *((Prose((Words(found.review.lens, Ink.MUTED),)),) if found.review.lens else ()),
        Prose(say(words.REVIEW_KEEP, forms=_kept(of))),
        *((Items(contents(here, every)),) if len(every) > 1 else ()),
    )  # fmt: skip
    turning = pager(here, leaf, every)
    at = replace(here, query=(("leaf", str(leaf)),)) if leaf > 1 else here
    return Page(
        at, found.review.title, (*(first if leaf == 1 else turning), *every[leaf - 1], *turning), review_words.KICKER, found.review.language
    )


def document(form: str) -> Callable[[Request], Response]:
    """An endpoint that hands out the review in one form as a file to keep."""

    def endpoint(request: Request) -> Response:
        with request.app.state.reading.lock:
            visit = visited(request)
            of = asked_question(visit, visit.words("of"))
            found = told(visit, of)
        return kept(found, of, form)

    return endpoint


def kept(found: Cited, of: str, form: str) -> Response:
    """A review as a file. Refuses with 400, in words, where the form needs what is not installed or could not be set."""
    kind, writing = FORMS[form]
    made = writing(found)
    if not isinstance(made, bytes):
        raise refuse(400, made.words)
    name = "".join(sign if sign.isascii() and (sign.isalnum() or sign == "-") else "_" for sign in of) or "review"
    return Response(made, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'})


def told(visit: Visit, of: str) -> Cited:
    """The review with its notes spelt out, kept until the corpus changes."""
    return visit.reading.once("review", (of, visit.looking.lens), lambda: written(visit, of))


def written(visit: Visit, of: str) -> Cited:
    """The review of a question, or of the whole corpus, with its notes spelt out."""
    made = composed(visit, of)
    bench = visit.bench
    return cited(made, works(bench.corpus, made, printed(bench.folder.library if isinstance(bench, Workbench) else ())))


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
    every = visit.reading.once("gaps", ((GapKind.UNUSED,), "", visit.lens), lambda: gaps_in(statuses, (GapKind.UNUSED,)))
    unused = (of_question(statuses, every, of) if of else every).gaps
    return review(material(statuses, origins, ranked, settled, under, of, unused, figures_in(statuses, of)))


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


def printed(library: tuple[Record, ...]) -> dict[str, Printed]:
    """The entries of the bibliographies by their keys."""
    return {one.key: _printed(one) for one in library}


def _printed(one: Record) -> Printed:
    raw = {key.lower(): value for key, value in one.raw}
    volume, issue = raw.get("volume", ""), raw.get("number", "") or raw.get("issue", "")
    return Printed(one.kind, one.title, one.authors, one.date, one.container, one.publisher, one.place, one.pages, volume, issue)
