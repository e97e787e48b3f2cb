"""Gaps: each kind opens where something is missing, closes where it is there, and says how far anything was examined."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fontes.dates import read
from fontes.findings.gaps import MOST, Gap, GapKind, gaps, gaps_in, of_question
from fontes.findings.support.status import evaluate_corpus
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind

from .known_corpora import corpus

ASKED = """
question why "Why?"
question how "How?"
  part-of why
proposition answer "So."
  answers why
1990 a raises why
"""


def found(text: str, kind: str, lens: Lens = PLAIN, question: str = "") -> list[Gap]:
    return list(gaps(corpus(text), lens, [GapKind(kind)], question).gaps)


def cases(text: str, kind: str, lens: Lens = PLAIN) -> list[tuple[str, str]]:
    return [(one.thing, one.case) for one in found(text, kind, lens)]


def as_of(words: str) -> Lens:
    return Lens(as_of=read(words))  # type: ignore[arg-type]


# Open


def test_a_question_is_open_since_it_was_raised_until_an_answer_has_support() -> None:
    gap, other = found(ASKED, "open")
    assert (gap.thing, gap.case, gap.agents, gap.since and gap.since.written) == ("why", "no answer asserted", ("a",), "1990")
    assert (other.thing, other.case, other.since, other.agents) == ("how", "no answer recorded", None, ())
    assert cases(ASKED + "b asserts answer", "open") == [("how", "no answer recorded")]
    assert cases(ASKED + "b tells c answer", "open") == [("how", "no answer recorded")], "telling is asserting"


@pytest.mark.parametrize(
    ("more", "case"),
    [
        ("b supposes answer", "supposed only"),
        ("b denies answer", "no answer asserted"),
        ("b asserts answer\n  rests-on ^r\nb asserts p   ^r\n  rests-on ^s\na asserts q   ^s\n  rests-on ^r", "asserted without support"),
    ],
)
def test_what_comes_near_an_answer_is_told(more: str, case: str) -> None:
    assert cases(ASKED + more, "open")[0] == ("why", case)


def test_an_answer_whose_support_is_distrusted_opens_the_question_again() -> None:
    lens = replace(PLAIN, distrust=frozenset([Unit(UnitKind.AGENT, "b")]))
    assert ("why", "asserted without support") in cases(ASKED + "b asserts answer", "open", lens)


def test_a_question_raised_later_is_not_asked_yet() -> None:
    assert [one.thing for one in found(ASKED, "open", as_of("1980"))] == ["how"]
    assert ("why", "no answer asserted") in cases(ASKED + "2000 b asserts answer", "open", as_of("1995"))


def test_who_leaves_a_question_open_is_told_where_nobody_raised_it() -> None:
    (one, _) = sorted(found(ASKED + "1995 b leaves-open how", "open"), key=lambda gap: gap.thing)
    assert (one.thing, one.words, one.agents, one.since and one.since.written) == ("how", "left open", ("b",), "1995")


def test_declared_unanswerable_stands_apart() -> None:
    text = ASKED + "1999 b declares-unanswerable why"
    (gap,) = found(text, "unanswerable")
    assert (gap.thing, gap.agents, gap.since and gap.since.written) == ("why", ("b",), "1999")
    assert [one.thing for one in found(text, "open")] == ["how"]
    assert found(text + "\nb asserts answer", "unanswerable") == []


# Thin


BOOKS = """
source m "Memoir"
  origin witnessed
source n "Notes"
  origin recorded
