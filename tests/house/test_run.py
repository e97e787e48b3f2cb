"""run.py on a fresh machine: what it decides, and that what is the reader's stays theirs."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fontes_run", ROOT / "run.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["fontes_run"] = module
    spec.loader.exec_module(module)
    return module


run = load()


def machine(*programs: str) -> Callable[[str], str | None]:
    """A machine with these programs on its path."""
    return lambda name: f"/bin/{name}" if name in programs else None


@pytest.fixture
def place(tmp_path: Path) -> Any:
    """A checkout with the least that run.py reads."""
    for name in ("requirements/core.txt", "requirements/documents.txt", "requirements/test.txt", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("numpy==1\n")
    example = tmp_path / "examples" / "red-army-purge"
    example.mkdir(parents=True)
    (example / "a.fontes").write_text("as it comes")
    return run.place_at(tmp_path, windows=False)


def test_an_environment_is_laid_out_otherwise_on_windows(tmp_path: Path) -> None:
    assert run.place_at(tmp_path, windows=True).python == tmp_path / ".venv" / "Scripts" / "python.exe"
    assert run.place_at(tmp_path, windows=False).python == tmp_path / ".venv" / "bin" / "python"


# --- An old or a meagre Python


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (4, 0)])
def test_a_python_that_will_do(version: tuple[int, int]) -> None:
    assert run.old_python(version, "linux", machine()) is None


@pytest.mark.parametrize(
    ("platform", "programs", "told"),
    [
        ("linux", ("python3.12", "uv"), "python3.12 run.py"),
        ("linux", ("uv", "apt-get"), "uv run --no-project --python 3.13 run.py"),
        ("linux", ("apt-get",), "sudo apt install python3.11 python3.11-venv"),
        ("linux", ("dnf",), "sudo dnf install python3.11"),
        ("linux", (), "Install Python 3.11 or newer"),
        ("darwin", (), "brew install python@3.13"),
        ("win32", (), "winget install Python.Python.3.13"),
    ],
)
def test_an_old_python_is_told_what_to_install(platform: str, programs: tuple[str, ...], told: str) -> None:
    message = run.old_python((3, 9), platform, machine(*programs))
    assert "this is Python 3.9" in message
    assert told in message


def test_debian_without_ensurepip_is_told_the_package_of_the_running_version() -> None:
    message = run.missing_venv((3, 12), True, ["ensurepip"])
    assert "sudo apt install python3.12-venv" in message


def test_elsewhere_no_apt_is_named() -> None:
    message = run.missing_venv((3, 12), False, ["venv", "ensurepip"])
    assert "venv and ensurepip" in message
    assert "apt" not in message


def test_nothing_is_said_where_nothing_is_absent() -> None:
    assert run.missing_venv((3, 12), True, []) is None


# --- uv or pip


def test_uv_is_tried_first_and_pip_after_it() -> None:
    assert run.tools("/bin/uv", None) == ["/bin/uv", "pip"]


def test_uv_alone_will_do_where_venv_is_missing() -> None:
    assert run.tools("/bin/uv", "no venv") == ["/bin/uv"]
    assert run.tools(None, "no venv") == []


@pytest.mark.parametrize("tool", ["/bin/uv", "pip"])
def test_packages_are_checked_and_the_project_comes_from_here_alone(tool: str, place: Any) -> None:
    how = run.commands(tool, place, "test", "/bin/python3")
    assert "/bin/python3" in how.venv and str(place.venv) in how.venv
    assert "--require-hashes" in how.packages
    assert str(place.root / "requirements" / "test.txt") in how.packages
    assert {"--offline", "--no-index"} & set(how.project)
    assert {"--no-deps", "--no-build-isolation"} <= set(how.project)
    for command in (how.packages, how.project):
        assert str(place.python) in command


def test_what_would_lead_an_installer_astray_is_left_out() -> None:
    child = run.child_environment({"PIP_TARGET": "/x", "PYTHONPATH": "/y", "PIP_USER": "1", "LANG": "de"})
    assert "PIP_TARGET" not in child and "PYTHONPATH" not in child
    assert child["PIP_USER"] == "0"
    assert child["LANG"] == "de"


# --- What `.venv` was made from


def found(stamp: object, runs: bool = True, can_install: bool = True, exists: bool = True) -> Any:
    return run.Found(exists, runs, can_install, stamp)


@pytest.mark.parametrize(
    ("what", "step"),
    [
        (found(None, exists=False), "build"),
        (found(None), "install"),
        (found(None, can_install=False), "refuse"),
        (found(None, runs=False, can_install=False), "refuse"),
        (found({"building": "core"}), "build"),
        (found({"core": "wanted"}), "ready"),
        (found({"core": "wanted"}, can_install=False), "ready"),
        (found({"core": "wanted"}, runs=False), "build"),
        (found({"core": "other"}), "install"),
        (found({"test": "wanted"}), "install"),
        (found({"core": "other"}, can_install=False), "build"),
    ],
)
def test_what_is_done_with_what_lies_there(what: Any, step: str) -> None:
    assert run.next_step(what, "core", "wanted") == step


@pytest.mark.parametrize("name", ["requirements/core.txt", "pyproject.toml"])
def test_a_change_is_seen(place: Any, name: str) -> None:
    before = run.digest(place, "core")
    assert run.digest(place, "core") == before
    (place.root / name).write_text("numpy==2\n")
    assert run.digest(place, "core") != before


def test_a_moved_checkout_is_a_change(place: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("moved") / "checkout"
    before = run.digest(place, "core")
    place.root.rename(elsewhere)
    assert run.digest(run.place_at(elsewhere), "core") != before


def test_what_serves_the_tests_serves_fontes_too(place: Any) -> None:
    assert run.finished(place, "test").keys() == {"core", "documents", "test"}
    assert run.finished(place, "core").keys() == {"core"}


@pytest.mark.parametrize("torn", ["", '{"core": "ab', "[]", "null"])
def test_a_torn_stamp_reads_as_unfinished(place: Any, torn: str) -> None:
    place.venv.mkdir()
    place.stamp.write_text(torn)
    assert "building" in run.read_stamp(place.stamp)


def test_no_stamp_is_not_an_unfinished_one(place: Any) -> None:
    assert run.read_stamp(place.stamp) is None


def test_an_empty_folder_is_where_a_set_up_was_killed(place: Any) -> None:
    place.venv.mkdir()
    assert run.next_step(run.look(place, "pip"), "core", "wanted") == "build"


def test_an_environment_made_by_somebody_else_is_not_cleared(place: Any) -> None:
    place.venv.mkdir()
    (place.venv / "theirs").write_text("")
    with pytest.raises(run.Stopped, match=r"not made by run\.py"):
        run.set_up(place, "core", "pip", 0)
    assert (place.venv / "theirs").exists()


def test_clearing_leaves_nothing_of_earlier_runs(place: Any) -> None:
    place.venv.mkdir()
    (place.root / ".venv.old-1").mkdir()
    run.clear(place)
    assert not list(place.root.glob(".venv*"))


def test_a_failed_set_up_is_begun_again(place: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first try dies after making half an environment; the second starts from nothing."""
    monkeypatch.setattr(run, "follow", lambda command, *_, **__: (place.venv / "half").write_text("") or 1)
    monkeypatch.setattr(run, "quiet", lambda command: True)
    with pytest.raises(run.Stopped, match="did not work"):
        run.set_up(place, "core", "pip", 0)
    assert (place.venv / "half").exists()
    seen: list[bool] = []

    def works(*_: object, **__: object) -> int:
        seen.append((place.venv / "half").exists())
        return 0

    monkeypatch.setattr(run, "follow", works)
    run.set_up(place, "core", "pip", 0)
    assert seen == [False, False, False]
    run.set_up(place, "core", "pip", 0)
    assert len(seen) == 3


