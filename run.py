#!/usr/bin/env python3
"""Fontes on a fresh machine, in one command.

    python3 run.py            set up, then open the example in the browser;
                              what follows is passed to `fontes open` (--no-browser, --port 8123)
    python3 run.py test       set up, then lint, check types and run every test;
                              what follows is passed to pytest

Everything goes into `.venv` in this folder; your copy of the example goes into `corpora/`.
"""
# The standard library only, and only what Python 3.7 can read: this file is what tells somebody
# with an old Python what to install.

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any, Callable, Iterator, Mapping, NamedTuple, Sequence  # noqa: UP035 - see above

OLDEST = (3, 11)
EXAMPLE = "red-army-purge"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DEBIAN = Path("/etc/debian_version").exists()
BROWSER_ADVICE = (
    "Run:  sudo apt install chromium" if DEBIAN else "Have one of these on the path: " + ", ".join(BROWSERS)
)
CAN_RUN = "import sys; sys.exit(sys.version_info < (3, 11))"
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
NEWER = {
    "win32": "Run:  winget install Python.Python.3.13   then:  py -3.13 run.py",
    "darwin": "Run:  brew install python@3.13   then:  python3.13 run.py",
}
UNWANTED = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "VIRTUAL_ENV")


class Stopped(Exception):
    """We cannot go on; the text says why and what to do about it."""


class Place(NamedTuple):
    """Where things lie in one checkout. `stamp` says what `.venv` was set up from, and that we made it."""

    root: Path
    venv: Path
    python: Path
    stamp: Path
    lock: Path
    example: Path
    corpus: Path


def place_at(root: Path, windows: bool = sys.platform == "win32") -> Place:
    """The places of the checkout at `root`; a virtual environment is laid out otherwise on Windows."""
    venv = root / ".venv"
    return Place(
        root=root,
        venv=venv,
        python=venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python",
        stamp=venv / "fontes-setup.json",
        lock=root / ".venv.lock",
        example=root / "examples" / EXAMPLE,
        corpus=root / "corpora" / EXAMPLE,
    )


def requirements(place: Place, kind: str) -> Path:
    """The pinned, hashed list: `core` to run, `documents` for that with DOCX and PDF, `test` for all that and the tests."""
    return place.root / "requirements" / (kind + ".txt")


def say(text: str) -> None:
    """One line for the reader, at once."""
    print(text, flush=True)


def old_python(version: Sequence[int], platform: str, which: Callable[[str], str | None]) -> str | None:
    """What to tell somebody whose Python is too old; None where it is not."""
    if tuple(version) >= OLDEST:
        return None
    here = "Fontes needs Python 3.11 or newer; this is Python {}.{}.\n".format(*version)
    for name in ("python3.14", "python3.13", "python3.12", "python3.11"):
        if which(name):
            return here + "A newer one is installed. Run:  " + name + " run.py"
    if which("uv"):
        return here + "Run:  uv run --no-project --python 3.13 run.py"
    if which("apt-get"):
        return here + "Run:  sudo apt install python3.11 python3.11-venv   then:  python3.11 run.py"
    if which("dnf"):
        return here + "Run:  sudo dnf install python3.11   then:  python3.11 run.py"
    return here + NEWER.get(platform, "Install Python 3.11 or newer with your system's packages.")


def missing_venv(version: Sequence[int], debian: bool, absent: Sequence[str]) -> str | None:
    """What to install where `venv` or `ensurepip` is absent from Python (Debian splits them off)."""
    if not absent:
        return None
    which = "{}.{}".format(*version)
    here = "This Python {} came without {}, so no environment can be made.\n".format(
        which, " and ".join(absent)
    )
    if debian:
        return here + f"Run:  sudo apt install python{which}-venv   (or: sudo apt install python3-venv)"
    return here + f"Install the venv and ensurepip modules of Python {which}, or the program uv."


