"""Drawings in a real browser: legible at both widths, worked by keyboard, clean for readers of screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WHERE = (
    "/propositions/dossier-reached-stalin?distrust=benes-memoirs", "/questions/why-purge", "/questions/how-many-repressed",
    "/figures/how-many-repressed", "/chronology", "/chronology?kind=rival-datings", "/careers", "/careers/tukhachevskii", "/agents/whitewood",
)  # fmt: skip
"""Pages of the example on which something is drawn."""
LINEAGE = "figure.drawing:has(#lineage-for-title)"
OUTSIDE = """() => [...document.querySelectorAll('.thing')].flatMap((thing) => {
  const frame = thing.querySelector('.frame');
  if (!frame) return [];
  const box = frame.getBBox();
  return [...thing.querySelectorAll('text:not(.word, .state)')].filter((text) => {
    const own = text.getBBox();
    return own.x < box.x || own.y < box.y || own.x + own.width > box.x + box.width || own.y + own.height > box.y + box.height;
  }).map((text) => text.textContent);
})"""
SHOWN = """() => {
  const one = document.activeElement, [a, b] = [one, one.closest('.canvas')].map((each) => each.getBoundingClientRect());
  return a.bottom > b.top && a.top < b.bottom;
}"""
BEYOND = """() => [...document.querySelectorAll('.canvas > svg')].flatMap((svg) => {
  const { width, height } = svg.viewBox.baseVal;
  return [...svg.querySelectorAll('text, path')].filter((one) => getComputedStyle(one).display !== 'none').filter((one) => {
    const box = one.getBBox();
    return box.x < -1 || box.y < -1 || box.x + box.width > width + 1 || box.y + box.height > height + 1;
  }).map((one) => one.textContent || one.getAttribute('class'));
})"""
"""What lies outside its drawing as the browser measures it."""
SMALL = """() => [...document.querySelectorAll('.canvas text')].filter((text) => {
  const scale = text.getCTM().a;
  return parseFloat(getComputedStyle(text).fontSize) * scale < 12.9;
}).map((text) => text.textContent)"""


@pytest.fixture
def opened(browser: Any, served: str, example: str) -> Iterator[Callable[..., Any]]:
    """Open a page of a width and a scheme, of the example where that is asked for; what the browser complains of is a failure."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_(where: str, width: int = 1280, of_example: bool = False, **settings: Any) -> Any:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **settings))
        tab = contexts[-1].new_page()
        tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" and "favicon" not in said.location["url"] else None)
        tab.on("pageerror", lambda fault: complaints.append(str(fault)))
        tab.goto((example if of_example else served) + where)
        return tab

    open_.complaints = complaints  # type: ignore[attr-defined]
    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("width", [1280, 380])
