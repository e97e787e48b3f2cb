"""A diagnostic as plain text: the reader's own line, underlined, and a way out.

One function makes the text for the terminal, for the browser and for the gallery, so that they cannot differ.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from fontes.diagnostics import Diagnostic, Fix, Span
from fontes.present.phrasing import fix_line
from fontes.present.visible import visible, width

FilesLines = Mapping[str, Sequence[str]]
"""The lines of each file, without their ends; a file that is not there is shown by its place alone."""

_WRAP = 90
_GUTTER = 5


def render(diagnostic: Diagnostic, lines: FilesLines, columns: int | None = None) -> str:
    """One diagnostic with its lines, its second places and its ways out, without a line break at the end.

    `columns` is the width to keep to, if there is one: sentences wrap, and a long line of the corpus is cut around
    what is underlined.
    """
    parts = [_head(diagnostic), *_place(diagnostic.span, lines, columns)]
    parts.extend(_wrapped(diagnostic.detail, columns))
    for related in diagnostic.related:
        parts.extend(_place(related.span, lines, columns))
        parts.extend(_wrapped(related.words, columns))
    parts.extend(line for fix in diagnostic.fixes for line in _fix(fix, columns))
    return "\n".join(parts)


def render_all(diagnostics: Sequence[Diagnostic], lines: FilesLines, columns: int | None = None) -> str:
    """Every diagnostic, each followed by an empty line."""
    return "".join(f"{render(one, lines, columns)}\n\n" for one in diagnostics).removesuffix("\n")


def excerpt(span: Span, lines: FilesLines, columns: int | None = None) -> list[str]:
    """The line a span begins on, and a second line with the stretch underlined; nothing if the line is not there."""
    found = lines.get(span.file, ())
    if span.sheet or not 1 <= span.line <= len(found):
        return []
    gutter = max(_GUTTER, len(str(span.line)))
    room = None if columns is None else max(20, columns - gutter - 4)
    text, mark = _underlined(found[span.line - 1].rstrip("\r\n"), span, room)
    return [f"{span.line:>{gutter}} │ {text}".rstrip(), f"{'':>{gutter}} │ {mark}"]


def _head(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.severity.value}: {visible(diagnostic.summary)}  [{diagnostic.slug}]"


def _place(span: Span, lines: FilesLines, columns: int | None) -> list[str]:
    if not span.file:
        return []
    return [f"  {visible(str(span))}", *excerpt(span, lines, columns)]


def _fix(fix: Fix, columns: int | None) -> list[str]:
    return _wrapped(fix_line(fix.title), columns, hanging="    ")


def _wrapped(text: str, columns: int | None, hanging: str = "  ") -> list[str]:
    if not text:
        return []
    return textwrap.wrap(
        visible(text),
        min(_WRAP, columns or _WRAP),
        initial_indent="  ",
        subsequent_indent=hanging,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _underlined(line: str, span: Span, room: int | None) -> tuple[str, str]:
    """The line and the carets under it, both cut to `room` columns around the stretch."""
    start = max(0, span.column - 1)
    end = len(line) if span.end_line > span.line else max(span.end_column - 1, start + 1)
    before, inside, after = visible(line[:start]), visible(line[start:end]), visible(line[end:])
    if room is not None and width(before + inside + after) > room:
        before, inside, after = _cut(before, inside, after, room)
    return before + inside + after, " " * width(before) + "^" * max(1, width(inside))


def _cut(before: str, inside: str, after: str, room: int) -> tuple[str, str, str]:
    """As much of the three as fits: first what is underlined, then a little before it, then what follows."""
    if width(before) > room // 3:
        before = "…" + _last(before, room // 3 - 1)
    if width(before) + width(inside) > room:
        inside = _first(inside, room - width(before) - 1) + "…"
    left = room - width(before) - width(inside)
    return before, inside, after if width(after) <= left else _first(after, max(0, left - 1)) + "…" * (left > 0)


def _first(text: str, columns: int) -> str:
    while text and width(text) > columns:
        text = text[: len(text) - max(1, (width(text) - columns) // 2)]
    return text


def _last(text: str, columns: int) -> str:
    while text and width(text) > columns:
        text = text[max(1, (width(text) - columns) // 2) :]
    return text
