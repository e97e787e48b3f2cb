"""``fontes settlements``: which criticisms contradict each other, and the coherent ways to settle them."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from fontes.cli.common import AsOf, Counting, Distrust, Json, Named, PublishedBy, fail, folder_and_names, for_findings, lens, print_json
from fontes.cli.showing import show
from fontes.findings.support.criticism import COUNTING
from fontes.findings.support.settlements import MOST
from fontes.findings.support.settlements import settlements as settled
from fontes.present.export.settlements import settlements_values
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.settlements import settlements_page


class Combining(StrEnum):
    """How several lines of grounds combine where that is not recorded."""

    ANY = "any"
    ALL = "all"


Reading = Annotated[
    Combining, typer.Option("--reading", help="Where it is not recorded how grounds combine: any one of them suffices, or all are needed.")
]


def settlements(
    words: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER]")] = None,
    json_: Json = False,
    distrust: Distrust = None,
    as_of: AsOf = "",
    published_by: PublishedBy = "",
    named: Named = "",
    criticisms: Counting = "",
    reading: Reading = Combining.ANY,
    most: Annotated[int, typer.Option("--most", min=1, metavar="COUNT", help="How many settlements are listed at most.")] = MOST,
) -> None:
    """Which criticisms contradict each other, what they leave undecided, and each way to settle them. Without --criticisms, all count."""
    root, names = folder_and_names(words)
    if names:
        fail(f"'{names[0]}' is no folder; settlements are those of a whole corpus.")
    bench = for_findings(root)
    seen = lens(bench.corpus, named=named, distrust=distrust, as_of=as_of, published_by=published_by, criticisms=criticisms)
    if not seen.criticisms and not criticisms:
        seen = replace(seen, criticisms=(COUNTING,))
    found = settled(bench.statuses(seen), int(reading is Combining.ALL), most)
    if json_:
        print_json(settlements_values(found, seen))
    else:
        show(settlements_page(concordance(bench.corpus), found, seen))
