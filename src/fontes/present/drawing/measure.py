"""How wide words are, and where a line breaks.

The reader's own fonts are not known here, so that widths are those of a wide face (DejaVu); in others a line ends a little earlier.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from fontes.present.visible import visible

_EMS = {
    **dict.fromkeys("iljI.,;:'|!’‘·", 0.36),
    **dict.fromkeys("ftr-/()[]“”\" \u00a0", 0.44),
    **dict.fromkeys("mwMW—%@…ЖШЩЮжшщюфым", 0.95),
}
CUT = "…"
"""The end of what is cut short."""
SERIF = 0.9
"""How much narrower the book faces are."""


@lru_cache(maxsize=4096)
def _em(sign: str) -> float:
    if (known := _EMS.get(sign)) is not None:
        return known
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.02
    return 0.78 if sign.isupper() else 0.64


def measured(words: str, size: float) -> float:
    """How many pixels a line takes at most at this size of type, in pixels."""
    return size * sum(map(_em, words))


def wrapped(words: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """Words in lines no wider than `width`, at most so many; where something is left out, the last ends in three dots."""
    made: list[str] = []
    for word in visible(words).split():
        for piece in _pieces(word, width, size):
            longer = f"{made[-1]} {piece}" if made else piece
            if made and measured(longer, size) <= width:
                made[-1] = longer
            else:
                made.append(piece)
    if len(made) <= most:
        return tuple(made)
    return (*made[: most - 1], _cut(made[most - 1], width, size))


def _pieces(word: str, width: float, size: float) -> list[str]:
    """A word, or the pieces of one wider than a line."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and measured(pieces[-1] + sign, size) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _cut(words: str, width: float, size: float) -> str:
    while words and measured(words + CUT, size) > width:
        words = words[:-1]
    return words.rstrip(" ,.;:") + CUT
