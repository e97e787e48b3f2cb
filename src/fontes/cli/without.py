"""``fontes without``: what loses support if these are distrusted."""

from __future__ import annotations

from typing import Annotated

import typer

from fontes.cli.common import computable, fail, known, print_json, units
from fontes.cli.showing import show
from fontes.cli.view import View, through_a_lens
from fontes.findings import difference, possibly_there, ranking_in
from fontes.present.export.findings import fallen_values, ranked_values
from fontes.present.rooms.losses import compared_page, losses_page, ranking_page

Beside = Annotated[
    str, typer.Option("--beside", metavar="LENS", help="No units: how everything stands under another lens of the corpus, beside this one.")
]


@through_a_lens("[FOLDER] UNIT…")
def without(view: View, beside: Beside = "") -> None:
    """What loses support if these sources, agents, ^labels, kind:… or access:… are left out. Without any, all are ranked."""
    if beside:
        return _beside(view, beside)
    if not view.names:
        return _ranking(view)
    found = view.bench.fallen(units(view.corpus, view.names), view.lens)
    possibly = possibly_there(view.bench.statuses(view.lens), found)
    if view.json:
        print_json(fallen_values(found, possibly))
    else:
        show(losses_page(view.corpus, found, possibly))
    return None


def _beside(view: View, beside: str) -> None:
    if view.names:
        fail("--beside compares two lenses; leave out the units, or put them into the lens.")
    other = view.corpus.lenses[known(beside, list(view.corpus.lenses), "lens")].lens
    computable(other, "")
    statuses = view.bench.statuses(view.lens)
    found = difference(statuses, view.bench.statuses(other))
    possibly = possibly_there(statuses, found)
    if view.json:
        print_json({"beside": beside, **fallen_values(found, possibly)})
    else:
        show(compared_page(view.corpus, found, beside, possibly))


def _ranking(view: View) -> None:
    if view.lens.criticisms:
        fail("the ranking is not defined while criticisms count, since distrust can then also make things rise; name the units to leave out.")
    ranked = ranking_in(view.bench.statuses(view.lens))
    if view.json:
        print_json({"ranking": [ranked_values(one) for one in ranked]})
    else:
        show(ranking_page(view.corpus, ranked))
