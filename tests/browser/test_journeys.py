"""What a reader does with the workbench, in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(browser: Any, served: str) -> Iterator[Callable[..., Any]]:
    """Open pages of a width and a scheme; whatever would go to another host is refused, and noted as a failure."""
    contexts: list[Any] = []
    strays: list[str] = []

    def opened(width: int = 1280, scheme: str = "light", **settings: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **settings)

        def only_here(route: Any) -> None:
            if route.request.url.startswith(served):
                route.continue_()
            else:
                strays.append(route.request.url)
                route.abort()

        context.route("**/*", only_here)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    assert strays == []


def test_a_number_on_the_first_page_leads_to_its_reasons(page: Callable[..., Any], served: str) -> None:
    tab = page()
    tab.goto(served)
    tab.get_by_role("link", name="Two voices", exact=True).first.click()
    assert tab.url.endswith("/propositions/reached#voices")
    assert tab.locator("h1").inner_text() == "The dossier reached Stalin."
    voices = tab.get_by_role("table").first
    assert "Robert Conquest" in voices.inner_text() and "John Erickson" in voices.inner_text()


def test_what_it_would_be_without_its_source(page: Callable[..., Any], served: str) -> None:
    tab = page()
    tab.goto(f"{served}/propositions/reached")
    tab.locator('a[href="/propositions/reached?without=memoirs"]').click()
    assert "supported becomes without recorded support" in tab.locator("main").inner_text()
    tab.get_by_role("link", name="As recorded").click()
    assert tab.url == f"{served}/propositions/reached"


def test_everything_works_without_scripts_and_by_keyboard(page: Callable[..., Any], served: str) -> None:
    tab = page(java_script_enabled=False)
    tab.goto(served)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/#page")
    tab.get_by_label("Search the corpus").first.fill("бенеш")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=*")
    assert "Бенеш, Эдуард" in tab.locator("main").inner_text()