def test_two_runs_do_not_set_up_at_once(place: Any) -> None:
    """Another process holds the lock for a second; we say so and wait."""
    script = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); import run, pathlib\n"
        "with run.alone(run.place_at(pathlib.Path(sys.argv[2]))):\n"
        "    print('held', flush=True); time.sleep(1)"
    )
    other = subprocess.Popen([sys.executable, "-c", script, str(ROOT), str(place.root)], stdout=subprocess.PIPE, text=True)
    assert other.stdout and other.stdout.readline() == "held\n"
    began = time.monotonic()
    with run.alone(place):
        assert time.monotonic() - began > 0.3
    assert other.wait(10) == 0


# --- The reader's copy of the example


def test_the_example_is_copied_once(place: Any) -> None:
    assert run.copy_example(place)
    assert (place.corpus / "a.fontes").read_text() == "as it comes"
    assert [path.name for path in place.corpus.parent.iterdir()] == ["red-army-purge"]


def test_the_readers_copy_is_never_touched(place: Any) -> None:
    run.copy_example(place)
    (place.corpus / "a.fontes").write_text("mine")
    (place.example / "b.fontes").write_text("new in the example")
    assert not run.copy_example(place)
    assert (place.corpus / "a.fontes").read_text() == "mine"
    assert not (place.corpus / "b.fontes").exists()


