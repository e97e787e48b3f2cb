"""A review as values for JSON: every sentence with the ids behind it and what its note cites."""

from __future__ import annotations

from typing import Any

from fontes.model.names import Access
from fontes.present.citing.chicago import Cited
from fontes.present.pages import text_of
from fontes.present.review.told import Cite, Paragraph, Section, Tabled, Told


def review_values(of: Cited) -> dict[str, Any]:
    """The whole review; notes are numbered from 1 in the order of the sentences."""
    numbers = iter(range(1, len(of.notes) + 1))
    notes = iter(of.notes)

    def told(one: Told) -> dict[str, Any]:
        found: dict[str, Any] = {"text": text_of(one.words), "reasons": list(one.reasons), "note": None}
        if one.note is not None:
            found["note"] = {"number": next(numbers), "text": text_of(next(notes)), "cites": [_cite(each) for each in one.note.cites]}
        return found

    def block(one: Paragraph | Tabled) -> dict[str, Any]:
        if isinstance(one, Paragraph):
            return {"topic": text_of(one.topic), "sentences": [told(each) for each in one.sentences]}
        rows = [{"cells": [text_of(cell) for cell in cells], **told(row)} for cells, row in one.rows]
        return {"caption": one.caption, "headings": list(one.headings), "rows": rows}

    def section(one: Section) -> dict[str, Any]:
        return {"heading": text_of(one.heading), "level": one.level, "blocks": [block(each) for each in one.blocks]}

    return {
        "title": of.review.title,
        "language": of.review.language,
        "lens": of.review.lens,
        "sections": [section(each) for each in of.review.sections],
        "bibliography": [{"source": id, "text": text_of(entry)} for id, entry in of.bibliography],
    }


def _cite(one: Cite) -> dict[str, Any]:
    recorded = {"file": one.recorded.file, "line": one.recorded.line} if one.recorded else None
    return {
        "source": one.source, "place": one.place, "quote": one.quote, "through": [_access(each) for each in one.through], "recorded": recorded,
    }  # fmt: skip


def _access(one: Access) -> dict[str, Any]:
    return {"source": one.source, "place": one.passage, "via": one.via, "via_place": one.via_passage}
