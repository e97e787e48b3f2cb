"""Phrases as historians write dates: limits, `about`, and dates that hang on an event."""

from __future__ import annotations

from dataclasses import replace

from fontes.dates import build
from fontes.dates.calendar_words import about, calendar_date
from fontes.dates.days import days_in_months
from fontes.dates.edtf import REVERSED, bare
from fontes.dates.profile import Profile
from fontes.dates.when import Anchor, Piece, When
from fontes.dates.words import MONTHS, PARTS, SEASONS, Words, is_anchor, is_hyphenated_part, number, unit, words_of

_ABOUT = ("about", "c.", "ca.", "circa")
_LIMITS = ("before", "after", "by", "since")
_WEEK = 7


def phrase(text: str, profile: Profile) -> When:
    """What the words of a date say. Raises `Refused` if any of them is not understood."""
    words = words_of(text)
    first = words.at(0)
    if first == "between":
        return _between(words, profile)
    if first == "from":
        return _from(words, profile)
    if first == "shortly":
        return _shortly(words, profile)
    if first in ("during", "at"):
        return _beside(first, words, 1)
    if first == "not":
        return _not(words, profile)
    if first in (*_LIMITS, *_ABOUT):
        return _limit("about" if first in _ABOUT else first, words, 1, profile)
    if number(first) is not None and unit(words.at(1)):
        return _distant(words, profile)
    return build.moment(calendar_date(words, profile))


def looks_like_a_phrase(text: str) -> bool:
    """Do these words, before the first comma, set out to be a date, whether or not it is then understood?

    Asked of the beginning of a statement, so that a date that is not understood is reported as a date, and
    not as an unknown name.
    """
    words = words_of(text.split(",", 1)[0])
    first, second = words.at(0), words.at(1)
    if first[:1].isdigit() or first.lstrip("[{~%?./-")[:1].isdigit():
        return True
    if first in ("between", "shortly", "during", "since", "at", *_LIMITS, *_ABOUT):
        return bool(second)
    if first == "not":
        return second in ("later", "earlier")
    if first == "from":
        return _datelike(second) or "to" in words.lower
    if first in ("the", "in", "on"):
        return _datelike(second)
    if number(first) is not None:
        return unit(second) is not None
    return _datelike(first) and ("-" in first or second == "of" or _datelike(second))


def _datelike(word: str) -> bool:
    """Can a calendar date begin with this word?"""
    if word[:1].isdigit() or word in MONTHS or word in SEASONS or word in PARTS:
        return True
    head, _, rest = word.partition("-")
    return is_hyphenated_part(word) or ((head in MONTHS or head in SEASONS) and rest.isdigit())


# Limits


def _limit(word: str, words: Words, at: int, profile: Profile) -> When:
    """`before`, `after`, `by`, `about` or `since`, and then a date or the name of an event."""
    _needs_more(words, at)
    if _anchored(words, at):
        return _beside(word, words, at)
    piece = calendar_date(words.part(at), profile)
    if word == "about":
        return build.moment(about(piece, profile), "about", f"about {piece.written}")
    make = {"before": build.before, "after": build.after, "by": build.by, "since": build.since}[word]
    return make(f"{word} {piece.written}", piece)


def _not(words: Words, profile: Profile) -> When:
    """`not later than` is `by`; `not earlier than` is `since`."""
    if words.at(1) not in ("later", "earlier") or words.at(2) != "than":
        raise words.refused(1, "After 'not', 'later than' or 'earlier than' is needed.")
    return _limit("by" if words.at(1) == "later" else "since", words, 3, profile)


def _needs_more(words: Words, at: int) -> None:
    if len(words) <= at:
        raise words.refused(at, f"After '{words.spelt(at - 1)}' a date or the name of an event is needed.")


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
    """`between 1932 and 1933`, or `between 0 and 60 days after` an event."""
    if number(words.at(1)) is not None and words.at(2) == "and" and unit(words.at(4)):
        return _distances(words, profile)
    left, right = _two(words, 1, "and")
    first, last = calendar_date(left, profile), calendar_date(right, profile)
    _in_order(right, first, last)
    return build.between(f"between {first.written} and {last.written}", first, last)


