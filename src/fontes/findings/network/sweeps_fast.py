"""The sweeps compiled by numba, where it is installed (``pip install fontes[fast]``); the answers are the same.

Loading numba takes longer than a network of ten thousand events takes without it, so it is loaded only for networks that repay it, or
when ``load`` asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any, NamedTuple

from fontes.findings.network import sweeps as network_sweeps

REPAYS = 150_000
"""Constraints from which on a network repays loading numba."""


class Compiled(NamedTuple):
    """``network_sweeps`` and a sort, for arrays of 64-bit integers."""

    arrange: Callable[..., None]
    sweep: Callable[..., int]
    counted: Callable[..., None]
    lighter_first: Callable[..., None]


@cache
def load() -> Compiled | None:
    """The compiled sweeps; None where numba is not installed. The first call on a machine compiles, which takes seconds."""
    if find_spec("numba") is None:
        return None
    from numba import njit

    made: list[Any] = []
    for function in (network_sweeps.arrange, network_sweeps.sweep, counted, lighter_first):
        try:
            made.append(njit(cache=True)(function))
        except RuntimeError:  # nowhere to keep what is compiled: every process compiles
            made.append(njit(function))
    return Compiled(*made)


def for_size(constraints: int) -> Compiled | None:
    """The compiled sweeps, if they are loaded already or the network repays loading them."""
    return load() if load.cache_info().currsize or constraints >= REPAYS else None


def counted(key: Any, before: Any, after: Any, first: Any) -> None:
    """Sort the numbers in ``before`` by their key into ``after``, keeping the order of equals; ``first`` gets where each key begins."""
    for place in range(len(first)):
        first[place] = 0
    for number in before:
        first[key[number] + 1] += 1
    for place in range(1, len(first)):
        first[place] += first[place - 1]
    for number in before:
        after[first[key[number]]] = number
        first[key[number]] += 1
    for place in range(len(first) - 1, 0, -1):
        first[place] = first[place - 1]
    first[0] = 0


def lighter_first(x: Any, y: Any, weight: Any, order: Any) -> None:
    """In an order by ``x`` and ``y``, put the lighter of equals first (insertion: equals are few and near)."""
    for place in range(1, len(order)):
        one = order[place]
        at = place
        while at > 0 and x[order[at - 1]] == x[one] and y[order[at - 1]] == y[one] and weight[order[at - 1]] > weight[one]:
            order[at] = order[at - 1]
            at -= 1
        order[at] = one