source x "Tale"
"""


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("a asserts p\n  rests-on x", "all trails end"),
        ("a asserts p", "all trails end"),
        ("a asserts p\n  rests-on m", "one origin shown"),
        ("a asserts p\n  rests-on m\nb asserts p\n  rests-on x", "one origin shown"),
        ("a supposes p\n  rests-on m", "one origin shown"),
    ],
)
def test_one_origin_or_none_is_thin(text: str, case: str) -> None:
    assert cases(BOOKS + text, "thin") == [("p", case)]


@pytest.mark.parametrize(
    "text",
    [
        "a asserts p\n  rests-on m\nb asserts p\n  rests-on n",
        "a asserts p\n  rests-on m and n",
        "a denies p",
        "a asserts p\n  rests-on ^l\nb asserts q   ^l\n  rests-on ^k\nc asserts q   ^k\n  rests-on ^l",
    ],
)
def test_two_origins_are_not_thin_and_what_has_no_support_is_not(text: str) -> None:
    assert ("p", "one origin shown") not in cases(BOOKS + text, "thin") and ("p", "all trails end") not in cases(BOOKS + text, "thin")


def test_an_origin_nothing_needs_does_not_make_it_less_thin() -> None:
    """Of `m` and `m and n` only the first is needed: it is one origin, as `origins` says too."""
    text = BOOKS + "a asserts p\n  rests-on m\nb asserts p\n  rests-on m and n"
    assert cases(text, "thin") == [("p", "one origin shown")]
    assert found(text, "thin")[0].sources == ("m",)


def test_what_most_say_comes_first() -> None:
    text = BOOKS + "1950 a asserts q\n1960 a asserts p\n1955 b asserts p"
    assert [(one.thing, len(one.agents), one.since and one.since.written) for one in found(text, "thin")] == [("p", 2, "1955"), ("q", 1, "1950")]


# Unused


SHELF = """
question why "Why?"
proposition one "One."
  answers why
proposition two "Two."
  answers why
source find "Find"
  origin recorded
  out {out}
1890 a asserts one
  in find
source work "Work"
  by scholar
  out 1950
  examined {examined}
1950 scholar asserts two
  in work
"""


def shelf(out: str = "1900", examined: str = "whole", more: str = "") -> str:
    return SHELF.format(out=out, examined=examined) + more


def test_a_source_that_was_out_and_nothing_rests_on() -> None:
    left, none = found(shelf(), "unused")
    assert (left.case, left.thing, left.sources, left.works, left.number) == ("left unused by a work", "work", ("find",), ("work",), 1)
    assert (none.case, none.thing, none.works, none.number) == ("nothing rests on it", "find", ("work",), 1)
    assert left.since is not None and left.since.written == "1950" and none.since == left.since


@pytest.mark.parametrize("examined", ["not-seen"])
def test_of_a_work_not_examined_no_absence_is_claimed(examined: str) -> None:
    assert [one.case for one in found(shelf(examined=examined), "unused")] == ["nothing rests on it"]
    assert [one.case for one in found(shelf(examined="p. 5"), "unused")] == ["left unused by a work", "nothing rests on it"]
    assert [one.case for one in found(shelf().replace("  examined whole\n", ""), "unused")] == ["nothing rests on it"]


LATER = """
agent s "S"
  role scholar
agent t "T"
  role scholar
source files "The files"
  out 1950
  origin {origin}
source using "Using"
  by s
  out 1955
s asserts answer
  in using
  rests-on files
source other "Other"
  by t
  out {one}
t denies answer
  in other
source third "Third"
  by t
  out {two}
t doubts answer
  in third
