"""A statement is replaced only where it still stands as it was read, and nothing else moves."""

from __future__ import annotations

from pathlib import Path

from fontes.shelf.write import Changed, Written
from fontes.text.edit import rewritten
from fontes.workbench import Workbench

TEXT = """\
# the voices
agent a "A"
agent b "B"

proposition p "P."

a   asserts p
  # why we think so
  note "seen"

b denies p
"""


def opened(folder: Path) -> Workbench:
    (folder / "a.fontes").write_text(TEXT, encoding="utf-8")
    return Workbench.open(folder)


def test_only_these_lines_change(tmp_path: Path) -> None:
    bench = opened(tmp_path)
    stance = bench.corpus.stances["a asserts p"]  # type: ignore[index]
    part = bench.slice(stance.place)
    assert part.lines == ("a   asserts p", "  # why we think so", '  note "seen"')
    outcome = bench.replace(part, rewritten("a supposes p\n  note \"seen\"", "a.fontes").lines)
    assert isinstance(outcome, Written)
    assert (tmp_path / "a.fontes").read_text(encoding="utf-8") == TEXT.replace(
        'a   asserts p\n  # why we think so\n  note "seen"', 'a supposes p\n  note "seen"'
    )
    assert "a supposes p" in bench.corpus.stances


def test_what_changed_on_disk_is_shown_and_kept(tmp_path: Path) -> None:
    bench = opened(tmp_path)
    part = bench.slice(bench.corpus.stances["a asserts p"].place)  # type: ignore[index]
    newer = TEXT.replace('note "seen"', 'note "seen twice"')
    (tmp_path / "a.fontes").write_text(newer, encoding="utf-8")
    outcome = bench.replace(part, ["a doubts p"])
    assert isinstance(outcome, Changed)
    assert '  note "seen twice"' in outcome.lines
    assert (tmp_path / "a.fontes").read_text(encoding="utf-8") == newer


def test_what_is_not_one_statement_is_refused() -> None:
    assert rewritten("a asserts", "a.fontes").diagnostics
    assert rewritten("a asserts p\nb denies p", "a.fontes").lines == ()
