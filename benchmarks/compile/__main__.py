"""How long a corpus takes to be checked, beside beancount v3 loading a ledger of as many directives.

    python -m benchmarks.compile [--quick] [--million]

Prints seconds, statements a second, growth from 10,000 to 100,000, the ratio to beancount in the same run (nothing where beancount is not
installed), one edited file checked again, and the example. Times are the best of three runs in fresh processes on whatever machine this is;
read the ratios.

``--million`` prints instead, for 10,000, 100,000 and 1,000,000 stances, the processor's seconds of each stage from the text to the support of
every proposition, and the most resident memory that the process had had by then (not on Windows).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.compile.generate import corpus, ledger

_FONTES = """
import sys, time, pathlib
start = time.perf_counter()
from fontes.workbench import Workbench
imported = time.perf_counter()
bench = Workbench.open(pathlib.Path(sys.argv[1]))
print(time.perf_counter() - imported, imported - start, len(bench.corpus.stances), len(bench.diagnostics))
"""
_EDIT = """
import sys, time, pathlib
from fontes.workbench import Workbench
root = pathlib.Path(sys.argv[1])
bench = Workbench.open(root)
path = root / "stances-050.fontes"
times = []
for turn in range(5):
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("asserts", "denies", 1) if turn % 2 else text.replace("denies", "asserts", 1), encoding="utf-8")
    start = time.perf_counter()
    assert bench.reload()
    times.append(time.perf_counter() - start)
print(min(times))
"""
_STAGES = """
import gc, resource, sys, time, pathlib
from fontes.checks import Evidence, check
from fontes.compile import Unit, compile_units
from fontes.findings import compiled, evaluate_grounds
from fontes.shelf.folder import read_folder
from fontes.text.script import Script
def stage(name, work):
    start = time.process_time()
    made = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(name, time.process_time() - start, peak, sep=";")
    return made
gc.disable()
folder = stage("files", lambda: read_folder(pathlib.Path(sys.argv[1])))
units = stage("declarations", lambda: [Unit.read(one.path, "", Script(one.path, one.text)) for one in folder.files])
made = stage("corpus", lambda: compile_units(units))
stage("checks", lambda: check(Evidence(made, tuple(units))))
corpus = made.corpus
del folder, units, made
grounds = stage("grounds", lambda: compiled(corpus))
stage("support", lambda: evaluate_grounds(grounds))
"""
_ONE = """
import resource, sys, time, pathlib
from fontes.workbench import Workbench
start = time.process_time()
bench = Workbench.open(pathlib.Path(sys.argv[1]), keep=False)
unit = 2**20 if sys.platform == "darwin" else 2**10
opened, memory = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
bench.statuses()
print(opened, time.process_time() - start, memory, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)
"""
_BEANCOUNT = """
import sys, time
from beancount import loader
start = time.perf_counter()
entries, errors, options = loader._load([(sys.argv[1], True)], None, None, None)
print(time.perf_counter() - start, len(entries), len(errors))
"""


def measured(script: str, target: Path, runs: int = 3) -> list[float]:
    """The numbers a script prints in a fresh process: those of its fastest run."""
    best: list[float] = []
    for _ in range(runs):
        done = subprocess.run([sys.executable, "-c", script, str(target)], capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stderr)
        numbers = [float(word) for word in done.stdout.split()]
        best = numbers if not best or numbers[0] < best[0] else best
    return best


def has_beancount() -> bool:
    """Is the peer installed? (pip install -r benchmarks/requirements.txt)"""
    return subprocess.run([sys.executable, "-c", "import beancount"], capture_output=True, check=False).returncode == 0


def million(place: Path) -> None:
    """Seconds and memory from text to answer, stage by stage and as one question asks it."""
    for size in (10_000, 100_000, 1_000_000):
        folder = place / str(size)
        corpus(folder, size)
        print(f"{size:>9,} stances, {sum(one.stat().st_size for one in folder.iterdir()) / 2**20:.0f} MB of text")
        done = subprocess.run([sys.executable, "-c", _STAGES, str(folder)], capture_output=True, text=True, check=True)
        for name, seconds, peak in (line.split(";") for line in done.stdout.splitlines()):
            print(f"  {name:<13} {float(seconds):7.2f} s   {float(peak):6.0f} MB", flush=True)
        opened, answered, memory, most = measured(_ONE, folder, 1)
        print(f"  one question: opened after {opened:.2f} s ({memory:.0f} MB), answered after {answered:.2f} s ({most:.0f} MB)")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="one run each")
    options.add_argument("--million", action="store_true", help="seconds and memory of every stage up to 1,000,000 stances")
    given = options.parse_args()
    if given.million:
        print(time.strftime("from text to answer, measured %Y-%m-%d"))
        with tempfile.TemporaryDirectory() as place:
            million(Path(place))
        return
    runs = 1 if given.quick else 3
    peer = has_beancount()
    print(time.strftime("compile, measured %Y-%m-%d; best of"), runs)
    seconds: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as place:
        for size in (10_000, 100_000):
            folder = Path(place) / str(size)
            corpus(folder, size)
            took, _, stances, found = measured(_FONTES, folder, runs)
            seconds[size] = took
            line = f"{size:>8,} stances: {took:6.2f} s  {stances / took:9,.0f} stances/s  ({found:.0f} diagnostics)"
            if peer:
                book = Path(place) / f"{size}.beancount"
                ledger(book, size)
                other = measured(_BEANCOUNT, book, runs)[0]
                line += f"   beancount: {other:6.2f} s   ratio {took / other:.2f}"
            print(line)
        print(f"growth from 10,000 to 100,000: × {seconds[100_000] / seconds[10_000]:.1f}")
        print(f"one edited file of 100 checked again, 100,000 stances: {measured(_EDIT, Path(place) / '100000', runs)[0]:.2f} s")
    example = Path(__file__).parents[2] / "examples" / "red-army-purge"
    took, imports, *_ = measured(_FONTES, example, runs)
    print(f"the example: {took:.2f} s (and {imports:.2f} s of imports)")
    if not peer:
        print("beancount is not installed: pip install -r benchmarks/requirements.txt")


main()
