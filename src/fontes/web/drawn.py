"""Drawings that need more than the page they stand on: positions over time of a proposition and of an agent, and figures of a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from fontes.findings import Node
from fontes.findings.figures import figures_in
from fontes.findings.positions import over_time
from fontes.findings.positions.heard import ATTITUDES, Hearing, timeless
from fontes.findings.positions.own import own_positions
from fontes.findings.support.trace import CHAIN, resting_on, trace_in
from fontes.model.names import AgentId
from fontes.model.stances import Stance
from fontes.present.drawing.shapes import Drawing
from fontes.present.pages import Block, Heading, Ink, Link, Page, Prose, Room, To, Tree
from fontes.present.phrasing import drawings, refusals, wording
from fontes.present.rooms.drawn import lineage_drawing
from fontes.present.rooms.drawn_figures import figures_drawing
from fontes.present.rooms.drawn_positions import own_drawing, positions_drawing
from fontes.present.rooms.lineage import branches
from fontes.present.rooms.proposition import criticised
from fontes.web.visit import Visit, refuse

POSITIONS = "positions-over-time"
"""Where on a page they are drawn."""
UNFOLDED = "chains"
NO_CHAIN = 1_000_000
"""Longer than any chain."""
MOST_UNITS = 3
"""The figures of a question are drawn on its page in so many units; the page of its figures has them all."""
MOST_STANCES = 2_000
"""On what more stances speak to, or of whom more are recorded, positions are not drawn: no page grows with its corpus."""
MOST_FOLLOWED = 40
"""The lineage of so many statements on a proposition is drawn and listed on its page, the first by date; the others are counted there."""


def hearing(visit: Visit) -> Hearing:
    """Whose voices are heard under the lens of the address."""
    lens = visit.looking.lens
    return visit.reading.once("hearing", lens, lambda: Hearing(visit.bench.statuses(timeless(lens)), lens, visit.bench.origins))


def all_hearing(visit: Visit) -> Hearing:
    """The same without the as-of date: a course of time is cut at a date, and not found anew for each."""
    lens = replace(visit.looking.lens, as_of=None)
    return visit.reading.once("hearing", lens, lambda: Hearing(visit.bench.statuses(timeless(lens)), lens, visit.bench.origins))


def traced(visit: Visit, side: str = "for") -> Node:
    """The lineage of the proposition of an address, its long chains unfolded where the address asks for that."""
    asked = visit.words("unfold")
    if asked not in ("", UNFOLDED):
        raise refuse(400, refusals.BAD_QUERY.format(words=f"unfold={asked}"))
    chain = NO_CHAIN if asked else CHAIN
    made = partial(trace_in, visit.bench.statuses(visit.lens), visit.name, side, chain=chain, most=MOST_FOLLOWED)
    return visit.reading.once("traced", (visit.name, side, chain, visit.lens), made)


def behind(visit: Visit) -> frozenset[tuple[str, str]]:
    """The criticised sources and statements that the proposition of an address rests on: also those its lineage does not follow."""
    among = map(criticised, visit.one.criticisms_of)
    return visit.reading.once("behind", (visit.name, visit.lens), lambda: resting_on(visit.bench.statuses(visit.lens), visit.name, "for", among))


def with_other_side(visit: Visit, page: Page) -> Page:
    """The page of a proposition, with the way to unfold its chains, and after its lineage that of what speaks against it."""
    other = traced(visit, "against")
    to = To(Room.PROPOSITIONS, visit.name, "lineage")
    unfold = Link(drawings.UNFOLD, replace(to, query=(("unfold", UNFOLDED),)), Ink.RUBRIC)
    link = Link(drawings.FOLD, to, Ink.RUBRIC) if visit.words("unfold") else unfold if _chained(traced(visit)) or _chained(other) else None
    blocks = page.blocks
    roots = branches(visit.one, other)
    shown = lineage_drawing(visit.one, other) if roots else None
    if shown:
        listed = Prose((Link(wording.LINEAGE_LISTED, replace(to, anchor="trail-against")),))
        blocks = _placed(blocks, _after_lineage(blocks), Heading(drawings.LINEAGE_AGAINST, anchor="lineage-against"), shown, listed)
        trees = [at for at, block in enumerate(blocks) if isinstance(block, Tree)]
        more = Heading(drawings.TRAIL_AGAINST, 3, "trail-against"), Tree(wording.LINEAGE_CAPTION, roots)
        blocks = _placed(blocks, trees[-1] + 1 if trees else len(blocks), *more)
    if link:
        blocks = _placed(blocks, _anchored(blocks, "lineage", "lineage-against") + 1, Prose((link,)))
    return replace(page, blocks=blocks)


def _after_lineage(blocks: Sequence[Block]) -> int:
    """The place after the lineage and the sentence that leads to its list; without one, after the sentence the page is there for."""
    drawn = next((at for at, block in enumerate(blocks) if isinstance(block, Drawing)), None)
    if drawn is not None:
        return drawn + (2 if drawn + 1 < len(blocks) and isinstance(blocks[drawn + 1], Prose) else 1)
    return next((at + 1 for at, block in enumerate(blocks) if isinstance(block, Prose) and block.lead), 0)


def _anchored(blocks: Sequence[Block], *anchors: str) -> int:
    """The place of the first heading of these names; the end where there is none."""
    return next((at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor in anchors), len(blocks))


def _chained(tree: Node) -> bool:
    """Is a long chain folded in it?"""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if node.kind == "links":
            return True
        waiting.extend(node.children)
    return False


def with_positions(visit: Visit, page: Page) -> Page:
    """The page of a proposition, with its voices over time before the table of them."""
    if len(visit.one.stances_on.get(visit.name, ())) > MOST_STANCES:
        return page
    over = all_hearing(visit)
    found = visit.reading.once("course", (visit.name, over.lens), lambda: over_time(over, visit.name))
    drawn = positions_drawing(visit.whole.corpus, found, visit.looking.lens.as_of)
    if drawn is None:
        return page
    place = _anchored(page.blocks, "voices")
    return replace(page, blocks=_placed(page.blocks, place, Heading(drawings.POSITIONS, anchor=POSITIONS), drawn))


def figures_of(visit: Visit) -> tuple[Block, ...]:
    """The rival figures of a question, on its page: unit by unit, with the way to all that is to be said of them."""
    answers = visit.one.answers.get(visit.name, ())
    if not any(visit.one.corpus.propositions[each].figures for each in answers):
        return ()
    found = visit.reading.once("figures", (visit.name, visit.lens), lambda: figures_in(visit.bench.statuses(visit.lens), visit.name))
    rivals = [each for each in found.rivals if each.question == visit.name]
    shown = [one for each in rivals[:MOST_UNITS] if (one := figures_drawing(visit.one.corpus, each, found)) is not None]
    more = Prose((Link(drawings.ALL_FIGURES, To(Room.FIGURES, visit.name), Ink.RUBRIC),))
    return (Heading(drawings.FIGURES_HEAD, anchor="figures"), *shown, more) if shown else ()


def with_own(visit: Visit, page: Page) -> Page:
    """The page of an agent, with what they hold over time before the table of their stances."""
    agent = AgentId(visit.name)
    acts = visit.one.acts_of.get(agent, ())
    spoken = [act for act in acts if isinstance(act, Stance) and act.attitude in ATTITUDES]
    if page.here.room is not Room.AGENTS or not spoken or len(acts) > MOST_STANCES:
        return page
    over = all_hearing(visit)
    every = {act.on for act in visit.whole.acts_of.get(agent, ()) if isinstance(act, Stance) and act.attitude in ATTITUDES}
    found = visit.reading.once("own", (agent, over.lens), lambda: own_positions(over, agent, every))
    drawn = own_drawing(visit.whole.corpus, agent, found, visit.looking.lens.as_of)
    if drawn is None:
        return page
    place = next((at for at, block in enumerate(page.blocks) if isinstance(block, Heading)), len(page.blocks))
    return replace(page, blocks=_placed(page.blocks, place, Heading(drawings.POSITIONS, anchor=POSITIONS), drawn))


def _placed(blocks: Sequence[Block], place: int, *more: Block) -> tuple[Block, ...]:
    """Blocks with more put in at a place."""
    return (*blocks[:place], *more, *blocks[place:])
