"""Through whom a statement is known, in what it is read, and who claims what it rests on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.compile import Compiled, Unit, compile_units
from fontes.compile.resolve import merged
from fontes.model.corpus import Corpus
from fontes.model.names import Access, Passage
from fontes.model.stances import Combination, Combined, Member, MemberKind, Stance
from fontes.text.parse import parse

NAMES = """
directly
agent ulam "Adam Ulam"
agent carell "Paul Carell"
agent whitewood "P. Whitewood"
source review "A review"
  by whitewood
source book "A book"
  by ulam, carell
source letter "A letter"
  made 1936-05-01
  out 1950
event trial "The trial"
proposition p "So it was."
proposition q "Not so."
"""


def compiled(text: str) -> Compiled:
    found = parse(NAMES + text, "a.fontes")
    assert found.diagnostics == ()
    return compile_units([Unit.of("a.fontes", found.statements)])


def corpus(text: str) -> Corpus:
    made = compiled(text)
    assert made.diagnostics == ()
    return made.corpus


def only(text: str) -> Stance:
    (one,) = corpus(text).stances.values()
    return one


@pytest.mark.parametrize(
    ("section", "per", "expected"),
    [
        ("directly", "", ()),
        ("directly", "per book p. 3", (Access("book", "p. 3"),)),
        ("directly", "per book p. 3 via review n. 2", (Access("book", "p. 3", "review", "n. 2"),)),
        ("through review ¶ 12", "", (Access("review", "¶ 12"),)),
        ("through review ¶ 12", "per ¶ 18", (Access("review", "¶ 18"),)),
        ("through review ¶ 12", "per n. 12", (Access("review", "¶ 12 n. 12"),)),
        ("through review ¶ 12", "per nn. 9, 11", (Access("review", "¶ 12 nn. 9, 11"),)),
        ("through review pp. 3–4", "per p. 5", (Access("review", "p. 5"),)),
        ("through review p. 3 n. 2", "per n. 4", (Access("review", "p. 3 n. 4"),)),
        ("through review", "per n. 4", (Access("review", "n. 4"),)),
        ("through review ¶ 12", "per book", (Access("book", ""),)),
        ("through review ¶ 12 via letter", "", (Access("review", "¶ 12", "letter", ""),)),
        ("through review ¶ 12 via letter p. 1", "per n. 3", (Access("review", "¶ 12 n. 3", "letter", "p. 1"),)),
        ("through review ¶ 12", "per book p. 3\n  per n. 3", (Access("book", "p. 3"), Access("review", "¶ 12 n. 3"))),
        ("through review ¶ 12", "per ¶ 13\n  per n. 3", (Access("review", "¶ 13 n. 3"),)),
    ],
)
def test_access(section: str, per: str, expected: tuple[Access, ...]) -> None:
    particulars = f"\n  {per}" if per else ""
    one = only(f"{section}\nulam asserts p{particulars}\n")
    assert set(one.access) == set(expected)


def test_two_passages_of_a_section_narrow_the_section_and_not_each_other() -> None:
    one = only("through review ¶ 12\nulam asserts p\n  per n. 3\n  per p. 4\n")
    assert one.access == (Access("review", "¶ 12 n. 3 p. 4"),)


def test_a_passage_without_a_section_is_told_of_and_left_out() -> None:
    made = compiled("ulam asserts p\n  per n. 3\n")
    assert [one.slug for one in made.diagnostics] == ["passage-without-source"]
    assert [one.access for one in made.corpus.stances.values()] == [()]


def test_an_unknown_section_is_told_of_once_and_its_statements_stay() -> None:
    made = compiled("through reveiw\nulam asserts p\ncarell doubts p\n")
    assert [(one.slug, one.span.column) for one in made.diagnostics] == [("unknown-name", 9)]
    assert len(made.corpus.stances) == 2


locators = st.lists(st.sampled_from(("¶ 4", "pp. 3–4", "nn. 9, 11", "f. 37837", "op. 10", "§ 2")), max_size=4, unique=True).map(" ".join)


@given(locators, locators)
def test_narrowing_twice_by_the_same_is_narrowing_once(passage: str, further: str) -> None:
    once = merged(passage, further)
    assert merged(once, further) == once
    assert merged("", further) == further


SCHOLAR = """
directly
agent conquest "Robert Conquest"
  role scholar
agent duranty "Walter Duranty"
  role witness
