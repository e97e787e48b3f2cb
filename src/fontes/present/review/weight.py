"""What is told at length, what in a sentence, what only in a table: importance, computed from the corpus.

The weight of a proposition is the number of its voices, three more where somebody speaks against somebody on it, one for each statement or
explanation that rests on it, up to five, and one for each answer that somebody holds and that it excludes, up to three. It has a paragraph of its
own where three voices are heard on it, where it is disputed outright, or where it is an explanation made of parts; else a sentence; and of one
question not more than `SENTENCES` such sentences, the heaviest, the rest in a table. A chief question has a part of its own from `GREAT` voices on
it and under it, a question under it from `OWN_PART`; of other questions `FOLDED` answers are told. One part has at most `LONG` paragraphs of
positions, and one chief question at most `PARTS` parts. The bounds are choices of the telling, not of the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fontes.model.names import PropositionId, QuestionId
from fontes.model.stances import Attitude, Stance
from fontes.present.review.material import Material

AT_LENGTH = 3
OWN_PART = 6
GREAT = 6
PARTS = 12
LONG = 12
SENTENCES = 8
FOLDED = 4
DISPUTED = 3
LOAD = 5
RIVALS = 3
FOR = frozenset({Attitude.ASSERTS, Attitude.SUPPOSES})
AGAINST = frozenset({Attitude.DOUBTS, Attitude.DENIES})


@dataclass(frozen=True, slots=True)
class Weight:
    """How much hangs on a proposition: who is heard on it, whether some are for and some against, and what rests on it."""

    voices: int
    disputed: bool
    load: int
    rivals: int = 0

    @property
    def total(self) -> int:
        """One number to order by; it says nothing of who is right."""
        return self.voices + DISPUTED * self.disputed + min(self.load, LOAD) + min(self.rivals, RIVALS)


def weight(m: Material, proposition: str) -> Weight:
    """The weight of a proposition under the lens."""
    stances = m.stances(proposition)
    senders = {report.sender for report in m.one.reports_on.get(proposition, ())}
    sides = [{one.agent for one in stances if one.attitude in side} for side in (FOR, AGAINST)]
    load = len(m.one.resting_on.get(proposition, ())) + len(m.one.parts_of.get(proposition, ()))
    rivals = sum(any(one.attitude in FOR for one in m.stances(id)) for id in m.excluded.get(proposition, ()))
    return Weight(len({one.agent for one in stances} | senders), bool(sides[0] - sides[1] and sides[1] - sides[0]), load, rivals)


def at_length(m: Material, proposition: str) -> bool:
    """Does it have a paragraph of its own?"""
    of = weight(m, proposition)
    made = any(part.proposition for part in m.corpus.propositions[PropositionId(proposition)].parts)
    return of.voices >= AT_LENGTH or of.disputed or (made and of.voices > 0)


def heaviest(m: Material, propositions: Iterable[str]) -> list[str]:
    """Those on which somebody is heard, the heaviest first, then as they came up."""
    heard_on = [id for id in propositions if weight(m, id).voices and not _mere_trace(m, id)]
    return sorted(heard_on, key=lambda id: (-weight(m, id).total, m.first(id)))


def _mere_trace(m: Material, id: str) -> bool:
    """Is it something looked for that nobody says was found? What is open tells it."""
    one = m.corpus.propositions[PropositionId(id)]
    return one.observed in ("not-found", "not-sought") and not any(stance.attitude in FOR for stance in m.stances(id))


def voices(m: Material, questions: Iterable[str]) -> int:
    """How many are heard on the answers to these questions."""
    return len(heard(m, (answer for id in questions for answer in m.one.answers.get(id, ()))))


def heard(m: Material, propositions: Iterable[str]) -> dict[str, None]:
    """Who is heard on any of these propositions, each once."""
    found: dict[str, None] = {}
    for id in propositions:
        found.update(dict.fromkeys(one.agent for one in m.stances(id)))
        found.update(dict.fromkeys(one.sender for one in m.one.reports_on.get(id, ())))
    return found


def has_own_part(m: Material, question: QuestionId) -> bool:
    """Is the question told in a part of its own?"""
    return voices(m, [question]) >= OWN_PART


def last_asserted(stances: Sequence[Stance], latest: Iterable[int | None]) -> int | None:
    """The last day on which somebody may have asserted it; None where one of the statements has no last day."""
    days = list(latest)
    return None if not stances or any(day is None for day in days) else max(day for day in days if day is not None)
