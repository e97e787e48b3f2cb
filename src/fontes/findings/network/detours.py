"""Which constraints of a contradiction no detour avoids, found in one search.

Where all contradictions pass through one constraint into the origin, they are the ways from the origin to where it begins that are short
enough. Along days that are shortest distances, a way costs what it is longer than the shortest; so all ways that still contradict are
found by one search back over arrows that cost less than the shortfall. A step of the shortest way that none of them bypasses is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from fontes.findings.network.arrangement import Leaving
from fontes.findings.network.closure import Graph


def unavoidable(graph: Graph, days: Sequence[int], way: Sequence[tuple[int, int, int]], shortfall: int) -> frozenset[int]:
    """The constraints on a shortest way from the origin that every way less than ``shortfall`` longer takes, by number.

    The way is given as steps (from, to, number). ``days`` are the distances from the origin in the graph, which holds no contradiction.
    Conservative: some that are needed may be missing.
    """
    places = {0: 0} | {head: place for place, (_, head, _) in enumerate(way, start=1)}
    steps, arriving = {number for *_, number in way}, Leaving(graph.backward)
    cost: dict[int, int] = {}
    waiting = [(0, way[-1][1])] if way else []
    group: dict[int, int] = {}
    spans: list[tuple[int, int]] = []

    def root(point: int) -> int:
        while (up := group.get(point, point)) != point:
            group[point] = point = group.get(up, up)
        return point

    links: list[tuple[int, int]] = []
    while waiting:
        extra, point = heappop(waiting)
        if point in cost:
            continue
        cost[point] = extra
        for number, (tail, weight) in arriving(point).items():
            more = extra + days[tail] + weight - days[point]
            if more < shortfall:
                heappush(waiting, (more, tail))
                if number not in steps:
                    links.append((tail, point))
    for tail, head in links:
        if tail not in places and head not in places:
            group[root(tail)] = root(head)
    touched: dict[int, list[int]] = {}
    for tail, head in links:
        ends = [places[point] for point in (tail, head) if point in places]
        if len(ends) == 2:
            spans.append((min(ends), max(ends)))
        elif ends:
            touched.setdefault(root(head if tail in places else tail), []).extend(ends)
    spans += [(min(found), max(found)) for found in touched.values()]
    bypassed = _inside(spans, len(way))
    return frozenset(number for place, (_, _, number) in enumerate(way) if place not in bypassed)


def _inside(spans: Sequence[tuple[int, int]], size: int) -> frozenset[int]:
    """The steps bypassed by some span."""
    change = [0] * (size + 1)
    for first, last in spans:
        change[first] += 1
        change[last] -= 1
    found, open_spans = set(), 0
    for place in range(size):
        open_spans += change[place]
        if open_spans:
            found.add(place)
    return frozenset(found)
