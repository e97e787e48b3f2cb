"""Edits as values: placed where they belong, compiled before they are written, taken back to the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fontes.shelf.write import Changed, Written
from fontes.text.compose import access_of, compose
from fontes.workbench import Workbench
from fontes.workbench_edits import Edit, Standing, inserted, standing

TEXT = """\
agent a "A"
  role scholar
source s "S"
  by a
source t "T"
proposition p "P."

through s ¶ 1
a asserts p

through s ¶ 2
a doubts p
  per n. 4

through t
a denies p
"""


def where(per: str = "", passage: str = "", chosen: str = "", text: str = TEXT, file: str = "a.fontes") -> Standing | None:
    wanted, wrong = access_of({"per": [per], "per-passage": [passage]})
    assert not wrong
    return standing(text, file, wanted, chosen)


@pytest.mark.parametrize(
    ("per", "passage", "after", "ahead", "own"),
    [
        ("s", "¶ 1", 9, (), None), ("s", "¶ 2", 13, (), None), ("t", "", 16, (), None), ("", "", 6, (), None),
        ("s", "¶ 2 n. 9", 13, (), "n. 9"), ("s", "¶ 1 n. 9 p. 3", 9, (), "n. 9 p. 3"),
        ("s", "¶ 12", 16, ("", "through s ¶ 12"), None), ("s", "", 16, ("", "through s"), None), ("t", "p. 3", 16, ("", "through t p. 3"), None),
    ],
)  # fmt: skip
def test_the_usual_place(per: str, passage: str, after: int, ahead: tuple[str, ...], own: str | None) -> None:
    found = where(per, passage)
    assert found is not None
    assert (found.after, found.ahead, found.own.passage if found.own else None) == (after, ahead, own)


def test_a_chosen_section_brings_the_access_that_it_does_not_give() -> None:
    found = where("s", "¶ 9", "3 through t")
    assert found is not None and found.after == 16 and found.own is not None
    assert found.own.source is not None and (found.own.source.text, found.own.passage) == ("s", "¶ 9")
    assert where("s", "¶ 9", "7 through s ¶ 9") is None
    assert where("s", "¶ 1", "9 through s ¶ 1") == where("s", "¶ 1"), "a section that moved is still itself"


def test_directly_at_the_end_of_a_file_that_ends_in_a_section() -> None:
    text = "through s\na asserts p\n"
    assert where(text=text) == Standing(2, ("", "directly"))
    assert where(text="") == Standing(0)
    note = "# Notes\n\n```fontes\na asserts p\n```\nAfter.\n"
    assert where(text=note, file="a.md") == Standing(4)
    assert where("s", "¶ 1", text="Words.\n", file="a.md") == Standing(1, ("", "```fontes", "through s ¶ 1"), ("```",))


def opened(folder: Path, data: bytes) -> Workbench:
    (folder / "a.fontes").write_bytes(data)
    return Workbench.open(folder)


endings = st.sampled_from(("\n", "\r\n"))
LINES = ('agent b "B"', "  role witness", "# remark", "", "through s ¶ 1", "directly", "a asserts p", "  # inside", '  note "x"')
statements = st.lists(st.sampled_from(LINES), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(statements, endings, st.booleans(), st.booleans(), st.sampled_from((("", ""), ("s", "¶ 1"), ("s", "¶ 1 n. 3"), ("t", "p. 9"))))
def test_other_bytes_stay_and_undo_gives_all_of_them_back(
    tmp_path: Path, lines: list[str], ending: str, closed: bool, marked: bool, access: tuple[str, str]
) -> None:
    data = (b"\xef\xbb\xbf" if marked else b"") + (ending.join(lines) + (ending if closed and lines else "")).encode()
    bench = opened(tmp_path, data)
    text = bench.text("a.fontes")
    assert text is not None
    wanted, _ = access_of({"per": [access[0]], "per-passage": [access[1]]})
    at = standing(text, "a.fontes", wanted)
    assert at is not None
    found = compose("stance", {"agent": ["a"], "on": ["p"], "verb": ["denies"], "note": ["été"]}, at.own)
    edit, begins = inserted(text, "a.fontes", at, found.lines)
    outcome = bench.commit(bench.propose(edit))
    assert isinstance(outcome, Written)
    now = (tmp_path / "a.fontes").read_bytes()
    rest = now.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    assert tuple(rest[begins - 1 : begins - 1 + len(found.lines)]) == found.lines
    old = text.split("\n")
    kept = [line for line in rest if line not in (*found.lines, *at.ahead)]
    assert [line for line in kept if line] == [line for line in old if line and line not in (*found.lines, *at.ahead)]
    assert (b"\r\n" in now) == (ending == "\r\n" and (b"\r\n" in data)) or not lines
    assert isinstance(bench.undo(), Written)
    assert (tmp_path / "a.fontes").read_bytes() == data
    assert isinstance(bench.redo(), Written)
    assert (tmp_path / "a.fontes").read_bytes() == now


def test_what_an_edit_brings_up_is_told_and_what_only_moved_is_not(tmp_path: Path) -> None:
    bench = opened(tmp_path, (TEXT + "nobody asserts p\n").encode())
    assert bench.errors == 1
    quiet = bench.propose(Edit("a.fontes", 7, 6, (), ("a supposes p",)))
    assert quiet.fresh == ()
    wrong = bench.propose(Edit("a.fontes", 7, 6, (), ("somebody supposes p",)))
    assert [(one.slug, one.span.line) for one in wrong.errors] == [("unknown-name", 7)]
    again = bench.propose(Edit("a.fontes", 7, 6, (), ("nobody asserts p",)))
    assert [(one.slug, one.span.line) for one in again.errors] == [("unknown-name", 7)], "the same error a second time is a new one"
    assert (tmp_path / "a.fontes").read_text(encoding="utf-8") == TEXT + "nobody asserts p\n"


def test_in_a_large_corpus_it_is_checked_in_brief_before_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would take seconds there comes after: conflicts of dates that have to be looked for anew, and expectations."""
    bench = opened(tmp_path, (TEXT + "event fire \"F\"\n  when 1931\n").encode())
    lonely = Edit("a.fontes", 7, 6, (), ('source lonely "Read by nobody"',))
    late = Edit("a.fontes", 7, 6, (), ('event row "R"', "  when 1935", "  before fire"))
    assert [one.slug for one in bench.propose(late).remarks] == ["conflicting-dates"]
    monkeypatch.setattr("fontes.workbench.CHECKED", 0)
    bench = opened(tmp_path, (TEXT + "event fire \"F\"\n  when 1931\n").encode())
    assert [one.slug for one in bench.propose(lonely).remarks] == ["source-never-used"]
    assert [one.slug for one in bench.propose(Edit("a.fontes", 7, 6, (), ("somebody supposes p",))).errors] == ["unknown-name"]
    proposal = bench.propose(late)
    assert proposal.fresh == ()
    bench.commit(proposal)
    assert "conflicting-dates" in {one.slug for one in bench.diagnostics}


