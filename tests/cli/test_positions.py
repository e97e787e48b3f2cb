"""``fontes positions`` as a reader runs it."""

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
agent a "Ann"
  role scholar
  died 1975
agent b "Ben"
  role scholar
agent d "Dora"
  role witness
source joint "A joint work"
  by a
  by b
  out 1960
  school old
question q "Why?"
proposition p "P."
  answers q
a, b assert p
  in joint
source later "A later work"
  by b
  out 1970
b denies p
  in later
1965 d supposes p
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.fontes").write_text(CORPUS, encoding="utf-8")
    return tmp_path


def run(*words: str | Path) -> Result:
    made = RUNNER.invoke(app, ["positions", *(str(word) for word in words)])
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def values(*words: str | Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(*words, "--json").stdout)
    return made


def voices(*words: str | Path) -> dict[str, list[str]]:
    (answer,) = values(*words)["answers"]
    return {"+".join(one["voice"]): [held["stance"] for held in one["held"]] for one in answer["positions"]}


def test_as_of_a_date(folder: Path) -> None:
    assert voices(folder, "q", "--as-of", "1959") == {}
    assert voices(folder, "q", "--as-of", "1968") == {"a": ["asserts"], "b": ["asserts"], "d": ["supposes"]}
    assert voices(folder, "p") == {"a": ["asserts"], "b": ["denies"], "d": ["supposes"]}


def test_co_authors_school_span_and_lapse(folder: Path) -> None:
    assert voices(folder, "q", "--as-of", "1968", "--co-authors", "once") == {"a+b": ["asserts"], "d": ["supposes"]}
    assert voices(folder, "q", "--school", "old") == {"a": ["asserts"], "b": ["asserts"]}
    assert voices(folder, "q", "--taken-within", "1961/1966") == {"d": ["supposes"]}
    assert voices(folder, "q", "--as-of", "1980", "--lapse", "death") == {"b": ["denies"], "d": ["supposes"]}
    assert voices(folder, "q", "--as-of", "1980", "--lapse", "12") == {"b": ["denies"]}


def test_between_two_dates_and_since_one(folder: Path) -> None:
    (change,) = values(folder, "q", "--between", "1962", "1972")["between"]
    assert change["changed_mind"] == ["b"] and change["newcomers"] == ["d"]
    assert change["parts"]["before"] == "1" and change["parts"]["after"] == "1/3"
    assert values(folder, "q", "--since", "1962")["between"] == [change]
    assert values(folder, "q", "--since", "1962", "--as-of", "1966")["between"][0]["changed_mind"] == []
    assert values(folder, "q", "--between", "1962", "1972")["as_of"] == "1972"
    assert "Positions changed between 1962 and the end of what is recorded" in " ".join(run(folder, "q", "--since", "1962").stdout.split())


def test_an_order_is_asked_for(folder: Path) -> None:
    names = [[one["name"] for one in values(folder, "q", *more)["answers"][0]["measures"]] for more in ((), ("--ordered",))]
    assert names == [["normalised entropy", "modal share"], ["polarization", "Leik's D"]]


def test_without_a_name_every_question(folder: Path) -> None:
    assert values(folder, "--as-of", "1968")["questions"] == [
        {"id": "q", "answers": 1, "held": 1, "voices": {"least": 3, "most": 3}, "disputes": 0}
    ]
    assert "Where the literature stands, as of 1968" in run(folder, "--as-of", "1968").stdout


def test_the_page_is_for_reading(folder: Path) -> None:
    said = " ".join(run(folder, "q").stdout.split())
    assert "Three voices take a stance on this." in said
    assert "Ben, scholar ✕ denies 1970 A later work No ground recorded here. Before: ● asserts (1960)." in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pp"], "there is no question or proposition 'pp'"),
        (["p", "q"], "one question or one proposition"),
        (["q", "--lapse", "death"], "--as-of"),
        (["q", "--as-of", "1980", "--lapse", "soon"], "neither 'death' nor a number"),
        (["q", "--school", "od"], "Did you mean 'old'"),
        (["q", "--between", "1962", "1972", "--since", "1962"], "give one of them"),
        (["--since", "1962"], "name the question"),
        (["q", "--between", "then", "1972"], "not understood"),
    ],
)
def test_what_cannot_be_asked_is_said(folder: Path, words: list[str], said: str) -> None:
    made = run(folder, *words)
    assert made.exit_code == 2 and said in made.stderr
