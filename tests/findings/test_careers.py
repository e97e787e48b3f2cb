"""Careers and denunciations: who compromised whom, what came after it, and how sure the order is."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.dates import Answer, When, read
from fontes.findings.careers import Career, Later, career, network
from fontes.findings.careers.denunciations import denunciations
from fontes.findings.chronology import Ordering
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind
from fontes.model.names import AgentId
from fontes.workbench import Workbench

PEOPLE = """
agent a "Anna"
agent b "Boris"
agent c "Clara"
agent s "A scholar"
  role scholar
agent police "The police"
proposition plot "Boris plotted."
  compromises b
proposition both "Boris and Clara plotted."
  compromises b, c
event case "The case"
  kind case
  when 1930
"""


def corpus(text: str) -> Corpus:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.fontes").write_text(PEOPLE + text, encoding="utf-8")
        bench = Workbench.open(Path(folder))
    assert [one.detail for one in bench.diagnostics if one.severity.value == "error"] == []
    return bench.corpus


def when(words: str) -> When:
    made = read(words)
    assert isinstance(made, When)
    return made


def of(text: str, agent: str = "b", lens: Lens = PLAIN) -> Career:
    return career(corpus(text), AgentId(agent), lens)


def post(text: str, lens: Lens = PLAIN) -> Later:
    """What lies beside the one denunciation of Boris."""
    (one,) = of(text, lens=lens).suspicions
    (later,) = one.later
    return later


def test_a_statement_compromises_each_whom_its_proposition_names_and_keeps_its_case_and_receivers() -> None:
    found = denunciations(corpus("1931 a asserts both   ^one\n  case case\n1930 police tells a > c plot   ^two\n1932 c relays a plot   ^three\n"))
    assert [(one.statement, one.by, one.of, one.kind, one.case, one.to) for one in found] == [
        ("two", "police", "b", "tells", None, ("a", "c")),
        ("one", "a", "b", "asserts", "case", ()),
        ("one", "a", "c", "asserts", "case", ()),
        ("three", "c", "b", "relays", None, ("a",)),
    ]


def test_who_doubts_denies_or_leaves_open_compromises_nobody() -> None:
    assert denunciations(corpus("1931 a denies plot\n1931 c doubts plot\n1931 police leaves-open plot\n")) == ()


def test_what_is_said_of_a_saying_compromises_only_whom_the_bracket_is_marked_to() -> None:
    found = denunciations(corpus("1931 a asserts (c asserts plot)\n  compromises c\n"))
    assert [(one.by, one.of) for one in found] == [("a", "c")]


def test_who_compromises_themselves_confesses() -> None:
    found = denunciations(corpus("1931 b asserts both\n"))
    assert [(one.of, one.confession) for one in found] == [("b", True), ("c", False)]


@pytest.mark.parametrize(
    ("office", "began", "lasted"),
    [
        ("b serves-as Chief\n  from 1932", "certain", "certain"),
        ("b serves-as Chief\n  from 1931", "possible", "possible"),
        ("b serves-as Chief\n  from 1929\n  until 1933", "impossible", "certain"),
        ("1936, b serves-as Chief", "possible", "certain"),
        ("b serves-as Chief\n  from 1932?", "possible", "possible"),
        ("b serves-as Chief", "no-evidence", "no-evidence"),
    ],
)
def test_a_post_beside_what_was_said_in_1931(office: str, began: str, lasted: str) -> None:
    later = post(f"1931 a asserts plot\n{office}\n")
    assert (later.began, later.lasted) == (began, lasted)


def test_a_post_that_was_over_is_not_after() -> None:
    (one,) = of("1931 a asserts plot\nb serves-as Chief\n  until 1929\n").suspicions
    assert one.later == ()


def test_the_network_of_dates_orders_what_bounds_leave_open() -> None:
    """Neither has a day of its own; both hang on the case, on either side of it."""
    text = "a asserts plot   ^said\n  before quarrel\nevent quarrel \"Q\"\nb serves-as Chief\n  from after quarrel\n"
    assert post(text).began is Ordering.CERTAIN
    assert post(text.replace("before quarrel", "after quarrel")).began is not Ordering.CERTAIN


def test_events_count_as_later_with_their_role_and_the_case_itself_does_not() -> None:
    text = '1930 a asserts plot\n  case case\nevent arrest "The arrest of Boris"\n  about b\n  when 1932\nb asserts x "X."\n  case case\n'
    found = of(text)
    assert [(one.event, one.roles) for one in found.events] == [("case", ("case",)), ("arrest", ("about",))]
    assert [(one.id, one.began) for one in found.suspicions[0].later] == [("arrest", "certain")]


def test_how_it_was_taken_judged_and_answered() -> None:
    text = "1931 police tells a plot   ^told\n1932 a doubts plot   ^taken\n  upon ^told\n"
    text += "1940 s impeaches ^told as coerced\n1940 s denies plot   ^no\n"
    (one,) = of(text).suspicions
    assert (one.received, one.answered) == (("taken",), ("taken", "no"))
    assert len(one.judged) == 1


def test_agents_by_statements_of_the_time_and_scholars_apart() -> None:
    made = network(corpus("1931 a asserts plot\n1932 a asserts plot\n1931 a asserts both\n2011 s asserts both\nb serves-as Chief\n  from 1935\n"))
    assert [(one.agent, len(one.statements), one.voices, len(one.by_scholars), len(one.taken_up)) for one in made.agents] == [
        ("b", 3, ("a",), 1, 1), ("c", 1, ("a",), 1, 0),
    ]  # fmt: skip


def test_as_of_leaves_out_what_had_not_been_said_or_begun_and_marks_what_only_possibly_had() -> None:
    text = "1931 a asserts plot   ^one\n1935 c asserts plot   ^two\npolice asserts plot   ^three\nb serves-as Chief\n  from 1936\n"
    found = of(text, lens=Lens(as_of=when("1933")))
    assert [(one.denunciation.statement, one.denunciation.there) for one in found.suspicions] == [
        ("one", Answer.CERTAIN), ("three", Answer.POSSIBLE),
    ]  # fmt: skip
    assert found.posts == ()
    assert [one.words for one in found.reasons] == ["acts as of 1933"]


def test_as_of_a_post_of_1930_that_a_book_of_1960_records_is_there() -> None:
    text = 'source book "A book"\n  by s\n  out 1960\n1930 a asserts plot\nb serves-as Chief\n  from 1930\n  in book\n'
    found = of(text, lens=Lens(as_of=when("1933")))
    assert [one.there for one in found.posts] == [Answer.CERTAIN]
    assert of(text, lens=Lens(published_by=when("1933"))).posts == ()


def test_distrust_does_not_undo_that_it_was_said_and_a_forgery_does() -> None:
    text = 'source letter "A letter"\n1931 a asserts plot\n  in letter\n'
    assert len(of(text, lens=Lens(distrust=frozenset({Unit(UnitKind.AGENT, "a")}))).suspicions) == 1
    assert of(text, lens=Lens(inauthentic=frozenset({"letter"}))).suspicions == ()  # type: ignore[arg-type]


def test_the_same_day_is_not_after() -> None:
    later = post("5 May 1931, a asserts plot\nb serves-as Chief\n  from 1931-05-05\n")
    assert later.began is Ordering.IMPOSSIBLE


def test_what_may_not_have_been_readable_is_only_possibly_there() -> None:
    (one,) = of("1931 a asserts plot\n", lens=Lens(published_by=when("1933"))).suspicions
    assert one.denunciation.there is Answer.POSSIBLE


def test_reasons_name_the_statement_the_proposition_and_what_dates_them() -> None:
    (one,) = of("1931 a asserts plot   ^said\nb serves-as Chief\n  from 1935\n").suspicions
    assert {each.id for each in one.denunciation.reasons} == {"said", "plot"}
    assert "said" in {each.id for each in one.later[0].reasons} and len(one.later[0].reasons) == 2


def test_an_unknown_agent_is_refused() -> None:
    with pytest.raises(KeyError):
        of("", "nobody")


# ---- laws


@dataclass(frozen=True)
class Said:
    by: str
    on: str
    first: int
    last: int


YEARS = st.integers(1920, 1940)
SPANS = st.tuples(YEARS, YEARS).map(sorted)
SAYINGS = st.builds(lambda by, on, span: Said(by, on, *span), st.sampled_from("acs"), st.sampled_from(("plot", "both")), SPANS)


def written(said: list[Said], posts: list[list[int]]) -> list[str]:
    lines = [f"between {one.first} and {one.last}, {one.by} asserts {one.on}   ^l{n}\n" for n, one in enumerate(said)]
    return lines + [f'b serves-as "Post {n}"\n  from between {first} and {last}\n' for n, (first, last) in enumerate(posts)]


@settings(max_examples=40, deadline=None)
@given(said=st.lists(SAYINGS, max_size=4), posts=st.lists(SPANS, max_size=3), turn=st.randoms(use_true_random=False))
def test_every_order_agrees_with_going_through_all_days(said: list[Said], posts: list[list[int]], turn: object) -> None:
    """The twin tries every year both can have been in; the order of the lines never matters."""
    lines = written(said, posts)
    one = corpus("".join(lines))
    found = career(one, AgentId("b"))
    assert len(found.suspicions) == len(said) and len(found.posts) == len(posts)
    for each in found.suspicions:
        saying = said[int(each.denunciation.statement[1:])]
        for later in each.later:
            first, last = posts[int(one.tenures[later.id].office.split()[-1])]  # type: ignore[index]
            pairs = list(product(range(saying.first, saying.last + 1), range(first, last + 1)))
            after = [begun > uttered for uttered, begun in pairs]
            same = any(begun == uttered for uttered, begun in pairs)  # within a year either order is possible
            assert (later.began is Ordering.CERTAIN) == all(after)
            assert (later.began is Ordering.IMPOSSIBLE) == (not any(after) and not same)
    turn.shuffle(lines)  # type: ignore[attr-defined]
    again = career(corpus("".join(lines)), AgentId("b"))
    assert again == found


@settings(max_examples=25, deadline=None)
@given(said=st.lists(SAYINGS, max_size=6))
def test_one_career_and_the_network_say_the_same(said: list[Said]) -> None:
    one = corpus("".join(written(said, [])))
    whole = denunciations(one)
    for agent in ("a", "b", "c"):
        found = career(one, AgentId(agent))
        assert tuple(each.denunciation for each in found.suspicions) == tuple(each for each in whole if each.of == agent)
        assert found.compromises == tuple(each for each in whole if each.by == agent)


@settings(max_examples=30, deadline=None)
@given(said=st.lists(SAYINGS, max_size=5), early=YEARS, late=YEARS)
def test_a_later_date_of_the_lens_only_adds(said: list[Said], early: int, late: int) -> None:
    one = corpus("".join(written(said, [])))
    early, late = sorted((early, late))
    before, after = (denunciations(one, Lens(as_of=when(str(year)))) for year in (early, late))
    assert {(each.statement, each.of) for each in before} <= {(each.statement, each.of) for each in after}
    certain = [{(each.statement, each.of) for each in some if each.there is Answer.CERTAIN} for some in (before, after)]
    assert certain[0] <= certain[1]
    over = {each.statement for each in denunciations(one) if _over(each.statement, said, late)}
    assert {each.statement for each in after if each.there is Answer.CERTAIN} == over


def _over(label: str, said: list[Said], year: int) -> bool:
    return said[int(label[1:])].last <= year
