"""The lineage as a tree."""

from __future__ import annotations

import pytest

from fontes.findings import Node, trace

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
    chain = corpus(says("a", "p", "s", label="0"), *(says("a", "p", f"^{n}", label=str(n + 1)) for n in range(9)))
    tree = trace(chain, "9", depth=3)
    deepest = tree
    while deepest.children:
        deepest = deepest.children[0]
    assert (deepest.id, deepest.folded) == ("6", 7)


def test_a_chain_of_thousands_is_folded_not_broken_off() -> None:
    chain = corpus(says("a", "p", "s", label="0"), *(says("a", "p", f"^{n}", label=str(n + 1)) for n in range(3000)))
    tree = trace(chain, "3000")
    while tree.children:
        tree = tree.children[0]
    assert tree.folded == 2961


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        trace(corpus(says("a", "p")), "q")
