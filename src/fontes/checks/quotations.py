"""Quotations against the texts: found, found after forgiving spelling and line breaks, or not found."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from fontes.checks.evidence import Evidence, at
from fontes.diagnostics import Diagnostic, error, note
from fontes.model.names import SourceId
from fontes.model.stances import Criticism, Report, Speech, Stance

NOT_FOUND = error(
    "quotation-not-found",
    "a quotation that is not in the text",
    """Words between quotation marks are somebody's own. They are looked for in the text of the source named by 'in', then of the source
    named by 'per', where texts/ holds them.""",
)
SPELLED = note(
    "quotation-spelled-otherwise",
    "a quotation whose wording differs",
    "The quotation was found after forgiving case, accents, spelling and line breaks; the text's own wording is given.",
)
NEAR = 88.0
"""Least similarity (rapidfuzz partial ratio, per cent of signs) that counts as the same words spelled otherwise."""
_SLACK = 3
"""How many signs the text's own wording may begin or end beyond what the alignment found."""


def quotations(evidence: Evidence) -> list[Diagnostic]:
    """Every quotation whose text is at hand."""
    found: list[Diagnostic] = []
    for one in evidence.corpus.statements() if evidence.texts else ():
        if not isinstance(one, Stance | Report | Speech | Criticism) or not one.quote:
            continue
        texts = [name for source in _sources(one) for name in _texts(evidence, source)]
        if not texts:
            continue
        place = at(evidence, one.place, "quote")
        verdicts = [_look(one.quote, evidence.texts[name]) for name in texts]
        if "" in verdicts:
            continue
        wording = next((v for v in verdicts if v is not None), None)
        if wording is None:
            found.append(
                NOT_FOUND.at(place, f"These words were not found in the text of {' or '.join(texts)}, even forgiving the spelling.")
            )
        else:
            found.append(SPELLED.at(place, f"The text has: “{wording}”."))
    return found


def _sources(one: Stance | Report | Speech | Criticism) -> list[SourceId]:
    names = [one.read.source] if one.read is not None else []
    return [*names, *(access.source for access in one.access if access.source is not None)]


def _texts(evidence: Evidence, source: SourceId) -> list[str]:
    """The texts of a source that are at hand: under its own name, or under a key it is cited by."""
    known = evidence.corpus.sources.get(source)
    names = [str(source), *(key for key, _ in known.cite)] if known is not None else [str(source)]
    return [name for name in names if name in evidence.texts]


def _look(quotation: str, text: str) -> str | None:
    """Empty if the words stand there; the text's own wording if they are spelled otherwise; None if they are not there."""
    flat = _flat(text)
    if " ".join(quotation.split()) in flat:
        return ""
    wanted, _ = _folded(quotation)
    hay, places = _folded(flat)
    start = hay.find(wanted)
    if start >= 0:
        end = start + len(wanted)
    else:
        match = fuzz.partial_ratio_alignment(wanted, hay, score_cutoff=NEAR)
        if match is None or len(wanted) < 8:
            return None
        start, end = _fitted(wanted, hay, match.dest_start, match.dest_end)
    return flat[places[start] : places[end - 1] + 1]


def _fitted(wanted: str, hay: str, start: int, end: int) -> tuple[int, int]:
    """The stretch nearest to the words among those a few signs longer or shorter: an alignment is as long as the words themselves,
    and the text may have a sign more or less.
    """
    starts = range(max(0, start - _SLACK), min(start + _SLACK, end - 1) + 1)
    ends = range(max(start + 1, end - _SLACK), min(end + _SLACK, len(hay)) + 1)
    return max(((s, e) for s in starts for e in ends if s < e), key=lambda one: (fuzz.ratio(wanted, hay[one[0] : one[1]]), one[0] - one[1]))


@lru_cache(maxsize=64)
def _flat(text: str) -> str:
    """A text in one line; words divided at line ends are joined."""
    return " ".join(re.sub(r"(\w)[-¬\u00ad]\s*\n\s*(\w)", r"\1\2", unicodedata.normalize("NFC", text)).split())


@lru_cache(maxsize=64)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Letters and digits only, without case and accents (ſ is s), and where each stood."""
    signs, places = [], []
    for index, sign in enumerate(text):
        for part in unicodedata.normalize("NFKD", sign.casefold()):
            if part.isalnum():
                signs.append(part)
                places.append(index)
    return "".join(signs), tuple(places)
