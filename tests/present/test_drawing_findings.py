"""The drawings of positions, denunciations and figures say what the findings say, and lie where they may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.dates import Edge, When, day_of, read
from fontes.findings.careers import career, network
from fontes.findings.figures import figures
from fontes.findings.positions import positions
from fontes.findings.positions.heard import Hearing
from fontes.findings.positions.own import own_positions
from fontes.findings.positions.tally import Tally
from fontes.model.lens import Lens
from fontes.model.names import AgentId
from fontes.present.drawing import figures as axis
from fontes.present.drawing.courses import Answer, Course, Held, Mark, courses
from fontes.present.drawing.ledger import Entry, Line, Part, ledger
from fontes.present.drawing.shapes import Drawing, Stroke, Text
from fontes.present.drawing.strip import Band
from fontes.present.pages import Room, Sign, To
from fontes.present.rooms import drawn_careers, drawn_positions
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.drawn_careers import career_drawing, network_drawing
from fontes.present.rooms.drawn_figures import figures_drawing
from fontes.present.rooms.drawn_positions import own_drawing, positions_drawing
from fontes.workbench import Workbench

from .geometry import apart, inside, shapes

Opened = Callable[[str], Workbench]
PEOPLE = (
    'agent a "Anna"\n  role scholar\nagent b "Борис"\n  role scholar\n  language ru\n'
    'agent c "Clara"\nagent police "The police"\nquestion q "How many?"\n'
)
UNKNOWN, OPEN = Edge.UNKNOWN, Edge.OPEN


def when(words: str) -> When:
    found = read(words)
    assert isinstance(found, When)
    return found


def day(year: int) -> int:
    return day_of(year, 1, 1)


def words(found: Drawing | None) -> list[str]:
    assert found is not None
    return [thing.words for thing in found.things]


def kinds(found: Drawing | None, kind: str) -> list[Stroke]:
    assert found is not None
    return [one for one, _ in shapes(found) if isinstance(one, Stroke) and one.kind.split(" ")[0] == kind]


# ---- positions


TWO = f'{PEOPLE}proposition p "So."\n  answers q\n1960-05-01 a asserts p\n1970-05-01 a denies p\n1965-05-01 b supposes p\n'


def test_each_voice_has_a_line_to_the_as_of_date(opened: Opened) -> None:
    corpus = opened(TWO).corpus
    found = positions_drawing(corpus, positions(corpus, "q"))
    assert words(found) == ["So.", "Anna, asserts, 1 May 1960, denies, 1 May 1970", "Борис, supposes, 1 May 1965"]
    assert found is not None and found.description.startswith("Two lines, one for each voice on each answer as far as dated, from 1960 to 1970")
    assert found.things[0].to == To(Room.PROPOSITIONS, "p") and found.things[1].to == To(Room.AGENTS, "a")
    earlier = positions_drawing(corpus, positions(corpus, "q", Lens(as_of=when("1966"))))
    assert words(earlier) == ["So.", "Anna, asserts, 1 May 1960", "Борис, supposes, 1 May 1965"]


def test_a_course_cut_at_a_date_is_what_is_found_as_of_it(opened: Opened) -> None:
    """So that a page looks for it once and not anew for every date."""
    more = "proposition r \"Or so.\"\n  answers q\n  excludes p\n1962 c asserts r\n1964 a asserts r\nb doubts r\n1990 c asserts p\n"
    corpus = opened(TWO + more).corpus
    for date in ("1950", "1961", "1963-06-01", "1966", "1975", "2000"):
        cut = positions_drawing(corpus, positions(corpus, "p"), when(date))
        found = positions_drawing(corpus, positions(corpus, "p", Lens(as_of=when(date))))
        assert cut == found, date


def test_a_change_of_mind_is_ringed_and_said(opened: Opened) -> None:
    corpus = opened(TWO).corpus
    found = positions_drawing(corpus, positions(corpus, "q"))
    assert len(kinds(found, "turned")) == 1
    assert found is not None and "takes another stance than before" in [sample.words for sample in found.key]
    same = opened(TWO.replace("denies", "asserts")).corpus
    assert kinds(positions_drawing(same, positions(same, "q")), "turned") == []


def test_a_bare_year_is_never_drawn_at_its_first_day(opened: Opened) -> None:
    corpus = opened(f'{PEOPLE}proposition p "So."\n  answers q\n1960 a asserts p\n1966 b asserts p\n').corpus
    found = positions_drawing(corpus, positions(corpus, "q"))
    assert found is not None
    anna = found.things[1]
    sign = next(one for one in anna.shapes if isinstance(one, Text) and one.lines == ("●",))
    whisker = next(one for one in anna.shapes if isinstance(one, Stroke) and one.kind == "whisker soft")
    left, right = (float(each.split(" ")[0]) for each in whisker.path[1:].split("L"))
    assert left < sign.x < right and abs(sign.x - (left + right) / 2) < 0.1


def test_scholars_stand_before_others_and_what_has_no_day_is_counted(opened: Opened) -> None:
    corpus = opened(f'{PEOPLE}proposition p "So."\n  answers q\n1937 c asserts p\n1960 a asserts p\nb asserts p\n').corpus
    found = positions_drawing(corpus, positions(corpus, "q"))
    assert [each.split(",")[0] for each in words(found)] == ["So.", "Anna", "Clara"]
    assert found is not None
    notes = [one.lines[0] for one in found.shapes if isinstance(one, Text) and one.kind == "note"]
    assert notes == ["Scholars", "Others", "One voice of which no day is known."]


def test_of_too_many_voices_those_who_changed_their_mind_are_drawn_first_and_the_rest_counted(opened: Opened) -> None:
    many = drawn_positions.MOST + 5
    text = 'question q "So?"\nproposition p "So."\n  answers q\n'
    text += "".join(f'agent s{n} "Scholar {n:02}"\n  role scholar\n{1900 + n} s{n} asserts p\n' for n in range(many))
    corpus = opened(f"{text}1990 s{many - 1} denies p\n").corpus
    found = positions_drawing(corpus, positions(corpus, "q"))
    lines = words(found)[1:]
    assert len(lines) == drawn_positions.MOST and lines[-1].startswith(f"Scholar {many - 1}")
    assert found is not None
    assert any("Five voices not drawn here, counted above" in one.lines[0] for one in found.shapes if isinstance(one, Text))


def test_denials_that_are_only_implied_are_counted_and_have_no_line(opened: Opened) -> None:
    corpus = opened(
        f'{PEOPLE}proposition p "So."\n  answers q\nproposition r "Not so."\n  answers q\n  excludes p\n1960 a asserts p\n1970 b asserts r\n'
    ).corpus
    found = positions_drawing(corpus, positions(corpus, "q"))
    assert sorted(each.split(",")[0] for each in words(found)) == ["Anna", "Not so.", "So.", "Борис"]
    assert "denies, by asserting what excludes it" in [sample.words for sample in found.key] if found else False


def test_the_line_of_one_agent_is_under_its_question(opened: Opened) -> None:
    corpus = opened(f'{PEOPLE}proposition p "So."\n  answers q\nproposition r "Or."\n1960 a supposes p\n1970 a asserts p\n1950 a denies r\n').corpus
    found = own_drawing(corpus, AgentId("a"), own_positions(Hearing.of(corpus), AgentId("a")))
    assert words(found) == ["How many?", "So., supposes, 1960, asserts, 1970", "On no question recorded here", "Or., denies, 1950"]
    assert own_drawing(corpus, AgentId("b"), ()) is None


def test_what_has_one_date_has_no_course_of_time(opened: Opened) -> None:
    corpus = opened(f'{PEOPLE}proposition p "So."\n  answers q\nproposition r "Or."\n1960 a supposes p\n1960 a denies r\n').corpus
    assert own_drawing(corpus, AgentId("a"), own_positions(Hearing.of(corpus), AgentId("a"))) is None
    assert positions_drawing(corpus, positions(corpus, "q")) is None


def test_a_line_is_broken_where_it_is_not_certain_and_dotted_after_a_death() -> None:
    turns = ((1956, ["asserts"]), (1968, ["asserts", "doubts"]), (1970, ["denies"]))
    anna = Course("Anna", tuple(Held(day(year), frozenset(options)) for year, options in turns), died=day(1990))
    boris = Course("Boris", (Held(day(1960), frozenset(["supposes", "silent"])), Held(day(1995), frozenset(["silent"]))))
    found = courses("c", "Positions", [Answer("So.", (), (anna, boris))], until=day(2011))
    assert found is not None
    assert [[one.kind for one in thing.shapes if isinstance(one, Stroke) and one.kind.startswith("held")] for thing in found.things[1:]] == [
        ["held asserts", "held unsure", "held denies", "held gone denies"], ["held supposes unsure"],
    ]  # fmt: skip
    assert found.things[2].words == "Boris, supposes or not heard from 1960, not heard from 1995"
    assert courses("c", "Positions", []) is None


OPTION = st.sampled_from(["asserts", "supposes", "leaves-open", "doubts", "denies", "silent"])
DAY = st.integers(day(1900), day(2020))
MARK = st.builds(lambda option, a, b: Mark(option, min(a, b), max(a, b), "said"), OPTION.filter(lambda one: one != "silent"), DAY, DAY)
HELD = st.builds(Held, DAY, st.frozensets(OPTION, min_size=1, max_size=2))
COURSE = st.builds(
    lambda name, held, marks, died: Course(name, tuple(sorted(held, key=lambda one: one.day)), tuple(marks), died=died),
    st.text("abc дж", min_size=1, max_size=80), st.lists(HELD, max_size=4, unique_by=lambda one: one.day), st.lists(MARK, max_size=5),
    st.none() | DAY,
)  # fmt: skip
TALLY = st.builds(lambda day, counts: Tally(day, tuple(counts), sum(counts) + 1), DAY, st.lists(st.integers(0, 30), min_size=6, max_size=6))
ANSWER = st.builds(
    lambda tallies, lines: Answer("An answer", tuple(sorted(tallies, key=lambda one: one.day)), tuple(lines)),
    st.lists(TALLY, max_size=5, unique_by=lambda one: one.day), st.lists(COURSE, max_size=4),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(ANSWER, max_size=4), st.lists(st.builds(lambda a, b: Band("A period", min(a, b), max(a, b)), DAY, DAY), max_size=4))
def test_positions_lie_within_their_drawing_and_signs_over_no_others(answers: list[Answer], periods: list[Band]) -> None:
    found = courses("c", "Positions", answers, periods)
    if found is None:
        return
    inside(found)
    boxes = [thing.box for thing in found.things]
    assert all(y + tall <= after[1] + 0.01 for (_, y, _, tall), after in pairwise(boxes))
    for thing in found.things:
        signs = sorted(one.x for one in thing.shapes if isinstance(one, Text) and one.kind.startswith("word"))
        assert all(b - a >= 15 for a, b in pairwise(signs))
    apart([one for one in found.shapes if isinstance(one, Text) and one.kind == "tick period"])


@settings(max_examples=40, deadline=None)
@given(st.lists(TALLY, min_size=1, max_size=5, unique_by=lambda one: one.day))
def test_steps_are_as_high_as_what_they_count(tallies: Sequence[Tally]) -> None:
    found = courses("c", "Positions", [Answer("So.", tuple(sorted(tallies, key=lambda one: one.day)), ())])
    assert found is not None
    bars = kinds(found, "count")
    high = max(one.most for one in tallies)
    assert all(float(one.path.split("v")[1].split("h")[0]) <= 110.1 for one in bars)
    written = [one.lines[0].split(" ")[1] for one, _ in shapes(found) if isinstance(one, Text) and one.kind.startswith("tally")]
    assert set(written) <= {str(count) for one in tallies for count in one.counts} and high > 0


# ---- denunciations


PLOT = (
    f'{PEOPLE}event case "The case"\nproposition plot "Clara plotted."\n  compromises c\n'
    "1937-05-08 police asserts plot\n  case case\n1937 police tells a plot\n1968 a asserts plot\n"
    "c serves-as \"Head\"\n  from 1938-06-01\n"
)


def test_what_was_said_at_the_time_stands_under_the_posts_case_by_case(opened: Opened) -> None:
    bench = opened(PLOT)
    found = career_drawing(concordance(bench.corpus), career(bench.corpus, AgentId("c")))
    assert found is not None
    assert [each.split(",")[0] for each in words(found)][-3:] == ["Said in the case: The case", "The police", "The police"]
    assert any("taken up after they were compromised" in each for each in words(found))
    assert found.description.startswith("Two statements of the time compromising them, from 1937 to")
    assert career_drawing(concordance(bench.corpus), career(bench.corpus, AgentId("b"))) is None


def test_who_compromised_whom_is_a_row_for_each_and_a_number_for_who_said_it(opened: Opened) -> None:
    corpus = opened(PLOT).corpus
    found = network_drawing(corpus, network(corpus))
    assert found is not None
    (row,) = found.things
    assert row.words.startswith("Clara, two statements, The police tells")
    assert [sample.words for sample in found.key if any(isinstance(one, Text) and one.lines == ("1",) for one in sample.shapes)] == ["The police"]
    assert found.description.startswith("One agent compromised at the time")


def test_accusers_beyond_those_with_a_number_share_one(opened: Opened) -> None:
    many = drawn_careers.MOST_NUMBERED + 3
    text = PEOPLE + 'proposition plot "Clara plotted."\n  compromises c\n'
    text += "".join(f'agent p{n} "Police {n}"\n19{30 + n}-05-08 p{n} asserts plot\n' for n in range(many))
    corpus = opened(text).corpus
    found = network_drawing(corpus, network(corpus))
    assert found is not None and found.key[-1].words == "Three others"


SIDE = st.integers(day(1917), day(1957))
FOUR = st.one_of(
    st.tuples(SIDE, SIDE, SIDE, SIDE).map(lambda four: tuple(sorted(four))), SIDE.map(lambda one: (one,) * 4),
    SIDE.map(lambda one: (one, UNKNOWN, UNKNOWN, UNKNOWN)), SIDE.map(lambda one: (UNKNOWN, one, UNKNOWN, one)),
    st.just((UNKNOWN, OPEN, UNKNOWN, OPEN)),
)  # fmt: skip
ENTRY = st.builds(
    lambda four, how: Entry(four, "said", Sign("●", "asserts") if how == 1 else None, (how,) if how > 1 else ()), FOUR, st.integers(0, 40)
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(ENTRY, max_size=9), min_size=1, max_size=5))
def test_marks_of_one_row_lie_over_no_others_and_within_the_drawing(rows: list[list[Entry]]) -> None:
    found = ledger("l", "Ledger", [Part("Heading", tuple(Line("A name", tuple(entries), "a note") for entries in rows))], "{first} {last}")
    if found is None:
        assert not any(isinstance(side, int) for entries in rows for entry in entries for side in entry.four)
        return
    inside(found)
    assert all(y + tall <= after[1] + 0.01 for (_, y, _, tall), after in pairwise(thing.box for thing in found.things))
    for thing in found.things:
        apart([one for one in thing.shapes if isinstance(one, Text) and one.kind.split(" ")[0] in ("word", "name")])


# ---- figures


FIGURES = (
    f'{PEOPLE}source r "The report"\n  out 1938\nproposition low "Few."\n  answers q\n  figure 20000 officers of "arrested"\n'
    'proposition high "Many."\n  answers q\n  figure 35000..40000 officers of "arrested"\n'
    'proposition same "Also few."\n  answers q\n  figure 20000 officers of "shot, at least"\n'
    "1968 a asserts high\n1996 b asserts low\n  rests-on r\n1997 a asserts low\n1998 a asserts same\n  rests-on? r\n"
)


def drawn_figures(bench: Workbench) -> Drawing:
    found = figures(bench.corpus)
    drawing = figures_drawing(bench.corpus, found.rivals[0], found)
    assert drawing is not None
    return drawing


def test_figures_of_one_unit_stand_on_one_axis_by_what_they_count(opened: Opened) -> None:
    found = drawn_figures(opened(FIGURES))
    assert words(found)[:3] == [
        "20,000: arrested, Anna and one other, 1996", "35,000–40,000: arrested, Anna, 1968",
        "at least 20,000: shot, at least, Anna, 1998, supported in part",
    ]  # fmt: skip
    assert found.description.startswith("Three figures in officers on one axis, from 20,000 to 40,000")
    named = [one.lines[0] for one, _ in shapes(found) if isinstance(one, Text) and one.kind == "name"]
    assert named == ["arrested", "shot, at least"]
    strokes = [one.kind for thing in found.things[:3] for one in thing.shapes if isinstance(one, Stroke)]
    assert [kind for kind in strokes if kind in ("span", "mark sure", "mark")] == ["mark sure", "span", "mark"]


def test_the_document_behind_several_figures_is_a_line_with_a_dot_at_each(opened: Opened) -> None:
    found = drawn_figures(opened(FIGURES))
    assert words(found)[-1] == "A: The report" and found.things[-1].to == To(Room.SOURCES, "r")
    assert [one.kind for one in kinds(found, "dot")] == ["dot", "dot open"]
    assert "perhaps goes back to it" in [sample.words for sample in found.key]


def test_the_same_value_under_another_description_is_tied(opened: Opened) -> None:
    assert len(kinds(drawn_figures(opened(FIGURES)), "tie")) == 1
    apart_ = opened(FIGURES.replace('20000 officers of "shot', '21000 officers of "shot'))
    assert kinds(drawn_figures(apart_), "tie") == []


def test_one_figure_is_not_drawn(opened: Opened) -> None:
    corpus = opened(f'{PEOPLE}proposition low "Few."\n  answers q\n  figure 20000 officers of "arrested"\n1996 b asserts low\n').corpus
    found = figures(corpus)
    assert figures_drawing(corpus, found.rivals[0], found) is None
    assert axis.figures("f", "Figures", "", []) is None


AMOUNT = st.decimals(-1000, 1_000_000, places=1)
NUMBER = st.builds(
    lambda of, a, b, up, behind: axis.Number(of, "Anna, 1968", min(a, b), max(a, b), up, False, tuple((at, False) for at in behind)),
    st.text("abc ", min_size=1, max_size=90), AMOUNT, AMOUNT, st.booleans(), st.sets(st.integers(0, 7), max_size=3),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(NUMBER, min_size=1, max_size=10))
def test_figures_lie_within_their_drawing_in_the_order_of_their_values(numbers: list[axis.Number]) -> None:
    documents = [axis.Document(f"Document {at}") for at in range(8)]
    found = axis.figures("f", "Figures", "people", numbers, documents)
    assert found is not None
    inside(found)
    marks = [
        (number.least, min(_first(one) for one in thing.shapes if isinstance(one, Stroke) and one.kind in ("mark sure", "span", "whisker")))
        for number, thing in zip(numbers, found.things, strict=False)
        if not number.up and number.least != number.most
    ]
    assert [x for _, x in sorted(marks)] == sorted(x for _, x in marks)
    for thing in found.things:
        apart([one for one in thing.shapes if isinstance(one, Text) and one.kind in ("name", "note by")])


def _first(one: Stroke) -> float:
    return float(one.path[1:].split(" ")[0])


def test_figures_are_never_cut_short_of_their_digits() -> None:
    number = axis.Number("people", "Anna", Decimal("1E+3"), Decimal("2.50"))
    assert axis.ranged(Decimal("2.50"), Decimal("1E+3")) == "2.5–1,000"
    assert axis.figures("f", "Figures", "", [replace(number, least=Decimal("2.50"), most=Decimal("1E+3"))]) is not None
