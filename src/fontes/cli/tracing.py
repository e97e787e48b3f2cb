"""``fontes trace``: the lineage of one proposition or stance."""

from __future__ import annotations

from typing import Annotated

import typer

from fontes.cli.common import (
    AsOf,
    Counting,
    Distrust,
    Json,
    Named,
    PublishedBy,
    Voices,
    fail,
    folder_and_names,
    for_findings,
    known,
    lens,
    print_json,
)
from fontes.cli.showing import show
from fontes.present.export.findings import node_values
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.lineage import lineage_page


def trace(
    words: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER] PROPOSITION|^LABEL")] = None,
    json_: Json = False,
    distrust: Distrust = None,
    as_of: AsOf = "",
    published_by: PublishedBy = "",
    named: Named = "",
    criticisms: Counting = "",
    voices: Voices = "",
) -> None:
    """The lineage of one proposition or stance, from the claim to its origins."""
    root, names = folder_and_names(words)
    if len(names) != 1:
        fail("say which: fontes trace FOLDER PROPOSITION, or a statement by its label, such as ^first.")
    bench = for_findings(root)
    seen = lens(bench.corpus, named=named, distrust=distrust, as_of=as_of, published_by=published_by, criticisms=criticisms, voices=voices)
    corpus = bench.corpus
    statements = [one.id for one in corpus.statements()]
    name = known(names[0].removeprefix("^"), [*corpus.propositions, *statements], "proposition or statement")
    node = bench.trace(name, seen)
    against = bench.trace(name, seen, "against") if name in corpus.propositions else None
    if json_:
        print_json({"for": node_values(node), "against": node_values(against) if against is not None else None})
    else:
        show(lineage_page(concordance(corpus), node, against))
