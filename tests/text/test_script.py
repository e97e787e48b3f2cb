"""Reading a file for its declarations only, for one statement only, and at one stroke is reading it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from tests.text.written import AGENTS, PREAMBLE, sections

from fontes.compile.gather import find
from fontes.diagnostics import Diagnostic, Span
from fontes.shelf.sheets import read_csv
from fontes.text import heads
from fontes.text.described import described
from fontes.text.parse import parse, parse_lines
from fontes.text.plain import plain_act, plain_particular
from fontes.text.script import Read, Rows, Script, Written
from fontes.text.syntax import DIRECTLY, Act, Declaration, Distinct, Statement
from fontes.text.tokens import Line, UnreadError, tokens
from fontes.text.values import particular

EXAMPLE = Path(__file__).parents[2] / "examples" / "red-army-purge"


def whole(written: Written) -> tuple[Statement, ...]:
    return tuple(written.statements([]))


def bare(one: Statement) -> Statement:
    """Without the section, which a statement read alone does not have."""
    if isinstance(one, Act):
        return one._replace(section=DIRECTLY)
    return replace(one, section=DIRECTLY) if isinstance(one, Declaration | Distinct) else one


def alone(written: Written) -> Iterator[tuple[Statement, Statement | None]]:
    """Each statement as it stands in the whole, and as it is read alone."""
    for one in whole(written):
        yield bare(one), written.at(one.span.line, one.span.end_line)


def declares_the_same(written: Written) -> None:
    few, all_ = find(written.statements([], declaring=True)), find(written.statements([]))
    assert replace(few, corpora=()) == replace(all_, corpora=())
    assert [one.particulars for one in few.corpora] == [one.particulars for one in all_.corpora]


@pytest.mark.parametrize("path", sorted(EXAMPLE.glob("*.fontes")), ids=lambda path: path.name)
def test_a_file_of_the_example(path: Path) -> None:
    written = Script(path.name, path.read_text(encoding="utf-8"))
    declares_the_same(written)
    assert all(one == again for one, again in alone(written))


@given(sections())
def test_any_file(texts: list[str]) -> None:
    for text in (PREAMBLE, *texts):
        written = Script("a.fontes", text)
        declares_the_same(written)
        assert all(one == again for one, again in alone(written))
        found: list[Diagnostic] = []
        parsed = parse(text, "a.fontes")
        assert (tuple(written.statements(found)), tuple(found)) == (parsed.statements, parsed.diagnostics)
        short = Script("a.fontes", text, short=True)
        assert tuple(short.statements([], declaring=True)) == parsed.statements
        for _ in range(2):  # the second time it is read again
            anew: list[Diagnostic] = []
            assert (tuple(short.statements(anew)), tuple(anew)) == (parsed.statements, parsed.diagnostics)


def test_what_declares_nothing_is_passed_over() -> None:
    lines = ["1937 a asserts p", "  in s p. 3", "  per no sense", "1937 a asserts p   ^l", "1937 a asserts q “Q.”", "agent a", "rename b -> a"]
    text = "\n".join([*lines, "expect origins of p = 1", ""])
    few = list(Script("a.fontes", text).statements([], declaring=True))
    assert [one.span.line for one in few] == [4, 5, 6, 7]


def test_a_note_and_its_lines() -> None:
    text = 'Words.\n\n```fontes\nthrough s p. 3\nagent a "A"\n  role scholar\n```\n\n~~~fontes\na asserts p "P."\n~~~\n'
    written = Script("n.md", text)
    declares_the_same(written)
    assert [(one == again, one.span.line) for one, again in alone(written)] == [(True, 4), (True, 5), (True, 10)]
    assert written.at(1, 1) is None or written.at(1, 1) not in whole(written)
    assert written.at(99, 99) is None and written.at(6, 6) is None


def test_the_rows_of_a_sheet() -> None:
    (sheet,), _ = read_csv("kind,name,wording,role\nagent,a,A,scholar\nagent,b,B,press\n", "t.csv")
    settings, _ = described('[[table]]\nfile = "t.csv"\nkind = "agent"\n', "tables.toml")
    rows = Rows(sheet, settings)
    declares_the_same(rows)
    assert len(whole(rows)) == 2 and all(one == again for one, again in alone(rows))


def test_statements_that_are_kept() -> None:
    kept = parse("agent a\nagent b\n", "a.fontes").statements
    assert whole(Read(kept)) == kept and Read(kept).at(2, 2) == kept[1] and Read(kept).at(3, 3) is None


VERBS = ("asserts", "deny", "leaves-open")
PLAIN = [*(f"1937-06-12 {agent} {verb} p-1" for agent in AGENTS for verb in VERBS), "1937   a  doubts   q", "1937-06 a supposes q"]
NOT_PLAIN = [
    "1937-13 a asserts p", "1937 a asserts p ^l", "1937, a asserts p", "1937 a, b asserts p", '1937 a asserts p "P."', "a asserts p",
    "1937 unnamed asserts p", "1937 repeatedly asserts p", "1937 a asserts p.1", "1937 a tells p", "1937 asserts asserts p", "193X a asserts p",
    "1937\ta asserts p", "1937 a asserts",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_act_is_read_as_any(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(text, "a.fontes", 7)
    plain = plain_act(line)
    assert plain is not None
    monkeypatch.setattr(heads, "plain_act", lambda line: None)
    assert heads.head(line) == plain


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_what_is_not_plain_is_left_to_the_others(text: str) -> None:
    assert plain_act(Line(text, "a.fontes", 7)) is None
    assert plain_act(Line("1937 a asserts p", "t.csv", 7, Span("t.csv", 7, 1, 7, 2))) is None


ONE_NAME, PASSAGE = ("work", "work p. 3", "трудъ-1 ¶ 18", "work  pp. 218–219 ", "étude n. 3"), ("p. 34", "12")
MORE = ("work and other", "^l", "work per x", "others")


@pytest.mark.parametrize("keyword", ["in", "rests-on", "per"])
@pytest.mark.parametrize("rest", [*ONE_NAME, *PASSAGE, *MORE])
def test_a_plain_particular_is_read_as_any(keyword: str, rest: str) -> None:
    line = Line(f"  {keyword} {rest}", "a.fontes", 7)
    plain = plain_particular(line)
    key, *found = tokens(line)
    if plain is None:
        assert rest in MORE or (keyword != "per" and rest in PASSAGE)
        return
    try:
        assert particular(line, keyword, False, key, found) == plain
    except UnreadError as unread:
        raise AssertionError(unread.diagnostic) from None


def test_lines_before_the_first_statement_belong_to_none() -> None:
    parsed = parse_lines([(4, "  in s"), (5, "agent a")], "a.fontes")
    assert [one.span.line for one in parsed.statements] == [5] and [one.slug for one in parsed.diagnostics] == ["unreadable-line"]
