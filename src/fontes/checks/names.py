"""Names that are never used, and names that may be one agent's."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

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


def names(evidence: Evidence) -> list[Diagnostic]:
    """Sources never used; agents that may be one."""
    corpus, used = evidence.corpus, evidence.compiled.used
    found = [
        NEVER_USED.at(at(evidence, one.place), f"Nothing in the corpus refers to '{one.id}'. Use it, or remove it.")
        for one in corpus.sources.values()
        if one.id not in used
    ]
    apart = {frozenset((a, b)) for group in corpus.distinct for a in group for b in group if a != b}
    for one, other in _alike([a for a in corpus.agents.values() if not a.unnamed]):
        if frozenset((one.id, other.id)) not in apart:
            found.append(
                MAY_BE_ONE.at(
                    at(evidence, other.place),
                    f"'{other.id}' ({other.name}) and '{one.id}' ({one.name}) may be the same. If not, write 'distinct {one.id}, {other.id}'.",
                    related=(Related(at(evidence, one.place), f"'{one.id}' is declared here"),),
                )
            )
    return found


def folded(name: str) -> str:
    """A name without accents, case, punctuation and order of words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(sorted("".join(c if c.isalnum() else " " for c in plain).split()))


def _alike(agents: list[Agent]) -> list[tuple[Agent, Agent]]:
    """Pairs that share a spelling, or whose names of eight letters or more differ by one (optimal string alignment), in blocks of names
    that begin with the same two letters and have nearly the same length.
    """
    by_spelling: dict[str, list[Agent]] = defaultdict(list)
    for agent in agents:
        for spelling in sorted({folded(name) for name in (agent.name, *agent.also)}):
            by_spelling[spelling].append(agent)
    pairs = {_pair(a, b) for same in by_spelling.values() for i, a in enumerate(same) for b in same[i + 1 :] if a.id != b.id}
    blocks: dict[str, list[tuple[str, Agent]]] = defaultdict(list)
    for spelling, holders in by_spelling.items():
        if len(spelling) >= 8 and not any(c.isdigit() for c in spelling):
            for holder in holders:
                blocks[spelling[:3]].append((spelling, holder))
    for block in blocks.values():
        block.sort(key=lambda one: (len(one[0]), one[0], one[1].id))
        for i, (spelling, agent) in enumerate(block):
            for other, second in block[i + 1 :]:
                if len(other) > len(spelling) + 1:
                    break
                if agent.id != second.id and OSA.distance(spelling, other, score_cutoff=1) <= 1:
                    pairs.add(_pair(agent, second))
    by_id: dict[str, Agent] = {agent.id: agent for agent in agents}
    return [(by_id[a], by_id[b]) for a, b in sorted(pairs)]


def _pair(a: Agent, b: Agent) -> tuple[str, str]:
    return (a.id, b.id) if a.id < b.id else (b.id, a.id)
