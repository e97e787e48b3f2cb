"""``fontes check``: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Annotated, Any

import typer

from fontes.cli.common import Json, folder_and_names, opened, print_json
from fontes.diagnostics import Diagnostic, Edit, has_errors
from fontes.model.corpus import Corpus
from fontes.present.diagnostics import render_all
from fontes.present.export.findings import diagnostic_values
from fontes.shelf.write import Written, digest, replace_text
from fontes.workbench import Workbench

COUNTED = ("agents", "sources", "events", "propositions", "questions", "stances", "reports", "criticisms", "tenures")


def check(
    folder: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER]")] = None,
    json_: Json = False,
    fix: Annotated[bool, typer.Option("--fix", help="Apply the safe fixes first.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes.")] = False,
) -> None:
    """What is wrong, where, and what to do about it. Ends with status 1 on errors, else 0."""
    root, extra = folder_and_names(folder)
    root = Path(extra[0]) if extra else root
    bench = opened(root)
    if fix:
        _fix(bench)
    show(bench, json_)
    if watch:
        _watch(bench, json_)
    raise typer.Exit(1 if has_errors(bench.diagnostics) else 0)


def show(bench: Workbench, as_json: bool) -> None:
    """Print the diagnostics and what was found in the corpus."""
    if as_json:
        print_json(result(bench))
        return
    if bench.diagnostics:
        typer.echo(render_all(bench.diagnostics, bench.lines()))
    typer.echo(summary(bench))


def result(bench: Workbench) -> dict[str, Any]:
    """Counts and diagnostics as plain values."""
    return {"counts": counts(bench.corpus), "diagnostics": [diagnostic_values(one) for one in bench.diagnostics]}


def counts(corpus: Corpus) -> dict[str, int]:
    """How many of each kind of thing the corpus holds."""
    return {name: len(getattr(corpus, name)) for name in COUNTED}


def summary(bench: Workbench) -> str:
    """One sentence about the corpus, one about what is wrong."""
    listed = ", ".join(f"{number} {name if number > 1 else name[:-1]}" for name, number in counts(bench.corpus).items() if number)
    severities = [one.severity.value for one in bench.diagnostics]
    wrong = ", ".join(
        f"{severities.count(s)} {s}{'s' if severities.count(s) != 1 else ''}" for s in ("error", "warning", "note") if s in severities
    )
    return f"{listed or 'nothing recorded'}.\n{wrong or 'Nothing to report'}."


def _fix(bench: Workbench) -> None:
    """Apply every safe fix, file by file, from the end of each to its beginning; then read again."""
    by_file: dict[str, set[Edit]] = defaultdict(set)
    for one in bench.diagnostics:
        for each in one.fixes[:1]:
            if each.safe:
                for edit in each.edits:
                    if not edit.span.sheet:
                        by_file[edit.span.file].add(edit)
    texts = {one.path: one.text for one in bench.folder.files}
    done = 0
    for path, edits in sorted(by_file.items()):
        if path in texts:
            outcome = replace_text(bench.root, path, digest(texts[path]), edited(texts[path], edits))
            if isinstance(outcome, Written):
                done += len(edits)
            else:
                typer.echo(f"fontes: '{path}' was not changed: it is no longer what was read, or cannot be written.", err=True)
    typer.echo(f"{done} safe fix{'es' if done != 1 else ''} applied.", err=True)
    if done:
        bench.reload()


def edited(text: str, edits: set[Edit]) -> str:
    """A text after edits on single lines."""
    lines = text.split("\n")
    for span, new in sorted(edits, key=lambda one: one.span, reverse=True):
        line = lines[span.line - 1]
        lines[span.line - 1] = line[: span.column - 1] + new + line[span.end_column - 1 :]
    return "\n".join(lines)


def _watch(bench: Workbench, as_json: bool) -> None:
    from watchfiles import watch as changes

    typer.echo("Watching the folder; Ctrl-C ends.", err=True)
    for _ in changes(bench.root, raise_interrupt=False):
        if bench.reload():
            typer.echo("")
            show(bench, as_json)


__all__ = ["Diagnostic", "check", "counts", "result"]
