"""Laws of figures: nearness in digits against a twin that tries every slip, and comparisons against every pair."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.findings.figures import Figures, Pointing, Slip, figures_in
from fontes.findings.figures.compared import described
from fontes.findings.figures.digits import digits, near, slipped, telling
from fontes.findings.support.status import evaluate_corpus
from fontes.model.corpus import Corpus

from .test_gaps_laws import compiled

NUMBERS = st.text("0123", min_size=1, max_size=5)


def slips(number: str, signs: str = "0123456789") -> dict[str, set[Slip]]:
    """Every number one slip away, by trying all of them."""
    made: dict[str, set[Slip]] = {}

    def add(other: str, slip: Slip) -> None:
        if other != number and other:
            made.setdefault(other, set()).add(slip)

    for place in range(len(number) + 1):
        for sign in signs:
            add(number[:place] + sign + number[place:], Slip.ADDED)
            add(number[:place] + sign + number[place + 1 :], Slip.CHANGED) if place < len(number) else None
        add(number[:place] + number[place + 1 :], Slip.DROPPED)
        add(number[:place] + number[place : place + 2][::-1] + number[place + 2 :], Slip.SWAPPED)
    return made


@given(NUMBERS, NUMBERS)
@settings(max_examples=400)
def test_a_slip_is_found_exactly_where_one_is(one: str, other: str) -> None:
    found = slipped(one, other)
    assert (found is not None) == (other in slips(one))
    if found is not None:
        assert found.slip in slips(one)[other]


@given(NUMBERS, NUMBERS)
@settings(max_examples=200)
def test_apart_is_apart_from_both_sides(one: str, other: str) -> None:
    there, back = slipped(one, other), slipped(other, one)
    assert (there is None) == (back is None) and telling(one, other) == telling(other, one)
    if there is not None and back is not None:
        assert back.turned() == there and there.turned() == back


@given(NUMBERS, NUMBERS)
def test_the_place_and_the_digits_are_where_they_differ(one: str, other: str) -> None:
    found = slipped(one, other)
    if found is None:
        return
    at = found.place - 1
    if found.slip is Slip.ADDED:
        assert other[:at] + other[at + 1 :] == one and other[at] == found.is_
    elif found.slip is Slip.DROPPED:
        assert one[:at] + one[at + 1 :] == other and one[at] == found.was
    else:
        assert one[: at] + found.is_ + one[at + len(found.was) :] == other and one[at:].startswith(found.was)


@given(st.lists(st.one_of(NUMBERS, st.builds("{}.{}".format, NUMBERS, NUMBERS)), max_size=12))
@settings(max_examples=200)
def test_near_finds_every_pair(numbers: list[str]) -> None:
    expected = [(one, other) for one, other in combinations(sorted(set(numbers)), 2) if slipped(one, other)]
    assert list(near(numbers)) == expected


@pytest.mark.parametrize(("value", "written"), [("36761", "36761"), ("1E+3", "1000"), ("2.50", "2.5"), ("3.0", "3"), ("0", "0"), ("0.05", "0.05")])
def test_digits_of_a_number(value: str, written: str) -> None:
    assert digits(Decimal(value)) == written


def test_a_point_is_no_digit() -> None:
    assert slipped("15", "1.5") is None and slipped("1.5", "1.6") is not None
    found = slipped("12.5", "12.6")
    assert found is not None and found.place == 3


VALUES = ["1234", "1324", "123", "1244", "40000", "500", "500..1234"]


@st.composite
def drawn(draw: st.DrawFn) -> list[str]:
    made = ['agent a "A"', 'agent b "B"', 'question q0 "Q?"', 'question q1 "R?"', 'source s "S"\n  origin recorded', 'source t "T"']
    for number in range(draw(st.integers(1, 6))):
        rests = draw(st.sampled_from(["", "\n  rests-on s", "\n  rests-on t", *(f"\n  rests-on p{n}" for n in range(number))]))
        of, value, unit = draw(st.sampled_from(["men", "Men ", "shot, of 600"])), draw(st.sampled_from(VALUES)), draw(st.sampled_from("xy"))
        answers = draw(st.sampled_from(["", "\n  answers q0", "\n  answers q1"]))
        made.append(f'proposition p{number} "P{number}."{answers}\n  figure {value} {unit} of "{of}"')
        year = draw(st.integers(1930, 1935))
        made.append(f"{year} {draw(st.sampled_from('ab'))} asserts p{number}   ^l{number}{rests}")
    return made


def made(corpus: Corpus) -> Figures:
    return figures_in(evaluate_corpus(corpus))


def shape(found: Figures) -> object:
    pointed = [
        (one.kind, one.one.key, one.other.key if one.other else None, one.kinship, one.slip, one.number, one.statements) for one in found.pointed
    ]
    rivals = [(one.question, one.unit, [each.key for each in one.figures]) for one in found.rivals]
    return pointed, rivals, [(one.source, one.figures, one.doubtful, one.alone) for one in found.documents]


@given(drawn(), st.integers())
@settings(max_examples=40, deadline=None)
def test_order_never_matters(lines: list[str], seed: int) -> None:
    assert shape(made(compiled(lines))) == shape(made(compiled(Random(seed).sample(lines, len(lines)))))


@given(drawn())
@settings(max_examples=80, deadline=None)
def test_what_is_pointed_out_is_what_every_pair_shows(lines: list[str]) -> None:
    corpus = compiled(lines)
    found = made(corpus)
    them = {one.proposition: one for rivals in found.rivals for one in rivals.figures}
    below = {one: {other for other in them if other in them[one].below} for one in them}
    roots = {one: {end.source for end in them[one].behind} for one in them}
    expected = set()
    for one, other in combinations(sorted(them), 2):
        a, b = them[one].figure, them[other].figure
        if a.unit != b.unit:
            continue
        linked = one in below[other] or other in below[one] or roots[one] & roots[other]
        beside = bool(linked) or not set(them[one].questions).isdisjoint(them[other].questions)
        same, alike = (a.least, a.most) == (b.least, b.most), described(a) == described(b)
        if same and not alike and beside:
            expected.add((Pointing.SAME_VALUE, one, other))
        if alike and (a.most < b.least or b.most < a.least):
            expected.add((Pointing.SAME_DESCRIPTION, one, other))
        ends = [(digits(a.least), digits(b.least)), (digits(a.most), digits(b.most))]
        apart = ends[:1] if a.least == a.most and b.least == b.most else [pair for pair in ends if pair[0] != pair[1]]
        slip = slipped(*apart[0]) if len(apart) == 1 else None
        if slip and ((telling(*apart[0]) and beside) or (alike and slip.slip is not Slip.CHANGED)):
            expected.add((Pointing.DIGIT, one, other))
    pairs = [one for one in found.pointed if one.other is not None]
    assert {(one.kind, *sorted((one.one.proposition, one.other.proposition))) for one in pairs if one.other} == expected
    assert {one.one.proposition for one in found.pointed if one.other is None} == {
        name for name, one in them.items() if "600" in one.figure.of and one.figure.least > 600
    }


@given(drawn())
@settings(max_examples=40, deadline=None)
def test_documents_are_the_ends_that_several_figures_share(lines: list[str]) -> None:
    from fontes.findings import origins

    corpus = compiled(lines)
    ends = {name: {end.id for end in origins(corpus, name).origins} & {"s", "t"} for name in corpus.propositions}
    groups = {root: tuple(sorted(name for name in ends if root in ends[name])) for root in ("s", "t")}
    assert {one.source: one.figures for one in made(corpus).documents} == {root: names for root, names in groups.items() if len(names) > 1}
