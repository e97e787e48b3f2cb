"""Attestation and support: the definitions, their traps and their laws."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.findings import CriticismsCounted, Node, Status, Support, compared, evaluate, origins_in, overturning, ranking_in, trace, without
from fontes.findings.support.circles import anachronisms, circles
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens, Unit, UnitKind

from .small import corpus, impeaches, of_agent, of_source, says, source, when

STANDS, WEAKENED, FALLS = Status.STANDS, Status.WEAKENED, Status.FALLS


def test_a_circle_falls_with_its_one_origin() -> None:
    """s → a → b → c → a"""
    circle = corpus(
        source("s"),
        says("A", "p", "s", "^c", label="a"), says("B", "p", "^a", label="b"), says("C", "p", "^b", label="c"),
    )  # fmt: skip
    assert evaluate(circle).statement("b") is WEAKENED  # a rests on s and, perhaps also, on the circle
    after = evaluate(circle, Lens(distrust=of_source("s")))
    assert [after.statement(id) for id in "abc"] == [FALLS] * 3
    assert after.circular_only("a") and after.circular_only("p") and not evaluate(circle).circular_only("a")
    assert [circle.members for circle in circles(evaluate(circle).grounds)] == [
        (("statement", "a"), ("statement", "c"), ("statement", "b"))
    ]


def test_that_rumours_were_believed_does_not_fall_with_the_rumours() -> None:
    rumours = corpus(
        says("emigres", "plot", label="rumour"), says("historian", "rumour-believed", "that ^rumour", label="thesis"),
        says("believer", "plot", "^rumour", label="belief"),
    )  # fmt: skip
    after = evaluate(rumours, Lens(distrust=of_agent("emigres")))
    assert (after.statement("thesis"), after.statement("belief")) == (STANDS, FALLS)
    assert after.attested("rumour") and after.statement("rumour") is FALLS


def test_the_rejection_of_a_double_agents_papers_does_not_fall_with_him() -> None:
    papers = corpus(
        says("double", "plot", label="tale"), says("chief", "he-is-double", label="known"),
        says("chief", "plot", "prop:he-is-double", as_="denies", label="rejected"),
    )  # fmt: skip
    after = evaluate(papers, Lens(distrust=of_agent("double")))
    assert (after.statement("rejected"), after.against("plot")) == (STANDS, Support.SUPPORTED)
    assert after.proposition("plot") is Support.NONE


def test_who_denies_a_plot_is_no_witness_for_it() -> None:
    """The memoir denies what the historian asserts from it: his trail ends at it, and does not pass through the denial."""
    told = corpus(
        source("memoir", "letters"),
        says("author", "plot", "letters", as_="denies", read="memoir", label="denial"),
        says("historian", "plot", "memoir", label="claim"),
    )  # fmt: skip
    assert evaluate(told).holding("plot") == ("claim",)
    assert "denial" not in str(trace(told, "plot"))
    assert without(told, of_source("letters")).falls  # it goes on through what the memoir draws on


def test_a_source_goes_on_through_its_own_saying_before_what_it_draws_on() -> None:
    own = corpus(
        source("book", "archive"),
        says("author", "p", "witness", read="book", label="said"), says("reader", "p", "book", label="read"),
    )  # fmt: skip
    assert {one.id for one in without(own, of_source("archive")).falls} == set()
    assert {one.id for one in without(own, of_source("witness")).falls} == {"p", "said", "read"}


def test_access_is_no_ground_and_leaving_it_out_leaves_unattested() -> None:
    through = corpus(source("review"), source("book"), says("a", "p", read="book", per="review", label="x"))
    assert evaluate(through, Lens(distrust=of_source("review"))).statement("x") is STANDS
    after = evaluate(through, Lens(without_access=frozenset(["review"])))
    assert not after.attested("x") and after.proposition("p") is Support.NONE


def test_a_forged_letter_attests_nothing_but_its_text_is_evidence_of_itself() -> None:
    forged = corpus(
        source("donation"), says("constantine", "gift", read="donation", label="grant"),
        says("valla", "forged", "text of donation", label="proof"),
    )  # fmt: skip
    after = evaluate(forged, Lens(inauthentic=frozenset(["donation"])))
    assert not after.attested("grant") and after.statement("proof") is STANDS


def test_unrecorded_combinations_are_read_both_ways() -> None:
    two = corpus(says("a", "p", "s", "t", label="x"), says("b", "p", "s and t", label="y"), says("c", "p", "s or t", label="z"))
    after = evaluate(two, Lens(distrust=of_source("s")))
    assert [after.statement(id) for id in "xyz"] == [WEAKENED, FALLS, STANDS]


def test_others_and_doubtful_lines_count_in_the_least_demanding_reading_only() -> None:
    """A doubtful line beside a firm one is not missed in the other reading; `others` never stands there."""
    loose = corpus(says("a", "p", "s", "?t", label="x"), says("b", "p", "s or others", label="y"), says("c", "p", "?t", label="z"))
    assert [evaluate(loose).statement(id) for id in "xyz"] == [STANDS, STANDS, WEAKENED]
    after = evaluate(loose, Lens(distrust=of_source("s")))
    assert [after.statement(id) for id in "xyz"] == [WEAKENED] * 3


def test_a_premise_nobody_asserts_fells_nothing_until_it_is_itself_distrusted() -> None:
    built = corpus(says("a", "p", "prop:q", label="x"))
    assert evaluate(built).statement("x") is STANDS
    assert evaluate(built, Lens(distrust=frozenset([Unit(UnitKind.PREMISE, "q")]))).statement("x") is FALLS


def test_supposed_support_is_counted_apart() -> None:
    both = corpus(says("a", "p", "s"), says("b", "p", "t", as_="supposes"), says("b", "q", as_="supposes"))
    after = evaluate(both, Lens(distrust=of_source("s")))
    assert (after.proposition("p"), after.supposed_support("p")) == (Support.NONE, Support.SUPPORTED)
    assert after.supposed_only("q") and not after.supposed_only("p")


def test_kinds_and_criticised_sources_can_be_distrusted_at_one_stroke() -> None:
    held = corpus(source("s", kind="testimony"), says("a", "p", "s"), impeaches("critic", "s", "coerced"))
    for kind, id in ((UnitKind.KIND, "testimony"), (UnitKind.CRITICISED, "coerced")):
        assert evaluate(held, Lens(distrust=frozenset([Unit(kind, id)]))).proposition("p") is Support.NONE
    assert evaluate(held).proposition("p") is Support.SUPPORTED


def test_what_came_later_is_not_there_and_the_undated_is_possibly_there() -> None:
    dated = corpus(says("a", "p", date="1968"), says("b", "q", date="1990"), says("c", "r"))
    then = evaluate(dated, Lens(as_of=when("1970")))
    assert [then.proposition(id) for id in "pqr"] == [Support.SUPPORTED, Support.NONE, Support.IN_PART]


def test_what_has_no_meaning_while_criticisms_count_is_refused() -> None:
    counting = evaluate(corpus(says("a", "p")), Lens(criticisms=("counting",)))
    assert counting.proposition("p") is Support.SUPPORTED
    with pytest.raises(CriticismsCounted, match="criticisms count"):
        overturning(counting, ("for", "p"))
    with pytest.raises(CriticismsCounted, match="criticisms count"):
        ranking_in(counting)
    assert origins_in(counting, "p").removals is None


def test_a_ground_certainly_later_than_what_rests_on_it() -> None:
    late = corpus(source("s", made="1990"), source("t", made="1960"), says("a", "p", "s", "t", date="1968", label="x"))
    assert [(one.resting[1], one.ground[1]) for one in anachronisms(late)] == [("x", "s")]


MEMBERS = st.sampled_from(
    ["s", "t", "u", "^0", "^1", "^2", "^3", "prop:p", "prop:q", "that ^0", "that ^1", "others", "s and t", "^1 or u", "t and ^2"]
)


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    drawn = {name: draw(st.lists(st.sampled_from(["s", "t", "u", "v"]), max_size=2)) for name in "stu"}
    stances = [
        says(
            draw(st.sampled_from("AB")), draw(st.sampled_from("pq")),
            *draw(st.lists(st.one_of(MEMBERS, MEMBERS.map("?{}".format)), max_size=3)),
            as_=draw(st.sampled_from(["asserts", "supposes", "denies"])), label=str(n), read=draw(st.sampled_from(["", "s", "t"])),
        )
        for n in range(4)
    ]  # fmt: skip
    return corpus(*(source(name, *lines) for name, lines in drawn.items()), *stances)


UNITS = st.frozensets(
    st.sampled_from([*(Unit(UnitKind.SOURCE, id) for id in "stuv"), *(Unit(UnitKind.AGENT, id) for id in "AB")]), max_size=3
)


@settings(max_examples=150, deadline=None)
@given(corpora(), UNITS, UNITS)
def test_distrust_never_adds_support_and_never_touches_attestation(small: Corpus, some: frozenset[Unit], more: frozenset[Unit]) -> None:
    before, after = evaluate(small, Lens(distrust=some)), evaluate(small, Lens(distrust=some | more))
    for one in (before, after):
        assert all(most <= least for least, most in zip(one.any, one.all, strict=True))
    for low, high in ((after.any, before.any), (after.all, before.all)):
        assert all(a <= b for a, b in zip(low, high, strict=True))
    assert all(after.attested(id) == evaluate(small).attested(id) for id in small.stances)
    assert not without(small, more).rises


@settings(max_examples=60, deadline=None)
@given(corpora(), UNITS)
def test_order_never_matters_and_restoring_restores(small: Corpus, some: frozenset[Unit]) -> None:
    turned = Corpus(
        agents=small.agents, sources=dict(reversed(small.sources.items())), propositions=small.propositions,
        stances=dict(reversed(small.stances.items())),
    )  # fmt: skip
    one, other = evaluate(small, Lens(distrust=some)), evaluate(turned, Lens(distrust=some))
    assert {id: one.statement(id) for id in small.stances} == {id: other.statement(id) for id in small.stances}
    assert without(small, ()).nothing


@settings(max_examples=100, deadline=None)
@given(corpora(), UNITS)
def test_reasons_suffice(small: Corpus, some: frozenset[Unit]) -> None:
    """Whatever stands still stands when only the statements in its lineage are kept."""
    for id in small.stances:
        if evaluate(small, Lens(distrust=some)).statement(id) is not FALLS:
            kept = _statements(trace(small, id))
            less = Corpus(
                agents=small.agents, sources=small.sources, propositions=small.propositions,
                stances={one: stance for one, stance in small.stances.items() if one in kept},
            )  # fmt: skip
            assert evaluate(less, Lens(distrust=some)).statement(id) is evaluate(small, Lens(distrust=some)).statement(id)


def _statements(node: Node) -> set[str]:
    found = {node.id.removeprefix("that ^")} if node.kind in ("statement", "that") else set()
    return found.union(*map(_statements, node.children))


def test_the_criticisms_that_count_are_among_the_reasons() -> None:
    small = corpus(source("s"), source("t"), says("a", "p", "s", label="x"), impeaches("k", "s", "careless"), impeaches("k", "t", "careless"))
    counting = evaluate(small, Lens(criticisms=("counting",)))
    assert counting.statement("x") is FALLS
    for reasons in (counting.finding("x").reasons, origins_in(counting, "p").reasons):
        assert [one.words for one in reasons if "impeaches" in one.words] == ["k impeaches s as careless"]
    assert not [one for one in evaluate(small).finding("x").reasons if "impeaches" in one.words]


def test_two_lenses_are_compared_in_both_directions() -> None:
    small = corpus(source("s"), says("a", "p", "s", label="x", date="1950"), says("b", "q", "s", label="y", date="1990"))
    then, now = Lens(as_of=when("1970")), Lens()
    assert [one.id for one in compared(small, then, now).rises] == ["q", "y"]
    assert [one.id for one in compared(small, now, then).falls] == ["q", "y"]
    assert [one.id for one in compared(small, now, then).unattested] == ["y"]


def test_without_an_access_what_is_known_through_it_alone_is_unattested() -> None:
    small = corpus(source("s"), source("review"), says("a", "p", "s", label="x", per="review"), says("b", "p", "s", label="y"))
    gone = without(small, [Unit(UnitKind.ACCESS, "review")])
    assert [one.id for one in gone.unattested] == ["x"] and [one.id for one in gone.falls] == ["x"]
    assert gone.falls[0].lost[0].words.endswith("is no longer attested")
