"""What one agent holds on everything they speak to, over time: their own line in the literature."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fontes.findings.positions.heard import ATTITUDES, Hearing, Taken
from fontes.findings.positions.voices import Step, Terms, Turned, steps, turns
from fontes.model.names import AgentId, PropositionId, QuestionId


@dataclass(frozen=True, slots=True)
class Own:
    """One proposition on which an agent takes a stance: the questions it answers, the acts by date, the days of change, and what changed."""

    proposition: PropositionId
    questions: tuple[QuestionId, ...]
    taken: tuple[Taken, ...]
    steps: tuple[Step, ...]
    turns: tuple[Turned, ...]


def own_positions(
    hearing: Hearing, agent: AgentId, spoken: Iterable[str] | None = None, terms: Terms = Terms()  # noqa: B008 (frozen)
) -> tuple[Own, ...]:
    """Every proposition the agent speaks to outright, by the earliest day of their first stance; what is only implied is left out.

    ``spoken`` names them where they are known already; else all stances of the corpus are gone through.
    """
    if spoken is None:
        spoken = {stance.on for stance in hearing.corpus.stances.values() if stance.agent == agent and stance.attitude in ATTITUDES}
    made = []
    for name in sorted(spoken):
        found = hearing.corpus.propositions.get(PropositionId(name))
        them = tuple(one for one in hearing.taken(name).get(agent, ()) if one.by_asserting is None) if found else ()
        if found and them:
            own = {agent: them}
            made.append(Own(found.id, tuple(sorted(found.answers)), them, steps(hearing, name, own, terms), turns(own)))
    return tuple(sorted(made, key=lambda one: (one.taken[0].earliest, one.taken[0].latest, one.proposition)))


__all__ = ["Own", "own_positions"]
