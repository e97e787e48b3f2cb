"""Texts: in one line with a way back, divided as they are read, statements at their places."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fontes.findings.texts.divided import LEAF_PIECES, LEAF_SIGNS, LONGEST, divided
from fontes.findings.texts.flat import flat, locators
from fontes.findings.texts.placed import How, Placed, Read, Unplaced, Why, placing
from fontes.findings.texts.quoted import folded, stretches
from fontes.findings.texts.searched import places
from fontes.model.names import StatementId

LETTER = """[p. 1]
The mill is no more. There was no hand in it: the great bear-
ing had run hot since Thursday.

Of the men I know [p. 2] nothing. The men
were at the ford.

[p. 3] Nothing more is to be said.
"""
SIGNS = st.text(st.sampled_from("aB ſé\n\n-[]p.¶ 12xß\u00ad\t"), max_size=80)


def read(id: str, quote: str = "", passage: str = "") -> Read:
    return Read(StatementId(id), quote, passage)


def place(text: str, one: Read, *passages: str) -> Placed | Unplaced:
    found = placing(divided(text, passages), [one])
    return (*found.placed, *found.unplaced)[0]


def standing(text: str, one: Read, *passages: str) -> str:
    """The words at which a statement stands, or all from where it stands on."""
    found = place(text, one, *passages)
    assert isinstance(found, Placed)
    words = divided(text, passages).flat.words
    return words[found.start : found.end] or words[found.start :]


def test_a_text_in_one_line_leaves_out_breaks_hyphens_and_marks() -> None:
    assert flat(LETTER).words == (
        "The mill is no more. There was no hand in it: the great bearing had run hot since Thursday. "
        "Of the men I know nothing. The men were at the ford. Nothing more is to be said."
    )
    assert [(mark.unit, mark.number) for mark in flat(LETTER).marks] == [("p.", "1"), ("p.", "2"), ("p.", "3")]


def test_what_counts_nothing_known_is_no_mark_and_stays() -> None:
    assert flat("He wrote [B1] and [sic ii], then [P. 12] more.").words == "He wrote [B1] and [sic ii], then more."


@given(SIGNS)
@example("[B1]")
def test_every_letter_of_a_text_is_found_again_where_it_stood(text: str) -> None:
    one = flat(text)
    kept = [at for at, sign in enumerate(one.text) if sign in "aBſéxß" and one.at(at) < len(one.words) and one.words[one.at(at)] == sign]
    lost = sum(one.text.count(sign) for sign in "aBſéxß") - len(kept)
    assert lost == 0
    assert "  " not in one.words and "\n" not in one.words and one.words == one.words.strip()
    assert flat(one.words).words == one.words or "[" in one.words or "¶" in one.words or "-" in one.words


@given(SIGNS)
def test_folding_a_whole_text_is_folding_each_sign(text: str) -> None:
    """The quick way beside the plain one."""
    signs, at = [], []
    for index, sign in enumerate(text):
        for part in unicodedata.normalize("NFKD", sign.casefold()):
            if part.isalnum():
                signs.append(part)
                at.append(index)
    found = folded(text)
    assert (found.signs, list(found.places)) == ("".join(signs), at)


@given(SIGNS)
def test_the_pieces_of_a_text_are_all_of_it_once_and_short(text: str) -> None:
    one = divided(text)
    words = one.flat.words
    assert re.sub(r"\s", "", "".join(words[each.start : each.end] for each in one.pieces)) == re.sub(r"\s", "", words)
    assert all(first.end <= second.start for first, second in zip(one.pieces, one.pieces[1:], strict=False))
    assert one.leaves[0][0] == 0 and one.leaves[-1][1] == len(one.pieces)


def test_no_leaf_grows_with_the_text() -> None:
    one = divided(("word " * 9000 + "\n\n") * 3 + "\n\n".join(["short"] * 500) + "x" * 20_000)
    assert all(each.end - each.start <= LONGEST for each in one.pieces)
    for low, high in one.leaves:
        assert high - low <= LEAF_PIECES
        assert sum(each.end - each.start for each in one.pieces[low:high]) <= LEAF_SIGNS + LONGEST
    assert all(one.leaf_of(at) - 1 == next(n for n, (low, high) in enumerate(one.leaves) if low <= at < high) for at in range(len(one.pieces)))


def test_a_passage_is_what_the_text_marks_and_never_made_up() -> None:
    assert [each.passage for each in divided(LETTER).pieces] == ["p. 1", "p. 1", "p. 2", "p. 3"]
    assert {each.passage for each in divided("One.\n\nTwo.").pieces} == {""}


def test_what_the_corpus_counts_and_the_text_does_not_mark_is_counted() -> None:
    assert [each.passage for each in divided("One.\n\nTwo.", ["¶ 2"]).pieces] == ["¶ 1", "¶ 2"]
    assert [each.passage for each in divided("One\ntwo\n\nthree", ["lines 2–3"]).pieces] == ["l. 1", "l. 2", "l. 4"]
    assert [each.passage for each in divided("¶ 7 One.\n\n¶ 8 Two.", ["¶ 2"]).pieces] == ["¶ 7", "¶ 8"]


def test_lines_of_verse_are_kept_and_a_window_s_width_is_not() -> None:
    verse, prose = divided("Of fire\nand of flour"), divided("word " * 20 + "\n" + "word " * 20)
    assert verse.pieces[0].breaks and not prose.pieces[0].breaks


@pytest.mark.parametrize(
    ("passage", "them"),
    [
        ("p. 5", [("p.", "5")]),
        ("pp. 218–219", [("p.", "218")]),
        ("¶ 12 n. 4", [("¶", "12"), ("n.", "4")]),
        ("preface", []),
        ("f. 2v", [("f.", "2v")]),
    ],
)
def test_a_passage_is_read_by_its_locators(passage: str, them: list[tuple[str, str]]) -> None:
    assert locators(passage) == them


def test_a_statement_stands_where_its_words_stand() -> None:
    found = place(LETTER, read("a", "the great bearing had run hot", "p. 1"))
    assert isinstance(found, Placed) and (found.how, found.others, found.elsewhere) == (How.WORDS, 0, False)
    assert standing(LETTER, read("a", "the great bearing had run hot")) == "the great bearing had run hot"
    assert standing(LETTER, read("a", "I know nothing. The men were")) == "I know nothing. The men were"


def test_of_several_places_the_one_in_the_passage_is_meant() -> None:
    assert standing(LETTER, read("a", "othing"), "p. 3").startswith("othing")
    first, third = place(LETTER, read("a", "othing")), place(LETTER, read("a", "othing", "p. 3"))
    assert isinstance(first, Placed) and isinstance(third, Placed)
    assert (first.others, third.others) == (1, 0) and first.start < third.start


def test_words_outside_the_passage_recorded_are_said_to_be() -> None:
    found = place(LETTER, read("a", "The mill is no more", "p. 2"))
    assert isinstance(found, Placed) and found.elsewhere


def test_words_spelled_otherwise_are_placed_as_whole_words() -> None:
    text = "The men were at the ford when it began, and came back only late."
    found = place(text, read("a", "The men were at the forde when it begann"))
    assert isinstance(found, Placed) and found.how is How.SPELLED
    assert standing(text, read("a", "The men were at the forde when it begann")) in ("The men were at the ford when it began", text[:39])


def test_without_words_the_passage_places_it_where_it_is_marked() -> None:
    found = place(LETTER, read("a", passage="pp. 2–3"))
    assert isinstance(found, Placed) and found.how is How.MARKED
    assert standing(LETTER, read("a", passage="p. 2")).startswith("nothing. The men")
    counted = place("One.\n\nTwo.", read("a", passage="¶ 2"), "¶ 2")
    assert isinstance(counted, Placed) and counted.how is How.COUNTED and counted.start == 5


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (read("a", "words of nobody at all in any letter"), Why.NOT_FOUND),
        (read("a", "words of nobody at all in any letter", "p. 1"), Why.NOT_FOUND),
        (read("a", passage="f. 2"), Why.NOT_MARKED),
        (read("a", passage="p. 9"), Why.NOT_THERE),
        (read("a", passage="preface"), Why.NOT_MARKED),
        (read("a"), Why.NOTHING),
    ],
)
def test_what_cannot_be_placed_says_why(one: Read, why: Why) -> None:
    found = place(LETTER, one)
    assert isinstance(found, Unplaced) and found.why is why


def test_the_same_words_on_every_page_are_found_without_end() -> None:
    assert len(stretches("so", "so and so " * 5000)) == 64


def test_searching_forgives_case_accents_and_line_ends() -> None:
    one = flat("Das Büro\nder Müh-\nle. das buro")
    assert [one.words[low:high] for low, high in places(one, "BURO")] == ["Büro", "buro"]
    assert [one.words[low:high] for low, high in places(one, "mühle")] == ["Mühle"]
    assert places(one, "  ") == () and places(one, "nobody") == ()
