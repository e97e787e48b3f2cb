"""One word per idea: the glossary against keywords and verbs, model classes, commands, headings and addresses."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import fontes.model
import fontes.present.phrasing
from fontes.text import vocabulary

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = ROOT / "docs" / "reference" / "glossary.md"
ROW = re.compile(r"^\| \*\*(?P<word>[^*]+)\*\* \| (?P<what>.+?) \| (?P<keywords>.*?) ?\| (?P<elsewhere>.*?) ?\|$", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
HEADING = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")


def rows() -> list[dict[str, str]]:
    return [found.groupdict() for found in ROW.finditer(GLOSSARY.read_text(encoding="utf-8"))]


WORDS = {row["word"] for row in rows()}
KEYWORDS = [word for row in rows() for word in CODE.findall(row["keywords"])]
ELSEWHERE = [word for row in rows() for word in CODE.findall(row["elsewhere"])]
HEADINGS = [words for row in rows() for words in HEADING.findall(row["elsewhere"])]


def keywords() -> set[str]:
    """Every word of the language that opens a statement or a particular, or says what is done."""
    known = {*vocabulary.PLURALS.values(), *vocabulary.DECLARATIONS, *vocabulary.OTHER_STATEMENTS, *vocabulary.ANYTHING}
    return known.union(*vocabulary.FAMILIES.values()) | {"unnamed", "repeatedly"}


def classes() -> set[str]:
    """The public classes of the model."""
    found = set()
    for module in pkgutil.iter_modules(fontes.model.__path__):
        one = importlib.import_module(f"fontes.model.{module.name}")
        found |= {
            name for name, kept in vars(one).items() if inspect.isclass(kept) and kept.__module__ == one.__name__ and not name.startswith("_")
        }
    return found


def first_words(path: Path, called: str) -> Iterator[str]:
    """The first argument, where it is a string, of every call of this name in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
            if name == called:
                yield node.args[0].value


def commands() -> set[str]:
    return set(first_words(ROOT / "src/fontes/cli/commands.py", "command"))


def headings() -> set[str]:
    """Headings of parts of pages and of columns, and the names of the rooms."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(fontes.present.phrasing.__path__):
        kept = vars(importlib.import_module(f"fontes.present.phrasing.{module.name}"))
        found |= {text for name, text in kept.items() if isinstance(text, str) and (name.endswith("_HEAD") or name.startswith("COLUMN_"))}
        for name in ("ROOMS", "ONE_OF"):
            found |= {text for text in kept.get(name, {}).values() if isinstance(text, str)}
    return {text for text in found if text[:1].isupper()}


def addresses() -> set[str]:
    """The first words of the addresses of pages: the rooms, and whatever else the workbench answers to."""
    from fontes.present.pages import Room
    from fontes.web.routes import routes

    paths = [getattr(route, "path", "") for route in routes()]
    return {word for word in (*(room.value for room in Room), *(path.strip("/").split("/")[0] for path in paths)) if word}


def stem(word: str) -> str:
    return word.removesuffix("s")


def test_the_glossary_is_read() -> None:
    assert len(WORDS) == len(rows()) > 20
    assert {"corpus", "agent", "source", "stance", "origin", "lens"} <= WORDS


def test_every_word_of_the_language_is_listed_once() -> None:
    assert sorted(KEYWORDS) == sorted({*KEYWORDS})
    assert {*KEYWORDS} | (WORDS & keywords()) == keywords()


def test_every_class_of_the_model_is_listed() -> None:
    listed = {word for word in ELSEWHERE if word[0].isupper()}
    assert listed == classes()


def test_every_command_is_listed() -> None:
    listed = {word.removeprefix("fontes ") for word in ELSEWHERE if word.startswith("fontes ")}
    assert listed == commands()


def says_a_word(heading: str) -> bool:
    """Is a heading a keyword, or does it hold a word of the glossary or words listed beside one?"""
    if heading.lower() in KEYWORDS:
        return True
    listed = [*HEADINGS, *(stem(word) for word in WORDS)]
    return any(re.search(rf"(?<!\w){re.escape(words)}", heading, re.IGNORECASE) for words in listed)


@pytest.mark.parametrize("heading", sorted(headings()))
def test_every_heading_says_a_word_of_the_glossary(heading: str) -> None:
    assert says_a_word(heading)


def test_a_heading_without_such_a_word_is_seen() -> None:
    assert not says_a_word("Dashboard overview")


@pytest.mark.parametrize("address", sorted(addresses()))
def test_every_address_is_a_word_of_the_glossary(address: str) -> None:
    listed = {word.removeprefix("/") for word in ELSEWHERE if word.startswith("/")}
    assert stem(address) in WORDS or address in WORDS or address in listed


def test_the_words_that_are_counted_are_named() -> None:
    text = GLOSSARY.read_text(encoding="utf-8")
    assert [word for word in vocabulary.COUNTED if f"`{word}`" not in text] == []
