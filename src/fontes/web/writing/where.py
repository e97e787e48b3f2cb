"""Which file something usually goes to, and under which section it will stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from fontes.text.compose import DECLARED
from fontes.text.stretches import stretches
from fontes.web.writing.desk import Desk
from fontes.workbench_edits import Proposal, written_section

ANOTHER = "new"
"""Chosen instead of a file: a new one."""
ENDINGS = (".fontes", ".md")


def section_over(proposal: Proposal, begins: int, desk: Desk) -> str:
    """The section under which a line will stand, as it is written; empty where that is directly."""
    edit = proposal.edit
    text = edit.of("" if edit.founds else desk.bench.text(edit.file) or "")
    over = [one for one in stretches(text, edit.file) if one.head <= begins <= one.end]
    return written_section(over[-1].section) if over and over[-1].section.source is not None else ""


def usual_file(desk: Desk, kind: str, given: Mapping[str, Sequence[str]]) -> str:
    """Where something of this kind usually goes: the file of the last saving; one with a section of this access; where most of its kind stand."""
    if kind in desk.files and desk.bench.text(desk.files[kind]) is not None:
        return desk.files[kind]
    source = next(iter(given.get("per", ())), "")
    files = [one for one in desk.bench.folder.files if one.path.lower().endswith(ENDINGS)]
    counts = _counted(desk, kind)
    if source and kind not in DECLARED:
        through = [one.path for one in files if re.search(rf"^through {re.escape(source)}(?:\s|$)", one.text, re.MULTILINE)]
        if through:
            return max(through, key=lambda path: (path == desk.files.get(""), counts.get(path, 0)))
    paths = {one.path for one in files}
    best = max((path for path in counts if path in paths), key=lambda path: (counts[path], path), default="")
    return best or next((one.path for one in files if one.path.lower().endswith(".fontes")), next(iter(sorted(paths)), ANOTHER))


def _counted(desk: Desk, kind: str) -> Mapping[str, int]:
    """How many of a kind stand in each file."""

    def count() -> dict[str, int]:
        corpus = desk.bench.corpus
        families = {
            "agent": corpus.agents, "source": corpus.sources, "question": corpus.questions, "proposition": corpus.propositions,
            "event": corpus.events, "report": corpus.reports, "criticism": corpus.criticisms, "tenure": corpus.tenures, "search": corpus.searches,
        }  # fmt: skip
        counts: dict[str, int] = {}
        for one in families.get(kind, corpus.stances).values():  # type: ignore[attr-defined]
            counts[one.place.file] = counts.get(one.place.file, 0) + 1
        return counts

    return desk.reading.once("writing counts", kind, count)
