"""The page of where the literature stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from fontes.dates import When, read
from fontes.findings.positions import between, overview, positions_in
from fontes.findings.positions.heard import Hearing, timeless
from fontes.findings.positions.voices import Terms
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind
from fontes.present.export.positions import overview_values, positions_values
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.positions import overview_page, positions_page
from fontes.present.terminal import render_text
from fontes.workbench import Workbench

Opened = Callable[[str], Workbench]
TEXT = """
corpus bell "The bell"
  format 1
  consensus "90 % of 3 voices"
agent amsel "Amsel"
  role scholar
agent brandt "Brandt"
  role scholar
agent cohn "Cohn"
  role scholar
agent dahl "Dahl"
  role scholar
source ledger "The ledger"
  origin recorded
source amsel-1900 "Bells"
  by amsel
  out 1900
  school old
source cohn-1950 "On bells"
  by cohn
  out 1950
  treats who-cast
  examined whole
period before "Before the war" 1890/1914
question who-cast "Who cast the bell?"
proposition cast-here "It was cast here."
  answers who-cast
  excludes cast-there
proposition cast-there "It was cast elsewhere."
  answers who-cast
proposition never-cast "It was never cast."
  answers who-cast
amsel asserts cast-here
  in amsel-1900
  rests-on ledger
