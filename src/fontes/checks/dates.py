"""Acts outside a life. (Dates that need chronology are checked with it.)"""

from __future__ import annotations

from fontes.checks.evidence import Evidence, at
from fontes.dates import Answer, When, precedes
from fontes.diagnostics import Diagnostic, Related, warning
from fontes.model.corpus import Entry
from fontes.model.names import AgentId
from fontes.model.stances import Criticism, Report, Speech, Stance

BEFORE_BIRTH = warning(
    "before-birth", "an act before its agent was born", "The date of the act, of the birth, or the identity of the agent is wrong."
)
AFTER_DEATH = warning(
    "after-death",
    "an act after its agent had died",
    """The date of the act, of the death, or the identity of the agent is wrong. A work that came out after its author's death is no act
    after death: give it 'made'.""",
)


def dates(evidence: Evidence) -> list[Diagnostic]:
    """Acts certainly before a birth or after a death."""
    corpus = evidence.corpus
    lives = {one.id: one for one in corpus.agents.values() if one.born is not None or one.died is not None}
    found: list[Diagnostic] = []
    if not lives:
        return found
    for entry in corpus.statements():
        agent, when = _who(entry), _when(evidence, entry)
        if agent not in lives or when is None:
            continue
        life = lives[agent]
        if life.born is not None and precedes(when, life.born) is Answer.CERTAIN:
            found.append(
                BEFORE_BIRTH.at(
                    at(evidence, entry.place), f"This is dated {when.written}; '{agent}' was born {life.born.written}.",
                    related=(Related(at(evidence, life.place), f"'{agent}' is declared here"),),
                )
            )  # fmt: skip
        if life.died is not None and precedes(life.died, when) is Answer.CERTAIN:
            found.append(
                AFTER_DEATH.at(
                    at(evidence, entry.place), f"This is dated {when.written}; '{agent}' died {life.died.written}.",
                    related=(Related(at(evidence, life.place), f"'{agent}' is declared here"),),
                )
            )  # fmt: skip
    return found


def _who(entry: Entry) -> AgentId | None:
    return entry.sender if isinstance(entry, Report) else entry.agent


def _when(evidence: Evidence, entry: Entry) -> When | None:
    """The date of the act itself; the coming out of the work it is read in is no act."""
    if not isinstance(entry, Stance | Report | Speech | Criticism) or entry.when is None:
        return None
    source = evidence.corpus.sources.get(entry.read.source) if entry.read is not None else None
    return None if source is not None and source.out == entry.when and source.made is None else entry.when
