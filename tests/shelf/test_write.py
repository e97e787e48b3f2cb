"""Writing: the old file or the new one, and never over another's change."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.shelf.folder import read_folder
from fontes.shelf.write import Changed, Refused, Written, digest, replace_lines, replace_text, write_new

OLD = "agent a\n  born 1900\nagent b\n"


def at(root: Path, content: bytes | str = OLD, name: str = "a.fontes") -> Path:
    path = root / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_only_the_lines_meant_are_replaced(tmp_path: Path) -> None:
    path = at(tmp_path)
    done = replace_lines(tmp_path, "a.fontes", 2, 2, ["  born 1900"], ["  born 1901", "  died 1950"])
    assert path.read_text() == "agent a\n  born 1901\n  died 1950\nagent b\n"
    assert done == Written("a.fontes", digest(path.read_text()), 2, 3)


def test_the_digest_is_that_of_what_is_read(tmp_path: Path) -> None:
    at(tmp_path, b"\xef\xbb\xbfagent a\r\nagent b\r\n")
    done = replace_lines(tmp_path, "a.fontes", 1, 1, ["agent a"], ["agent c"])
    (file,) = read_folder(tmp_path).files
    assert isinstance(done, Written) and done.digest == digest(file.text)


def test_marks_line_breaks_and_permissions_are_kept(tmp_path: Path) -> None:
    path = at(tmp_path, b"\xef\xbb\xbfone\r\ntwo\nthree\r\nfour")
    path.chmod(0o640)
    replace_lines(tmp_path, "a.fontes", 3, 4, ["three", "four"], ["3", "4"])
    assert path.read_bytes() == b"\xef\xbb\xbfone\r\ntwo\n3\r\n4"
    assert path.stat().st_mode & 0o777 == 0o640


def test_lines_are_added_at_the_end_of_a_file_without_a_last_line_break(tmp_path: Path) -> None:
    path = at(tmp_path, "one")
    assert isinstance(replace_lines(tmp_path, "a.fontes", 2, 1, [], ["two"]), Written)
    assert path.read_text() == "one\ntwo\n"


def test_lines_can_be_taken_out(tmp_path: Path) -> None:
    path = at(tmp_path)
    replace_lines(tmp_path, "a.fontes", 2, 2, ["  born 1900"], [])
    assert path.read_text() == "agent a\nagent b\n"


def test_nothing_is_written_over_a_change(tmp_path: Path) -> None:
    path = at(tmp_path, "agent a\n  born 1899\nagent b\n")
    done = replace_lines(tmp_path, "a.fontes", 2, 2, ["  born 1900"], ["  born 1901"])
    assert done == Changed("a.fontes", "agent a\n  born 1899\nagent b\n", ("  born 1899",))
    assert "1899" in path.read_text()


def test_equal_lines_of_another_statement_are_not_replaced(tmp_path: Path) -> None:
    """The file grew above, and another statement's equal line now stands where ours stood."""
    read = digest("a\n  per n. 1\nb\n  per n. 1\n")
    at(tmp_path, "new\n  per n. 9\na\n  per n. 1\nb\n  per n. 1\n")
    assert isinstance(replace_lines(tmp_path, "a.fontes", 4, 4, ["  per n. 1"], ["  per n. 2"], read), Changed)
    assert isinstance(replace_lines(tmp_path, "a.fontes", 3, 4, ["a", "  per n. 1"], ["a"], read), Written)


def test_a_whole_file_is_replaced_only_as_read(tmp_path: Path) -> None:
    path = at(tmp_path, "one\r\ntwo\r\n")
    assert isinstance(replace_text(tmp_path, "a.fontes", digest("one\n"), "x\n"), Changed)
    assert isinstance(replace_text(tmp_path, "a.fontes", digest("one\ntwo\n"), "x\ny\n"), Written)
    assert path.read_bytes() == b"x\r\ny\r\n"


def test_a_crash_before_the_renaming_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = at(tmp_path)

    def crash(*_: object) -> None:
        assert len(list(tmp_path.iterdir())) == 2
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        replace_lines(tmp_path, "a.fontes", 1, 1, ["agent a"], ["agent c"])
    assert path.read_text() == OLD and list(tmp_path.iterdir()) == [path]


def test_the_drafts_of_killed_writers_are_taken_away_by_the_next(tmp_path: Path) -> None:
    """Only those that bear our name, and are older than any writing takes; what is somebody else's stays."""
    path = at(tmp_path)
    dead, fresh, other = (at(tmp_path, "agent x", f".a.fontes.{name}.tmp") for name in ("0123456789ab", "ba9876543210", "mine"))
    for one in (dead, other):
        os.utime(one, (1, 1))
    assert isinstance(replace_lines(tmp_path, "a.fontes", 1, 1, ["agent a"], ["agent c"]), Written)
    assert sorted(tmp_path.iterdir()) == sorted([path, fresh, other])


