"""The lens in the address: read, refused, carried by every link, written in one way, and computed under."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.test_pages import links

from fontes.web.lens import KEYS

OTHERS = ("add", "trust", "without", "leaf", "q", "kind", "at", "about", "of")
ROOMS = (
    "/", "/propositions/p", "/propositions", "/known/ann", "/chronology", "/settlements", "/complete", "/changes", "/statements", "/gaps",
    "/questions/why", "/careers", "/figures", "/review", "/review.md",
)  # fmt: skip
CORPUS = """\
corpus small "Small"
agent ann "Ann"
  role scholar
agent bob "Bob"
  role scholar
agent cid "Cid"
  role participant
source memoir "Memoirs of Dr Beneš"
  kind memoir
  by cid
  out 1950
source paper "A paper"
  kind newspaper
question why "Why?"
proposition p "P."
  answers why
proposition q "Q."
  answers why
period cold-war "The cold war" 1960/1979
lens no-memoir "Without the memoir"
  distrust memoir
lens old "By 1962"
  as-of 1962
event e "Event"
  strand politics
  when 1937
1960 ann asserts p
  rests-on memoir
1970 bob asserts p
  rests-on memoir
1970 bob asserts q
  rests-on paper
1975 ann impeaches memoir as forged
"""


@pytest.fixture
def ask(asking: Callable) -> Callable:
    return asking(CORPUS)


def effect(text: str) -> str:
    found = re.search(r'<span id="lens-effect">(.*?)</span>', text)
    assert found
    return re.sub(r"<[^>]+>", "", found[1])


def status(text: str) -> str:
    """The sign and word with which the page of a proposition begins."""
    found = re.search(r'<p class="lead"><span[^>]*><span[^>]*>[^<]*</span> ([a-z ]+)</span>', text)
    return found[1] if found else ""


def main(text: str) -> str:
    return re.sub(r"<[^>]+>", " ", text.split("<main")[1])


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("as-of=1968x", "1968x"), ("as-of=1968+or+so", "as-of: in “1968 or so” the part"), ("published-by=37%2F13%2F99", "published-by: in"),
        ("distrust=memoire", "Did you mean “memoir”?"), ("distrust=memoir,nobody", "nothing recorded here is called “nobody”"),
        ("lens=no-memoirs", "Did you mean “no-memoir”?"), ("beside=nothing-such", "beside: nothing recorded here is called"),
        ("criticisms=forgery", "Did you mean “forged”?"), ("criticisms=shown,forged", "criticisms is given more than once"),
        ("voices=schola", "Did you mean “scholar”?"), ("voices=school:none", "voices: nothing recorded here"),
        ("as-of=1937&as-of=1938", "more than once"),
        ("distrust=kind:novel", "nothing recorded here is called"), ("distrust=%5Enothing", "nothing recorded here is called"),
        ("distrust=word:nobody", "nothing recorded here is called"), ("distrust=" + "a" * 300, "longer than any name"),
        ("add=" + "a" * 300, "longer than any name"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["/", "/propositions/p", "/agents"])
def test_what_is_not_understood_is_named(ask: Callable, where: str, query: str, told: str) -> None:
    answer = ask(f"{where}?{query}")
    assert answer.status == 400 and told in answer.text and "Traceback" not in answer.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from([*KEYS, *OTHERS]), st.text(max_size=12)), max_size=4),
    st.sampled_from(ROOMS),
)
def test_no_parameter_makes_a_fault(ask: Callable, pairs: list[tuple[str, str]], where: str) -> None:
    """Whatever is asked, the answer is a page, the one way of writing its address, or a refusal in words."""
    written = "&".join(f"{key}={quote(value)}" for key, value in pairs)
    answer = ask(f"{where}?{written}")
    assert answer.status in (200, 303, 400), (answer.status, written)
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("query", "tidy"),
    [
        ("as-of=&published-by=&add=&criticisms=shown&voices=&lens=&beside=", ""), ("distrust=memoir,bob", "?distrust=memoir&distrust=bob"),
        ("distrust=memoir&add=bob", "?distrust=memoir&distrust=bob"), ("add=memoirs+of+dr+benes", "?distrust=memoir"),
        ("distrust=memoir&distrust=bob&trust=memoir", "?distrust=bob"), ("as-of=today", ""), ("lens=old&as-of=today", "?lens=old&as-of=today"),
        ("lens=no-memoir&distrust=memoir", "?lens=no-memoir"), ("q=ann&as-of=", "?q=ann"), ("beside=old&as-of=1962", "?as-of=1962&beside=old"),
    ],
)  # fmt: skip
def test_one_view_has_one_address(ask: Callable, query: str, tidy: str) -> None:
    """What the plain form sends leads to the address of the view; that address answers for itself."""
    answer = ask(f"/agents?{query}")
    if sorted(parse_qsl(query, keep_blank_values=True)) == sorted(parse_qsl(tidy[1:])):
        assert answer.status == 200
    else:
        assert (answer.status, answer.headers["location"]) == (303, f"/agents{tidy}")
        assert ask(answer.headers["location"]).status == 200


def test_a_name_may_hold_any_sign_of_an_address(asking: Callable) -> None:
    """Somebody unnamed is named by the passage: what is written of it in an address comes back as it was written."""
    ask = asking('source s "S"\nproposition p "P."\nunnamed asserts p\n  in s p. 3? 100% #4\n')
    where = "/agents/unnamed%3As%3Ap.%203%3F%20100%25%20%234"
    assert f'action="{where}"' in ask(where).text
    led = ask(where + "?as-of=1960&as-of=").headers["location"]
    assert led.replace(":", "%3A") == f"{where}?as-of=1960"


def test_what_turns_the_line_is_shown_in_the_bar(asking: Callable) -> None:
    ask = asking('agent a "\u202eTurned"\nproposition p "P."\na asserts p\n')
    assert "\u202e" not in ask("/?distrust=a").text and "\u202e" not in ask("/agents/%E2%80%AE").text


def test_every_link_carries_the_lens(ask: Callable) -> None:
    """Walk from the first page: under a lens every page leads on through it, but for the ways that change it and to writing."""
    lens = "as-of=1975&distrust=memoir"
    waiting, seen = [f"/?{lens}"], set[str]()
    while waiting:
        where = waiting.pop()
        if where in seen:
            continue
        seen.add(where)
        text = ask(where).text
        body = re.sub(r'<section class="lens".*?</section>', "", text, flags=re.DOTALL)
        for href in links(body).hrefs:
            if not href.startswith(("#", "/write", "/edit")):
                pairs = parse_qsl(urlsplit(href).query)
                assert ("as-of", "1975") in pairs and ("distrust", "memoir") in pairs, (where, href)
                if ("beside", "believed") not in pairs and not href.startswith("/review."):  # two lenses can be seen alone; a file has no links
                    waiting.append(href.partition("#")[0])
        for form in re.findall(r"<form(?![^>]*method=\"post\").*?</form>", body, re.DOTALL):
            assert 'name="as-of" value="1975"' in form and 'name="distrust" value="memoir"' in form, where
    assert len(seen) > 15


def test_a_proposition_is_computed_under_the_lens(ask: Callable) -> None:
    assert status(ask("/propositions/p").text) == "supported"
    text = ask("/propositions/p?distrust=memoir").text
    assert status(text) == "without recorded support"
    assert effect(text) == "Under this lens one proposition loses recorded support."
    assert effect(ask("/propositions/p?distrust=paper").text).endswith("one proposition loses recorded support.")
    assert effect(ask("/propositions/p?distrust=kind:newspaper&distrust=memoir").text).startswith("Under this lens two propositions lose")
    assert effect(ask("/propositions/p").text) == ""


def test_criticisms_count_when_asked(ask: Callable) -> None:
    counted = ask("/propositions/p?criticisms=counting").text
    assert status(counted) == status(ask("/propositions/p?criticisms=forged").text) == "without recorded support"
    assert "they do not count" not in counted and "they do not count" in ask("/propositions/p").text
    assert status(ask("/propositions/p?criticisms=counting&as-of=1974").text) == "supported"


def test_the_date_takes_away_what_came_later(ask: Callable) -> None:
    later, then = main(ask("/propositions/p").text), main(ask("/propositions/p?as-of=1965").text)
    assert "Bob" in later and "Bob" not in then and "Ann" in then
    assert effect(ask("/?as-of=1965").text).startswith("By then one of two propositions had recorded support.")
    listed = main(ask("/statements?as-of=1965").text)
    assert "Ann" in listed and "Bob" not in listed


def test_a_list_shows_how_each_stands(ask: Callable) -> None:
    rows = ask("/propositions?distrust=memoir").text.split("<tr")
    assert "without recorded support" in next(row for row in rows if ">P.<" in row)
    assert "without recorded support" not in next(row for row in rows if ">Q.<" in row)


def test_what_a_source_would_fell_is_told_under_the_lens(ask: Callable) -> None:
    assert "Without it, one proposition loses recorded support" in " ".join(main(ask("/sources/memoir").text).split())
    assert "Nothing recorded here loses support" in main(ask("/sources/memoir?as-of=1955").text)


def test_a_lens_of_the_corpus_is_changed_by_the_rest(ask: Callable) -> None:
    both = ask("/propositions/p?lens=no-memoir&as-of=1965").text
    assert status(both) == "without recorded support" and "as of 1965" in both and "Memoirs of Dr Beneš" in both
    assert "Bob" in main(ask("/propositions/p?lens=old&as-of=today").text)


def test_two_lenses_side_by_side(ask: Callable) -> None:
    text = main(ask("/propositions/p?beside=no-memoir").text)
    assert "Two lenses side by side" in text and "One proposition has another status" in text
    alone = [href for href in links(ask("/propositions/p?beside=no-memoir").text.split("<main")[1]).hrefs if "beside" not in href and "#" not in href]
    assert "/propositions/p" in alone and "/propositions/p?lens=no-memoir" in alone
    first = main(ask("/?distrust=memoir&beside=recorded").text)
    assert re.search(r"P\..*without recorded support.*supported", first, re.DOTALL)
    assert "No proposition has another status" in main(ask("/?beside=recorded").text)


def test_what_the_lens_changes_leads_to_its_list(ask: Callable) -> None:
    href = re.search(r'<span id="lens-effect"><a href="([^"]*)"', ask("/agents?as-of=1972&distrust=memoir").text)
    assert href
    text = ask(href[1].replace("&amp;", "&").partition("#")[0]).text
    assert re.search(r"One proposition has another status.*without recorded support", main(text), re.DOTALL) and 'id="beside"' in text
    alone = links(text.split("<main")[1]).hrefs
    assert "/?as-of=1972&distrust=memoir" in alone and "/?as-of=1972" in alone


def test_the_bar_offers_named_dates_and_steps(ask: Callable) -> None:
    text = ask("/?as-of=1965").text
    assert '<option value="1979">1979: end of “The cold war”</option>' in text and '<option value="1962">' in text
    assert 'id="lens-earlier" href="/?as-of=1962"' in text and 'id="lens-later" href="/?as-of=1979"' in text
    last = ask("/?as-of=1979").text
    assert 'id="lens-later" href="/"' in last


def test_what_is_distrusted_can_be_believed_again(ask: Callable) -> None:
    text = ask("/agents?q=an&distrust=memoir&distrust=bob").text
    assert 'href="/agents?q=an&amp;distrust=bob" data-lens data-unit="memoir" aria-label="Believe again: Memoirs of Dr Beneš"' in text


def test_names_are_completed(ask: Callable) -> None:
    assert json.loads(ask("/complete?q=benes").text) == {"names": [{"value": "memoir", "label": "Memoirs of Dr Beneš", "kind": "source"}]}
    assert [one["value"] for one in json.loads(ask("/complete?q=newsp").text)["names"]] == ["kind:newspaper"]
    assert json.loads(ask("/complete?q=").text) == {"names": []}
    assert {"value": "why", "label": "Why?", "kind": "question"} in json.loads(ask("/complete?of=things&q=why").text)["names"]
    assert ask("/complete?q=" + "a" * 300).status == 400


def test_what_changes_is_data(ask: Callable) -> None:
    told = json.loads(ask("/changes?distrust=memoir").text)
    assert told["count"] == 1
    assert told["propositions"] == [{"id": "p", "before": "supported", "after": "without recorded support", "way": "loses"}]
    assert json.loads(ask("/changes?beside=no-memoir").text)["propositions"][0]["way"] == "rises"
    assert json.loads(ask("/changes?distrust=nobody").text)["error"] and ask("/changes?distrust=nobody").status == 400


def test_where_two_lenses_are_not_shown_it_is_said(ask: Callable) -> None:
    assert "they stand side by side on the first page" in ask("/agents?beside=recorded").text
    assert "they stand side by side on the first page" not in ask("/?beside=recorded").text


def test_voices_are_said_to_narrow_positions_only(ask: Callable) -> None:
    text = ask("/propositions/p?voices=scholar").text
    assert "narrows positions" in text and "with the positions of scholars only" in text


def test_what_had_reached_an_agent(asking: Callable) -> None:
    ask = asking(CORPUS + "1961 ann tells bob q\n")
    answer = ask("/known/bob?at=1965")
    assert answer.status == 200 and "Q." in main(answer.text)
    assert "Q." not in main(ask("/known/bob?at=1955").text).split("certainly")[0] or ask("/known/bob?at=1955").status == 200
    assert main(ask("/known/bob?as-of=1965").text) and ask("/known/bob").status == 400
    assert ask("/known/nobody?at=1965").status == 404 and ask("/known/bob?at=soonish").status == 400
    assert ask("/known/bob?at=1965&about=Why%3F").status == 200 and ask("/known/bob?at=1965&about=nothing").status == 400


def test_chronology_is_narrowed_by_strand(asking: Callable) -> None:
    ask = asking(CORPUS + 'event f "Other"\n  strand army\n  when 1938\n')
    assert ">Event<" in ask("/chronology?kind=politics").text.replace("<bdi>", "").replace("</bdi>", "")
    assert "Other" not in main(ask("/chronology?kind=politics").text)
    assert "Other" not in main(ask("/chronology?as-of=1937-06").text) and "Other" in main(ask("/chronology").text)


def test_criticisms_that_contradict_each_other_are_settled(asking: Callable) -> None:
    ask = asking(CORPUS + "1976 bob vouches-for memoir as forged\n")
    assert ask("/settlements").status == 200 and "settle" in main(ask("/settlements").text)


def test_a_long_list_has_leaves(asking: Callable) -> None:
    ask = asking('agent a "A"\n' + "".join(f'proposition p{i} "P {i}."\na asserts p{i}\n' for i in range(120)))
    text = ask("/?distrust=a&beside=recorded").text
    assert "1–50 of 120" in text and "leaf=2" in text
    assert "101–120 of 120" in ask("/?distrust=a&beside=recorded&leaf=3").text
    assert len(ask("/").text) < 20_000


def test_the_first_page_computes_a_bounded_number_of_origins(asking: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what several agents assert can lead it, and of that so many at most; the most widely asserted leads."""
    from fontes.web import rooms
    from fontes.workbench import Workbench

    asked: list[str] = []
    whole = Workbench.origins
    monkeypatch.setattr(Workbench, "origins", lambda bench, name, *rest: asked.append(name) or whole(bench, name, *rest))
    monkeypatch.setattr(rooms, "MOST_LED", 5)
    stances = "".join(f'proposition p{i} "P {i}."\na, b assert p{i}\n' for i in range(20))
    ask = asking('agent a "A"\nagent b "B"\nagent c "C"\nproposition z "Z."\na, b, c assert z\n' + stances)
    assert "Three voices" in main(ask("/").text)
    assert "z" in asked and len(set(asked)) == 5


