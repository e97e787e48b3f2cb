"""What a sheet of each kind may have in its columns, and how a row becomes the header of a statement.

The kinds and their particulars are those of the published grammar; a heading is such a keyword, or a plainer word for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

EVERYWHERE = ("note", "private note", "recorded-by", "checked-by", "per")
QUOTED = frozenset({"wording", "office", "note", "private note", "quote", "place"})
class Slot(NamedTuple):
    """A place in the header. ``manner``: plain, quoted, date (a comma follows), label (^ precedes) or aspects (``as …``)."""

    field: str
    manner: str = "plain"


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of sheet.

    ``needed`` lists fields of which a row must have at least one each; ``usual`` is the verb of a row that names none;
    ``plainly`` gives headings that stand for a field.
    """

    kind: str
    sheet: str
    slots: tuple[Slot, ...]
    needed: tuple[tuple[str, ...], ...]
    particulars: tuple[str, ...]
    plainly: Mapping[str, str]
    lead: str = ""
    usual: str = ""

    def field(self, heading: str) -> str:
        """The field a heading stands for, or nothing."""
        return self.fields().get(plain(heading), "")

    def fields(self) -> dict[str, str]:
        """Every heading understood, in its plain form, and its field."""
        known = [slot.field for slot in self.slots]
        known += [*self.particulars, *EVERYWHERE]
        return {plain(name): name for name in known} | {plain(k): v for k, v in self.plainly.items()}

    def in_header(self, field: str) -> bool:
        """Does this field stand in the header (and so only once)?"""
        return any(slot.field == field for slot in self.slots)


def plain(heading: str) -> str:
    """A heading without regard to capitals, and to spaces or low lines for hyphens."""
    return "-".join(heading.casefold().replace("_", " ").replace("-", " ").split())


def _declaration(kind: str, sheet: str, particulars: tuple[str, ...], *plainly: str) -> Form:
    slots = (Slot("name"), Slot("wording", "quoted"))
    return Form(kind, sheet, slots, (("name",),), particulars, dict.fromkeys(plainly, "wording"), lead=kind)


_DATE, _AGENTS, _VERB = Slot("date", "date"), Slot("agent"), Slot("verb")
_REPEATED, _WORDING, _LABEL = Slot("repeatedly"), Slot("wording", "quoted"), Slot("label", "label")
_FRONT = (_DATE, _AGENTS, _REPEATED, _VERB)
_WHO = {"agents": "agent", "who": "agent"}

FORMS: tuple[Form, ...] = (
    _declaration("agent", "agents", _AGENT, "full name"),
    _declaration("source", "sources", tuple(_SOURCE), "title"),
    _declaration("event", "events", tuple(_EVENT), "description"),
    _declaration("proposition", "propositions", _THING),
    _declaration("question", "questions", ("kind", "part-of", "about")),
    _declaration("observation", "observations", (*_THING, "found", "not-found", "not-sought")),
    Form(
        "period",
        "periods",
        (Slot("name"), _WORDING, Slot("span")),
        (("name",), ("span",)),
        ("school",),
        {},
        lead="period",
    ),
    Form(
        "stance",
        "stances",
        (*_FRONT, Slot("proposition"), Slot("question"), _WORDING, _LABEL),
        (("agent",), ("verb",), ("proposition", "question")),
        (*_STANCE, *_THING, *_DISTANCE),
        {**_WHO, "stance": "verb"},
    ),
    Form(
        "report",
        "reports",
        (*_FRONT, Slot("to"), Slot("proposition"), _WORDING, _LABEL),
        (("agent",), ("to",), ("proposition",)),
        ("carries", *_STANCE, *_THING, *_DISTANCE),
        {**_WHO, "act": "verb", "from agent": "agent", "receiver": "to", "receivers": "to"},
        usual="tells",
    ),
    Form(
        "tenure",
        "tenures",
        (_DATE, _AGENTS, _VERB, Slot("office", "quoted"), Slot("body"), _LABEL),
        (("agent",), ("office", "body")),
        ("from", "until", "at", "during", "of", "as", "in", "rests-on", "rests-on?", "before", "after"),
        {**_WHO, "act": "verb"},
        usual="serves-as",
    ),
    Form(
        "criticism",
        "criticisms",
        (*_FRONT, Slot("target"), Slot("aspects", "aspects"), _LABEL),
        (("agent",), ("target",)),
        ("on", "in", "rests-on", "rests-on?", "quote", *_DISTANCE),
        {**_WHO, "act": "verb", "of": "target", "source": "target", "as": "aspects"},
        usual="impeaches",
    ),
    Form(
        "act",
        "acts",
        (*_FRONT, Slot("object"), _WORDING, _LABEL),
        (("agent",), ("verb",), ("object", "wording")),
        (*_STANCE, "carries", "among", "result", "coded-by", *_DISTANCE),
        {**_WHO, "act": "verb"},
    ),
)
BY_KIND: Mapping[str, Form] = {form.kind: form for form in FORMS}