def test_a_full_disk_leaves_the_old_file_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = at(tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = replace_lines(tmp_path, "a.fontes", 1, 1, ["agent a"], ["agent c"])
    assert isinstance(done, Refused) and "no space left" in done.why
    assert path.read_text() == OLD and list(tmp_path.iterdir()) == [path]


def test_a_change_between_reading_and_renaming_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = at(tmp_path)
    true = os.chmod

    def meddle(target: Path, mode: int) -> None:
        path.write_text("somebody else\n")
        true(target, mode)

    monkeypatch.setattr(os, "chmod", meddle)
    done = replace_lines(tmp_path, "a.fontes", 1, 1, ["agent a"], ["agent c"])
    assert done == Changed("a.fontes", "somebody else\n", ("somebody else",))
    assert path.read_text() == "somebody else\n"


@pytest.mark.parametrize(
    "path",
    ["../out.fontes", "/etc/x.fontes", "a/../../x.fontes", "", ".", ".git/hooks.md", "a\\..\\b.md", "x.py", "c:x.md", "a\0.md", "."],
)
def test_nothing_outside_or_hidden_is_written(tmp_path: Path, path: str) -> None:
    root = tmp_path / "corpus"
    root.mkdir()
    assert isinstance(write_new(root, path, "x\n"), Refused)
    assert list(tmp_path.rglob("*")) == [root]


def test_links_out_of_the_folder_are_not_written_through(tmp_path: Path) -> None:
    root, outside = tmp_path / "corpus", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    secret = at(outside, "one\n")
    (root / "a.fontes").symlink_to(secret)
    (root / "dir").symlink_to(outside)
    assert isinstance(replace_lines(root, "a.fontes", 1, 1, ["one"], ["two"]), Refused)
    assert isinstance(write_new(root, "dir/new.fontes", "x"), Refused)
    assert secret.read_text() == "one\n" and list(outside.iterdir()) == [secret]


def test_a_new_file(tmp_path: Path) -> None:
    assert isinstance(write_new(tmp_path, "sub/new.fontes", "agent a\n"), Written)
    assert (tmp_path / "sub" / "new.fontes").read_text() == "agent a\n"
    assert write_new(tmp_path, "sub/new.fontes", "x") == Changed("sub/new.fontes", "agent a\n", ("agent a",))


def test_a_file_that_is_not_utf8_is_not_rewritten(tmp_path: Path) -> None:
    path = at(tmp_path, b"one\ncaf\xe9\n")
    assert isinstance(replace_lines(tmp_path, "a.fontes", 1, 1, ["one"], ["two"]), Refused)
    assert path.read_bytes() == b"one\ncaf\xe9\n"


@pytest.mark.parametrize(("first", "last", "new"), [(0, 0, []), (3, 1, []), (1, 1, ["a\nb"]), (1, 1, ["a\r"])])
def test_lines_that_cannot_be(tmp_path: Path, first: int, last: int, new: list[str]) -> None:
    path = at(tmp_path)
    assert isinstance(replace_lines(tmp_path, "a.fontes", first, last, ["agent a"], new), Refused)
    assert path.read_text() == OLD


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0\ufeff"), max_size=8)


@given(
    lines=st.lists(st.tuples(WORDS, st.sampled_from(["\n", "\r\n", "\r"])), min_size=1, max_size=6),
    new=st.lists(WORDS, max_size=3),
    data=st.data(),
)
def test_all_other_lines_keep_their_bytes(lines: list[tuple[str, str]], new: list[str], data: st.DataObject) -> None:
    """A CR before a line that begins with LF would be one break; such neighbours cannot be written apart."""
    lines = [(line or "x", ending) for line, ending in lines]
    first = data.draw(st.integers(1, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        path = at(root, "".join(line + ending for line, ending in lines))
        expected = [line for line, _ in lines[first - 1 : last]]
        done = replace_lines(root, "a.fontes", first, last, expected, new)
        assert isinstance(done, Written)
        written = path.read_bytes()
        front = "".join(line + ending for line, ending in lines[: first - 1]).encode()
        back = "".join(line + ending for line, ending in lines[last:]).encode()
        assert written.startswith(front) and written.endswith(back)
        middle = written[len(front) : len(written) - len(back)].decode()
        assert middle.replace("\r\n", "\n").replace("\r", "\n") == "".join(f"{line}\n" for line in new)