"""


def later(origin: str = "recorded", one: str = "1960", two: str = "1970", more: str = "") -> str:
    return ASKED + LATER.format(origin=origin, one=one, two=two) + more


def test_material_that_few_later_works_take_up() -> None:
    (few,) = [one for one in found(later(), "unused") if one.case == "few rest on it"]
    assert (few.thing, few.questions, few.agents, few.number, few.among) == ("files", ("why",), ("s",), 2, 3)
    assert few.works == ("other", "third") and few.since is not None and few.since.written == "1960"
    assert {one.id for one in few.reasons} >= {"files", "why", "other", "third", *few.statements}


@pytest.mark.parametrize(
    ("parts", "works"),
    [
        ({}, ("other", "third")),
        ({"two": "between 1940 and 1970"}, ("other", "third")),  # one may be later, and counts as open
        ({"two": "1940"}, None),  # one other work only
        ({"one": "between 1940 and 1970", "two": "between 1940 and 1970"}, None),  # none is certainly later
        ({"more": "t asserts answer\n  in third\n  rests-on files\n"}, None),  # as many rest on it as do not
        ({"more": "source edition\n  edition-of files\nt asserts answer\n  in third\n  rests-on edition\n"}, None),
    ],
)
def test_only_where_perhaps_fewer_than_half_of_those_that_came_after_rest_on_it(parts: dict[str, str], works: tuple[str, ...] | None) -> None:
    few = [one.works for one in found(later(**parts), "unused") if one.case == "few rest on it"]
    assert few == ([] if works is None else [works])


def test_by_an_earlier_date_fewer_works_had_left_it() -> None:
    assert [one.number for one in found(later(), "unused", as_of("1965")) if one.case == "few rest on it"] == []
    both = later(two="1962")
    assert [one.number for one in found(both, "unused", as_of("1965")) if one.case == "few rest on it"] == [2]


def test_what_came_out_on_the_day_of_the_work_did_not_come_before_it() -> None:
    assert found(shelf(out="1950-06-02").replace("out 1950\n", "out 1950-06-02\n"), "unused") == []
    assert len(found(shelf(out="1950-06-01").replace("out 1950\n", "out 1950-06-02\n"), "unused")) == 2


@pytest.mark.parametrize("out", ["1950", "1960", "between 1900 and 1960", "1900?"])
def test_what_may_have_come_out_later_was_not_left_unused(out: str) -> None:
    assert found(shelf(out=out), "unused") == []


USES = [
    "\n  rests-on find",
    "\n  rests-on find saying one",
    "\n  rests-on text of find",
    "\n  rests-on one",
    "\n  rests-on ^l\n1890 a asserts p   ^l\n  in find",
    "\n  rests-on that ^l\n1890 a asserts p   ^l\n  in find",
]


@pytest.mark.parametrize("more", USES)
def test_whatever_can_be_read_as_use_is_use(more: str) -> None:
    assert found(shelf(more=more), "unused") == []


def test_an_edition_and_a_collection_stand_for_their_source() -> None:
    assert found(shelf(more='\n  rests-on print\nsource print "Print"\n  edition-of find'), "unused") == []
    inside = shelf().replace('source find "Find"', 'source all-of-it "All"\nsource find "Find"\n  part-of all-of-it')
    assert found(inside, "unused") != []
    assert found(inside + "\n  rests-on all-of-it", "unused") == []


def test_what_a_work_reports_or_makes_known_it_did_not_leave_unused() -> None:
    text = shelf().replace("1890 a asserts one\n  in find\n", "1890 a asserts one\n  in find\n  per work p. 3\n")
    assert [one.case for one in found(text, "unused")] == ["nothing rests on it"]


def test_a_source_that_is_known_through_a_work_was_not_left_unused_by_it() -> None:
    text = shelf().replace('source find "Find"\n', 'source find "Find"\n  per work p. 9\n')
    assert [one.case for one in found(text, "unused")] == ["nothing rests on it"]


def test_use_behind_what_is_used_is_use() -> None:
    text = shelf(more='\n  rests-on digest\nsource digest "Digest"\n  draws-on find')
    assert found(text, "unused") == []


def test_a_work_of_another_time_or_matter_leaves_nothing_unused() -> None:
    assert found(shelf(), "unused", as_of("1940")) == []
    assert found(shelf().replace("source work", "question other \"O?\"\nsource work").replace("asserts two", "asserts q"), "unused") == []


def test_the_date_of_a_collection_is_the_date_of_its_parts() -> None:
    text = shelf().replace("  out 1900\n", "  part-of box\nsource box \"Box\"\n  out 1901\n")
    assert [one.thing for one in found(text, "unused")] == ["work", "find"]


# Passed over, unchecked


def test_passed_over_is_told_with_the_works_and_counted() -> None:
    text = ASKED + 'source w "W"\n  examined not-seen\n1980 b passes-over why\n  in w\n1970 c passes-over why\n'
    (gap,) = found(text, "passed-over")
    assert (gap.thing, gap.agents, gap.works, gap.number, gap.since and gap.since.written) == ("why", ("b", "c"), ("w",), 2, "1970")


ACCESS = """
source r "Review"
  by scholar
