"""A page on the terminal."""

from __future__ import annotations

from fontes.present.pages import Page
from fontes.present.terminal import print_page


def show(page: Page) -> None:
    """Print a page at the width of the terminal."""
    print_page(page)
