"""``fontes careers`` as a reader runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from fontes.cli.commands import app

RUNNER = CliRunner()
SECOND = Path(__file__).resolve().parents[1] / "corpora" / "second"
CORPUS = """
agent kakurin "Nikolai Kakurin"
agent marshal "The marshal"
agent ogpu "OGPU"
agent stalin "Stalin"
source review "A review"
proposition plot "The marshal plotted."
  compromises marshal
event vesna "Vesna"
  kind case
  when 1930
through review ¶ 3
1930-08 kakurin asserts plot   ^named
  case vesna
1930-09 ogpu tells stalin plot   ^told
  rests-on that ^named
stalin doubts plot   ^doubted
  upon ^told
marshal serves-as "Deputy Commissar"
  from 1931
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.fontes").write_text(CORPUS, encoding="utf-8")
    return tmp_path


def run(*words: str | Path) -> Result:
    made = RUNNER.invoke(app, ["careers", *(str(word) for word in words)])
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def asked(*words: str | Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(*words, "--json").stdout)
    return made


def test_a_career_has_both_statements_of_a_post_taken_up_under_suspicion(folder: Path) -> None:
    found = asked(folder, "marshal")
    assert [(one["statement"], one["by"], one["case"]) for one in found["compromised"]] == [("named", "kakurin", "vesna"), ("told", "ogpu", None)]
    (later,) = found["compromised"][1]["after"]
    assert (later["tenure"], later["began_after"], later["lasted_after"]) == (found["posts"][0]["tenure"], "certain", "certain")
    assert {"told", found["posts"][0]["tenure"]} <= {one["id"] for one in later["reasons"]}
    assert found["compromised"][1]["received"] == ["doubted"]
    assert found["posts"][0]["begins"] == {"earliest": "1931-01-01", "latest": "1931-12-31"}


def test_without_an_agent_the_network(folder: Path) -> None:
    found = asked(folder)
    assert [(one["by"], one["of"], one["statement"], one["begins"]["earliest"]) for one in found["network"]] == [
        ("kakurin", "marshal", "named", "1930-08-01"), ("ogpu", "marshal", "told", "1930-09-01"),
    ]  # fmt: skip
    (one,) = found["agents"]
    assert (one["agent"], one["statements"], one["voices"]) == ("marshal", ["named", "told"], ["kakurin", "ogpu"])
    assert len(one["posts_taken_up_after"]["certain"]) == 1


def test_as_of(folder: Path) -> None:
    found = asked(folder, "marshal", "--as-of", "31 August 1930")
    assert [one["statement"] for one in found["compromised"]] == ["named"] and found["posts"] == []
    assert found["assumptions"][0]["words"] == "acts as of 31 August 1930"


def test_the_keys_are_those_of_the_published_page(folder: Path) -> None:
    """Every key that is printed stands in the reference."""
    page = (Path(__file__).resolve().parents[2] / "docs/reference/findings-json.md").read_text(encoding="utf-8")
    section = page.split("## Careers and denunciations")[1].split("\n## ")[0]
    keys: set[str] = set()

    def gather(value: Any) -> None:
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            gather(each)
        keys.update(value if isinstance(value, dict) else ())

    text = CORPUS + 'event arrest "Arrest"\n  about marshal\n  when 1937\nmarshal asserts plot\n'
    (folder / "a.fontes").write_text(text, encoding="utf-8")
    gather(asked(folder, "marshal"))
    gather(asked(folder))
    assert sorted(key for key in keys if f"`{key}`" not in section) == []


def test_the_page_is_for_reading(folder: Path) -> None:
    said = " ".join(run(folder, "marshal").stdout.split())
    assert "The career of The marshal" in said
    assert "Certainly taken up after" in said
    assert "Stalin ◇ doubts" in said
    assert "Who compromised whom" in run(folder).stdout


def test_it_works_on_another_corpus() -> None:
    assert [one["agent"] for one in asked(SECOND)["agents"]] == ["prask"]


@pytest.mark.parametrize(("words", "said"), [(["marschal"], "Did you mean 'marshal'"), (["marshal", "stalin"], "one agent at a time")])
def test_what_cannot_be_asked_is_said(folder: Path, words: list[str], said: str) -> None:
    made = run(folder, *words)
    assert made.exit_code == 2 and said in made.stderr