def test_the_rooms_that_study_the_whole(asking: Callable) -> None:
    ask = asking(CORPUS + "1937 cid asserts accused\nproposition accused \"Ann conspired.\"\n  compromises ann\n")
    assert "Positions in the literature" in main(ask("/questions/why").text)
    assert "Cid" in main(ask("/careers").text) and "Cid" in main(ask("/careers/ann").text)
    assert ask("/careers/nobody").status == 404 and ask("/figures/nothing").status == 404
    assert ask("/figures").status == 200 and ask("/figures/why").status == 200
    assert ask("/gaps?kind=nothing").status == 400 and ask("/gaps?of=nothing").status == 400


def test_voices_narrow_the_positions_of_a_question(asking: Callable) -> None:
    ask = asking(CORPUS + "1955 cid asserts q\n")

    def positions(where: str) -> str:
        return main(ask(where).text).split("Positions in the literature")[1]

    assert "Cid" in positions("/questions/why") and "Cid" not in positions("/questions/why?voices=scholar")


def test_one_kind_of_gap_has_leaves(asking: Callable) -> None:
    ask = asking('agent a "A"\n' + "".join(f'proposition p{i} "P {i}."\na asserts p{i}\n' for i in range(120)))
    few, first, last = (ask(where).text for where in ("/gaps", "/gaps?kind=thin", "/gaps?kind=thin&leaf=3"))
    assert "120 thin propositions" in main(few) and few.count("/propositions/p") < 20
    assert first.count('href="/propositions/p') >= 50 and 'leaf=2"' in first
    assert {*re.findall(r"/propositions/p\d+", first)}.isdisjoint(re.findall(r"/propositions/p\d+", last))


