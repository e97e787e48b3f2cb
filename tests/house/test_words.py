"""All words shown to a reader stand in `fontes.present.phrasing`: in one place, so that they can be translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "fontes"
TEMPLATES = sorted((SOURCE / "web" / "templates").glob("*.html"))
SCRIPTS = sorted((SOURCE / "web" / "static").glob("*.js"))
ROUTES = sorted((SOURCE / "web").rglob("*.py"))
ROOMS = sorted((SOURCE / "present" / "rooms").rglob("*.py"))

_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{% macro (?:(?!endmacro)[^<])*endmacro %\}")
"""A macro without any element writes attributes."""
_SPOKEN = re.compile(r'\b(?:aria-label|aria-description|placeholder|title|alt|label)="([^"]*)"')
_TAGS = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|`((?:[^`\\]|\\.)*)`')
_SHOWN = re.compile(
    r'(?:textContent|innerText|title|ariaLabel|placeholder)\s*=\s*["\'`]([^"\'`]*)'
    r'|setAttribute\("(?:aria-label|title)",\s*["\'`]([^"\'`]*)'
)
_SENTENCE = re.compile(r"(?<![\w-])[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}(?![\w-])")
_TOLD = re.compile(r"^[A-Z]|[.!?:]$|\w+ \w+ \w+ \w+")
"""Selectors and names of classes begin small and are short."""
_PLACE = re.compile(r"\{[^}]*\}")
SAYING = ("say", "Words", "as_sentence", "Heading", "Prose", "refuse", "Sign")
"""Whose first word is shown to a reader."""
KEYS = frozenset({
    "Not Found", "Bad Request", "without recorded support", "not recorded", "not begun", "private note", "denies, by implication", "modal share",
    "more proposition", "missing part", "few rest on it", "nothing rests on it", "left unused by a work", "result not recorded",
    "shown distinct", "criticised on", "writing ids", "writing spelt", "writing counts", "text of ", "events of agents",
})  # fmt: skip
"""Strings of two words that are names of values and of what is kept, and are not shown as they stand."""
_CODE = re.compile(r"[\[\]{}<>#=/|\\]|:not|::|\bmain \b")


def in_template(text: str) -> list[str]:
    """The words of a template that are neither code nor put in from elsewhere."""
    plain = _JINJA.sub("\0", _ATTRIBUTES.sub("", re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)))
    spoken = [found[1] for found in _SPOKEN.finditer(_JINJA.sub("\0", text))]
    return [words for piece in (*spoken, _TAGS.sub(" ", plain)) for words in _LETTERS.findall(piece) if words.lower() != "doctype"]


def in_script(text: str) -> list[str]:
    """The strings of a script that a reader could be shown: put into the page, or two words and more that are no code."""
    plain = re.sub(r"^\s*//[^\n]*$|(?<!:)//[^\"'`\n]*$|/\*.*?\*/", "", text, flags=re.MULTILINE | re.DOTALL)
    shown = [one for found in _SHOWN.finditer(plain) for one in found.groups() if one and _LETTERS.search(re.sub(r"\$\{[^}]*\}?", "", one))]
    literals = (next(one for one in found.groups() if one is not None) for found in _LITERAL.finditer(plain))
    return shown + [one for one in literals if _SENTENCE.search(re.sub(r"\$\{[^}]*\}", "", one)) and _TOLD.search(one) and not _CODE.search(one)]


def in_module(text: str) -> list[str]:
    """The strings of a module of two words and more that are no docstring, no pattern and no message to ourselves."""
    tree = ast.parse(text)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inward = {id(one) for node in ast.walk(tree) for one in _inward(node)}
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told | inward]
    said = {id(node.args[0]) for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args and _name(node) in SAYING}
    return [
        str(node.value)
        for node in strings
        if (id(node) in said and _LETTERS.search(_PLACE.sub("", str(node.value))))
        or (_SENTENCE.search(_PLACE.sub("\0", str(node.value))) and not _CODE.search(_PLACE.sub("\0", str(node.value))) and node.value not in KEYS)
    ]


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _inward(node: ast.AST) -> Iterator[ast.AST]:
    """What the log, a raised fault of ours, an assertion or a cast has to say is not for the reader of a page."""
    if isinstance(node, ast.Assert | ast.Raise):
        yield from ast.walk(node)
    if isinstance(node, ast.Call) and _name(node) in ("error", "warning", "info", "debug", "exception", "cast", "compile"):
        yield from ast.walk(node)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(path: Path) -> None:
    """They come from `phrasing`, by name."""
    assert in_template(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_has_words_of_its_own(path: Path) -> None:
    """They come from the page, in `data-` attributes."""
    assert in_script(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [*ROUTES, *ROOMS], ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_route_and_no_room_has_words_of_its_own(path: Path) -> None:
    """They come from `phrasing`."""
    assert in_module(path.read_text(encoding="utf-8")) == []


def test_words_in_the_wrong_place_are_seen() -> None:
    """Each of the three is caught, and code is not."""
    assert in_template('<p>{{ wording.SEARCH }} for it</p><a aria-label="Next one" href="x y">{# no #}→</a>') == ["Next", "one", "for", "it"]
    assert in_script('// a comment here\nnode.textContent = "Larger";\nquerySelector("main .canvas > svg");\nsay("Not this time");') == [
        "Larger", "Not this time",
    ]  # fmt: skip
    assert in_module('"""Docs say this."""\nX = "Nothing was found"\nlog.error("it broke badly")\nY = "a/b c"') == ["Nothing was found"]
