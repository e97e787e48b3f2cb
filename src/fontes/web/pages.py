"""A page as HTML. Everything written by the makers of a corpus goes through the escaping of the templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from fontes.diagnostics import Severity
from fontes.findings import Support
from fontes.present.pages import Block, Finder, Link, Page, Prose, Room, To, Words
from fontes.present.phrasing import help as help_words
from fontes.present.phrasing import lens as lens_words
from fontes.present.phrasing import refusals, say, texts, wording
from fontes.present.phrasing import writing as write_words
from fontes.present.phrasing.signs import STATUSES
from fontes.present.visible import visible
from fontes.web.addresses import address, again, queried
from fontes.web.bar import Bar, bar
from fontes.web.html import html
from fontes.web.lens import Looking, Pairs, lens_pairs

MOST_TYPED = 200
"""So much of what is not understood is shown again."""
_DECLARED = frozenset((Room.QUESTIONS, Room.PROPOSITIONS, Room.SOURCES, Room.AGENTS, Room.EVENTS))
"""The rooms of things that are declared, and whose declaration can be changed."""
_ROOMS = (Room.QUESTIONS, Room.SOURCES, Room.AGENTS, Room.CHRONOLOGY, Room.GAPS, Room.REVIEW)


@dataclass(frozen=True, slots=True)
class Ask:
    """The form of what had reached an agent: where it leads, what it keeps, and what was asked last."""

    path: str
    at: str = ""
    about: str = ""
    kept: Pairs = ()


def rendered(request: Request, page: Page, status: int = 200, ask: Ask | None = None) -> HTMLResponse:
    """A page as an answer, under the bar of its lens; every link of it leads on through the same lens."""
    reading = request.app.state.reading
    looking = getattr(request.state, "looking", Looking())
    own = tuple(pair for pair in request.query_params.multi_items() if pair not in lens_pairs(request.query_params.multi_items()) and pair[1])
    typed = request.query_params.get("as-of", "")[:MOST_TYPED] if status == 400 else ""
    over = bar(reading, again(request.scope["path"]), own, looking, typed)
    lens, preface = over.pairs, reading.bench.corpus.preface
    template = environment().get_template("page.html")
    text = template.render(
        page=replace(page, blocks=_carrying(page.blocks, over)), corpus=preface.title or preface.id or wording.UNTITLED,
        rooms=rooms(reading.bench.diagnostics), corpus_language=preface.language if preface.language != wording.LANGUAGE else "",
        bar=over, ask=ask, address=lambda to: address(to, _besides(to, lens)), revision=reading.bench.revision,
        can_edit=getattr(request.app.state, "can_edit", False), writing=lambda own: _writing(own, lens),
        editing=lambda name: _editing(name, lens), desk=getattr(request.app.state, "desk", None), write_words=write_words,
    )  # fmt: skip
    return HTMLResponse(text, status)


def refused(request: Request, status: int, words: str, detail: str = "", near: tuple[Block, ...] = ()) -> HTMLResponse:
    """A page that says why there is no page, with what is called nearly so, and ways on."""
    said: tuple[Block, ...] = (Prose((Words(detail),)),) if detail else ()
    blocks = (*said, *near, *_ways_on(status))
    with request.app.state.reading.lock:
        return rendered(request, Page(To(Room.SEARCH), words, blocks), status)


def _writing(own: Pairs, lens: Pairs = ()) -> str:
    """The form in which a stance is recorded, filled as far as is plain."""
    return queried("/write/stance", [pair for pair in (*own, *lens) if pair[1]])


def _editing(name: str, lens: Pairs = ()) -> str:
    """Where a statement or declaration can be changed."""
    return queried(f"/edit/{quote(name, safe='')}", lens)


def _ways_on(status: int) -> tuple[Block, ...]:
    """Where to go from a page that is none: to the search where something was not found, to the first page and the help in any case."""
    finder = (Finder(To(Room.SEARCH), wording.FIND_IN[Room.SEARCH]),) if status == 404 else ()
    first, help_ = Link(wording.ROOMS[Room.FIRST], To(Room.FIRST)), Link(wording.ROOMS[Room.HELP], To(Room.HELP))
    return (*finder, Prose(say(refusals.WAYS_ON, first=first, help=help_)))


def _besides(to: To, lens: Pairs) -> Pairs:
    """The lens of a link: that of the page, unless the link names one of its own."""
    return () if to.query and lens_pairs(to.query) else lens


def _carrying(blocks: Sequence[Block], over: Bar) -> tuple[Block, ...]:
    """The same blocks, whose forms carry the lens on as their links do."""
    return tuple(replace(each, kept=(*each.kept, *over.pairs)) if isinstance(each, Finder) else each for each in blocks)


def ready() -> None:
    """Read the templates that every page needs, so that the first page need not wait for it."""
    for name in ("page.html", "lens.html"):
        environment().get_template(name)


@cache
def environment() -> Environment:
    """The templates, with escaping always on."""
    made = Environment(
        loader=PackageLoader("fontes.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    made.globals.update(write_address=lambda kind, field, name: queried(f"/write/{kind}", ((field, name),)))
    made.globals.update(html=html, address=address, wording=wording, help_words=help_words, lens_words=lens_words, text_words=texts)
    made.globals.update(Room=Room, To=To, declared=_DECLARED, statuses=STATUSES, Status=Support)
    made.filters.update(kind=_kind, seen=visible)
    return made


def _kind(value: Any) -> str:
    return type(value).__name__.lower()


def rooms(diagnostics: tuple[Any, ...]) -> tuple[Room, ...]:
    """The rooms of the navigation: errors only when there is something to report."""
    errors = any(each.severity in (Severity.ERROR, Severity.WARNING) for each in diagnostics)
    return (*_ROOMS, Room.ERRORS) if errors else _ROOMS
