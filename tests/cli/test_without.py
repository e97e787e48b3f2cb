"""``fontes without`` as of a date: what was only possibly there by then is told so; a lens that chooses voices is refused."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from fontes.cli.commands import app

RUNNER = CliRunner()
CORPUS = """corpus mill "The mill"
  format 1
agent a "Ann"
  role scholar
agent b "Ben"
source letter "A letter"
  origin witnessed
proposition p "The mill burned."
proposition q "The mill was sold."
1930 a asserts p
  rests-on letter
b asserts q
  rests-on letter
lens ann "Ann alone"
  voices a
"""


def run(folder: Path, *words: str) -> Result:
    (folder / "a.fontes").write_text(CORPUS, encoding="utf-8")
    return RUNNER.invoke(app, ["without", str(folder), *words], env={"COLUMNS": "100"})


def test_what_was_possibly_there_is_told_so(tmp_path: Path) -> None:
    said = " ".join(run(tmp_path, "letter", "--as-of", "1940").stdout.split())
    assert "The mill was sold. q (possibly by then)" in said and "Ben asserts" in said
    assert "The mill burned. p (possibly" not in said
    found = json.loads(run(tmp_path, "letter", "--as-of", "1940", "--json").stdout)
    assert found["possibly_there"] == ["b asserts q", "q"]
    assert "possibly by then" not in run(tmp_path, "letter").stdout, "without a date nothing is left open"


def test_voices_are_refused_beside_as_anywhere_but_in_positions(tmp_path: Path) -> None:
    made = run(tmp_path, "--beside", "ann")
    assert made.exit_code == 2 and "fontes positions" in made.stderr
