"""Whatever lies in a folder: a clear diagnostic, and never a traceback."""

from __future__ import annotations

import datetime
import os
import stat
import sys
import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.diagnostics import has_errors
from fontes.present.diagnostics import render_all
from fontes.text.write import format_markdown, format_text
from fontes.workbench import Workbench

SOUND = 'agent ulam "Adam Ulam"\nulam asserts power-grab "It was a move for power."\n'


def check(root: Path) -> list[tuple[str, str]]:
    """Slug and file of everything that is said; the words for it are made too."""
    bench = Workbench.open(root)
    assert render_all(bench.diagnostics, bench.lines()) or not bench.diagnostics
    return [(one.slug, one.span.file) for one in bench.diagnostics]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert check(tmp_path) == [("empty-corpus", ".")]


def test_no_folder_and_no_folder_but_a_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    assert [slug for slug, _ in check(tmp_path / "gone")] == ["folder-missing"]
    assert [slug for slug, _ in check(tmp_path / "x")] == ["not-a-folder"]


def test_an_empty_file_and_one_of_remarks(tmp_path: Path) -> None:
    (tmp_path / "a.fontes").write_text("")
    (tmp_path / "b.fontes").write_text("# nothing yet\n\n")
    assert check(tmp_path) == []


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary-file"),
        (bytes(range(256)) * 40, "binary-file"),
        ("agent ulam\n".encode("utf-16"), "broken-utf8"),
        ('agent benes "Beneš"\n'.encode("iso8859-2"), "broken-utf8"),
        (b"agent ulam\n\xff\xff\n", "broken-utf8"),
        (b'\xef\xbb\xbfagent ulam "Adam Ulam"\n', "byte-order-mark"),
        (b'agent ulam "Adam Ulam"\n\trole scholar\n', "tab-indentation"),
    ],
)
def test_bytes(tmp_path: Path, data: bytes, slug: str) -> None:
    (tmp_path / "a.fontes").write_bytes(data)
    assert check(tmp_path) == [(slug, "a.fontes")]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_line_breaks_are_no_matter(tmp_path: Path, newline: str) -> None:
    (tmp_path / "a.fontes").write_bytes((SOUND + "ulam doubts ghost\n").replace("\n", newline).encode())
    bench = Workbench.open(tmp_path)
    assert [(one.slug, one.span.line, one.span.column) for one in bench.diagnostics] == [("unknown-name", 3, 13)]
    assert len(bench.corpus.stances) == 1


