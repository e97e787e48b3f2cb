"""``fontes known`` as a reader runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from fontes.cli.commands import app

RUNNER = CliRunner()
CORPUS = """
agent kaganovich "Lazar Kaganovich"
agent stalin "Stalin"
  died 1953-03-05
agent ogpu "OGPU"
source review "A review"
source letter "A letter"
proposition rose "Nakhaev rose."
event affair "The affair"
  kind case
  alleges rose
through review ¶ 3
1934-08 ogpu tells kaganovich > stalin rose   ^told
  in letter
stalin doubts rose   ^doubted
  upon ^told
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.fontes").write_text(CORPUS, encoding="utf-8")
    return tmp_path


def run(*words: str | Path) -> Result:
    made = RUNNER.invoke(app, [str(word) for word in words])
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def rows(*words: str | Path) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(run("known", *words, "--json").stdout)["known"]
    return made


def test_the_route_is_told_with_its_places(folder: Path) -> None:
    (one,) = rows(folder, "stalin", "--at", "1937")
    assert (one["proposition"], one["answer"], one["since"]) == ("rose", "certain", "1934-08-31")
    assert one["received"] == ["doubted"]
    step = {"kind": "told", "statement": "told", "date": "1934-08", "linked": True, "file": "a.fontes", "line": 13}
    assert one["path"] == [step | {"from": "ogpu", "to": "kaganovich"}, step | {"from": "kaganovich", "to": "stalin"}]


@pytest.mark.parametrize("about", ["rose", "affair"])
def test_about_lists_what_had_not_reached_them_too(folder: Path, about: str) -> None:
    assert [(one["proposition"], one["answer"], one["since"]) for one in rows(folder, "stalin", "--at", "1933", "--about", about)] == [
        ("rose", "no recorded route", None)
    ]


def test_distrust_leaves_the_telling_and_a_forgery_or_lost_access_undoes_it(folder: Path) -> None:
    ask = (folder, "stalin", "--at", "1937", "--about", "rose")
    assert rows(*ask, "--distrust", "letter,ogpu")[0]["answer"] == "certain"
    assert rows(*ask, "--without", "review")[0]["answer"] == "certain"
    assert rows(*ask, "--inauthentic", "letter")[0]["answer"] == "possible", "his doubt remains, and has no date"
    assert rows(*ask, "--without-access", "review")[0]["answer"] == "no recorded route"
    assert rows(*ask, "--distrust", "access:review")[0]["answer"] == "no recorded route"


def test_the_page_is_for_reading(folder: Path) -> None:
    said = " ".join(run("known", folder, "stalin", "--at", "11 May 1937").stdout.split())
    assert "What had reached Stalin by 11 May 1937" in said
    assert "OGPU told Lazar Kaganovich, August 1934. Known through A review, ¶ 3." in said
    assert "Lazar Kaganovich told Stalin, August 1934." in said
    assert "How it was taken: Stalin ◇ doubts it." in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["stalin"], "by when"),
        (["--at", "1937"], "of whom"),
        (["stalin", "--at", "the other day"], "not understood"),
        (["stalim", "--at", "1937"], "Did you mean 'stalin'"),
        (["stalin", "--at", "1937", "--about", "rise"], "Did you mean 'rose'"),
        (["stalin", "--at", "1937", "--inauthentic", "lettre"], "Did you mean 'letter'"),
    ],
)
def test_what_cannot_be_asked_is_said(folder: Path, words: list[str], said: str) -> None:
    made = run("known", folder, *words)
    assert made.exit_code == 2 and said in made.stderr
