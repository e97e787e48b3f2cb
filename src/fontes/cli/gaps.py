"""``fontes gaps``: what is open, thin, unused, passed over, unchecked, unanswered or without a route, as far as recorded here."""

from __future__ import annotations

from typing import Annotated

import typer

from fontes.cli.common import fail, known, print_json, with_progress
from fontes.cli.showing import show
from fontes.cli.view import View, through_a_lens
from fontes.findings.gaps import GapKind, gaps_in
from fontes.present.export.gaps import gaps_values
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.gaps import gaps_page

Kind = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help=f"Only these kinds: {', '.join(GapKind)}; commas or repetition for several."),
]
Question = Annotated[str, typer.Option("--question", metavar="QUESTION", help="Only what bears on this question and on those asked under it.")]


@through_a_lens("[FOLDER]")
def gaps(view: View, kind: Kind = None, question: Question = "") -> None:
    """What is open, thin, unused or unanswered as far as recorded here, since when, and how far anything was examined."""
    if view.names:
        fail(f"'{view.names[0]}' is no folder here; a question is given by --question, a kind by --kind.")
    words = [word.strip() for group in kind or [] for word in group.split(",") if word.strip()]
    kinds = tuple(GapKind(known(word, [str(one) for one in GapKind], "kind of gap")) for word in words)
    if question:
        known(question, list(view.corpus.questions), "question")
    statuses = view.bench.statuses(view.lens)
    found = with_progress(lambda: gaps_in(statuses, kinds, question), "looking for gaps")
    if view.json:
        print_json(gaps_values(view.corpus, found))
    else:
        show(gaps_page(concordance(view.corpus), found))
