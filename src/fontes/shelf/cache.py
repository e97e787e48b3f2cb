"""What is kept between two questions to a large corpus: the corpus and its compiled grounds, in the user's cache place.

Everything here can be thrown away and made again. What is kept is named by the content of every file of the folder, by the folder itself
and by the code that made it; anything else, whatever it is, is passed over. It is made beside its place and moved there whole. It holds
numbers and text only, and reading it runs nothing. A disk that is full or cannot be written to means that nothing is kept, and no more.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontes.findings.support.grounds import Grounds
from fontes.model.corpus import Corpus, Entry
from fontes.shelf.cached_corpus import corpus_in, put_corpus
from fontes.shelf.cached_grounds import grounds_in, put_grounds
from fontes.shelf.cached_lists import Lists, lists_in, put_lists
from fontes.shelf.cached_values import Unreadable
from fontes.shelf.folder import _ENDINGS, LARGEST, _manner, read_bytes
from fontes.shelf.walk import Lying, lying_in

FORMAT = 1
WORTH_TEXT = 2**20
"""Bytes: a folder of fewer is read in a moment, and nothing is kept of it."""
WORTH_STATEMENTS = 30_000
"""A corpus of fewer statements is read and compiled in less than some three seconds."""
MOST = 4 * 2**30
"""Bytes that may be kept of all corpora together; what has not been asked for longest goes first."""
_SEAL = "seal.json"
_MAKING = "making-"


@dataclass(frozen=True, slots=True)
class Print:
    """By what a folder is known to be the same: a digest of the names and contents of its files, and their stamps."""

    root: str
    content: str
    stamps: tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A corpus, its grounds under the plain lens, its statements in the order in which they are listed, the lists of where each thing is
    named (by family and name), and how many errors it has.
    """

    corpus: Corpus
    grounds: Grounds
    entries: Mapping[str, Entry]
    lists: Lists
    errors: int


def fingerprint(root: Path) -> Print | None:
    """The print of a folder as it lies there now; None where it is too small to keep anything of, or not to be read.

    Contents are always read: a file may be written anew with its old size and date.
    """
    real = Path(os.path.realpath(root))
    lying = lying_in(real, _ENDINGS) if real.is_dir() else Lying((), ())
    files = [found for found in lying.files if _manner(found.path)]
    if sum(found.stamp.size for found in files) < WORTH_TEXT:
        return None
    whole = hashlib.sha256()
    for found in files:
        content = hashlib.sha256(b"too large")
        if found.stamp.size <= LARGEST:
            try:
                stamp, data = read_bytes(found.real)
            except OSError:
                return None
            if stamp != found.stamp:
                return None
            content = hashlib.sha256(data)
        whole.update(json.dumps([found.path, found.stamp.size, content.hexdigest()]).encode())
    whole.update(json.dumps([[one.slug, one.span.file, one.detail] for one in lying.diagnostics]).encode())
    return Print(str(real), whole.hexdigest(), tuple((found.path, *found.stamp) for found in files))


def kept(of: Print) -> Kept | None:
    """What is kept of a folder with this print, if anything whole is; what cannot be read is thrown away.

    A thing of it that turns out later not to be readable raises `Unreadable` when it is asked for: then `forget`, and read the corpus.
    """
    folder = _folder(of)
    if folder is None or not _ours(folder.parent) or not _ours(folder):
        return None
    try:
        errors = _sealed(folder, of)
        corpus, rows = corpus_in(folder)
        found = Kept(corpus, grounds_in(folder, corpus), *lists_in(folder, corpus, rows), errors)
    except Unreadable:
        forget(of)
        return None
    with suppress(OSError):
        os.utime(folder)  # it has been asked for
    return found


def keep(of: Print, what: Kept) -> bool:
    """Keep a corpus and what belongs to it; whether it is kept. ``of``: the print of the folder before it was read.

    Nothing is kept of a folder that has changed since. Raises nothing for what the disk or the system refuses.
    """
    place = _folder(of)
    if place is None:
        return False
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _ours(place.parent):
            return False
        making = Path(tempfile.mkdtemp(prefix=_MAKING, dir=place.parent))
    except OSError:
        return False
    try:
        put_corpus(making, what.corpus)
        put_grounds(making, what.grounds)
        put_lists(making, what.corpus, what.entries, what.lists)
        _seal(making, of, what.errors)
        if fingerprint(Path(of.root)) != of:
            return False
        shutil.rmtree(place, ignore_errors=True)
        making.rename(place)
        _others_gone(place)
        return place.is_dir()
    except (OSError, ValueError, TypeError):
        return False
    finally:
        shutil.rmtree(making, ignore_errors=True)


