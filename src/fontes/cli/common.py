"""What the commands share: which folder is meant, through which lens, and how results are printed."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer

from fontes.dates import NotUnderstood, When, read
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind
from fontes.model.names import AgentId, SourceId
from fontes.text.tokens import did_you_mean
from fontes.workbench import Workbench

Json = Annotated[bool, typer.Option("--json", help="Print JSON, by the published schema.")]
Distrust = Annotated[
    list[str] | None,
    typer.Option(
        "--distrust", metavar="UNIT", help="A source, agent, ^label, kind:… or word:… to distrust; commas or repetition for several."
    ),
]
AsOf = Annotated[str, typer.Option("--as-of", metavar="DATE", help="Only what had been said and done by then.")]
PublishedBy = Annotated[str, typer.Option("--published-by", metavar="DATE", help="Only what could be read by then.")]
Named = Annotated[str, typer.Option("--lens", metavar="NAME", help="A lens that the corpus keeps under a name.")]
Counting = Annotated[
    str,
    typer.Option("--criticisms", metavar="KINDS", help="Which criticisms count: shown (none), counting (all), or kinds such as forged,coerced."),
]
Voices = Annotated[str, typer.Option("--voices", metavar="WHOSE", help="Whose voices are heard: roles such as scholar, or agents. For positions.")]

T = TypeVar("T")


def Words(metavar: str) -> Any:
    """The words after a command: a folder, perhaps, and names."""
    return Annotated[list[str] | None, typer.Argument(metavar=metavar)]


def fail(message: str) -> NoReturn:
    """Say what is wrong with the command itself, and end with status 2."""
    typer.echo(f"fontes: {message}", err=True)
    raise typer.Exit(2)


def folder_and_names(words: list[str] | None) -> tuple[Path, list[str]]:
    """The corpus folder, if the first word names one, else the one we stand in; and the other words."""
    given = list(words or [])
    if given and (Path(given[0]).is_dir() or given[0].endswith(("/", "\\"))):
        return Path(given[0]), given[1:]
    return Path(), given


def opened(root: Path) -> Workbench:
    """The workbench on a folder; work that takes longer than a second shows that it goes on."""
    return with_progress(lambda: Workbench.open(root), f"reading {root}")


def for_findings(root: Path) -> Workbench:
    """The same, with a word about errors, since findings leave out what could not be read. Of the text nothing is held."""
    bench = with_progress(lambda: Workbench.open(root, keep=False), f"reading {root}")
    tell_errors(root, bench.errors)
    return bench


def tell_errors(root: Path, errors: int) -> None:
    """A word about errors, where there are some."""
    if errors:
        typer.echo(
            f"fontes: this corpus has {errors} error{'s' if errors > 1 else ''}; 'fontes check {root}' shows them. What is broken is left out.\n",
            err=True,
        )


def with_progress(work: Callable[[], T], what: str) -> T:
    """Do it; on a terminal, show after a second that it goes on."""
    if not sys.stderr.isatty():
        return work()
    from rich.console import Console

    with _patient(Console(stderr=True), what):
        return work()


@contextmanager
def _patient(console: Any, what: str) -> Iterator[None]:
    from threading import Event, Thread

    done = Event()

    def show() -> None:
        if not done.wait(1.0):
            with console.status(f"{what} …"):
                done.wait()

    watcher = Thread(target=show, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
        time.sleep(0)


def print_json(value: Any) -> None:
    """JSON in the reader's own script."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def date(text: str, option: str) -> When | None:
    """A date given on the command line."""
    if not text:
        return None
    when = read(text)
    if isinstance(when, NotUnderstood):
        fail(f"{option}: in '{text}' the part '{when.rest or text}' is not understood. {when.reason}")
    return when


def units(corpus: Corpus, words: list[str]) -> frozenset[Unit]:
    """What is to be distrusted, by the names of this corpus."""
    return frozenset(_unit(corpus, word.strip()) for group in words for word in group.split(",") if word.strip())


