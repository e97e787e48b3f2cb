"""Corpus → findings: pure functions, each value with its reasons."""

from fontes.findings.reasons import Finding, Reason
from fontes.findings.support.circles import Anachronism, Circle, anachronisms, circles
from fontes.findings.support.ends import OriginKind
from fontes.findings.support.grounds import Grounds, compiled, compiling
from fontes.findings.support.independence import Independence, Pair
from fontes.findings.support.lineage import (
    Count,
    FoundOrigin,
    Origins,
    Overturning,
    all_origins,
    origins,
    origins_in,
    overturning,
)
from fontes.findings.support.status import CriticismsCounted, Status, Statuses, Support, evaluate_corpus, evaluate_grounds
from fontes.findings.support.status import evaluate_corpus as evaluate
from fontes.findings.support.trace import Node, trace, trace_in
from fontes.findings.support.voices import Voices
from fontes.findings.support.without import Change, Fallen, Ranked, compared, difference, possibly_there, ranking, ranking_in, without, without_in

__all__ = [
    "Anachronism",
    "Change",
    "Circle",
    "Count",
    "CriticismsCounted",
    "Fallen",
    "Finding",
    "FoundOrigin",
    "Grounds",
    "Independence",
    "Node",
    "OriginKind",
    "Origins",
    "Overturning",
    "Pair",
    "Ranked",
    "Reason",
    "Status",
    "Statuses",
    "Support",
    "Voices",
    "all_origins",
    "anachronisms",
    "circles",
    "compared",
    "compiled",
    "compiling",
    "difference",
    "evaluate",
    "evaluate_corpus",
    "evaluate_grounds",
    "origins",
    "origins_in",
    "overturning",
    "possibly_there",
    "ranking",
    "ranking_in",
    "trace",
    "trace_in",
    "without",
    "without_in",
]
