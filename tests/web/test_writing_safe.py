"""What is not a form of this workbench writes nothing, and is told so in words."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.test_writing import CORPUS, HOME, STANCE, Room

from fontes.web.writing.bodies import LARGEST
from fontes.web.writing.forms import LAYOUTS, fields
from fontes.workbench import Workbench

ADDRESSES = ("/write/stance", "/write/stance/preview", "/edit/s", "/undo", "/redo")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("origin", ["", "null", "http://evil.example", "http://127.0.0.1:8001", "https://127.0.0.1:8000"])
def test_a_change_comes_from_our_own_page(room: Room, address: str, origin: str) -> None:
    answer = room.post(address, {**STANCE, "do": "save"}, origin=origin)
    assert answer.status == 403 and room.text == CORPUS


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("kind", ["", "text/plain", "application/json", "multipart/mixed", "application/x-www-form-urlencodedx"])
def test_only_forms_are_read(room: Room, address: str, kind: str) -> None:
    answer = room.post(address, urlencode({**STANCE, "do": "save"}).encode(), content_type=kind)
    assert answer.status == 415 and "not the answer of a form" in answer.text and room.text == CORPUS


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("body", "status"),
    [(b"agent=%", 400), (b"agent=%zz", 400), (b"agent=%ff", 400), (b"\xff\xfe=1", 400), (b"note=" + b"a" * LARGEST, 413), (b"a=1&" * 500, 413)],
)
def test_a_damaged_or_huge_body_is_refused(room: Room, address: str, body: bytes, status: int) -> None:
    answer = room.post(address, body)
    assert answer.status == status and "Nothing was written" in answer.text and "Traceback" not in answer.text
    assert room.text == CORPUS


@pytest.mark.parametrize(("length", "status"), [("999999999999999999", 413), ("-1", 400), ("²", 400), ("9999999", 413)])
def test_a_length_is_believed_before_anything_is_read(room: Room, length: str, status: int) -> None:
    assert room.post("/undo", b"", content_length=length.encode().decode("latin-1")).status == status


def test_a_form_in_parts_is_read_as_well(room: Room) -> None:
    parts = "".join(f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in {**STANCE, "do": "save"}.items())
    answer = room.post("/write/stance", (parts + "--x--\r\n").encode(), content_type="multipart/form-data; boundary=x")
    assert answer.status == 303 and "b asserts p" in room.text


@pytest.mark.parametrize(
    "parts",
    [
        b'--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nx\r\n--x--\r\n', b"--x\r\nnonsense\r\n\r\n", b"--y--", b"\0",
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\xfe\r\n--x--\r\n',
        b"--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--\r\n",
    ],
)  # fmt: skip
def test_damaged_parts_and_files_are_refused(room: Room, parts: bytes) -> None:
    for kind in ("multipart/form-data; boundary=x", "multipart/form-data"):
        answer = room.post("/undo", parts, content_type=kind)
        assert answer.status in (303, 400) and "Traceback" not in answer.text


@pytest.mark.parametrize("address", ["/write/nothing", "/write/stance/other", "/write/", "/undo/x"])
def test_other_addresses_are_not_there(room: Room, address: str) -> None:
    assert room.post(address, {**STANCE, "do": "save"}).status in (307, 404, 405)
    assert room.text == CORPUS


def test_undo_is_no_address_to_be_looked_at(room: Room) -> None:
    assert room.get("/undo").status == 405 and room.get("/redo").status == 405


KNOWN = ("p", "a", "s", "b", "r ¶ 3", "all.fontes", "new", "../../etc/passwd", "^x", "1937", "1 through s", "\ud7ff", "a\nb")
typed = st.text(max_size=40) | st.sampled_from(KNOWN)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(st.sampled_from(sorted(LAYOUTS)), st.data())
def test_whatever_is_sent_the_corpus_stays_sound(tmp_path: Path, kind: str, data: st.DataObject) -> None:
    """No fault of ours, no line lost, no error in the corpus, and taken back to the same bytes."""
    room = Room(tmp_path)
    names = sorted(fields(kind) | {"do", "back"})
    sent = data.draw(st.dictionaries(st.sampled_from(names), st.lists(typed, max_size=2), max_size=8))
    for name, value in (("agent", "a"), ("on", "p"), ("to", "b"), ("target", "s"), ("office", "Head"), ("wording", "Words."), ("per", "r")):
        if name in fields(kind) and data.draw(st.booleans()):
            sent[name] = [value]
    address = data.draw(st.sampled_from((f"/write/{kind}", f"/write/{kind}/preview")))
    answer = room.post(address, urlencode(sent, doseq=True).encode("utf-8", "replace"))
    assert answer.status in (200, 303, 422, 409), answer.text[:500]
    lines = room.text.split("\n")
    there = iter(lines)
    assert all(any(line == other for other in there) for line in CORPUS.split("\n")), "the old lines are there, in their order"
    assert Workbench.open(tmp_path).errors == 0
    room.post("/undo", {})
    assert room.text == CORPUS
    for path in tmp_path.rglob("*.fontes"):
        if path != room.path:
            path.unlink()


def test_the_name_of_our_page_is_needed_by_name(room: Room) -> None:
    assert room.post("/write/stance", {**STANCE, "do": "save"}, origin=HOME).status == 303
