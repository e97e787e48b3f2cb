"""Where the literature stands: whose voices, since when, and what is never counted."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.compile import Unit, compile_units
from fontes.findings.positions import AnswerHeld, Positions, positions, positions_in
from fontes.findings.positions.heard import Hearing
from fontes.findings.positions.voices import CoAuthors, Terms, Turn, options
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, UnitKind
from fontes.model.lens import Unit as Distrusted
from fontes.model.names import AgentId
from fontes.text.parse import parse

from .small import when

START = """
corpus c "C"
  format 1
agent a "A"
  role scholar
agent b "B"
  role scholar
agent d "D"
  role witness
agent r "R"
  role scholar
agent s "S"
  role scholar
source review-r "R's review"
  by r
  out 2000
source review-s "S's review"
  by s
  out 2001
question q "Why?"
proposition p "P."
  answers q
  excludes x
proposition x "X."
  answers q
proposition y "Y."
  answers q
"""


@cache
def corpus(text: str) -> Corpus:
    """The corpus of these lines, after the start they all share. Every error fails the test."""
    parsed = parse(START + text + "\n", "small.fontes")
    compiled = compile_units([Unit.of("small.fontes", parsed.statements)])
    said = [one.detail for one in (*parsed.diagnostics, *compiled.diagnostics) if one.severity.value == "error"]
    assert said == []
    return compiled.corpus


def lens(as_of: str = "", **more: object) -> Lens:
    return replace(PLAIN, as_of=when(as_of) if as_of else None, **more)  # type: ignore[arg-type]


def asked(text: str, as_of: str = "", name: str = "q", terms: Terms | None = None, **more: object) -> Positions:
    return positions(corpus(text), name, lens(as_of, **more), terms or Terms())


def answer(found: Positions, id: str = "p") -> AnswerHeld:
    return next(one for one in found.answers if one.id == id)


def stands(text: str, as_of: str = "", id: str = "p", **more: object) -> dict[str, tuple[str, ...]]:
    """Agent to the ways they may stand, in order of the alphabet."""
    one = answer(asked(text, as_of, **more), id)
    return {"+".join(position.voice): tuple(sorted(position.options)) for position in one.positions}


# ---- one agent, one voice


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("1959", {}), ("1960", {"a": ("asserts",)}), ("1979", {"a": ("asserts",)}), ("1980", {"a": ("denies",)}), ("", {"a": ("denies",)})],
)
def test_the_latest_stance_up_to_the_date_counts(as_of: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert stands("1960 a asserts p\n1980 a denies p", as_of) == expected


def test_earlier_stances_are_kept_as_history() -> None:
    found = asked("1960 a asserts p\n1970 a asserts p\n1980 a denies p")
    (position,) = answer(found).positions
    assert [one.option for one in position.earlier] == ["asserts", "asserts"]
    assert [(one.taken.when.written, one.turn) for one in found.history if one.taken.when] == [
        ("1960", Turn.NEW), ("1970", Turn.AGAIN), ("1980", Turn.CHANGED),
    ]  # fmt: skip


def test_since_when_is_the_first_of_an_unbroken_run() -> None:
    (position,) = answer(asked("1950 a denies p\n1960 a asserts p\n1970 a asserts p")).positions
    assert position.held[0].since.when and position.held[0].since.when.written == "1960"


def test_several_works_are_one_voice_and_telling_is_asserting() -> None:
    assert stands("1960 a asserts p\n1970 a asserts p\n1965 b tells a p") == {"a": ("asserts",), "b": ("asserts",)}


def test_an_undated_stance_is_possibly_there_and_never_lost() -> None:
    assert stands("a asserts p", "1937") == {"a": ("asserts", "silent")}
    assert stands("a asserts p") == {"a": ("asserts",)}
    assert stands("a asserts p\n1960 a denies p", "1970") == {"a": ("asserts", "denies")}


def test_dates_that_straddle_leave_it_open() -> None:
    text = "between 1960 and 1979, a asserts p"
    assert [stands(text, year) for year in ("1959", "1968", "1979")] == [{}, {"a": ("asserts", "silent")}, {"a": ("asserts",)}]


def test_two_stances_of_one_year_are_both_kept() -> None:
    found = asked("2011 a asserts p\n2011 a supposes p")
    assert stands("2011 a asserts p\n2011 a supposes p") == {"a": ("asserts", "supposes")}
    assert {one.option: (one.least, one.most) for one in answer(found).counts if one.most} == {"asserts": (0, 1), "supposes": (0, 1)}
    assert [one.turn for one in found.history] == [Turn.NEW, Turn.ORDER_OPEN]


def test_what_is_done_again_and_again_lasts_to_the_end_of_its_span() -> None:
    text = "1924/1930, a repeatedly asserts p\n1926 a denies p"
    assert stands(text, "1925") == {"a": ("asserts",)}
    assert stands(text, "1927") == {"a": ("denies",)}
    assert stands(text, "1931") == {"a": ("asserts",)}


# ---- reprints, co-authors


WORKS = """
source book "Book"
  by a
  out 1960
