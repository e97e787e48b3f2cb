"""What is pointed out between figures: pairs of statements, and why. Nothing is averaged, and none of two is preferred."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations, product

from fontes.dates import When, read, sort_key
from fontes.findings.figures.digits import Slip, Slipped, digits, near, slipped, telling
from fontes.findings.figures.stated import Stated
from fontes.findings.reasons import Reason
from fontes.model.corpus import Corpus
from fontes.model.explanations import Figure
from fontes.model.names import QuestionId, StatementId

MOST = 40
"""So many figures of one value, or of one description, are compared two by two (780 pairs)."""
_NUMBER = r"(\d{1,3}(?:[ ,\u00a0\u202f\u2009]\d{3})+|\d+(?:\.\d+)?)(?![\d,.]*\d|[-–/]\d)"
_OF = re.compile(rf"\bof (?:the |all |some |about )*{_NUMBER}(?P<rest>.*)", re.IGNORECASE)
_NO_LESS = re.compile(r"\b(?:at least|no fewer than|not fewer than|more than|over|upwards of)\s*(?:$|[,;.)]|\d)", re.IGNORECASE)
_NO_MORE = re.compile(r"\b(?:at most|at the most|no more than|not more than|fewer than|less than|up to)\s*(?:$|[,;.)]|\d)", re.IGNORECASE)
_SHARES = frozenset({"percent", "per cent", "%", "per mille", "‰"})


class Pointing(StrEnum):
    """What is pointed out."""

    SAME_VALUE = "same value, changed description"
    DIGIT = "one digit apart"
    PART = "part larger than its whole"
    PARTS = "parts together larger than their whole"
    SAME_DESCRIPTION = "same description, different values"


class Kinship(StrEnum):
    """How two figures lie to each other by what is recorded of their descent."""

    ALONG = "along one lineage"
    SHARED = "from one document"
    ACROSS = "no common descent recorded"


@dataclass(frozen=True, slots=True)
class Pointed:
    """Two figures and what is to be seen in them; of two along one lineage the first is what the other rests on, else the first is the earlier.

    ``statements`` is the earliest of each. ``other`` is None where a description holds its own whole (`13 of 15`); the whole, or the sum
    of parts together, is then ``number``. ``slip`` leads from the first value to the second.
    """

    kind: Pointing
    one: Stated
    other: Stated | None
    statements: tuple[StatementId, ...]
    kinship: Kinship
    slip: Slipped | None
    number: Decimal | None
    questions: tuple[QuestionId, ...]
    reasons: tuple[Reason, ...]


def described(figure: Figure) -> str:
    """What a figure counts, for comparing: letter case, spaces and closing marks say nothing."""
    return " ".join(unicodedata.normalize("NFKC", figure.of).casefold().split()).strip(" .,;")


def open_sides(figure: Figure) -> tuple[bool, bool]:
    """Does the description say that it is at most so much, at least so much? A figure itself has always two ends."""
    return _NO_MORE.search(figure.of) is not None, _NO_LESS.search(figure.of) is not None


def whole_within(figure: Figure) -> Decimal | None:
    """The whole that a description names (`mills burnt, of 5`). A date is none, and a share is counted in something else than its whole."""
    found = None if figure.unit.casefold() in _SHARES else _OF.search(figure.of)
    if found is None or _is_date(found[1], found["rest"]):
        return None
    return Decimal(re.sub(r"[^\d.]", "", found[1]))


def _is_date(number: str, rest: str) -> bool:
    """Is the number the day of a date, or a year? Alone, four bare digits from 1000 to 2100 are taken for one."""
    words = f"{number}{rest}".replace(",", " , ").split()
    bare = len(number) == 4 and number.isdigit() and 1000 <= int(number) <= 2100
    return bare or any(isinstance(read(" ".join(words[:length])), When) for length in (2, 3) if len(words) >= length)


def pointed(corpus: Corpus, them: Sequence[Stated]) -> tuple[tuple[Pointed, ...], bool]:
    """Everything to be pointed out, the closest in descent first; and whether it is all, no group having been too large to compare."""
    found: dict[tuple[Pointing, tuple[tuple[str, int], ...]], Pointed] = {}
    full = True
    for finder in (_same_value, _digits, _same_description):
        pairs, whole = finder(them)
        full = full and whole
        for one in pairs:
            found[one.kind, tuple(sorted(each.key for each in (one.one, one.other) if each))] = one
    found.update(((one.kind, (one.one.key, *([one.other.key] if one.other else []))), one) for one in _parts(corpus, them))
    order, near_first = list(Pointing), list(Kinship)

    def rank(one: Pointed) -> tuple[object, ...]:
        other = one.other.key if one.other else ("", 0)
        return order.index(one.kind), near_first.index(one.kinship), -one.one.figure.most, one.one.key, other

    return tuple(sorted(found.values(), key=rank)), full


def kinship(one: Stated, other: Stated) -> Kinship:
    """How two figures are recorded to descend."""
    if one.proposition in other.below or other.proposition in one.below:
        return Kinship.ALONG
    shared = {each.source for each in one.behind} & {each.source for each in other.behind}
    return Kinship.SHARED if shared else Kinship.ACROSS


def _pair(kind: Pointing, a: Stated, b: Stated, slip: Slipped | None = None, number: Decimal | None = None, ordered: bool = False) -> Pointed:
    one, other = (a, b) if ordered or _first(a, b) else (b, a)
    if slip is not None and one is not a:
        slip = slip.turned()
    questions = tuple(sorted({*one.questions, *other.questions}))
    why = tuple(dict.fromkeys((*one.reasons, *other.reasons)))
    return Pointed(kind, one, other, (one.statements[0], other.statements[0]), kinship(a, b), slip, number, questions, why)


def _first(a: Stated, b: Stated) -> bool:
    """Is `a` what `b` rests on, or else the earlier?"""
    under, over = a.proposition in b.below, b.proposition in a.below
    return under if under != over else _when(a) <= _when(b)


def _when(one: Stated) -> tuple[object, ...]:
    return one.since is None, sort_key(one.since) if one.since is not None else (), one.key


def _comparable(a: Stated, b: Stated, alike: bool = False) -> bool:
    """Two propositions, one unit, and either one description, a question in common, or a recorded descent."""
    if a.proposition == b.proposition or a.figure.unit != b.figure.unit:
        return False
    return alike or not set(a.questions).isdisjoint(b.questions) or kinship(a, b) is not Kinship.ACROSS


def _grouped(them: Iterable[Stated], key: Callable[[Stated], object]) -> tuple[list[list[Stated]], bool]:
    groups: dict[object, list[Stated]] = defaultdict(list)
    for one in them:
        groups[key(one)].append(one)
    return [sorted(group, key=_when)[:MOST] for group in groups.values()], all(len(group) <= MOST for group in groups.values())


def _same_value(them: Sequence[Stated]) -> tuple[list[Pointed], bool]:
    groups, full = _grouped(them, lambda one: (one.figure.unit, one.figure.least, one.figure.most))
    pairs = (pair for group in groups for pair in combinations(group, 2))
    return [
        _pair(Pointing.SAME_VALUE, a, b) for a, b in pairs if described(a.figure) != described(b.figure) and _comparable(a, b)
    ], full


def _same_description(them: Sequence[Stated]) -> tuple[list[Pointed], bool]:
    groups, full = _grouped(them, lambda one: (one.figure.unit, described(one.figure)))
    pairs = (pair for group in groups for pair in combinations(group, 2))
    return [_pair(Pointing.SAME_DESCRIPTION, a, b) for a, b in pairs if _apart(a.figure, b.figure) and a.proposition != b.proposition], full


def _apart(one: Figure, other: Figure) -> bool:
    return one.most < other.least or other.most < one.least


def _digits(them: Sequence[Stated]) -> tuple[list[Pointed], bool]:
    """Both ends of a range are looked at: one of them may have slipped, the other must be the same."""
    groups: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for one in them:
        for end in {digits(one.figure.least), digits(one.figure.most)}:
            groups[one.figure.unit, end].append(one)
    units: dict[str, list[str]] = defaultdict(list)
    for unit, end in groups:
        if not end.startswith("-"):
            units[unit].append(end)
    found: list[Pointed] = []
    full = True
    for unit, ends in units.items():
        for mine, theirs in near(ends):
            left, right = groups[unit, mine], groups[unit, theirs]
            full = full and max(len(left), len(right)) <= MOST
            for a, b in product(sorted(left, key=_when)[:MOST], sorted(right, key=_when)[:MOST]):
                slip = _slip(a.figure, b.figure)
                if slip and _striking(a, b, mine, theirs, slip):
                    found.append(_pair(Pointing.DIGIT, a, b, slip))
    return found, full


def _striking(a: Stated, b: Stated, mine: str, theirs: str, slip: Slipped) -> bool:
    """Numbers long enough; or two of one description, of which one digit too few or too many, or out of place, would make the other."""
    alike = described(a.figure) == described(b.figure) and slip.slip is not Slip.CHANGED
    return (alike or telling(mine, theirs)) and _comparable(a, b, alike)


def _slip(one: Figure, other: Figure) -> Slipped | None:
    least, most = slipped(digits(one.least), digits(other.least)), slipped(digits(one.most), digits(other.most))
    if one.least == one.most and other.least == other.most:
        return least
    if one.least == other.least:
        return most
    return least if one.most == other.most else None


# ---- parts and wholes


def _parts(corpus: Corpus, them: Sequence[Stated]) -> Iterator[Pointed]:
    of: dict[str, list[Stated]] = defaultdict(list)
    for one in them:
        of[one.proposition].append(one)
        whole = whole_within(one.figure)
        if whole is not None and one.figure.least > whole:
            yield Pointed(Pointing.PART, one, None, one.statements[:1], Kinship.ALONG, None, whole, one.questions, one.reasons)
    pairs = {(part.proposition, one.id) for one in corpus.propositions.values() for part in one.parts if part.proposition}
    pairs |= {(one.id, whole) for one in corpus.propositions.values() for whole in one.part_of}
    for part_name, whole_name in sorted(pairs):
        for a in of.get(part_name, ()):
            larger = (b for b in of.get(whole_name, ()) if a.figure.unit == b.figure.unit and a.figure.least > b.figure.most)
            yield from (_pair(Pointing.PART, a, b, ordered=True) for b in larger)
    for name in sorted({whole for _, whole in pairs}):
        yield from _together(corpus, of, name)


def _together(corpus: Corpus, of: dict[str, list[Stated]], name: str) -> Iterator[Pointed]:
    """Parts recorded to make up a whole together, whose least values add up to more than it: with the largest part as the other of the pair."""
    parts = [part.proposition for part in corpus.propositions[name].parts if part.manner == "together" and part.proposition]  # type: ignore[index]
    for whole in of.get(name, ()):
        chosen = [[one for one in of.get(part, ()) if one.figure.unit == whole.figure.unit] for part in parts]
        if len(chosen) < 2 or any(len(each) != 1 for each in chosen):
            continue
        one_each = [each[0] for each in chosen]
        total = sum((one.figure.least for one in one_each), Decimal(0))
        if total > whole.figure.most and all(one.figure.least <= whole.figure.most for one in one_each):
            largest = max(one_each, key=lambda one: (one.figure.least, one.key))
            yield _pair(Pointing.PARTS, largest, whole, number=total, ordered=True)
