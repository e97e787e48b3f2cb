"""What is found, in whatever spelling."""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.compile import Unit, compile_units
from fontes.findings.index import Among, Found, Kept, find, indexed
from fontes.findings.index.sounds import sounded
from fontes.model.spelling import folded, in_order
from fontes.text.parse import parse
from fontes.workbench import Workbench

CORPUS = """
corpus dossier "The dossier"
  format 1

agent tukhachevskii "Mikhail Nikolaevich Tukhachevskii"
  also "М. Н. Тухачевский"
agent benes "Edvard Beneš"
agent goring "Hermann Göring"
source memoirs "Memoirs of Dr Beneš"
  kind memoir
  by benes
  note "The Czech edition differs."
  private note "Lent by a friend in Znojmo."
proposition reached "A dossier reached Stalin."
  answers why
question why "Why was the army purged?"
1954 benes asserts reached
  in memoirs p. 47
  quote "there is no smoke without fire"
"""


@pytest.fixture
def asked(tmp_path: Path) -> Callable[[str], Found]:
    """Ask the corpus above, with a text of the memoirs."""
    (tmp_path / "all.fontes").write_text(CORPUS, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "memoirs.txt").write_text("First line.\n\nThe president spoke\nof a dossier at night.\n", encoding="utf-8")
    bench = Workbench.open(tmp_path)
    index = indexed(bench.corpus, bench.concordance().entries.values(), bench.texts)
    return lambda query: find(index, query)


@pytest.mark.parametrize("query", ("Tukhachevskii", "ТУХАЧЕВСКИЙ", "tuchatschewski", "Toukhatchevski", "Tukhachevsky", "tukhach", "Tukachevskii"))
def test_a_name_is_found_in_every_script_and_transliteration(asked: Callable[[str], Found], query: str) -> None:
    """And where one begins to type it, or slips."""
    assert asked(query).ids(Among.AGENTS) == ["tukhachevskii"]


@pytest.mark.parametrize(
    ("query", "among", "kept"),
    (
        ("goring", Among.AGENTS, Kept.NAME), ("тухачевский", Among.AGENTS, Kept.ALSO), ("czech", Among.SOURCES, Kept.NOTE),
        ("smoke fire", Among.STATEMENTS, Kept.QUOTE), ("47", Among.STATEMENTS, Kept.PARTICULAR), ("night dossier", Among.TEXTS, Kept.TEXT),
        ("memoir", Among.SOURCES, Kept.NAME), ("purged", Among.QUESTIONS, Kept.NAME),
    ),
)  # fmt: skip
def test_what_was_found_is_shown_where_it_stands(asked: Callable[[str], Found], query: str, among: Among, kept: Kept) -> None:
    """With the words marked, and of a full text the line."""
    found = asked(query)
    (_, number), *_ = found.part(among, 0, 1)
    hit = found.hit(number)
    assert hit is not None and hit.marks
    assert hit.kept is kept or query == "тухачевский"
    assert hit.line == (4 if among is Among.TEXTS else 0)
    assert all(hit.words[begin:end].strip() for begin, end in hit.marks)


def test_all_words_must_be_found_with_one_thing_and_private_notes_are_not(asked: Callable[[str], Found]) -> None:
    """A statement is found by who makes it and what it is on together; nothing by what no page shows."""
    assert asked("Beneš dossier").ids(Among.STATEMENTS)
    assert not asked("Göring dossier").things[Among.STATEMENTS].size
    assert all(not asked("Znojmo").count(among) for among in Among)


def test_a_slip_is_forgiven_and_said(asked: Callable[[str], Found]) -> None:
    """But a figure is never another figure."""
    assert asked("prezident").nearly == (("prezident", ("president",)),)
    assert not asked("48").nearly
    assert asked("dossier").nearly == ()


@given(st.text(max_size=30))
def test_any_words_can_be_asked_for(query: str) -> None:
    """To sound a word twice changes nothing more where it is written in Latin letters, and a person's order is one for all."""
    assert sounded(folded(query)) is not None
    assert (in_order(query) == in_order(query.swapcase())) or folded(query) != folded(query.swapcase())


def test_what_is_found_is_what_a_plain_search_finds() -> None:
    """The index finds at least whatever has every word in its name, letter by letter, on names drawn at random."""
    draw = random.Random(3)
    names = [" ".join("".join(draw.choices(string.ascii_lowercase[:6], k=draw.randint(3, 6))) for _ in range(3)) for _ in range(300)]
    text = 'corpus c "C"\n  format 1\n' + "".join(f'agent a{n} "{name}"\n' for n, name in enumerate(names))
    corpus = compile_units([Unit.of("small.fontes", parse(text, "small.fontes").statements)]).corpus
    index = indexed(corpus, ())
    for _ in range(200):
        wanted = [draw.choice(names).split()[draw.randrange(3)][: draw.randint(3, 6)] for _ in range(draw.randint(1, 2))]
        plain = {f"a{n}" for n, name in enumerate(names) if all(word in name for word in wanted)}
        assert plain <= set(find(index, " ".join(wanted)).ids(Among.AGENTS))
