"""How fast the engine of findings is, how it grows, and how others do on the same graphs with the same answer.

    python -m benchmarks.engine [--quick]

Graphs of 10,000, 100,000 and 1,000,000 claims in four shapes (see `graphs.py`); the lens of a pass distrusts one source in a hundred. For
each: making the plan from names and conditions, making the schedule, a pass of the least demanding reading, of both, of 64 lenses at once,
what falls with one source (one much and one little used), the ranking of all sources, and memory. Then the peers (see `peers.py`), their
answer compared node by node with ours (at a million in the first shape only). Times are the best of several on whatever machine this is, of
the plan and the schedule processor time of one making; read the ratios. A peer that might take more than a minute is left out, and it is said.
``--quick`` leaves out the million and repeats less.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.util
import time
import tracemalloc
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from benchmarks.engine.graphs import SHAPES, Named, graph
from benchmarks.engine.peers import BUDGET, PEERS, TooLong
from fontes.findings.engine.plan import Plan, falls_with
from fontes.findings.engine.plan_names import Names

RANKING = 10.0
"""Seconds spent on a ranking before the rest is reckoned."""


def taken(run: Callable[[], Any], times: int) -> float:
    """The best time of several, in milliseconds."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def arrays(things: Iterable[Any]) -> int:
    """Bytes of the arrays in dataclasses and in what these hold, each once; views count as what they look at."""
    waiting, seen, total = list(things), set[int](), 0
    while waiting:
        one = waiting.pop()
        if isinstance(one, np.ndarray):
            while isinstance(one.base, np.ndarray):
                one = one.base
            total += 0 if id(one) in seen else one.nbytes
        elif isinstance(one, tuple | list):
            waiting += one
        elif id(one) not in seen and hasattr(one, "__dataclass_fields__"):
            waiting += [getattr(one, field) for field in one.__dataclass_fields__]
        seen.add(id(one))
    return total


def bytes_of_names(named: Named) -> float:
    """Bytes a node that the names take besides the words themselves, from at most 200,000 of each kind."""
    tracemalloc.start()
    names = Names()
    for kind, words in (("statement", named.claims), ("part", named.grounds)):
        for word in words[:200_000]:
            names.add((kind, word))
    for word in named.sources[:200_000]:
        names.add(("unit", "source", word))
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return size / len(names)


def ranked(plan: Plan, sources: list[int], gone: list[int]) -> tuple[float, int]:
    """Seconds for what falls with each source alone, in statements, and how many sources were done in the time allowed."""
    statements = np.array([name[0] == "statement" for name in map(plan.name, range(len(plan)))])
    start, done = time.perf_counter(), 0
    for _ in falls_with(plan, 0, gone, sources, statements):
        done += 1
        if time.perf_counter() - start > RANKING:
            break
    return time.perf_counter() - start, done


