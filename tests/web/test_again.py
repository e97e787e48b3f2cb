"""A page that is asked for again: not sent when nothing changed; what was worked out ahead is what would have been worked out."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from fontes.dates import When, read
from fontes.model.lens import Lens
from fontes.web.app import make_app
from fontes.workbench import Workbench

TEXT = 'source s "S"\n  out 1950\nagent a "A"\n1930 a asserts p "P."\n1960 a asserts q "Q."\n  in s\n  rests-on p\n'


def opened(folder: Path) -> tuple[Workbench, TestClient]:
    (folder / "a.fontes").write_text(TEXT, encoding="utf-8")
    bench = Workbench.open(folder)
    return bench, TestClient(make_app(bench), base_url="http://127.0.0.1")


def test_a_page_that_did_not_change_is_not_sent_again(tmp_path: Path) -> None:
    _, client = opened(tmp_path)
    first = client.get("/propositions/p")
    tag = first.headers["etag"]
    again = client.get("/propositions/p", headers={"If-None-Match": tag})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert client.get("/propositions/p?as-of=1935", headers={"If-None-Match": tag}).status_code == 200
    assert client.get("/propositions/q", headers={"If-None-Match": tag}).status_code == 200
    with (tmp_path / "a.fontes").open("a", encoding="utf-8") as file:
        file.write("1931 a denies p\n")
    changed = client.get("/propositions/p", headers={"If-None-Match": tag})
    assert changed.status_code == 200 and changed.headers["etag"] != tag


def test_what_is_worked_out_ahead_is_what_would_be_found(tmp_path: Path) -> None:
    _, client = opened(tmp_path)
    with (tmp_path / "a.fontes").open("a", encoding="utf-8") as file:
        file.write('1970 a impeaches s as forged\nevent e "The flood"\n  when 1937 per s\n')
    asked = (
        "/propositions/q?as-of=1955", "/propositions/q?as-of=1965", "/propositions/q?criticisms=counting", "/events/e", "/chronology",
        "/search?q=flood",
    )  # fmt: skip
    plain = [client.get(address).text for address in asked]
    other = Workbench.open(tmp_path)
    app = make_app(other)
    app.state.reading.warm()
    warmed = TestClient(app, base_url="http://127.0.0.1")
    assert [warmed.get(address).text for address in asked] == plain


def test_grounds_of_a_corpus_that_has_changed_are_not_kept(tmp_path: Path) -> None:
    bench, client = opened(tmp_path)
    made = bench.for_all_dates()
    with (tmp_path / "a.fontes").open("a", encoding="utf-8") as file:
        file.write("1931 a denies p\n")
    client.get("/")
    bench.take(made)
    when = read("1940")
    assert isinstance(when, When)
    assert bench.statuses(Lens(as_of=when)).against("p").value == "supported"
