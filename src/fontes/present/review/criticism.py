"""The sources and their criticism: who judges what, what was looked for, what hangs on a source, and where trails end."""

from __future__ import annotations

from collections.abc import Iterator

from fontes.findings import FoundOrigin, Origins
from fontes.model.lens import UnitKind
from fontes.model.names import SourceId, StatementId
from fontes.model.stances import Criticism, Search, Stance
from fontes.present.pages import Words
from fontes.present.phrasing import counted, number
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, Draft, DraftParagraph, DraftSection, Line, Named, Quoted, Titled, as_line, fill, listed
from fontes.present.review.grounds import aspects, behind, grounds, many, people, reasons
from fontes.present.review.material import Material
from fontes.present.review.notes import note
from fontes.present.review.wordings import spoken
from fontes.present.rooms import stated
from fontes.present.rooms.concordance import members

MOST_TOLD = 8
"""So many sources, and so many propositions, are told with what hangs on them."""
POINTS = 3
"""So many judgements of one critic stand in one sentence."""
ENDS_NAMED = 4
"""So many ends of trails are named before the rest is counted."""


def sources(m: Material) -> Iterator[DraftSection]:
    """The section; without criticism of these sources it says so."""
    judged = _criticisms(m)
    made = [list(_told(m, judged)) or [Draft(as_line(words.NO_CRITICISM), ())]]
    made += [[_searched(m, one) for one in _searches(m)], list(_hanging(m)), list(_trails(m)), list(_settled(m))]
    blocks = tuple(DraftParagraph(tuple(part)) for part in made if part)
    yield DraftSection((Words(words.SOURCES_HEAD),), blocks)


def _criticisms(m: Material) -> list[list[Criticism]]:
    """Criticisms of what the review rests on: the same judgement of several sources by one critic together."""
    ours = m.sources()
    ids = {act.id for act in m.acts()}
    found: dict[tuple[object, ...], list[Criticism]] = {}
    for id in m.order:
        one = m.corpus.criticisms.get(StatementId(id))
        if one and (not m.asked or one.source in ours or one.use in ids):
            used = m.one.entries.get(one.use or "")
            on = str(used.on) if isinstance(used, Stance) else one.use or ""
            key = (one.agent, one.vouching, one.aspects, one.on, one.grounds, on)
            found.setdefault(key, []).append(one)
    return list(found.values())


def _told(m: Material, judged: list[list[Criticism]]) -> Iterator[Draft]:
    """What one critic says, a few points in a sentence."""
    by: dict[tuple[str, bool], list[list[Criticism]]] = {}
    for same in judged:
        by.setdefault((same[0].agent, same[0].vouching), []).append(same)
    for (agent, vouching), points in by.items():
        for at in range(0, len(points), POINTS):
            yield _criticised(m, agent, vouching, points[at : at + POINTS])


def _criticised(m: Material, agent: str, vouching: bool, points: list[list[Criticism]]) -> Draft:
    pattern = (words.VOUCHES if vouching else words.CRITICISES)[many(m, [agent])]
    line = fill(pattern, who=people(m, [agent]), points=listed([_point(m, same) for same in points], "", "; "))
    every = [one for same in points for one in same]
    things = [id for one in every for id in (str(one.source or one.use), *one.on, *behind(m, one.grounds))]
    return Draft((*line, Words(".")), reasons(every, *things), note(every))


def _point(m: Material, same: list[Criticism]) -> Line:
    one = same[0]
    judged = listed([(Titled(each.source),) for each in same if each.source])
    users = [used.agent for each in same if isinstance(used := m.one.entries.get(each.use or ""), Stance)]
    used = m.one.entries.get(one.use or "")
    if users and isinstance(used, Stance):
        judged = fill(words.USE_BY, who=people(m, users), make=words.MAKE[many(m, users)], proposition=Quoted(used.on))
    elif one.use:
        judged = stated.said(m.one, one.use)
    line = fill(words.POINT, judged=judged, aspects=fill(words.AS_ASPECTS, aspects=aspects(one)) if one.aspects else "")
    if one.on:
        line = (*line, *fill(words.ON_USE, things=listed([(Quoted(id),) for id in one.on])))
    return fill(words.CRITICISM_RESTS, words=line, grounds=grounds(m, one.grounds, [one.agent])) if one.grounds else line


def _searches(m: Material) -> list[Search]:
    ours = m.sources() | {str(one.source) for one in m.corpus.criticisms.values() if one.source}
    every = [one for id in m.order if (one := m.corpus.searches.get(StatementId(id)))]
    return [one for one in every if not m.asked or one.source in ours]


def _searched(m: Material, one: Search) -> Draft:
    what: Line = (Titled(one.source),) if one.source else as_line(one.words)
    among = fill(words.AMONG, things=listed([_named(m, each) for each in one.among])) if one.among else ()
    date = spoken(m.corpus, one.when)
    line = fill(words.SEARCHED, who=people(m, [one.agent]), what=what, among=among, when=f" ({date})" if date else "",
                result=words.RESULTS.get(one.result, words.RESULTS[""]))  # fmt: skip
    return Draft(line, reasons([one], *([one.source] if one.source else [])), note([one]))


def _named(m: Material, id: str) -> Line:
    if SourceId(id) in m.corpus.sources:
        return (Titled(id),)
    return (Named(id),) if id in m.corpus.agents else (Words(id),)


