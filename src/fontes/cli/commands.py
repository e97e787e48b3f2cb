"""The commands by name. Each lives in a file of its own."""

from __future__ import annotations

import typer

from fontes.cli import (
    careers,
    check,
    chronology,
    dating,
    explain,
    export,
    figures,
    formatting,
    gaps,
    known,
    new,
    opening,
    origins,
    positions,
    publish,
    review,
    search,
    settlements,
    tracing,
    without,
)

app = typer.Typer(
    name="fontes", help="A workbench for contested history: whence do we know it?", no_args_is_help=True, add_completion=False,
    pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip
app.command("check")(check.check)
app.command("origins")(origins.origins)
app.command("trace")(tracing.trace)
app.command("without")(without.without)
app.command("settlements")(settlements.settlements)
app.command("known")(known.known)
app.command("positions")(positions.positions)
app.command("chronology")(chronology.chronology)
app.command("careers")(careers.careers)
app.command("figures")(figures.figures)
app.command("gaps")(gaps.gaps)
app.command("review")(review.review_)
app.command("publish")(publish.publish)
app.command("export")(export.export)
app.command("format")(formatting.format_)
app.command("new")(new.new)
app.command("open")(opening.open_)
app.command("explain")(explain.explain)
app.command("date")(dating.date)
app.command("find")(search.find_words)
