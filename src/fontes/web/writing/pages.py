"""Pages of writing as HTML: under no lens, since what is written is written whatever it is seen through."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from fontes.present.pages import Page, Room, To
from fontes.present.phrasing import wording
from fontes.present.phrasing import writing as words
from fontes.present.rooms.writing import Session, Written
from fontes.web.addresses import address
from fontes.web.pages import environment, rooms
from fontes.web.writing.desk import Desk
from fontes.web.writing.shown import field_id, summary


def page_of(
    request: Request, desk: Desk, title: str, writing: Written, session: Session, status: int = 200, kicker: str = words.KICKER
) -> HTMLResponse:
    """A page of writing as an answer."""
    corpus = desk.bench.corpus
    preface = corpus.preface
    template = environment().get_template("page.html")
    html = template.render(
        page=Page(To(Room.WRITE), title, (), kicker), corpus=preface.title or preface.id or wording.UNTITLED,
        rooms=rooms(desk.bench.diagnostics), corpus_language=preface.language if preface.language != "en" else "", bar=None, ask=None,
        address=address, revision=desk.bench.revision, can_edit=False, desk=desk, writes=writing, session=session, write_words=words,
        field_id=field_id, summary=summary,
    )  # fmt: skip
    return HTMLResponse(html, status)
