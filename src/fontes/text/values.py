"""Particulars: a keyword, its value, and its own ``per``."""

from __future__ import annotations

import re
from collections.abc import Callable

from fontes.dates import NotUnderstood, read
from fontes.dates.edtf import REVERSED
from fontes.diagnostics import Fix, Span, error
from fontes.text.grounds import access, grounds, name, raw, reference, split
from fontes.text.syntax import (
    Counts,
    Criticisms,
    Dated,
    Distance,
    Figure,
    Part,
    Particular,
    Reference,
    Value,
    Voices,
    Word,
)
from fontes.text.tokens import UNREADABLE, Line, Token, UnreadError, is_name, quoted, tokens
from fontes.text.vocabulary import VERBS

NOT_A_DATE = error(
    "date-not-understood",
    "this date is not understood",
    """A date is read whole or refused, never guessed: EDTF (1937-06-12, 1936/1937, 193X) or one of the phrases of the language page.
    The part that is not understood is named.""",
)
REVERSED_INTERVAL = error(
    "reversed-interval",
    "an interval whose end lies before its beginning",
    "The two dates may have been exchanged, or one of them mistyped; nothing can be dated by an interval without days.",
)
NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")


def dated(line: Line, found: list[Token]) -> Dated:
    """A date that takes up all these words."""
    if not found:
        raise UnreadError(UNREADABLE, line.whole(), "Here a date is missing.")
    written = raw(line, found)
    span = line.span(found[0].start, found[-1].end)
    when = read(written)
    if isinstance(when, NotUnderstood):
        raise refused(when, span)
    return Dated(when, span)


def refused(when: NotUnderstood, span: Span) -> UnreadError:
    """A date that could not be read, and why."""
    if when.reason == REVERSED:
        return UnreadError(REVERSED_INTERVAL, span, f"In '{when.text}' the end lies before the beginning.")
    return UnreadError(NOT_A_DATE, span, f"In '{when.text}' the part '{when.rest or when.text}' is not understood. {when.reason}")


def _text(line: Line, found: list[Token]) -> Word:
    if not found:
        raise UnreadError(UNREADABLE, line.whole(), "Here the words are missing.")
    if quoted(found[0].text) and len(found) > 1:
        raise UnreadError(
            UNREADABLE, line.span(found[1].start, found[-1].end), "Nothing but 'per …' can follow the quoted words on this line."
        )
    return Word(raw(line, found), line.span(found[0].start, found[-1].end))


def _word(line: Line, found: list[Token]) -> Word:
    if len(found) != 1:
        where = line.span(found[1].start, found[-1].end) if found else line.whole()
        raise UnreadError(UNREADABLE, where, "Here stands one word.")
    return line.word(found[0])


def names(line: Line, found: list[Token]) -> tuple[Word, ...]:
    """Names with commas between them."""
    return tuple(name(line, _one(line, part), "a thing") for part in split(found, ","))


def _one(line: Line, part: list[Token]) -> Token:
    if len(part) == 1:
        return part[0]
    where = line.span(part[1].start, part[-1].end) if part else line.whole()
    raise UnreadError(UNREADABLE, where, "In a list each name stands alone, with a comma between it and the next.")


def words(line: Line, found: list[Token]) -> tuple[Word, ...]:
    """Words, labels, units or quoted texts with commas between them."""
    return tuple(line.word(_one(line, part)) for part in split(found, ","))


def _named(line: Line, found: list[Token]) -> Word:
    return name(line, _one(line, found), "a thing")


def _references(line: Line, found: list[Token]) -> tuple[Reference, ...]:
    return tuple(Reference(line.word(part[0]), raw(line, part[1:])) for part in split(found, ",") if part)


def _cite(line: Line, found: list[Token]) -> Reference:
    if not found:
        raise UnreadError(UNREADABLE, line.whole(), "After 'cite' stands the key of an entry in library/.")
    return Reference(line.word(found[0]), raw(line, found[1:]))


