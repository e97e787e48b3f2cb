"""Disputes, and what changed between two dates, as parts of a page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from fontes.findings.positions import Between, Positions
from fontes.findings.positions.change import Bounds
from fontes.findings.positions.disputes import Dispute
from fontes.model.names import AgentId
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
    since = say(words.DISPUTE_SINCE, agent=naming.agent(one.corpus, opened.agent), date=naming.date(one.corpus, opened.when)) if opened.when else ""
    line = say(
        words.DISPUTE_RIVAL if each.rival else words.DISPUTE, answer=claim(one, each.proposition),
        rival=claim(one, each.rival or ""), holders=naming.agents(one.corpus, each.holders),
        opponents=naming.agents(one.corpus, each.opponents), since=since,
    )  # fmt: skip
    return line if each.certain else say(words.DISPUTE_PERHAPS, dispute=line)


def between_blocks(one: Concordance, first: str, last: str, them: Sequence[Between]) -> list[Block]:
    """The exact decomposition of every share that is not nought at both dates, and how it may lie with those whose stance is open."""
    head = Heading(words.CHANGED_HEAD.format(first=first, last=last))
    kept = [each for each in them if each.parts is not None and (each.parts.before or each.parts.after or _may_change(each))]
    if not kept:
        return [head, Prose(as_sentence(words.CHANGED_NONE))]
    kept.sort(key=lambda each: (-_most(each), each.id))
    shared = tuple(frozenset[AgentId].intersection(*(frozenset(agents) for agents in each)) for each in zip(*map(_heard, kept), strict=True))
    told = [say(words.CHANGED_WHO, kind=kind, agents=naming.agents(one.corpus, sorted(agents))) for kind, agents in _named(shared)]
    rows = tuple(_row(one, each, shared) for each in kept)
    return [head, *([Items(tuple(told))] if told else []), Table(words.CHANGED_CAPTION, words.CHANGED_COLUMNS, rows)]


def _heard(each: Between) -> tuple[tuple[AgentId, ...], ...]:
    """Who was newly heard, no longer heard, and of whom it is open: mostly the same for every answer, and then told once."""
    return each.came, each.left, each.unclear


def _named(them: Sequence[Collection[AgentId]]) -> list[tuple[str, Collection[AgentId]]]:
    return [(kind, agents) for kind, agents in zip(words.CHANGED_HEARD, them, strict=True) if agents]


def _most(each: Between) -> Fraction:
    ends = [each.parts.before, each.parts.after] if each.parts else []
    return max([*ends, *((each.bounds.before[1], each.bounds.after[1]) if each.bounds else ())], default=Fraction(0))


def _row(one: Concordance, each: Between, shared: Sequence[Collection[AgentId]]) -> Row:
    parts = each.parts
    assert parts is not None  # only such rows are kept
    cells = (
        (naming.proposition(one.corpus, each.id),), _share(parts.before, parts.heard[0]), _share(parts.after, parts.heard[1]),
        *(as_sentence(_signed(part)) for part in (parts.changed_mind, parts.newcomers, parts.leavers)),
    )  # fmt: skip
    own = [tuple(agent for agent in agents if agent not in told) for agents, told in zip(_heard(each), shared, strict=True)]
    kinds = [*([(words.CHANGED_MIND, each.changed)] if each.changed else []), *_named(own)]
    lines = [say(words.CHANGED_WHO, kind=kind, agents=naming.agents(one.corpus, agents)) for kind, agents in kinds]
    return Row(cells, "", (*lines, *([_bounds(each.bounds)] if each.unclear else [])))


def _may_change(each: Between) -> bool:
    return each.bounds is not None and bool(each.bounds.before[1] or each.bounds.after[1])


def _bounds(bounds: Bounds | None) -> Sentence:
    """The shares and the parts of their change, as open dates may lie."""
    if bounds is None:
        return as_sentence(words.CHANGED_TOO_MANY)
    shares = [_percents(*each) for each in (bounds.before, bounds.after)]
    parts = [_signed_range(each) for each in (bounds.changed_mind, bounds.newcomers, bounds.leavers)]
    return say(words.CHANGED_BOUNDS, then=shares[0], later=shares[1], minds=parts[0], newcomers=parts[1], leavers=parts[2])


def _percents(low: Fraction, high: Fraction) -> str:
    ends = [f"{float(100 * share):.0f}" for share in (low, high)]
    return ends[0] if ends[0] == ends[1] else words.BOUNDS.format(least=ends[0], most=ends[1])


def _signed_range(span: tuple[Fraction, Fraction]) -> str:
    low, high = (_signed(each) for each in span)
    return low if low == high else words.BOUNDS.format(least=low.removesuffix(words.IN_HUNDRED), most=high)


def _share(share: Fraction, heard: int) -> Sentence:
    return as_sentence(words.SHARE.format(part=share * heard, whole=heard))


def _signed(part: Fraction) -> str:
    """In the hundred of the voices at the later date, with its sign."""
    return "0" if part == 0 else f"{'+' if part > 0 else '−'}{abs(float(100 * part)):.0f}{words.IN_HUNDRED}"