def test_an_interrupted_copy_is_not_taken_for_a_corpus(place: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(source: str, target: str) -> None:
        Path(target).mkdir(parents=True)
        raise KeyboardInterrupt

    monkeypatch.setattr(run.shutil, "copytree", torn)
    with pytest.raises(KeyboardInterrupt):
        run.copy_example(place)
    assert not list(place.corpus.parent.iterdir())


# --- The tests' browser


def test_the_first_browser_on_the_path_is_taken() -> None:
    assert run.browser(machine("google-chrome", "chromium")) == "/bin/chromium"
    assert run.browser(machine()) is None


def test_a_browser_is_installed_only_where_nobody_need_be_asked() -> None:
    assert run.browser_commands(machine("apt-get"), debian=True, root=False) == []
    assert run.browser_commands(machine("apt-get"), debian=False, root=True) == []
    update, install = run.browser_commands(machine("apt-get"), debian=True, root=True)
    assert update[-2:] == ["apt-get", "update"]
    assert install[-4:] == ["apt-get", "install", "-y", "chromium"]
    assert run.browser_commands(machine("apt-get", "sudo"), debian=True, root=False)[0][:2] == ["sudo", "-n"]


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_a_missing_browser_fails_only_a_ci_machine(place: Any, monkeypatch: pytest.MonkeyPatch, ci: str, code: int) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(run.shutil, "which", machine())
    monkeypatch.setattr(run, "prepare", lambda *_: None)
    monkeypatch.setattr(run, "follow", lambda *_, **__: 0)
    assert run.test(place, []) == code


# --- Running the checks


def test_every_check_runs_and_those_that_failed_are_named(
    place: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def follow(command: list[str], *_: object, **__: object) -> int:
        ran.append(command[2])
        return 1 if command[2] in ("ruff", "pytest") else 0

    monkeypatch.setattr(run, "prepare", lambda *_: None)
    monkeypatch.setattr(run, "has_browser", lambda *_: True)
    monkeypatch.setattr(run, "follow", follow)
    assert run.test(place, ["-x"]) == 1
    assert ran == ["ruff", run.LINT_IMPORTS, "mypy", "pytest"]
    assert capsys.readouterr().out.splitlines()[-1] == "== failed: ruff check, pytest"


def test_what_follows_goes_to_pytest_alone(place: Any) -> None:
    plan = run.checks(place, ["-k", "dates"])
    assert [name for name, command in plan.items() if "-k" in command] == ["pytest"]


def test_a_failing_child_shows_what_it_said(place: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.follow([sys.executable, "-c", "print('why'); exit(3)"], place, told=False) == 3
    assert capsys.readouterr().out == "why\n"
    assert run.follow([sys.executable, "-c", "print('chatter')"], place, told=False) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups of this kind")
def test_an_installer_is_ended_with_all_it_started() -> None:
    """The grandchild holds the pipe open; the pipe ends only when the grandchild does."""
    grandchild = [sys.executable, "-c", "import time; time.sleep(20)"]
    script = f"import subprocess; p = subprocess.Popen({grandchild}); print('on', flush=True); p.wait()"
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert child.stdout and child.stdout.readline() == "on\n"
    began = time.monotonic()
    run.let_end(child, group=True, asked=False)
    assert child.stdout.read() == ""
    assert time.monotonic() - began < 10


def test_stopping_leaves_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "prepare", pressed)
    monkeypatch.setattr(run.signal, "signal", lambda *_: None)
    assert run.main([]) == 130
    assert run.main(["test"]) == 130
