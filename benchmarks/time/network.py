"""How long it takes to find what dates and orders imply together, beside a queue-based Bellman–Ford and rustworkx's.

    python -m benchmarks.time [--quick]

Prints milliseconds for both bounds of every event, in Python and compiled; the hard chain beside the random network of the same size;
growth; the peers, where they end in time; a core out of a contradictory network; and one constraint added to a network in use. Read the
ratios: the milliseconds belong to one machine on one day.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from benchmarks.time.networks import broken, chain, end, random_network, start
from fontes.findings.network import Clash, Closure, Constraint, Network, closure, sweeps_fast
from fontes.findings.network.cores import Incremental, core, cores

T = TypeVar("T")
PATIENCE = 20
"""Seconds a peer is given."""

_PEER = """
import sys, time
from benchmarks.time import network, networks
made = getattr(networks, sys.argv[2])(int(sys.argv[3]))
print(1000 * getattr(network, sys.argv[1])(made))
"""


def best(run: Callable[[], T], runs: int) -> tuple[float, T]:
    """The shortest of some runs, in milliseconds, and what it gave."""
    shortest = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        found = run()
        shortest = min(shortest, 1000 * (time.perf_counter() - began))
    return shortest, found


def fresh(network: Network) -> Network:
    """The same network with nothing kept from earlier."""
    return Network(network.points, network.constraints)


def bounds(network: Network, runs: int) -> tuple[float, float]:
    """Milliseconds for both bounds: of a network just made, and of one whose arrows are sorted."""
    whole, found = best(lambda: closure(fresh(network)), runs)
    assert isinstance(found, Closure)
    kept = fresh(network)
    closure(kept)
    again, _ = best(lambda: closure(kept), runs)
    return whole, again


def queue(network: Network) -> float:
    """Seconds for upper bounds by Bellman and Ford's relaxations in the order of a queue."""
    leaving: list[list[tuple[int, int]]] = [[] for _ in range(network.points)]
    for one in network.constraints:
        leaving[one.x].append((one.y, one.weight))
    began = time.perf_counter()
    distance: list[float] = [0, *[float("inf")] * (network.points - 1)]
    waiting, queued = deque([0]), {0}
    while waiting:
        point = waiting.popleft()
        queued.discard(point)
        for other, weight in leaving[point]:
            if distance[point] + weight < distance[other]:
                distance[other] = distance[point] + weight
                if other not in queued:
                    queued.add(other)
                    waiting.append(other)
    took = time.perf_counter() - began
    found = closure(network)
    assert isinstance(found, Closure) and list(found.upper) == distance
    return took


def rustworkx(network: Network) -> float:
    """Seconds for upper bounds by rustworkx."""
    import rustworkx as rx

    graph = rx.PyDiGraph()
    graph.add_nodes_from(range(network.points))
    graph.add_edges_from([(one.x, one.y, float(one.weight)) for one in network.constraints])
    began = time.perf_counter()
    distance = rx.digraph_bellman_ford_shortest_path_lengths(graph, 0, float)
    took = time.perf_counter() - began
    found = closure(network)
    assert isinstance(found, Closure) and all(found.upper[point] == days for point, days in distance.items() if point)
    return took


