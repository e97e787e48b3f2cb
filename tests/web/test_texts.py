"""The room of texts, asked without a browser: what is shown, what is refused, and that no page grows with the text."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.web.conftest import Ask, ask_of

from fontes.web.app import make_app
from fontes.workbench import Workbench

CORPUS = """\
corpus mill "The mill"
agent goll "Dietmar Goll"
agent prask "Hanno Prask"
source letter "The steward's letter"
  by goll
  cite goll1788
  made 1788-09-12
source diary "A diary"
  by prask
proposition accident "A bearing ran hot."
goll asserts accident
  in letter p. 1
  quote "the great bearing had run hot"
prask denies accident
  in diary
  per letter p. 2
prask doubts accident
  in letter p. 9
"""
LETTER = "[p. 1] There was no hand in it: the great bear-\ning had run hot.\n\n[p. 2] The men were at the ford.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Callable[..., Ask]:
    """Ask of the corpus with these texts, by file name."""

    def of(edit: bool = False, **files: str) -> Ask:
        (tmp_path / "texts").mkdir(exist_ok=True)
        (tmp_path / "all.fontes").write_text(CORPUS, encoding="utf-8")
        for name, text in files.items():
            (tmp_path / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
        app = make_app(Workbench.open(tmp_path), 8000)
        app.state.can_edit = edit
        return ask_of(app)

    return of


def test_a_text_is_shown_with_its_statements_at_their_places(texts: Callable[..., Ask]) -> None:
    text = texts(letter=LETTER)("/texts/letter").text
    assert "Three statements read in this text: two stand at their places, one cannot be placed." in text
    assert "<mark>the great bearing had run hot</mark>" in text
    assert "Placed by p. 2." in text
    assert "P. 9 is not among what this text marks." in text or "p. 9 is not among what this text marks." in text
    assert "/write/" not in text and "/edit/" not in text


def test_what_can_be_written_is_linked_only_where_writing_is(texts: Callable[..., Ask]) -> None:
    text = texts(edit=True, letter=LETTER)("/texts/letter?as-of=1800").text
    assert 'href="/write/stance?in=letter&amp;passage=p.%202&amp;as-of=1800"' in text
    assert "/edit/goll%20asserts%20accident" in text


def test_a_text_is_found_by_its_cite_key_and_of_two_one_is_chosen(texts: Callable[..., Ask]) -> None:
    ask = texts(letter=LETTER, goll1788="Another wording: the great bearing had run hot, and more.")
    assert 'href="/texts/letter?as=goll1788"' in ask("/texts/letter").text
    assert "Another wording" in ask("/texts/letter?as=goll1788").text
    assert ask("/texts/letter?as=diary").status == 400


def test_a_statement_leads_to_its_leaf(texts: Callable[..., Ask]) -> None:
    ask = texts(letter="word " * 20_000 + "\n\n" + LETTER)
    assert "<mark>" not in ask("/texts/letter").text
    assert "<mark>the great bearing had run hot</mark>" in ask("/texts/letter?said=goll%20asserts%20accident%201788-09-12").text


@pytest.mark.parametrize("address", ["/texts/diary", "/texts/nobody", "/texts/..%2F..%2Fall", "/texts/letter%00", "/texts/..%2Fall.fontes"])
def test_what_has_no_text_is_refused(texts: Callable[..., Ask], address: str) -> None:
    assert texts(letter=LETTER)(address).status in (400, 404)


@pytest.mark.parametrize("query", ["show=everything", "leaf=0", "leaf=x", "as=x", "q=" + "x" * 300])
def test_what_is_not_understood_is_refused(texts: Callable[..., Ask], query: str) -> None:
    assert texts(letter=LETTER)(f"/texts/letter?{query}").status == 400


def test_a_link_out_of_the_folder_is_no_text(texts: Callable[..., Ask], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "diary.txt"
    secret.write_text("what nobody is to read", encoding="utf-8")
    ask = texts(letter=LETTER)
    os.symlink(secret, tmp_path / "texts" / "diary.txt")
    os.symlink(secret.parent, tmp_path / "texts" / "all")
    for address in ("/texts", "/texts/diary", "/texts/letter", "/sources/diary"):
        assert "nobody is to read" not in ask(address).text
    assert ask("/texts/diary").status == 404
    assert "leads out of the folder" in ask("/errors").text


def test_a_text_is_data(texts: Callable[..., Ask]) -> None:
    hostile = "[p. 1] <script>alert(1)</script> \"'><img src=x onerror=alert(1)> \u202egnp.exe\u202c {{ 7 * 7 }} & \x07"
    ask = texts(edit=True, letter=hostile)
    for address in ("/texts/letter", "/texts/letter?q=script", "/texts/letter?q=%3Cscript%3E"):
        text = ask(address).text
        assert "<script>alert" not in text and "<img" not in text and "\u202e" not in text and "\x07" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in ask("/texts/letter").text
    assert "‹U+202E›gnp.exe‹U+202C› {{ 7 * 7 }} &amp; ‹U+0007›" in ask("/texts/letter").text


def test_words_are_found_in_the_text_and_lead_to_their_leaf(texts: Callable[..., Ask]) -> None:
    ask = texts(letter=LETTER)
    found = ask("/texts/letter?q=BEARING").text
    assert "One place in the text holds these words." in found and 'href="/texts/letter?leaf=1#at-1"' in found
    assert "These words are not in the text." in ask("/texts/letter?q=zeppelin").text
    many = texts(letter="so it was\n\n" * 500)("/texts/letter?q=so").text
    assert "leaf=2" in many and many.count("<li>") < 80


def test_no_page_of_a_text_grows_with_it_and_five_megabytes_are_soon_read(texts: Callable[..., Ask]) -> None:
    paragraph = "The men were at the ford when it began, and came back only when the light stood over the wood. " * 8
    short, long = texts(letter=(paragraph + "\n\n") * 100 + LETTER), None
    small = len(short("/texts/letter?leaf=2").text)
    long = texts(letter=(paragraph + "\n\n") * 6600 + LETTER)
    began = time.perf_counter()
    first = long("/texts/letter?leaf=2")
    took = time.perf_counter() - began
    assert first.status == 200 and len(first.text) < small * 1.1 and took < 10
    began = time.perf_counter()
    later = long("/texts/letter?leaf=400")
    assert later.status == 200 and time.perf_counter() - began < 1.5
    assert "leaf=399" in later.text


def test_a_thousand_statements_at_one_place_are_counted(texts: Callable[..., Ask], tmp_path: Path) -> None:
    ask = texts(letter=LETTER)
    lines = "".join(f'prask asserts p-{n} "P {n}."\n  in letter p. 1\n' for n in range(600))
    (tmp_path / "more.fontes").write_text(lines + "".join(f'prask denies p-{n}\n  in letter\n' for n in range(600)), encoding="utf-8")
    text = ask("/texts/letter").text
    assert "577 more read here" in text and len(text) < 60_000
    assert "All 601" in text
    assert ask("/texts/letter?show=unplaced&leaf=3").text.count('<th scope="row">') == 50


def test_watching_says_when_files_changed_and_costs_no_reading(texts: Callable[..., Ask], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = texts(letter=LETTER)
    revision = ask("/").text.split('data-revision="')[1].split('"')[0]
    assert ask(f"/watch?revision={revision}").status == 204
    (tmp_path / "texts" / "letter.txt").write_text(LETTER + "More.\n", encoding="utf-8")
    monkeypatch.setattr(Workbench, "reload", lambda self: pytest.fail("the corpus was read"))
    answer = ask(f"/watch?revision={revision}")
    assert answer.status == 200 and revision not in answer.text
    (tmp_path / "notes.pdf").write_text("no part of a corpus", encoding="utf-8")
    again = ask("/watch").text.split('"')[3]
    assert ask(f"/watch?revision={again}").status == 204


def test_a_folder_that_is_gone_is_another_folder(texts: Callable[..., Ask], tmp_path: Path) -> None:
    ask = texts(letter=LETTER)
    revision = ask("/").text.split('data-revision="')[1].split('"')[0]
    tmp_path.rename(tmp_path.with_name("gone"))
    assert ask(f"/watch?revision={revision}").status == 200


def test_nothing_to_write_is_offered_where_the_corpus_is_only_read(texts: Callable[..., Ask], tmp_path: Path) -> None:
    texts(letter=LETTER)
    ask = ask_of(make_app(Workbench.open(tmp_path), 8000, read_only=True))
    for address in ("/texts/letter", "/sources/letter", "/agents/goll"):
        text = ask(address).text
        assert "/write" not in text and "/edit" not in text and "data-passages" not in text


def test_a_page_is_gone_to_by_its_number(texts: Callable[..., Ask]) -> None:
    ask = texts(letter="word " * 4_000 + "\n\n" + LETTER)
    found = ask("/texts/letter?q=p.%202").text
    assert "Where p. 2 begins" in found
    way = found.split("Where p. 2 begins")[0].rsplit('href="', 1)[1].split('"')[0]
    page, place = way.split("#")
    assert f'id="{place}" data-passage="p. 2"' in ask(page.replace("&amp;", "&")).text
    assert "Where" not in ask("/texts/letter?q=p.%209").text.split("<main")[1]
