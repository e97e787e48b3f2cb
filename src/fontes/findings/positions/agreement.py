"""How far voices agree: exact numbers over counts. A number never goes without its counts, and *n* goes first.

Scholars are a census and no sample: there is no confidence interval, but the range of a measure when one voice more is heard or one less.
Sources: C. van der Eijk, *Measuring Agreement in Ordered Rating Scales*, Quality & Quantity 35 (2001); R. Leik, *A Measure of Ordinal Consensus*,
Pacific Sociological Review 9 (1966); K. Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011). The order of stances is an
assumption that the reader makes; the equal steps of Tastle and Wierman are not assumed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import TypeVar

Counts = tuple[int, ...]
Measure = Callable[[Counts], Fraction | float | None]
Voice = TypeVar("Voice", bound=Hashable)
MOST_PLACEMENTS = 5_000
"""So many different counts are looked at; where dates allow more, no range is given."""


def van_der_eijk(counts: Counts) -> Fraction | None:
    """Agreement A of a distribution over ordered categories: 1 all in one, 0 spread evenly, −1 half at each end.

    The counts are taken apart into layers of equal height; each layer's agreement counts by its share. None for fewer than three categories or
    no voices.
    """
    total = sum(counts)
    if len(counts) < 3 or total == 0:
        return None
    left, found = list(counts), Fraction(0)
    while any(left):
        pattern = tuple(one > 0 for one in left)
        height = min(one for one in left if one)
        found += Fraction(height * sum(pattern), total) * _layer(pattern)
        left = [one - height if one else 0 for one in left]
    return found


def _layer(pattern: Sequence[bool]) -> Fraction:
    """A of a layer in which each category is either empty or full: unimodality times concentration."""
    size, full = len(pattern), sum(pattern)
    if full == 1:
        return Fraction(1)
    if full == size:
        return Fraction(0)
    triples = Counter(tuple(pattern[i] for i in three) for three in combinations(range(size), 3))
    even, broken = triples[True, True, False] + triples[False, True, True], triples[True, False, True]
    mode = Fraction((size - 2) * even - (size - 1) * broken, (size - 2) * (even + broken))
    return mode * (1 - Fraction(full - 1, size - 1))


def polarization(counts: Counts) -> Fraction | None:
    """(1 − A) / 2: 0 all in one category, ½ spread evenly, 1 half at each end. It hides *n* and must not stand alone."""
    agreement = van_der_eijk(counts)
    return None if agreement is None else (1 - agreement) / 2


def leik(counts: Counts) -> Fraction | None:
    """Leik's D, ordinal dispersion: 0 all in one category, 1 half at each end. None for fewer than two categories or no voices."""
    total, size = sum(counts), len(counts)
    if size < 2 or total == 0:
        return None
    shares = [Fraction(sum(counts[: upto + 1]), total) for upto in range(size - 1)]
    return 2 * sum((min(share, 1 - share) for share in shares), Fraction(0)) / (size - 1)


def entropy(counts: Counts) -> float | None:
    """Shannon entropy in bits; None without voices."""
    total = sum(counts)
    if total == 0:
        return None
    return -sum(one / total * math.log2(one / total) for one in counts if one) + 0.0


def normalised_entropy(counts: Counts) -> float | None:
    """H / log2 K, K the number of categories: 0 all in one, 1 spread evenly."""
    bits = entropy(counts)
    return None if bits is None or len(counts) < 2 else min(1.0, bits / math.log2(len(counts)))


def modal_share(counts: Counts) -> Fraction | None:
    """The share of the largest category."""
    total = sum(counts)
    return Fraction(max(counts), total) if total else None


def one_more_voice(measure: Measure, counts: Counts) -> tuple[Fraction | float, Fraction | float] | None:
    """The least and the most the measure can be after one voice more in any category, or one voice less; None where never defined."""
    return _range(measure, _neighbours(counts))


def _neighbours(counts: Counts) -> Iterable[Counts]:
    for place, one in enumerate(counts):
        yield (*counts[:place], one + 1, *counts[place + 1 :])
        if one:
            yield (*counts[:place], one - 1, *counts[place + 1 :])


