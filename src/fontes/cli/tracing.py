"""``fontes trace``: the lineage of one proposition or stance."""

from __future__ import annotations

from fontes.cli.common import Choice, fail, known, print_json, statements
from fontes.cli.showing import show
from fontes.cli.view import View, through_a_lens
from fontes.present.export.findings import node_values
from fontes.present.rooms.lineage import lineage_page


@through_a_lens("[FOLDER] PROPOSITION|^LABEL")
def trace(view: View) -> None:
    """The lineage of one proposition or stance, from the claim to its origins."""
    if len(view.names) != 1:
        fail("say which: fontes trace FOLDER PROPOSITION, or a statement by its label, such as ^first.")
    corpus = view.corpus
    name = known(view.names[0].removeprefix("^"), Choice(corpus.propositions, *statements(corpus)), "proposition or statement")
    node = view.bench.trace(name, view.lens)
    against = view.bench.trace(name, view.lens, "against") if name in corpus.propositions else None
    if view.json:
        print_json({"for": node_values(node), "against": node_values(against) if against is not None else None})
    else:
        show(lineage_page(view.bench.concordance(), node, against))
