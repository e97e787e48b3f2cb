"""Pages of one thing: what they tell, and that they do not grow with the corpus."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

CORPUS = """\
corpus purge "A purge"
agent stalin "Stalin"
  role participant
agent ezhov "Ezhov"
  role participant
agent marshal "The Marshal"
  role participant
  born 1893-02
agent ann "Ann"
  role scholar
agent bob "Bob"
  role scholar
source protocol "A protocol"
  kind testimony
  by ezhov
  made 1937-05-26
  origin witnessed
source ann-1961 "The purge"
  by ann
  out 1961-10
  draws-on protocol
  examined whole
proposition plot "The Marshal led a plot."
  compromises marshal
proposition told "It was told of the Marshal."
event arrest "The arrest of the Marshal"
  kind case
  strand army
  targets marshal
  about stalin
event trial "The trial of the Marshal"
  about marshal
ann dates arrest 1937-05-22
  in ann-1961 p. 4
bob dates arrest 1937-05-26
1937-06-11 ann dates trial 1937-06-11
1937-05-26 ezhov asserts plot
  in protocol
  case arrest
1937-05-27 ezhov tells stalin told
1961-10 ann asserts plot
  in ann-1961 p. 5
  rests-on protocol
ann impeaches protocol as extorted
marshal serves-as "Deputy"
  from 1936-04
"""


def main(html: str) -> str:
    """The page itself as text."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.split("<main")[1].split("</main>")[0])).replace("\u00a0", " ").split())


def test_a_source_says_what_depends_on_it_and_who_uses_it(asking: Callable) -> None:
    ask = asking(CORPUS)
    said = main(ask("/sources/protocol").text)
    assert "Testimony by Ezhov , made 26 May 1937." in said
    assert "Without it, one proposition loses recorded support." in said
    assert "Without it these have no recorded support: The Marshal led a plot. All that stands otherwise without it" in said
    assert "Used by Ann (one statement)." in said and "Sources that draw on it: The purge ." in said
    told = unescape(re.search(r'href="(/\?[^"]*distrust=protocol[^"]*)"', ask("/sources/protocol").text)[1])  # type: ignore[index]
    assert "The Marshal led a plot." in main(ask(told).text)
    assert "came out October 1961" in main(ask("/sources/ann-1961").text)


def test_an_agent_shows_posts_events_and_who_compromised_them_in_which_case(asking: Callable) -> None:
    said = main(asking(CORPUS)("/agents/marshal").text)
    assert "born February 1893" in said
    assert "serves as Deputy, from April 1936." in said
    assert "22 May 1937 or 26 May 1937 The arrest of the Marshal aimed at them" in said
    assert "26 May 1937 Ezhov ● asserts The Marshal led a plot. The arrest of the Marshal A protocol" in said
    assert "October 1961 Ann ● asserts The Marshal led a plot. none recorded here The purge , p. 5" in said


def test_what_had_reached_an_agent_stands_on_their_page_under_a_date(asking: Callable) -> None:
    ask = asking(CORPUS)
    assert "What had reached them by" not in main(ask("/agents/stalin").text)
    said = main(ask("/agents/stalin?as-of=1937-06-01").text)
    assert "Had certainly reached them" in said and "It was told of the Marshal." in said and "Ezhov told Stalin" in said
    before = main(ask("/agents/stalin?as-of=1937-05-26").text)
    assert "Had certainly reached them" not in before
    assert 'href="/known/stalin?as-of=1937-06-01"' in ask("/agents/stalin?as-of=1937-06-01").text


def test_an_event_after_the_date_is_not_on_the_page_of_an_agent(asking: Callable) -> None:
    ask = asking(CORPUS)
    assert "The trial" in main(ask("/agents/marshal").text) and "The trial" not in main(ask("/agents/marshal?as-of=1937-06-01").text)


def test_an_event_tells_its_accounts_and_what_they_allow(asking: Callable) -> None:
    said = main(asking(CORPUS)("/events/arrest").text)
    assert "22 May 1937 Ann The purge , p. 4" in said and "26 May 1937 Bob" in said
    assert "Accounts, and what all recorded dates together allow" in said


def test_statements_and_declarations_have_a_quiet_link_to_edit_where_that_is_open(asking: Callable) -> None:
    text = asking(CORPUS)("/sources/protocol").text
    assert 'href="/edit/protocol"' in text and 'href="/edit/ezhov%20asserts%20plot%201937-05-26"' in text


@pytest.mark.parametrize("where", ["/sources/s", "/agents/a", "/events/e", "/agents/victim"])
def test_no_page_of_one_thing_grows(asking: Callable, where: str) -> None:
    def corpus(many: int) -> str:
        names = "".join(f'agent m{n} "M {n}"\nsource t{n} "T {n}"\n  draws-on s\n  by a\n' for n in range(many))
        says = "".join(
            f'm{n} asserts p{n} "P {n}."\n  rests-on s\n  in s p. {n}\n  case e\na denies p{n}\nm{n} dates e 1937-01\n' for n in range(many)
        )
        about = "".join(f'proposition q{n} "Q {n}."\n  about e, a\n  compromises victim\nm{n} asserts q{n}\nm{n} tells a q{n}\n' for n in range(many))
        more = "".join(f'event e{n} "E {n}"\n  about a\na serves-as "Post {n}"\na supposes p{n}\n' for n in range(many))
        more += "".join(f"{1900 + n % 90} m{n} impeaches s as partial\n" for n in range(many))
        concerned = ", ".join(f"m{n}" for n in range(many))
        return f'agent a "A"\nagent victim "V"\nsource s "S"\nevent e "E"\n  about {concerned}\n{names}{says}{about}{more}'

    sizes = []
    for many in (70, 280):
        answer = asking(corpus(many))(where)
        assert answer.status == 200
        sizes.append(len(re.sub(r'<figure.*?</figure>', "", answer.text, flags=re.DOTALL)))
    assert sizes[1] < sizes[0] * 1.06, sizes


def test_an_event_tells_the_conflict_it_is_in(asking: Callable) -> None:
    text = """\
agent anna "Anna"
  role scholar
source s "The first book"
  by anna
  out 1960
event arrest "The arrest"
  after vote
  when 1937-02-20 per s p. 2
event vote "The vote"
  when 1937-02-27 per s p. 1
event other "Another day"
  when 1900
"""
    ask = asking(text)
    said = main(ask("/events/arrest").text)
    assert "Conflict 1" in said and "27 February 1937" in said and "miss each other by" in said
    assert "Conflict" not in main(ask("/events/other").text)
