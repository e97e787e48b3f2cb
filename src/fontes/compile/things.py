"""Declarations to things: agents, sources, events, questions, propositions, series, periods, lenses."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from fontes.compile.resolve import Resolver, place
from fontes.dates import When, read
from fontes.model.agents import Agent
from fontes.model.events import Dating, Event
from fontes.model.explanations import Component, Coverage, Period, Proposition, Question, Said, Series
from fontes.model.explanations import Figure as ModelFigure
from fontes.model.lens import Lens, NamedLens, Unit, UnitKind
from fontes.model.names import (
    NO_REMARKS,
    AgentId,
    EventId,
    PropositionId,
    QuestionId,
    Remarks,
    SourceId,
    StatementId,
    ThingKind,
)
from fontes.model.sources import Independence, Maker, Origin, Source
from fontes.model.stances import Ground, Relation
from fontes.text.syntax import (
    Counts,
    Criticisms,
    Dated,
    Declaration,
    Distance,
    Figure,
    Part,
    Particular,
    Reference,
    Section,
    Voices,
    Word,
)

Thing = Agent | Source | Event | Question | Proposition | Series | Period | NamedLens


class Given:
    """The particulars of one statement by keyword, read in whatever order they were written."""

    __slots__ = ("all", "by", "r", "section")

    def __init__(self, particulars: tuple[Particular, ...], section: Section, r: Resolver) -> None:
        self.all, self.section, self.r = particulars, section, r
        self.by: dict[str, list[Particular]] = {}
        for one in particulars:
            self.by.setdefault(one.keyword.text, []).append(one)

    def text(self, keyword: str) -> str:
        """The words of a particular that stands once; "" where it is not given."""
        for one in self.by.get(keyword, ()):
            if isinstance(one.value, Word):
                return one.value.text
        return ""

    def texts(self, keyword: str) -> tuple[str, ...]:
        """All words of a particular that can stand often, as text."""
        return tuple(word.text for word in self.words(keyword))

    def words(self, keyword: str) -> tuple[Word, ...]:
        """All words of a particular that can stand often."""
        kept: list[Word] = []
        for one in self.by.get(keyword, ()):
            if isinstance(one.value, Word):
                kept.append(one.value)
            elif type(one.value) is tuple:
                kept.extend(word for word in one.value if isinstance(word, Word))
        return tuple(kept)

    def when(self, keyword: str) -> When | None:
        """The date of a particular that stands once."""
        for one in self.by.get(keyword, ()):
            if isinstance(one.value, Dated):
                return one.value.when
        return None

    def grounds(self, keyword: str = "rests-on") -> tuple[Ground, ...]:
        """The lines of ``rests-on`` or ``draws-on``."""
        if keyword not in self.by:
            return ()
        made = (self.r.ground(one, self.section) for one in self.by[keyword])
        return tuple(one for one in made if one is not None)

    def agents(self, keyword: str) -> tuple[AgentId, ...]:
        """The agents a particular names."""
        return self.r.agents(self.words(keyword)) if keyword in self.by else ()

    def sources(self, keyword: str) -> tuple[SourceId, ...]:
        """The sources a particular names."""
        return self.r.sources(self.words(keyword)) if keyword in self.by else ()

    def propositions(self, keyword: str) -> tuple[PropositionId, ...]:
        """The propositions a particular names."""
        return self.r.propositions(self.words(keyword)) if keyword in self.by else ()

    def questions(self, keyword: str) -> tuple[QuestionId, ...]:
        """The questions a particular names."""
        made = (self.r.question(word) for word in self.words(keyword))
        return tuple(one for one in made if one is not None)

    def source(self, keyword: str) -> SourceId | None:
        """The one source a particular names."""
        words = self.words(keyword)
        return self.r.source(words[0]) if words else None

    def event(self, keyword: str) -> EventId | None:
        """The one event a particular names."""
        words = self.words(keyword)
        return self.r.event(words[0]) if words else None

    def about(self) -> tuple[AgentId | EventId, ...]:
        """The agents and events something is about."""
        made = (self.r.thing(word, ThingKind.AGENT, ThingKind.EVENT) for word in self.words("about"))
        return tuple(AgentId(one) for one in made if one is not None)

    def remarks(self) -> Remarks:
        """Notes, and who recorded and checked."""
        if self.by.keys().isdisjoint(_REMARKS):
            return NO_REMARKS
        return Remarks(*(self.texts(keyword) for keyword in _REMARKS))

    def relations(self) -> tuple[Relation, ...]:
        """``before``, ``after``, ``during`` something; an anchor that is unknown is reported and left out."""
        if self.by.keys().isdisjoint(_RELATIONS):
            return ()
        kept = []
        for keyword in _RELATIONS:
            for one in self.by.get(keyword, ()):
                if isinstance(one.value, Distance):
                    to = self._anchor(one.value.name)
                    access = self.r.access(one.access, self.section) if one.access else None
                    if to is not None:
                        kept.append(Relation(keyword, to, one.value.least, one.value.most, one.value.written, access))
        return tuple(kept)

    def _anchor(self, word: Word) -> str | None:
        if word.text[:1] == "^":
            label = self.r.label(word)
            return f"^{label}" if label is not None else None
        return self.r.event(word)


_REMARKS = ("note", "private note", "recorded-by", "checked-by")
_RELATIONS = ("before", "after", "during")


def thing(one: Declaration, r: Resolver) -> Thing | None:
    """The thing a declaration declares (``corpus`` is read elsewhere)."""
    make = _MAKERS.get(one.keyword.text)
    return make(one, Given(one.particulars, one.section, r)) if make is not None else None


def _wording(one: Declaration) -> str:
    return one.wording.text if one.wording is not None else one.name.text.replace("-", " ")


def _agent(one: Declaration, g: Given) -> Agent:
    return Agent(
        AgentId(one.name.text), _wording(one), place(one.span), g.texts("also"), g.texts("role"), g.text("kind"),
        g.when("born"), g.when("died"), g.text("language"), g.texts("same-as"), False, g.remarks(),
    )  # fmt: skip


def _source(one: Declaration, g: Given) -> Source:
    origin = g.text("origin")
    return Source(
        id=SourceId(one.name.text), title=_wording(one), place=place(one.span), kind=g.text("kind"),
        makers=(*_makers(g, "by"), *_makers(g, "ascribed-to")), to=g.agents("to"), made=g.when("made"), out=g.when("out"),
        origin=Origin(origin) if origin else None, school=g.text("school"),
        cite=tuple((p.value.name.text, p.value.passage) for p in g.by.get("cite", ()) if isinstance(p.value, Reference)),
        draws_on=g.grounds("draws-on"), follows=tuple(x for x in (followed(w, g) for w in g.words("follows")) if x),
        independent_of=_independent(g), treats=g.questions("treats"), examined=g.text("examined"),
        edition_of=g.source("edition-of"), translation_of=g.source("translation-of"), part_of=g.source("part-of"),
        language=g.text("language"), same_as=g.texts("same-as"), access=g.r.accesses(one.particulars, one.section),
        remarks=g.remarks(),
    )  # fmt: skip


def followed(word: Word, g: Given) -> str | None:
    """What is borrowed from: a source, or a statement by its label (with its ``^``)."""
    if word.text[:1] == "^":
        label = g.r.label(word)
        return f"^{label}" if label is not None else None
    return g.r.source(word)


def _makers(g: Given, keyword: str) -> tuple[Maker, ...]:
    return tuple(
        Maker(agent, p.doubtful, keyword == "ascribed-to", g.r.access(p.access, g.section) if p.access else None)
        for p in g.by.get(keyword, ())
        if type(p.value) is tuple
        for agent in g.r.agents(word for word in p.value if isinstance(word, Word) and word.text != "others")
    )


def _independent(g: Given) -> tuple[Independence, ...]:
    kept = []
    for p in g.by.get("independent-of", ()):
        access = g.r.access(p.access, g.section) if p.access else None
        words = p.value if type(p.value) is tuple else ()
        kept += [Independence(s, access, g.r.claimants(access, g.section)) for s in g.r.sources(w for w in words if isinstance(w, Word))]
    return tuple(kept)


def _event(one: Declaration, g: Given) -> Event:
    lasts = next((p.value for p in g.by.get("lasts", ()) if isinstance(p.value, Distance)), None)
    return Event(
        id=EventId(one.name.text), name=_wording(one), place=place(one.span), strand=g.text("strand"), kind=g.text("kind"),
        about=g.agents("about"), run_by=g.agents("run-by"), targets=g.agents("targets"), relations=g.relations(),
        lasts=(lasts.least, lasts.most, lasts.written) if lasts else None, sense=g.text("sense"),
        alleges=g.propositions("alleges"), part_of=g.event("part-of"), where=g.text("place"),
        access=g.r.accesses(one.particulars, one.section), remarks=g.remarks(),
    )  # fmt: skip


def datings(one: Declaration, r: Resolver) -> list[Dating]:
    """The ``when`` lines of an event: each is the stance of whoever made the source it is read in."""
    kept = []
    for p in one.particulars:
        if p.keyword.text != "when" or not isinstance(p.value, Dated):
            continue
        own = r.access(p.access, one.section) if p.access else None
        accesses = (own,) if own is not None else r.accesses(one.particulars, one.section)
        makers: tuple[AgentId | None, ...] = r.claimants(own, one.section) or (None,)
        for agent in makers:
            name = f"{agent or 'corpus'} dates {one.name.text} {p.value.when.written}"
            kept.append(Dating(StatementId(name), EventId(one.name.text), p.value.when, place(p.span), agent=agent, access=accesses))
    return kept


def _question(one: Declaration, g: Given) -> Question:
    return Question(
        QuestionId(one.name.text), _wording(one), place(one.span), g.text("kind"), g.questions("part-of"), g.about(),
        g.r.accesses(one.particulars, one.section), g.remarks(),
    )  # fmt: skip


def _proposition(one: Declaration, g: Given) -> Proposition:
    observed = next((k for k in ("found", "not-found", "not-sought") if k in g.by), "")
    if one.keyword.text == "observation":
        observed = observed or "not-sought"
    return proposition(PropositionId(one.name.text), _wording(one), one, g, observed=observed)


def proposition(
    name: PropositionId, wording: str, one: object, g: Given, *, observed: str = "", said: Said | None = None, own: bool = True
) -> Proposition:
    """A proposition, from a declaration of its own or from the statement that words it (then ``own`` is no)."""
    span = one.span  # type: ignore[attr-defined]
    return Proposition(
        id=name, wording=wording, place=place(span), answers=g.questions("answers"), excludes=g.propositions("excludes"),
        needs=g.propositions("needs"), part_of=g.propositions("part-of"), parts=_parts(g), disclaims=g.propositions("disclaims"),
        about=g.about(), compromises=g.agents("compromises"), figures=_figures(g), observed=observed, said=said,
        access=g.r.accesses(g.all, g.section), remarks=g.remarks() if own else NO_REMARKS,
    )  # fmt: skip


def question(name: QuestionId, wording: str, span_of: object, g: Given) -> Question:
    """A question worded where it is first raised."""
    span = span_of.span  # type: ignore[attr-defined]
    return Question(name, wording, place(span), g.text("kind"), g.questions("part-of"), g.about(), g.r.accesses(g.all, g.section))


def _parts(g: Given) -> tuple[Component, ...]:
    kept = []
    for p in g.by.get("part", ()):
        if isinstance(p.value, Part):
            access = g.r.access(p.access, g.section) if p.access else None
            if p.value.missing is not None:
                kept.append(Component(None, p.value.missing.text, "", access))
            elif p.value.name is not None and (name := g.r.proposition(p.value.name)) is not None:
                kept.append(Component(name, "", p.value.manner, access))
    return tuple(kept)


def _figures(g: Given) -> tuple[ModelFigure, ...]:
    return tuple(
        ModelFigure(Decimal(p.value.least), Decimal(p.value.most), p.value.unit, p.value.of.text)
        for p in g.by.get("figure", ())
        if isinstance(p.value, Figure)
    )


def _series(one: Declaration, g: Given) -> Series:
    counts = tuple(tuple((key, word.text) for key, word in p.value.choices) for p in g.by.get("counts", ()) if isinstance(p.value, Counts))
    coverage = []
    for p in g.by.get("coverage", ()):
        for item in p.value if type(p.value) is tuple else ():
            if isinstance(item, Reference) and (source := g.r.source(item.name)) is not None:
                coverage.append(Coverage(source, _span_of(item.passage)))
    return Series(one.name.text, _wording(one), place(one.span), counts, tuple(coverage), g.remarks())


def _span_of(written: str) -> When | None:
    when = read(written) if written else None
    return when if isinstance(when, When) else None


def _period(one: Declaration, g: Given) -> Period | None:
    if one.date is None:
        return None
    return Period(one.name.text, _wording(one), one.date.when, place(one.span), g.text("school"), g.remarks())


def unit(word: Word, r: Resolver) -> Unit | None:
    """What can be distrusted: a source, an agent, a statement, a kind, an aspect of criticism, an agent's own word."""
    key, colon, rest = word.text.partition(":")
    if colon and key in ("kind", "criticised"):
        return Unit(UnitKind(key), rest)
    if colon and key == "word":
        agent = r.agent(Word(rest, word.span))
        return Unit(UnitKind.WORD, agent) if agent is not None else None
    if word.text[:1] == "^":
        label = r.label(word)
        return Unit(UnitKind.STATEMENT, label) if label is not None else None
    name = r.thing(word, ThingKind.SOURCE, ThingKind.AGENT)
    if name is None:
        return None
    return Unit(UnitKind.SOURCE if r.names.kinds[name] is ThingKind.SOURCE else UnitKind.AGENT, name)


