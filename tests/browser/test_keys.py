"""The single keys, the search and the leaves of a list in a real browser; and where the focus goes when the lens changes beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(browser: Any, served: str) -> Iterator[Any]:
    """A page at the first room, whose faults are failures."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    faults: list[str] = []
    made = context.new_page()
    made.on("pageerror", lambda fault: faults.append(str(fault)))
    made.goto(served)
    yield made
    context.close()
    assert faults == []


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_the_search_is_a_key_away_and_marks_what_it_finds(page: Any) -> None:
    """In whatever script; in a field the key is a sign like others."""
    page.keyboard.press("/")
    assert focused(page) == "find"
    page.keyboard.type("Benesh/")
    assert page.input_value("#find") == "Benesh/"
    page.fill("#find", "бенеш")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    assert page.locator("h1").inner_text().startswith("")
    assert "Бенеш" in page.locator("main mark").first.inner_text() or page.locator("main mark").count() > 0
    page.keyboard.press("Tab")


def test_the_help_is_a_key_away_and_the_keys_can_be_turned_off(page: Any, served: str) -> None:
    """And on again; nothing else is kept in the browser."""
    page.keyboard.press("?")
    page.wait_for_url("**/help/keyboard")
    page.get_by_role("link", name="Turn the single keys off in this browser").click()
    page.wait_for_url("**keys=off")
    assert page.get_by_text("are off in this browser.").count() == 1
    page.goto(served)
    page.keyboard.press("/")
    assert focused(page) == ""
    assert page.evaluate("JSON.stringify(Object.keys(localStorage))") == '["fontes-single-keys-off"]'
    page.goto(f"{served}/help/keyboard?keys=on")
    page.keyboard.press("/")
    assert focused(page) == "find"


def test_the_focus_on_a_room_stays_there_when_the_lens_goes_back(page: Any, served: str) -> None:
    """The rooms are put in anew with the page, and so is the head of it; neither throws the focus away."""
    page.goto(f"{served}/propositions/reached")
    page.locator("#lens-add").fill("memoirs")
    page.keyboard.press("Enter")
    page.wait_for_url("**distrust=memoirs")
    page.locator(".rooms a").nth(1).focus()
    page.go_back()
    page.wait_for_function("() => !location.search && !document.querySelector('.chips')")
    page.wait_for_function("() => document.activeElement.localName === 'a'")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/sources"


def test_what_is_not_understood_is_said_of_its_field(page: Any) -> None:
    """The field is marked as wrong, and what is said is its description."""
    page.locator("#lens-as-of").fill("no date at all")
    page.keyboard.press("Enter")
    page.wait_for_function("() => !document.getElementById('lens-fault').hidden")
    assert page.get_attribute("#lens-as-of", "aria-invalid") == "true"
    assert "lens-fault" in str(page.get_attribute("#lens-as-of", "aria-describedby"))
    assert page.input_value("#lens-as-of") == "no date at all"
