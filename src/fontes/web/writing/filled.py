"""A form as it was filled in, to what would be written: names found, the statement composed, its place chosen, the corpus compiled with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fontes.diagnostics import Diagnostic
from fontes.present.phrasing import writing as words
from fontes.present.rooms.listing import folded
from fontes.shelf.write import Refused as NotThere
from fontes.shelf.write import confined
from fontes.text.compose import DECLARED, Composed, Refusal, access_of, compose, named, tidied
from fontes.text.syntax import Act, Embedded, Section, Word
from fontes.text.tokens import is_name
from fontes.text.vocabulary import RESERVED
from fontes.web.writing.bodies import Fields
from fontes.web.writing.called import WORDS, Called, called
from fontes.web.writing.desk import Desk
from fontes.web.writing.forms import LAYOUTS, Spec, fields, specs
from fontes.web.writing.where import ANOTHER, section_over, usual_file
from fontes.workbench_edits import NEW_SECTION, Edit, Proposal, inserted, standing, written_section

_LISTED = frozenset({"agent", "by", "to", "about", "run-by", "targets", "compromises", "answers", "excludes", "needs", "disclaims", "part-of",
                     "alleges", "treats", "carries", "on", "independent-of", "upon", "follows", "ascribed-to", "among"})  # fmt: skip
_SINGLE = frozenset({"in", "per", "via", "target", "body", "of", "case", "at", "against", "edition-of", "translation-of", "rests-on", "rests-on?",
                     "draws-on", "draws-on?", "before", "after", "during", "part", "when-per"})  # fmt: skip
LONGEST = 4000
"""So many signs the value of a field may have: more than any statement of the example."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a form. Without refusals ``proposal`` can be committed; ``offers`` are the things that could be recorded along with it."""

    kind: str
    given: Fields
    lines: tuple[str, ...]
    file: str
    begins: int
    under: str
    refusals: tuple[tuple[str, str], ...]
    offers: frozenset[str]
    proposal: Proposal | None

    @property
    def ready(self) -> bool:
        """Can it be written?"""
        return self.proposal is not None and not self.refusals


def tried(desk: Desk, kind: str, sent: Fields) -> Tried:
    """What would be written. Nothing is written here. Raises KeyError for a kind that there is not."""
    known = fields(kind)
    given = {name: tuple(values) for name, values in sent.items() if name in known}
    names = called(desk.reading)
    trying = _Trying(desk, names, kind, dict(given))
    long = tuple((name, words.TOO_LONG) for name, values in given.items() if any(len(one) > LONGEST for one in values))
    if long:
        return Tried(kind, {**given, **{name: () for name, _ in long}}, (), "", 0, "", long, frozenset(), None)
    trying.find_names()
    trying.name_new()
    along = trying.recorded_along()
    wanted, wrong = access_of(trying.given)
    trying.refuse(*wrong)
    file, text, founds = trying.file()
    under = trying.one("section")
    place = standing(text, file, wanted, NEW_SECTION if kind == "section" else under) if file else None
    if file and place is None:
        trying.refusals.append(("section", words.NO_SUCH_SECTION))
    composed = compose(kind, trying.given, place.own if place is not None and kind != "section" else None)
    trying.refuse(*composed.refusals)
    lines = tuple(line for one in (*along, composed) for line in one.lines)
    if place is None or composed.statement is None or any(one.statement is None for one in along):
        return trying.result(given, lines, file, 0, wanted, None)
    if kind == "section":
        place = replace(place, ahead=tuple(line for line in place.ahead if line != written_section(wanted)))
    edit, begins = inserted(text, file, place, lines)
    edit = replace(edit, founds=founds)
    proposal = desk.bench.propose(edit)
    trying.stand_at(proposal, begins, (*along, composed))
    return trying.result(given, lines, file, begins, wanted, proposal)


