"""The sources and their criticism: the case on which most hangs, what critics say, what was looked for, what falls with a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fontes.findings import FoundOrigin, Origins
from fontes.model.lens import UnitKind
from fontes.model.names import EventId, SourceId, StatementId
from fontes.model.stances import Criticism, Search, Stance
from fontes.present.pages import Link, Room, To, Words
from fontes.present.phrasing import counted, number, ranged
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, Draft, DraftParagraph, DraftSection, Line, Named, Titled, as_line, fill, listed
from fontes.present.review.material import Material
from fontes.present.review.notes import note
from fontes.present.review.relied import aspects, behind, many, people, reasons
from fontes.present.review.wordings import spoken, wording_of
from fontes.present.rooms.concordance import members

ENDS_NAMED, CASES, DEPENDENCIES, CRITICS, POINTS = 4, 3, 5, 8, 3
"""So many ends of trails are named, further cases told, sources ranked, sentences of criticism told, points in one of them."""


def chief_case(m: Material) -> str:
    """The proposition with most voices above the origins shown behind them, criticised uses and sources first; empty where there is none."""
    found = [one for id in m.propositions if (one := m.origins.get(id)) and one.voices.most > 2 and len(one.origins) > one.shown_origins]
    if not found:
        return ""
    return min(found, key=lambda one: (not _bearing(m, one), -(one.voices.most - one.shown_origins), one.id)).id


def _bearing(m: Material, one: Origins) -> list[Criticism]:
    """Criticisms of an end of its trails, of a use made of one, of what is said of it in a source, and of what it is itself about."""
    ends = {end.id for end in (*one.origins, *one.idle)}
    uses = {stance.id for stance in m.stances(one.id)}
    found = []
    for each in m.corpus.criticisms.values():
        use = m.one.entries.get(each.use or "")
        on = use.on if isinstance(use, Stance) else ""
        if str(each.source) in ends or each.use in uses or one.id in each.on or on == one.id:
            found.append(each)
    return sorted(found, key=lambda each: m.order[each.id])


def sources(m: Material, chief: str) -> Iterator[DraftSection]:
    """The part on sources; nothing where nothing is criticised, looked for, or leaned on by several."""
    done: set[str] = set()
    blocks: list[DraftParagraph] = []
    if chief:
        blocks.append(DraftParagraph(tuple(_case(m, m.origins[chief], done))))
    critics = list(_critics(m, done))[:CRITICS]
    searches = [_searched(m, same) for same in _sought(m, [one for one in _searches(m) if one.id not in done])]
    others = list(_others(m, chief))
    hanging = list(_hanging(m))
    half = CRITICS // 2
    parts = (others, critics[:half], critics[half:], searches, hanging, list(_settled(m)))
    blocks += [DraftParagraph(tuple(part)) for part in parts if part]
    if blocks:
        yield DraftSection((Words(words.SOURCES_HEAD),), tuple(blocks))


# ---------------------------------------------------------------- one case


def _case(m: Material, one: Origins, done: set[str]) -> Iterator[Draft]:
    """The chief case: how many say it, where their trails end, what is said against the sources, how little would unseat it."""
    acts = [stance for stance in m.stances(one.id) if stance.attitude.value == "asserts"]
    voices = ranged(one.voices.least, one.voices.most, words.VOICE)
    yield Draft(fill(words.CASE, voices=voices, clause=Clause(one.id)), reasons(acts, one.id))
    yield Draft(fill(words.CASE_ENDS, ends=_ends(m, one), shown=_shown(one)), reasons(acts, one.id, *(end.id for end in one.origins)))
    units = [unit for unit in one.indispensable if SourceId(unit) in m.corpus.sources]
    if units:
        yield Draft(fill(words.INDISPENSABLE, unit=listed([(Titled(unit),) for unit in units])), (one.id, *units))
    elif one.removals and one.removals.all is not None:
        yield Draft(fill(_removals(one)), (one.id, *(unit for units in one.overturning[:1] for unit in units)))
    bearing = _bearing(m, one)
    yield from _told(m, bearing, done, one.id)
    judged = {str(each.source) for each in bearing}
    for same in _sought(m, [each for each in _searches(m) if each.source in judged]):
        done.update(each.id for each in same)
        yield _searched(m, same)


def _removals(one: Origins) -> str:
    """How many ends must be set aside, in both readings of grounds whose combination is not recorded."""
    least, most = (one.removals.all or 0, one.removals.any) if one.removals else (0, None)
    if most is None:
        pattern = words.REMOVALS_NEVER if least else words.REMOVALS_LEAST
    elif not least:
        pattern = words.REMOVALS_LESS
    else:
        pattern = words.REMOVALS_SAME if least == most else words.REMOVALS
    return pattern.format(least=number(least), most=number(most or 0))


def _ends(m: Material, one: Origins) -> Line:
    named = [_end(m, end) for end in one.origins[:ENDS_NAMED]]
    if len(one.origins) > ENDS_NAMED:
        named.append(as_line(words.FURTHER_ENDS[len(one.origins) - ENDS_NAMED > 1].format(count=number(len(one.origins) - ENDS_NAMED))))
    return listed(named)


def _shown(one: Origins) -> Line:
    if one.shown_origins == len(one.origins):
        return as_line(words.ALL_SHOWN)
    return as_line(words.SHOWN.format(count=counted(one.shown_origins, words.ORIGIN) if one.shown_origins else words.NO_ORIGIN))


def _end(m: Material, end: FoundOrigin) -> Line:
    head, colon, rest = end.id.partition(":")
    if colon and head == "word":
        return fill(words.BARE_WORD, who=Named(rest))
    if colon and head == "premise":
        return fill(words.PREMISE, clause=Clause(rest))
    if SourceId(end.id) in m.corpus.sources:
        return (Titled(end.id),)
    if end.id == "others":
        return as_line(words.OTHERS)
    event = m.corpus.events.get(EventId(rest if head == "event" else end.id))
    return (Link(f"“{event.name}”", To(Room.EVENTS, event.id)),) if event else as_line(words.END_OF_TRAIL)


def _others(m: Material, chief: str) -> Iterator[Draft]:
    """Further views of several voices behind which few origins are shown."""
    found = [one for id in m.propositions if (one := m.origins.get(id)) and one.voices.most > 2 and one.origins and one.id != chief]
    found = [one for one in found if len(one.origins) > one.shown_origins]
    found.sort(key=lambda one: (-one.voices.most, one.shown_origins, one.id))
    for at, one in enumerate(found[:CASES]):
        acts = [stance for stance in m.stances(one.id) if stance.attitude.value == "asserts"]
        voices = ranged(one.voices.least, one.voices.most, words.VOICE)
        pattern = words.OTHER_CASES[at % len(words.OTHER_CASES)]
        yield Draft(fill(pattern, voices=voices, clause=Clause(one.id), ends=_ends(m, one)), reasons(acts, one.id, *(end.id for end in one.origins)))


# ---------------------------------------------------------------- criticisms


def _critics(m: Material, done: set[str]) -> Iterator[Draft]:
    ours = m.sources()
    ids = {act.id for act in m.acts()}
    mine = [one for id in m.order if (one := m.corpus.criticisms.get(StatementId(id))) and id not in done
            and (not m.asked or one.source in ours or one.use in ids)]  # fmt: skip
    yield from _told(m, mine, done)


def _told(m: Material, them: Iterable[Criticism], done: set[str], case: str = "") -> Iterator[Draft]:
    """What each critic says, a few points in a sentence, those who bear on the most first; ``case`` is what the text is speaking of."""
    groups: dict[tuple[object, ...], list[Criticism]] = {}
    for one in them:
        if one.id not in done:
            done.add(one.id)
            used = m.one.entries.get(one.use or "")
            on = str(used.on) if isinstance(used, Stance) else "".join(one.on)
            groups.setdefault((one.agent, one.vouching, one.aspects, on, one.use is None), []).append(one)
    by: dict[tuple[str, bool], list[list[Criticism]]] = {}
    for same in sorted(groups.values(), key=lambda each: (-max(_load(m, one) for one in each), m.order[each[0].id])):
        by.setdefault((same[0].agent, same[0].vouching), []).append(same)
    for (agent, vouching), points in by.items():
        for at in range(0, len(points), POINTS):
            yield _criticised(m, agent, vouching, points[at : at + POINTS], case, at > 0)


def _load(m: Material, one: Criticism) -> int:
    return len(m.one.resting_on.get(str(one.source), ())) + len(m.one.resting_on.get(f"^{one.use}", ())) if one.source or one.use else 0


def _criticised(m: Material, agent: str, vouching: bool, points: Sequence[Sequence[Criticism]], case: str, again: bool) -> Draft:
    patterns = (words.VOUCHES_TOO if again else words.VOUCHES) if vouching else (words.CRITICISES_TOO if again else words.CRITICISES)
    lines = [_point(m, same, case) for same in points]
    line = fill(patterns[many(m, [agent])], who=people(m, [agent]), points=listed(lines, words.LAST_OF_LONG, "; ") if len(lines) > 1 else lines[0])
    every = [one for same in points for one in same]
    things = [id for each in every for id in (str(each.source or each.use), *each.on, *behind(m, each.grounds))]
    return Draft((*line, Words(".")), reasons(every, *things), note(every))


def _point(m: Material, same: Sequence[Criticism], case: str) -> Line:
    """What is judged and in which respect, in the critic's word."""
    one = same[0]
    users = [used.agent for each in same if isinstance(used := m.one.entries.get(each.use or ""), Stance)]
    used = m.one.entries.get(one.use or "")
    aspect = fill(words.AS_ASPECTS, aspects=aspects(one)) if one.aspects else ()
    if users and isinstance(used, Stance):
        on = as_line(words.ON_THIS) if used.on == case else fill(words.IN_SAYING, clause=Clause(used.on))
        return (*fill(words.USE_BY[many(m, users)], who=people(m, users)), *on, *aspect)
    judged = listed([(Titled(str(each)),) for each in dict.fromkeys(each.source for each in same if each.source)])
    if one.on == (case,):
        judged = (*judged, Words(words.ON_THIS))
    elif one.on:
        judged = (*judged, *fill(words.ON_USE, clauses=listed([(Clause(id),) for id in one.on])))
    return (*judged, *aspect)


