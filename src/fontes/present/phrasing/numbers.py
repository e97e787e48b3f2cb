"""Numbers and lists in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from fontes.present.pages import Part, Sentence, Words

_IN_WORDS = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def number(count: int, *, capital: bool = False) -> str:
    """A number as a sentence has it: up to twelve in words, above in figures, thousands apart."""
    words = _IN_WORDS[count] if 0 <= count < len(_IN_WORDS) else f"{count:,}"
    return words[0].upper() + words[1:] if capital else words


def counted(count: int, one: str, many: str = "", *, capital: bool = False) -> str:
    """A number with its noun: `one voice`, `no voices`, `1,200 voices`. `many` is for irregular plurals."""
    noun = one if count == 1 else (many or f"{one}s")
    return f"{number(count, capital=capital)} {noun}"


def ranged(least: int, most: int, one: str, many: str = "") -> str:
    """A number known within bounds: `three voices`, `three to five voices`; both in figures where one must be, `7 to 14 voices`."""
    if least == most:
        return counted(least, one, many)
    if most >= len(_IN_WORDS):
        return f"{least:,} to {counted(most, one, many)}"
    return f"{number(least)} to {counted(most, one, many)}"


def joined(names: Sequence[Sentence], last: str = "and") -> Sentence:
    """Several sentences as one list: `a`, `a and b`, `a, b and c`."""
    parts: list[Part] = []
    for index, name in enumerate(names):
        if index:
            parts.append(Words(f" {last} " if index == len(names) - 1 else ", "))
        parts.extend(name)
    return tuple(parts)


def capital(words: str) -> str:
    """The same with its first letter raised; the rest is left as it stands."""
    return words[:1].upper() + words[1:]