def _unit(corpus: Corpus, word: str) -> Unit:
    key, colon, rest = word.partition(":")
    if colon and key in ("kind", "criticised"):
        return Unit(UnitKind(key), rest)
    if colon and key == "access":
        return Unit(UnitKind.ACCESS, known(rest, corpus.sources, "source"))
    if colon and key == "word" and AgentId(rest) in corpus.agents:
        return Unit(UnitKind.WORD, rest)
    if word.startswith("^"):
        return Unit(UnitKind.STATEMENT, known(word[1:], Choice(*statements(corpus)), "statement"))
    if SourceId(word) in corpus.sources:
        return Unit(UnitKind.SOURCE, word)
    if AgentId(word) in corpus.agents:
        return Unit(UnitKind.AGENT, word)
    if word in {one.id for one in corpus.statements()}:
        fail(f"'{word}' is a statement; write '^{word}' to distrust it.")
    known(word, [*corpus.sources, *corpus.agents], "source or agent")
    raise AssertionError(word)


class Choice(Collection[str]):
    """The names of some kinds of things, one kind after the other; whether one is among them is known without reading the others."""

    def __init__(self, *kinds: Collection[str]) -> None:
        """Of these kinds."""
        self._kinds = kinds

    def __contains__(self, name: object) -> bool:
        return any(name in kind for kind in self._kinds)

    def __iter__(self) -> Iterator[str]:
        return (name for kind in self._kinds for name in kind)

    def __len__(self) -> int:
        return sum(map(len, self._kinds))


def statements(corpus: Corpus) -> tuple[Collection[str], ...]:
    """The names of all statements, by kind, in the order of the corpus."""
    return (
        corpus.stances, corpus.reports, corpus.speeches, corpus.criticisms,
        corpus.searches, corpus.datings, corpus.tenures, corpus.assessments,
    )  # fmt: skip


def known(word: str, names: Collection[str], what: str) -> str:
    """The word, if it is one of the names; else say so, with the nearest."""
    if word in names:
        return word
    near = did_you_mean(word, list(names))
    fail(f"there is no {what} '{word}' in this corpus.{f' Did you mean {near!r}?' if near else ''}")


def lens(
    corpus: Corpus,
    *,
    named: str = "",
    distrust: list[str] | None = None,
    as_of: str = "",
    published_by: str = "",
    criticisms: str = "",
    voices: str = "",
    hears: bool = False,
) -> Lens:
    """The lens the options ask for: a named one, changed by the others. ``hears``: can the command choose whose voices are heard?"""
    base = PLAIN
    if named:
        base = corpus.lenses[known(named, list(corpus.lenses), "lens")].lens
    if not hears:
        computable(base, voices)
    return replace(
        base, distrust=base.distrust | units(corpus, distrust or []), as_of=date(as_of, "--as-of") or base.as_of,
        published_by=date(published_by, "--published-by") or base.published_by,
        criticisms=_kinds(corpus, criticisms) if criticisms else base.criticisms,
        voices=tuple(word.strip() for word in voices.split(",") if word.strip()) or base.voices,
    )  # fmt: skip


def _kinds(corpus: Corpus, words: str) -> tuple[str, ...]:
    """Which criticisms count: none, all, or kinds that somebody here uses."""
    if words in ("shown", "counting"):
        return () if words == "shown" else (words,)
    used = sorted({aspect for one in corpus.criticisms.values() for aspect in one.aspects})
    return tuple(known(word.strip(), used, "kind of criticism") for word in words.split(",") if word.strip())


def computable(base: Lens, voices: str) -> None:
    """Refuse what would change the answer and is not computed yet, rather than leave it out silently."""
    if voices or base.voices or base.school or base.taken_within is not None:
        fail("whose voices are heard is asked of 'fontes positions'; other findings hear everybody.")
