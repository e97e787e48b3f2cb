"""Texts in a real browser: words selected lead to the form; the open page follows an edit on disk and keeps the focus."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import uvicorn

from fontes.web.app import make_app
from fontes.web.serve import bound
from fontes.workbench import Workbench

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CORPUS = """\
corpus mill "The mill"
agent goll "Dietmar Goll"
agent prask "Hanno Prask"
source letter "The steward's letter"
  by goll
  made 1788-09-12
proposition accident "A bearing ran hot."
proposition arson "The mill was set on fire."
goll asserts accident
  in letter p. 1
  quote "the great bearing had run hot"
goll denies arson
  in letter
"""
LETTER = """\
[p. 1] I was in the yard before the roof fell. There was no hand in it: the great bear-
ing had run hot since Thursday.

[p. 2] The men were at the ford
when it began.

<script>document.title = "taken"</script><img src=x onerror="document.title='taken'">
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "all.fontes").write_text(CORPUS, encoding="utf-8")
    (tmp_path / "texts" / "letter.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def opened(browser: Any, root: Path) -> Iterator[Callable[..., Any]]:
    """A page of a workbench in which can be written; `window.stayed` is gone if the document was loaded anew."""
    contexts: list[Any] = []
    faults: list[str] = []
    with bound() as listening:
        port = listening.getsockname()[1]
        app = make_app(Workbench.open(root), port)
        app.state.can_edit = True
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        limit = time.monotonic() + 10
        while not server.started and time.monotonic() < limit:
            time.sleep(0.02)

        def page(where: str, **settings: Any) -> Any:
            context = browser.new_context(viewport={"width": 1280, "height": 900}, **settings)
            contexts.append(context)
            made = context.new_page()
            made.set_default_timeout(10_000)
            made.on("pageerror", lambda fault: faults.append(str(fault)))
            made.goto(f"http://127.0.0.1:{port}{where}")
            if settings.get("java_script_enabled", True):
                made.evaluate("window.stayed = true")
            return made

        yield page
        for context in contexts:
            context.close()
        began = time.monotonic()
        server.should_exit = True
        thread.join(5)
        assert not thread.is_alive() and time.monotonic() - began < 2
    assert faults == []


def asked(page: Any) -> tuple[str, list[tuple[str, str]]]:
    """Where the bar under the selection leads: its path, and what it says."""
    page.wait_for_selector("#taking a")
    parts = urlsplit(page.locator("#taking a").get_attribute("href"))
    return parts.path, parse_qsl(parts.query)


SELECT = """([from, start, to, end]) => {
  const at = (nth, words) => {
    const walk = document.createTreeWalker(document.querySelectorAll(".words")[nth], NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) { const place = walk.currentNode.data.indexOf(words); if (place >= 0) return [walk.currentNode, place]; }
  };
  const [first, low] = at(from, start), [last, high] = at(to, end);
  document.getSelection().setBaseAndExtent(first, low, last, high + end.length);
}"""


def test_words_selected_lead_to_the_form_with_their_passage_and_the_lens(opened: Callable[..., Any]) -> None:
    page = opened("/texts/letter?as-of=1800")
    page.evaluate(SELECT, [0, "no hand", 0, "since Thursday"])
    assert asked(page) == (
        "/write/stance",
        [("in", "letter"), ("passage", "p. 1"), ("quote", "no hand in it: the great bearing had run hot since Thursday"), ("as-of", "1800")],
    )
    assert page.locator("#taking a").inner_text() == "Record who says what here"


def test_a_double_click_and_the_shift_key_select_words(opened: Callable[..., Any]) -> None:
    page = opened("/texts/letter")
    page.get_by_text("The men were at the ford").dblclick(position={"x": 10, "y": 10})
    assert asked(page)[1] == [("in", "letter"), ("passage", "p. 2"), ("quote", "The")]
    for _ in range(4):
        page.keyboard.press("Shift+ArrowRight")
    page.wait_for_function("() => document.querySelector('#taking q').textContent === 'The men'")
    assert asked(page)[1][-1] == ("quote", "The men")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#taking') !== null")
    page.evaluate("document.getSelection().removeAllRanges()")
    page.locator("#find").focus()
    page.evaluate("document.getSelection().removeAllRanges()")
    page.mouse.click(5, 400)
    page.wait_for_function("() => !document.getElementById('taking')")


def test_a_selection_over_pages_has_both_and_no_numbers_of_notes(opened: Callable[..., Any]) -> None:
    page = opened("/texts/letter")
    page.evaluate(SELECT, [0, "the great", 1, "the ford"])
    assert asked(page)[1] == [
        ("in", "letter"), ("passage", "p. 1–2"),
        ("quote", "the great bearing had run hot since Thursday. The men were at the ford"),
    ]  # fmt: skip


def test_a_long_selection_is_cut_after_a_word_and_says_so(opened: Callable[..., Any], root: Path) -> None:
    (root / "texts" / "letter.txt").write_text("слово дело " * 200, encoding="utf-8")
    page = opened("/texts/letter")
    page.evaluate("document.getSelection().selectAllChildren(document.querySelector('.words'))")
    given = dict(asked(page)[1])
    assert "passage" not in given
    assert 480 < len(given["quote"]) <= 500 and given["quote"].split()[-1] in ("слово", "дело")
    assert "first 500 signs" in page.locator("#taking").inner_text()


def test_every_paragraph_has_a_link_without_scripts(opened: Callable[..., Any]) -> None:
    page = opened("/texts/letter", java_script_enabled=False)
    links = page.locator(".transcript a.cite")
    assert links.count() == 3
    assert links.nth(1).get_attribute("href") == "/write/stance?in=letter&passage=p.%202"
    assert links.nth(1).get_attribute("aria-label") == "Record who says what here: p. 2"


def test_the_words_in_a_text_are_words(opened: Callable[..., Any]) -> None:
    page = opened("/texts/letter")
    assert page.title().startswith("The steward's letter")
    assert page.locator(".words img, .words script").count() == 0
    assert '<script>document.title = "taken"</script><img src=x' in page.locator(".words").last.inner_text()


def test_words_and_statement_lead_to_each_other(opened: Callable[..., Any]) -> None:
    page = opened("/texts/letter")
    assert page.locator("mark").inner_text() == "the great bearing had run hot"
    page.locator("sup a").click()
    assert page.evaluate("document.querySelector('.notes li:target') !== null")
    page.locator(".notes li span a").first.click()
    assert page.evaluate("document.querySelector('sup a:target') !== null")


# ---- the folder is watched


def add(root: Path, words: str) -> None:
    with (root / "all.fontes").open("a", encoding="utf-8") as stream:
        stream.write(words)


def test_an_edit_on_disk_reaches_the_open_page_and_keeps_focus_and_scroll(opened: Callable[..., Any], root: Path) -> None:
    page = opened("/texts/letter")
    page.evaluate("document.body.style.minHeight = '4000px'; window.scrollTo(0, 150)")
    page.locator(".transcript a.cite").nth(1).focus()
    page.evaluate("window.scrollTo(0, 150)")
    add(root, 'prask denies accident\n  in letter p. 2\n  quote "The men were at the ford when it began."\n')
    page.wait_for_function("() => document.querySelectorAll('sup').length === 2")
    assert page.evaluate("window.stayed")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/write/stance?in=letter&passage=p.%202"
    assert page.evaluate("window.scrollY") == 150
    page.wait_for_function("() => document.getElementById('lens-said').textContent.startsWith('The corpus changed on disk; this page shows it')")


def test_the_count_of_errors_changes_in_the_open_page(opened: Callable[..., Any], root: Path) -> None:
    page = opened("/")
    assert page.locator(".rooms").get_by_text("Errors").count() == 0
    add(root, "nobody-at-all asserts accident\n")
    page.wait_for_function("() => document.querySelector('.rooms').textContent.includes('Errors')")
    (root / "all.fontes").write_text(CORPUS, encoding="utf-8")
    page.wait_for_function("() => !document.querySelector('.rooms').textContent.includes('Errors')")
    assert page.evaluate("window.stayed")


def test_words_not_saved_are_never_taken_away(opened: Callable[..., Any], root: Path) -> None:
    page = opened("/texts/letter")
    field = page.locator("main input[name=q]")
    field.fill("half a word")
    add(root, 'prask denies arson\n  in letter\n  quote "no hand in it"\n')
    page.wait_for_selector("#watch button")
    assert "stays as it is" in page.locator("#watch").inner_text()
    assert field.input_value() == "half a word" and page.locator("sup").count() == 1
    page.locator("#watch button").click()
    page.wait_for_function("() => document.querySelectorAll('sup').length === 2")
    assert page.locator("#watch button").count() == 0 and page.locator("#watch").inner_text() == ""


def test_a_page_whose_thing_was_removed_stays_and_says_so_once(opened: Callable[..., Any], root: Path) -> None:
    page = opened("/agents/prask")
    (root / "all.fontes").write_text(CORPUS.replace('agent prask "Hanno Prask"\n', ""), encoding="utf-8")
    page.wait_for_function("() => !document.getElementById('lens-fault').hidden")
    assert page.locator("h1").inner_text() == "Hanno Prask"
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url) if "/agents/" in request.url else None)
    page.wait_for_timeout(2500)
    assert asked_for == []


