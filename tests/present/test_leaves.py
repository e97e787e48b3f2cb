"""A leaf of a list at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fontes.present.pages import Block, Heading, Items, Prose, Room, Row, Table, To, Words
from fontes.present.rooms.leaves import cut, leaf_of, lines_in, narrowed, pager


@given(st.integers(0, 300), st.integers(-5, 50), st.integers(1, 60))
def test_leaves_have_every_line_once(count: int, asked: int, size: int) -> None:
    """Whatever leaf is asked for, one is given; together they have all lines in order."""
    leaf = leaf_of(count, asked, size)
    assert 1 <= leaf.number <= leaf.leaves
    lines = list(range(count))
    assert [line for number in range(1, leaf.leaves + 1) for line in leaf_of(count, number, size).of(lines)] == lines


def _blocks(sizes: list[int]) -> list[Block]:
    made: list[Block] = [Prose((Words("lead"),))]
    for at, size in enumerate(sizes):
        lines = tuple((Words(f"{at}.{n}"),) for n in range(size))
        made += [Heading(f"head {at}"), Items(lines) if at % 2 else Table("", ("",), tuple(Row((line,)) for line in lines))]
    return made


def _said(blocks: tuple[Block, ...]) -> list[str]:
    lines = [line for one in blocks for line in ([row.cells[0] for row in one.rows] if isinstance(one, Table) else getattr(one, "sentences", ()))]
    return [part.text for line in lines for part in line if isinstance(part, Words)]


@given(st.lists(st.integers(0, 7), max_size=6), st.integers(1, 9))
def test_a_page_of_several_lists_is_cut_through_all_of_them(sizes: list[int], size: int) -> None:
    """No leaf is longer than it may be, every line is on one, and no heading stands over a list that is elsewhere."""
    blocks = _blocks(sizes)
    leaves = [cut(blocks, leaf_of(lines_in(blocks), number, size)) for number in range(1, leaf_of(lines_in(blocks), 1, size).leaves + 1)]
    assert [line for leaf in leaves for line in _said(leaf)] == _said(tuple(blocks))
    assert all(lines_in(leaf) <= size and isinstance(leaf[0], Prose) for leaf in leaves)
    for leaf in leaves:
        headed = {one.words for one in leaf if isinstance(one, Heading)}
        full = {f"head {at}" for at in range(len(sizes)) if sizes[at]}
        shown = {f"head {line.split('.')[0]}" for line in _said(leaf)}
        assert headed & full == shown


def test_lines_are_found_on_a_page() -> None:
    """A list without any of them goes, with its heading."""
    kept = narrowed(_blocks([3, 3]), "1.2")
    assert _said(kept) == ["1.2"]
    assert [one.words for one in kept if isinstance(one, Heading)] == ["head 1"]
    assert narrowed(_blocks([2]), " ") == tuple(_blocks([2]))


def test_a_pager_leads_to_the_neighbours_the_first_and_the_last() -> None:
    """And keeps what else the address asks."""
    here = To(Room.AGENTS, query=(("q", "x"), ("leaf", "3")))
    (found,) = pager(here, leaf_of(1000, 3), anchor="a")
    assert found.before == To(Room.AGENTS, query=(("q", "x"), ("leaf", "2")), anchor="a")
    assert found.first == To(Room.AGENTS, query=(("q", "x"),), anchor="a")
    assert found.after is not None and found.last is not None and found.last.query == (("q", "x"), ("leaf", "20"))
    assert pager(here, leaf_of(50)) == ()