def measure(shape: str, claims: int, times: int) -> tuple[Plan, list[int], dict[str, float]]:
    """Make a plan and print what it takes; the plan, the lens and the times by name."""
    named = Named.of(graph(shape, claims))
    gc.collect()
    gc.freeze()
    start = time.process_time()
    plan = named.plan()
    made = time.process_time() - start
    gc.unfreeze()
    start = time.process_time()
    schedule = plan.schedule(0)
    scheduled = time.process_time() - start
    plan.schedule(1)
    chance = np.random.default_rng(claims)
    sources = len(named.sources)
    node = [plan.number(("unit", "source", word)) or 0 for word in named.sources]
    gone = [node[one] for one in chance.choice(sources, max(1, sources // 100), replace=False)]
    lenses = [[node[one] for one in chance.choice(sources, max(1, sources // 100), replace=False)] for _ in range(64)]
    base = plan.least(0, gone)
    use = np.bincount(plan.readings[0].parts, minlength=len(plan))
    by_use = sorted((one for one in node if base[one]), key=lambda one: (-use[one], one))
    found = {
        "one": taken(lambda: plan.least(0, gone), times * 4),
        "both": taken(lambda: (plan.least(0, gone), plan.least(1, gone)), times * 4),
        "many": taken(lambda: plan.least_many(0, lenses), times),
        "most": taken(lambda: plan.changed(0, base, by_use[:1]), times),
        "middle": taken(lambda: plan.changed(0, base, [by_use[len(by_use) // 2]]), times),
    }
    fall = len(plan.changed(0, base, by_use[:1]))
    seconds, done = ranked(plan, [one for one in node if base[one]], gone)
    every = len(by_use)
    rest = "" if done == every else f" (reckoned from {done:,} of {every:,})"
    knots = int((plan.knots(0) >= 0).sum())
    memory = arrays([plan.readings]) / len(plan), arrays([schedule]) / len(plan)
    names = bytes_of_names(named)
    levels = len(schedule.order.bounds) - 1
    print(f"\n{shape}, {claims:,} claims: {len(plan):,} nodes, {levels:,} levels, {knots:,} nodes in circles; {base.mean():.0%} hold")
    print(f"  plan {made:.2f} s ({made / len(plan) * 1e6:.1f} µs a node with its words and conditions), schedule of a reading {scheduled:.2f} s")
    each = found["many"] / 64
    print(f"  pass, one reading {found['one']:.2f} ms, both {found['both']:.2f} ms; 64 lenses {found['many']:.2f} ms ({each:.3f} ms each)")
    print(f"  without the most used source {found['most']:.2f} ms ({fall:,} nodes fall), one of middling use {found['middle']:.3f} ms")
    print(f"  ranking of all sources {seconds / done * every:.2f} s{rest}")
    total = sum(memory) + memory[1] + names
    print(
        f"  memory a node: conditions of both readings {memory[0]:.0f} B, schedule {memory[1]:.0f} B a reading, names {names:.0f} B; "
        f"all {total:.0f} B, {total * len(plan) / claims:.0f} B a claim"
    )
    return plan, gone, found


def compare(plan: Plan, gone: list[int], ours: float, times: int, late: set[str]) -> None:
    """Print what the peers take for the same pass; those once too late are not asked for larger graphs."""
    expected = plan.least(0, gone)
    for kind in PEERS:
        peer = kind()
        if peer.name in late or len(plan) > peer.most_nodes:
            why = f"took more than {BUDGET:.0f} s on the last" if peer.name in late else "cannot be broken off and might take minutes"
            print(f"  {peer.name:32} not asked at this size: {why}")
            continue
        try:
            start = time.perf_counter()
            peer.ready(plan)
            ready = time.perf_counter() - start
            start = time.perf_counter()
            answer = peer.ask(gone)
            once = time.perf_counter() - start
            if once < 5:
                once = min(once, taken(lambda peer=peer: peer.ask(gone), times) / 1000)  # type: ignore[misc]
        except ImportError as missing:
            print(f"  {peer.name:32} is not installed ({missing.name}): pip install -r benchmarks/requirements.txt")
            continue
        except TooLong:
            late.add(peer.name)
            print(f"  {peer.name:32} more than {BUDGET:.0f} s")
            continue
        if peer.same_question:
            same = "same answer" if np.array_equal(answer, expected) else "ANOTHER ANSWER"
        else:
            same = f"another question: {int(answer.sum() - expected.sum()):,} nodes too many"
        print(f"  {peer.name:32} {once * 1000:10.1f} ms, {once * 1000 / ours:8.0f} × ours; made ready in {ready:.1f} s; {same}")


def main() -> None:
    """Print everything."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="without the million; fewer repetitions")
    quick = options.parse_args().quick
    times = 2 if quick else 5
    sizes = (10_000, 100_000) if quick else (10_000, 100_000, 1_000_000)
    print(time.strftime("engine, measured %Y-%m-%d; best of"), times)
    for shape in SHAPES:
        grown: list[dict[str, float]] = []
        late: set[str] = set()
        for claims in sizes:
            plan, gone, found = measure(shape, claims, times)
            if claims < 1_000_000 or shape == SHAPES[0]:
                compare(plan, gone, found["one"], times, late)
            del plan
            grown.append(found)
        for small, large, claims in zip(grown[:-1], grown[1:], sizes, strict=False):
            one, many = large["one"] / small["one"], large["many"] / small["many"]
            print(f"  growth of a pass from {claims:,} to {claims * 10:,}: × {one:.1f}; of 64 lenses × {many:.1f}", flush=True)
    if importlib.util.find_spec("benchmarks.engine.removals") is not None:
        importlib.import_module("benchmarks.engine.removals").main(quick)


main()
