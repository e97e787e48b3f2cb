"""The template workbook: one sheet for each kind of thing, headings only, every cell formatted as text.

Cells formatted as text are not turned into dates or numbers by a spreadsheet. What a column is for stands in
a comment on its heading, not in a row of its own.
"""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_ROWS = 500
_WIDE = frozenset({"wording", "title", "description", "full name", "note", "quote", "also"})
_NAME = "A short name: letters and digits joined by hyphens, in any script; not a digit first. For example benes-memoirs."
_DATE = "1937-06-11, 1937-06, 1937, 1936/1938, about 1120, before 1941. Leave empty what is not known."
_PER = "Where you have it from: a source's name and a passage, such as whitewood-2011 p. 12."
_NOTE = "Anything worth keeping. It is quoted with the statement."
_WHO = "The name of an agent; several are separated by commas."
_LABEL = "A name for this very act, if other statements refer to it."

SHEETS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "agents",
        (
            ("name", _NAME),
            ("full name", "The name in full, as you would print it."),
            ("also", "Other names and spellings, separated by semicolons."),
            ("role", "participant, witness, scholar or press."),
            ("kind", "person, organisation, group or publication; empty: person."),
            ("born", _DATE),
            ("died", _DATE),
            ("same-as", "The identifier of an authority file, only one that you have looked up."),
            ("note", _NOTE),
        ),
    ),
    (
        "sources",
        (
            ("name", _NAME),
            ("title", "The title in full."),
            ("kind", "letter, minutes, memoir, monograph, article …"),
            ("by", "Who made it: agents' names; with ? at the end if that is inferred."),
            ("made", f"When it was written. {_DATE}"),
            ("out", f"When it came out, which may be much later. {_DATE}"),
            ("origin", "witnessed, recorded or invented."),
            ("cite", "The key of the work in your bibliography."),
            ("draws-on", "What it rests on: sources' names, joined by 'and', 'or' or commas."),
            ("examined", "whole, not-seen, or the passage that you have read."),
            ("per", _PER),
            ("note", _NOTE),
        ),
    ),
    (
        "propositions",
        (
            ("name", _NAME),
            ("wording", "What is claimed, as a whole sentence."),
            ("answers", "The question it answers, by name."),
            ("excludes", "Propositions that cannot hold together with it, by name."),
            ("needs", "Propositions without which it cannot hold, by name."),
            ("part-of", "The larger proposition that it is a part of."),
            ("note", _NOTE),
        ),
    ),
    (
        "stances",
        (
            ("date", f"When it was said. {_DATE}"),
            ("agent", _WHO),
            ("stance", "asserts, supposes, leaves-open, doubts or denies."),
            ("proposition", "The name of the proposition."),
            ("wording", "Only if the proposition is declared here, once: what is claimed, as a whole sentence."),
            ("label", _LABEL),
            ("in", "The letter, minutes or book in which it was said, and the passage."),
            ("rests-on", "The grounds given: names joined by 'and' (both needed), 'or' (either suffices) or commas."),
            ("upon", "The label of the report on receiving which it was said."),
            ("quote", "The words themselves, without quotation marks around them."),
            ("per", _PER),
            ("note", _NOTE),
        ),
    ),
    (
        "reports",
        (
            ("date", f"When it was told. {_DATE}"),
            ("agent", "Who told it. ? if not known."),
            ("act", "tells (and asserts it) or relays (only passes it on); empty: tells."),
            ("to", "Who received it: a > b means to a and through a to b; ? if not known."),
            ("proposition", "What was told: the name of the proposition."),
            ("label", _LABEL),
            ("carries", "The documents handed over, by name."),
            ("in", "The letter or minutes in which it was told."),
            ("per", _PER),
            ("note", _NOTE),
        ),
    ),
    (
        "events",
        (
            ("name", _NAME),
            ("description", "What is said to have happened."),
            ("when", _DATE),
            ("kind", "For example case or operation."),
            ("strand", "The thread of the story it belongs to."),
            ("about", "The agents concerned, by name."),
            ("place", "Where it happened."),
            ("part-of", "The larger event that it is a part of."),
            ("per", _PER),
            ("note", _NOTE),
        ),
    ),
)


def write_template(path: Path) -> None:
    """Write the workbook. Raises ``FileExistsError`` where there is a file already, and what the system raises."""
    with open(path, "xb") as stream:
        template().save(stream)


def template() -> Workbook:
    """The workbook, in hand."""
    book = Workbook()
    for unwanted in book.worksheets:
        book.remove(unwanted)
    for name, headings in SHEETS:
        _fill(book.create_sheet(name), headings)
    return book


def _fill(sheet: Worksheet, headings: tuple[tuple[str, str], ...]) -> None:
    for column, (heading, words) in enumerate(headings, 1):
        letter = get_column_letter(column)
        cell = sheet.cell(1, column, heading)
        cell.font, cell.comment = Font(bold=True), Comment(words, "Fontes", height=120, width=320)
        sheet.column_dimensions[letter].width = 48 if heading in _WIDE else 20
        sheet.column_dimensions[letter].number_format = "@"
        for row in range(1, _ROWS + 1):
            below = sheet.cell(row, column)
            below.number_format, below.alignment = "@", Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
