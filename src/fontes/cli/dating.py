"""``fontes date``: what Fontes understands by a date."""

from __future__ import annotations

from typing import Annotated

import typer

from fontes.cli.common import Json, print_json
from fontes.dates import NotUnderstood, iso, read


def date(text: Annotated[str, typer.Argument(help="A date as it would stand in a corpus.")], json_: Json = False) -> None:
    """What Fontes understands by a date; status 1 and the part not understood for anything it refuses."""
    when = read(text)
    if isinstance(when, NotUnderstood):
        if json_:
            print_json({"text": text, "rest": when.rest, "reason": when.reason})
        else:
            typer.echo(f"In '{text}' the part '{when.rest or text}' is not understood. {when.reason}")
        raise typer.Exit(1)
    earliest, latest = iso(when.earliest), iso(when.latest)
    if json_:
        print_json(
            {
                "written": when.written, "earliest": earliest, "latest": latest, "start": [iso(b) for b in when.start],
                "end": [iso(b) for b in when.end], "assumptions": list(when.assumptions),
                "anchors": [{"name": a.name, "relation": a.relation, "least": a.least, "most": a.most} for a in when.anchors], "rest": "",
            }
        )  # fmt: skip
        return
    typer.echo(f"{when.written}: earliest {earliest}, latest {latest}.")
    for anchor in when.anchors:
        typer.echo(f"It hangs on '{anchor.name}' ({anchor.relation}); the days follow from what is known of that.")
    for assumption in when.assumptions:
        typer.echo(f"Assumption: {assumption}.")
