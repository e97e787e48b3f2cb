"""What was written: words with their places, before anything is known of their meaning.

These types are never shared with ``model``: here a name is a word on a line, there it is a resolved thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from fontes.dates import When
from fontes.diagnostics import Span


class Word(NamedTuple):
    """A name, a keyword, a label (with its ``^``) or a text (without its quotation marks), and where it stands."""

    text: str
    span: Span


class Dated(NamedTuple):
    """A date as written and as understood."""

    when: When
    span: Span


class Reference(NamedTuple):
    """A name and perhaps a passage in what it names."""

    name: Word
    passage: str = ""


class Access(NamedTuple):
    """``per SOURCE PASSAGE via SOURCE PASSAGE``; without a source, a passage within the section's."""

    source: Word | None
    passage: str
    via: Reference | None
    span: Span


class Member(NamedTuple):
    """One member of a ground. ``kind`` is ``name``, ``label``, ``that``, ``text`` or ``others``."""

    kind: str
    name: Word
    passage: str = ""
    saying: Word | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Members joined by ``and``: all are needed."""

    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Members joined by ``or``: any suffices."""

    members: tuple[Member | AllOf, ...]


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """Members in a list: how they combine is not recorded."""

    members: tuple[Member | AllOf | AnyOf, ...]


Grounds = Member | AllOf | AnyOf | Unrecorded


class Part(NamedTuple):
    """``part NAME together`` or ``part missing "…"``."""

    name: Word | None
    missing: Word | None
    manner: str


class Figure(NamedTuple):
    """``figure 36761 officers of "…"``: numbers as written, unit, what is counted."""

    least: str
    most: str
    unit: str
    of: Word


class Distance(NamedTuple):
    """``EVENT [between N and M days]``: from a thing, at least and at most so many days apart."""

    name: Word
    least: int | None
    most: int | None
    written: str


class Counts(NamedTuple):
    """``counts events strand secret-police span 1921/1934``: choices as pairs of keyword and value."""

    choices: tuple[tuple[str, Word], ...]


class Mark(NamedTuple):
    """One mark of an assessment: under which explanation, against which (pairwise), and the mark as written."""

    under: Word
    over: Word | None
    mark: str


class Embedded(NamedTuple):
    """A statement in brackets: what someone is said to say or to know."""

    agent: Word
    verb: Word
    object: Word | Embedded
    by: Dated | None
    span: Span


class Criticisms(NamedTuple):
    """``criticisms counting``, ``criticisms forged, coerced of lukes as-of 1996`` in a lens."""

    kinds: tuple[Word, ...]
    of: tuple[Word, ...]
    as_of: Dated | None


class Voices(NamedTuple):
    """``voices scholar taken-within 1924/1925`` in a lens."""

    names: tuple[Word, ...]
    school: Word | None
    within: Dated | None


Value = (
    Word
    | tuple[Word, ...]
    | Dated
    | Reference
    | tuple[Reference, ...]
    | Grounds
    | Part
    | Figure
    | Distance
    | Counts
    | Criticisms
    | Voices
    | Access
    | None
)


class Particular(NamedTuple):
    """One indented line: its keyword, its value, whether it is doubtful (``rests-on?``, ``by x ?``), its own access."""

    keyword: Word
    value: Value
    doubtful: bool
    access: Access | None
    span: Span


class Section(NamedTuple):
    """The access that a ``through`` line gives to what follows."""

    source: Word | None
    passage: str
    via: Reference | None


DIRECTLY = Section(None, "", None)


@dataclass(frozen=True, slots=True)
class Declaration:
    """``agent NAME "wording"`` and the like; ``keyword`` says which."""

    keyword: Word
    name: Word
    wording: Word | None
    date: Dated | None
    particulars: tuple[Particular, ...]
    section: Section
    span: Span


class Act(NamedTuple):
    """Agents did or said something. Which of the optional parts a verb has is told in the grammar.

    ``verb`` is in its singular form. ``hops`` are the receivers, one tuple of agents for each step of the way.
    """

    date: Dated | None
    agents: tuple[Word, ...]
    unnamed: Word | None
    repeatedly: bool
    verb: Word
    object: Word | Embedded | None
    wording: Word | None
    label: Word | None
    particulars: tuple[Particular, ...]
    section: Section
    span: Span
    hops: tuple[tuple[Word, ...], ...] = ()
    aspects: tuple[Word, ...] = ()
    others: tuple[Word, ...] = ()
    marks: tuple[Mark, ...] = ()
    dated: Dated | None = None


@dataclass(frozen=True, slots=True)
class Through:
    """``through SOURCE PASSAGE`` or ``directly``."""

    section: Section
    span: Span


@dataclass(frozen=True, slots=True)
class Rename:
    """``rename old -> new``: the old name stays readable."""

    old: Word
    new: Word
    span: Span


@dataclass(frozen=True, slots=True)
class Distinct:
    """``distinct a, b``: not the same person."""

    names: tuple[Word, ...]
    particulars: tuple[Particular, ...]
    section: Section
    span: Span


@dataclass(frozen=True, slots=True)
class Expect:
    """A test of the corpus by its makers.

    ``test`` is ``count`` (measure, sign, number), ``without`` (outcome, units), ``is`` (outcome), ``stance`` (agent, verb,
    proposition, by), ``knows`` (the same) or ``before`` (two events).
    """

    test: str
    subject: Word
    object: Word | None
    measure: str
    sign: str
    number: int
    outcome: str
    units: tuple[Word, ...]
    by: Dated | None
    particulars: tuple[Particular, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Broken:
    """A statement that could not be read; kept as it stands."""

    span: Span


Statement = Declaration | Act | Through | Rename | Distinct | Expect | Broken
