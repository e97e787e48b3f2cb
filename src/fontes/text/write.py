"""Statements to text: the canonical form. Reading what is written gives the same statement."""

from __future__ import annotations

import re

from fontes.dates import When, write
from fontes.diagnostics import Diagnostic
from fontes.text.parse import Parsed, fenced, parse, parse_lines
from fontes.text.syntax import (
    Access,
    Act,
    AllOf,
    AnyOf,
    Broken,
    Counts,
    Criticisms,
    Dated,
    Declaration,
    Distance,
    Distinct,
    Embedded,
    Expect,
    Figure,
    Grounds,
    Mark,
    Member,
    Part,
    Particular,
    Reference,
    Rename,
    Section,
    Statement,
    Through,
    Unrecorded,
    Voices,
    Word,
)
from fontes.text.vocabulary import PLURAL_OF

_QUOTED = frozenset({"note", "private note", "quote", "consensus", "place", "also"})
_BREAKS = re.compile(r'(?:^|\s)(?:and|or|saying|per|via)(?:\s|$)|[,()"]')


def quote(text: str) -> str:
    """A text between quotation marks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_head(statement: Statement) -> str:
    """The first line of a statement."""
    match statement:
        case Declaration():
            return _declaration(statement)
        case Act():
            return _act(statement)
        case Through():
            return _through(statement.section)
        case Rename():
            return f"rename {statement.old.text} -> {statement.new.text}"
        case Distinct():
            return f"distinct {_names(statement.names)}"
        case Expect():
            return _expect(statement)
        case Broken():
            raise ValueError("a broken statement has no canonical form; it is kept as it stands")


def write_statement(statement: Statement) -> list[str]:
    """All lines of a statement, without what stands between them."""
    below = statement.particulars if isinstance(statement, Declaration | Act | Distinct) else ()
    return [write_head(statement), *(write_particular(one) for one in below)]


def _declaration(one: Declaration) -> str:
    words = [one.keyword.text, one.name.text]
    if one.wording is not None:
        words.append(quote(one.wording.text))
    if one.date is not None:
        words.append(one.date.when.written)
    return " ".join(words)


def _through(section: Section) -> str:
    if section.source is None:
        return "directly"
    return "through " + _access(Access(section.source, section.passage, section.via, section.source.span))


def date_before(when: When) -> str:
    """A date at the beginning of an act: bare EDTF as it is, a phrase with its comma."""
    written = write(when)
    return f"{written} " if when.is_bare else f"{written}, "


def _act(act: Act) -> str:
    words = [date_before(act.date.when) if act.date else ""]
    words.append(f"unnamed {quote(act.unnamed.text)}" if act.unnamed else _names(act.agents))
    verb = PLURAL_OF[act.verb.text] if len(act.agents) > 1 else act.verb.text
    words.append(f" repeatedly {verb}" if act.repeatedly else f" {verb}")
    words.extend(f" {tail}" for tail in _tail(act))
    if act.label is not None:
        words.append(f"   {act.label.text}")
    return "".join(words)


def _tail(act: Act) -> list[str]:
    parts: list[str] = []
    verb = act.verb.text
    if verb in ("proposes", "orders", "asks") and act.others:
        parts.append(f"to {_names(act.others)}")
    if act.hops:
        parts.append(" > ".join(_names(hop) for hop in act.hops))
    if act.object is not None:
        parts.append(_object(act.object) + (":" if verb == "assesses" else ""))
    if act.wording is not None:
        parts.append(quote(act.wording.text))
    if act.aspects:
        parts.append("as " + ", ".join(_plain(word.text) for word in act.aspects))
    if verb == "raises" and act.others:
        parts.append(f"against {_names(act.others)}")
    if verb == "receives" and act.others:
        parts.append(f"from {_names(act.others)}")
    if act.marks:
        parts.append(", ".join(_mark(mark) for mark in act.marks))
    if act.dated is not None:
        parts.append(write(act.dated.when))
    return parts


def _mark(mark: Mark) -> str:
    over = f" over {mark.over.text}" if mark.over else ""
    return f"{mark.under.text}{over} {mark.mark}"


def _object(what: Word | Embedded) -> str:
    if isinstance(what, Word):
        return what.text
    return write_embedded(what)


def write_embedded(what: Embedded) -> str:
    """A statement in brackets; this text is also the name of the proposition it makes."""
    by = f" by {write(what.by.when)}" if what.by else ""
    return f"({what.agent.text} {what.verb.text} {_object(what.object)}{by})"


def _expect(one: Expect) -> str:
    by = f" by {write(one.by.when)}" if one.by else ""
    what = one.object.text if one.object else ""
    match one.test:
        case "count":
            return f"expect {one.measure} of {one.subject.text} {one.sign} {one.number}"
        case "without":
            return f"expect {one.subject.text} {one.outcome.replace('-', ' ')} without {_list(one.units)}"
        case "is":
            return f"expect {one.subject.text} is {one.outcome.replace('-', ' ')}"
        case "before":
            return f"expect {one.subject.text} before {what}"
        case _:
            return f"expect {one.subject.text} {one.sign} {what}{by}"


def _names(words: tuple[Word, ...]) -> str:
    return ", ".join(word.text for word in words)


def _plain(text: str) -> str:
    """A word as it is; anything with signs of the language in it between quotation marks."""
    return text if text and not re.search(r'[\s,()>"“]', text) else quote(text)


def _list(words: tuple[Word, ...]) -> str:
    return ", ".join(_plain(word.text) for word in words)


def write_particular(one: Particular) -> str:
    """One indented line."""
    keyword = one.keyword.text
    if one.doubtful and keyword in ("rests-on", "draws-on"):
        keyword += "?"
    value = _value(one)
    doubt = " ?" if one.doubtful and one.keyword.text in ("by", "ascribed-to") else ""
    own = f" per {_access(one.access)}" if one.access else ""
    return f"  {keyword}{' ' if value else ''}{value}{doubt}{own}"


def _value(one: Particular) -> str:
    value, keyword = one.value, one.keyword.text
    match value:
        case None:
            return ""
        case Access():
            return _access(value)
        case Reference():
            return _profile(value) if keyword == "profile" else _reference(value, own_line=True)
        case Dated():
            return write(value.when)
        case Member() | AllOf() | AnyOf() | Unrecorded():
            return write_grounds(value)
        case Word():
            return quote(value.text) if keyword in _QUOTED else _sayable(value.text, keyword)
        case Part():
            return (
                f"missing {quote(value.missing.text)}"
                if value.missing
                else f"{value.name.text if value.name else ''} {value.manner}".strip()
            )
        case Figure():
            return _figure(value)
        case Distance():
            return f"{value.name.text} {value.written}".strip()
        case Counts():
            return " ".join(["events", *(f"{key} {word.text}" for key, word in value.choices)])
        case Criticisms():
            return _criticisms(value)
        case Voices():
            return _voices(value)
    if keyword == "coverage":
        return ", ".join(_reference(item) for item in value if isinstance(item, Reference))
    listed = tuple(item for item in value if isinstance(item, Word))
    return ", ".join(quote(item.text) for item in listed) if keyword == "also" else _list(listed)


def _sayable(text: str, keyword: str) -> str:
    """A word or passage on a line of its own: quoted where its signs would be read as something else."""
    if keyword == "examined":
        return quote(text) if " per " in f" {text} " or '"' in text else text
    return text if text and '"' not in text and not re.search(r"\sper\s", f" {text} ") and keyword not in _QUOTED else quote(text)


def _profile(value: Reference) -> str:
    return f"{_plain(value.name.text)} {quote(value.passage)}" if value.passage else _plain(value.name.text)


def _figure(value: Figure) -> str:
    number = value.least if value.least == value.most else f"{value.least}..{value.most}"
    unit = "%" if value.unit == "%" else f" {_plain(value.unit)}" if value.unit else ""
    return f"{number}{unit} of {quote(value.of.text)}"


def _criticisms(value: Criticisms) -> str:
    of = f" of {_names(value.of)}" if value.of else ""
    return _list(value.kinds) + of + (f" as-of {write(value.as_of.when)}" if value.as_of else "")


def _voices(value: Voices) -> str:
    parts = [_names(value.names)] if value.names else []
    if value.school:
        parts.append(f"school {value.school.text}")
    if value.within:
        parts.append(f"taken-within {write(value.within.when)}")
    return " ".join(parts)


def _reference(value: Reference, *, own_line: bool = False) -> str:
    if not value.passage:
        return value.name.text
    broken = (
        '"' in value.passage or re.search(r"(?:^|\s)(?:per|via)(?:\s|$)", value.passage) or (not own_line and _BREAKS.search(value.passage))
    )
    return f"{value.name.text} {quote(value.passage) if broken else value.passage}"


def _access(value: Access) -> str:
    parts = []
    if value.source is not None:
        parts.append(_reference(Reference(value.source, value.passage), own_line=True))
    elif value.passage:
        words = value.passage.split()
        bare = '"' not in value.passage and "via" not in words
        parts.append(value.passage if bare else quote(value.passage))
    if value.via:
        parts.append(f"via {_reference(value.via, own_line=True)}")
    return " ".join(parts)


def write_grounds(value: Grounds) -> str:
    """A ground in the notation of the language."""
    match value:
        case Member():
            return _member(value)
        case AllOf():
            return " and ".join(_member(one) for one in value.members)
        case AnyOf():
            return " or ".join(write_grounds(one) for one in value.members)
        case Unrecorded():
            return ", ".join(write_grounds(one) for one in value.members)


def _member(one: Member) -> str:
    if one.kind == "that":
        return f"that {one.name.text}"
    if one.kind == "text":
        return f"text of {_reference(Reference(one.name, one.passage))}"
    saying = f" saying {one.saying.text}" if one.saying else ""
    return _reference(Reference(one.name, one.passage)) + saying


def format_text(text: str, file: str) -> tuple[str, Parsed]:
    """A ``*.fontes`` file in canonical form. Comments stay where they are, what cannot be read stays as it is."""
    parsed = parse(text, file)
    lines = _formatted(list(enumerate(text.split("\n"), 1)), parsed)
    return "\n".join(_spaced(lines)), parsed


def format_markdown(text: str, file: str) -> tuple[str, Parsed]:
    """A Markdown note whose ``fontes`` blocks are in canonical form; nothing else in it moves."""
    lines = text.split("\n")
    statements: list[Statement] = []
    found: list[Diagnostic] = []
    shift = 0
    for block in fenced(text):
        parsed = parse_lines(block, file)
        statements.extend(parsed.statements)
        found.extend(parsed.diagnostics)
        if block:
            first = block[0][0] - 1 + shift
            fresh = _formatted(block, parsed)
            lines[first : first + len(block)] = fresh
            shift += len(fresh) - len(block)
    return "\n".join(lines), Parsed(tuple(statements), tuple(found))


def _formatted(lines: list[tuple[int, str]], parsed: Parsed) -> list[str]:
    """Each line that carries a statement or a particular, written anew; the others as they are."""
    fresh: dict[int, str] = {}
    for statement in parsed.statements:
        if isinstance(statement, Broken):
            continue
        fresh[statement.span.line] = write_head(statement)
        for one in statement.particulars if isinstance(statement, Declaration | Act | Distinct) else ():
            fresh[one.span.line] = write_particular(one)
    broken = {number for one in parsed.statements if isinstance(one, Broken) for number in range(one.span.line, one.span.end_line + 1)}
    return [fresh.get(number, text if number in broken else text.rstrip()) for number, text in lines]


def _spaced(lines: list[str]) -> list[str]:
    """At most one empty line between two others, none at the beginning, one line end at the end."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return [*kept, ""]
