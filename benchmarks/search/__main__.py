"""How long the index of a corpus takes to build, and how long it takes to find something in it.

    python -m benchmarks.search [--stances N]

A generated corpus of 100,000 stances (or N), in whose quotations stand words drawn from a vocabulary of 20,000 by Zipf's law, so that some words
stand in nearly every statement and most in a few. Of every query: the median and the slowest of twenty, with the best forty of each kind and the
stretches of those, which is more than a page shows.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.compile.generate import corpus
from fontes.findings.index import find, indexed
from fontes.workbench import Workbench

QUERIES = ("agent 17", "ralo", "the", "proposition", "mitaro selune", "a", "agnet", "work 5 proposition", "Агент", "nothingatall")
"""A name, a rare word, words that stand everywhere, two words, one letter, a slip, several common ones, another script, and none."""


def measured(stances: int) -> None:
    """Build once, then ask."""
    draw = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        corpus(Path(folder), stances)
        bench = Workbench.open(Path(folder))
    vocabulary = ["the", "ralo", "mitaro", "selune", *{"".join(draw.choices("abdeiklmnorstu", k=draw.randint(4, 9))) for _ in range(20_000)}]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    entries = [
        replace(entry, quote=" ".join(draw.choices(vocabulary, weights, k=20))) if hasattr(entry, "quote") else entry
        for entry in bench.concordance().entries.values()
    ]
    start = time.perf_counter()
    index = indexed(bench.corpus, entries)
    print(f"{len(entries):,} statements, {len(index.words):,} words, {len(index.texts):,} texts: built in {time.perf_counter() - start:.2f} s")
    start = time.perf_counter()
    find(index, QUERIES[0])
    print(f"the first question (words by their sound): {(time.perf_counter() - start) * 1000:.0f} ms")
    for query in QUERIES:
        took, found = [], 0
        for _ in range(20):
            start = time.perf_counter()
            answer = find(index, query)
            found = sum(answer.count(among) for among in answer.things)
            for among in answer.things:
                for _, number in answer.part(among, 0, 40):
                    answer.hit(number)
            took.append((time.perf_counter() - start) * 1000)
        print(f"  {query:<22}{found:>9,} found{statistics.median(took):>9.1f} ms, slowest{max(took):>7.1f} ms")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="What finding by words costs.")
    options.add_argument("--stances", type=int, default=100_000)
    measured(options.parse_args().stances)