def _from(words: Words, profile: Profile) -> When:
    left, right = _two(words, 1, "to")
    first, last = calendar_date(left, profile), calendar_date(right, profile)
    _in_order(right, first, last)
    return build.span(f"from {first.written} to {last.written}", first, last)


# Dates that hang on an event


def _anchored(words: Words, at: int) -> bool:
    """Does the name of an event or a label stand here, rather than a calendar date?"""
    name = words.spelt(at)
    return is_anchor(name.removesuffix("?")) and not bare(name)


def _anchor_name(words: Words, at: int) -> tuple[str, bool]:
    """The last word as the name of an event, and whether a question mark follows it."""
    plain, doubtful = words.without_doubt()
    if len(plain) > at + 1:
        raise words.refused(at + 1, "Nothing is understood after the name of the event.")
    if len(plain) <= at or not is_anchor(plain.spelt(at)) or bare(plain.spelt(at)):
        raise words.refused(at, "The name of an event, or a label such as ^first, is needed here.")
    return plain.spelt(at), doubtful


def _beside(word: str, words: Words, at: int) -> When:
    """`before`, `after`, `during`, `at`, `by`, `about` or `since` an event, without a distance."""
    name, doubtful = _anchor_name(words, at)
    anchor = Anchor(name, "after", 0, None) if word == "since" else Anchor(name, word, None, None)
    return _hanging(f"{word} {name}", anchor, doubtful, ())


def _hanging(written: str, anchor: Anchor, doubtful: bool, assumptions: tuple[str, ...]) -> When:
    mark = "?" if doubtful else ""
    made = build.relative(written + mark, anchor, assumptions, doubtful)
    return replace(made, approximate=True) if anchor.relation == "about" else made


def _shortly(words: Words, profile: Profile) -> When:
    return _away(words, 1, "shortly", profile.shortly, ("shortly",), profile)


def _distant(words: Words, profile: Profile) -> When:
    """`4 months before` an event, which nobody means to the day: rounded by the profile (`rounded-…`)."""
    count, measure = number(words.at(0)) or 0, unit(words.at(1)) or ""
    least, most = _days(count, count, measure)
    rounding = profile.rounding(measure)
    slack, ids = (rounding.days, (rounding.id,)) if rounding else (0, ())
    rough = (max(0, least - slack), most + slack)
    return _away(words, 2, _counted(str(count), count, measure), rough, ids, profile)


def _distances(words: Words, profile: Profile) -> When:
    """`between 2 and 6 months before` an event: the writer has drawn the limits, so nothing is added."""
    low, high, measure = number(words.at(1)), number(words.at(3)), unit(words.at(4)) or ""
    if low is None or high is None:
        raise words.refused(3, "A number is needed here.")
    if low > high:
        raise words.refused(1, "The smaller number comes first.")
    written = _counted(f"between {low} and {high}", 2, measure)
    return _away(words, 5, written, _days(low, high, measure), (), profile)


def _counted(figures: str, count: int, measure: str) -> str:
    return f"{figures} {measure}" if count == 1 else f"{figures} {measure}s"


def _days(low: int, high: int, measure: str) -> tuple[int, int]:
    """The least and the most days from `low` to `high` of this unit; both are 0 or more."""
    if measure in ("day", "week"):
        length = _WEEK if measure == "week" else 1
        return low * length, high * length
    months = 12 if measure == "year" else 1
    return days_in_months(low * months)[0], days_in_months(high * months)[1]


def _away(words: Words, at: int, distance: str, days: tuple[int, int], ids: tuple[str, ...], profile: Profile) -> When:
    """So many days before or after what the words from here on name: an event, or a date."""
    relation = words.at(at)
    if relation not in ("before", "after"):
        raise words.refused(at, "'before' or 'after' is needed here.")
    _needs_more(words, at + 1)
    written = f"{distance} {relation}"
    if _anchored(words, at + 1):
        name, doubtful = _anchor_name(words, at + 1)
        return _hanging(f"{written} {name}", Anchor(name, relation, *days), doubtful, ids)
    piece = calendar_date(words.part(at + 1), profile)
    return build.away(f"{written} {piece.written}", piece, relation, days, ids)
