"""Disputes, and what changed between two dates, as parts of a page."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fontes.findings.positions import Between, Positions
from fontes.findings.positions.disputes import Dispute
from fontes.present.pages import Block, Heading, Items, Prose, Row, Sentence, Table
from fontes.present.phrasing import as_sentence, say
from fontes.present.phrasing import positions as words
from fontes.present.rooms import naming
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.positions_measures import claim


def dispute_blocks(one: Concordance, found: Positions) -> list[Block]:
    """The disputes, oldest first; none is said too."""
    if not found.heard[1]:
        return []
    lines = tuple(_dispute(one, each) for each in found.disputes)
    return [Heading(words.DISPUTES_HEAD), Items(lines) if lines else Prose(as_sentence(words.DISPUTES_NONE))]


def _dispute(one: Concordance, each: Dispute) -> Sentence:
    opened = each.opened_by
    since = say(words.DISPUTE_SINCE, agent=naming.agent(one.corpus, opened.agent), date=opened.when.written) if opened.when else ""
    line = say(
        words.DISPUTE_RIVAL if each.rival else words.DISPUTE, answer=claim(one, each.proposition),
        rival=claim(one, each.rival or ""), holders=naming.agents(one.corpus, each.holders),
        opponents=naming.agents(one.corpus, each.opponents), since=since,
    )  # fmt: skip
    return line if each.certain else say(words.DISPUTE_PERHAPS, dispute=line)


def between_blocks(one: Concordance, first: str, last: str, them: Sequence[Between]) -> list[Block]:
    """The exact decomposition of every share that is not nought at both dates."""
    head = Heading(words.CHANGED_HEAD.format(first=first, last=last))
    kept = [each for each in them if each.parts is not None and (each.parts.before or each.parts.after)]
    if not kept:
        return [head, Prose(as_sentence(words.CHANGED_NONE))]
    return [head, Table(words.CHANGED_CAPTION, words.CHANGED_COLUMNS, tuple(_row(one, each) for each in kept))]


def _row(one: Concordance, each: Between) -> Row:
    parts = each.parts
    assert parts is not None  # only such rows are kept
    cells = (
        (naming.proposition(one.corpus, each.id),), _share(parts.before, parts.heard[0]), _share(parts.after, parts.heard[1]),
        *(as_sentence(_signed(part)) for part in (parts.changed_mind, parts.newcomers, parts.leavers)),
    )  # fmt: skip
    kinds = zip(words.CHANGED_KINDS, (each.changed, each.came, each.left, each.unclear), strict=True)
    return Row(cells, "", tuple(say(words.CHANGED_WHO, kind=kind, agents=naming.agents(one.corpus, agents)) for kind, agents in kinds if agents))


def _share(share: Fraction, heard: int) -> Sentence:
    return as_sentence(words.SHARE.format(part=share * heard, whole=heard))


def _signed(part: Fraction) -> str:
    """In the hundred of the voices at the later date, with its sign."""
    return "0" if part == 0 else f"{'+' if part > 0 else '−'}{abs(float(100 * part)):.0f} in 100"