class _Trying:
    """One form on its way; what stands against it is collected."""

    def __init__(self, desk: Desk, names: Called, kind: str, given: dict[str, tuple[str, ...]]) -> None:
        self.desk, self.names, self.kind, self.given = desk, names, kind, given
        self.refusals: list[tuple[str, str]] = []
        self.offers: set[str] = set()
        self.under = ""

    def one(self, field: str) -> str:
        """The one value of a field, tidied."""
        values = self.given.get(field, ())
        return tidied(values[0]) if values else ""

    def refuse(self, *refusals: Refusal) -> None:
        """Keep refusals in words for their fields; where a name was refused already, it is not missing besides."""
        told = {field for field, _ in self.refusals}
        for one in refusals:
            if one.field in told and one.slug in ("missing", "unreadable-line"):
                continue
            if one.field == "name" and one.slug == "missing" and "wording" in told:
                continue
            self.refusals.append((one.field, _said(one)))

    # ---- names

    def find_names(self) -> None:
        """What is called by its words, by its name. What nothing is called, and is no name, is refused with the nearest."""
        every = (*specs(self.kind), Spec("per", of="sources"), Spec("via", of="sources"), Spec("new-in-by", of="agents"))
        for spec in every:
            if not spec.of or spec.manner == "choice" or spec.of in WORDS:
                if spec.of in ("kinds", "schools", "strands") and spec.name in self.given:
                    self.given[spec.name] = tuple("-".join(tidied(one).split()) for one in self.given[spec.name])
                elif spec.of == "aspects" and spec.name in self.given:
                    self.given[spec.name] = tuple(", ".join("-".join(each.split()) for each in one.split(",")) for one in self.given[spec.name])
                continue
            if spec.name in self.given:
                self.given[spec.name] = tuple(self._found(spec, tidied(one)) for one in self.given[spec.name])
        for new, field in LAYOUTS[self.kind].new:
            unknown = [one for value in self.given.get(field, ()) for one in _pieces(value) if one and not self._known(field, one)]
            if unknown:
                self.offers.add(new)

    def _known(self, field: str, name: str) -> bool:
        return bool(self.names.resolved("sources" if field == "in" else "agents", name.rstrip("?").strip()))

    def _found(self, spec: Spec, words_: str) -> str:
        if not words_ or words_.startswith("("):
            return words_
        whole = self._resolve(spec, words_)
        if whole:
            return whole
        if spec.name in _LISTED or (spec.name == "to" and self.kind == "report"):
            pieces = _split(words_)
            if len(pieces) > 1 or words_.endswith("?"):
                return "".join(_between(piece) if at % 2 else self._piece(spec, piece) for at, piece in enumerate(pieces))
        if spec.name in _LISTED - {"among", "follows"} or spec.name in ("in", "per", "via", "target", "body", "of", "case", "at", "against"):
            return self._piece(spec, words_)
        return words_

    def _piece(self, spec: Spec, words_: str) -> str:
        """One name of a list; a question mark behind it (inferred, or not known) stays."""
        if words_ in ("", "?", "others") or words_.startswith(("^", '"')):
            return words_
        bare, doubt = (words_[:-1].rstrip(), " ?") if words_.endswith("?") and spec.name in ("by", "ascribed-to") else (words_, "")
        found = self._resolve(spec, bare)
        if found:
            return found + doubt
        if not is_name(bare) and not self._along(spec, bare):
            near = self.names.near(spec.of, bare)
            pattern = words.NOTHING_CALLED
            if any(field == spec.name for _, field in LAYOUTS[self.kind].new):
                pattern = words.NOBODY_CALLED
            elif spec.name == "on" and self.kind in ("stance", "report"):
                pattern = words.PROPOSITION_NOT_CALLED
            self.refusals.append((spec.name, pattern.format(words=bare[:120], near=words.NEAR.format(name=near) if near else "")))
        return words_

    def _along(self, spec: Spec, bare: str) -> bool:
        """Is it to be recorded along with this?"""
        return any(field == spec.name and self.one(new) for new, field in LAYOUTS[self.kind].new)

    def _resolve(self, spec: Spec, words_: str) -> str:
        found = self.names.resolved(spec.of, words_)
        if len(found) > 1:
            self.refusals.append((spec.name, words.SEVERAL_CALLED.format(words=words_[:120], names=", ".join(found[:8]))))
        return found[0] if found else ""

    # ---- what is new

    def taken(self, name: str) -> bool:
        """Does a name stand for something already, or for a word of the language?"""
        return name in RESERVED or name in self.desk.bench.compiled.names.kinds

    def name_new(self) -> None:
        """A short name for what is worded here and has none."""
        wording = self.one("wording")
        if self.kind in DECLARED and not self.one("name") and wording:
            self.given["name"] = (named(wording, self.taken),)
        elif self.kind in DECLARED and not wording:
            self.refusals.append(("wording", words.MISSING["wording"]))
        elif self.kind in ("stance", "report") and wording:
            on = self.one("on")
            if not on or (not is_name(on) and not on.startswith("(") and folded(on) == folded(wording)):
                self.given["on"] = (named(wording, self.taken),)
                self.refusals = [one for one in self.refusals if one[0] != "on"]

    def recorded_along(self) -> list[Composed]:
        """An agent and a source that are recorded in the same step, in front of the statement."""
        made: list[Composed] = []
        for new, field in LAYOUTS[self.kind].new:
            if not self.one(new):
                continue
            typed = next((one for value in self.given.get(field, ()) for one in _pieces(value) if not self._known(field, one)), "")
            wording = self.one(f"{new}-wording") or (typed if not is_name(typed) else "")
            if not typed and not wording:
                self.refusals.append((f"{new}-wording", words.MISSING["wording"]))
                continue
            name = typed if is_name(typed) else named(wording, self.taken)
            values = self.given.get(field, ())
            self.given[field] = tuple(value.replace(typed, name) for value in values) if typed else (*filter(None, values), name)
            kind = "agent" if new == "new-agent" else "source"
            own: dict[str, tuple[str, ...]] = {"name": (name,), "wording": (wording or name.replace("-", " "),)}
            own |= {key: self.given.get(f"{new}-{key}", ()) for key in ("role", "by", "out", "kind")}
            composed = compose(kind, {key: value for key, value in own.items() if any(value)})
            self.refusals += [(f"{new}-{one.field or 'wording'}", _said(one)) for one in composed.refusals]
            self.offers.add(new)
            made.append(replace(composed, places=tuple(f"{new}-{place or 'wording'}" for place in composed.places)))
        return made

    # ---- where

    def file(self) -> tuple[str, str, bool]:
        """The file it goes to, its text, and whether it is new; empty where none can be had."""
        chosen = self.one("file") or usual_file(self.desk, self.kind, self.given)
        if chosen == ANOTHER:
            return self._new_file(self.one("new-file"))
        text = self.desk.bench.text(chosen)
        if text is None:
            table = any(sheet.file == chosen for sheet in self.desk.bench.folder.tables)
            self.refusals.append(("file", (words.TABLE_FILE if table else words.NO_SUCH_FILE).format(file=chosen[:120])))
            return "", "", False
        return chosen, text, False

    def _new_file(self, wanted: str) -> tuple[str, str, bool]:
        real = confined(self.desk.bench.root, wanted)
        if isinstance(real, NotThere) or not wanted.lower().endswith(".fontes"):
            self.refusals.append(("new-file", words.NEW_FILE_ENDING.format(file=wanted[:120])))
            return "", "", False
        if real.exists() or self.desk.bench.text(wanted) is not None:
            self.refusals.append(("new-file", words.NEW_FILE_THERE.format(file=wanted[:120])))
            return "", "", False
        return wanted, "", True

    # ---- what the compiler says

    def stand_at(self, proposal: Proposal, begins: int, parts: Sequence[Composed]) -> None:
        """The errors of the whole corpus, at the fields they come from."""
        places: list[tuple[str, Composed]] = [(place, one) for one in parts for place in one.places]
        for error in proposal.errors:
            at = error.span.line - begins
            field, words_ = "", _worded(error)
            if error.span.file == proposal.edit.file and 0 <= at < len(places):
                field = places[at][0] or self._in_head(error, places[at][1], proposal.edit)
            else:
                line = proposal.edit.stood(error.span.line) if error.span.file == proposal.edit.file else error.span.line
                words_ = words.BROKEN_BEFORE.format(file=error.span.file, line=line, words=words_)
            self.refusals.append((field, words_))
            if error.slug == "unknown-name":
                self.offers |= {new for new, of in LAYOUTS[self.kind].new if of == field}

    def _in_head(self, error: Diagnostic, composed: Composed, edit: Edit) -> str:
        """The field of the first line that a diagnostic underlines a word of."""
        row = error.span.line - edit.first
        line = edit.after[row] if 0 <= row < len(edit.after) else ""
        stretch = line[error.span.column - 1 : error.span.end_column - 1] if error.span.end_line == error.span.line else ""
        statement = composed.statement
        if stretch and isinstance(statement, Act):
            heads = {
                "agent": statement.agents, "to": (*(one for hop in statement.hops for one in hop),), "against": statement.others,
                "on": (statement.object,) if isinstance(statement.object, Word) else (),
            }  # fmt: skip
            if self.kind in ("criticism", "search"):
                heads["target"] = heads.pop("on")
            elif self.kind == "tenure":
                heads["body"] = heads.pop("on")
            found = next((field for field, them in heads.items() if any(word.text == stretch for word in them)), "")
            if found == "on" and error.slug == "declared-twice":
                return "wording"
            if found:
                return found
            if isinstance(statement.object, Embedded):
                return "on"
            if statement.label is not None and statement.label.text == stretch:
                return "label"
            if error.slug == "ambiguous-in":
                return "in"
        return {"declared-twice": "name", "reserved-name": "name"}.get(error.slug, "")

    def result(
        self, sent: Fields, lines: tuple[str, ...], file: str, begins: int, wanted: Section, proposal: Proposal | None
    ) -> Tried:
        """All of it as a value. The fields are shown again as they were filled in."""
        under = ""
        if proposal is not None:
            under = section_over(proposal, begins, self.desk)
        unique = tuple(dict.fromkeys(self.refusals))
        return Tried(self.kind, sent, lines, file, begins, under, unique, frozenset(self.offers), proposal)


def _pieces(value: str) -> list[str]:
    return [piece.strip().removesuffix("?").strip() for piece in _split(value)[::2]] if value else []


def _split(value: str) -> list[str]:
    """The pieces between commas and `>`, with these signs between them; what stands between quotation marks is one piece."""
    pieces, quoted = [""], False
    for sign in value:
        quoted = quoted != (sign == '"')
        if sign in ",>" and not quoted:
            pieces += [sign, ""]
        else:
            pieces[-1] += sign
    return [piece.strip() for piece in pieces]


def _between(sign: str) -> str:
    return ", " if sign == "," else f" {sign} "


def _worded(one: Diagnostic) -> str:
    return one.detail or one.summary


def _said(one: Refusal) -> str:
    """A refusal in words."""
    if one.slug == "missing":
        return words.MISSING.get(one.field, words.MISSING_ANY)
    fixed = {"missing-per": words.MISSING_PER, "control-sign": words.CONTROL_SIGN, "not-the-same": words.NOT_THE_SAME}
    return fixed.get(one.slug, one.detail)
