"""What the documents show is so: blocks compile, links lead somewhere, commands exist, examples of Python run."""

from __future__ import annotations

import ast
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

import fontes
from fontes.dates import NotUnderstood, read
from fontes.text import vocabulary
from fontes.text.parse import fenced

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md"), *(ROOT / "benchmarks").rglob("*.md")]
)
BLOCK = re.compile(r"^(`{3,})([^\n`]*)\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
TUTORIAL = ROOT / "docs" / "tutorial.md"
LANGUAGE = ROOT / "docs" / "reference" / "language.md"
GRAMMAR = ROOT / "docs" / "reference" / "grammar.md"


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks(path: Path, kind: str) -> list[tuple[str, str]]:
    """The blocks of a kind: what stands after the kind, and what is in them."""
    found = [(match[2].split(), match[3]) for match in BLOCK.finditer(text(path))]
    return [(" ".join(words[1:]), inside) for words, inside in found if words[:1] == [kind]]


def errors(folder: Path) -> list[str]:
    found = fontes.load(folder).diagnostics
    return [f"{one.span.file}:{one.span.line} {one.slug}: {one.detail}" for one in found if one.severity is fontes.Severity.ERROR]


# Blocks of the language


def prefixes() -> list[str]:
    """The tutorial up to the end of each of its blocks."""
    whole = text(TUTORIAL)
    return [whole[: match.end()] for match in BLOCK.finditer(whole) if match[2].strip() == "fontes"]


@pytest.mark.parametrize("step", range(len(prefixes())))
def test_the_tutorial_compiles_block_by_block(step: int, tmp_path: Path) -> None:
    (tmp_path / "tutorial.md").write_text(prefixes()[step], encoding="utf-8")
    assert errors(tmp_path) == []


@pytest.mark.parametrize("page", [page for page in PAGES if list(fenced(text(page)))], ids=named)
def test_the_blocks_of_a_page_are_a_corpus_without_errors(page: Path, tmp_path: Path) -> None:
    """Blocks of other kinds that bear the name of a file lie beside them."""
    (tmp_path / "page.md").write_text(text(page), encoding="utf-8")
    for kind in ("csv", "toml", "bibtex", "text"):
        for name, inside in blocks(page, kind):
            if name:
                (tmp_path / name).parent.mkdir(exist_ok=True)
                (tmp_path / name).write_text(inside, encoding="utf-8")
    assert errors(tmp_path) == []


def test_a_block_that_is_wrong_is_seen(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("```fontes\nagent a \"A\"\na assert\n```\n", encoding="utf-8")
    assert errors(tmp_path)


def dates_shown() -> list[str]:
    table = text(LANGUAGE).split("## Dates")[1].split("## Stances")[0]
    lines = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return [date for line in lines for date in CODE.findall(line)]


@pytest.mark.parametrize("written", dates_shown())
def test_the_dates_of_the_language_page_are_understood(written: str) -> None:
    assert not isinstance(read(written), NotUnderstood)


def grammar_dates() -> list[str]:
    table = text(GRAMMAR).split("## Dates")[1].split("A season without")[0]
    return [date for line in table.splitlines() for date in CODE.findall(line.split(" | ")[-1]) if line.startswith("| ")]


@pytest.mark.parametrize("written", grammar_dates())
def test_the_dates_of_the_grammar_are_understood(written: str) -> None:
    assert not isinstance(read(written), NotUnderstood)


def test_the_dates_that_are_said_to_be_refused_are_refused() -> None:
    refused = CODE.findall(text(GRAMMAR).split("Refused, among others:")[1].split(". Other")[0])
    assert len(refused) == 4
    assert all(isinstance(read(written), NotUnderstood) for written in refused)


# The grammar against the parser


def listed(family: str) -> set[str]:
    """The keywords of the row of the grammar's table of particulars for a family."""
    rows = text(GRAMMAR).split("## Particulars")[1].splitlines()
    row = next(line for line in rows if re.match(rf"\| (?:[^|]*\W)?{re.escape(family)}(?:\W[^|]*)? \|", line))
    first_words = [code.replace(r"\|", "|").split("[")[0].split()[0].removesuffix("?") for code in CODE.findall(row.split(" | ", 1)[1])]
    as_another = listed("proposition") if "as a proposition, and" in row else set()
    return {each for word in first_words for each in word.split("|")} | as_another


@pytest.mark.parametrize("family", [*vocabulary.DECLARATIONS])
def test_the_grammar_lists_the_particulars_of_every_declaration(family: str) -> None:
    assert listed(family) == set(vocabulary.FAMILIES[family])


def test_the_grammar_names_every_verb() -> None:
    whole = text(GRAMMAR)
    assert [verb for verb in vocabulary.PLURALS.values() if f"`{verb}`" not in whole] == []


def test_the_grammar_names_every_locator() -> None:
    rule = text(GRAMMAR).split("A `PASSAGE` begins with")[1].split("\n\n")[0]
    assert set(vocabulary.LOCATORS) <= set(re.findall(r"\w+", rule))


# Links


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", BLOCK.sub("", text(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def links(page: Path) -> Iterator[str]:
    for target in LINK.findall(BLOCK.sub("", text(page))):
        if not re.match(r"[a-z]+:", target):
            yield target


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in links(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


# Commands


def shown(page: Path) -> list[str]:
    """Every command line that a page shows: in its blocks for the shell, and between single back quotes."""
    lines = [line for _, inside in blocks(page, "sh") for line in inside.splitlines()]
    lines += CODE.findall(BLOCK.sub("", text(page)))
    return [line.strip() for line in lines if re.match(r"fontes [a-z]", line.strip())]


COMMANDS = [(page, line) for page in PAGES for line in dict.fromkeys(shown(page))]


def command() -> Any:
    """The command with all its commands, as typer makes it."""
    from fontes.cli.commands import app

    return typer.main.get_command(app)


def unknown(line: str) -> str:
    """What in a command line is no command and no option of it; nothing where all is known."""
    name, *words = shlex.split(line)[1:]
    known = command().commands.get(name)
    if known is None:
        return name
    options = {each for one in known.params for each in (*one.opts, *one.secondary_opts)} | {"--help"}
    return " ".join(word for word in words if word.startswith("-") and word.split("=")[0] not in options)


@pytest.mark.parametrize(("page", "line"), COMMANDS, ids=[f"{named(page)}: {line}" for page, line in COMMANDS])
def test_a_command_that_is_shown_exists(page: Path, line: str) -> None:
    assert unknown(line) == ""


@pytest.mark.parametrize("line", ["fontes chronicle bell", "fontes check --loudly"])
def test_a_command_that_does_not_exist_is_seen(line: str) -> None:
    assert unknown(line)


@pytest.mark.parametrize("page", [ROOT / "README.md", TUTORIAL], ids=named)
def test_the_commands_of_a_walk_through_do_what_they_say(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is run in order, in a new folder; once the corpus is begun, the page's own blocks take the place of its first file."""
    from typer.testing import CliRunner

    from fontes.cli.commands import app

    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    for _, inside in blocks(page, "sh"):
        for line in inside.splitlines():
            words = shlex.split(line)
            if words[:1] != ["fontes"] or words[1] == "open":
                continue
            result = CliRunner().invoke(app, words[1:])
            assert result.exit_code == 0, f"{line}\n{result.output}"
            if words[1] == "new":
                first = tmp_path / words[2] / "corpus.fontes"
                first.write_text("\n".join(body for _, body in blocks(page, "fontes")), encoding="utf-8")


# Python


@pytest.mark.parametrize("page", [page for page in PAGES if page.parent.name == "how-to" and blocks(page, "python")], ids=named)
def test_the_python_of_a_page_runs_and_says_what_its_remarks_say(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    code = "\n".join(inside for _, inside in blocks(page, "python"))
    exec(compile(ast.parse(code), named(page), "exec"), names)
    said = capsys.readouterr().out.splitlines()
    assert [remark for remark in re.findall(r"print\(.*\) +# (.+)$", code, re.MULTILINE) if remark not in said] == []


# The schema


def test_the_published_schema_is_that_of_the_model() -> None:
    assert json.loads(text(ROOT / "docs/reference/corpus.schema.json")) == fontes.schema()


def test_every_decision_is_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert sorted(link for link in links(folder / "README.md")) == pages
    assert [name[:4] for name in pages] == [f"{number:04d}" for number in range(1, len(pages) + 1)]
