"""Grounds, passages and access: the words after ``rests-on``, ``in`` and ``per``."""

from __future__ import annotations

from fontes.text.syntax import Access, AllOf, AnyOf, Grounds, Member, Reference, Unrecorded, Word
from fontes.text.tokens import UNREADABLE, Line, Token, UnreadError, is_locator, is_name, quoted, unquoted


def raw(line: Line, found: list[Token]) -> str:
    """The words from the first token to the last as they stand, spaces folded; a single quoted text loses its quotation marks."""
    if not found:
        return ""
    if len(found) == 1:
        return unquoted(found[0].text)
    return " ".join(line.text[found[0].start : found[-1].end].split())


def name(line: Line, token: Token, what: str) -> Word:
    """A token that must be a name."""
    if not is_name(token.text):
        raise UnreadError(
            UNREADABLE,
            line.span(token.start, token.end),
            f"Here stands the name of {what}; '{token.text}' is not a name (letters and digits joined by hyphens).",
        )
    return line.word(token)


def reference(line: Line, found: list[Token], what: str = "a source") -> Reference:
    """``NAME [PASSAGE]``."""
    if not found:
        raise UnreadError(UNREADABLE, line.whole(), f"Here the name of {what} is missing.")
    return Reference(name(line, found[0], what), raw(line, found[1:]))


def access(line: Line, found: list[Token]) -> Access:
    """``NAME [PASSAGE] [via NAME [PASSAGE]]`` or ``PASSAGE``."""
    if not found:
        raise UnreadError(UNREADABLE, line.whole(), "After 'per' stands the source through which this is known, or a passage.")
    at = next((i for i, token in enumerate(found) if token.text == "via"), len(found))
    before, after = found[:at], found[at + 1 :]
    if at < len(found) and not after:
        raise UnreadError(UNREADABLE, line.whole(), "After 'via' stands the name of a source.")
    via = reference(line, after) if after else None
    span = line.span(found[0].start, found[-1].end)
    if not before or quoted(before[0].text) or is_locator(before[0].text):
        return Access(None, raw(line, before), via, span)
    return Access(line.word(before[0]), raw(line, before[1:]), via, span)


def split(found: list[Token], sign: str) -> list[list[Token]]:
    """The stretches between a sign."""
    parts: list[list[Token]] = [[]]
    for token in found:
        if token.text == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def grounds(line: Line, found: list[Token]) -> Grounds:
    """``GROUNDS`` of the grammar: ``and`` binds before ``or``, ``or`` before the comma."""
    if len(found) == 1:
        return _member(line, found)
    parts = tuple(_any(line, part) for part in split(found, ","))
    return parts[0] if len(parts) == 1 else Unrecorded(parts)


def _any(line: Line, found: list[Token]) -> Member | AllOf | AnyOf:
    parts = tuple(_all(line, part) for part in split(found, "or"))
    return parts[0] if len(parts) == 1 else AnyOf(parts)


def _all(line: Line, found: list[Token]) -> Member | AllOf:
    parts = tuple(_member(line, part) for part in split(found, "and"))
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _member(line: Line, found: list[Token]) -> Member:
    if not found:
        raise UnreadError(UNREADABLE, line.whole(), "A member of this ground is missing between its commas, 'and' or 'or'.")
    first = found[0]
    if first.text == "others" and len(found) == 1:
        return Member("others", line.word(first))
    if first.text[0] == "^":
        return _alone(line, found, Member("label", line.word(first)), 1)
    if first.text == "that" and len(found) > 1:
        if found[1].text[0] != "^":
            raise UnreadError(
                UNREADABLE, line.span(found[1].start, found[1].end), "After 'that' stands the label of a statement, such as ^first."
            )
        return _alone(line, found, Member("that", line.word(found[1])), 2)
    if first.text == "text" and len(found) > 2 and found[1].text == "of":
        return Member("text", name(line, found[2], "a source"), raw(line, found[3:]))
    at = next((i for i, token in enumerate(found) if token.text == "saying"), len(found))
    saying = None
    if at < len(found):
        if len(found) != at + 2:
            raise UnreadError(UNREADABLE, line.whole(), "After 'saying' stands the name of one proposition.")
        saying = name(line, found[at + 1], "a proposition")
    return Member("name", name(line, first, "a ground"), raw(line, found[1:at]), saying)


def _alone(line: Line, found: list[Token], member: Member, length: int) -> Member:
    if len(found) > length:
        extra = found[length]
        raise UnreadError(
            UNREADABLE,
            line.span(extra.start, found[-1].end),
            "A label stands alone in a ground; members are joined by 'and', 'or' or a comma.",
        )
    return member