source w "Work"
source box "Box"
source letter "Letter"
  part-of box
"""


def test_known_only_through_another_is_grouped_with_counts() -> None:
    text = ACCESS + "a asserts p\n  in w\n  per r p. 1\nb asserts p\n  per r p. 2\nc asserts p\n"
    (gap,) = found(text, "unchecked")
    assert (gap.sources, gap.number, gap.among, gap.works, gap.since) == (("r",), 2, 3, ("w",), None)


@pytest.mark.parametrize(
    "text", ["a asserts p\n  in w\n  per w p. 1", "a asserts p\n  in letter\n  per box p. 1", "scholar asserts p\n  per r p. 1", "a asserts p"]
)
def test_what_was_read_where_it_stands_is_not_unchecked(text: str) -> None:
    assert found(ACCESS + text, "unchecked") == []


# Unanswered


HELD = ASKED + 'proposition theory "Theory."\n  answers why\n1960 b asserts theory\n'
RAISED = HELD + '1990 a raises how against theory\nproposition reply "R."\n  answers how\n'


def test_a_question_raised_against_an_explanation_that_its_holders_nowhere_take_up() -> None:
    (gap,) = found(RAISED, "unanswered")
    assert (gap.thing, gap.case, gap.against, gap.agents, gap.since and gap.since.written) == ("how", "question", "theory", ("b",), "1990")


@pytest.mark.parametrize("more", ["b asserts reply", "b denies reply", "b leaves-open how", "b tells c reply", "b declares-unanswerable how"])
def test_a_holder_who_speaks_to_it_closes_it(more: str) -> None:
    assert found(RAISED + more, "unanswered") == []


@pytest.mark.parametrize("more", ["c asserts reply", "b raises how", "b passes-over how", "b asserts p"])
def test_another_or_another_matter_does_not(more: str) -> None:
    assert [one.thing for one in found(RAISED + more, "unanswered")] == ["how"]


def test_the_explanation_itself_is_no_reply_to_what_is_raised_against_it() -> None:
    assert [one.thing for one in found(HELD + "1995 a raises why against theory\n", "unanswered")] == ["why"]


def test_nothing_is_unanswered_where_nobody_holds_the_explanation() -> None:
    assert found(RAISED.replace("1960 b asserts theory\n", ""), "unanswered") == []


SEEN = HELD + 'observation seen "Seen."\n  {seen}\n{judge} assesses seen: theory {mark}\n'


@pytest.mark.parametrize(
    ("seen", "mark", "gap"),
    [
        ("found", "I", True), ("found", "II", True), ("found", "C", False), ("found", "N", False), ("found", "NA", False),
        ("not-found", "C", True), ("not-found", "CC", True), ("not-found", "I", False), ("not-sought", "I", False), ("not-sought", "CC", False),
    ],
)  # fmt: skip
def test_an_observation_one_would_not_expect(seen: str, mark: str, gap: bool) -> None:
    assert [one.thing for one in found(SEEN.format(seen=seen, mark=mark, judge="a"), "unanswered")] == (["seen"] if gap else [])


def test_a_holder_who_judges_or_speaks_of_the_observation_takes_it_up() -> None:
    text = SEEN.format(seen="found", mark="I", judge="a")
    assert found(text + "b denies seen", "unanswered") == [] and found(text + "b assesses seen: theory C", "unanswered") == []
    assert found(SEEN.format(seen="found", mark="I", judge="b"), "unanswered") == []


def test_a_missing_part_is_told_on_the_word_of_who_says_so() -> None:
    text = ASKED + 'source r "R"\n  out 2011\nproposition theory "Theory."\n  answers why\n  part missing "The trigger" per r p. 2\n'
    (gap,) = found(text, "unanswered")
    assert (gap.case, gap.words, gap.sources, gap.since and gap.since.written, gap.agents) == ("missing part", "The trigger", ("r",), "2011", ())
    assert found(text, "unanswered", as_of("1990")) == [] and len(found(text, "unanswered", as_of("2012"))) == 1


# Without a route, sought


def test_without_a_route_is_told_with_who_had_it() -> None:
    (gap,) = found("1930 a tells b p\n1935 c asserts p", "no-route")
    assert (gap.thing, gap.answers, gap.agents, gap.since and gap.since.written) == ("c", ("p",), ("a", "b"), "1935")


def test_sought_and_not_found_until_somebody_finds_it() -> None:
    text = 'source lost "Lost"\nsource files "Files"\n1950 a sought lost\n  among files\n  result not-found\n'
    (gap,) = found(text, "not-found")
    assert (gap.thing, gap.case, gap.sources, gap.since and gap.since.written) == ("lost", "not found", ("files",), "1950")
    assert found(text + "1960 b sought lost\n  result found\n", "not-found") == []
    assert found(text + "1960 b sought lost\n  result found\n", "not-found", as_of("1955")) != []
    assert cases('a sought "a trace"', "not-found") == [("a trace", "result not recorded")]


def test_what_is_observed_as_not_found_and_not_sought() -> None:
    text = 'observation trace "A trace."\n  not-found\nobservation paper "An order."\n  not-sought\nobservation known "There."\n  found\n'
    assert cases(text, "not-found") == [("trace", "not found")] and cases(text, "not-sought") == [("paper", "not sought")]
    later = 'source r "R"\n  out 2011\nthrough r p. 1\n' + text
    assert found(later, "not-sought")[0].sources == ("r",) and found(later, "not-sought", as_of("1990")) == []


# The whole


def test_a_question_narrows_to_what_is_asked_under_it() -> None:
    text = RAISED + "a asserts p\n"
    assert {one.thing for one in gaps(corpus(text), question="how").gaps} == {"how"}
    assert {one.thing for one in gaps(corpus(text), question="why").gaps} == {"how", "theory"}
    assert "p" in {one.thing for one in gaps(corpus(text)).gaps}
    with pytest.raises(KeyError):
        gaps(corpus(text), question="whence")


@pytest.mark.parametrize("more", ["  needs p\n", "  part p\n"])
def test_what_an_answer_needs_or_is_made_of_bears_on_its_question(more: str) -> None:
    text = ASKED + 'proposition theory "T."\n  answers how\n' + more + "a asserts p\n"
    assert "p" in {one.thing for one in gaps(corpus(text), question="why").gaps}
    assert "p" not in {one.thing for one in gaps(corpus(text.replace(more, "")), question="why").gaps}


def test_those_of_one_question_are_the_same_whichever_way_they_are_sought() -> None:
    for text in (shelf(), later(), ASKED + "a asserts answer\n  per work p. 1\nsource work"):
        one = evaluate_corpus(corpus(text))
        for name in one.grounds.corpus.questions:
            assert of_question(one, gaps_in(one), name) == gaps_in(one, question=name)


def test_every_gap_has_reasons_and_a_place() -> None:
    text = RAISED + SHELF.format(out="1900", examined="whole").replace("question why \"Why?\"\n", "") + ACCESS + "a asserts p\n  per r p. 1\n"
    made = gaps(corpus(text)).gaps
    assert {one.kind for one in made} >= {GapKind.OPEN, GapKind.UNANSWERED, GapKind.UNUSED, GapKind.UNCHECKED, GapKind.THIN}
    assert all(one.reasons and one.place is not None for one in made)


def test_of_many_the_first_are_named_and_all_counted() -> None:
    works = "".join(f'source w{n} "W{n}"\n  by scholar\n  out {1950 + n}\n{1950 + n} scholar asserts two\n  in w{n}\n' for n in range(MOST + 5))
    (gap,) = [one for one in found(shelf(examined="not-seen") + works, "unused") if one.thing == "find"]
    assert (len(gap.works), gap.number) == (MOST, MOST + 6)
