"""Criticisms that count: whom they touch, who answers whom, and what distrust of a critic does."""

from __future__ import annotations

from typing import Any

from fontes.findings import Status, Support, evaluate, origins_in, without
from fontes.findings.support.status import Statuses
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens
from fontes.model.names import Passage
from fontes.model.stances import Criticism

from .small import HERE, corpus, grounds, of_agent, says, source, when

STANDS, UNDECIDED, FALLS = Status.STANDS, Status.UNDECIDED, Status.FALLS
COUNTING = Lens(criticisms=("counting",))


def judges(
    agent: str,
    source_: str = "",
    *aspects: str,
    vouching: bool = False,
    use: str = "",
    on: tuple[str, ...] = (),
    rests: tuple[str, ...] = (),
    read: str = "",
    date: str = "",
    label: str = "",
) -> Criticism:
    """`judges("critic", "letter", "forged")`: an impeachment, unless it is said to vouch."""
    verb = "vouches for" if vouching else "impeaches"
    return Criticism(
        label or f"{agent} {verb} {source_ or use} {' '.join((*aspects, *on))}", agent, vouching, aspects, HERE, source=source_ or None,
        use=use or None, on=on, grounds=grounds(rests), read=Passage(read) if read else None, when=when(date) if date else None,
    )  # fmt: skip


def counted(*things: Any, lens: Lens = COUNTING) -> Statuses:
    return evaluate(corpus(*things), lens)


LETTER = (source("letter"), says("witness", "p", read="letter", label="x"))
FORGED = judges("critic", "letter", "forged", label="forged")


def test_by_default_criticisms_are_shown_and_do_not_count() -> None:
    assert evaluate(corpus(*LETTER, FORGED)).statement("x") is STANDS
    assert counted(*LETTER, FORGED).statement("x") is FALLS


def test_only_the_kinds_and_the_critics_of_the_lens_count() -> None:
    late = judges("critic", "letter", "late")
    assert counted(*LETTER, late, lens=Lens(criticisms=("forged",))).statement("x") is STANDS
    assert counted(*LETTER, late, lens=Lens(criticisms=("late",))).statement("x") is FALLS
    for critic, status in (("critic", FALLS), ("other", STANDS)):
        assert counted(*LETTER, late, lens=Lens(criticisms=("counting",), critics=(critic,))).statement("x") is status


def test_what_is_forged_attests_nothing_and_what_is_partial_is_only_not_believed() -> None:
    partial = judges("critic", "letter", "partial")
    assert not counted(*LETTER, FORGED).attested("x")
    after = counted(*LETTER, partial)
    assert after.attested("x") and after.statement("x") is FALLS


def test_a_criticism_that_has_lost_its_ground_does_not_count() -> None:
    grounded = judges("critic", "letter", "forged", rests=("study",))
    assert counted(source("study"), *LETTER, grounded).statement("x") is FALLS
    assert counted(source("study"), *LETTER, grounded, judges("other", "study", "careless")).statement("x") is STANDS


def test_an_impeachment_of_one_use_touches_that_use_only() -> None:
    """Of the use on one proposition, and of one statement."""
    things = (
        source("memoir"), says("old man", "p", read="memoir", label="x"), says("old man", "q", read="memoir", label="y"),
        says("reader", "p", "memoir", label="u"), says("reader", "q", "memoir", label="v"),
    )  # fmt: skip
    narrowed = counted(*things, judges("critic", "memoir", "hearsay", on=("p",)))
    assert [narrowed.statement(id) for id in "xyuv"] == [FALLS, STANDS, FALLS, STANDS]
    one_use = counted(*things, judges("critic", use="u", label="misread"))
    assert [one_use.statement(id) for id in "xyuv"] == [STANDS, STANDS, FALLS, STANDS]


def test_vouching_and_impeaching_in_the_same_aspect_contradict_each_other() -> None:
    vouched = counted(*LETTER, FORGED, judges("friend", "letter", "forged", vouching=True))
    assert (vouched.statement("x"), vouched.proposition("p")) == (UNDECIDED, Support.UNDECIDED)
    assert (vouched.statement("forged"), vouched.standing(("believed", "letter"))) == (STANDS, UNDECIDED)


