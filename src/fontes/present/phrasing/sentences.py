"""Sentences made from a pattern and parts, so that a translation can order the parts its own way."""

from __future__ import annotations

from collections.abc import Sequence
from string import Formatter

from fontes.diagnostics import Severity
from fontes.present.pages import Part, Sentence, Words
from fontes.present.phrasing.numbers import counted

Filling = str | Part | Sentence


def say(pattern: str, /, **parts: Filling) -> Sentence:
    """The pattern with each `{name}` replaced by its part: words, a link, a sign, or a whole sentence.

    Raises KeyError where a name has no part: a pattern and its use belong to one release.
    """
    made: list[Part] = []
    for words, name, _format, _conversion in Formatter().parse(pattern):
        if words:
            made.append(Words(words))
        if name is not None:
            made.extend(as_sentence(parts[name]))
    return tuple(made)


def as_sentence(filling: Filling) -> Sentence:
    """Words, a part or a sentence, as a sentence."""
    if isinstance(filling, str):
        return (Words(filling),) if filling else ()
    return filling if isinstance(filling, tuple) else (filling,)


def chained(*sentences: Sentence, between: str = " ") -> Sentence:
    """Sentences one after another; those with nothing in them leave no gap."""
    made: list[Part] = []
    for sentence in filter(None, sentences):
        if made:
            made.append(Words(between))
        made.extend(sentence)
    return tuple(made)


def count_diagnostics(severities: Sequence[Severity]) -> str:
    """How many errors, warnings and notes there are."""
    if not severities:
        return "Nothing to report."
    shown = [
        counted(severities.count(one), one.value) for one in Severity if one in severities
    ]
    text = ", ".join(shown[:-1]) + (" and " if shown[:-1] else "") + shown[-1]
    return f"{text[0].upper()}{text[1:]}."


def fix_line(title: str) -> str:
    """How a way out is announced."""
    return f"fix: {title}"
