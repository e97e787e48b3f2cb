"""Dates that cannot all be right, as ``fontes check`` says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fontes.checks import chronology as checked
from fontes.diagnostics import Diagnostic
from fontes.workbench import Workbench

FIRE = 'event fire "F"\n  when 1788-09-08\n  before quarrel\nevent quarrel "Q"\n  when 1788-08-20\n'
PEOPLE = 'agent a "A"\nagent b "B"\n  died 1930\nproposition p "P."\n'


def found(folder: Path, text: str, *slugs: str) -> list[Diagnostic]:
    (folder / "a.fontes").write_text(text, encoding="utf-8")
    bench = Workbench.open(folder)
    return [one for one in bench.diagnostics if one.slug in (slugs or ("conflicting-dates",))]


def test_the_smallest_set_the_days_and_a_way_out(tmp_path: Path) -> None:
    (one,) = found(tmp_path, FIRE + 'event other "O"\n  when 1787\n')
    assert "These cannot all be right: 'corpus dates fire 1788-09-08', 'corpus dates quarrel 1788-08-20', 'fire before quarrel'." in one.detail
    assert "They miss each other by 20 days." in one.detail and "would end without" in one.detail
    assert one.severity.value == "warning" and (one.span.line, [each.span.line for each in one.related]) == (1, [2, 5])


def test_what_hangs_on_the_profile_says_so_first(tmp_path: Path) -> None:
    text = 'event fire "F"\n  when 1788-09-08\nevent quarrel "Q"\n  when 1789-02-01\n  after fire 4 months\n'
    (one,) = found(tmp_path, text)
    assert "It hangs on what the profile means by" in one.detail


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (FIRE.replace("08-20", "09-20"), 0),
        (FIRE + FIRE.replace("fire", "flood").replace("quarrel", "row"), 2),
        (PEOPLE + "1935 a tells b p   ^r\n", 1),
        (PEOPLE + "1929 a tells b p   ^r\n1928 b doubts p\n  upon ^r\n", 1),
        (PEOPLE + "b serves-as Chief\n  from 1935\n", 1),
        (PEOPLE + "a serves-as Chief\n  from 1935\n  until 1934\n", 1),
        ('source s "S"\n  made 1935\n  out 1934\n', 1),
        ('event e "E"\n  when 1788 per s\n  when 1790 per t\nsource s "S"\nsource t "T"\n', 0),
    ],
)
def test_each_conflict_once(tmp_path: Path, text: str, number: int) -> None:
    assert len(found(tmp_path, text)) == number


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (PEOPLE + "1935 b asserts p\n", "after-death"),
        (PEOPLE + "1930 a asserts p\n  rests-on ^later\n1935 a denies p   ^later\n", "anachronism"),
    ],
)
def test_what_has_a_kind_of_its_own_is_not_told_twice(tmp_path: Path, text: str, slug: str) -> None:
    text += FIRE  # so that the chronology is computed at all
    assert len(found(tmp_path, text, slug)) == 1
    assert len(found(tmp_path, text)) == 1


def test_nothing_is_computed_where_no_dates_are_tied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("computed")

    monkeypatch.setattr(checked, "chronology", never)
    text = PEOPLE + 'event e "E"\n  when 1788\n1929 b asserts p\n1929 a tells a p\n'
    assert found(tmp_path, text) == []
    with pytest.raises(AssertionError):
        found(tmp_path, text + FIRE)


def test_of_very_many_it_is_said_that_there_are_at_least_these(tmp_path: Path) -> None:
    lines = [f'event e{n} "E"\n  when 1788\n  before f{n}\nevent f{n} "F"\n  when 1787\n' for n in range(510)]
    made = found(tmp_path, "".join(lines))
    assert len(made) == 500
    assert sum("At least 500 sets of statements clash" in one.detail for one in made) == 1


@pytest.mark.parametrize(
    "act",
    [
        "1790 a asserts p\n  after quarrel",
        "1787 a asserts p\n  rests-on fire",
        "1780 a asserts p   ^one\n1788-09 a denies p   ^two\n  rests-on ^one\n1781 a tells b p\n  upon ^two",
        "1789 a asserts p   ^one\nevent row \"R\"\n  when 1785\n  after ^one",
        "before ^one, a tells b p\n1788 a asserts p   ^one",
        'source s "S"\n  made 1790\n1789 a tells a p\n  carries s',
    ],
)
def test_what_is_left_out_of_the_reckoning_changes_no_conflict(tmp_path: Path, act: str) -> None:
    text = PEOPLE + FIRE + act + "\n1700 a asserts p   ^alone\n"
    (tmp_path / "a.fontes").write_text(text, encoding="utf-8")
    corpus = Workbench.open(tmp_path).corpus
    narrowed = checked.bearing(corpus)
    assert "alone" in corpus.stances and "alone" not in narrowed.stances
    told = [[(one.claims, one.shortfall, one.repairs) for one in checked.chronology(each).conflicts] for each in (narrowed, corpus)]
    assert told[0] == told[1]
