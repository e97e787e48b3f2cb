"""One field at a time: each is read by the language's own reader of its place, or refused in that reader's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fontes.diagnostics import NOWHERE
from fontes.text.grounds import access, name, split
from fontes.text.heads import head
from fontes.text.syntax import Access, Act, Embedded, Particular, Reference, Value, Word
from fontes.text.tokens import UNREADABLE, Line, Token, UnreadError, composed, is_name, tokens
from fontes.text.values import SHAPES
from fontes.text.vocabulary import ANYTHING, FAMILIES, REPEATABLE

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


def tidied(words_: str) -> str:
    """The words of a field on one line, in composed form; what breaks a line becomes a space."""
    return composed(_FOLDED.sub(" ", words_).strip())


class Reader:
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


def one_name(line: Line, found: list[Token]) -> Word:
    """A name and nothing else."""
    if len(found) != 1:
        raise UnreadError(UNREADABLE, line.whole(), f"'{line.text}' is not one name (letters and digits joined by hyphens).")
    return name(line, found[0], "a thing")


def a_label(line: Line, found: list[Token]) -> Word:
    """A label, with its ^ or without."""
    written = line.text.removeprefix("^")
    if not is_name(written):
        raise UnreadError(UNREADABLE, line.whole(), f"'{line.text}' is no label: ^ and a name (letters and digits joined by hyphens).")
    return Word(f"^{written}", NOWHERE)


def source_or_label(line: Line, found: list[Token]) -> Word:
    """What a criticism judges."""
    return a_label(line, found) if line.text.startswith("^") else one_name(line, found)


def said(line: Line, found: list[Token]) -> Word | Embedded:
    """A proposition or question by its name, or a statement in brackets."""
    if line.text.startswith("("):
        act = head(Line(f"x asserts {line.text}", "", 1))
        if isinstance(act, Act) and isinstance(act.object, Embedded) and act.label is None and act.wording is None:
            return act.object
        raise UnreadError(UNREADABLE, line.whole(), "In brackets stands a statement: (AGENT VERB PROPOSITION [by DATE]).")
    return one_name(line, found)


def hops(line: Line, found: list[Token]) -> tuple[tuple[Word, ...], ...]:
    """The receivers of a report, step by step."""
    return tuple(tuple(_receiver(line, part) for part in split(step, ",")) for step in split(found, ">"))


def _receiver(line: Line, part: list[Token]) -> Word:
    if len(part) == 1 and part[0].text == "?":
        return Word("?", NOWHERE)
    if len(part) != 1:
        raise UnreadError(UNREADABLE, line.whole(), "Receivers stand with commas or '>' between them.")
    return name(line, part[0], "a receiver")


# ---- particulars


def particulars(kind: str, family: str, reader: Reader) -> Iterator[tuple[str, Particular]]:
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


def _of_field(field: str, texts: tuple[str, ...], reader: Reader) -> Iterator[Particular]:
    if field in ("also", "role"):
        yield particular(field, tuple(Word(one, NOWHERE) for one in texts))
        return
    own = [tidied(one) for one in reader.given.get(f"{field}-per", ())]
    for at, written in enumerate(texts):
        value = _value(field, written, reader)
        given = reader.read(f"{field}-per", access, own[at]) if at < len(own) and own[at] else None
        if value is not None:
            yield particular(field.removesuffix("?"), value[0], value[1] or field in _DOUBTFUL, given)


def _value(field: str, written: str, reader: Reader) -> tuple[Value, bool] | None:
    """The value of one line, and whether it is doubtful."""
    if field in _TEXTS:
        return Word(written, NOWHERE), False
    if field == "unanswerable":
        return None, False
    if field == "in":
        source = reader.read("in", one_name, written)
        return (Reference(source, reader.text("passage")), False) if source is not None else None
    doubtful = field in ("by", "ascribed-to") and written.endswith("?")
    value = reader.read(field, SHAPES[field.removesuffix("?")], written.removesuffix("?").rstrip() if doubtful else written)
    return (value, doubtful) if value is not None else None


def particular(keyword: str, value: Value, doubtful: bool = False, own: Access | None = None) -> Particular:
    """A line of these values, which stands nowhere yet."""
    return Particular(Word(keyword, NOWHERE), value, doubtful, own, NOWHERE)
