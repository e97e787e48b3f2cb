"""Dates that cannot all be right: each conflict of the chronology once, with the smallest set of statements and what would end it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from fontes.checks.evidence import Evidence, Searched, at
from fontes.dates import Answer, precedes
from fontes.diagnostics import Diagnostic, Related, warning
from fontes.findings.chronology import Chronology, Conflict, chronology
from fontes.findings.chronology.bearing import bearing
from fontes.findings.chronology.claims import Claim, speaker
from fontes.findings.chronology.unchanged import difference, stands
from fontes.findings.reasons import entries
from fontes.model.agents import Agent, Tenure
from fontes.model.corpus import Corpus, Entry
from fontes.model.names import Place, SourceId, StatementId
from fontes.model.sources import Source
from fontes.model.stances import Report, Speech, Stance

CONFLICTING = warning(
    "conflicting-dates",
    "dates that cannot all be right",
    """Dates, orders and durations imply others together. These statements cannot all be right; sources that contradict each other may
    stay so, and are then shown as a conflict wherever they bear on something.""",
)
SEARCHES = 2
"""So many searches for conflicts are kept: of the corpus as it is, and with an edit that is being weighed."""
MOST_ANEW = 200
"""Of so many statements at once it is asked whether they tell more of any day; with more, conflicts are looked for anew."""



def conflicting(evidence: Evidence) -> list[Diagnostic]:
    """What the chronology of the corpus finds to clash. Nothing is computed where no date is tied to another or disputed, nor where what changed
    since the last time tells no more of any day. In brief, the last findings are left as they are where they would have to be found anew.
    """
    if not tied(evidence.corpus):
        return []
    kept = evidence.kept.searched
    known = next((one for one in kept if _stands(one, evidence)), None)
    if known is None and evidence.brief:
        known = kept[0] if kept else None
        if known is None:
            return []
    if known is None:
        known = Searched(evidence.compiled, chronology(bearing(evidence.corpus)))
    kept[:] = [known, *(one for one in kept if one is not known)][:SEARCHES]
    found, places = known.found, _moved(known.compiled.corpus, evidence.corpus)
    every = entries(found.corpus) if found.conflicts else {}
    told = [one for one in found.conflicts if not _told_elsewhere(found, every, one)]
    more = f" At least {len(told)} sets of statements clash; not every one was looked for." if not found.complete else ""
    return [_conflict(evidence, found, places, one, more if one is told[-1] else "") for one in told]


def _stands(known: Searched, evidence: Evidence) -> bool:
    """Are the conflicts that were found last those of the corpus as it is now?"""
    if known.compiled.corpus is evidence.corpus:
        return True
    differing = difference(known.compiled.corpus, evidence.corpus)
    if differing is None or len(differing.come) > MOST_ANEW:
        return False
    came = {str(one.id) for one in differing.come if isinstance(one, Agent | Source)}
    if came and any(not came.isdisjoint(built.asked) for _, built in known.compiled.built.values()):
        return False  # spoken of before it was declared
    return stands(known.found, evidence.corpus, differing)


def _moved(then: Corpus, now: Corpus) -> Mapping[Place, Place]:
    """Where what stood at a place stands now, as far as it moved."""
    if then is now:
        return {}
    pairs: list[tuple[Mapping[Any, Any], Mapping[Any, Any]]] = [
        (then.agents, now.agents), (then.sources, now.sources), (then.events, now.events), (then.datings, now.datings), (then.stances, now.stances),
        (then.reports, now.reports), (then.speeches, now.speeches), (then.criticisms, now.criticisms), (then.tenures, now.tenures),
        (then.searches, now.searches), (then.assessments, now.assessments),
    ]  # fmt: skip
    return {
        old.place: new.place
        for before, after in pairs
        for id, old in before.items()
        if (new := after.get(id)) is not None and new is not old and new.place != old.place
    }


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


def _told_elsewhere(found: Chronology, every: Mapping[StatementId, Entry], one: Conflict) -> bool:
    """Is it an act outside the life of its agent, or a ground later than what rests on it? These have kinds of their own."""
    kinds = {found.draft.tied.get(each) for chain in one.chains for each in chain} - {None}
    if len(one.claims) > 2 or not kinds:
        return False
    if kinds == {"ground"}:
        return True
    acts = [every.get(StatementId(name)) for name in one.claims]
    lives = {thing[1] for thing in one.things if thing[0] == "agent"}
    return kinds == {"life"} and any(act is not None and not isinstance(act, Tenure) and speaker(act) in lives for act in acts)


def _conflict(evidence: Evidence, found: Chronology, moved: Mapping[Place, Place], one: Conflict, more: str) -> Diagnostic:
    claims = [_now(found.claims[name], moved) for name in one.claims]
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


def _now(claim: Claim, moved: Mapping[Place, Place]) -> Claim:
    return replace(claim, places=tuple(moved.get(place, place) for place in claim.places)) if moved else claim


def _worded(claim: Claim) -> str:
    """A claim in a few words: its name, and its date where the name does not say it."""
    return f"'{claim.id}'" if not claim.words or claim.words in claim.id else f"'{claim.id}' ({claim.words})"


def _where(place: Place) -> tuple[str, int, str]:
    return place.file, place.line, place.sheet
