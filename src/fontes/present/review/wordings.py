"""How a wording stands in a sentence: as a clause, in quotation marks, or by its opening words; names short; dates in words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from fontes.dates import When
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId, PropositionId, QuestionId
from fontes.present.phrasing import number
from fontes.present.phrasing import review as words
from fontes.present.rooms import naming
from fontes.present.rooms.listing import folded

OPENING = 7
"""So many words of a longer wording are quoted when it comes up again."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    (
        "a", "an", "the", "in", "on", "by", "at", "of", "it", "its", "this", "that", "these", "those", "there", "no", "nobody", "not", "none", "what",
        "who", "when", "where", "how", "some", "most", "many", "all", "both", "each", "every", "as", "from", "to", "for", "with", "without",
        "between",
        "before", "after", "during", "under", "over", "only", "his", "her", "their", "one", "two",
        "three", "several", "few",
    )
)  # fmt: skip
_KIN = frozenset(("wife", "widow", "brother", "sister", "son", "daughter", "father", "mother", "family", "circle"))


@dataclass(frozen=True)
class Lexicon:
    """Which words of this corpus are written small in the middle of its sentences, and which are not."""

    small: frozenset[str]
    english: bool

    def in_clause(self, wording: str) -> str | None:
        """The wording as the end of a clause, its first letter small unless a name begins it; None where that cannot be told."""
        body = wording.strip()
        first = _WORD.match(body)
        if not self.english or not first or re.search(r"[.!?…;:]\s", body) or body.endswith(("?", "!")):
            return None
        body = body.removesuffix(".")
        word = first[0]
        if word.lower() in _SMALL or word in self.small:
            return body[:1].lower() + body[1:]
        return body if word not in self.small and word.lower() not in self.small and self._named(word) else None

    def _named(self, word: str) -> bool:
        return f"={word}" in self.small


def lexicon(corpus: Corpus) -> Lexicon:
    """Read off the wordings, titles and names of a corpus how it writes its words."""
    texts = [each.wording for each in corpus.propositions.values()] + [each.wording for each in corpus.questions.values()]
    inside = Counter(word for text in texts for word in _WORD.findall(text)[1:])
    names = {word for agent in corpus.agents.values() for text in (agent.name, *agent.also) for word in _WORD.findall(text) if word[:1].isupper()}
    lower = {word.capitalize() for word in inside if word[:1].islower() and not inside[word.capitalize()]} - names
    upper = {f"={word}" for word in {*(word for word in inside if word[:1].isupper()), *names} - lower}
    return Lexicon(frozenset(lower | upper), corpus.preface.language.split("-")[0] == "en")


def opening(wording: str) -> str | None:
    """The first words of a wording that is longer than an opening; None where it is short enough to be said again."""
    pieces = wording.split()
    return " ".join(pieces[:OPENING]).rstrip(",;:—–-") if len(pieces) > OPENING + 5 else None


def short_name(corpus: Corpus, id: str) -> str:
    """The part of a name that its id also has, which is how the makers of the corpus call this agent; else the whole name.

    Where two agents have that part in common, neither is shortened.
    """
    agent = corpus.agents.get(AgentId(id))
    if agent is None:
        return id
    if agent.unnamed or id.startswith("the-"):
        return naming.agent_name(agent)
    mine = _called(agent.name, id)
    shared = mine and sum(mine in _WORD.findall(other.name) for other in corpus.agents.values()) > 1
    if not mine or shared:
        return naming.agent_name(agent)
    return f"the {mine}" if agent.name.startswith("The ") else mine


def _called(name: str, id: str) -> str:
    if any(word in _KIN for word in name.lower().split()):
        return ""
    for word in reversed([word for word in _WORD.findall(name) if word[:1].isupper()]):
        if folded(word).replace("’", "").replace("'", "") == folded(id.rsplit("-", 1)[-1]):
            return str(word)
    return ""


def spoken(corpus: Corpus, when: When | None) -> str:
    """A date in words; empty where there is none. What it hangs on is called by its name."""
    return naming.date(corpus, when) if when is not None else ""


def since(corpus: Corpus, when: When) -> str:
    """A date after *since* or *from*."""
    return naming.date_since(corpus, when)


def year(when: When | None) -> str:
    """The year of a date that lies within one, as it stands in brackets after a name; else empty."""
    if when is None or when.anchors or when.doubtful:
        return ""
    found = re.fullmatch(r"(-?\d{3,4})(-\d\d){0,2}", when.written)
    return found[1] if found else ""


def wording_of(corpus: Corpus, id: str) -> str:
    """The words of a proposition or question."""
    if PropositionId(id) in corpus.propositions:
        return naming.proposition_words(corpus, id)
    question = corpus.questions.get(QuestionId(id))
    return (question.wording or id) if question else id


def in_words(count: int) -> str:
    """A number from 13 to 99 as a sentence begins with it."""
    if count < 20:
        return words.TEENS[count - 13]
    tens, ones = divmod(count, 10)
    return words.TENS[tens] + (f"-{number(ones)}" if ones else "")
