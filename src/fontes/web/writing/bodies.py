"""What a form sends, as fields; what is too large, damaged or no form is refused in words, before anything is made of it."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Mapping
from urllib.parse import unquote_to_bytes

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from fontes.present.phrasing import writing as words

LARGEST = 256 * 1024
"""So many bytes a form may have: some hundred times the longest statement of the example."""
MOST_FIELDS = 400
_URLENCODED, _MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"

Fields = Mapping[str, tuple[str, ...]]

logging.getLogger("python_multipart").setLevel(logging.ERROR)  # a malformed body is told to whoever sent it, not to the terminal


async def fields_of(request: Request) -> Fields:
    """The fields of a form, each with its values in their order. Raises HTTPException with 400, 413 or 415."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in (_URLENCODED, _MULTIPART):
        raise HTTPException(415, words.NOT_A_FORM)
    body = await _body(request)
    pairs = _pairs(body) if kind == _URLENCODED else await _parts(request, body)
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\r", "\n"))
    return {name: tuple(values) for name, values in found.items()}


async def _body(request: Request) -> bytes:
    """The body, as far as it may go: what says it is larger is not read at all."""
    said = request.headers.get("content-length", "")
    if said and not (said.isascii() and said.isdigit()):
        raise HTTPException(400, words.MALFORMED)
    if said and (len(said) > 12 or int(said) > LARGEST):
        raise HTTPException(413, words.TOO_LARGE)
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                raise HTTPException(413, words.TOO_LARGE)
    except ClientDisconnect as gone:
        raise HTTPException(400, words.MALFORMED) from gone
    return bytes(body)


def _pairs(body: bytes) -> list[tuple[str, str]]:
    pieces = [piece for piece in body.split(b"&") if piece]
    if len(pieces) > MOST_FIELDS:
        raise HTTPException(413, words.TOO_LARGE)
    pairs = []
    for piece in pieces:
        name, _, value = piece.partition(b"=")
        pairs.append((_text(name), _text(value)))
    return pairs


def _text(piece: bytes) -> str:
    """Percent signs that mean something, and UTF-8 behind them."""
    for at, byte in enumerate(piece):
        if byte == 0x25 and (len(piece) < at + 3 or not all(sign in b"0123456789abcdefABCDEF" for sign in piece[at + 1 : at + 3])):
            raise HTTPException(400, words.MALFORMED)
    try:
        return unquote_to_bytes(piece.replace(b"+", b" ")).decode("utf-8")
    except UnicodeDecodeError as damaged:
        raise HTTPException(400, words.MALFORMED) from damaged


async def _parts(request: Request, body: bytes) -> list[tuple[str, str]]:
    async def once() -> AsyncGenerator[bytes, None]:
        yield body

    try:
        form = await MultiPartParser(request.headers, once(), max_files=0, max_fields=MOST_FIELDS, max_part_size=LARGEST).parse()
    except (MultiPartException, KeyError, UnicodeDecodeError, ValueError, LookupError) as damaged:
        raise HTTPException(400, words.MALFORMED) from damaged
    pairs = []
    for name, value in form.multi_items():
        if isinstance(value, UploadFile) or "\ufffd" in value:
            raise HTTPException(400, words.MALFORMED)
        pairs.append((name, value))
    return pairs
