"""``fontes origins``: every proposition, its voices, trails and where they end."""

from __future__ import annotations

from typing import Annotated

import typer

from fontes.cli.common import AsOf, Counting, Distrust, Json, Named, PublishedBy, Voices, folder_and_names, for_findings, known, lens, print_json
from fontes.cli.showing import show
from fontes.present.export.findings import origins_values
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.proposition import proposition_page
from fontes.present.rooms.trails import trails_page


def origins(
    words: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER] [PROPOSITION]…")] = None,
    json_: Json = False,
    distrust: Distrust = None,
    as_of: AsOf = "",
    published_by: PublishedBy = "",
    named: Named = "",
    criticisms: Counting = "",
    voices: Voices = "",
) -> None:
    """Every proposition: voices, trails and where they end, fewest removals. With names, those in full."""
    root, names = folder_and_names(words)
    bench = for_findings(root)
    seen = lens(bench.corpus, named=named, distrust=distrust, as_of=as_of, published_by=published_by, criticisms=criticisms, voices=voices)
    wanted = [known(name, list(bench.corpus.propositions), "proposition") for name in names]
    found = [bench.origins(name, seen) for name in wanted] if wanted else list(bench.all_origins(seen))
    if json_:
        print_json({"propositions": [origins_values(one) for one in found]})
    elif wanted:
        index = concordance(bench.corpus)
        for one in found:
            show(proposition_page(index, one, bench.trace(one.id, seen)))
    else:
        show(trails_page(bench.corpus, found))
