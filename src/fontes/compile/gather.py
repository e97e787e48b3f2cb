"""What is declared where: the table of names against which every word is resolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple

from fontes.compile.profile import meant
from fontes.dates import DEFAULT, Profile, When
from fontes.diagnostics import Diagnostic, Related, Span, error
from fontes.model.names import AgentId, SourceId, ThingKind
from fontes.model.profile import under
from fontes.text.syntax import Act, Dated, Declaration, Rename, Statement, Word
from fontes.text.vocabulary import ON_PROPOSITIONS, ON_QUESTIONS, REPORTING, RESERVED

TWICE = error(
    "declared-twice",
    "a name is declared twice",
    """All things of a corpus share one space of names, so that a name never means two things. The first declaration (by file and line)
    counts until one of them is renamed or removed.""",
)
LABEL_TWICE = error(
    "label-twice", "a label is given twice", "A label names one statement of the corpus, so that others can say what they rest on."
)
RESERVED_NAME = error(
    "reserved-name",
    "a word of the language used as a name",
    "Verbs and keywords of the language cannot name a thing: a line could then be read in two ways.",
)

_KINDS = {
    "agent": ThingKind.AGENT, "source": ThingKind.SOURCE, "event": ThingKind.EVENT, "question": ThingKind.QUESTION,
    "proposition": ThingKind.PROPOSITION, "observation": ThingKind.PROPOSITION, "period": ThingKind.PERIOD,
    "series": ThingKind.SERIES, "lens": ThingKind.LENS,
}  # fmt: skip


class Declared(NamedTuple):
    """A name or label declared at a place."""

    name: str
    kind: ThingKind
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """What one file declares; kept per file, so that an edit gathers one file anew."""

    names: tuple[Declared, ...]
    labels: tuple[tuple[str, str, Span], ...]
    renames: tuple[Rename, ...]
    makers: tuple[tuple[str, tuple[str, ...]], ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    dates: tuple[tuple[str, When], ...]
    corpora: tuple[Declaration, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The table of names of a corpus. Places do not take part in equality: moving a line resolves nothing anew."""

    kinds: dict[str, ThingKind]
    labels: dict[str, str]
    renamed: dict[str, str]
    makers: dict[str, tuple[AgentId, ...]]
    works: dict[str, tuple[SourceId, ...]]
    roles: dict[str, tuple[str, ...]]
    dates: dict[str, When]
    places: dict[str, Span] = field(compare=False)
    label_places: dict[str, Span] = field(compare=False)
    profile: Profile = DEFAULT
    """What vague words mean in this corpus; when it changes, everything is built anew."""

    @property
    def all_places(self) -> tuple[dict[str, Span], dict[str, Span]]:
        """Where everything is declared."""
        return self.places, self.label_places


def differing(one: Names, other: Names) -> frozenset[str]:
    """The names (labels with their ``^``) of which two tables say different things. An agent's are also the dates of its works."""
    found: set[str] = set()
    tables = ((one.kinds, other.kinds), (one.makers, other.makers), (one.works, other.works), (one.roles, other.roles))
    for a, b in tables:
        found |= _differing(a, b)
    for work in _differing(one.dates, other.dates):
        found |= {work, *one.makers.get(work, ()), *other.makers.get(work, ())}
    return frozenset(found | {f"^{label}" for label in one.labels.keys() ^ other.labels.keys()})


def _differing(a: Mapping[str, object], b: Mapping[str, object]) -> set[str]:
    return {name for name in a.keys() | b.keys() if a.get(name) != b.get(name)} if a != b else set()


def implied(act: Act) -> ThingKind | None:
    """What an act declares by giving its wording, if anything."""
    if act.wording is None or not isinstance(act.object, Word):
        return None
    if act.verb.text in ON_PROPOSITIONS or act.verb.text in REPORTING:
        return ThingKind.PROPOSITION
    return ThingKind.QUESTION if act.verb.text in ON_QUESTIONS else None