def _lens(one: Declaration, g: Given) -> NamedLens:
    units = (unit(word, g.r) for word in g.words("distrust"))
    counting = next((p.value for p in g.by.get("criticisms", ()) if isinstance(p.value, Criticisms)), None)
    kinds = tuple(word.text for word in counting.kinds) if counting else ()
    voices = next((p.value for p in g.by.get("voices", ()) if isinstance(p.value, Voices)), None)
    lens = Lens(
        distrust=frozenset(u for u in units if u is not None), inauthentic=frozenset(g.sources("inauthentic")),
        without_access=frozenset(g.sources("without-access")), as_of=g.when("as-of"), published_by=g.when("published-by"),
        criticisms=() if kinds == ("shown",) else kinds, critics=g.r.agents(counting.of) if counting else (),
        criticisms_as_of=counting.as_of.when if counting and counting.as_of else None,
        prefer_later=g.text("prefer") == "later", voices=tuple(w.text for w in voices.names) if voices else (),
        school=voices.school.text if voices and voices.school else "",
        taken_within=voices.within.when if voices and voices.within else None,
    )  # fmt: skip
    return NamedLens(one.name.text, _wording(one), lens, place(one.span), g.remarks())


_MAKERS: dict[str, Callable[[Declaration, Given], Thing | None]] = {
    "agent": _agent, "source": _source, "event": _event, "question": _question, "proposition": _proposition,
    "observation": _proposition, "series": _series, "period": _period, "lens": _lens,
}  # fmt: skip
