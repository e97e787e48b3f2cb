"""The commands that check, format, begin and export a corpus, as a reader runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

import fontes
from fontes.cli.commands import app
from fontes.diagnostics import kinds
from fontes.model.plain import corpus_of
from fontes.workbench import Workbench

RUNNER = CliRunner()
SOUND = 'agent ulam "Adam Ulam"\nulam asserts power-grab "It was a move for power."\n'
COUNTED = ["agents", "sources", "events", "propositions", "questions", "stances", "reports", "criticisms", "tenures"]


def run(*words: str | Path) -> Result:
    made = RUNNER.invoke(app, [str(word) for word in words])
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def folder(root: Path, text: str, name: str = "a.fontes") -> Path:
    (root / name).write_text(text, encoding="utf-8")
    return root


def values(root: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run("check", root, "--json").stdout)
    return made


def test_a_sound_corpus_ends_with_0(tmp_path: Path) -> None:
    made = run("check", folder(tmp_path, SOUND))
    assert made.exit_code == 0
    assert made.stdout == "1 agent, 1 proposition, 1 stance.\nNothing to report.\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("agent x\n  rolle scholar\n", 1),
        ('source s "S"\n', 0),
        ('question w "W?"\n', 0),
        ("no statement of ours\n", 1),
    ],
    ids=["error", "warning", "note", "broken"],
)
def test_only_errors_end_with_1(tmp_path: Path, text: str, code: int) -> None:
    assert run("check", folder(tmp_path, text)).exit_code == code
    assert run("check", tmp_path, "--json").exit_code == code


def test_what_is_printed_underlines_the_readers_own_line(tmp_path: Path) -> None:
    shown = run("check", folder(tmp_path, "agent x\n  rolle scholar\n")).stdout
    assert shown.startswith(
        "error: no keyword of this name  [unknown-keyword]\n"
        "  a.fontes:2:3\n"
        "    2 │   rolle scholar\n"
        "      │   ^^^^^\n"
        "  There is no keyword 'rolle'. Did you mean 'role'?\n"
        "  fix: replace by 'role'\n"
    )


def test_the_shape_of_the_json(tmp_path: Path) -> None:
    found = values(folder(tmp_path, 'agent x\n  role scolar\nx asserts p "P."\nx doubts p\n  per n. 3\n'))
    assert list(found) == ["counts", "diagnostics"]
    assert list(found["counts"]) == COUNTED
    assert found["counts"] == dict.fromkeys(COUNTED, 0) | {"agents": 1, "propositions": 1, "stances": 2}
    first, second = found["diagnostics"]
    place = {"file", "line", "column", "end_line", "end_column"}
    assert set(first) == set(second) == {"slug", "severity", "summary", "detail", "related", "fixes"} | place
    assert (first["slug"], first["severity"]) == ("unknown-value", "error")
    assert {key: first[key] for key in place} == {
        "file": "a.fontes", "line": 2, "column": 8, "end_line": 2, "end_column": 14,
    }  # fmt: skip
    (fix,) = first["fixes"]
    assert fix["title"] == "replace by 'scholar'" and fix["safe"] is False
    assert second["slug"] == "passage-without-source"


def test_the_json_of_a_sound_corpus_has_an_empty_list(tmp_path: Path) -> None:
    assert values(folder(tmp_path, SOUND))["diagnostics"] == []


def test_no_folder_is_a_diagnostic_and_no_traceback(tmp_path: Path) -> None:
    made = run("check", tmp_path / "gone")
    assert made.exit_code == 1 and "[folder-missing]" in made.stdout


def test_safe_fixes_are_applied_and_others_are_not(tmp_path: Path) -> None:
    text = "agent x\n  rolle scholar\nrename old -> x\nold asserts p \"P.\"\nsummer 1936 old doubts p\nold, old deny p\n"
    made = run("check", folder(tmp_path, text), "--fix")
    assert made.exit_code == 1, "the unsafe one is left to the reader"
    assert (tmp_path / "a.fontes").read_text(encoding="utf-8") == (
        "agent x\n  rolle scholar\nrename old -> x\nx asserts p \"P.\"\nsummer 1936, old doubts p\nx, x deny p\n"
    )
    again = run("check", tmp_path, "--fix")
    assert "summer 1936, x doubts p" in (tmp_path / "a.fontes").read_text(encoding="utf-8")
    assert run("check", tmp_path).stdout == run("check", tmp_path, "--fix").stdout.replace("0 safe fixes applied.\n", "")
    assert again.exit_code == 1


def test_fixing_keeps_what_is_not_fixed_byte_for_byte(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfagent   x   \r\nrename old -> x\r\n\r\n# a remark  \r\nold asserts p \"P.\"\r\n"
    (tmp_path / "a.fontes").write_bytes(data)
    run("check", tmp_path, "--fix")
    assert (tmp_path / "a.fontes").read_bytes() == data.replace(b"old asserts", b"x asserts")


def test_format_checks_writes_and_is_then_content(tmp_path: Path) -> None:
    loose = "agent   x\n\trole   scholar\n\n\n\n# kept   \nno statement   here\nx asserts p \"P.\"\n"
    note = "# Note\n\n```fontes\nagent   y\n```\n"
    folder(folder(tmp_path, loose), note, "n.md")
    before = Workbench.open(tmp_path).corpus
    made = run("format", tmp_path, "--check")
    assert made.exit_code == 1 and made.stdout.split("\n")[:2] == ["would change a.fontes", "would change n.md"]
    assert (tmp_path / "a.fontes").read_text(encoding="utf-8") == loose
    assert run("format", tmp_path).exit_code == 0
    assert (tmp_path / "a.fontes").read_text(encoding="utf-8") == (
        'agent x\n  role scholar\n\n# kept\nno statement   here\nx asserts p "P."\n'
    )
    assert (tmp_path / "n.md").read_text(encoding="utf-8") == "# Note\n\n```fontes\nagent y\n```\n"
    made = run("format", tmp_path, "--check")
    assert made.exit_code == 0 and "canonical" in made.stdout
    assert Workbench.open(tmp_path).corpus == before


def test_one_file_can_be_formatted_alone(tmp_path: Path) -> None:
    folder(folder(tmp_path, "agent   x\n"), "agent   y\n", "b.fontes")
    assert run("format", tmp_path / "b.fontes").exit_code == 0
    assert (tmp_path / "a.fontes").read_text(encoding="utf-8") == "agent   x\n"
    assert (tmp_path / "b.fontes").read_text(encoding="utf-8") == "agent y\n"
    assert run("format", tmp_path / "gone.fontes").exit_code == 2


def test_the_exported_corpus_is_read_back_without_loss(tmp_path: Path) -> None:
    made = run("export", "--json", folder(tmp_path, SOUND))
    assert made.exit_code == 0
    exported = json.loads(made.stdout)
    assert corpus_of(exported) == Workbench.open(tmp_path).corpus
    schema = json.loads(run("export", "--schema").stdout)
    Draft202012Validator(schema).validate(exported)
    target = tmp_path / "out.json"
    assert run("export", "--json", tmp_path, "-o", target).exit_code == 0
    assert json.loads(target.read_text(encoding="utf-8")) == exported
    assert run("export", tmp_path).exit_code == 2


def test_every_kind_is_explained() -> None:
    listed = run("explain").stdout
    for kind in kinds():
        assert kind.slug in listed
        made = run("explain", kind.slug)
        assert made.exit_code == 0 and made.stdout.startswith(f"{kind.severity.value}: {kind.summary}  [{kind.slug}]")
    made = run("explain", "unknown-nome")
    assert made.exit_code == 2 and "unknown-name" in made.output


def test_a_new_corpus_checks_without_error_and_is_not_begun_twice(tmp_path: Path) -> None:
    target = tmp_path / "Мой корпус 1"
    assert run("new", target).exit_code == 0
    assert values(target)["diagnostics"] == []
    assert values(target)["counts"]["stances"] == 1
    made = (target / "corpus.fontes").read_text(encoding="utf-8")
    again = run("new", target)
    assert again.exit_code == 2 and (target / "corpus.fontes").read_text(encoding="utf-8") == made
    assert run("format", target, "--check").exit_code == 0


def test_a_new_corpus_can_have_a_workbook(tmp_path: Path) -> None:
    assert run("new", tmp_path / "c", "--sheet").exit_code == 0
    assert (tmp_path / "c" / "statements.xlsx").exists()
    assert run("check", tmp_path / "c").exit_code == 0


@pytest.mark.parametrize(("text", "code"), [("1937-06", 0), ("spring 1937", 0), ("sometime", 1), ("1937-13", 1)])
def test_dates_are_understood_or_refused(text: str, code: int) -> None:
    assert run("date", text).exit_code == code
    found = json.loads(run("date", text, "--json").stdout)
    assert ("reason" in found) == bool(code)


def test_in_a_process_of_its_own(tmp_path: Path) -> None:
    """Without a terminal, in a folder of odd name, with an output that is not UTF-8 by itself."""
    root = tmp_path / "корпус"
    root.mkdir()
    folder(root, "agent бенеш\n  rolle scholar\n")
    source = str(Path(fontes.__file__).resolve().parents[1])
    environment = {**os.environ, "PYTHONPATH": source, "PYTHONIOENCODING": "", "LC_ALL": "C.UTF-8"}
    made = subprocess.run(
        [sys.executable, "-m", "fontes", "check", str(root)], capture_output=True, env=environment, timeout=60, check=False
    )  # fmt: skip
    assert made.returncode == 1 and made.stderr == b""
    assert "[unknown-keyword]" in made.stdout.decode("utf-8")