def _searches(m: Material) -> list[Search]:
    ours = m.sources() | {str(one.source) for one in m.corpus.criticisms.values() if one.source}
    every = [one for id in m.order if (one := m.corpus.searches.get(StatementId(id)))]
    return [one for one in every if not m.asked or one.source in ours]


def _sought(m: Material, them: Iterable[Search]) -> list[list[Search]]:
    """Searches for the same thing with the same result."""
    groups: dict[tuple[object, ...], list[Search]] = {}
    for one in them:
        groups.setdefault((one.source, one.words, one.result), []).append(one)
    return list(groups.values())


def _searched(m: Material, same: Sequence[Search]) -> Draft:
    one = same[0]
    what: Line = (Titled(one.source),) if one.source else as_line(one.words)
    places = []
    for each in same:
        date = spoken(m.corpus, each.when)
        if each.among or date:
            named = fill(words.AMONG, things=listed([_named(m, thing) for thing in each.among])) if each.among else ()
            places.append((*named, *as_line(f" ({date})" if date else "")) if named else as_line(words.AT_DATE.format(date=date)))
    line = fill(
        words.SEARCHED, who=people(m, (each.agent for each in same)), what=what, among=(Words(" "), *listed(places)) if places else (),
        result=words.RESULTS.get(one.result, words.RESULTS[""]),
    )  # fmt: skip
    return Draft(line, reasons(same, *([one.source] if one.source else [])), note(same))


