"""Names that are never used, and names that may be one agent's."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from fontes.checks.evidence import Evidence, at
from fontes.diagnostics import Diagnostic, Related, note, warning
from fontes.model.agents import Agent

NEVER_USED = warning(
    "source-never-used",
    "a source that nothing refers to",
    "A source declared and never read, cited, judged or drawn on may have been forgotten, or be known under a second name.",
)
MAY_BE_ONE = note(
    "maybe-one-agent",
    "two names that may be one agent",
    """Two agents share a spelling, or differ by one letter. Fontes never merges agents by itself: give the spelling to one of them with
    'also', or say 'distinct a, b'.""",
)
_SAME, _LONG = 3, 8
"""Names of so many letters and more that differ by one may be one agent's, where so many letters at the beginning are the same."""


def names(evidence: Evidence) -> list[Diagnostic]:
    """Sources never used; agents that may be one."""
    corpus, used = evidence.corpus, evidence.compiled.used
    found = [
        NEVER_USED.at(at(evidence, one.place), f"Nothing in the corpus refers to '{one.id}'. Use it, or remove it.")
        for one in corpus.sources.values()
        if one.id not in used
    ]
    apart = {frozenset((a, b)) for group in corpus.distinct for a in group for b in group if a != b}
    for one, other in _pairs(evidence):
        if frozenset((one.id, other.id)) not in apart:
            found.append(
                MAY_BE_ONE.at(
                    at(evidence, other.place),
                    f"'{other.id}' ({other.name}) and '{one.id}' ({one.name}) may be the same. If not, write 'distinct {one.id}, {other.id}'.",
                    related=(Related(at(evidence, one.place), f"'{one.id}' is declared here"),),
                )
            )
    return found


def _pairs(evidence: Evidence) -> Sequence[tuple[Agent, Agent]]:
    """The agents that are alike; compared once for as long as no agent changes."""
    agents, known = evidence.corpus.agents, evidence.kept.alike
    if known is None or known[0] != agents:
        known = evidence.kept.alike = (agents, [(a.id, b.id) for a, b in _alike([one for one in agents.values() if not one.unnamed])])
    return [(agents[a], agents[b]) for a, b in known[1]]


def folded(name: str) -> str:
    """A name without accents, case, punctuation and order of words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(sorted("".join(c if c.isalnum() else " " for c in plain).split()))


def _alike(agents: list[Agent]) -> list[tuple[Agent, Agent]]:
    """Pairs that share a spelling, or whose names of eight letters or more differ by one (optimal string alignment) after the same first three.

    Of two such names one is the other without a letter, or both are the same without a letter each; only these are compared.
    """
    by_spelling: dict[str, list[Agent]] = defaultdict(list)
    for agent in agents:
        for spelling in sorted({folded(name) for name in (agent.name, *agent.also)}):
            by_spelling[spelling].append(agent)
    pairs = {_pair(a, b) for same in by_spelling.values() for i, a in enumerate(same) for b in same[i + 1 :] if a.id != b.id}
    near: dict[str, list[str]] = defaultdict(list)
    for spelling in by_spelling:
        if len(spelling) >= _LONG and not any(c.isdigit() for c in spelling):
            for key in {spelling, *(spelling[:at] + spelling[at + 1 :] for at in range(_SAME, len(spelling)))}:
                near[key].append(spelling)
    for one, other in {pair for some in near.values() if len(some) > 1 for pair in combinations(some, 2)}:
        if one[:_SAME] == other[:_SAME] and OSA.distance(one, other, score_cutoff=1) <= 1:
            pairs |= {_pair(a, b) for a in by_spelling[one] for b in by_spelling[other] if a.id != b.id}
    by_id: dict[str, Agent] = {agent.id: agent for agent in agents}
    return [(by_id[a], by_id[b]) for a, b in sorted(pairs)]


def _pair(a: Agent, b: Agent) -> tuple[str, str]:
    return (a.id, b.id) if a.id < b.id else (b.id, a.id)
