"""How long a date takes to be read, beside `undate` and `edtf` on the same strings in the same run.

Prints microseconds a string for the EDTF specification's own kinds of strings and for phrases, what each library makes of them, ratios, and the
growth from 10,000 to 100,000 different strings. Nothing is printed for a library that is not installed, but that it is not. Read the ratios.
"""

from __future__ import annotations

import importlib
import io
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from itertools import product

from fontes.dates import NotUnderstood, looks_like_a_phrase
from fontes.dates.profile import DEFAULT
from fontes.dates.reading import _understood

Read = Callable[[str], object]

KINDS = (
    "{y}", "{y}-{m}", "{y}-{m}-{d}", "{y}-{m}-{d}T10:20:30Z", "{y}/{z}", "{y}-{m}/{z}", "{y}-{m}-{d}/{z}-{m}", "{y}-2{q}", "{y}?", "{y}-{m}~",
    "{y}-{m}-{d}%",
    "{c}XX", "{y}-XX", "{y}-{m}-XX", "{y}-{m}/..", "../{y}", "{y}/", "/{y}-{m}", "-{y}", "Y17000{y}", "{y}S2", "[{y},{z}-{m}]", "[{y}..{z}]",
    "{{{y},{z}}}",
    "[..{y}-{m}]", "{y}-{m}~-{d}", "?{y}-{m}-~{d}", "{c}XX-{m}-{d}", "{y}-1X", "{y}-{m}-~{d}/{z}-{m}-~{d}",
)  # fmt: skip
"""The kinds of strings of the specification, levels 0 to 2."""
PHRASES = (
    "{dd} June {y}", "June {dd}, {y}", "the summer of {y}", "winter {y}–{zz}", "mid-{t}0s", "early June {y}", "between {y} and {z}", "before {y}",
    "not later than {dd} May {y}", "a few months later than the-plenum-of-{y}", "shortly after plenum-{y}", "on the night of 11–12 June {y}",
    "turn of the year {y}–{zz}", "{dd} October {y} (Julian)", "{dd} июня {y} года", "from May to August {y}", "c. {y}?", "first half of {y}",
    "the {t}0s and 1990s", "{dd} October {y}, calendar unknown",
)  # fmt: skip


def strings(kinds: tuple[str, ...], count: int) -> list[str]:
    """So many different strings of these kinds, in turn."""
    return [text for text, _ in zip(_made(kinds), range(count), strict=False)]


def _made(kinds: tuple[str, ...]) -> Iterator[str]:
    for number, (year, month, day) in enumerate(product(range(1000, 1999), range(1, 13), range(1, 29))):
        kind = kinds[number % len(kinds)]
        decade = 101 + number % 89
        yield kind.format(
            y=f"{year:04d}",
            z=f"{year + 1:04d}", zz=f"{(year + 1) % 100:02d}", m=f"{month:02d}", d=f"{day:02d}", dd=day, q=1 + number % 4, c=year // 100,
            t=decade + (1 if decade % 10 == 0 else 0),
        )  # fmt: skip


def _ours(text: str) -> object:
    """Read anew: past what `read` keeps of strings it has met."""
    return _understood(text, DEFAULT)


def micros(read: Read, texts: list[str], runs: int) -> tuple[float, int]:
    """Microseconds a string, in the best of so many runs, and how many of them were read."""
    best, done = float("inf"), 0
    for _ in range(runs):
        start = time.perf_counter()
        done = sum(_reads(read, text) for text in texts)
        best = min(best, time.perf_counter() - start)
    return 1e6 * best / len(texts), done


def _reads(read: Read, text: str) -> bool:
    try:
        found = read(text)
    except Exception:  # other libraries raise what they like; for all of them it means: not read
        return False
    return found is not None and not isinstance(found, NotUnderstood)


def peers() -> dict[str, Read | None]:
    """The other libraries, or None where one is not installed (pip install undate==0.8.0 edtf==5.0.2)."""
    return {"undate": _undate(), "edtf": _edtf()}


def _undate() -> Read | None:
    try:
        parse: Read = importlib.import_module("undate").Undate.parse
    except ImportError:
        return None
    return lambda text: parse(text, "EDTF")  # type: ignore[call-arg]


def _edtf() -> Read | None:
    try:
        library = importlib.import_module("edtf")
    except ImportError:
        return None

    def read(text: str) -> object:
        made = library.parse_edtf(text)
        return made.lower_strict(), made.upper_strict()

    return read


def main(quick: bool) -> None:
    """Print the table."""
    warnings.simplefilter("ignore")
    size, few = (10_000, 60) if quick else (100_000, 300)
    runs = 1 if quick else 3
    print(f"reading dates; best of {runs}")
    ours: dict[tuple[str, int], float] = {}
    for name, kinds in (("EDTF", KINDS), ("phrases", PHRASES)):
        for count in (size // 10, size):
            took, done = micros(_ours, strings(kinds, count), runs)
            ours[name, count] = took
            print(f"  {name:8} {count:>8,} different strings: {took:7.1f} µs each, {done:,} read")
        print(f"  {name:8} growth a string, ten times the strings: × {ours[name, size] / ours[name, size // 10]:.2f}")
    texts = strings(KINDS, few)
    own, done = micros(_ours, texts, runs)
    print(f"  the same {few} EDTF strings: Fontes {own:.1f} µs each, {done} read")
    for peer, read in peers().items():
        if read is None:
            print(f"  {peer:8} is not installed")
            continue
        with redirect_stdout(io.StringIO()):  # one of them prints what it tries
            took, done = micros(read, texts, 1)
        print(f"  {peer:8} {took:9.1f} µs each, {done} read; Fontes takes 1/{took / own:.0f} of that")
    lines = [f"{agent} asserts p, q" for agent in ("conquest", "erickson", "summer-school", "may")]
    took, _ = micros(lambda text: looks_like_a_phrase(text) or True, lines * (size // 40), runs)
    print(f"  telling that a line begins with no date: {took:.1f} µs")


if __name__ == "__main__":
    main(quick=False)