def find(statements: Iterable[Statement]) -> Found:
    """What these statements of one file declare."""
    names: list[Declared] = []
    labels: list[tuple[str, str, Span]] = []
    renames: list[Rename] = []
    makers: list[tuple[str, tuple[str, ...]]] = []
    roles: list[tuple[str, tuple[str, ...]]] = []
    dates: list[tuple[str, When]] = []
    corpora: list[Declaration] = []
    for one in statements:
        if isinstance(one, Act):
            kind = implied(one)
            if kind is not None and isinstance(one.object, Word):
                names.append(Declared(intern(one.object.text), kind, one.object.span))
            if one.label is not None:
                labels.append((intern(one.label.text[1:]), one.verb.text, one.label.span))
        elif isinstance(one, Declaration):
            key = one.keyword.text
            if key == "corpus":
                corpora.append(one)
                continue
            names.append(Declared(intern(one.name.text), _KINDS[key], one.name.span))
            if key == "source":
                makers.append((intern(one.name.text), _listed(one, "by")))
                when = _date(one)
                if when is not None:
                    dates.append((intern(one.name.text), when))
            elif key == "agent":
                roles.append((intern(one.name.text), _listed(one, "role")))
        elif isinstance(one, Rename):
            renames.append(one)
    return Found(tuple(names), tuple(labels), tuple(renames), tuple(makers), tuple(roles), tuple(dates), tuple(corpora))


def _listed(one: Declaration, keyword: str) -> tuple[str, ...]:
    return tuple(
        intern(word.text)
        for p in one.particulars
        if p.keyword.text == keyword and isinstance(p.value, tuple)
        for word in p.value
        if isinstance(word, Word)
    )


def _date(one: Declaration) -> When | None:
    """When the words of a source were uttered: made, else out."""
    given = {p.keyword.text: p.value for p in one.particulars if p.keyword.text in ("made", "out")}
    value = given.get("made", given.get("out"))
    return value.when if isinstance(value, Dated) else None


def gather(files: Iterable[Found]) -> tuple[Names, list[Diagnostic]]:
    """One table out of what all files declare."""
    found: list[Diagnostic] = []
    parts = list(files)
    places: dict[str, Span] = {}
    kinds: dict[str, ThingKind] = {}
    for declared in (
        sorted((d for part in parts for d in part.names), key=lambda d: d.span)
        if _clash(parts)
        else (d for part in parts for d in part.names)
    ):
        name = declared.name
        if name in kinds:
            found.append(
                TWICE.at(
                    declared.span,
                    f"'{name}' is declared as {kinds[name].value} already. Rename one, or remove this one if they are the same.",
                    related=(Related(places[name], "first declared here"),),
                )
            )
            continue
        if name in RESERVED:
            found.append(RESERVED_NAME.at(declared.span, f"'{name}' is a word of the language; choose another name."))
        kinds[name], places[name] = declared.kind, declared.span
    labels, label_places = _labels(parts, found)
    makers = {name: tuple(AgentId(a) for a in agents) for part in parts for name, agents in part.makers}
    works: dict[str, list[SourceId]] = {}
    for source, agents in makers.items():
        for agent in agents:
            works.setdefault(agent, []).append(SourceId(source))
    renamed = {r.old.text: r.new.text for part in parts for r in part.renames}
    profile = meant(one for part in parts for one in part.corpora).profile
    names = Names(
        kinds, labels, renamed, makers, {a: tuple(sorted(s)) for a, s in works.items()},
        {name: given for part in parts for name, given in part.roles},
        {name: under(when, profile) for part in parts for name, when in part.dates}, places, label_places, profile,
    )  # fmt: skip
    return names, found


def _clash(parts: list[Found]) -> bool:
    """Is any name declared twice? Only then the order of places matters."""
    total = sum(len(part.names) for part in parts)
    return len({d.name for part in parts for d in part.names}) < total


def _labels(parts: list[Found], found: list[Diagnostic]) -> tuple[dict[str, str], dict[str, Span]]:
    labels: dict[str, str] = {}
    places: dict[str, Span] = {}
    for name, verb, span in sorted((one for part in parts for one in part.labels), key=lambda one: one[2]):
        if name in labels:
            found.append(
                LABEL_TWICE.at(span, f"'^{name}' names another statement already.", related=(Related(places[name], "first given here"),))
            )
            continue
        labels[name], places[name] = verb, span
    return labels, places
