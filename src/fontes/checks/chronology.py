"""Dates that cannot all be right: each conflict of the chronology once, with the smallest set of statements and what would end it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from fontes.checks.evidence import Evidence, at
from fontes.dates import Answer, precedes
from fontes.diagnostics import Diagnostic, Related, warning
from fontes.findings.chronology import Chronology, Conflict, chronology
from fontes.findings.chronology.claims import Claim, speaker
from fontes.findings.reasons import entries
from fontes.findings.support.independence import members
from fontes.model.agents import Tenure
from fontes.model.corpus import Corpus
from fontes.model.names import Place, SourceId, StatementId
from fontes.model.stances import Ground, MemberKind, Report, Speech, Stance

_SAID = frozenset({MemberKind.STATEMENT, MemberKind.THAT})
_DATED = _SAID | {MemberKind.EVENT}

CONFLICTING = warning(
    "conflicting-dates",
    "dates that cannot all be right",
    """Dates, orders and durations imply others together. These statements cannot all be right; sources that contradict each other may
    stay so, and are then shown as a conflict wherever they bear on something.""",
)

def conflicting(evidence: Evidence) -> list[Diagnostic]:
    """What the chronology of the corpus finds to clash. Nothing is computed where no date is tied to another or disputed."""
    if not tied(evidence.corpus):
        return []
    found = chronology(bearing(evidence.corpus))
    told = [one for one in found.conflicts if not _told_elsewhere(found, one)]
    more = f" At least {len(told)} sets of statements clash; not every one was looked for." if not found.complete else ""
    return [_conflict(evidence, found, one, more if one is told[-1] else "") for one in told]


def tied(corpus: Corpus) -> bool:
    """Can dates clash here at all, beyond what is found act by act? Only what has several dates, lasts, or is tied to other days than its own."""
    datings = Counter(one.of for one in corpus.datings.values())
    if any(number > 1 for number in datings.values()) or any(one.of_statement for one in corpus.datings.values()):
        return True
    if any(one.relations or one.part_of or one.lasts for one in corpus.events.values()):
        return True
    if any(one.made and one.out and precedes(one.out, one.made) is Answer.CERTAIN for one in corpus.sources.values()):
        return True
    lives = {one.id for one in corpus.agents.values() if one.born or one.died}
    if any(_several(one) or one.agent in lives for one in corpus.tenures.values()):
        return True
    if any(one.anchors for one in (dating.when for dating in corpus.datings.values())):
        return True
    if lives and any(not lives.isdisjoint(hop) for one in corpus.reports.values() for hop in one.hops):
        return True
    made = {one.id for one in corpus.sources.values() if one.made}
    acts: tuple[Iterable[Stance | Report | Speech], ...] = (corpus.stances.values(), corpus.reports.values(), corpus.speeches.values())
    return any(_tied(one, made) for kept in acts for one in kept) or any(one.relations for one in corpus.criticisms.values())


def _several(one: Tenure) -> bool:
    return sum(each is not None for each in (one.start, one.end, one.during, one.when, one.at)) > 1


def _tied(one: Stance | Report | Speech, made: set[SourceId]) -> bool:
    if one.relations or one.upon or (one.when is not None and one.when.anchors):
        return True
    return not isinstance(one, Stance) and not made.isdisjoint(one.carries)


def bearing(corpus: Corpus) -> Corpus:
    """The corpus without acts that have a date of their own and no more: they can clash with the life of their agent only, which is told apart."""
    datable = {str(one.id) for one in corpus.sources.values() if one.made or one.draws_on}
    made = {one.id for one in corpus.sources.values() if one.made}
    lives = {one.id for one in corpus.agents.values() if one.born or one.died}
    named = {one.of for one in corpus.datings.values()} | set(_named_by(corpus))

    def bears(one: Stance | Report | Speech) -> bool:
        told = isinstance(one, Report) and any(not lives.isdisjoint(hop) for hop in one.hops)
        return one.id in named or told or _tied(one, made) or (bool(one.grounds) and _grounded(one.grounds, datable))

    return replace(
        corpus, stances={id: one for id, one in corpus.stances.items() if bears(one)},
        reports={id: one for id, one in corpus.reports.items() if bears(one)},
        speeches={id: one for id, one in corpus.speeches.items() if bears(one)},
    )  # fmt: skip


def _named_by(corpus: Corpus) -> Iterator[str]:
    """The statements on whose days those of others hang."""
    for one in corpus.statements():
        yield from getattr(one, "upon", ())
        yield from (each.to.removeprefix("^") for each in getattr(one, "relations", ()))
        for when in (getattr(one, name, None) for name in ("when", "start", "end")):
            yield from (each.name.removeprefix("^") for each in when.anchors) if when is not None and when.anchors else ()
        for ground in getattr(one, "grounds", ()):
            yield from (each.id for each in members((ground,)) if each.kind in _SAID)
    yield from (one.use for one in corpus.criticisms.values() if one.use)
    yield from (each.to.removeprefix("^") for event in corpus.events.values() for each in event.relations)
    for source in corpus.sources.values():
        yield from (each.id for each in members(source.draws_on) if each.kind in _SAID)


def _grounded(grounds: tuple[Ground, ...], datable: set[str]) -> bool:
    return any(each.kind in _DATED or each.id in datable for each in members(grounds))


def _told_elsewhere(found: Chronology, one: Conflict) -> bool:
    """Is it an act outside the life of its agent, or a ground later than what rests on it? These have kinds of their own."""
    kinds = {found.draft.tied.get(each) for chain in one.chains for each in chain} - {None}
    if len(one.claims) > 2 or not kinds:
        return False
    if kinds == {"ground"}:
        return True
    every = entries(found.corpus)
    acts = [every.get(StatementId(name)) for name in one.claims]
    lives = {thing[1] for thing in one.things if thing[0] == "agent"}
    return kinds == {"life"} and any(act is not None and not isinstance(act, Tenure) and speaker(act) in lives for act in acts)


def _conflict(evidence: Evidence, found: Chronology, one: Conflict, more: str) -> Diagnostic:
    claims = [found.claims[name] for name in one.claims]
    placed = {(claim.places[0].file, claim.places[0].line, claim.places[0].sheet): claim for claim in reversed(claims) if claim.places}
    first, *others = sorted(placed.values(), key=lambda claim: _where(claim.places[0]))
    days = f"{one.shortfall} day{'s' if one.shortfall != 1 else ''}"
    clash = f"These cannot all be right: {', '.join(_worded(claim) for claim in claims)}. They miss each other by {days}."
    give = " and ".join(_worded(found.claims[name]) for name in one.repairs[0]) if one.repairs else ""
    way = f" The conflict would end without {give}." if give else ""
    widen = f" It hangs on what the profile means by {', '.join(one.assumptions)}: widen that first." if one.assumptions else ""
    return CONFLICTING.at(
        at(evidence, first.places[0]), f"{clash}{widen}{way}{more}",
        related=tuple(Related(at(evidence, claim.places[0]), f"this says {_worded(claim)}") for claim in others),
    )


def _worded(claim: Claim) -> str:
    """A claim in a few words: its name, and its date where the name does not say it."""
    return f"'{claim.id}'" if not claim.words or claim.words in claim.id else f"'{claim.id}' ({claim.words})"


def _where(place: Place) -> tuple[str, int, str]:
    return place.file, place.line, place.sheet
