"""How words are compared: without case, accents or width, in any script; and how a person sorts them."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Letters that Unicode does not take apart, and that whoever has no key for them writes so."""


def folded(text: str) -> str:
    """Text to be found by."""
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).translate(_LETTERS)


def in_order(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key to sort by as a person would: `n. 9` before `n. 10`, accents and case aside."""
    pieces: list[tuple[int, int, str]] = []
    digits = ""
    for sign in folded(text) + "\0":
        if sign.isdecimal():
            digits += sign
            continue
        if digits:
            pieces.append((0, int(digits), ""))
            digits = ""
        if sign != "\0":
            pieces.append((1, 0, sign))
    return tuple(pieces)
