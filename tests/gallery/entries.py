"""The gallery: for every kind of diagnostic a small corpus that provokes it, and what ``fontes check`` then says.

An entry is a Markdown page: a title, a few sentences, the corpus in fenced blocks (a block of Python is a recipe for what text
cannot show, and writes into ``folder``), the place of the diagnostic, and the expected output.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import fontes.workbench as workbench
from fontes.diagnostics import Diagnostic, Kind, kinds
from fontes.present.diagnostics import render_all

GALLERY = Path(__file__).resolve().parent
PAGE = GALLERY.parents[1] / "docs" / "reference" / "diagnostics.md"
FOLDER = "corpus"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r"^It stands at `(.+)`\.$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the file it is to be, and what it holds."""

    language: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the gallery. ``place`` is that of the diagnostic, as ``place_of`` writes it."""

    slug: str
    title: str
    words: str
    corpus: tuple[Block, ...]
    place: str
    output: str


def entries() -> Iterator[Entry]:
    """Every page, by slug."""
    for path in sorted(GALLERY.glob("*.md")):
        yield read(path)


def read(path: Path) -> Entry:
    """A page of the gallery."""
    text = path.read_text(encoding="utf-8")
    title, _, rest = text.partition("\n")
    blocks = [Block(one[1], one[2] or "", one[3]) for one in _BLOCK.finditer(text)]
    place = _PLACE.search(text)
    outputs = [block.text for block in blocks if block.language == "output"]
    return Entry(
        path.stem, title.removeprefix("# "), rest.split("```", 1)[0].strip(),
        tuple(block for block in blocks if block.language != "output"),
        place[1] if place else "", outputs[0].removesuffix("\n") if outputs else "",
    )  # fmt: skip


def lay(entry: Entry, folder: Path) -> None:
    """Put the corpus of an entry into an empty folder."""
    for block in entry.corpus:
        if block.language == "python":
            exec(compile(block.text, entry.slug, "exec"), {"folder": folder})
            continue
        path = folder / block.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")


def said(entry: Entry) -> tuple[tuple[Diagnostic, ...], str]:
    """The diagnostics of an entry's corpus, and what is printed for them; the folder is named from where it lies."""
    with tempfile.TemporaryDirectory() as parent, chdir(parent):
        folder = Path(parent) / FOLDER
        folder.mkdir()
        lay(entry, folder)
        bench = workbench.Workbench.open(Path(FOLDER))
        return bench.diagnostics, render_all(bench.diagnostics, bench.lines()).rstrip("\n")


def place_of(one: Diagnostic) -> str:
    """Where a diagnostic stands, from its first sign to after its last."""
    return f"{one.span}–{one.span.end_line}:{one.span.end_column}"


def written(entry: Entry, place: str, output: str) -> str:
    """The text of a page."""
    corpus = [f"```{' '.join(filter(None, (one.language, one.name)))}\n{one.text}```" for one in entry.corpus]
    parts = [f"# {entry.title}", entry.words, *corpus, f"It stands at `{place}`.", f"```output\n{output}\n```"]
    return "\n\n".join(parts) + "\n"


def page() -> str:
    """The reference page of all kinds, from what the code declares and from the gallery."""
    known = {entry.slug: entry for entry in entries()}
    sections = [_section(kind, known[kind.slug]) for kind in kinds() if kind.slug in known]
    return "\n\n".join([_PREAMBLE.strip(), *sections]) + "\n"


def _section(kind: Kind, entry: Entry) -> str:
    corpus = [f"`{one.name}`:\n\n```text\n{one.text}```" if one.name else f"```python\n{one.text}```" for one in entry.corpus]
    head = f"## {kind.slug}\n\n**{kind.severity.value}** · {kind.summary}\n\n{kind.why}\n\n{entry.words}"
    return "\n\n".join([head, *corpus, f"gives\n\n```text\n{entry.output}\n```"])


_PREAMBLE = """
# What Fontes reports

Every kind of diagnostic, with a small corpus that provokes it and what `fontes check` says of it. An **error** means that something is
left out or contradicted, and `check` ends with status 1; a **warning** deserves a careful look; a **note** is good to know. In the
recipes for what text cannot show, `folder` is the folder of the corpus.

This page is made from the code and from `tests/gallery/` by `python -m tests.gallery --write`.
"""
