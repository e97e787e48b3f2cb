"""Searching in a text: where words stand, without case, accents and spelling of spaces."""

from __future__ import annotations

from fontes.findings.texts.flat import Flat
from fontes.findings.texts.quoted import folded

MOST = 5_000
"""So many places are found at most."""


def places(text: Flat, query: str) -> tuple[tuple[int, int], ...]:
    """From where to where in the one line the words stand one after another, in order; no more than ``MOST``."""
    wanted, hay = folded(query).signs, folded(text.words)
    found: list[tuple[int, int]] = []
    at = hay.signs.find(wanted) if wanted else -1
    while at >= 0 and len(found) < MOST:
        end = at + len(wanted)
        found.append((int(hay.places[at]), int(hay.places[end - 1]) + 1))
        at = hay.signs.find(wanted, end)
    return tuple(found)
