"""Quotations: found as they stand, spelled otherwise, divided at a line's end, and not there."""

from __future__ import annotations

import unicodedata

import pytest

from fontes.checks import Evidence, check
from fontes.compile import Unit, compile_units
from fontes.diagnostics import Diagnostic
from fontes.text.parse import parse

TEXT = """In the second half of January 1937 I was confi-
dentially informed of a plot. Die Sonne ſcheint über der Straße.
    Всё это было   давно, и не со мной. ¿Quién es?
"""


def found(quotation: str, texts: dict[str, str], particulars: str = "  in memoirs\n") -> list[Diagnostic]:
    text = f'agent benes "B"\nsource memoirs "M"\nsource review "R"\nthrough review\nbenes asserts p "P."\n{particulars}  quote "{quotation}"\n'
    parsed = parse(text, "a.fontes")
    unit = Unit.of("a.fontes", parsed.statements)
    compiled = compile_units([unit])
    assert parsed.diagnostics == () and compiled.diagnostics == ()
    return [one for one in check(Evidence(compiled, (unit,), texts)) if "quotation" in one.slug]


@pytest.mark.parametrize(
    "quotation",
    [
        "In the second half of January 1937",
        "I was confidentially informed of a plot.",
        "informed of a plot. Die Sonne",
        "Всё это было давно",
    ],
)
def test_words_that_stand_there_are_not_remarked_on(quotation: str) -> None:
    assert found(quotation, {"memoirs": TEXT}) == []


def test_letters_taken_apart_are_equal() -> None:
    assert found(unicodedata.normalize("NFD", "Всё это было давно"), {"memoirs": TEXT}) == []
    assert found("Всё это было давно", {"memoirs": unicodedata.normalize("NFD", TEXT)}) == []


@pytest.mark.parametrize(
    ("quotation", "wording"),
    [
        ("in the SECOND half of January, 1937", "In the second half of January 1937"),
        ("I was confidentally informed", "I was confidentially informed"),
        ("Die Sonne scheint", "Die Sonne ſcheint"),
        ("uber der Strasse", "über der Straße"),
        ("Все это было давно", "Всё это было давно"),
    ],
)
def test_other_spellings_are_noted_with_the_wording_of_the_text(quotation: str, wording: str) -> None:
    (one,) = found(quotation, {"memoirs": TEXT})
    assert (one.slug, one.severity.value) == ("quotation-spelled-otherwise", "note")
    assert f"“{wording}”" in one.detail


@pytest.mark.parametrize("quotation", ["Nothing of this kind was ever written there", "Кто там?", "I was never informed of any conspiracy"])
def test_words_that_are_not_there(quotation: str) -> None:
    (one,) = found(quotation, {"memoirs": TEXT})
    assert (one.slug, one.severity.value) == ("quotation-not-found", "error")
    assert (one.span.line, one.span.column) == (7, 3)


def test_the_vehicle_is_looked_into_first_and_then_what_it_is_read_in() -> None:
    words = "informed of a plot"
    assert found(words, {"memoirs": "Other words.", "review": TEXT}) == []
    assert found(words, {"review": TEXT}, particulars="") == []
    assert [one.slug for one in found(words, {"memoirs": "Other words."})] == ["quotation-not-found"]


def test_without_a_text_nothing_is_said() -> None:
    assert found("whatever", {}) == [] == found("whatever", {"another": TEXT})
