"""The lines of one statement edited as they stand; changed on disk, in another window, removed: nothing is lost, and nothing else moves."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from tests.web.test_writing import CORPUS, Room

TEXT = CORPUS + """\

# before
b asserts p   ^first
  # why we think so
  note "seen"
  # after
a denies p
  rests-on ^first
"""


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path, TEXT)


def form_of(text: str) -> dict[str, object]:
    """What the form of a page would send."""
    area = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", text, re.DOTALL)
    form = text[text.index('<form class="write"') :] if '<form class="write"' in text else text[text.index('<form class="choose"') :]
    hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form.split("</form>")[0])
    return {**{name: unescape(value) for name, value in hidden}, **({"words": unescape(area[1])} if area else {})}


def opened(room: Room, address: str = "/edit/first") -> dict[str, object]:
    answer = room.get(address)
    assert answer.status == 200
    return form_of(answer.text)


def test_its_lines_are_shown_and_only_they_change(room: Room) -> None:
    sent = opened(room)
    assert sent["words"] == 'b asserts p   ^first\n  # why we think so\n  note "seen"'
    answer = room.post("/edit/first", {**sent, "words": 'b supposes p   ^first\r\n  # why we think so\r\n  note "heard"  ', "do": "save"})
    assert answer.status == 303 and answer.headers["location"] == "/edit/first?written=1"
    assert room.text == TEXT.replace("b asserts p   ^first", "b supposes p   ^first").replace('note "seen"', 'note "heard"')
    assert "Changed: all.fontes, lines 21–23." in room.get("/edit/first?written=1").text
    room.post("/undo", {})
    assert room.text == TEXT


@pytest.mark.parametrize("name", ["s", "a", "why", "p", "%5Efirst", "a%20denies%20p%201968", "a%20doubts%20p%201968"])
def test_everything_has_an_address_at_which_it_is_edited(room: Room, name: str) -> None:
    address = f"/edit/{name}"
    sent = opened(room, address)
    assert str(sent["words"]) in TEXT
    assert room.post(address, {**sent, "do": "save"}).status in (200, 303) and room.text == TEXT


def test_a_dating_is_edited_in_its_event(tmp_path: Path) -> None:
    room = Room(tmp_path, CORPUS + 'event e "The fire"\n  when 1937 per r\n  when 1938 per s\n')
    assert opened(room, "/edit/a%20dates%20e%201938")["words"] == 'event e "The fire"\n  when 1937 per r\n  when 1938 per s'


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("b asserts", "What?"), ("b asserts p\nb denies p", "two are read here"), ("", "No statement can be read"),
        ("# only", "No statement can be read"),
        ("directly", "cannot stand in its place"), ("through r ¶ 9", "cannot stand in its place"), ("expect voices of p = 1", "cannot stand"),
        ("nobody asserts p   ^first", "There is no agent 'nobody'"), ("b asserts p", "No statement bears the label"),
        ("b asserts p   ^first\n  note \x02", "control"),
        ("  note \"x\"", "belongs to the statement above"), ("b asserts p   ^first\n  when 1937", "does not belong"),
        ("```\nb asserts p   ^first", "cannot stand"), ("b asserts p   ^first\n  becuase x", "no keyword"),
    ],
)  # fmt: skip
def test_what_is_not_one_sound_statement_is_refused(room: Room, words: str, part: str) -> None:
    sent = {**opened(room), "words": words}
    answer = room.post("/edit/first", {**sent, "do": "save"})
    assert answer.status == 422 and part in unescape(answer.text), answer.text[-3000:]
    assert room.text == TEXT
    shown = json.loads(room.post("/edit/first", {**sent, "do": "preview"}).text)
    assert not shown["ready"] and part in " ".join((shown["fields"]["f-words"], *shown["general"]))


def test_what_others_rest_on_is_not_removed(room: Room) -> None:
    answer = room.post("/edit/first", {**opened(room), "do": "remove"})
    assert answer.status == 200 and "all.fontes:26" in answer.text and 'value="sure"' not in answer.text
    assert room.post("/edit/first", {**opened(room), "do": "sure"}).status == 422 and room.text == TEXT


def test_a_removal_is_confirmed_and_can_be_undone(room: Room) -> None:
    asked = room.post("/edit/a%20denies%20p%201968", {**opened(room, "/edit/a%20denies%20p%201968"), "do": "remove"})
    assert 'value="sure"' in asked.text and room.text == TEXT
    assert room.post("/edit/a%20denies%20p%201968", {**form_of(asked.text), "do": "sure"}).status == 303
    assert room.text == TEXT.replace("a denies p\n  rests-on ^first\n", "")
    assert room.get("/edit/a%20denies%20p%201968").status == 404
    room.post("/undo", {})
    assert room.text == TEXT


def test_two_windows_editing_one_statement_lose_nothing(room: Room) -> None:
    one, other = opened(room), opened(room)
    assert room.post("/edit/first", {**one, "words": str(one["words"]).replace("seen", "seen by one"), "do": "save"}).status == 303
    mine = str(other["words"]).replace("seen", "seen by the other")
    answer = room.post("/edit/first", {**other, "words": mine, "do": "save"})
    assert answer.status == 409
    assert "seen by one" in answer.text and "seen by the other" in answer.text, "both versions are shown"
    assert 'note "seen by one"' in room.text and "the other" not in room.text, "and nothing was written"
    choice = form_of(answer.text)
    assert str(choice["words"]) == mine
    again = room.post("/edit/first", {**choice, "do": "again"})
    assert again.status == 200 and form_of(again.text)["words"] == mine and room.text.count("seen by one") == 1
    assert room.post("/edit/first", {**form_of(again.text), "do": "save"}).status == 303
    assert 'note "seen by the other"' in room.text
    room.post("/undo", {})
    assert 'note "seen by one"' in room.text


def test_mine_is_put_in_its_place_only_where_it_still_is_what_was_shown(room: Room) -> None:
    sent = opened(room)
    room.path.write_text(TEXT.replace("seen", "seen twice"), encoding="utf-8")
    first = room.post("/edit/first", {**sent, "words": str(sent["words"]).replace("seen", "mine"), "do": "save"})
    assert first.status == 409
    room.path.write_text(TEXT.replace("seen", "seen thrice"), encoding="utf-8")
    second = room.post("/edit/first", {**form_of(first.text), "do": "save"})
    assert second.status == 409 and "seen thrice" in second.text and "mine" not in room.text
    assert room.post("/edit/first", {**form_of(second.text), "do": "save"}).status == 303
    assert 'note "mine"' in room.text and "thrice" not in room.text


def test_it_is_found_where_it_moved_and_under_another_name(room: Room) -> None:
    sent = opened(room, "/edit/a%20denies%20p%201968")
    room.path.write_text("# above\n\n" + TEXT, encoding="utf-8")
    assert room.post("/edit/a%20denies%20p%201968", {**sent, "words": "a doubts p\n  rests-on ^first", "do": "save"}).status == 303
    assert room.text == "# above\n\n" + TEXT.replace("a denies p", "a doubts p")


def test_another_window_that_gave_it_another_name_is_seen(room: Room) -> None:
    sent = opened(room, "/edit/a%20denies%20p%201968")
    room.path.write_text(TEXT.replace("a denies p", "a supposes p"), encoding="utf-8")
    answer = room.post("/edit/a%20denies%20p%201968", {**sent, "words": "a denies p\n  rests-on ^first\n  note \"x\"", "do": "save"})
    assert answer.status == 409 and "a supposes p" in answer.text
    assert room.post("/edit/a%20denies%20p%201968", {**form_of(answer.text), "do": "save"}).status == 303
    assert "a supposes p" not in room.text and 'note "x"' in room.text


def test_what_was_taken_away_meanwhile_can_be_put_back_and_no_neighbour_is_hurt(room: Room) -> None:
    gone = TEXT[: TEXT.index("# before")] + "a denies p\n"
    sent = opened(room)
    room.path.write_text(gone, encoding="utf-8")
    answer = room.post("/edit/first", {**sent, "do": "save"})
    assert answer.status == 409 and "were taken away" in answer.text and room.text == gone
    assert room.post("/edit/first", {**form_of(answer.text), "do": "put"}).status == 303
    assert "a denies p\n" in room.text and 'b asserts p   ^first\n  # why we think so\n  note "seen"\n' in room.text


def test_an_address_of_nothing_is_not_there(room: Room) -> None:
    assert room.get("/edit/nobody").status == 404
    assert room.post("/edit/nobody", {"words": "b asserts p", "do": "save"}).status == 404
    assert room.post("/edit/nobody", {"words": "b asserts p", "do": "save", "file": "../x", "first": "²", "read": "x"}).status == 404
