"""Which address shows which page."""

from __future__ import annotations

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from fontes.diagnostics import Severity
from fontes.findings import Support
from fontes.model.lens import Unit, UnitKind
from fontes.present.pages import Page, Room
from fontes.present.phrasing import refusals
from fontes.present.rooms.agent import agent_page
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.errors import errors_page
from fontes.present.rooms.event import event_page
from fontes.present.rooms.first import first_page
from fontes.present.rooms.listing import Asked, room_page
from fontes.present.rooms.proposition import proposition_page
from fontes.present.rooms.question import question_page
from fontes.present.rooms.search import search_page
from fontes.present.rooms.source import source_page
from fontes.present.rooms.support import as_unit
from fontes.web.addresses import MOST_UNITS
from fontes.web.pages import rendered

_LISTED = (Room.QUESTIONS, Room.PROPOSITIONS, Room.SOURCES, Room.AGENTS, Room.EVENTS, Room.STATEMENTS)
_LONGEST_QUERY = 200

Maker = Callable[[Request, Concordance, str], Page]


def routes() -> list[BaseRoute]:
    """Every address of the workbench."""
    things: dict[Room, Maker] = {
        Room.QUESTIONS: lambda _, one, name: question_page(one, name),
        Room.PROPOSITIONS: _proposition,
        Room.SOURCES: _source,
        Room.AGENTS: lambda _, one, name: agent_page(one, name),
        Room.EVENTS: lambda _, one, name: event_page(one, name),
    }
    return [
        Route("/", _page(_first)),
        Route("/search", _page(lambda request, one, _: search_page(one, _words(request, "q")))),
        Route("/errors", _page(_errors)),
        *(Route(f"/{room.value}", _page(_list(room))) for room in _LISTED),
        *(Route(f"/{room.value}/{{name:path}}", _page(make)) for room, make in things.items()),
    ]


def _page(make: Maker) -> Callable[[Request], Response]:
    """An endpoint that makes a page from the corpus as it is now. It is no coroutine: it runs beside the event loop."""

    def endpoint(request: Request) -> Response:
        one = request.app.state.reading.current()
        name = request.path_params.get("name", "")
        try:
            page = make(request, one, name)
        except KeyError as missing:
            if missing.args == (name,):
                raise HTTPException(404, refusals.NOT_HERE) from missing
            raise
        return rendered(request, page)

    return endpoint


def _first(request: Request, one: Concordance, _name: str) -> Page:
    bench = request.app.state.reading.bench
    errors = sum(each.severity is Severity.ERROR for each in bench.diagnostics)
    return first_page(one, bench.all_origins(), errors)


def _errors(request: Request, _one: Concordance, _name: str) -> Page:
    bench = request.app.state.reading.bench
    return errors_page(bench.diagnostics, bench.lines(), _number(request, "leaf"))


def _list(room: Room) -> Maker:
    def make(request: Request, one: Concordance, _name: str) -> Page:
        asked = Asked(_words(request, "q"), _words(request, "kind"), _words(request, "of", 2000), _number(request, "leaf"))
        return room_page(one, room, asked)

    return make


def _proposition(request: Request, one: Concordance, name: str) -> Page:
    bench = request.app.state.reading.bench
    origins, tree = bench.origins(name), bench.trace(name)
    units = _units(request, one)
    fallen = bench.fallen(units) if units else None
    return proposition_page(one, origins, tree, units, fallen)


def _source(request: Request, one: Concordance, name: str) -> Page:
    if name not in one.corpus.sources:
        raise KeyError(name)
    fallen = request.app.state.reading.bench.fallen((Unit(UnitKind.SOURCE, name),))
    lost = sum(change.kind == "proposition" and change.after is Support.NONE for change in fallen.falls)
    return source_page(one, name, lost)


def _units(request: Request, one: Concordance) -> tuple[Unit, ...]:
    """The units of `?without=a,b`. A comma inside a name is tried as part of it where the pieces name nothing."""
    written = [piece.strip() for value in request.query_params.getlist("without") for piece in _pieces(value, one)]
    if len(written) > MOST_UNITS:
        raise HTTPException(400, refusals.BAD_QUERY.format(words="without"))
    return tuple(dict.fromkeys(_unit(one, piece) for piece in written if piece))


def _pieces(value: str, one: Concordance) -> list[str]:
    return [value] if as_unit(one.corpus, value) and _is_here(one, value) else value.split(",")


def _is_here(one: Concordance, written: str) -> bool:
    found = as_unit(one.corpus, written)
    if found is None:
        return False
    known = {
        UnitKind.WORD: one.corpus.agents, UnitKind.PREMISE: one.corpus.propositions, UnitKind.STATEMENT: one.entries,
    }.get(found.kind)  # fmt: skip
    return known is None or found.id in known  # type: ignore[operator]


def _unit(one: Concordance, written: str) -> Unit:
    found = as_unit(one.corpus, written)
    if found is None or not _is_here(one, written):
        raise HTTPException(400, refusals.BAD_UNIT.format(words=written[:_LONGEST_QUERY]))
    return found


def _words(request: Request, key: str, most: int = _LONGEST_QUERY) -> str:
    words = request.query_params.get(key, "")
    if len(words) > most:
        raise HTTPException(400, refusals.BAD_QUERY.format(words=key))
    return words


def _number(request: Request, key: str) -> int:
    written = request.query_params.get(key, "1")
    if not (written.isascii() and written.isdigit() and 1 <= len(written) <= 9 and int(written) > 0):
        raise HTTPException(400, refusals.BAD_QUERY.format(words=f"{key}={written[:_LONGEST_QUERY]}"))
    return int(written)
