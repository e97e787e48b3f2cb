"""A corpus in use: what is read again after an edit is what would be read from the beginning."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from fontes.dates import read
from fontes.diagnostics import Severity
from fontes.model.lens import Lens, Unit, UnitKind
from fontes.workbench import LENSES, PLANS, Workbench

EXAMPLE = Path(__file__).parents[1] / "examples" / "red-army-purge"


def test_an_unchanged_folder_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.fontes").write_text('agent a "A"\n', encoding="utf-8")
    bench = Workbench.open(tmp_path)
    before = bench.compiled
    assert not bench.reload()
    assert bench.compiled is before


@pytest.mark.parametrize("seed", range(4))
def test_after_edits_it_is_as_if_opened_anew(tmp_path: Path, seed: int) -> None:
    """Lines removed, doubled and changed in random files of the example: diagnostics and corpus are those of a fresh reading."""
    chance = random.Random(seed)
    folder = tmp_path / "corpus"
    shutil.copytree(EXAMPLE, folder)
    bench = Workbench.open(folder)
    for _ in range(3):
        path = chance.choice(sorted(folder.glob("*.fontes")))
        lines = path.read_text(encoding="utf-8").split("\n")
        at = chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[at])
            case 2:
                lines[at] = lines[at].replace("asserts", "denies")
            case _:
                lines.insert(at, "# a remark")
        path.write_text("\n".join(lines), encoding="utf-8")
        bench.reload()
        fresh = Workbench.open(folder)
        assert bench.corpus == fresh.corpus
        assert bench.diagnostics == fresh.diagnostics


def test_an_edit_reaches_the_findings(tmp_path: Path) -> None:
    """Distrust by removal: without its only ground the proposition is a premise no longer asserted."""
    path = tmp_path / "a.fontes"
    text = 'agent a "A"\nproposition p "P."\na asserts p\n'
    path.write_text(text, encoding="utf-8")
    bench = Workbench.open(tmp_path)
    assert bench.origins("p").voices.most == 1
    path.write_text(text.replace("a asserts p\n", ""), encoding="utf-8")
    assert bench.reload()
    assert bench.origins("p").voices.most == 0
    assert [one.slug for one in bench.diagnostics if one.severity is Severity.WARNING] == ["no-stance"]


def test_a_bench_for_one_question_finds_the_same(tmp_path: Path) -> None:
    """It keeps no words of the files; asked for them, it reads them again, and a change is seen."""
    folder = tmp_path / "corpus"
    shutil.copytree(EXAMPLE, folder)
    (folder / "wrong.fontes").write_text("nobody asserts nothing\n", encoding="utf-8")
    bench, lean = Workbench.open(folder), Workbench.open(folder, keep=False)
    assert lean.corpus == bench.corpus and lean.diagnostics == bench.diagnostics
    assert lean.lines() == bench.lines() and not lean.folder.files and not lean.compiled.built
    place = next(iter(bench.corpus.stances.values())).place
    assert lean.slice(place) == bench.slice(place)
    name = next(iter(bench.corpus.propositions))
    assert lean.origins(name) == bench.origins(name)
    assert not lean.reload()
    (folder / "wrong.fontes").write_text("agent nobody\n", encoding="utf-8")
    assert lean.reload() and bench.reload()
    assert lean.corpus == bench.corpus and lean.diagnostics == bench.diagnostics and not lean.folder.files


def test_every_sheet_of_a_workbook_counts(tmp_path: Path) -> None:
    """Two sheets of one file are two files; after an edit of one file, both still count."""
    book = Workbook()
    book.active.title = "agents"
    book.active.append(["name", "wording", "role"])
    book.active.append(["a", "A", "scholar"])
    sheet = book.create_sheet("questions")
    sheet.append(["name", "wording"])
    sheet.append(["why", "Why?"])
    book.save(tmp_path / "b.xlsx")
    tables = [f'[[table]]\nfile = "b.xlsx"\nsheet = "{kind}s"\nkind = "{kind}"\n' for kind in ("agent", "question")]
    (tmp_path / "tables.toml").write_text("".join(tables), encoding="utf-8")
    (tmp_path / "a.fontes").write_text("", encoding="utf-8")
    bench = Workbench.open(tmp_path)
    assert (list(bench.corpus.agents), list(bench.corpus.questions)) == (["a"], ["why"])
    assert [str(one.span) for one in bench.diagnostics] == ["b.xlsx[questions]:2:1"]
    (tmp_path / "a.fontes").write_text("a raises why\n", encoding="utf-8")
    assert bench.reload() and (list(bench.corpus.agents), list(bench.corpus.stances)) == (["a"], ["a raises why"])


def test_what_was_found_under_few_lenses_is_kept(tmp_path: Path) -> None:
    """Those asked for last; what a plan was compiled for goes with the plan."""
    (tmp_path / "a.fontes").write_text('agent a "A"\nsource s "S"\nproposition p "P."\n1950 a asserts p\n  in s\n', encoding="utf-8")
    bench = Workbench.open(tmp_path)
    first = bench.origins("p")
    assert bench.origins("p") is first and bench.statuses() is bench.statuses()
    distrusting = [Lens(distrust=frozenset([Unit(UnitKind.SOURCE, f"s{n}")])) for n in range(LENSES - 1)]
    for lens in distrusting:
        bench.origins("p", lens)
    assert bench.origins("p") is first, "asked again it is the last one asked for"
    oldest = bench.statuses(distrusting[1])
    bench.statuses(distrusting[0])
    for n in range(LENSES - 2):
        bench.statuses(Lens(inauthentic=frozenset([f"s{n}"])))
    assert bench.statuses(distrusting[1]) is oldest and bench.origins("p") is not first
    assert len(bench._statuses) == LENSES and len(bench._origins) <= LENSES and len(bench._grounds) == 1
    for year in range(1940, 1940 + PLANS):
        bench.origins("p", Lens(as_of=bench.corpus.stances["a asserts p 1950"].when, published_by=read(str(year))))
    assert len(bench._grounds) == PLANS == len(bench._statuses) == len(bench._origins), "the plain plan was let go, with all that came of it"
    assert bench.origins("p") == first
