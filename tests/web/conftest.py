"""Asking the application without a socket: one request in, one answer out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from starlette.types import ASGIApp, Message

from fontes.web.app import make_app
from fontes.workbench import Workbench


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


Ask = Callable[..., Answer]


def ask_of(app: ASGIApp) -> Ask:
    """A function that asks the application for an address, as a browser at this machine would."""

    def ask(address: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
        path, _, query = address.partition("?")
        given = {"host": "127.0.0.1:8000", **{name.replace("_", "-"): value for name, value in headers.items()}}
        scope: dict[str, Any] = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
            "path": unquote(path, errors="replace"), "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in given.items() if value],
            "server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 5), "state": {},
        }  # fmt: skip
        sent: list[Message] = []

        asked: list[bool] = []

        async def receive() -> Message:
            """The request once; after that the browser waits and never hangs up."""
            if asked:
                await asyncio.Event().wait()
            asked.append(True)
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        async def run() -> None:
            try:
                await app(scope, receive, send)
            except Exception:
                if not sent:
                    raise

        with ThreadPoolExecutor(1) as alone:  # a browser driver may keep a loop of its own in this thread
            alone.submit(asyncio.run, run()).result()
        body = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(
            sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}, body.decode(errors="replace")
        )

    return ask


@pytest.fixture
def asking(tmp_path: Path) -> Callable[[str], Ask]:
    """Ask of a corpus written as text, served on port 8000."""

    def of_text(text: str) -> Ask:
        (tmp_path / "all.fontes").write_text(text, encoding="utf-8")
        return ask_of(make_app(Workbench.open(tmp_path), 8000))

    return of_text
