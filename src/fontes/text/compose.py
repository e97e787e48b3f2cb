"""What somebody filled in, as a statement: every field is read by the language's own reader of that place, and the statement is made of values.

Nothing is pasted together. What comes out is written in canonical form and read back, and must be the same statement: so nothing that is typed
into one field can become another field, another statement, or the end of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from fontes.diagnostics import NOWHERE, Diagnostic, Span
from fontes.text.grounds import access, name, split
from fontes.text.heads import head
from fontes.text.parse import parse
from fontes.text.syntax import (
    DIRECTLY,
    Access,
    Act,
    Dated,
    Declaration,
    Embedded,
    Particular,
    Reference,
    Section,
    Statement,
    Through,
    Value,
    Word,
)
from fontes.text.tokens import UNREADABLE, Line, Token, UnreadError, composed, is_name, tokens
from fontes.text.values import SHAPES, dated, names, words
from fontes.text.vocabulary import ANYTHING, FAMILIES, JUDGING, ON_PROPOSITIONS, ON_QUESTIONS, REPEATABLE, REPORTING, SERVING
from fontes.text.write import write_statement

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

ORDER = (
    "also", "role", "kind", "by", "ascribed-to", "to", "made", "out", "born", "died", "origin", "school", "cite", "strand", "when",
    "in", "quote", "rests-on", "rests-on?", "draws-on", "draws-on?", "upon", "follows", "independent-of", "carries", "on", "of", "as", "from",
    "until", "at", "among", "result", "case", "answers", "excludes", "needs", "part-of", "part", "disclaims", "about", "compromises", "figure",
    "run-by", "targets", "alleges", "treats", "examined", "edition-of", "translation-of", "before", "after", "during", "lasts", "sense", "place",
    "language", "same-as", "unanswerable", "note", "private note", "recorded-by", "checked-by",
)  # fmt: skip
"""In which order particulars are written; it carries no meaning."""

_IN_HEAD = {"stance": frozenset({"on"}), "report": frozenset({"on", "to"})}
"""Fields of the first line that are called as some particular is."""
_TEXTS = frozenset({"note", "private note", "quote", "place", "recorded-by", "checked-by", "examined", "same-as"})
_DOUBTFUL = frozenset({"rests-on?", "draws-on?"})
_FOLDED = re.compile(r"[ \t\r\n\v\f\u0085\u2028\u2029]+")
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

Given = Mapping[str, Sequence[str]]
"""What is filled in: the values of each field, by its name. A field that stands once has one value at most."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a field cannot be written. ``slug`` is that of a diagnostic, or ``missing``, ``control-sign`` or ``not-the-same``."""

    field: str
    slug: str
    detail: str = ""


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
    reader = _Reader(given)
    made = _MAKERS[kind](kind, reader)
    below = tuple(_particulars(kind, _family(kind, made), reader)) if kind != "section" else ()
    if reader.refusals or made is None:
        return Composed(None, (), tuple(reader.refusals))
    places = ("", *(field for field, _ in below))
    particulars = tuple(one for _, one in below)
    if own is not None:
        particulars, places = (*particulars, _particular("per", own)), (*places, "per")
    whole: Statement = made
    if isinstance(made, Declaration):
        whole = replace(made, particulars=particulars)
    elif isinstance(made, Act):
        whole = made._replace(particulars=particulars)
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


def tidied(words_: str) -> str:
    """The words of a field on one line, in composed form; what breaks a line becomes a space."""
    return composed(_FOLDED.sub(" ", words_).strip())


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


# ---- fields


