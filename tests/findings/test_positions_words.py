"""Disputes, words, measures and change: what is made of the voices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.dates import Answer, iso
from fontes.findings.positions import Between, between, overview, positions
from fontes.findings.positions.consensus import rule_in
from fontes.findings.positions.disputes import disputed_since
from fontes.findings.positions.heard import Hearing
from fontes.findings.positions.voices import Terms

from .small import when
from .test_positions import answer, asked, corpus, lens

# ---- disputes


def test_a_dispute_begins_when_both_sides_have_certainly_spoken() -> None:
    one = corpus("between 1960 and 1979, a asserts p\n1968 b asserts p\n1937 d denies p")
    since = disputed_since(one, ("p",), {"p": tuple(one.stances.values())})
    assert since is not None and since.written == "1968"


def test_a_dispute_needs_two_agents_and_begins_with_the_second_side() -> None:
    (one,) = asked("1960 a asserts p\n1970 b denies p\n1980 d supposes p").disputes
    assert (one.proposition, one.rival, one.holders, one.opponents, one.certain) == ("p", None, ("a", "d"), ("b",), True)
    assert [iso(day) for day in one.since] == ["1970-01-01", "1970-12-31"]
    assert one.opened_by.agent == "b" and len(one.reasons) == 3
    assert asked("1960 a asserts p\n1970 a denies p").disputes == ()


def test_answers_that_exclude_each_other_are_disputed_by_assertion() -> None:
    (one,) = asked("1960 a asserts p\n1970 b asserts x").disputes
    assert (one.proposition, one.rival, one.holders, one.opponents) == ("p", "x", ("a",), ("b",))
    assert asked("1960 a asserts p\n1970 b asserts y").disputes == ()
    assert asked("1960 a asserts p\n1970 b asserts x", "1965").disputes == ()


def test_a_dispute_that_hangs_on_an_open_date_is_possible() -> None:
    (one,) = asked("1960 a asserts p\nb denies p", "1970").disputes
    assert not one.certain


def test_who_has_come_round_no_longer_disputes() -> None:
    assert asked("1960 a asserts p\n1970 b denies p\n1980 b asserts p").disputes == ()


def test_since_when_takes_exclusion_both_ways() -> None:
    text = "1960 a asserts p\n1970 b asserts x"
    one = corpus(text)
    on = {id: tuple(each for each in one.stances.values() if each.on == id) for id in ("p", "x")}
    for answers in (("p",), ("x",), ("p", "x")):
        since = disputed_since(one, answers if "p" in answers else ("p", *answers), on)
        assert since is not None and since.written == "1970"


def test_whoever_changed_their_mind_does_not_open_a_dispute() -> None:
    one = corpus("1960 a asserts p\n1970 a denies p")
    assert disputed_since(one, ("p",), {"p": tuple(one.stances.values())}) is None


# ---- words


def voices_of(many: int, verb: str = "asserts", year: int = 1950) -> str:
    return "".join(f'agent n{verb}{i} "N"\n  role scholar\n{year} n{verb}{i} {verb} p\n' for i in range(many))


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        (voices_of(4), ["few voices"], ""),
        (voices_of(5), ["majority"], "for"),
        (voices_of(3) + voices_of(3, "denies"), ["split"], ""),
        (voices_of(2) + voices_of(4, "doubts"), ["majority"], "against"),
        (voices_of(4) + "a asserts p", ["majority", "few voices"], ""),
    ],
)
def test_without_a_rule_the_word_consensus_is_not_used(text: str, words: list[str], side: str) -> None:
    found = answer(asked(text, "1960")).verdict
    assert ([word.value for word in found.words], found.side, found.met) == (words, side, None)


def ruled(rule: str, text: str, as_of: str = "1970") -> tuple[list[str], Answer | None, dict[str, Answer]]:
    one = corpus(text)
    one = replace(one, preface=replace(one.preface, consensus=(rule,)))
    found = answer(positions(one, "q", lens(as_of))).verdict
    return [word.value for word in found.words], found.met, {each.name: each.met for each in found.conditions}


def test_consensus_is_said_only_where_the_users_rule_is_met() -> None:
    rule = ">=90 % of >=10 scholars"
    assert ruled(rule, voices_of(10))[:2] == (["consensus"], Answer.CERTAIN)
    assert ruled(rule, voices_of(9))[:2] == (["majority"], Answer.IMPOSSIBLE)
    assert ruled(rule, voices_of(9) + "between 1960 and 1980, a asserts p")[:2] == (["majority"], Answer.POSSIBLE)
    assert ruled(rule, voices_of(10) + voices_of(2, "denies"))[:2] == (["majority"], Answer.IMPOSSIBLE)
    assert ruled(rule, voices_of(10) + "1960 a asserts x\n1960 b asserts x")[:2] == (["majority"], Answer.IMPOSSIBLE)


def test_a_rule_asks_how_long_and_in_how_many_lines() -> None:
    for_years = "at least 90 in a hundred of at least 10 scholars for at least 10 years"
    assert ruled(for_years, voices_of(10, year=1950))[1] is Answer.CERTAIN
    assert ruled(for_years, voices_of(10, year=1965))[1] is Answer.IMPOSSIBLE
    assert ruled(for_years, voices_of(10) + "1961 a denies p\n1962 b denies p\n1963 a asserts p\n1964 b asserts p")[1] is Answer.IMPOSSIBLE
    words, met, conditions = ruled("90 % of 10 voices in 3 lineages", voices_of(10))
    assert words == ["majority"] and conditions["lines"] is met is Answer.POSSIBLE, "ten bare words are at most ten lines, and shown as one"


@pytest.mark.parametrize("rule", ["most of those who know", "90 % of 10 scholars, more or less", "at least 10 scholars", "110 % of 3 voices"])
def test_a_rule_that_is_not_understood_is_not_guessed(rule: str) -> None:
    assert rule_in((rule,)) is None
    assert ruled(rule, voices_of(10))[:2] == (["majority"], None)


def test_the_rule_of_the_example_is_understood() -> None:
    found = rule_in(("at least 90 in a hundred of at least 10 scholars in at least 3 lineages for at least 10 years",))
    assert found and (found.share, found.voices, found.scholars, found.lines, found.years) == (Fraction(9, 10), 10, True, 3, 10)


# ---- measures, lines, change


def test_an_order_is_assumed_only_when_asked_for() -> None:
    text = voices_of(3) + voices_of(3, "denies")
    plain, ordered = (answer(asked(text, terms=Terms(ordered=on))).measures for on in (False, True))
    assert {one.name: one.least for one in plain} == {"normalised entropy": pytest.approx(0.4306766), "modal share": Fraction(1, 2)}
    assert {one.name: one.least for one in ordered} == {"polarization": 1, "Leik's D": 1}


def test_separate_lines_stand_beside_voices() -> None:
    text = 'source s1 "S1"\n  origin witnessed\n1950 a, b assert p\n  rests-on s1\n1950 d denies p'
    found = answer(asked(text))
    assert found.lines_for and (found.lines_for.any, found.lines_for.shown) == (1, 1)
    assert found.heard == (3, 3)


def test_an_answer_is_held_by_whoever_may_hold_it() -> None:
    found = asked("1950 a asserts p\n1950 b supposes y")
    assert found.spread and dict(found.spread.holding) == {"p": (1, 1), "x": (0, 0), "y": (1, 1)}
    assert found.spread.voices == (2, 2) and [one.least for one in found.spread.measures if one.name == "modal share"] == [Fraction(1, 2)]
    denying = asked("1950 a denies p\n1950 b asserts p").spread
    assert denying and denying.voices == (1, 1)
    several = asked("1950 a asserts p\n1950 a asserts y").spread
    assert several and several.several == ("a",) and several.measures == ()


def test_minds_changed_newcomers_and_what_is_unclear() -> None:
    text = "1950 a asserts p\n1950 b asserts y\n1970 b asserts p\n1970 d asserts y\nagent u \"U\"\nu asserts p"
    found = {one.id: one for one in between(Hearing.of(corpus(text)), "q", when("1960"), when("1980"))}["p"]  # type: ignore[index]
    assert found.parts and (found.parts.before, found.parts.after) == (Fraction(1, 2), Fraction(2, 3))
    assert (found.changed, found.came, found.left, found.unclear) == (("b",), ("d",), (), ("u",))
    assert found.parts.changed_mind + found.parts.newcomers + found.parts.leavers == found.parts.change


def test_with_those_who_are_unclear_every_number_has_its_bounds() -> None:
    text = "1950 a asserts p\n1950 b asserts y\nbetween 1955 and 1970, d asserts p"
    found = {one.id: one for one in between(Hearing.of(corpus(text)), "q", when("1960"), when("1980"))}["p"]  # type: ignore[index]
    assert found.parts and (found.parts.before, found.parts.after, found.unclear) == (Fraction(1, 2), Fraction(1, 2), ("d",))
    assert found.bounds and (found.bounds.before, found.bounds.after) == ((Fraction(1, 2), Fraction(2, 3)), (Fraction(2, 3), Fraction(2, 3)))
    assert found.bounds.newcomers == (0, Fraction(1, 6)) and found.bounds.changed_mind == (0, 0), "who only ever asserts it does not change"


SPANS = {"1950": ("1950-02-03",), "between 1950 and 1975, ": ("1951-02-03", "1968-02-03", "1974-02-03"), "after 1955, ": ("1957-02-03", "1990-02-03")}
acts = st.lists(
    st.tuples(st.sampled_from("abd"), st.sampled_from(("asserts", "denies", "leaves-open")), st.sampled_from("py"), st.sampled_from(sorted(SPANS))),
    min_size=1, max_size=4,
)  # fmt: skip


@given(acts, st.data())
@settings(max_examples=60, deadline=None)
def test_wherever_open_dates_lie_the_change_is_within_its_bounds(them: list[tuple[str, str, str, str]], data: st.DataObject) -> None:
    def changes(lines: list[str]) -> Mapping[str, Between]:
        hearing = Hearing.of(corpus("\n".join(sorted(set(lines)))))
        return {one.id: one for one in between(hearing, "q", when("1960-06-15"), when("1970-06-15"))}  # type: ignore[arg-type]

    open_ = changes([f"{span} {agent} {verb} {on}" for agent, verb, on, span in them])
    placed = [f"{data.draw(st.sampled_from(SPANS[span]))[:8]}{at + 1:02} {agent} {verb} {on}" for at, (agent, verb, on, span) in enumerate(them)]
    for id, exact in changes(placed).items():
        bounds, parts = open_[id].bounds, exact.parts
        assert not exact.unclear
        if bounds is None:
            assert open_[id].unclear or open_[id].parts == parts
            continue
        if parts is None:
            continue
        for name in ("before", "after", "change", "changed_mind", "newcomers", "leavers"):
            low, high = getattr(bounds, name)
            assert low <= getattr(parts, name) <= high, name


def test_every_question_has_its_counts() -> None:
    (one,) = overview(Hearing.of(corpus("1950 a asserts p\n1960 b denies p\nd asserts y"), lens("1970")))
    assert (one.id, one.answers, one.held, one.heard, one.disputes) == ("q", 3, 2, (2, 3), 1)


def test_a_name_that_is_neither_is_a_fault() -> None:
    with pytest.raises(KeyError):
        positions(corpus(""), "nobody")


def test_lines_are_those_of_who_stands_there_now() -> None:
    text = "1950 a asserts p\n1950 b asserts p\n1960 b denies p"
    lines = [answer(asked(text, year)) for year in ("1955", "1965")]
    assert [(one.lines_for and one.lines_for.any, one.lines_against and one.lines_against.any) for one in lines] == [(2, 0), (1, 1)]
    chosen = answer(asked(text, "1955", voices=("a",)))
    assert chosen.lines_for and chosen.lines_for.any == 1


def test_what_others_rest_on_keeps_its_line() -> None:
    text = "1950 b asserts p   ^first\n1955 a asserts p\n  rests-on ^first\n1960 b denies p"
    one = answer(asked(text, "1965"))
    assert one.lines_for and one.lines_for.any == 1


def test_whoever_may_stand_on_either_side_does_not_face_themselves() -> None:
    (one,) = asked("1960 a asserts p\n1960 a denies p\n1950 b asserts p").disputes
    assert (one.holders, one.opponents, one.certain) == (("b",), ("a",), False)


def test_a_change_of_mind_alone_opens_nothing() -> None:
    (one,) = asked("1950 a asserts p\n1955 a denies p\n1960 b asserts p").disputes
    assert one.opened_by.agent == "b" and iso(one.since[0]) == "1960-01-01"


def test_a_supposition_is_disputed_by_whoever_asserts_what_excludes_it() -> None:
    one = corpus("1960 a supposes x\n1970 b asserts p")
    on = {id: tuple(each for each in one.stances.values() if each.on == id) for id in ("p", "x")}
    since = disputed_since(one, ("p", "x"), on)
    assert since is not None and since.written == "1970"


def test_a_consensus_may_lie_against_and_counts_what_is_implied() -> None:
    words, met, _ = ruled(">=90 % of >=10 scholars", voices_of(10).replace("asserts p", "asserts x") + "1950 a denies p")
    assert (words, met) == (["consensus"], Answer.CERTAIN)
