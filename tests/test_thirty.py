"""A folder with thirty mistakes of thirty sorts: thirty diagnostics at their exact places, and everything sound in it compiles."""

from __future__ import annotations

import pytest

from fontes.workbench import Workbench

CORPUS = """\
corpus purge "The purge"
agent conquest "Robert Conquest"
  role scholar
  rolle scholar
agent ulam "Adam Ulam"
  role kibitzer
  born 1922-04-08
  born 1923
agent yagoda "Genrikh Yagoda"
  died 1938-03-15
source terror "The Great Terror"
  by conquest
  out 1968
  cite conquest1968
source reassessment "A Reassessment"
  by conquest
  out 1990
source forgotten "Forgotten papers"
event trial "The trial"
  when 31.6.1937
event arrest "The arrest"
  when 1937-06/1937-05
question why-purge "Why the purge?"
agent verb-less "Somebody"
proposition power-grab "It was a move for power."
  answers why-purge
  excludes misperception
proposition misperception "It was a misperceived threat."
proposition silent "Nobody says this."
"""
ACTS = """\
conquest asserts power-grab
1968 conquest asserts power-grab   ^first
1990 conquest doubts misperception   ^first
1937 ulam thinks of power
1936/1937 ulam asserts power-grab
1920 ulam supposes power-grab
1940 yagoda denies power-grab
1990 ulam asserts power-grab
1990 ulam asserts misperception
ulam, yagoda deny misperception   ^both
1990 ulam doubts power-garb
ulam doubts terror
ulam denies power-grab
  per n. 4
yagoda leaves-open misperception
  answers why-purge
yagoda doubts misperception
  rests-on ^frist
yagoda asserts closed "A door was closed."   ^closed
  rests-on ^open
yagoda asserts open "A door was open."   ^open
  rests-on ^closed
yagoda serves-as "Commissar"
  from ../1936
agent power-grab "A name used twice"
yagoda asserts words "Words."
  in terror p. 4
  quote "words that the book does not have at all"
expect origins of words > 99
agent directly "A name that is a word of the language"
rename cheka -> yagoda
cheka denies words
corpus other "Another corpus"
ulam asserts (yagoda knows
"""
PLACES = [
    ("1-things.fontes", 4, "rolle", "unknown-keyword"),
    ("1-things.fontes", 6, "kibitzer", "unknown-value"),
    ("1-things.fontes", 8, "born 1923", "doubled-particular"),
    ("1-things.fontes", 14, "cite conquest1968", "no-such-entry"),
    ("1-things.fontes", 18, "forgotten", "source-never-used"),
    ("1-things.fontes", 20, "31.6.1937", "date-not-understood"),
    ("1-things.fontes", 22, "1937-06/1937-05", "reversed-interval"),
    ("1-things.fontes", 29, "silent", "no-stance"),
    ("2-acts.fontes", 1, "asserts", "ambiguous-in"),
    ("2-acts.fontes", 3, "^first", "label-twice"),
    ("2-acts.fontes", 4, "1937 ulam thinks of power", "unreadable-line"),
    ("2-acts.fontes", 5, "1936/1937", "span-before-an-act"),
    ("2-acts.fontes", 6, "1920 ulam supposes", "before-birth"),
    ("2-acts.fontes", 7, "1940 yagoda denies", "after-death"),
    ("2-acts.fontes", 8, "1990 ulam asserts", "exclusive-at-once"),
    ("2-acts.fontes", 10, "^both", "label-of-many"),
    ("2-acts.fontes", 11, "power-garb", "unknown-name"),
    ("2-acts.fontes", 12, "terror", "wrong-kind"),
    ("2-acts.fontes", 14, "n. 4", "passage-without-source"),
    ("2-acts.fontes", 16, "answers why-purge", "misplaced-particular"),
    ("2-acts.fontes", 18, "^frist", "unknown-label"),
    ("2-acts.fontes", 20, "rests-on ^open", "circular-grounds"),
    ("2-acts.fontes", 24, "../1936", "open-beginning"),
    ("2-acts.fontes", 25, "power-grab", "declared-twice"),
    ("2-acts.fontes", 28, 'quote "words that the book does not have at all"', "quotation-not-found"),
    ("2-acts.fontes", 29, "expect origins of words > 99", "failed-expectation"),
    ("2-acts.fontes", 30, "directly", "reserved-name"),
    ("2-acts.fontes", 32, "cheka", "renamed"),
    ("2-acts.fontes", 33, 'corpus other "Another corpus"', "second-corpus"),
    ("2-acts.fontes", 34, "ulam asserts (yagoda knows", "unreadable-line"),
]
"""Of what is declared twice the first counts, by the order of the files' names."""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    root = tmp_path_factory.mktemp("purge")
    files = {
        "1-things.fontes": CORPUS,
        "2-acts.fontes": ACTS,
        "library/x.bib": "@book{conquest1990, title = {A Reassessment}}\n",
        "texts/terror.txt": "Nothing in here is what is quoted.\n",
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Workbench.open(root)


def test_thirty_mistakes_are_thirty_diagnostics_at_their_places(bench: Workbench) -> None:
    lines = bench.lines()
    found = []
    for one in bench.diagnostics:
        assert one.span.line == one.span.end_line
        text = lines[one.span.file][one.span.line - 1]
        found.append((one.span.file, one.span.line, text[one.span.column - 1 : one.span.end_column - 1], one.slug))
    assert sorted(found) == sorted(PLACES)
    assert len(PLACES) == 30 and len({slug for *_, slug in PLACES}) == 29, "a line without a verb, and a bracket left open"


def test_every_end_is_where_the_words_end(bench: Workbench) -> None:
    ends = {(one.span.file, one.span.line, one.slug): one.span.end_column - one.span.column for one in bench.diagnostics}
    assert ends == {(file, line, slug): len(words) for file, line, words, slug in PLACES}


def test_everything_sound_still_compiles(bench: Workbench) -> None:
    corpus = bench.corpus
    assert set(corpus.sources) == {"terror", "reassessment", "forgotten"}
    assert set(corpus.events) == {"trial", "arrest"} and set(corpus.questions) == {"why-purge"}
    assert set(corpus.agents) == {"conquest", "ulam", "yagoda", "verb-less", "directly"}
    assert "power-grab" in corpus.propositions
    assert len(corpus.stances) >= 15
    assert corpus.stances["yagoda denies words"].on == "words"
    assert len(corpus.tenures) == 1 and len(corpus.expectations) == 1
