"""``fontes figures`` as a reader runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from fontes.cli.commands import app

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE, SECOND = ROOT / "examples" / "red-army-purge", ROOT / "tests" / "corpora" / "second"
RUNNER = CliRunner()
CORPUS = """
agent a "Ann"
agent b "Ben"
source list "A list"
  origin recorded
question many "How many?"
proposition left "Left."
  answers many
  figure 36761 men of "men who left"
proposition gone "Gone."
  answers many
  figure 37761 men of "men who left"
1938 a asserts left
  in list
2024 b asserts gone
  rests-on? list saying left
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.fontes").write_text(CORPUS, encoding="utf-8")
    return tmp_path


def run(*words: str | Path) -> Result:
    made = RUNNER.invoke(app, ["figures", *(str(word) for word in words)])
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def values(*words: str | Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(*words, "--json").stdout)
    return made


def test_figures_comparisons_and_documents_as_values(folder: Path) -> None:
    found = values(folder, "many")
    assert set(found) == {"question", "figures", "pointed", "documents", "listed", "assumptions"}
    ((first, second),) = (one["stated"] for one in found["figures"])
    assert (first["proposition"], first["least"], first["most"], first["of"], first["since_day"]) == (
        "left", "36761", "36761", "men who left", "1938-01-01",
    )  # fmt: skip
    assert second["documents"] == [{"id": "list", "kind": "recorded", "doubtful": True, "alone": True}]
    digit, same = found["pointed"]
    assert (digit["kind"], digit["descent"]) == ("one digit apart", "along one lineage")
    assert digit["slip"] == {"kind": "one digit changed", "place": 2, "was": "6", "is": "7"}
    assert digit["statements"] == ["a asserts left 1938", "b asserts gone 2024"]
    assert (same["kind"], same["slip"]) == ("same description, different values", None)
    (document,) = found["documents"]
    assert (document["id"], document["propositions"], document["doubtful"]) == ("list", ["gone", "left"], ["gone"])
    assert all(one["reasons"] for one in (first, second, digit, same, document))


def test_the_page_draws_them_by_value(folder: Path) -> None:
    made = run(folder).stdout
    assert "36,761  ······················●·  men who left" in made and "37,761  ·······················●  men who left" in made
    said = " ".join(made.split())
    assert "One digit apart: 36,761 (Ann, 1938) and 37,761 (Ben, 2024). The second digit is 6 in one and 7 in the other. The second rests on" in said
    assert "A list ▣ recorded 2 36,761 men, “men who left”: Ann, 1938." in said, "the earliest first"
    assert "37,761 men, “men who left”: Ben, 2024; only by a supposed descent." in said


@pytest.mark.parametrize(("words", "said"), [(["mnay"], "Did you mean 'many'"), (["many", "many"], "one question at a time")])
def test_what_cannot_be_asked_is_said(folder: Path, words: list[str], said: str) -> None:
    made = run(folder, *words)
    assert made.exit_code == 2 and said in made.stderr


def test_one_document_stands_behind_ten_numbers_of_the_example() -> None:
    found = values(EXAMPLE, "how-many-repressed")
    first = found["documents"][0]
    assert (first["id"], first["kind"], len(first["propositions"])) == ("shiriaev-report", "recorded", 10)
    assert set(first["doubtful"]) == {"dismissed-37761", "executed-40000", "over-3000-in-the-navy"}
    seen = {(one["kind"], *(each["proposition"] for each in one["figures"])) for one in found["pointed"]}
    assert ("same value, changed description", "dismissed-36761", "repressed-36761-in-the-army") in seen
    assert ("one digit apart", "dismissed-36761", "dismissed-37761") in seen
    assert ("same value, changed description", "cleaned-out-over-40000", "executed-40000") in seen
    assert not [one for one in found["pointed"] if one["kind"].startswith("part")]


def test_the_second_corpus_needs_no_change() -> None:
    found = values(SECOND)
    assert [(one["kind"], [each["proposition"] for each in one["figures"]]) for one in found["pointed"]] == [
        ("one digit apart", ["sacks-400", "sacks-40"]), ("same description, different values", ["sacks-400", "sacks-40"]),
    ]  # fmt: skip
    assert found["pointed"][0]["slip"] == {"kind": "one digit dropped", "place": 3, "was": "0", "is": ""}
