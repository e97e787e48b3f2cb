"""Lines to statements: exact places, and recovery after everything that is broken."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.written import PREAMBLE, sections

from fontes.diagnostics import Diagnostic, Span
from fontes.text.parse import parse, parse_markdown
from fontes.text.syntax import Act, Broken, Dated, Declaration, Embedded, Expect, Through, Unrecorded, Word


def under(text: str, span: Span) -> str:
    """What stands at a place of one line."""
    assert span.line == span.end_line
    return text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def act(text: str) -> Act:
    one = parse(text, "a.fontes").statements[0]
    assert isinstance(one, Act), parse(text, "a.fontes").diagnostics
    return one


def told(found: tuple[Diagnostic, ...], text: str) -> list[tuple[str, str]]:
    return [(one.slug, under(text, one.span)) for one in found]


def test_every_part_of_an_act_knows_its_place() -> None:
    text = '# a comment\nabout 1937, ezhov, ягода repeatedly assert план "A plan."\n  in diary p. 3 per book p. 9\n'
    one = act(text)
    assert one.date is not None and under(text, one.date.span) == "about 1937"
    assert [under(text, word.span) for word in one.agents] == ["ezhov", "ягода"]
    assert (under(text, one.verb.span), one.verb.text, one.repeatedly) == ("assert", "asserts", True)
    assert isinstance(one.object, Word) and under(text, one.object.span) == "план"
    assert one.wording is not None and (under(text, one.wording.span), one.wording.text) == ('"A plan."', "A plan.")
    assert one.span == Span("a.fontes", 2, 1, 3, 30)
    line = one.particulars[0]
    assert (under(text, line.span), under(text, line.keyword.span)) == ("in diary p. 3 per book p. 9", "in")
    assert line.access is not None and under(text, line.access.span) == "book p. 9"


def test_brackets_know_their_place() -> None:
    text = "1930 reznikov asserts (syrtsov asserts (a knows p by 1929))   ^l"
    one = act(text)
    outer = one.object
    assert isinstance(outer, Embedded) and under(text, outer.span) == "(syrtsov asserts (a knows p by 1929))"
    inner = outer.object
    assert isinstance(inner, Embedded) and under(text, inner.span) == "(a knows p by 1929)"
    assert isinstance(inner.by, Dated) and under(text, inner.by.span) == "1929"
    assert one.label is not None and under(text, one.label.span) == "^l"


def test_columns_count_signs_and_not_bytes() -> None:
    text = "1937 бенеш asserts план   ^л\n"
    one = act(text)
    assert one.label is not None and one.label.span == Span("a.fontes", 1, 27, 1, 29)


@settings(max_examples=60, deadline=None)
@given(sections())
def test_every_name_stands_where_it_is_said_to_stand(parts: list[str]) -> None:
    text = PREAMBLE + "".join(parts)
    for one in parse(text, "a.fontes").statements:
        if isinstance(one, Act):
            for word in (*one.agents, *((one.label,) if one.label else ())):
                assert unicodedata.normalize("NFC", under(text, word.span)) == word.text
        if isinstance(one, Declaration):
            assert under(text, one.name.span) == one.name.text
        if isinstance(one, Act | Declaration):
            for line in one.particulars:
                assert under(text, line.span) == text.split("\n")[line.span.line - 1].strip()


BROKEN = [
    ("ulam thinks so", "ulam thinks so", "No verb"),
    ("ulam assertz p", "assertz", "Did you mean 'assert'"),
    ("sorce s", "sorce", "'source'"),
    ("ulam asserts", "ulam asserts", "missing"),
    ("asserts p", "asserts p", "Who"),
    ('ulam asserts p "open', '"open', "not closed"),
    ("ulam asserts p q", "q", "After the proposition"),
    ("ulam knows p", "knows", "brackets"),
    ("ulam asserts (a knows p by 1937", "ulam asserts (a knows p by 1937", "not closed"),
    ("ulam asserts (a thinks p)", "ulam asserts (a thinks p)", "In brackets"),
    ("ulam asserts (a asserts p on x)", "on x", "by DATE"),
    ("ulam asserts (a asserts p) because", "because", "label"),
    ("agent", "agent", "name"),
    ("agent 7up", "7up", "not a name"),
    ('agent a "A" scholar', "scholar", "own"),
    ("through", "through", "per"),
    ("through ¶ 4", "through ¶ 4", "source"),
    ("directly now", "now", "Nothing"),
    ("rename a to b", "rename a to b", "old-name"),
    ("distinct a", "distinct a", "two"),
    ("expect something nice", "expect something nice", "expectation"),
    ("expect kings of p = 1", "expect kings of p = 1", "counted"),
    ("expect p improves without a", "expect p improves without a", "falls"),
    ("a tells p", "a tells p", "To whom"),
    ("a tells b c p", "a tells b c p", "Receivers"),
    ("a orders nothing", "a orders nothing", "quotation marks"),
    ("a impeaches s because", "a impeaches s because", "aspect"),
    ("a serves-as x y", "a serves-as x y", "office"),
    ("a dates e", "a dates e", "date"),
    ("a assesses o p C", "a assesses o p C", "OBSERVATION"),
    ("a assesses o: p Z", "a assesses o: p Z", "mark"),
    ("unnamed asserts p", "unnamed asserts p", "unnamed"),
    ("a b asserts p", "a b", "commas"),
]


@pytest.mark.parametrize(("line", "place", "words"), BROKEN, ids=[one[0] for one in BROKEN])
def test_a_broken_line_is_told_of_and_the_next_is_read(line: str, place: str, words: str) -> None:
    text = f"agent x\n{line}\nagent y\n"
    found = parse(text, "a.fontes")
    (one,) = [one for one in found.diagnostics if one.severity.value == "error"]
    assert (one.slug, under(text, one.span)) == ("unreadable-line", place)
    assert words in one.detail
    assert [s.name.text for s in found.statements if isinstance(s, Declaration)] == ["x", "y"]


def test_a_particular_without_a_statement_is_told_of() -> None:
    text = "# a remark\n  role scholar\n  # another\nagent x\n"
    assert told(parse(text, "a.fontes").diagnostics, text) == [("unreadable-line", "role scholar")]


def test_what_stands_under_a_broken_line_is_left_with_it() -> None:
    found = parse("no such thing\n  rests-on x\n\n  # comment\n  per y\nagent z\n", "a.fontes")
    assert found.statements[0] == Broken(Span("a.fontes", 1, 1, 5, 8))
    assert [one.slug for one in found.diagnostics] == ["unreadable-line"]


def test_a_broken_particular_takes_only_itself_along() -> None:
    text = "a asserts p\n  rests on x\n  rests-on b or\n  in s\n  quote\n"
    found = parse(text, "a.fontes")
    (one,) = found.statements
    assert isinstance(one, Act) and [line.keyword.text for line in one.particulars] == ["in"]
    assert told(found.diagnostics, text) == [("unknown-keyword", "rests"), ("unreadable-line", "rests-on b or"), ("unreadable-line", "quote")]


@pytest.mark.parametrize(
    ("text", "slug", "place"),
    [
        ("agent a\n  rol scholar\n", "unknown-keyword", "rol"),
        ("agent a\n  when 1937\n", "unknown-keyword", "when"),
        ("agent a\n  zzz\n", "unknown-keyword", "zzz"),
        ("expect p is supported\n  note x\n", "unknown-keyword", "note x"),
        ("agent a\n  role king\n", "unknown-value", "king"),
        ("agent a\n  role witness, scolar\n", "unknown-value", "scolar"),
        ("agent a\n  kind person\n  kind group\n", "doubled-particular", "kind group"),
        ("a, b assert p   ^l\n", "label-of-many", "^l"),
        ("agent a\n  born 30 February 1937\n", "date-not-understood", "30 February 1937"),
        ("1937-13 a asserts p\n", "date-not-understood", "1937-13"),
        ("sometime in spring, a asserts p\n", "unreadable-line", "sometime in spring"),
        ("between 1937 and 1936, a asserts p\n", "reversed-interval", "between 1937 and 1936"),
        ("1936/1937 a asserts p\n", "span-before-an-act", "1936/1937"),
        ("a serves-as \"x\"\n  from ../1936\n", "open-beginning", "../1936"),
        ("event e\n  lasts long\n", "date-not-understood", "long"),
    ],
)
def test_what_is_said_of_particulars_and_dates(text: str, slug: str, place: str) -> None:
    assert told(parse(text, "a.fontes").diagnostics, text) == [(slug, place)]


def test_a_near_word_comes_with_its_way_out() -> None:
    (one,) = parse("agent a\n  rolle scholar\n", "a.fontes").diagnostics
    assert [(fix.title, fix.edits[0].replacement, fix.safe) for fix in one.fixes] == [("replace by 'role'", "role", False)]


def test_a_missing_comma_after_a_date_is_put_safely() -> None:
    text = "summer 1936 ulam asserts p\n"
    (one,) = parse(text, "a.fontes").diagnostics
    (fix,) = one.fixes
    assert fix.safe and fix.edits[0].span == Span("a.fontes", 1, 12, 1, 12)
    mended = text[:11] + fix.edits[0].replacement + text[11:]
    assert parse(mended, "a.fontes").diagnostics == ()


def test_tabs_are_read_and_told_of_once() -> None:
    found = parse("agent a\n\trole scholar\nagent b\n\trole press\n\tnote x\n", "a.fontes")
    assert [(one.slug, one.span.line) for one in found.diagnostics] == [("tab-indentation", 2)]
    assert [len(one.particulars) for one in found.statements if isinstance(one, Declaration)] == [1, 2]


def test_a_section_holds_until_the_next() -> None:
    text = "agent a\nthrough s ¶ 4\nagent b\ndirectly\nagent c\n"
    found = parse(text, "a.fontes").statements
    held = {one.name.text: one.section.source for one in found if isinstance(one, Declaration)}
    assert held["a"] is None and held["c"] is None
    assert held["b"] is not None and held["b"].text == "s"
    assert [one.section.passage for one in found if isinstance(one, Through)] == ["¶ 4", ""]


def test_blocks_in_notes_begin_directly_and_keep_their_lines() -> None:
    text = "# Note\n```fontes\nthrough s\nagent a\n```\n~~~~ fontes\nagent b\n```\nagent c\n~~~~\n```python\nagent d\n```\n    ```fontes\n"
    found = parse_markdown(text, "n.md")
    names = {one.name.text: (one.span.line, one.section.source is not None) for one in found.statements if isinstance(one, Declaration)}
    assert names == {"a": (4, True), "b": (7, False), "c": (9, False)}
    assert [one.span.line for one in found.diagnostics] == [8]


def test_a_block_without_an_end_is_read_to_the_end() -> None:
    found = parse_markdown("```fontes\nagent a", "n.md").statements
    assert isinstance(found[0], Declaration)


SCRIPTS = ["тухачевский", "Σταλιν", "محمد-علي", "गांधी", "毛泽东", "दिल्ली-षड्यंत्र", "Ἀθηναῖοι", "Dvořák-2", "נחמיה", "ミハイル"]


@pytest.mark.parametrize("word", SCRIPTS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_in_many_scripts(word: str, form: str) -> None:
    given_ = unicodedata.normalize(form, word)  # type: ignore[arg-type]
    found = parse(f'agent {given_} "X"\n1937 {given_}, b assert p-{given_}   \n', "a.fontes")
    assert found.diagnostics == ()
    first, second = found.statements
    assert isinstance(first, Declaration) and isinstance(second, Act)
    composed = unicodedata.normalize("NFC", word)
    assert first.name.text == second.agents[0].text == composed
    assert isinstance(second.object, Word) and second.object.text == f"p-{composed}"


@pytest.mark.parametrize("word", ["7up", "a--b", "a-", "-a", "a.b", "a_b"])
def test_what_is_no_name(word: str) -> None:
    found = parse(f"agent {word}\n", "a.fontes")
    named = [one.name.text for one in found.statements if isinstance(one, Declaration)]
    assert (named == []) == bool(found.diagnostics)
    if word in ("7up", "-a", "a.b"):
        assert named == []


def test_grounds_bind_as_the_grammar_says() -> None:
    one = act('a asserts p\n  rests-on s p. 3 and q or that ^l, text of t "pp. 1, 2", u saying r, others per v\n')
    line = one.particulars[0]
    assert isinstance(line.value, Unrecorded) and line.access is not None
    first, second, third, last = line.value.members
    assert [type(part).__name__ for part in line.value.members] == ["AnyOf", "Member", "Member", "Member"]
    assert [type(part).__name__ for part in first.members] == ["AllOf", "Member"]  # type: ignore[union-attr]
    assert (second.kind, second.passage) == ("text", "pp. 1, 2")  # type: ignore[union-attr]
    assert third.saying is not None and third.saying.text == "r"  # type: ignore[union-attr]
    assert last.kind == "others"  # type: ignore[union-attr]


def test_expectations() -> None:
    text = "expect shown-origins of p<=3\nexpect p is weakened without a, ^l, kind:memoir\nexpect a knows p by 1937\nexpect e before f\n"
    found = [one for one in parse(text, "a.fontes").statements if isinstance(one, Expect)]
    assert [one.test for one in found] == ["count", "without", "knows", "before"]
    assert (found[0].measure, found[0].subject.text, found[0].sign, found[0].number) == ("shown-origins", "p", "<=", 3)
    assert under(text, found[0].subject.span) == "p"
    assert (found[1].outcome, [word.text for word in found[1].units]) == ("is-weakened", ["a", "^l", "kind:memoir"])


@pytest.mark.parametrize("glued", ["p <= 3", "p<= 3", "p <=3", "p<=3", "p  <=  3"])
def test_signs_of_comparison_need_no_spaces(glued: str) -> None:
    (one,) = parse(f"expect origins of {glued}\n", "a.fontes").statements
    assert isinstance(one, Expect) and (one.subject.text, one.sign, one.number) == ("p", "<=", 3)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.text(st.sampled_from('ab "^()>,\n\t:?“”#-/.19\\'), max_size=60))
def test_no_text_raises(text: str) -> None:
    for one in parse(text, "a.fontes").diagnostics:
        lines = text.split("\n")
        assert 1 <= one.span.line <= len(lines)
        assert 1 <= one.span.column <= len(lines[one.span.line - 1]) + 1
    parse_markdown(text, "n.md")
