"""What statements come to: one for each agent, things declared on the way, names, and an order that files do not change."""

from __future__ import annotations

import random
import unicodedata

import pytest

from fontes.compile import Compiled, Unit, compile_units
from fontes.model.corpus import Corpus
from fontes.model.stances import Attitude
from fontes.text.parse import parse

NAMES = """
directly
agent a "A"
agent b "B"
agent c "C"
source s "S"
event e "E"
question w "Why?"
proposition p "So it was."
proposition q "Not so."
"""


def compiled(*texts: str) -> Compiled:
    units = []
    for number, text in enumerate((NAMES, *texts)):
        found = parse(text, f"{number}.fontes")
        assert found.diagnostics == ()
        units.append(Unit.of(f"{number}.fontes", found.statements))
    return compile_units(units)


def corpus(*texts: str) -> Corpus:
    made = compiled(*texts)
    assert made.diagnostics == ()
    return made.corpus


def slugs(made: Compiled) -> list[str]:
    return [one.slug for one in made.diagnostics]


def test_a_list_of_agents_makes_one_statement_each() -> None:
    found = corpus("1937 a, b, c doubt p\n  in s p. 3\n").stances
    assert list(found) == ["a doubts p 1937", "b doubts p 1937", "c doubts p 1937"]
    assert {one.attitude for one in found.values()} == {Attitude.DOUBTS}
    assert {one.read.passage for one in found.values() if one.read} == {"p. 3"}


def test_an_unknown_agent_in_a_list_leaves_the_others() -> None:
    made = compiled("a, zacharias assert p\n")
    assert slugs(made) == ["unknown-name"] and list(made.corpus.stances) == ["a asserts p"]


def test_an_unnamed_voice_is_an_agent_of_its_section() -> None:
    text = 'through s\nunnamed "n. 35" asserts p\nunnamed "n. 35" denies q\ndirectly\nunnamed "n. 35" asserts q\n'
    made = corpus(text)
    voices = {one.id for one in made.agents.values() if one.unnamed}
    assert voices == {"unnamed:s:n. 35", "unnamed:corpus:n. 35"}
    assert sorted(one.agent for one in made.stances.values()) == ["unnamed:corpus:n. 35", "unnamed:s:n. 35", "unnamed:s:n. 35"]


def test_brackets_make_a_proposition_of_what_is_said_of_saying() -> None:
    made = corpus("1930 a asserts (b denies (c knows p by 1929))\n  compromises b\n")
    inner, outer = "(c knows p by 1929)", "(b denies (c knows p by 1929))"
    assert made.propositions[inner].said is not None and made.propositions[inner].said.on == "p"
    said = made.propositions[outer].said
    assert said is not None and (said.agent, said.verb, said.on) == ("b", "denies", inner)
    assert made.propositions[outer].compromises == ("b",) and made.propositions[inner].compromises == ()
    (one,) = made.stances.values()
    assert (one.agent, one.on) == ("a", outer), "it is attributed to the outer agent only"


def test_the_same_brackets_are_one_proposition() -> None:
    made = corpus("a asserts (b knows p)\nc doubts ( b  knows  p )\n")
    assert {one.on for one in made.stances.values()} == {"(b knows p)"}


@pytest.mark.parametrize("line", ["a asserts (b knows zacharias)", "a asserts (zacharias knows p)"])
def test_unknown_names_in_brackets_leave_the_statement_out(line: str) -> None:
    made = compiled(line + "\n")
    assert slugs(made) == ["unknown-name"] and made.corpus.stances == {}


def test_what_is_worded_where_it_is_first_used_is_declared_there() -> None:
    text = 'a asserts new "Something new."\n  answers w\n  excludes p\n  note "on the stance"\n'
    text += 'b raises why-new "Why that?"\n  part-of w\na tells b told "A tale."\n'
    made = corpus(text)
    one = made.propositions["new"]
    assert (one.wording, one.answers, one.excludes) == ("Something new.", ("w",), ("p",))
    assert one.remarks.notes == (), "the note belongs to the stance"
    assert made.stances["a asserts new"].remarks.notes == ("on the stance",)
    assert made.questions["why-new"].part_of == ("w",)
    assert made.reports["a tells b told"].proposition == "told"


