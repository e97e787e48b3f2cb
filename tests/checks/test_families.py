"""What can be said against a corpus that is well formed: each family, and what must not be said."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from fontes.checks import Evidence, check
from fontes.checks.names import folded
from fontes.compile import Unit, compile_units
from fontes.diagnostics import Diagnostic
from fontes.text.parse import parse


def found(text: str, texts: Mapping[str, str] | None = None, keys: frozenset[str] | None = None) -> list[Diagnostic]:
    parsed = parse(text, "a.fontes")
    assert parsed.diagnostics == ()
    unit = Unit.of("a.fontes", parsed.statements)
    compiled = compile_units([unit])
    assert compiled.diagnostics == ()
    return check(Evidence(compiled, (unit,), texts or {}, keys))


def told(text: str, texts: Mapping[str, str] | None = None, keys: frozenset[str] | None = None) -> list[tuple[str, int, str]]:
    """Slug, line, and the words underlined."""
    lines = text.split("\n")
    return [(d.slug, d.span.line, lines[d.span.line - 1][d.span.column - 1 : d.span.end_column - 1]) for d in found(text, texts, keys)]


# Names


def test_a_source_is_used_by_whatever_refers_to_it() -> None:
    base = 'agent a "A"\nsource s "S"\n'
    assert told(base) == [("source-never-used", 2, "s")]
    for use in ("through s\n", 'a asserts p "P."\n  in s\n', 'a asserts p "P."\n  rests-on s\n', "a impeaches s\n", 'source t "T"\n  draws-on s\n'):
        assert not [one for one in told(base + use) if one[2] == "s"], use


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Tukhachevsky", "Tukhachevski", True),
        ("Tukhachevsky", "tukhachévsky", True),
        ("Robert Conquest", "Conquest, Robert", True),
        ("Ulam", "Ulan", False),
        ("Tukhachevsky", "Tukhachevich", False),
        ("1st Cavalry Army", "2nd Cavalry Army", False),
        ("Тухачевский", "Тухачевскій", True),
    ],
)
def test_names_that_may_be_one(first: str, second: str, alike: bool) -> None:
    text = f'agent a "{first}"\nagent b "{second}"\n'
    assert told(text) == ([("maybe-one-agent", 2, "b")] if alike else [])
    assert told(text + "distinct b, a\n") == []


def test_another_spelling_given_to_two_agents_is_seen() -> None:
    assert told('agent a "Alpha"\n  also "Gamma"\nagent b "Beta"\n  also "gamma"\n') == [("maybe-one-agent", 3, "b")]


def test_folding_forgets_accents_case_points_and_order() -> None:
    assert folded("Conquest, Robért") == folded("robert  CONQUEST") == "conquest robert"


# Stances


def test_a_proposition_is_spoken_to_by_stances_reports_and_brackets() -> None:
    base = 'agent a "A"\nagent b "B"\nproposition p "P."\n'
    assert told(base) == [("no-stance", 3, "p")]
    for use in ("a doubts p\n", "a tells b p\n", "a asserts (b knows p)\n"):
        assert told(base + use) == [], use


def test_an_observation_needs_no_stance() -> None:
    assert told('observation o "O."\n  found\n') == []


def test_a_question_is_answered_by_a_proposition() -> None:
    base = 'agent a "A"\nquestion w "Why?"\n'
    assert told(base) == [("no-answer", 2, "w")]
    assert told(base + 'a asserts p "P."\n  answers w\n') == []


EXCLUDING = 'agent a "A"\nagent b "B"\nproposition p "P."\n  excludes q\nproposition q "Q."\n'


@pytest.mark.parametrize(
    ("lines", "told_of"),
    [
        ("1996 a asserts p\n1996 a asserts q\n", True),
        ("1996 a asserts p\n1997 a asserts q\n", False),
        ("1996 a asserts p\n1996 b asserts q\n", False),
        ("1996 a asserts p\n1996 a denies q\n", False),
        ("1996 a asserts p\n1996 a supposes q\n", False),
        ("a asserts p\na asserts q\n", False),
    ],
)
def test_what_excludes_what(lines: str, told_of: bool) -> None:
    assert [one[0] for one in told(EXCLUDING + lines)] == (["exclusive-at-once"] if told_of else [])


def test_the_same_figure_under_another_description() -> None:
    text = 'agent a "A"\na asserts p "P."\n  figure 36761 of "officers shot"\na asserts q "Q."\n  figure {} of "{}"\n'
    assert [one[0] for one in told(text.format(36761, "officers dismissed"))] == ["same-figure"]
    assert told(text.format(36761, "Officers shot")) == []
    assert told(text.format(36762, "officers dismissed")) == []
    small = 'agent a "A"\na asserts p "P."\n  figure 3 of "kings"\na asserts q "Q."\n  figure 3 of "queens"\n'
    assert told(small) == [], "small numbers meet by chance"


def test_keys_of_the_bibliography() -> None:
    text = "through s\nsource s \"S\"\n  cite benes1954 p. 3\n"
    assert told(text, keys=None) == [], "without a bibliography there is nothing to compare"
    assert told(text, keys=frozenset({"benes1954"})) == []
    assert told(text, keys=frozenset({"benes1955"})) == [("no-such-entry", 3, "cite benes1954 p. 3")]


# Dates


@pytest.mark.parametrize(
    ("when", "slugs"),
    [
        ("1920", ["before-birth"]),
        ("1922", []),
        ("1950", []),
        ("2000", []),
        ("2001", ["after-death"]),
        ("about 1922", []),
        ("before 1930,", []),
        ("before 1910,", ["before-birth"]),
        ("after 2010,", ["after-death"]),
    ],
)
def test_acts_outside_a_life(when: str, slugs: list[str]) -> None:
    comma = "," if " " in when and not when.endswith(",") else ""
    text = f'agent a "A"\n  born 1922-04-08\n  died 2000-03-28\n{when}{comma} a asserts p "P."\n'
    assert [one[0] for one in told(text)] == slugs


def test_the_diagnostic_underlines_the_act_and_shows_the_life() -> None:
    text = 'agent a "A"\n  died 1950\n1960 a tells b p "P."   ^l\nagent b "B"\n'
    (one,) = found(text)
    assert (one.slug, one.span.line, one.span.column, one.span.end_column) == ("after-death", 3, 1, 13)
    assert [place.span.line for place in one.related] == [1]


def test_a_work_that_came_out_after_a_death_is_no_act_after_death() -> None:
    text = 'agent a "A"\n  role scholar\n  died 1950\nsource s "S"\n  by a\n  out 1960\na asserts p "P."\n'
    assert told(text) == []


# Descent


def test_a_circle_is_told_of_once() -> None:
    text = 'agent a "A"\nagent b "B"\nagent c "C"\na asserts p "P."   ^a\n  rests-on ^b\n'
    text += "b asserts p   ^b\n  rests-on ^c\nc asserts p   ^c\n  rests-on ^a\n"
    (one,) = [d for d in found(text) if d.slug == "circular-grounds"]
    assert (one.span.line, len(one.related)) == (5, 2)


def test_what_rests_on_what_it_is_said_of_is_no_circle() -> None:
    text = 'agent a "A"\nagent b "B"\na asserts p "P."   ^a\nb asserts p   ^b\n  rests-on ^a\n'
    assert told(text) == []


def test_sources_that_draw_on_each_other() -> None:
    text = 'source s "S"\n  draws-on t\nsource t "T"\n  draws-on s\n'
    assert [one[0] for one in told(text)] == ["circular-grounds"]


@pytest.mark.parametrize(("made", "told_of"), [("1961", True), ("1936-06", False), ("1935", False), ("about 1936", False)])
def test_a_ground_that_came_later(made: str, told_of: bool) -> None:
    text = f'agent a "A"\nsource s "S"\n  made {made}\n1936 a asserts p "P."\n  rests-on s\n'
    assert told(text) == ([("anachronism", 5, "rests-on s")] if told_of else [])


def test_what_only_came_out_later_may_have_been_there_before() -> None:
    assert told('agent a "A"\nsource s "S"\n  out 1961\n1936 a asserts p "P."\n  rests-on s\n') == []


def test_a_stance_that_rests_on_a_later_stance() -> None:
    text = 'agent a "A"\nagent b "B"\n1940 b asserts p "P."   ^late\n1936 a asserts p\n  rests-on ^late\n'
    assert told(text) == [("anachronism", 5, "rests-on ^late")]
