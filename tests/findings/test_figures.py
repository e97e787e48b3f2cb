"""Rival figures: side by side by value, what is to be seen between them, and the documents they go back to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fontes.dates import read
from fontes.findings.figures import Figures, Kinship, Pointed, Pointing, Slip, figures
from fontes.findings.figures.compared import MOST, described, whole_within
from fontes.model.explanations import Figure
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind

from .known_corpora import corpus

ASKED = 'question many "How many?"\nsource doc "Document"\n  origin recorded\nsource book "Book"\n'


def stated(name: str, value: str, of: str = "men struck", agent: str = "a", more: str = "", question: str = "many") -> str:
    answers = f"  answers {question}\n" if question else ""
    return f'proposition {name} "{name}."\n{answers}  figure {value} of "{of}"\n{more}{agent} asserts {name}   ^{name}\n'


def found(text: str, question: str = "", lens: Lens = PLAIN) -> Figures:
    return figures(corpus(ASKED + text), question, lens)


def pairs(text: str, kind: Pointing) -> list[tuple[str, str | None]]:
    return [(one.one.proposition, one.other.proposition if one.other else None) for one in found(text).pointed if one.kind is kind]


def only(text: str, kind: Pointing) -> Pointed:
    (one,) = [each for each in found(text).pointed if each.kind is kind]
    return one


# Side by side


def test_rivals_stand_by_value_with_who_states_them_when() -> None:
    text = stated("high", "900 men") + stated("low", "100..200 men", "men shot", "1950 b") + stated("share", "5 percent")
    men, percent = found(text).rivals
    assert [(one.proposition, one.figure.least, one.figure.most) for one in men.figures] == [("low", 100, 200), ("high", 900, 900)]
    assert [(one.agents, one.since and one.since.written) for one in men.figures] == [(("b",), "1950"), (("a",), None)]
    assert (men.question, men.unit, percent.unit) == ("many", "men", "percent")


def test_what_nobody_states_is_no_figure_and_what_is_supposed_says_so() -> None:
    text = 'proposition idle "I."\n  figure 7 men of "x"\nproposition guess "G."\n  figure 8 men of "y"\na supposes guess\nb denies guess   ^no\n'
    ((one,),) = (rivals.figures for rivals in found(text).rivals)
    assert (one.proposition, one.supposed_only, one.against) == ("guess", True, ("no",))


def test_a_part_stands_under_the_question_of_its_whole() -> None:
    text = stated("whole", "900 men") + stated("part", "400 men", "shot", question="", more="  part-of whole\n")
    (men,) = found(text).rivals
    assert [(one.proposition, one.direct) for one in men.figures] == [("part", ()), ("whole", ("many",))]


def test_a_part_that_answers_a_question_of_its_own_stands_under_that_alone() -> None:
    text = 'question when-so "When?"\n' + stated("whole", "900 men") + stated("part", "400 men", "shot", question="when-so", more="  part-of whole\n")
    assert {rivals.question: [one.proposition for one in rivals.figures] for rivals in found(text).rivals} == {"many": ["whole"], "when-so": ["part"]}


def test_one_question_is_asked_with_what_is_asked_under_it() -> None:
    text = 'question under "U?"\n  part-of many\nquestion else "E?"\n' + stated("x", "10 men") + stated("y", "20 men", question="under")
    text += stated("z", "30 men", question="else")
    assert {rivals.question for rivals in found(text, "many").rivals} == {"many", "under"}
    with pytest.raises(KeyError):
        found(text, "none")


def test_a_lens_leaves_out_what_came_later_and_marks_what_lost_support() -> None:
    text = stated("old", "10 men", agent="1930 a") + stated("new", "20 men", agent="1960 b")
    early = found(text, lens=Lens(as_of=read("1940")))  # type: ignore[arg-type]
    assert [one.proposition for rivals in early.rivals for one in rivals.figures] == ["old"]
    doubted = found(text, lens=Lens(distrust=frozenset([Unit(UnitKind.AGENT, "a")])))
    assert [one.status.value for rivals in doubted.rivals for one in rivals.figures] == ["without recorded support", "supported"]


# The same value


def test_the_same_value_under_a_changed_description_along_a_lineage() -> None:
    text = stated("dismissed", "36761 men", "men dismissed", "1938 a") + "  in doc\n"
    text += stated("repressed", "36761 men", "men repressed", "1930 b") + "  rests-on doc saying dismissed\n"
    one = only(text, Pointing.SAME_VALUE)
    assert (one.one.proposition, one.other and one.other.proposition) == ("dismissed", "repressed"), "what the other rests on comes first"
    assert (one.kinship, one.statements) == (Kinship.ALONG, ("dismissed", "repressed"))


def test_from_one_document_or_with_no_descent_recorded() -> None:
    one, other = stated("x", "500 men", "shot") + "  rests-on doc\n", stated("y", "500 men", "exiled", "b") + "  rests-on doc\n"
    assert only(one + other, Pointing.SAME_VALUE).kinship is Kinship.SHARED
    assert only(one + other.replace("doc", "book"), Pointing.SAME_VALUE).kinship is Kinship.ACROSS


@pytest.mark.parametrize(
    ("value", "of", "question"),
    [
        ("500 men", "Men  Struck.", "many"), ("501 men", "shot", "many"), ("500 women", "shot", "many"), ("500..600 men", "shot", "many"),
        ("500 men", "shot", ""),
    ],
)  # fmt: skip
def test_what_is_not_the_same_value_changed(value: str, of: str, question: str) -> None:
    assert pairs(stated("x", "500 men") + stated("y", value, of, "b", question=question), Pointing.SAME_VALUE) == []


def test_along_a_lineage_no_common_question_is_needed() -> None:
    text = stated("x", "500 men", "shot", question="") + stated("y", "500 men", "exiled", "b", question="") + "  rests-on x\n"
    assert pairs(text, Pointing.SAME_VALUE) == [("x", "y")]


# One digit


def test_one_digit_apart_says_which() -> None:
    one = only(stated("x", "36761 men", agent="1938 a") + stated("y", "37761 men", agent="2024 b"), Pointing.DIGIT)
    assert one.slip is not None and (one.slip.slip, one.slip.place, one.slip.was, one.slip.is_) == (Slip.CHANGED, 2, "6", "7")
    turned = only(stated("x", "36761 men", agent="2024 a") + stated("y", "37761 men", agent="1938 b"), Pointing.DIGIT)
    assert turned.slip is not None and (turned.one.proposition, turned.slip.was, turned.slip.is_) == ("y", "7", "6")


@pytest.mark.parametrize(("one", "other", "slip"), [("1234", "123", Slip.DROPPED), ("123", "1234", Slip.ADDED), ("1234", "1324", Slip.SWAPPED)])
def test_the_other_slips(one: str, other: str, slip: Slip) -> None:
    found_ = only(stated("x", f"{one} men", agent="1938 a") + stated("y", f"{other} men", "others", "2024 b"), Pointing.DIGIT)
    assert found_.slip is not None and found_.slip.slip is slip


@pytest.mark.parametrize(
    ("one", "other", "of", "seen"),
    [
        ("40000", "50000", "others", False), ("40000", "43000", "others", False), ("7", "8", "men struck", False),
        ("400", "40", "men struck", True), ("400", "40", "others", False), ("40", "50", "men struck", False),
        ("100..236", "100..263", "others", True), ("100..236", "110..263", "others", False), ("100..236", "236", "others", False),
    ],
)  # fmt: skip
def test_round_and_short_numbers_are_near_by_chance(one: str, other: str, of: str, seen: bool) -> None:
    assert bool(pairs(stated("x", f"{one} men") + stated("y", f"{other} men", of, "b"), Pointing.DIGIT)) is seen


def test_of_one_description_no_common_question_is_needed() -> None:
    assert pairs(stated("x", "400 men", question="") + stated("y", "40 men", question=""), Pointing.DIGIT) != []
    assert pairs(stated("x", "4321 men", question="") + stated("y", "4322 men", "others", question=""), Pointing.DIGIT) == []


# Parts and wholes


def test_a_part_larger_than_its_whole() -> None:
    whole = stated("whole", "900 men", more="  part part together\n")
    one = only(whole + stated("part", "901 men", "shot"), Pointing.PART)
    assert (one.one.proposition, one.other and one.other.proposition) == ("part", "whole")
    assert pairs(whole + stated("part", "900 men", "shot"), Pointing.PART) == []
    assert pairs(whole + stated("part", "800..1000 men", "shot"), Pointing.PART) == [], "it may be smaller"
    assert pairs(whole + stated("part", "901 women", "shot"), Pointing.PART) == []
    assert pairs(stated("whole", "900 men") + stated("part", "901 men", "shot", more="  part-of whole\n"), Pointing.PART) == [("part", "whole")]


def test_a_description_that_names_its_own_whole() -> None:
    one = only(stated("x", "16 men", "marshals struck, of 15"), Pointing.PART)
    assert (one.other, one.number) == (None, Decimal(15))
    assert pairs(stated("x", "13 men", "marshals struck, of 15"), Pointing.PART) == []


@pytest.mark.parametrize(
    ("of", "unit", "whole"),
    [
        ("struck, of 5", "men", "5"), ("struck, of 600", "men", "600"),
        ("shot, of 44,000 arrested", "men", "44000"), ("shot, of the 1 234 arrested", "men", "1234"),
        ("the meeting of 13 May 1937", "men", None), ("the class of 1937", "men", None), ("the class of 1937–1938", "men", None),
        ("officers struck", "men", None), ("implied by 100,000 of 142,427", "percent", None), ("of 1.5 million", "men", "1.5"),
    ],
)  # fmt: skip
def test_the_whole_in_a_description(of: str, unit: str, whole: str | None) -> None:
    assert whole_within(Figure(Decimal(1), Decimal(1), unit, of)) == (Decimal(whole) if whole else None)


def test_parts_that_come_to_more_together() -> None:
    def whole(manner: str) -> str:
        made = stated("whole", "900 men", more=f"  part one {manner}\n  part two {manner}\n")
        return made + stated("one", "500 men", "first year") + stated("two", "401 men", "second year")

    one = only(whole("together"), Pointing.PARTS)
    assert (one.one.proposition, one.other and one.other.proposition, one.number) == ("one", "whole", Decimal(901))
    assert pairs(whole("context"), Pointing.PARTS) == []
    assert pairs(whole("together").replace("401", "400"), Pointing.PARTS) == []


# The same description


def test_the_same_description_with_different_values() -> None:
    text = stated("x", "43000 men", "Repressed in the army", "1950 a") + stated("y", "50000 men", "repressed in the  army.", "1960 b")
    assert pairs(text, Pointing.SAME_DESCRIPTION) == [("x", "y")]
    assert pairs(text.replace("50000", "43000..50000"), Pointing.SAME_DESCRIPTION) == [], "ranges that meet do not differ"
    assert pairs(text.replace("50000 men", "50000 women"), Pointing.SAME_DESCRIPTION) == []
    assert described(Figure(Decimal(1), Decimal(1), "", " Ａ  b. ")) == "a b"


# Documents


def test_figures_that_go_back_to_one_document() -> None:
    text = stated("x", "10 men") + "  rests-on doc\n" + stated("y", "20 men", "y", "b") + "  rests-on x\n"
    text += stated("z", "30 men", "z", "c") + "  rests-on? doc\n" + stated("w", "40 men", "w", "d") + "  rests-on doc or book\n"
    (one,) = found(text).documents
    assert (one.source, one.kind.value, one.figures) == ("doc", "recorded", ("w", "x", "y", "z"))
    assert (one.doubtful, one.alone) == (("z",), ("x", "y", "z"))


def test_one_figure_makes_no_group() -> None:
    assert found(stated("x", "10 men") + "  rests-on doc\n").documents == ()


def test_so_many_figures_are_not_all_compared_and_that_is_said() -> None:
    text = "".join(stated(f"x{n}", "500 men", f"kind {n}") for n in range(MOST + 1))
    made = found(text)
    assert not made.listed and len(made.pointed) == MOST * (MOST - 1) // 2
    assert found(stated("x", "500 men") + stated("y", "500 men", "other")).listed


def test_everything_has_reasons() -> None:
    text = stated("x", "36761 men", "x") + "  rests-on doc\n" + stated("y", "37761 men", "y", "b") + "  rests-on doc\n"
    made = found(text)
    assert made.pointed and made.documents
    for one in (*made.pointed, *made.documents, *(each for rivals in made.rivals for each in rivals.figures)):
        assert one.reasons
