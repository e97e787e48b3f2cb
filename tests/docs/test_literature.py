"""The numbers of the page on the literature are those the example gives."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

import fontes
from fontes.dates import When, read
from fontes.findings.careers import career_in
from fontes.findings.careers.denunciations import Recorded
from fontes.findings.chronology import Ordering
from fontes.findings.figures import Pointing, figures
from fontes.findings.gaps import Gap, GapKind, gaps
from fontes.findings.positions import Positions, between, positions
from fontes.findings.positions.heard import Hearing
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "the-literature.md").read_text(encoding="utf-8")
STORY = " ".join(TEXT.split())
ANSWERS = ("power-grab", "real-plot-response", "cult-abuse", "rumour-taken-for-plot", "misperception")
YEARS = ("1937", "1968", "1985", "1996", "2011")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return fontes.load(ROOT / "examples" / "red-army-purge").corpus


def when(words: str) -> When:
    found = read(words)
    assert isinstance(found, When)
    return found


SEEN: dict[str, Positions] = {}


def held(corpus: Corpus, year: str) -> Positions:
    """The positions of a year, reckoned once."""
    if year not in SEEN:
        SEEN[year] = positions(corpus, "why-purge", fontes.Lens(as_of=when(year)))
    return SEEN[year]


def told(words: str) -> None:
    assert words in STORY, words


def bounds(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}–{most}"


def holding(found: Positions, id: str) -> tuple[int, int]:
    (one,) = [each for each in found.answers if each.id == id]
    voices = [each for each in one.positions if {"asserts", "supposes"} & each.options]
    return sum(each.options <= {"asserts", "supposes"} for each in voices), len(voices)


@pytest.mark.parametrize("year", YEARS)
def test_the_five_years(corpus: Corpus, year: str) -> None:
    (row,) = re.findall(rf"^\| {year} \| (.*) \|$", TEXT, re.MULTILINE)
    found = held(corpus, year)
    assert row.split(" | ") == [bounds(*found.heard), *(bounds(*holding(found, id)) for id in ANSWERS)]


def test_who_speaks_in_each_year(corpus: Corpus) -> None:
    by = {year: {one.id: one for one in held(corpus, year).answers} for year in YEARS}
    told("Conquest is the first whose year is known to assert the bid for power")
    sure = {voice for one in by["1968"]["power-grab"].outright if one.certain for voice in one.voice}
    assert sure == {"conquest"} and not [one for one in by["1937"]["power-grab"].outright if one.certain]
    (first,) = [one for one in held(corpus, "1968").disputes if one.proposition == "power-grab"]
    assert first.opened_by.agent == "conquest" and first.certain
    told("there are 4 to 6 of the 10 scholars, and of separate lines of descent one is shown")
    verdict = by["1985"]["power-grab"].verdict
    conditions = {one.name: (one.least, one.most) for one in verdict.conditions}
    assert (verdict.words, verdict.side, conditions["voices"]) == (("majority",), "for", (4, 6))
    lines = by["1985"]["power-grab"].lines_for
    assert lines is not None and lines.shown == 1
    told("are now **seven**, six of them certain")
    assert len(held(corpus, "2011").disputes) == 7 and sum(one.certain for one in held(corpus, "2011").disputes) == 6
    told("asserting it in one paragraph and supposing it in another")
    (whitewood,) = by["2011"]["misperception"].outright
    assert whitewood.options == {"asserts", "supposes"}
    assert not {"getty", "rittersporn"} & {agent for one in by["1996"].values() for each in one.positions for agent in each.voice}
    steered = {one.id: one for one in positions(corpus, "how-steered", fontes.Lens(as_of=when("1996"))).answers}["designed-intrigue"]
    assert {(one.voice, *one.options) for one in steered.positions} == {(("getty",), "doubts"), (("rittersporn",), "doubts")}


def test_nobody_changed_their_mind(corpus: Corpus) -> None:
    told("**four of seven** assert the bid for power in 1985 and **four of ten** in 2011, a fall of 17 in a hundred")
    changes = {one.id: one for one in between(Hearing.of(corpus), "why-purge", when("1985"), when("2011"))}
    one = changes["power-grab"]
    assert one.parts is not None and (one.parts.before, one.parts.after) == (Fraction(4, 7), Fraction(4, 10))
    assert (one.parts.changed_mind, one.parts.leavers) == (0, 0) and one.parts.newcomers == one.parts.change
    assert round(100 * one.parts.change) == -17 and one.came == ("minakov", "reese", "whitewood")
    told("Seven more voices may or may not have spoken by 1985.")
    told("With them the share lies between 40 and 73 in a hundred in 1985 and between 31 and 57 in 2011")
    assert one.bounds is not None and len(one.unclear) == 7
    assert [round(100 * end) for end in (*one.bounds.before, *one.bounds.after)] == [40, 73, 31, 57]
    assert all(each.bounds is not None and each.bounds.changed_mind == (0, 0) for each in changes.values())


def test_the_numbers_and_the_one_document(corpus: Corpus) -> None:
    found = figures(corpus, "how-many-repressed")
    told("**Forty-three** figures are stated on four questions")
    assert sum(len(rivals.figures) for rivals in found.rivals) == 43 and len(found.rivals) == 4
    first = found.documents[0]
    told("Behind **ten** of them stands one document")
    told("Of the ten, three go back to it only by a descent that is itself supposed")
    assert (first.source, len(first.figures), len(first.alone), len(first.doubtful)) == ("shiriaev-report", 10, 10, 3)
    told("Between the figures **six** things are pointed out")
    kinds = [one.kind for one in found.pointed]
    assert [kinds.count(kind) for kind in (Pointing.SAME_VALUE, Pointing.DIGIT, Pointing.SAME_DESCRIPTION)] == [2, 2, 2] and len(kinds) == 6
    rows = re.findall(r"^\| (?:\d{4}|after \d{4}|not dated) \| [^|]* \| ([\d,]{6}) \| ([^|]*) \|$", TEXT, re.MULTILINE)
    behind = {(f"{each.figure.least:,}", each.figure.of) for rivals in found.rivals for each in rivals.figures if each.proposition in first.figures}
    assert len(rows) == 4 and set(rows) <= behind


def test_what_lay_there_unused(corpus: Corpus) -> None:
    def few(lens: fontes.Lens) -> Gap:
        them = gaps(corpus, lens, [GapKind.UNUSED]).gaps
        (one,) = [each for each in them if (each.case, each.thing, each.questions) == ("few rest on it", "soviet-archives", ("why-purge",))]
        return one

    then, now = few(fontes.Lens(as_of=when("2011"))), few(fontes.Lens())
    told("**One** other work on the question certainly came out after that (Suvenirov, 1998), **six** may have")
    assert (then.number, len(then.works), then.works[0], then.agents) == (1, 7, "suvenirov-1998", ("whitewood",))
    told("By now **five** certainly came out later")
    told("Beside it stands *eleven not seen*")
    assert (now.number, len(now.works), {corpus.sources[id].examined for id in now.works}) == (5, 11, {"not-seen"})
    told("it is not recorded to use **five** sources")
    (left,) = [one for one in gaps(corpus, kinds=[GapKind.UNUSED]).gaps if one.case == "left unused by a work" and one.questions == ("dossier-role",)]
    assert (left.thing, left.number, corpus.sources[left.works[0]].examined) == ("whitewood-2011", 5, "whole")
    assert "archives-underused" in corpus.propositions


def test_what_is_open(corpus: Corpus) -> None:
    found = gaps(corpus, kinds=[GapKind.OPEN, GapKind.UNANSWERED])
    told("**Fourteen** questions have no supported answer here. **Twelve** of them have been open since 2011")
    open_ = found.of(GapKind.OPEN)
    assert len(open_) == 14 and sum(one.since is not None and one.since.written == "2011" for one in open_) == 12
    told("**ten** things are told that none of its holders is recorded to take up: four questions and six observations")
    against = [one.case for one in found.of(GapKind.UNANSWERED) if one.against == "power-grab"]
    assert (against.count("question"), against.count("observation"), len(against)) == (4, 6, 10)
    told("has **two** parts missing")
    assert sum(one.against == "misperception" and one.case == "missing part" for one in found.of(GapKind.UNANSWERED)) == 2


def test_a_post_given_to_a_man_under_suspicion(corpus: Corpus) -> None:
    told("**Eighteen** statements of the time compromise Tukhachevskii, by **fourteen** voices. **Eight** of them certainly came before")
    found = career_in(Recorded(corpus), AgentId("tukhachevskii"))
    of_the_time = [one.denunciation for one in found.suspicions if not one.denunciation.scholar]
    assert (len(of_the_time), len({one.by for one in of_the_time})) == (18, 14)
    taken = found.taken_up(Ordering.CERTAIN)
    assert len(taken) == 8 and {later.id for _, later in taken} == {"tukhachevskii serves-as Head of the Volga Military District"}
