"""Measures of agreement: published numbers, laws, and twins that count by brute force."""

from __future__ import annotations

import math
from collections import Counter
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.findings.positions import agreement
from fontes.findings.positions.agreement import (
    LEVELS,
    Counts,
    decomposed,
    entropy,
    krippendorff_alpha,
    leik,
    measured,
    modal_share,
    normalised_entropy,
    one_more_voice,
    placements,
    polarization,
    van_der_eijk,
)

counts_ = st.lists(st.integers(0, 9), min_size=3, max_size=7).map(tuple)
some = counts_.filter(any)

# ---- published numbers

# Van der Eijk 2001, the seven-point scale of his example, as recomputed exactly.
SEVEN = (30, 40, 210, 130, 530, 50, 10)
# Krippendorff 2011, four observers by twelve units.
OBSERVERS = ("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")


def rows(lines: tuple[str, ...]) -> list[list[int | None]]:
    return [[None if word == "." else int(word) for word in line.split()] for line in lines]


def test_published_numbers_of_ordinal_agreement() -> None:
    assert van_der_eijk(SEVEN) == Fraction(6113333, 10_000_000) + Fraction(1, 30_000_000)
    assert polarization(SEVEN) == pytest.approx(0.1943333, abs=1e-7)
    assert entropy(SEVEN) == pytest.approx(1.96097, abs=1e-5)
    assert leik(SEVEN) == pytest.approx(0.2866667, abs=1e-7)


@pytest.mark.parametrize(("counts", "expected"), [((0, 9, 0, 0), 1), ((4, 4, 4, 4), 0), ((5, 0, 0, 5), -1), ((2, 0, 0, 0, 0, 2), -1)])
def test_the_fixed_points_of_agreement(counts: Counts, expected: int) -> None:
    assert van_der_eijk(counts) == expected


def test_with_fewer_than_three_categories_or_nobody_it_is_not_defined() -> None:
    assert van_der_eijk((3, 4)) is None and van_der_eijk((0, 0, 0)) is None and polarization((3, 4)) is None
    assert leik((0, 0)) is None and entropy(()) is None and modal_share((0,)) is None and normalised_entropy((3,)) is None


@pytest.mark.parametrize(("level", "expected"), [*zip(LEVELS, (0.743421, 0.815388, 0.849107, 0.797403), strict=True)])
def test_published_alpha(level: str, expected: float) -> None:
    assert krippendorff_alpha(rows(OBSERVERS), level) == pytest.approx(expected, abs=1e-6)


def test_alpha_is_undefined_where_all_is_alike_or_nothing_compares() -> None:
    assert krippendorff_alpha([[1, 1], [1, 1]]) is None
    assert krippendorff_alpha([[1, None], [None, 2]]) is None
    assert krippendorff_alpha([[1, 2, 1], [1, 2, 1]]) == 1


def test_alpha_hangs_on_the_units_that_were_coded() -> None:
    low, high = agreement.alpha_over_units(rows(OBSERVERS), "nominal", 200) or (0, 0)
    assert low < Fraction("0.743421") < high <= 1 and low == (agreement.alpha_over_units(rows(OBSERVERS), "nominal", 200) or (0,))[0]
    assert agreement.alpha_over_units([[1, 2, 1], [1, 2, 1]], times=50) == (1, 1), "where all agree, whatever is drawn"
    assert agreement.alpha_over_units([[1, 1], [1, 1]]) is None


def test_alpha_refuses_what_it_cannot_compare() -> None:
    with pytest.raises(ValueError, match="none of nominal"):
        krippendorff_alpha([[1], [2]], "metric")
    with pytest.raises(ValueError, match="not of one length"):
        krippendorff_alpha([[1], [2, 3]])


# ---- twins