def forget(of: Print) -> None:
    """Throw away what is kept of a folder with this print."""
    folder = _folder(of)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def home() -> Path | None:
    """Where this user's caches lie by the custom of the system; None where the system does not say."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local) / "fontes" / "cache" if local else None
    given = os.environ.get("XDG_CACHE_HOME", "")
    if given and os.path.isabs(given):
        return Path(given) / "fontes"
    try:
        return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "fontes"
    except RuntimeError:
        return None


def _folder(of: Print) -> Path | None:
    """One folder for each corpus folder, in it one for each content and code."""
    top = home()
    try:
        name = hashlib.sha256(f"{_made_by()}\n{of.content}".encode()).hexdigest()[:32]
    except OSError:
        return None
    return None if top is None else top / hashlib.sha256(of.root.encode("utf-8", "surrogateescape")).hexdigest()[:32] / name


@cache
def _made_by() -> str:
    """The code that compiles and keeps: a digest of all of it, so that no other version's findings are ever answered.

    Raises OSError where it cannot be read, or where there is none to read (an installation without its source).
    """
    whole = hashlib.sha256(f"{FORMAT} {sys.byteorder}".encode())
    package = Path(__file__).parents[1]
    written = sorted(package.rglob("*.py"))
    if not written:
        raise FileNotFoundError(errno.ENOENT, "no source", str(package))
    for path in written:
        whole.update(f"{path.relative_to(package).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def _ours(folder: Path) -> bool:
    """Is it a folder of this user, not a link, and closed to others?"""
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    if os.name == "nt":
        return folder.is_dir()
    return folder.is_dir() and not folder.is_symlink() and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _seal(folder: Path, of: Print, errors: int) -> None:
    """Written last: what it is of, and how large every file has to be. All is on the disk before it is moved to its place."""
    sizes = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    words = {"format": FORMAT, "made-by": _made_by(), "root": of.root, "content": of.content, "errors": errors, "sizes": sizes}
    (folder / _SEAL).write_text(json.dumps(words, ensure_ascii=True), encoding="utf-8")
    for path in folder.iterdir():
        with open(path, "rb+") as stream:
            os.fsync(stream.fileno())


def _sealed(folder: Path, of: Print) -> int:
    """The number of errors under a seal that fits. Raises `Unreadable`."""
    try:
        words = json.loads((folder / _SEAL).read_bytes())
        fits = [words["format"], words["made-by"], words["root"], words["content"]] == [FORMAT, _made_by(), of.root, of.content]
        sizes = {path.name: path.stat().st_size for path in folder.iterdir() if path.name != _SEAL}
        if not fits or sizes != words["sizes"] or type(words["errors"]) is not int:
            raise Unreadable("the seal is of something else")
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as trouble:
        raise Unreadable(f"{_SEAL}: {trouble}") from trouble
    return int(words["errors"])


def _others_gone(place: Path) -> None:
    """Remove what is kept of the same folder as it was before, and the longest unasked of others while there is too much."""
    for other in place.parent.iterdir():
        if other != place and not (other.name.startswith(_MAKING) and _fresh(other)):
            shutil.rmtree(other, ignore_errors=True)
    all = sorted(_every(place.parents[1]), key=lambda one: one[0], reverse=True)
    total = 0
    for _, size, folder in all:
        total += size
        if total > MOST:
            shutil.rmtree(folder, ignore_errors=True)


def _fresh(folder: Path) -> bool:
    """May another process still be making it? After a day it was given up."""
    try:
        return time.time() - folder.stat().st_mtime < 86_400
    except OSError:
        return False


def _every(top: Path) -> Iterator[tuple[float, int, Path]]:
    """When each kept corpus was last asked for, its size, and where it lies."""
    for corpus in top.iterdir():
        for folder in corpus.iterdir() if corpus.is_dir() else ():
            try:
                yield folder.stat().st_mtime, sum(path.stat().st_size for path in folder.iterdir()), folder
            except OSError:
                continue
