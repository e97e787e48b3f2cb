"""A lineage as a tree to read: each thing over what it rests on, down to where the trail ends."""

from __future__ import annotations

from collections.abc import Mapping

from fontes.dates import Answer
from fontes.findings import Node, Status
from fontes.model.names import AgentId, EventId, PropositionId, SourceId, StatementId
from fontes.present.pages import Block, Branch, Heading, Ink, Link, Page, Prose, Room, Sentence, To, Tree, Words
from fontes.present.phrasing import chained, counted, joined, origin_sign, presence, say, status_sign, wording
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance, labelled

_NAMED = 4
"""How many links of a folded chain are named."""
_MOST = 400
"""How many things a drawn lineage holds; what is beyond is counted, not drawn."""


def branches(one: Concordance, node: Node) -> tuple[Branch, ...]:
    """What hangs below the top of a lineage, as branches; the statements that were not followed are counted last."""
    made = _below(one, node, [_MOST], node)
    left = counted(node.folded, presence.STATEMENT, presence.STATEMENTS)
    return (*made, Branch((Words(wording.NOT_FOLLOWED.format(count=left), Ink.MUTED),))) if node.folded else made


def _below(one: Concordance, node: Node, left: list[int], top: Node) -> tuple[Branch, ...]:
    made: list[Branch] = []
    for child in node.children:
        if left[0] <= 0:
            rest = len(node.children) - len(made)
            return (*made, Branch((Words(wording.NOT_DRAWN.format(count=counted(rest, "line")), Ink.MUTED),)))
        left[0] -= 1
        made.append(_branch(one, child, left, top))
    return tuple(made)


def _branch(one: Concordance, node: Node, left: list[int], top: Node) -> Branch:
    lost = node.status is Status.FALLS
    return Branch(_sentence(one, node, top), _below(one, node, left, top), lost)


def _sentence(one: Concordance, node: Node, top: Node) -> Sentence:
    words = _words(one, node, top.id)
    if node.kind == "statement":
        words = marked(words, node.id, top.doubted)
    if node.doubtful:
        words = say(wording.DOUBTFUL, ground=words)
    if node.origin:
        words = chained(words, (origin_sign(node.origin),), between=" — ")
    if node.status is not Status.STANDS:
        words = chained(words, (status_sign(node.status.value),))
    if node.rule and len(node.children) > 1 and node.words != node.rule:
        words = chained(words, (Words(f"({wording.RULES[node.rule]})", Ink.MUTED),))
    if node.shared:
        words = chained(words, (Words(wording.SHOWN_ABOVE, Ink.MUTED),))
    if node.folded:
        words = chained(words, (Words(wording.NOT_DRAWN.format(count=counted(node.folded, "thing")), Ink.MUTED),))
    return words


def marked(words: Sentence, id: str, doubted: Mapping[StatementId, Answer]) -> Sentence:
    """A statement, said to be only possibly there where the dates of the lens leave it open."""
    return chained(words, (Words(f"({presence.POSSIBLY_THEN})", Ink.MUTED),)) if doubted.get(StatementId(id)) is Answer.POSSIBLE else words


def _words(one: Concordance, node: Node, top: str) -> Sentence:
    corpus = one.corpus
    if node.kind == "links":
        named = [_words(one, Node(id, _kind(one, id), id), top) for id in node.links[:_NAMED]]
        rest = [(Words(counted(len(node.links) - _NAMED, "other")),)] if len(node.links) > _NAMED else []
        return say(wording.FOLDED, count=counted(len(node.links), "link", capital=True), links=joined([*named, *rest], ";"))
    if node.kind == "statement":
        return _said(one, node, top)
    if node.kind == "source" and SourceId(node.id) in corpus.sources:
        return (naming.source(corpus, node.id),)
    if node.kind == "proposition" and PropositionId(node.id) in corpus.propositions:
        return (naming.proposition(corpus, node.id),)
    if node.kind == "event" and EventId(node.id) in corpus.events:
        return (Link(node.words, To(Room.EVENTS, node.id)),)
    if node.kind == "word" and AgentId(node.id.removeprefix("word:")) in corpus.agents:
        return (naming.agent(corpus, node.id.removeprefix("word:")),)
    if not node.id:
        return (Words(wording.RULES.get(node.rule, node.words)),)
    return (Words(node.words),)


def _kind(one: Concordance, id: str) -> str:
    """What an id in a folded chain names."""
    corpus = one.corpus
    families = (("source", corpus.sources), ("proposition", corpus.propositions), ("event", corpus.events))
    return next((kind for kind, family in families if id in family), "statement")


def _said(one: Concordance, node: Node, top: str) -> Sentence:
    """A statement; where it is on what the whole page is about, that need not be said again."""
    entry = labelled(one, node.id)
    if entry is None:
        return (Words(node.words),)
    return stated.in_short(one, entry) if getattr(entry, "on", "") == top else stated.brief(one, entry)


def lineage_page(one: Concordance, node: Node, against: Node | None = None) -> Page:
    """A lineage on a page of its own: what it rests on, and for a proposition also what speaks against it."""
    title = naming.proposition_words(one.corpus, node.id) if node.kind == "proposition" else node.words
    blocks: list[Block] = list(_tree(one, node)) or [Prose((Words(wording.NO_GROUNDS),))]
    if against is not None and against.children:
        blocks += [Heading(wording.AGAINST_HEAD), *_tree(one, against)]
    return Page(To(Room.PROPOSITIONS, node.id, anchor="lineage"), title, tuple(blocks), wording.LINEAGE_HEAD)


def _tree(one: Concordance, node: Node) -> tuple[Block, ...]:
    roots = branches(one, node)
    return (Tree(wording.LINEAGE_CAPTION, roots),) if roots else ()
