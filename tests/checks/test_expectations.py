"""The corpus's own tests: met, failed, and those that are kept for later."""

from __future__ import annotations

import pytest

from fontes.checks import Evidence, check
from fontes.compile import Unit, compile_units
from fontes.diagnostics import Diagnostic
from fontes.text.parse import parse

CORPUS = """
agent benes "Edvard Beneš"
agent carell "Paul Carell"
agent gorbatov "Aleksandr Gorbatov"
source memoirs "Memoirs"
  kind memoir
  by benes
  origin witnessed
source barbarossa "Unternehmen Barbarossa"
  by carell
  draws-on memoirs
event trial "The trial"
event plenum "The plenum"
1937 benes asserts plot "There was a plot."
  in memoirs
1963 carell asserts plot
  in barbarossa
gorbatov denies plot
gorbatov asserts bare "Nothing stands behind this."
  rests-on gap
proposition gap "Nobody says this."
carell leaves-open gap
"""


def found(line: str) -> list[Diagnostic]:
    parsed = parse(CORPUS + line + "\n", "a.fontes")
    assert parsed.diagnostics == ()
    unit = Unit.of("a.fontes", parsed.statements)
    compiled = compile_units([unit])
    assert compiled.diagnostics == ()
    return [one for one in check(Evidence(compiled, (unit,))) if "expectation" in one.slug]


MET = [
    "origins of plot = 1", "origins of plot <= 3", "origins of plot >= 1", "origins of plot < 2", "origins of plot > 0",
    "voices of plot = 2", "plot is supported", "plot falls without memoirs, barbarossa", "plot falls without benes, carell",
    "plot stands without barbarossa", "benes asserts plot", "benes asserts plot by 1937", "carell asserts plot by 1970", "gorbatov denies plot",
    "carell leaves-open gap",
]  # fmt: skip
FAILED = [
    ("origins of plot = 2", "found 1"),
    ("origins of plot > 3", "found 1"),
    ("voices of plot < 2", "found 2"),
    ("plot is without recorded support", "supported"),
    ("plot falls without barbarossa", "supported"),
    ("plot stands without benes, carell", "without recorded support"),
    ("benes denies plot", "No record"),
    ("carell asserts plot by 1937", "by 1937"),
    ("gorbatov denies plot by 1990", "by 1990"),
]


@pytest.mark.parametrize("line", MET)
def test_met(line: str) -> None:
    assert found(f"expect {line}") == []


@pytest.mark.parametrize(("line", "words"), FAILED, ids=[one[0] for one in FAILED])
def test_failed(line: str, words: str) -> None:
    (one,) = found(f"expect {line}")
    assert one.slug == "failed-expectation" and words in one.detail
    assert (one.span.line, one.span.column, one.span.end_column) == (CORPUS.count("\n") + 1, 1, len(f"expect {line}") + 1)


@pytest.mark.parametrize("line", ["benes knows plot by 1937", "trial before plenum"])
def test_kept_for_later(line: str) -> None:
    assert [(one.slug, one.severity.value) for one in found(f"expect {line}")] == [("expectation-not-evaluated", "note")]
