"""Grounds in prose: what a stance rests on, as things it relies on and as clauses that it is held on the ground of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fontes.model.corpus import Entry
from fontes.model.names import StatementId
from fontes.model.stances import Attitude, Criticism, Ground, Member, MemberKind, Report, Search, Speech, Stance
from fontes.present.pages import Link, Room, To, Words
from fontes.present.phrasing import counted
from fontes.present.phrasing import review as words
from fontes.present.phrasing.numbers import number
from fontes.present.review.draft import Clause, Line, Named, Piece, Titled, as_line, fill, listed
from fontes.present.review.material import Material
from fontes.present.review.wordings import wording_of
from fontes.present.rooms.concordance import members

THINGS, CLAUSES = 4, 3
"""So many sources, and so many clauses, are named as grounds in one sentence; the rest is counted."""
_SEVERAL = frozenset(("men", "women", "people", "others", "historians", "authors", "newspapers", "residents"))


def people(m: Material, agents: Iterable[str], years: dict[str, str] | None = None, works: dict[str, str] | None = None) -> Line:
    """Agents as a list, names with a comma in them late, those not named counted together at its end; ``years`` stand in brackets after a name."""
    ids = list(dict.fromkeys(agents))
    hidden = [id for id in ids if (agent := m.corpus.agents.get(id)) and agent.unnamed]  # type: ignore[call-overload]
    shown = sorted((id for id in ids if id not in hidden), key=lambda id: "," in _name(m, id))
    of_, when = works or {}, years or {}
    lines = [(_person(id, when.get(id, ""), of_.get(id, "")) if last else _person(id, "", ""),) for id, last in _beside(shown, of_)]
    if len(hidden) == 1:
        lines.append((Named(hidden[0]),))
    elif hidden:
        lines.append((Words(words.UNNAMED[1].format(count=number(len(hidden)))),))
    return listed(lines)


def _beside(shown: Sequence[str], works: Mapping[str, str]) -> list[tuple[str, bool]]:
    """Those who wrote one work together, side by side, and whether each is the last of them: there the work is named."""
    place = {id: at for at, id in enumerate(shown)}
    last = {works[id]: id for id in shown if works.get(id)}
    ordered = sorted(shown, key=lambda id: (place[last[works[id]]] if works.get(id) else place[id], place[id]))
    return [(id, not works.get(id) or last[works[id]] == id) for id in ordered]


def _name(m: Material, id: str) -> str:
    found = m.corpus.agents.get(id)  # type: ignore[call-overload]
    return found.name if found else id


def _person(id: str, year: str, work: str) -> Piece:
    return Named(id, year, work) if id else Words(words.SOMEBODY)


def many(m: Material, agents: Iterable[str]) -> bool:
    """Does a verb after these agents stand in the plural? Of a group it does where its name is one."""
    ids = list(dict.fromkeys(agents))
    if len(ids) != 1:
        return True
    agent = m.corpus.agents.get(ids[0])  # type: ignore[call-overload]
    if agent is None:
        return False
    head = agent.name.split(",")[0].split(" of ")[0].split()[:4]
    return agent.kind == "group" and any(word.lower() in _SEVERAL or (word.endswith("s") and not word.endswith("ss")) for word in head)


@dataclass(frozen=True, slots=True)
class Resting:
    """What grounds name: things relied on (``perhaps`` those of a doubtful line), clauses, how many of either were left out, and the ids of all."""

    things: tuple[Line, ...]
    perhaps: tuple[Line, ...]
    clauses: tuple[Line, ...]
    left: int
    ids: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Is nothing named?"""
        return not (self.things or self.perhaps or self.clauses)


