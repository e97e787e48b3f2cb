"""Fewest removals on deep cones: the solver, beside listing every set (Berge's transversals grown by asking) and beside giving back one at a time.

    python -m benchmarks.engine.removals [--quick]

Cones of 1,000, 5,000 and 20,000 nodes: a quarter are sources, each claim rests on one to three grounds that need two or three of the fifty (or a
hundred, or two hundred) claims before it; with circles, every tenth claim also rests on any two at random. Printed for each: nodes below the top
and after reduction, sources, what is proved of the fewest removals, the time to reduce and to solve, the time of the listing (it is broken off after
BUDGET seconds and is then *more than*), the number and time of giving back one at a time (an upper bound only), and ratios to the solver. Last,
growth from the smallest to the largest cones, and how many of all were settled exactly. Times are of one run; read the ratios.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from statistics import median
from typing import NamedTuple, TypeVar

from fontes.findings.engine.duality import Within, dualise
from fontes.findings.engine.fewest import Fewest, fewest
from fontes.findings.engine.reduced import Upheld, reduced
from fontes.findings.engine.system import Condition, limited, system

T = TypeVar("T")
SIZES = (1_000, 5_000, 20_000)
SHAPES = {"back 50": (50, False), "back 100": (100, False), "back 200": (200, False), "circles 50": (50, True), "circles 100": (100, True)}
SEEDS = (1, 2, 3)
BUDGET = 20.0
"""Seconds after which the listing is broken off."""


class TooLong(Exception):
    """The time allowed is over."""


class Row(NamedTuple):
    """One cone measured: seconds, and sizes."""

    size: int
    shape: str
    below: int
    left: int
    sources: int
    found: Fewest
    reducing: float
    solving: float
    listing: float
    listed: bool
    given_back: int
    giving_back: float


def cone(size: int, back: int, circles: bool, seed: int) -> Upheld:
    """A cone of this many nodes at most: what the last of its claims rests on."""
    draw = random.Random(seed)
    sources = size // 4
    conditions: list[Condition] = [(0, ())] * sources
    claims = list(range(sources))
    while len(conditions) < size - 1:
        grounds = [_ground(draw, claims[-back:], conditions, draw.choice((2, 3))) for _ in range(draw.randint(1, 3))]
        conditions.append((1, tuple(grounds)))
        claims.append(len(conditions) - 1)
    if circles:
        for claim in draw.sample(claims[sources:], len(claims[sources:]) // 10):
            conditions[claim] = (1, (*conditions[claim][1], _ground(draw, claims, conditions, 2)))
    names = [(str(node),) for node in range(len(conditions))]
    whole = system(names, conditions, conditions)
    small = limited(whole, [claims[-1]])
    kept = [node for name, node in small.number.items() if int(name[0]) < sources]
    return Upheld.by(small.any, small.number[names[claims[-1]]], kept)


def _ground(draw: random.Random, among: list[int], conditions: list[Condition], members: int) -> int:
    parts = tuple(sorted({draw.choice(among) for _ in range(members)}))
    conditions.append((len(parts), parts))
    return len(conditions) - 1


def timed(run: Callable[[], T]) -> tuple[T, float]:
    """What it gives, and the seconds it takes."""
    start = time.perf_counter()
    found = run()
    return found, time.perf_counter() - start


def listing(one: Upheld, budget: float) -> tuple[bool, float]:
    """Does asking list every set within the time, and in what time?"""
    start = time.perf_counter()

    def without(removed: frozenset[int]) -> frozenset[int] | None:
        if time.perf_counter() - start > budget:
            raise TooLong
        return one.without(removed)

    try:
        exact = dualise(Within(frozenset(one.variables), without)).exact
    except TooLong:
        exact = False
    return exact, time.perf_counter() - start


def given_back(one: Upheld) -> int:
    """The size of some minimal set: all is removed and given back one at a time as long as nothing holds."""
    removed = frozenset(one.variables)
    for name in sorted(removed):
        if not one.holds(removed - {name}):
            removed -= {name}
    return len(removed)


def measured(size: int, shape: str, seed: int, budget: float) -> Row:
    """Everything about one cone."""
    one = cone(size, *SHAPES[shape], seed)
    small, reducing = timed(lambda: reduced(one))
    found, solving = timed(lambda: fewest(small))
    every, all_ = listing(one, budget)
    some, back = timed(lambda: given_back(one))
    return Row(
        size, shape, len(one.reading.needs), len(small.reading.needs), len(one.variables), found, reducing, solving, all_, every, some, back
    )


def said(found: Fewest) -> str:
    """The number, or what encloses it."""
    return str(found.at_most) if found.exact else f"{found.at_least}–{found.at_most}"


def shown(row: Row) -> str:
    """One line of the table."""
    solver = row.reducing + row.solving
    more = "" if row.listed else ">"
    return (
        f"{row.size:>7,} {row.shape:<12}{row.below:>7,}{row.left:>7,}{row.sources:>5}{said(row.found):>8}"
        f"{1000 * row.reducing:>9.0f}{1000 * row.solving:>9.0f}{more:>3}{row.listing:>7.2f}{more:>3}{row.listing / solver:>7.1f}"
        f"{row.given_back:>7}{row.giving_back:>8.2f}{row.giving_back / solver:>7.1f}"
    )


def main(quick: bool) -> None:
    """Measure and print; ``quick``: one cone of each kind, and less patience with the listing."""
    print("   size shape         below   left  src  fewest reduce/ms solve/ms  listing/s    times  giving back/s  times")
    rows = []
    for size in SIZES:
        for shape in SHAPES:
            for seed in SEEDS[:1] if quick else SEEDS:
                rows.append(measured(size, shape, seed, BUDGET / 4 if quick else BUDGET))
                print(shown(rows[-1]), flush=True)
    typical = {size: median(row.reducing + row.solving for row in rows if row.size == size) for size in SIZES}
    for size, seconds in typical.items():
        print(f"median of reducing and solving at {size:>6,} nodes: {1000 * seconds:.0f} ms")
    print(f"growth from {SIZES[0]:,} to {SIZES[-1]:,} nodes (20 times): {typical[SIZES[-1]] / typical[SIZES[0]]:.1f} times")
    settled, listed = sum(row.found.exact for row in rows), sum(row.listed for row in rows)
    nearer = sum(row.given_back == row.found.at_most for row in rows)
    print(f"settled exactly: {settled} of {len(rows)}; by listing every set: {listed}; giving back one at a time meets the number in {nearer}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true")
    main(parser.parse_args().quick)