1910 brandt denies cast-here
1930 brandt asserts cast-here
1940 dahl asserts cast-there
1941 dahl asserts (cohn denies cast-here)
1942 brandt asserts (cohn supposes cast-here)
dahl raises who-cast
"""


def when(text: str) -> When:
    found = read(text)
    assert isinstance(found, When)
    return found


def hearing(bench: Workbench, as_of: str = "", **more: Any) -> Hearing:
    lens: Lens = replace(PLAIN, as_of=when(as_of) if as_of else None, **more)
    return Hearing(bench.statuses(timeless(lens)), lens, bench.origins)


def said(
    bench: Workbench, as_of: str = "", name: str = "who-cast", dates: tuple[str, str] | None = None, terms: Terms | None = None, **more: Any
) -> str:
    """The page as one line of text."""
    one = hearing(bench, as_of, **more)
    changed = (*dates, between(one, name, when(dates[0]), when(dates[1]))) if dates else None
    page = positions_page(concordance(bench.corpus), positions_in(one, name, terms or Terms()), one.statuses, changed)
    return " ".join(render_text(page, 120).split())


def test_answers_with_voices_since_when_work_and_grounds(opened: Opened) -> None:
    page = said(opened(TEXT), "1935")
    assert "Who holds what on “Who cast the bell?”, as of 1935" in page
    assert "Two voices take a stance on this. Most widely held: “It was cast here”, by two voices." in page
    assert "Counted so: acts as of 1935 and co-authors of one work count each." in page
    assert "Amsel, scholar ● asserts 1900 Bells Rests on The ledger." in page
    assert "Brandt, scholar ● asserts 1930 own word No ground recorded here. Before: ✕ denies (1910)." in page
    assert "Separate lines of descent (cast-here): for it 2 at most, 1 shown to be separate; against it none." in page


def test_history_tells_new_voices_and_changed_minds(opened: Opened) -> None:
    page = said(opened(TEXT), "1935")
    assert "1910 Brandt ✕ denies cast-here" in page
    assert "1930 Brandt ● asserts, changed from denies cast-here" in page


def test_implied_denials_are_marked_and_what_nobody_spoke_to_stands_apart(opened: Opened) -> None:
    page = said(opened(TEXT), "1945")
    assert "three voices · asserts 2 · denies, by implication 1." in page
    assert "Denied only by implication, by asserting “It was cast elsewhere”: Dahl." in page
    apart = page.split("Answers nobody had spoken to")[1].split("Disputed")[0]
    assert "“It was never cast”" in apart and "elsewhere" not in apart


def test_a_dispute_names_its_sides_and_its_beginning(opened: Opened) -> None:
    page = said(opened(TEXT), "1945")
    assert "“It was cast here” (Amsel and Brandt) and “It was cast elsewhere” (Dahl), which exclude each other" in page
    assert "first disputed, as far as dated, when Dahl spoke (1940)" in page
    assert "No dispute among those heard is recorded here." in said(opened(TEXT), "1905")


def test_what_others_report_of_a_mind_is_no_voice(opened: Opened) -> None:
    page = said(opened(TEXT), "1945")
    assert "Brandt ● asserts that Cohn supposes it" in page
    assert "What Cohn held is itself disputed: Brandt has them for it and Dahl has them against it. That is no change of mind." in page


def test_silence_says_how_far_the_work_was_examined(opened: Opened) -> None:
    assert "Cohn, in On bells: the work was examined whole, and no stance is recorded here." in said(opened(TEXT))
    for examined, words in (
        ("examined not-seen", "was not seen; that no stance is recorded says nothing"),
        ("examined pp. 1–9", "what was examined of it (pp. 1–9) holds no stance recorded here."),
        ("note \"x\"", "how far the work was examined is not recorded"),
    ):
        assert words in said(opened(TEXT.replace("examined whole", examined)))


def test_the_word_consensus_comes_with_the_rule_of_the_corpus(opened: Opened) -> None:
    page = said(opened(TEXT), "1945")
    assert "Consensus is said here only by the rule of this corpus: 90 % of 3 voices." in page
    assert "Few voices. Of those heard, only by implication: 1. The rule for consensus is not met: a share of 67 % where 90 % is needed." in page
    none = said(opened(TEXT.replace('  consensus "90 % of 3 voices"\n', "")), "1945")
    assert "No rule for consensus is recorded in this corpus, so the word is not used." in none
    unclear = said(opened(TEXT.replace("90 % of 3 voices", "what everybody says")), "1945")
    assert "(“what everybody says”) is not understood, so the word is not used." in unclear
    met = said(opened(TEXT.replace("90 % of 3 voices", "60 % of 3 voices")), "1945")
    assert "Consensus for it. Of those heard, only by implication: 1. The rule for consensus is met: a share of 67 % where 60 % is needed" in met


def test_measures_come_with_n_and_the_range_of_one_voice(opened: Opened) -> None:
    more = "".join(f'agent n{i} "N{i}"\n1945 n{i} asserts cast-here\n' for i in range(3))
    page = said(opened(TEXT + more))
    assert "Of six voices: spread (entropy, 0 all alike, 1 even) 0.28" in page
    assert "largest share 83 % (71 % to 100 % with one voice more or less)." in page
    ordered = said(opened(TEXT + more), terms=Terms(ordered=True))
    assert "polarization (0 all alike, 1 half at each end)" in ordered and "Assumed order: denies, doubts" in ordered
    assert "Of three voices" not in said(opened(TEXT)), "of few voices the counts say all"


def test_periods_and_schools(opened: Opened) -> None:
    page = said(opened(TEXT))
    assert "Before the war 2 cast-here: ● asserts 1 and ✕ denies 1" in page
    assert "old 1 cast-here: ● asserts 1" in page and "no school recorded 2" in page


def test_a_change_between_two_dates_is_taken_apart(opened: Opened) -> None:
    page = said(opened(TEXT), "1945", dates=("1920", "1945"))
    assert "Positions changed between 1920 and 1945" in page
    assert "It was cast here. 1 of 2 2 of 3 +33 in 100 −17 in 100 0" in page
    assert "Changed their mind: Brandt." in page and "Newly heard: Dahl." in page
    assert "At one of the dates nobody is heard" in said(opened(TEXT), "1945", dates=("1800", "1945"))
    open_ = said(opened(TEXT + "between 1915 and 1940, dahl asserts cast-here\n"), "1945", dates=("1920", "1945"))
    assert "Where they stood at one of the dates is open, so they are not in these shares: Dahl." in open_
    assert "as their dates may lie: share then 50 to 67 in 100" in open_


def test_lost_grounds_are_said_and_the_voice_stays(opened: Opened) -> None:
    page = said(opened(TEXT), distrust=frozenset({Unit(UnitKind.SOURCE, "ledger")}))
    assert "Rests on The ledger. These grounds have lost their recorded support under this lens." in page
    assert page.count("lost their recorded support") == 1


def test_nobody_at_all_is_said(opened: Opened) -> None:
    page = said(opened(TEXT), "1800")
    assert "Nobody recorded here takes a stance on this." in page


def test_a_proposition_can_be_asked_about_alone(opened: Opened) -> None:
    page = said(opened(TEXT), "1945", name="cast-here")
    assert "Who holds what on “It was cast here”, as of 1945" in page and "Over the answers together" not in page


def test_every_question_at_a_glance(opened: Opened) -> None:
    bench = opened(TEXT)
    text = " ".join(render_text(overview_page(concordance(bench.corpus), overview(hearing(bench, "1945")), "1945"), 120).split())
    assert "Where the literature stands, as of 1945" in text
    assert "Who cast the bell? who-cast 3 2 3 1" in text
    assert "No question is recorded here." in render_text(overview_page(concordance(opened("").corpus), ()), 120)


def test_values_are_plain_and_lead_to_their_statements(opened: Opened) -> None:
    bench = opened(TEXT)
    one = hearing(bench, "1945")
    values = positions_values(positions_in(one, "who-cast"), one.statuses, between(one, "who-cast", when("1920"), when("1945")))
    assert json.loads(json.dumps(values)) == values
    first = values["answers"][0]
    assert first["proposition"] == "cast-here" and first["voices"] == {"least": 3, "most": 3}
    assert first["counts"]["asserts"] == {"least": 2, "most": 2} and first["counts"]["implied"] == {"least": 1, "most": 1}
    amsel = next(each for each in first["positions"] if each["voice"] == ["amsel"])
    assert amsel["held"][0]["since"]["source"] == "amsel-1900" and amsel["held"][0]["since"]["line"] == 33
    assert amsel["held"][0]["statements"][0]["status"] == "stands"
    parts = next(each for each in values["between"] if each["proposition"] == "cast-here")["parts"]
    assert (parts["before"], parts["after"], parts["changed_mind"], parts["newcomers"]) == ("1/2", "2/3", "1/3", "-1/6")
    assert overview_values(overview(one))["questions"] == [
        {"id": "who-cast", "answers": 3, "held": 2, "voices": {"least": 3, "most": 3}, "disputes": 1}
    ]


@pytest.mark.parametrize("width", [50, 90])
def test_it_can_be_read_in_a_narrow_window(opened: Opened, width: int) -> None:
    bench = opened(TEXT)
    one = hearing(bench)
    text = render_text(positions_page(concordance(bench.corpus), positions_in(one, "who-cast"), one.statuses), width)
    assert max(len(line.rstrip()) for line in text.splitlines()) <= width