def test_a_question_of_many_positions_does_not_grow(asking: Callable) -> None:
    agents = "".join(f'agent a{i} "A {i}"\n  role scholar\n' for i in range(300))
    ask = asking('question why "Why?"\nproposition p "P."\n  answers why\n' + agents + "".join(f"a{i} asserts p\n" for i in range(300)))
    text = ask("/questions/why").text
    assert "Leaf 1 of" in main(text) and len(text) < 200_000


@pytest.mark.parametrize(("form", "kind"), [("html", "text/html"), ("md", "text/markdown")])
def test_the_review_is_a_file_to_keep(ask: Callable, form: str, kind: str) -> None:
    answer = ask(f"/review.{form}?of=why")
    assert answer.status == 200 and answer.headers["content-type"].startswith(kind)
    assert answer.headers["content-disposition"] == f'attachment; filename="why.{form}"' and "Why?" in answer.text
    assert ask(f"/review.{form}?of=nothing").status == 400 and ask("/review.odt").status == 404
    assert f'href="/review.{form}?of=why&amp;as-of=1965"' in ask("/review?as-of=1965").text


BESIDE = """
agent a "A"
agent b "B"
source s "S"
source t "T"
question why "Why?"
proposition p "P."
  answers why
proposition q "Q."
  answers why
1930 a asserts p
  rests-on s
1930 b asserts q
  rests-on t
"""


