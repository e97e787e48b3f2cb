"""Small corpora by hand: `corpus(source("s"), says("a", "p", rests=["s"]))`. Agents and propositions come into being when named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fontes.dates import When, read
from fontes.model.agents import Agent, Tenure
from fontes.model.corpus import Corpus
from fontes.model.explanations import Proposition
from fontes.model.lens import Unit, UnitKind
from fontes.model.names import Access, Passage, Place
from fontes.model.sources import Independence, Maker, Origin, Source
from fontes.model.stances import Attitude, Combination, Combined, Criticism, Ground, Member, MemberKind, Stance

HERE = Place("small.fontes", 1)


def when(words: str) -> When:
    found = read(words)
    assert isinstance(found, When), found
    return found


def member(word: str) -> Member:
    """`s` or `source:s`, `p saying`: `s saying p`, `prop:p`, `^a`, `that ^a`, `text of s`, `event:e`, `others`."""
    if word == "others":
        return Member(MemberKind.OTHERS)
    for start, kind in (
        ("that ^", MemberKind.THAT), ("^", MemberKind.STATEMENT), ("text of ", MemberKind.TEXT),
        ("prop:", MemberKind.PROPOSITION), ("event:", MemberKind.EVENT),
    ):  # fmt: skip
        if word.startswith(start):
            return Member(kind, word.removeprefix(start))
    source_, _, saying = word.partition(" saying ")
    return Member(MemberKind.SOURCE, source_, saying=saying or None)


def part(words: str) -> Member | Combined:
    """`a and b or c`, and binding first."""
    for sign, rule in ((" or ", Combination.ANY), (" and ", Combination.ALL)):
        if sign in words:
            return Combined(rule, tuple(part(one) for one in words.split(sign)))
    return member(words)


def grounds(lines: Iterable[str]) -> tuple[Ground, ...]:
    return tuple(Ground(part(line.removeprefix("?")), doubtful=line.startswith("?")) for line in lines)


def source(
    id: str,
    *drawn: str,
    by: Iterable[str] = (),
    origin: str = "",
    apart: Iterable[str] = (),
    made: str = "",
    **more: Any,
) -> Source:
    return Source(
        id, id, HERE, makers=tuple(Maker(agent) for agent in by), origin=Origin(origin) if origin else None,
        draws_on=grounds(drawn), independent_of=tuple(Independence(other) for other in apart),
        made=when(made) if made else None, **more,
    )  # fmt: skip


def says(
    agent: str,
    on: str,
    *lines: str,
    as_: str = "asserts",
    label: str = "",
    read: str = "",
    per: str = "",
    date: str = "",
) -> Stance:
    id = label or f"{agent} {as_} {on}"
    return Stance(
        id, agent, Attitude(as_), on, HERE, label=label, grounds=grounds(lines), read=Passage(read) if read else None,
        access=(Access(per),) if per else (), when=when(date) if date else None,
    )  # fmt: skip


def impeaches(agent: str, source_: str, *aspects: str) -> Criticism:
    return Criticism(f"{agent} impeaches {source_}", agent, False, aspects, HERE, source=source_)


def belongs(agent: str, body: str) -> Tenure:
    return Tenure(f"{agent} in {body}", agent, HERE, body=body)


def corpus(*things: Any, roles: dict[str, str] | None = None, excludes: Iterable[tuple[str, str]] = ()) -> Corpus:
    stances = {one.id: one for one in things if isinstance(one, Stance)}
    names = {one.on for one in stances.values()} | {name for pair in excludes for name in pair}
    agents = {one.agent for one in things if hasattr(one, "agent")}
    agents |= {maker.agent for one in things if isinstance(one, Source) for maker in one.makers}
    barred = {name: tuple(other for one, other in excludes if one == name) for name in names}
    return Corpus(
        agents={id: Agent(id, id, HERE, roles=((roles or {}).get(id, "scholar"),)) for id in sorted(agents)},
        sources={one.id: one for one in things if isinstance(one, Source)},
        propositions={id: Proposition(id, f"That {id}.", HERE, excludes=barred[id]) for id in sorted(names)},
        stances=stances,
        criticisms={one.id: one for one in things if isinstance(one, Criticism)},
        tenures={one.id: one for one in things if isinstance(one, Tenure)},
    )


def of_source(*ids: str) -> frozenset[Unit]:
    return frozenset(Unit(UnitKind.SOURCE, id) for id in ids)


def of_agent(*ids: str) -> frozenset[Unit]:
    return frozenset(Unit(UnitKind.AGENT, id) for id in ids)
