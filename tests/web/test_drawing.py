"""Drawings in the browser's HTML: real text, everything of the corpus escaped, no id twice, nothing the policy of the page would refuse."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser

from .conftest import Ask

CORPUS = """\
corpus dossier "The dossier"
agent conquest "Robert <b>Conquest</b> & \\"sons\\""
  role scholar
agent benes "Бенеш, Эдуард"
  language ru
  role scholar
source memoirs "Memoirs of Dr Eduard Beneš"
  language fr
  origin witnessed
question why "Why?"
proposition reached "It reached </title></svg><script>alert(1)</script> him."
  answers why
event trial "The <i>trial</i>"
  strand "law & order"
  when 1937-06-11
1968 conquest asserts reached
  rests-on memoirs
1962 benes asserts reached
  rests-on memoirs
1950 conquest denies reached
"""


class Reader(HTMLParser):
    """Every element with its attributes, and the text in drawings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.inside = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside += tag == "figure"

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "figure"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_a_lineage_is_text_under_a_title_and_its_things_lead_on(asking: Callable[[str], Ask]) -> None:
    answer = asking(CORPUS)("/propositions/reached")
    assert answer.status == 200
    read = Reader(answer.text)
    drawn = [each for each in read.named("svg") if "aria-labelledby" in each]
    assert [each["aria-labelledby"] for each in drawn] == ["lineage-for-title", "lineage-against-title", "positions-reached-title"]
    drawing = drawn[0]
    assert {each["role"] for each in drawn} == {"group"}
    ids = [each["id"] for _, each in read.elements if each.get("id")]
    assert {drawing["aria-labelledby"], drawing["aria-describedby"]} <= set(ids)
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert "Memoirs of Dr Eduard" in "".join(read.words) and "asserts, 1968" in "".join(read.words)
    links = [each["href"] for each in read.named("a") if "thing" in (each.get("class") or "")]
    assert "/sources/memoirs" in links and any((link or "").startswith("/propositions/reached#said-") for link in links)
    languages = {each.get("lang") for each in read.named("text")}
    assert {"ru", "fr"} <= languages
    regions = [each for each in read.named("div") if each.get("class") == "canvas"]
    assert all(region["tabindex"] == "0" and region["role"] == "region" for region in regions)
    assert len({region["aria-label"] for region in regions}) == 3


def test_what_the_makers_of_a_corpus_write_is_never_markup(asking: Callable[[str], Ask]) -> None:
    ask = asking(CORPUS)
    for where in ("/propositions/reached", "/chronology"):
        answer = ask(where)
        read = Reader(answer.text)
        assert answer.status == 200 and read.named("figure")
        assert all((each.get("src") or "").startswith("/static/") for each in read.named("script"))
        assert not read.named("b") and not read.named("i")
    assert "&lt;script&gt;alert(1)" in ask("/propositions/reached").text


def test_a_drawing_holds_nothing_the_policy_of_the_page_refuses(asking: Callable[[str], Ask]) -> None:
    ask = asking(CORPUS)
    for where in ("/propositions/reached", "/chronology"):
        read = Reader(ask(where).text)
        assert not [each for _, each in read.elements if "style" in each or any(name.startswith("on") for name in each)]
        assert not read.named("style")
    assert "drawing.css" in ask("/static/style.css").text
    assert ask("/static/drawing.css").status == 200
    assert ask("/static/drawing.js").headers["content-type"].startswith("text/javascript")


def test_the_colours_of_drawings_are_those_of_the_page(asking: Callable[[str], Ask]) -> None:
    """No colour is written in it but by name, so that light, dark and forced colours hold."""
    css = asking(CORPUS)("/static/drawing.css").text
    assert not re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", css)
    named = {name for name in re.findall(r"var\((--[a-z]+)\)", css)}
    style = asking(CORPUS)("/static/style.css").text
    assert named and all(f"{name}:" in style for name in named)


def test_the_chronology_is_drawn_beside_its_table(asking: Callable[[str], Ask]) -> None:
    text = asking(CORPUS)("/chronology").text
    assert text.index("<figure") < text.index("<table")
    assert "From 11 June 1937 to 11 June 1937. One row" in text
    assert "It has no rival datings" in text and "█" not in text


def test_a_chain_is_unfolded_by_an_address_and_no_other_word_is_taken(asking: Callable[[str], Ask]) -> None:
    ask = asking(CORPUS)
    assert ask("/propositions/reached?unfold=chains").status == 200
    assert ask("/propositions/reached?unfold=everything").status == 400


def test_rival_datings_are_counted_over_all_that_is_asked_for(asking: Callable[[str], Ask]) -> None:
    more = "".join(f'event e{n} "Event {n}"\n  when 19{n:02}\n' for n in range(60))
    ask = asking(f'{CORPUS}{more}event z "The arrest"\nconquest dates z 1991-05\nbenes dates z 1992-06\n')
    text = ask("/chronology").text
    assert "62 events, 50 of them on this page" in text and "One of them has rival datings" in text
    only = ask("/chronology?kind=rival-datings").text
    assert "One event" in only and "It has rival datings" in only and "The arrest" in only
    assert "None of them has rival datings" in ask("/chronology?q=Event").text
