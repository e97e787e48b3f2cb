"""``fontes gaps`` as a reader runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from fontes.cli.commands import app
from fontes.findings.gaps import GapKind

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE, SECOND = ROOT / "examples" / "red-army-purge", ROOT / "tests" / "corpora" / "second"
RUNNER = CliRunner()
CORPUS = """
agent a "Ann"
  role scholar
agent b "Ben"
source book "A book"
  by a
  out 1950
  examined not-seen
question why "Why?"
proposition p "P."
  answers why
1950 a raises why
  in book
1960 b supposes p
  per book p. 3
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.fontes").write_text(CORPUS, encoding="utf-8")
    return tmp_path


def run(*words: str | Path) -> Result:
    made = RUNNER.invoke(app, ["gaps", *(str(word) for word in words)])
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def values(*words: str | Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(*words, "--json").stdout)
    return made


def test_each_gap_has_its_reasons_its_place_and_since_when(folder: Path) -> None:
    found = values(folder)
    assert found["counts"] == dict.fromkeys(map(str, GapKind), 0) | {"open": 1, "thin": 1, "unchecked": 1}
    gap, thin, through = found["gaps"]
    assert (gap["kind"], gap["case"], gap["thing"], gap["since"], gap["since_day"]) == ("open", "supposed only", "why", "1950", "1950-01-01")
    assert (gap["agents"], gap["answers"], gap["file"], gap["line"]) == (["a"], ["p"], "a.fontes", 9)
    assert [(one["kind"], one["id"]) for one in gap["reasons"]] == [("question", "why"), ("statement", "a raises why 1950")]
    assert (thin["thing"], thin["case"], thin["since"]) == ("p", "all trails end", "1960")
    assert (through["thing"], through["number"], through["among"], through["since"]) == ("book", 1, 2, "1950")
    assert set(gap) == {
        "kind", "case", "of", "thing", "since", "since_day", "questions", "statements", "agents", "answers", "against", "sources", "works", "words",
        "number", "among", "file", "line", "reasons",
    }  # fmt: skip


def test_kinds_and_a_question_and_a_date_narrow_it(folder: Path) -> None:
    assert values(folder, "--kind", "open,thin")["counts"] == {"open": 1, "thin": 1}
    assert [one["thing"] for one in values(folder, "--question", "why", "--kind", "thin")["gaps"]] == ["p"]
    assert values(folder, "--as-of", "1940")["gaps"] == []
    assert values(folder, "--as-of", "1955")["gaps"][0]["case"] == "no answer asserted"


def test_the_page_is_for_reading(folder: Path) -> None:
    said = " ".join(run(folder).stdout.split())
    assert "As far as recorded here: one open question, one thin proposition and one way by which alone something is known." in said
    assert "1950 Why? why Raised by Ann. An answer is only supposed: “P”." in said
    assert "Known only through it: one of two statements." in said
    assert "1950 A book book Known only" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--kind", "opne"], "Did you mean 'open'"), (["--question", "whence"], "there is no question 'whence'"), (["why"], "--question")],
)
def test_what_cannot_be_asked_is_said(folder: Path, words: list[str], said: str) -> None:
    made = run(folder, *words)
    assert made.exit_code == 2 and said in made.stderr


def test_the_example_shows_what_its_review_says_is_missing() -> None:
    found = values(EXAMPLE)
    of = {kind: [one for one in found["gaps"] if one["kind"] == kind] for kind in found["counts"]}
    assert of["thin"][0]["thing"] == "dossier-reached-stalin" and of["thin"][0]["case"] == "one origin shown"
    assert {"why-promote-the-distrusted", "why-risk"} <= {one["thing"] for one in of["unanswered"] if one["against"] == "power-grab"}
    assert of["passed-over"][0]["thing"] == "state-army-before-terror"
    assert ("dossier", 3) in {(one["thing"], one["number"]) for one in of["not-found"]}
    assert "trigger-known" in {one["thing"] for one in of["not-sought"]}
    assert of["unchecked"][0]["thing"] == "whitewood-2011"
    left = [one for one in of["unused"] if one["case"] == "left unused by a work"]
    assert {one["thing"] for one in left} == {"whitewood-2011"}, "of no other work an absence can be claimed"
    assert all(work["examined"] == "whole" for one in left for work in one["works"])
    assert {"lukes-1996", "blackstock-1969"} <= {source for one in left for source in one["sources"]}


def test_that_recent_work_leaves_the_archives_comes_out_by_itself() -> None:
    """What the review says of its literature, from works and their grounds alone; as of the review, and since."""
    since = ["suvenirov-1998", "ellis-whitewashing", "whitewood-2015", "kotkin-2017", "furr-2021"]
    for as_of, certain, perhaps in (("2011", since[:1], 6), ("", since, 6)):
        found = values(EXAMPLE, "--kind", "unused", *(["--as-of", as_of] if as_of else []))["gaps"]
        few = {(one["thing"], *one["questions"]): one for one in found if one["case"] == "few rest on it"}
        gap = few["soviet-archives", "why-purge"]
        works = [work["id"] for work in gap["works"]]
        assert works[: gap["number"]] == certain and len(works) == len(certain) + perhaps
        assert gap["agents"] == ["whitewood"] and gap["since"] == "1998" and gap["among"] == len(certain) + 1
        assert {work["examined"] for work in gap["works"]} == {"not-seen"}, "no more than that none is recorded is said of them"


def test_the_second_corpus_needs_no_change() -> None:
    found = values(SECOND)
    assert [(one["kind"], one["thing"]) for one in found["gaps"] if one["kind"] in ("open", "not-found")] == [
        ("open", "who-paid"), ("not-found", "lost-inquest"),
    ]  # fmt: skip
    assert {one["thing"]: one["sources"] for one in found["gaps"] if one["case"] == "left unused by a work"} == {
        "osk-1988": ["courant-1788", "drayden-1962", "quell-1934", "tarnow-1891"],
        "fenn-2009": ["steward-letter", "courant-1788", "drayden-1962"],
    }