def test_two_lenses_side_by_side_on_other_pages(asking: Callable) -> None:
    """A question and a source show what differs, and only that; where there is nothing to compare, the bar says so."""
    ask = asking(BESIDE)
    question = main(ask("/questions/why?distrust=s&beside=recorded").text)
    assert "One answer stands otherwise" in question and "Two lenses side by side" in question
    assert "Nothing on this page differs" in main(ask("/questions/why?voices=scholar&beside=recorded").text)
    source = main(ask("/sources/s?distrust=s&beside=recorded").text)
    assert "One proposition hangs on this source under one of them only" in source
    for address in ("/agents", "/gaps", "/agents/a", "/help"):
        assert "have nothing to compare" in ask(f"{address}?beside=recorded").text
    for address in ("/questions/why", "/sources/s", "/chronology", "/propositions/p"):
        assert "have nothing to compare" not in ask(f"{address}?beside=recorded").text


def test_what_had_reached_somebody_under_two_lenses(asking: Callable) -> None:
    """The book in which the report is read is done without: nothing shows a route any more."""
    ask = asking('agent a "A"\nagent b "B"\nsource s "S"\nproposition p "P."\n1936 a tells b p\n  in s p. 1\n')
    text = main(ask("/known/b?at=1937&distrust=access%3As&beside=recorded").text)
    assert "Two lenses side by side" in text
    alone = main(ask("/known/b?at=1937").text)
    assert "Had certainly reached them" in alone


