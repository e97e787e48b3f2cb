"""Drawings in a real browser: legible at both widths, worked by keyboard, clean for readers of screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WHERE = ("/propositions/reached", "/chronology")
OUTSIDE = """() => [...document.querySelectorAll('.thing')].flatMap((thing) => {
  const frame = thing.querySelector('.frame');
  if (!frame) return [];
  const box = frame.getBBox();
  return [...thing.querySelectorAll('text:not(.word)')].filter((text) => {
    const own = text.getBBox();
    return own.x < box.x || own.y < box.y || own.x + own.width > box.x + box.width || own.y + own.height > box.y + box.height;
  }).map((text) => text.textContent);
})"""
SMALL = """() => [...document.querySelectorAll('.canvas text')].filter((text) => {
  const scale = text.getCTM().a;
  return parseFloat(getComputedStyle(text).fontSize) * scale < 12.9;
}).map((text) => text.textContent)"""


@pytest.fixture
def opened(browser: Any, served: str) -> Iterator[Callable[..., Any]]:
    """Open a page of a width and a scheme; what the browser complains of is a failure."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_(where: str, width: int = 1280, **settings: Any) -> Any:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **settings))
        tab = contexts[-1].new_page()
        tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" and "favicon" not in said.location["url"] else None)
        tab.on("pageerror", lambda fault: complaints.append(str(fault)))
        tab.goto(served + where)
        return tab

    open_.complaints = complaints  # type: ignore[attr-defined]
    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("width", [1280, 380])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", WHERE)
def test_a_drawing_is_clean_and_legible(opened: Callable[..., Any], where: str, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    tab = opened(where, width, color_scheme=scheme)
    assert tab.locator("figure.drawing").count() == 1
    seen = len(opened.complaints)  # type: ignore[attr-defined]
    violations = Axe().run(tab).response["violations"]
    del opened.complaints[seen:]  # type: ignore[attr-defined]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate(SMALL) == []
    assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_wide_drawing_scrolls_in_its_frame_and_does_not_shrink(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached", 380)
    wide, shown = tab.evaluate("() => { const c = document.querySelector('.canvas'); return [c.scrollWidth, c.clientWidth]; }")
    assert wide > shown
    assert tab.evaluate("document.querySelector('.canvas svg').getScreenCTM().a") == 1
    tab.locator(".canvas").focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_timeout(400)
    assert tab.evaluate("document.querySelector('.canvas').scrollLeft") > 0


def test_the_arrow_keys_follow_the_lines(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached")
    tab.locator(".canvas").focus()
    tab.keyboard.press("Tab")

    def focused() -> str:
        return str(tab.evaluate("document.activeElement.textContent")).strip()

    assert focused().startswith("Memoirs of Dr Eduard")
    tab.keyboard.press("ArrowRight")
    voice = focused()
    assert voice.startswith(("Robert Conquest", "John Erickson"))
    assert tab.locator(".line.near").count() == 2
    tab.keyboard.press("ArrowDown")
    assert focused() != voice and focused().startswith(("Robert Conquest", "John Erickson"))
    tab.keyboard.press("ArrowRight")
    assert focused().startswith("The dossier reached")
    tab.keyboard.press("ArrowLeft")
    tab.keyboard.press("ArrowLeft")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/sources/memoirs")


def test_it_can_be_made_larger_and_brought_back(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached", 700)
    before = tab.locator(".canvas svg").bounding_box()["width"]
    tab.get_by_role("button", name="Larger").click()
    assert tab.locator(".canvas svg").bounding_box()["width"] == pytest.approx(before * 1.25, abs=0.1)
    tab.locator(".canvas").focus()
    tab.keyboard.press("-")
    tab.keyboard.press("-")
    assert tab.locator(".canvas svg").bounding_box()["width"] == pytest.approx(before / 1.25, abs=0.1)
    tab.keyboard.press("0")
    assert tab.locator(".canvas svg").bounding_box()["width"] == pytest.approx(before)


def test_the_ground_can_be_taken_hold_of(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached", 500)
    tab.locator(".canvas").scroll_into_view_if_needed()
    box = tab.locator(".canvas").bounding_box()
    tab.mouse.move(box["x"] + 300, box["y"] + 30)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 200, box["y"] + 30)
    tab.mouse.up()
    assert tab.evaluate("document.querySelector('.canvas').scrollLeft") == pytest.approx(100, abs=1)


def test_without_scripts_every_thing_is_reached_by_tab(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached", java_script_enabled=False)
    assert tab.locator(".tools").count() == 0
    tab.locator(".canvas").focus()
    for _ in range(3):
        tab.keyboard.press("Tab")
    assert tab.locator("a.thing:focus").count() == 1


def test_in_forced_colours_lines_and_words_are_seen(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached", forced_colors="active")
    ink = tab.evaluate("getComputedStyle(document.querySelector('.drawing .line')).stroke")
    ground = tab.evaluate("getComputedStyle(document.querySelector('.drawing .frame')).fill")
    assert ink != ground
    tab.emulate_media(media="print")
    assert tab.evaluate("document.querySelector('.canvas svg').getBoundingClientRect().right <= innerWidth")


def test_words_of_a_drawing_can_be_selected(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached")
    tab.locator(".canvas text.name").first.evaluate("(text) => getSelection().selectAllChildren(text)")
    assert tab.evaluate("getSelection().toString()").split() == ["Memoirs", "of", "Dr", "Eduard", "Beneš"]
