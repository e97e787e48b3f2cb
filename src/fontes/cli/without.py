"""``fontes without``: what loses support if these are distrusted."""

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
    folder_and_names,
    for_findings,
    lens,
    print_json,
    units,
)
from fontes.cli.showing import show
from fontes.findings import ranking_in
from fontes.present.export.findings import fallen_values, ranked_values
from fontes.present.rooms.losses import losses_page, ranking_page


def without(
    words: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER] UNIT…")] = None,
    json_: Json = False,
    distrust: Distrust = None,
    as_of: AsOf = "",
    published_by: PublishedBy = "",
    named: Named = "",
    criticisms: Counting = "",
    voices: Voices = "",
) -> None:
    """What loses support if these sources, agents, ^labels or kind:… are distrusted. Without any, all are ranked."""
    root, names = folder_and_names(words)
    bench = for_findings(root)
    seen = lens(bench.corpus, named=named, distrust=distrust, as_of=as_of, published_by=published_by, criticisms=criticisms, voices=voices)
    if not names:
        ranked = ranking_in(bench.statuses(seen))
        if json_:
            print_json({"ranking": [ranked_values(one) for one in ranked]})
        else:
            show(ranking_page(bench.corpus, ranked))
        return
    found = bench.fallen(units(bench.corpus, names), seen)
    if json_:
        print_json(fallen_values(found))
    else:
        show(losses_page(bench.corpus, found))