"""
ONE = 'source terror "The Great Terror"\n  by conquest, duranty\n  out 1968\n'
TWO = 'source harvest "Harvest"\n  by conquest\n  out 1986\n'


def test_a_scholar_is_read_in_the_only_work() -> None:
    one = only(SCHOLAR + ONE + "conquest asserts p\n")
    assert one.read == Passage("terror") and one.when is not None and one.when.written == "1968"
    assert one.id == "conquest asserts p 1968"


def test_a_date_of_ones_own_stays_beside_the_work_filled_in() -> None:
    one = only(SCHOLAR + ONE + "1970 conquest asserts p\n")
    assert one.read == Passage("terror") and one.when is not None and one.when.written == "1970"


def test_participants_and_witnesses_are_never_filled_in() -> None:
    one = only(SCHOLAR + ONE + "duranty asserts p\n")
    assert one.read is None and one.when is None


def test_without_a_work_it_is_the_agents_own_word() -> None:
    assert only(SCHOLAR + "conquest asserts p\n").read is None


def test_two_works_are_an_error_and_never_a_silent_choice() -> None:
    made = compiled(SCHOLAR + ONE + TWO + "conquest asserts p\n")
    assert [one.slug for one in made.diagnostics] == ["ambiguous-in"]
    (one,) = made.corpus.stances.values()
    assert one.read is None and one.when is None


@pytest.mark.parametrize(("line", "work"), [("1986 conquest asserts p", "harvest"), ("conquest asserts p\n  in terror p. 4", "terror")])
def test_the_date_or_in_decides_between_two_works(line: str, work: str) -> None:
    one = only(f"{SCHOLAR}{ONE}{TWO}{line}\n")
    assert one.read is not None and one.read.source == work


def test_a_date_that_fits_neither_decides_nothing() -> None:
    made = compiled(SCHOLAR + ONE + TWO + "1975 conquest asserts p\n")
    assert [one.slug for one in made.diagnostics] == ["ambiguous-in"]


def test_in_the_work_that_is_read_the_work_itself_is_meant() -> None:
    one = only(f"{SCHOLAR}{ONE}{TWO}through harvest p. 9\nconquest asserts p\n")
    assert one.read is not None and one.read.source == "harvest"


def test_in_gives_the_date_of_what_was_made_before_it_came_out() -> None:
    one = only("ulam asserts p\n  in letter\n")
    assert one.when is not None and one.when.written == "1936-05-01"


def test_who_claims_a_line_of_descent() -> None:
    text = "through review\nulam asserts p\n  rests-on letter\n  rests-on? book per book p. 3\ndirectly\ncarell asserts p\n  rests-on letter\n"
    found = corpus(text).stances
    first, second = found["ulam asserts p"].grounds
    assert (first.claimed_by, first.doubtful) == (("whitewood",), False)
    assert (second.claimed_by, second.doubtful, second.access) == (("ulam", "carell"), True, Access("book", "p. 3"))
    assert found["carell asserts p"].grounds[0].claimed_by == ()


def test_grounds_keep_how_they_combine() -> None:
    one = only("ulam asserts p\n  rests-on letter p. 2 and trial or q, others\n")
    assert one.grounds[0].on == Combined(
        Combination.UNKNOWN,
        (
            Combined(
                Combination.ANY,
                (
                    Combined(Combination.ALL, (Member(MemberKind.SOURCE, "letter", "p. 2"), Member(MemberKind.EVENT, "trial"))),
                    Member(MemberKind.PROPOSITION, "q"),
                ),
            ),
            Member(MemberKind.OTHERS),
        ),
    )


def test_what_is_unknown_in_a_ground_is_told_of_and_the_rest_stays() -> None:
    made = compiled("ulam asserts p\n  rests-on letter and leter\n")
    assert [(one.slug, one.span.column) for one in made.diagnostics] == [("unknown-name", 23)]
    (one,) = made.corpus.stances.values()
    assert one.grounds[0].on == Member(MemberKind.SOURCE, "letter")


def test_datings_of_an_event_are_the_words_of_who_made_the_source() -> None:
    text = 'through review ¶ 2\nevent plenum "The plenum"\n  when 1937-02\n  when 1937-03 per book p. 1\n'
    text += 'directly\nevent plot "A plot"\n  when 1936\n'
    found = {(one.of, one.when.written, one.agent): one.access for one in corpus(text).datings.values()}
    assert found == {
        ("plenum", "1937-02", "whitewood"): (Access("review", "¶ 2"),),
        ("plenum", "1937-03", "ulam"): (Access("book", "p. 1"),),
        ("plenum", "1937-03", "carell"): (Access("book", "p. 1"),),
        ("plot", "1936", None): (),
    }
