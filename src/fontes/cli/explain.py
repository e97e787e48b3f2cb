"""``fontes explain``: what a diagnostic means."""

from __future__ import annotations

import textwrap
from typing import Annotated

import typer

from fontes import workbench  # noqa: F401  (every kind is declared where it is raised)
from fontes.cli.common import fail
from fontes.diagnostics import kinds
from fontes.text.tokens import did_you_mean


def explain(slug: Annotated[str, typer.Argument(help="The word in square brackets; without it, all are listed.")] = "") -> None:
    """What a kind of diagnostic means, why it is reported, and how grave it is."""
    known = {one.slug: one for one in kinds()}
    if not slug:
        width = max(map(len, known))
        for one in known.values():
            typer.echo(f"{one.slug:{width}}  {one.severity.value:7}  {one.summary}")
        return
    if slug not in known:
        near = did_you_mean(slug, tuple(known))
        fail(f"there is no diagnostic '{slug}'.{f' Did you mean {near!r}?' if near else ''} 'fontes explain' lists all.")
    one = known[slug]
    typer.echo(f"{one.severity.value}: {one.summary}  [{one.slug}]\n")
    typer.echo(textwrap.fill(one.why, 78))
