"""Documents: DOCX by pandoc, PDF by typst, citations in other styles by pandoc; and files written whole or not at all.

Both programs come with the extra ``documents`` and run on this machine only; nothing is fetched. Without the extra each answer is `Missing`.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from fontes.shelf.docx import DRESSED, FOOT, FOOTER
from fontes.shelf.walk import reason
from fontes.shelf.write import put_bytes

_FEATURES = "+footnotes+pipe_tables-smart-raw_html-raw_tex-tex_math_dollars-citations-yaml_metadata_block"
_TAKES = 120.0
"""Seconds after which pandoc is given up."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A program is not installed, and how it is."""

    words: str


@dataclass(frozen=True, slots=True)
class Unwritten:
    """Nothing was written, and why, in a sentence."""

    words: str


def as_docx(markdown: str, title: str, language: str) -> bytes | Missing | Unwritten:
    """A document for word processors: footnotes are footnotes, headings are headings, set in black."""
    pandoc = _pandoc("DOCX")
    if isinstance(pandoc, Missing):
        return pandoc
    body, under = _headed(markdown)
    with tempfile.TemporaryDirectory() as folder:
        target, words = Path(folder, "review.docx"), {"title": title, "lang": language, "subtitle": under}
        meta = Path(folder, "words.json")
        meta.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
        shaped = ["--shift-heading-level-by=-1", f"--metadata-file={meta}", "-o", str(target)]
        done = _run([pandoc, "-f", f"markdown{_FEATURES}", "-t", "docx", *shaped], body)
        return done if isinstance(done, Unwritten) else _sober(target.read_bytes())


def _headed(markdown: str) -> tuple[str, str]:
    """The text without its title, and the lines in italics under the title, which a document has as its subtitle."""
    blocks = markdown.split("\n\n")
    blocks = blocks[1:] if blocks[0].startswith("# ") else blocks
    under = []
    while blocks and blocks[0].startswith("*") and blocks[0].endswith("*") and "[^" not in blocks[0]:
        under.append(blocks.pop(0).strip("*"))
    return "\n\n".join(blocks), " ".join(under)


def _sober(docx: bytes) -> bytes:
    """The same as a book page: A4, a book face, numbered pages, footnotes counted through; and without the moment of its making.

    So equal reviews are equal files.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in sorted(old.infolist(), key=lambda one: (one.filename != "[Content_Types].xml", one.filename)):
            data = old.read(info)
            if info.filename in DRESSED:
                data = DRESSED[info.filename](data.decode("utf-8")).encode("utf-8")
            new.writestr(zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
        new.writestr(zipfile.ZipInfo(f"word/{FOOTER}", (1980, 1, 1, 0, 0, 0)), FOOT, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def as_pdf(source: str) -> bytes | Missing | Unwritten:
    """Typst's markup as PDF, with no date of making in it."""
    try:
        typst = import_module("typst")
    except ImportError:
        return _missing("PDF")
    try:
        made: bytes = typst.compile(source.encode("utf-8"), format="pdf", timestamp=0)
    except Exception as trouble:  # typst tells what is wrong by exceptions of its own
        return Unwritten(f"the PDF could not be set: {trouble}")
    return made


def citations(asked: Mapping[str, Any], style: Path) -> Any | Missing | Unwritten:
    """A document of citations (pandoc's JSON) with each formatted by a CSL style."""
    pandoc = _pandoc("another style than Chicago's")
    if isinstance(pandoc, Missing):
        return pandoc
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "works.json")
        library.write_text(json.dumps(asked["works"], ensure_ascii=False), encoding="utf-8")
        command = [pandoc, "-f", "json", "-t", "json", "--citeproc", f"--csl={style}", f"--bibliography={library}"]
        done = _run(command, json.dumps(asked["document"], ensure_ascii=False))
    if isinstance(done, Unwritten):
        return Unwritten(f"'{style}' could not be used as a citation style: {done.words}")
    return json.loads(done)


def _run(command: list[str], text: str) -> bytes | Unwritten:
    try:
        done = subprocess.run(command, input=text.encode("utf-8"), capture_output=True, timeout=_TAKES, check=False)
    except (OSError, subprocess.TimeoutExpired) as trouble:
        return Unwritten(f"pandoc could not be run: {trouble}.")
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return Unwritten(f"pandoc says: {' '.join(told[:2])}")
    return done.stdout


def _pandoc(what: str) -> str | Missing:
    try:
        return str(import_module("pypandoc").get_pandoc_path())
    except (ImportError, OSError):
        return _missing(what)


def _missing(what: str) -> Missing:
    return Missing(f"{what} needs the extra 'documents'. Install it with: pip install 'fontes[documents]' (or: python3 run.py, which does).")


def put(path: Path, data: bytes) -> Unwritten | None:
    """A file where the user asked for it: wholly written, or as it was."""
    try:
        if path.is_dir():
            return Unwritten(f"'{path}' is a folder; name a file in it.")
        if not path.resolve().parent.is_dir():
            return Unwritten(f"'{path}' could not be written: there is no folder '{path.parent}'.")
        if path.exists() and not os.access(path, os.W_OK):
            return Unwritten(f"'{path}' could not be written: it is not open to writing.")
        put_bytes(path.resolve(), data)
    except OSError as trouble:
        return Unwritten(f"'{path}' could not be written: {reason(trouble)}.")
    return None
