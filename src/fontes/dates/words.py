"""The words of one date, and where each stands in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from fontes.dates.edtf import bare
from fontes.dates.vocabulary import MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, UNITS, WEEKDAYS
from fontes.dates.when import Refused

_GRAMMAR = frozenset(
    ("the", "and", "of", "to", "before", "after", "by", "about", "century", "shortly", "between", "until", "till", "throughout", "prior")
)
_WORD = re.compile(r"\S+")
_DASHED = re.compile(r"([^-–—]+)([-–—])([^-–—]+)")
_FIGURES = re.compile(r"\d{1,4}(?:s|st|nd|rd|th)?")
_GLUED = re.compile(r"([^\W\d_]+\.?)(\d{3,4})(?=\Z|\?)")
_NUMBER = re.compile(r"\d{1,5}")
_DAY_OR_YEAR = re.compile(r"\d{1,2}|\d{4}")
DASH = "–"
"""The sign between two dates that make a range, whatever dash was written."""


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words out of a longer text; positions are those of the text."""

    text: str
    places: tuple[tuple[int, int], ...]
    """Where each word begins and ends."""
    lower: tuple[str, ...]
    """The words, in small letters and composed."""

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.places)

    def at(self, index: int) -> str:
        """A word in small letters; nothing if there is none so far on."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def spelt(self, index: int) -> str:
        """A word as it was written."""
        first, last = self.places[index]
        return self.text[first:last]

    def part(self, first: int, last: int | None = None) -> Words:
        """The words from one to before another."""
        return Words(self.text, self.places[first:last], self.lower[first:last])

    def joined(self, other: Words) -> Words:
        """These words and then the others, as if they had been written so: `11 June` and `1937`."""
        return Words(self.text, self.places + other.places, self.lower + other.lower)

    def chosen(self, places: tuple[tuple[int, int], ...]) -> Words:
        """The words at some of the places, in the order given."""
        lower = dict(zip(self.places, self.lower, strict=True))
        return Words(self.text, places, tuple(lower[place] for place in places))

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
    """The words of a text: parted by spaces, by brackets and commas at their edges, and by the dash or stroke between two dates."""
    places: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        _cut(text, match.start(), match.end(), places)
    return Words(text, tuple(places), tuple(small(text[first:last]) for first, last in places))


def small(word: str) -> str:
    """The word in small letters, composed, and with one dash for all."""
    lower = word.lower()
    if lower.isascii():
        return lower
    lower = unicodedata.normalize("NFC", lower)
    return DASH if lower == "—" else lower


def _cut(text: str, first: int, last: int, places: list[tuple[int, int]]) -> None:
    """One run of signs without a space, as the words it is made of."""
    if text[first] in "[{" or first == last:
        places.append((first, last))
        return
    if text[first] == "(" and last - first > 1:
        places.append((first, first + 1))
        return _cut(text, first + 1, last, places)
    if (text[last - 1] in ",)" or text[first:last].endswith(")?")) and last - first > 1:
        _cut(text, first, last - 1, places)
        places.append((last - 1, last))
        return None
    places.extend(_parted(text, first, last))
    return None


def _parted(text: str, first: int, last: int) -> list[tuple[int, int]]:
    word = text[first:last]
    whole = [(first, last)]
    if word.isalpha() or word.isdigit() or bare(word):
        return whole
    if "/" in word:
        middle = word.index("/")
        left, right = small(word[:middle]), small(word[middle + 1 :].rstrip("?"))
        return _around(first, first + middle, last) if _beside_stroke(left) and _beside_stroke(right) else whole
    dashed = _DASHED.fullmatch(word)
    if dashed is None:
        glued = _GLUED.fullmatch(word.rstrip("?"))
        return [(first, first + glued.end(1)), (first + glued.end(1), last)] if glued and _calendrical(small(glued[1])) else whole
    left, sign, right = small(dashed[1]), dashed[2], small(dashed[3].rstrip("?"))
    middle = first + dashed.start(2)
    if sign == "-" and ((left in PARTS and _may_be_part_of(right)) or (left in ORDINALS and right == "century")):
        return [(first, middle), (middle + 1, last)]
    if sign != "-" or _range(left, right):
        return _around(first, middle, last)
    return whole


def _around(first: int, middle: int, last: int) -> list[tuple[int, int]]:
    return [(first, middle), (middle, middle + 1), (middle + 1, last)]


def _calendrical(word: str) -> bool:
    return word in MONTHS or word in SEASONS or word in ("c.", "ca.", "c")


def _range(left: str, right: str) -> bool:
    """Do these make a range with a hyphen between them: two months, two seasons, two days, two years, two decades?"""
    if (left in MONTHS and right in MONTHS) or (left in SEASONS and right in SEASONS):
        return True
    if left.endswith("s") and right.endswith("s"):
        left, right = left[:-1], right[:-1]
        return left.isdigit() and right.isdigit()
    return bool(_DAY_OR_YEAR.fullmatch(left) and _DAY_OR_YEAR.fullmatch(right)) and (len(left) == 4) == (len(right) == 4)


def _beside_stroke(word: str) -> bool:
    """May this stand beside the stroke of `26 October/8 November`, `1/14 May`, `1936/37`, `June/July`?"""
    return bool(_DAY_OR_YEAR.fullmatch(word)) or word in MONTHS


def _may_be_part_of(word: str) -> bool:
    return word in MONTHS or bool(_FIGURES.fullmatch(word))


def number(word: str) -> int | None:
    """A number in figures, or in words."""
    if word in NUMBERS:
        return NUMBERS[word]
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
        or word in NUMBERS
        or word in WEEKDAYS
        or unit(word) is not None
        or is_hyphenated_part(word)
        or word in _GRAMMAR
    )


def is_hyphenated_part(word: str) -> bool:
    """`mid-1930s` and `mid-June` are parts of units, although they are spelt as names are."""
    head, _, rest = word.partition("-")
    return head in PARTS and (rest in MONTHS or bool(_FIGURES.fullmatch(rest)))
