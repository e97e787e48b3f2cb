"""What it takes to weigh a statement before it is saved, to save it and to take it back; milliseconds of one processor.

    python -m benchmarks.web.editing [stances ...]

Each is a statement put at the end of a file of a generated corpus (10,000 and 100,000 stances where none are given): one that rests on a source of
before, one that bears on the days of an event, and an event of its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.web.corpora import write
from fontes.workbench import Workbench
from fontes.workbench_edits import Edit, Proposal

FILE = "literature-000.fontes"
LINES = {
    "rests on a source of before": ("2012 agent-1 asserts claim-30", "  in work-5 p. 3", "  rests-on work-4 p. 1"),
    "after an event": ("2012 agent-1 asserts claim-31", "  after event-3"),
    "an event": ('event further "What happened further"', "  when 1937-03 per work-4", "  after event-3"),
}


def added(bench: Workbench, lines: tuple[str, ...]) -> Edit:
    """The edit that puts lines at the end of the file."""
    last = len((bench.text(FILE) or "").rstrip("\n").split("\n"))
    return Edit(FILE, last + 1, last, (), ("", *lines))


def took(doing: Callable[[], object]) -> float:
    """Milliseconds of one processor."""
    start = time.process_time()
    doing()
    return (time.process_time() - start) * 1000


def edited(bench: Workbench, edit: Edit) -> tuple[float, float, float]:
    """What weighing, saving and taking back an edit took."""
    proposals: list[Proposal] = []
    weighed = took(lambda: proposals.append(bench.propose(edit)))
    return weighed, took(lambda: bench.commit(proposals[0])), took(bench.undo)


def main() -> None:
    """Print a line for each statement at each size."""
    print(time.strftime("editing, measured %Y-%m-%d; milliseconds") + f"; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for size in [int(each) for each in sys.argv[1:]] or [10_000, 100_000]:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "corpus"
            write(folder, size)
            start = time.process_time()
            bench = Workbench.open(folder)
            print(f"{size:,} stances: opened in {time.process_time() - start:.2f} s")
            for name, lines in LINES.items():
                weighed, saved, undone = edited(bench, added(bench, lines))
                print(f"  {name:<32} weighed {weighed:>7.0f}   saved {saved:>7.0f}   taken back {undone:>7.0f}", flush=True)


if __name__ == "__main__":
    main()
