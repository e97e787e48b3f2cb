"""Corpora of a few lines for who knew what when, and what is asked of them."""

from __future__ import annotations

from functools import cache

from fontes.compile import Unit, compile_units
from fontes.dates import When, iso, read
from fontes.findings.known import Had, Known, known
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.text.parse import parse

PEOPLE = """
agent a "A"
agent b "B"
agent c "C"
agent d "D"
agent scholar "S"
  role scholar
proposition p "P."
proposition q "Q."
"""


@cache
def corpus(text: str) -> Corpus:
    """The corpus of this text, after the people and propositions every one of them has. Every error fails the test."""
    parsed = parse(PEOPLE + text + "\n", "small.fontes")
    assert [one.detail for one in parsed.diagnostics if one.severity.value == "error"] == []
    compiled = compile_units([Unit.of("small.fontes", parsed.statements)])
    assert [one.detail for one in compiled.diagnostics if one.severity.value == "error"] == []
    return compiled.corpus


def day(words: str) -> When:
    """A date, read."""
    found = read(words)
    assert isinstance(found, When), found
    return found


def asked(text: str, agent: str, by: str, about: str = "", lens: Lens = PLAIN) -> Known:
    """What had reached an agent."""
    return known(corpus(text), agent, day(by), lens, about)


def had(text: str, agent: str, by: str, about: str = "p", lens: Lens = PLAIN) -> Had:
    """Whether one thing had."""
    found = asked(text, agent, by, about, lens)
    return next(one for one in found.had if one.item.id == about)


def answer(text: str, agent: str, by: str, about: str = "p", lens: Lens = PLAIN) -> tuple[str, str]:
    """The answer, and since when."""
    one = had(text, agent, by, about, lens)
    return one.answer.value, iso(one.since) if one.since is not None else ""


def way(one: Had) -> list[tuple[str, str, str]]:
    """The path: how, from whom, to whom."""
    return [(step.kind.value, step.giver, step.receiver) for step in one.path]
