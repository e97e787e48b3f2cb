"""A corpus in use: what is read again after an edit is what would be read from the beginning."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from fontes.diagnostics import Severity
from fontes.workbench import Workbench

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
