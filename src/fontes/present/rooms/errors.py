"""The page of errors: what is wrong in the files, each with its own line underlined, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from fontes.diagnostics import Diagnostic, Severity
from fontes.present.diagnostics import FilesLines, render
from fontes.present.pages import Block, Heading, Lines, Page, Pager, Prose, Room, To, Words
from fontes.present.phrasing import count_diagnostics, wording
from fontes.present.rooms.parts import LEAF

_WIDTH = 96


def errors_page(diagnostics: Sequence[Diagnostic], lines: FilesLines, leaf: int = 1) -> Page:
    """What is wrong, the gravest first, a leaf at a time."""
    here = To(Room.ERRORS)
    if not diagnostics:
        return Page(here, wording.ROOMS[Room.ERRORS], (Prose((Words(wording.ERRORS_NONE),)),))
    ordered = sorted(diagnostics, key=lambda each: list(Severity).index(each.severity))
    pages = -(-len(ordered) // LEAF)
    leaf = min(max(leaf, 1), pages)
    count = count_diagnostics([each.severity for each in diagnostics])
    blocks: list[Block] = [Prose((Words(wording.ERRORS_LEAD.format(count=count)),))]
    for each in ordered[(leaf - 1) * LEAF : leaf * LEAF]:
        blocks += [Heading(f"{each.summary}", anchor=""), Lines(render(each, lines, _WIDTH))]
    if pages > 1:
        neighbours = [To(Room.ERRORS, query=(("leaf", str(to)),)) if 1 <= to <= pages else None for to in (leaf - 1, leaf + 1)]
        blocks.append(Pager(wording.LEAF.format(page=leaf, pages=pages), neighbours[0], neighbours[1]))
    return Page(here, wording.ROOMS[Room.ERRORS], tuple(blocks))
