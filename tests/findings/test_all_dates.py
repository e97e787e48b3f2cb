"""The plan for all dates against one compiled for the lens: statuses, origins, traces and what falls are the same under any lens."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.findings import evaluate_grounds, origins_in, trace_in, without_in
from fontes.findings.support.all_dates import AllDates, all_dates
from fontes.findings.support.circles import circles
from fontes.findings.support.grounds import Grounds, compiled, compiling
from fontes.findings.support.settlements import settlements
from fontes.findings.support.without import ranking_in
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens, Unit, UnitKind
from fontes.model.stances import Criticism
from fontes.workbench import Workbench

from .small import HERE, corpus, says, source, when

DATES = st.sampled_from(["", "1930", "1940", "1950", "about 1940", "between 1935 and 1945", "1930?"])
MEMBERS = st.sampled_from(
    ["s", "t", "u", "v", "^0", "^1", "that ^2", "prop:p", "prop:q", "event:e", "others", "text of s", "s saying q", "s and t", "^3 or u"]
)
CHOICES = st.sampled_from([(), (), ("counting",), ("forged",)])
LIMITS = st.sampled_from([None, "1929", "1935", "1940", "1945", "about 1940", "1960"])
UNITS = st.frozensets(
    st.sampled_from([
        *(Unit(UnitKind.SOURCE, id) for id in "stuv"), *(Unit(UnitKind.AGENT, id) for id in "AB"), Unit(UnitKind.STATEMENT, "1"),
        *(Unit(UnitKind.CRITICISED, aspect) for aspect in ("forged", "hearsay")),
    ]), max_size=2,
)  # fmt: skip


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    out = {name: draw(DATES.filter(lambda words: words != "1930?")) for name in "stu"}
    sources = [
        source(name, *draw(st.lists(st.sampled_from(["s", "t", "u", "v", "?v"]), max_size=2)), by=draw(st.sampled_from(["", "A", "B"])),
               out=when(out[name]) if out[name] else None)
        for name in "stu"
    ]  # fmt: skip
    stances = [
        says(
            draw(st.sampled_from("AB")), draw(st.sampled_from("pqr")),
            *draw(st.lists(st.one_of(MEMBERS, MEMBERS.map("?{}".format)), max_size=3)),
            as_=draw(st.sampled_from(["asserts", "supposes", "denies", "doubts"])), label=str(n), read=draw(st.sampled_from(["", "s", "t"])),
            per=draw(st.sampled_from(["", "u"])), date=draw(DATES),
        )
        for n in range(5)
    ]  # fmt: skip
    aspects, verdicts = st.sampled_from(["forged", "genuine", "hearsay"]), st.booleans()
    judged = [
        Criticism(
            f"c{n}", draw(st.sampled_from("AB")), draw(verdicts), (draw(aspects),), HERE,
            **draw(st.sampled_from([{"source": "s"}, {"source": "t"}, {"source": "s", "on": ("p",)}, {"use": "1"}])),
            when=when(date) if (date := draw(DATES)) else None,
        )
        for n in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    return corpus(*sources, *stances, *judged, excludes=draw(st.sampled_from([(), (("p", "q"),)])))


@st.composite
def lenses(draw: st.DrawFn) -> Lens:
    as_of, published_by, judged_by = (when(words) if (words := draw(LIMITS)) else None for _ in range(3))
    return Lens(
        distrust=draw(UNITS), as_of=as_of, published_by=published_by, criticisms_as_of=judged_by, criticisms=draw(CHOICES),
        prefer_later=draw(st.booleans()), inauthentic=frozenset(draw(st.sampled_from([(), ("s",)]))),
    )  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(corpora(), st.lists(lenses(), min_size=1, max_size=3))
def test_a_lens_on_all_dates_is_the_lens_compiled_alone(small: Corpus, many: list[Lens]) -> None:
    made: dict[Lens, AllDates] = {}
    for lens in many:
        choice = Lens(criticisms=lens.criticisms, prefer_later=lens.prefer_later)
        if choice not in made:
            made[choice] = all_dates(small, choice)
        alike(made[choice].under(compiling(lens)), compiled(small, compiling(lens)), lens)


def alike(one: Grounds, other: Grounds, lens: Lens) -> None:
    """Everything the findings say of two grounds under a lens."""
    now, then = evaluate_grounds(one, lens), evaluate_grounds(other, lens)
    for name in other.plan.names:
        assert one.plan.number(name) is not None or name[0] == "source", name
        if one.plan.number(name) is not None:
            assert now.standing(name) is then.standing(name), name
            assert (now.holds(name), now.possibly(name), now.in_circles_only(name)) == (
                then.holds(name), then.possibly(name), then.in_circles_only(name)
            ), name  # fmt: skip
    assert one.acts.doubted == other.acts.doubted
    for lists in ("sides", "sayings", "mentions", "impeached", "narrowed", "uses"):
        mine, alone = getattr(one.acts, lists), getattr(other.acts, lists)
        assert isinstance(mine, Mapping) and dict(mine) == dict(alone), lists
        assert len(mine) == len(alone)
    for id in one.corpus.propositions:
        assert origins_in(now, id) == origins_in(then, id)
        for side in ("for", "against"):
            assert trace_in(now, id, side) == trace_in(then, id, side)
    for entry in one.corpus.statements():
        assert trace_in(now, entry.id) == trace_in(then, entry.id)
    gone = [Unit(UnitKind.SOURCE, "s")]
    assert without_in(now, gone) == without_in(then, gone)
    if not lens.criticisms:
        assert ranking_in(now) == ranking_in(then)
    else:
        assert settlements(now) == settlements(then)
    assert circles(one) == circles(other)


@pytest.mark.parametrize("date", ["1930", "11 May 1937", "1956", "about 1968", "1985", "1996"])
def test_the_example_at_its_dates(date: str) -> None:
    of = Workbench.open(Path(__file__).parents[2] / "examples" / "red-army-purge").corpus
    for lens in (Lens(as_of=when(date)), Lens(as_of=when(date), criticisms=("counting",)), Lens(published_by=when(date))):
        once = all_dates(of, Lens(criticisms=lens.criticisms))
        one, other = (evaluate_grounds(each, lens) for each in (once.under(lens), compiled(of, lens)))
        for name in other.grounds.plan.names:
            assert one.standing(name) is other.standing(name) or one.grounds.plan.number(name) is None
        for id in of.propositions:
            assert one.side(id, "against") is other.side(id, "against")
        for id in list(of.propositions)[::9]:
            assert origins_in(one, id) == origins_in(other, id)
            assert trace_in(one, id) == trace_in(other, id)


def test_a_workbench_says_the_same_at_its_first_date_and_at_every_later_one(tmp_path: Path) -> None:
    (tmp_path / "a.fontes").write_text(
        'source s "S"\n  out 1950\nagent a "A"\n1930 a asserts p "P."\n1960 a asserts q "Q."\n  in s\n  rests-on p\n1970 a impeaches s as forged\n'
    )
    bench = Workbench.open(tmp_path)
    for words in ("1940", "1965", "1980", "1940"):
        for lens in (Lens(as_of=when(words)), Lens(as_of=when(words), criticisms=("counting",)), Lens(published_by=when(words))):
            alike(bench.statuses(lens).grounds, compiled(bench.corpus, compiling(lens)), lens)
    assert bench.statuses(Lens(as_of=when("1965"))).proposition("q").value == "supported"
    with (tmp_path / "a.fontes").open("a") as file:
        file.write("1935 a denies p\n")
    assert bench.reload()
    assert bench.statuses(Lens(as_of=when("1940"))).against("p").value == "supported"
    assert bench.statuses(Lens(as_of=when("1934"))).against("p").value == "without recorded support"
