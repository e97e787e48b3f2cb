"""Gaps among sources: what nothing rests on, what an examined work leaves unused, and what is known only through another.

To say that something is unused is to claim an absence, so whatever can be read as use counts as use: being named as a ground, through a
statement, a proposition or an event said there, through an edition, a translation, a collection or a part of it, or by descent.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from fontes.dates import When
from fontes.findings.acts import about
from fontes.findings.gaps.field import Field, by_scholar, earliest
from fontes.findings.gaps.kinds import MOST, Gap, GapKind
from fontes.findings.gaps.uptake import taken_up_by_few
from fontes.findings.support.independence import behind, members
from fontes.model.corpus import Entry
from fontes.model.names import QuestionId, SourceId, StatementId
from fontes.model.sources import Source
from fontes.model.stances import Member, MemberKind, Report, Stance

NOT_EXAMINED = ("", "not-seen")
"""What `examined` says of a work of which no absence can be claimed."""


@dataclass(frozen=True)
class Shelf:
    """The sources of one question by the days they were certainly out, and the works on it by the day they were certainly not there yet.

    ``material`` is in the order of ``out``, ``works`` in the order of ``begun``; ``tiers`` are the places of the material by `_tier`, and
    ``at`` and ``standing`` the place of each in the two orders.
    """

    question: QuestionId
    material: list[SourceId]
    out: list[int]
    works: list[SourceId]
    begun: list[int]
    tiers: tuple[list[int], ...]
    at: Mapping[str, int]
    standing: Mapping[str, int]


def unused(found: Field) -> list[Gap]:
    """Works that leave unused what was out; material that few later works take up; sources that nothing rests on though works came out later."""
    shelves = [_shelf(found, question) for question in found.corpus.questions]
    used = _used_at_all(found)
    made = [gap for shelf in shelves for gap in _resting_on_none(found, shelf, used)]
    made.sort(key=lambda one: (_tier(found, one.thing), -one.number, one.thing, one.questions))
    left = [gap for work in _examined(found) for gap in _left(found, work, shelves)]
    left.sort(key=lambda one: (-one.number, one.thing, one.questions))
    few = taken_up_by_few(
        found, lambda one: _certainly_out(found, one), lambda one: _span(found, one), lambda one: _used_by(found, one),
        lambda entry: _kin(found, _named(found, entry)),
    )  # fmt: skip
    return [*left, *few, *made]


def _certainly_out(found: Field, one: Source) -> int | None:
    when = available(found, one)
    return _last(when) if when is not None else None


def _span(found: Field, work: Source) -> tuple[int | None, int | None]:
    """The first and the last day on which a work may have come out; no first day where nothing certain is known of it."""
    when = _dated(found, work)
    return _first(when), (when.end[1] if when is not None and isinstance(when.end[1], int) else None)


def _shelf(found: Field, question: QuestionId) -> Shelf:
    """Only dates that say something for certain put a source on the shelf: others may have come out earlier or later."""
    corpus = found.corpus
    sources = [corpus.sources[id] for id in found.bearing_sources.get(question, ())]
    out = sorted((day, one.id) for one in sources if (when := available(found, one)) is not None and (day := _last(when)) is not None)
    begun = [(day, one.id) for one in sources if by_scholar(corpus, one) and (day := _first(_dated(found, one))) is not None]
    begun.sort()
    material, works = [id for _, id in out], [id for _, id in begun]
    tiers = tuple([place for place, id in enumerate(material) if _tier(found, id) == tier] for tier in range(3))
    return Shelf(
        question, material, [day for day, _ in out], works, [day for day, _ in begun], tiers,
        {id: place for place, id in enumerate(material)}, {id: place for place, id in enumerate(works)},
    )  # fmt: skip


def available(found: Field, one: Source) -> When | None:
    """When a source came out: itself, or the collection it is part of; None where that is not recorded, or certainly later than the lens."""
    seen = {one.id}
    whole: Source | None = one
    while whole is not None and whole.out is None:
        whole = found.corpus.sources.get(whole.part_of) if whole.part_of and whole.part_of not in seen else None
        seen.update([whole.id] if whole else [])
    when = whole.out if whole else None
    return when if when is not None and found.there(when) else None


def _dated(found: Field, work: Source) -> When | None:
    when = work.made or work.out
    return when if when is not None and found.there(when) else None


def _last(when: When) -> int | None:
    return when.end[1] if isinstance(when.end[1], int) and not when.doubtful else None


def _first(when: When | None) -> int | None:
    return when.start[0] if when is not None and isinstance(when.start[0], int) and not when.doubtful else None


def _tier(found: Field, id: str) -> int:
    """Material of stated origin first, then other material, then the works of scholars."""
    one = found.corpus.sources[SourceId(id)]
    return 2 if by_scholar(found.corpus, one) else 0 if one.origin is not None else 1


# ---- what nothing rests on


def _resting_on_none(found: Field, shelf: Shelf, used: frozenset[str]) -> Iterator[Gap]:
    for id, day in zip(shelf.material, shelf.out, strict=True):
        if id in used:
            continue
        start = bisect_right(shelf.begun, day)
        kin = _kin(found, [id])
        later = [work for work in islice(shelf.works[start:], MOST + len(kin)) if work not in kin]
        number = len(shelf.works) - start - sum(1 for work in kin if shelf.standing.get(work, -1) >= start)
        if number:
            yield _unused(found, shelf.question, id, later[:MOST], number)


def _unused(found: Field, question: QuestionId, id: SourceId, later: list[SourceId], number: int) -> Gap:
    one = found.corpus.sources[id]
    why = (found.thing("source", id), found.thing("question", question), *(found.thing("source", work) for work in later))
    return Gap(
        GapKind.UNUSED, "nothing rests on it", "source", id, why, _dated(found, found.corpus.sources[later[0]]), (question,),
        sources=(id,), works=tuple(later), number=number, place=one.place,
    )  # fmt: skip


def _used_at_all(found: Field) -> frozenset[str]:
    """Every source that something outside it rests on, draws on or borrows from."""
    direct: set[str] = set()
    for entry in found.heard:
        own = getattr(getattr(entry, "read", None), "source", "")
        direct.update(set(_named(found, entry)) - {own})
    for source in found.corpus.sources.values():
        direct.update(set(_drawn(found, source)) - {source.id})
    return _kin(found, direct)


def _named(found: Field, entry: Entry) -> Iterator[str]:
    for member in members(getattr(entry, "grounds", ())):
        yield from _of_member(found, member)
    yield from getattr(entry, "follows", ())


def _drawn(found: Field, source: Source) -> Iterator[str]:
    for member in members(source.draws_on):
        yield from _of_member(found, member)
    yield from source.follows


def _of_member(found: Field, member: Member) -> Iterator[str]:
    """The sources a member of a ground leads to: named, or in which what it names is said."""
    acts = found.statuses.grounds.acts
    said: Iterable[str] = ()
    if member.kind in (MemberKind.SOURCE, MemberKind.TEXT):
        yield member.id
    elif member.kind in (MemberKind.STATEMENT, MemberKind.THAT):
        said = [member.id] if StatementId(member.id) in acts.all else []
    elif member.kind is MemberKind.PROPOSITION:
        said = [id for side in ("asserts", "supposes") for id in acts.sides.get((side, member.id), ())]
    elif member.kind is MemberKind.EVENT:
        said = acts.mentions.get(member.id, ())
    yield from found.read_in(said)


def _kin(found: Field, direct: Iterable[str]) -> frozenset[str]:
    """These sources with their editions and translations, the collections they are part of, and their own parts."""
    kept = set(direct)
    same, parts, wholes = found.kinship
    for step in (same, parts, wholes):
        waiting = list(kept)
        while waiting:
            fresh = [one for one in step.get(waiting.pop(), ()) if one not in kept]
            kept.update(fresh)
            waiting.extend(fresh)
    return frozenset(kept)


# ---- what an examined work leaves unused


def _examined(found: Field) -> list[Source]:
    them = (one for one in found.corpus.sources.values() if one.examined not in NOT_EXAMINED)
    return [one for one in them if by_scholar(found.corpus, one) and _first(_dated(found, one)) is not None]


def _left(found: Field, work: Source, shelves: list[Shelf]) -> Iterator[Gap]:
    day = _first(_dated(found, work))
    used = _used_by(found, work)
    for shelf in shelves:
        if day is None or work.id not in found.bearing_sources.get(shelf.question, ()):
            continue
        end = bisect_left(shelf.out, day)
        number = end - sum(1 for id in used if shelf.at.get(id, end) < end)
        if number:
            yield _leaving(found, work, shelf.question, list(islice(_latest(shelf, end, used), MOST)), number)


def _latest(shelf: Shelf, end: int, used: frozenset[str]) -> Iterator[SourceId]:
    """The material before a place, tier by tier, what came out last first."""
    for tier in shelf.tiers:
        for place in reversed(tier[: bisect_left(tier, end)]):
            if shelf.material[place] not in used:
                yield shelf.material[place]


def _leaving(found: Field, work: Source, question: QuestionId, sources: list[SourceId], number: int) -> Gap:
    why = (found.thing("source", work.id), found.thing("question", question), *(found.thing("source", id) for id in sources))
    return Gap(
        GapKind.UNUSED, "left unused by a work", "source", work.id, why, _dated(found, work), (question,),
        sources=tuple(sources), works=(work.id,), number=number, place=work.place,
    )  # fmt: skip


def _used_by(found: Field, work: Source) -> frozenset[str]:
    """Whatever a work names, reports, draws on or stands beside, and what is recorded behind that: nothing of it was left unused."""
    direct = {work.id, *_drawn(found, work)}
    for entry in found.through.get(work.id, ()):
        direct.update(_named(found, entry))
        direct.update(way.via for way in entry.access if way.source == work.id and way.via)
        read = getattr(entry, "read", None)
        direct.update([read.source] if read else [])
    direct.update(found.known_through.get(work.id, ()))
    return _kin(found, {back for id in direct for back in behind(found.corpus, id)})


# ---- known only through another


def unchecked(found: Field, asked: frozenset[QuestionId] | None = None) -> list[Gap]:
    """What is known only through another, grouped by through whom; the largest group first. With ``asked``, only what bears on these."""
    groups: dict[tuple[SourceId, ...], list[StatementId]] = defaultdict(list)
    among = 0
    for entry in found.heard:
        if asked is not None and asked.isdisjoint(found.bears(about(entry)[0])):
            continue
        among += 1
        ways = _only_through(found, entry)
        if ways:
            groups[ways].append(entry.id)
    made = [_unchecked(found, ways, ids, among) for ways, ids in groups.items()]
    return sorted(made, key=lambda one: (-one.number, one.sources))


def _only_through(found: Field, entry: Entry) -> tuple[SourceId, ...]:
    """Through whom alone it is known; empty where it is known directly, or from its own vehicle or a work of its own speaker."""
    ways = {way.source for way in entry.access}
    if not ways or None in ways:
        return ()
    read = getattr(entry, "read", None)
    own = _kin(found, [read.source]) if read else frozenset()
    speaker = entry.sender if isinstance(entry, Report) else entry.agent if isinstance(entry, Stance) else getattr(entry, "agent", None)
    for way in ways:
        source = found.corpus.sources.get(way) if way else None
        if way in own or (source and not read and any(maker.agent == speaker and not maker.ascribed for maker in source.makers)):
            return ()
    return tuple(sorted(way for way in ways if way))


def _unchecked(found: Field, ways: tuple[SourceId, ...], ids: list[StatementId], among: int) -> Gap:
    works = found.read_in(ids)
    first = found.corpus.sources.get(ways[0])
    through = [source for way in ways if (source := found.corpus.sources.get(way))]
    since = earliest(source.made or source.out for source in through)
    why = (*(found.thing("source", way) for way in ways), *found.said(ids[:MOST]))
    return Gap(
        GapKind.UNCHECKED, "known only through another", "source", ways[0], why, since, (), tuple(ids[:MOST]), sources=ways,
        works=works, number=len(ids), among=among, place=first.place if first else None,
    )  # fmt: skip
