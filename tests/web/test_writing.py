"""Forms: what they show before anything is saved, where they write, what they refuse, and what can be taken back."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from tests.web.conftest import Answer, ask_of

from fontes.web.app import make_app
from fontes.web.writing.footnotes import next_passage
from fontes.web.writing.forms import LAYOUTS, fields, specs
from fontes.workbench import Workbench

HOME = "http://127.0.0.1:8000"
CORPUS = """\
# A remark.
agent a "Ann Archer"
  also "Анна Арчер"
  role scholar
agent b "Bo Bell"
  role participant
source s "The Book of Ann"
  by a
  out 1968
source r "The Review"
  out 2011
question why "Why?"
proposition p "It was so."
  answers why

through r ¶ 3
a doubts p
  in s p. 2
"""


class Room:
    """A served corpus in a folder, asked without a socket."""

    def __init__(self, folder: Path, text: str = CORPUS, **options: bool) -> None:
        self.folder = folder
        self.path = folder / "all.fontes"
        self.path.write_text(text, encoding="utf-8")
        self.ask = ask_of(make_app(Workbench.open(folder), 8000, **options))

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def get(self, address: str) -> Answer:
        return self.ask(address)

    def post(self, address: str, sent: dict[str, object] | bytes, **headers: str) -> Answer:
        body = sent if isinstance(sent, bytes) else urlencode(sent, doseq=True).encode()
        return self.ask(address, "POST", body, **{"origin": HOME, "content_type": "application/x-www-form-urlencoded", **headers})


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


STANCE = {"agent": "b", "verb": "asserts", "on": "p", "in": "s", "passage": "p. 9", "per": "r", "per-passage": "¶ 3"}


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
def test_every_form_can_be_opened(room: Room, kind: str) -> None:
    answer = room.get(f"/write/{kind}")
    assert answer.status == 200
    for spec in LAYOUTS[kind].first:
        assert f'name="{spec.name}"' in answer.text


def test_all_that_can_be_written_is_listed(room: Room) -> None:
    answer = room.get("/write")
    assert answer.status == 200 and all(f'href="/write/{kind}"' in answer.text for kind in LAYOUTS)


def test_a_statement_is_shown_before_it_is_saved(room: Room) -> None:
    answer = room.post("/write/stance", {**STANCE, "do": "show"})
    assert answer.status == 200
    assert "b asserts p\n  in s p. 9</pre>" in answer.text and "all.fontes, line 19, under through r ¶ 3" in answer.text
    assert room.text == CORPUS


def test_saving_writes_its_lines_and_nothing_else(room: Room) -> None:
    answer = room.post("/write/stance", {**STANCE, "do": "save"})
    assert answer.status == 303
    assert room.text == CORPUS + "b asserts p\n  in s p. 9\n"
    told = room.get(answer.headers["location"]).text
    assert "Written: all.fontes, lines 19–20." in told and 'action="/undo"' in told
    assert 'value="¶ 3"' in told and 'value="r"' in told and 'value="s"' in told and 'value="p. 9"' in told
    assert "/edit/b%20asserts%20p%201968" in told


def test_a_page_of_footnotes(room: Room) -> None:
    """Saved, the form goes on to the next note; what it is known through stays; every step can be taken back."""
    before = room.path.read_bytes()
    sent = {**STANCE, "per-passage": "¶ 3 n. 9", "then": "next", "do": "save"}
    states = [before]
    for _ in range(5):
        answer = room.post("/write/stance", sent)
        assert answer.status == 303
        states.append(room.path.read_bytes())
        again = parse_qs(urlsplit(answer.headers["location"]).query)
        sent["per-passage"] = again["per-passage"][0]
        assert "in" not in again and again["per"] == ["r"]
    assert sent["per-passage"] == "¶ 3 n. 14"
    assert room.text.count("  per n. ") == 5
    for state in reversed(states[:-1]):
        assert room.post("/undo", {"back": "/write/stance"}).status == 303
        assert room.path.read_bytes() == state
    for state in states[1:]:
        assert room.post("/redo", {}).status == 303
        assert room.path.read_bytes() == state


@pytest.mark.parametrize(
    ("passage", "after"), [("¶ 3 n. 9", "¶ 3 n. 10"), ("p. 99", "p. 100"), ("passim", ""), ("n. 3b", "n. 4b"), ("", ""), ("pp. 3–4", "pp. 3–5")]
)
def test_the_next_passage(passage: str, after: str) -> None:
    assert next_passage(passage) == after


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        ("agent", "Bo Bell", "b asserts p"), ("agent", "анна арчер", "a asserts p"), ("agent", "Ann Archer, bo bell", "a, b assert p"),
        ("on", "It was so.", "b asserts p"), ("on", "it was so", "b asserts p"), ("in", "the book of ann", "  in s p. 9"),
        ("date", "11 May 1937", "11 May 1937, b asserts p"), ("rests-on", "the review", "  rests-on r"),
    ],
)  # fmt: skip
def test_things_are_found_by_what_they_are_called(room: Room, field: str, value: str, written: str) -> None:
    shown = json.loads(room.post("/write/stance/preview", {**STANCE, field: value}).text)
    assert shown["ready"] and written in shown["lines"]


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"date": "11 Mai 19"}, "f-date", "the part '19' is not understood"),
        ({"agent": "Nobody Here"}, "f-agent", "Nothing recorded here is called “Nobody Here”"),
        ({"agent": "bb"}, "f-agent", "There is no agent 'bb'"),
        ({"agent": "Ann Archar"}, "f-agent", "Did you mean a?"),
        ({"on": "What?"}, "f-on", "If it is new, give its wording"),
        ({"on": "s"}, "f-on", "'s' is a source"),
        ({"rests-on": "s and"}, "f-rests-on", "missing"),
        ({"rests-on": "nothing"}, "f-rests-on", "nothing"),
        ({"in": ""}, "", ""),
        ({"label": "x y"}, "f-label", "no label"),
        ({"wording": "It is new."}, "f-wording", "declared as proposition already"),
        ({"per": ""}, "f-per-passage", "the source itself is missing"),
        ({"file": "none.fontes"}, "f-file", "no file of statements"),
        ({"file": "new", "new-file": "../x.fontes"}, "f-new-file", "lies in this folder"),
        ({"file": "new", "new-file": "all.fontes"}, "f-new-file", "already"),
        ({"file": "new", "new-file": "x.txt"}, "f-new-file", "ends in .fontes"),
        ({"section": "9 through s"}, "f-section", "no longer in the file"),
        ({"note": "a\x01b"}, "f-note", "control sign"),
        ({"note": "a" * 5000}, "f-note", "longer than a field"),
        ({"verb": "tells"}, "f-verb", "One of the list"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused_at_its_field(room: Room, change: dict[str, str], field: str, words: str) -> None:
    sent = {**STANCE, **change}
    shown = json.loads(room.post("/write/stance/preview", sent).text)
    if not field:
        assert shown["ready"]
        return
    assert not shown["ready"] and words in shown["fields"].get(field, ""), shown
    answer = room.post("/write/stance", {**sent, "do": "save"})
    assert answer.status == 422 and f'href="#{field}"' in answer.text and 'role="alert"' in answer.text
    assert f'id="{field}-refused"' in answer.text and 'aria-invalid="true"' in answer.text
    assert room.text == CORPUS


def test_what_the_compiler_remarks_on_is_shown_and_not_refused(room: Room) -> None:
    sent = {"wording": "Carl Cook", "role": ["scholar"], "do": "save"}
    shown = json.loads(room.post("/write/source/preview", {"wording": "A book nobody names"}).text)
    assert shown["ready"] and "a source that nothing refers to" in shown["remarks"][0]
    assert room.post("/write/agent", sent).status == 303
    assert 'agent carl-cook "Carl Cook"\n  role scholar\n' in room.text


def test_a_test_of_the_makers_is_remarked_on_and_holds_nothing_up(tmp_path: Path) -> None:
    """What is recorded may well change what was expected; that is told before it is saved."""
    room = Room(tmp_path, CORPUS + "\nexpect voices of p = 0\n")
    shown = json.loads(room.post("/write/stance/preview", STANCE).text)
    assert shown["ready"] and any("expectation" in one for one in shown["remarks"])


def test_a_proposition_is_worded_where_it_is_first_needed(room: Room) -> None:
    sent = {"agent": "a", "verb": "supposes", "on": "", "wording": "The dossier was green.", "answers": "why", "in": "s", "do": "save"}
    assert room.post("/write/stance", sent).status == 303
    assert 'a supposes the-dossier-was-green "The dossier was green."\n  in s\n  answers why\n' in room.text


def test_an_agent_and_a_source_are_recorded_in_the_same_step(room: Room) -> None:
    sent = {
        "agent": "Carl Cook", "verb": "denies", "on": "p", "in": "cook-1999", "passage": "p. 3", "new-agent": "yes", "new-agent-role": "scholar",
        "new-in": "yes", "new-in-wording": "Green Things", "new-in-by": "carl-cook", "new-in-out": "1999", "do": "save",
    }  # fmt: skip
    assert room.post("/write/stance", sent).status == 303
    added = (
        'agent carl-cook "Carl Cook"\n  role scholar\nsource cook-1999 "Green Things"\n  by carl-cook\n  out 1999\n'
        "carl-cook denies p\n  in cook-1999 p. 3\n"
    )
    assert added in room.text and room.text.replace(added, "") == CORPUS
    assert room.post("/undo", {}).status == 303 and room.text == CORPUS, "one step wrote it, and one takes it back"


def test_what_is_not_recorded_is_offered_to_be_recorded(room: Room) -> None:
    shown = json.loads(room.post("/write/stance/preview", {**STANCE, "agent": "Carl Cook", "in": "cook-1999"}).text)
    assert shown["offers"] == ["new-agent", "new-in"]


def test_the_other_forms_write_their_statements(room: Room) -> None:
    access = {"per": "r", "per-passage": "¶ 3", "do": "save"}
    sent: list[tuple[str, dict[str, object], str]] = [
        ("report", {"agent": "a", "verb": "tells", "to": "Bo Bell", "on": "p", **access}, "a tells b p\n"),
        (
            "criticism", {"agent": "a", "verb": "impeaches", "target": "The Review", "aspects": "second hand", **access},
            "a impeaches r as second-hand\n",
        ),
        ("tenure", {"agent": "b", "verb": "serves-as", "office": "Head", "from": "1931", **access}, 'b serves-as "Head"\n  from 1931\n'),
        (
            "search", {"agent": "a", "target": "s", "among": '"the archive"', "result": "not-found", **access},
            'a sought s\n  among "the archive"\n  result not-found\n',
        ),
        (
            "event", {"wording": "The fire", "when": ["1937-02", "1937"], "when-per": ["r ¶ 3", ""], "do": "save"},
            'event the-fire "The fire"\n  when 1937-02 per r ¶ 3\n  when 1937\n',
        ),
        ("question", {"wording": "Who?", "part-of": "why", "do": "save"}, 'question who "Who?"\n  part-of why\n'),
        ("section", {"per": "s", "per-passage": "p. 4", "do": "save"}, "\nthrough s p. 4\n"),
    ]  # fmt: skip
    for kind, values, lines in sent:
        assert room.post(f"/write/{kind}", values).status == 303, kind
        assert lines in room.text
    assert Workbench.open(room.folder).errors == 0
    for _ in sent:
        room.post("/undo", {})
    assert room.text == CORPUS


def test_a_source_is_known_through_another_as_well(room: Room) -> None:
    sent = {"wording": "A Letter", "per": "r", "per-passage": "¶ 3 n. 7", "do": "save"}
    assert room.post("/write/source", sent).status == 303
    assert room.text == CORPUS + 'source a-letter "A Letter"\n  per n. 7\n'
    assert 'value="¶ 3 n. 7"' in room.get("/write/stance").text and 'name="per"' not in room.get("/write/agent").text


def test_a_section_is_kept_for_what_comes_next(room: Room) -> None:
    answer = room.post("/write/section", {"per": "s", "per-passage": "p. 4", "do": "save"})
    form = room.get(answer.headers["location"]).text
    assert answer.headers["location"].startswith("/write/stance?") and 'value="p. 4"' in form
    room.post("/write/stance", {"agent": "a", "verb": "asserts", "on": "p", "in": "s", "per": "s", "per-passage": "p. 4", "do": "save"})
    assert room.text.endswith("through s p. 4\na asserts p\n  in s\n")


def test_it_is_written_into_another_file_a_new_file_or_a_note(room: Room) -> None:
    note = "# Notes\n\nSome words.\n\n```fontes\nb doubts p\n```\n\nAfter.\n"
    (room.folder / "note.md").write_text(note, encoding="utf-8")
    plain = {"agent": "a", "verb": "denies", "on": "p", "in": "s", "do": "save"}
    assert room.post("/write/stance", {**plain, "file": "note.md"}).status == 303
    assert (room.folder / "note.md").read_text(encoding="utf-8") == note.replace("b doubts p\n", "b doubts p\na denies p\n  in s\n")
    assert room.post("/write/stance", {**plain, "verb": "doubts", "file": "new", "new-file": "more/own.fontes"}).status == 303
    assert (room.folder / "more" / "own.fontes").read_text(encoding="utf-8") == "a doubts p\n  in s\n"
    room.post("/undo", {})
    assert not (room.folder / "more" / "own.fontes").exists()


def test_tables_are_not_written_to(room: Room) -> None:
    (room.folder / "stances.csv").write_text("agent,stance,proposition\nb,denies,p\n", encoding="utf-8")
    answer = room.post("/write/stance", {**STANCE, "file": "stances.csv", "do": "save"})
    assert answer.status == 422 and "tables are not written to" in answer.text
    page = room.get("/edit/b%20denies%20p")
    assert page.status == 200 and "Tables are not written to" in page.text and "<textarea" not in page.text


def test_a_form_is_filled_from_its_address(room: Room) -> None:
    answer = room.get("/write/stance?in=s&passage=p.%205&quote=so+it+was&on=p&per=r&per-passage=%C2%B6+4&file=all.fontes&nonsense=1")
    for value in ("s", "p. 5", "p", "r", "¶ 4", "a"):
        assert f'value="{value}"' in answer.text
    assert "so it was</textarea>" in answer.text and "nonsense" not in answer.text


def test_names_are_completed_by_kind_in_any_spelling(room: Room) -> None:
    found = json.loads(room.get("/complete?of=agents&q=%D0%B0%D0%BD%D0%BD%D0%B0").text)["names"]
    assert found == [{"value": "a", "label": "Ann Archer, Анна Арчер", "kind": "agent"}]
    both = json.loads(room.get("/complete?of=sources%2Bpropositions&q=it").text)["names"]
    assert [one["value"] for one in both] == ["p"]
    assert json.loads(room.get("/complete?of=nothing&q=it").text)["names"] == []


def test_corpus_text_and_what_is_typed_stay_text(tmp_path: Path) -> None:
    room = Room(tmp_path, CORPUS.replace("Ann Archer", "<script>x</script>\u202eAnn"))
    sent = {**STANCE, "wording": '"><script>alert(1)</script>', "note": "</textarea><b>", "do": "show"}
    text = room.post("/write/stance", sent).text
    assert "<script>alert" not in text and "</textarea><b>" not in text
    assert "<script>x" not in room.get("/write/stance?agent=a").text


def test_undo_with_nothing_written_says_so(room: Room) -> None:
    assert "Nothing was written in this session" in room.get(room.post("/undo", {}).headers["location"]).text
    assert "Nothing was taken back" in room.get(room.post("/redo", {}).headers["location"]).text


def test_undo_is_refused_where_its_place_changed_since(room: Room) -> None:
    room.post("/write/stance", {**STANCE, "do": "save"})
    changed = room.text.replace("b asserts p", "b supposes p")
    room.path.write_text(changed, encoding="utf-8")
    answer = room.post("/undo", {})
    assert answer.status == 409 and "b supposes p" in answer.text and "b asserts p" in answer.text
    assert room.text == changed
    assert room.post("/undo", {"do": "forget"}).status == 303 and room.text == changed
    assert "could be taken back" in room.get(room.post("/undo", {}).headers["location"]).text


@pytest.mark.parametrize("back", ["http://evil.example/", "//evil.example", "/write//evil", "/write/\\evil", "/agents", "/write/é", "javascript:x"])
def test_one_is_led_back_to_a_page_of_writing_only(room: Room, back: str) -> None:
    room.post("/write/stance", {**STANCE, "do": "save"})
    assert room.post("/undo", {"back": back}).headers["location"] == "/write?told=1"


def test_a_thing_offers_what_can_be_written_of_it(room: Room) -> None:
    assert 'href="/write/stance?in=s"' in room.get("/sources/s").text
    assert 'href="/write/stance?agent=a"' in room.get("/agents/a").text
    assert 'href="/write"' in room.get("/").text


def test_read_only_offers_no_form_and_takes_none(tmp_path: Path) -> None:
    room = Room(tmp_path, read_only=True)
    assert "/write" not in room.get("/sources/s").text
    for address in ("/write", "/write/stance", "/edit/s"):
        answer = room.get(address)
        assert answer.status == 403 and "--read-only" in answer.text and "<textarea" not in answer.text
    for address in ("/write/stance", "/write/stance/preview", "/edit/s", "/undo", "/redo"):
        answer = room.post(address, {**STANCE, "do": "save"})
        assert answer.status == 403 and "--read-only" in answer.text
    assert room.text == CORPUS


def test_every_field_of_a_form_has_its_words() -> None:
    from fontes.present.phrasing import writing as words

    for kind in LAYOUTS:
        assert kind in words.KINDS
        for name in {spec.name for spec in specs(kind)} | fields(kind):
            assert (kind, name) in words.LABELS_OF or name.removesuffix("?") in words.LABELS, (kind, name)

