"""Help inside: reachable from every page, leading somewhere, and never behind what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from fontes.findings import Support
from fontes.present.pages import Link, Room, text_of
from fontes.present.phrasing import help as words
from fontes.present.phrasing.help_terms import TERMS
from fontes.present.phrasing.signs import ATTITUDES, ORIGINS, STATUSES
from fontes.present.rooms.help import help_page, sentence, topic_page
from fontes.present.terminal import render_text
from fontes.web.rooms import LISTED, ROOMS, THINGS

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src" / "fontes" / "web" / "static"
CORPUS = 'agent a "A"\nproposition p "P."\na asserts p\n'


def test_every_page_leads_to_help_and_every_room_to_its_own(asking: Callable) -> None:
    """Also a page that could not be made."""
    ask = asking(CORPUS)
    for room in (Room.FIRST, *ROOMS, *LISTED):
        text = ask(f"/{room.value}").text
        assert 'href="/help"' in text, room
        if room is not Room.HELP:
            assert f'href="/help/{words.OF_ROOM[room]}"' in text, room
    assert 'href="/help"' in ask("/nothing-here").text
    assert {*ROOMS, *LISTED, *THINGS} - {Room.HELP} <= set(words.OF_ROOM)


@pytest.mark.parametrize("name", words.TOPICS)
def test_a_topic_is_listed_and_its_links_lead_somewhere(asking: Callable, name: str) -> None:
    """Under whatever lens one came with."""
    ask = asking(CORPUS)
    assert f'href="/help/{name}"' in ask("/help").text
    answer = ask(f"/help/{name}?as-of=1937")
    assert answer.status == 200
    main = answer.text.partition("<main")[2]
    assert "](" not in main and "##" not in main
    for href in re.findall(r'href="(/[^"#]*)"', main):
        assert "as-of=1937" in href
        assert ask(href.replace("&amp;", "&")).status == 200, href


def test_a_topic_nobody_wrote_is_not_found(asking: Callable) -> None:
    """And a way with the keys that there is not is refused."""
    ask = asking(CORPUS)
    assert ask("/help/nothing").status == 404
    assert ask("/help/keyboard?keys=maybe").status == 400
    assert "are off in this browser" in ask("/help/keyboard?keys=off").text


def test_the_words_are_those_of_the_glossary() -> None:
    """When a word of the glossary changes, `python -m tests.terms` writes the words of the help anew."""
    rows = re.findall(r"^\| \*\*(.+?)\*\* \| (.+?) \|", (ROOT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == list(TERMS)


def test_every_sign_and_status_is_explained() -> None:
    """The signs come from where they are kept; each status of a finding has its meaning."""
    said = render_text(topic_page("signs"), 100)
    assert all(sign.mark in said and sign.word in said for kind in (ATTITUDES, ORIGINS, STATUSES) for sign in kind.values())  # type: ignore[attr-defined]
    explained = {word for entry, _ in words.FINDINGS for word in (entry, *entry.split(", "))}
    assert {status.value for status in Support} <= explained


def test_every_key_is_listened_for_and_every_key_listened_for_is_told() -> None:
    """The single keys are those of `keys.js`; the others stand in the script that is named beside them."""
    for key, _, script in words.KEYS:
        assert f'"{words.NAMES_IN_SCRIPTS.get(key, key)}"' in (STATIC / script).read_text(encoding="utf-8"), key
    ways = re.findall(r'^  "(.)": \(\)', (STATIC / "keys.js").read_text(encoding="utf-8"), re.MULTILINE)
    assert ways == [key for key, _, script in words.KEYS if script == "keys.js"]


def test_the_small_hand() -> None:
    """Links, stressed words, and what is typed."""
    made = sentence("See [all](help/words), *well*: `1937`.")
    assert text_of(made) == "See all, well: 1937."
    assert [part.to.name for part in made if isinstance(part, Link)] == ["words"]
    with pytest.raises(ValueError, match="nowhere"):
        sentence("[x](nowhere)")
    assert len({block for block in help_page().blocks}) == len(help_page().blocks)
