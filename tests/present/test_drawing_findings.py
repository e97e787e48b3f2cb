"""The drawings of positions, denunciations and figures say what the findings say."""

from __future__ import annotations

from collections.abc import Callable

from fontes.dates import When, read
from fontes.findings.careers import network
from fontes.findings.figures import figures
from fontes.findings.positions import positions
from fontes.present.rooms.drawn_findings import denunciations_drawing, figures_drawing, positions_drawing
from fontes.workbench import Workbench

Opened = Callable[[str], Workbench]
PEOPLE = (
    'agent a "Anna"\n  role scholar\nagent b "Борис"\n  role scholar\n  language ru\n'
    'agent c "Clara"\nagent police "The police"\nquestion q "How many?"\n'
)


def when(words: str) -> When:
    found = read(words)
    assert isinstance(found, When)
    return found


def test_each_voice_has_a_line_to_the_as_of_date(opened: Opened) -> None:
    corpus = opened(f'{PEOPLE}proposition p "So."\n  answers q\n1960-05-01 a asserts p\n1970-05-01 a denies p\n1965-05-01 b supposes p\n').corpus
    (held,) = positions(corpus, "q").answers
    found = positions_drawing(corpus, held)
    assert found is not None
    assert [thing.words for thing in found.things] == [
        "Anna, asserts from 1960-05-01, denies from 1970-05-01", "Борис, supposes from 1965-05-01",
    ]  # fmt: skip
    earlier = positions_drawing(corpus, held, when("1966"))
    assert earlier is not None
    assert [thing.words for thing in earlier.things] == ["Anna, asserts from 1960-05-01", "Борис, supposes from 1965-05-01"]


def test_what_was_said_at_the_time_is_drawn_and_not_what_scholars_wrote(opened: Opened) -> None:
    corpus = opened(
        f'{PEOPLE}proposition plot "Clara plotted."\n  compromises c\n'
        "1937-05-08 police asserts plot\n1937 police tells a plot\n1968 a asserts plot\n"
    ).corpus
    found = denunciations_drawing(corpus, network(corpus))
    assert found is not None
    assert [thing.words for thing in found.things] == ["Clara, two entries"]
    assert found.description.startswith("Two entries, from 1937-01-01 to 1937-12-31.")


def test_figures_of_one_unit_stand_on_one_axis(opened: Opened) -> None:
    corpus = opened(
        f'{PEOPLE}proposition low "Few."\n  answers q\n  figure 20000 officers of arrested\nproposition high "Many."\n  answers q\n'
        "  figure 35000..40000 officers of arrested\n1968 a asserts high\n1996 b asserts low\n1997 a asserts low\n"
    ).corpus
    (rivals,) = figures(corpus).rivals
    found = figures_drawing(corpus, rivals)
    assert found is not None
    assert [thing.words for thing in found.things] == [
        "Anna and one other: 20,000 officers, arrested", "Anna: 35,000–40,000 officers, arrested",
    ]  # fmt: skip
    assert found.description.startswith("Two figures on one axis, from 20,000 to 40,000.")