def test_days_that_differ_under_two_lenses(asking: Callable) -> None:
    """Under the lens that does without who dates it, an event has no day."""
    ask = asking(
        'agent a "A"\nsource s "S"\n  by a\nevent e "E"\nevent f "F"\na dates e 1937-05-22\n  in s p. 1\nb dates f 1936\n  in s p. 2\nagent b "B"\n'
    )
    text = main(ask("/chronology?distrust=a&beside=recorded").text)
    assert "One event has other days" in text and "22 May 1937" in text


def test_changes_are_told_beside_the_lens_of_the_open_page(asking: Callable) -> None:
    """`from` is the query of its address, empty for the plain lens; what is not understood in it is refused as in any address."""
    ask = asking(BESIDE)
    found = json.loads(ask("/changes?distrust=s&from=distrust%3Dt").text)["propositions"]
    assert {(each["id"], each["before"], each["after"]) for each in found} == {
        ("p", "supported", "without recorded support"), ("q", "without recorded support", "supported"),
    }  # fmt: skip
    assert [each["id"] for each in json.loads(ask("/changes?from=distrust%3Ds").text)["propositions"]] == ["p"]
    assert json.loads(ask("/changes?distrust=s&from=").text)["seen"].startswith("Seen without")
    assert ask("/changes?from=distrust%3Dnothing-of-this-name").status == 400
    assert ask("/changes?from=" + "x" * 4001).status == 400


def test_a_field_completes_names_in_another_script(asking: Callable) -> None:
    """What is so spelt comes first."""
    ask = asking('agent t "Mikhail Tukhachevskii"\nagent b "Эдуард Бенеш"\nsource s "Tukhachevsky Affair"\n')
    assert [each["value"] for each in json.loads(ask(f"/complete?q={quote('тухачевский')}").text)["names"]] == ["t", "s"]
    assert [each["value"] for each in json.loads(ask("/complete?q=benesh").text)["names"]] == ["b"]
    assert json.loads(ask("/complete?q=nobody-at-all").text)["names"] == []
