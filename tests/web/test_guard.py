"""Who may ask, and what an answer may do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import fontes.web
from fontes.web.guard import HEADERS, Guard
from fontes.web.serve import bound

WEB = Path(fontes.web.__file__).parent
SMALL = 'agent a "Ann"\nproposition p "P."\na asserts p\n'


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"])
def test_this_machine_may_ask(asking: Callable, host: str) -> None:
    assert asking(SMALL)("/", host=host).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "", "evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:8001", "127.0.0.1.evil.example:8000", "localhost:",
        "localhost:8000x", "[::1]", "[::2]:8000", "127.0.0.1:8000@evil.example", "192.168.0.1:8000", "localhost:²",
    ],
)  # fmt: skip
def test_no_other_name_or_port_is_answered(asking: Callable, host: str) -> None:
    answer = asking(SMALL)("/", host=host)
    assert answer.status == 403 and "Ann" not in answer.text


@pytest.mark.parametrize("origin", ["", "null", "http://evil.example", "http://127.0.0.1:8001", "https://127.0.0.1:8000"])
def test_an_unsafe_request_must_come_from_our_own_page(asking: Callable, origin: str) -> None:
    assert asking(SMALL)("/", "POST", origin=origin).status == 403


def test_a_page_is_only_read(asking: Callable) -> None:
    assert asking(SMALL)("/", "POST", origin="http://127.0.0.1:8000").status == 405


@pytest.mark.parametrize("address", ["/", "/agents/a", "/nothing", "/static/style.css", "/%ff"])
def test_every_answer_carries_the_headers(asking: Callable, address: str) -> None:
    headers = asking(SMALL)(address).headers
    assert {name: headers[name.lower()] for name in HEADERS} == dict(HEADERS)


def test_nothing_inline_and_nothing_from_elsewhere_is_allowed() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy and "http" not in policy and "default-src 'none'" in policy
    for template in WEB.glob("templates/*.html"):
        text = template.read_text(encoding="utf-8")
        assert "style=" not in text and "://" not in text and "| safe" not in text
        assert all(re.fullmatch(r'<script type="module" src="/static/[a-z]+\.js">', tag) for tag in re.findall(r"<script[^>]*>", text))
    for script in WEB.glob("static/*.js"):
        assert not re.search(r"://|innerHTML|\beval\b|insertAdjacentHTML|document\.write", script.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/%", 400), ("/%zz", 400), ("/%ff", 400), ("/agents/%00", 400), ("/agents/a%0d%0aX:1", 400), ("/search?q=%ff", 400),
        ("/agents/" + "a" * 9000, 414), ("/search?q=" + "a" * 300, 400), ("/agents?leaf=0", 400), ("/agents?leaf=x", 400),
        ("/agents?leaf=%C2%B2", 400), ("/agents?leaf=9999999999", 400), ("/propositions/p?without=nobody", 400),
        ("/nothing", 404), ("/agents/nobody", 404), ("/sources/a", 404), ("/propositions/a", 404), ("/static/../guard.py", 404),
        ("/static/nothing.css", 404),
    ],
)  # fmt: skip
def test_a_malformed_address_is_refused_in_plain_words(asking: Callable, address: str, status: int) -> None:
    answer = asking(SMALL)(address)
    assert answer.status == status
    assert "Traceback" not in answer.text


def test_a_fault_of_ours_shows_no_traceback(asking: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret path")

    monkeypatch.setattr("fontes.web.rooms.first_page", broken)
    answer = asking(SMALL)("/")
    assert answer.status == 500
    assert "The fault is in Fontes" in answer.text and "secret" not in answer.text and "Traceback" not in answer.text


def test_we_listen_on_this_machine_only() -> None:
    with bound() as listening:
        host, port = listening.getsockname()
    assert host == "127.0.0.1" and port > 0


def test_without_a_port_any_port_of_this_machine_will_do() -> None:
    from starlette.datastructures import Headers

    from fontes.web.guard import refusal

    scope = {"type": "http", "method": "GET", "path": "/", "headers": Headers({"host": "localhost:5"}).raw}
    assert refusal(scope, None) is None
    assert Guard(lambda *_: None).port is None  # type: ignore[arg-type, return-value]
