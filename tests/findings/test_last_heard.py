"""The answer most often given, and since when nobody gives it."""

from __future__ import annotations

from fontes.dates.days import iso_day
from fontes.findings import evaluate
from fontes.findings.known.dates import Moments
from fontes.findings.positions.last_heard import LastHeard, last_heard
from fontes.model.names import PropositionId

from .known_corpora import corpus as corpus_of

ANSWERS = (PropositionId("power"), PropositionId("fear"))
DECLARED = """
question why "Why?"
proposition power "For power."
  answers why
proposition fear "Out of fear."
  answers why
"""


def found(acts: str) -> LastHeard | None:
    corpus = corpus_of(DECLARED + acts)
    return last_heard(evaluate(corpus).grounds.acts, Moments(corpus), ANSWERS)


def test_an_answer_that_three_gave_and_nobody_gives_since() -> None:
    one = found("1961 a asserts power\n1962 b asserts power\n1968 c asserts power\n1996 d asserts fear\n")
    assert one is not None
    assert (one.answer, one.voices, iso_day(one.until), one.undated, one.later) == ("power", 3, "1968-12-31", 0, 1)
    assert len(one.reasons) == 4


def test_an_assertion_without_a_date_is_said_to_have_none() -> None:
    one = found("1961 a asserts power\n1962 b asserts power\nc asserts power\n1996 d asserts fear\n")
    assert one is not None and one.undated == 1


def test_nothing_is_said_where_it_is_still_given_or_nothing_came_later() -> None:
    assert found("1961 a asserts power\n1962 b asserts power\n1968 c asserts power\n1968 d asserts fear\n") is None
    assert found("1961 a asserts power\n1962 b asserts power\n1996 c asserts power\n1996 d asserts fear\n") is None
    assert found("1961 a asserts power\n1962 b asserts power\n1996 d asserts fear\n") is None


def test_whoever_gave_it_and_now_gives_another_is_no_later_voice() -> None:
    assert found("1961 a asserts power\n1962 b asserts power\n1968 c asserts power\n1996 a asserts fear\n") is None
