"""What somebody filled in, as a statement: every field is read by the language's own reader of that place, and the statement is made of values.

Nothing is pasted together. What comes out is written in canonical form and read back, and must be the same statement: so nothing that is typed
into one field can become another field, another statement, or the end of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from fontes.diagnostics import NOWHERE, Diagnostic, Span
from fontes.text.compose_fields import (
    Given,
    Reader,
    Refusal,
    a_label,
    hops,
    one_name,
    particular,
    particulars,
    said,
    source_or_label,
    tidied,
)
from fontes.text.parse import parse
from fontes.text.syntax import DIRECTLY, Access, Act, Dated, Declaration, Embedded, Reference, Section, Statement, Through, Word
from fontes.text.tokens import composed, is_name
from fontes.text.values import dated, names, words
from fontes.text.vocabulary import JUDGING, ON_PROPOSITIONS, ON_QUESTIONS, REPORTING, SERVING
from fontes.text.write import write_statement

__all__ = ["DECLARED", "KINDS", "VERBS_OF", "Composed", "Given", "Refusal", "access_of", "compose", "named", "same", "tidied"]

DECLARED = ("agent", "source", "question", "proposition", "event")
VERBS_OF = {
    "stance": (*ON_PROPOSITIONS, *ON_QUESTIONS),
    "report": REPORTING,
    "criticism": JUDGING,
    "tenure": SERVING,
    "search": ("sought",),
}
KINDS = (*DECLARED, *VERBS_OF, "section")
"""What can be composed."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A statement and the field that each of its lines comes from; or what is refused, and then there is no statement."""

    statement: Statement | None
    places: tuple[str, ...]
    refusals: tuple[Refusal, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The statement in canonical form; nothing where there is none."""
        return tuple(write_statement(self.statement)) if self.statement is not None else ()


def compose(kind: str, given: Given, own: Access | None = None) -> Composed:
    """The statement of these fields; ``own`` is its own access, where the section it will stand in does not give it.

    Raises KeyError for a kind that is not one of ``KINDS``.
    """
    if kind not in KINDS:
        raise KeyError(kind)
    reader = Reader(given)
    made = _MAKERS[kind](kind, reader)
    below = tuple(particulars(kind, _family(kind, made), reader)) if kind != "section" else ()
    if reader.refusals or made is None:
        return Composed(None, (), tuple(reader.refusals))
    places = ("", *(field for field, _ in below))
    indented = tuple(one for _, one in below)
    if own is not None:
        indented, places = (*indented, particular("per", own)), (*places, "per")
    whole: Statement = made
    if isinstance(made, Declaration):
        whole = replace(made, particulars=indented)
    elif isinstance(made, Act):
        whole = made._replace(particulars=indented)
    return _read_back(whole, places)


def _read_back(statement: Statement, places: tuple[str, ...]) -> Composed:
    """The statement, if what is written for it is read as the very same; else what the reader has to say, at its field."""
    try:
        lines = write_statement(statement)
    except (ValueError, KeyError) as trouble:
        return Composed(None, (), (Refusal("", "not-the-same", str(trouble)),))
    if any("\n" in line for line in lines):
        return Composed(None, (), (Refusal("", "control-sign"),))
    parsed = parse("\n".join(lines), "")
    if parsed.diagnostics:
        errors = tuple(_refusal(one, places) for one in parsed.diagnostics if one.severity.value == "error")
        if errors:
            return Composed(None, (), errors)
    if len(parsed.statements) != 1 or not same(parsed.statements[0], statement):
        return Composed(None, (), (_differing(statement, parsed.statements, places),))
    return Composed(statement, places, ())


def _refusal(one: Diagnostic, places: tuple[str, ...]) -> Refusal:
    at = one.span.line - 1
    return Refusal(places[at] if at < len(places) else "", one.slug, one.detail)


def _differing(wanted: Statement, found: Sequence[Statement], places: tuple[str, ...]) -> Refusal:
    """The first line that is read as something else."""
    other = found[0] if len(found) == 1 else None
    if isinstance(wanted, Act | Declaration) and type(other) is type(wanted):
        assert isinstance(other, Act | Declaration)
        for at, (a, b) in enumerate(zip(wanted.particulars, other.particulars, strict=False), 1):
            if _bare(a) != _bare(b):
                return Refusal(places[at], "not-the-same")
    return Refusal("", "not-the-same")


def same(one: object, other: object) -> bool:
    """Do two statements say the same, wherever they stand?"""
    return bool(_bare(one) == _bare(other))


def _bare(value: Any) -> Any:
    if isinstance(value, Span):
        return None
    if isinstance(value, tuple):
        kept = tuple(_bare(each) for each in value)
        return (type(value).__name__, kept) if hasattr(value, "_fields") else kept
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, tuple(_bare(getattr(value, one.name)) for one in fields(value)))
    return value


def named(wording: str, taken: Callable[[str], bool]) -> str:
    """A short name made from what a thing is called: its first words, in any script; a number behind it where the name is taken."""
    parts = [part for part in re.split(r"[\W_]+", composed(wording).casefold()) if part]
    kept: list[str] = []
    for part in parts:
        if kept and len("-".join((*kept, part))) > 40:
            break
        kept.append(part)
    first = "-".join(kept)[:60].lstrip("0123456789-").rstrip("-")
    if not is_name(first):
        first = "".join(sign for sign in first if is_name(sign))[:40] or "new"
    found, number = first, 2
    while taken(found):
        found, number = f"{first}-{number}", number + 1
    return found


# ---- first lines


def _declaration(kind: str, reader: Reader) -> Declaration | None:
    called = reader.needed("name", reader.read("name", one_name))
    wording = reader.word("wording")
    if called is None:
        return None
    return Declaration(Word(kind, NOWHERE), called, wording, None, (), DIRECTLY, NOWHERE)


def _act(kind: str, reader: Reader) -> Act | None:
    """What all acts begin with; the rest by its verb."""
    verb = reader.text("verb") or VERBS_OF[kind][0]
    if verb not in VERBS_OF[kind]:
        reader.refusals.append(Refusal("verb", "missing"))
        return None
    date: Dated | None = reader.read("date", dated)
    unnamed = reader.word("unnamed")
    agents: tuple[Word, ...] = reader.read("agent", names) or ()
    if unnamed is not None:
        agents = ()
    else:
        reader.needed("agent", agents)
    again = bool(reader.text("repeatedly"))
    act = Act(
        date, agents, unnamed, again, Word(verb, NOWHERE), None, None, reader.read("label", a_label), (), DIRECTLY, NOWHERE,
    )  # fmt: skip
    return _TAILS[kind](act, reader)


def _stance(act: Act, reader: Reader) -> Act:
    against = reader.read("against", one_name) if act.verb.text == "raises" else None
    return _proposed(act, reader)._replace(others=(against,) if against is not None else ())


def _proposed(act: Act, reader: Reader) -> Act:
    what = reader.needed("on", reader.read("on", said))
    wording = reader.word("wording")
    if isinstance(what, Embedded) and wording is not None:
        reader.refusals.append(Refusal("wording", "unreadable-line", "A statement in brackets has no wording of its own."))
    return act._replace(object=what, wording=wording)


def _reported(act: Act, reader: Reader) -> Act:
    return _proposed(act, reader)._replace(hops=reader.needed("to", reader.read("to", hops)) or ())


def _judged(act: Act, reader: Reader) -> Act:
    target = reader.needed("target", reader.read("target", source_or_label))
    return act._replace(object=target, aspects=tuple(reader.read("aspects", words) or ()))


def _served(act: Act, reader: Reader) -> Act:
    if act.verb.text == "serves-as":
        return act._replace(wording=reader.needed("office", reader.word("office")))
    return act._replace(object=reader.needed("body", reader.read("body", one_name)))


def _sought(act: Act, reader: Reader) -> Act:
    """A source where one is named; else the words for what was looked for."""
    source, wording = reader.read("target", one_name), reader.word("wording")
    if source is not None:
        return act._replace(object=source)
    return act._replace(wording=reader.needed("target", wording))


def _section(kind: str, reader: Reader) -> Through | None:
    wanted = _wanted(reader)
    if wanted.source is None:
        reader.needed("per", None)
        return None
    return Through(wanted, NOWHERE)


def access_of(given: Given) -> tuple[Section, tuple[Refusal, ...]]:
    """The access that is filled in: ``per`` and its passage, ``via`` and its passage; nothing filled in is directly."""
    reader = Reader(given)
    wanted = _wanted(reader)
    if wanted.source is not None and not reader.refusals:
        back = _read_back(Through(wanted, NOWHERE), ("",))
        reader.refusals += [replace(one, field="per-passage" if wanted.passage else "per") for one in back.refusals]
    return wanted, tuple(reader.refusals)


def _wanted(reader: Reader) -> Section:
    source: Word | None = reader.read("per", one_name)
    via: Word | None = reader.read("via", one_name)
    passage, through = reader.text("per-passage"), reader.text("via-passage")
    if source is None:
        for field in ("per-passage", "via"):
            if reader.text(field) and not reader.text("per"):
                reader.refusals.append(Refusal(field, "missing-per"))
        return DIRECTLY
    return Section(source, passage, Reference(via, through) if via is not None else None)


_TAILS: dict[str, Callable[[Act, Reader], Act]] = {
    "stance": _stance, "report": _reported, "criticism": _judged, "tenure": _served, "search": _sought,
}  # fmt: skip
_MAKERS: dict[str, Callable[[str, Reader], Declaration | Act | Through | None]] = {
    **dict.fromkeys(DECLARED, _declaration), **dict.fromkeys(VERBS_OF, _act), "section": _section,
}  # fmt: skip


def _family(kind: str, made: Statement | None) -> str:
    if isinstance(made, Act):
        return made.verb.text
    return kind if kind in DECLARED else VERBS_OF[kind][0]