def _in(line: Line, found: list[Token]) -> Reference:
    return reference(line, found)


def _part(line: Line, found: list[Token]) -> Part:
    if found and found[0].text == "missing":
        return Part(None, _text(line, found[1:]), "")
    manner = found[1].text if len(found) > 1 else ""
    if not found or len(found) > 2 or manner not in ("", "together", "cumulative", "context"):
        raise UnreadError(
            UNREADABLE, line.whole(), "A part is a proposition, perhaps with 'together', 'cumulative' or 'context'; or missing \"…\"."
        )
    return Part(name(line, found[0], "a proposition"), None, manner)


def _figure(line: Line, found: list[Token]) -> Figure:
    at = next((i for i, token in enumerate(found) if token.text == "of"), 0)
    number = found[0].text.rstrip("%") if found else ""
    least, _, most = number.partition("..")
    if at == 0 or at + 2 != len(found) or not NUMBER.match(least) or (most and not NUMBER.match(most)):
        raise UnreadError(
            UNREADABLE,
            line.whole(),
            'A figure is a number without separators, or two with .. between them, perhaps a unit, and what is counted: figure 36761 of "…".',
        )
    unit = raw(line, found[1:at]) or ("%" if found[0].text.endswith("%") else "")
    return Figure(least, most or least, unit, line.word(found[-1]))


def distance(line: Line, found: list[Token]) -> Distance:
    """``NAME [between N and M days]``."""
    if not found or not (is_name(found[0].text) or found[0].text[0] == "^"):
        raise UnreadError(UNREADABLE, line.whole(), "Here stands the name of an event, or the label of a statement.")
    return _apart(line, line.word(found[0]), found[1:])


def _apart(line: Line, word: Word, found: list[Token]) -> Distance:
    if not found:
        return Distance(word, None, None, "")
    written = raw(line, found).removeprefix("by ")
    when = read(f"{written} after x")
    if isinstance(when, NotUnderstood) or len(when.anchors) != 1:
        raise UnreadError(
            NOT_A_DATE,
            line.span(found[0].start, found[-1].end),
            f"'{written}' is not understood as a length of time; write for example 'between 2 and 6 months' or '3 days'.",
        )
    return Distance(word, when.anchors[0].least, when.anchors[0].most, written)


def _lasts(line: Line, found: list[Token]) -> Distance:
    return _apart(line, Word("", line.whole()), found)


def _during(line: Line, found: list[Token]) -> Dated | Distance:
    if found and (found[0].text[0] == "^" or (is_name(found[0].text) and isinstance(read(raw(line, found)), NotUnderstood))):
        return distance(line, found)
    return dated(line, found)


def _as(line: Line, found: list[Token]) -> Word:
    if raw(line, found) != "head":
        raise UnreadError(UNREADABLE, line.whole(), "Here only 'as head' is understood.")
    return line.word(found[0])


def _counts(line: Line, found: list[Token]) -> Counts:
    if not found or found[0].text != "events" or len(found) % 2 == 0:
        raise UnreadError(UNREADABLE, line.whole(), "A series counts events: 'counts events strand NAME span 1921/1934'.")
    pairs = [(found[i], found[i + 1]) for i in range(1, len(found), 2)]
    for key, value in pairs:
        if key.text not in ("strand", "kind", "about", "span", "case"):
            raise UnreadError(
                UNREADABLE, line.span(key.start, key.end), "Events are chosen by 'strand', 'kind', 'about', 'case' and 'span'."
            )
        if key.text == "span":
            dated(line, [value])
    return Counts(tuple((key.text, line.word(value)) for key, value in pairs))


def _criticisms(line: Line, found: list[Token]) -> Criticisms:
    chosen, of, as_of = _until(found, "of", "as-of")
    return Criticisms(words(line, chosen), names(line, of) if of else (), dated(line, as_of) if as_of else None)


