"""Grounds in prose: what a stance rests on, in the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fontes.model.corpus import Entry
from fontes.model.names import StatementId
from fontes.model.stances import Combination, Combined, Criticism, Ground, Member, MemberKind, Report, Search, Stance
from fontes.present.pages import Link, Room, To, Words
from fontes.present.phrasing import review as words
from fontes.present.phrasing.numbers import number
from fontes.present.review.draft import Clause, Line, Named, Piece, Quoted, Titled, as_line, fill, linked, listed
from fontes.present.review.material import Material
from fontes.present.rooms import stated
from fontes.present.rooms.concordance import members

_JOINED = {Combination.ALL: words.TOGETHER, Combination.ANY: words.EITHER, Combination.UNKNOWN: words.SIDE_BY_SIDE}


_SEVERAL = frozenset(("men", "women", "people", "others"))


def people(m: Material, agents: Iterable[str], years: dict[str, str] | None = None) -> Line:
    """Agents as a list, those not named counted together at its end; ``years`` stand in brackets after a name."""
    ids = list(dict.fromkeys(agents))
    hidden = [id for id in ids if (agent := m.corpus.agents.get(id)) and agent.unnamed]  # type: ignore[call-overload]
    lines = [_dated(id, (years or {}).get(id, "")) for id in ids if id not in hidden]
    if hidden:
        lines.append((Words(words.UNNAMED[len(hidden) != 1].format(count=number(len(hidden)) if len(hidden) > 1 else "a")),))
    return listed(lines)


def _dated(id: str, year: str) -> Line:
    named: Piece = Named(id, year) if id else Words(words.SOMEBODY)
    return (named,)


def many(m: Material, agents: Iterable[str]) -> bool:
    """Does a verb after these agents stand in the plural? Of a group it does where its name is one."""
    ids = list(dict.fromkeys(agents))
    if len(ids) != 1:
        return True
    agent = m.corpus.agents.get(ids[0])  # type: ignore[call-overload]
    if agent is None:
        return False
    return agent.kind == "group" and any(word.lower() in _SEVERAL or word.endswith("s") for word in agent.name.split()[:3])


def grounds(m: Material, them: Sequence[Ground], speakers: Iterable[str] = ()) -> Line:
    """All the grounds of a statement; how its several lines combine is not recorded.

    On whose word they are its grounds is said once, where that is one other than the ``speakers``.
    """
    said = frozenset(speakers)
    claimed = {each.claimed_by for each in them}
    if len(claimed) == 1:
        line = listed([_ground(m, each, frozenset(each.claimed_by)) for each in them])
        others = set(them[0].claimed_by) - said
        return (*line, *fill(words.ON_WORD, who=people(m, them[0].claimed_by))) if others else line
    return listed([_ground(m, each, said) for each in them])


def _ground(m: Material, each: Ground, known: frozenset[str]) -> Line:
    """One line of grounds, with its doubt, and on whose word it stands if that is not known already."""
    line = _combined(m, each.on)
    if each.doubtful:
        line = fill(words.PERHAPS, ground=line)
    return fill(words.DRAWN, ground=line, who=people(m, each.claimed_by)) if set(each.claimed_by) - known else line


def _combined(m: Material, on: Member | Combined) -> Line:
    if isinstance(on, Member):
        return _member(m, on)
    parts = [_combined(m, part) for part in on.parts]
    return listed(parts) if on.rule is Combination.UNKNOWN else linked(parts, _JOINED[on.rule])


def _member(m: Material, on: Member) -> Line:
    if on.kind is MemberKind.OTHERS:
        return as_line(words.OTHERS)
    if on.kind is MemberKind.TEXT:
        return fill(words.WORDING_OF, source=Titled(on.id))
    if on.kind in (MemberKind.STATEMENT, MemberKind.THAT):
        return _statement(m, on.id, on.kind is MemberKind.THAT)
    if on.kind is MemberKind.PROPOSITION:
        return (Quoted(on.id),)
    if on.kind is MemberKind.EVENT:
        event = m.corpus.events.get(on.id)  # type: ignore[call-overload]
        return (Link(event.name or on.id, To(Room.EVENTS, on.id)) if event else Words(on.id),)
    named: Line = fill(words.AT_PASSAGE, source=Titled(on.id), place=on.passage) if on.passage else (Titled(on.id),)
    return fill(words.SAYING, source=named, clause=Clause(on.saying)) if on.saying else named


def _statement(m: Material, id: str, merely: bool) -> Line:
    entry = m.one.entries.get(StatementId(id))
    if isinstance(entry, Stance | Report):
        who = entry.agent if isinstance(entry, Stance) else entry.sender
        on = entry.on if isinstance(entry, Stance) else entry.proposition
        verb = words.PAST["asserts" if isinstance(entry, Report) else entry.attitude.value][0] if isinstance(entry, Report) or (
            entry.attitude.value in words.PAST) else words.PAST["asserts"][0]
        return fill(words.FACT_THAT if merely else words.SAID_THERE, who=people(m, [who]), verb=verb, proposition=Quoted(on))
    if isinstance(entry, Criticism) and entry.source:
        verbs = words.VOUCHED_VERB if entry.vouching else words.CRITICISED_VERB
        return fill(words.FACT_CRITICISED, who=people(m, [entry.agent]), verb=verbs[many(m, [entry.agent])], judged=Titled(entry.source),
                    aspects=aspects(entry))  # fmt: skip
    if isinstance(entry, Search):
        what: Line = (Titled(entry.source),) if entry.source else as_line(entry.words)
        result = words.RESULTS.get(entry.result, words.RESULTS[""])
        return fill(words.FACT_SEARCHED, who=people(m, [entry.agent]), what=what, result=result)
    line = stated.brief(m.one, entry) if entry else (Words(id),)
    return fill(words.FACT_DONE, statement=line) if merely else line


def aspects(one: Criticism) -> Line:
    """In which respects something is judged, in the words of the record."""
    return listed([as_line(words.ASPECT.format(aspect=each.replace("-", " "))) for each in one.aspects])


def behind(m: Material, them: Iterable[Ground]) -> tuple[str, ...]:
    """The ids of what grounds name, for the reasons of a sentence."""
    found = [member for each in them for member in members(each)]
    return tuple(dict.fromkeys(id for member in found for id in (member.id, member.saying or "") if id))


def reasons(entries: Iterable[Entry], *more: str) -> tuple[str, ...]:
    """The ids of statements, with those of other things after them."""
    return tuple(dict.fromkeys((*(str(entry.id) for entry in entries), *more)))
