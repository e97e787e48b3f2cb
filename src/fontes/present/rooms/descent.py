"""The lineage of one proposition or statement as a tree, from the claim to its origins."""

from __future__ import annotations

from fontes.findings import Node
from fontes.findings.status import Status
from fontes.model.corpus import Corpus
from fontes.present.pages import Block, Branch, Heading, Page, Part, Prose, Room, Sentence, To, Tree, Words
from fontes.present.phrasing import ATTITUDES, as_sentence, origin_sign, say, status_sign
from fontes.present.phrasing import trails as words
from fontes.present.rooms import naming


def lineage_page(corpus: Corpus, node: Node, against: Node | None = None) -> Page:
    """A tree for what speaks for it; where it is given, one for what speaks against it."""
    named = naming.proposition_words(corpus, node.id) if node.kind == "proposition" else node.words
    blocks: list[Block] = [*lineage(corpus, node)]
    if against is not None and against.children:
        blocks += [Heading(words.AGAINST), *lineage(corpus, against)]
    return Page(To(Room.PROPOSITIONS, node.id), say_lineage(named), tuple(blocks))


def say_lineage(what: str) -> str:
    """The title of a lineage."""
    return words.LINEAGE.format(what=f"“{what}”")


def lineage(corpus: Corpus, node: Node) -> tuple[Block, ...]:
    """The tree of one side, or a word that there is none."""
    if node.kind == "proposition" and not node.children:
        return (Prose(as_sentence(words.NO_GROUNDS)),)
    return (Tree(words.LINEAGE_CAPTION, (branch(corpus, node),)),)


def branch(corpus: Corpus, node: Node) -> Branch:
    """A node and what is under it."""
    children = tuple(branch(corpus, child) for child in node.children)
    return Branch(_sentence(corpus, node), children, node.status is Status.FALLS)


def _sentence(corpus: Corpus, node: Node) -> Sentence:
    if node.kind in words.RULES:
        return as_sentence(words.RULES[node.kind])
    parts: list[Part] = []
    if node.doubtful:
        parts.append(Words(words.DOUBTFUL))
    sign = next((sign for attitude, sign in ATTITUDES.items() if attitude.value == node.side), None)
    if sign is not None and node.kind == "statement":
        parts += [sign, Words(" ")]
    if node.origin:
        parts += [origin_sign(node.origin), Words(" ")]
    parts += [naming.thing(corpus, node.id) if node.kind in ("source", "proposition", "event") else Words(node.words)]
    if node.status is not Status.STANDS:
        parts += [Words(" — "), status_sign(node.status.value)]
    if node.rule and len(node.children) > 1:
        parts.append(Words(f" [{words.RULES[node.rule]}]"))
    if node.shared:
        parts.append(Words(f" {words.SHARED}"))
    if node.folded:
        parts += say(f" {words.FOLDED}", count=str(node.folded))
    return tuple(parts)
