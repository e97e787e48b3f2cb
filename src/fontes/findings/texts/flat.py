"""A text in one line, as quotations are looked for in it: words divided at a line's end are joined, and marks of pages are no words of it.

A mark is a locator alone in square brackets: ``[p. 12]``, ``[f. 2v]``, ``[¶ 7]``; or ``¶ 7`` or ``§ 7`` at the beginning of a paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

UNITS = {
    "p": "p.", "pp": "p.", "page": "p.", "pages": "p.", "f": "f.", "ff": "f.", "fol": "f.", "folio": "f.", "folios": "f.",
    "l": "l.", "ll": "l.", "line": "l.", "lines": "l.", "¶": "¶", "¶¶": "¶", "para": "¶", "§": "§", "§§": "§", "sect": "§", "section": "§",
    "col": "col.", "cols": "col.", "n": "n.", "nn": "n.", "note": "n.", "notes": "n.", "no": "no.", "nos": "no.", "doc": "doc", "docs": "doc",
    "document": "doc", "ch": "ch.", "chs": "ch.", "chap": "ch.", "vol": "vol.", "vols": "vol.", "d": "d.", "op": "op.", "part": "part",
    "row": "row", "tel": "tel.",
}  # fmt: skip
"""What a locator counts, by its word without the full stop: `pp.` and `page` count the same."""
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_LOCATOR = rf"(?P<unit>(?i:{_UNIT}))\.?\s*(?P<number>\d+[a-z]?|[ivxlc]+)"
_SPACES = re.compile(
    rf"(?<=\w)[-¬\u00ad]\s*\n\s*(?=\w)|\s*\[(?P<mark>{_LOCATOR})\]\s*|(?:\A|(?<=\n\n))\s*(?P<lead>[¶§]\s*\d+[a-z]?)\.?(?!\w)\s*|\A\s+|\s{{2,}}|[^\S ]"
)
_PLACE = re.compile(r"(?<![\w¶§])([A-Za-z]+|[¶§]{1,2})\.?\s*(\d+[a-z]?|[ivxlc]+)(?!\w)")


class Mark(NamedTuple):
    """A mark in a text: where (in the one line), what it counts, its number, and how it is written."""

    at: int
    unit: str
    number: str
    written: str


@dataclass(frozen=True, slots=True, eq=False)
class Flat:
    """A text in one line. ``words`` holds no break and no two spaces; ``text`` is the text itself, composed (NFC).

    There is one for each text (see ``flat``): two are compared as the same thing, never sign by sign.
    """

    text: str
    words: str
    marks: tuple[Mark, ...]
    _olds: tuple[int, ...]
    _news: tuple[int, ...]

    def at(self, place: int) -> int:
        """Where a place of the text lies in the one line; what is left out there lies where it was left out."""
        step = bisect_right(self._olds, place) - 1
        following = self._news[step + 1] if step + 1 < len(self._news) else len(self.words)
        return min(self._news[step] + place - self._olds[step], following)


@lru_cache(maxsize=32)
def flat(text: str) -> Flat:
    """A text in one line."""
    text = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    pieces: list[str] = []
    olds, news, marks = [0], [0], []
    at, made, spaced = 0, 0, True
    for found in _SPACES.finditer(text):
        piece = text[at : found.start()]
        pieces.append(piece)
        made += len(piece)
        spaced = spaced if not piece else piece.endswith(" ")
        at = found.end()
        written = found["mark"] or found["lead"]
        divided = not written and not found[0][:1].isspace()
        if not divided and not spaced and at < len(text):
            pieces.append(" ")
            made += 1
            spaced = True
        if written:
            marks += [Mark(made, *one, " ".join(written.split())) for one in locators(written)[:1]]
        olds.append(at)
        news.append(made)
    words = "".join((*pieces, text[at:]))
    trimmed = words.rstrip(" ")
    return Flat(text, trimmed, tuple(marks), tuple(olds), tuple(news))


def locators(passage: str) -> list[tuple[str, str]]:
    """What a passage counts and the number, one for each locator: `¶ 12 n. 4` is a paragraph and a note. Of a range, its beginning."""
    return [(unit, number) for word, number in _PLACE.findall(passage) if (unit := UNITS.get(word.lower()))]
