"""How running text calls agents and sources: a name in full once and then short; a title in italics, a mere description as one."""

from __future__ import annotations

import re

from fontes.model.agents import Agent
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId
from fontes.model.sources import Source
from fontes.present.phrasing import review as words
from fontes.present.review.wordings import WORD, Lexicon
from fontes.present.rooms import naming
from fontes.present.rooms.listing import folded

PRINTED = frozenset(
    re.findall(
        r"[\w-]+",
        """
        book article novel memoir newspaper pamphlet document-collection review story ballad chronicle thesis monograph edition collection
        chapter poem play journal
        """,
    )
)
"""Kinds of source whose titles are set in italics."""
_NAMELESS = frozenset(("ballad", "chronicle", "newspaper", "story", "journal", "edition"))
"""Printed kinds that have a title though nobody is recorded as their maker."""
_MARKS = str.maketrans("", "", "’'")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})
_KIN = frozenset(("wife", "widow", "brother", "sister", "son", "daughter", "father", "mother", "family", "circle"))
_SENT = frozenset(("letter", "report", "telegram", "dispatch", "message", "memorandum", "note", "petition"))
_ASKING = frozenset(("what", "who", "where", "when", "how", "why", "which"))
_SEVERAL = frozenset(("other", "further", "earlier", "contemporary", "recent", "newly", "secret", "compromising", "published"))
"""Words that begin a description of several things."""


def short_name(corpus: Corpus, id: str) -> str:
    """The part of a name that its id also has, which is how the makers of the corpus call this agent; else the whole name.

    Where two agents have that part in common, neither is shortened.
    """
    agent = corpus.agents.get(AgentId(id))
    if agent is None:
        return id
    if agent.unnamed or id.startswith("the-"):
        return naming.agent_name(agent)
    mine = _called(agent.name, id) or _head(corpus, agent)
    shared = mine and sum(mine in WORD.findall(other.name.split(",")[0]) for other in corpus.agents.values() if _is_person(other)) > 1
    if not mine or (shared and "," not in agent.name):
        return naming.agent_name(agent)
    if "," in agent.name and shared:
        return _head(corpus, agent) or naming.agent_name(agent)
    return words.THE.format(thing=mine) if agent.name.startswith("The ") and not mine.startswith("The ") else mine


def _head(corpus: Corpus, agent: Agent) -> str:
    """What stands before the comma of a name, where no other name begins so."""
    head, comma, _ = agent.name.partition(", ")
    alone = sum(other.name == head or other.name.startswith(f"{head},") for other in corpus.agents.values()) == 1
    return head if comma and alone else ""


def _is_person(agent: Agent) -> bool:
    return agent.kind not in ("group", "organisation", "publication") and not agent.name.startswith(("The ", "A "))


def _called(name: str, id: str) -> str:
    if any(word in _KIN for word in name.lower().split()):
        return ""
    for word in reversed([word for word in WORD.findall(name) if word[:1].isupper()]):
        if folded(id.rsplit("-", 1)[-1]) in (folded(word).translate(_MARKS), folded(word.lower().translate(_SPELT_OUT)).translate(_MARKS)):
            return str(word)
    return ""


def in_text(lead: Lexicon, agent: Agent, text: str) -> str:
    """A name inside a sentence: a body or group with its article, and a small letter where its first word is no name."""
    if text.startswith(("The ", "A ", "An ")):
        return text[:1].lower() + text[1:]
    first = WORD.match(text)
    if agent.unnamed or not lead.english or not first or len(text.split()) < 2:
        return text
    if agent.kind not in ("group", "organisation") and not (lead.common(first[0]) and text.split()[1][:1].islower()):
        return text
    lowered = lead.common(first[0]) or (first[0].endswith("s") and lead.begins_small(text))
    small = text[:1].lower() + text[1:] if lowered else text
    plural = any(word.endswith("s") for word in text.split(",")[0].split(" of ")[0].split()[:3])
    whole = " of " in text or text.split()[-1][:1].islower()
    return small if plural or not whole else words.THE.format(thing=small)


def described(lead: Lexicon, corpus: Corpus, source: Source) -> str:
    """What a source is called where its title only describes it (`Letter to the bishop`); empty where it is a true title.

    A title describes where the source was not printed, where it begins with the maker or the kind, and where no single maker is recorded.
    """
    title = source.title or source.id
    makers = [corpus.agents[maker.agent] for maker in source.makers if maker.agent in corpus.agents]
    called = {name for maker in makers for name in (maker.name, short_name(corpus, maker.id)) if name}
    head = re.split(r",| \(", title, maxsplit=1)[0]
    if makers and head != title and source.kind != "newspaper" and _all_names(head, called):
        return words.WORK_OF.format(maker=head)
    addressed = next((name for name in called if title.startswith(f"{name} to ")), "")
    if addressed:
        kind = source.kind if source.kind in _SENT else words.PAPER
        return words.KIND_OF.format(kind=kind, title=re.sub(r" \([^()]*\)$", "", title))
    if source.kind in PRINTED and not _descriptive(lead, source, makers, called):
        return ""
    return articled(lead, re.sub(r" \([^()]*\)$", "", title))


def _all_names(head: str, called: set[str]) -> bool:
    return set(WORD.findall(head)) - {"and"} <= {word for name in called for word in WORD.findall(name)}


def _descriptive(lead: Lexicon, source: Source, makers: list[Agent], called: set[str]) -> bool:
    title = source.title
    if re.search(r" (?:that|who|as cited|is said) ", title) and not source.cite:
        return True
    if any(title.startswith((f"{name}'s", f"{name}’s")) for name in called):
        return True
    if source.kind == "newspaper" and any(title.startswith(name) and title != name for name in called):
        return True
    if title.split()[:1] and title.split()[0].lower() == source.kind.split("-")[-1]:
        return True
    first = WORD.match(title)
    if source.cite or first is None or not lead.begins_small(title) or not title.split()[1:2] or not title.split()[1][:1].islower():
        return False
    return all(maker.kind in ("group", "organisation") for maker in makers) and (bool(makers) or source.kind not in _NAMELESS)


def articled(lead: Lexicon, text: str) -> str:
    """A description inside a sentence: with an article, but not before a name or a plural; a clause in its own marks."""
    first = WORD.match(text)
    if text.startswith(("The ", "A ", "An ")):
        return text[:1].lower() + text[1:]
    if not lead.english or not first:
        return text
    if first[0].lower() in _ASKING:
        return f"“{text}”"
    if not lead.begins_small(text) and not re.match(r"\w+ (?:of|to|from|on|in|by|for|with|used|cited)\b", text):
        return text
    if lead.named(first[0]) and not lead.common(first[0]):
        return text
    small = text[:1].lower() + text[1:]
    plural = first[0].endswith("s") or first[0].lower() in _SEVERAL
    return small if plural else words.THE.format(thing=small)