def _named(m: Material, id: str) -> Line:
    if SourceId(id) in m.corpus.sources:
        return (Titled(id),)
    return (Named(id),) if id in m.corpus.agents else (Words(id),)


# ---------------------------------------------------------------- what depends on what


def _hanging(m: Material) -> Iterator[Draft]:
    """What loses support without one source: the heaviest first; then what is criticised though nothing hangs on it."""
    ours = m.sources()
    heavy: dict[tuple[str, ...], list[str]] = {}
    for one in m.ranked:
        if one.unit.kind is UnitKind.SOURCE and one.unit.id in ours:
            lost = tuple(id for id in one.propositions if id in m.propositions)
            if len(lost) > 1 or any(len(m.stances(id)) > 1 for id in lost):
                heavy.setdefault(lost, []).append(one.unit.id)
    for at, (lost, ids) in enumerate(list(heavy.items())[:DEPENDENCIES]):
        yield _without(m, ids, lost, at)
    light = sorted({str(one.source) for one in m.corpus.criticisms.values() if one.source and not one.vouching and one.source in ours}
                   - {id for ids in heavy.values() for id in ids})  # fmt: skip
    if light and m.ranked:
        acts = [one for one in m.corpus.criticisms.values() if one.source in light]
        named: list[Line] = [(Titled(id),) for id in light[:ENDS_NAMED]]
        if len(light) > ENDS_NAMED:
            named.append(as_line(words.FURTHER_SOURCES[len(light) - ENDS_NAMED > 1].format(count=number(len(light) - ENDS_NAMED))))
        yield Draft(fill(words.NOTHING_FALLS[len(light) > 1], units=listed(named)), (*light, *reasons(acts)))


def _without(m: Material, ids: list[str], lost: tuple[str, ...], at: int) -> Draft:
    chosen = min(lost, key=lambda id: (-len({stance.agent for stance in m.stances(id)}), len(wording_of(m.corpus, id)), id))
    pattern = words.DEPENDS_ONE if len(lost) == 1 else words.DEPENDS[at % len(words.DEPENDS)]
    unit = listed([(Titled(id),) for id in ids], "or", ", ")
    acts = [act for act in m.one.entries.values() if (act.read and act.read.source in ids) or _rests(act, ids)]
    line = fill(pattern, unit=unit, count=counted(len(lost), words.PROPOSITION), proposition=Clause(chosen))
    return Draft(line, (*ids, *lost, *reasons(acts)), note(acts[:3]))


def _rests(act: object, ids: list[str]) -> bool:
    return any(member.id in ids for ground in getattr(act, "grounds", ()) for member in members(ground))


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


