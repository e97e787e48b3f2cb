"""Where the things of a graph stand: columns from left to right, few crossings, lines as level as they can be.

Layers, then orders, then places (Sugiyama, Tagawa and Toda, IEEE Trans. SMC 11, 1981). A thing on which several others rest sends out one
line, which runs through a place of its own in every column it passes and branches off: so no line crosses a text. Orders are by barycentre;
places are the least squares under the order, by pooling adjacent violators (Ayer and others, Annals of Mathematical Statistics 26, 1955).
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass

Pair = tuple[int, int]
ROUNDS = 8
"""So often the columns are ordered from left to right and back; the best order found is kept."""
_LEVEL = 4
"""How much more a line through a column wants to stay level than one that ends there."""


@dataclass(frozen=True, slots=True)
class Layout:
    """For each thing its column (0 is left) and the height of its middle; for each line through a column its height there.

    ``spans`` are the steps of lines from one column to the next: where from, where to (slots), and the thing they come from. A slot
    below the number of things is that thing, any other a place through which a line passes: ``slots`` has its column and height.
    """

    columns: tuple[int, ...]
    slots: tuple[tuple[int, float], ...]
    spans: tuple[tuple[int, int, int], ...]
    height: float


def layout(heights: Sequence[float], lines: Sequence[Pair], gap: float = 20, passing: float = 14) -> Layout:
    """Place things of these heights; a line (behind, before) leads to the right. What nothing lies behind stands in the first column.

    The lines must hold no circle, and number 0 must be the one thing on which nothing else rests.
    """
    columns = columns_of(len(heights), lines)
    slots, spans = _slots(columns, lines)
    order = ordered(_begun(slots, spans, max(columns, default=0) + 1), _steps(spans))
    tall = [heights[at] + gap if at < len(heights) else passing for at in range(len(slots))]
    middles = _placed(order, _steps(spans), tall, len(heights))
    top = min((middle - tall[at] / 2 for at, middle in enumerate(middles)), default=0)
    bottom = max((middle + tall[at] / 2 for at, middle in enumerate(middles)), default=0)
    placed = tuple((column, middles[at] - top) for at, column in enumerate(slots))
    return Layout(tuple(columns), placed, tuple(spans), bottom - top)


def columns_of(count: int, lines: Sequence[Pair]) -> list[int]:
    """Each thing as far to the right as what rests on it allows; what rests on nothing at the left."""
    before: list[list[int]] = [[] for _ in range(count)]
    behind: list[list[int]] = [[] for _ in range(count)]
    for left, right in lines:
        before[left].append(right)
        behind[right].append(left)
    waits = [len(them) for them in before]
    far = [0] * count
    ready = [at for at in range(count) if not waits[at]]
    for at in ready:
        for left in behind[at]:
            far[left] = max(far[left], far[at] + 1)
            waits[left] -= 1
            if not waits[left]:
                ready.append(left)
    last = max(far, default=0)
    return [last - steps if behind[at] or not before[at] else 0 for at, steps in enumerate(far)]


def _slots(columns: Sequence[int], lines: Sequence[Pair]) -> tuple[list[int], list[tuple[int, int, int]]]:
    """The column of every slot, and the steps of the lines: one run for each thing, as far as the furthest that rests on it."""
    slots, spans = list(columns), []
    reached: dict[int, list[int]] = {}
    for behind, before in lines:
        reached.setdefault(behind, []).append(before)
    for behind, them in reached.items():
        run = {columns[behind]: behind}
        for column in range(columns[behind] + 1, max(columns[before] for before in them)):
            run[column] = len(slots)
            slots.append(column)
            spans.append((run[column - 1], run[column], behind))
        spans += [(run[columns[before] - 1], before, behind) for before in them]
    return slots, spans


def _steps(spans: Sequence[tuple[int, int, int]]) -> list[Pair]:
    return [(start, end) for start, end, _ in spans]


def _begun(slots: Sequence[int], spans: Sequence[tuple[int, int, int]], count: int) -> list[list[int]]:
    """The first order: as one meets things going down from the top, line by line."""
    under: list[list[int]] = [[] for _ in slots]
    for start, end, _ in spans:
        under[end].append(start)
    made: list[list[int]] = [[] for _ in range(count)]
    seen = set[int]()
    waiting = [at for at in range(len(slots) - 1, -1, -1) if slots[at] == count - 1]
    while waiting:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            made[slots[at]].append(at)
            waiting.extend(reversed(under[at]))
    for at, column in enumerate(slots):
        if at not in seen:
            made[column].append(at)
    return made


def ordered(begun: list[list[int]], steps: Sequence[Pair]) -> list[list[int]]:
    """Columns in an order with few crossings: each slot by the mean place of its neighbours in the column before, there and back."""
    before, behind = _neighbours(begun, steps)
    best, fewest = begun, crossings(begun, steps)
    now = begun
    for round_ in range(ROUNDS):
        if not fewest:
            break
        now = [list(column) for column in now]
        rightward = round_ % 2 == 0
        order = range(1, len(now)) if rightward else range(len(now) - 2, -1, -1)
        near = behind if rightward else before
        for column in order:
            places = {at: place for place, at in enumerate(now[column - 1 if rightward else column + 1])}
            here = {at: float(place) for place, at in enumerate(now[column])}
            for at in now[column]:
                if near[at]:
                    here[at] = sum(places[each] for each in near[at]) / len(near[at])
            now[column].sort(key=here.__getitem__)
        found = crossings(now, steps)
        if found < fewest:
            best, fewest = now, found
    return best


def _neighbours(columns: Sequence[Sequence[int]], steps: Sequence[Pair]) -> tuple[list[list[int]], list[list[int]]]:
    count = sum(map(len, columns))
    before: list[list[int]] = [[] for _ in range(count)]
    behind: list[list[int]] = [[] for _ in range(count)]
    for start, end in steps:
        before[start].append(end)
        behind[end].append(start)
    return before, behind


def crossings(columns: Sequence[Sequence[int]], steps: Sequence[Pair]) -> int:
    """How many pairs of steps cross."""
    place = {at: (column, row) for column, them in enumerate(columns) for row, at in enumerate(them)}
    between: dict[int, list[Pair]] = {}
    for start, end in steps:
        between.setdefault(place[start][0], []).append((place[start][1], place[end][1]))
    count = 0
    for pairs in between.values():
        seen: list[int] = []
        for _, row in sorted(pairs):
            count += len(seen) - bisect_right(seen, row)
            insort(seen, row)
    return count


def _placed(columns: Sequence[Sequence[int]], steps: Sequence[Pair], tall: Sequence[float], things: int) -> list[float]:
    """The middle of every slot: near the middles of its neighbours, in its order, and none over another."""
    before, behind = _neighbours(columns, steps)
    middles = [0.0] * len(tall)
    for column in columns:
        at = 0.0
        for slot in column:
            middles[slot] = at + tall[slot] / 2
            at += tall[slot]
    last = len(columns) - 1
    for way in (before, behind, before, behind, None, None):
        them = range(last, -1, -1) if way is before or way is None else range(last + 1)
        for at_column in them:
            wanted, weights = [], []
            for slot in columns[at_column]:
                near = way[slot] if way is not None else [*before[slot], *behind[slot]]
                pulls = [(middles[each], _LEVEL if slot >= things or each >= things else 1) for each in near]
                heavy = sum(weight for _, weight in pulls)
                wanted.append(sum(y * weight for y, weight in pulls) / heavy if heavy else middles[slot])
                weights.append(float(heavy or 1))
            for slot, middle in zip(columns[at_column], apart(wanted, [tall[slot] for slot in columns[at_column]], weights), strict=True):
                middles[slot] = middle
    return middles


def apart(wanted: Sequence[float], tall: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Middles in this order, each pair at least half of both heights apart, with the least weighted sum of squares from those wanted."""
    offsets, at = [], 0.0
    for each in tall:
        offsets.append(at + each / 2)
        at += each
    pools: list[list[float]] = []  # mean, weight, how many
    for want, offset, weight in zip(wanted, offsets, weights, strict=True):
        pools.append([want - offset, weight, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, heavy, count = pools.pop()
            last = pools[-1]
            last[0] = (last[0] * last[1] + mean * heavy) / (last[1] + heavy)
            last[1] += heavy
            last[2] += count
    means = [mean for mean, _, count in pools for _ in range(int(count))]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
