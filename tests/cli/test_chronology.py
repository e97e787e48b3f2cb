"""`fontes chronology`, as a reader runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import Result
from typer.testing import CliRunner

from fontes.cli.commands import app

RUNNER = CliRunner()
TRIAL = """\
agent a "Anna"
source s "The first book"
  by a
  out 1950
source t "The second book"
  out 1960
event trial "The trial"
  strand court
  when 1937-06-12 per s p. 2
event vote "The vote"
  strand party
  when 1937-02-27 per s p. 1
event arrest "The arrest"
  strand police
  after vote 4 months
  before trial
event raid "The raid"
  strand police
  when summer 1936 per s p. 3
  when autumn 1936 per t p. 4
  when 1936/.. per t p. 9
event dusk "The dusk"
"""


def run(*words: str | Path) -> Result:
    made = RUNNER.invoke(app, ["chronology", *(str(word) for word in words)])
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def folder(root: Path, text: str = TRIAL) -> Path:
    (root / "a.fontes").write_text(text, encoding="utf-8")
    return root


def values(*words: str | Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(*words, "--json").stdout)
    return made


def test_the_json_has_bounds_accounts_and_conflicts(tmp_path: Path) -> None:
    found = values(folder(tmp_path))
    events = {one["id"]: one for one in found["events"]}
    assert list(events) == ["raid", "vote", "trial", "arrest", "dusk"] or set(events) == {"raid", "vote", "trial", "arrest", "dusk"}
    dusk = [events["dusk"][side] for side in ("earliest_start", "latest_start", "earliest_end", "latest_end")]
    assert dusk == ["unknown"] * 4 and events["dusk"]["accounts"] == []
    assert {one["written"]: one["latest_end"] for one in events["raid"]["accounts"]}["summer 1936"] == "1936-08-31"
    (conflict,) = found["conflicts"]
    assert conflict["shortfall_days"] == 1 and conflict["assumptions"] == ["rounded-months"]
    assert sorted((one["file"], one["line"]) for one in conflict["statements"]) == [("a.fontes", line) for line in (9, 12, 13, 13)]
    assert conflict["repairs"][0] == {"widen": "rounded-months", "days": 1, "statements": []}
    assert all(repair["statements"] for repair in conflict["repairs"][1:])


def test_the_page_tells_the_conflict_and_who_says_each_link(tmp_path: Path) -> None:
    made = " ".join(run(folder(tmp_path)).stdout.split())
    assert "Conflict 1" in made and "miss each other by one day" in made
    assert "The end of The arrest is at least one day before the beginning of The trial" in made
    assert "Anna, The first book, p. 1: The vote: 27 February 1937" in made
    assert made.index("the constant rounded-months: widened by one day") < made.index("set aside")


def test_a_strand_and_names_choose_and_conflicts_stay_with_their_events(tmp_path: Path) -> None:
    root = folder(tmp_path)
    assert [one["id"] for one in values(root, "--strand", "police")["events"]] == ["raid", "arrest"]
    assert [one["id"] for one in values(root, "dusk")["events"]] == ["dusk"]
    assert "Conflict" not in run(root, "dusk").stdout and "Conflict 1" in run(root, "arrest").stdout


def test_a_name_that_is_none_is_told(tmp_path: Path) -> None:
    made = run(folder(tmp_path), "trail")
    assert made.exit_code == 2 and "Did you mean 'trial'" in made.stderr


def test_a_lens_leaves_out_what_was_said_and_done_later(tmp_path: Path) -> None:
    root = folder(tmp_path)
    assert [one["written"] for one in values(root, "raid", "--as-of", "1955")["events"][0]["accounts"]] == ["summer 1936"]
    assert [one["written"] for one in values(root, "raid", "--distrust", "a")["events"][0]["accounts"]] == ["1936/..", "autumn 1936"]
    late = folder(tmp_path, 'event war "War"\n  when 1939\nevent peace "Peace"\n  when 1930\n')
    assert [one["id"] for one in values(late, "--as-of", "1935")["events"]] == ["peace"]


def test_events_are_sorted_by_earliest_beginning_and_then_by_latest_end(tmp_path: Path) -> None:
    text = 'event a "A"\n  when 1937\nevent b "B"\n  when 1936\nevent c "C"\n  when 1936-01\nevent d "D"\n  when before 1930\nevent e "E"\n'
    assert [one["id"] for one in values(folder(tmp_path, text))["events"]] == ["c", "b", "a", "d", "e"]
