"""``fontes review``, as a reader runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import fontes.shelf.documents as documents
from fontes.cli.commands import app

SECOND = Path(__file__).parents[1] / "corpora" / "second"


def run(*words: str) -> Result:
    made = CliRunner().invoke(app, ["review", *words])
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def test_without_a_file_it_is_markdown() -> None:
    made = run(str(SECOND))
    assert made.exit_code == 0
    assert made.stdout.startswith("# The fire at Orrin Mill")
    assert "[^1]: " in made.stdout and "Lavinia Fenn" in made.stdout


def test_the_library_is_cited() -> None:
    assert "“A Hot Bearing,” *An Invented Journal* (1988)" in run(str(SECOND)).stdout


def test_json_has_the_reasons() -> None:
    values = json.loads(run(str(SECOND), "why-burned", "--json").stdout)
    assert values["title"] == "Why did Orrin Mill burn?"
    assert all(one["reasons"] for section in values["sections"] for block in section["blocks"] for one in block.get("sentences", ()))


@pytest.mark.parametrize("ending", ["md", "html"])
def test_a_file_by_its_ending(ending: str, tmp_path: Path) -> None:
    made = run(str(SECOND), "-o", str(tmp_path / f"r.{ending}"))
    assert made.exit_code == 0 and "wrote" in made.stdout
    assert [path.name for path in tmp_path.iterdir()] == [f"r.{ending}"]
    assert "A Hot Bearing" in (tmp_path / f"r.{ending}").read_text(encoding="utf-8")


def test_a_docx_has_footnotes_and_no_date_of_making(tmp_path: Path) -> None:
    pytest.importorskip("pypandoc", reason="the extra 'documents' is not installed")
    for name in ("a.docx", "b.docx"):
        assert run(str(SECOND), "-o", str(tmp_path / name)).exit_code == 0
    with zipfile.ZipFile(tmp_path / "a.docx") as made:
        assert "A Hot Bearing" in made.read("word/footnotes.xml").decode("utf-8")
        assert "Why did Orrin Mill burn?" in made.read("word/document.xml").decode("utf-8")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_pdf_is_one(tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="the extra 'documents' is not installed")
    assert run(str(SECOND), "-o", str(tmp_path / "r.pdf")).exit_code == 0
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")


def test_another_style(tmp_path: Path) -> None:
    pandoc = pytest.importorskip("pypandoc", reason="the extra 'documents' is not installed")
    given = subprocess.run([pandoc.get_pandoc_path(), "--print-default-data-file", "default.csl"], capture_output=True, check=True).stdout
    style = tmp_path / "author-date.csl"
    style.write_bytes(given)
    made = run(str(SECOND), "--style", str(style))
    assert made.exit_code == 0, made.output
    assert "Osk, Rurik. 1988. “A Hot Bearing.” *An Invented Journal*" in made.stdout
    assert "Osk 1988" in made.stdout
    assert made.stdout.count("[^1]") == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nobody-asks"], "no question 'nobody-asks'"),
        (["why-burned", "who-paid"], "name one question"),
        (["-o", "r.odt"], "an ending for which there is no form"),
        (["-o", "nowhere/of/this/kind/r.md"], "there is no folder"),
        (["--style", "none.csl"], "there is no style file 'none.csl'"),
    ],
)
def test_what_cannot_be_done_is_said_with_status_2(words: list[str], told: str) -> None:
    made = run(str(SECOND), *words)
    assert made.exit_code == 2
    assert told in made.stderr


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_without_the_extra_it_says_how_to_get_it(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(documents, "import_module", absent)
    made = run(str(SECOND), "-o", str(tmp_path / f"r.{ending}"))
    assert made.exit_code == 2 and "fontes[documents]" in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays_where_it_cannot_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "r.md").mkdir()
    made = run(str(SECOND), "-o", str(tmp_path / "r.md"))
    assert made.exit_code == 2 and "is a folder" in made.stderr


def test_a_broken_style_is_told(tmp_path: Path) -> None:
    pytest.importorskip("pypandoc", reason="the extra 'documents' is not installed")
    (tmp_path / "s.csl").write_text("no style", encoding="utf-8")
    made = run(str(SECOND), "--style", str(tmp_path / "s.csl"))
    assert made.exit_code == 2 and "could not be used as a citation style" in made.stderr


def test_the_core_does_without_the_extra() -> None:
    code = "import sys; sys.modules['pypandoc'] = sys.modules['typst'] = None; import fontes.cli.review, fontes.cli.publish"
    source = str(Path(documents.__file__).parents[2])
    assert subprocess.run([sys.executable, "-c", code], check=False, env={**os.environ, "PYTHONPATH": source}).returncode == 0