@pytest.mark.parametrize("where", WHERE)
def test_a_drawing_is_clean_and_legible(opened: Callable[..., Any], where: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    tab = opened(where, width, of_example=True, color_scheme="dark" if width == 380 else "light")
    assert tab.locator("figure.drawing").count() >= 1
    seen = len(opened.complaints)  # type: ignore[attr-defined]
    violations = Axe().run(tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}).response["violations"]
    del opened.complaints[seen:]  # type: ignore[attr-defined]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate(SMALL) == []
    assert tab.evaluate(BEYOND) == []
    assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_wide_drawing_scrolls_in_its_frame_and_does_not_shrink(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached", 380)
    canvas = tab.locator(f"{LINEAGE} .canvas")
    wide, shown = canvas.evaluate("c => [c.scrollWidth, c.clientWidth]")
    assert wide > shown
    assert canvas.locator("> svg").evaluate("svg => svg.getScreenCTM().a") == 1
    canvas.focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_timeout(400)
    assert canvas.evaluate("c => c.scrollLeft") > 0


def test_the_arrow_keys_follow_the_lines(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached")
    tab.locator(f"{LINEAGE} .canvas").focus()
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


@pytest.mark.parametrize("where", ["/questions/why-purge", "/figures/how-many-repressed", "/careers", "/careers/tukhachevskii"])
def test_the_rows_of_a_drawing_are_walked_by_arrow_keys_from_the_first_to_the_last(opened: Callable[..., Any], where: str) -> None:
    tab = opened(where, of_example=True)
    figure = tab.locator("figure.drawing").first
    figure.locator(".canvas").focus()
    tab.keyboard.press("Tab")
    links = figure.locator("a.thing")
    at = "() => document.activeElement.dataset.at"
    seen = [tab.evaluate(at)]
    assert seen[0] == links.first.get_attribute("data-at")
    while True:
        tab.keyboard.press("ArrowDown")
        now = tab.evaluate(at)
        if now == seen[-1]:
            break
        seen.append(now)
        assert tab.evaluate(SHOWN)
    assert seen == links.evaluate_all("them => them.map(one => one.dataset.at)")
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate(at) == seen[-2]
    tab.keyboard.press("Tab")
    assert figure.locator("a.thing:focus").count() == 0


def test_it_can_be_made_larger_and_brought_back(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached", 700)
    drawing = tab.locator(f"{LINEAGE} .canvas > svg")
    before = drawing.bounding_box()["width"]
    tab.locator(LINEAGE).get_by_role("button", name="Larger").click()
    assert drawing.bounding_box()["width"] == pytest.approx(before * 1.25, abs=0.1)
    tab.locator(f"{LINEAGE} .canvas").focus()
    tab.keyboard.press("-")
    tab.keyboard.press("-")
    assert drawing.bounding_box()["width"] == pytest.approx(before / 1.25, abs=0.1)
    tab.keyboard.press("0")
    assert drawing.bounding_box()["width"] == pytest.approx(before)


def test_the_ground_can_be_taken_hold_of(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached", 500)
    canvas = tab.locator(f"{LINEAGE} .canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    tab.mouse.move(box["x"] + 300, box["y"] + 40)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 200, box["y"] + 40)
    tab.mouse.up()
    assert canvas.evaluate("c => c.scrollLeft") == pytest.approx(100, abs=1)


def test_without_scripts_every_thing_is_reached_by_tab(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached", java_script_enabled=False)
    assert tab.locator(".tools").count() == 0
    tab.locator(f"{LINEAGE} .canvas").focus()
    for _ in range(3):
        tab.keyboard.press("Tab")
    assert tab.locator("a.thing:focus").count() == 1


def test_a_chain_is_unfolded_and_folded_by_keyboard_without_scripts(browser: Any, tmp_path: Path) -> None:
    chain = "".join(f"19{n + 50} {'ab'[n % 2]} asserts p   ^l{n}\n  rests-on {f'^l{n - 1}' if n else 's'}\n" for n in range(9))
    people = 'agent a "Anna"\nagent b "Boris"\nsource s "The first"\nproposition p "It was so."\nproposition q "And so?"\n'
    (tmp_path / "all.fontes").write_text(f"{people}{chain}1970 a asserts q\n  rests-on ^l8\n", encoding="utf-8")
    with serving(tmp_path) as address:
        context = browser.new_context(java_script_enabled=False)
        tab = context.new_page()
        tab.goto(f"{address}/propositions/q")
        fold = tab.locator("a.thing.links")
        fold.focus()
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/propositions/q?unfold=chains#lineage")
        assert tab.locator("a.thing.links").count() == 0 and tab.locator(f"{LINEAGE} a.thing").count() >= 10
        tab.get_by_role("link", name="Fold long chains").click()
        tab.wait_for_url("**/propositions/q#lineage")
        assert tab.locator("a.thing.links").count() == 1
        context.close()


def test_in_forced_colours_lines_and_words_are_seen(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached", forced_colors="active")
    ink = tab.evaluate("getComputedStyle(document.querySelector('.drawing .line')).stroke")
    ground = tab.evaluate("getComputedStyle(document.querySelector('.drawing .frame')).fill")
    assert ink != ground
    looks = {
        kind: tab.evaluate(f"getComputedStyle(document.querySelector('.drawing .{kind}')).{of}")
        for kind, of in (("tick", "fill"), ("word", "fill"), ("held", "stroke"), ("axis", "stroke"))
    }
    assert all(look != ground for look in looks.values()), looks
    tab.emulate_media(media="print")
    assert tab.evaluate("document.querySelector('.canvas svg').getBoundingClientRect().right <= innerWidth")


def test_words_of_a_drawing_can_be_selected(opened: Callable[..., Any]) -> None:
    tab = opened("/propositions/reached")
    tab.locator(f"{LINEAGE} .canvas text.name").first.evaluate("(text) => getSelection().selectAllChildren(text)")
    assert tab.evaluate("getSelection().toString()").split() == ["Memoirs", "of", "Dr", "Eduard", "Beneš"]
