"""One session of writing: what was written last, and what the forms remember from one saving to the next. It lives as long as the server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from fontes.present.phrasing import writing as words
from fontes.present.rooms.writing import Recent, Session
from fontes.shelf.write import Outcome, Written
from fontes.web.addresses import queried
from fontes.web.reading import Reading
from fontes.workbench import Workbench
from fontes.workbench_edits import Edit, Proposal

SHOWN = 12
"""So many statements written last are listed."""


@dataclass(slots=True)
class Desk:
    """The state of one session. ``access`` are the access fields of the last saving; ``files`` the file last written to, by kind."""

    reading: Reading
    read_only: bool = False
    access: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    then: str = "keep"
    told: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Can anything be written here?"""
        return not self.read_only and isinstance(self.reading.bench, Workbench)

    @property
    def undoable(self) -> bool:
        """Is there anything to take back?"""
        return self.open and bool(self.bench.done)

    @property
    def bench(self) -> Workbench:
        """The workbench, which can be written in."""
        assert isinstance(self.reading.bench, Workbench)
        return self.reading.bench

    def commit(self, proposal: Proposal, told: Callable[[Written], str]) -> Outcome:
        """Write a proposal; what is told of it is kept for the next page."""
        outcome = self.bench.commit(proposal)
        if isinstance(outcome, Written):
            self.told = told(outcome)
            self.remarks = tuple(f"{one.summary}: {one.detail}" for one in proposal.remarks)
        return outcome

    def session(self, back: str, told: bool = True) -> Session:
        """What was written in this session, for a page that offers to take it back."""
        there = self._by_place()
        bench = self.bench
        recent = []
        for one in reversed(bench.done[-SHOWN:]):
            text = bench.text(one.edit.file) or ""
            now = one.edit.back.within(text).back
            line = _first(now)
            at = now.first + (now.after.index(line) if line in now.after else 0)
            recent.append(Recent(line or _gone(now), f"{now.file}:{at}", edit_address(there.get((now.file, at), "")) if now.after else ""))
        return Session(self.told if told else "", self.remarks if told else (), tuple(recent), bool(bench.done), bool(bench.undone), back)

    def _by_place(self) -> Mapping[tuple[str, int], str]:
        return self.reading.once("places", "all", lambda: places(self.reading))


def places(reading: Reading) -> dict[tuple[str, int], str]:
    """What can be edited by the file and the line at which it begins: statements and declarations, the former first."""
    corpus = reading.bench.corpus
    families = (corpus.propositions, corpus.questions, corpus.events, corpus.sources, corpus.agents)
    found = {(one.place.file, one.place.line): str(id) for family in families for id, one in family.items()}
    return found | {(one.place.file, one.place.line): str(one.id) for one in corpus.statements()}


def edit_address(id: str) -> str:
    """Where the lines of a statement or thing are edited; nowhere for none."""
    return f"/edit/{quote(id, safe='')}" if id else ""


def form_address(kind: str, given: tuple[tuple[str, str], ...] = ()) -> str:
    """Where something is written, with fields filled in."""
    return queried(f"/write/{kind}" if kind else "/write", [pair for pair in given if pair[1]])


def _first(edit: Edit) -> str:
    """The first line of the last statement that an edit put there."""
    begun = [line for line in edit.after if line.strip() and line[0] not in " \t#" and not line.startswith("```")]
    heads = [line for line in begun if line.split(None, 1)[0] not in ("through", "directly")]
    return (heads or begun or [""])[-1]


def _gone(edit: Edit) -> str:
    return words.REMOVED.format(file=edit.file, line=next((line for line in edit.before if line.strip()), ""))


def line_of(edit: Edit) -> str:
    """An edit told by one line."""
    return _first(edit) or next((line for line in edit.before if line.strip()), "")
