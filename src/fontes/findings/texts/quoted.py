"""Where a quotation stands in a text: as it is written, or spelled otherwise."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz

from fontes.findings.texts.flat import flat

NEAR = 88.0
"""Least similarity (rapidfuzz partial ratio, per cent of signs) that counts as the same words spelled otherwise."""
SHORTEST = 8
"""So many letters and digits a quotation needs for words that differ to be taken for it."""
MOST = 64
"""So many places of one quotation are looked for; the same few words may stand on every page."""
_WORD_END = re.compile(r"(?!\w)")
_SLACK = 3
"""How many signs the text's own wording may begin or end beyond what the alignment found."""


class Stretch(NamedTuple):
    """A stretch of the one line of a text; ``exact`` where the words stand there as they are quoted."""

    start: int
    end: int
    exact: bool


@lru_cache(maxsize=4096)
def stretches(quotation: str, text: str) -> tuple[Stretch, ...]:
    """Every place at which the words stand, in order; where there is none, the one at which they stand spelled otherwise, if any."""
    words, wanted = flat(text).words, flat(quotation).words
    if not wanted:
        return ()
    found: list[Stretch] = []
    at = words.find(wanted)
    while at >= 0 and len(found) < MOST:
        found.append(Stretch(at, at + len(wanted), True))
        at = words.find(wanted, at + 1)
    return tuple(found) or _otherwise(wanted, words)


def _otherwise(quotation: str, words: str) -> tuple[Stretch, ...]:
    wanted, hay = folded(quotation).signs, folded(words)
    start = hay.signs.find(wanted) if wanted else -1
    end = start + len(wanted)
    if start < 0:
        match = fuzz.partial_ratio_alignment(wanted, hay.signs, score_cutoff=NEAR) if len(wanted) >= SHORTEST else None
        if match is None:
            return ()
        start, end = _fitted(wanted, hay.signs, match.dest_start, match.dest_end)
    return (Stretch(*_whole_words(quotation, words, int(hay.places[start]), int(hay.places[end - 1]) + 1), False),)


def _whole_words(quotation: str, words: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the words it cuts whole, or without them: whichever is nearer to the quotation."""
    starts, ends = {start}, {end}
    if start and words[start - 1].isalnum():
        starts = {words.rfind(" ", 0, start) + 1, words.find(" ", start, end) + 1 or start}
    if end < len(words) and words[end].isalnum():
        following = _WORD_END.search(words, end)
        ends = {following.start() if following else len(words), words.rfind(" ", start, end) if " " in words[start:end] else end}
    return max(((s, e) for s in starts for e in ends if s < e), key=lambda one: (fuzz.ratio(quotation, words[one[0] : one[1]]), one[0] - one[1]))


def _fitted(wanted: str, hay: str, start: int, end: int) -> tuple[int, int]:
    """The stretch nearest to the words among those a few signs longer or shorter: an alignment is as long as the words themselves,
    and the text may have a sign more or less.
    """
    starts = range(max(0, start - _SLACK), min(start + _SLACK, end - 1) + 1)
    ends = range(max(start + 1, end - _SLACK), min(end + _SLACK, len(hay)) + 1)
    return max(((s, e) for s in starts for e in ends if s < e), key=lambda one: (fuzz.ratio(wanted, hay[one[0] : one[1]]), one[0] - one[1]))


class Folded(NamedTuple):
    """Letters and digits only, without case and accents (ſ is s), and where each stood."""

    signs: str
    places: np.ndarray


@lru_cache(maxsize=32)
def folded(text: str) -> Folded:
    """A text as it is compared where the spelling is forgiven."""
    table = {ord(sign): _letters(sign) for sign in set(text)}
    known = np.array(sorted(table), dtype=np.uint32)
    lengths = np.array([len(table[int(code)]) for code in known], dtype=np.int64)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    places = np.repeat(np.arange(len(text)), lengths[np.searchsorted(known, codes)]) if len(text) else np.arange(0)
    return Folded(text.translate(table), places)


def _letters(sign: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", sign.casefold()) if part.isalnum())
