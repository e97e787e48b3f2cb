"""How long a corpus takes to be checked, beside beancount v3 loading a ledger of as many directives.

    python -m benchmarks.compile [--quick]

Prints seconds, statements a second, growth from 10,000 to 100,000, the ratio to beancount in the same run (nothing where beancount is not
installed), one edited file checked again, and the example. Times are the best of three runs in fresh processes on whatever machine this is;
read the ratios.
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


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="one run each")
    runs = 1 if options.parse_args().quick else 3
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
