"""Origins, removals, separate lines, independence and voices."""

from __future__ import annotations

from hypothesis import given, settings

from fontes.findings import Independence, all_origins, origins, ranking, without
from fontes.findings.support.lineage import Count, overturning
from fontes.findings.support.status import Support, evaluate_corpus
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens, UnitKind

from .small import belongs, corpus, of_source, says, source
from .test_status import corpora


def counts(one: Count) -> tuple[int | None, int | None, int | None]:
    return one.any, one.all, one.shown


def test_seven_voices_and_nothing_shows_more_than_one_origin() -> None:
    """Three trails, none followed to its end."""
    many = corpus(*(says(f"a{n}", "p", f"s{n % 3}") for n in range(7)))
    found = origins(many, "p")
    assert (found.voices.least, found.voices.most, len(found.voices.scholars)) == (7, 7, 7)
    assert [(one.id, one.kind.value) for one in found.origins] == [(f"s{n}", "trail ends") for n in range(3)]
    assert found.shown_origins == 1
    assert counts(found.removals) == (3, 3, 1) and counts(found.separate_lines) == (3, 3, 1)
    assert found.overturning == (("s0", "s1", "s2"),) and not found.indispensable


def test_two_stated_origins_count_apart_unless_they_share_a_maker() -> None:
    def with_makers(one: str, other: str) -> Corpus:
        return corpus(
            source("s", by=[one], origin="witnessed"), source("t", by=[other], origin="recorded"),
            says("a", "p", "s"), says("b", "p", "t"), says("c", "p", "u"),
        )  # fmt: skip

    apart, same = origins(with_makers("x", "y"), "p"), origins(with_makers("x", "x"), "p")
    assert (apart.shown_origins, counts(apart.removals)) == (2, (3, 3, 2))
    assert (same.shown_origins, counts(same.removals)) == (1, (3, 3, 1))
    values = {pair.pair: pair.value for pair in apart.independence}
    assert values == {("s", "t"): Independence.DISTINCT, ("s", "u"): Independence.NOT_RECORDED, ("t", "u"): Independence.NOT_RECORDED}
    assert {pair.pair: pair.value for pair in same.independence}["s", "t"] is Independence.SHARED


def test_declared_independence_is_shown_on_somebodys_word() -> None:
    declared = corpus(source("s", apart=["t"]), says("a", "p", "s"), says("b", "p", "t"))
    (pair,) = origins(declared, "p").independence
    assert pair.value is Independence.DISTINCT and "the makers of the corpus" in pair.reason


def test_a_common_descent_is_shared() -> None:
    common = corpus(
        source("s", origin="recorded", follows=("old",)), source("t", origin="recorded", follows=("old",)), source("old"),
        says("a", "p", "s"), says("b", "p", "t"),
    )  # fmt: skip
    (pair,) = origins(common, "p").independence
    assert pair.value is Independence.SHARED and "old" in pair.reason


def test_fewest_removals_exceed_separate_lines_where_grounds_need_each_other() -> None:
    """Any two of three: no two lines are apart, and two must go."""
    two = corpus(says("a", "p", "s and t"), says("b", "p", "t and u"), says("c", "p", "s and u"))
    found = origins(two, "p")
    assert counts(found.removals)[:2] == (2, 2) and counts(found.separate_lines)[:2] == (1, 1)
    assert found.overturning == (("s", "t"), ("s", "u"), ("t", "u"))
    assert dict(found.responsibility) == {"s": 0.5, "t": 0.5, "u": 0.5}


def test_an_origin_no_smallest_set_needs_is_idle() -> None:
    idle = corpus(says("a", "p", "s"), says("b", "p", "s and t"))
    found = origins(idle, "p")
    assert [one.id for one in found.origins] == ["s"] and [one.id for one in found.idle] == ["t"]
    assert found.indispensable == ("s",)


def test_what_rests_on_the_fact_that_it_was_said_needs_no_unit() -> None:
    fact = corpus(says("a", "p", label="x"), says("h", "q", "that ^x"))
    found = origins(fact, "q")
    assert counts(found.removals) == (None, None, None) and not found.overturning
    assert [one.id for one in found.origins] == ["that ^x"]


def test_without_support_nothing_needs_to_be_removed() -> None:
    found = origins(corpus(says("a", "p", "s")), "p", Lens(distrust=of_source("s")))
    assert found.status is Support.NONE and counts(found.removals) == (0, 0, 0) and found.origins == ()


def test_denials_are_counted_on_the_other_side_and_implied_ones_marked() -> None:
    sides = corpus(says("a", "p"), says("b", "p", as_="denies"), says("c", "q"), excludes=[("q", "p")])
    against = origins(sides, "p").against
    assert against is not None and against.voices.scholars == ("b", "c") and against.voices.implied == ("c",)


def test_a_group_may_be_no_more_than_its_members() -> None:
    group = corpus(says("g", "p"), says("m", "p"), says("n", "p"), belongs("m", "g"))
    assert (origins(group, "p").voices.least, origins(group, "p").voices.most) == (2, 3)


def test_reprints_and_several_works_are_one_voice() -> None:
    works = corpus(source("s"), source("t"), says("a", "p", read="s", label="1"), says("a", "p", read="t", label="2"))
    assert origins(works, "p").voices.most == 1


def test_the_ranking_is_what_falls_with_each_alone() -> None:
    literature = corpus(source("s", by=["m"]), source("t"), says("a", "p", "s"), says("b", "p", "s or t"), says("c", "q", "s"))
    for one in ranking(literature):
        falls = {(change.kind, change.id) for change in without(literature, [one.unit]).falls}
        assert falls == {("statement", id) for id in one.statements} | {("proposition", id) for id in one.propositions}
    assert str(ranking(literature)[0].unit) in ("s", "m")


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_the_laws_of_origins(small: Corpus) -> None:
    for found in all_origins(small):
        for lines, fewest in (
            (found.separate_lines.any, found.removals.any), (found.separate_lines.all, found.removals.all),
            (found.separate_lines.shown, found.removals.shown), (found.removals.all, found.removals.any),
        ):  # fmt: skip
            assert fewest is None or (lines is not None and lines <= fewest)
        assert found.removals.exact and found.listed
        assert (found.removals.any == 0) == (found.status is Support.NONE)


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_overturning_sets_fell_and_nothing_smaller_does(small: Corpus) -> None:
    for units in ("origins", "sources", "agents"):
        for chosen in overturning(evaluate_corpus(small), ("for", "p"), units).sets if "p" in small.propositions else ():
            assert evaluate_corpus(small, Lens(distrust=frozenset(chosen))).proposition("p") is Support.NONE
            for one in chosen:
                less = Lens(distrust=frozenset(chosen) - {one})
                assert evaluate_corpus(small, less).proposition("p") is not Support.NONE


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_a_copy_of_a_claim_changes_nothing(small: Corpus) -> None:
    for id, stance in small.stances.items():
        if stance.attitude.value != "asserts" or stance.read or not stance.grounds:
            continue
        names = [unit.id for unit in evaluate_corpus(small).grounds.units((UnitKind.AGENT,))]
        copy = says("Z", stance.on, f"^{id}", label="copy")
        assert "Z" not in names
        before = origins(small, stance.on)
        after = origins(Corpus(agents=small.agents, sources=small.sources, propositions=small.propositions,
                               stances={**small.stances, "copy": copy}), stance.on)  # fmt: skip
        assert counts(before.removals) == counts(after.removals)
        assert counts(before.separate_lines) == counts(after.separate_lines)
