"""The written review in the browser: read leaf by leaf, and kept in four forms."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import fontes.shelf.documents as documents

MILL = """
corpus mill "The mill"
agent ann "Ann Lee"
  role scholar
agent bo "Bo <b>Dahl</b>"
  role scholar
source book "The Fire"
  kind book
  by ann
  out 1955
question why "Why did it burn?"
  kind why
question who "Who paid?"
proposition arson "The labourers burnt it."
  answers why
ann asserts arson
  in book p. 3
  private note "Not for others."
bo denies arson
"""


def main(text: str) -> str:
    found = re.search(r"<main.*?</main>", text, re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", found[0]))


def test_a_question_is_read_on_a_page_of_its_own(asking: Callable) -> None:
    ask = asking(MILL)
    answer = ask("/review/why")
    assert answer.status == 200
    text = main(answer.text)
    assert "Ann Lee (The Fire, 1955) maintains that the labourers burnt it, but Bo" in text
    assert "Not for others" not in answer.text and "<b>Dahl" not in answer.text
    assert 'data-reasons="' in answer.text and 'href="/propositions/arson"' in answer.text


def test_every_note_leads_to_its_mark_and_back(asking: Callable) -> None:
    text = asking(MILL)("/review/why").text
    notes, marks = set(re.findall(r'id="note-(\d+)"', text)), set(re.findall(r'id="mark-(\d+)"', text))
    assert notes == marks == set(re.findall(r'href="#note-(\d+)"', text)) == set(re.findall(r'href="#mark-(\d+)"', text)) and notes


def test_the_whole_is_read_leaf_by_leaf(asking: Callable) -> None:
    more = "".join(
        f'proposition p{i} "The thing numbered {i} was done in a year of which little is known to anybody who wrote of it."\n  answers who\n'
        f'agent x{i} "Xander{i}"\nx{i} asserts p{i}\n'
        for i in range(400)
    )
    ask = asking(MILL + more)
    first = ask("/review/~whole")
    assert "Leaf 1 of" in main(first.text) and len(first.text) < 300_000
    last = re.findall(r"leaf=(\d+)", first.text)
    assert ask(f"/review/~whole?leaf={max(map(int, last))}").status == 200
    assert ask("/review/~whole?leaf=999").status == 404
    for leaf in ("0", "x", "-1"):
        assert ask(f"/review/~whole?leaf={leaf}").status == 400


def test_what_is_no_question_has_no_review(asking: Callable) -> None:
    ask = asking(MILL)
    assert ask("/review/arson").status == 404 and ask("/review.pdf?of=arson").status == 400 and ask("/review.odt").status == 404


def test_the_room_leads_to_each_review_and_its_files(asking: Callable) -> None:
    text = asking(MILL)("/review?as-of=1960").text
    assert 'href="/review/~whole?as-of=1960"' in text and 'href="/review/why?as-of=1960"' in text
    for form in ("html", "md", "docx", "pdf"):
        assert f'href="/review.{form}?of=why&amp;as-of=1960"' in text


def test_a_lens_is_named_over_what_it_shows(asking: Callable) -> None:
    text = main(asking(MILL)("/review/why?as-of=1950").text)
    assert "Seen so: what had been said by 1950" in text and "Ann Lee" not in text


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_without_the_extra_it_says_so(asking: Callable, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    def absent(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(documents, "import_module", absent)
    answer = asking(MILL)(f"/review.{form}?of=why")
    assert answer.status == 400 and "needs the extra" in main(answer.text) and "content-disposition" not in answer.headers
