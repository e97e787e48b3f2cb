"""Asking the application for pages without a socket, and a plain page of the same kind to be measured beside."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp

Ask = Callable[[str], tuple[float, int]]
COLUMNS = ("first", "again", "distrust", "as-of", "counting", "beside")
_PLAIN = """<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><table>{% for row in rows %}<tr>{% for cell in row %}<td>
<a href="/{{ cell }}">{{ cell }}</a></td>{% endfor %}</tr>{% endfor %}</table>"""


def asking(app: ASGIApp) -> Ask:
    """A function that asks for an address: milliseconds of one processor, and the bytes of the answer. A refusal ends the benchmark."""

    def ask(address: str) -> tuple[float, int]:
        path, _, query = address.partition("?")
        scope: dict[str, Any] = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": path,
            "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "headers": [(b"host", b"127.0.0.1:8000")],
            "server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 5), "state": {},
        }  # fmt: skip
        sent: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        start = time.process_time()
        asyncio.run(app(scope, receive, send))
        took = (time.process_time() - start) * 1000
        if sent[0]["status"] != 200:
            raise SystemExit(f"{address}: {sent[0]['status']}")
        return took, sum(len(each.get("body", b"")) for each in sent[1:])

    return ask


def within(address: str, key: str, value: str) -> str:
    """The address with one more parameter."""
    return f"{address}{'&' if '?' in address else '?'}{key}={quote(value)}"


@dataclass(slots=True)
class Measured:
    """What was measured of one page: milliseconds in each of the columns, and its bytes."""

    page: str
    times: dict[str, float] = field(default_factory=dict)
    size: int = 0


def measured(ask: Ask, page: str, place: int, distrusted: Iterable[str]) -> Measured:
    """One page: its first render, again, and under lenses that nobody looked through before. ``place`` makes its dates its own."""
    found = Measured(page)
    found.times["first"], found.size = ask(page)
    found.times["again"] = statistics.median(ask(page)[0] for _ in range(3))
    found.times["distrust"] = statistics.median(ask(within(page, "distrust", each))[0] for each in distrusted)
    dates = (f"{1940 + place % 60}-0{month}" for month in (2, 5, 8))
    found.times["as-of"] = statistics.median(ask(within(page, "as-of", date))[0] for date in dates)
    found.times["counting"] = ask(within(page, "criticisms", "counting"))[0]
    found.times["beside"] = ask(within(within(page, "as-of", f"{1940 + place % 60}-11"), "beside", "believed"))[0]
    return found


def apart(ask: Ask, page: str, place: int, distrusted: Sequence[str], seconds: float) -> Measured | None:
    """The same in a copy of this process, in which no other page was asked for; None if it is not done in so many seconds."""
    context = get_context("fork")
    there, here = context.Pipe(duplex=False)
    child = context.Process(target=lambda: here.send(measured(ask, page, place, distrusted)), daemon=True)
    child.start()
    found: Measured | None = there.recv() if there.poll(seconds) else None
    child.kill()
    child.join()
    return found


def plain_page(rows: int = 40) -> float:
    """Milliseconds of a bare Starlette and Jinja page with a table of so many rows of three links: the floor of this way of serving."""
    template = Environment(autoescape=True).from_string(_PLAIN)

    def page(_: object) -> HTMLResponse:
        return HTMLResponse(template.render(title="A table", rows=[[f"row-{row}", f"one-{row}", f"other-{row}"] for row in range(rows)]))

    ask = asking(Starlette(routes=[Route("/", page)]))
    ask("/")
    return statistics.median(ask("/")[0] for _ in range(9))
