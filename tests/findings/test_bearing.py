"""What bears on no other day can be left out of a chronology: all other days and all that clashes are found the same."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given, settings

from fontes.compile import Unit, compile_units
from fontes.findings.chronology import Chronology, chronology
from fontes.findings.chronology.bearing import bearing
from fontes.findings.chronology.draft import unheard
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens, UnitKind
from fontes.model.lens import Unit as Distrusted
from fontes.text.parse import parse

YEAR = st.integers(1929, 1935)
EVENTS = ("fire", "row", "fall")
HEAD = 'proposition p "P."\n'


@st.composite
def days(draw: st.DrawFn) -> str:
    """Lives, sources, events and acts about days, some of which clash."""
    made = []
    for agent in "abc":
        born = draw(st.sampled_from(("", "\n  born 1929", "\n  born 1931", "\n  born 1929?")))
        made.append(f'agent {agent} "{agent}"{born}{draw(st.sampled_from(("", "", chr(10) + "  died 1934")))}')
    for source in "stuv":
        dated = draw(st.sampled_from(("", "\n  made 1930", "\n  made 1934", "\n  out 1932", "\n  made 1933\n  out 1931", "\n  made after fire")))
        drawn = f"\n  draws-on {draw(st.sampled_from('stuv'.replace(source, '')))}" if draw(st.booleans()) else ""
        made.append(f'source {source} "{source}"{dated}{drawn}')
    for event in EVENTS:
        dated = "".join(f"\n  when {draw(YEAR)} per {draw(st.sampled_from('stuv'))}" for _ in range(draw(st.integers(0, 2))))
        other = draw(st.sampled_from([one for one in EVENTS if one != event]))
        made.append(f'event {event} "{event}"{dated}' + (f"\n  after {other}" if draw(st.booleans()) else ""))
    made += [draw(act(number)) for number in range(draw(st.integers(2, 9)))]
    return HEAD + "\n".join(made) + "\n"


@st.composite
def act(draw: st.DrawFn, number: int) -> str:
    when = draw(st.sampled_from(("", "1929 ", "1931 ", "1933 ", "1935 ", "between 1931 and 1933, ", "by 1932, ", "1930? ", "after 1932, ")))
    who, other, source = draw(st.sampled_from("abc")), draw(st.sampled_from("abc")), draw(st.sampled_from("stuv"))
    label = f"^l{draw(st.integers(0, number - 1))}" if number else source
    event = draw(st.sampled_from(EVENTS))
    rest = draw(st.sampled_from(("", "", f"\n  rests-on {source}", f"\n  rests-on {label}", f"\n  after {event}", f"\n  in {source}")))
    said = draw(st.sampled_from((f"asserts p   ^l{number}", f"tells {other} p   ^l{number}", f"denies p   ^l{number}")))
    return f"{when}{who} {said}{rest}"


def corpus(text: str) -> Corpus:
    parsed = parse(text, "small.fontes")
    assert not parsed.diagnostics, parsed.diagnostics
    made = compile_units([Unit.of("small.fontes", parsed.statements)])
    assert not made.diagnostics, made.diagnostics
    return made.corpus


def told(found: Chronology) -> set[tuple[object, ...]]:
    return {(one.claims, one.shortfall, one.repairs) for one in found.conflicts}


@settings(max_examples=250, deadline=None)
@given(text=days(), distrusted=st.frozensets(st.sampled_from("stuv"), max_size=1))
def test_other_days_and_conflicts_are_the_same(text: str, distrusted: frozenset[str]) -> None:
    whole: Corpus = corpus(text)
    lens = Lens(distrust=frozenset(Distrusted(UnitKind.SOURCE, one) for one in distrusted))
    fewer = bearing(whole)
    plain, brief = chronology(whole, lens), chronology(fewer, lens)
    assert plain.complete == brief.complete
    assert told(plain) == told(brief)
    for id in (*whole.events, *(f"^{one}" for one in fewer.stances)):
        one, other = plain.bounds(id), brief.bounds(id)
        assert (one.four, one.stated, one.narrowed, one.doubtful, len(one.conflicts)) == (
            other.four, other.stated, other.narrowed, other.doubtful, len(other.conflicts),
        )  # fmt: skip
    if not unheard(fewer, lens):
        assert brief.draft.constraints == chronology(fewer).draft.constraints
    assert all(plain.order(a, b).answer == brief.order(a, b).answer for a in whole.events for b in whole.events)


def test_what_is_dated_by_itself_and_rests_on_what_was_there_is_left_out() -> None:
    whole = corpus(
        HEAD + 'agent a "A"\n  born 1900\n  died 1950\nsource s "S"\n  made 1930\n1931 a asserts p   ^one\n  rests-on s\n'
        "1929 a denies p   ^two\n  rests-on s\n"
        "1951 a asserts p   ^late\n1940 a doubts p   ^three\n1941 a denies p   ^four\n  rests-on ^three\n"
    )
    assert sorted(bearing(whole).stances) == ["four", "late", "three", "two"]