def resting(m: Material, them: Sequence[Ground], speakers: Iterable[str], skip: Iterable[str] = ()) -> Resting:
    """What these grounds of the speakers name; not what is named in ``skip``."""
    said, left = frozenset(speakers), frozenset(map(str, skip))
    things: dict[Line, None] = {}
    perhaps: dict[Line, None] = {}
    clauses: dict[Line, None] = {}
    tellers: dict[tuple[str, str], dict[Line, None]] = {}
    for ground in them:
        for member in members(ground):
            clause = _clause(m, member, said)
            if any(isinstance(piece, Clause) and piece.proposition in left for piece in clause):
                if len(clause) > 1 and (teller := _teller(m, member)):
                    things[fill(words.STATEMENT_OF, who=people(m, [teller]))] = None
                continue
            if clause:
                saying = _told_by(m, member, said)
                if saying:
                    tellers.setdefault(saying, {})[clause[-1:]] = None
                clauses[(Words(repr(saying)),) if saying else clause] = None
            else:
                (perhaps if ground.doubtful else things)[_thing(m, member)] = None
    for key, them_ in tellers.items():
        line = fill(words.THAT_SAID, who=people(m, [key[0]]), verb=key[1], clause=listed(tuple(them_)[:CLAUSES]))
        clauses = {(line if each == (Words(repr(key)),) else each): None for each in clauses}
    over = max(len(things) - THINGS, 0) + max(len(perhaps) - THINGS, 0) + max(len(clauses) - CLAUSES, 0)
    return Resting(tuple(things)[:THINGS], tuple(perhaps)[:THINGS], tuple(clauses)[:CLAUSES], over, behind(m, them))


def relying(of: Resting) -> Line:
    """`relying on A and perhaps on B, on the ground that p`; empty where nothing is named."""
    parts = [fill(words.RELYING if of.things else words.RELYING_PERHAPS, things=_things(of))] if of.things or of.perhaps else []
    if of.clauses:
        parts.append(fill(words.ON_GROUND, clauses=clauses(of.clauses)))
    return listed(parts, words.COMMA_AND, ", ")


def relies(m: Material, agents: Sequence[str], of: Resting, alone: bool, before: Resting | None = None) -> Line:
    """`X relies on A and gives as a ground that p`; of one who has just been named, `the ground given is that p`.

    After a group that gives the same kind of grounds (``before``) the verb is left out: `X relies on A; Y on B`.
    """
    alike = before is not None and bool(before.clauses) is bool(of.clauses) and bool(before.things) is bool(of.things) and not of.left
    if alike and not (of.clauses and of.things) and (of.things or not of.perhaps):
        return fill(words.GAPPED_ON if of.things else words.GAPPED, who=people(m, agents), things=_things(of), clauses=clauses(of.clauses))
    plural = many(m, agents)
    who = people(m, agents)
    further = of.left + len(of.clauses) > 1
    told = clauses(of.clauses)
    if of.left and of.clauses:
        told = (*told, *fill(words.WITH_FURTHER, count=counted(of.left, *words.FURTHER_GROUND)))
    if of.clauses and not of.things and not of.perhaps:
        return fill(words.GROUNDS_ARE[further], clauses=told) if alone else fill(words.GIVES[plural], who=who, clauses=told)
    line = fill((words.RELIES if of.things else words.RELIES_PERHAPS)[plural], who=who, things=_things(of))
    return fill(words.RELIES_AND[plural], line=line, clauses=told) if of.clauses else line


def _things(of: Resting) -> Line:
    further = () if of.clauses or not of.left else as_line(counted(of.left, *words.FURTHER_GROUND))
    things: list[Line] = [*of.things, further] if further else [*of.things]
    sure = listed(things)
    if not of.perhaps:
        return sure
    return fill(words.AND_PERHAPS, sure=sure, doubtful=listed(of.perhaps)) if sure else listed(of.perhaps)


def clauses(them: Sequence[Line]) -> Line:
    """`that a, that b and that c`; set apart by semicolons where one of them has a comma of its own."""
    if len(them) > 1 and any(isinstance(piece, Words | Link) and "," in piece.text for line in them for piece in line):
        return listed(them, words.LAST_OF_LONG, "; ")
    return listed(them)


