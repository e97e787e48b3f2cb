"""``fontes format``: the canonical form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fontes.cli.common import fail
from fontes.shelf.folder import read_folder
from fontes.shelf.write import Written, digest, replace_text
from fontes.text.write import format_markdown, format_text


def format_(
    folder: Annotated[Path, typer.Argument(help="A corpus folder, or one file in it.")] = Path(),
    check: Annotated[bool, typer.Option("--check", help="Change nothing; end with status 1 if something would change.")] = False,
) -> None:
    """Write statements in canonical form. Comments stay; what cannot be read stays as it is."""
    root = folder if folder.is_dir() else folder.parent
    wanted = None if folder.is_dir() else folder.name
    if not root.is_dir() or (wanted is not None and not folder.exists()):
        fail(f"there is no folder or file '{folder}'.")
    changed = 0
    for one in read_folder(root).files:
        if wanted is not None and one.path != wanted:
            continue
        make = format_markdown if one.path.lower().endswith(".md") else format_text
        fresh, _ = make(one.text, one.path)
        if fresh == one.text:
            continue
        changed += 1
        if check:
            typer.echo(f"would change {one.path}")
        elif isinstance(replace_text(root, one.path, digest(one.text), fresh), Written):
            typer.echo(f"changed {one.path}")
        else:
            typer.echo(f"fontes: '{one.path}' was not changed: it is no longer what was read, or cannot be written.", err=True)
            raise typer.Exit(1)
    if not changed:
        typer.echo("Everything is in canonical form.")
    raise typer.Exit(1 if check and changed else 0)
