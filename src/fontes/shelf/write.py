"""Writing into a corpus folder: the old file or the new one, never half of either, and never over somebody else's change.

Only the lines that change are replaced; all others keep their bytes. A write is refused when what is on disk is no longer
what was read, so that the reader sees both versions and chooses. Writers of Fontes take turns by a lock on the folder; another program
that writes between the last look and the renaming (microseconds) is not noticed.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from fontes.shelf.characters import BOM, with_plain_breaks
from fontes.shelf.walk import reason

try:
    import fcntl
except ImportError:  # not on Windows; there the guard alone must do
    fcntl = None  # type: ignore[assignment]

ENDINGS = (".fontes", ".md", ".csv", ".toml", ".json", ".bib", ".txt")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r)|([^\r\n]+)\Z")
_DRAFT = re.compile(r"\..+\.[0-9a-f]{12}\.tmp", re.DOTALL)
_DEAD = 60.0
"""A draft that nobody touched for so many seconds is one of a writer that was killed: writing one takes milliseconds."""
_UNFIT = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Written:
    """It is on disk: the path within the folder, the new digest, and the lines where the new ones stand (last < first: none)."""

    path: str
    digest: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Nothing was written: the file is no longer what was read. ``text`` is all of it as it is now, ``lines`` that place."""

    path: str
    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was written, and why, in a sentence."""

    path: str
    why: str


Outcome = Written | Changed | Refused


def digest(text: str) -> str:
    """The fingerprint of a text as read (LF line breaks, no mark): SHA-256 in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def replace_lines(
    root: Path,
    path: str,
    first: int,
    last: int,
    expected: Sequence[str],
    new: Sequence[str],
    before: str = "",
) -> Outcome:
    """Replace lines ``first`` to ``last`` (from 1, both included) if they still are ``expected``.

    ``last = first - 1`` inserts before ``first``. ``before`` is the digest of the file when it was read; if the file has
    changed since, the lines must also occur only once in it, lest equal lines of another statement be replaced.
    """

    def change(held: _Held) -> _Held | Changed:
        lines = held.lines
        stands = tuple(line for line, _ in lines[first - 1 : last])
        same = stands == tuple(expected) and len(stands) == last - first + 1 and first <= len(lines) + 1
        if not same or not _sure(held, before, tuple(expected)):
            return Changed(path, held.text, stands)
        return held.with_lines(first, last, tuple(new))

    if first < 1 or last < first - 1 or any("\n" in line or "\r" in line for line in new):
        return Refused(path, "Lines count from 1, and a new line has no line break in it.")
    return _rewrite(root, path, change, first, first + len(new) - 1)


def replace_text(root: Path, path: str, before: str, text: str) -> Outcome:
    """Replace a whole file if its digest still is ``before``; line breaks and mark stay as they were."""
    lines = tuple(text.removesuffix("\n").split("\n")) if text else ()

    def change(held: _Held) -> _Held | Changed:
        if digest(held.text) != before:
            return Changed(path, held.text, tuple(line for line, _ in held.lines))
        written = tuple((line, held.newline) for line in lines)
        if written and not text.endswith("\n"):
            written = (*written[:-1], (written[-1][0], ""))
        return _Held(written, held.newline, held.marked, held.mode)

    if "\r" in text:
        return Refused(path, "A text has LF line breaks here; the file keeps its own.")
    return _rewrite(root, path, change, 1, len(lines))


def write_new(root: Path, path: str, text: str) -> Outcome:
    """A new file (and the folders it lies in); one that is already there is never overwritten."""
    real = confined(root, path)
    if isinstance(real, Refused):
        return real
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        with _alone(root):
            _sweep(real.parent)
            if real.exists():
                return _there_already(real, path)
            _put(real, text.encode("utf-8"), None, lambda: not real.exists())
    except FileExistsError:
        return _there_already(real, path)
    except (OSError, UnicodeEncodeError) as trouble:
        return Refused(path, _why(path, trouble))
    return Written(path, digest(text), 1, text.count("\n") + (not text.endswith("\n")))


def remove_file(root: Path, path: str, before: str) -> Outcome:
    """Take away a file that Fontes made, if its digest still is ``before``."""
    real = confined(root, path)
    if isinstance(real, Refused):
        return real
    try:
        with _alone(root):
            text = _held(real.read_bytes(), 0).text
            if digest(text) != before:
                return Changed(path, text, tuple(text.removesuffix("\n").split("\n")))
            real.unlink()
    except (OSError, UnicodeError) as trouble:
        return Refused(path, _why(path, trouble))
    return Written(path, digest(""), 1, 0)