def that(m: Material, ids: Iterable[str]) -> Line:
    """The propositions as clauses."""
    named = list(dict.fromkeys(ids))
    lines: list[Line] = [(Clause(id),) for id in named]
    long = len(named) > 1 and any("," in wording_of(m.corpus, id) for id in named)
    return listed(lines, words.LAST_OF_LONG, "; ") if long else listed(lines)


def _clause(m: Material, on: Member, speakers: frozenset[str]) -> Line:
    """A member as a clause; empty where it is a thing."""
    if on.kind is MemberKind.PROPOSITION:
        return (Clause(on.id),)
    entry = m.one.entries.get(StatementId(on.id)) if on.kind in (MemberKind.STATEMENT, MemberKind.THAT) else None
    if isinstance(entry, Stance | Report):
        who, proposition = (entry.agent, entry.on) if isinstance(entry, Stance) else (entry.sender, entry.proposition)
        if on.kind is MemberKind.STATEMENT and who in speakers:
            return (Clause(proposition),)
        attitude = entry.attitude if isinstance(entry, Stance) else Attitude.ASSERTS
        verb = words.PAST.get(attitude.value, words.PAST["asserts"])[0]
        return fill(words.THAT_SAID, who=people(m, [who]), verb=verb, clause=Clause(proposition))
    return fill(words.THAT_DONE, done=_done(m, entry, speakers)) if entry is not None else ()


def _told_by(m: Material, on: Member, speakers: frozenset[str]) -> tuple[str, str] | None:
    """Who is said to have said it, and with which verb; None where it is no saying of somebody else."""
    entry = m.one.entries.get(StatementId(on.id)) if on.kind in (MemberKind.STATEMENT, MemberKind.THAT) else None
    if not isinstance(entry, Stance | Report):
        return None
    who = entry.agent if isinstance(entry, Stance) else entry.sender
    if on.kind is MemberKind.STATEMENT and who in speakers:
        return None
    attitude = entry.attitude if isinstance(entry, Stance) else Attitude.ASSERTS
    return who, words.PAST.get(attitude.value, words.PAST["asserts"])[0]


def _done(m: Material, entry: Entry, speakers: frozenset[str]) -> Line:
    """An act that is no stance, as a clause without its `that`."""
    who = people(m, [entry.sender if isinstance(entry, Report) else entry.agent or ""])
    if isinstance(entry, Criticism) and entry.source:
        if entry.agent in speakers and not entry.vouching:
            return fill(words.OPEN_TO, judged=Titled(entry.source), aspects=aspects(entry))
        verbs = words.VOUCHED if entry.vouching else words.CRITICISED
        return fill(verbs[many(m, [entry.agent])], who=who, judged=Titled(entry.source), aspects=aspects(entry))
    if isinstance(entry, Search):
        what: Line = (Titled(entry.source),) if entry.source else as_line(entry.words)
        return fill(words.LOOKED.get(entry.result, words.LOOKED[""]), who=who, what=what)
    if isinstance(entry, Speech):
        said: Line = (Titled(entry.source),) if entry.source else as_line(f"“{entry.words.rstrip('.')}”")
        return fill(words.SPOKE.get(entry.verb, words.SPOKE[""]), who=who, what=said)
    return fill(words.ACTED, who=who)


def _teller(m: Material, on: Member) -> str:
    """Whose statement it is."""
    entry = m.one.entries.get(StatementId(on.id))
    return entry.sender if isinstance(entry, Report) else entry.agent or "" if entry is not None else ""


def _thing(m: Material, on: Member) -> Line:
    if on.kind is MemberKind.OTHERS:
        return as_line(words.OTHERS)
    if on.kind is MemberKind.TEXT:
        return fill(words.WORDING_OF, source=Titled(on.id))
    if on.kind is MemberKind.EVENT:
        event = m.corpus.events.get(on.id)  # type: ignore[call-overload]
        return fill(words.EVENT_CALLED, name=Link(f"“{event.name or on.id}”", To(Room.EVENTS, on.id))) if event else as_line(on.id)
    if on.saying:
        return fill(words.SAYING, source=Titled(on.id), clause=Clause(on.saying))
    return (Titled(on.id),)


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
