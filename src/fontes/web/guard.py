"""Who may ask, and what an answer may do.

The workbench listens on this machine only. That is not enough: any page open in the same browser can send requests to
this machine, and a name that resolves to it can read the answers (DNS rebinding). So the Host must be this machine,
at this port; a request that could change something must come from our own page; and an answer may load nothing from
elsewhere and run nothing that is not a file of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fontes.present.phrasing import refusals

_HOME = ("localhost", "127.0.0.1", "[::1]")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_LONGEST_ADDRESS = 8_000

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with "no-referrer" a browser sends "Origin: null" with our own forms, and none could be told from others'
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class Guard:
    """An ASGI middleware that turns away what does not come from this machine's own page.

    `port` is where we listen; None means any port, for an app that is not served yet.
    """

    def __init__(self, app: ASGIApp, port: int | None = None) -> None:
        """Stand before `app`."""
        self.app = app
        self.port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a refusal, or let the request through and see to the headers of the answer."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            refused = refusal(scope, self.port)
            answer = self.app if refused is None else refused
            await answer(scope, receive, _with_headers(send))


def refusal(scope: Scope, port: int | None) -> PlainTextResponse | None:
    """Why this request is turned away, as an answer; None if it is let through."""
    headers = Headers(scope=scope)
    if not _is_home(headers.get("host", ""), port):
        return PlainTextResponse(refusals.HOST, 403)
    if scope["method"] not in _SAFE and not _is_own(headers, port):
        return PlainTextResponse(refusals.ORIGIN, 403)
    return _malformed(scope)


def _is_home(host: str, port: int | None) -> bool:
    name, colon, written = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    if not colon:
        name, written = host, ""
    if name.lower() not in _HOME or (written and not (written.isascii() and written.isdigit())):
        return False
    return port is None or int(written or 80) == port


def _is_own(headers: Headers, port: int | None) -> bool:
    """An Origin is sent with every unsafe request of a browser; without one we cannot tell whose it is."""
    origin = headers.get("origin", "")
    return origin.startswith("http://") and origin[7:].lower() == headers["host"].lower() and _is_home(origin[7:], port)


def _malformed(scope: Scope) -> PlainTextResponse | None:
    raw = scope.get("raw_path") or scope["path"].encode()
    query = scope.get("query_string", b"")
    if len(raw) + len(query) > _LONGEST_ADDRESS:
        return PlainTextResponse(refusals.TOO_LONG, 414)
    for piece in (raw, query.replace(b"+", b" ")):
        if not _is_text(piece):
            return PlainTextResponse(refusals.MALFORMED, 400)
    return None


def _is_text(piece: bytes) -> bool:
    """Percent signs that mean something, UTF-8 behind them, and no control signs."""
    for at in (i for i, byte in enumerate(piece) if byte == 0x25):
        if len(piece) < at + 3 or not all(c in b"0123456789abcdefABCDEF" for c in piece[at + 1 : at + 3]):
            return False
    try:
        words = unquote_to_bytes(piece).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(ord(sign) < 32 or ord(sign) == 127 for sign in words)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sending
