"""The system's Chromium on a workbench that is really served; nothing beyond this machine is asked for."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from fontes.web.app import make_app
from fontes.web.serve import bound
from fontes.workbench import Workbench

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
EXAMPLE = Path(__file__).parents[2] / "examples" / "red-army-purge"
SECOND = Path(__file__).parents[1] / "corpora" / "second"
CORPUS = """\
corpus dossier "The dossier"
agent conquest "Robert Conquest"
  role scholar
agent erickson "John Erickson"
  role scholar
agent benes "Бенеш, Эдуард"
  language ru
source memoirs "Memoirs of Dr Eduard Beneš"
  kind memoir
  by benes
  out 1954
  origin witnessed
question why "Why did Stalin destroy his own high command?"
question who "Who forged the dossier?"
proposition reached "The dossier reached Stalin."
  answers why
event plenum "The plenum"
  strand politics
  when 1937-02
1968 conquest asserts reached
  rests-on memoirs
1962 erickson asserts reached
  rests-on memoirs
2011 erickson impeaches memoirs as uncritical
2011 erickson raises who
1970 erickson asserts something-of-no-name
"""


def _missing(words: str) -> None:
    """Skip with the reason; where every test must run, fail instead."""
    if os.environ.get("CI") == "true":
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A browser, started once."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        _missing(f"none of {', '.join(NAMES)} is on the path")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield started
        started.close()


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The address of a workbench on a folder, really served, in a thread of this process."""
    with bound() as listening:
        port = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(make_app(Workbench.open(root), port), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        limit = time.monotonic() + 20
        while not server.started and time.monotonic() < limit:
            time.sleep(0.02)
        assert server.started
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(5)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a workbench on a small corpus."""
    root: Path = tmp_path_factory.mktemp("corpus")
    (root / "all.fontes").write_text(CORPUS, encoding="utf-8")
    with serving(root) as where:
        yield where


@pytest.fixture(scope="session")
def example() -> Iterator[str]:
    """The address of a workbench on the example. It is only read: who writes serves a copy."""
    with serving(EXAMPLE) as where:
        yield where


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a workbench on a copy of the second corpus, which has texts and tables, and here an error too."""
    root = tmp_path_factory.mktemp("second") / "corpus"
    shutil.copytree(SECOND, root)
    (root / "wrong.fontes").write_text("agent quell-the-younger \"Quell\"\n  rolle scholar\n", encoding="utf-8")
    with serving(root) as where:
        yield where
