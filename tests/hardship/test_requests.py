"""A short run of random requests with a fixed seed; and that the tool would notice what it is there to notice."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from tests.hardship.asking import Answer, Case, Inside, Served, same_origin
from tests.hardship.forms import Seen
from tests.hardship.grammar import MARK
from tests.hardship.judging import Errors, answer_complaint, files_complaint, files_of, lines_complaint
from tests.hardship.requests import Failure, Tally, run, shortened, sit

STATEMENTS = b'agent a "A"\n  role scholar\n\n# of b\nagent b "B"\nagent c "C"\n'


@pytest.mark.slow
@pytest.mark.parametrize(("corpus", "steps"), [("small", 250), ("second", 150), ("example", 60)])
def test_random_requests_meet_no_fault(corpus: str, steps: int) -> None:
    tally = Tally()
    sit(corpus, "7", steps, tally, float("inf"))
    assert tally.faults == []
    assert sum(tally.answers.values()) == steps and tally.answers["GET 200"] > steps / 10


def test_a_run_ends_with_its_time() -> None:
    tally = run(seed=1, minutes=0.005, say=lambda _: None)
    assert tally.sittings == 1 and tally.lines()[0].endswith("1 sittings, 0 complaints")


@pytest.mark.slow
def test_the_served_workbench_meets_no_fault() -> None:
    tally = Tally()
    sit("small", "served", 60, tally, float("inf"), served=True)
    assert tally.faults == [] and tally.answers["GET 200"] > 5


def test_the_same_seed_asks_the_same() -> None:
    first, second = Tally(), Tally()
    for tally in (first, second):
        sit("small", "same", 40, tally, float("inf"))
    assert first.answers == second.answers


def test_what_is_wrong_with_an_answer_is_noticed() -> None:
    def fails(request: Request) -> Response:
        raise ValueError("inside")

    shown = Route("/shown", lambda _: HTMLResponse(f"<p>{MARK}</p>"))
    turned = Route("/turned", lambda _: HTMLResponse("<p>\u202eturned</p>"))
    away = Route("/away", lambda _: RedirectResponse("//evil.example"))
    asking = Inside(Starlette(routes=[Route("/fails", fails), shown, turned, away]))
    told = {where: answer_complaint(case, asking.ask(case)) for where in ("fails", "shown", "turned", "away") if (case := Case("GET", f"/{where}"))}
    asking.close()
    assert "ValueError" in told["fails"] and "escaped" in told["shown"] and "unseen" in told["turned"] and "away" in told["away"]


@pytest.mark.parametrize(
    ("after", "fine"),
    [
        (STATEMENTS.replace(b"scholar", b"witness"), True),
        (STATEMENTS.replace(b'agent b "B"\n', b""), True),
        (STATEMENTS + b'\nagent d "D"\n  role scholar\n', True),
        (STATEMENTS.replace(b'agent c "C"', b'agent d "C"\nagent c "C"'), True),
        (STATEMENTS.replace(b'agent c "C"', b'agent d "D"\nagent e "E"\nagent c "C"'), False),
        (STATEMENTS.replace(b"scholar", b"witness").replace(b'"C"', b'"X"'), False),
        (STATEMENTS.replace(b'agent b "B"\nagent c "C"\n', b""), False),
        (b"", False),
        (STATEMENTS.replace(b"B", b"\xff"), False),
    ],
)
def test_only_the_lines_of_one_statement_may_change(after: bytes, fine: bool) -> None:
    assert (lines_complaint("all.fontes", STATEMENTS, after) == "") is fine


def test_what_a_request_may_do_to_files() -> None:
    old, new, other = {"a.fontes": b'agent a "A"\n'}, {"a.fontes": b'agent a "B"\n'}, {"a.fontes": b'agent a "A"\n', "b.fontes": b""}
    ok, refused = Answer(303, {}, b"", 0), Answer(409, {}, b"", 0)
    post, get = Case("POST", "/edit/a"), Case("GET", "/edit/a")
    assert files_complaint(post, ok, old, new, []) == "" and files_complaint(post, refused, old, old, []) == ""
    assert "409" in files_complaint(post, refused, old, new, []) and "GET" in files_complaint(get, ok, old, new, [])
    assert "changed a.fontes, b.fontes" in files_complaint(post, ok, new, other, []) and files_complaint(post, ok, new, old, [old]) == ""


def test_new_errors_are_noticed(tmp_path: Path) -> None:
    (tmp_path / "a.fontes").write_text('agent a "A"\n')
    errors, save, sure = Errors(tmp_path), Case("POST", "/edit/a", (), b"do=save"), Case("POST", "/edit/a", (), b"read=1&do=sure")
    assert errors.complaint(save) == ""
    (tmp_path / "a.fontes").write_text('agent a "A"\n  rolle scholar\n')
    assert errors.complaint(save) == "1 errors more than before"
    (tmp_path / "a.fontes").write_text('agent a "A"\n  rolle scholar\n  rolle press\n')
    assert errors.complaint(sure) == ""


def test_a_failure_is_kept_shortened_and_read_again() -> None:
    cases = tuple(Case("POST", f"/{n}", same_origin("h"), bytes([n]), n) for n in range(20))
    failure = Failure("1:2", "small", "it fell over", cases)
    assert Failure.read(failure.json()) == failure
    short = shortened(failure, lambda one: "" if not {"/3", "/19"} <= {case.target for case in one.cases} else "still")
    assert len(short.cases) < 8 and {"/3", "/19"} <= {case.target for case in short.cases}


def test_a_form_is_filled_as_it_is_written() -> None:
    seen = Seen(
        '<a href="/agents/a#top">A</a><form action="/find"><input name="q"></form>'
        '<form method="post" action="/edit/a"><input type="hidden" name="digest" value="d"><textarea name="words">\nagent a &amp; b</textarea>'
        '<select name="role"><option value="witness"><option value="press" selected></select><button name="go" value="save">Save</button></form>'
    )
    (form,) = seen.forms
    assert seen.links == ["/agents/a"] and seen.keys == ["q", "digest", "words", "role", "go"]
    assert [(one.name, one.value) for one in form.fields] == [("digest", "d"), ("words", "agent a & b"), ("role", "press"), ("go", "save")]


def test_what_is_cut_short_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.fontes").write_text('agent a "A"\n')
    before, served = files_of(tmp_path), Served(tmp_path)
    head = (*same_origin(served.host), ("content-type", "application/x-www-form-urlencoded"))
    try:
        served.ask(Case("POST", "/edit/a", head, b"words=ag", 40))
        assert served.ask(Case("GET", "/agents/a", (("host", served.host),))).status == 200
    finally:
        served.close()
    assert files_of(tmp_path) == before

