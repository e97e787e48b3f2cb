"""The answer most often given, and the day after which nobody gives it: a literature that has turned away from it, as far as recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fontes.findings.acts import Acts
from fontes.findings.known.dates import ENDLESS, Moments
from fontes.findings.reasons import Reason, reason
from fontes.model.names import PropositionId, StatementId

FEWEST = 3
"""So many voices make an answer one that was given often."""


@dataclass(frozen=True, slots=True)
class LastHeard:
    """The answer that more agents assert than any other, and the last day on which one of them may have done so.

    ``until`` is that day, of the assertions that have one; ``undated`` counts the others, so that with any of them it holds *as far as dated*
    only. ``later`` counts the agents who certainly asserted another answer after it, and who did not assert this one before.
    """

    answer: PropositionId
    voices: int
    until: int
    undated: int
    later: int
    reasons: tuple[Reason, ...]


def last_heard(acts: Acts, moments: Moments, answers: Sequence[PropositionId]) -> LastHeard | None:
    """Of these answers the one most often asserted, where others are certainly given after it was last.

    None where two answers have as many voices, where it has fewer than three, where none of its assertions has a latest day, or where nothing
    certainly came later.
    """
    given = {each: acts.sides.get(("asserts", each), ()) for each in answers}
    heard = {each: {acts.who(id) for id in ids} - {""} for each, ids in given.items()}
    most = sorted(given, key=lambda each: (-len(heard[each]), each))[:2]
    if not most or len(heard[most[0]]) < FEWEST or (len(most) > 1 and len(heard[most[0]]) == len(heard[most[1]])):
        return None
    first = most[0]
    days = {id: moments.act(id) for id in given[first]}
    dated = [one.latest for one in days.values() if one.latest < ENDLESS]
    if not dated:
        return None
    until = max(dated)
    after = _after(moments, {each: ids for each, ids in given.items() if each != first}, until)
    later = {acts.who(id) for id in after} - heard[first] - {""}
    if not later or any(one.earliest > until for one in days.values()):
        return None
    told = [*days, *(id for id in after if acts.who(id) in later)]
    why = tuple(reason(moments.corpus, "statement", id, acts.all) for id in told)
    return LastHeard(first, len(heard[first]), until, len(days) - len(dated), len(later), why)


def _after(moments: Moments, given: Mapping[PropositionId, Iterable[StatementId]], day: int) -> list[StatementId]:
    """Those certainly made after a day."""
    return [id for ids in given.values() for id in ids if moments.act(id).earliest > day]
