"""What is asked: who raised a question and when, since when its answers are disputed, whether it is open."""

from __future__ import annotations

from fontes.dates import When
from fontes.model.stances import Attitude, Stance
from fontes.present.rooms.concordance import Concordance, date_key, date_of

FOR = frozenset({Attitude.ASSERTS, Attitude.SUPPOSES})
AGAINST = frozenset({Attitude.DENIES, Attitude.DOUBTS})


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
    """When an answer first had a voice for it and a voice against it, as the later of the two is dated; None if never.

    Against is whoever denies or doubts it, or asserts what it is recorded to exclude. Stances without a date cannot
    date a dispute and are left out, so the date is the first that is recorded, not the first there was.
    """
    dates = [when for answer in one.answers.get(question, ()) if (when := _both(one, answer))]
    return min(dates, key=date_key, default=None)


def _both(one: Concordance, answer: str) -> When | None:
    sides = (_on(one, answer, FOR), (*_on(one, answer, AGAINST), *_implied(one, answer)))
    dated = [[when for stance in side if (when := date_of(one.corpus, stance))] for side in sides]
    firsts = [min(side, key=date_key) for side in dated if side]
    return max(firsts, key=date_key) if len(firsts) == 2 else None


def _implied(one: Concordance, answer: str) -> tuple[Stance, ...]:
    found = one.corpus.propositions.get(answer)  # type: ignore[call-overload]
    return tuple(stance for rival in (found.excludes if found else ()) for stance in asserted(one, rival))


def _on(one: Concordance, name: str, attitudes: frozenset[Attitude]) -> tuple[Stance, ...]:
    return tuple(stance for stance in one.stances_on.get(name, ()) if stance.attitude in attitudes)
