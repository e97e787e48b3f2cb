"""What lies in a folder: regular files in a stable order, with a word about every link and about what cannot be read.

Hidden files and folders are passed over, and so are the lock files of office programs (``~$…``). Links are
never followed out of the folder; a link to a folder is not followed at all, since what it leads to is read at its own place.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from fontes.diagnostics import Diagnostic, Span, error, note

UNREADABLE = error(
    "unreadable-file",
    "a file or folder cannot be read",
    "What cannot be read would be missing from every finding without a word.",
)
OUTSIDE = error(
    "link-outside",
    "a link leads out of the folder",
    "A corpus is one folder that can be copied and kept; what lies elsewhere is never read.",
)
CYCLE = error(
    "link-cycle",
    "a link leads round in a circle",
    "Followed, it would never end. It is passed over.",
)
NOWHERE = error(
    "link-broken",
    "a link leads to nothing",
    "What it once led to was moved or deleted, and is missing from the corpus.",
)
REPEATED = note(
    "link-repeats",
    "a link leads to what is read at its own place",
    "Read twice, everything in it would be declared twice. The link is passed over.",
)


class Stamp(NamedTuple):
    """By what a file is known to be unchanged: size in bytes, time of change in ns, and number on the disk."""

    size: int
    mtime_ns: int
    inode: int


class Found(NamedTuple):
    """A regular file: its path within the folder (with ``/``), where it really lies, and its stamp."""

    path: str
    real: Path
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Lying:
    """The files of a folder, by path, and what was wrong on the way."""

    files: tuple[Found, ...]
    diagnostics: tuple[Diagnostic, ...]


def top(path: str) -> Span:
    """The beginning of a file, for what concerns it as a whole."""
    return Span(path, 1, 1, 1, 2)


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file from its status."""
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


def lying_in(root: Path, endings: tuple[str, ...]) -> Lying:
    """Every regular file in ``root`` (a real path) whose name ends so, in the order of the paths' parts."""
    files: list[Found] = []
    links: list[tuple[str, Path]] = []
    problems: list[Diagnostic] = []
    for path, entry in _entries(root, problems):
        if entry.is_symlink():
            links.append((path, Path(entry.path)))
        elif path.lower().endswith(endings):
            _take(path, Path(entry.path), files, problems)
    read = {found.real for found in files}
    for path, link in sorted(links):
        _follow(root, path, link, endings, read, files, problems)
    files.sort(key=lambda found: found.path.split("/"))
    return Lying(tuple(files), tuple(problems))


def _entries(root: Path, problems: list[Diagnostic]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything but plain folders, without descending into links."""
    waiting = [("", root)]
    while waiting:
        path, folder = waiting.pop()
        try:
            with os.scandir(folder) as scan:
                inside = sorted(scan, key=lambda entry: entry.name)
        except OSError as trouble:
            problems.append(UNREADABLE.at(top(path or "."), f"The folder cannot be read: {reason(trouble)}."))
            continue
        for entry in inside:
            if entry.name.startswith((".", "~$")) or not _sayable(entry.name, path, problems):
                continue
            name = f"{path}/{entry.name}" if path else entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append((name, Path(entry.path)))
                if name.lower().endswith(".fontes"):
                    problems.append(UNREADABLE.at(top(name), f"'{name}' is a folder, not a file."))
            else:
                yield name, entry


def _sayable(name: str, folder: str, problems: list[Diagnostic]) -> bool:
    """Can the name be written down? Some disks hold names that are not text."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        shown = name.encode("utf-8", "backslashreplace").decode("ascii", "backslashreplace")
        detail = f"The name '{shown}' is not text. Rename the file."
        problems.append(UNREADABLE.at(top(folder or "."), detail))
        return False
    return True


def _take(path: str, real: Path, files: list[Found], problems: list[Diagnostic]) -> None:
    try:
        status = os.stat(real)
    except OSError as trouble:
        problems.append(UNREADABLE.at(top(path), f"'{path}' cannot be read: {reason(trouble)}."))
        return
    if stat.S_ISREG(status.st_mode):
        files.append(Found(path, real, stamp_of(status)))
    else:
        problems.append(UNREADABLE.at(top(path), f"'{path}' is neither a file nor a folder."))


def _follow(
    root: Path,
    path: str,
    link: Path,
    endings: tuple[str, ...],
    read: set[Path],
    files: list[Found],
    problems: list[Diagnostic],
) -> None:
    """A link to a file of the folder that is not read at its own place is read; every other has its diagnostic."""
    try:
        real = Path(os.path.realpath(link, strict=True))
    except OSError as trouble:
        kind = CYCLE if trouble.errno == errno.ELOOP else NOWHERE
        target = os.path.relpath(os.path.join(link.parent, os.readlink(link)), root)
        problems.append(kind.at(top(path), f"'{path}' leads to '{_printable(target)}'."))
        return
    if not real.is_relative_to(root):
        problems.append(OUTSIDE.at(top(path), f"'{path}' leads out of the folder. Copy what it leads to into it."))
    elif link.is_relative_to(real):
        problems.append(CYCLE.at(top(path), f"'{path}' leads to a folder that it lies in itself."))
    elif real.is_dir() or real in read:
        problems.append(REPEATED.at(top(path), f"'{path}' leads to '{real.relative_to(root).as_posix()}'."))
    elif path.lower().endswith(endings):
        read.add(real)
        _take(path, real, files, problems)


def _printable(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def reason(trouble: OSError) -> str:
    """Why the system refused, in its own words."""
    return (trouble.strerror or type(trouble).__name__).lower()
