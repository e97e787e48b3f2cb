"""Pages on which one writes: forms, what they will write, what stands against it, and two versions side by side. Data only."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from fontes.present.pages import Choice
from fontes.present.phrasing import writing as words


@dataclass(frozen=True, slots=True)
class Control:
    """One field. ``manner`` is line, long, choice, checks or flag; ``complete`` says which names are offered; ``beside`` is a second field that
    belongs to each value; ``many`` may stand several times.
    """

    name: str
    label: str
    manner: str = "line"
    values: tuple[str, ...] = ()
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    complete: str = ""
    refused: str = ""
    needed: bool = False
    many: bool = False
    focused: bool = False
    beside: Control | None = None
    rows: int = 2

    @property
    def filled(self) -> tuple[str, ...]:
        """The values to show a field for: those given, and where there can be more an empty one."""
        if not self.many:
            return self.values[:1] or ("",)
        return (*self.values, "")

    def second(self, at: int) -> str:
        """The value of the field beside the one at a place."""
        return self.beside.values[at] if self.beside is not None and at < len(self.beside.values) else ""


@dataclass(frozen=True, slots=True)
class Part:
    """Fields that belong together, perhaps under a disclosure."""

    legend: str
    controls: tuple[Control, ...]
    folded: bool = False
    open: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Against:
    """One thing that stands against saving, and the field it stands at, if it is known."""

    field: str
    label: str
    said: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The lines as they will be written, and where."""

    lines: tuple[str, ...] = ()
    place: str = ""
    said: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recent:
    """A statement written in this session, and where it is edited (an address; empty where it stands no longer)."""

    line: str
    place: str
    edit: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """What was written in this session, the last first, and what can be done about it."""

    told: str = ""
    remarks: tuple[str, ...] = ()
    recent: tuple[Recent, ...] = ()
    undo: bool = False
    redo: bool = False
    back: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: where it is sent, its fields, what it will write, and what stands against it."""

    action: str
    parts: tuple[Part, ...]
    preview: Preview
    against: tuple[Against, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    lead: str = ""
    removable: bool = False
    live: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of two versions: in which of them it stands (a word of ``phrasing``), and its text."""

    where: str
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Choosing:
    """A choice among ways out: the words of the button, its value, and whether it only leads on."""

    label: str
    value: str
    leads: str = ""


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions line by line, and what can be done."""

    lead: str
    lines: tuple[Line, ...]
    action: str
    hidden: tuple[tuple[str, str], ...]
    choices: tuple[Choosing, ...]
    yours: str = words.ONLY_YOURS


@dataclass(frozen=True, slots=True)
class Kinds:
    """What can be written: words, what they mean, and the address."""

    entries: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """A removal to be confirmed: the lines, what refers to them, and the choices."""

    lead: str
    lines: tuple[str, ...]
    referring: tuple[str, ...]
    said: str
    action: str
    hidden: tuple[tuple[str, str], ...]
    choices: tuple[Choosing, ...]


Written = Form | Versions | Kinds | Removal | None


def side_by_side(disk: Sequence[str], yours: Sequence[str]) -> tuple[Line, ...]:
    """Two versions line by line: what stands in both, only on disk, only in yours; in the order of the text."""
    made: list[Line] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, list(disk), list(yours), autojunk=False).get_opcodes():
        if tag == "equal":
            made += [Line(words.IN_BOTH, " ", text) for text in disk[a:b]]
            continue
        made += [Line(words.ONLY_DISK, "−", text) for text in disk[a:b]]
        made += [Line(words.ONLY_YOURS, "+", text) for text in yours[c:d]]
    return tuple(made)
