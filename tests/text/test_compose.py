"""Whatever is filled in is refused, or gives exactly the statement that the fields say; nothing typed becomes anything else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.text.compose import DECLARED, KINDS, VERBS_OF, access_of, compose, named, same, tidied
from fontes.text.compose_fields import ORDER
from fontes.text.parse import parse
from fontes.text.syntax import Act, Declaration, Embedded, Particular, Reference, Through, Word
from fontes.text.tokens import is_name
from fontes.text.vocabulary import FAMILIES, RESERVED

HEADS = (
    "name", "wording", "date", "agent", "unnamed", "repeatedly", "verb", "against", "target", "aspects", "office", "body", "label", "passage",
    "per", "per-passage", "via", "via-passage", "when-per", "rests-on-per",
)  # fmt: skip
FIELDS = sorted({*ORDER, *HEADS})
PLAUSIBLE = (
    "conquest", "a, b", "a and b", "p. 3 per x", "11 May 1937", "1937-06", 'say "so"', "(a knows b)", "that ^first", "^first", "asserts", "others",
    "whole", "3 days", "a > b, ?", "12 of \"men\"", "# no", "  in x", "через", "x ?", "“a", "scholar", "within", "found", "part missing",
)  # fmt: skip
anything = st.text(max_size=30) | st.sampled_from(PLAUSIBLE) | st.lists(st.sampled_from(PLAUSIBLE), max_size=3).map("\n".join)


@given(st.sampled_from(KINDS), st.dictionaries(st.sampled_from(FIELDS), st.lists(anything, max_size=2), max_size=7), st.data())
def test_it_is_refused_or_read_back_as_the_same(kind: str, fields: dict[str, list[str]], data: st.DataObject) -> None:
    if kind in VERBS_OF:
        fields["verb"] = [data.draw(st.sampled_from(VERBS_OF[kind]))]
        fields.setdefault("agent", ["conquest"])
        for name in ("on", "to", "target", "office", "body"):
            fields.setdefault(name, ["x"])
    elif kind in DECLARED:
        fields.setdefault("name", ["x"])
    found = compose(kind, fields)
    if found.statement is None:
        assert found.refusals and not found.lines
        return
    assert not found.refusals
    assert len(found.lines) == len(found.places) and not any("\n" in line or "\r" in line for line in found.lines)
    assert found.lines[0][0] not in " \t#" and all(line.startswith("  ") for line in found.lines[1:])
    before, after = "agent z \"Z\"\n  note \"one\"\n", "z asserts q \"Q.\"\n"
    parsed = parse(before + "\n".join(found.lines) + "\n" + after, "")
    assert len(parsed.statements) == 3
    assert same(parsed.statements[0], parse(before, "").statements[0])
    again = parsed.statements[2]
    assert isinstance(again, Act) and again.agents[0].text == "z"
    if not isinstance(found.statement, Through):
        assert same(parsed.statements[1], found.statement)


@given(st.text(max_size=80))
def test_words_between_quotation_marks_are_the_words(words: str) -> None:
    """A wording, a note or a quotation is what was typed, on one line and in composed form."""
    wanted = tidied(words)
    found = compose("stance", {"agent": ["a"], "verb": ["asserts"], "on": ["p"], "wording": [words], "note": [words], "quote": [words]})
    unfit = any(unicodedata.category(sign) in ("Cc", "Cs") for sign in wanted)
    if unfit:
        assert {one.field for one in found.refusals} == {"wording", "note", "quote"}
        return
    assert isinstance(found.statement, Act)
    assert (found.statement.wording.text if found.statement.wording else "") == wanted
    assert [p.value.text for p in found.statement.particulars if isinstance(p.value, Word)] == ([wanted] * 2 if wanted else [])


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=30))
def test_a_passage_is_the_passage_or_refused(passage: str) -> None:
    found = compose("stance", {"agent": ["a"], "on": ["p"], "in": ["s"], "passage": [passage]})
    if found.statement is not None:
        assert isinstance(found.statement, Act)
        values = [p.value for p in found.statement.particulars]
        assert [value.passage for value in values if isinstance(value, Reference)] == [tidied(passage)]
    wanted, wrong = access_of({"per": ["s"], "per-passage": [passage]})
    if not wrong:
        assert wanted.passage == tidied(passage)


def test_a_stance_with_everything() -> None:
    found = compose(
        "stance",
        {
            "date": ["11 May 1937"], "agent": ["a, b"], "verb": ["denies"], "on": ["p"], "wording": ['He said "no" \\ twice.'],
            "in": ["s"], "passage": ["p. 3, n. 4"], "rests-on": ["x and y", "that ^first"], "rests-on?": ["z"], "answers": ["why"],
        },
    )  # fmt: skip
    assert found.lines == (
        '11 May 1937, a, b deny p "He said \\"no\\" \\\\ twice."',
        "  in s p. 3, n. 4", "  rests-on x and y", "  rests-on that ^first", "  rests-on? z", "  answers why",
    )  # fmt: skip
    assert found.places == ("", "in", "rests-on", "rests-on", "rests-on?", "answers")


@pytest.mark.parametrize(
    ("kind", "fields", "lines"),
    [
        ("agent", {"name": ["a"], "wording": ["A"], "role": ["scholar", "witness"], "also": ["B, C", "Д"]},
         ('agent a "A"', '  also "B, C", "Д"', "  role scholar, witness")),
        ("source", {"name": ["s"], "wording": ["S"], "by": ["a ?", "b"], "out": ["about 1963"]},
         ('source s "S"', "  by a ?", "  by b", "  out about 1963")),
        ("event", {"name": ["e"], "when": ["1937-02", "shortly after x"], "when-per": ["s ¶ 3", ""]},
         ("event e", "  when 1937-02 per s ¶ 3", "  when shortly after x")),
        ("report", {"agent": ["a"], "verb": ["relays"], "to": ["b > c, ?"], "on": ["(d knows p by 1937)"], "label": ["first"]},
         ("a relays b > c, ? (d knows p by 1937)   ^first",)),
        ("criticism", {"agent": ["a"], "verb": ["vouches-for"], "target": ["^first"], "aspects": ["genuine, early"], "on": ["p"]},
         ("a vouches-for ^first as genuine, early", "  on p")),
        ("tenure", {"agent": ["a"], "verb": ["serves-as"], "office": ["Head"], "of": ["b"], "from": ["1931"], "as": ["head"]},
         ('a serves-as "Head"', "  of b", "  as head", "  from 1931")),
        ("search", {"agent": ["a"], "wording": ["the dossier"], "among": ['"the archive"'], "result": ["not-found"]},
         ('a sought "the dossier"', '  among "the archive"', "  result not-found")),
        ("section", {"per": ["s"], "per-passage": ["¶ 3"], "via": ["t"], "via-passage": ["p. 1"]}, ("through s ¶ 3 via t p. 1",)),
        ("question", {"name": ["q"], "wording": ["Why?"], "kind": ["why"]}, ('question q "Why?"', "  kind why")),
        ("proposition", {"name": ["p"], "wording": ["It was so."], "figure": ['10..20 men of "men lost"']},
         ('proposition p "It was so."', '  figure 10..20 men of "men lost"')),
    ],
)  # fmt: skip
def test_each_kind(kind: str, fields: dict[str, list[str]], lines: tuple[str, ...]) -> None:
    assert compose(kind, fields).lines == lines


@pytest.mark.parametrize(
    ("fields", "field", "part"),
    [
        ({"date": ["11 Mai 19"]}, "date", "'19' is not understood"),
        ({"rests-on": ["a and"]}, "rests-on", "missing"),
        ({"in": ["two words"]}, "in", "not one name"),
        ({"on": ["p"], "label": ["no label"]}, "label", "no label"),
        ({"result": ["found"]}, "result", "does not belong"),
        ({"in": ["a", "b"]}, "in", "once"),
        ({"note": ["a\x07b"]}, "note", ""),
    ],
)
def test_what_is_refused_is_refused_at_its_field(fields: dict[str, list[str]], field: str, part: str) -> None:
    found = compose("stance", {"agent": ["a"], "on": ["p"], **fields})
    assert found.statement is None
    assert [one.field for one in found.refusals] == [field]
    assert part in found.refusals[0].detail


def test_brackets_are_a_statement_and_nothing_more() -> None:
    found = compose("stance", {"agent": ["a"], "on": ['(b asserts p) "more"   ^label']})
    assert found.statement is None
    good = compose("stance", {"agent": ["a"], "on": ["(b asserts (c knows p))"]}).statement
    assert isinstance(good, Act) and isinstance(good.object, Embedded)


def test_what_is_missing_is_named() -> None:
    assert {one.field for one in compose("stance", {}).refusals} == {"agent", "on"}
    assert {one.field for one in compose("tenure", {"agent": ["a"]}).refusals} == {"office"}
    assert {one.field for one in compose("section", {}).refusals} == {"per"}
    assert access_of({"per-passage": ["p. 3"]})[1][0].slug == "missing-per"


@given(st.text(max_size=60), st.sets(st.sampled_from(("a", "new", "the", "x")), max_size=3))
def test_a_name_is_made_of_any_words(words: str, taken: set[str]) -> None:
    made = named(words, taken.__contains__)
    assert is_name(made) and made not in taken


def test_a_name_is_its_first_words() -> None:
    assert named("The dossier reached Stalin.", RESERVED.__contains__) == "the-dossier-reached-stalin"
    assert named("Роберт Конквест", lambda name: name == "роберт-конквест") == "роберт-конквест-2"
    assert named("1937: a year", lambda _: False) == "a-year"


def test_every_particular_of_the_forms_has_its_place() -> None:
    """No keyword of these statements is left out of the order in which they are written."""
    known = {one for kind in (*DECLARED, *(verb for verbs in VERBS_OF.values() for verb in verbs)) for one in FAMILIES[kind]}
    assert known - {*ORDER} == set()
    assert isinstance(compose("agent", {"name": ["a"]}).statement, Declaration)
    assert all(isinstance(one, Particular) for one in compose("agent", {"name": ["a"], "note": ["x"]}).statement.particulars)  # type: ignore[union-attr]
