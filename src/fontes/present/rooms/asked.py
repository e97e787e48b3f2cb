"""What is asked: who raised a question and when, since when its answers are disputed, whether it is open."""

from __future__ import annotations

from fontes.dates import When
from fontes.findings.positions.disputes import disputed_since as answers_disputed_since
from fontes.model.stances import Attitude, Stance
from fontes.present.rooms.concordance import Concordance


def raised(one: Concordance, question: str) -> tuple[Stance, ...]:
    """Who raised it, by date."""
    return _on(one, question, frozenset({Attitude.RAISES}))


def unanswerable(one: Concordance, question: str) -> tuple[Stance, ...]:
    """Who declared that it cannot be answered, by date."""
    return _on(one, question, frozenset({Attitude.UNANSWERABLE}))


def asserted(one: Concordance, proposition: str) -> tuple[Stance, ...]:
    """Who asserts it, by date."""
    return _on(one, proposition, frozenset({Attitude.ASSERTS}))


def is_open(one: Concordance, question: str) -> bool:
    """Does nobody recorded here assert an answer?"""
    return not any(asserted(one, answer) for answer in one.answers.get(question, ()))


def disputed_since(one: Concordance, question: str) -> When | None:
    """When an answer first had a voice for it and another's against it, as the later of the two is dated; None if never."""
    return answers_disputed_since(one.corpus, one.answers.get(question, ()), one.stances_on)


def _on(one: Concordance, name: str, attitudes: frozenset[Attitude]) -> tuple[Stance, ...]:
    return tuple(stance for stance in one.stances_on.get(name, ()) if stance.attitude in attitudes)
