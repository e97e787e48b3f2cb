"""Where each thing is named: the corpus turned round once, so that no page has to read through all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fontes.dates import When
from fontes.model.corpus import Corpus, Entry
from fontes.model.events import Dating
from fontes.model.names import PropositionId, QuestionId, SourceId, StatementId
from fontes.model.stances import Combined, Criticism, Ground, Member, MemberKind, Report, Search, Speech, Stance

Named = Mapping[str, tuple[Any, ...]]
_LAST = 10**12
"""After every day: undated acts are listed last."""


@dataclass(frozen=True)
class Concordance:
    """For each name, the entries it stands in; every list is by date, then by id."""

    corpus: Corpus
    entries: Mapping[str, Entry]
    stances_on: Mapping[str, tuple[Stance, ...]]
    acts_of: Mapping[str, tuple[Entry, ...]]
    answers: Mapping[str, tuple[PropositionId, ...]]
    subquestions: Mapping[str, tuple[QuestionId, ...]]
    criticisms_of: Mapping[str, tuple[Criticism, ...]]
    criticisms_on: Mapping[str, tuple[Criticism, ...]]
    resting_on: Mapping[str, tuple[Entry, ...]]
    drawing_on: Mapping[str, tuple[SourceId, ...]]
    read_in: Mapping[str, tuple[Entry, ...]]
    reports_on: Mapping[str, tuple[Report, ...]]
    received: Mapping[str, tuple[Report | Speech, ...]]
    datings_of: Mapping[str, tuple[Dating, ...]]
    searches_of: Mapping[str, tuple[Search, ...]]
    in_case: Mapping[str, tuple[Entry, ...]]
    compromising: Mapping[str, tuple[PropositionId, ...]]
    about: Mapping[str, tuple[PropositionId, ...]]
    made_by: Mapping[str, tuple[SourceId, ...]]
    parts_of: Mapping[str, tuple[PropositionId, ...]]
    treating: Mapping[str, tuple[SourceId, ...]]


def concordance(corpus: Corpus) -> Concordance:
    """Turn a corpus round: one pass over its statements, one over its sources and propositions."""
    lists: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    entries = sorted(corpus.statements(), key=lambda entry: (date_key(date_of(corpus, entry)), entry.id))
    for entry in entries:
        for family, name in _mentions(entry):
            kept = lists[family][name]
            if not kept or kept[-1] is not entry:
                kept.append(entry)
    for family, name, thing in _things(corpus):
        lists[family][name].append(thing)

    def of(family: str) -> Named:
        return {name: tuple(kept) for name, kept in lists[family].items()}

    return Concordance(
        corpus, {entry.id: entry for entry in entries}, of("on"), of("acts"), of("answers"), of("subquestions"),
        of("criticised"), of("criticised on"), of("rests"), of("draws"), of("read"), of("reports"), of("received"),
        of("dated"), of("sought"), of("case"), of("compromises"), of("about"), of("made"), of("parts"), of("treats"),
    )  # fmt: skip


def date_of(corpus: Corpus, entry: Entry) -> When | None:
    """When it was done; where that is left out, when the source it is read in came out or was made."""
    when = getattr(entry, "when", None) or getattr(entry, "start", None) or getattr(entry, "during", None)
    if when is not None or entry.read is None or isinstance(entry, Dating):
        return when
    source = corpus.sources.get(entry.read.source)
    return (source.made or source.out) if source else None


def date_key(when: When | None) -> int:
    """A key to list by: the earliest possible day, or else the latest; what has neither comes last."""
    if when is None:
        return _LAST
    days = [bound for bound in (*when.start, *when.end) if isinstance(bound, int)]
    return days[0] if days else _LAST


def members(ground: Ground | Member | Combined) -> Iterator[Member]:
    """Every member of a ground, however it is combined."""
    if isinstance(ground, Member):
        yield ground
    elif isinstance(ground, Ground):
        yield from members(ground.on)
    else:
        for part in ground.parts:
            yield from members(part)


def _mentions(entry: Entry) -> Iterator[tuple[str, str]]:
    """The lists an entry belongs in: family and name."""
    yield "acts", entry.sender if isinstance(entry, Report) else (entry.agent or "")
    if entry.read:
        yield "read", entry.read.source
    for ground in getattr(entry, "grounds", ()):
        for member in members(ground):
            yield "rests", f"^{member.id}" if member.kind in (MemberKind.STATEMENT, MemberKind.THAT) else member.id
    if case := getattr(entry, "case", None):
        yield "case", str(case)
    yield from _own(entry)


def _own(entry: Entry) -> Iterator[tuple[str, str]]:
    if isinstance(entry, Stance):
        yield "on", entry.on
    elif isinstance(entry, Report):
        yield "reports", entry.proposition
        yield from (("received", one) for hop in entry.hops for one in hop if one)
    elif isinstance(entry, Speech):
        yield from (("received", one) for one in entry.to)
    elif isinstance(entry, Criticism):
        yield from (("criticised on", one) for one in entry.on)
        yield "criticised", entry.source or f"^{entry.use}"
    elif isinstance(entry, Search):
        yield "sought", entry.source or ""
    elif isinstance(entry, Dating):
        yield "dated", f"^{entry.of}" if entry.of_statement else entry.of


def _things(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    for source in corpus.sources.values():
        for maker in dict.fromkeys(maker.agent for maker in source.makers):
            yield "made", maker, source.id
        drawn = (member.id for ground in source.draws_on for member in members(ground))
        yield from (("draws", name, source.id) for name in dict.fromkeys(drawn))
        yield from (("treats", name, source.id) for name in source.treats)
    for proposition in corpus.propositions.values():
        yield from (("answers", name, proposition.id) for name in proposition.answers)
        yield from (("compromises", name, proposition.id) for name in proposition.compromises)
        yield from (("about", name, proposition.id) for name in proposition.about)
        yield from (("parts", name, proposition.id) for name in proposition.part_of)
    for question in corpus.questions.values():
        yield from (("subquestions", name, question.id) for name in question.part_of)


def labelled(one: Concordance, id: str) -> Entry | None:
    """The statement with this label or id, if it is recorded."""
    return one.entries.get(StatementId(id))
