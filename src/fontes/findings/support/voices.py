"""Who says so: distinct agents, by role, counted as a range where it is not recorded whether two of them are different people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fontes.findings.support.status import Statuses
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId

_ROLES = (("scholar", "scholars"), ("participant", "participants"), ("witness", "witnesses"), ("press", "press"))


@dataclass(frozen=True, slots=True)
class Voices:
    """Distinct agents by role; several works, reprints and translations of one agent are one voice.

    ``least`` and ``most`` enclose how many different voices they make: a group may be no more than its members who are heard themselves, an
    unnamed voice may be one of the named, and who spoke possibly after the as-of date counts in ``most`` only. ``implied`` are
    those who only assert what excludes the proposition.
    """

    scholars: tuple[AgentId, ...] = ()
    participants: tuple[AgentId, ...] = ()
    witnesses: tuple[AgentId, ...] = ()
    press: tuple[AgentId, ...] = ()
    unnamed: tuple[AgentId, ...] = ()
    role_not_recorded: tuple[AgentId, ...] = ()
    implied: tuple[AgentId, ...] = ()
    least: int = 0
    most: int = 0

    def counts(self) -> tuple[int, ...]:
        """How many agents under each role, in the order of the fields; together they make ``most``."""
        roles = (self.scholars, self.participants, self.witnesses, self.press, self.unnamed, self.role_not_recorded)
        return tuple(map(len, roles))


def speakers(statuses: Statuses, statements: Iterable[str], reading: int = 0) -> tuple[AgentId, ...]:
    """The agents of those statements that are attested, each once, by name; `reading` 1 asks for the most demanding.

    In the least demanding reading those are heard too whose attestation stays undecided while criticisms count.
    """
    acts = statuses.grounds.acts
    attested = [id for id in statements if (statuses.holds(("attested", id))[1] if reading else statuses.possibly(("attested", id)))]
    heard = {AgentId(acts.who(id)) for id in attested}
    return tuple(sorted(agent for agent in heard if agent))


def voices(statuses: Statuses, proposition: str, sides: tuple[str, ...]) -> Voices:
    """The voices of some sides of a proposition (`asserts`; `denies` and `implied`)."""
    corpus, taken = statuses.grounds.corpus, statuses.grounds.acts.sides
    said = [id for side in sides for id in taken.get((side, proposition), ())]
    heard, surely = speakers(statuses, said), speakers(statuses, said, 1)
    outright = speakers(statuses, (id for side in sides if side != "implied" for id in taken.get((side, proposition), ())))
    by_role: dict[str, list[AgentId]] = {}
    for agent in heard:
        by_role.setdefault(role_of(corpus, agent), []).append(agent)
    return Voices(
        **{role: tuple(agents) for role, agents in by_role.items()},
        implied=tuple(agent for agent in heard if agent not in outright),
        least=fewest(corpus, surely),
        most=len(heard),
    )


def role_of(corpus: Corpus, id: AgentId) -> str:
    """Under which heading an agent is counted; the first of scholar, participant, witness, press where there are several."""
    agent = corpus.agents.get(id)
    if agent is not None and agent.unnamed:
        return "unnamed"
    roles = agent.roles if agent else ()
    return next((heading for role, heading in _ROLES if role in roles), "role_not_recorded")


def fewest(corpus: Corpus, agents: tuple[AgentId, ...]) -> int:
    """How many different voices these are at least."""
    named = [id for id in agents if role_of(corpus, id) != "unnamed"]
    if not named:
        return len(agents)
    heard = set(named)
    bodies = {tenure.body for tenure in corpus.tenures.values() if tenure.agent in heard and tenure.body != tenure.agent}
    return max(1, sum(1 for id in named if id not in bodies))
