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


KNOWN = """
1937-02-01 benes tells carell > gorbatov plot   ^told
carell tells benes bare
1945 gorbatov tells carell gap
event arrest "The arrest"
  after plenum
event conference "The conference"
  when 1937-02
event congress "The congress"
  when 1937-03-10
event sitting "The sitting"
  when 1937-02/1937-04
event debate "The debate"
  when 1937-03
event reception "The reception"
  before conference
event speech "The speech"
  after congress
agent young "Young"
  born 1950
"""


@pytest.mark.parametrize(
    "line",
    [
        "benes knows plot by 1937", "carell knows plot by 1937-02-01", "gorbatov knows plot", "conference before congress",
        "reception before congress", "reception before speech",
    ],
)  # fmt: skip
def test_what_is_certain_is_met(line: str) -> None:
    assert found(f"{KNOWN}expect {line}") == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("gorbatov knows plot by 1937-01", "it had only possibly reached them (Aleksandr Gorbatov denies plot)."),
        ("carell knows plot by 1937-01", "recorded to have reached them only later (Paul Carell asserts plot; Edvard Beneš tells plot)."),
        ("gorbatov knows gap by 1937", "recorded to have reached them only later (Aleksandr Gorbatov tells gap)."),
        ("benes knows bare by 1937", "it had only possibly reached them (Paul Carell tells bare)."),
        ("young knows plot by 1940", "that is ruled out (Young)."),
        ("young knows plot", "no route by which it reached them is recorded here."),
        ("trial before plenum", "nothing recorded here bears on it: 'trial' is not dated, 'plenum' is not dated."),
        ("congress before conference", "rules that out: 'congress' is on 1937-03-10, 'conference' lies between 1937-02-01 and 1937-02-28."),
        ("sitting before congress", "rules that out"),
        ("debate before congress", "does not make that certain: 'debate' lies between 1937-03-01 and 1937-03-31, 'congress' is on 1937-03-10."),
        ("congress before congress", "rules that out"),
        ("speech before sitting", "'speech' is not before 1937-03-11, 'sitting' lies between 1937-02-01 and 1937-04-30."),
        ("conference before reception", "'reception' is over by 1937-02-27."),
    ],
)
def test_what_is_not_certain_fails_and_says_what_was_found(line: str, words: str) -> None:
    (one,) = found(f"{KNOWN}expect {line}")
    assert one.slug == "failed-expectation" and words in one.detail


def test_whom_distrust_would_touch_is_known_all_the_same() -> None:
    """Expectations are evaluated under the plain lens."""
    assert found("carell tells gorbatov plot\nexpect carell knows plot") == []
