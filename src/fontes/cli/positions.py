"""``fontes positions``: who holds what, since when, in which work and on what grounds, as of any date."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from fontes.cli.common import date, fail, known, print_json
from fontes.cli.showing import show
from fontes.cli.view import View, through_a_lens
from fontes.dates import When
from fontes.findings.positions import Between, as_of, between, overview, positions_in
from fontes.findings.positions.heard import ROLES, UNNAMED, Hearing, timeless
from fontes.findings.positions.voices import CoAuthors, Terms
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens
from fontes.present.export.positions import overview_values, positions_values
from fontes.present.phrasing.positions import ALL_RECORDED
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.positions import overview_page, positions_page

Together = Annotated[CoAuthors, typer.Option("--co-authors", help="Whether co-authors of one work count each or once.")]
Ordered = Annotated[bool, typer.Option("--ordered", help="Assume that the stances have an order: denies, doubts, supposes, asserts.")]
Two = Annotated[tuple[str, str] | None, typer.Option("--between", metavar="DATE DATE", help="Take apart what changed between two dates.")]
Since = Annotated[str, typer.Option("--since", metavar="DATE", help="The same, from this date to the as-of date, or to all that is recorded.")]
Within = Annotated[str, typer.Option("--taken-within", metavar="SPAN", help="Only stances taken within this span.")]
School = Annotated[str, typer.Option("--school", metavar="NAME", help="Only what stands in works of this school.")]
Lapse = Annotated[
    str, typer.Option("--lapse", metavar="HOW", help="How long a stance is carried forward: 'death', a number of years, or both: 'death,30'.")
]


@through_a_lens("[FOLDER] [QUESTION|PROPOSITION]", hears=True)
def positions(
    view: View,
    co_authors: Together = CoAuthors.EACH,
    ordered: Ordered = False,
    between_: Two = None,
    since: Since = "",
    taken_within: Within = "",
    school: School = "",
    lapse: Lapse = "",
) -> None:
    """Who holds what, since when, in which work and on what grounds; disputes, changes and measures. Without a name, every question."""
    corpus = view.corpus
    if len(view.names) > 1:
        fail("name one question or one proposition.")
    name = known(view.names[0], [*corpus.questions, *corpus.propositions], "question or proposition") if view.names else ""
    lens = _heard_through(corpus, view.lens, taken_within, school)
    terms = _terms(co_authors, ordered, lapse)
    if (terms.lapse_at_death or terms.lapse_years is not None) and lens.as_of is None:
        fail("--lapse: say as of when, with --as-of.")
    hearing = Hearing(view.bench.statuses(timeless(lens)), lens, view.bench.origins)
    if not name:
        return _overview(view, hearing, terms, changed=bool(between_ or since))
    dates = _dates(between_, since, lens)
    changed = between(hearing, name, *dates, terms) if dates else None
    at = as_of(hearing, dates[1]) if dates and lens.as_of is None and between_ else hearing
    return _one(view, at, name, terms, dates, changed)


def _one(view: View, hearing: Hearing, name: str, terms: Terms, dates: tuple[When, When | None] | None, changed: tuple[Between, ...] | None) -> None:
    found = positions_in(hearing, name, terms)
    if view.json:
        print_json(positions_values(found, hearing.statuses, changed))
        return
    told = (dates[0].written, dates[1].written if dates[1] else ALL_RECORDED, changed) if dates and changed is not None else None
    show(positions_page(concordance(view.corpus), found, hearing.statuses, told))


def _overview(view: View, hearing: Hearing, terms: Terms, *, changed: bool) -> None:
    if changed:
        fail("--between and --since: name the question or proposition they are asked of.")
    found = overview(hearing, terms)
    if view.json:
        print_json(overview_values(found))
    else:
        show(overview_page(concordance(view.corpus), found, hearing.lens.as_of.written if hearing.lens.as_of else ""))


def _heard_through(corpus: Corpus, lens: Lens, taken_within: str, school: str) -> Lens:
    """The lens with whose voices are heard; a name it does not know is refused, since nobody would be heard by it."""
    schools = sorted({one.school for one in corpus.sources.values() if one.school})
    chosen = known(school, schools, "school") if school else lens.school
    for voice in lens.voices:
        known(voice, [*ROLES, UNNAMED, *corpus.agents], "role or agent")
    return replace(lens, school=chosen, taken_within=date(taken_within, "--taken-within") or lens.taken_within)


def _terms(co_authors: CoAuthors, ordered: bool, lapse: str) -> Terms:
    words = [word.strip() for word in lapse.split(",") if word.strip()]
    years = [word for word in words if word.isdecimal()]
    if len(years) > 1 or any(word != "death" and word not in years for word in words):
        fail(f"--lapse: '{lapse}' is neither 'death' nor a number of years, nor both.")
    return Terms(co_authors, ordered, int(years[0]) if years else None, "death" in words)


def _dates(two: tuple[str, str] | None, since: str, lens: Lens) -> tuple[When, When | None] | None:
    if two and since:
        fail("--between and --since say the same thing twice; give one of them.")
    if since:
        first = date(since, "--since")
        assert first is not None  # an empty one was not given
        return first, lens.as_of
    if two is None:
        return None
    dates = [date(each, "--between") for each in two]
    if dates[0] is None or dates[1] is None:
        fail("--between: give two dates.")
    return dates[0], dates[1]

