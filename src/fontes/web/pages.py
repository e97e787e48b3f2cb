"""A page as HTML. Everything written by the makers of a corpus goes through the escaping of the templates."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from fontes.diagnostics import Severity
from fontes.present.pages import Page, Prose, Room, Sign, To, Words, text_of
from fontes.present.phrasing import wording
from fontes.present.visible import visible
from fontes.web.addresses import address, fragment, mark

_ROOMS = (Room.QUESTIONS, Room.PROPOSITIONS, Room.SOURCES, Room.AGENTS, Room.EVENTS)


def rendered(request: Request, page: Page, status: int = 200) -> HTMLResponse:
    """A page as an answer."""
    reading = request.app.state.reading
    preface = reading.bench.corpus.preface
    template = environment().get_template("page.html")
    html = template.render(
        page=page, corpus=preface.title or preface.id or wording.UNTITLED, rooms=_rooms(reading.bench.diagnostics),
        corpus_language=preface.language if preface.language != "en" else "",
    )  # fmt: skip
    return HTMLResponse(html, status)


def refused(request: Request, status: int, words: str, detail: str = "") -> HTMLResponse:
    """A page that says why there is no page."""
    blocks = (Prose((Words(detail),)),) if detail else ()
    return rendered(request, Page(To(Room.SEARCH), words, blocks), status)


@cache
def environment() -> Environment:
    """The templates, with escaping always on."""
    made = Environment(
        loader=PackageLoader("fontes.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals.update(address=address, mark=mark, wording=wording, Room=Room, text_of=text_of)
    made.filters.update(kind=_kind, sign=lambda part: isinstance(part, Sign), seen=visible, fragment=fragment)
    return made


def _kind(value: Any) -> str:
    return type(value).__name__.lower()


def _rooms(diagnostics: tuple[Any, ...]) -> tuple[Room, ...]:
    """The rooms of the navigation: errors only when there is something to report."""
    errors = any(each.severity in (Severity.ERROR, Severity.WARNING) for each in diagnostics)
    return (*_ROOMS, Room.ERRORS) if errors else _ROOMS
