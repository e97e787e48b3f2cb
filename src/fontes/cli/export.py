"""``fontes export``: the whole corpus as JSON, and the schema of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from fontes.cli.common import Json, fail, folder_and_names, for_findings
from fontes.model.plain import plain, schema
from fontes.shelf.write import Written, write_file


def export(
    folder: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER]")] = None,
    json_: Json = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead of the terminal.")] = None,
    schema_: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema instead.")] = False,
) -> None:
    """The corpus as a whole as JSON with a published schema; 'fontes.corpus_of' reads it back without loss."""
    if not (json_ or schema_):
        fail("say in which form: --json (the corpus) or --schema (its JSON Schema).")
    if schema_:
        words = json.dumps(schema(), ensure_ascii=False, indent=2)
    else:
        root, _ = folder_and_names(folder)
        words = json.dumps(plain(for_findings(root).corpus), ensure_ascii=False, indent=1)
    if output is None:
        typer.echo(words)
        return
    outcome = write_file(output, words + "\n")
    if not isinstance(outcome, Written):
        fail(f"'{output}' could not be written.")
    typer.echo(f"wrote {output}")
