"""Quotations against the texts: found, found after forgiving spelling and line breaks, or not found."""

from __future__ import annotations

from fontes.checks.evidence import Evidence, at
from fontes.diagnostics import Diagnostic, error, note
from fontes.findings.texts.flat import flat
from fontes.findings.texts.placed import names_of
from fontes.findings.texts.quoted import stretches
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


def _texts(evidence: Evidence, source: SourceId) -> tuple[str, ...]:
    """The texts at hand of a source; one that is not declared may still have a text of its name."""
    known = evidence.corpus.sources.get(source)
    if known is not None:
        return names_of(known, evidence.texts)
    return (str(source),) if source in evidence.texts else ()


def _look(quotation: str, text: str) -> str | None:
    """Empty if the words stand there; the text's own wording if they are spelled otherwise; None if they are not there."""
    found = stretches(quotation, text)
    if not found:
        return None
    return "" if found[0].exact else flat(text).words[found[0].start : found[0].end]
