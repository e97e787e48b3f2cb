"""The house keeps its own rules: what the repository may and may not hold."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = {".py", ".js", ".css", ".html"}
LONGEST = 500
MADE = re.compile(r"^(corpora|build|dist)/|(^|/)(__pycache__|[^/]*\.egg-info|\.(?!ci/)[^/]+)/")
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
# Built in pieces, so that this file does not accuse itself.
MACHINE = re.compile(r"(?<![\w.:/-])/(?:" + "|".join(("work", "tmp", "root")) + r")/")


def tracked() -> list[Path]:
    """What git holds or would hold; where there is no git, what lies in the folder but what a run makes."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
        found = [ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in ROOT.rglob("*") if not MADE.search(path.relative_to(ROOT).as_posix())]
    return [path for path in found if path.is_file()]


def texts() -> Iterator[tuple[str, str]]:
    """Each text file by its name in the repository; what is not UTF-8 is no text of ours."""
    for path in tracked():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def pins(text: str) -> dict[str, str]:
    """Each pinned name with its version."""
    return dict(PIN.findall(text))


def names(requirements: list[str]) -> set[str]:
    """The names in lines like `numpy>=2,<3`; comments, options and empty lines have none."""
    found = (re.match(r"[a-z0-9][a-z0-9-]*", line.strip().lower()) for line in requirements)
    return {match[0] for match in found if match}


def requirement(name: str) -> str:
    return (ROOT / "requirements" / name).read_text(encoding="utf-8")


def licences() -> dict[str, str]:
    """Each library in the table with its licence."""
    page = (ROOT / "docs/reference/licences.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+?) \|", page, re.MULTILINE))


def test_no_file_is_too_long() -> None:
    long = {name: text.count("\n") for name, text in texts() if Path(name).suffix in CODE and text.count("\n") > LONGEST}
    assert not long


def test_no_file_knows_a_machine() -> None:
    at_home = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if MACHINE.search(line)
    ]
    assert not at_home


@pytest.mark.parametrize("line", ["cd {}work/main", "'{}tmp/x'", "({}root/.cache)"])
def test_a_machine_path_is_seen(line: str) -> None:
    assert MACHINE.search(line.format("/"))


@pytest.mark.parametrize("line", ["https://example.org/work/1", "../tmp/x", "src/work/x", "the work/life"])
def test_an_address_is_not_a_machine_path(line: str) -> None:
    assert not MACHINE.search(line)


def test_run_py_needs_only_the_standard_library() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= set(sys.stdlib_module_names)


def test_run_py_can_be_read_by_an_old_python() -> None:
    """It has to get as far as saying which Python to install."""
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("name", ["core.txt", "documents.txt", "test.txt"])
def test_every_pin_has_hashes_and_no_index(name: str) -> None:
    text = requirement(name)
    entries = [entry for entry in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE) if PIN.match(entry)]
    assert len(entries) > 20
    assert not [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]
    assert not re.search(r"://|--(extra-)?index-url|--find-links|^-[ief] ", text, re.MULTILINE)
    assert not re.search(r"^(?![a-z0-9#]|    (--hash|#)|$)", text, re.MULTILINE)


def test_the_tests_run_on_the_pins_that_fontes_runs_on() -> None:
    core, test = pins(requirement("core.txt")), pins(requirement("test.txt"))
    assert core.items() <= test.items()


@pytest.mark.parametrize("kind", ["core", "documents", "test"])
def test_what_is_asked_for_is_pinned(kind: str) -> None:
    asked = names(requirement(f"{kind}.in").splitlines())
    assert asked <= pins(requirement(f"{kind}.txt")).keys()


def test_the_project_and_the_requirements_ask_for_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["build-system"]["requires"]
    stated = [line for line in requirement("core.in").splitlines() if line and not line.startswith("#")]
    assert sorted(asked) == sorted(stated)


def test_every_library_has_its_licence_stated() -> None:
    assert licences().keys() - {"library"} == pins(requirement("test.txt")).keys()


def test_nothing_fontes_runs_on_is_under_the_gpl() -> None:
    table = licences()
    assert not [name for name in pins(requirement("core.txt")) if "GPL" in table.get(name, "GPL?")]


def test_the_licence_is_the_apache_licence() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in text and "END OF TERMS AND CONDITIONS" in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no executable bit")
def test_the_ci_command_can_be_run() -> None:
    command = ROOT / ".ci" / "run"
    assert command.stat().st_mode & 0o111
    assert "exec python3 run.py test" in command.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["corpora/a/b.fontes", ".venv/lib/x.py", "src/fontes/__pycache__/x.pyc"])
def test_without_git_what_a_run_makes_is_passed_over(name: str) -> None:
    assert MADE.search(name)


@pytest.mark.parametrize("name", [".ci/run", ".gitignore", "src/fontes/text/build/x.py"])
def test_without_git_what_is_ours_is_seen(name: str) -> None:
    assert not MADE.search(name)
