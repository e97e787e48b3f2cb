"""How many stand where from day to day, and what one agent holds: as the positions of every single day say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.findings.positions import positions
from fontes.findings.positions.heard import ATTITUDES, IMPLIED, Hearing
from fontes.findings.positions.own import own_positions
from fontes.findings.positions.tally import COUNTED, Tally, tallies
from fontes.findings.positions.time import SILENT
from fontes.findings.positions.voices import Step
from fontes.model.names import AgentId
from fontes.workbench import Workbench

OPTIONS = [*ATTITUDES, IMPLIED, SILENT]


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[str], Workbench]:
    """Open a corpus written as text."""

    def open_text(text: str) -> Workbench:
        (tmp_path / "all.fontes").write_text(text, encoding="utf-8")
        return Workbench.open(tmp_path)

    return open_text


COURSES = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]),
    st.dictionaries(st.integers(0, 9), st.frozensets(st.sampled_from(OPTIONS), min_size=1, max_size=3), min_size=1, max_size=4),
    max_size=4,
)  # fmt: skip


@given(COURSES)
def test_the_tally_of_a_day_is_what_every_voice_holds_on_it(courses: dict[str, dict[int, frozenset[str]]]) -> None:
    steps = []
    for agent, turns in courses.items():
        before = frozenset([SILENT])
        for day in sorted(turns):
            steps.append(Step(day, AgentId(agent), "p", before, turns[day]))
            before = turns[day]
    found = tallies(steps)
    assert [one.day for one in found] == sorted({one.day for one in steps})
    for day in range(11):
        stands = [next((turns[at] for at in sorted(turns, reverse=True) if at <= day), frozenset([SILENT])) for turns in courses.values()]
        now = next((one for one in reversed(found) if one.day <= day), Tally(0, (0,) * len(COUNTED), 0))
        assert now.counts == tuple(sum(options == {each} for options in stands) for each in COUNTED)
        assert now.most == sum(options != {SILENT} for options in stands)
        assert now.certain <= now.most


def test_who_changes_sides_is_counted_on_one_only(opened: Callable[[str], Workbench]) -> None:
    """Only who certainly stands so is counted: in 1968 Anna has spoken some day, but not yet certainly."""
    corpus = opened(
        'agent a "Anna"\n  role scholar\nagent b "Boris"\n  role scholar\nquestion q "So?"\nproposition p "So."\n  answers q\n'
        "1968 a asserts p\n1970-05-01 a denies p\n1965-05-01 b asserts p\n"
    ).corpus
    (answer,) = positions(corpus, "q").answers
    found = [(one.counts[COUNTED.index("asserts")], one.counts[COUNTED.index("denies")], one.most) for one in tallies(answer.steps)]
    assert found == [(1, 0, 1), (1, 0, 2), (2, 0, 2), (1, 1, 2)]


def test_what_one_agent_holds_is_under_the_question_it_answers(opened: Callable[[str], Workbench]) -> None:
    corpus = opened(
        'agent a "Anna"\n  role scholar\nagent b "Boris"\nquestion q "So?"\nproposition p "So."\n  answers q\nproposition r "Or so."\n'
        "1960 a supposes p\n1970 a asserts p\n1950 a denies r\n1950 b denies p\n"
    ).corpus
    found = own_positions(Hearing.of(corpus), AgentId("a"))
    assert [(one.proposition, one.questions, [each.option for each in one.taken]) for one in found] == [
        ("r", (), ["denies"]), ("p", ("q",), ["supposes", "asserts"]),
    ]  # fmt: skip
    assert [each.turn.value for each in found[1].turns] == ["new", "changed"]
    assert own_positions(Hearing.of(corpus), AgentId("nobody")) == ()