def peer(name: str, kind: str, events: int) -> str:
    """Milliseconds of a peer in a process of its own, or that it did not end in time."""
    try:
        done = subprocess.run([sys.executable, "-c", _PEER, name, kind, str(events)], capture_output=True, text=True, check=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return f"not done in {PATIENCE} s"
    except subprocess.CalledProcessError as error:
        return error.stderr.strip().splitlines()[-1]
    return f"{float(done.stdout):.1f}"


def one_way(sizes: tuple[int, ...], runs: int) -> None:
    """Both bounds of random networks and chains, their ratio, and growth."""
    before: dict[str, float] = {}
    for events in sizes:
        rows = {"random": random_network(events), "chain": chain(events)}
        took = {name: bounds(network, runs) for name, network in rows.items()}
        for name, (whole, again) in took.items():
            grown = f"  {whole / before[name]:.1f} × the size before" if name in before else ""
            size = f"{events:>7} events, {name:<6} {len(rows[name].constraints):>7} constraints"
            print(f"  {size}  {whole:8.1f} ms  solving alone {again:8.1f} ms{grown}")
            before[name] = whole
        whole, again = (took["chain"][part] / took["random"][part] for part in (0, 1))
        print(f"  {events:>7} events, chain / random: {whole:.2f}, solving alone {again:.2f}")


def peers(sizes: tuple[int, ...]) -> None:
    """Upper bounds alone, by others; ours does both bounds."""
    for events in sizes:
        for kind in ("random_network", "chain"):
            made = _MAKE[kind](events)
            ours, _ = best(lambda made=made: closure(fresh(made)), 3)
            told = ", ".join(f"{name} {peer(name, kind, events)}" for name in ("queue", "rustworkx"))
            print(f"  {events:>7} events, {kind:<14}  both bounds by Fontes {ours:.1f} ms; upper bounds only, ms: {told}")


_MAKE = {"random_network": random_network, "chain": chain}


def contradictions(events: int, runs: int) -> None:
    """A core of a network with one wrong statement, and the cores of one with five."""
    for kind, made in _MAKE.items():
        network = broken(made(events))
        took, found = best(lambda network=network: core(fresh(network)), runs)
        network.graph.ways(False)
        kept, _ = best(lambda network=network: core(network), runs)
        assert found is not None
        size = f"{len(found.claims)} statements of {len(found.chain)} constraints, {found.shortfall} days short"
        print(f"  {events} events, {kind:<14}  a core {took:7.1f} ms, of arrows sorted before {kept:7.1f} ms: {size}")
    network = broken(random_network(events), 5)
    took, several = best(lambda: cores(fresh(network), seconds=0.2), 1)
    print(f"  {events} events, five wrong     cores {took:7.1f} ms: {len(several.cores)} found, {'all' if several.complete else 'at least'}")


def additions(events: int, many: int) -> None:
    """Dates narrowed and orders added one at a time."""
    network = Incremental(random_network(events))
    chance = random.Random(5)
    taken: list[float] = []
    refused: list[float] = []
    moved: list[int] = []
    for turn in range(many):
        event = chance.randrange(events)
        other = min(events - 1, event + chance.randrange(1, 50))
        upper = network.upper(end(event))
        assert upper is not None
        date = Constraint(0, end(event), upper - chance.randrange(30), (f"n{turn}",))
        new = date if turn % 2 else Constraint(start(other), end(event), -1, (f"n{turn}",))
        began = time.perf_counter()
        found = network.add(new)
        took = 1e6 * (time.perf_counter() - began)
        (refused if isinstance(found, Clash) else taken).append(took)
        moved += [] if isinstance(found, Clash) else [len(found)]
    for name, times in (("taken in", taken), ("refused", refused), ("all", taken + refused)):
        if times:
            times.sort()
            p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
            print(f"  {events} events, {len(times):>5} constraints {name:<8}  p50 {p50:6.1f} µs  p99 {p99:6.1f} µs  longest {times[-1]:8.1f} µs")
    moved.sort()
    print(f"  points moved by one: median {moved[len(moved) // 2]}, p99 {moved[int(len(moved) * 0.99)]}, most {moved[-1]}")


def main(quick: bool) -> None:
    """Print everything; ``quick``: one run each, no large networks."""
    runs, large = (1, ()) if quick else (5, (100_000,))
    print(time.strftime("what dates and orders imply together, measured %Y-%m-%d; best of"), runs)
    use = sweeps_fast.for_size
    sweeps_fast.for_size = lambda constraints: None
    try:
        print("in Python")
        one_way((1000, 10_000), runs)
        contradictions(10_000, runs)
    finally:
        sweeps_fast.for_size = use
    if sweeps_fast.load():
        closure(random_network(10))  # compiles
        print("compiled by numba")
        one_way((1000, 10_000, *large), runs)
        contradictions(10_000, runs)
    else:
        print("numba is not installed: pip install fontes[fast]")
    print("one constraint added")
    additions(10_000, 1000 if quick else 5000)
    print("peers")
    peers((1000,) if quick else (1000, 10_000))
