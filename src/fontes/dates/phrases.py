"""Phrases as historians write dates: limits, spans, alternatives. Dates that hang on an event are in `hanging`."""

from __future__ import annotations

import re
from dataclasses import replace

from fontes.dates import build
from fontes.dates.calendar_words import calendar_date
from fontes.dates.calendars import GREGORIAN
from fontes.dates.edtf import REVERSED
from fontes.dates.hanging import anchored, beside, distances, distant, is_distance, near
from fontes.dates.pairs import Reader, extent, paired, two_years, year_range
from fontes.dates.profile import Profile
from fontes.dates.vocabulary import (
    ABOUT,
    ARTICLES,
    DOUBTFUL,
    MONTHS,
    NUMBERS,
    OF_ERA,
    ORDINALS,
    PARTS,
    PARTS_IN_WORDS,
    SEASONS,
    SHARES,
    WEEKDAYS,
    WITHIN,
)
from fontes.dates.when import Piece, Refused, When
from fontes.dates.words import Words, is_hyphenated_part, number, small, unit, words_of
from fontes.dates.years import Manner

_LIMITS: dict[tuple[str, ...], str] = {
    ("before",): "before", ("prior", "to"): "before", ("earlier", "than"): "before",
    ("after",): "after", ("later", "than"): "after", ("following",): "after",
    ("by",): "by", ("on", "or", "before"): "by", ("not", "later", "than"): "by", ("no", "later", "than"): "by", ("not", "after"): "by",
    ("since",): "since", ("on", "or", "after"): "since", ("not", "earlier", "than"): "since", ("no", "earlier", "than"): "since",
    ("not", "before"): "since", ("not", "until"): "since",
    ("until",): "until", ("till",): "until", ("up", "to"): "until",
    ("throughout",): "throughout", ("all", "through"): "throughout",
    ("on", "or", "about"): "about", ("in", "or", "about"): "about", **{(word,): "about" for word in ABOUT},
}  # fmt: skip
_NEAR = ("shortly", "soon", "immediately", "just")
_OPENING = frozenset(key[0] for key in _LIMITS) | frozenset(_NEAR)


def phrase(text: str, profile: Profile) -> When:
    """What the words of a date say. Raises `Refused` if any of them is not understood."""
    return _phrase(words_of(text), profile)


def _phrase(words: Words, profile: Profile) -> When:
    first = words.at(0)
    if first in DOUBTFUL and len(words) > 1:
        made = _phrase(words.part(1), profile)
        return made if made.doubtful else phrase(made.written + "?", profile)
    if first == "between":
        return _between(words, profile)
    if first == "from":
        return _from(words, profile)
    if first in _NEAR:
        return near(words, profile)
    if is_distance(words):
        return distant(words, profile)
    if first in ("during", "at") and not _calendar_follows(words, 1):
        return beside(first, words, 4 if words.lower[1:4] == ("the", "time", "of") else 1)
    limit = _limit_at(words)
    if limit is not None:
        return _limit(*limit, words, profile)
    if first == "not":
        raise words.refused(1, "After 'not', 'later than' or 'earlier than' is needed.")
    return _one_of_several(words, profile)


def _limit_at(words: Words) -> tuple[str, int] | None:
    """The limit with which the words begin, and how many words it takes."""
    for count in (3, 2, 1):
        word = _LIMITS.get(words.lower[:count])
        if word is not None and len(words.lower[:count]) == count:
            return word, count
    return None


def _calendar_follows(words: Words, at: int) -> bool:
    """Does a calendar date stand after `during` or `at`, rather than the name of an event?"""
    word = words.at(at + 1) if words.at(at) in ARTICLES else words.at(at)
    return _datelike(word) or word in ("night", "turn", "course", "year", "first", "second", "last") or word in PARTS_IN_WORDS


_FIRST_WORD = re.compile(r"\s*([^\W\d_]*\.?)")
_FIRST_WORDS = frozenset(
    ("", "between", "from", "not", "no", "later", "earlier", "during", "at", "a", "an", "only", "exactly", "several", "some", "more", "less", "night",
     "turn", "last", "year", *_OPENING, *ARTICLES, *WITHIN, *DOUBTFUL, *MONTHS, *SEASONS, *PARTS, *PARTS_IN_WORDS, *ORDINALS, *NUMBERS, *WEEKDAYS,
     *OF_ERA)
)  # fmt: skip


