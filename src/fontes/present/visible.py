"""Text of unknown making, made safe to print: nothing in it can move the cursor or turn the line round."""

from __future__ import annotations

import re

from rich.cells import cell_len

_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control signs, and signs that turn the direction of what follows; these can make a line read as something it does not say."""


def visible(text: str) -> str:
    """The text with control signs and direction overrides shown by their code points; tabs become four spaces."""
    return text if text.isprintable() else _HIDDEN.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    sign = found[0]
    return "    " if sign == "\t" else f"‹U+{ord(sign):04X}›"


def width(text: str) -> int:
    """How many columns the text takes: two for wide signs, none for combining ones."""
    return cell_len(text)
