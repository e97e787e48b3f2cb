"""``fontes open``: the workbench in the browser, on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fontes.cli.common import fail, opened


def open_(
    folder: Annotated[Path, typer.Argument(help="The corpus folder.")] = Path(),
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser at the first screen.")] = True,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: any free one.")] = 0,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be written from the browser.")] = False,
) -> None:
    """The workbench in the browser. It listens to this machine only."""
    if not folder.is_dir():
        fail(f"there is no folder '{folder}'. 'fontes new {folder}' begins a corpus there.")
    from fontes.web.serve import serve

    bench = opened(folder)
    try:
        serve(bench, port=port, browser=browser, read_only=read_only)
    except OSError as trouble:
        fail(f"cannot listen at port {port} of this machine ({trouble.strerror or trouble}). Choose another with --port, or leave it out.")
