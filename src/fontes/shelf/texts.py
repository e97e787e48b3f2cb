"""``texts/``: full texts, each named after a source or a cite key, in which quotations are looked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from fontes.diagnostics import Diagnostic, Related, warning
from fontes.shelf.walk import top

TWICE = warning(
    "text-twice",
    "two texts have the same name",
    "A text is found by the name of its source; which of the two is meant cannot be told. The first is used.",
)


class Shelved(NamedTuple):
    """A full text: the name of its file without the ending, what it says, and its path."""

    name: str
    text: str
    path: str


def shelved(path: str, text: str) -> Shelved:
    """A text by the name of its file. Some disks take accents apart; names in a corpus are composed."""
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return Shelved(unicodedata.normalize("NFC", stem), text, path)


def by_name(texts: Iterable[Shelved]) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The texts by name; of two with one name, the first."""
    first: dict[str, Shelved] = {}
    problems: list[Diagnostic] = []
    for text in texts:
        before = first.setdefault(text.name, text)
        if before is not text:
            related = (Related(top(before.path), "this text is used"),)
            problems.append(TWICE.at(top(text.path), f"'{before.path}' has the same name.", related=related))
    return {name: text.text for name, text in first.items()}, tuple(problems)
