"""Other styles: the works as CSL-JSON, the notes as citations for pandoc, and what came back as notes and bibliography.

Each note is asked for as one footnote, in order, so that a style can shorten what was cited before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fontes.model.names import Access, SourceId
from fontes.present.citing.chicago import Cited, Place, gathered
from fontes.present.citing.works import Form, Work
from fontes.present.pages import Ink, Part, Sentence, Words
from fontes.present.phrasing import review as words
from fontes.present.review.told import Note, Review

_TYPES = {Form.BOOK: "book", Form.ARTICLE: "article-journal", Form.NEWSPAPER: "article-newspaper", Form.PAPER: "document"}


def asked_of(review: Review, works: Mapping[SourceId, Work]) -> dict[str, Any]:
    """The works as CSL-JSON (schema 1.0.2) and the notes of a review as a document of pandoc."""
    blocks = [{"t": "Para", "c": [{"t": "Note", "c": [{"t": "Para", "c": _inlines(told.note, works)}]}]} for told in review.told() if told.note]
    refs = {"t": "Div", "c": [["refs", [], []], []]}
    language = {"lang": {"t": "MetaInlines", "c": _text(review.language)}}
    return {
        "works": [_item(work) for work in works.values()],
        "document": {"pandoc-api-version": [1, 23, 1], "meta": language, "blocks": [*blocks, refs]},
    }


def _item(work: Work) -> dict[str, Any]:
    kind = _TYPES[work.form] if work.form is not Form.ARTICLE or work.container else "article"
    made: dict[str, Any] = {"id": work.id, "type": kind, "title": work.title}
    if work.people:
        made["author"] = [{"family": one.family, "given": one.given} if one.given else {"literal": one.family} for one in work.people]
    if work.date:
        year = work.date if work.date.isdigit() else ""
        made["issued"] = {"date-parts": [[int(year)]]} if year else {"literal": work.date}
    fields = {"container-title": work.container or work.host, "volume": work.volume, "issue": work.issue, "page": work.pages,
              "publisher": work.publisher, "publisher-place": work.place, "genre": work.kind if work.form is Form.PAPER else ""}  # fmt: skip
    return {**made, **{key: value for key, value in fields.items() if value}}


def _inlines(note: Note, works: Mapping[SourceId, Work]) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for place in gathered(note):
        made += ([*_text("; ")] if made else []) + _place(place, works)
    return made


def _place(one: Place, works: Mapping[SourceId, Work]) -> list[dict[str, Any]]:
    made = _cite(one.source, ", ".join(one.places)) if one.source in works else _text(one.recorded)
    for quote in one.quotes:
        made += _text(f": “{quote}”")
    for access in one.through:
        lead = words.NOTE_CITED_IN if one.source else words.NOTE_IN
        made += _text(("; " if one.source else "") + lead.split("{")[0]) + _access(access)
    return made


def _access(one: Access) -> list[dict[str, Any]]:
    made = _cite(one.source, one.passage)
    return made + _text(", after ") + _cite(one.via, one.via_passage) if one.via else made


def _cite(id: SourceId | None, place: str) -> list[dict[str, Any]]:
    suffix = _text(f", {place}") if place else []
    one = {
        "citationId": str(id), "citationPrefix": [], "citationSuffix": suffix, "citationMode": {"t": "NormalCitation"}, "citationNoteNum": 0,
        "citationHash": 0,
    }  # fmt: skip
    return [{"t": "Cite", "c": [[one], _text(str(id))]}]


def _text(words_: str) -> list[dict[str, Any]]:
    """Words and spaces as pandoc has them."""
    made: list[dict[str, Any]] = []
    for at, piece in enumerate(words_.split(" ")):
        made += [{"t": "Space"}] if at else []
        made += [{"t": "Str", "c": piece}] if piece else []
    return made


def styled(review: Review, works: Mapping[SourceId, Work], answer: Mapping[str, Any]) -> Cited:
    """The notes and the bibliography as the style has them."""
    notes = [block["c"] for block in answer["blocks"] if block["t"] == "Para"]
    found = tuple(_stopped(_read(_inside(inlines))) for inlines in notes)
    entries = [(_source_of(entry, works), _read(entry["c"][1])) for block in answer["blocks"] if block["t"] == "Div" for entry in block["c"][1]]
    return Cited(review, found, tuple((id, words_) for id, words_ in entries if id is not None))


def _inside(inlines: list[dict[str, Any]]) -> list[Any]:
    note = next((one for one in inlines if one["t"] == "Note"), None)
    return note["c"] if note else inlines


def _source_of(entry: Mapping[str, Any], works: Mapping[SourceId, Work]) -> SourceId | None:
    name = str(entry["c"][0][0]).removeprefix("ref-")
    return next((id for id in works if id == name), None)


def _stopped(note: Sentence) -> Sentence:
    text = "".join(part.text for part in note if isinstance(part, Words)).rstrip()
    return note if text.endswith((".", "?", "!", "”")) else (*note, Words("."))


def _read(them: Any, ink: Ink = Ink.PLAIN) -> Sentence:
    """Pandoc's inlines and blocks as a sentence: emphasis is kept, other dress is not."""
    made: list[Part] = []
    for one in them if isinstance(them, list) else []:
        if isinstance(one, dict) and "t" in one:
            made += _one(one, ink)
        elif isinstance(one, list):
            made += _read(one, ink)
    return _run_together(made)


def _run_together(them: Sequence[Part]) -> Sentence:
    """Neighbours in the same dress as one stretch."""
    made: list[Part] = []
    for one in them:
        last = made[-1] if made else None
        if isinstance(last, Words) and isinstance(one, Words) and last.ink is one.ink:
            made[-1] = Words(last.text + one.text, one.ink)
        else:
            made.append(one)
    return tuple(made)


def _one(one: Mapping[str, Any], ink: Ink) -> Sentence:
    kind, inside = one["t"], one.get("c")
    if kind == "Str":
        return (Words(str(inside), ink),)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return (Words(" ", ink),)
    if kind == "Quoted":
        return (Words("“", ink), *_read(inside[1], ink), Words("”", ink)) if inside else ()
    if kind == "Cite":
        return _read(inside[1], ink) if inside else ()
    if kind == "Emph":
        return _read(inside, Ink.EMPHASIS if ink is Ink.PLAIN else Ink.PLAIN)
    return _read(inside, ink)
