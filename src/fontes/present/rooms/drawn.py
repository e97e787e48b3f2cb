"""What the things of a lineage are called where it is drawn."""

from __future__ import annotations

from dataclasses import replace

from fontes.dates import When, civil
from fontes.findings import Node
from fontes.model.agents import Agent
from fontes.model.corpus import Entry
from fontes.model.names import AgentId, PropositionId, SourceId
from fontes.model.stances import Stance
from fontes.present.drawing.lineage import Label, lineage
from fontes.present.drawing.shapes import Drawing
from fontes.present.pages import Link, Room, Sentence, Sign, To, Words, text_of
from fontes.present.phrasing import ATTITUDES, chained, counted, drawings, say, wording
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance, date_of, labelled

_NAMED = 3
"""How many links of a folded chain are named."""


def lineage_drawing(one: Concordance, top: Node) -> Drawing | None:
    """The lineage of a proposition or statement as a drawing; None where nothing is recorded behind it."""
    drawn = _things(top)
    unfold = To(Room.PROPOSITIONS, top.id, "lineage", (("unfold", "chains"),)) if top.kind == "proposition" else None
    return lineage(f"lineage-{top.side or 'for'}", top, lambda node: _label(one, node, drawn, unfold))


def _things(top: Node) -> frozenset[str]:
    """The propositions of a lineage."""
    waiting, found = [top], set()
    while waiting:
        node = waiting.pop()
        waiting.extend(node.children)
        if node.kind == "proposition":
            found.add(node.id)
    return frozenset(found)


def _label(one: Concordance, node: Node, drawn: frozenset[str], unfold: To | None) -> Label:
    corpus = one.corpus
    if node.kind == "statement" and (entry := labelled(one, node.id)) is not None:
        return _statement(one, entry, drawn)
    if node.kind == "source" and SourceId(node.id) in corpus.sources:
        return replace(_linked(naming.source(corpus, node.id), title=True), years=_years(corpus.sources[SourceId(node.id)].out))
    if node.kind == "proposition" and PropositionId(node.id) in corpus.propositions:
        return _linked(naming.proposition(corpus, node.id))
    if node.kind == "links":
        folded = _folded(one, node)
        return replace(folded, to=unfold, notes=(*folded.notes, (None, drawings.UNFOLDED, ""))) if unfold else folded
    if node.kind == "event":
        return _linked(naming.event(corpus, node.id))
    if node.kind == "word" and AgentId(agent := node.id.removeprefix("word:")) in corpus.agents:
        return _linked(naming.agent(corpus, agent))
    if node.kind == "that" and (said := labelled(one, node.id.removeprefix("^"))) is not None:
        return Label(text_of(say(wording.THAT, statement=stated.brief(one, said))), to=_statement_of(said))
    return Label(node.words)


def _folded(one: Concordance, node: Node) -> Label:
    """How many links a folded chain has, and the first of them."""
    named = [_link(one, id) for id in node.links[:_NAMED]]
    rest: list[Sentence] = [(Words(counted(len(node.links) - _NAMED, "other")),)] if len(node.links) > _NAMED else []
    return Label(counted(len(node.links), "link", capital=True), notes=((None, text_of(chained(*named, *rest, between="; ")), ""),))


def _link(one: Concordance, id: str) -> Sentence:
    entry = labelled(one, id)
    if entry is None:
        return (naming.thing(one.corpus, id),)
    when = date_of(one.corpus, entry)
    return chained(stated.who(one, entry), (Words(naming.date(one.corpus, when)),) if when else (), between=", ")


def _linked(name: Words | Link, title: bool = False) -> Label:
    """A name that leads to its page, if it has one."""
    return Label(name.text, name.language, title, to=name.to if isinstance(name, Link) else None)


def _statement_of(entry: Entry) -> To:
    return To(Room.STATEMENTS, query=(("of", f"^{entry.id}"),))


def _statement(one: Concordance, entry: Entry, drawn: frozenset[str]) -> Label:
    """Who it is by, and what they do; what they speak to stands beside it where it is drawn, else it is said."""
    who = stated.who(one, entry)
    agent = one.corpus.agents.get(AgentId(str(getattr(entry, "agent", None) or getattr(entry, "sender", ""))))
    when = date_of(one.corpus, entry)
    written = [naming.date(one.corpus, when)] if when else []
    page = f", {entry.read.passage}" if entry.read and entry.read.passage else ""
    to = _statement_of(entry)
    if isinstance(entry, Stance):
        sign = ATTITUDES[entry.attitude]
        notes: list[tuple[Sign | None, str, str]] = [(sign, ", ".join([sign.word, *written]) + page, "")]
        if entry.on in drawn:
            on = one.corpus.propositions.get(PropositionId(entry.on))
            to = To(Room.PROPOSITIONS, on.id, anchor=stated.anchor(entry)) if on else to
        else:
            notes.append((None, text_of((naming.thing(one.corpus, entry.on),)), ""))
    else:
        notes = [(None, text_of(stated.does(one, entry)), ""), *((None, each, "") for each in written)]
    return Label(text_of(who), _language(agent, who), notes=tuple(notes), to=to, years=_years(when))


def _years(when: When | None) -> tuple[int, int] | None:
    """The years between which a date lies; None where a side of it is not known."""
    if when is None or not (isinstance(when.start[0], int) and isinstance(when.end[1], int)):
        return None
    return civil(when.start[0])[0], civil(when.end[1])[0]


def _language(agent: Agent | None, who: Sentence) -> str:
    return agent.language if agent and not agent.unnamed and len(who) == 1 else ""