def _may_open(text: str) -> bool:
    """Can a date begin so? Asked first, since most statements begin with none; the first letters alone are looked at."""
    match = _FIRST_WORD.match(text)
    if match is None or not match[1]:
        return True
    word = small(match[1])
    return word in _FIRST_WORDS or not word.isascii() or word.rstrip(".") in _FIRST_WORDS


def looks_like_a_phrase(text: str) -> bool:
    """Do these words, before the first comma, set out to be a date, whether or not it is then understood?

    Asked of the beginning of a statement, so that a date that is not understood is reported as a date, and
    not as an unknown name.
    """
    if not _may_open(text):
        return False
    words = words_of(text if comma_within(text) else text.split(",", 1)[0])
    first, second = words.at(0), words.at(1)
    if first[:1].isdigit() or first.lstrip("[{~%?./-")[:1].isdigit():
        return True
    if first == "not" or first == "no":
        return second in ("later", "earlier", "before", "after", "until")
    if is_distance(words) or (first in _NEAR and second in ("before", "after", "later", "prior")):
        return True
    if first in ("prior", "up"):
        return second == "to"
    if first in ("later", "earlier"):
        return second in ("than", "in")
    if first in ("between", "during", "at", "on", "in", *_OPENING):
        return bool(second) and (first not in ("on", "in", "all", "just", "soon") or _datelike_after(words, 1))
    if first == "from":
        return bool(second)
    if first in ("sometime", "some") and not any(sign.isdigit() for sign in text):
        return False
    if first in ("year", *ARTICLES, *WITHIN, *DOUBTFUL):
        return _datelike_after(words, 1)
    if first in ("a", "only", "exactly", "about", "several", "some", "more", "less") or number(first) is not None:
        return is_distance(words) or unit(second) is not None
    if first in ("night", "turn", *PARTS_IN_WORDS):
        return second == "of" and _datelike_after(words, 2)
    if first in ORDINALS or first == "last":
        return second in SHARES or second == "century" or unit(second) is not None or number(second) is not None
    if first in OF_ERA:
        return second.isdigit()
    if first in WEEKDAYS:
        return _datelike(second) or (second == "," and _datelike(words.at(2)))
    if second in ("or", "and", "to"):
        return _datelike(first) and _datelike(words.at(2))
    return _datelike(first) and ("-" in first or second in ("of", "in", "–", "-", "/") or _datelike(second))


_MONTH_FIRST = re.compile(r'(?:[^,"]*\s)?([^\W\d_]+\.?)\s+\d{1,2}(?:st|nd|rd|th)?,\s+\d{3,4}\??(?=[\s,]|\Z)')
_WEEKDAY_FIRST = re.compile(r"([^\W\d_]+),\s+\d|([^\W\d_]+),\s+[^\W\d_]+\s+\d")


def comma_within(text: str) -> bool:
    """Is the first comma of this text that of a date such as `June 12, 1937`, or `Saturday, 12 June 1937`?"""
    found = _MONTH_FIRST.match(text)
    if found:
        return small(found[1]) in MONTHS
    found = _WEEKDAY_FIRST.match(text)
    return found is not None and small(found[1] or found[2]) in WEEKDAYS


def _datelike_after(words: Words, at: int) -> bool:
    word = words.at(at)
    if word in (*ARTICLES, *WITHIN):
        return _datelike_after(words, at + 1)
    if word in ("night", "turn", *PARTS_IN_WORDS) or word in ORDINALS or word == "last":
        return len(words) > at + 1
    return _datelike(word) or word in ("year", "course", "or", "earlier", "later") or word in ABOUT


def _datelike(word: str) -> bool:
    """Can a calendar date begin with this word?"""
    if word[:1].isdigit() or word in MONTHS or word in SEASONS or word in PARTS or word in WEEKDAYS:
        return True
    head, _, rest = word.partition("-")
    return is_hyphenated_part(word) or ((head in MONTHS or head in SEASONS) and rest.isdigit())


# Limits


