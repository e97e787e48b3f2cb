"""After an edit only some files are built anew, and the corpus is as if all were."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.written import PREAMBLE, sections

from fontes.compile import Compiled, Unit, compile_units
from fontes.text.parse import parse


def unit(name: str, text: str) -> Unit:
    return Unit.of(name, parse(text, name).statements)


def same(one: Compiled, other: Compiled) -> bool:
    return (one.corpus, one.diagnostics, one.used) == (other.corpus, other.diagnostics, other.used)


def edited(text: str, chance: random.Random) -> str:
    """One line of a text left out, doubled, or put before another."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    line = lines.pop(at)
    return "\n".join([*lines[:at], *([line, line] if chance.random() < 0.3 else []), *lines[at:]])


@settings(max_examples=300)
@given(sections(), st.integers(0, 2**32))
def test_whatever_is_edited(texts: list[str], seed: int) -> None:
    """Statements of every kind; any line of the declarations or of a file is edited, again and again."""
    chance = random.Random(seed)
    files = {f"{number}.fontes": text for number, text in enumerate((PREAMBLE, *texts))}
    units = {name: unit(name, text) for name, text in files.items()}
    made = compile_units(units.values())
    for _ in range(4):
        name = "0.fontes" if chance.random() < 0.6 else chance.choice(sorted(files))
        files[name] = edited(files[name], chance)
        units[name] = unit(name, files[name])
        made = compile_units(units.values(), made)
        assert same(made, compile_units(units.values()))


THINGS = """agent a "A"
  role scholar
agent b "B"
source s "S"
  by a
  out 1936
source t "T"
  out 1950
proposition p "P."
event e "E"
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("source s", "agent s"),
        ("  by a\n", "  by b\n"),
        ("  by a\n", ""),
        ("  out 1936\n", "  out 1937\n"),
        ("  role scholar\n", ""),
        ('source t "T"\n', 'source t "T"\n  by a\n'),
        ("event e", "event f"),
        ('agent b "B"\n', 'agent b "B"\nb asserts p   ^l\n'),
        ("proposition p", "proposition q"),
        ('event e "E"\n', 'event e "E"\nsource found-there "F"\n'),
        ('event e "E"\n', 'event e "E"\nrename gone -> p\n'),
        ('agent a "A"\n', 'corpus c "C"\n  profile shortly "0 to 3 days"\nagent a "A"\n'),
    ],
)
@pytest.mark.parametrize("text", [
    "a asserts p\n", "b asserts p\n  upon ^l\n", "through s p. 3\n\nb asserts p\n  rests-on t\n", "b sought t\n  among found-there\n",
    "a asserts (b knows p)\n", "b dates e 1937\n", "shortly after e, b asserts p\n", "b asserts gone\n",
    "rename old -> p\n", "series n\n  coverage t 1937\n",
])  # fmt: skip
def test_what_a_file_depends_on(text: str, old: str, new: str) -> None:
    """Each thing that the table of names says of a name, changed where nothing else is."""
    still = unit("b.fontes", text)
    before = compile_units([unit("a.fontes", THINGS), still])
    assert old in THINGS
    units = [unit("a.fontes", THINGS.replace(old, new)), still]
    after, anew = compile_units(units, before), compile_units(units)
    assert same(after, anew)


def test_what_does_not_depend_on_an_edit_is_not_built_anew() -> None:
    still, other = unit("b.fontes", "a asserts p\n"), unit("c.fontes", "b asserts p\n")
    before = compile_units([unit("a.fontes", THINGS), still, other])
    after = compile_units([unit("a.fontes", THINGS.replace("  role scholar\n", "")), still, other], before)
    key, apart = ("b.fontes", ""), ("c.fontes", "")
    assert after.built[apart][1] is before.built[apart][1] and after.built[key][1] is not before.built[key][1]