def test_a_page_out_of_view_asks_nothing(opened: Callable[..., Any]) -> None:
    page = opened("/")
    with page.expect_request("**/watch?*"):
        pass
    page.evaluate("Object.defineProperty(document, 'hidden', {get: () => true}); document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_timeout(1200)
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.wait_for_timeout(2500)
    assert asked_for == []


def test_a_form_says_that_the_corpus_changed_and_keeps_what_is_written(opened: Callable[..., Any], root: Path) -> None:
    page = opened("/write/stance?in=letter")
    page.locator("main textarea, main input:not([type=hidden]):not([type=checkbox])").first.fill("gol")
    add(root, "prask denies arson\n")
    page.wait_for_selector("#watch button")
    page.wait_for_timeout(1500)
    assert page.locator("main textarea, main input:not([type=hidden]):not([type=checkbox])").first.input_value() == "gol"
    assert "since this form was opened" in page.locator("#watch").inner_text() and page.evaluate("window.stayed")
    page.locator("#watch button").click()
    page.wait_for_function("() => !window.stayed && !document.querySelector('#watch button')")
    assert page.locator("form.write").count() == 1


def test_from_words_selected_to_a_statement_in_the_margin(opened: Callable[..., Any], root: Path) -> None:
    page = opened("/texts/letter")
    page.evaluate(SELECT, [1, "The men", 1, "the ford"])
    page.wait_for_selector("#taking a")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.write")
    assert [page.locator(f"[name={name}]").input_value() for name in ("in", "passage", "quote")] == ["letter", "p. 2", "The men were at the ford"]
    add(root, 'prask denies arson\n  in letter p. 2\n  quote "The men were at the ford"\n')
    page.goto(page.url.split("/write")[0] + "/texts/letter")
    assert page.locator("mark").last.inner_text() == "The men were at the ford"
    assert "Hanno Prask" in page.locator(".notes").last.inner_text()
