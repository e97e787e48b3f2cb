"""The page of errors: what is wrong in the files, each with its own line underlined, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from fontes.diagnostics import Diagnostic, Severity, Span
from fontes.model.spelling import folded
from fontes.present.diagnostics import FilesLines, excerpt
from fontes.present.pages import Block, Choice, Finder, Heading, Ink, Items, Lines, Page, Prose, Room, Sentence, Sign, To, Words
from fontes.present.phrasing import SEVERITIES, capital, chained, count_diagnostics, fix_line, wording
from fontes.present.rooms.leaves import leaf_of, pager

_WIDTH = 96


def errors_page(diagnostics: Sequence[Diagnostic], lines: FilesLines, leaf: int = 1, query: str = "", kind: str = "") -> Page:
    """What is wrong, the gravest first, a leaf at a time; narrowed by words and by how grave it is."""
    here = To(Room.ERRORS, query=tuple(pair for pair in (("q", query), ("kind", kind)) if pair[1]))
    if not diagnostics:
        return Page(here, wording.ROOMS[Room.ERRORS], (Prose((Words(wording.ERRORS_NONE),)),))
    count = count_diagnostics([each.severity for each in diagnostics])
    choices = tuple(Choice(each.value, SEVERITIES[each.value].word) for each in Severity if any(one.severity is each for one in diagnostics))
    finder = Finder(
        To(Room.ERRORS), wording.FIND_IN[Room.ERRORS], query, "kind", wording.FILTER_LABELS[Room.ERRORS],
        choices if len(choices) > 1 or kind else (), kind,
    )  # fmt: skip
    words = folded(query).split()
    kept = [each for each in diagnostics if kind in ("", each.severity.value) and _has(each, words)]
    blocks: list[Block] = [finder, Prose((Words(wording.ERRORS_LEAD.format(count=count)),))]
    if not kept:
        return Page(here, wording.ROOMS[Room.ERRORS], (*blocks, Prose((Words(wording.LIST_NO_MATCH),))))
    kept.sort(key=lambda each: list(Severity).index(each.severity))
    shown = leaf_of(len(kept), leaf)
    for each in shown.of(kept):
        blocks += _shown(each, lines)
    return Page(here, wording.ROOMS[Room.ERRORS], (*blocks, *pager(here, shown)))


def _has(each: Diagnostic, words: Sequence[str]) -> bool:
    told = folded(f"{each.slug} {each.summary} {each.detail} {each.span}") if words else ""
    return all(word in told for word in words)


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
