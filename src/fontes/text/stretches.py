"""Where statements stand in a file: its sections as stretches of lines, and the lines of the statement at a place. No statement is read for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fontes.text.heads import head
from fontes.text.parse import fenced
from fontes.text.syntax import DIRECTLY, Section, Through
from fontes.text.tokens import Line, UnreadError


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines under one section: ``head`` is the line of its ``through`` or ``directly`` (0 where a file or block begins), ``last`` the last
    line of its last statement (the head where there is none), ``count`` how many begin in it, ``spaced`` whether an empty line stands before the
    last of them, ``end`` where the file or block ends.
    """

    section: Section
    head: int
    last: int
    count: int
    spaced: bool
    end: int


def stretches(text: str, file: str) -> tuple[Stretch, ...]:
    """The sections of a file in their order; each block of a note begins directly. A note without blocks has none."""
    if file.lower().endswith(".md"):
        return tuple(one for block in fenced(text) for one in _of_block(block, _opening(block)))
    lines = list(enumerate(text.split("\n"), 1))
    if lines and not lines[-1][1]:
        lines.pop()
    return tuple(_of_block(lines, 0))


def _opening(block: Sequence[tuple[int, str]]) -> int:
    return block[0][0] - 1 if block else 0


def _of_block(lines: Sequence[tuple[int, str]], opening: int) -> Iterator[Stretch]:
    end = max((number for number, line in lines if line.strip()), default=opening)
    section, begun, last, count, spaced, before = DIRECTLY, 0, opening, 0, False, ""
    for number, line in lines:
        if not line.strip() or line[0] == "#":
            before = line
            continue
        if line[0] in " \t":
            last = number if count else last
            before = line
            continue
        changed = _section(line)
        if changed is not None:
            if begun or count:
                yield Stretch(section, begun, last, count, spaced, end)
            section, begun, last, count, spaced = changed, number, number, 0, False
        else:
            last, count, spaced = number, count + 1, not before.strip() and bool(count)
        before = line
    yield Stretch(section, begun, last, count, spaced, end)


def _section(line: str) -> Section | None:
    """The section that a line begins; a broken one begins none."""
    if line.split(None, 1)[0] not in ("through", "directly"):
        return None
    try:
        statement = head(Line(line.rstrip(), "", 1))
    except UnreadError:
        return None
    return statement.section if isinstance(statement, Through) else None


def extent(text: str, file: str, line: int) -> tuple[int, int] | None:
    """First and last line of the statement that a line belongs to; nothing where it belongs to none."""
    if file.lower().endswith(".md"):
        block = next((one for one in fenced(text) if one and one[0][0] <= line <= one[-1][0]), None)
        lines = dict(block) if block else {}
    else:
        lines = dict(enumerate(text.split("\n"), 1))
    first = line
    while first in lines and (not lines[first].strip() or lines[first][0] in " \t#"):
        first -= 1
    if first not in lines:
        return None
    last = at = first
    while at + 1 in lines and (not lines[at + 1].strip() or lines[at + 1][0] in " \t#"):
        at += 1
        if lines[at].strip() and lines[at][0] in " \t" and lines[at].lstrip()[0] != "#":
            last = at
    return (first, last) if line <= last else None
