"""A corpus about something else entirely comes out as reading it by hand says; Fontes knows nothing of its example.

The controversy is invented. The numbers below were written down from reading the corpus, not from running it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import fontes
from fontes.model.corpus import Corpus

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "fontes"
EXAMPLE = ROOT / "examples" / "red-army-purge"
SECOND = ROOT / "tests" / "corpora" / "second"
TELLTALE = re.compile(
    "tukhachevsk|dossier|red-army|red army|stalin|whitewood|ezhov|yagoda|benes|beneš|conquest|volkogonov|suvenirov|purge|nkvd|gpu", re.IGNORECASE
)
DECLARED = re.compile(r"^(?:agent|source|event|question|proposition|observation) (\S+)", re.MULTILINE)


@pytest.fixture(scope="module")
def bench() -> fontes.Workbench:
    return fontes.load(SECOND)


@pytest.fixture(scope="module")
def corpus(bench: fontes.Workbench) -> Corpus:
    return bench.corpus


def test_nothing_is_wrong_but_one_question_without_answer(bench: fontes.Workbench) -> None:
    """Errors would also be expectations not met and the quotation not found; Fenn's question has no answer here."""
    assert [(one.severity, one.slug) for one in bench.diagnostics] == [(fontes.Severity.NOTE, "no-answer")]


def test_every_kind_of_file_was_read(corpus: Corpus) -> None:
    files = {one.place.file for one in corpus.statements()}
    assert files == {"acts.fontes", "notes/historians.md", "sacks.csv", "corpus.fontes"}
    assert len(corpus.sources) == 13
    assert [str(figure.least) for name in ("sacks-40", "sacks-400") for figure in corpus.propositions[name].figures] == ["40", "400"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("proposition", "voices", "ends", "shown", "least", "most", "alone"),
    [
        # The newspaper, and Tarnow through it or the ballad, and Quell through Tarnow. If Tarnow needs both, the newspaper alone fells all.
        ("arson", 3, {"courant-1788", "kettle-ballad"}, 1, 1, 2, set()),
        # The steward; Osk on the letter or the ledger; Fenn on Osk.
        ("accident", 3, {"steward-letter", "fire-ledger"}, 2, 2, 2, set()),
        # Drayden needs both.
        ("labourers-met", 1, {"prask-deposition", "parish-register"}, 2, 1, 1, {"prask-deposition", "parish-register"}),
        # The newspaper, and Tarnow on the newspaper; Drayden leaves it open.
        ("sacks-400", 2, {"courant-1788"}, 1, 1, 1, {"courant-1788"}),
        ("sacks-40", 1, {"fire-ledger"}, 1, 1, 1, {"fire-ledger"}),
    ],
)
def test_origins(
    bench: fontes.Workbench, proposition: str, voices: int, ends: set[str], shown: int, least: int, most: int, alone: set[str]
) -> None:
    found = fontes.origins(bench.corpus, proposition)
    assert (found.voices.least, found.voices.most) == (voices, voices)
    assert {one.id for one in found.origins} == ends
    assert found.shown_origins == shown
    assert (found.removals.all, found.removals.any) == (least, most)
    assert set(found.indispensable) == alone


def test_what_is_supposed_is_counted_apart(corpus: Corpus) -> None:
    found = fontes.origins(corpus, "arson")
    assert found.supposed_by == ("drayden",)
    assert "drayden" not in found.voices.scholars


def fallen(corpus: Corpus, *sources: str) -> tuple[set[str], set[str]]:
    gone = fontes.without(corpus, [fontes.Unit(fontes.UnitKind.SOURCE, one) for one in sources])
    return tuple({one.id for one in part if one.kind == "proposition"} for part in (gone.falls, gone.weakened))  # type: ignore[return-value]


def test_without_the_newspaper_arson_hangs_on_what_is_not_recorded(corpus: Corpus) -> None:
    assert fallen(corpus, "courant-1788") == ({"sacks-400"}, {"arson"})


def test_without_the_ballad_nothing_falls(corpus: Corpus) -> None:
    assert fallen(corpus, "kettle-ballad") == (set(), set())


def test_without_the_deposition_the_meeting_falls_and_the_miller_is_not_heard(corpus: Corpus) -> None:
    """The miller's report is read in his deposition too."""
    assert fallen(corpus, "prask-deposition") == ({"labourers-met", "bearing-ran-hot"}, set())


def test_before_the_letter_came_out_it_could_not_be_read(corpus: Corpus) -> None:
    """By 1900 the newspaper and Tarnow could be read; of those who speak of an accident, nobody."""
    early = corpus.lenses["before-the-letter"].lens
    assert fontes.origins(corpus, "arson", early).voices.most == 2
    assert fontes.origins(corpus, "accident", early).voices.most == 0


def test_the_two_datings_of_the_fire_stay_two(corpus: Corpus) -> None:
    assert {(one.agent, one.when.written) for one in corpus.datings.values()} == {("amsel", "1788-09-08"), ("tarnow", "1788-09-07")}


def test_the_quotation_is_looked_for(tmp_path: Path) -> None:
    """The same corpus with another word in the quotation has an error."""
    for path in SECOND.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(SECOND)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(path.read_bytes().replace(b"since Thursday\"", b"when lightning struck the thatch\""))
    assert "quotation-not-found" in {one.slug for one in fontes.load(tmp_path).diagnostics}


def test_order_never_matters(corpus: Corpus, tmp_path: Path) -> None:
    """Files under other names, so that they are read in another order, and one divided in two."""
    again = {"corpus.fontes": "z.fontes", "acts.fontes": "y.fontes", "notes/historians.md": "a/a.md"}
    for path in SECOND.rglob("*"):
        if path.is_file():
            name = path.relative_to(SECOND).as_posix()
            copy = tmp_path / again.get(name, name)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(path.read_bytes())
    before, agent, after = (tmp_path / "z.fontes").read_text(encoding="utf-8").partition("\nagent tarnow")
    (tmp_path / "z.fontes").write_text(before + "\n", encoding="utf-8")
    (tmp_path / "b.fontes").write_text(agent.lstrip() + after, encoding="utf-8")
    assert fontes.load(tmp_path).corpus == corpus


def test_it_survives_json(corpus: Corpus) -> None:
    assert fontes.corpus_of(fontes.plain(corpus)) == corpus


# Fontes knows nothing of its example


def working_strings(path: Path) -> Iterator[tuple[int, str]]:
    """The strings a module works with: no docstrings, and no sentences (six words and more) that explain something to a reader."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said and len(node.value.split()) < 6:
            yield node.lineno, node.value
        elif isinstance(node, ast.Name | ast.FunctionDef | ast.ClassDef):
            yield node.lineno, node.id if isinstance(node, ast.Name) else node.name


def test_no_code_mentions_the_example() -> None:
    names = {name for path in EXAMPLE.glob("*.fontes") for name in DECLARED.findall(path.read_text(encoding="utf-8")) if "-" in name}
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted(SOURCE.rglob("*.py"))
        for line, text in working_strings(path)
        if TELLTALE.search(text) or text in names
    ]
    assert names
    assert not found


def test_no_page_or_style_mentions_the_example() -> None:
    files = [path for path in SOURCE.rglob("*") if path.suffix in {".html", ".js", ".css", ".lp", ".svg", ".txt", ".json"}]
    assert not [str(path.relative_to(ROOT)) for path in files if TELLTALE.search(path.read_text(encoding="utf-8"))]
