"""``fontes publish``: a site that works from a disk, and holds nothing it should not."""

from __future__ import annotations

import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from fontes.cli.commands import app
from fontes.shelf.site import MARKER, put_site
from fontes.web.publish import file_name, relative
from fontes.workbench import Workbench

SECOND = Path(__file__).parents[1] / "corpora" / "second"
ODD = """
corpus odd "Odd names"
agent "../../etc/passwd" "A climber"
agent Ω-über "Ω"
agent ω-über "ω"
agent con "Con"
agent index "Index"
source s "A source <b>"
  private note "Do not tell."
  note "Tell."
con asserts p "It was."   ^a
  in s
"""


def run(*words: str) -> Result:
    made = CliRunner().invoke(app, ["publish", *words])
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "site"
    made = run(str(SECOND), "-o", str(folder), "--lens", "before-the-letter")
    assert made.exit_code == 0, made.output
    return folder


def pages(site: Path) -> dict[Path, str]:
    return {path.relative_to(site): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def links(text: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'(?:href|src|action)="([^"]*)"', text)]


def test_every_link_resolves_within_the_site(site: Path) -> None:
    found = pages(site)
    ids = {path: set(map(unescape, re.findall(r' id="([^"]+)"', text))) for path, text in found.items()}
    broken = []
    for path, text in found.items():
        for link in links(text):
            way, _, anchor = link.partition("#")
            assert not re.match(r"[a-z]+:|/", way), link
            target = ((site / path).parent / unquote(way)).resolve() if way else (site / path).resolve()
            inside = target.is_file() and target.is_relative_to(site.resolve())
            marked = not anchor or target.suffix != ".html" or (inside and unquote(anchor) in ids[target.relative_to(site.resolve())])
            if not (inside and marked):
                broken.append((str(path), link))
    assert broken == []


def test_every_page_can_be_reached_from_the_first(site: Path) -> None:
    found = pages(site)
    waiting, seen = [Path("index.html")], set()
    while waiting:
        here = waiting.pop()
        if here in seen or here not in found:
            continue
        seen.add(here)
        for link in links(found[here]):
            way = unquote(link.partition("#")[0])
            if way:
                waiting.append(((site / here).parent / way).resolve().relative_to(site.resolve()))
    assert seen == set(found)


def test_everything_recorded_has_its_page(site: Path) -> None:
    corpus = Workbench.open(SECOND).corpus
    for room, things in (("sources", corpus.sources), ("agents", corpus.agents), ("propositions", corpus.propositions), ("events", corpus.events),
                         ("questions", corpus.questions)):  # fmt: skip
        assert [id for id in things if not (site / room / f"{file_name(id)}.html").is_file()] == []


def test_every_kind_of_gap_has_its_page_whole(site: Path) -> None:
    text = pages(site)
    first = text[Path("gaps/index.html")]
    assert 'href="kind-thin.html"' in first and "one open question" in " ".join(first.split())
    assert Path("gaps/kind-thin.html") in text and Path("gaps/of-who-paid.html") in text


def test_a_review_to_read_and_a_review_to_keep_never_share_a_file(site: Path) -> None:
    text = pages(site)
    kept, read = Path("review/files/why-burned.html"), Path("review/why-burned.html")
    assert "fontes" in text[read] and kept in text and text[kept] != text[read]
    assert (site / "review/files/why-burned.md").is_file() and not list(site.rglob("*.docx")) and not list(site.rglob("*.pdf"))


def test_it_needs_no_server_and_no_script(site: Path) -> None:
    for text in pages(site).values():
        assert not re.search(r"<script|<form|https?://", text)
    assert (site / "static" / "style.css").is_file()


def test_every_page_says_what_its_lens_assumes(site: Path, tmp_path: Path) -> None:
    text = pages(site)
    assert "Seen as recorded" in text[Path("index.html")] and "Seen as far as published by 1900" in text[Path("lens/before-the-letter/index.html")]
    (tmp_path / "a.fontes").write_text(f'{ODD}lens scholars "Scholars"\n  voices scholar\n', encoding="utf-8")
    assert run(str(tmp_path), "-o", str(tmp_path.with_name("heard")), "--lens", "scholars").exit_code == 0
    assert "narrows positions" in pages(tmp_path.with_name("heard"))[Path("lens/scholars/index.html")]


