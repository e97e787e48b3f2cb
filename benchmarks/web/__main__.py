"""How long the server takes for a page, and for the same page under another lens.

    python -m benchmarks.web [--quick]

Asks the application without a socket, for the example and for corpora of 10,000 and 100,000 stances (with ``--quick`` only 10,000). Of every
page: the time of its first render in a process in which nothing was asked yet of that page, of the same page again, of a lens that distrusts
one more source, and of an as-of date not seen before; and how large the page is. Milliseconds of one processor, the best of three for what
can be repeated.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.types import ASGIApp

from benchmarks.compile.generate import corpus
from fontes.web.app import make_app
from fontes.workbench import Workbench

EXAMPLE = Path(__file__).parents[2] / "examples" / "red-army-purge"
OF_EXAMPLE = (
    "/", "/questions", "/questions/why-purge", "/propositions", "/propositions/dossier-reached-stalin", "/sources/benes-memoirs", "/agents/stalin",
    "/known/stalin?at=11+May+1937", "/statements", "/chronology", "/settlements", "/gaps", "/figures", "/careers/tukhachevskii", "/search?q=dossier",
)  # fmt: skip
OF_GENERATED = (
    "/", "/questions", "/questions/question-3", "/propositions", "/propositions/proposition-7", "/sources/work-5", "/agents/agent-5", "/statements",
    "/search?q=agent+17",
)  # fmt: skip


def asking(app: ASGIApp) -> Callable[[str], tuple[float, int]]:
    """A function that asks for an address: milliseconds, and the signs of the answer. A refusal is an error of the benchmark."""

    def ask(address: str) -> tuple[float, int]:
        path, _, query = address.partition("?")
        scope: dict[str, Any] = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": path,
            "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "headers": [(b"host", b"127.0.0.1:8000")],
            "server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 5), "state": {},
        }  # fmt: skip
        sent: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        start = time.process_time()
        asyncio.run(app(scope, receive, send))
        took = (time.process_time() - start) * 1000
        if sent[0]["status"] != 200:
            raise SystemExit(f"{address}: {sent[0]['status']}")
        return took, sum(len(each.get("body", b"")) for each in sent[1:])

    return ask


def within(address: str, key: str, value: str) -> str:
    """The address with one more parameter."""
    return f"{address}{'&' if '?' in address else '?'}{key}={quote(value)}"


def measured(folder: Path, pages: tuple[str, ...], distrusted: tuple[str, ...]) -> None:
    """One line a page; then the slowest and the median of each column."""
    start = time.perf_counter()
    bench = Workbench.open(folder)
    opened = time.perf_counter() - start
    ask = asking(make_app(bench, 8000))
    print(f"  opened in {opened:.2f} s; {len(bench.corpus.stances):,} stances, {len(bench.corpus.propositions):,} propositions")
    print(f"  {'page':<44}{'first':>9}{'again':>9}{'distrust':>10}{'as-of':>9}{'kB':>7}")
    columns: list[tuple[float, ...]] = []
    for place, page in enumerate(pages):
        first, size = ask(page)
        again = min(ask(page)[0] for _ in range(3))
        # Each page is the first to be asked under its own date, and one more source is distrusted every time.
        distrust = min(ask(within(page, "distrust", f"{each}"))[0] for each in distrusted[place * 3 : place * 3 + 3])
        dated = ask(within(page, "as-of", str(1940 + place)))[0]
        columns.append((first, again, distrust, dated))
        print(f"  {page:<44}{first:>9.1f}{again:>9.1f}{distrust:>10.1f}{dated:>9.1f}{size / 1000:>7.0f}", flush=True)
    for name, of in (("median", statistics.median), ("slowest", max)):
        first, again, distrust, dated = (of(column) for column in zip(*columns, strict=True))
        print(f"  {name:<44}{first:>9.1f}{again:>9.1f}{distrust:>10.1f}{dated:>9.1f}")


def main() -> None:
    """Print a table for each corpus."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="without the corpus of 100,000 stances")
    quick = options.parse_args().quick
    print(time.strftime("web, measured %Y-%m-%d; milliseconds"))
    print("the example")
    sources = tuple(Workbench.open(EXAMPLE).corpus.sources)
    measured(EXAMPLE, OF_EXAMPLE, sources)
    with tempfile.TemporaryDirectory() as place:
        for size in (10_000,) if quick else (10_000, 100_000):
            folder = Path(place) / str(size)
            corpus(folder, size)
            print(f"{size:,} stances")
            measured(folder, OF_GENERATED, tuple(f"work-{number}" for number in range(60)))


main()