source again "Book, second edition"
  by a
  out 1985
  edition-of book
source article "Article"
  by a
  out 1975
a asserts p
  in book
a asserts p
  in again
"""


def test_a_reprint_adds_no_voice_and_is_no_new_stance() -> None:
    found = asked(WORKS + "a denies p\n  in article\n")
    assert stands(WORKS + "a denies p\n  in article\n") == {"a": ("denies",)}
    assert [one.source for one in answer(found).reprints] == ["again"]


def test_a_later_edition_that_says_otherwise_is_a_change_of_mind() -> None:
    assert stands(WORKS.replace("a asserts p\n  in again", "a denies p\n  in again")) == {"a": ("denies",)}


JOINT = """
source joint "Joint work"
  by a
  by b
  out 1960
a, b assert p
  in joint
"""


@pytest.mark.parametrize(("how", "expected"), [(CoAuthors.EACH, {"a", "b"}), (CoAuthors.ONCE, {"a+b"})])
def test_co_authors_count_as_the_user_says(how: CoAuthors, expected: set[str]) -> None:
    found = asked(JOINT, terms=Terms(co_authors=how))
    assert {"+".join(one.voice) for one in answer(found).positions} == expected
    assert any(one.id == "co-authors" and one.words.endswith(how.value) for one in found.reasons)


def test_a_co_author_who_goes_on_alone_is_a_voice_again() -> None:
    found = asked(JOINT + "1970 b denies p\n", terms=Terms(co_authors=CoAuthors.ONCE))
    assert {"+".join(one.voice) for one in answer(found).positions} == {"a", "b"}


# ---- implied denials


def test_asserting_what_excludes_it_is_an_implied_denial_both_ways() -> None:
    assert stands("1960 a asserts x") == {"a": ("implied",)}
    assert stands("1960 a asserts p", id="x") == {"a": ("implied",)}
    assert stands("1960 a supposes x") == {}


def test_ones_own_words_go_before_what_they_imply_unless_that_came_later() -> None:
    assert stands("1960 a asserts x\n1960 a doubts p") == {"a": ("doubts",)}
    assert stands("1960 a asserts p\n1970 a asserts x", "1965") == {"a": ("asserts",)}
    assert stands("1960 a asserts p\n1970 a asserts x") == {"a": ("implied",)}


def test_an_implied_denial_ends_with_what_implied_it() -> None:
    text = "1960 a asserts x\n1970 a doubts x"
    assert stands(text, "1965") == {"a": ("implied",)}
    assert stands(text) == {}


def test_what_nobody_spoke_to_outright_is_known_as_that() -> None:
    found = asked("1960 a asserts x")
    assert not answer(found).outright and answer(found, "x").outright


# ---- reporters of a mind


def test_two_reporters_of_one_mind_are_a_dispute_about_it_and_no_change() -> None:
    text = "1930 d asserts p\n  per review-r p. 1\n1931 d denies p\n  per review-s p. 2\n"
    found = asked(text)
    assert stands(text) == {"d": ("asserts", "denies")}
    (about,) = answer(found).about
    assert (about.agent, about.reporters) == ("d", (("r", "for"), ("s", "against")))
    assert Turn.CHANGED not in {one.turn for one in found.history} and Turn.OTHER_REPORTER in {one.turn for one in found.history}
    assert found.disputes == ()


def test_one_reporter_who_reports_both_reports_a_change() -> None:
    text = "1930 d asserts p\n  per review-r p. 1\n1931 d denies p\n  per review-r p. 2\n"
    assert stands(text) == {"d": ("denies",)} and answer(asked(text)).about == ()


def test_statements_in_brackets_are_the_outer_agents_only() -> None:
    text = "1930 a asserts (d asserts p)\n1935 b asserts (d denies p)\n1940 r doubts (d asserts p)"
    found = answer(asked(text))
    assert found.positions == ()
    assert [(one.agent, one.reporter, one.option, one.attitude) for one in found.reported] == [
        ("d", "a", "asserts", "asserts"), ("d", "b", "denies", "asserts"), ("d", "r", "asserts", "doubts"),
    ]  # fmt: skip
    assert [one.reporters for one in found.about] == [(("a", "for"), ("b", "against"), ("r", "not for"))]


def test_reporters_who_agree_are_no_dispute() -> None:
    assert answer(asked("1930 a asserts (d asserts p)\n1935 b asserts (d supposes p)")).about == ()


# ---- silence


def test_silence_is_not_doubt_and_comes_with_how_far_the_work_was_examined() -> None:
    text = "source work \"W\"\n  by b\n  out 1960\n  treats q\n  examined whole\n1950 a asserts p\n1955 r passes-over q\n"
    found = asked(text)
    assert [(one.agent, one.source, one.examined) for one in found.silences] == [("b", "work", "whole"), ("r", "review-r", "")]
    assert answer(found).heard == (1, 1)
    assert [one.agent for one in asked(text, "1940").silences] == []


def test_whoever_answers_is_not_silent_on_the_question_but_on_the_other_answer() -> None:
    text = "source work \"W\"\n  by b\n  out 1960\n  treats q\n1960 b asserts y\n1950 a asserts p"
    found = asked(text)
    assert found.silences == () and answer(found).silent == ("b",)
    assert asked("1955 r passes-over q\n1960 r asserts y").silences == ()


# ---- whose voices


@pytest.mark.parametrize(("chosen", "expected"), [(("scholar",), {"a"}), (("witness",), {"d"}), (("d", "a"), {"a", "d"}), (("b",), set())])
def test_voices_are_chosen_by_role_or_by_name(chosen: tuple[str, ...], expected: set[str]) -> None:
    assert set(stands("1960 a asserts p\n1960 d denies p", voices=chosen)) == expected


def test_a_school_is_that_of_the_work() -> None:
    text = 'source book "B"\n  by a\n  out 1960\n  school old\na asserts p\n  in book\n1960 b asserts p'
    assert set(stands(text, school="old")) == {"a"}
    assert [(one.id, one.heard) for one in asked(text).schools] == [("old", (1, 1)), ("", (1, 1))]


def test_only_stances_taken_within_a_span() -> None:
    text = "1924 a asserts p\nbetween 1920 and 1930, b denies p\n2019 d asserts p"
    assert stands(text, taken_within=when("1924/1925")) == {"a": ("asserts",), "b": ("denies", "silent")}


def test_what_is_not_attested_is_not_heard_and_distrust_does_not_touch_it() -> None:
    text = "source book \"B\"\n  by a\n  out 1960\na asserts p\n  in book"
    assert stands(text, inauthentic=frozenset({"book"})) == {}
    distrusted = corpus(text)
    assert answer(positions(distrusted, "q", lens(distrust=frozenset({Distrusted(UnitKind.AGENT, "a")})))).heard == (1, 1)


def test_what_could_not_be_read_by_a_date_is_not_heard() -> None:
    text = "source letter \"L\"\n  by a\n  made 1924\n  out 1998\n1924 a asserts p\n  in letter"
    assert stands(text, "1930") == {"a": ("asserts",)}
    assert stands(text, "1930", published_by=when("1930")) == {}


def test_a_voice_can_lapse_by_years_or_death() -> None:
    text = "agent old \"O\"\n  died 1970\n1960 old asserts p"
    found = {
        (year, terms): bool(answer(asked(text, year, terms=terms)).positions)
        for year in ("1969", "1975", "1985")
        for terms in (Terms(), Terms(lapse_years=20), Terms(lapse_at_death=True))
    }
    assert [found[year, Terms()] for year in ("1969", "1975", "1985")] == [True, True, True]
    assert [found[year, Terms(lapse_years=20)] for year in ("1969", "1975", "1985")] == [True, True, False]
    assert [found[year, Terms(lapse_at_death=True)] for year in ("1969", "1975", "1985")] == [True, False, False]
    with pytest.raises(ValueError, match="as of a date"):
        asked(text, terms=Terms(lapse_years=20))


# ---- periods


def test_a_period_hears_what_was_said_in_it_and_a_school_settles_an_open_date() -> None:
    text = """
