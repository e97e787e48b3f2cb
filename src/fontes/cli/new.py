"""``fontes new``: the beginning of a corpus, or a workbook to fill."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fontes.cli.common import fail
from fontes.shelf.begin import begin


def new(
    folder: Annotated[Path, typer.Argument(help="The folder of the corpus; it is made if it is not there.")],
    sheet: Annotated[bool, typer.Option("--sheet", help="Put a template workbook into the folder.")] = False,
) -> None:
    """Begin a corpus: a first file that checks without error; nothing that is there is overwritten."""
    try:
        written = begin(folder)
        if sheet:
            target = folder / "statements.xlsx"
            if target.exists():
                fail(f"'{target}' is there already; it is left as it is.")
            from fontes.shelf.template import write_template

            write_template(target)
            written.append(target)
    except OSError as trouble:
        fail(f"'{folder}' cannot be written: {trouble.strerror or trouble}.")
    if not written:
        fail(f"'{folder}' holds a corpus already; nothing was changed.")
    for path in written:
        typer.echo(f"wrote {path}")
    typer.echo(f"Next: fontes check {folder} · fontes open {folder}")
