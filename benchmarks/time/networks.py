"""Networks of a given size, made by rule: the same size gives the same network."""

from __future__ import annotations

import random

from fontes.findings.network import Closure, Constraint, Network, closure

WIDTHS = (1, 31, 31, 365, 365, 365, 3652)
"""Widths of the windows in which events are dated: days, months, years, decades."""


def start(event: int) -> int:
    """The point of an event's first day."""
    return 1 + 2 * event


def end(event: int) -> int:
    """The point of an event's last day."""
    return 2 + 2 * event


def dated(event: int, low: int, high: int, claim: str) -> list[Constraint]:
    """An event within a window of days, and not ending before it begins."""
    return [
        Constraint(end(event), start(event), 0),
        Constraint(start(event), 0, -low, (claim,)),
        Constraint(0, end(event), high, (claim,)),
    ]


def random_network(events: int, seed: int = 1) -> Network:
    """Events of up to a year in a century, each dated within a window, and one relation an event: before, during, or within some days of another.

    All of it holds of a hidden arrangement. Relations are mostly between neighbours in time, as in a chronicle.
    """
    chance = random.Random(seed * 1_000_003 + events)
    begins = sorted(chance.randrange(700_000, 736_500) for _ in range(events))
    ends = [day + chance.choice((0, 0, 3, 30, 365)) for day in begins]
    made: list[Constraint] = []
    for event in range(events):
        width = chance.choice(WIDTHS)
        made += dated(event, begins[event] - chance.randrange(width), ends[event] + chance.randrange(width), f"d{event}")
        other = min(events - 1, max(0, event + chance.choice((-1, 1)) * chance.randrange(1, 50)))
        made += _relation(chance, begins, ends, event, other)
    return Network(1 + 2 * events, tuple(made))


def _relation(chance: random.Random, begins: list[int], ends: list[int], a: int, b: int) -> list[Constraint]:
    claim = (f"r{a}",)
    if a == b:
        return []
    if ends[a] < begins[b]:
        found = [Constraint(start(b), end(a), -1, claim)]
    elif ends[b] < begins[a]:
        found = [Constraint(start(a), end(b), -1, claim)]
    elif begins[b] <= begins[a] and ends[a] <= ends[b]:
        return [Constraint(start(a), start(b), 0, claim), Constraint(end(b), end(a), 0, claim)]
    else:
        found = []
    if chance.random() < 0.5 or not found:
        apart = abs(begins[a] - begins[b]) + chance.randrange(60)
        found += [Constraint(start(a), start(b), apart, claim), Constraint(start(b), start(a), apart, claim)]
    return found


def chain(events: int) -> Network:
    """A before B before C …, every event dated within the same long window: each bound hangs on all events after or before it."""
    made: list[Constraint] = []
    for event in range(events):
        made += dated(event, 700_000, 700_000 + 2 * events, f"d{event}")
        if event:
            made.append(Constraint(start(event), end(event - 1), -1, (f"r{event}",)))
    return Network(1 + 2 * events, tuple(made))


def broken(network: Network, many: int = 1) -> Network:
    """The same network with so many statements that contradict what it implies, by 43 days each, spread over it."""
    found = closure(network)
    assert isinstance(found, Closure)
    events = (network.points - 1) // 2
    wrong = []
    for turn in range(many):
        point = end((2 * turn + 1) * events // (2 * many))
        upper = found.upper[point]
        assert upper is not None
        wrong.append(Constraint(point, 0, -upper - 43, (f"wrong{turn}",)))
    return Network(network.points, (*network.constraints, *wrong))
