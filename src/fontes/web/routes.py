"""Which address shows which page."""

from __future__ import annotations

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
        with request.app.state.reading.lock:
            visit = visited(request)
            tidy = visit.looking.written.pairs
            own = visit.own
            if sorted(lens_pairs(request.query_params.multi_items())) != sorted(tidy):
                return RedirectResponse(queried(again(request.scope["path"]), (*own, *tidy)), 303)
            try:
                page = make(visit)
            except KeyError as missing:
                if missing.args == (visit.name,):
                    raise refuse(404, refusals.NOT_HERE) from missing
                raise
            return rendered(request, page, ask=ask(visit) if ask else None)

    return endpoint
