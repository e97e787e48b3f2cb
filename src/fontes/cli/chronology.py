"""``fontes chronology``: what the dates allow, rival datings, conflicts and why."""

from __future__ import annotations

from typing import Annotated

import typer

from fontes.cli.common import known, print_json
from fontes.cli.showing import show
from fontes.cli.view import View, through_a_lens
from fontes.dates import Answer, Bound, Edge, When, by
from fontes.findings.chronology import Bounds, Chronology
from fontes.findings.chronology import chronology as chronology_of
from fontes.model.corpus import Corpus
from fontes.present.export.chronology import chronology_values
from fontes.present.rooms.chronology import chronology_page

Strand = Annotated[str, typer.Option("--strand", metavar="NAME", help="Only the events of this strand.")]


@through_a_lens("[FOLDER] [EVENT|^LABEL]…")
def chronology(view: View, strand: Strand = "") -> None:
    """When everything can have been: certain and possible days, rival datings, and what cannot be so together."""
    corpus = view.corpus
    names = [_name(corpus, name) for name in view.names] or list(corpus.events)
    if strand:
        strands = sorted({event.strand for event in corpus.events.values() if event.strand})
        known(strand, strands, "strand")
        named = {event.id for event in corpus.events.values() if event.strand == strand}
        names = [name for name in names if name in named]
    found = chronology_of(corpus, view.lens)
    chosen = sorted(_there(found, names, view.lens.as_of), key=_by_days)
    if view.json:
        print_json(chronology_values(found, chosen))
    else:
        show(chronology_page(found, chosen, whole=not (view.names or strand)))


def _name(corpus: Corpus, name: str) -> str:
    if name.startswith("^"):
        return "^" + known(name[1:], [entry.id for entry in corpus.statements()], "statement")
    return known(name, list(corpus.events), "event")


def _there(found: Chronology, names: list[str], as_of: When | None) -> list[Bounds]:
    """The bounds of these, without what certainly had not begun by the date of the lens."""
    kept = [found.bounds(name) for name in names]
    return [one for one in kept if as_of is None or not isinstance(one.earliest_start, int) or by(_begun(one), as_of) is not Answer.IMPOSSIBLE]


def _begun(one: Bounds) -> When:
    """The earliest possible beginning as a date."""
    side: tuple[Bound, Bound] = (one.earliest_start, one.earliest_start)
    return When("", "moment", side, side)


def _by_days(one: Bounds) -> tuple[tuple[int, int], tuple[int, int], str]:
    """Earliest start, then latest end: what is open comes before every day or after it, what is unknown last."""
    start, end = one.earliest_start, one.latest_end
    first = (0, start) if isinstance(start, int) else (-1, 0) if start is Edge.OPEN else (1, 0)
    last = (0, end) if isinstance(end, int) else (1, 0) if end is Edge.OPEN else (2, 0)
    return first, last, one.id
