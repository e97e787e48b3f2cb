"""The inner loops of the closure, on plain sequences of whole numbers.

Written so that ``sweeps_fast`` can compile them as they stand for arrays, while Python runs them on lists: same code, same answers. ``Any``
stands for a list or an array of 64-bit integers.
"""

from __future__ import annotations

from typing import Any


def arrange(points: int, first: Any, head: Any, weight: Any, waiting: Any, order: Any) -> None:
    """Fill ``order`` with all points, the origin first, the others topologically along arrows of weight 0 or less (Kahn 1962).

    Arrows at the origin do not count. Where points wait for each other in a circle, the least goes first: circles of weight 0 are legal,
    and those that weigh less are found by the sweeps. ``waiting`` comes with zeros.
    """
    for arrow in range(first[1], first[points]):
        if weight[arrow] <= 0:
            waiting[head[arrow]] += 1
    order[0] = 0
    waiting[0] = -1
    filled = 1
    for point in range(1, points):
        if waiting[point] == 0:
            waiting[point] = -1
            order[filled] = point
            filled += 1
    taken = 1
    least = 1
    while taken < points:
        if taken == filled:
            while waiting[least] < 0:
                least += 1
            waiting[least] = -1
            order[filled] = least
            filled += 1
        point = order[taken]
        taken += 1
        for arrow in range(first[point], first[point + 1]):
            other = head[arrow]
            if weight[arrow] <= 0 and waiting[other] > 0:
                waiting[other] -= 1
                if waiting[other] == 0:
                    waiting[other] = -1
                    order[filled] = other
                    filled += 1


def sweep(first: Any, tail: Any, head: Any, weight: Any, there: Any, back: Any, distance: Any, parent: Any, dirty: Any, mark: Any) -> int:
    """Lower distances until nothing changes; the arrow that last improved a point is its ``parent`` (-1: none).

    Only what leaves ``dirty`` points is looked at. Sweeps along ``there``, then along ``back``, in turn. Returns -1, or a point from which
    following parents runs into a circle, which weighs less than 0: looked for when the origin is improved, and in each round from the second.
    """
    rounds = 0
    while True:
        changed = False
        for way in (there, back):
            for point in way:
                if dirty[point]:
                    dirty[point] = 0
                    base = distance[point]
                    for arrow in range(first[point], first[point + 1]):
                        other = head[arrow]
                        days = base + weight[arrow]
                        if days < distance[other]:
                            distance[other] = days
                            parent[other] = arrow
                            dirty[other] = 1
                            changed = True
                            if other == 0:
                                return 0
        if not changed:
            return -1
        rounds += 1
        if rounds > 1:
            for point in range(len(mark)):
                mark[point] = -1
            for start in range(len(mark)):
                point = start
                while mark[point] == -1:
                    mark[point] = start
                    if parent[point] < 0:
                        break
                    point = tail[parent[point]]
                    if mark[point] == start:
                        return int(point)
