"""How two events lie in time, as constraints between their first and last days.

The thirteen relations of Allen (*Maintaining knowledge about temporal intervals*, Communications of the ACM 26, 1983) and those unions of them
that are conjunctions of comparisons (pointisable and convex: Vilain and Kautz 1986; Nökel 1989). What is not one, such as *before or
after*, is a choice: see ``network_alternatives``.
"""

from __future__ import annotations

from fontes.findings.network import Constraint

_INVERSE = {
    "after": "before",
    "after-or-same-day": "before-or-same-day",
    "met-by": "meets",
    "overlapped-by": "overlaps",
    "started-by": "starts",
    "finished-by": "finishes",
    "contains": "during",
    "covers": "within",
}
_RELATIONS = {
    # Allen's, each with its inverse above
    "before": "a.end < b.start",
    "meets": "a.end | b.start",
    "overlaps": "a.start < b.start, a.end |> b.start, a.end < b.end",
    "starts": "a.start = b.start, a.end < b.end",
    "during": "b.start < a.start, a.end < b.end",
    "finishes": "b.start < a.start, a.end = b.end",
    "equals": "a.start = b.start, a.end = b.end",
    # unions
    "before-or-same-day": "a.end <= b.start",
    "within": "b.start <= a.start, a.end <= b.end",
    "contemporary": "a.start <= b.end, b.start <= a.end",
    "starts-during": "b.start <= a.start, a.start <= b.end",
    "ends-during": "b.start <= a.end, a.end <= b.end",
}
ALLEN = ("before", "meets", "overlaps", "starts", "during", "finishes", "equals",
         "after", "met-by", "overlapped-by", "started-by", "contains", "finished-by")  # fmt: skip
"""The thirteen relations of which exactly one holds between two intervals that have a beginning before their end, if days meet on a shared day."""
RELATIONS = (*_RELATIONS, *_INVERSE)
"""Every relation there is a name for."""


def relation_constraints(
    name: str,
    a_start: int,
    a_end: int,
    b_start: int,
    b_end: int,
    claims: tuple[str, ...] = (),
    assumptions: tuple[str, ...] = (),
    meets: int = 1,
) -> tuple[Constraint, ...]:
    """The constraints by which event a stands in a relation to event b.

    ``meets`` is how many days after a's last day b begins where they meet: 1, the next day, or 0, the same day. *before* is any later
    day. Raises ValueError for a name there is none of.
    """
    if name in _INVERSE:
        a_start, a_end, b_start, b_end = b_start, b_end, a_start, a_end
    text = _RELATIONS.get(_INVERSE.get(name, name))
    if text is None:
        raise ValueError(f"no relation {name!r}; there are {', '.join(sorted(RELATIONS))}")
    points = {"a.start": a_start, "a.end": a_end, "b.start": b_start, "b.end": b_end}
    found: list[Constraint] = []
    for comparison in text.split(", "):
        left, sign, right = comparison.split()
        least, most = {"<": (1, None), "<=": (0, None), "=": (0, 0), "|": (meets, meets), "|>": (None, meets - 1)}[sign]
        found += apart(points[left], points[right], least, most, claims, assumptions)
    return tuple(found)


def apart(
    x: int, y: int, least: int | None, most: int | None, claims: tuple[str, ...] = (), assumptions: tuple[str, ...] = ()
) -> tuple[Constraint, ...]:
    """The point y lies between so many days after the point x; None: no limit; negative days: before it.

    With the origin as x these are the day numbers between which y lies.
    """
    low = () if least is None else (Constraint(y, x, -least, claims, assumptions),)
    return low if most is None else (*low, Constraint(x, y, most, claims, assumptions))


def lasting(
    start: int, end: int, least: int | None, most: int | None, claims: tuple[str, ...] = (), assumptions: tuple[str, ...] = ()
) -> tuple[Constraint, ...]:
    """An event lasts between so many days, its first and last included."""
    return apart(start, end, None if least is None else least - 1, None if most is None else most - 1, claims, assumptions)
