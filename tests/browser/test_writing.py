"""Writing in a real browser: a source and a stance, undone; a page of footnotes by keyboard alone; changed on disk; two windows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import EXAMPLE, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Place:
    """A copy of the example, served, and pages of it in which nothing else is asked for."""

    def __init__(self, root: Path, address: str, browser: Any) -> None:
        self.root, self.address, self.browser = root, address, browser
        self.strays: list[str] = []
        self.faults: list[str] = []

    def page(self, width: int = 1280, **settings: Any) -> Any:
        context = self.browser.new_context(viewport={"width": width, "height": 900}, **settings)

        def only_here(route: Any) -> None:
            if route.request.url.startswith(self.address):
                route.continue_()
            else:
                self.strays.append(route.request.url)
                route.abort()

        context.route("**/*", only_here)
        tab = context.new_page()
        tab.on("pageerror", lambda fault: self.faults.append(str(fault)))
        return tab

    def bytes(self) -> dict[str, bytes]:
        """Every file of the folder."""
        return {str(path.relative_to(self.root)): path.read_bytes() for path in sorted(self.root.rglob("*")) if path.is_file()}


@pytest.fixture
def place(tmp_path: Path, browser: Any) -> Iterator[Place]:
    root = tmp_path / "corpus"
    shutil.copytree(EXAMPLE, root)
    with serving(root) as address:
        made = Place(root, address, browser)
        yield made
        assert made.strays == [] and made.faults == []


def saved(tab: Any) -> str:
    """Save, and what the next page tells of it."""
    tab.locator("button.save").click()
    tab.locator("#told").wait_for()
    # its first words are emptied and filled again, to be read out: all is read in the moment in which they are there
    words = "() => { const told = document.getElementById('told'); return told?.firstElementChild?.textContent ? told.innerText : '' }"
    return str(tab.wait_for_function(words).json_value())


def test_a_source_and_a_stance_are_written_and_undone(place: Place) -> None:
    before = place.bytes()
    tab = place.page()
    tab.goto(place.address)
    tab.get_by_role("link", name="Write", exact=True).click()
    tab.get_by_role("link", name="A source").click()
    tab.get_by_label("Title").first.fill("A History of the High Command")
    tab.get_by_label("By", exact=True).fill("Robert Conquest")
    tab.get_by_label("Came out").first.fill("1972")
    tab.locator("#preview-lines").get_by_text("out 1972").wait_for()
    assert "source a-history-of-the-high-command" in tab.locator("#preview-lines").inner_text()
    assert saved(tab).startswith("Written: ")

    tab.goto(f"{place.address}/write/stance?in=a-history-of-the-high-command&passage=p.%2012")
    assert tab.locator("#f-agent").input_value() == "conquest", "who speaks is plain"
    tab.get_by_label("Proposition or question").fill("power-grab")
    tab.locator("#f-verb").select_option("doubts")
    tab.locator("#preview-lines").get_by_text("conquest doubts power-grab").wait_for()
    assert saved(tab).startswith("Written: ")
    tab.goto(f"{place.address}/sources/a-history-of-the-high-command")
    assert "p. 12" in tab.locator("main").inner_text()

    written = place.bytes()
    changed = [name for name in before if written[name] != before[name]]
    assert len(changed) == 2 and written.keys() == before.keys()
    for name in changed:
        kept = iter(written[name].split(b"\n"))
        assert all(any(line == other for other in kept) for line in before[name].split(b"\n")), "no line of the file is lost or moved"

    for _ in range(2):
        tab.get_by_role("button", name="Undo").first.click()
        tab.get_by_text("Taken back").wait_for()
    assert place.bytes() == before


def test_a_page_of_footnotes_by_keyboard_alone(place: Place) -> None:
    before = place.bytes()
    tab = place.page()
    tab.goto(f"{place.address}/write/stance?per=whitewood-2011&per-passage=%C2%B6%203%20n.%2090&then=next")
    voices = ("conquest", "erickson", "ulam", "getty", "reese")
    for number, voice in enumerate(voices):
        assert tab.evaluate("document.activeElement.id") == "f-agent"
        tab.keyboard.type(voice)
        tab.keyboard.press("Tab")
        tab.keyboard.type("doubts")
        tab.keyboard.press("Tab")
        tab.keyboard.type("power-grab")
        tab.keyboard.press("Tab")  # the wording
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.id") == "f-in"
        tab.keyboard.type("whitewood-2011")
        tab.keyboard.press("Tab")
        tab.keyboard.type(f"n. {90 + number}")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**written=1**")
        tab.locator("#told").wait_for()
        assert tab.locator("#f-per-passage").input_value() == f"¶ 3 n. {91 + number}"
        tab.wait_for_load_state("load")
    listed = tab.locator(".recent li")
    assert listed.count() == len(voices) and "reese doubts power-grab" in listed.first.inner_text()
    text = (place.root / "review-01-10.fontes").read_text(encoding="utf-8")
    for at, voice in enumerate(voices, 90):
        assert f"{voice} doubts power-grab\n  in whitewood-2011 n. {at}\n  per n. {at}\n" in text
    for _ in voices:
        tab.locator(".top .desk button").focus()
        tab.keyboard.press("Enter")
        tab.get_by_text("Taken back").wait_for()
    assert place.bytes() == before


def test_what_is_refused_leads_to_its_field(place: Place) -> None:
    before = place.bytes()
    tab = place.page()
    tab.goto(f"{place.address}/write/stance?agent=conquest&on=power-grab&in=conquest-1968")
    tab.locator("#f-date").fill("11 Mai 19")
    tab.locator("#f-date-refused").wait_for()
    assert "'19' is not understood" in tab.locator("#f-date-refused").inner_text()
    assert "f-date-refused" in (tab.locator("#f-date").get_attribute("aria-describedby") or "")
    tab.locator("button.save").click()
    tab.locator("#against:focus").wait_for()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.locator("#f-date:focus").wait_for()
    assert place.bytes() == before


def edited(tab: Any, old: str, new: str) -> None:
    area = tab.locator("textarea.code")
    area.fill(area.input_value().replace(old, new))


def test_changed_on_disk_both_versions_are_shown(place: Place) -> None:
    tab = place.page()
    tab.goto(f"{place.address}/edit/conquest")
    edited(tab, "Robert Conquest", "George Robert Conquest")
    path = place.root / "agents.fontes"
    path.write_text(path.read_text(encoding="utf-8").replace('agent conquest "Robert Conquest"', 'agent conquest "R. Conquest"'), encoding="utf-8")
    changed = place.bytes()
    tab.locator("button.save").click()
    tab.locator(".versions").wait_for()
    shown = tab.locator(".versions").inner_text()
    assert 'agent conquest "R. Conquest"' in shown and 'agent conquest "George Robert Conquest"' in shown
    assert place.bytes() == changed
    tab.get_by_role("link", name="Keep what is on disk").click()
    assert '"R. Conquest"' in tab.locator("textarea.code").input_value() and place.bytes() == changed


def test_two_windows_editing_one_statement_lose_nothing(place: Place) -> None:
    one, other = place.page(), place.page()
    for tab in (one, other):
        tab.goto(f"{place.address}/edit/conquest")
    edited(one, "Robert Conquest", "Robert Conquest (one)")
    edited(other, "Robert Conquest", "Robert Conquest (other)")
    assert saved(one).startswith("Changed: ")
    other.locator("button.save").click()
    other.locator(".versions").wait_for()
    assert "(one)" in other.locator(".versions").inner_text() and "(other)" in other.locator(".versions").inner_text()
    path = place.root / "agents.fontes"
    assert "(one)" in path.read_text(encoding="utf-8") and "(other)" not in path.read_text(encoding="utf-8")
    other.get_by_role("button", name="Take up mine again").click()
    other.locator("textarea.code").wait_for()
    edited(other, "(other)", "(one and other)")
    assert saved(other).startswith("Changed: ")
    assert "(one and other)" in path.read_text(encoding="utf-8")
    other.locator(".step button").first.click()
    other.get_by_text("Taken back").wait_for()
    assert "(one)" in path.read_text(encoding="utf-8")


def test_without_scripts_the_statement_is_shown_and_saved(place: Place) -> None:
    tab = place.page(java_script_enabled=False)
    tab.goto(f"{place.address}/write/stance?in=conquest-1968&passage=p.%203&per=whitewood-2011&per-passage=%C2%B6%203")
    tab.get_by_label("Proposition or question").fill("power-grab")
    tab.get_by_role("button", name="Show what it will be").click()
    assert "conquest asserts power-grab\n  in conquest-1968 p. 3" in tab.locator("#preview-lines").inner_text()
    tab.get_by_role("button", name="Save").click()
    assert "Written: review-01-10.fontes" in tab.locator("#told").inner_text()


def test_names_are_offered_while_one_types(place: Place) -> None:
    tab = place.page()
    tab.goto(f"{place.address}/write/stance")
    tab.locator("#f-agent").press_sequentially("Конкв")
    tab.locator("#f-agent-list option").first.wait_for(state="attached")
    assert tab.locator("#f-agent-list option").first.get_attribute("value") == "conquest"
    tab.locator("#f-rests-on").press_sequentially("conquest-1968 and dossier-reach")
    tab.locator('#f-rests-on-list option[value="conquest-1968 and dossier-reached-stalin"]').wait_for(state="attached")


ADDRESSES = (
    "/write", "/write/stance", "/write/event?wording=Fire&when=1937&when-per=whitewood-2011", "/edit/conquest",
    "/write/stance?in=conquest-1968&on=power-grab",
)  # fmt: skip


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (380, "dark")])
def test_nothing_shuts_anybody_out(place: Place, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    tab = place.page(width, color_scheme=scheme)

    def look(where: str) -> None:
        tab.wait_for_load_state("load")
        found = Axe().run(tab).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], where
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, where

    for address in ADDRESSES:
        tab.goto(place.address + address)
        tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        look(address)
    tab.goto(f"{place.address}/write/stance?agent=nobody&on=power-grab")
    tab.locator("button.save").click()
    tab.locator("#against").wait_for()
    look("refused")
    tab.goto(f"{place.address}/edit/conquest")
    path = place.root / "agents.fontes"
    path.write_text(path.read_text(encoding="utf-8").replace('agent conquest "Robert Conquest"', 'agent conquest "R. Conquest"'), encoding="utf-8")
    tab.locator("button.save").click()
    tab.locator(".versions").wait_for()
    look("two versions")


