"""The routes against a naive search over all paths, in small networks drawn at random."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fontes.dates import iso, read
from fontes.findings.known import known
from fontes.findings.known.paths import path
from fontes.findings.known.routes import Item, ItemKind, Routes
from fontes.model.agents import Agent, Tenure
from fontes.model.corpus import Corpus
from fontes.model.explanations import Proposition
from fontes.model.names import Passage
from fontes.model.sources import Source
from fontes.model.stances import Attitude, Report, Speech, Stance

from .known_corpora import day
from .small import HERE

AGENTS = ["a", "b", "c", "d", "body", "inner"]
BODIES = ["body", "inner"]
THINGS = ["p", "q"]
DATES = ["1930", "1931", "1932-06", "1930?", "between 1930 and 1932", "", "1933"]
ASKED = ["1929", "1930", "1931-06", "1932", "1940"]
FAR = 10**9

STARTS, ENDS = st.sampled_from(["", "1930", "1931"]), st.sampled_from(["", "1931", "1933"])
dates = st.sampled_from(DATES)
agents = st.sampled_from(AGENTS)


def dated(words: str) -> object:
    return read(words) if words else None


def window(words: str) -> tuple[int, int]:
    """The days a date allows; nothing is known of a doubtful one."""
    if not words or words.endswith("?"):
        return -FAR, FAR
    found = day(words)
    assert isinstance(found.start[0], int) and isinstance(found.end[1], int)
    return found.start[0], found.end[1]


@st.composite
def networks(draw: st.DrawFn) -> dict[str, list[tuple[object, ...]]]:
    hop = st.lists(st.sampled_from([*AGENTS, ""]), min_size=1, max_size=2, unique=True)
    return {
        "reports": draw(st.lists(st.tuples(agents, st.lists(hop, min_size=1, max_size=3), st.sampled_from(THINGS), dates), max_size=5)),
        "stances": draw(st.lists(st.tuples(agents, st.sampled_from(THINGS), dates, st.sampled_from(["", "s", "part"])), max_size=3)),
        "received": draw(st.lists(st.tuples(agents, st.sampled_from(["s", "part"]), st.sampled_from(["", *AGENTS]), dates), max_size=2)),
        "tenures": draw(
            st.lists(st.tuples(agents, st.sampled_from(BODIES), st.booleans(), STARTS, ENDS), max_size=4)
        ),
    }  # fmt: skip


def built(drawn: dict[str, list[tuple[object, ...]]], shuffled: int = 0) -> Corpus:
    """The corpus of a drawing."""
    reports, stances, speeches, tenures = [], [], [], []
    for n, (sender, hops, on, date) in enumerate(drawn["reports"]):
        reports.append(Report(f"r{n}", sender, tuple(map(tuple, hops)), on, HERE, when=dated(date)))  # type: ignore[arg-type]
    for n, (agent, on, date, source) in enumerate(drawn["stances"]):
        read_in = Passage(source) if source else None  # type: ignore[arg-type]
        stances.append(Stance(f"s{n}", agent, Attitude.ASSERTS, on, HERE, when=dated(date), read=read_in))  # type: ignore[arg-type]
    for n, (agent, source, giver, date) in enumerate(drawn["received"]):
        speeches.append(Speech(f"g{n}", agent, "receives", HERE, source=source, giver=giver or None, when=dated(date)))  # type: ignore[arg-type]
    for n, (agent, body, head, start, end) in enumerate(drawn["tenures"]):
        tenures.append(Tenure(f"t{n}", agent, HERE, body=body, as_head=head, start=dated(start), end=dated(end)))  # type: ignore[arg-type]
    kept = [reports, stances, speeches, tenures]
    for each in kept if shuffled else ():
        random.Random(shuffled).shuffle(each)
    return Corpus(
        agents={one: Agent(one, one, HERE) for one in AGENTS},
        sources={"s": Source("s", "S", HERE), "part": Source("part", "Part", HERE, part_of="s")},
        propositions={one: Proposition(one, one, HERE) for one in THINGS},
        reports={one.id: one for one in reports}, stances={one.id: one for one in stances},
        speeches={one.id: one for one in speeches}, tenures={one.id: one for one in tenures},
    )  # type: ignore[arg-type]  # fmt: skip


def naive(drawn: dict[str, list[tuple[object, ...]]], agent: str, on: str) -> list[tuple[int, int, bool]]:
    """Every path by which it came to an agent: earliest and latest day, and whether it certainly did."""
    found: list[tuple[int, int, bool]] = []
    for sender, hops, what, date in drawn["reports"]:
        if what == on:
            mine = [(sender, False), *((one, True) for hop in hops for one in hop)]  # type: ignore[attr-defined]
            for who, told in mine:
                found += reaching(drawn, str(who), agent, window(str(date)), told, (), True)
    said: dict[str, list[str]] = {"s": [], "part": []}
    for who, what, date, source in drawn["stances"]:
        if what == on:
            found += reaching(drawn, str(who), agent, stance_window(str(date)), False, (), True)
            if source:
                said[str(source)].append(str(who))
    for who, source, giver, date in drawn["received"]:
        for _ in said[str(source)] + (said["part"] if source == "s" else []):
            found += reaching(drawn, str(who), agent, window(str(date)), True, (), True)
            found += reaching(drawn, str(giver), agent, window(str(date)), False, (), True)
    return found


def stance_window(date: str) -> tuple[int, int]:
    return window(date)


def reaching(
    drawn: dict[str, list[tuple[object, ...]]], holder: str, agent: str, days: tuple[int, int], told: bool, used: tuple[int, ...], sure: bool
) -> list[tuple[int, int, bool]]:
    """All ways down from whoever had it, through every post of every body, each post used once."""
    if not holder:
        return []
    found = [(*days, sure)] if holder == agent else []
    for n, (who, body, head, start, end) in enumerate(drawn["tenures"]):
        if body != holder or n in used or who == body:
            continue
        first, last = (window(str(start))[0] if start else -FAR), (window(str(end))[1] if end else FAR)
        from_, to = (window(str(start))[1] if start else FAR), (window(str(end))[0] if end else -FAR)
        if start and not end:
            to = from_
        if end and start:
            from_, to = min(from_, last), max(to, first)
        lower, upper = max(days[0], first), min(days[1], last)
        if lower <= upper:
            certain = sure and told and bool(head) and from_ <= days[0] and days[1] <= to
            found += reaching(drawn, str(who), agent, (lower, upper), told, (*used, n), certain)
    return found


def answered(paths: list[tuple[int, int, bool]], by: str) -> tuple[str, str]:
    end = window(by)[1]
    sure = [last for _, last, certain in paths if certain and last <= end]
    if sure:
        return "certain", iso(min(sure))
    maybe = [first for first, _, _ in paths if first <= end]
    if maybe:
        return "possible", iso(min(maybe)) if min(maybe) > -FAR else ""
    return "no recorded route", ""


@given(networks(), agents, st.sampled_from(THINGS), st.sampled_from(ASKED))
def test_the_answer_is_that_of_a_search_over_all_paths(drawn: dict[str, list[tuple[object, ...]]], agent: str, on: str, by: str) -> None:
    (one,) = known(built(drawn), agent, day(by), about=on).had  # type: ignore[arg-type]
    assert (one.answer.value, iso(one.since) if one.since is not None else "") == answered(naive(drawn, agent, on), by)


@given(networks(), agents, st.integers(1, 99))
def test_order_never_matters(drawn: dict[str, list[tuple[object, ...]]], agent: str, shuffled: int) -> None:
    assert known(built(drawn), agent, day("1932")).had == known(built(drawn, shuffled), agent, day("1932")).had  # type: ignore[arg-type]


@given(networks(), agents, st.sampled_from(THINGS))
def test_what_once_reached_an_agent_stays_with_them(drawn: dict[str, list[tuple[object, ...]]], agent: str, on: str) -> None:
    order = ["no recorded route", "possible", "certain"]
    found = [known(built(drawn), agent, day(by), about=on).had[0].answer.value for by in ASKED]  # type: ignore[arg-type]
    assert found == sorted(found, key=order.index)


@given(networks(), agents, st.sampled_from(THINGS))
def test_a_path_hangs_together_and_ends_with_the_agent(drawn: dict[str, list[tuple[object, ...]]], agent: str, on: str) -> None:
    routes = Routes(built(drawn))
    for route in routes.to(agent).get(Item(ItemKind.PROPOSITION, on), []):  # type: ignore[arg-type]
        steps = path(routes, route)
        assert steps[-1].receiver == agent
        for one, then in pairwise(steps):
            assert then.kind.value == "read in" or not then.giver or set(one.receiver.split(", ")) & set(then.giver.split(", "))


@given(networks(), agents, st.sampled_from(THINGS), dates)
def test_another_report_never_takes_anything_away(drawn: dict[str, list[tuple[object, ...]]], agent: str, on: str, date: str) -> None:
    order = ["impossible", "no recorded route", "possible", "certain"]
    before = built(drawn)
    more = Report("more", "a", (("b",),), on, HERE, when=dated(date))  # type: ignore[arg-type]
    after = replace(before, reports={**before.reports, more.id: more})
    was, now = (known(one, agent, day("1932"), about=on).had[0].answer.value for one in (before, after))  # type: ignore[arg-type]
    assert order.index(now) >= order.index(was)
