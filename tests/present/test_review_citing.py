"""Notes and bibliography after Chicago, source kind by source kind."""

from __future__ import annotations

import pytest

from fontes.dates import When, read
from fontes.model.agents import Agent
from fontes.model.corpus import Corpus
from fontes.model.names import Access, AgentId, Place, SourceId
from fontes.model.sources import Maker, Source
from fontes.present.citing import Printed, cited, works
from fontes.present.pages import Ink, Words, text_of
from fontes.present.review import Cite, Note, Paragraph, Review, Section, Told

HERE = Place("a.fontes", 3)


def when(words: str) -> When:
    found = read(words)
    assert isinstance(found, When)
    return found


def source(id: str, kind: str, title: str, date: str = "", by: str = "", **more: object) -> Source:
    makers = (Maker(AgentId(by), doubtful=bool(more.pop("doubtful", False))),) if by else ()
    return Source(SourceId(id), title, HERE, kind, makers, out=when(date) if date else None, **more)  # type: ignore[arg-type]


BOOK = source("b", "book", "The Bells of Ferrow and of the Lower Towns", "1912", "brandt")
LETTER = source("l", "letter", "Letter to the bishop", "1742-03-04", "verger")
ARTICLE = source("a", "article", "A Founder and his Marks", "1930", "okonjo", cite=(("okonjo1930", ""),))
GUESSED = source("g", "pamphlet", "On Bells", "", "brandt", doubtful=True)
PRINTED = {
    "okonjo1930": Printed("article", "A Founder and his Marks", ("Okonjo, Peter", "Lind, Karin"), "1930", "Campanology", "", "", "1--9", "4", "2")
}
CORPUS = Corpus(
    agents={
        AgentId(id): Agent(AgentId(id), name, HERE)
        for id, name in (("brandt", "Ilse Brandt"), ("verger", "The verger"), ("okonjo", "Peter Okonjo"))
    },
    sources={one.id: one for one in (BOOK, LETTER, ARTICLE, GUESSED)},
)


def notes(*of: Note) -> list[str]:
    told = tuple(Told((Words("X."),), ("x",), one) for one in of)
    made = Review("T", "", (Section((Words("H"),), (Paragraph(told),)),))
    return [text_of(one) for one in cited(made, works(CORPUS, made, PRINTED)).notes]


def cite(id: str, place: str = "", *through: tuple[str, str], quote: str = "") -> Cite:
    return Cite(SourceId(id), place, tuple(Access(SourceId(one), at) for one, at in through), quote)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (cite("b", "pp. 10–12"), "Ilse Brandt, The Bells of Ferrow and of the Lower Towns (1912), 10–12."),
        (cite("b"), "Ilse Brandt, The Bells of Ferrow and of the Lower Towns (1912) (place not recorded)."),
        (cite("l", "f. 2"), "The verger, “Letter to the bishop,” letter, 4 March 1742, f. 2."),
        (cite("a", "p. 3"), "Peter Okonjo and Karin Lind, “A Founder and his Marks,” Campanology 4, no. 2 (1930): 3."),
        (cite("g", "p. 1"), "[Ilse Brandt], On Bells (n.d.), 1."),
        (cite("b", "p. 1", ("a", "p. 4")), "Ilse Brandt, The Bells of Ferrow and of the Lower Towns (1912), 1, cited in Peter Okonjo and Karin Lind, "
         "“A Founder and his Marks,” Campanology 4, no. 2 (1930): 4."),
        (cite("b", "", ("b", "p. 7")), "Ilse Brandt, The Bells of Ferrow and of the Lower Towns (1912), 7."),
        (cite("b", "p. 1", quote="it rang"), "Ilse Brandt, The Bells of Ferrow and of the Lower Towns (1912), 1: “it rang”."),
        (Cite(None, "", (Access(SourceId("b"), "p. 9"),)), "As reported in Ilse Brandt, The Bells of Ferrow and of the Lower Towns (1912), 9."),
        (Cite(None, recorded=HERE), "Recorded without a source in the corpus, a.fontes, line 3."),
    ],
)  # fmt: skip
def test_a_first_note(given: Cite, written: str) -> None:
    assert notes(Note((given,))) == [written]


def test_later_notes_are_shortened() -> None:
    given = Note((cite("b", "p. 1"),)), Note((cite("b", "p. 2"), cite("b", "p. 3"))), Note((cite("l", "f. 1"),)), Note((cite("l", "f. 2"),))
    assert notes(*given)[1::2] == [
        "Brandt, Bells of Ferrow, 2, 3.", "The verger, “Letter to the bishop,” f. 2.",
    ]  # fmt: skip


def test_several_known_through_one_work_name_it_once() -> None:
    [words] = notes(Note((cite("b", "p. 1", ("a", "p. 4")), cite("l", "f. 2", ("a", "p. 4")))))
    assert words.count("Campanology") == 1 and "(these two cited in Peter Okonjo" in words


def test_the_bibliography_turns_names_and_sorts() -> None:
    told = Told((Words("X."),), ("x",), Note((cite("l"), cite("b"), cite("a"))))
    made = Review("T", "", (Section((Words("H"),), (Paragraph((told,)),)),))
    entries = cited(made, works(CORPUS, made, PRINTED)).bibliography
    assert [text_of(entry) for _, entry in entries] == [
        "Brandt, Ilse. The Bells of Ferrow and of the Lower Towns. 1912.",
        "Okonjo, Peter, and Karin Lind. “A Founder and his Marks.” Campanology 4, no. 2 (1930): 1–9.",
        "The verger. “Letter to the bishop.” Letter, 4 March 1742.",
    ]
    assert [part.text for part in entries[0][1] if part.ink is Ink.EMPHASIS] == ["The Bells of Ferrow and of the Lower Towns."]
