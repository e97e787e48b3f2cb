"""Every page of small corpora, as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from fontes.present.pages import Room, To
from fontes.web.addresses import address
from fontes.web.app import make_app
from fontes.workbench import Workbench

SMALL = """\
corpus small "Small"
agent ann "Ann"
  role scholar
agent бенеш "Бенеш, Эдуард"
  language ru
source memoir "Memoir"
  by ann
  out 1954
question why "Why?"
proposition p "P."
  answers why
event e "Event"
  strand politics
  when 1937
ann asserts p
  in memoir
  rests-on e
ann supposes (бенеш asserts p)
ann raises why
ann impeaches memoir as partial
бенеш tells ann p
ann serves-as "Head"
  from 1930
"""


class Links(HTMLParser):
    """Every address a page leads to, and every place on it."""

    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.hrefs.append(given["href"] or "")
        if given.get("id"):
            self.ids.append(given["id"] or "")


def links(html: str) -> Links:
    found = Links()
    found.feed(html)
    return found


def test_every_link_leads_somewhere(asking: Callable) -> None:
    """Walk the whole corpus from the first page: every address answers, every place on a page is there."""
    ask = asking(SMALL)
    waiting, seen = ["/"], dict[str, Links]()
    wanted: list[tuple[str, str]] = []
    while waiting:
        where = waiting.pop()
        if where in seen:
            continue
        answer = ask(where)
        assert answer.status == 200, where
        seen[where] = links(answer.text)
        for href in seen[where].hrefs:
            page, _, place = href.partition("#")
            wanted.append((page or where, place))
            waiting.append(page or where)
    assert [(page, place) for page, place in wanted if place and unquote(place) not in seen[page].ids] == []
    not_linked = {"/errors", "/search", "/known", "/figures", "/careers", "/texts"}
    assert {f"/{room.value}" for room in Room} - not_linked <= {page.partition("?")[0] for page in seen}
    assert {page: found.ids for page, found in seen.items() if len(found.ids) != len(set(found.ids))} == {}


OURS = {f'<script type="module" src="/static/{name}.js">' for name in ("lens", "drawing", "watch", "passage", "write", "keys")}
"""The scripts of our pages."""
HOSTILE = '<script>alert(1)</script>\'&"><img src=x onerror=alert(1)>'


def test_hostile_text_is_text(asking: Callable) -> None:
    words = HOSTILE.replace('"', '\\"')
    ask = asking(
        f'corpus c "{words}"\nagent a "{words}"\n  also "{words}"\n  role scholar\n  note "{words}"\nsource s "{words}"\n  by a\n'
        f'question q "{words}"\nproposition p "{words}"\n  answers q\nevent e "{words}"\n  when 1937\n'
        f'a asserts p\n  in s "{words}"\n  quote "{words}"\n'
    )
    for where in ("/", "/agents", "/agents/a", "/sources/s", "/questions/q", "/propositions/p", "/events/e", "/statements", "/errors"):
        answer = ask(where)
        assert answer.status == 200, where
        assert {*re.findall(r"<script[^>]*>", answer.text)} <= OURS and "<img" not in answer.text, where
    assert "&lt;script&gt;" in ask("/agents/a").text


@pytest.mark.parametrize("where", ["/search?q=", "/agents?q=", "/agents?kind=", "/statements?of=", "/nothing/", "/agents/"])
def test_a_hostile_address_is_text(asking: Callable, where: str) -> None:
    answer = asking(SMALL)(where + "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%3E%3Cimg%20src%3Dx%3E")
    assert {*re.findall(r"<script[^>]*>", answer.text)} <= OURS and "<img" not in answer.text


@pytest.mark.parametrize("name", ["бенеш", "(ann asserts p)", "a/b", "a?b#c", "100%", "..", "名", "a b"])
def test_a_name_of_any_script_goes_into_an_address_and_back(name: str) -> None:
    written = address(To(Room.AGENTS, name))
    assert written.isascii() and written.count("/") == 2 and "?" not in written and "#" not in written
    assert unquote(written.removeprefix("/agents/")) == name


def test_a_statement_in_brackets_has_a_page(asking: Callable) -> None:
    ask = asking(SMALL)
    listed = links(ask("/propositions").text).hrefs
    bracketed = next(href for href in listed if href.startswith("/propositions/%28"))
    assert ask(bracketed).status == 200


def test_names_carry_their_language(asking: Callable) -> None:
    assert 'lang="ru"' in asking(SMALL)("/agents").text


def test_a_page_without_a_source_says_what_changes(asking: Callable) -> None:
    text = asking(SMALL)("/propositions/p?without=memoir").text
    assert "Seen without" in text and "As recorded" in text


def test_errors_have_a_room_only_when_there_are_any(asking: Callable) -> None:
    assert 'href="/errors"' not in asking('agent a "A"\nproposition p "P."\na asserts p\n')("/").text
    assert 'href="/errors"' in asking('agent a "A"\na asserts nobody-said-it\n')("/").text


def test_an_edit_on_disk_is_seen_with_the_next_page(tmp_path: Path, asking: Callable) -> None:
    ask = asking('agent a "Before"\n')
    assert "Before" in ask("/agents/a").text
    (tmp_path / "all.fontes").write_text('agent a "Afterwards"\n', encoding="utf-8")
    assert "Afterwards" in ask("/agents/a").text


def test_a_page_works_without_scripts(asking: Callable) -> None:
    text = asking(SMALL)("/").text
    assert {*re.findall(r"<script[^>]*>", text)} <= OURS
    assert not re.search(r"\son[a-z]+=|javascript:", text)
    assert '<a class="skip" href="#page">' in text and '<main id="page"' in text


def test_a_workbench_is_what_the_application_needs(tmp_path: Path) -> None:
    assert make_app(Workbench.open(tmp_path)).routes


NONE = [("/agents/tukhachevsky", "GET", 404), ("/nowhere", "GET", 404), ("/agents?leaf=x", "GET", 400),
        ("/?as-of=nonsense", "GET", 400), ("/agents", "DELETE", 405)]  # fmt: skip


@pytest.mark.parametrize(("where", "method", "status"), NONE)
def test_a_page_that_is_none_says_so_and_leads_on(asking: Callable, where: str, method: str, status: int) -> None:
    """In words, with the way to the first page and the help; and with what is called nearly so."""
    answer = asking('agent tukhachevskii "Mikhail Tukhachevskii"\n')(where, method, origin="http://127.0.0.1:8000")
    assert answer.status == status
    main = answer.text.partition("<main")[2]
    assert re.search(r"<h1[^>]*>[A-Z][^<]+</h1>", main) and 'href="/help"' in main and "First page" in main
    assert ("Did you mean" in main and 'href="/agents/tukhachevskii"' in main) == (where == "/agents/tukhachevsky")
    assert ('action="/search"' in main) == (status == 404)


RUSSIAN = """
corpus дело "Дело"
  format 1
  language ru
agent автор "Автор"
source memo "Mémoires"
  language fr
question почему "Почему?"
event суд "Суд"
proposition да "Да."
  answers почему
1937 автор asserts да
  in memo p. 1
  quote "C'est vrai"
  note "Так записано."
"""


@pytest.mark.parametrize("where", ["/propositions/да", "/questions/почему", "/events/суд"])
def test_words_of_a_corpus_in_another_language_say_so(asking: Callable, where: str) -> None:
    """Its title, names, wordings and notes are in its language, a quotation in that of its source; the interface stays as it is."""
    ask = asking(RUSSIAN)
    text = ask(quote(where)).text
    assert '<html lang="en">' in text and re.search(r'<h1 lang="ru"', text) and re.search(r'class="corpus"[^>]* lang="ru"', text)
    listed = ask("/statements").text
    assert re.search(r'<a href="[^"]*propositions[^"]*" lang="ru">', listed) and '<span lang="fr">C&#39;est vrai' in listed
    assert '<span lang="ru">Так записано.' in listed
