"""The page of what had reached an agent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fontes.dates import When, read
from fontes.findings.known import known
from fontes.findings.known.gaps import no_routes
from fontes.findings.known.routes import Way
from fontes.model.lens import PLAIN, Lens
from fontes.present.export.known import no_route_values
from fontes.present.phrasing import known as words
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.known import MOST, known_page
from fontes.present.terminal import render_text
from fontes.workbench import Workbench

Opened = Callable[[str], Workbench]
PEOPLE = """
agent a "Anna"
agent b "Boris"
  died 1940
agent body "The Bureau"
proposition p "It was so."
proposition q "It was otherwise."
"""


def said(bench: Workbench, agent: str, by: str, about: str = "", lens: Lens = PLAIN) -> str:
    """The page as one line of text."""
    when = read(by)
    assert isinstance(when, When)
    page = known_page(concordance(bench.corpus), known(bench.corpus, agent, when, lens, about))  # type: ignore[arg-type]
    return " ".join(render_text(page, 120).split())


def test_each_answer_has_its_part_of_the_page(opened: Opened) -> None:
    bench = opened(
        PEOPLE + 'event e "The end"\n  when 1950\n1930 a tells b p\na tells b q\nagent c "C"\nproposition r "R."\n1930 a tells c r\n'
        'source s "The book"\n  made 1945\nc receives s\nb receives s\nc asserts x "X."\n  in s\n'
    )
    page = said(bench, "b", "1937")
    order = ["As far as recorded here, one thing certainly and one thing possibly", "Had certainly reached them", "It was so. p",
             "Anna told Boris, 1930.", "How it was taken is not recorded here.", "Had possibly reached them",
             "Only possibly: by its date it may have been later.", "No recorded route", "By then had by Anna and C.",
             "That no route is recorded does not say that there was none."]  # fmt: skip
    assert [page.find(each) for each in order] == sorted(page.find(each) for each in order) and page.find(order[-1]) > 0
    assert -1 not in [page.find(each) for each in order]
    ruled = said(bench, "b", "1960", "e")
    assert "Cannot have reached them What, and what rules it out What that this took place: The end Ruled out by The end, " in ruled
    assert "and Boris (died 1940)." in ruled
    assert "Ruled out by b receives s" not in page and "Ruled out by" in said(bench, "b", "1960", "x")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1930 a relays b p", "Anna passed it on to Boris, 1930."),
        ('1930 a orders to b "Go."', "the words of Anna: “Go.”"),
        ('source s "The book"\n1930 b receives s from a', "Boris received The book from Anna, 1930."),
        ('source s "The book"\n1930 b receives s', "Boris received The book, 1930."),
        ('source s "The book"\n  to b\n  by a\n1930 a asserts p\n  in s', "The book is addressed to Boris."),
        ('source s "The book"\n1929 a asserts p\n  in s\n1930 b receives s', "It is said in The book: Anna ● asserts it (1929)."),
        ("1930 b denies p", "By their own stance: Boris ✕ denies it (1930)."),
        ("1930 b tells a p", "Boris told it, and so had it, 1930."),
        ("1929 a tells ? p   ^r\n1930 b denies q\n  upon ^r", "Boris had received it: Boris ✕ denies It was otherwise."),
        ('1930 a tells body p\n1930, b serves-as "Chief"\n  of body\n  as head', "Boris was then the head of The Bureau:"),
        ("1930 a tells body p\nb belongs-to body", "Boris belonged to The Bureau:"),
        ("1929 body tells a p\n1930 a tells b p", "The Bureau told Anna, 1929; that it came on from there is not recorded."),
        ("1930 a tells body p\nb belongs-to body", "Only possibly: what a body was told its members had only possibly."),
        ("1935 a tells b p", "Recorded only later: Anna to Boris (1935)."),
        ("1930 a tells ? p", "Told to somebody not known: Anna to somebody not known (1930)."),
        ("1930 a asserts (b knows p)", "Said of them, and no route: Anna ● asserts"),
        ("1930 a asserts p\nbody asserts p", "Perhaps had by The Bureau."),
    ],
)
def test_every_route_is_narrated(opened: Opened, text: str, line: str) -> None:
    bench = opened(PEOPLE + text + "\n")
    about = "" if "orders" in text or ("receives" in text and "asserts" not in text) else "p"
    assert line in said(bench, "b", "1932", about)


def test_every_way_and_every_doubt_has_words() -> None:
    assert set(words.STEPS) == {way.value for way in Way}
    source = Path(words.__file__).parents[2] / "findings"
    code = "".join((source / name).read_text(encoding="utf-8") for name in ("known/routes.py", "known/__init__.py"))
    assert [doubt for doubt in words.DOUBTS if f'"{doubt}"' not in code] == []


def test_no_words_are_left_over() -> None:
    kept = [path for path in Path(words.__file__).parents[1].rglob("*.py") if path.name != "wording.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in kept if path != Path(words.__file__))
    assert [name for name in vars(words) if name.isupper() and f"words.{name}" not in code] == []


def test_nothing_recorded_is_said_so(opened: Opened) -> None:
    assert "Nothing recorded here had reached Boris by then" in said(opened(PEOPLE), "b", "1937")


def test_a_lens_is_named(opened: Opened) -> None:
    lens = Lens(as_of=read("1931"))  # type: ignore[arg-type]
    assert "Seen so: acts as of 1931." in said(opened(PEOPLE + "1930 a tells b p\n"), "b", "1937", lens=lens)


def test_a_long_list_is_counted_not_listed(opened: Opened) -> None:
    text = "".join(f'1930 a tells b p{n} "P {n}."\n' for n in range(MOST + 3))
    assert "Three more are not listed here." in said(opened(PEOPLE + text), "b", "1937")


def test_who_lacks_a_route_as_values(opened: Opened) -> None:
    bench = opened(PEOPLE + 'agent c "C"\n1930 a tells b p\n1935 c asserts p   ^so\n')
    (one,) = [no_route_values(each) for each in no_routes(bench.corpus)]
    assert (one["agent"], one["proposition"], one["statement"], one["others"]) == ("c", "p", "so", ["a", "b"])
    assert one["reasons"][0]["line"] == 10
