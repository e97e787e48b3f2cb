"""What a sheet of each kind may have in its columns, and how a row becomes the header of a statement.

The kinds and their particulars are those of the published grammar; a heading is such a keyword, or a plainer word for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from fontes.text.vocabulary import ANYTHING, FAMILIES

QUOTED = frozenset({"wording", "office", "note", "private note", "quote", "place"})
DOUBTFUL = frozenset({"rests-on", "draws-on"})
OUTCOMES = frozenset({"found", "not-found", "not-sought"})
VERBS_OF_OTHER_ACTS = ("asserts", "proposes", "receives", "sought", "dates", "assesses")


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
        known += [*self.particulars, *ANYTHING]
        return {plain(name): name for name in known} | {plain(k): v for k, v in self.plainly.items()}

    def in_header(self, field: str) -> bool:
        """Does this field stand in the header (and so only once)?"""
        return any(slot.field == field for slot in self.slots)


def plain(heading: str) -> str:
    """A heading without regard to capitals, and to spaces or low lines for hyphens."""
    return "-".join(heading.casefold().replace("_", " ").replace("-", " ").split())


def _under(*families: str) -> tuple[str, ...]:
    """The particulars of any of these statements, doubtful grounds among them; what was looked for has one column, ``result``."""
    known = {keyword for family in families for keyword in FAMILIES[family]}
    if known & OUTCOMES:
        known = (known - OUTCOMES) | {"result"}
    return tuple(sorted(known | {f"{keyword}?" for keyword in known & DOUBTFUL}))


def _declaration(kind: str, sheet: str, *plainly: str) -> Form:
    slots = (Slot("name"), Slot("wording", "quoted"))
    return Form(kind, sheet, slots, (("name",),), _under(kind), dict.fromkeys(plainly, "wording"), lead=kind)


_DATE, _AGENTS, _VERB = Slot("date", "date"), Slot("agent"), Slot("verb")
_REPEATED, _WORDING, _LABEL = Slot("repeatedly"), Slot("wording", "quoted"), Slot("label", "label")
_FRONT = (_DATE, _AGENTS, _REPEATED, _VERB)
_WHO = {"agents": "agent", "who": "agent"}

FORMS: tuple[Form, ...] = (
    _declaration("agent", "agents", "full name"),
    _declaration("source", "sources", "title"),
    _declaration("event", "events", "description"),
    _declaration("proposition", "propositions"),
    _declaration("question", "questions"),
    _declaration("observation", "observations"),
    Form(
        "period",
        "periods",
        (Slot("name"), _WORDING, Slot("span")),
        (("name",), ("span",)),
        _under("period"),
        {},
        lead="period",
    ),
    Form(
        "stance",
        "stances",
        (*_FRONT, Slot("proposition"), Slot("question"), _WORDING, _LABEL),
        (("agent",), ("verb",), ("proposition", "question")),
        _under("asserts", "raises"),
        {**_WHO, "stance": "verb"},
    ),
    Form(
        "report",
        "reports",
        (*_FRONT, Slot("to"), Slot("proposition"), _WORDING, _LABEL),
        (("agent",), ("to",), ("proposition",)),
        _under("tells"),
        {**_WHO, "act": "verb", "from agent": "agent", "receiver": "to", "receivers": "to"},
        usual="tells",
    ),
    Form(
        "tenure",
        "tenures",
        (_DATE, _AGENTS, _VERB, Slot("office", "quoted"), Slot("body"), _LABEL),
        (("agent",), ("office", "body")),
        _under("serves-as", "belongs-to"),
        {**_WHO, "act": "verb"},
        usual="serves-as",
    ),
    Form(
        "criticism",
        "criticisms",
        (*_FRONT, Slot("target"), Slot("aspects", "aspects"), _LABEL),
        (("agent",), ("target",)),
        _under("impeaches"),
        {**_WHO, "act": "verb", "of": "target", "source": "target", "as": "aspects"},
        usual="impeaches",
    ),
    Form(
        "act",
        "acts",
        (*_FRONT, Slot("object"), _WORDING, _LABEL),
        (("agent",), ("verb",), ("object", "wording")),
        _under(*VERBS_OF_OTHER_ACTS),
        {**_WHO, "act": "verb"},
    ),
)
BY_KIND: Mapping[str, Form] = {form.kind: form for form in FORMS}
