"""``fontes settlements``, as a reader runs it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from fontes.cli.commands import app

LETTER = """
agent witness "The witness"
agent critic "Ilse Brandt"
agent friend "Peter Okonjo"
source letter "The letter"
witness asserts p "The bell was cast here."   ^x
  in letter
critic impeaches letter as forged   ^no
"""
VOUCHED = LETTER + "friend vouches-for letter as authentic   ^yes\n"
QUARREL = """
agent a "A"
agent b "B"
agent c "C"
source sa "A's book"
source sb "B's book"
source sc "C's book"
a impeaches sb as careless   ^ab
  in sa
b impeaches sc as careless   ^bc
  in sb
c impeaches sa as careless   ^ca
  in sc
"""


def run(root: Path, text: str, *words: str) -> Result:
    (root / "a.fontes").write_text(text, encoding="utf-8")
    made = CliRunner().invoke(app, ["settlements", str(root), *words])
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def values(root: Path, text: str, *words: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(root, text, "--json", *words).stdout)
    return made


def words_of(made: Result) -> str:
    return " ".join(made.stdout.split())


def test_the_shape_of_the_json(tmp_path: Path) -> None:
    found = values(tmp_path, VOUCHED)
    assert list(found)[:3] == ["undecided", "settlements", "complete"]
    assert found["undecided"] == ["p", "x", "letter"]
    assert [(one["stands"], one["falls"]) for one in found["settlements"]] == [([], ["p", "x", "letter"]), (["p", "x", "letter"], [])]
    assert [one["counts"] for one in found["settlements"]] == [
        [{"criticism": "no", "aspect": "forged", "on": ""}], [{"criticism": "yes", "aspect": "authentic", "on": ""}],
    ]  # fmt: skip
    assert (found["complete"], found["total"], found["coherent"], found["criticisms"], found["reading"]) == (True, 2, True, ["counting"], "any")
    assert found["things"][1] == {"kind": "statement", "id": "x", "words": "The witness asserts p", "file": "a.fontes", "line": 6}


def test_each_settlement_in_a_sentence_with_its_consequences(tmp_path: Path) -> None:
    said = words_of(run(tmp_path, VOUCHED))
    assert "Two criticisms contradict each other, and three things stay undecided. There are two coherent ways to settle it." in said
    assert "All criticisms recorded here are let count." in said and "any one of them is taken to suffice" in said
    first = "1. It counts that Ilse Brandt impeaches The letter as forged, but not that Peter Okonjo vouches for The letter as authentic."
    assert first in said
    assert "falls: The bell was cast here. p" in said.split(first)[1].split("2. It counts")[0]
    assert "stands: belief in The letter" in said.split("2. It counts that Peter Okonjo")[1]


def test_without_an_answer_nothing_is_undecided(tmp_path: Path) -> None:
    found = values(tmp_path, LETTER)
    (only,) = found["settlements"]
    assert (found["undecided"], only["stands"], only["falls"], found["total"], found["complete"]) == ([], [], [], 1, True)
    assert found["counting"] == [{"criticism": "no", "aspect": "forged", "on": ""}]
    assert "Nothing stays undecided" in words_of(run(tmp_path, LETTER)) and "One criticism counts." in words_of(run(tmp_path, LETTER))


def test_kinds_that_do_not_contradict_each_other(tmp_path: Path) -> None:
    late = VOUCHED + "critic impeaches letter as late\n"
    assert values(tmp_path, late, "--criticisms", "late")["undecided"] == []
    assert values(tmp_path, late, "--criticisms", "forged")["undecided"] == ["p", "x", "letter"]
    assert "those count that are about: late." in words_of(run(tmp_path, late, "--criticisms", "late"))


def test_shown_criticisms_settle_nothing(tmp_path: Path) -> None:
    assert values(tmp_path, VOUCHED, "--criticisms", "shown")["criticisms"] == []
    assert "No criticism counts under this lens" in words_of(run(tmp_path, VOUCHED, "--criticisms", "shown"))


def test_a_kept_lens_is_used_as_it_is(tmp_path: Path) -> None:
    kept = VOUCHED + "1930, friend vouches-for letter as genuine\nlens l \"Later first\"\n  criticisms forged\n  prefer later\n"
    found = values(tmp_path, kept, "--lens", "l")
    assert found["criticisms"] == ["forged"]
    assert "the certainly later one is preferred" in words_of(run(tmp_path, kept, "--lens", "l"))


def test_distrust_of_a_critic_settles_it(tmp_path: Path) -> None:
    assert values(tmp_path, VOUCHED, "--distrust", "critic")["undecided"] == []


def test_an_odd_circle_is_said_to_have_no_coherent_settlement(tmp_path: Path) -> None:
    found = values(tmp_path, QUARREL)
    assert (found["settlements"], found["complete"], found["total"], found["coherent"]) == ([], True, 0, False)
    assert [one["criticism"] for one in found["contradictions"][0]["loop"]] == ["ab", "ca", "bc"]
    said = words_of(run(tmp_path, QUARREL))
    assert "There is no coherent settlement of the whole." in said and "Three answer each other in a circle of odd length" in said
    assert "Were that left out, the rest could be settled." in said


def test_settlements_that_go_with_each_other_are_listed_up_to_a_limit(tmp_path: Path) -> None:
    pairs = "".join(
        f'source s{n} "S{n}"\nwitness asserts p{n} "P{n}."\n  in s{n}\ncritic impeaches s{n} as late\nfriend vouches-for s{n} as late\n'
        for n in range(3)
    )
    found = values(tmp_path, LETTER + pairs, "--most", "3")
    assert (len(found["settlements"]), found["total"], found["complete"], len(found["contradictions"])) == (3, 8, False, 3)
    said = words_of(run(tmp_path, LETTER + pairs))
    assert "Criticisms that contradict each other: three of three" in said and "There are eight coherent ways" in said
    assert "every settlement of one goes with every settlement of the others" in said and "One criticism counts however the rest is settled." in said


def test_the_other_reading_is_named(tmp_path: Path) -> None:
    two = VOUCHED + 'source register "Register"\nfriend asserts q "Q."   ^y\n  rests-on letter\n  rests-on register\n'
    said = words_of(run(tmp_path, two))
    assert "Two things stay undecided only where all lines of grounds are taken to be needed" in said
    assert "all of them are taken to be needed" in words_of(run(tmp_path, two, "--reading", "all"))
    assert values(tmp_path, two, "--reading", "all")["undecided"] == ["p", "q", "x", "y", "letter"]


@pytest.mark.parametrize(("words", "said"), [(("--criticisms", "coarsed"), "coarsed"), (("--most", "0"), "--most"), (("gone",), "gone")])
def test_what_is_not_understood_is_refused(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    made = run(tmp_path, VOUCHED, *words)
    assert made.exit_code == 2 and said in made.output


def test_a_page_does_not_grow_with_what_is_contradicted(tmp_path: Path) -> None:
    """Twenty-five contradictions and one of twenty-five in a ring: a million settlements and more are not spelt out."""
    text = LETTER + "".join(f'source s{n} "S{n}"\nwitness asserts p{n} "P{n}."\n  in s{n}\n' for n in range(25))
    pairs = "".join(f"critic impeaches s{n} as late\nfriend vouches-for s{n} as late\n" for n in range(25))
    said = words_of(run(tmp_path, text + pairs))
    assert "more than a million coherent ways" in said and "Five more contradictions are not shown here" in said
    assert "and 55 more" in said.split("Undecided")[1]
    ring = "".join(f"witness impeaches s{(n + 1) % 25} as late\n  in s{n}\n" for n in range(25))
    said = words_of(run(tmp_path, text + ring))
    assert "25 answer each other in a circle of odd length" in said and "and five more, which is answered by the first" in said
    assert "Five more pairs are not listed here." in said


PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "criticisms.md"
SHOWN = re.findall(r"```sh\nfontes settlements bell ?([^\n]*)\n```\n\n```text\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize(("words", "said"), SHOWN, ids=[words or "plain" for words, _ in SHOWN])
def test_what_the_guide_shows_is_what_is_printed(tmp_path: Path, words: str, said: str) -> None:
    (corpus,) = re.findall(r"```fontes\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert words_of(run(tmp_path, corpus, *words.split())) == " ".join(said.split())


def test_the_guide_shows_two_commands() -> None:
    assert len(SHOWN) == 2