def direct_alpha(coders: list[list[int | None]], level: str) -> Fraction | None:
    """Pairs of values, each as often as the definition says: within units weighed by 1 / (m − 1), and over all pairable values."""
    units = [[value for value in unit if value is not None] for unit in zip(*coders, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    values = [value for unit in units for value in unit]
    tally = Counter(values)

    def apart(one: int, other: int) -> Fraction:
        if level == "nominal":
            return Fraction(int(one != other))
        if level == "interval":
            return Fraction(one - other) ** 2
        if level == "ratio":
            return Fraction(one - other, one + other) ** 2
        ranks = [tally[value] for value in range(min(one, other), max(one, other) + 1)]
        return (sum(ranks) - Fraction(tally[one] + tally[other], 2)) ** 2

    seen = sum((apart(a, b) / (len(unit) - 1) for unit in units for a, b in permutations(unit, 2)), Fraction(0))
    chance = sum((apart(a, b) for a, b in permutations(values, 2)), Fraction(0))
    return 1 - (seen / len(values)) / (chance / (len(values) * (len(values) - 1))) if chance else None


@given(st.integers(1, 6).flatmap(lambda n: st.lists(st.lists(st.none() | st.integers(1, 5), min_size=n, max_size=n), min_size=2, max_size=4)))
@settings(max_examples=60)
@pytest.mark.parametrize("level", LEVELS)
def test_alpha_is_one_less_observed_over_expected_disagreement(level: str, coders: list[list[int | None]]) -> None:
    assert krippendorff_alpha(coders, level) == direct_alpha(coders, level)


@given(some)
def test_the_range_of_one_voice_more_or_less_is_that_of_trying_each(counts: Counts) -> None:
    tried = []
    for place, step in product(range(len(counts)), (1, -1)):
        changed = list(counts)
        changed[place] += step
        if changed[place] >= 0 and any(changed):
            tried.append(modal_share(tuple(changed)))
    assert one_more_voice(modal_share, counts) == (min(tried), max(tried))  # type: ignore[type-var]


@given(st.lists(st.frozensets(st.sampled_from(["a", "b", "silent"]), min_size=1), max_size=5))
def test_placements_are_all_choices(voices: list[frozenset[str]]) -> None:
    every = {tuple(choice.count(category) for category in ("a", "b")) for choice in product(*voices)}
    assert placements(voices, ("a", "b")) == every


def test_beyond_the_limit_no_range_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "MOST_PLACEMENTS", 3)
    (found,) = measured([frozenset("ab")] * 4, ("a", "b"), {"modal share": modal_share})
    assert (found.least, found.most, found.one_more, found.why) == (None, None, None, "too many")


def test_open_dates_make_a_measure_a_range() -> None:
    (found,) = measured([frozenset("a"), frozenset({"b", "silent"})], ("a", "b"), {"modal share": modal_share})
    assert (found.least, found.most) == (Fraction(1, 2), 1)
    assert found.one_more == (Fraction(1, 2), 1)
    (nobody,) = measured([frozenset({"silent"})], ("a", "b"), {"modal share": modal_share})
    assert nobody.why == "no voices"


# ---- laws


@given(some)
def test_ranges(counts: Counts) -> None:
    a, d, h = van_der_eijk(counts), leik(counts), normalised_entropy(counts)
    assert a is not None and d is not None and h is not None
    assert -1 <= a <= 1 and 0 <= d <= 1 and 0 <= h <= 1
    assert polarization(counts) == (1 - a) / 2


@given(some, st.integers(2, 5))
def test_a_measure_hides_n(counts: Counts, times: int) -> None:
    more = tuple(one * times for one in counts)
    assert van_der_eijk(more) == van_der_eijk(counts) and leik(more) == leik(counts) and modal_share(more) == modal_share(counts)
    assert math.isclose(normalised_entropy(more) or 0, normalised_entropy(counts) or 0, abs_tol=1e-12)


@given(some)
def test_an_order_read_backwards_is_the_same_agreement(counts: Counts) -> None:
    assert van_der_eijk(counts[::-1]) == van_der_eijk(counts)
    assert leik(counts[::-1]) == leik(counts)


@given(some, st.randoms())
def test_without_an_order_the_order_is_nothing(counts: Counts, chance: object) -> None:
    shuffled = list(counts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert math.isclose(entropy(tuple(shuffled)) or 0, entropy(counts) or 0, abs_tol=1e-12)
    assert modal_share(tuple(shuffled)) == modal_share(counts)


people = st.dictionaries(st.integers(0, 9), st.booleans(), min_size=1)


@given(people, people)
def test_a_change_is_exactly_the_sum_of_its_parts(before: dict[int, bool], after: dict[int, bool]) -> None:
    found = decomposed(before, after)
    assert found is not None
    assert found.changed_mind + found.newcomers + found.leavers == found.change
    assert found.before == Fraction(sum(before.values()), len(before)) and found.after == Fraction(sum(after.values()), len(after))


@given(people, st.randoms())
def test_where_nobody_comes_or_goes_only_minds_change(before: dict[int, bool], chance: object) -> None:
    after = {one: chance.random() < 0.5 for one in before}  # type: ignore[attr-defined]
    found = decomposed(before, after)
    assert found is not None and found.newcomers == found.leavers == 0 and found.changed_mind == found.change


@given(people, people)
def test_where_nobody_changes_their_mind_that_part_is_nothing(before: dict[int, bool], after: dict[int, bool]) -> None:
    found = decomposed(before, {one: before.get(one, holds) for one, holds in after.items()})
    assert found is not None and found.changed_mind == 0


def test_the_dead_and_the_converted_are_told_apart() -> None:
    old = {"a": True, "b": True, "c": False}
    died = decomposed(old, {"a": True, "c": False})
    turned = decomposed(old, {"a": True, "b": False, "c": False})
    came = decomposed(old, old | {"d": False})
    assert died and (died.changed_mind, died.newcomers, died.leavers) == (0, 0, Fraction(-1, 6))
    assert turned and (turned.changed_mind, turned.newcomers, turned.leavers) == (Fraction(-1, 3), 0, 0)
    assert came and (came.changed_mind, came.newcomers, came.leavers) == (0, Fraction(-1, 6), 0)
    assert decomposed({}, old) is None and decomposed(old, {}) is None
