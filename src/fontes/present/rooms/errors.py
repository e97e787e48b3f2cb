"""The page of errors: what is wrong in the files, each with its own line underlined, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from fontes.diagnostics import Diagnostic, Severity, Span
from fontes.present.diagnostics import FilesLines, excerpt
from fontes.present.pages import Block, Heading, Ink, Items, Lines, Page, Pager, Prose, Room, Sentence, Sign, To, Words
from fontes.present.phrasing import SEVERITIES, capital, chained, count_diagnostics, fix_line, wording
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
        blocks += _shown(each, lines)
    if pages > 1:
        neighbours = [To(Room.ERRORS, query=(("leaf", str(to)),)) if 1 <= to <= pages else None for to in (leaf - 1, leaf + 1)]
        blocks.append(Pager(wording.LEAF.format(page=leaf, pages=pages), neighbours[0], neighbours[1]))
    return Page(here, wording.ROOMS[Room.ERRORS], tuple(blocks))


def _shown(each: Diagnostic, lines: FilesLines) -> list[Block]:
    """One diagnostic: what it is, where, the line, the particulars, second places and ways out."""
    blocks: list[Block] = [Heading(capital(each.summary)), *_place(each.span, lines, SEVERITIES[each.severity.value], each.slug)]
    blocks.append(Prose((Words(each.detail),)))
    for related in each.related:
        blocks += [*_place(related.span, lines), Prose((Words(related.words),))]
    fixes: tuple[Sentence, ...] = tuple((Words(fix_line(fix.title)),) for fix in each.fixes)
    return [*blocks, Items(fixes)] if fixes else blocks


def _place(span: Span, lines: FilesLines, sign: Sign | None = None, slug: str = "") -> list[Block]:
    """Where it is, and the line there, underlined."""
    place = str(span) if span.file else ""
    said = chained((sign,) if sign else (), (Words(slug, Ink.MUTED),) if slug else (), (Words(place),) if place else (), between=" · ")
    found = excerpt(span, lines, _WIDTH)
    return [Prose(said), *([Lines("\n".join(found))] if found else [])]
