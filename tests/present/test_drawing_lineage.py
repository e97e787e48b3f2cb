"""A lineage as a drawing: each thing once, every line, and what has lost support named."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fontes.findings import Node, trace
from fontes.findings.support.trace import trace_in
from fontes.model.lens import Lens, Unit, UnitKind
from fontes.present.drawing.graph import graph
from fontes.present.drawing.lineage import Label, lineage
from fontes.present.drawing.measure import measured, wrapped
from fontes.present.drawing.shapes import Drawing, Stroke, Text
from fontes.present.export.json import page_json
from fontes.present.pages import Tree
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.drawn import lineage_drawing
from fontes.present.rooms.proposition import proposition_page
from fontes.workbench import Workbench

from .geometry import inside

Opened = Callable[[str], Workbench]
NAMES = (
    "agent a \"Anna\"\n  role scholar\nagent b \"Борис\"\n  language ru\n  role scholar\n"
    "source s \"The first\"\nsource t \"The second\"\nsource u \"The third\"\n"
)


def drawn(bench: Workbench, name: str) -> Drawing:
    found = lineage_drawing(concordance(bench.corpus), bench.trace(name))
    assert found is not None
    return found


def words(drawing: Drawing) -> list[str]:
    return [thing.words for thing in drawing.things]


def lines(drawing: Drawing) -> set[tuple[str, str]]:
    """Each line from name to name."""
    names = {thing.number: thing.words for thing in drawing.things}
    strokes = [shape for shape in drawing.shapes if isinstance(shape, Stroke) and shape.joins]
    return {(names[one.joins[0]], names[to]) for one in strokes for to in one.joins[1:]}


def texts(drawing: Drawing) -> Iterator[Text]:
    for thing in drawing.things:
        yield from (shape for shape in thing.shapes if isinstance(shape, Text))


def test_what_several_rest_on_is_drawn_once_with_several_lines_out(opened: Opened) -> None:
    found = drawn(opened(NAMES + "proposition p \"It was so.\"\n1960 a asserts p\n  rests-on s\n1970 b asserts p\n  rests-on s\n"), "p")
    assert words(found) == [
        "The first, the trail ends here", "Anna, asserts, 1960", "Борис, asserts, 1970", "It was so.",
    ]  # fmt: skip
    assert lines(found) == {
        ("The first, the trail ends here", "Anna, asserts, 1960"), ("The first, the trail ends here", "Борис, asserts, 1970"),
        ("Anna, asserts, 1960", "It was so."), ("Борис, asserts, 1970", "It was so."),
    }  # fmt: skip
    assert {one.language for one in texts(found) if one.lines == ("Борис",)} == {"ru"}
    left = [thing.box[0] for thing in found.things]
    assert left == sorted(left) and len(set(left)) == 3


def test_how_grounds_combine_is_said_where_the_lines_meet(opened: Opened) -> None:
    text = NAMES + "proposition p \"It was so.\"\n1960 a asserts p\n  rests-on s and t\n"
    shown = [one.lines for one in texts(drawn(opened(text), "p")) if one.kind == "word"]
    assert shown == [("all",)]
    nested = drawn(opened(f"{text}  rests-on u\n"), "p")
    assert "all of these are needed" in words(nested)
    assert [sample.words for sample in nested.key][:2] == ["all of these are needed", "how these combine is not recorded"]


def test_what_has_lost_support_is_dotted_and_named_and_never_removed(opened: Opened) -> None:
    bench = opened(NAMES + "proposition p \"It was so.\"\n1960 a asserts p\n  rests-on s\n1970 b asserts p\n  rests-on t\n")
    tree = trace(bench.corpus, "p", Lens(distrust=(Unit(UnitKind.SOURCE, "s"),)))
    found = lineage_drawing(concordance(bench.corpus), tree)
    assert found is not None
    kinds = {thing.words: thing.kind for thing in found.things}
    assert kinds["The first, the trail ends here, falls"] == "end fallen"
    assert kinds["Anna, asserts, 1960, falls"] == "statement fallen"
    assert kinds["Борис, asserts, 1970"] == "statement"
    assert sum(isinstance(one, Stroke) and one.kind == "line fallen" for one in found.shapes) == 2
    assert "without recorded support" in [sample.words for sample in found.key]


def test_a_line_that_is_only_supposed_is_broken(opened: Opened) -> None:
    found = drawn(opened(NAMES + "proposition p \"It was so.\"\n1960 a asserts p\n  rests-on? s\n"), "p")
    assert {one.kind for one in found.shapes if isinstance(one, Stroke) and one.joins} == {"line doubtful", "line weakened"}
    assert "perhaps" in [sample.words for sample in found.key]


def label(node: Node) -> Label:
    return Label(node.words or node.kind)


def leaf(id: str, kind: str = "source", **more: object) -> Node:
    return Node(id, kind, id, origin="trail ends", **more)  # type: ignore[arg-type]


def said(id: str, *children: Node, **more: object) -> Node:
    return Node(id, "statement", id, children=children, **more)  # type: ignore[arg-type]


def test_a_work_that_is_read_and_its_own_origin_are_two_things() -> None:
    tree = Node("p", "proposition", "p", children=(said("x", Node("s", "source", "s", children=(said("y", leaf("s")),))),))
    assert [(point.node.kind, point.node.id) for point in graph(tree).points] == [
        ("proposition", "p"), ("statement", "x"), ("source", "s"), ("statement", "y"), ("source", "s"),
    ]  # fmt: skip


def test_others_who_are_not_named_are_never_taken_to_be_the_same() -> None:
    tree = Node("p", "proposition", "p", children=(said("x", leaf("others", "others")), said("y", leaf("others", "others"))))
    assert sum(point.node.kind == "others" for point in graph(tree).points) == 2


def test_joints_of_the_same_are_one() -> None:
    def both() -> Node:
        return Node("", "and", "and", children=(leaf("s"), leaf("t")), rule="and")

    found = graph(Node("p", "proposition", "p", children=(said("x", both(), leaf("u")), said("y", both(), leaf("u")))))
    assert sum(point.node.kind == "and" for point in found.points) == 1
    loose = Node("", "and", "and", children=(leaf("s"), leaf("t", doubtful=True)), rule="and")
    other = graph(Node("p", "proposition", "p", children=(said("x", both(), leaf("u")), said("y", loose, leaf("u")))))
    assert sum(point.node.kind == "and" for point in other.points) == 2


def test_a_circle_ends_in_a_place_that_says_so() -> None:
    tree = Node("p", "proposition", "p", children=(said("x", said("y", Node("x", "statement", "x", shared=True))),))
    found = lineage("n", tree, label)
    assert found is not None
    assert "x, round in a circle to this again" in words(found)
    assert len(found.things) == 4


def test_a_proposition_of_one_voice_stands_with_it() -> None:
    tree = Node("p", "proposition", "p", children=(said("x", Node("q", "proposition", "q", children=(said("y", leaf("s")),))),))
    found = graph(tree)
    q = next(point for point in found.points if point.node.id == "q")
    assert q.voice is not None and q.voice.id == "y" and len(found.points) == 4
    shared = Node("p", "proposition", "p", children=(*tree.children, said("z", Node("y", "statement", "y", shared=True))))
    assert all(point.voice is None for point in graph(shared).points)


def test_of_too_many_things_the_nearest_are_drawn_and_the_rest_counted() -> None:
    tree = Node("p", "proposition", "p", children=tuple(said(f"x{n}", leaf(f"s{n}")) for n in range(20)))
    found = graph(tree, 15)
    assert len(found.points) == 15 and found.points[0].left == 6
    drawing = lineage("n", tree, label)
    assert drawing is not None and len(drawing.things) == 41


def test_a_long_chain_is_folded_and_its_links_are_named(opened: Opened) -> None:
    chain = "".join(f"19{n + 50} a asserts p   ^l{n}\n  rests-on {f'^l{n - 1}' if n else 's'}\n" for n in range(10))
    bench = opened(f'{NAMES}proposition p "It was so."\n{chain}')
    found = lineage_drawing(concordance(bench.corpus), trace(bench.corpus, "l9"))
    assert found is not None
    assert "Nine links, Anna, 1958; Anna, 1957; Anna, 1956; six others" in words(found)
    assert len(found.things) == 3


def test_a_folded_chain_leads_to_where_it_is_unfolded(opened: Opened) -> None:
    chain = "".join(f"19{n + 50} {'ab'[n % 2]} asserts p   ^l{n}\n  rests-on {f'^l{n - 1}' if n else 's'}\n" for n in range(9))
    bench = opened(f'{NAMES}proposition p "It was so."\nproposition q "And so?"\n{chain}1970 a asserts q\n  rests-on ^l8\n')
    found = drawn(bench, "q")
    (fold,) = [thing for thing in found.things if thing.kind.startswith("links")]
    assert fold.to is not None and fold.to.query == (("unfold", "chains"),) and fold.to.anchor == "lineage"
    assert "unfold this chain" in fold.words
    whole = lineage_drawing(concordance(bench.corpus), trace_in(bench.statuses(), "q", chain=1_000_000))
    assert whole is not None
    assert not [thing for thing in whole.things if thing.kind.startswith("links")]
    assert len(whole.things) == len(found.things) + 8


def test_under_each_column_are_the_years_of_what_stands_in_it(opened: Opened) -> None:
    text = NAMES.replace('source s "The first"', 'source s "The first"\n  out 1954')
    found = drawn(opened(f'{text}proposition p "It was so."\n1960 a asserts p\n  rests-on s\n1970 b asserts p\n  rests-on s\n'), "p")
    feet = [(one.lines[0], one.x) for one in found.shapes if isinstance(one, Text) and one.kind == "tick"]
    assert [words for words, _ in feet] == ["1954", "1960–1970"]
    columns = sorted({thing.box[0] + thing.box[2] / 2 for thing in found.things})
    assert [x for _, x in feet] == columns[:2]
    undated = drawn(opened(f'{NAMES}proposition p "It was so."\na asserts p\n  rests-on s\n'), "p")
    assert not [one for one in undated.shapes if isinstance(one, Text) and one.kind == "tick"]


def test_under_another_lens_nothing_moves(opened: Opened) -> None:
    """Only how things stand is told anew, so that an open page can take it over into the drawing it has."""
    bench = opened(NAMES + "proposition p \"It was so.\"\n1960 a asserts p\n  rests-on s\n1970 b asserts p\n  rests-on t\n  rests-on? s\n")
    before, after = (
        lineage_drawing(concordance(bench.corpus), trace(bench.corpus, "p", Lens(distrust=units)))
        for units in ((), (Unit(UnitKind.SOURCE, "s"),))
    )
    assert before is not None and after is not None
    places = [
        [(type(one), one.path if isinstance(one, Stroke) else (one.x, one.y, len(one.lines)) if isinstance(one, Text) else one.box)
         for shape in drawing.shapes for one in (shape, *getattr(shape, "shapes", ()))]
        for drawing in (before, after)
    ]  # fmt: skip
    assert places[0] == places[1]
    assert words(before) != words(after)
    inside(after)


def test_the_other_side_is_drawn_as_that(opened: Opened) -> None:
    bench = opened(NAMES + 'proposition p "It was so."\n1960 a denies p\n  rests-on s\n')
    found = lineage_drawing(concordance(bench.corpus), bench.trace("p", side="against"))
    assert found is not None and found.title == "Lineage of what speaks against it" and found.name == "lineage-against"
    assert "Who is against it" in [one.lines[0] for one in found.shapes if isinstance(one, Text) and one.kind == "head"]


def test_nothing_is_drawn_of_what_rests_on_nothing() -> None:
    assert lineage("n", Node("p", "proposition", "p"), label) is None


def test_every_thing_of_the_tree_is_in_the_drawing_of_the_example_page(dossier: Workbench) -> None:
    one = concordance(dossier.corpus)
    page = proposition_page(one, dossier.origins("dossier-reached"), dossier.trace("dossier-reached"))
    place = next(at for at, block in enumerate(page.blocks) if isinstance(block, Drawing))
    assert any(isinstance(block, Tree) for block in page.blocks[place + 1 :])
    drawing = page.blocks[place]
    assert isinstance(drawing, Drawing)
    assert words(drawing) == [
        "Memoirs of Dr Eduard Beneš, witnessed", "Robert Conquest, asserts, 1968", "John Erickson, asserts, 1962", "The dossier reached Stalin.",
    ]  # fmt: skip
    shown = next(block for block in page_json(page)["blocks"] if block["is"] == "drawing")
    assert [thing["words"] for thing in shown["things"]] == words(drawing)
    assert shown["things"][0]["to"]["name"] == "benes-memoirs" and "shapes" not in shown


def test_words_are_broken_into_lines_that_fit_and_what_is_cut_ends_in_dots() -> None:
    lines_ = wrapped("Donaudampfschifffahrtsgesellschaftskapitän und andere Leute " * 4, 120, 16, 5)
    assert len(lines_) == 5 and lines_[-1].endswith("…")
    assert all(measured(one, 16) <= 120 for one in lines_)
    assert wrapped("A short one", 400, 16, 5) == ("A short one",)
    assert wrapped("turned \u202e round", 400, 16, 5) == ("turned ‹U+202E› round",)