def test_what_is_worded_twice_is_told_of_and_the_first_counts() -> None:
    made = compiled('a asserts new "One."\n', 'b asserts new "Two."\n')
    assert slugs(made) == ["declared-twice"]
    assert made.corpus.propositions["new"].wording == "One."
    assert len(made.corpus.stances) == 2


def test_particulars_of_a_thing_do_not_stand_where_it_is_only_used() -> None:
    made = compiled("a asserts p\n  answers w\n")
    assert slugs(made) == ["misplaced-particular"] and made.corpus.propositions["p"].answers == ()


def test_renamed_names_stay_readable() -> None:
    made = compiled("rename old -> p\na asserts old\nb asserts p\n")
    assert [(one.slug, one.fixes[0].safe) for one in made.diagnostics] == [("renamed", True)]
    assert {one.on for one in made.corpus.stances.values()} == {"p"}
    assert made.corpus.renames == (("old", "p"),)


def test_a_renaming_to_nothing_is_told_of() -> None:
    assert slugs(compiled("rename old -> nothing-of-the-kind\n")) == ["unknown-name"]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("s asserts p", 1), ("a asserts s", 11), ("a asserts w", 11), ("a raises p", 10), ("a tells s p", 9), ("a impeaches p", 13),
        ("a dates p 1937", 9), ("a belongs-to s", 14), ("a receives e", 12), ("distinct a, s", 13), ("expect origins of e = 1", 19),
        ("expect a before e", 8), ("through a", 9),
    ],
)  # fmt: skip
def test_names_of_another_kind(line: str, column: int) -> None:
    found = compiled(line + "\n").diagnostics
    assert [(one.slug, one.span.column) for one in found] == [("wrong-kind", column)]
    assert found[0].related, "where it is declared is shown"


def test_leaving_open_takes_propositions_and_questions() -> None:
    assert {one.on for one in corpus("a leaves-open p\na leaves-open w\n").stances.values()} == {"p", "w"}


def test_leaving_a_question_open_as_unanswerable_is_declaring_it_unanswerable() -> None:
    assert corpus("1937 a leaves-open w\n  unanswerable\n") == corpus("1937 a declares-unanswerable w\n")
    assert slugs(compiled("a leaves-open p\n  unanswerable\n")) == ["wrong-kind"]


def test_reports_keep_their_way() -> None:
    made = corpus("a tells ? > b, c p\n  carries s\na relays b p\n")
    way, other = made.reports["a tells ? > b,c p"], made.reports["a relays b p"]
    assert (way.hops, way.carries, way.asserting) == ((("",), ("b", "c")), ("s",), True)
    assert (other.hops, other.asserting) == ((("b",),), False)


def test_names_of_statements_are_made_of_what_they_say() -> None:
    text = "1937 a asserts p\na asserts p\n1937 a denies p   ^l\na impeaches s as forged\na serves-as \"x\"\na dates e 1937\n"
    made = corpus(text)
    assert list(made.stances) == ["a asserts p", "a asserts p 1937", "l"]
    assert list(made.criticisms) == ["a impeaches s as forged"]
    assert list(made.tenures) == ["a serves-as x"]
    assert list(made.datings) == ["a dates e 1937"]


def test_equal_names_are_told_apart_by_content_and_not_by_order() -> None:
    lines = ["1937 a asserts p\n  in s p. 1\n", "1937 a asserts p\n  in s p. 2\n", "1937 a asserts p\n  in s p. 3\n"]
    passages = []
    for order in ((0, 1, 2), (2, 0, 1), (1, 2, 0)):
        found = corpus(*(lines[n] for n in order)).stances
        passages.append([(name, one.read.passage) for name, one in found.items() if one.read])
    assert passages[0] == [("a asserts p 1937 (1)", "p. 1"), ("a asserts p 1937 (2)", "p. 2"), ("a asserts p 1937 (3)", "p. 3")]
    assert passages[1] == passages[2] == passages[0]


def test_labels_name_statements_across_files() -> None:
    made = corpus("b asserts q\n  rests-on ^l\n  upon ^l\n", "a asserts p   ^l\n")
    assert made.stances["b asserts q"].upon == ("l",)
    assert slugs(compiled("b asserts q\n  upon ^m\n")) == ["unknown-label"]
    assert slugs(compiled("a asserts p   ^l\n", "b denies p   ^l\n")) == ["label-twice"]