def digest(place: Place, kind: str) -> str:
    """A fingerprint of all that decides what is in the environment, and of where it lies.

    An environment is bound to its folder, so a copied or moved checkout counts as changed.
    """
    parts = [str(place.root).encode(), kind.encode()]
    parts += [path.read_bytes() for path in (requirements(place, kind), place.root / "pyproject.toml")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def read_stamp(path: Path) -> dict[str, str] | None:
    """What was last set up; None where we never were; a torn or unfinished one reads as `building`."""
    if not path.exists():
        return None
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return {"building": ""}
    return stamp if isinstance(stamp, dict) else {"building": ""}


def write_stamp(place: Place, stamp: Mapping[str, str]) -> None:
    """Say what `.venv` is; a write that is cut short reads as unfinished."""
    place.stamp.write_text(json.dumps(stamp), encoding="utf-8")


def finished(place: Place, kind: str) -> dict[str, str]:
    """The stamp after a set-up. What the tests need contains what Fontes needs."""
    kinds = {"documents": ("core", "documents"), "test": ("core", "documents", "test")}.get(kind, ("core",))
    return {each: digest(place, each) for each in kinds}


class Found(NamedTuple):
    """What lies at `.venv` now."""

    exists: bool
    runs: bool
    can_install: bool
    stamp: Mapping[str, str] | None


def next_step(found: Found, kind: str, wanted: str) -> str:
    """What is to be done with `.venv`: `ready`, `install` into it, `build` it afresh, or `refuse`.

    | stamp            | works        | step                            |
    |------------------|--------------|---------------------------------|
    | nothing there    |              | build                           |
    | not made by us   | yes          | install (nothing is removed)    |
    | not made by us   | no           | refuse: it is not ours to clear |
    | unfinished       |              | build                           |
    | as wanted        | runs         | ready                           |
    | other            | yes          | install                         |
    | as wanted, other | no           | build                           |
    """
    if not found.exists:
        return "build"
    if found.stamp is None:
        return "install" if found.runs and found.can_install else "refuse"
    if "building" in found.stamp or not found.runs:
        return "build"
    if found.stamp.get(kind) == wanted:
        return "ready"
    return "install" if found.can_install else "build"


def look(place: Place, tool: str) -> Found:
    """Look at `.venv`. An empty folder is nothing: it is where a set-up was killed at its start."""
    exists = place.venv.is_dir() and any(place.venv.iterdir())
    runs = exists and quiet([place.python, "-c", CAN_RUN])
    can_install = runs and (tool != "pip" or quiet([place.python, "-c", "import pip"]))
    return Found(exists, runs, can_install, read_stamp(place.stamp))


class Commands(NamedTuple):
    """How one installer makes the environment, fills it, and puts Fontes itself into it."""

    venv: list[str]
    packages: list[str]
    project: list[str]


def commands(tool: str, place: Place, kind: str, base: str) -> Commands:
    """What to run; `tool` is `pip` or the path of uv, `base` the Python the environment is made from.

    Only `packages` reaches the network: the build backend is among the pinned packages.
    """
    python, listed, root = str(place.python), str(requirements(place, kind)), str(place.root)
    pinned, itself = ["--require-hashes", "-r", listed], ["--no-deps", "--no-build-isolation", "-e", root]
    if tool == "pip":
        pip = [python, "-m", "pip", "install", "--no-input"]
        return Commands(
            [base, "-m", "venv", str(place.venv)],
            [*pip, "--progress-bar", "off", *pinned],
            [*pip, "--quiet", "--no-index", *itself],
        )
    pip = [tool, "pip", "install", "--python", python]
    return Commands(
        [tool, "venv", "--quiet", "--allow-existing", "--python", base, str(place.venv)],
        [*pip, *pinned],
        [*pip, "--quiet", "--offline", *itself],
    )


def tools(uv: str | None, without_venv: str | None) -> list[str]:
    """The installers to try, in turn: uv where it is on the path, then pip where `venv` is there."""
    return ([uv] if uv else []) + ([] if without_venv else ["pip"])


def child_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The reader's environment without what would turn an installation away from `.venv`."""
    kept = {name: value for name, value in environ.items() if name not in UNWANTED}
    return {**kept, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def quiet(command: Sequence[str | Path]) -> bool:
    """Whether the command could be run and ended well."""
    with contextlib.suppress(OSError):
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, env=child_environment(os.environ)
        )
        return done.returncode == 0
    return False


def follow(command: Sequence[str], place: Place, keep: int | None = None, told: bool = True) -> int:
    """Run a command to its end and return its code; if we are stopped, it is stopped first.

    `keep` is the lock's descriptor, which the child holds with us: should we be killed while an
    installer works on, the next run still waits for it. An installer starts others and may leave them
    writing, so it gets a process group and is ended with all of them. With `told` off its output is
    shown only where it fails, apart from the packages it names as it goes.
    """
    options: dict[str, Any] = {"cwd": str(place.root), "env": child_environment(os.environ)}
    group = keep is not None and os.name == "posix"
    if group:
        options.update(pass_fds=(keep,), start_new_session=True)
    if not told:
        options.update(stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")
    try:
        child = subprocess.Popen(list(command), **options)
    except OSError as problem:
        say(f"{command[0]}: {problem.strerror}")
        return 127
    try:
        heard = narrate(child.stdout) if child.stdout else []
        code = child.wait()
    except BaseException as stop:
        let_end(child, group, asked=isinstance(stop, KeyboardInterrupt))
        raise
    if code and heard:
        say("".join(heard).rstrip())
    return code


def narrate(lines: IO[str]) -> list[str]:
    """Keep what an installer says, and name on a terminal each package as it comes."""
    heard, terminal = [], sys.stdout.isatty()
    for line in lines:
        heard.append(line)
        if terminal and line.startswith("Collecting "):
            print("\r\033[K  " + line.split()[1].split("==")[0], end="", flush=True)
    if terminal:
        print("\r\033[K", end="", flush=True)
    return heard


def let_end(child: subprocess.Popen[Any], group: bool, asked: bool) -> None:
    """Give a child ten seconds to end, by itself where Ctrl-C has reached it too; then end it for good."""
    with contextlib.suppress(subprocess.TimeoutExpired, OSError):
        if group and sys.platform != "win32":
            os.killpg(child.pid, signal.SIGTERM)
        elif not asked:
            child.terminate()
        child.wait(10)
    with contextlib.suppress(OSError):
        if group and sys.platform != "win32":
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()


def take(handle: IO[bytes]) -> bool:
    """Try to take the lock. The system drops it when its holders end, however they end."""
    try:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # A file system without locks: go on as if alone.
    return True


@contextlib.contextmanager
def alone(place: Place) -> Iterator[int]:
    """Hold the checkout's set-up lock; gives its descriptor."""
    with open(str(place.lock), "ab") as handle:
        if not take(handle):
            say("Another run is setting up .venv; waiting for it.")
            while not take(handle):
                time.sleep(0.2)
        yield handle.fileno()


def clear(place: Place) -> None:
    """Take away an environment of ours: aside in one step, so that no half of it is ever met."""
    if place.venv.exists():
        place.venv.rename(place.root / f".venv.old-{os.getpid()}")
    for old in place.root.glob(".venv.old-*"):
        shutil.rmtree(str(old), ignore_errors=True)


def set_up(place: Place, kind: str, tool: str, keep: int) -> None:
    """Bring `.venv` to what the requirements say, with one installer; do nothing where it is there."""
    step = next_step(look(place, tool), kind, digest(place, kind))
    if step == "ready":
        return
    if step == "refuse":
        raise Stopped(
            f"{place.venv} was not made by run.py and does not work here.\n"
            "It is left as it is: move it away, then run this again."
        )
    how = commands(tool, place, kind, getattr(sys, "_base_executable", None) or sys.executable)
    number = requirements(place, kind).read_text(encoding="utf-8").count("==")
    say(f"Setting up Fontes in .venv: {number} packages, a minute or two the first time.")
    if step == "build":
        clear(place)
        place.venv.mkdir()
    if step == "build" or place.stamp.exists():
        write_stamp(place, {"building": kind})
    for command in ([how.venv] if step == "build" else []) + [how.packages, how.project]:
        if follow(command, place, keep, told=command is how.packages and tool != "pip"):
            raise Stopped("This did not work:  " + " ".join(command))
    write_stamp(place, finished(place, kind))


def prepare(place: Place, kind: str) -> None:
    """Set up with the first installer that can; uv and pip do not trust the same certificates everywhere."""
    absent = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    without = missing_venv(sys.version_info[:2], DEBIAN, absent)
    ways = tools(shutil.which("uv"), without)
    if not ways:
        raise Stopped(str(without))
    with alone(place) as keep:
        for number, tool in enumerate(ways, start=1):
            try:
                return set_up(place, kind, tool, keep)
            except Stopped as problem:
                if number == len(ways):
                    raise
                say(f"{problem}\nTrying again with pip.")


def copy_example(place: Place) -> bool:
    """Give the reader a copy of the example; one that is there is theirs, and is never touched.

    It is copied beside and renamed, so an interrupted copy is not taken for a corpus.
    Returns whether a copy was made.
    """
    if os.path.lexists(str(place.corpus)):
        return False
    if not place.example.is_dir():
        raise Stopped(f"The example is missing: {place.example}")
    beside = place.corpus.with_name(f".{EXAMPLE}-{os.getpid()}")
    try:
        shutil.copytree(str(place.example), str(beside))
        beside.rename(place.corpus)
    finally:
        shutil.rmtree(str(beside), ignore_errors=True)
    return True


def open_example(place: Place, arguments: Sequence[str]) -> int:
    """Set up, copy the example, and become `fontes open` on it."""
    prepare(place, "documents")
    if copy_example(place):
        say(f"Your copy of the example: {place.corpus.relative_to(place.root)}")
    corpus = str(place.corpus.relative_to(place.root))
    command = [str(place.python), "-m", "fontes", "open", corpus, *arguments]
    if os.name != "posix":
        return follow(command, place)
    os.chdir(str(place.root))
    os.execve(command[0], command, child_environment(os.environ))


def browser(which: Callable[[str], str | None]) -> str | None:
    """The system's Chromium, where it is on the path."""
    return next(filter(None, map(which, BROWSERS)), None)


def browser_commands(which: Callable[[str], str | None], debian: bool, root: bool) -> list[list[str]]:
    """How to install Chromium without asking anybody; empty where that cannot be done."""
    if not (debian and which("apt-get") and (root or which("sudo"))):
        return []
    apt = [*([] if root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return [[*apt, "update"], [*apt, "install", "-y", "chromium"]]


def in_ci(environ: Mapping[str, str]) -> bool:
    """Whether nobody is watching: a missing browser then fails the tests instead of skipping some."""
    return environ.get("CI", "").lower() in ("true", "1")


def has_browser(place: Place) -> bool:
    """Make sure of a browser for its tests. On a CI machine it is installed; elsewhere one is told how."""
    if in_ci(os.environ) and not browser(shutil.which):
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        for command in browser_commands(shutil.which, DEBIAN, root):
            follow(command, place)
    if browser(shutil.which):
        return True
    say("No Chromium here, so the browser tests cannot run. " + BROWSER_ADVICE)
    return False


def checks(place: Place, arguments: Sequence[str]) -> dict[str, list[str]]:
    """What `run.py test` runs, in order, by the name it goes under."""
    python = str(place.python)
    return {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "lint-imports": [python, "-c", LINT_IMPORTS],
        "mypy --strict src/fontes": [python, "-m", "mypy", "--strict", "src/fontes"],
        "pytest": [python, "-m", "pytest", "-n", "auto", "--dist", "loadfile", *arguments],
    }


def test(place: Place, arguments: Sequence[str]) -> int:
    """Set up, run every check even where one fails, and name those that did."""
    prepare(place, "test")
    failed = [] if has_browser(place) or not in_ci(os.environ) else ["browser (needed on a CI machine)"]
    for name, command in checks(place, arguments).items():
        say(f"== {name}")
        if follow(command, place):
            failed.append(name)
    say("== failed: " + ", ".join(failed) if failed else "== all passed")
    return 1 if failed else 0


def stop(number: int, frame: object) -> None:
    """On a request to end, leave as from Ctrl-C: children first, no traceback."""
    raise SystemExit(128 + number)


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; the return value is the exit code."""
    if arguments[:1] in (["-h"], ["--help"]):
        say(str(__doc__).strip())
        return 0
    too_old = old_python(sys.version_info[:2], sys.platform, shutil.which)
    if too_old:
        say(too_old)
        return 1
    signal.signal(signal.SIGTERM, stop)
    place = place_at(Path(__file__).resolve().parent)
    try:
        if arguments[:1] == ["test"]:
            return test(place, arguments[1:])
        return open_example(place, arguments)
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130
    except Stopped as problem:
        say(str(problem))
    except OSError as problem:
        say(f"This cannot be done here: {problem}")
    return 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))
