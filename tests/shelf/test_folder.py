"""Reading a corpus folder: everything that can be wrong with what lies there."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from fontes.diagnostics import Severity
from fontes.shelf import folder as shelf
from fontes.shelf.folder import Folder, read_folder


def lay(root: Path, **files: str | bytes) -> Path:
    """Files by name; a double underscore stands for a slash, a single one before the ending for its dot."""
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def slugs(folder: Folder) -> list[str]:
    return [one.slug for one in folder.diagnostics]


def texts(folder: Folder) -> dict[str, str]:
    return {file.path: file.text for file in folder.files}


def test_files_come_in_a_stable_order_and_hidden_ones_are_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, b_fontes="b", a_fontes="a", sub__c_fontes="c", README_md="r", x_py="no")
    (tmp_path / ".venv").mkdir()
    lay(tmp_path / ".venv", d_fontes="d")
    (tmp_path / ".hidden.fontes").write_text("h")
    (tmp_path / "~$book.xlsx").write_text("lock")
    found = read_folder(tmp_path)
    assert texts(found) == {"README.md": "r", "a.fontes": "a", "b.fontes": "b", "sub/c.fontes": "c"}
    assert list(texts(found)) == ["README.md", "a.fontes", "b.fontes", "sub/c.fontes"]
    assert found.diagnostics == ()


def test_texts_bibliographies_and_tables_lie_on_their_own_shelves(tmp_path: Path) -> None:
    lay(
        tmp_path,
        a_fontes="agent x",
        stances_csv="agent,stance,proposition\nx,asserts,p\n",
        library__z_csv="key,title\n1,2\n",
        library__all_bib="@book{k1, title={T}}",
        texts__memoir_txt="Once.",
        texts__diary_md="Twice.",
        tables_toml='[[table]]\nfile = "stances.csv"\nkind = "stance"\n',
    )
    found = read_folder(tmp_path)
    assert [sheet.file for sheet in found.tables] == ["stances.csv"]
    assert [record.key for record in found.library] == ["k1"]
    assert found.texts == {"memoir": "Once.", "diary": "Twice."}
    assert [entry.kind for entry in found.settings] == ["stance"]
    assert texts(found) == {"a.fontes": "agent x"}
    assert found.diagnostics == ()


def test_what_is_no_folder(tmp_path: Path) -> None:
    assert slugs(read_folder(tmp_path / "gone")) == ["folder-missing"]
    lay(tmp_path, a_fontes="a")
    assert slugs(read_folder(tmp_path / "a.fontes")) == ["not-a-folder"]


@pytest.mark.parametrize("content", [{}, {"README_md": "# Nothing"}, {"texts__a_txt": "x"}])
def test_a_folder_without_statements(tmp_path: Path, content: dict[str, str]) -> None:
    assert slugs(read_folder(lay(tmp_path, **content))) == ["empty-corpus"]


def test_a_note_with_a_block_is_enough(tmp_path: Path) -> None:
    assert slugs(read_folder(lay(tmp_path, n_md="```fontes\nagent x\n```"))) == []


def test_line_breaks_and_marks(tmp_path: Path) -> None:
    found = read_folder(lay(tmp_path, a_fontes=b"\xef\xbb\xbfagent x\r\n\tborn 1900\r\n", b_fontes=b"a\rb\x0cc\xe2\x80\xa8d"))
    assert texts(found) == {"a.fontes": "agent x\n\tborn 1900\n", "b.fontes": "a\nb\x0cc\u2028d"}
    assert slugs(found) == ["byte-order-mark"]
    assert found.diagnostics[0].severity is Severity.NOTE


def test_broken_utf8_is_placed_and_its_statement_left_out(tmp_path: Path) -> None:
    content = "agent élan\r\nagent b\r\n  also ".encode() + b"caf\xe9\r\nagent c\r\n"
    found = read_folder(lay(tmp_path, a_fontes=content))
    (problem,) = found.diagnostics
    assert (problem.slug, problem.span[1:3]) == ("broken-utf8", (3, 11))
    assert texts(found) == {"a.fontes": "agent élan\n"}


def test_a_broken_text_is_not_shelved_in_part(tmp_path: Path) -> None:
    found = read_folder(lay(tmp_path, a_fontes="a", texts__m_txt=b"good\nbad \xff"))
    assert found.texts == {} and slugs(found) == ["broken-utf8"]


def test_binary_and_utf16(tmp_path: Path) -> None:
    found = read_folder(lay(tmp_path, a_fontes=b"ab\n\0c", b_fontes="x".encode("utf-16"), c_fontes=b"\x89PNG\0"))
    assert [(one.slug, one.span[0:3]) for one in found.diagnostics] == [
        ("binary-file", ("a.fontes", 2, 1)),
        ("broken-utf8", ("b.fontes", 1, 1)),
        ("binary-file", ("c.fontes", 1, 5)),
    ]


def test_a_file_of_200_mb_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open(tmp_path / "huge.fontes", "wb") as stream:
        stream.truncate(200 * 2**20)

    def never(real: Path) -> None:
        raise AssertionError(real)

    monkeypatch.setattr(shelf, "read_bytes", never)
    assert slugs(read_folder(tmp_path)) == ["file-too-large"]


def test_a_folder_named_like_a_file_is_reported_and_still_looked_into(tmp_path: Path) -> None:
    found = read_folder(lay(tmp_path, x_fontes__y_fontes="agent y"))
    assert slugs(found) == ["unreadable-file"] and texts(found) == {"x.fontes/y.fontes": "agent y"}


def test_an_unreadable_file_is_reported_and_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, a_fontes="a")

    def refuse(real: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(shelf, "read_bytes", refuse)
        found = read_folder(tmp_path)
    assert slugs(found) == ["unreadable-file"] and "permission denied" in found.diagnostics[0].detail
    assert texts(read_folder(tmp_path, found)) == {"a.fontes": "a"}


def test_what_is_neither_file_nor_folder_is_never_opened(tmp_path: Path) -> None:
    lay(tmp_path, a_fontes="a")
    os.mkfifo(tmp_path / "pipe.fontes")
    with socket.socket(socket.AF_UNIX) as listening:
        here = os.getcwd()
        os.chdir(tmp_path)
        try:
            listening.bind("s.fontes")
        finally:
            os.chdir(here)
    assert slugs(read_folder(tmp_path)) == ["unreadable-file"] * 2


def test_links(tmp_path: Path) -> None:
    inside, outside = tmp_path / "corpus", tmp_path / "elsewhere"
    lay(inside, a_fontes="a", sub__b_fontes="b", sub__real_data="r")
    lay(outside, secret_fontes="s")
    (inside / "sub" / "up").symlink_to(inside, target_is_directory=True)
    (inside / "self.fontes").symlink_to("self.fontes")
    (inside / "out.fontes").symlink_to(outside / "secret.fontes")
    (inside / "outdir").symlink_to(outside, target_is_directory=True)
    (inside / "gone.fontes").symlink_to("nowhere.fontes")
    (inside / "again.fontes").symlink_to("a.fontes")
    (inside / "other.fontes").symlink_to("sub/real.data")
    found = read_folder(inside)
    assert {(one.span.file, one.slug) for one in found.diagnostics} == {
        ("sub/up", "link-cycle"),
        ("self.fontes", "link-cycle"),
        ("out.fontes", "link-outside"),
        ("outdir", "link-outside"),
        ("gone.fontes", "link-broken"),
        ("again.fontes", "link-repeats"),
    }
    assert texts(found) == {"a.fontes": "a", "other.fontes": "r", "sub/b.fontes": "b"}


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    lay(tmp_path / "real", a_fontes="a")
    (tmp_path / "link").symlink_to("real")
    assert slugs(read_folder(tmp_path / "link")) == []


def test_only_changed_files_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, a_fontes="a", b_fontes=b"b\xff", c_fontes="c")
    first = read_folder(tmp_path)
    (tmp_path / "c.fontes").unlink()
    lay(tmp_path, a_fontes="a, changed")
    read: list[str] = []
    true = shelf.read_bytes
    monkeypatch.setattr(shelf, "read_bytes", lambda real: read.append(real.name) or true(real))
    second = read_folder(tmp_path, first)
    assert read == ["a.fontes"]
    assert texts(second) == {"a.fontes": "a, changed", "b.fontes": ""}
    assert slugs(second) == ["broken-utf8"]


def test_texts_and_keys_that_occur_twice(tmp_path: Path) -> None:
    found = read_folder(
        lay(
            tmp_path,
            a_fontes="a",
            texts__m_txt="one",
            texts__sub__m_md="two",
            library__a_bib="@book{k, title={A}}",
            library__b_bib="\n@book{k, title={B}}\n@book{k, title={C}}",
        )
    )
    assert found.texts == {"m": "one"}
    assert [record.title for record in found.library] == ["A"]
    assert [(one.slug, one.span.file, one.span.line) for one in found.diagnostics] == [
        ("library-key-twice", "library/b.bib", 2),
        ("library-key-twice", "library/b.bib", 3),
        ("text-twice", "texts/sub/m.md", 1),
    ]


def test_a_text_is_found_by_its_composed_name(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "bene\u0161.txt".replace("\u0161", "s\u030c")).write_text("x")
    assert "bene\u0161" in read_folder(lay(tmp_path, a_fontes="a")).texts


def test_a_described_table_that_is_not_there(tmp_path: Path) -> None:
    found = read_folder(lay(tmp_path, a_fontes="a", tables_toml='\n[[table]]\nfile = "x.csv"\nkind = "agent"\n'))
    assert [(one.slug, one.span.line) for one in found.diagnostics] == [("tables-toml-no-table", 2)]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    lay(tmp_path, a_fontes="a")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.fontes")).write_text("x")
    except OSError:
        pytest.skip("this disk has only names that are text")
    found = read_folder(tmp_path)
    assert slugs(found) == ["unreadable-file"]
    found.diagnostics[0].detail.encode("utf-8")