def test_vouching_in_another_aspect_does_not_answer() -> None:
    assert counted(*LETTER, FORGED, judges("friend", "letter", "voluntary", vouching=True)).statement("x") is FALLS


def test_vouching_for_one_use_does_not_answer_a_judgement_of_the_whole() -> None:
    assert counted(*LETTER, FORGED, judges("friend", "letter", "forged", vouching=True, on=("p",))).statement("x") is FALLS


def test_two_impeachments_of_one_thing_do_not_answer_each_other() -> None:
    both = counted(*LETTER, FORGED, judges("friend", "letter", "late"))
    assert both.statement("x") is FALLS and not both.undecided()


def test_the_certainly_later_is_preferred_where_a_lens_says_so() -> None:
    """The later finding is not answered by the older word; of two whose order is not certain, neither is preferred."""
    later = Lens(criticisms=("counting",), prefer_later=True)
    for vouched, impeached, status in (
        ("1900", "1950", FALLS), ("1950", "1900", STANDS), ("1900", "1900", UNDECIDED), ("", "1950", UNDECIDED), ("1940/1960", "1950", UNDECIDED),
    ):  # fmt: skip
        things = (
            *LETTER, judges("critic", "letter", "forged", date=impeached), judges("friend", "letter", "forged", vouching=True, date=vouched),
        )  # fmt: skip
        assert counted(*things, lens=later).statement("x") is status, (vouched, impeached)
        assert counted(*things).statement("x") is UNDECIDED


def test_criticisms_have_an_as_of_of_their_own() -> None:
    late = judges("critic", "letter", "forged", date="1950")
    dated = (source("letter", made="1900"), says("witness", "p", read="letter", label="x", date="1900"))
    then = Lens(criticisms=("counting",), as_of=when("1910"))
    now = Lens(criticisms=("counting",), as_of=when("1910"), criticisms_as_of=when("2000"))
    assert (counted(*dated, late, lens=then).statement("x"), counted(*dated, late, lens=now).statement("x")) == (STANDS, FALLS)


def test_who_distrusts_a_critic_sees_things_rise() -> None:
    held: Corpus = corpus(*LETTER, FORGED)
    found = without(held, of_agent("critic"), COUNTING)
    assert [(one.id, one.before, one.after) for one in found.rises] == [("p", Support.NONE, Support.SUPPORTED), ("x", FALLS, STANDS)]
    assert {one.id for one in found.falls} == {"forged"}


def test_a_criticism_of_a_criticism_restores_what_it_touched() -> None:
    """The critic's book is itself impeached; and the one who impeaches it is not."""
    things = (source("book"), *LETTER, judges("critic", "letter", "forged", read="book"))
    assert counted(*things).statement("x") is FALLS
    assert counted(*things, judges("third", "book", "careless")).statement("x") is STANDS
    assert counted(*things, judges("third", use="critic impeaches letter forged")).statement("x") is STANDS


def test_the_text_of_a_source_is_not_touched_by_criticism_of_it() -> None:
    assert counted(*LETTER, FORGED, says("critic", "it-is-late", "text of letter", label="proof")).statement("proof") is STANDS


def test_two_critics_who_impeach_each_others_books_leave_both_undecided() -> None:
    quarrel = counted(
        source("one"), source("two"), says("A", "p", read="one", label="x"), says("B", "q", read="two", label="y"),
        judges("A", "two", "careless", read="one"), judges("B", "one", "careless", read="two"),
        says("C", "r", label="z"),
    )  # fmt: skip
    assert [quarrel.statement(id) for id in "xyz"] == [UNDECIDED, UNDECIDED, STANDS]


def test_who_is_undecidedly_attested_is_heard_possibly() -> None:
    """A letter found forged and vouched for: whether its writer said so at all is not decided."""
    letter = source("letter", by=["a"])
    found = counted(
        letter, says("a", "p", read="letter", label="x"), judges("k", "letter", "forged"), judges("l", "letter", "authentic", vouching=True)
    )
    assert found.proposition("p") is Support.UNDECIDED
    heard = origins_in(found, "p").voices
    assert (heard.least, heard.most, heard.scholars) == (0, 1, ("a",))