def test_a_lens_is_a_folder_of_its_own_and_sees_otherwise(site: Path) -> None:
    plain, seen = ((site / way / "propositions" / "accident.html").read_text(encoding="utf-8") for way in ("", "lens/before-the-letter"))
    assert plain != seen
    assert "What could be read before the steward" in plain


def test_texts_and_private_notes_only_where_asked_for(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.fontes").write_text(ODD, encoding="utf-8")
    (corpus / "texts").mkdir()
    (corpus / "texts" / "s.txt").write_text("The whole secret text.\n", encoding="utf-8")
    assert run(str(corpus), "-o", str(tmp_path / "plain")).exit_code == 0
    plain = "".join(pages(tmp_path / "plain").values())
    assert "Tell." in plain and "Do not tell" not in plain and "secret text" not in plain
    assert run(str(corpus), "-o", str(tmp_path / "all"), "--with-texts", "--with-private-notes").exit_code == 0
    whole = "".join(pages(tmp_path / "all").values())
    assert "Private: Do not tell." in whole and "secret text" in whole
    test_every_link_resolves_within_the_site(tmp_path / "all")
    test_every_page_can_be_reached_from_the_first(tmp_path / "all")
    assert "<b>" not in whole


@given(st.lists(st.text(min_size=1), min_size=2, max_size=6, unique=True))
def test_file_names_are_safe_and_never_shared(names: list[str]) -> None:
    made = [file_name(name) for name in names]
    assert len(set(made)) == len(made)
    assert all(re.fullmatch(r"[a-z0-9-]+(~[0-9a-f]{16})?", one) and len(one) < 100 for one in made)


@pytest.mark.parametrize("name", ["index", "con", "leaf-2", "of-x", "..", "a/b", "CON", "", "ё"])
def test_names_that_mean_something_to_a_disk_are_marked(name: str) -> None:
    assert "~" in file_name(name)


def test_a_way_between_two_files() -> None:
    assert relative("index.html", "index.html") == "index.html"
    assert relative("sources/a.html", "agents/b.html") == "../sources/a.html"
    assert relative("lens/x/index.html", "index.html") == "lens/x/index.html"
    assert relative("static/", "lens/x/agents/b.html") == "../../../static/"


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine", encoding="utf-8")
    made = run(str(SECOND), "-o", str(tmp_path / "mine"))
    assert made.exit_code == 2 and "did not write" in made.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_its_own_folder_is_replaced_whole(tmp_path: Path) -> None:
    assert put_site(tmp_path / "site", [("a.html", b"1"), ("b/c.html", b"2")]) == 2
    assert put_site(tmp_path / "site", [("a.html", b"3")]) == 1
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == sorted([MARKER, "a.html"])
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_breaks_off_leaves_the_old_site(tmp_path: Path) -> None:
    put_site(tmp_path / "site", [("a.html", b"old")])

    def broken() -> object:
        yield "a.html", b"new"
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        put_site(tmp_path / "site", broken())  # type: ignore[arg-type]
    assert (tmp_path / "site" / "a.html").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_publisher_left_is_taken_away_the_next_time(tmp_path: Path) -> None:
    old, fresh, foreign = (tmp_path / f".site.{sign * 12}.new" for sign in "abc")
    for one in (old, fresh, foreign):
        one.mkdir()
    for one in (old, fresh):
        (one / MARKER).touch()
    for one in (old, foreign):
        os.utime(one, (0, 0))
    assert put_site(tmp_path / "site", [("index.html", b"new")]) == 1
    assert not old.exists() and fresh.exists() and foreign.exists(), "one that is being made, and what is somebody else's, stay"


def test_no_file_leads_out_of_the_folder(tmp_path: Path) -> None:
    outcome = put_site(tmp_path / "site", [("../x.html", b"")])
    assert not isinstance(outcome, int) and "leads out" in outcome.words
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("words", "told"), [(["--lens", "none-such"], "no lens 'none-such'"), (["why"], "is no folder")])
def test_what_cannot_be_done_is_said_with_status_2(words: list[str], told: str, tmp_path: Path) -> None:
    made = run(str(SECOND), *words, "-o", str(tmp_path / "site"))
    assert made.exit_code == 2 and told in made.stderr


def test_the_corpus_itself_is_no_place_for_its_site() -> None:
    made = run(str(SECOND), "-o", str(SECOND))
    assert made.exit_code == 2 and "holds the corpus itself" in made.stderr
