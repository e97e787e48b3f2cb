"""Pages about one thing with very many voices: what is left out is counted in words, and nothing is claimed of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fontes.findings.engine.stable import Models
from fontes.findings.support import settlements
from fontes.web import studies
from fontes.web.drawn import MOST_FOLLOWED

from .conftest import Ask

VOICES = MOST_FOLLOWED + 20


def crowd(*more: str) -> str:
    lines = ['corpus c "C"', "  format 1", 'question why "Why?"', 'proposition crowd "Everybody says it."', "  answers why"]
    for i in range(VOICES):
        lines += [f'agent a{i} "Agent {i}"', f'source s{i} "Source {i}"', f"{1900 + i} a{i} asserts crowd", f"  rests-on s{i}"]
    return "\n".join((*lines, *more)) + "\n"


def test_the_first_statements_are_followed_and_the_others_counted(asking: Callable[[str], Ask]) -> None:
    text = asking(crowd())("/propositions/crowd").text
    assert "20 statements not followed here: later than these, or without a date" in text
    assert "20 statements not drawn: later than these, or without a date." in text, "said where the drawing is described"
    trail = text[text.index('id="trail"') :]
    assert "Source 0" in trail and f"Source {MOST_FOLLOWED - 1}" in trail and f"Source {VOICES - 1}" not in trail
    assert "60 voices" in text and "60 ends" in text, "what is counted is counted of all"


def test_a_criticism_of_what_is_not_followed_is_told(asking: Callable[[str], Ask]) -> None:
    ask = asking(crowd(f"1990 a0 impeaches s{VOICES - 1} as forged", "1991 a1 impeaches crowd as partial"))
    text = ask("/propositions/crowd").text
    assert f"Source {VOICES - 1}" in text[text.index("Criticisms") :]


def test_with_many_voices_separate_lines_are_told_elsewhere(asking: Callable[[str], Ask], monkeypatch: pytest.MonkeyPatch) -> None:
    ask = asking(crowd())
    monkeypatch.setattr(studies, "MOST_TRACED", VOICES)
    assert "Separate lines of descent" in ask("/questions/why").text
    monkeypatch.setattr(studies, "MOST_TRACED", VOICES - 1)
    again = asking(crowd())("/questions/why").text
    assert "Separate lines of descent" not in again and "are told on the page of the answer" in again


def test_a_search_for_settlements_that_was_broken_off_claims_nothing(asking: Callable[[str], Ask], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settlements, "stable", lambda *_, **__: Models((), False))
    text = asking(
        'agent a "A"\nagent b "B"\nsource s "S"\n  by a\nsource t "T"\n  by b\n'
        "1990 a impeaches t as forged\n  in s\n1990 b impeaches s as forged\n  in t\n1980 a asserts p\n  rests-on s\n"
    )("/settlements").text
    assert "whether there is any was not found out" in text and "no coherent settlement" not in text
