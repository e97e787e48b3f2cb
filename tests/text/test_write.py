"""What is written reads as what was read: the laws of the canonical form and of the exported corpus."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.text.written import PREAMBLE, VALUES, compiled, parsed, sections

from fontes.model.plain import NotACorpus, corpus_of, plain, schema
from fontes.text.parse import fenced, parse_markdown
from fontes.text.syntax import Broken
from fontes.text.values import SHAPES
from fontes.text.vocabulary import FAMILIES
from fontes.text.write import format_markdown, format_text, write_head

FEW = settings(max_examples=120, deadline=None)
SCHEMA = Draft202012Validator(schema())


def test_every_keyword_of_the_language_is_written_by_the_strategy() -> None:
    known = {keyword for keywords in FAMILIES.values() for keyword in keywords} | set(SHAPES)
    assert known - set(VALUES) == {"part-of"}, "part-of is drawn by family"


@FEW
@given(sections())
def test_what_the_grammar_allows_is_read_without_a_word(parts: list[str]) -> None:
    found = parsed(PREAMBLE + "".join(parts))
    assert [(one.slug, one.detail) for one in found.diagnostics if one.severity.value == "error"] == []
    assert not [one for one in found.statements if isinstance(one, Broken)]


@FEW
@given(sections())
def test_the_canonical_form_is_stable_and_the_same_corpus(parts: list[str]) -> None:
    text = PREAMBLE + "".join(parts)
    once, _ = format_text(text, "a.fontes")
    twice, _ = format_text(once, "a.fontes")
    assert twice == once
    assert compiled(once).corpus == compiled(text).corpus


@FEW
@given(sections(), st.randoms(use_true_random=False))
def test_order_and_files_are_not_content(parts: list[str], chance: random.Random) -> None:
    whole = compiled(PREAMBLE + "".join(parts))
    pieces = [PREAMBLE, *parts]
    chance.shuffle(pieces)
    cut = chance.randrange(len(pieces) + 1)
    files = ["".join(pieces[:cut]), "directly\n" + "".join(pieces[cut:])]
    chance.shuffle(files)
    assert compiled(*files).corpus == whole.corpus


@FEW
@given(sections())
def test_a_corpus_goes_through_json_without_loss_and_by_its_schema(parts: list[str]) -> None:
    corpus = compiled(PREAMBLE + "".join(parts)).corpus
    values = json.loads(json.dumps(plain(corpus)))
    assert corpus_of(values) == corpus
    assert next(SCHEMA.iter_errors(values), None) is None


def test_the_schema_is_a_schema_and_refuses_what_is_no_corpus() -> None:
    Draft202012Validator.check_schema(schema())
    assert not SCHEMA.is_valid({})
    assert not SCHEMA.is_valid({"format": "fontes-corpus-1", "agents": {"x": {"id": "x"}}})


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"format": "fontes-corpus-0"},
        {"format": "fontes-corpus-1", "kings": {}},
        {"format": "fontes-corpus-1", "agents": {"x": {"id": 7}}},
        {"format": "fontes-corpus-1", "agents": {"x": {"id": "x", "name": "X"}}},
        {"format": "fontes-corpus-1", "stances": {"s": {"attitude": "thinks"}}},
    ],
)
def test_what_is_no_corpus_is_refused_in_words(values: dict[str, object]) -> None:
    with pytest.raises(NotACorpus):
        corpus_of(values)


@FEW
@given(sections(most=2))
def test_a_note_keeps_its_prose_and_gets_its_blocks_in_canonical_form(parts: list[str]) -> None:
    prose = "# Notes\n\nSomething   said.\n"
    note = f"{prose}\n```fontes\n{PREAMBLE}{parts[0]}```\n\nMore,   as it is.\n"
    once, _ = format_markdown(note, "n.md")
    assert once.startswith(prose) and once.endswith("```\n\nMore,   as it is.\n")
    assert format_markdown(once, "n.md")[0] == once
    block = "\n".join(line for line in next(iter(fenced(once))) for line in [line[1]])
    assert compiled(block).corpus == compiled(PREAMBLE + parts[0]).corpus
    assert len(parse_markdown(once, "n.md").statements) == len(parse_markdown(note, "n.md").statements)


@pytest.mark.parametrize(
    ("loose", "canonical"),
    [
        ("agent   x    “X”\n\trole   scholar,press\n", 'agent x "X"\n  role scholar, press\n'),
        ("\n\n\nagent x\n\n\n\nagent y\n\n\n", "agent x\n\nagent y\n"),
        ("# a word   \nagent x\n  # another\n  note hm\n", '# a word\nagent x\n  # another\n  note "hm"\n'),
        ("a,b assert p\n", "a, b assert p\n"),
        ("a,b asserts p\n", "a, b assert p\n"),
        ("a assert p\n", "a asserts p\n"),
        ("1937, a asserts p\n", "1937 a asserts p\n"),
        ("a asserts ( b  knows p   by  1937 ) ^l\n", "a asserts (b knows p by 1937)   ^l\n"),
        ("this is no statement   of ours\n", "this is no statement   of ours\n"),
        ("this is none\n   and   below it\n", "this is none\n   and   below it\n"),
        ("expect  origins of p<=3\n", "expect origins of p <= 3\n"),
        ("through s p. 3  via t\n", "through s p. 3 via t\n"),
        ("a tells b>c,d p\n", "a tells b > c, d p\n"),
    ],
)
def test_the_canonical_form(loose: str, canonical: str) -> None:
    assert format_text(loose, "a.fontes")[0] == canonical


def test_a_broken_statement_has_no_canonical_form() -> None:
    with pytest.raises(ValueError, match="canonical"):
        write_head(parsed("no such thing").statements[0])


def test_comments_and_broken_statements_lose_nothing() -> None:
    text = "# one\n\nagent x\n# two\n  role king\n  note kept\nno verb here\n  part of it\n# three\n"
    once = format_text(text, "a.fontes")[0]
    assert [line for line in text.split("\n") if line.startswith(("#", "no", "  part", "  role"))] == [
        line for line in once.split("\n") if line.startswith(("#", "no", "  part", "  role"))
    ]
