"""A corpus without the acts that tell no more of any day than stands elsewhere: what is found of all other days, and what clashes, is the same.

Most acts are dated by themselves, and rest on sources that were certainly there before, in the life of whoever acts: all that they say of other
days is what these days say already. On no way from one day to another are they needed, and in no smallest set of statements that clash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from fontes.dates import When
from fontes.dates.when import Bound
from fontes.findings.chronology.claims import speaker
from fontes.findings.support.independence import members
from fontes.model.agents import Agent, Tenure
from fontes.model.corpus import Corpus, Entry
from fontes.model.events import Dating
from fontes.model.names import AgentId, SourceId
from fontes.model.sources import Source
from fontes.model.stances import Criticism, MemberKind, Report, Speech

_ON_STATEMENTS = (MemberKind.STATEMENT, MemberKind.THAT)
_ON_SOURCES = (MemberKind.SOURCE, MemberKind.TEXT)


def bearing(corpus: Corpus) -> Corpus:
    """The corpus without acts that bear on no other day; events, datings, tenures, sources and lives are all there."""
    named: set[str] = {one.of for one in corpus.datings.values()}
    for kept in (corpus.statements(), corpus.events.values(), corpus.sources.values(), corpus.agents.values()):
        for one in kept:
            named.update(named_by(one))

    def bear(one: Entry) -> bool:
        return one.id in named or bears(corpus, one)

    return replace(
        corpus, stances={id: one for id, one in corpus.stances.items() if bear(one)},
        reports={id: one for id, one in corpus.reports.items() if bear(one)},
        speeches={id: one for id, one in corpus.speeches.items() if bear(one)},
        criticisms={id: one for id, one in corpus.criticisms.items() if bear(one)},
        searches={id: one for id, one in corpus.searches.items() if bear(one)},
        assessments={id: one for id, one in corpus.assessments.items() if bear(one)},
    )  # fmt: skip


def named_by(one: Any) -> Iterator[str]:
    """The statements on whose days those of another hang."""
    yield from getattr(one, "upon", ())
    yield from (each.to.removeprefix("^") for each in getattr(one, "relations", ()))
    for when in (getattr(one, name, None) for name in ("when", "start", "end", "made", "out", "born", "died")):
        yield from (each.name.removeprefix("^") for each in when.anchors) if when is not None and when.anchors else ()
    for ground in (*getattr(one, "grounds", ()), *getattr(one, "draws_on", ())):
        yield from (each.id for each in members((ground,)) if each.kind in _ON_STATEMENTS)
    if use := getattr(one, "use", None):
        yield use


def bears(corpus: Corpus, one: Entry) -> bool:
    """May a statement, which none hangs on, say more of other days than is said of these elsewhere?"""
    if isinstance(one, Tenure | Dating):
        return True
    when = one.when
    if getattr(one, "relations", ()) or getattr(one, "upon", ()) or getattr(one, "use", None) or getattr(one, "repeatedly", False):
        return True
    if when is not None and (when.anchors or when.doubtful):
        return True
    grounds = list(members(getattr(one, "grounds", ())))
    if any(each.kind in _ON_STATEMENTS or each.kind is MemberKind.EVENT for each in grounds):
        return True
    made = [source.made for source in _sources(corpus, one, (each.id for each in grounds if each.kind in _ON_SOURCES)) if source.made is not None]
    lives = list(_lives(corpus, one))
    born, died = [each.born for each in lives if each.born is not None], [each.died for each in lives if each.died is not None]
    if any(each.anchors or each.doubtful for each in (*made, *born, *died)):
        return True
    return not _within(when, made, born, died)


def _sources(corpus: Corpus, one: Entry, grounds: Iterable[str]) -> Iterator[Source]:
    """What must have been there by then: what it rests on, carries or judges."""
    handled = [one.source] if isinstance(one, Speech | Criticism) and one.source else []
    for name in (*grounds, *getattr(one, "carries", ()), *handled):
        source = corpus.sources.get(SourceId(name))
        if source is not None:
            yield source


def _lives(corpus: Corpus, one: Entry) -> Iterator[Agent]:
    """Who must have been alive: whoever acts, and who is told."""
    for name in (speaker(one), *((agent for hop in one.hops for agent in hop) if isinstance(one, Report) else ())):
        agent = corpus.agents.get(AgentId(name)) if name else None
        if agent is not None:
            yield agent


def _within(when: When | None, made: list[When], born: list[When], died: list[When]) -> bool:
    """Was all of it certainly made, and everybody certainly born, by the last day of an act and of every life, and did nobody die before it?"""
    ends: list[Bound] = [each.earliest for each in died]
    over: list[Bound] = [when.latest] if when is not None and isinstance(when.latest, int) else []
    begun: list[Bound] = [when.start[1]] if when is not None and isinstance(when.start[1], int) else []
    if not all(_before(each.latest, end) for each in made for end in (*ends, *over)):
        return False
    if not all(_before(each.latest, end) for each in born for end in (*ends, *begun)):
        return False
    return all(_before(last, end) for last in (over or _firsts(when)) for end in ends)


def _firsts(when: When | None) -> list[Bound]:
    return [day for day in (when.start[0], when.end[0]) if isinstance(day, int)] if when is not None else []


def _before(one: Bound, other: Bound) -> bool:
    return isinstance(one, int) and isinstance(other, int) and one <= other
