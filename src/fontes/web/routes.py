"""Which address shows which page."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from fontes.present.pages import Page
from fontes.present.phrasing import refusals
from fontes.web import data, reviewing, rooms
from fontes.web.addresses import again, queried
from fontes.web.lens import lens_pairs
from fontes.web.pages import Ask, rendered
from fontes.web.visit import Visit, refuse, visited
from fontes.web.watching import watch
from fontes.web.writing.endpoints import routes as writing
from fontes.workbench import undisturbed

Maker = Callable[[Visit], Page]


def routes() -> list[BaseRoute]:
    """Every address of the workbench."""
    return [
        Route("/", _page(rooms.first)),
        Route("/complete", data.complete),
        Route("/changes", data.changes),
        *writing(),
        Route("/watch", watch),
        *(Route(f"/review.{form}", reviewing.document(form)) for form in reviewing.FORMS),
        *(Route(f"/{room.value}", _page(make)) for room, make in rooms.ROOMS.items()),
        *(Route(f"/{room.value}", _page(rooms.listed(room))) for room in rooms.LISTED),
        *(Route(f"/{room.value}/{{name:path}}", _page(make, ask)) for room, (make, ask) in rooms.THINGS.items()),
    ]


def _page(make: Maker, ask: Callable[[Visit], Ask] | None = None) -> Callable[[Request], Response]:
    """An endpoint that makes a page from the corpus as it is now, through the lens of its address.

    It is no coroutine: it runs beside the event loop. An address that says the same in another way leads to the one way of saying it.
    """

    def endpoint(request: Request) -> Response:
        with request.app.state.reading.lock, undisturbed(lasting=False):
            visit = visited(request)
            tidy = visit.looking.written.pairs
            own = visit.own
            if sorted(lens_pairs(request.query_params.multi_items())) != sorted(tidy):
                return RedirectResponse(queried(again(request.scope["path"]), (*own, *tidy)), 303)
            tag = tagged(visit)
            if tag in request.headers.get("if-none-match", "").split(", "):
                return Response(status_code=304, headers={"ETag": tag})
            try:
                page = make(visit)
            except KeyError as missing:
                if missing.args == (visit.name,):
                    raise refuse(404, refusals.NOT_HERE) from missing
                raise
            made = rendered(request, page, ask=ask(visit) if ask else None)
            made.headers["ETag"] = tag
            return made

    return endpoint


_STARTED = secrets.token_hex(4)


def tagged(visit: Visit) -> str:
    """What a page is known by: its address, the files as they were read, what can be undone, this run. Who has it already is not sent it again."""
    url, desk = visit.request.url, visit.request.app.state.desk
    whole = f"{_STARTED}\0{visit.bench.revision}\0{desk.undoable}\0{url.path}\0{url.query}"
    return f'"{hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:24]}"'
