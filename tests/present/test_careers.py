"""The pages of careers and of who compromised whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fontes.dates import When, read
from fontes.findings.careers import career, network
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import AgentId
from fontes.present.phrasing import careers as words
from fontes.present.rooms.careers import MOST, career_page, network_page
from fontes.present.rooms.concordance import concordance
from fontes.present.terminal import render_text
from fontes.workbench import Workbench

Opened = Callable[[str], Workbench]
PEOPLE = """
agent a "Anna"
agent b "Boris"
agent s "Sara"
  role scholar
proposition plot "Boris plotted."
  compromises b
"""


def flat(bench: Workbench, agent: str = "b", lens: Lens = PLAIN) -> str:
    page = career_page(concordance(bench.corpus), career(bench.corpus, AgentId(agent), lens))
    return " ".join(render_text(page, 160).split())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("b serves-as Chief\n  from 1932", "Certainly taken up after Anna (1931)."),
        ("b serves-as Chief\n  from 1931", "Possibly taken up after Anna (1931)."),
        ("b serves-as Chief\n  from 1929\n  until 1933", "Held before, and certainly still after Anna (1931)."),
        ("b serves-as Chief", "No recorded date says which came first: serves as Chief."),
        ('event arrest "His arrest"\n  about b\n  when 1932', "After it: His arrest."),
        ('event arrest "His arrest"\n  about b\n  when 1931', "Possibly after it: His arrest."),
        ('event arrest "His arrest"\n  about b\n  when 1932\nb serves-as Chief\n  at arrest', "it is about them and in a post then"),
        ("", "Nothing of them is recorded here as certainly or possibly after it."),
        ("", "How it was taken is not recorded here."),
        ("1932 b denies plot\n  upon ^said", "How it was taken: Boris ✕ denies Boris plotted. (1932)."),
        ("1940 s impeaches ^said as coerced", "as coerced (1940)."),
        ("1940 s denies plot", "Denied or doubted: Sara ✕ denies Boris plotted. (1940)."),
        ("1940 s asserts plot", "Compromised by what scholars assert"),
        ("1932 b asserts plot", "of themselves"),
    ],
)
def test_what_stands_beside_a_denunciation_is_told(opened: Opened, text: str, line: str) -> None:
    assert line in flat(opened(f"{PEOPLE}1931 a asserts plot   ^said\n{text}\n"))


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("1931", "in 1931"), ("1931-06", "in June 1931"), ("1931-06-02", "on 2 June 1931"), ("between 1931 and 1933", "between 1931 and 1933"),
        ("between 1931-06-02 and 1931-08-31", "between 2 June 1931 and 31 August 1931"), ("summer 1930", "between June 1930 and August 1930"),
        ("between 1931-01-01 and 1931-08-31", "between January 1931 and August 1931"), ("by 1931-06-30", "not after June 1931"),
        ("between 1931-06-02 and 1933", "between 2 June 1931 and 1933"), ("between 1931 and 1931-06-02", "between 1 January 1931 and 2 June 1931"),
    ],
)  # fmt: skip
def test_days_are_said_in_the_fewest_words(opened: Opened, dates: str, said: str) -> None:
    assert f" {said} His arrest" in flat(opened(f'{PEOPLE}event arrest "His arrest"\n  about b\n  when {dates}\n'))


def test_of_many_whose_order_is_open_some_are_named(opened: Opened) -> None:
    events = "".join(f'event e{n} "E{n}"\n  about b\n  when 1931\nevent f{n} "F{n}"\n  about b\n' for n in range(8))
    told = flat(opened(f"{PEOPLE}1931 a asserts plot\n{events}"))
    assert "Possibly after it: E0; E1; E2; E3; E4; E5; two more." in told
    assert "Of eight of their posts and events no recorded date says whether they came first." in told


def test_two_statements_of_one_day_are_named_once(opened: Opened) -> None:
    text = 'proposition worse "Boris led a plot."\n  compromises b\n1931 a asserts plot\n1931 a asserts worse\nb serves-as Chief\n  from 1932\n'
    assert "Certainly taken up after Anna (1931), two statements." in flat(opened(PEOPLE + text))


def test_dates_that_contradict_each_other_are_said_to(opened: Opened) -> None:
    text = 'event e "E"\n  about b\n  when 1932\n  before f\nevent f "F"\n  when 1930\n1931 a asserts plot\n'
    assert "What is recorded of their dates contradicts itself: E." in flat(opened(PEOPLE + text))


def test_what_is_only_possibly_there_by_the_date_of_the_lens_says_so(opened: Opened) -> None:
    when = read("1935")
    assert isinstance(when, When)
    bench = opened(f"{PEOPLE}a asserts plot\n")
    assert "no day known (possibly by then)" in flat(bench, lens=Lens(as_of=when))
    assert "possibly by then" not in flat(bench)
    assert "Seen so: acts as of 1935." in flat(bench, lens=Lens(as_of=when))


def test_the_network_lists_a_statement_once_with_all_whom_it_compromises(opened: Opened) -> None:
    bench = opened(f'{PEOPLE}proposition both "Both plotted."\n  compromises a, b\n1931 a asserts both\n1930 a relays s plot\n')
    page = render_text(network_page(concordance(bench.corpus), network(bench.corpus)), 160)
    said = " ".join(page.split())
    assert "Two statements here, compromising two agents: two of the time, by one voice, and no by scholars." in said
    assert "of themselves and Boris" in said and "passed on to Sara: Boris plotted." in said
    assert page.count("Both plotted.") == 1


def test_nothing_recorded_is_said_so(opened: Opened) -> None:
    bench = opened(PEOPLE)
    assert words.NOTHING in render_text(network_page(concordance(bench.corpus), network(bench.corpus)), 160)


def test_a_long_list_is_counted_not_listed(opened: Opened) -> None:
    text = "".join(f"1930 a asserts plot   ^l{n}\n" for n in range(MOST + 3))
    assert "Three more are not listed here." in flat(opened(PEOPLE + text))


def test_no_words_are_left_over() -> None:
    rooms = Path(words.__file__).parents[1] / "rooms"
    code = "".join((rooms / name).read_text(encoding="utf-8") for name in ("careers.py", "spans.py"))
    assert [name for name in vars(words) if name.isupper() and f"words.{name}" not in code] == []
