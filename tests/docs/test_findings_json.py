"""Every key that the findings on the literature print as JSON stands in the reference under its heading, and all of them have their reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from fontes.cli.commands import app

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/reference/findings-json.md").read_text(encoding="utf-8")
EXAMPLE = str(ROOT / "examples/red-army-purge")
NAMED_BY_DATA = {"counts", "holding", "answers", "agents"}
"""Objects under these keys are keyed by names of the corpus, or by kinds and stances that are listed."""
ASKED = {
    "Positions": (
        ("positions", EXAMPLE, "why-purge", "--between", "1985", "2011", "--ordered"), ("positions", EXAMPLE, "dossier-role", "--co-authors", "once"),
        ("positions", EXAMPLE, "plot-existed", "--as-of", "1968"), ("positions", EXAMPLE),
    ),
    "Gaps": (("gaps", EXAMPLE),),
    "Figures": (("figures", EXAMPLE),),
    "Careers and denunciations": (("careers", EXAMPLE), ("careers", EXAMPLE, "tukhachevskii")),
    "What falls": (("without", EXAMPLE, "khrushchev-speech", "--as-of", "1968"),),
}  # fmt: skip


@cache
def printed(*words: str) -> Any:
    made = CliRunner().invoke(app, [*words, "--json"])
    assert made.exit_code == 0, made.output
    return json.loads(made.stdout)


def keys(value: Any, under: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        if under not in NAMED_BY_DATA:
            yield from value
        for name, each in value.items():
            yield from keys(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from keys(each, under if under not in NAMED_BY_DATA else "")


@pytest.mark.parametrize("heading", sorted(ASKED))
def test_every_key_stands_under_its_heading(heading: str) -> None:
    (section,) = [one for one in PAGE.split("\n## ") if one.startswith(f"{heading}\n")]
    found = {key for words in ASKED[heading] for key in keys(printed(*words))}
    assert sorted(key for key in found if f"`{key}`" not in section and f'"{key}"' not in section) == []


def test_every_gap_figure_dispute_and_denunciation_has_its_reasons() -> None:
    gaps, figures, careers = printed("gaps", EXAMPLE), printed("figures", EXAMPLE), printed("careers", EXAMPLE)
    positions = printed("positions", EXAMPLE, "why-purge", "--between", "1985", "2011", "--ordered")
    stated = [one for each in figures["figures"] for one in each["stated"]]
    them = [*gaps["gaps"], *stated, *figures["pointed"], *figures["documents"], *careers["network"], *positions["disputes"], *positions["silent"]]
    assert len(them) > 500
    for one in them:
        assert one["reasons"], one
        assert all(set(reason) >= {"kind", "id", "words"} for reason in one["reasons"])
    held = [way for answer in positions["answers"] for one in answer["positions"] for way in one["held"]]
    assert held and all(way["statements"] for way in held), "a position has the statements by which it is held"