@pytest.mark.parametrize("name", ["Ἀθηναῖοι", "тухачевскій", "दिल्ली-षड्यंत्र", "dvořák", "نَبِيّ", "毛泽东"])
def test_letters_composed_or_taken_apart_are_one_name(name: str) -> None:
    apart, composed = unicodedata.normalize("NFD", name), unicodedata.normalize("NFC", name)
    made = corpus(f'agent {apart} "X"\n', f"{composed} asserts p   ^{apart}\nb asserts q\n  upon ^{composed}\nrename old -> {apart}\n")
    assert composed in made.agents
    assert made.stances[composed].agent == composed
    assert made.stances["b asserts q"].upon == (composed,)


def test_the_preface() -> None:
    made = corpus(
        'corpus c-1 "Title"\n  language de\n  consensus "one"\n  consensus "two"\n'
        '  profile shortly "0 to 3 days"\n  profile a-few "2 to 3"\n'
    ).preface
    assert (made.id, made.title, made.language, made.format) == ("c-1", "Title", "de", "1")
    assert made.consensus == ("one", "two") and made.profile == (("a-few", "2 to 3"), ("shortly", "0 to 3 days"))


def test_an_edit_compiles_to_the_same_as_everything_anew() -> None:
    def unit(name: str, text: str) -> Unit:
        return Unit.of(name, parse(text, name).statements)

    kept, before = unit("0", NAMES), compile_units([unit("0", NAMES), unit("1", "a asserts p\n")])
    first = compile_units([kept, unit("1", "a asserts p\n")])
    for text in ("a denies p\n", "\n\na asserts p\n", 'a asserts r "R."\n', "agent d \"D\"\nd asserts p\n", "a asserts ghost\n"):
        changed = unit("1", text)
        anew, edited = compile_units([kept, changed]), compile_units([kept, changed], first)
        assert (edited.corpus, edited.diagnostics, edited.used) == (anew.corpus, anew.diagnostics, anew.used)
    assert before.corpus == first.corpus


@pytest.mark.parametrize(
    ("kept", "first", "then"),
    [
        ('proposition x "Second."\n', 'proposition x "First."\n', ""),
        ('proposition x "Second."\n', "", 'proposition x "First."\n'),
        ("agent z\nz asserts dosier\n", 'proposition dossier "D."\n', '\n\nproposition dossier "D."\n'),
        ("agent z\nz asserts z\n", "agent y\n", "\nagent y\n"),
    ],
)
def test_what_another_file_says_of_this_one_is_seen_after_an_edit(kept: str, first: str, then: str) -> None:
    still = Unit.of("b", parse(kept, "b").statements)
    before = compile_units([Unit.of("a", parse(first, "a").statements), still])
    units = [Unit.of("a", parse(then, "a").statements), still]
    edited, anew = compile_units(units, before), compile_units(units)
    assert (edited.corpus, edited.diagnostics) == (anew.corpus, anew.diagnostics)


def test_files_in_any_order_are_one_corpus() -> None:
    texts = ["a asserts p   ^l\n", "b doubts p\n  upon ^l\n", 'c asserts r "R."\n', "distinct b, a\n", "expect origins of p = 1\n"]
    whole = corpus(*texts)
    for seed in range(5):
        shuffled = texts[:]
        random.Random(seed).shuffle(shuffled)
        assert corpus(*shuffled) == whole


def test_left_open_as_unanswerable_is_declaring_it() -> None:
    text = 'agent a "A"\nquestion why "Why?"\na leaves-open why\n  unanswerable\n'
    made = compile_units([Unit.of("a.fontes", parse(text, "a.fontes").statements)])
    assert [one.attitude.value for one in made.corpus.stances.values()] == ["declares-unanswerable"]
    assert not made.diagnostics


def test_the_date_of_a_book_is_not_that_of_a_post_named_in_it() -> None:
    made = corpus(
        'agent zed "Zed"\nsource tome "Tome"\n  out 1963\nzed serves-as "Clerk"\n  in tome p. 3\n1937, zed serves-as "Head"\n  in tome p. 4\n'
        "zed asserts p\n  in tome p. 5\n"
    )
    assert {one.office: one.when.written if one.when else None for one in made.tenures.values()} == {"Clerk": None, "Head": "1937"}
    assert [one.when.written for one in made.stances.values() if one.when] == ["1963"]
