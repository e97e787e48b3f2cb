"""The lineage as a tree."""

from __future__ import annotations

import pytest

from fontes.findings import Node, trace
from fontes.findings.support.status import evaluate_corpus
from fontes.findings.support.trace import resting_on, trace_in

from .small import corpus, says, source


def outline(node: Node) -> object:
    name = node.id or node.kind
    return (name, [outline(child) for child in node.children]) if node.children else name


def test_a_tree_shows_each_thing_once_and_says_how_grounds_combine() -> None:
    small = corpus(
        source("s", "t"),
        says("a", "p", "s and u", "?v", label="x"), says("b", "p", "^x", label="y"), says("c", "p", "^x", label="z"),
    )  # fmt: skip
    tree = trace(small, "p")
    assert outline(tree) == ("p", [("x", [("and", [("s", ["t"]), "u"]), "v"]), ("y", ["x"]), ("z", ["x"])])
    x, y, _ = tree.children
    assert (x.rule, x.children[0].rule, x.children[1].doubtful) == ("not recorded", "and", True)
    assert y.children[0].shared and not x.shared
    assert x.children[1].origin == "trail ends" and tree.rule == "or"


def test_what_lies_too_deep_is_folded_and_counted() -> None:
    steps = (says("a", "p", f"^{n}", f"s{n}", label=str(n + 1)) for n in range(9))
    tree = trace(corpus(says("a", "p", "s", label="0"), *steps), "9", depth=3)
    deepest = tree
    while deepest.children:
        deepest = deepest.children[0]
    assert (deepest.id, deepest.folded) == ("6", 13)


def test_a_long_chain_is_folded_to_its_first_and_last_link_and_loses_none() -> None:
    chain = corpus(says("a", "p", "s", label="0"), *(says("a", "p", f"^{n}", label=str(n + 1)) for n in range(3000)))
    tree = trace(chain, "3000")
    (between,) = tree.children
    (end,) = between.children
    assert (tree.id, end.id, end.origin, end.children) == ("3000", "s", "trail ends", ())
    assert (between.kind, between.links) == ("links", tuple(str(n) for n in range(2999, -1, -1)))


def test_a_short_chain_is_drawn_link_by_link() -> None:
    chain = corpus(says("a", "p", "s", label="0"), *(says("a", "p", f"^{n}", label=str(n + 1)) for n in range(4)))
    assert outline(trace(chain, "3")) == ("3", [("2", [("1", [("0", ["s"])])])])


def test_a_chain_that_meets_what_is_drawn_ends_there() -> None:
    ring = corpus(*(says("a", "p", f"^{(n + 1) % 9}", label=str(n)) for n in range(9)))
    tree = trace(ring, "0")
    (between,) = tree.children
    assert tree.id == "0" and between.links == tuple("1234567") and between.children[0].id == "8"
    assert between.children[0].children[0].shared


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        trace(corpus(says("a", "p")), "q")


def test_of_many_statements_the_first_by_date_are_followed_and_the_others_counted() -> None:
    years = (1990, 1950, 1970)
    dated = [says(f"a{year}", "p", f"work-{year}", label=f"s{year}", date=str(year)) for year in years]
    works = (source(f"work-{year}") for year in years)
    statuses = evaluate_corpus(corpus(*works, *dated, says("a0", "p", label="s0"), says("a9", "p", as_="denies", label="s9")))
    tree = trace_in(statuses, "p", most=2)
    assert {child.id for child in tree.children} == {"s1950", "s1970"}
    assert tree.folded == 2
    assert trace_in(statuses, "p", most=4) == trace_in(statuses, "p")
    among = [("source", "work-1990"), ("source", "work-2000"), ("statement", "s0"), ("statement", "s9")]
    assert resting_on(statuses, "p", "for", among) == {("source", "work-1990"), ("statement", "s0")}
    assert resting_on(statuses, "nothing", "for", among) == frozenset()
