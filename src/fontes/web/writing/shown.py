"""A form as a page: its controls with what was filled in, what it will write, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from fontes.present.pages import Choice
from fontes.present.phrasing import number
from fontes.present.phrasing import writing as words
from fontes.present.rooms.writing import Against, Control, Form, Part, Preview
from fontes.text.compose import DECLARED, access_of, tidied
from fontes.text.stretches import stretches
from fontes.text.vocabulary import CHOICES
from fontes.web.writing.bodies import Fields
from fontes.web.writing.desk import Desk
from fontes.web.writing.filled import Tried
from fontes.web.writing.footnotes import next_passage
from fontes.web.writing.forms import ACCESS, ACCESS_MORE, LAYOUTS, NEW, Spec, has_access
from fontes.web.writing.where import ANOTHER, usual_file
from fontes.workbench_edits import NEW_SECTION, section_key, written_section

MOST_SECTIONS = 300
_LONG = 60


def label_of(kind: str, name: str) -> str:
    """What a field is called in a form."""
    return words.LABELS_OF.get((kind, name)) or words.LABELS.get(name) or words.LABELS.get(name.removesuffix("?"), name)


def form_of(desk: Desk, kind: str, given: Fields, found: Tried | None, *, told: bool) -> Form:
    """The form of a kind. ``found`` is what became of it so far, ``told`` whether what is missing is said yet; then the focus goes to that."""
    refused = dict(reversed(found.refusals)) if found is not None and told else {}
    making = _Making(desk, kind, given, refused, "" if found is not None and told and found.refusals else _first_empty(kind, given))
    layout = LAYOUTS[kind]
    offers = found.offers if found is not None else frozenset()
    parts = [Part("", tuple(map(making.control, layout.first)))]
    if layout.thing:
        parts.append(making.part(words.OF_THE_NEW, layout.thing, "of-the-new"))
    for new, _ in layout.new:
        legend = words.SOMEBODY_NEW if new == "new-agent" else words.SOURCE_NEW
        parts.append(making.part(legend, NEW[new], new, new in offers))
    if layout.more:
        parts.append(making.part(words.MORE, layout.more, "more"))
    if has_access(kind):
        then = () if kind in DECLARED else (making.then(),)
        parts.append(Part(words.ACCESS, (*map(making.control, ACCESS), *then)))
        parts.append(making.part(words.LABELS["via"].capitalize(), ACCESS_MORE, "via-more"))
    parts.append(making.place())
    against = tuple(
        Against(_field(field, kind), label_of(kind, field) if field else "", said) for field, said in (found.refusals if found and told else ())
    )
    return Form(f"/write/{kind}", tuple(parts), preview_of(found), against, (), words.KINDS[kind][1], live=f"/write/{kind}/preview")


def _field(field: str, kind: str) -> str:
    return field_id(field) if field else ""


def field_id(name: str) -> str:
    """The id of a control on the page."""
    return "f-" + name.replace("?", "-perhaps").replace(" ", "-")


def preview_of(found: Tried | None) -> Preview:
    """The lines that would be written, and where."""
    if found is None or not found.lines or found.proposal is None:
        return Preview(found.lines if found is not None and not found.refusals else (), "", words.PREVIEW_NONE)
    edit = found.proposal.edit
    pattern = words.PLACE_NEW if edit.founds else words.PLACE_UNDER if found.under else words.PLACE
    place = pattern.format(file=found.file, line=found.begins, section=found.under)
    remarks = tuple(f"{one.summary}: {one.detail}" for one in found.proposal.remarks)
    said = words.CAN_BE_WRITTEN if found.ready else ""
    if found.ready and remarks:
        said = words.CAN_WITH_REMARKS.format(count=number(len(remarks)))
    return Preview(found.lines, place, said, remarks)


def _first_empty(kind: str, given: Fields) -> str:
    """The field one goes to: the first that is empty, and that is no choice."""
    first = LAYOUTS[kind].first
    empty = [spec.name for spec in first if spec.manner in ("line", "long") and not any(given.get(spec.name, ()))]
    return (empty or [first[0].name])[0]


class _Making:
    """Makes the controls of one form."""

    def __init__(self, desk: Desk, kind: str, given: Fields, refused: Mapping[str, str], focus: str) -> None:
        self.desk, self.kind, self.given, self.refused, self.focus = desk, kind, given, refused, focus

    def control(self, spec: Spec) -> Control:
        """One field with what is in it."""
        values = self.given.get(spec.name, ())
        if spec.many:
            values = tuple(one for one in values if one.strip())
        label = label_of(self.kind, spec.name)
        beside = None
        if spec.beside:
            beside = Control(spec.beside, label_of(self.kind, spec.beside), values=self.given.get(spec.beside, ()), complete="sources")
        rows = 1 + max((len(one) // _LONG for one in values), default=0)
        return Control(
            spec.name, label, spec.manner, values, words.HINTS_OF.get((self.kind, spec.name), words.HINTS.get(spec.name, "")), self._choices(spec),
            "" if spec.manner == "choice" else spec.of, self.refused.get(spec.name, ""), spec.needed, spec.many, spec.name == self.focus, beside,
            min(max(rows, 2), 8),
        )  # fmt: skip

    def _choices(self, spec: Spec) -> tuple[Choice, ...]:
        if spec.manner == "flag":
            return (Choice("yes", words.FLAG[spec.name]),) if spec.name != "as" else (Choice("head", words.FLAG["as"]),)
        if spec.manner not in ("choice", "checks"):
            return ()
        if spec.name == "verb":
            return tuple(Choice(one, words.CHOICES["verb"].get(one, one)) for one in spec.of.split())
        name = "role" if spec.name == "new-agent-role" else spec.name
        known = next((values for (_, keyword), values in CHOICES.items() if keyword == name), ())
        listed = tuple(Choice(one, words.CHOICES.get(name, {}).get(one, one)) for one in known)
        return listed if spec.manner == "checks" else (Choice("", words.NOT_SAID), *listed)

    def part(self, legend: str, specs: Sequence[Spec], id: str, open: bool = False) -> Part:
        """Fields under a disclosure, which is open where one of them is filled in or refused."""
        controls = tuple(map(self.control, specs))
        filled = any(any(one.strip() for one in each.values) or each.refused for each in controls)
        return Part(legend, controls, True, open or filled, id)

    def place(self) -> Part:
        """File, section, and what comes after saving."""
        chosen = next(iter(self.given.get("file", ())), "") or usual_file(self.desk, self.kind, self.given)
        files = (*(Choice(path, path) for path in file_choices(self.desk)), Choice(ANOTHER, words.NEW_FILE))
        controls = [
            Control("file", words.LABELS["file"], "choice", (chosen,), choices=files, refused=self.refused.get("file", "")),
            self.control(Spec("new-file")),
        ]
        if self.kind != "section":
            under = next(iter(self.given.get("section", ())), "")
            there, refused = section_choices(self.desk, chosen), self.refused.get("section", "")
            controls.append(Control("section", words.LABELS["section"], "choice", (under,), choices=there, refused=refused))
        return Part(words.WHERE, tuple(controls), True, any(one.refused for one in controls), "where")

    def then(self) -> Control:
        """Whether the passage is kept after saving, or goes on to the next."""
        passage = next((one for name in ("per-passage", "passage") for one in self.given.get(name, ()) if one.strip()), "")
        after = next_passage(tidied(passage))
        onward = words.NEXT_NOTE.format(next=after) if after else words.CHOICES["then"]["next"]
        choices = (Choice("keep", words.CHOICES["then"]["keep"]), Choice("next", onward))
        chosen = next(iter(self.given.get("then", ())), "") or self.desk.then
        return Control("then", words.LABELS["then"], "choice", (chosen,), choices=choices)


def file_choices(desk: Desk) -> tuple[str, ...]:
    """The files that can be written in: texts of statements, and notes that have a block of them."""
    files = desk.bench.folder.files
    return tuple(one.path for one in files if one.path.lower().endswith(".fontes") or "```fontes" in one.text or "~~~fontes" in one.text)


def section_choices(desk: Desk, file: str) -> tuple[Choice, ...]:
    """The usual place, the sections of a file, and one of its own."""
    there = stretches(desk.bench.text(file) or "", file) if file != ANOTHER else ()
    listed = [
        Choice(
            section_key(at, one.section),
            words.SECTION.format(written=written_section(one.section), line=one.head) if one.head else words.SECTION_BEGINNING,
        )
        for at, one in enumerate(there)
    ]
    return Choice("", words.AUTOMATIC), *listed[-MOST_SECTIONS:], Choice(NEW_SECTION, words.NEW_SECTION)


def summary(against: Iterable[object]) -> str:
    """How many things stand against saving."""
    count = len(list(against))
    return words.REFUSED_ONE if count == 1 else words.REFUSED_MANY.format(count=number(count).capitalize())


def wanted_access(given: Fields) -> str:
    """The access that is filled in, as it is written; empty where it is directly or not understood."""
    wanted, wrong = access_of(given)
    return "" if wrong or wanted.source is None else written_section(wanted)
