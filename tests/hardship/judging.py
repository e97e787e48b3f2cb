"""Whether an answer, and what a request did to the files of a corpus, is as it has to be. A complaint is a sentence; none is ``""``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.hardship.asking import LONG, Answer, Case, patience
from tests.hardship.grammar import MARK

from fontes.diagnostics import Diagnostic
from fontes.text.script import Script
from fontes.web.guard import HEADERS
from fontes.workbench import Workbench

Files = Mapping[str, bytes]
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
_TRACE = ("Traceback (most recent call last)", "Internal Server Error", 'File "/', "site-packages")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0e-\x1f\x7f]")
_TYPED = re.compile(r"<textarea.*?</textarea>|\bvalue=\"[^\"]*\"", re.DOTALL)
_AROUND = ("#", "through ", "directly", "```")
_SURE = re.compile(rb'\bdo(=|"\r\n\r\n)sure')
_LARGEST = 6_000_000


def answer_complaint(case: Case, answer: Answer) -> str:
    """What is wrong with an answer."""
    if answer.fault:
        return f"the application fell over: {answer.fault}"
    if not answer.status:
        return "" if case.cut or case.body or len(case.target) > LONG or not case.target.startswith("/") else "no answer"
    if answer.status >= 500:
        return f"status {answer.status}"
    if answer.seconds > patience(case):
        return f"it took {answer.seconds:.1f} s"
    if len(answer.body) > _LARGEST:
        return f"an answer of {len(answer.body):,} bytes"
    own = dict(case.headers).get("host", "")
    location = answer.headers.get("location", "/").removeprefix(f"http://{own}")
    if not location.startswith("/") or location.startswith("//") or "\n" in location:
        return f"it leads away: {location!r}"
    return _words_complaint(answer) or _headers_complaint(answer)


def _words_complaint(answer: Answer) -> str:
    text = answer.text
    told = next((each for each in _TRACE if each in text), "")
    if told:
        return f"it tells of its inside: {told!r}"
    if not answer.headers.get("content-type", "").startswith("text/html"):
        return ""
    if MARK in text:
        return "corpus text or an address was not escaped"
    turned = _TURNED.search(_TYPED.sub("", text))
    return f"the sign {turned[0]!r} stands in the page unseen" if turned else ""


def _headers_complaint(answer: Answer) -> str:
    page = answer.headers.get("content-type", "").startswith("text/html")
    if "content-security-policy" not in answer.headers and answer.status == 400 and not page:
        return ""  # the server itself turned away what is no HTTP
    missing = [name for name, value in HEADERS.items() if name != "Cache-Control" and answer.headers.get(name.lower()) != value]
    return f"without the header {missing[0]}" if missing else ""


def files_of(root: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too, by its path."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def files_complaint(case: Case, answer: Answer, before: Files, after: Files, earlier: Sequence[Files]) -> str:
    """What is wrong with what a request did to the files: nothing may change, or the lines of one statement, or all goes back to an earlier state."""
    changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    if not changed:
        return ""
    if case.method in SAFE or answer.status >= 400:
        return f"{case.method} answered with {answer.status} changed {', '.join(changed)}"
    if after in earlier:
        return ""
    if len(changed) > 1:
        return f"one request changed {', '.join(changed)}"
    return lines_complaint(changed[0], before.get(changed[0], b""), after.get(changed[0], b""))


def lines_complaint(name: str, before: bytes, after: bytes) -> str:
    """Is the change of a file one of the lines of one statement?"""
    try:
        old, new = _lines(before), _lines(after)
    except UnicodeDecodeError:
        return f"{name} is no UTF-8 any more"
    olds, news = _spans(name, before.decode("utf-8")), _spans(name, after.decode("utf-8"))
    for first, last, end in _differences(old, new):
        if _within(old, first, last, olds) and _within(new, first, end, news):
            return ""
    first, last, end = next(_differences(old, new))
    return f"{name}: lines {first + 1}-{last} became {first + 1}-{end}, which is not the lines of one statement"


def _lines(data: bytes) -> list[str]:
    return re.findall(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z", data.decode("utf-8"))


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Each way to say where two texts differ: lines first to last of the one against first to end of the other (from 0, the end left out)."""
    bare_old, bare_new = [one.rstrip("\r\n") for one in old], [one.rstrip("\r\n") for one in new]
    shortest = min(len(old), len(new))
    front = next((n for n in range(shortest) if bare_old[n] != bare_new[n]), shortest)
    back = next((n for n in range(shortest) if bare_old[-1 - n] != bare_new[-1 - n]), shortest)
    for first in range(front, min(front, shortest - back) - 1, -1):
        kept = min(back, len(old) - first, len(new) - first)
        yield first, len(old) - kept, len(new) - kept


def _within(lines: Sequence[str], first: int, last: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Do all lines that say anything belong to one statement? Remarks, empty lines and the section or block it is put into belong to any."""
    said = [n + 1 for n in range(first, last) if lines[n].strip() and not lines[n].lstrip().startswith(_AROUND)]
    return not said or any(begin <= said[0] and said[-1] <= end for begin, end in spans)


def _spans(name: str, text: str) -> list[tuple[int, int]]:
    """The first and the last line of each statement; of a table, each line."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not name.lower().endswith((".fontes", ".md")):
        return [(n, n) for n in range(1, plain.count("\n") + 2)] if name.lower().endswith(".csv") else []
    found: list[Diagnostic] = []
    return [(one.span.line, one.span.end_line) for one in Script(name, plain).statements(found)]


class Errors:
    """How many errors a corpus has, told again whenever its files changed."""

    def __init__(self, root: Path) -> None:
        self.bench = Workbench.open(root)
        self.known = self.bench.errors

    def complaint(self, case: Case) -> str:
        """Are there more than before? Who takes a statement away was told what that breaks, and said they are sure."""
        self.bench.reload()
        before, self.known = self.known, self.bench.errors
        if _SURE.search(case.body):
            return ""
        return f"{self.known - before} errors more than before" if self.known > before else ""