period early "Early" 1900/1949
  school old
period late "Late" 1950/1999
source book "B"
  by a
  out between 1940 and 1960
  school old
a asserts p
  in book
1980 b denies p
d asserts p
"""
    found = {one.id: (one.heard, one.voices["p"]) for one in asked(text).periods}  # type: ignore[index]
    assert found == {"early": ((1, 1), ("a",)), "late": ((1, 1), ("b",))}


# ---- laws


stance = st.tuples(
    st.sampled_from(["", "1950 ", "1955 ", "1960 ", "between 1950 and 1960, ", "after 1955, "]), st.sampled_from("abd"),
    st.sampled_from(["asserts", "supposes", "leaves-open", "doubts", "denies"]), st.sampled_from("pxy"),
)  # fmt: skip
stances = st.lists(stance, max_size=6, unique=True)


def as_text(them: list[tuple[str, str, str, str]]) -> str:
    return "".join(f"{date}{agent} {verb} {on}\n" for date, agent, verb, on in them)


@given(stances.flatmap(lambda them: st.tuples(st.just(them), st.permutations(them))))
@settings(max_examples=25, deadline=None)
def test_order_never_matters(pair: tuple[list[tuple[str, str, str, str]], list[tuple[str, str, str, str]]]) -> None:
    one, other = (stands(as_text(them), "1957") for them in pair)
    assert one == other


@given(stances, st.sampled_from(["1949", "1950", "1952", "1955-06", "1957", "1960", "1975"]))
@settings(max_examples=40, deadline=None)
def test_the_steps_give_the_positions_of_every_date(them: list[tuple[str, str, str, str]], as_of: str) -> None:
    hearing = Hearing.of(corpus(as_text(them)), lens(as_of))
    found = positions_in(hearing, "q")
    last = when(as_of).end[1]
    for one in found.answers:
        heard = hearing.taken(one.id)
        for agent, acts in heard.items():
            past = [step.now for step in one.steps if step.agent == agent and step.day <= last]  # type: ignore[operator]
            at_first = options(hearing, acts, (-(2**60), -(2**60)), Terms())
            now = past[-1] if past else at_first
            shown = next((position.options for position in one.positions if AgentId(agent) in position.voice), frozenset({"silent"}))
            assert shown == now


@given(stances)
@settings(max_examples=25, deadline=None)
def test_counts_lie_between_their_bounds_and_nobody_counts_twice(them: list[tuple[str, str, str, str]]) -> None:
    for one in asked(as_text(them), "1957").answers:
        agents = [agent for position in one.positions for agent in position.voice]
        assert len(agents) == len(set(agents)) == one.heard[1]
        assert sum(count.least for count in one.counts) <= one.heard[1] <= sum(count.most for count in one.counts)
        assert all(count.least <= count.most for count in one.counts)