def test_a_file_of_two_hundred_megabytes_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.fontes").write_text(SOUND)
    with open(tmp_path / "huge.fontes", "wb") as sparse:
        sparse.truncate(200 * 2**20)
    assert check(tmp_path) == [("file-too-large", "huge.fontes")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions otherwise")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.fontes"
    path.write_text(SOUND)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("whoever runs this may read everything")
    assert check(tmp_path) == [("unreadable-file", "a.fontes")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.fontes").write_text(SOUND)
    os.mkfifo(tmp_path / "pipe.fontes")
    (tmp_path / "folder.fontes").mkdir()
    assert stat.S_ISFIFO(os.stat(tmp_path / "pipe.fontes").st_mode)
    assert sorted(check(tmp_path)) == [("unreadable-file", "folder.fontes"), ("unreadable-file", "pipe.fontes")]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_that_lead_round_out_or_nowhere(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    (root / "deep" / "deeper").mkdir(parents=True)
    (root / "a.fontes").write_text(SOUND)
    (tmp_path / "outside.fontes").write_text('agent spy "A spy"\n')
    (root / "deep" / "deeper" / "up").symlink_to(root)
    (root / "one.fontes").symlink_to("two.fontes")
    (root / "two.fontes").symlink_to("one.fontes")
    (root / "gone.fontes").symlink_to("nowhere.fontes")
    (root / "out.fontes").symlink_to(tmp_path / "outside.fontes")
    (root / "again.fontes").symlink_to("a.fontes")
    assert check(root) == [
        ("link-repeats", "again.fontes"), ("link-cycle", "deep/deeper/up"), ("link-broken", "gone.fontes"),
        ("link-cycle", "one.fontes"), ("link-outside", "out.fontes"), ("link-cycle", "two.fontes"),
    ]  # fmt: skip
    assert set(Workbench.open(root).corpus.agents) == {"ulam"}


def test_a_spreadsheet_with_everything_a_spreadsheet_does(tmp_path: Path) -> None:
    (tmp_path / "a.fontes").write_text(SOUND)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "stances"
    sheet.append(["date", "agent", "stance", "proposition", "note"])
    sheet.append([1968, "ulam", "doubts", "power-grab", "sound"])
    sheet.append([1969, "ulam", "doubts", "=A1", "formula"])
    sheet.append([datetime.datetime(1937, 6, 1), "ulam", "doubts", "power-grab", "date"])
    sheet.append([1970, "ulam", "doubts", "power-grab", "merged"])
    sheet.append([None, None, "denies", "power-grab", "below it"])
    sheet.append([1937.1, "ulam", "doubts", "power-grab", "number"])
    sheet.append([1971, "ulam", "doubts", None, "nothing"])
    sheet.merge_cells("B5:B6")
    book.save(tmp_path / "survey.xlsx")
    found = check(tmp_path)
    assert {slug for slug, _ in found} == {"sheet-formula", "sheet-date-damage", "sheet-merged", "sheet-number-damage", "sheet-cell-missing"}
    stances = Workbench.open(tmp_path).corpus.stances.values()
    assert sorted(note for one in stances for note in one.remarks.notes) == ["merged", "sound"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"not a workbook at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_only_looks_like_a_workbook(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.fontes").write_text(SOUND)
    (tmp_path / "survey.xlsx").write_bytes(data)
    assert check(tmp_path) == [("sheet-broken", "survey.xlsx")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tables.toml", "[[table"),
        ("tables.toml", "table = 7"),
        ("tables.toml", "a = " + "[" * 5000),
        ("library/x.json", "[" * 100000),
        ("library/x.json", '{"items": 3}'),
        ("library/x.bib", "@book{"),
        ("stances.csv", 'agent,stance\n"'),
    ],
)
def test_broken_companions_take_nothing_else_along(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "a.fontes").write_text(SOUND)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text)
    bench = Workbench.open(tmp_path)
    assert {one.span.file for one in bench.diagnostics} == {name}
    assert len(bench.corpus.stances) == 1


def test_depths_and_lengths(tmp_path: Path) -> None:
    brackets = "(ulam asserts " * 3000
    (tmp_path / "a.fontes").write_text(SOUND + f"ulam asserts {brackets}power-grab{')' * 3000}\n" + f'agent x "{"a" * 200_000}"\n')
    assert check(tmp_path) == [("unreadable-line", "a.fontes")]
    assert "x" in Workbench.open(tmp_path).corpus.agents


def test_a_chain_of_grounds_longer_than_any_stack(tmp_path: Path) -> None:
    lines = ["agent ulam \"U\"", 'ulam asserts p0 "P"   ^s0']
    lines += [f'ulam asserts p{n} "P"   ^s{n}\n  rests-on ^s{n - 1}' for n in range(1, 3000)]
    (tmp_path / "a.fontes").write_text("\n".join(lines) + "\nexpect p2999 is supported\n")
    assert check(tmp_path) == []


WORDS = """agent source event proposition question asserts doubts tells > ( ) , ^l ^m "x" through directly per via rests-on rests-on? and or
    others that text of saying expect origins falls without <= 3 1937 1936/1937 between about 1937-06-12, a b s p in quote when until
    rename -> distinct unnamed repeatedly as ? figure part missing knows by lens distrust kind:x period series counts events corpus"""
words = st.sampled_from(WORDS.split())
lines = st.tuples(st.sampled_from(("", "  ", "\t")), st.lists(words | st.text(max_size=4), max_size=9).map(" ".join)).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(lines, max_size=14).map("\n".join) | st.text(max_size=200))
def test_no_text_brings_check_or_format_down(text: str) -> None:
    data = text.encode("utf-8", "replace")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "a.fontes").write_bytes(data)
        (root / "n.md").write_bytes(b"```fontes\n" + data + b"\n```\n")
        check(root)
    read = data.decode().replace("\r\n", "\n").replace("\r", "\n")
    once = format_text(read, "a.fontes")[0]
    assert format_text(once, "a.fontes")[0] == once
    format_markdown(f"```fontes\n{read}\n```\n", "n.md")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(words | st.text(max_size=4), max_size=5).map(",".join), max_size=6).map("\n".join), st.binary(max_size=40))
def test_no_table_brings_check_down(text: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "a.fontes").write_text(SOUND)
        (root / "t.csv").write_bytes(f"agent,stance,proposition,note\n{text}".encode("utf-8", "replace"))
        (root / "u.csv").write_bytes(data)
        (root / "u.xlsx").write_bytes(data)
        (root / "tables.toml").write_bytes(data)
        assert not has_errors(Workbench.open(root).diagnostics) or check(root)
