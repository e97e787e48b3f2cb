"""The workbench as a web application: one corpus, on this machine, for the person at it."""

from __future__ import annotations

import logging
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from fontes.present.phrasing import refusals
from fontes.web.finding import nearest
from fontes.web.guard import Guard
from fontes.web.pages import ready, refused
from fontes.web.reading import Bench, Reading
from fontes.web.routes import routes
from fontes.web.writing.desk import Desk

__all__ = ["Bench", "Reading", "make_app"]

_STATIC = Path(__file__).parent / "static"
_LOG = logging.getLogger("fontes.web")


def make_app(bench: Bench, port: int | None = None, *, read_only: bool = False) -> Starlette:
    """The application for one workbench. `port` is where it will listen: requests that name another are turned away.

    With `read_only` nothing can be written, and no form is offered.
    """
    ready()
    app = Starlette(
        routes=[Mount("/static", StaticFiles(directory=_STATIC), name="static"), *routes()],
        middleware=[Middleware(Guard, port=port)],
        exception_handlers={HTTPException: _http, Exception: _broken},
    )
    app.state.reading = Reading(bench)
    app.state.desk = Desk(app.state.reading, read_only)
    app.state.can_edit = app.state.desk.open
    return app


async def _http(request: Request, refusal: Exception) -> Response:
    status = refusal.status_code if isinstance(refusal, HTTPException) else 500
    detail = {404: refusals.NOT_FOUND, 405: refusals.METHOD}.get(status, "")
    given = refusal.detail if isinstance(refusal, HTTPException) else ""
    own = given if status in (400, 404) and given not in ("Not Found", "Bad Request") else ""
    if status in (403, 409, 413, 415):
        return refused(request, status, refusals.NOT_WRITTEN, given)
    near = nearest(request.app.state.reading, request.path_params.get("name", "")) if status == 404 else ()
    return refused(request, status, detail or refusals.BAD, own, near)


async def _broken(request: Request, fault: Exception) -> Response:
    """A fault of ours: the reader is told so without a traceback; the log has it."""
    _LOG.error("the page %s could not be made", request.url.path, exc_info=fault)
    return refused(request, 500, refusals.BROKEN, refusals.BROKEN_DETAIL)
