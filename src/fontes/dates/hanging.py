"""Dates that hang on an event, or at a distance from a date: `shortly after the-plenum`, `four months before 1937-06-12`."""

from __future__ import annotations

from dataclasses import replace

from fontes.dates import build
from fontes.dates.calendar_words import calendar_date
from fontes.dates.days import days_in_months
from fontes.dates.edtf import bare
from fontes.dates.profile import Profile
from fontes.dates.vocabulary import ABOUT, ARTICLES, DOUBTFUL, OF_ERA, ORDINALS, PARTS_IN_WORDS, WITHIN
from fontes.dates.when import Anchor, When
from fontes.dates.words import Words, is_anchor, number, unit

_WEEK = 7
_BEFORE = {("before",): "before", ("prior", "to"): "before", ("earlier", "than"): "before"}
_AFTER = {("after",): "after", ("later", "than"): "after", ("following",): "after"}
_OPENERS = frozenset((*ORDINALS, *PARTS_IN_WORDS, *WITHIN, *ARTICLES, *DOUBTFUL, *ABOUT, *OF_ERA, "last", "night", "turn", "year"))
"""Words that may begin a calendar date; as the last word, each may be the name of an event."""
_ROUND = ("about", "some", "around", "roughly", "approximately")
_NEAR_IDS = {"shortly": "shortly", "soon": "shortly", "immediately": "immediately", "just": "immediately"}


def anchored(words: Words, at: int) -> bool:
    """Does the name of an event or a label stand here, rather than a calendar date?"""
    name = words.spelt(at)
    if len(words) > at + 1 and words.at(at) in _OPENERS:
        return False
    return is_anchor(name.removesuffix("?")) and not bare(name)


def _anchor_name(words: Words, at: int) -> tuple[str, bool]:
    """The last word as the name of an event, and whether a question mark follows it."""
    plain, doubtful = words.without_doubt()
    if len(plain) > at + 1:
        raise words.refused(at + 1, "Nothing is understood after the name of the event.")
    if len(plain) <= at or not is_anchor(plain.spelt(at)) or bare(plain.spelt(at)):
        raise words.refused(at, "The name of an event, or a label such as ^first, is needed here.")
    return plain.spelt(at), doubtful


def beside(word: str, words: Words, at: int) -> When:
    """`before`, `after`, `during`, `at`, `by`, `about`, `since` or `until` an event, without a distance."""
    name, doubtful = _anchor_name(words, at)
    relation = {"since": "after", "until": "by"}.get(word, word)
    anchor = Anchor(name, relation, 0 if word == "since" else None, None)
    return _hanging(f"{word} {name}", anchor, doubtful, ())


def _hanging(written: str, anchor: Anchor, doubtful: bool, assumptions: tuple[str, ...]) -> When:
    mark = "?" if doubtful else ""
    made = build.relative(written + mark, anchor, assumptions, doubtful)
    return replace(made, approximate=True) if anchor.relation == "about" else made


def near(words: Words, profile: Profile) -> When:
    """`shortly` (or `soon`) and `immediately` (or `just`) before or after."""
    id_ = _NEAR_IDS[words.at(0)]
    days = profile.shortly if id_ == "shortly" else profile.immediately
    return _away(words, 1, id_, days, (id_,), profile)


def is_distance(words: Words) -> bool:
    """Do these words begin with a distance, such as `four months`, `a few weeks`, `only four months`, `the day`?"""
    at = _count_at(words)
    if words.at(at) == "the" and words.at(at + 1) == "day":
        return _relation(words, at + 2)[0] != ""
    if words.at(at) == "a" and words.at(at + 1) == "few":
        return unit(words.at(at + 2)) is not None
    if words.at(at) in ("a", "an", "several"):
        return unit(words.at(at + 1)) is not None
    return number(words.at(at)) is not None and unit(words.at(at + 1)) is not None


def _count_at(words: Words) -> int:
    """The place of the number, after a word that says how it is meant."""
    two = words.lower[:2]
    if two in (("more", "than"), ("less", "than"), ("at", "least"), ("at", "most")):
        return 2
    return 1 if words.at(0) in (*_ROUND, "only", "exactly") else 0


def distant(words: Words, profile: Profile) -> When:
    """`4 months before` an event, which nobody means to the day: rounded by the profile (`rounded-…`).

    `exactly` keeps to the day; `a few` and `several` are the profile's; `only` and `about` add nothing to the rounding.
    """
    at = _count_at(words)
    if words.at(at) == "the":
        return _away(words, at + 2, "1 day", (1, 1), (), profile)
    low, high, id_, at_unit = _count(words, at, profile)
    measure = unit(words.at(at_unit)) or ""
    least, most = _days(low, high, measure)
    if id_:
        return _away(words, at_unit + 1, f"{'a few' if id_ == 'a-few' else 'several'} {measure}s", (least, most), (id_,), profile)
    distance = _counted(str(low), low, measure)
    how = " ".join(words.lower[:at])
    if how == "exactly":
        return _away(words, at_unit + 1, f"exactly {distance}", (least, most), (), profile)
    rounding = profile.rounding(measure)
    slack, ids = (rounding.days, (rounding.id,)) if rounding else (0, ())
    rough: tuple[int, int | None] = (max(0, least - slack), most + slack)
    if how in ("more than", "at least"):
        rough, distance = (rough[0], None), f"{how} {distance}"
    elif how in ("less than", "at most"):
        rough, distance = (0, rough[1]), f"{how} {distance}"
    return _away(words, at_unit + 1, distance, rough, ids, profile)


def _count(words: Words, at: int, profile: Profile) -> tuple[int, int, str, int]:
    """The least and the most of what is counted, the assumption they rest on, and the place of the unit."""
    if words.at(at) == "a" and words.at(at + 1) == "few":
        return (*profile.few, "a-few", at + 2)
    if words.at(at) == "several":
        return (*profile.several, "several", at + 1)
    count = 1 if words.at(at) in ("a", "an") else number(words.at(at)) or 0
    return count, count, "", at + 1


def distances(words: Words, profile: Profile) -> When:
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


def _relation(words: Words, at: int) -> tuple[str, int]:
    """`before` or `after` in one of their words, and the place after it; nothing if neither stands here."""
    for count in (2, 1):
        key = words.lower[at : at + count]
        for table in (_BEFORE, _AFTER):
            if len(key) == count and key in table:
                return table[key], at + count
    return "", at


def _away(words: Words, at: int, distance: str, days: tuple[int, int | None], ids: tuple[str, ...], profile: Profile) -> When:
    """So many days before or after what the words from here on name: an event, or a date."""
    relation, after = _relation(words, at)
    if not relation:
        raise words.refused(at, "'before' or 'after', and then a date or the name of an event, are needed here.")
    if len(words) <= after:
        raise words.refused(after, f"After '{words.spelt(after - 1)}' a date or the name of an event is needed.")
    written = f"{distance} {relation}"
    least, most = days
    if anchored(words, after):
        name, doubtful = _anchor_name(words, after)
        return _hanging(f"{written} {name}", Anchor(name, relation, least, most), doubtful, ids)
    piece = calendar_date(words.part(after), profile)
    return build.away(f"{written} {piece.written}", piece, relation, (least, most), ids)
