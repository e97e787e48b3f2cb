"""``fontes known``: what had reached an agent by a date, by which route, and how they took it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from fontes.cli.common import date, fail, print_json, units
from fontes.cli.common import known as name_of
from fontes.cli.showing import show
from fontes.cli.view import View, through_a_lens
from fontes.findings.known import known_in
from fontes.findings.known.routes import Routes, withdraws
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens
from fontes.model.names import AgentId, SourceId
from fontes.present.export.known import known_values
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.known import known_page

At = Annotated[str, typer.Option("--at", metavar="DATE", help="The date by whose end it was to have reached them.")]
About = Annotated[
    str, typer.Option("--about", metavar="NAME", help="Only what is about this agent, event, question, proposition or source.")
]
Without = Annotated[
    list[str] | None, typer.Option("--without", metavar="UNIT", help="As --distrust; that something was told is not undone by it.")
]
Inauthentic = Annotated[
    list[str] | None,
    typer.Option("--inauthentic", metavar="SOURCE", help="Sources that are not what they claim to be: what is read in them was not said."),
]
WithoutAccess = Annotated[
    list[str] | None, typer.Option("--without-access", metavar="SOURCE", help="What we know only through these sources is left out.")
]


@through_a_lens("[FOLDER] AGENT")
def known(
    view: View,
    at: At = "",
    about: About = "",
    without: Without = None,
    inauthentic: Inauthentic = None,
    without_access: WithoutAccess = None,
) -> None:
    """What had reached an agent by a date, certainly and possibly, by which route; and what had not, as far as recorded."""
    by = date(at, "--at")
    if len(view.names) != 1 or by is None:
        fail('say of whom and by when: fontes known FOLDER AGENT --at "11 May 1937".')
    corpus = view.corpus
    agent = AgentId(name_of(view.names[0], list(corpus.agents), "agent"))
    if about:
        things = [*corpus.agents, *corpus.events, *corpus.questions, *corpus.propositions, *corpus.sources]
        name_of(about, things, "agent, event, question, proposition or source")
    seen = _attesting(corpus, view.lens, without or [], inauthentic or [], without_access or [])
    found = known_in(Routes(corpus, seen, view.bench.statuses(seen) if withdraws(seen) else None), agent, by, about)
    if view.json:
        print_json(known_values(found))
    else:
        show(known_page(concordance(corpus), found))


def _attesting(corpus: Corpus, base: Lens, without: list[str], inauthentic: list[str], access: list[str]) -> Lens:
    """The lens, with what is distrusted, and with what undoes that something was said at all."""
    return replace(
        base, distrust=base.distrust | units(corpus, without), inauthentic=base.inauthentic | _sources(corpus, inauthentic),
        without_access=base.without_access | _sources(corpus, access),
    )  # fmt: skip


def _sources(corpus: Corpus, groups: list[str]) -> frozenset[SourceId]:
    names = [word.strip() for group in groups for word in group.split(",") if word.strip()]
    return frozenset(SourceId(name_of(name, list(corpus.sources), "source")) for name in names)
