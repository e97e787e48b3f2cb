"""Which word fits: *consensus* only under the rule the makers of the corpus wrote; else majority, split or few voices, by a rule that is printed.

A rule is a share, and how many voices it must be a share of; perhaps how many separate lines they must rest on, and for how many years it
must have been so: "at least 90 in a hundred of at least 10 scholars in at least 3 lineages for at least 10 years". What is not understood of it is
never guessed; the word is then not used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from fontes.dates import Answer
from fontes.findings.positions.agreement import placements
from fontes.findings.positions.heard import DIRECTIONS

FEW = 5
"""With fewer voices on a claim than this, they are *few voices*."""
DIRECTED = ("for", "open", "against")
_NUMBER = r"(?:at\s+least\s+|>=\s*|≥\s*)?(\d+(?:\.\d+)?)"
_SHARE = re.compile(_NUMBER + r"\s*(?:%|per\s*cent|in\s+(?:a|one)\s+hundred|in\s+100|of\s+100)", re.IGNORECASE)
_VOICES = re.compile(r"of\s+" + _NUMBER + r"\s+(scholars?|historians?|voices?|agents?)", re.IGNORECASE)
_LINES = re.compile(r"in\s+" + _NUMBER + r"\s+(?:separate\s+)?(?:lineages?|lines?(?:\s+of\s+descent)?)", re.IGNORECASE)
_YEARS = re.compile(r"for\s+" + _NUMBER + r"\s+years?", re.IGNORECASE)


class Word(StrEnum):
    """What a count of voices is called."""

    CONSENSUS = "consensus"
    MAJORITY = "majority"
    SPLIT = "split"
    FEW = "few voices"
    NONE = "no voices"


@dataclass(frozen=True, slots=True)
class Rule:
    """The user's rule: at least ``share`` of at least ``voices`` (scholars only, where ``scholars``) in so many lines, for so many years."""

    share: Fraction
    voices: int
    scholars: bool
    lines: int
    years: int
    written: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One part of the rule: what it asks, what is found at least and at most, and whether that meets it."""

    name: str
    needed: Fraction
    least: Fraction | None
    most: Fraction | None
    met: Answer


@dataclass(frozen=True, slots=True)
class Verdict:
    """The words that fit: several where open dates leave it open. ``side`` is where a consensus or majority lies, empty where none.

    ``met``: is the user's rule met? None where the corpus has no rule, or one not understood (then ``written`` holds it).
    """

    words: tuple[Word, ...]
    side: str
    met: Answer | None
    written: str
    conditions: tuple[Condition, ...]


Sets = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Bench:
    """What the rule is tried on: the voices (or only the scholars) on a day, the separate lines of a side on a day, and the day."""

    at: Callable[[int, bool], Sets]
    lines: Callable[[int, str], tuple[int, int] | None]
    day: int
    days_between: Callable[[int, int], Sequence[int]]


def rule_in(texts: Sequence[str]) -> Rule | None:
    """The rule written in a corpus; None where there is none, or where it is not understood to its last word."""
    written = " ".join(" ".join(texts).split())
    share = _SHARE.match(written)
    rest = written[share.end() :] if share else written
    found = {}
    for name, pattern in (("voices", _VOICES), ("lines", _LINES), ("years", _YEARS)):
        match = pattern.search(rest)
        if match:
            found[name] = match
            rest = rest[: match.start()] + rest[match.end() :]
    if share is None or "voices" not in found or rest.strip(" ,.;") or Fraction(share[1]) > 100:
        return None
    whole = {name: int(Fraction(match[1])) for name, match in found.items()}
    scholars = found["voices"][2].lower().startswith(("scholar", "historian"))
    return Rule(Fraction(share[1]) / 100, whole["voices"], scholars, whole.get("lines", 0), whole.get("years", 0), written)


def directed(sets: Sets) -> list[frozenset[str]]:
    """The options of each voice as directions."""
    return [frozenset(DIRECTIONS.get(option, option) for option in one) for one in sets]


def verdict(rule: Rule | None, written: str, bench: Bench) -> Verdict:
    """The word for the voices of a claim on a day."""
    sets = bench.at(bench.day, False)
    words, sides = words_of(sets)
    if rule is None:
        return Verdict(words, sides, None, written, ())
    tried = [(side, _conditions(rule, bench, side)) for side in ("for", "against")]
    side, best = max(tried, key=lambda pair: _merit(pair[1]))
    met = _all(best)
    if met is Answer.CERTAIN:
        return Verdict((Word.CONSENSUS,), side, met, rule.written, best)
    return Verdict(words, sides, met, rule.written, best)


def words_of(sets: Sets) -> tuple[tuple[Word, ...], str]:
    """Majority, split, few or no voices, in every placement of open dates; and the side of the majority, where it is always one."""
    found = placements(directed(sets), DIRECTED)
    if found is None:
        return (Word.MAJORITY, Word.SPLIT), ""
    named = {_word(counts) for counts in found}
    sides = {side for _, side in named}
    words = {word for word, _ in named}
    return tuple(word for word in Word if word in words), sides.pop() if len(sides) == 1 else ""


def _word(counts: Sequence[int]) -> tuple[Word, str]:
    """More than half on one side is a majority; fewer than `FEW` voices are few whatever they say."""
    total, most = sum(counts), max(counts)
    if total == 0:
        return Word.NONE, ""
    if total < FEW:
        return Word.FEW, ""
    if 2 * most > total and DIRECTED[counts.index(most)] != "open":
        return Word.MAJORITY, DIRECTED[counts.index(most)]
    return Word.SPLIT, ""


def _conditions(rule: Rule, bench: Bench, side: str) -> tuple[Condition, ...]:
    sets = bench.at(bench.day, rule.scholars)
    found = [*_counted(rule, sets, side)]
    if rule.lines:
        found.append(_lined(rule, bench, bench.day, side))
    if rule.years:
        found.append(_lasted(rule, bench, side, _all(found)))
    return tuple(found)


def _counted(rule: Rule, sets: Sets, side: str) -> tuple[Condition, Condition]:
    firm = {"for": {"asserts"}, "against": {"denies", "implied"}}[side]
    marked = [frozenset("side" if option in firm else "other" if option in DIRECTIONS else "" for option in one) for one in sets]
    found = placements(marked, ("side", "other")) or frozenset()
    shares = [Fraction(on, on + off) for on, off in found if on + off]
    heard = [Fraction(on + off) for on, off in found]
    return _condition("share", rule.share, shares), _condition("voices", Fraction(rule.voices), heard)


def _condition(name: str, needed: Fraction, values: Sequence[Fraction]) -> Condition:
    if not values:
        return Condition(name, needed, None, None, Answer.IMPOSSIBLE)
    least, most = min(values), max(values)
    return Condition(name, needed, least, most, _met(least, most, needed))


def _met(least: Fraction, most: Fraction, needed: Fraction) -> Answer:
    return Answer.CERTAIN if least >= needed else Answer.POSSIBLE if most >= needed else Answer.IMPOSSIBLE


def _lined(rule: Rule, bench: Bench, day: int, side: str) -> Condition:
    found = bench.lines(day, side)
    if found is None:
        return Condition("lines", Fraction(rule.lines), None, None, Answer.POSSIBLE)
    least, most = (Fraction(one) for one in found)
    return Condition("lines", Fraction(rule.lines), least, most, _met(least, most, Fraction(rule.lines)))


def _lasted(rule: Rule, bench: Bench, side: str, now: Answer) -> Condition:
    """Was it so on every day since? Looked at on the first of them and on every day on which a position may change; lines on the first and last."""
    start = bench.day - -(-rule.years * 3652425 // 10000)
    met = now
    if now is not Answer.IMPOSSIBLE:
        for day in (start, *bench.days_between(start, bench.day)):
            met = _all([Condition("", Fraction(0), None, None, met), *_counted(rule, bench.at(day, rule.scholars), side)])
        if rule.lines and met is not Answer.IMPOSSIBLE:
            met = _all([Condition("", Fraction(0), None, None, met), _lined(rule, bench, start, side)])
    return Condition("years", Fraction(rule.years), None, None, met)


def _all(them: Sequence[Condition]) -> Answer:
    answers = {one.met for one in them}
    return next(one for one in (Answer.IMPOSSIBLE, Answer.POSSIBLE, Answer.CERTAIN) if one in answers)


def _merit(them: Sequence[Condition]) -> tuple[int, Fraction]:
    rank = (Answer.IMPOSSIBLE, Answer.POSSIBLE, Answer.CERTAIN).index(_all(them))
    return rank, them[0].most or Fraction(0)
