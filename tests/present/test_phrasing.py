"""The one voice."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fontes.present
from fontes.model.sources import Origin
from fontes.model.stances import Attitude
from fontes.present.pages import Words, text_of
from fontes.present.phrasing import ATTITUDES, chained, counted, joined, number, origin_sign, ranged, say, wording

SOURCE = Path(fontes.present.__file__).parents[1]


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (1200, "1,200"), (-1, "-1")]
)
def test_numbers_up_to_twelve_are_words(count: int, words: str) -> None:
    assert number(count) == words


def test_plurals() -> None:
    assert counted(1, "voice") == "one voice"
    assert counted(0, "voice") == "no voices"
    assert counted(2, "press", "voices of the press") == "two voices of the press"
    assert ranged(3, 5, "voice") == "three to five voices"
    assert ranged(1, 1, "voice") == "one voice"


@given(st.lists(st.text("ab", min_size=1, max_size=3), max_size=5))
def test_a_list_keeps_every_name_in_order(names: list[str]) -> None:
    text = text_of(joined([(Words(name),) for name in names]))
    assert re.split(", | and ", text) == (names or [""])


def test_a_pattern_keeps_user_text_as_it_is() -> None:
    assert text_of(say("{a} and {b}", a="{b}", b="<x>")) == "{b} and <x>"


def test_a_part_that_is_missing_is_a_fault() -> None:
    with pytest.raises(KeyError):
        say("{a}")


def test_empty_sentences_leave_no_gap() -> None:
    assert text_of(chained((), (Words("a"),), (), (Words("b"),))) == "a b"


def test_every_attitude_and_origin_has_a_sign_of_its_own() -> None:
    assert set(ATTITUDES) == set(Attitude)
    assert len({sign.mark for sign in ATTITUDES.values()}) == len(Attitude)
    assert len({origin_sign(origin.value).mark for origin in Origin}) == len(Origin)


def _constants() -> dict[str, str]:
    tree = ast.parse(Path(wording.__file__).read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for target in ast.walk(node.targets[0]):
                if isinstance(target, ast.Name):
                    names[target.id] = ast.unparse(node.value)
    return names


def test_no_wording_is_left_over() -> None:
    """Text that nothing shows is text that a translator would work on for nothing."""
    kept = [path for kind in ("*.py", "*.html") for path in SOURCE.rglob(kind) if path.name != "wording.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in kept)
    assert [name for name in _constants() if not re.search(rf"\b{name}\b", code)] == []


def test_the_voice_never_claims_more_than_is_recorded() -> None:
    said = " ".join(_constants().values()).lower()
    assert [word for word in ("true", "false", "proved", "debunked", "score") if re.search(rf"\b{word}\b", said)] == []
