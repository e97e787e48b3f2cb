"""Who knew what when: every kind of route, every kind of answer, and what rules a route out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fontes.findings.known import Reached, had_in
from fontes.findings.known.gaps import no_routes
from fontes.findings.known.routes import Routes
from fontes.model.lens import PLAIN, Unit, UnitKind

from .known_corpora import answer, asked, corpus, day, had, way

CERTAIN, POSSIBLE, NONE, IMPOSSIBLE = (one.value for one in Reached)


# Reports


@pytest.mark.parametrize(
    ("agent", "by", "expected"),
    [
        ("b", "1937", (CERTAIN, "1937-03-31")),
        ("b", "1937-03-31", (CERTAIN, "1937-03-31")),
        ("b", "1937-03-15", (POSSIBLE, "1937-03-01")),
        ("b", "1937-02", (NONE, "")),
        ("a", "1937", (CERTAIN, "1937-03-31")),
        ("c", "1937", (NONE, "")),
    ],
)
def test_who_is_told_has_it_and_telling_implies_having(agent: str, by: str, expected: tuple[str, str]) -> None:
    assert answer("1937-03 a tells b p", agent, by) == expected


def test_relaying_implies_having_too() -> None:
    text = "1937-03-01 a relays b p"
    assert answer(text, "a", "1937")[0] == answer(text, "b", "1937")[0] == CERTAIN
    assert way(had(text, "b", "1937")) == [("relayed", "a", "b")]


def test_each_hop_is_a_step_and_several_receive_through_one() -> None:
    text = "1937-03-01 a tells b > c, d p"
    assert way(had(text, "d", "1937")) == [("told", "a", "b"), ("told", "b", "d")]
    assert [answer(text, one, "1937")[0] for one in "abcd"] == [CERTAIN] * 4


def test_what_was_told_to_somebody_not_known_reached_nobody_in_particular() -> None:
    text = "1937-03-01 a tells ? p   ^astray"
    one = had(text, "c", "1937")
    assert (one.answer.value, one.astray, one.others) == (NONE, ("astray",), ("a",))
    assert had(text, "c", "1936").astray == ()


def test_a_link_not_known_does_not_break_the_chain() -> None:
    one = had("1937-03-01 a tells ? > c p", "c", "1937")
    assert (one.answer.value, way(one)) == (CERTAIN, [("told", "a", "?"), ("told", "?", "c")])


def test_repeatedly_over_a_span_holds_from_its_beginning() -> None:
    assert answer("1937-01/1937-06 a repeatedly tells b p", "b", "1937-02") == (CERTAIN, "1937-01-31")
    assert answer("1937-01/1937-06 a tells b p", "b", "1937-02") == (POSSIBLE, "1937-01-01")


@pytest.mark.parametrize("date", ["1937? ", "", "between 1936 and 1939, ", "about 1937, "])
def test_what_is_doubtfully_dated_is_only_possible(date: str) -> None:
    assert answer(f"{date}a tells b p", "b", "1937")[0] == POSSIBLE


def test_a_doubtful_or_vague_day_of_asking_is_no_firmer() -> None:
    text = "1937-03-01 a tells b p"
    assert answer(text, "b", "1937?")[0] == POSSIBLE
    assert answer(text, "b", "about 1937")[0] == POSSIBLE
    assert answer(text, "b", "about 1939")[0] == CERTAIN


def test_rival_datings_of_a_report_are_alternatives() -> None:
    text = "1937-03-01 a tells b p   ^r\nscholar dates ^r 1938-05-01"
    assert answer(text, "b", "1937")[0] == POSSIBLE
    assert answer(text, "b", "1938") == (CERTAIN, "1938-05-01")


def test_who_hears_that_somebody_says_it_hears_it() -> None:
    text = "1937-03-01 a tells b (c asserts p)"
    assert answer(text, "b", "1937")[0] == CERTAIN
    assert answer(text, "c", "1937")[0] == NONE


def test_the_path_goes_back_to_whoever_had_it_first() -> None:
    one = had("1930 a tells b p   ^first\n1931 b tells c p\n  upon ^first", "c", "1937")
    assert way(one) == [("told", "a", "b"), ("told", "b", "c")]
    assert [step.linked for step in one.path] == [True, True]


def test_an_earlier_report_that_is_not_said_to_lie_behind_is_marked() -> None:
    one = had("1930 a tells b p\n1931 b tells c p", "c", "1937")
    assert [(step.giver, step.linked) for step in one.path] == [("a", False), ("b", True)]


def test_a_later_report_to_the_sender_lies_behind_nothing() -> None:
    assert way(had("1932 a tells b p\n1931 b tells c p", "c", "1937")) == [("told", "b", "c")]


def test_a_circle_of_reports_on_one_day_ends() -> None:
    one = had("1931-01-01 a tells b p\n1931-01-01 b tells a p\n1931-01-01 b tells c p", "c", "1937")
    assert way(one)[-1] == ("told", "b", "c") and len(one.path) <= 3


def test_the_earliest_certain_route_is_shown() -> None:
    text = "1935-05-01 a tells b p\n1934 c tells b p\n1930? d tells b p"
    assert (answer(text, "b", "1937"), way(had(text, "b", "1937"))) == ((CERTAIN, "1934-12-31"), [("told", "c", "b")])


# Stances, sources, speeches


def test_a_stance_shows_that_it_was_had_whatever_the_stance() -> None:
    for verb in ("asserts", "supposes", "leaves-open", "doubts", "denies"):
        assert answer(f"1937-03-01 a {verb} p", "a", "1937") == (CERTAIN, "1937-03-01")


def test_what_is_said_in_a_source_reaches_who_received_it() -> None:
    text = 'source s "S"\n  made 1936\n1936 c asserts p\n  in s\n1937-03-01 a receives s from b'
    assert answer(text, "a", "1937") == (CERTAIN, "1937-03-01")
    assert way(had(text, "a", "1937")) == [("received", "b", "a"), ("read in", "s", "a")]
    assert answer(text, "b", "1937")[0] == CERTAIN


def test_what_a_report_carries_comes_with_it_and_a_whole_with_its_parts() -> None:
    text = 'source whole "W"\nsource s "S"\n  part-of whole\n1930 c asserts q\n  in s\n1937-03-01 a tells b p\n  carries whole'
    assert answer(text, "b", "1937", "q") == (CERTAIN, "1937-03-01")


def test_another_edition_may_not_say_it() -> None:
    text = 'source s "S"\nsource second "S2"\n  edition-of s\n1930 c asserts p\n  in s\n1937-03-01 a receives second'
    assert (answer(text, "a", "1937")[0], had(text, "a", "1937").doubts) == (POSSIBLE, ("said there perhaps",))


def test_a_letter_addressed_to_somebody_may_not_have_come() -> None:
    text = 'source s "S"\n  to a\n  made 1936\n1936 c asserts p\n  in s'
    assert (answer(text, "a", "1937"), had(text, "a", "1937").doubts) == ((POSSIBLE, "1936-01-01"), ("addressed",))
    assert answer(text, "a", "1935") == (IMPOSSIBLE, "")


def test_a_source_in_which_nothing_is_recorded_is_listed_itself() -> None:
    text = 'source s "S"\n1937-03-01 a receives s'
    assert [(one.item.kind.value, one.item.id) for one in asked(text, "a", "1937").had] == [("source", "s")]


def test_words_that_claim_nothing_reach_whom_they_are_said_to() -> None:
    text = '1937-03-01 a orders to b "Arrest them."   ^order'
    assert answer(text + "\n", "b", "1937", "p")[0] == NONE
    assert [(one.item.id, one.answer.value) for one in asked(text, "b", "1937").had] == [("order", CERTAIN)]
    assert asked(text, "a", "1937").had == ()


def test_a_stance_upon_a_report_shows_that_it_arrived_and_is_shown_as_its_reception() -> None:
    text = "1936 a tells ? p   ^r\n1937-03-01 b denies q   ^no\n  upon ^r"
    one = had(text, "b", "1937")
    assert (one.answer.value, one.receptions) == (CERTAIN, ("no",))
    assert way(one) == [("told", "a", "?"), ("took it up", "", "b")]
    assert had(text, "b", "1936").receptions == ()


def test_a_report_is_no_later_than_what_was_done_upon_it() -> None:
    text = "a tells b p   ^r\n1937-03-01 b denies q\n  upon ^r"
    assert answer(text, "b", "1937") == (CERTAIN, "1937-03-01")


# Bodies


BODY = 'agent body "Body"\n  kind organisation\n'


@pytest.mark.parametrize(
    ("tenure", "expected", "doubts"),
    [
        ("b serves-as \"Head\"\n  of body\n  as head\n  from 1936\n  until 1938", CERTAIN, ()),
        ("1937, b serves-as \"Head\"\n  of body\n  as head", CERTAIN, ()),
        ("b serves-as \"Head\"\n  of body\n  as head\n  from 1936", POSSIBLE, ("tenure",)),
        ("b serves-as \"Head\"\n  of body\n  as head\n  from 1937\n  until 1938", POSSIBLE, ("tenure",)),
        ("b belongs-to body\n  from 1936\n  until 1938", POSSIBLE, ("member",)),
        ("b serves-as \"Clerk\"\n  of body\n  from 1936\n  until 1938", POSSIBLE, ("member",)),
        ("b serves-as \"Head\"\n  of body\n  as head\n  from 1938", NONE, ()),
        ("b belongs-to body\n  until 1936", NONE, ()),
    ],
)  # fmt: skip
def test_what_a_body_is_told_its_head_has_and_its_members_possibly(tenure: str, expected: str, doubts: tuple[str, ...]) -> None:
    one = had(f"{BODY}1937-03-01 a tells body p\n{tenure}", "b", "1940")
    assert (one.answer.value, one.doubts) == (expected, doubts)


def test_the_path_leads_from_the_body_to_its_head() -> None:
    one = had(f'{BODY}1937-03-01 a tells body p\n1937, b serves-as "Head"\n  of body\n  as head', "b", "1940")
    assert way(one) == [("told", "a", "body"), ("head", "body", "b")]


def test_a_head_in_office_at_the_event_of_the_report_has_it() -> None:
    text = f'{BODY}event e "E"\n  when 1937-03-01\n1937-03-01 a tells body p\nb serves-as "Head"\n  of body\n  as head\n  at e'
    assert answer(text, "b", "1940")[0] == CERTAIN


def test_what_a_body_is_told_again_and_again_reaches_whoever_heads_it_then() -> None:
    text = f'{BODY}1930/1939 a repeatedly tells body p\nb serves-as "Head"\n  of body\n  as head\n  from 1936-01-01\n  until 1938-12-31'
    assert answer(text, "b", "1937") == (CERTAIN, "1936-01-01")
    assert answer(text.replace("1936-01-01", "1941").replace("1938-12-31", "1942"), "b", "1950")[0] == NONE
    assert answer(text.replace("repeatedly ", ""), "b", "1950")[0] == POSSIBLE


def test_bodies_within_bodies_pass_it_on_possibly_and_circles_end() -> None:
    text = f'{BODY}agent inner "Inner"\ninner belongs-to body\nbody belongs-to inner\nb belongs-to inner\n1937-03-01 a tells body p'
    one = had(text, "b", "1940")
    assert (one.answer.value, way(one)) == (POSSIBLE, [("told", "a", "body"), ("member", "body", "inner"), ("member", "inner", "b")])


def test_what_a_body_itself_says_its_head_has_only_possibly() -> None:
    one = had(f'{BODY}1937-03-01 body tells a p\n1937, b serves-as "Head"\n  of body\n  as head', "b", "1940")
    assert (one.answer.value, one.doubts) == (POSSIBLE, ("own act of the body",))


# What rules it out, and what does not


def test_that_a_report_is_dated_later_is_no_more_than_no_recorded_route() -> None:
    one = had("1944 a tells b p   ^late", "b", "1937")
    assert (one.answer.value, one.later) == (NONE, ("late",))


def test_nobody_unborn_has_anything() -> None:
    text = 'agent young "Y"\n  born 1950\n1937 a tells b p'
    one = had(text, "young", "1940")
    assert (one.answer.value, [(each.kind, each.id) for each in one.reasons]) == (IMPOSSIBLE, [("agent", "young")])


def test_a_report_after_a_death_is_ruled_out_by_the_life() -> None:
    text = 'agent dead "D"\n  died 1936-05-01\n1937 a tells dead p   ^vain'
    one = had(text, "dead", "1940")
    assert (one.answer.value, [each.id for each in one.reasons]) == (IMPOSSIBLE, ["vain", "dead"])
    assert way(one) == [("told", "a", "dead")]


def test_an_undated_report_was_within_the_lives_of_both() -> None:
    text = 'agent dead "D"\n  died 1936-05-01\na tells dead p'
    assert answer(text, "dead", "1940") == (CERTAIN, "1936-05-01")


def test_a_source_does_not_reach_anybody_before_it_is_made() -> None:
    text = 'source s "S"\n  made 1937-06-01\nc asserts p\n  in s\na receives s'
    one = had(text, "a", "1936")
    assert one.answer.value == IMPOSSIBLE and "s" in [each.id for each in one.reasons]
    assert answer(text, "a", "1936", "s") == (IMPOSSIBLE, "")
    assert answer(text, "a", "1938")[0] == POSSIBLE


def test_a_source_that_came_out_later_may_have_been_there() -> None:
    text = 'source s "S"\n  out 1937-06-01\nc asserts p\n  in s\na receives s'
    assert answer(text, "a", "1936")[0] == POSSIBLE


def test_a_report_after_an_event_is_ruled_out_before_it() -> None:
    text = 'event e "E"\n  when 1937-06-11\na tells b p\n  after e'
    one = had(text, "b", "1937-05")
    assert one.answer.value == IMPOSSIBLE and "e" in [each.id for each in one.reasons]
    assert answer(text, "b", "1938") == (POSSIBLE, "1937-06-12")


def test_a_chain_of_events_rules_out_as_one_event_does() -> None:
    text = 'event e "E"\n  when 1937-06-11\nevent f "F"\n  after e\nevent g "G"\n  after f\na tells b p\n  after g'
    assert answer(text, "b", "1937-05")[0] == IMPOSSIBLE
    assert answer(text, "b", "1938") == (POSSIBLE, "1937-06-14")


def test_what_its_own_date_puts_later_is_not_ruled_out_by_what_it_hangs_on() -> None:
    text = 'source s "S"\n  made 1940-06\n1940 a tells b p\n  carries s'
    assert answer(text, "b", "1937")[0] == NONE


def test_a_date_relative_to_an_event_is_bounded_by_it() -> None:
    text = 'event e "E"\n  when 1937-03-01\nbetween 0 and 60 days after e, a tells b p'
    assert answer(text, "b", "1937-06") == (CERTAIN, "1937-04-30")
    assert answer(text, "b", "1937-03-15") == (POSSIBLE, "1937-03-01")
    assert answer(text, "b", "1937-02")[0] == IMPOSSIBLE


def test_one_route_that_is_only_later_leaves_it_open() -> None:
    text = 'event e "E"\n  when 1937-06-11\na tells b p\n  after e\n1939 c tells b p'
    assert answer(text, "b", "1937-05")[0] == NONE


def test_an_event_asked_about_cannot_be_known_before_it_began() -> None:
    text = 'event e "E"\n  when 1937-06-11\nproposition plan "They mean to do it."\n  about e'
    found = {one.item.id: one for one in asked(text, "a", "1937-05", "e").had}
    assert found["e"].answer.value == IMPOSSIBLE
    assert found["plan"].answer.value == NONE, "what led to an event can be known before it"
    assert [each.id for each in found["plan"].reasons] == ["e"]
    assert "e" not in {one.item.id for one in asked(text, "a", "1938", "e").had}


def test_what_somebody_unborn_says_cannot_be_known() -> None:
    text = 'agent young "Y"\n  born 1950\n1980 young asserts p\nscholar asserts (young asserts p)'
    assert answer(text, "a", "1940", "(young asserts p)")[0] == IMPOSSIBLE


# What is listed, and the lens


def test_unasked_only_what_somebody_had_is_listed() -> None:
    text = "1930 a tells b p\n1950 c asserts q"
    assert [(one.item.id, one.answer.value) for one in asked(text, "d", "1937").had] == [("p", NONE)]


@pytest.mark.parametrize(
    ("about", "expected"), [("p", {"p"}), ("why", {"p"}), ("e", {"p", "q"}), ("d", {"q"}), ("s", {"q", "s"})]
)
def test_what_is_about_something(about: str, expected: set[str]) -> None:
    text = (
        'question why "Why?"\nquestion more "More?"\n  part-of why\nevent e "E"\n  kind case\n  alleges p\nsource s "S"\n'
        '1930 a asserts q\n  case e\n  in s\nproposition r "R."\n'
    )
    full = text.replace('proposition r "R."', 'proposition r "R."\n  compromises c')
    small = corpus(full)
    changed = replace(
        small,
        propositions={
            **small.propositions,
            "p": replace(small.propositions["p"], answers=("more",)),
            "q": replace(small.propositions["q"], about=("d",)),
        },
    )
    from fontes.findings.known import known

    assert {one.item.id for one in known(changed, "a", day("1937"), PLAIN, about).had} == expected


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        asked("1930 a tells b p", "a", "1937", "nothing-of-that-name")
    with pytest.raises(KeyError):
        asked("1930 a tells b p", "nobody", "1937")


def test_who_says_that_somebody_knew_opens_no_route() -> None:
    one = had("2011 scholar supposes (b knows p)   ^so", "b", "1937")
    assert (one.answer.value, one.claims) == (NONE, ("so",))


TOLD_IN_LETTER = 'source s "S"\n  by a\nsource review "R"\n1937-03-01 a tells b p\n  in s\n  per review p. 1'


def test_distrust_does_not_undo_that_it_was_told() -> None:
    for unit in (Unit(UnitKind.SOURCE, "s"), Unit(UnitKind.AGENT, "a"), Unit(UnitKind.SOURCE, "review")):
        assert answer(TOLD_IN_LETTER, "b", "1937", lens=replace(PLAIN, distrust=frozenset({unit})))[0] == CERTAIN


@pytest.mark.parametrize(
    "lens",
    [
        replace(PLAIN, inauthentic=frozenset({"s"})), replace(PLAIN, without_access=frozenset({"review"})), replace(PLAIN, as_of=day("1936")),
    ],
)  # fmt: skip
def test_what_is_not_attested_reached_nobody(lens: object) -> None:
    assert answer(TOLD_IN_LETTER, "b", "1937", lens=lens)[0] == NONE  # type: ignore[arg-type]


def test_what_is_only_possibly_there_by_the_lens_is_only_possible() -> None:
    assert answer(TOLD_IN_LETTER.replace("1937-03-01", "1937"), "b", "1940", lens=replace(PLAIN, as_of=day("1937-06")))[0] == POSSIBLE


def test_without_a_day_it_is_asked_whether_it_ever_reached_them() -> None:
    routes = Routes(corpus("a tells b p\n1937 c tells d q"))
    assert had_in(routes, "d", "q", None).answer is Reached.CERTAIN
    assert had_in(routes, "a", "q", None).answer is Reached.NO_ROUTE


# No route


def spoke(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.agent, one.item.id, one.others) for one in no_routes(corpus(text))]


def test_who_speaks_of_what_no_route_brought_them() -> None:
    assert spoke("1930 a tells b p\n1935 c asserts p") == [("c", "p", ("a", "b"))]


@pytest.mark.parametrize(
    "text",
    [
        "1930 a tells b p\n1931 b tells c p\n1935 c asserts p",
        "1930 a tells b p\n1935 c asserts p\n  rests-on q",
        "1930 a tells b p   ^r\n1935 c asserts p\n  upon ^r",
        "1935 c asserts p",
        "1930 a tells b p\n1935 scholar asserts p",
        "1930 a tells b p\n1935 c asserts p\nd tells c p",
        'source s "S"\n  origin witnessed\n1930 a tells b p\n1935 c asserts p\n  in s',
    ],
    ids=["told", "grounded", "upon", "first", "scholar", "undated route", "witness"],
)
def test_who_is_not_said_to_lack_a_route(text: str) -> None:
    assert "c" not in [agent for agent, _, _ in spoke(text)] and "scholar" not in [agent for agent, _, _ in spoke(text)]
