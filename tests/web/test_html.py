"""Blocks as HTML: what the makers of a corpus wrote is never markup, whichever field of whichever block it stands in."""

from __future__ import annotations

import typing
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from html.parser import HTMLParser
from types import UnionType
from typing import Any

import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.present import pages
from fontes.present.drawing import shapes
from fontes.present.pages import Finder, Heading, Ink, Items, Link, Pager, Prose, Room, Row, Sign, Table, To, Words
from fontes.web.addresses import address
from fontes.web.html import html
from fontes.web.html.sentence import escape

NAMES = {**vars(pages), **vars(shapes)}
NASTY = """'>"><i onclick="z">&amp;\u202e\x07"""

class Read(HTMLParser):
    """The names of the elements and attributes, and whether each is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("br", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a kind of field; every text is the same nasty one, or none."""
    if kind is str:
        return st.sampled_from(("", NASTY))
    simple: dict[Any, st.SearchStrategy[Any]] = {
        int: st.integers(1, 3), float: st.floats(-9, 9), bool: st.booleans(), type(None): st.none(),
        Ink: st.sampled_from(Ink), Room: st.sampled_from(Room),
    }  # fmt: skip
    if kind in simple:
        return simple[kind]
    inner = typing.get_args(kind)
    if typing.get_origin(kind) in (tuple, Sequence):
        return st.lists(of(inner[0]), max_size=2).map(tuple) if inner[1:] in ((), (...,)) else st.tuples(*map(of, inner))
    if isinstance(kind, UnionType):
        return st.one_of(*map(of, inner))
    assert is_dataclass(kind) and isinstance(kind, type)
    return st.deferred(lambda: built(kind))


@cache
def built(kind: type) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(kind, NAMES)
    return st.builds(kind, **{each.name: of(hints[each.name]) for each in fields(kind)}).map(even)


def even(one: Any) -> Any:
    """A table has a heading for every cell."""
    if not isinstance(one, Table):
        return one
    return replace(one, rows=tuple(replace(row, cells=row.cells[: len(one.headings)]) for row in one.rows))


@pytest.mark.parametrize("kind", typing.get_args(pages.Block), ids=lambda kind: kind.__name__)
def test_no_field_of_a_block_becomes_markup(kind: type) -> None:
    @given(built(kind), st.booleans())
    def law(one: Any, writing: bool) -> None:
        made = html([one], address, (lambda name: f"/edit/{name}") if writing else None, (lambda own: f"/write?{own}") if writing else None)
        read = Read(made)
        assert read.open == []
        assert "i" not in read.elements and "onclick" not in read.attributes

    law()


@given(st.text())
def test_text_is_escaped_as_in_templates(text: str) -> None:
    assert escape(text) == str(markupsafe.escape(text))


def test_a_sentence_byte_for_byte() -> None:
    link = Link("Бенеш & co", To(Room.AGENTS, "benes/1"), Ink.FOR, "ru", ((0, 5),))
    told = (Words("He says "), link, Sign("—", "stands"), Words("so", Ink.MARK), Words(" там", Ink.PLAIN, "ru"), Words("\u202e", Ink.MUTED))
    assert html([Prose(told, ((Words("note"),),), lead=True)], address) == (
        '<div class="has-margin">\n<p class="lead">He says '
        '<a href="/agents/benes%2F1" class="for" lang="ru"><bdi><mark>Бенеш</mark> &amp; co</bdi></a>'
        '<span data-status="stands"><span class="sign" aria-hidden="true">—</span> stands</span><mark>so</mark><span lang="ru"> там</span>'
        '<span class="muted">‹U+202E›</span></p>\n<div class="margin"><p>note</p></div>\n</div>\n\n'
    )


def test_a_table_byte_for_byte() -> None:
    row = Row(((Words("one"),), ()), "the row", ((Words("below"),),), lost=True, edit="a&b")
    table = Table("What is listed", ("Name", "What"), (row,))
    assert html([table], address, lambda name: f"/edit/{name}") == (
        '<div class="table">\n<table>\n<caption>What is listed</caption>\n'
        '<thead><tr><th scope="col">Name</th><th scope="col">What</th></tr></thead>\n'
        '<tbody>\n<tr id="the_row" class="more lost"><th scope="row">one</th><td data-heading="What" class="empty">'
        ' <a class="edit" href="/edit/a&amp;b" aria-label="Edit: a&amp;b">edit</a></td></tr>\n'
        '<tr><td class="below" colspan="2"><p>below</p></td></tr>\n</tbody>\n</table>\n</div>\n\n'
    )
    assert "edit" not in html([table], address)


def test_other_blocks_byte_for_byte() -> None:
    assert html([Heading("Ends", 3, "the ends"), Items(((Words("a"),),))], address) == (
        '<h3 id="the_ends">Ends</h3>\n\n<ul class="items">\n<li>a</li>\n</ul>\n\n'
    )
    found = html([Finder(To(Room.AGENTS), "Find", "<", kept=(("as-of", "1937"),))], address)
    assert found == (
        '<form class="finder" action="/agents">\n<input type="hidden" name="as-of" value="1937">'
        '<label>Find<input name="q" type="search" value="&lt;" maxlength="200"></label>\n<button>Search</button>\n</form>\n\n'
    )
    turned = html([Pager("2 of 3", To(Room.AGENTS), To(Room.AGENTS, query=(("leaf", "3"),)))], address)
    assert 'rel="prev" href="/agents"' in turned and 'rel="next" href="/agents?leaf=3"' in turned
