"""A million claims from their text to an answer, and the same answers from what is kept between two questions.

    python -m benchmarks.engine.million [FOLDER] [--size STANCES]

Makes a corpus of 1,000,000 stances by rule (or takes the folder of one made by `benchmarks.compile.generate`), and a cache of its own that is
thrown away at the end. First every stage in one process: seconds by the clock, of the processor, and the most resident memory by then. Then
whole commands, each a process of its own: until the answer stood on the screen and until the process ended, and its most resident memory.
The first are asked twice: of the text, with no cache there, and of the cache; what they print is compared byte by byte. Not on Windows.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.compile.generate import corpus

MB = 2**20 if sys.platform == "darwin" else 2**10
QUESTIONS = (("origins", "proposition-7", "--json"), ("trace", "proposition-7"))
"""Asked of the text and of the cache."""
FURTHER = (
    ("origins", "proposition-7"),
    ("without", "work-7", "--json"),
    ("without", "work-0", "--json"),
    ("origins", "proposition-7", "--as-of", "1950", "--json"),
)
"""Asked of the cache only: also another date, for which the grounds are compiled anew."""


def stages(folder: Path) -> None:
    """Every step of a first question, in this process."""
    from fontes.shelf.cache import fingerprint, kept
    from fontes.workbench import Workbench

    def stage(name: str, work: Callable[[], Any]) -> Any:
        clock, processor = time.perf_counter(), time.process_time()
        made = work()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB
        clock, processor = time.perf_counter() - clock, time.process_time() - processor
        print(f"  {name:<10} {clock:7.2f} s   {processor:7.2f} s of processor   {peak:6.0f} MB", flush=True)
        return made

    of = stage("print", lambda: fingerprint(folder))
    bench = stage("reading", lambda: Workbench.open(folder, keep=False))
    stage("support", bench.statuses)
    stage("answer", lambda: bench.origins("proposition-7"))
    assert of is not None, "too small to be kept"
    assert stage("keeping", lambda: bench.remember(of)), "not kept"
    assert stage("opening", lambda: kept(of)) is not None, "not found again"


def asked(folder: Path, question: tuple[str, ...], home: Path) -> tuple[float, float, float, bytes]:
    """Seconds until the answer and until the end, most resident memory (MB), and what was printed."""
    command = [sys.executable, "-m", "fontes", question[0], str(folder), *question[1:]]
    start = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "XDG_CACHE_HOME": str(home)})
    assert running.stdout is not None
    printed = running.stdout.read(1)
    answered = time.perf_counter() - start
    printed += running.stdout.read()
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {running.returncode}")
    return answered, time.perf_counter() - start, used.ru_maxrss / MB, printed


def told(question: tuple[str, ...], whence: str, of: tuple[float, float, float, bytes]) -> None:
    """A line about one question."""
    print(f"  {' '.join(question):<44} {whence:<10} answered {of[0]:7.2f} s   ended {of[1]:7.2f} s   {of[2]:6.0f} MB", flush=True)


def questions(folder: Path, place: Path) -> None:
    """Whole commands, of the text and of the cache."""
    common = place / "common"
    for number, question in enumerate(QUESTIONS):
        home = common if number == 0 else place / f"none-{number}"
        text = asked(folder, question, home)
        told(question, "text", text)
        cached = asked(folder, question, common)
        told(question, "cache", cached)
        print(f"    the same bytes: {'yes' if text[3] == cached[3] else 'NO'}   × {text[0] / cached[0]:.0f}", flush=True)
    for question in FURTHER:
        told(question, "cache", asked(folder, question, common))
    size = sum(path.stat().st_size for path in common.rglob("*") if path.is_file())
    print(f"  kept: {size / 2**20:.0f} MB")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--size", type=int, default=1_000_000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as held:
        place = Path(held)
        folder = given.folder or place / "corpus"
        if given.folder is None:
            corpus(folder, given.size)
        size = sum(one.stat().st_size for one in folder.iterdir()) / 2**20
        print(time.strftime(f"{size:.0f} MB of text, measured %Y-%m-%d; load {os.getloadavg()[0]:.1f} at the start"), flush=True)
        os.environ["XDG_CACHE_HOME"] = str(place / "stages")
        child = os.fork()
        if child == 0:
            status = 1
            try:
                stages(folder.resolve())
                status = 0
            finally:
                sys.stdout.flush()
                os._exit(status)
        if os.waitpid(child, 0)[1]:
            raise SystemExit("a stage failed")
        questions(folder, place)


if __name__ == "__main__":
    main()
