"""A folder of many files, wholly written or as it was: built beside, then put in its place in two renamings.

A folder that holds anything and was not made here is left alone; what was, has a marker in it.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from fontes.shelf.documents import Unwritten
from fontes.shelf.walk import reason

MARKER = ".fontes-site"
FORSAKEN = 3600.0
"""A folder beside the site in which nothing was made for so many seconds is one of a publisher that was killed."""
_SAYS = "This folder was written by 'fontes publish'. The next time it is published here, all of it is replaced.\n"


def put_site(folder: Path, files: Iterable[tuple[str, bytes]]) -> int | Unwritten:
    """Write the files into the folder in the place of all it had; how many. Nothing changes where that cannot be done wholly."""
    target = Path(os.path.abspath(folder))
    refused = _refused(target)
    if refused:
        return refused
    _sweep(target)
    sign = secrets.token_hex(6)
    beside, old = (target.with_name(f".{target.name}.{sign}.{end}") for end in ("new", "old"))
    try:
        count = _write(beside, files)
        had = target.exists()
        if had:
            target.rename(old)
        try:
            beside.rename(target)
        except OSError:
            if had:
                old.rename(target)
            raise
    except OSError as trouble:
        return Unwritten(f"'{folder}' could not be written: {trouble.strerror if trouble.errno == 0 else reason(trouble)}.")
    finally:
        for left in (beside, old):
            if target.exists() or left is beside:
                with suppress(OSError):
                    shutil.rmtree(left)
    return count


def _sweep(target: Path) -> None:
    """Take away what a publisher that was killed left beside the folder; of an old site only where there is a new one in its place."""
    left = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{12}}\.(new|old)")
    with suppress(OSError):
        for one in target.parent.iterdir():
            found = left.fullmatch(one.name)
            if found and (one / MARKER).is_file() and time.time() - one.stat().st_mtime > FORSAKEN and (found[1] == "new" or target.exists()):
                shutil.rmtree(one)


def _refused(target: Path) -> Unwritten | None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return Unwritten(f"'{target}' is no folder.")
    try:
        holds = target.is_dir() and any(target.iterdir())
    except OSError as trouble:
        return Unwritten(f"'{target}' cannot be looked into: {reason(trouble)}.")
    if holds and not (target / MARKER).is_file():
        return Unwritten(f"'{target}' holds files that 'fontes publish' did not write. They are left as they are: name a new or an empty folder.")
    return None if target.parent.is_dir() else Unwritten(f"there is no folder '{target.parent}' for it to lie in.")


def _write(beside: Path, files: Iterable[tuple[str, bytes]]) -> int:
    beside.mkdir()
    (beside / MARKER).write_text(_SAYS, encoding="utf-8")
    count = 0
    for path, data in files:
        place = beside.joinpath(*path.split("/"))
        if ".." in path.split("/") or not place.resolve().is_relative_to(beside.resolve()):
            raise OSError(0, f"'{path}' leads out of the folder")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        count += 1
    return count
