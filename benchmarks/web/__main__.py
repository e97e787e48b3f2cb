"""How long the workbench takes for a page, and for the same page under another lens, in the server and in the browser.

    python -m benchmarks.web [--quick] [--no-browser]

For the example and for generated corpora of 10,000 and 100,000 stances that look like it (`--quick`: only 10,000). In the server, milliseconds of one
processor, asked without a socket in a copy of the process for each page: *first*, no page was asked for before; *again*; one more source
distrusted than ever before; a date not looked at before; criticisms counting; beside everything believed at yet another date. In the browser,
milliseconds by the clock: from going to an address to the first paint of content, and from entering a date not looked at before to its being
announced. Sizes in bytes.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.web.asking import COLUMNS, Measured, apart, asking, plain_page
from benchmarks.web.corpora import write
from benchmarks.web.in_browser import bound, browser, changed, painted, served
from fontes.web.app import make_app
from fontes.workbench import Workbench

EXAMPLE = Path(__file__).parents[2] / "examples" / "red-army-purge"
OF_EXAMPLE = (
    "/", "/questions", "/questions/why-purge", "/propositions", "/propositions/dossier-reached-stalin", "/sources", "/sources/benes-memoirs",
    "/agents", "/agents/stalin", "/known/stalin?at=11+May+1937", "/events", "/events/june-trial", "/statements", "/chronology", "/settlements",
    "/gaps", "/figures", "/careers", "/careers/tukhachevskii", "/search?q=dossier",
)  # fmt: skip
OF_GENERATED = (
    "/", "/questions", "/questions/question-4", "/questions/question-1", "/propositions", "/propositions/claim-7", "/propositions/claim-1",
    "/sources", "/sources/work-0", "/agents", "/agents/agent-0", "/known/agent-6?at=1938", "/events", "/events/event-3", "/statements", "/chronology",
    "/settlements", "/gaps", "/figures", "/careers", "/careers/agent-0", "/search?q=affair",
)  # fmt: skip
LONGEST = 45
"""After so many seconds a page, asked for under all its lenses, is broken off."""
AIMS = {"the example": (300, 100), "100,000 stances": (1000, 300)}
"""Milliseconds for a first render and for a change of the lens."""


def table(name: str, folder: Path, pages: tuple[str, ...], floor: float, with_browser: bool) -> list[Measured]:
    """One line a page; then the median, the slowest, and what misses the aims."""
    start = time.perf_counter()
    bench = Workbench.open(folder)
    opened = time.perf_counter() - start
    app = make_app(bench, 8000)
    start = time.process_time()
    app.state.reading.warm()
    warmed = time.process_time() - start
    corpus = bench.corpus
    print(f"\n{name}: opened in {opened:.2f} s, made ready in {warmed:.2f} s more, while pages are answered; {len(corpus.stances):,} stances, "
          f"{len(corpus.propositions):,} propositions, {len(corpus.sources):,} sources, {len(corpus.questions):,} questions")  # fmt: skip
    print(f"  {'page':<42}" + "".join(f"{column:>10}" for column in COLUMNS) + f"{'kB':>7}")
    ask, sources, found = asking(app), list(corpus.sources), []
    for place, page in enumerate(pages):
        one = apart(ask, page, place, [sources[(place * 3 + each) % len(sources)] for each in range(3)], LONGEST)
        if one is None:
            print(f"  {page:<42}{f'not done in {LONGEST} s':>30}", flush=True)
            continue
        found.append(one)
        print(f"  {page:<42}" + "".join(f"{found[-1].times[column]:>10.1f}" for column in COLUMNS) + f"{found[-1].size / 1000:>7.0f}", flush=True)
    ways: tuple[tuple[str, Callable[[list[float]], float]], ...] = (("median", statistics.median), ("slowest", max))
    for word, of in ways:
        print(f"  {word:<42}" + "".join(f"{of([one.times[column] for one in found]):>10.1f}" for column in COLUMNS))
    again = statistics.median(one.times["again"] for one in found)
    print(f"  a bare page of 40 rows takes {floor:.2f} ms; the median page again is {again / floor:.0f} times that")
    if name in AIMS:
        first, change = AIMS[name]
        late = [f"{one.page} first {one.times['first']:.0f}" for one in found if one.times["first"] > first]
        late += [f"{one.page} {column} {one.times[column]:.0f}" for one in found for column in COLUMNS[2:] if one.times[column] > change]
        print(f"  beyond {first} and {change} ms: {'; '.join(late) or 'none'}")
    if with_browser:
        in_browser(folder, pages)
    return found


def in_browser(folder: Path, pages: tuple[str, ...]) -> None:
    """First paint and change of date of a few pages, in the browser."""
    listening = bound()
    app = make_app(Workbench.open(folder), listening.getsockname()[1])
    app.state.reading.warm()
    with browser() as chromium, served(app, listening) as where:
        if chromium is None:
            print("  no browser to measure in")
            return
        page = chromium.new_page()
        print(f"  in the browser: {'page':<26}{'painted':>10}{'changed':>10}")
        for place, address in enumerate(one for one in pages if one in ("/", pages[2], pages[4], "/sources", "/statements", "/gaps")):
            dates = tuple(f"{1935 + place * 8 + each}-03" for each in range(5))
            print(f"  {'':<16}{address:<26}{painted(page, where + address):>10.0f}{changed(page, where + address, dates):>10.0f}", flush=True)
        page.close()


def grown(smaller: list[Measured], larger: list[Measured]) -> None:
    """How pages grow from one corpus to another that is ten times as large."""
    print("\ngrowth from 10,000 to 100,000 stances: bytes, first, again, as-of")
    of = {one.page: one for one in smaller}
    for one, other in ((of[each.page], each) for each in larger if each.page in of):
        ratios = [other.size / one.size, *(other.times[column] / max(one.times[column], 0.1) for column in ("first", "again", "as-of"))]
        print(f"  {one.page:<42}" + "".join(f"{'×':>4}{ratio:>6.2f}" for ratio in ratios))


def main() -> None:
    """Print a table for each corpus."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="without the corpus of 100,000 stances")
    options.add_argument("--no-browser", action="store_true", help="only in the server")
    given = options.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(time.strftime("web, measured %Y-%m-%d; milliseconds") + f"; load {load:.1f} on {os.cpu_count()} cores")
    floor = plain_page()
    table("the example", EXAMPLE, OF_EXAMPLE, floor, not given.no_browser)
    with tempfile.TemporaryDirectory() as place:
        made = []
        for size in (10_000,) if given.quick else (10_000, 100_000):
            folder = Path(place) / str(size)
            write(folder, size)
            made.append(table(f"{size:,} stances", folder, OF_GENERATED, floor, not given.no_browser))
        if len(made) == 2:
            grown(*made)


main()