def confined(root: Path, path: str) -> Path | Refused:
    """Where a path within the folder really lies; refused if that is outside, hidden, or no file of a corpus."""
    parts = path.split("/")
    if not path or any(part in ("", ".", "..") or _UNFIT.search(part) for part in parts):
        return Refused(path, f"'{path}' is not a path within the folder.")
    base = Path(os.path.realpath(root))
    real = Path(os.path.realpath(base.joinpath(*parts)))
    if not real.is_relative_to(base):
        return Refused(path, f"'{path}' leads out of the folder.")
    inside = real.relative_to(base).parts
    if any(part.startswith(".") for part in (*parts, *inside)):
        return Refused(path, f"'{path}' is hidden, and hidden files are no part of a corpus.")
    if not all(PurePosixPath(name).suffix.lower() in ENDINGS for name in (parts[-1], inside[-1])):
        return Refused(path, f"'{path}' is no file of a corpus; those end in {', '.join(ENDINGS)}.")
    return real


Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Held:
    """A file in hand: its lines with their own endings, its usual ending, whether it had a mark, its permissions."""

    lines: tuple[Line, ...]
    newline: str
    marked: bool
    mode: int

    @property
    def text(self) -> str:
        """The text as it is read elsewhere."""
        return with_plain_breaks("".join(line + ending for line, ending in self.lines))

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        text = "".join(line + ending for line, ending in self.lines)
        return (BOM if self.marked else b"") + text.encode("utf-8")

    def with_lines(self, first: int, last: int, new: tuple[str, ...]) -> _Held:
        """Lines replaced, with the ending of the first of them; a file that ended without a line break still does, unless lines were added at its
        end.
        """
        front, back = list(self.lines[: first - 1]), self.lines[last:]
        ending = self.lines[first - 1][1] if last >= first else ""
        middle = [(line, ending or self.newline) for line in new]
        if middle and front and not front[-1][1]:
            front[-1] = (front[-1][0], self.newline)
        elif middle and not back and last >= first and not self.lines[-1][1]:
            middle[-1] = (middle[-1][0], "")
        return _Held((*front, *middle, *back), self.newline, self.marked, self.mode)


def _held(data: bytes, mode: int) -> _Held:
    """Raises ``UnicodeDecodeError`` where the file is not UTF-8: what cannot be read is not rewritten."""
    marked = data.startswith(BOM)
    text = data[len(BOM) if marked else 0 :].decode("utf-8")
    lines = tuple((one[1] or one[3] or "", one[2] or "") for one in _LINE.finditer(text))
    endings = [ending for _, ending in lines if ending]
    usual = max(("\n", "\r\n", "\r"), key=endings.count)
    return _Held(lines, usual, marked, mode)


def _sure(held: _Held, before: str, expected: tuple[str, ...]) -> bool:
    if not before or digest(held.text) == before:
        return True
    lines, length = [line for line, _ in held.lines], len(expected)
    places = [n for n in range(len(lines) - length + 1) if tuple(lines[n : n + length]) == expected]
    return bool(expected) and len(places) == 1


def _rewrite(root: Path, path: str, change: Callable[[_Held], _Held | Changed], first: int, last: int) -> Outcome:
    real = confined(root, path)
    if isinstance(real, Refused):
        return real
    try:
        with _alone(root):
            _sweep(real.parent)
            data, mode = real.read_bytes(), stat.S_IMODE(real.stat().st_mode)
            changed = change(_held(data, mode))
            if isinstance(changed, Changed):
                return changed
            if not _put(real, changed.data, mode, lambda: real.read_bytes() == data):
                now = _held(real.read_bytes(), mode)
                return Changed(path, now.text, tuple(line for line, _ in now.lines[first - 1 : last]))
    except (OSError, UnicodeError) as trouble:
        return Refused(path, _why(path, trouble))
    return Written(path, digest(changed.text), first, last)


def _put(real: Path, data: bytes, mode: int | None, still: Callable[[], bool]) -> bool:
    """Write beside the file, flush to the disk, and rename over it if all is ``still`` as it was.

    Raises ``FileExistsError`` if a new file (``mode`` is none) has come into being meanwhile.
    """
    draft = real.with_name(f".{real.name[:80]}.{secrets.token_hex(6)}.tmp")
    try:
        with open(draft, "xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(draft, mode)
        if not still():
            if mode is None:
                raise FileExistsError(real)
            return False
        os.replace(draft, real)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()
    _flush_folder(real.parent)
    return True


def _sweep(folder: Path) -> None:
    """Take away the drafts of writers that were killed. One that was only held up so long finds its own gone, and refuses: nothing is harmed."""
    with suppress(OSError), os.scandir(folder) as there:
        for one in there:
            if _DRAFT.fullmatch(one.name) and one.is_file(follow_symlinks=False) and time.time() - one.stat(follow_symlinks=False).st_mtime > _DEAD:
                os.unlink(one.path)


def _flush_folder(folder: Path) -> None:
    """Make the renaming itself last; some systems cannot flush folders, and then the file is safe a moment later."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Writers of Fontes, also in other processes, one after another."""
    if fcntl is None:
        yield
        return
    handle = os.open(root, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks have no locks; the guard remains
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _there_already(real: Path, path: str) -> Outcome:
    try:
        text = _held(real.read_bytes(), 0).text
    except (OSError, UnicodeError) as trouble:
        return Refused(path, _why(path, trouble))
    return Changed(path, text, tuple(text.removesuffix("\n").split("\n")))


def _why(path: str, trouble: Exception) -> str:
    if isinstance(trouble, OSError):
        return f"'{path}' could not be written: {reason(trouble)}."
    return f"'{path}' is not written in UTF-8; save it again as UTF-8 first."


def write_file(path: Path, text: str) -> Outcome:
    """A file outside a corpus, where the user asked for it: wholly written or as it was."""
    try:
        _put(path.resolve(), text.encode("utf-8"), None, lambda: True)
    except (OSError, UnicodeEncodeError) as trouble:
        return Refused(str(path), _why(str(path), trouble))
    return Written(str(path), digest(text), 1, text.count("\n"))


def put_bytes(path: Path, data: bytes) -> None:
    """The same of any bytes. Raises OSError, and then the file is as it was."""
    _put(path, data, None, lambda: True)