class _Reader:
    """Reads fields one by one, and collects what it refuses."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.refusals: list[Refusal] = []

    def texts(self, field: str) -> tuple[str, ...]:
        """The values of a field that are not empty."""
        found = []
        for value in self.given.get(field, ()):
            words_ = tidied(value)
            if _UNFIT.search(words_):
                self.refusals.append(Refusal(field, "control-sign"))
            elif words_:
                found.append(words_)
        return tuple(found)

    def text(self, field: str) -> str:
        """The one value of a field; empty where it is not filled in."""
        found = self.texts(field)
        return found[0] if found else ""

    def word(self, field: str) -> Word | None:
        """The words of a field as they stand, as between quotation marks."""
        words_ = self.text(field)
        return Word(words_, NOWHERE) if words_ else None

    def read(self, field: str, how: Callable[[Line, list[Token]], Any], words_: str | None = None) -> Any:
        """A field read as its place in the language is read; nothing where it is empty or refused."""
        written = self.text(field) if words_ is None else words_
        if not written:
            return None
        line = Line(written, "", 1)
        try:
            found = tokens(line)
            return how(line, found) if found else None
        except UnreadError as unread:
            self.refusals.append(Refusal(field, unread.diagnostic.slug, unread.diagnostic.detail))
            return None

    def needed(self, field: str, value: Any) -> Any:
        """The value; a refusal where there is none and none was told yet."""
        if value in (None, "", ()) and not any(one.field == field for one in self.refusals):
            self.refusals.append(Refusal(field, "missing"))
        return value


def _name(line: Line, found: list[Token]) -> Word:
    if len(found) != 1:
        raise UnreadError(UNREADABLE, line.whole(), f"'{line.text}' is not one name (letters and digits joined by hyphens).")
    return name(line, found[0], "a thing")


def _label(line: Line, found: list[Token]) -> Word:
    written = line.text.removeprefix("^")
    if not is_name(written):
        raise UnreadError(UNREADABLE, line.whole(), f"'{line.text}' is no label: ^ and a name (letters and digits joined by hyphens).")
    return Word(f"^{written}", NOWHERE)


def _target(line: Line, found: list[Token]) -> Word:
    return _label(line, found) if line.text.startswith("^") else _name(line, found)


def _said(line: Line, found: list[Token]) -> Word | Embedded:
    """A proposition or question by its name, or a statement in brackets."""
    if line.text.startswith("("):
        act = head(Line(f"x asserts {line.text}", "", 1))
        if isinstance(act, Act) and isinstance(act.object, Embedded) and act.label is None and act.wording is None:
            return act.object
        raise UnreadError(UNREADABLE, line.whole(), "In brackets stands a statement: (AGENT VERB PROPOSITION [by DATE]).")
    return _name(line, found)


def _hops(line: Line, found: list[Token]) -> tuple[tuple[Word, ...], ...]:
    return tuple(tuple(_receiver(line, part) for part in split(step, ",")) for step in split(found, ">"))


def _receiver(line: Line, part: list[Token]) -> Word:
    if len(part) == 1 and part[0].text == "?":
        return Word("?", NOWHERE)
    if len(part) != 1:
        raise UnreadError(UNREADABLE, line.whole(), "Receivers stand with commas or '>' between them.")
    return name(line, part[0], "a receiver")


# ---- first lines


def _declaration(kind: str, reader: _Reader) -> Declaration | None:
    called = reader.needed("name", reader.read("name", _name))
    wording = reader.word("wording")
    if called is None:
        return None
    return Declaration(Word(kind, NOWHERE), called, wording, None, (), DIRECTLY, NOWHERE)


def _act(kind: str, reader: _Reader) -> Act | None:
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
        date, agents, unnamed, again, Word(verb, NOWHERE), None, None, reader.read("label", _label), (), DIRECTLY, NOWHERE,
    )  # fmt: skip
    return _TAILS[kind](act, reader)


def _stance(act: Act, reader: _Reader) -> Act:
    against = reader.read("against", _name) if act.verb.text == "raises" else None
    return _proposed(act, reader)._replace(others=(against,) if against is not None else ())


def _proposed(act: Act, reader: _Reader) -> Act:
    what = reader.needed("on", reader.read("on", _said))
    wording = reader.word("wording")
    if isinstance(what, Embedded) and wording is not None:
        reader.refusals.append(Refusal("wording", "unreadable-line", "A statement in brackets has no wording of its own."))
    return act._replace(object=what, wording=wording)


def _reported(act: Act, reader: _Reader) -> Act:
    return _proposed(act, reader)._replace(hops=reader.needed("to", reader.read("to", _hops)) or ())


def _judged(act: Act, reader: _Reader) -> Act:
    target = reader.needed("target", reader.read("target", _target))
    return act._replace(object=target, aspects=tuple(reader.read("aspects", words) or ()))


def _served(act: Act, reader: _Reader) -> Act:
    if act.verb.text == "serves-as":
        return act._replace(wording=reader.needed("office", reader.word("office")))
    return act._replace(object=reader.needed("body", reader.read("body", _name)))


def _sought(act: Act, reader: _Reader) -> Act:
    """A source where one is named; else the words for what was looked for."""
    source, wording = reader.read("target", _name), reader.word("wording")
    if source is not None:
        return act._replace(object=source)
    return act._replace(wording=reader.needed("target", wording))


def _section(kind: str, reader: _Reader) -> Through | None:
    wanted = _wanted(reader)
    if wanted.source is None:
        reader.needed("per", None)
        return None
    return Through(wanted, NOWHERE)


def access_of(given: Given) -> tuple[Section, tuple[Refusal, ...]]:
    """The access that is filled in: ``per`` and its passage, ``via`` and its passage; nothing filled in is directly."""
    reader = _Reader(given)
    wanted = _wanted(reader)
    if wanted.source is not None and not reader.refusals:
        back = _read_back(Through(wanted, NOWHERE), ("",))
        reader.refusals += [replace(one, field="per-passage" if wanted.passage else "per") for one in back.refusals]
    return wanted, tuple(reader.refusals)


def _wanted(reader: _Reader) -> Section:
    source: Word | None = reader.read("per", _name)
    via: Word | None = reader.read("via", _name)
    passage, through = reader.text("per-passage"), reader.text("via-passage")
    if source is None:
        for field in ("per-passage", "via"):
            if reader.text(field) and not reader.text("per"):
                reader.refusals.append(Refusal(field, "missing-per"))
        return DIRECTLY
    return Section(source, passage, Reference(via, through) if via is not None else None)


_TAILS: dict[str, Callable[[Act, _Reader], Act]] = {
    "stance": _stance, "report": _reported, "criticism": _judged, "tenure": _served, "search": _sought,
}  # fmt: skip
_MAKERS: dict[str, Callable[[str, _Reader], Declaration | Act | Through | None]] = {
    **dict.fromkeys(DECLARED, _declaration), **dict.fromkeys(VERBS_OF, _act), "section": _section,
}  # fmt: skip


# ---- particulars


def _family(kind: str, made: Statement | None) -> str:
    if isinstance(made, Act):
        return made.verb.text
    return kind if kind in DECLARED else VERBS_OF[kind][0]


def _particulars(kind: str, family: str, reader: _Reader) -> Iterator[tuple[str, Particular]]:
    """The indented lines, each with the field it comes from. A field that has no place under this statement is refused, not left out."""
    allowed = FAMILIES[family] | ANYTHING | {one for one in _DOUBTFUL if one[:-1] in FAMILIES[family]}
    for field in ORDER:
        texts = reader.texts(field) if field not in _IN_HEAD.get(kind, ()) else ()
        if not texts:
            continue
        if field not in allowed:
            reader.refusals.append(Refusal(field, "unknown-keyword", f"'{field}' does not belong under '{family}'."))
            continue
        if field not in REPEATABLE | _DOUBTFUL and len(texts) > 1:
            reader.refusals.append(Refusal(field, "doubled-particular", f"'{field}' is given once only."))
            continue
        yield from ((field, one) for one in _of_field(field, texts, reader))


def _of_field(field: str, texts: tuple[str, ...], reader: _Reader) -> Iterator[Particular]:
    if field in ("also", "role"):
        yield _particular(field, tuple(Word(one, NOWHERE) for one in texts))
        return
    own = [tidied(one) for one in reader.given.get(f"{field}-per", ())]
    for at, written in enumerate(texts):
        value = _value(field, written, reader)
        given = reader.read(f"{field}-per", access, own[at]) if at < len(own) and own[at] else None
        if value is not None:
            yield _particular(field.removesuffix("?"), value[0], value[1] or field in _DOUBTFUL, given)


def _value(field: str, written: str, reader: _Reader) -> tuple[Value, bool] | None:
    """The value of one line, and whether it is doubtful."""
    if field in _TEXTS:
        return Word(written, NOWHERE), False
    if field == "unanswerable":
        return None, False
    if field == "in":
        source = reader.read("in", _name, written)
        return (Reference(source, reader.text("passage")), False) if source is not None else None
    doubtful = field in ("by", "ascribed-to") and written.endswith("?")
    value = reader.read(field, SHAPES[field.removesuffix("?")], written.removesuffix("?").rstrip() if doubtful else written)
    return (value, doubtful) if value is not None else None


def _particular(keyword: str, value: Value, doubtful: bool = False, own: Access | None = None) -> Particular:
    return Particular(Word(keyword, NOWHERE), value, doubtful, own, NOWHERE)
