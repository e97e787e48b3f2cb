"""The numbers of the worked story are those the example gives."""

from __future__ import annotations

from pathlib import Path

import pytest

import fontes
from fontes.findings import difference, overturning
from fontes.workbench import Workbench

ROOT = Path(__file__).resolve().parents[2]
STORY = " ".join((ROOT / "docs" / "the-dossier.md").read_text(encoding="utf-8").split())
DOSSIER = "dossier-reached-stalin"


@pytest.fixture(scope="module")
def bench() -> Workbench:
    return fontes.load(ROOT / "examples" / "red-army-purge")


def lens(**parts: object) -> fontes.Lens:
    return fontes.Lens(**parts)  # type: ignore[arg-type]


def by(day: str) -> fontes.Lens:
    from fontes.dates import When, read

    when = read(day)
    assert isinstance(when, When)
    return lens(as_of=when)


def told(words: str) -> None:
    assert words in STORY, words


def test_voices_and_ends(bench: Workbench) -> None:
    found = bench.origins(DOSSIER)
    told("**Nine to eleven voices**: six scholars (Conquest, Erickson, Nikulin, Petrov, Ulam, Volkogonov), two participants")
    assert (found.voices.least, found.voices.most, len(found.voices.scholars), len(found.voices.participants)) == (9, 11, 6, 2)
    assert found.against is not None and found.against.voices.most == 0
    told("**Eleven voices end at eight places.**")
    assert len(found.origins) == 8 and [one.id for one in found.origins if one.kind == "witnessed"] == ["benes-memoirs"]
    told("What is *shown* is **one**")
    assert found.shown_origins == 1 and not [pair for pair in found.independence if pair.value == "shown distinct"]


def test_removals(bench: Workbench) -> None:
    found = bench.origins(DOSSIER).removals
    told("**five** removals leave the story without recorded support. If any one suffices, **no number does**")
    assert found is not None and (found.all, found.any, found.exact) == (5, None, True)
    statuses = bench.statuses()
    sources, agents = (overturning(statuses, ("for", DOSSIER), units) for units in ("sources", "agents"))
    told("**Five sources**")
    told("**Four agents**")
    assert (sources.at_least, sources.at_most, agents.at_least, agents.at_most) == (5, 5, 4, 4)
    assert not sources.indispensable and not agents.indispensable
    told("Nothing falls. The literature never rested on the dossier.")
    assert bench.fallen([fontes.Unit(fontes.UnitKind.SOURCE, "dossier")]).nothing


@pytest.mark.parametrize(("day", "least", "most"), [("1948-12-31", 1, 3), ("1968-12-31", 4, 10)])
def test_growth(bench: Workbench, day: str, least: int, most: int) -> None:
    told("By the end of 1948 one voice is certain and three are possible")
    told("By the end of 1968 it is between four and ten")
    found = bench.origins(DOSSIER, by(day))
    assert (found.voices.least, found.voices.most, found.shown_origins) == (least, most, 1)


def test_critics(bench: Workbench) -> None:
    told("**Five** of the eight ends no longer carry it")
    told("**Three** are left")
    found = bench.origins(DOSSIER, lens(criticisms=("counting",)))
    assert {one.id for one in found.origins} == {"word:benes", "other-dossier-memoirs", "others"} and len(found.idle) == 5


def test_explanations(bench: Workbench) -> None:
    told("**one** loses its recorded support with the dossier: that it gave Stalin his reason")
    explanations = {one.id for one in bench.corpus.propositions.values() if "why-purge" in one.answers}
    gone = difference(bench.statuses(), bench.statuses(bench.corpus.lenses["no-dossier"].lens))
    assert [one.id for one in gone.falls if one.id in explanations] == ["dossier-gave-reason"]
    assert not [one.id for one in gone.weakened if one.id in explanations]


def test_figures(bench: Workbench) -> None:
    told("Twenty rival figures are recorded as answers")
    told("**Six** of the twenty go back to it alone")
    figures = {one.id for one in bench.corpus.propositions.values() if "how-many-repressed" in one.answers and one.figures}
    gone = bench.fallen([fontes.Unit(fontes.UnitKind.SOURCE, "shiriaev-report")])
    assert (len(figures), len({one.id for one in gone.falls} & figures)) == (20, 6)
