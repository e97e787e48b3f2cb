"""``fontes figures``: rival numbers, what each counts, what is to be seen between them, and the documents behind them."""

from __future__ import annotations

from fontes.cli.common import fail, known, print_json, with_progress
from fontes.cli.showing import show
from fontes.cli.view import View, through_a_lens
from fontes.findings.figures import figures_in
from fontes.present.export.figures import figures_values
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.figures import figures_page


@through_a_lens("[FOLDER] [QUESTION]")
def figures(view: View) -> None:
    """Rival figures by question: what each counts, who states it since when, what is to be seen between them, and the documents behind."""
    if len(view.names) > 1:
        fail("one question at a time; without any, the figures of all questions are shown.")
    question = known(view.names[0], list(view.corpus.questions), "question") if view.names else ""
    statuses = view.bench.statuses(view.lens)
    found = with_progress(lambda: figures_in(statuses, question), "comparing figures")
    if view.json:
        print_json(figures_values(found))
    else:
        show(figures_page(concordance(view.corpus), found))
