"""The workbench as a web application: one corpus, on this machine, for the person at it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from fontes.diagnostics import Diagnostic
from fontes.findings import Fallen, Node, Origins
from fontes.model.corpus import Corpus
from fontes.model.lens import Unit
from fontes.present.phrasing import refusals
from fontes.present.rooms.concordance import Concordance, concordance
from fontes.web.guard import Guard
from fontes.web.pages import refused
from fontes.web.routes import routes

_STATIC = Path(__file__).parent / "static"
_LOG = logging.getLogger("fontes.web")


class Bench(Protocol):
    """What the browser needs of a workbench."""

    @property
    def root(self) -> Path:
        """The folder of the corpus."""

    @property
    def corpus(self) -> Corpus:
        """The corpus as it was last read."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong in its files."""

    def reload(self) -> bool:
        """Read again what changed on disk; whether anything did."""

    def lines(self) -> Mapping[str, Sequence[str]]:
        """The lines of every file."""

    def origins(self, name: str, /) -> Origins:
        """Where a proposition comes from. Raises KeyError."""

    def all_origins(self) -> tuple[Origins, ...]:
        """The same of every proposition."""

    def trace(self, name: str, /) -> Node:
        """The lineage of a proposition. Raises KeyError."""

    def fallen(self, units: Iterable[Unit], /) -> Fallen:
        """What loses support without these units."""


class Reading:
    """A workbench with the concordance of its corpus, made anew only when the corpus is another."""

    def __init__(self, bench: Bench) -> None:
        """Read nothing yet."""
        self.bench = bench
        self._made: Concordance | None = None

    def current(self) -> Concordance:
        """The concordance of the corpus as it is on disk now."""
        self.bench.reload()
        if self._made is None or self._made.corpus is not self.bench.corpus:
            self._made = concordance(self.bench.corpus)
        return self._made


def make_app(bench: Bench, port: int | None = None) -> Starlette:
    """The application for one workbench. `port` is where it will listen: requests that name another are turned away."""
    app = Starlette(
        routes=[Mount("/static", StaticFiles(directory=_STATIC), name="static"), *routes()],
        middleware=[Middleware(Guard, port=port)],
        exception_handlers={HTTPException: _http, Exception: _broken},
    )
    app.state.reading = Reading(bench)
    return app


async def _http(request: Request, refusal: Exception) -> Response:
    status = refusal.status_code if isinstance(refusal, HTTPException) else 500
    detail = {404: refusals.NOT_FOUND, 405: refusals.METHOD}.get(status, "")
    given = refusal.detail if isinstance(refusal, HTTPException) else ""
    own = given if status in (400, 404) and given not in ("Not Found", "Bad Request") else ""
    return refused(request, status, detail or refusals.BAD, own)


async def _broken(request: Request, fault: Exception) -> Response:
    """A fault of ours: the reader is told so without a traceback; the log has it."""
    _LOG.error("the page %s could not be made", request.url.path, exc_info=fault)
    return refused(request, 500, refusals.BROKEN, refusals.BROKEN_DETAIL)
