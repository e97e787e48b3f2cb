"""Which criticisms count under a lens, what each of them touches, and which of them answer each other.

Vouching and impeaching answer each other in the same aspect of the same thing only: an old word for a paper's authenticity does not answer
a later finding that it was extorted, and a judgement of one use neither answers nor is answered by a judgement of the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from fontes.dates import Answer, precedes
from fontes.findings.acts import Acts, date_of
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens
from fontes.model.names import StatementId
from fontes.model.stances import Criticism

COUNTING = "counting"
"""The word that lets criticisms of every kind count."""
_MATTERS = {
    "authenticity": ("authentic", "genuine", "forged", "misattributed", "fabricated"),
    "freedom": ("voluntary", "free", "coerced", "extorted", "dictated"),
    "verification": ("confirmed", "unconfirmed"),
}
_MATTER = {word: matter for matter, words in _MATTERS.items() for word in words}
_ATTESTING = "authenticity"
"""What is found not to be what it claims to be attests nothing; every other criticism withdraws belief only."""


def matter(aspect: str) -> str:
    """What a judgement is about: `authentic` and `forged` are two answers to one question; any other word is a matter of its own."""
    return _MATTER.get(aspect, aspect)


class Judgement(NamedTuple):
    """A criticism in one of its aspects, and of the use on which proposition; empty where neither is stated."""

    criticism: StatementId
    aspect: str
    on: str = ""


Judgements = tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """The impeachments that count, by what they touch, and for every judgement those that answer it.

    ``origin``: of a source, that it is not what it claims to be. ``whole``: of a source otherwise. ``narrowed``: of its use on one
    proposition. ``uses``: of one statement.
    """

    origin: Mapping[str, Judgements] = field(default_factory=dict)
    whole: Mapping[str, Judgements] = field(default_factory=dict)
    narrowed: Mapping[tuple[str, str], Judgements] = field(default_factory=dict)
    uses: Mapping[str, Judgements] = field(default_factory=dict)
    answers: Mapping[Judgement, Judgements] = field(default_factory=dict)


NOTHING = Counted()


def counted(corpus: Corpus, acts: Acts, lens: Lens) -> Counted:
    """The judgements a lens lets count: of its kinds, of its critics, and there by its dates."""
    if not lens.criticisms:
        return NOTHING
    heard = [one for one in corpus.criticisms.values() if _heard(one, acts, lens)]
    touched: dict[tuple[str, ...], list[tuple[Criticism, Judgement]]] = defaultdict(list)
    for one in heard:
        for aspect in one.aspects or ("",):
            if _of_kind(aspect, lens):
                for target in _targets(one):
                    touched[target].append((one, Judgement(one.id, aspect, *target[2:])))
    found: dict[str, dict[tuple[str, ...], list[Judgement]]] = {kind: defaultdict(list) for kind in ("origin", "whole", "narrowed", "use")}
    answers: dict[Judgement, dict[Judgement, None]] = defaultdict(dict)
    for target, judged in touched.items():
        for one, judgement in judged:
            answers[judgement].update(dict.fromkeys(_answering(corpus, lens, one, judgement, judged)))
            if not one.vouching:
                kind = "origin" if target[0] == "whole" and matter(judgement.aspect) == _ATTESTING else target[0]
                found[kind][target[1:]].append(judgement)
    return Counted(
        {key[0]: _once(these) for key, these in found["origin"].items()},
        {key[0]: _once(these) for key, these in found["whole"].items()},
        {(key[0], key[1]): _once(these) for key, these in found["narrowed"].items()},
        {key[0]: _once(these) for key, these in found["use"].items()},
        {judgement: tuple(others) for judgement, others in answers.items()},
    )


def _once(these: Iterable[Judgement]) -> Judgements:
    return tuple(dict.fromkeys(these))


def _heard(one: Criticism, acts: Acts, lens: Lens) -> bool:
    return acts.present(one.id) is not Answer.IMPOSSIBLE and (not lens.critics or one.agent in lens.critics)


def _of_kind(aspect: str, lens: Lens) -> bool:
    """A kind that counts brings with it what is said on the same matter: who asks about forgery also hears who vouches."""
    return COUNTING in lens.criticisms or matter(aspect) in {matter(kind) for kind in lens.criticisms}


def _targets(one: Criticism) -> list[tuple[str, ...]]:
    if one.use:
        return [("use", one.use)]
    if one.source and one.on:
        return [("narrowed", one.source, proposition) for proposition in one.on]
    return [("whole", one.source)] if one.source else []


def _answering(
    corpus: Corpus, lens: Lens, one: Criticism, judgement: Judgement, judged: Iterable[tuple[Criticism, Judgement]]
) -> Iterable[Judgement]:
    """Who answers a judgement: the other side on the same matter, unless the lens prefers the later and this one certainly is."""
    for other, answer in judged:
        if other.vouching is one.vouching or matter(answer.aspect) != matter(judgement.aspect):
            continue
        if not (lens.prefer_later and _later(corpus, one, other)):
            yield answer


def _later(corpus: Corpus, one: Criticism, other: Criticism) -> bool:
    first, second = date_of(corpus, other), date_of(corpus, one)
    return first is not None and second is not None and precedes(first, second) is Answer.CERTAIN
