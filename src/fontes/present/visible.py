"""Text of unknown making, made safe to print: nothing in it can move the cursor or turn the line round."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows; they can make a line read as something it does not say."""


def visible(text: str) -> str:
    """The text with control signs and direction overrides shown by their code points; tabs become four spaces."""
    if text.isprintable():
        return text
    return "".join(map(_seen, text))


def _seen(sign: str) -> str:
    if sign == "\t":
        return "    "
    if sign in _TURNING or unicodedata.category(sign) == "Cc":
        return f"‹U+{ord(sign):04X}›"
    return sign


def width(text: str) -> int:
    """How many columns the text takes: two for wide signs, none for combining ones."""
    return cell_len(text)
