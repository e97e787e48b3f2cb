"""A page on the terminal."""

from __future__ import annotations

import shutil
import sys

from fontes.present.pages import Page

WIDEST = 120
"""Tables may be as wide as this; prose is set narrower by the page itself."""


def show(page: Page) -> None:
    """Print a page at the width of the terminal; without one, without ink."""
    from rich.console import Console

    from fontes.present.terminal import Rendered

    width = min(shutil.get_terminal_size((100, 24)).columns, WIDEST)
    console = Console(width=width, highlight=False, no_color=not sys.stdout.isatty() or None)
    console.print(Rendered(page))
