"""The `profile` lines of a corpus statement, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable

from fontes.dates import Meanings, NotUnderstood, meanings
from fontes.diagnostics import Diagnostic, error
from fontes.text.syntax import Declaration, Reference

NOT_A_MEANING = error(
    "meaning-not-understood",
    "what a vague word is to mean is not understood",
    """'profile' in the corpus statement gives a word its meaning: profile shortly "0 to 30 days". A meaning is read whole or refused, and one that is
    refused leaves the usual meaning in force.""",
)


def meant(corpora: Iterable[Declaration]) -> Meanings:
    """The profile of a corpus with these corpus statements, of which the first counts."""
    first = min(corpora, key=lambda one: one.span, default=None)
    return meanings([(one.name.text, one.passage) for one in _lines(first)] if first is not None else ())


def _lines(corpus: Declaration) -> list[Reference]:
    return [p.value for p in corpus.particulars if p.keyword.text == "profile" and isinstance(p.value, Reference)]


def complaints(corpus: Declaration, refused: Iterable[NotUnderstood]) -> list[Diagnostic]:
    """What is wrong with the `profile` lines of a corpus statement."""
    found = []
    for one in refused:
        line = next(line for line in _lines(corpus) if f"{line.name.text} {line.passage}" == one.text)
        found.append(NOT_A_MEANING.at(line.name.span, f"In 'profile {one.text}' the part '{one.rest or one.text}' is not understood. {one.reason}"))
    return found
