"""Words to things: names looked up in the table, with did-you-mean; access and grounds worked out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from sys import intern

from fontes.compile.gather import Names
from fontes.diagnostics import Diagnostic, Edit, Fix, Related, Span, error, warning
from fontes.model.names import (
    Access,
    AgentId,
    EventId,
    Passage,
    Place,
    PropositionId,
    QuestionId,
    SourceId,
    StatementId,
    ThingKind,
)
from fontes.model.stances import Combination, Combined, Ground, MemberKind
from fontes.model.stances import Member as ModelMember
from fontes.text import syntax
from fontes.text.syntax import DIRECTLY, AllOf, AnyOf, Grounds, Member, Particular, Reference, Section, Word
from fontes.text.tokens import did_you_mean
from fontes.text.vocabulary import LOCATORS

UNKNOWN = error(
    "unknown-name",
    "no thing of this name",
    "Every name must be declared somewhere in the corpus, once; use before declaration is fine. What uses an unknown name is left out.",
)
UNKNOWN_LABEL = error(
    "unknown-label", "no statement has this label", "A label refers to a statement that bears it (… ^first), anywhere in the corpus."
)
WRONG_KIND = error(
    "wrong-kind",
    "a name of another kind",
    "Each place in a statement takes names of certain kinds: agents speak, sources are read, propositions are asserted.",
)
NO_SECTION = error(
    "passage-without-source",
    "a passage without its source",
    "A 'per' without a source's name is a passage within the section's source; outside a section there is none.",
)
RENAMED = warning(
    "renamed", "a name that has been changed", "An old name stays readable through 'rename'; the new one is better in new lines."
)

_LOCATOR = re.compile(r"^(?:¶¶?|§§?|[^\W\d]+\.)$")


class Resolver:
    """Resolves the words of one file: collects diagnostics, the names used, and all the names on which what it finds depends (``asked``, labels
    with their ``^``). Equal words come to one value as far as that is cheap.
    """

    __slots__ = ("_passages", "_section", "_within", "asked", "found", "names", "used")

    def __init__(self, names: Names) -> None:
        self.names = names
        self.found: list[Diagnostic] = []
        self.used: set[str] = set()
        self.asked: set[str] = set()
        self._passages: dict[tuple[str, str], Passage] = {}
        self._section = DIRECTLY
        self._within: dict[str | None, tuple[Access, ...]] = {}

    def kind(self, word: Word) -> tuple[str, ThingKind | None]:
        """The name (its new form, where renamed) and what it stands for."""
        name = word.text
        kind = self.names.kinds.get(name)
        if kind is None and name in self.names.renamed:
            new = self.names.renamed[name]
            fix = Fix(f"replace by '{new}'", (Edit(word.span, new),), safe=True)
            self.found.append(RENAMED.at(word.span, f"'{name}' is now called '{new}'.", fixes=(fix,)))
            name, kind = new, self.names.kinds.get(new)
        if kind is not None:
            self.used.add(name)
        return name, kind

    def thing(self, word: Word, *wanted: ThingKind) -> str | None:
        """The name, if it stands for one of the wanted kinds; else a diagnostic and nothing."""
        name = intern(word.text)
        if self.names.kinds.get(name) in wanted:
            self.used.add(name)
            return name
        name, kind = self.kind(word)
        if kind in wanted:
            return name
        self.complain(word, kind, wanted)
        return None

    def complain(self, word: Word, kind: ThingKind | None, wanted: tuple[ThingKind, ...]) -> None:
        """Say that a name is unknown, or of another kind."""
        what = " or ".join(one.value for one in wanted)
        if kind is not None:
            related = (Related(self.names.places[word.text], f"declared here as {kind.value}"),) if word.text in self.names.places else ()
            self.found.append(
                WRONG_KIND.at(word.span, f"'{word.text}' is {_article(kind.value)}; here stands {_article(what)}.", related=related)
            )
            return
        near = did_you_mean(word.text, [name for name, k in self.names.kinds.items() if k in wanted])
        if not near:
            self.found.append(UNKNOWN.at(word.span, f"There is no {what} '{word.text}'. Declare it: {wanted[0].value} {word.text} \"…\"."))
            return
        place = self.names.places[near]
        fix = Fix(f"replace by '{near}'", (Edit(word.span, near),))
        self.found.append(
            UNKNOWN.at(
                word.span,
                f"There is no {what} '{word.text}'. Did you mean '{near}' ({place.file}:{place.line})?",
                related=(Related(place, f"'{near}' is declared here"),),
                fixes=(fix,),
            )
        )

    def agent(self, word: Word) -> AgentId | None:
        """The agent of this name."""
        name = self.thing(word, ThingKind.AGENT)
        return AgentId(name) if name is not None else None

    def source(self, word: Word) -> SourceId | None:
        """The source of this name."""
        name = self.thing(word, ThingKind.SOURCE)
        return SourceId(name) if name is not None else None

    def event(self, word: Word) -> EventId | None:
        """The event of this name."""
        name = self.thing(word, ThingKind.EVENT)
        return EventId(name) if name is not None else None

    def proposition(self, word: Word) -> PropositionId | None:
        """The proposition of this name."""
        name = self.thing(word, ThingKind.PROPOSITION)
        return PropositionId(name) if name is not None else None

    def question(self, word: Word) -> QuestionId | None:
        """The question of this name."""
        name = self.thing(word, ThingKind.QUESTION)
        return QuestionId(name) if name is not None else None

    def agents(self, words: Iterable[Word]) -> tuple[AgentId, ...]:
        """Those of the words that name agents."""
        return tuple(one for one in map(self.agent, words) if one is not None)

    def sources(self, words: Iterable[Word]) -> tuple[SourceId, ...]:
        """Those of the words that name sources."""
        return tuple(one for one in map(self.source, words) if one is not None)

    def propositions(self, words: Iterable[Word]) -> tuple[PropositionId, ...]:
        """Those of the words that name propositions."""
        return tuple(one for one in map(self.proposition, words) if one is not None)

    def label(self, word: Word) -> StatementId | None:
        """The statement a label names."""
        name = word.text[1:] if word.text[:1] == "^" else word.text
        if name in self.names.labels:
            self.asked.add(f"^{name}")
            return StatementId(name)
        near = did_you_mean(name, list(self.names.labels))
        hint = f" Did you mean '^{near}'?" if near else ""
        fix = (Fix(f"replace by '^{near}'", (Edit(word.span, f"^{near}"),)),) if near else ()
        self.found.append(UNKNOWN_LABEL.at(word.span, f"No statement bears the label '^{name}'.{hint}", fixes=fix))
        return None

    def passage(self, given: Reference) -> Passage | None:
        """A source and a place in it."""
        source = self.source(given.name)
        if source is None:
            return None
        key = (source, given.passage)
        known = self._passages.get(key)
        if known is None:
            known = self._passages[key] = Passage(source, intern(given.passage))
        return known

    def access(self, given: syntax.Access, section: Section) -> Access | None:
        """One ``per``, within its section."""
        via = self.source(given.via.name) if given.via else None
        via_passage = given.via.passage if given.via else ""
        if given.source is not None:
            source = self.source(given.source)
            return Access(source, intern(given.passage), via, via_passage) if source is not None else None
        if section.source is None:
            self.found.append(NO_SECTION.at(given.span, "Write 'per SOURCE PASSAGE', or put the statement under 'through SOURCE'."))
            return None
        base = self.of_section(section)
        return Access(base.source, intern(merged(base.passage, given.passage)), via or base.via, via_passage or base.via_passage)

    def of_section(self, section: Section) -> Access:
        """The access a section gives."""
        if section.source is None:
            return Access()
        name = section.source.text
        kind = self.names.kinds.get(name)
        if kind is not ThingKind.SOURCE:
            return Access()
        self.used.add(name)
        via = section.via
        return Access(SourceId(name), section.passage, SourceId(via.name.text) if via else None, via.passage if via else "")

    def accesses(self, particulars: tuple[Particular, ...], section: Section) -> tuple[Access, ...]:
        """The access of a statement: its own ``per`` lines within its section; directly where there is none."""
        own = [p.value for p in particulars if p.keyword.text == "per" and isinstance(p.value, syntax.Access)]
        if len(own) > 1 or (own and (own[0].source is not None or own[0].via is not None)):
            return self._accesses(own, section)
        if section.source is None:
            return self._accesses(own, section) if own else ()
        if section is not self._section:
            self._section, self._within = section, {}
        passage = own[0].passage if own else None
        known = self._within.get(passage)
        if known is None:
            known = self._within[passage] = self._accesses(own, section) if own else (self.of_section(section),)
        return known

    def _accesses(self, own: list[syntax.Access], section: Section) -> tuple[Access, ...]:
        kept: list[Access] = []
        within: Access | None = None
        for one in own:
            known = self.access(one, section)
            if known is None:
                continue
            if one.source is None:
                within = (
                    known if within is None else Access(within.source, merged(within.passage, one.passage), known.via, known.via_passage)
                )
            else:
                kept.append(known)
        return (*kept, *((within,) if within is not None else ()))

    def claimants(self, access: Access | None, section: Section) -> tuple[AgentId, ...]:
        """Who claims a line of descent: the makers of the ``per`` source, else of the section's, else nobody but the corpus."""
        name = access.source if access is not None else (section.source.text if section.source else None)
        return self.names.makers.get(name or "", ())

    def ground(self, one: Particular, section: Section) -> Ground | None:
        """A ``rests-on`` or ``draws-on`` line."""
        if not isinstance(one.value, Member | AllOf | AnyOf | syntax.Unrecorded):
            return None
        on = self._combined(one.value)
        access = self.access(one.access, section) if one.access is not None else None
        return Ground(on, one.doubtful, access, self.claimants(access, section)) if on is not None else None

    def _combined(self, value: Grounds) -> ModelMember | Combined | None:
        if isinstance(value, Member):
            return self._member(value)
        rule = {AllOf: Combination.ALL, AnyOf: Combination.ANY}.get(type(value), Combination.UNKNOWN)
        parts = tuple(part for part in map(self._combined, value.members) if part is not None)
        if not parts:
            return None
        return Combined(rule, parts) if len(parts) > 1 else parts[0]

    def _member(self, one: Member) -> ModelMember | None:
        if one.kind == "others":
            return ModelMember(MemberKind.OTHERS)
        if one.kind in ("label", "that"):
            label = self.label(one.name)
            kind = MemberKind.THAT if one.kind == "that" else MemberKind.STATEMENT
            return ModelMember(kind, label) if label is not None else None
        if one.kind == "text":
            source = self.source(one.name)
            return ModelMember(MemberKind.TEXT, source, intern(one.passage)) if source is not None else None
        name = self.thing(one.name, ThingKind.SOURCE, ThingKind.PROPOSITION, ThingKind.EVENT)
        if name is None:
            return None
        kind = MemberKind(self.names.kinds[name].value)
        saying = self.proposition(one.saying) if one.saying is not None else None
        return ModelMember(kind, name, intern(one.passage), saying)


def _article(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def place(span: Span) -> Place:
    """The same place, as the model keeps it."""
    return Place(span.file, span.line, span.column, span.end_line, span.end_column, span.sheet)


def merged(passage: str, further: str) -> str:
    """A passage narrowed: the same locator replaces (¶ 18 for ¶ 12), any other is appended (¶ 12 n. 12)."""
    if not passage:
        return further
    kept = {_locator(part): part for part in _parts(passage)}
    for part in _parts(further):
        kept[_locator(part)] = part
    return " ".join(kept.values())


def _parts(passage: str) -> list[str]:
    """A passage at its locators: '¶ 12 n. 3' is '¶ 12' and 'n. 3'."""
    parts: list[list[str]] = []
    for word in passage.split():
        if not parts or _LOCATOR.match(word) or word[0] in "¶§" or word in LOCATORS:
            parts.append([])
        parts[-1].append(word)
    return [" ".join(part) for part in parts]


def _locator(part: str) -> str:
    """A locator in the singular."""
    word = part.split()[0].rstrip(".")
    if word[0] in "¶§":
        return word[0]
    return {"pp": "p", "nn": "n", "ff": "f", "ll": "l", "vols": "vol", "chs": "ch", "cols": "col", "docs": "doc"}.get(word, word)
