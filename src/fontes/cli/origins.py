"""``fontes origins``: every proposition, its voices, trails and where they end."""

from __future__ import annotations

from typing import Annotated

import typer

from fontes.cli.common import fail, known, print_json
from fontes.cli.showing import show
from fontes.cli.view import View, through_a_lens
from fontes.findings import overturning
from fontes.findings.support.lineage import KINDS
from fontes.present.export.findings import origins_values, overturning_values
from fontes.present.rooms.overturning import overturning_page
from fontes.present.rooms.proposition import proposition_page
from fontes.present.rooms.trails import trails_page

Units = Annotated[
    str, typer.Option("--units", metavar="WHAT", help="What overturns it: smallest sets of 'sources' or 'agents' instead of origins.")
]


@through_a_lens("[FOLDER] [PROPOSITION]…")
def origins(view: View, units: Units = "origins") -> None:
    """Every proposition: voices, trails and where they end, fewest removals. With names, those in full."""
    bench, corpus = view.bench, view.corpus
    wanted = [known(name, list(corpus.propositions), "proposition") for name in view.names]
    if units != "origins":
        return _overturned(view, wanted, units)
    found = [bench.origins(name, view.lens) for name in wanted] if wanted else list(bench.all_origins(view.lens))
    if view.json:
        print_json({"propositions": [origins_values(one) for one in found]})
    elif wanted:
        index = view.bench.concordance()
        for one in found:
            show(proposition_page(index, one, bench.trace(one.id, view.lens)))
    else:
        show(trails_page(corpus, found))
    return None


def _overturned(view: View, wanted: list[str], units: str) -> None:
    if units not in KINDS:
        fail(f"--units: '{units}' is none of origins, {', '.join(KINDS)}.")
    if not wanted:
        fail("--units: name the propositions it is asked of.")
    if view.lens.criticisms:
        fail("--units: what overturns is not defined while criticisms count, since distrust can then also make things rise.")
    statuses = view.bench.statuses(view.lens)
    found = [(name, overturning(statuses, ("for", name), units)) for name in wanted]
    if view.json:
        print_json({"units": units, "propositions": [{"id": name, **overturning_values(one)} for name, one in found]})
        return
    for name, one in found:
        show(overturning_page(view.corpus, name, units, one))
