"""Characters to words: the signs of one line, each with its place."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from fontes.diagnostics import Diagnostic, Fix, Kind, Span, error
from fontes.text.syntax import Word
from fontes.text.vocabulary import LOCATORS

UNREADABLE = error(
    "unreadable-line",
    "this line cannot be read",
    """A statement begins in column 1 with a date, an agent or a keyword; its particulars are indented under it. A line that fits
    neither is kept as it stands and left out of everything computed.""",
)

_PUNCTUATION = "\\s!-,./:-@\\[-^`{-~¡-©«-¬®-´¶-¹»-¿‐-⁞"
NAME = re.compile(f"[^\\d\\-{_PUNCTUATION}][^{_PUNCTUATION}]*\\Z")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|“[^”]*”|[(),>]|["“]|[^\s(),>"“]+')
_ESCAPE = re.compile(r"\\(.)")


_new = tuple.__new__
"""Values made by the hundred thousand, past the named constructor (a third of the time of reading a corpus)."""


class Token(NamedTuple):
    """A sign and its offsets in the line. ``text`` keeps quotation marks."""

    text: str
    start: int
    end: int


class Line(NamedTuple):
    """One line and where it stands. In a table every sign of a cell has the place of the cell."""

    text: str
    file: str
    number: int
    cell: Span | None = None

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch of this line, offsets from 0."""
        if self.cell is not None:
            return self.cell
        return _new(Span, (self.file, self.number, start + 1, self.number, end + 1, ""))

    def word(self, token: Token) -> Word:
        """The token as a word: without quotation marks, names in composed form (NFC)."""
        return _new(Word, (unquoted(token[0]), self.span(token[1], token[2])))

    def whole(self) -> Span:
        """The place of the line without its indentation."""
        return self.span(len(self.text) - len(self.text.lstrip()), len(self.text.rstrip()))


class UnreadError(Exception):
    """Inside the parser only: why a line cannot be read. It becomes a diagnostic where the line began."""

    def __init__(self, kind: Kind, span: Span, detail: str, *fixes: Fix) -> None:
        super().__init__(detail)
        self.diagnostic: Diagnostic = kind.at(span, detail, fixes=fixes)


def tokens(line: Line, start: int = 0) -> list[Token]:
    """The signs of a line from an offset on; a quotation mark without its partner is refused."""
    text = line.text
    found = [_new(Token, (m.group(), m.start(), m.end())) for m in _TOKEN.finditer(text, start)]
    for token in found if '"' in text or "“" in text else ():
        if token.text in ('"', "“"):
            raise UnreadError(
                UNREADABLE, line.span(token.start, len(line.text)), "This quotation mark is opened and not closed on its line."
            )
    return found


def quoted(text: str) -> bool:
    """Is this token a text between quotation marks?"""
    return text[0] in '"“'


def unquoted(text: str) -> str:
    """A token's own words."""
    if text[0] == '"':
        inner = text[1:-1]
        return composed(_ESCAPE.sub(r"\1", inner) if "\\" in inner else inner)
    if text[0] == "“":
        return composed(text[1:-1])
    return text if text.isascii() else composed(text)


def composed(text: str) -> str:
    """Equal letters are equal signs: Unicode's composed form."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1 << 15)
def is_name(text: str) -> bool:
    """Could this be the name of a thing?"""
    return NAME.match(text) is not None


@lru_cache(maxsize=1 << 12)
def is_locator(text: str) -> bool:
    """Does this word begin a passage rather than name a source?"""
    return text.lower() in LOCATORS or not is_name(text)


def did_you_mean(word: str, known: list[str] | tuple[str, ...]) -> str:
    """The nearest known word, or nothing: edit similarity of at least 0.7 (Ratcliff–Obershelp)."""
    near = get_close_matches(word, known, n=1, cutoff=0.7)
    return near[0] if near else ""
