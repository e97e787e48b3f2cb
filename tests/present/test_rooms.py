"""What the rooms say, read as a reader would: as text."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from fontes.findings.index import find, indexed
from fontes.model.lens import Unit, UnitKind
from fontes.present.export.json import page_json
from fontes.present.pages import Items, Link, Page, Pager, Prose, Room, Table, To, text_of
from fontes.present.rooms.agent import agent_page
from fontes.present.rooms.asked import disputed_since, is_open
from fontes.present.rooms.concordance import Concordance, concordance
from fontes.present.rooms.errors import errors_page
from fontes.present.rooms.event import event_page
from fontes.present.rooms.first import first_page
from fontes.present.rooms.listing import Asked, in_order, room_page
from fontes.present.rooms.proposition import proposition_page
from fontes.present.rooms.question import question_page
from fontes.present.rooms.search import search_page
from fontes.present.rooms.source import Without, source_page
from fontes.present.terminal import render_text
from fontes.workbench import Workbench

Opened = Callable[[str], Workbench]


def flat(page: Page, width: int = 100) -> str:
    """The page as one line of text."""
    return " ".join(render_text(page, width).split())


def proposition(bench: Workbench, name: str) -> Page:
    return proposition_page(concordance(bench.corpus), bench.origins(name), bench.trace(name))


def test_the_first_page_says_how_many_voices_and_where_their_trails_end(dossier: Workbench) -> None:
    page = first_page(concordance(dossier.corpus), dossier.all_origins())
    said = flat(page)
    assert "Two voices say: “The dossier reached Stalin”." in said
    assert "The trail leads to Memoirs of Dr Eduard Beneš and ends there" in said
    assert "Without Memoirs of Dr Eduard Beneš alone, it loses recorded support." in said
    assert "disputed since 2011" in said
    assert "One question is open" in said and "Raised by Peter Whitewood, 2011." in said


def test_every_number_of_the_first_page_leads_to_its_reasons(dossier: Workbench) -> None:
    page = first_page(concordance(dossier.corpus), dossier.all_origins())
    lead = next(block for block in page.blocks if isinstance(block, Prose) and block.lead)
    numbers = {part.text: part.to for part in lead.sentence if isinstance(part, Link)}
    assert numbers["Two voices"].anchor == "voices"
    assert numbers["Two voices"].name == "dossier-reached"


def test_an_empty_corpus_has_a_first_page(opened: Opened) -> None:
    assert "Nothing is recorded here yet." in flat(first_page(concordance(opened("").corpus), ()))


def test_a_proposition_names_both_sides_grounds_quotation_and_criticism(dossier: Workbench) -> None:
    said = flat(proposition(dossier, "dossier-reached"))
    assert "two voices for it (two scholars)" in said
    assert "One voice against it (one scholar)" in said
    assert "“It reached him.”" in said
    assert "Rests on Memoirs of Dr Eduard Beneš" in said
    assert "◉ witnessed: Memoirs of Dr Eduard Beneš" in said
    assert "Indispensable: Memoirs of Dr Eduard Beneš." in said
    assert "impeaches Memoirs of Dr Eduard Beneš as uncritical" in said


def test_without_its_source_a_proposition_loses_support(dossier: Workbench) -> None:
    units = (Unit(UnitKind.SOURCE, "benes-memoirs"),)
    page = proposition_page(
        concordance(dossier.corpus), dossier.origins("dossier-reached"), dossier.trace("dossier-reached"), units,
        dossier.fallen(units),
    )  # fmt: skip
    assert "Seen without Memoirs of Dr Eduard Beneš: supported becomes without recorded support." in flat(page)


def test_a_proposition_nobody_asserts_says_so(opened: Opened) -> None:
    said = flat(proposition(opened('agent a "A"\nproposition p "P."\na supposes p\n'), "p"))
    assert "it is only supposed" in said and "Supposed by A." in said


def test_a_question_counts_one_agent_once(opened: Opened) -> None:
    bench = opened(
        'agent a "Ann"\n  role scholar\nquestion q "Q?"\nproposition p "P."\n  answers q\n1960 a asserts p\n1970 a asserts p\n'
    )
    said = flat(question_page(concordance(bench.corpus), "q"))
    assert said.count("Ann") == 1 and "Ann (1960)" in said


def test_a_dispute_begins_with_its_second_side(opened: Opened) -> None:
    bench = opened(
        'agent a "A"\nagent b "B"\nquestion q "Q?"\nproposition p "P."\n  answers q\n  excludes r\nproposition r "R."\n'
        "  answers q\n1960 a asserts p\n1970 b asserts r\n"
    )
    one = concordance(bench.corpus)
    since = disputed_since(one, "q")
    assert since is not None and since.written == "1970"
    assert not is_open(one, "q")


def test_two_answers_that_do_not_exclude_each_other_are_no_dispute(opened: Opened) -> None:
    bench = opened(
        'agent a "A"\nagent b "B"\nquestion q "Q?"\nproposition p "P."\n  answers q\nproposition r "R."\n  answers q\n'
        "1960 a asserts p\n1970 b asserts r\n"
    )
    assert disputed_since(concordance(bench.corpus), "q") is None


def test_a_source_says_what_it_is_and_what_rests_on_it(dossier: Workbench) -> None:
    said = flat(source_page(concordance(dossier.corpus), "benes-memoirs", Without(("dossier-reached",), To(Room.FIRST))))
    assert "Memoir by Edvard Beneš, came out 1954." in said
    assert "Without it, one proposition loses recorded support." in said
    assert "How far it was examined is not recorded." in said
    assert "What rests on it" in said and "Robert Conquest" in said


def test_an_agent_shows_positions_over_time(dossier: Workbench) -> None:
    said = flat(agent_page(concordance(dossier.corpus), "whitewood"))
    assert "2011 ✕ denies The dossier reached Stalin." in said
    assert "Criticisms by this agent" in said


def test_an_event_says_who_dates_it(dossier: Workbench) -> None:
    assert "February 1937 the makers of the corpus" in flat(event_page(concordance(dossier.corpus), "plenum"))


@pytest.mark.parametrize("page", [agent_page, event_page, question_page, source_page])
def test_a_name_that_is_not_there_is_a_key_error(page: Callable[[Concordance, str], Page], dossier: Workbench) -> None:
    with pytest.raises(KeyError, match="nobody"):
        page(concordance(dossier.corpus), "nobody")


def test_private_notes_reach_no_page(opened: Opened) -> None:
    bench = opened('agent a "A"\n  private note "hush"\n  note "aloud"\nproposition p "P."\na asserts p\n  private note "hush"\n')
    one = concordance(bench.corpus)
    pages = [agent_page(one, "a"), proposition(bench, "p"), room_page(one, Room.STATEMENTS, Asked())]
    assert "aloud" in flat(pages[0])
    assert not any("hush" in json.dumps(page_json(page)) for page in pages)


def test_a_list_never_grows_beyond_a_leaf(opened: Opened) -> None:
    bench = opened("".join(f'agent a{n} "Agent {n}"\n' for n in range(1, 121)))
    one = concordance(bench.corpus)
    pages = [room_page(one, Room.AGENTS, Asked(leaf=leaf)) for leaf in (1, 2, 3, 99)]
    sizes = [len(block.rows) for page in pages for block in page.blocks if isinstance(block, Table)]
    assert sizes == [50, 50, 20, 20]
    names = [text_of(row.cells[0]) for page in pages[:3] for block in page.blocks if isinstance(block, Table) for row in block.rows]
    assert names == [f"Agent {n}" for n in range(1, 121)]
    last = next(block for block in pages[2].blocks if isinstance(block, Pager))
    assert last.after is None and last.before is not None


def test_an_agent_with_many_acts_does_not_make_a_long_page(opened: Opened) -> None:
    text = 'agent a "A"\n' + "".join(f'proposition p{n} "P{n}."\n{1900 + n} a asserts p{n}\n' for n in range(60))
    page = agent_page(concordance(opened(text).corpus), "a")
    table = next(block for block in page.blocks if isinstance(block, Table))
    assert len(table.rows) == 50
    assert "Ten more: all of them, by date" in flat(page)


@pytest.mark.parametrize(("query", "found"), [("benes", 1), ("БЕНЕШ", 1), ("conq rob", 1), ("nobody", 0)])
def test_names_are_found_without_accents_and_case_in_any_script(dossier: Workbench, query: str, found: int) -> None:
    page = room_page(concordance(dossier.corpus), Room.AGENTS, Asked(query))
    assert sum(len(block.rows) for block in page.blocks if isinstance(block, Table)) == found


def test_search_looks_into_every_room(dossier: Workbench) -> None:
    one = concordance(dossier.corpus)
    index = indexed(dossier.corpus, one.entries.values())
    said = flat(search_page(one, find(index, "dossier"), "dossier"))
    assert "The dossier reached Stalin." in said and "Who forged the dossier?" in said
    assert search_page(one, find(index, "zzz"), "zzz").title == "Nothing found for “zzz”"


def test_a_search_shows_a_few_of_each_kind_and_all_of_one_a_leaf_at_a_time(opened: Opened) -> None:
    """What was looked for is marked."""
    bench = opened("".join(f'agent a{n} "Agent {n}"\n' for n in range(1, 121)))
    one = concordance(bench.corpus)
    found = find(indexed(bench.corpus, ()), "agent")
    few = search_page(one, found, "agent")
    assert [len(block.sentences) for block in few.blocks if isinstance(block, Items)] == [8]
    assert "All 120 agents" in flat(few)
    last = search_page(one, found, "agent", "agents", 3)
    (items,) = (block for block in last.blocks if isinstance(block, Items))
    assert len(items.sentences) == 20
    (link,) = items.sentences[0]
    assert isinstance(link, Link) and link.marks == ((0, 5),)


def test_a_list_keeps_what_the_index_found(dossier: Workbench) -> None:
    """In the order of the list."""
    one = concordance(dossier.corpus)
    page = room_page(one, Room.AGENTS, Asked("x"), found={"benes"})
    assert [len(block.rows) for block in page.blocks if isinstance(block, Table)] == [1]


def test_lists_sort_as_a_person_would() -> None:
    assert sorted(["n. 10", "n. 9", "Éa", "eb"], key=in_order) == ["Éa", "eb", "n. 9", "n. 10"]


def test_errors_show_the_line(opened: Opened) -> None:
    bench = opened('agent a "A"\na asserts nothing-of-this-name\n')
    said = flat(errors_page(bench.diagnostics, bench.lines()))
    assert "2 │ a asserts nothing-of-this-name" in said and "^^^" in said


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_terminal_keeps_to_its_width(dossier: Workbench, width: int) -> None:
    page = proposition(dossier, "dossier-reached")
    assert max(map(len, render_text(page, width).splitlines())) <= width


def test_the_terminal_shows_control_signs_and_does_not_obey_them(opened: Opened) -> None:
    bench = opened('agent a "A\u202e"\n')
    assert "\u202e" not in render_text(agent_page(concordance(bench.corpus), "a"))
