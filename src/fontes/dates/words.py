"""The words dates are made of, and where each stands in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from fontes.dates.when import Refused

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Seasons by name; the numbers are EDTF's."""
PARTS = ("early", "mid", "late")
"""The words for the parts of a unit of time."""
UNITS = ("day", "week", "month", "year")
"""The units a distance is counted in."""
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_GRAMMAR = ("the", "and", "of", "to", "before", "after", "by", "about", "century", "shortly", "between")
_WORD = re.compile(r"\S+")
_FIGURES = re.compile(r"\d{1,4}(?:s|st|nd|rd|th)?")
_NUMBER = re.compile(r"\d{1,5}")


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words out of a longer text; positions are those of the text."""

    text: str
    places: tuple[tuple[int, int], ...]
    """Where each word begins and ends."""
    lower: tuple[str, ...]
    """The words, in small letters."""

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.places)

    def at(self, index: int) -> str:
        """A word in small letters; nothing if there is none so far on."""
        return self.lower[index] if index < len(self.lower) else ""

    def spelt(self, index: int) -> str:
        """A word as it was written."""
        first, last = self.places[index]
        return self.text[first:last]

    def part(self, first: int, last: int | None = None) -> Words:
        """The words from one to before another."""
        return Words(self.text, self.places[first:last], self.lower[first:last])

    def refused(self, index: int, reason: str) -> Refused:
        """The refusal of everything from this word on; of the last word, where one more was needed."""
        end = len(self.text)
        if not self.places:
            return Refused(end, end, reason)
        if index < len(self.places):
            return Refused(self.places[index][0], end, reason)
        return Refused(*self.places[-1], reason)

    def without_doubt(self) -> tuple[Words, bool]:
        """The words without a question mark after the last of them, and whether there was one."""
        if not self.lower or not self.lower[-1].endswith("?"):
            return self, False
        first, last = self.places[-1]
        if last - first == 1:
            return self.part(0, len(self) - 1), True
        places = (*self.places[:-1], (first, last - 1))
        return Words(self.text, places, (*self.lower[:-1], self.lower[-1][:-1])), True


def words_of(text: str) -> Words:
    """The words of a text; they are parted by spaces alone."""
    matches = list(_WORD.finditer(text))
    return Words(text, tuple(match.span() for match in matches), tuple(match[0].lower() for match in matches))


def _months() -> dict[str, int]:
    numbers = {name.lower(): number for number, name in enumerate(_MONTH_NAMES, 1)}
    short = {name[:3]: number for name, number in numbers.items()}
    return {**short, "sept": 9, **numbers}


MONTHS = _months()
"""Months by their names and by their first three letters."""


def month_name(month: int) -> str:
    """The name of a month, 1–12."""
    return _MONTH_NAMES[month - 1]


def number(word: str) -> int | None:
    """A number in figures, or in words up to twelve."""
    if word in _COUNTED:
        return _COUNTED.index(word) + 1
    return int(word) if word.isascii() and _NUMBER.fullmatch(word) else None


def unit(word: str) -> str | None:
    """`day`, `week`, `month` or `year`, from its singular or plural."""
    single = word.removesuffix("s")
    return single if single in UNITS else None


def is_name(word: str) -> bool:
    """Is this a corpus name: letters of any script and digits, joined by hyphens, no digit first?

    Marks that belong to letters count as letters, so that names in Devanagari or with decomposed accents are
    names.
    """
    return bool(word) and unicodedata.category(word[0])[0] == "L" and _joined(word)


def is_anchor(word: str) -> bool:
    """Is this something a relative date can hang on: a name, or a label such as `^first`?"""
    if word.startswith("^"):
        return is_name(word[1:])
    return is_name(word) and not is_calendar_word(word.lower())


def _joined(word: str) -> bool:
    return all(part and all(unicodedata.category(sign)[0] in "LMN" for sign in part) for part in word.split("-"))


def is_calendar_word(word: str) -> bool:
    """Does this word, in small letters, belong to dates, so that it cannot be meant as an event's name?"""
    return (
        word in MONTHS
        or word in SEASONS
        or word in PARTS
        or word in _COUNTED
        or unit(word) is not None
        or is_hyphenated_part(word)
        or word in _GRAMMAR
    )


def is_hyphenated_part(word: str) -> bool:
    """`mid-1930s` and `mid-June` are parts of units, although they are spelt as names are."""
    head, _, rest = word.partition("-")
    return head in PARTS and (rest in MONTHS or bool(_FIGURES.fullmatch(rest)))
