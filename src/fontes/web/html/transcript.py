"""The text of a source as HTML, its notes at its lines."""

from __future__ import annotations

from fontes.present.pages import Note, Piece, Transcript
from fontes.present.phrasing import texts as words
from fontes.present.visible import visible
from fontes.web.addresses import fragment, mark
from fontes.web.html.sentence import Ways, edit, escape, lang, seen, sentence


def transcript(one: Transcript, ways: Ways) -> str:
    """A leaf of a text."""
    taking = ""
    if ways.writing is not None:
        taking = (
            f' data-passages="{escape(ways.writing((("in", one.source),)))}" data-take="{escape(words.TAKE)}"'
            f' data-label="{escape(words.TAKE_LABEL)}" data-long="{escape(words.TAKE_LONG)}"'
        )
    pieces = "".join([_piece(one, piece, ways) for piece in one.pieces])
    return f'<div class="transcript"{taking}>\n{pieces}</div>\n<script type="module" src="/static/passage.js"></script>\n\n'


def _piece(one: Transcript, piece: Piece, ways: Ways) -> str:
    passage = f' data-passage="{seen(piece.passage)}"' if piece.passage else ""
    label = cite = ""
    if piece.label:
        label = f'<span aria-hidden="true">{seen(piece.label)}</span><span class="seen-not">{seen(piece.label_said)}</span>'
    if ways.writing is not None:
        told = escape(words.CITE_AT.format(passage=visible(piece.passage)) if piece.passage else words.CITE_HERE)
        where = escape(ways.writing((("in", one.source), ("passage", piece.passage))))
        cite = f'<a class="cite" href="{where}" aria-label="{told}">{escape(words.CITE)}</a>'
    return (
        f'<div class="piece{" continued" if piece.continued else ""}" id="{escape(mark(piece.anchor))}"{passage}>\n'
        f'<div class="where aside">{label}{cite}</div>\n'
        f'<p class="words" dir="auto"{lang(one.language)}>{_runs(piece)}</p>\n'
        f"{_notes(piece, ways)}</div>\n"
    )


def _runs(piece: Piece) -> str:
    """The words of a piece: what is read in them is marked, and where the words of a statement end stands its number."""
    notes = {note.number: note for note in reversed(piece.notes)}
    made = []
    for run in piece.runs:
        made.append(f"{'<br>' if run.begins else ''}{f'<mark>{seen(run.words)}</mark>' if run.notes else seen(run.words)}")
        for number in run.ends:
            note = notes.get(number)
            id = f' id="{escape(mark(f"words-{note.name}"))}"' if note else ""
            label = escape(words.TO_NOTE.format(number=number))
            made.append(f'<sup class="aside"><a{id} href="#note-{number}" aria-label="{label}">{number}</a></sup>')
    return "".join(made)


def _notes(piece: Piece, ways: Ways) -> str:
    if not (piece.notes or piece.more):
        return ""
    them = "".join([_note(note, ways) for note in piece.notes])
    rest = f'<li class="rest">{sentence(piece.more, ways)}</li>' if piece.more else ""
    return f'<ol class="notes aside" aria-label="{escape(words.MARGIN)}">\n{them}{rest}</ol>\n'


def _note(one: Note, ways: Ways) -> str:
    number: object = one.number
    if one.quoted:
        where = escape(fragment(f"words-{one.name}"))
        number = f'<a href="#{where}" aria-label="{escape(words.TO_WORDS)}">{one.number}</a>'
    return (
        f'<li id="note-{one.number}" value="{one.number}"><span id="{escape(mark(f"read-{one.name}"))}">{number}</span>'
        f" {sentence(one.sentence, ways)}{edit(one.name, ways)}</li>\n"
    )