def _limit(word: str, at: int, words: Words, profile: Profile) -> When:
    """A limit, and then a date or the name of an event."""
    if len(words) <= at:
        raise words.refused(at, f"After '{words.spelt(at - 1)}' a date or the name of an event is needed.")
    if anchored(words, at):
        if word == "throughout":
            raise words.refused(at, "'throughout' takes a calendar date; of an event say 'during'.")
        return beside(word, words, at)
    if word == "throughout" and "and" in words.lower[at + 1 :]:
        first, last = paired(*_two(words, at, "and"), _reader(profile))
        _in_order(words, first, last)
        return build.throughout(f"throughout {first.written} and {last.written}", extent(words, first, last, ""))
    piece = calendar_date(words.part(at), profile)
    if word == "about":
        piece = calendar_date(words, profile) if at == 1 else calendar_date(words.part(at - 1), profile)
        return build.moment(piece, "about", piece.written if piece.written.startswith("about ") else f"about {piece.written}")
    make = {
        "before": build.before, "after": build.after, "by": build.by, "since": build.since, "until": build.until, "throughout": build.throughout,
    }[word]  # fmt: skip
    return make(f"{word} {piece.written}", piece)


def _reader(profile: Profile) -> Reader:
    return lambda part: calendar_date(part, profile)


def _two(words: Words, at: int, middle: str) -> tuple[Words, Words]:
    """The words before and after the word that parts two dates."""
    if middle not in words.lower[at:]:
        raise words.refused(0, f"After '{words.spelt(0)}' two dates with '{middle}' between them are needed.")
    here = words.lower.index(middle, at)
    if here == at or here == len(words) - 1:
        raise words.refused(here, f"A date is needed on both sides of '{middle}'.")
    return words.part(at, here), words.part(here + 1)


def _in_order(words: Words, first: Piece, last: Piece) -> None:
    if first.first[0] > last.last[1]:
        raise words.refused(0, REVERSED)


def _between(words: Words, profile: Profile) -> When:
    """`between 1932 and 1933`, `between 1932-33`, `between 11 and 12 June 1937`, or `between 0 and 60 days after` an event."""
    if number(words.at(1)) is not None and words.at(2) == "and" and unit(words.at(4)):
        return distances(words, profile)
    plain, doubtful = words.without_doubt()
    years = two_years(plain, 1)
    if years and years[2] == len(plain):
        piece = year_range(plain.part(1), (years[0], years[1], years[2] - 1), Manner(profile, GREGORIAN))
        mark = "?" if doubtful else ""
        made = build.moment(replace(piece, doubtful=doubtful, assumptions=()), "between", f"between {years[0]:04d} and {years[1]:04d}{mark}")
        return made
    left, right = _two(words, 1, "and")
    first, last = paired(left, right, _reader(profile))
    _in_order(right, first, last)
    return build.between(f"between {first.written} and {last.written}", first, last)


def _from(words: Words, profile: Profile) -> When:
    """`from 1936 to June 1937`; `from 1936` and `from 1936 on` are `since 1936`."""
    middle = next((word for word in ("to", "until", "till", "through") if word in words.lower), "")
    if not middle:
        onward = words.at(len(words) - 1) in ("on", "onward", "onwards") and len(words) > 2
        rest = words.part(0, len(words) - 1) if onward else words
        return _limit("since", 1, rest, profile)
    left, right = _two(words, 1, middle)
    first, last = paired(left, right, _reader(profile))
    _in_order(right, first, last)
    return build.span(f"from {first.written} to {last.written}", first, last)


# One date, or several


def _one_of_several(words: Words, profile: Profile) -> When:
    """`1936 or 1937` is one of them; `the 1920s and 1930s` are both."""
    for word in ("or", "and"):
        if word in words.lower[1:-1]:
            return _several(words, words.lower.index(word, 1), word, profile)
    return build.moment(calendar_date(words, profile))


def _several(words: Words, at: int, word: str, profile: Profile) -> When:
    left, right = words.part(0, at), words.part(at + 1)
    try:
        first, last = paired(left, right, _reader(profile))
    except Refused:
        calendar_date(left, profile)  # says what it does not understand, if that is it; else what follows is not a date
        raise words.refused(at, "What follows the date is not understood.") from None
    written = f"{first.written} {word} {last.written}"
    make = build.among if word == "or" else build.recurring
    return make(written, (first, last), False, False)
