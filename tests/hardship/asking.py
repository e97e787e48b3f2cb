"""One request, byte for byte, to the application: inside this process, or over a socket to the server that people run."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import os
import re
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

from starlette.types import ASGIApp, Message

HOST = "127.0.0.1"
PORT = 8000
"""Where an application inside this process believes it listens."""
PATIENCE = 30.0
"""Every answer has begun and ended within so many seconds, also on a machine with other work. A stream is hung up on sooner."""
SET = 180.0
"""A review is set as a document by other programs; that may take so long."""
LONG = 32_000
"""An address so long is no address: the server does not read it to its end."""
LISTENED = 0.3
"""So long a stream that would go on for ever is listened to, in seconds."""


@dataclass(frozen=True)
class Case:
    """A request. ``cut`` signs of the body are promised and never sent."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    cut: int = 0

    @property
    def head(self) -> tuple[tuple[str, str], ...]:
        """The headers as sent, with the length of the body."""
        return (*self.headers, ("content-length", str(len(self.body) + self.cut))) if self.body or self.cut else self.headers


@dataclass(frozen=True)
class Answer:
    """What came back. Status 0: nothing did, which only a request that was cut short may get."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float
    fault: str = ""

    @property
    def text(self) -> str:
        """The body as text, if it is one."""
        return self.body.decode("utf-8", "replace")


def patience(case: Case) -> float:
    """How many seconds an answer may take."""
    return SET if case.target.startswith(("/review.pdf", "/review.docx")) else PATIENCE


class Asking(Protocol):
    """Something that can be asked."""

    host: str

    def ask(self, case: Case) -> Answer:
        """The answer to a request."""

    def close(self) -> None:
        """Done asking."""


class Inside:
    """The application in this process, as a server would call it; in a thread of its own, since a browser driver may keep a loop in this one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.host = app, f"{HOST}:{PORT}"
        self.loop, self.alone = asyncio.new_event_loop(), ThreadPoolExecutor(1)

    def ask(self, case: Case) -> Answer:
        """The answer, or the fault that the application raised."""
        started, fault = time.perf_counter(), ""
        sent: list[Message] = []
        try:
            self.alone.submit(self.loop.run_until_complete, asyncio.wait_for(self._run(case, sent), patience(case))).result()
        except TimeoutError:
            fault = f"no answer within {patience(case):.0f} s"
        except Exception as raised:
            fault = "" if case.cut and type(raised).__name__ == "ClientDisconnect" else f"{type(raised).__name__}: {raised}"
        seconds = time.perf_counter() - started
        if not sent:
            return Answer(0, {}, b"", seconds, fault)
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], headers, b"".join(one.get("body", b"") for one in sent[1:]), seconds, fault)

    async def _run(self, case: Case, sent: list[Message]) -> None:
        gone, given = asyncio.Event(), [False]

        async def receive() -> Message:
            if not given[0]:
                given[0] = True
                return {"type": "http.request", "body": case.body, "more_body": bool(case.cut)}
            if not case.cut:
                await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            sent.append(message)
            if message["type"] == "http.response.start" and (b"content-type", b"text/event-stream") in [
                (name, value.split(b";")[0]) for name, value in message["headers"]
            ]:
                self.loop.call_later(LISTENED, gone.set)

        await self.app(self._scope(case), receive, send)

    def _scope(self, case: Case) -> dict[str, Any]:
        path, _, query = ("/" + case.target.removeprefix("/")).partition("?")  # a server lets nothing else through
        return {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": case.method, "scheme": "http",
            "path": unquote(path), "raw_path": path.encode("latin-1"), "query_string": query.encode("latin-1"), "root_path": "",
            "headers": [(name.lower().encode("latin-1"), value.encode("latin-1", "replace")) for name, value in case.head],
            "server": (HOST, PORT), "client": (HOST, 5), "state": {},
        }  # fmt: skip

    def close(self) -> None:
        """Done asking."""
        self.alone.submit(self.loop.run_until_complete, self.loop.shutdown_default_executor()).result()
        self.alone.shutdown()
        self.loop.close()


class Served:
    """The server that people run (`fontes open`), in a process of its own, over a socket of this machine."""

    def __init__(self, root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "fontes", "open", str(root), "--no-browser"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        assert self.process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+)", said := self.process.stdout.readline())
        assert found, said
        self.port = int(found[1])
        self.host = f"{HOST}:{self.port}"
        wait_for(self.port)

    def ask(self, case: Case) -> Answer:
        """The answer of the server."""
        return asked(self.port, case)

    def close(self) -> None:
        """Stop the server."""
        self.process.terminate()
        self.process.communicate(timeout=20)


def wait_for(port: int) -> None:
    """Wait until somebody listens: the port is taken, and told, a moment before."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection((HOST, port), 1):
            return
        time.sleep(0.005)
    raise TimeoutError(f"nobody listens at port {port}")


def written(case: Case) -> bytes:
    """A request as it goes over a socket."""
    head = [f"{case.method} {case.target} HTTP/1.1", *(f"{name}: {value}" for name, value in (*case.head, ("connection", "close")))]
    return "\r\n".join(head).encode("latin-1", "replace") + b"\r\n\r\n" + case.body


def asked(port: int, case: Case) -> Answer:
    """The answer of whoever listens at a port. Who sends a body that is not wanted, or no HTTP, may be hung up on before they can read why."""
    started, body, status, headers, fault = time.perf_counter(), b"", 0, {}, ""
    with socket.create_connection((HOST, port), patience(case)) as line:
        try:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # who is refused early may be hung up on
                line.sendall(written(case))
                if case.cut:
                    line.shutdown(socket.SHUT_WR)
            reply = http.client.HTTPResponse(line, method=case.method)
            reply.begin()
            status, headers = reply.status, {name.lower(): value for name, value in reply.getheaders()}
            if headers.get("content-type", "").startswith("text/event-stream"):
                line.settimeout(LISTENED)
            body = reply.read()
        except (http.client.HTTPException, OSError) as trouble:
            streaming = headers.get("content-type", "").startswith("text/event-stream")
            refused_early = case.cut or case.body or len(case.target) > LONG or not case.target.startswith("/")
            hung_up = isinstance(trouble, ConnectionError) and bool(refused_early)
            fault = "" if (status and streaming) or case.cut or hung_up else f"{type(trouble).__name__}: {trouble}"
    return Answer(status, headers, body, time.perf_counter() - started, fault)


def same_origin(host: str) -> tuple[tuple[str, str], ...]:
    """The headers of our own page."""
    return ("host", host), ("origin", f"http://{host}")

