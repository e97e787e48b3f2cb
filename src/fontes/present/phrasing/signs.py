"""The signs, the same in text, tables, drawings and terminal, each with its word."""

from __future__ import annotations

from fontes.model.sources import Origin
from fontes.model.stances import Attitude
from fontes.present.pages import Ink, Sign

ATTITUDES = {
    Attitude.ASSERTS: Sign("●", "asserts", Ink.FOR),
    Attitude.SUPPOSES: Sign("◐", "supposes", Ink.FOR),
    Attitude.LEAVES_OPEN: Sign("○", "leaves open", Ink.MUTED),
    Attitude.DOUBTS: Sign("◇", "doubts", Ink.AGAINST),
    Attitude.DENIES: Sign("✕", "denies", Ink.AGAINST),
    Attitude.RAISES: Sign("¿", "raises", Ink.PLAIN),
    Attitude.PASSES_OVER: Sign("∅", "passes over", Ink.MUTED),
    Attitude.UNANSWERABLE: Sign("∎", "declares unanswerable", Ink.AGAINST),
}

ORIGINS = {
    Origin.WITNESSED.value: Sign("◉", "witnessed"),
    Origin.RECORDED.value: Sign("▣", "recorded"),
    Origin.INVENTED.value: Sign("⌧", "invented", Ink.AGAINST),
    Origin.TRAIL_ENDS.value: Sign("⊣", "the trail ends here"),
    "own word": Sign("⊣", "own word, nothing behind it"),
    "premise": Sign("⊢", "a premise nobody here asserts"),
    "others": Sign("…", "others, not named", Ink.MUTED),
}

STATUSES = {
    "stands": Sign("—", "stands"),
    "weakened": Sign("┄", "weakened", Ink.MUTED),
    "falls": Sign("···", "falls", Ink.LOST),
    "undecided": Sign("?", "undecided", Ink.MUTED),
    "supported": Sign("—", "supported"),
    "supported in part": Sign("┄", "supported in part", Ink.MUTED),
    "without recorded support": Sign("···", "without recorded support", Ink.LOST),
}

SEVERITIES = {
    "error": Sign("✕", "error", Ink.AGAINST),
    "warning": Sign("◇", "warning", Ink.RUBRIC),
    "note": Sign("○", "note", Ink.MUTED),
}


def origin_sign(kind: str) -> Sign:
    """The sign of an origin's kind; a kind without a sign keeps its own word."""
    return ORIGINS.get(kind, Sign("·", kind.replace("-", " ")))


def status_sign(status: str) -> Sign:
    """The sign of a status; a status without a sign keeps its own word."""
    return STATUSES.get(status, Sign("·", status.replace("-", " ")))