def _voices(line: Line, found: list[Token]) -> Voices:
    chosen, school, within = _until(found, "school", "taken-within")
    return Voices(
        names(line, chosen) if chosen else (),
        _named(line, school) if school else None,
        dated(line, within) if within else None,
    )


def _until(found: list[Token], first: str, second: str) -> tuple[list[Token], list[Token], list[Token]]:
    """The words before two keywords, after the first and after the second, in whatever order the keywords come."""
    parts: dict[str, list[Token]] = {"": [], first: [], second: []}
    key = ""
    for token in found:
        if token.text in (first, second):
            key = token.text
        else:
            parts[key].append(token)
    return parts[""], parts[first], parts[second]


def _nothing(line: Line, found: list[Token]) -> None:
    if found:
        raise UnreadError(UNREADABLE, line.span(found[0].start, found[-1].end), "Nothing but 'per …' can follow this keyword.")


Shape = Callable[[Line, list[Token]], Value]
SHAPES: dict[str, Shape] = {
    **dict.fromkeys(("note", "private note", "recorded-by", "checked-by", "quote", "consensus", "place", "same-as"), _text),
    **dict.fromkeys(
        ("format", "language", "kind", "origin", "school", "sense", "result", "prefer", "strand"), _word
    ),
    **dict.fromkeys(("also", "role", "distrust", "among", "upon", "follows"), words),
    **dict.fromkeys(
        (
            "by", "ascribed-to", "to", "treats", "about", "run-by", "targets", "alleges", "part-of", "answers", "excludes",
            "needs", "disclaims", "compromises", "carries", "on", "coded-by", "inauthentic", "without-access", "independent-of",
        ),
        names,
    ),
    **dict.fromkeys(("case", "at", "of", "edition-of", "translation-of"), _named),
    **dict.fromkeys(("born", "died", "made", "out", "when", "from", "until", "as-of", "published-by"), dated),
    **dict.fromkeys(("before", "after"), distance),
    **dict.fromkeys(("rests-on", "draws-on"), grounds),
    **dict.fromkeys(("found", "not-found", "not-sought", "unanswerable"), _nothing),
    "during": _during,
    "in": _in,
    "cite": _cite,
    "examined": _text,
    "part": _part,
    "figure": _figure,
    "lasts": _lasts,
    "as": _as,
    "counts": _counts,
    "coverage": _references,
    "criticisms": _criticisms,
    "voices": _voices,
    "profile": _cite,
    "per": access,
}  # fmt: skip
_FREE = frozenset({"note", "private note", "recorded-by", "checked-by", "consensus", "examined", "profile", "quote", "place"})


def particular(line: Line, keyword: str, doubtful: bool, key: Token, found: list[Token]) -> Particular:
    """One indented line whose keyword is known."""
    shape = SHAPES[keyword]
    own, rest = None, found
    if keyword != "per" and not (keyword in _FREE and found and not quoted(found[0].text)):
        at = next((i for i, token in enumerate(found) if token.text == "per"), -1)
        if at >= 0:
            rest, own = found[:at], access(line, found[at + 1 :])
    if keyword in ("by", "ascribed-to") and rest and rest[-1].text == "?":
        rest, doubtful = rest[:-1], True
    if not rest and shape is not _nothing:
        raise UnreadError(UNREADABLE, line.whole(), f"After '{keyword}' its value is missing.")
    place = line.span(key.start, (found[-1] if found else key).end)
    return Particular(Word(keyword, line.span(key.start, key.end)), shape(line, rest), doubtful, own, place)


def misplaced_verb(line: Line, key: Token) -> UnreadError | None:
    """An act that was indented by mistake."""
    if key.text not in VERBS:
        return None
    fix = Fix("begin the statement in column 1")
    return UnreadError(UNREADABLE, line.whole(), "A statement begins in column 1; this one is indented.", fix)


__all__ = ["NOT_A_DATE", "SHAPES", "dated", "names", "particular", "tokens", "words"]
