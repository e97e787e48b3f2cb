"""A corpus as a lens sees it: without the acts that were not yet there, or of which it does not know that they were done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from fontes.dates import Answer
from fontes.findings import Statuses
from fontes.model.corpus import Corpus

T = TypeVar("T")


def seen(statuses: Statuses) -> Corpus:
    """The corpus without the statements that a lens certainly leaves out; the very same where it leaves out none."""
    corpus = statuses.grounds.corpus

    def kept(of: Mapping[T, object]) -> Mapping[T, object]:
        return {id: entry for id, entry in of.items() if _there(statuses, str(id))}

    families = ("stances", "reports", "speeches", "criticisms", "searches", "datings", "tenures", "assessments")
    fewer = {name: found for name in families if len(found := kept(getattr(corpus, name))) < len(getattr(corpus, name))}
    return replace(corpus, **fewer) if fewer else corpus  # type: ignore[arg-type]


def _there(statuses: Statuses, id: str) -> bool:
    node = ("attested", id)
    if statuses.grounds.plan.number(node) is not None:
        return statuses.holds(node)[0]
    return statuses.present(id) is not Answer.IMPOSSIBLE
