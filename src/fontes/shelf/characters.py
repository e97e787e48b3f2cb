"""From the bytes of a file to its text: UTF-8, one kind of line break, and a word where that fails."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fontes.diagnostics import Diagnostic, Span, error, note

BINARY = error(
    "binary-file",
    "a file that should be text is not text",
    "It holds bytes that stand for no character; perhaps it was given a wrong name.",
)
BROKEN = error(
    "broken-utf8",
    "a file is not written in UTF-8",
    """Every text of a corpus is UTF-8, so that it can still be read in fifty years. What follows the first broken place,
    and the statement that it stands in, is not read.""",
)
MARK = note(
    "byte-order-mark",
    "a file begins with a byte order mark",
    "Some editors put this invisible sign at the beginning of a file. It is passed over, and kept when the file is changed.",
)
BOM = b"\xef\xbb\xbf"
_BREAK = re.compile(r"\r\n?")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with LF for every line break; ``whole`` is whether it is all that was in the file."""

    text: str
    whole: bool
    diagnostics: tuple[Diagnostic, ...] = ()


def with_plain_breaks(text: str) -> str:
    """CRLF and CR as LF; no other sign (form feed, line separator) breaks a line."""
    return _BREAK.sub("\n", text) if "\r" in text else text


def decoded(data: bytes, file: str) -> Decoded:
    """The text of a file; where it is broken, its statements before the broken place."""
    start = Span(file, 1, 1, 1, 2)
    if data.startswith(_UTF16):
        detail = "It is written in UTF-16. Save it again as UTF-8 (in a spreadsheet: 'CSV UTF-8')."
        return Decoded("", False, (BROKEN.at(start, detail),))
    marked = (MARK.at(start, "Nothing needs to be done."),) if data.startswith(BOM) else ()
    body = data[len(BOM) :] if marked else data
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as broken:
        if b"\0" in body:
            return Decoded("", False, (*marked, _binary(body, file)))
        return _up_to(body, broken, file, marked)
    if "\0" in text:
        return Decoded("", False, (*marked, _binary(body, file)))
    return Decoded(with_plain_breaks(text), True, marked)


def _binary(body: bytes, file: str) -> Diagnostic:
    place = _place(body[: body.index(b"\0")].decode("utf-8", "replace"), file)
    return BINARY.at(place, f"'{file}' holds a NUL byte here, as pictures and programs do. It is not read.")


def _place(before: str, file: str) -> Span:
    lines = with_plain_breaks(before).split("\n")
    line, column = len(lines), len(lines[-1]) + 1
    return Span(file, line, column, line, column + 1)


def _up_to(body: bytes, broken: UnicodeDecodeError, file: str, marked: tuple[Diagnostic, ...]) -> Decoded:
    before = body[: broken.start].decode("utf-8")
    detail = (
        f"The byte {body[broken.start]:#04x} here is no character in UTF-8; perhaps the file was saved in an older "
        "encoding. Save it again as UTF-8. Nothing from this statement on is read."
    )
    kept = _whole_statements(with_plain_breaks(before))
    return Decoded(kept, False, (*marked, BROKEN.at(_place(before, file), detail)))


def _whole_statements(text: str) -> str:
    """The text without its last statement: one cut short would be another statement."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line and line[0] not in " \t#"]
    kept = lines[: starts[-1]] if starts else []
    return "\n".join([*kept, ""]) if kept else ""