def test_undo_finds_its_lines_where_they_moved_and_refuses_where_they_changed(tmp_path: Path) -> None:
    bench = opened(tmp_path, TEXT.encode())
    path = tmp_path / "a.fontes"
    bench.commit(bench.propose(Edit("a.fontes", 7, 6, (), ("a supposes p",))))
    path.write_text("# above\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert isinstance(bench.undo(), Written)
    assert path.read_text(encoding="utf-8") == "# above\n" + TEXT
    bench.redo()
    path.write_text(path.read_text(encoding="utf-8").replace("a supposes p", "a leaves-open p"), encoding="utf-8")
    changed = path.read_text(encoding="utf-8")
    outcome = bench.undo()
    assert isinstance(outcome, Changed) and "a leaves-open p" in outcome.text
    assert path.read_text(encoding="utf-8") == changed and len(bench.done) == 1


def test_a_line_keeps_its_own_line_break(tmp_path: Path) -> None:
    data = TEXT.encode().replace(b"a asserts p\n", b"a asserts p\r\n")
    bench = opened(tmp_path, data)
    bench.commit(bench.propose(Edit("a.fontes", 9, 9, ("a asserts p",), ("a supposes p",))))
    assert (tmp_path / "a.fontes").read_bytes() == data.replace(b"asserts", b"supposes")
    bench.undo()
    assert (tmp_path / "a.fontes").read_bytes() == data


def test_a_new_file_is_taken_away_again(tmp_path: Path) -> None:
    bench = opened(tmp_path, TEXT.encode())
    edit = Edit("new/b.fontes", 1, 0, (), ("a supposes p",), founds=True)
    assert isinstance(bench.commit(bench.propose(edit)), Written)
    assert (tmp_path / "new" / "b.fontes").read_text(encoding="utf-8") == "a supposes p\n"
    assert isinstance(bench.undo(), Written)
    assert not (tmp_path / "new" / "b.fontes").exists()
    assert isinstance(bench.redo(), Written)
    (tmp_path / "new" / "b.fontes").write_text("a supposes p\n# more\n", encoding="utf-8")
    assert isinstance(bench.undo(), Changed)


def test_steps_are_taken_back_one_after_the_other(tmp_path: Path) -> None:
    bench = opened(tmp_path, TEXT.encode())
    path = tmp_path / "a.fontes"
    seen = [path.read_bytes()]
    for verb in ("supposes", "leaves-open", "denies"):
        bench.commit(bench.propose(Edit("a.fontes", 7, 6, (), (f"a {verb} p",))))
        seen.append(path.read_bytes())
    for before in reversed(seen[:-1]):
        bench.undo()
        assert path.read_bytes() == before
    assert bench.undo() is None
    for after in seen[1:]:
        bench.redo()
        assert path.read_bytes() == after
    assert bench.redo() is None
