"""The page of gaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from fontes.findings.gaps import GapKind, gaps
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind
from fontes.present.pages import Heading
from fontes.present.phrasing import gaps as words
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.gaps import MOST, gaps_page
from fontes.present.terminal import render_text
from fontes.workbench import Workbench

Opened = Callable[[str], Workbench]
PEOPLE = 'agent a "Anna"\n  role scholar\nagent b "Boris"\nagent c "Clara"\nproposition p "P."\nquestion why "Why?"\n'


def said(bench: Workbench, kinds: Sequence[GapKind] = (), lens: Lens = PLAIN, question: str = "") -> str:
    """The page as one line of text."""
    return " ".join(render_text(gaps_page(concordance(bench.corpus), gaps(bench.corpus, lens, kinds, question)), 120).split())


BOOK = 'source book "The book"\n  by a\n  out 1950\n  examined {}\nproposition one "One."\n  answers why\n'
FIND = BOOK + 'source find "The find"\n  out 1900\nb asserts one\n  in find\n1950 a denies one\n  in book\n'
THROUGH = 'source r "Review"\nsource w "Work"\n  examined p. 3\na asserts p\n  in w\n  per r p. 1'
ARCHIVE = """agent d "Dora"
  role scholar
proposition one "One."
  answers why
source files "The files"
  out 1950
  origin recorded
source first "One"
  by a
  out 1955
source second "Two"
  by d
  out 1960
  examined whole
source third "Three"
  by d
  out between 1940 and 1970
  examined not-seen
a asserts one
  in first
  rests-on files
d asserts one
  in second
d denies one
  in third
"""
THEORY = 'proposition theory "Theory."\n  answers why\nb asserts theory\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1990 a raises why", "1990 Why? why Raised by Anna. No answer is recorded here."),
        ("", "no date recorded Why? why Who raised it is not recorded here. No answer is recorded here."),
        ("1990 a leaves-open why", "1990 Why? why Left open by Anna; who raised it is not recorded here."),
        ("1990 a declares-unanswerable why", "Questions declared unanswerable Questions, and who declares that they cannot be answered"),
        ("1990 a declares-unanswerable why", "Declared unanswerable by Anna. No answer is recorded here."),
        ("1990 a passes-over why", "Passed over by Anna."),
        ("a asserts p", "P. p One agent says so: Anna. All trails end, nothing recorded behind them: no source recorded."),
        ('source m "Memoir"\n  origin witnessed\na asserts p\n  rests-on m', "One origin shown: Memoir."),
        (THEORY + "1990 a raises why against theory", "Against “Theory” Held by Boris, none of whom is recorded here to take up what is told"),
        (THEORY + "1990 a raises why against theory", "1990 Why? why Raised by Anna."),
        (
            THEORY + 'observation seen "Seen."\n  found\na assesses seen: theory I',
            "Seen. seen Not what one would expect under it, in the judgement of Anna.",
        ),
        ('proposition theory "Theory."\n  part missing "The trigger"', "Nobody recorded here holds it. (theory)"),
        ('proposition theory "Theory."\n  part missing "The trigger"', "no date recorded Missing in it: The trigger"),
        ('proposition theory "Theory."\n  part missing "The trigger"\n1990 b asserts theory', "1990 Missing in it: The trigger"),
        (
            ARCHIVE,
            "On the question “Why?” Anna rests on it. Of the other works recorded here on that question one came out after it, first Two (1960), "
            "and one may have; none of them is recorded to rest on it. How far these works were examined: one whole and one not seen.",
        ),
        (
            FIND.format("whole"),
            "As far as it was examined (whole), no use is recorded here of one source out before it on the question “Why?”: The find (1900).",
        ),
        (FIND.format("p. 7"), "As far as it was examined (p. 7), no use is recorded here"),
        (
            FIND.format("not-seen"),
            "Nothing recorded here rests on it, though one work on the question “Why?” came out later, first The book (1950). "
            "How far these works were examined: one not seen.",
        ),
        ("1930 a tells b p\n1935 c asserts p", "Clara Speaks of it, and no route to them is recorded before: “P”. Had before by Anna and Boris."),
        ('source lost "Lost"\na sought lost\n  among find\n  result not-found\nsource find "The find"', "Looked for by Anna among The find."),
        ('a sought "a trace"', "“a trace” Looked for by Anna. With what result is not recorded."),
        ('observation seen "Seen."\n  not-found', "Seen. seen Looked for and not found."),
        ('observation seen "Seen."\n  not-sought', "Seen. seen Nobody recorded here looked for it."),
        (THROUGH, "Known only through it: one of one statement, from one work."),
        (THROUGH, "How far these works were examined: one in part."),
    ],
)
def test_every_gap_is_told(opened: Opened, text: str, line: str) -> None:
    assert line in said(opened(PEOPLE + text + "\n"))


def test_every_kind_has_its_heading_in_order(opened: Opened) -> None:
    text = PEOPLE + "1990 a raises why\na asserts p\n"
    page = gaps_page(concordance(opened(text).corpus), gaps(opened(text).corpus))
    assert [block.anchor for block in page.blocks if isinstance(block, Heading)] == ["open", "thin"]
    assert set(words.CAPTION) == set(words.COUNTS) == set(map(str, GapKind))


def test_no_gap_is_more_than_what_is_recorded(opened: Opened) -> None:
    bench = opened(PEOPLE)
    assert words.NOTHING in said(bench, [GapKind.THIN]) and words.MODEST in said(bench)


def test_a_lens_and_a_question_are_named(opened: Opened) -> None:
    page = said(opened(PEOPLE + "a raises why\n"), lens=Lens(distrust=frozenset([Unit(UnitKind.AGENT, "b")])), question="why")
    assert "Gaps on the question: Why?" in page and "Seen so: b is distrusted." in page


def test_a_long_list_is_counted_not_listed(opened: Opened) -> None:
    text = "".join(f'question q{n} "Q{n}?"\n' for n in range(MOST + 2))
    assert "Three more are not listed here; --json lists them." in said(opened(PEOPLE + text), [GapKind.OPEN])


def test_many_names_are_cut_short(opened: Opened) -> None:
    text = "".join(f'agent x{n} "X{n}"\nx{n} asserts p\n' for n in range(9))
    assert "Nine agents say so: X0, X1, X2, X3, X4, X5 and three more." in said(opened(PEOPLE + text), [GapKind.THIN])


def test_no_words_are_left_over() -> None:
    code = (Path(words.__file__).parents[1] / "rooms" / "gaps.py").read_text(encoding="utf-8")
    assert [name for name in vars(words) if name.isupper() and f"words.{name}" not in code] == []
