"""How a wording stands in a sentence, as a clause or in quotation marks, and dates in words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from fontes.dates import When
from fontes.model.corpus import Corpus
from fontes.model.names import PropositionId, QuestionId
from fontes.present.phrasing import number
from fontes.present.phrasing import review as words
from fontes.present.rooms import naming

WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    re.findall(
        r"[\w-]+",
        """
        a an the in on by at of it its this that these those there no nobody not none what who when where how some most many all both each
        every as from to for with without between before after during under over only his her their one two three four five six seven eight
        nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
        ninety hundreds thousands several few something somebody nothing whoever half about almost nearly more less since through within
        against even if such other another they he she we you neither either until because while though any according among upon former
        whether which papers works certain
        """,
    )
)
_VERBS = frozenset(
    re.findall(
        r"[\w-]+",
        """
        is was were are be been has had have did does do may might will would can could should must came went gave took held made meant said
        wrote saw told knew sent left fell rose began ended died lived spread grew and or of in on at by from
        """,
    )
)
_ENDS = re.compile(r"(?:ing|ed|ly|tion|tions|sion|sions|ity|ities|ment|ments|ness|ance|ence|ism|ous|ive|able|ible|ful|less|ship)$")
"""Endings of English words that hardly a name has."""


@dataclass(frozen=True)
class Lexicon:
    """Which words of this corpus are written small in the middle of its sentences (``small``), and which are names."""

    small: frozenset[str]
    names: frozenset[str]
    english: bool

    def in_clause(self, wording: str) -> str | None:
        """The wording as the end of a clause, its first letter small unless a name begins it; None where that cannot be told."""
        body = wording.strip()
        first = WORD.match(body)
        if not self.english or re.search(r"[.!?…;]\s", body) or body.endswith(("?", "!")) or body.startswith("That "):
            return None
        body = body.removesuffix(".")
        if body[:1].isdigit():
            return body
        if not first or not body.startswith(first[0]):
            return None
        if self.begins_small(body):
            return body[:1].lower() + body[1:]
        return body if self.named(first[0]) else None

    def begins_small(self, text: str) -> bool:
        """Is the first word of a text great only because it is the first? Of an unknown word that is told by what follows it."""
        first = WORD.match(text)
        if not first or self.common(first[0]):
            return first is not None
        if self.named(first[0]) or not text[first.end() :].startswith((" ", ",")):
            return False
        after = text[first.end() :].split()[:1]
        word = after[0] if after else ""
        several = first[0].endswith("s") and not first[0].endswith(("ss", "us", "is"))
        return word[:1].islower() and (several or word.strip(",") not in _VERBS)

    def common(self, word: str) -> bool:
        """Is it a word that is written small inside a sentence?"""
        if word.lower() in _SMALL or word in self.small:
            return True
        return not self.named(word) and not word.isupper() and bool(_ENDS.search(word))

    def named(self, word: str) -> bool:
        """Is it a name, or the possessive of one?"""
        return word in self.names or re.sub(r"[’']s?$", "", word) in self.names or word.endswith(("’s", "'s")) or (len(word) > 1 and word.isupper())


def lexicon(corpus: Corpus) -> Lexicon:
    """Read off the wordings, titles and names of a corpus how it writes its words."""
    wordings = [each.wording for each in corpus.propositions.values()] + [each.wording for each in corpus.questions.values()]
    texts = [*wordings, *(one.title for one in corpus.sources.values()), *(one.name for one in corpus.events.values())]
    texts += [agent.name for agent in corpus.agents.values()]
    inside = Counter(word for text in texts for word in WORD.findall(text)[1:])
    called = {word for agent in corpus.agents.values() for text in (agent.name, *agent.also) for word in _names_in(agent.kind, text)}
    small = frozenset(word.capitalize() for word in inside if word[:1].islower() and inside[word] > inside[word.capitalize()])
    said = {word for text in wordings for word in WORD.findall(text)[1:] if word[:1].isupper()}
    return Lexicon(small, frozenset((said | called) - small), corpus.preface.language.split("-")[0] == "en")


def _names_in(kind: str, text: str) -> list[str]:
    """The words of a name that are names: of a group or a body the first word is great only because it is the first."""
    found = [word for word in WORD.findall(text) if word[:1].isupper()]
    several = len(text.split()) > 1
    return found[1:] if several and kind in ("group", "organisation") else found


def spoken(corpus: Corpus, when: When | None) -> str:
    """A date in words; empty where there is none. What it hangs on is called by its name."""
    return naming.date(corpus, when) if when is not None else ""


def years(when: When) -> str:
    """A span of years as a heading has it (`1937–1959`); empty where the date is no such span."""
    found = re.fullmatch(r"(\d{3,4})/(\d{3,4})", when.written)
    return words.YEARS.format(first=found[1], last=found[2]) if found else when.written if re.fullmatch(r"\d{3,4}", when.written) else ""


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