def _range(measure: Measure, them: Iterable[Counts]) -> tuple[Fraction | float, Fraction | float] | None:
    values = [value for one in them if (value := measure(one)) is not None]
    return (min(values), max(values)) if values else None


def placements(voices: Iterable[frozenset[str]], categories: Sequence[str]) -> frozenset[Counts] | None:
    """Every count over the categories that some choice of one option a voice gives; other options count nowhere.

    None where there are more than `MOST_PLACEMENTS`.
    """
    number = {option: place for place, option in enumerate(categories)}
    chosen = [frozenset(number.get(option, -1) for option in voice) for voice in voices]
    sure = Counter(next(iter(places)) for places in chosen if len(places) == 1)  # who may stand in one way only is the same in every placement
    found = {tuple(sure[place] for place in range(len(categories)))}
    for places in (one for one in chosen if len(one) != 1):
        found = {
            counts if place < 0 else (*counts[:place], counts[place] + 1, *counts[place + 1 :]) for counts in found for place in places
        }
        if len(found) > MOST_PLACEMENTS:
            return None
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure over every admissible placement of dates and stances, from ``least`` to ``most``; equal where nothing is left open.

    ``one_more``: the same after one voice more at any stance or one less. None where it is not defined, with ``why``: ``no voices``, or
    ``too many`` ways in which the dates may lie.
    """

    name: str
    least: Fraction | float | None
    most: Fraction | float | None
    one_more: tuple[Fraction | float, Fraction | float] | None
    why: str = ""


UNORDERED: Mapping[str, Measure] = {"normalised entropy": normalised_entropy, "modal share": modal_share}
ORDERED: Mapping[str, Measure] = {"polarization": polarization, "Leik's D": leik}


def measured(voices: Sequence[frozenset[str]], categories: Sequence[str], measures: Mapping[str, Measure]) -> tuple[Measured, ...]:
    """Measures of what these voices may hold."""
    found = placements(voices, categories)
    if found is None:
        return tuple(Measured(name, None, None, None, "too many") for name in measures)
    more = {near for one in found for near in _neighbours(one)}
    return tuple(_measured(name, measure, found, more) for name, measure in measures.items())


def _measured(name: str, measure: Measure, found: Iterable[Counts], more: Iterable[Counts]) -> Measured:
    ends = _range(measure, found)
    if ends is None:
        return Measured(name, None, None, None, "no voices")
    return Measured(name, *ends, _range(measure, more))


@dataclass(frozen=True, slots=True)
class Decomposition:
    """A change in the share of voices that hold something, taken apart exactly: ``change`` is the sum of the three parts.

    ``changed_mind``: voices heard at both dates; ``newcomers``: heard only at the second; ``leavers``: heard only at the first. ``before`` and
    ``after`` are the shares, ``heard`` how many voices at each date, ``stayed`` how many at both.
    """

    before: Fraction
    after: Fraction
    changed_mind: Fraction
    newcomers: Fraction
    leavers: Fraction
    heard: tuple[int, int]
    stayed: int

    @property
    def change(self) -> Fraction:
        """The difference of the shares."""
        return self.after - self.before


Stood = tuple[bool | None, bool | None]
"""Whether a voice held it at the first date and at the second; None where it was not heard."""


def decomposed(before: Mapping[Voice, bool], after: Mapping[Voice, bool]) -> Decomposition | None:
    """Take apart the change of a share between two dates, from who holds it among those heard at each; None where at one nobody is heard.

    With stayers C, entrants E, their shares s of the voices at the second date, and p the share holding it: Δp = s_C (p_C1 − p_C0) +
    s_E (p_E1 − p_0) + s_C (p_C0 − p_0).
    """
    return taken_apart(Counter((before.get(one), after.get(one)) for one in before.keys() | after.keys()))


def taken_apart(voices: Mapping[Stood, int]) -> Decomposition | None:
    """The same from how many voices stood in each way at the two dates."""

    def among(keep: Callable[[Stood], bool]) -> int:
        return sum(many for stood, many in voices.items() if keep(stood))

    heard = among(lambda one: one[0] is not None), among(lambda one: one[1] is not None)
    if not all(heard):
        return None
    stayed = among(lambda one: None not in one)
    came, came_holding = heard[1] - stayed, among(lambda one: one == (None, True))
    old, new = Fraction(among(lambda one: one[0] is True), heard[0]), Fraction(among(lambda one: one[1] is True), heard[1])
    then = _part(among(lambda one: one[0] is True and one[1] is not None), stayed)
    now = _part(among(lambda one: one[1] is True and one[0] is not None), stayed)
    staying, coming = Fraction(stayed, heard[1]), Fraction(came, heard[1])
    return Decomposition(
        old, new, staying * (now - then), coming * (_part(came_holding, came) - old), staying * (then - old), heard, stayed,
    )  # fmt: skip


def _part(holding: int, among: int) -> Fraction:
    """The share among some voices; of nobody, 0 (it is then multiplied by 0)."""
    return Fraction(holding, among) if among else Fraction(0)


LEVELS = ("nominal", "ordinal", "interval", "ratio")


def krippendorff_alpha(coders: Sequence[Sequence[Hashable | None]], level: str = "nominal") -> Fraction | None:
    """Reliability of coders reading the same units: 1 perfect, 0 as by chance. None where it is undefined: nothing to compare, or all alike.

    `coders` are rows of values for the same units, None where a coder has none. Above ``nominal`` the values are numbers; ``ratio`` takes
    none below 0. It measures the coding and is no measure of consensus on one claim: there the expected disagreement degenerates. Raises
    ValueError for another level or rows of unequal length.
    """
    if level not in LEVELS or len({len(row) for row in coders}) > 1:
        raise ValueError(f"'{level}' is none of {', '.join(LEVELS)}, or the coders' rows are not of one length.")
    units = [[value for value in unit if value is not None] for unit in zip(*coders, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    totals = Counter(value for unit in units for value in unit)
    pairs: Counter[tuple[Hashable, Hashable]] = Counter()
    observed = Fraction(0)
    distance = _distance(level, totals)
    for unit in units:
        pairs = Counter((one, other) for place, one in enumerate(unit) for at, other in enumerate(unit) if place != at)
        observed += sum((number * distance(*pair) for pair, number in pairs.items()), Fraction(0)) / (len(unit) - 1)
    expected = sum((totals[one] * totals[other] * distance(one, other) for one in totals for other in totals), Fraction(0))
    return 1 - (sum(totals.values()) - 1) * observed / expected if expected else None


def alpha_over_units(
    coders: Sequence[Sequence[Hashable | None]], level: str = "nominal", times: int = 1000, seed: int = 1
) -> tuple[Fraction, Fraction] | None:
    """How far alpha hangs on which units were coded: its 25th and 975th of a thousand when as many units are drawn with return.

    The draws are the same for the same ``seed``. Draws in which alpha is not defined are left out; None where it never is. Units are a sample of
    passages, so this is fair here, and would not be for voices, who are a census. Raises ValueError as `krippendorff_alpha`.
    """
    units, draw = list(zip(*coders, strict=True)), Random(seed)
    if krippendorff_alpha(coders, level) is None:
        return None
    found = sorted(
        alpha
        for _ in range(times)
        if (alpha := krippendorff_alpha(list(zip(*draw.choices(units, k=len(units)), strict=True)), level)) is not None
    )
    return (found[len(found) * 25 // 1000], found[min(len(found) - 1, len(found) * 975 // 1000)]) if found else None


def _distance(level: str, totals: Counter[Hashable]) -> Callable[[Hashable, Hashable], Fraction]:
    if level == "nominal":
        return lambda one, other: Fraction(one != other)
    number = {value: Fraction(str(value)) for value in totals}
    if level == "interval":
        return lambda one, other: (number[one] - number[other]) ** 2
    if level == "ratio":
        return lambda one, other: ((number[one] - number[other]) / (number[one] + number[other])) ** 2 if one != other else Fraction(0)

    def ordinal(one: Hashable, other: Hashable) -> Fraction:
        low, high = sorted((number[one], number[other]))
        between = sum(many for value, many in totals.items() if low <= number[value] <= high)
        return (between - Fraction(totals[one] + totals[other], 2)) ** 2 if one != other else Fraction(0)

    return ordinal