def _hanging(m: Material) -> Iterator[Draft]:
    """What loses support without one source: the heaviest first; then what is criticised though nothing hangs on it."""
    ours = m.sources()
    heavy: dict[tuple[str, ...], list[str]] = {}
    for one in m.ranked:
        if one.unit.kind is UnitKind.SOURCE and one.unit.id in ours:
            lost = tuple(id for id in one.propositions if id in m.propositions)
            if lost:
                heavy.setdefault(lost, []).append(one.unit.id)
    for lost, ids in list(heavy.items())[:MOST_TOLD]:
        yield _without(m, ids, lost)
    light = sorted({str(one.source) for one in m.corpus.criticisms.values() if one.source and not one.vouching and one.source in ours}
                   - {id for ids in heavy.values() for id in ids})  # fmt: skip
    if light and m.ranked:
        pattern = words.NOTHING_FALLS if len(light) > 1 else words.NOTHING_FALLS_ONE
        acts = [one for one in m.corpus.criticisms.values() if one.source in light]
        yield Draft(fill(pattern, units=listed([(Titled(id),) for id in light])), (*light, *reasons(acts)), note(acts))


def _without(m: Material, ids: list[str], lost: tuple[str, ...]) -> Draft:
    what = counted(len(lost), *words.LOSE)
    chosen = sorted(lost, key=lambda id: (-len({stance.agent for stance in m.stances(id)}), id))[0]
    amount = fill(words.DEPENDS_AMOUNT, proposition=Quoted(chosen)) if len(lost) > 1 else fill(", {it}", it=Quoted(chosen))
    unit = listed([(Titled(id),) for id in ids], "or without", ", without ")
    acts = [act for act in m.one.entries.values() if (act.read and act.read.source in ids) or _rests(act, ids)]
    return Draft(fill(words.DEPENDS, unit=unit, what=what, amount=amount), (*ids, *lost, *reasons(acts)), note(acts[:3]))


def _rests(act: object, ids: list[str]) -> bool:
    return any(member.id in ids for ground in getattr(act, "grounds", ()) for member in members(ground))


def _trails(m: Material) -> Iterator[Draft]:
    """Views of several voices with the fewest origins shown behind them."""
    found = [one for id in m.propositions if (one := m.origins.get(id)) and one.voices.most > 1 and one.origins]
    found.sort(key=lambda one: (one.shown_origins > 1, -one.voices.most, one.shown_origins, one.id))
    for one in found[:MOST_TOLD]:
        yield _trail(m, one)


def _trail(m: Material, one: Origins) -> Draft:
    named = [_end(m, end) for end in one.origins[:ENDS_NAMED]]
    if len(one.origins) > ENDS_NAMED:
        named.append((Words(words.AND_OTHERS.format(count=number(len(one.origins) - ENDS_NAMED))),))
    ends = fill(words.TRAIL_ENDS[one.voices.most > 1], ends=listed(named))
    shown = words.SHOWN if one.shown_origins < len(one.origins) else words.SHOWN_ALL
    voices = counted(one.voices.most, words.VOICE) if one.voices.least == one.voices.most else (
        f"{number(one.voices.least)} to {counted(one.voices.most, words.VOICE)}")  # fmt: skip
    if one.shown_origins == len(one.origins):
        told = shown.format(count=f"{counted(one.shown_origins, words.ORIGIN)} {words.IS if one.shown_origins == 1 else words.ARE}")
    else:
        told = shown.format(count=counted(one.shown_origins, words.ORIGIN))
    line = fill(words.TRAILS, voices=voices, say=words.SAY[one.voices.most > 1], clause=Clause(one.id), ends=ends, shown=told)
    if one.indispensable:
        units = [unit for unit in one.indispensable if SourceId(unit) in m.corpus.sources]
        if units:
            line = (*line, Words(" "), *fill(words.INDISPENSABLE, unit=Titled(units[0])))
    acts = [stance for stance in m.stances(one.id) if stance.attitude.value == "asserts"]
    return Draft(line, reasons(acts, one.id, *(end.id for end in one.origins)), note(acts))


def _end(m: Material, end: FoundOrigin) -> Line:
    head, colon, rest = end.id.partition(":")
    if colon and head == "word":
        return (Words("the bare word of "), Named(rest))
    if colon and head == "premise":
        return (Words("the premise "), Quoted(rest))
    if SourceId(end.id) in m.corpus.sources:
        return (Titled(end.id),)
    if end.id == "others":
        return as_line(words.OTHERS)
    event = m.corpus.events.get(rest if head == "event" else end.id)  # type: ignore[call-overload]
    return (Words(event.name if event else end.id),)


def _settled(m: Material) -> Iterator[Draft]:
    found = m.settled
    if found is None or not m.corpus.criticisms:
        return
    ids = [reason.id for reason in found.undecided]
    if not ids:
        yield Draft(as_line(words.SETTLED), reasons(m.corpus.criticisms.values()))
        return
    if found.incoherent:
        ways = words.WAYS[0]
    elif found.total is None:
        ways = words.WAYS_UNKNOWN
    else:
        ways = words.WAYS[1] if found.total == 1 else words.WAYS[2].format(count=number(found.total))
    stay = words.STAY[len(ids) != 1].format(count=number(len(ids)))
    yield Draft(fill(words.SETTLEMENTS, count=stay, ways=ways), (*reasons(m.corpus.criticisms.values()), *ids))
