"""One long story, on a copy of the example: somebody reads, follows, doubts, dates, asks, writes, takes back, and keeps the review.

It is told twice, once by pointing and once by keyboard alone. Whatever would go to another machine is refused and fails the test; the files on disk
are compared byte for byte.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser.conftest import EXAMPLE, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
WAY = """([stops, wanted]) => {
  const them = [...document.querySelectorAll(stops)].filter((one) => one.checkVisibility() && one.tabIndex >= 0);
  const to = them.indexOf([...document.querySelectorAll(wanted)].find((one) => one.checkVisibility()));
  if (to < 0) return null;
  const at = them.indexOf(document.activeElement);
  if (at >= 0) return to - at;
  const behind = them.findIndex((one) => document.activeElement.compareDocumentPosition(one) & 4);
  return document.activeElement === document.body || behind < 0 ? to + 1 : to >= behind ? to - behind + 1 : to - behind;
}"""
SELECT = """([words]) => {
  const walk = document.createTreeWalker(document.querySelector('.transcript .words'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(words);
    if (at >= 0) return document.getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
  }
}"""
NOTES = "[p. 1] The clerk saw no paper from Prague in that year, and said so to nobody.\n\n[p. 2] Nothing else is told.\n"


class Pointing:
    """A hand that points."""

    def __init__(self, tab: Any) -> None:
        self.tab = tab

    def press(self, what: str) -> None:
        """Follow a link or press a button."""
        self.tab.locator(f"{what} >> visible=true").first.click()

    def write(self, where: str, words: str) -> None:
        """Write words into a field, in the place of what stands there."""
        self.tab.locator(where).first.fill(words)

    def choose(self, where: str, value: str) -> None:
        """Choose a value of a list."""
        self.tab.locator(where).select_option(value)

    def enter(self) -> None:
        """Send what was written last."""
        self.tab.keyboard.press("Enter")

    def cite(self, words: str) -> None:
        """Say of some words of a text that somebody says something there."""
        self.tab.evaluate(SELECT, [words])
        self.press("#taking a")


class Typing(Pointing):
    """A hand that only has a keyboard."""

    def reach(self, what: str) -> None:
        """Go there with the Tab key, forward or back. It has to be got to, and may not be jumped to."""
        self.tab.locator(f"{what} >> visible=true").first.wait_for()
        for _ in range(40):
            steps = self.tab.evaluate(WAY, [STOPS, what])
            assert steps is not None, f"{what} is no stop of the Tab key"
            if steps == 0:
                return
            for _ in range(abs(steps)):
                self.tab.keyboard.press("Tab" if steps > 0 else "Shift+Tab")
        raise AssertionError(f"{what} is not reached by Tab")

    def press(self, what: str) -> None:
        """Reach it, and press Enter."""
        self.reach(what)
        self.tab.keyboard.press("Enter")

    def write(self, where: str, words: str) -> None:
        """Reach the field, and type."""
        self.reach(where)
        self.tab.keyboard.press("Control+a")
        self.tab.keyboard.type(words)

    def choose(self, where: str, value: str) -> None:
        """Reach the list, and go through it with the arrow keys."""
        self.reach(where)
        self.tab.keyboard.press("Home")
        for _ in range(60):
            if self.tab.locator(where).input_value() == value:
                return
            self.tab.keyboard.press("ArrowDown")
        raise AssertionError(f"{value} cannot be chosen in {where}")

    def cite(self, words: str) -> None:
        """Without pointing, the paragraph is what can be cited."""
        assert words in self.tab.locator(".transcript .words").first.inner_text()
        self.press(".transcript .piece a.cite")


class Desk:
    """The copy of the example, served, and one page of a browser on it."""

    def __init__(self, root: Path, where: str, tab: Any) -> None:
        self.root, self.where, self.tab = root, where, tab

    @property
    def files(self) -> dict[str, bytes]:
        """Every file of the corpus."""
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in sorted(self.root.rglob("*")) if path.is_file()}

    def said(self, words: str) -> str:
        """What the page announces, once it says this."""
        self.tab.wait_for_function("words => document.getElementById('lens-said').textContent.includes(words)", arg=words)
        return str(self.tab.locator("#lens-said").inner_text())

    def told(self, words: str) -> str:
        """What the page says of what was written, once it says this."""
        self.tab.locator("#told", has_text=words).first.wait_for()
        self.tab.wait_for_load_state()  # until its scripts listen
        there = "words => { const told = document.getElementById('told')?.innerText ?? ''; return told.includes(words) ? told : '' }"
        return str(self.tab.wait_for_function(there, arg=words).json_value())  # emptied and filled again, to be read out: read in one moment

    def main(self) -> str:
        """The words of the page."""
        return str(self.tab.locator("main").inner_text())


@pytest.fixture
def desk(browser: Any, tmp_path: Path) -> Iterator[Desk]:
    root = tmp_path / "corpus"
    shutil.copytree(EXAMPLE, root)
    strays: list[str] = []
    with serving(root) as where:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)

        def only_here(route: Any) -> None:
            if route.request.url.startswith(where):
                route.continue_()
            else:
                strays.append(route.request.url)
                route.abort()

        context.route("**/*", only_here)
        tab = context.new_page()
        tab.on("pageerror", lambda fault: strays.append(str(fault)))
        yield Desk(root, where, tab)
        context.close()
    assert strays == []


@pytest.mark.parametrize("by", [Pointing, Typing])
def test_a_newcomer_reads_doubts_writes_and_takes_back(desk: Desk, by: type[Pointing]) -> None:
    hand, tab, before = by(desk.tab), desk.tab, desk.files
    reads_and_follows(desk, hand)
    distrusts_and_dates(desk, hand)
    finds_what_stalin_knew(desk, hand)
    assert desk.files == before, "reading writes nothing"

    source = adds_a_source(desk, hand)
    with_source = desk.files
    assert only_added(before, with_source) == 1
    notes = desk.root / "texts" / f"{source}.txt"
    notes.parent.mkdir(exist_ok=True)
    notes.write_text(NOTES, encoding="utf-8")
    with_text = desk.files
    adds_a_stance_from_a_passage(desk, hand, source)
    assert only_added(with_text, desk.files) == 1

    takes_back(desk, hand)
    assert desk.files == with_text, "the stance is gone, and nothing else moved"
    takes_back(desk, hand)
    notes.unlink()
    assert desk.files == before, "the source is gone, and nothing else moved"

    records_a_page_of_footnotes(desk, hand)
    assert only_added(before, desk.files) == 1
    for _ in range(3):
        takes_back(desk, hand)
    assert desk.files == before

    keeps_the_review(desk, hand)
    assert desk.files == before and tab.url.startswith(desk.where)


def reads_and_follows(desk: Desk, hand: Pointing) -> None:
    """The first screen says a sentence; its number leads to the voices behind it."""
    desk.tab.goto(desk.where + "/")
    lead = desk.tab.locator("main .lead").first
    assert "dossier" in lead.inner_text()
    hand.press("main .lead a[href*='#voices']")
    desk.tab.wait_for_url("**/propositions/dossier-reached-stalin#voices")
    assert desk.tab.get_by_role("table").first.locator("tbody tr").count() >= 3


def distrusts_and_dates(desk: Desk, hand: Pointing) -> None:
    """A source is distrusted; it is said what loses support. The date is moved, in the page as it stands."""
    desk.tab.evaluate("window.stayed = true")
    hand.write("#lens-add", "Memoirs of Dr Eduard Beneš")
    hand.enter()
    assert re.search(r"\b(loses?|is|are) ", desk.said("Under this lens"))
    desk.tab.wait_for_url("**distrust=benes-memoirs*")
    hand.press("#lens-effect a")
    desk.tab.wait_for_url("**beside=believed*")
    assert desk.tab.get_by_role("table").first.locator("tbody tr").count() >= 1
    hand.write("#lens-as-of", "1968")
    hand.enter()
    assert "as of 1968" in desk.said("as of 1968")
    hand.press("#lens-reset")
    desk.tab.wait_for_function("() => !location.search.includes('distrust')")


def finds_what_stalin_knew(desk: Desk, hand: Pointing) -> None:
    """Stalin is searched for, and what had reached him by a day."""
    hand.write("#find", "Stalin")
    hand.enter()
    desk.tab.wait_for_url("**/search?*q=Stalin*")
    hand.press("main a[href^='/agents/stalin']")
    desk.tab.wait_for_url("**/agents/stalin*")
    hand.write("form.known [name=at]", "11 May 1937")
    hand.enter()
    desk.tab.wait_for_url("**/known/stalin?*at=11*May*1937*")
    assert "11 May 1937" in desk.tab.locator("h1").inner_text() and "certain" in desk.main().casefold()


def adds_a_source(desk: Desk, hand: Pointing) -> str:
    """A source nobody has recorded; what it is called in the corpus."""
    hand.press("a[href^='/write']")
    desk.tab.wait_for_url("**/write*")
    hand.press("main a[href^='/write/source']")
    desk.tab.wait_for_url("**/write/source*")
    hand.write("#f-wording", "Notes of a clerk, invented for a test")
    hand.write("#f-out", "1938")
    desk.tab.locator("#preview-lines", has_text="out 1938").wait_for()
    name = re.match(r"source (\S+)", desk.tab.locator("#preview-lines").inner_text())
    assert name
    hand.press("button.save")
    desk.told("Written: ")
    return name[1]


def adds_a_stance_from_a_passage(desk: Desk, hand: Pointing, source: str) -> None:
    """Its text is read, and of a passage it is said who says what there."""
    hand.write("#find", "Notes of a clerk")
    hand.enter()
    desk.tab.wait_for_url("**/search?*")
    hand.press(f"main a[href^='/sources/{source}']")
    desk.tab.wait_for_url(f"**/sources/{source}*")
    hand.press("main a[href^='/texts/']")
    desk.tab.wait_for_url("**/texts/*")
    hand.cite("saw no paper from Prague")
    desk.tab.wait_for_url("**/write/stance?*")
    assert desk.tab.locator("#f-in").input_value() == source and desk.tab.locator("#f-passage").input_value() == "p. 1"
    hand.write("#f-agent", "Robert Conquest")
    hand.choose("#f-verb", "doubts")
    hand.write("#f-on", "dossier-reached-stalin")
    desk.tab.locator("#preview-lines", has_text="conquest doubts dossier-reached-stalin").wait_for()
    hand.press("button.save")
    desk.told("Written: ")


def takes_back(desk: Desk, hand: Pointing) -> None:
    """The last thing written is taken back."""
    hand.press("form[action='/undo'] button")
    desk.told("Taken back")


def records_a_page_of_footnotes(desk: Desk, hand: Pointing) -> None:
    """Three notes one after the other: what is the same is kept, the passage goes on by itself."""
    hand.press("a[href^='/write']")
    hand.press("main a[href^='/write/stance']")
    desk.tab.wait_for_url("**/write/stance*")
    hand.write("#f-in", "conquest-1968")
    hand.write("#f-passage", "p. 300 n. 1")
    hand.write("#f-agent", "conquest")
    hand.choose("#f-then", "next")
    for number, on in enumerate(("power-grab", "dossier-reached-stalin", "why-purge"), 1):
        assert desk.tab.locator("#f-passage").input_value() == f"p. 300 n. {number}"
        assert desk.tab.locator("#f-agent").input_value() == "conquest" and desk.tab.locator("#f-in").input_value() == "conquest-1968"
        hand.choose("#f-verb", "supposes" if number < 3 else "raises")
        hand.write("#f-on", on)
        desk.tab.locator("#preview-lines", has_text=f"n. {number}").wait_for()
        hand.press("button.save")
        desk.told("Written: ")
        desk.tab.wait_for_function(f"() => document.querySelector('#f-passage')?.value === 'p. 300 n. {number + 1}'")
        desk.tab.wait_for_load_state()


def keeps_the_review(desk: Desk, hand: Pointing) -> None:
    """The written review, as a file."""
    hand.press("nav.rooms a[href^='/review']")
    desk.tab.wait_for_url("**/review*")
    with desk.tab.expect_download() as coming:
        hand.press("main a[href^='/review.html']")
    kept = Path(coming.value.path()).read_text(encoding="utf-8")
    assert coming.value.suggested_filename.endswith(".html") and kept.count("<p") > 50 and "Tukhachevskii" in kept


def only_added(before: dict[str, bytes], after: dict[str, bytes]) -> int:
    """In how many files something was added; every line that was there still stands, in its order."""
    changed = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    for name in changed:
        left = iter(after[name].splitlines())
        assert all(line in left for line in before.get(name, b"").splitlines()), f"{name} lost a line"
    return len(changed)
