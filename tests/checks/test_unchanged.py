"""What earlier checks found is used again only where it stands: after any edits, what is said is what a check from the beginning says."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.checks import chronology as checked
from fontes.workbench import Workbench

_YEAR = st.integers(1928, 1936)
_AGENT = st.sampled_from("abc")
_SOURCE = st.sampled_from("stuv")
_EVENTS = ("fire", "row", "fall")
HEAD = 'proposition p "P."\n'


@st.composite
def _blocks(draw: st.DrawFn) -> tuple[str, ...]:
    """Statements and things of a small corpus about days, each a block; some clash."""
    made = []
    for agent in "abc":
        born, died = draw(st.sampled_from(("", "\n  born 1929", "\n  born 1931"))), draw(st.sampled_from(("", "", "\n  died 1934")))
        made.append(f'agent {agent} "{agent}"{born}{died}')
    for source in "stuv":
        out = draw(st.sampled_from(("", "\n  made 1930", "\n  made 1934", "\n  out 1932", "\n  made 1933\n  out 1931")))
        other = draw(st.sampled_from("stuv".replace(source, "")))
        drawn = f"\n  draws-on {other}" if draw(st.booleans()) else ""
        made.append(f'source {source} "{source}"{out}{drawn}')
    for event in _EVENTS:
        dated = "".join(f"\n  when {draw(_YEAR)} per {draw(_SOURCE)}" for _ in range(draw(st.integers(0, 2))))
        after = f"\n  after {draw(st.sampled_from([one for one in _EVENTS if one != event]))}" if draw(st.booleans()) else ""
        made.append(f'event {event} "{event}"{dated}{after}')
    for number in range(draw(st.integers(3, 8))):
        made.append(draw(_act(number)))
    return tuple(made)


@st.composite
def _act(draw: st.DrawFn, number: int) -> str:
    when = draw(st.sampled_from(("", "1929 ", "1931 ", "1933 ", "1935 ")))
    who, other = draw(_AGENT), draw(_AGENT)
    source = draw(_SOURCE)
    after, early = f"\n  after {draw(st.sampled_from(_EVENTS))}", "\n  rests-on ^l0" if number else ""
    rest = draw(st.sampled_from(("", f"\n  rests-on {source}", after, early, f"\n  in {source}")))
    said = draw(st.sampled_from((f"asserts p   ^l{number}", f"tells {other} p   ^l{number}", f"impeaches {draw(_SOURCE)} as forged")))
    return f"{when}{who} {said}{rest}"


@settings(max_examples=120, deadline=None)
@given(blocks=_blocks(), edits=st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=1, max_size=4), more=st.data())
def test_after_edits_it_is_as_if_checked_anew(blocks: tuple[str, ...], edits: list[tuple[int, bool]], more: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        path, now = Path(name) / "a.fontes", list(blocks)
        path.write_text(HEAD + "\n".join(now) + "\n", encoding="utf-8")
        bench = Workbench.open(Path(name))
        for number, (place, adds) in enumerate(edits):
            at = place % len(now)
            if adds:
                now.insert(at, more.draw(_act(20 + number)))
            else:
                del now[at]
            path.write_text(HEAD + "\n".join(now) + "\n", encoding="utf-8")
            bench.reload()
            assert bench.diagnostics == Workbench.open(Path(name)).diagnostics


CORPUS = """agent a "A"
  born 1900
agent b "B"
  died 1960
source s "S"
  made 1930
event fire "F"
  when 1931 per s
event row "R"
  when 1935 per s
  before fire
proposition p "P."
1932 a asserts p   ^l
"""


@pytest.mark.parametrize(
    ("act", "anew"),
    [
        ("1933 a denies p", False),
        ("1933 a denies p\n  rests-on s, ^l", True),
        ("1933 a denies p\n  rests-on s", False),
        ("1929 a denies p\n  rests-on s", True),
        ("b denies p\n  rests-on s", False),
        ("1956 b denies p\n  rests-on s", False),
        ("1966 b denies p\n  rests-on s", True),
        ("1936 a denies p\n  after row", True),
        ('source t "T"\n  out 1940\n1941 a denies p\n  rests-on t', False),
        ('agent c "C"\n  died 1960\n1941 c denies p', False),
        ('event flood "F"\n  when 1950', True),
    ],
)
def test_what_tells_no_more_of_any_day_has_no_conflict_looked_for_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, anew: bool) -> None:
    path = tmp_path / "a.fontes"
    path.write_text(CORPUS, encoding="utf-8")
    bench = Workbench.open(tmp_path)
    assert "conflicting-dates" in {one.slug for one in bench.diagnostics}
    times: list[object] = []
    search = checked.chronology
    monkeypatch.setattr(checked, "chronology", lambda corpus: times.append(corpus) or search(corpus))
    path.write_text(f"# moved\n{CORPUS}{act}\n", encoding="utf-8")
    bench.reload()
    assert bool(times) == anew
    assert bench.diagnostics == Workbench.open(tmp_path).diagnostics
