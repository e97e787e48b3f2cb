"""Acts to statements: one for each agent, each with its name, passage, grounds and access."""

from __future__ import annotations

from collections.abc import Callable

from fontes.compile.gather import implied
from fontes.compile.resolve import Resolver, place
from fontes.compile.things import Given, followed, proposition, question
from fontes.dates import When
from fontes.diagnostics import Related, error
from fontes.model.agents import Agent, Tenure
from fontes.model.corpus import Entry
from fontes.model.events import Dating
from fontes.model.explanations import Assessment, Mark, Proposition, Question, Said
from fontes.model.names import (
    NO_REMARKS,
    Access,
    AgentId,
    EventId,
    Passage,
    PropositionId,
    QuestionId,
    SourceId,
    StatementId,
    ThingKind,
)
from fontes.model.stances import Attitude, Criticism, Report, Search, Speech, Stance
from fontes.text.syntax import Act, Dated, Distance, Embedded, Particular, Reference, Word
from fontes.text.vocabulary import JUDGING, ON_PROPOSITIONS, ON_QUESTIONS, REPORTING, SERVING, SPEAKING
from fontes.text.write import write_embedded

AMBIGUOUS_IN = error(
    "ambiguous-in",
    "two works, and neither is named",
    """Without 'in', a scholar's or the press's stance is read in the agent's only recorded source. Where there are two, choosing silently
    could shift what was said by decades.""",
)
MISPLACED = error(
    "misplaced-particular",
    "this belongs to the declaration",
    """'answers', 'compromises' and the like describe a proposition or question. They stand under its declaration, or under the statement that
    gives its wording.""",
)

_OF_THING = frozenset({"answers", "excludes", "needs", "part-of", "part", "disclaims", "about", "compromises", "figure", "kind"})

Made = Entry | Agent | Proposition | Question


def act(one: Act, r: Resolver) -> list[Made]:
    """Everything one line records: the statements, and what it declares on the way."""
    made: list[Made] = []
    g = Given(one.particulars, one.section, r)
    _misplaced(one, g)
    _declared(one, g, made)
    common = _Common(one, g)
    for agent in _agents(one, r, made):
        entry = _BUILDERS[one.verb.text](one, agent, g, common)
        if entry is not None:
            made.append(entry)
    return made


class _Common:
    """What the statements of one line share."""

    __slots__ = ("access", "agent", "case", "grounds", "label", "quote", "read", "relations", "remarks", "upon", "when")

    def __init__(self, one: Act, g: Given) -> None:
        by = g.by
        self.when = one.date.when if one.date is not None else None
        self.label = one.label.text[1:] if one.label is not None else ""
        self.access: tuple[Access, ...] = g.r.accesses(one.particulars, one.section)
        self.grounds = g.grounds()
        self.read: Passage | None = None
        if "in" in by and isinstance(by["in"][0].value, Reference):
            self.read = g.r.passage(by["in"][0].value)
            if self.when is None and self.read is not None:
                self.when = g.r.names.dates.get(self.read.source)
        self.quote = g.text("quote") if "quote" in by else ""
        self.upon = _upon(g) if "upon" in by else ()
        self.case = g.event("case") if "case" in by else None
        self.relations = g.relations()
        self.remarks = g.remarks() if by else NO_REMARKS


def _upon(g: Given) -> tuple[StatementId, ...]:
    made = (g.r.label(word) for word in g.words("upon"))
    return tuple(one for one in made if one is not None)


def _agents(one: Act, r: Resolver, made: list[Made]) -> tuple[AgentId, ...]:
    if one.unnamed is None:
        return r.agents(one.agents)
    source = one.section.source.text if one.section.source else "corpus"
    agent = AgentId(f"unnamed:{source}:{one.unnamed.text}")
    made.append(Agent(agent, one.unnamed.text, place(one.unnamed.span), unnamed=True))
    return (agent,)


def _misplaced(one: Act, g: Given) -> None:
    if implied(one) is not None or isinstance(one.object, Embedded):
        return
    for p in g.all:
        if p.keyword.text in _OF_THING:
            name = one.object.text if isinstance(one.object, Word) else ""
            where = g.r.names.places.get(name)
            related = (Related(where, f"'{name}' is declared here"),) if where is not None else ()
            g.r.found.append(
                MISPLACED.at(
                    p.span, f"'{p.keyword.text}' describes what is declared; write it where '{name}' gets its wording.", related=related
                )
            )


def _declared(one: Act, g: Given, made: list[Made]) -> None:
    """The thing this line words, or the proposition its brackets make."""
    if isinstance(one.object, Embedded):
        made.extend(_embedded(one.object, one, g, outermost=True))
        return
    kind = implied(one)
    if kind is None or one.wording is None or not isinstance(one.object, Word):
        return
    if g.r.names.places.get(one.object.text) != one.object.span:
        return
    if kind is ThingKind.PROPOSITION:
        made.append(proposition(PropositionId(one.object.text), one.wording.text, one, g, own=False))
    else:
        made.append(question(QuestionId(one.object.text), one.wording.text, one, g))


def _embedded(what: Embedded, one: Act, g: Given, *, outermost: bool) -> list[Proposition]:
    made: list[Proposition] = []
    agent = g.r.agent(what.agent)
    if isinstance(what.object, Embedded):
        made.extend(_embedded(what.object, one, g, outermost=False))
        on: PropositionId | None = PropositionId(write_embedded(what.object))
    else:
        on = g.r.proposition(what.object)
    if agent is None or on is None:
        return made
    said = Said(agent, what.verb.text, on, what.by.when if what.by else None)
    own = g if outermost else Given((), one.section, g.r)
    name = write_embedded(what)
    made.append(proposition(PropositionId(name), name[1:-1], one, own, said=said, own=False))
    return made


def _on(one: Act, g: Given) -> PropositionId | QuestionId | None:
    if isinstance(one.object, Embedded):
        return _on_embedded(one.object, g)
    if one.object is None:
        return None
    verb = one.verb.text
    if verb in ON_QUESTIONS or "unanswerable" in g.by:
        return g.r.question(one.object)
    if verb == "leaves-open":
        name = g.r.thing(one.object, ThingKind.PROPOSITION, ThingKind.QUESTION)
        return PropositionId(name) if name is not None else None
    return g.r.proposition(one.object)


def _on_embedded(what: Embedded, g: Given) -> PropositionId | None:
    """The name of the proposition in brackets, if all that is in it is known."""
    inner = what.object
    known = _on_embedded(inner, g) is not None if isinstance(inner, Embedded) else inner.text in g.r.names.kinds
    return PropositionId(write_embedded(what)) if known and what.agent.text in g.r.names.kinds else None


def _vehicle(one: Act, agent: AgentId, g: Given, c: _Common) -> tuple[Passage | None, When | None]:
    """Where the words are read: ``in``; without it, a scholar's or the press's only source."""
    names = g.r.names
    if c.read is not None or "in" in g.by:
        return c.read, c.when
    if not set(names.roles.get(agent, ())) & {"scholar", "press"}:
        return None, c.when
    works = names.works.get(agent, ())
    if len(works) > 1 and one.section.source is not None and one.section.source.text in works and "per" not in g.by:
        works = (SourceId(one.section.source.text),)
    if len(works) > 1:
        fitting = tuple(w for w in works if c.when is not None and w in names.dates and names.dates[w] == c.when)
        works = fitting if len(fitting) == 1 else works
    if len(works) > 1:
        listed = ", ".join(works)
        g.r.found.append(
            AMBIGUOUS_IN.at(
                one.verb.span, f"'{agent}' has {len(works)} recorded works ({listed}). Say which: in {works[0]}.",
                related=tuple(Related(names.places[w], "one of them") for w in works),
            )
        )  # fmt: skip
        return None, c.when
    if not works:
        return None, c.when
    g.r.used.add(works[0])
    return Passage(works[0]), c.when or names.dates.get(works[0])


def name_of(agent: str, verb: str, what: str, when: When | None, c: _Common) -> StatementId:
    """The label, or a name made from what the statement says."""
    if c.label:
        return StatementId(c.label)
    return StatementId(f"{agent} {verb} {what} {when.written}" if when is not None else f"{agent} {verb} {what}")


def _stance(one: Act, agent: AgentId, g: Given, c: _Common) -> Stance | None:
    on = _on(one, g)
    if on is None:
        return None
    read, when = _vehicle(one, agent, g, c)
    attitude = Attitude.UNANSWERABLE if "unanswerable" in g.by else Attitude(one.verb.text)
    against = g.r.proposition(one.others[0]) if one.others else None
    follows: tuple[str, ...] = ()
    if "follows" in g.by:
        follows = tuple(x for x in (followed(w, g) for w in g.words("follows")) if x is not None)
    return Stance(
        name_of(agent, attitude.value, on, when, c), agent, attitude, on, place(one.span), c.label, when,
        one.repeatedly, read, c.grounds, c.upon, follows, against, c.case, c.quote, c.relations, c.access, c.remarks,
    )  # fmt: skip


def _report(one: Act, agent: AgentId, g: Given, c: _Common) -> Report | None:
    on = _on(one, g)
    hops = tuple(tuple(a for a in (AgentId("") if w.text == "?" else g.r.agent(w) for w in hop) if a is not None) for hop in one.hops)
    if on is None or not all(hops):
        return None
    way = " > ".join(",".join(agent or "?" for agent in hop) for hop in hops)
    return Report(
        id=name_of(agent, f"{one.verb.text} {way}", on, c.when, c), sender=agent, hops=hops, proposition=PropositionId(on),
        place=place(one.span), asserting=one.verb.text == "tells", label=c.label, when=c.when, repeatedly=one.repeatedly,
        carries=g.sources("carries"), read=c.read, grounds=c.grounds, upon=c.upon, case=c.case, quote=c.quote,
        relations=c.relations, access=c.access, remarks=c.remarks,
    )  # fmt: skip


def _speech(one: Act, agent: AgentId, g: Given, c: _Common) -> Speech | None:
    source = g.r.source(one.object) if isinstance(one.object, Word) else None
    if one.verb.text == "receives" and source is None:
        return None
    words = one.wording.text if one.wording is not None else ""
    others = g.r.agents(one.others)
    receiving = one.verb.text == "receives"
    return Speech(
        id=name_of(agent, one.verb.text, source or words, c.when, c), agent=agent, verb=one.verb.text, place=place(one.span),
        words=words, source=source, to=() if receiving else others, giver=others[0] if receiving and others else None,
        label=c.label, when=c.when, read=c.read, grounds=c.grounds, upon=c.upon, carries=g.sources("carries"), case=c.case,
        quote=c.quote, relations=c.relations, access=c.access, remarks=c.remarks,
    )  # fmt: skip


def _criticism(one: Act, agent: AgentId, g: Given, c: _Common) -> Criticism | None:
    if not isinstance(one.object, Word):
        return None
    labelled = one.object.text[:1] == "^"
    use = g.r.label(one.object) if labelled else None
    source = None if labelled else g.r.source(one.object)
    if use is None and source is None:
        return None
    read, when = _vehicle(one, agent, g, c)
    aspects = tuple(word.text for word in one.aspects)
    what = f"{one.object.text} as {', '.join(aspects)}" if aspects else one.object.text
    return Criticism(
        id=name_of(agent, one.verb.text, what, when, c), agent=agent, vouching=one.verb.text == "vouches-for", aspects=aspects,
        place=place(one.span), source=source, use=use, on=g.propositions("on"), label=c.label, when=when, read=read,
        grounds=c.grounds, quote=c.quote, relations=c.relations, access=c.access, remarks=c.remarks,
    )  # fmt: skip


def _tenure(one: Act, agent: AgentId, g: Given, c: _Common) -> Tenure | None:
    body = g.r.agent(one.object) if isinstance(one.object, Word) else None
    if one.verb.text == "belongs-to" and body is None:
        return None
    office = one.wording.text if one.wording is not None else ""
    during = next((p.value for p in g.by.get("during", ()) if isinstance(p.value, Dated)), None)
    of = g.words("of")
    when = one.date.when if one.date is not None else None  # the date of a book is not that of a post named in it
    return Tenure(
        id=name_of(agent, one.verb.text, body or office, when, c), agent=agent, place=place(one.span), office=office, body=body,
        of=g.r.agent(of[0]) if of else None, as_head="as" in g.by, when=when, start=g.when("from"), end=g.when("until"),
        during=during.when if during else None, at=g.event("at") or _during_event(g), read=c.read, grounds=c.grounds,
        access=c.access, remarks=c.remarks,
    )  # fmt: skip


def _during_event(g: Given) -> EventId | None:
    value = next((p.value for p in g.by.get("during", ()) if isinstance(p.value, Distance)), None)
    return g.r.event(value.name) if value is not None and value.name.text[:1] != "^" else None


def _search(one: Act, agent: AgentId, g: Given, c: _Common) -> Search | None:
    source = g.r.source(one.object) if isinstance(one.object, Word) else None
    words = one.wording.text if one.wording is not None else ""
    if source is None and not words:
        return None
    among = tuple(_among(word, g) for word in g.words("among"))
    return Search(
        name_of(agent, "sought", source or words, c.when, c), agent, place(one.span), source, words, among, g.text("result"),
        c.label, c.when, c.read, c.access, c.remarks,
    )  # fmt: skip


def _among(word: Word, g: Given) -> str:
    """A source where it names one; else the words."""
    g.r.asked.add(word.text)
    if g.r.names.kinds.get(word.text) is ThingKind.SOURCE:
        g.r.used.add(word.text)
    return word.text


def _dating(one: Act, agent: AgentId, g: Given, c: _Common) -> Dating | None:
    if not isinstance(one.object, Word) or one.dated is None:
        return None
    labelled = one.object.text[:1] == "^"
    of: EventId | StatementId | None = g.r.label(one.object) if labelled else g.r.event(one.object)
    if of is None:
        return None
    read, said = _vehicle(one, agent, g, c)
    return Dating(
        id=name_of(agent, f"dates {one.object.text}", one.dated.when.written, said, c), of=of, when=one.dated.when, place=place(one.span),
        of_statement=labelled, agent=agent, said=said, label=c.label, read=read, grounds=c.grounds, quote=c.quote,
        access=c.access, remarks=c.remarks,
    )  # fmt: skip


def _assessment(one: Act, agent: AgentId, g: Given, c: _Common) -> Assessment | None:
    observation = g.r.proposition(one.object) if isinstance(one.object, Word) else None
    if observation is None:
        return None
    marks = []
    for mark in one.marks:
        under = g.r.proposition(mark.under)
        over = g.r.proposition(mark.over) if mark.over is not None else None
        if under is not None and (mark.over is None or over is not None):
            marks.append(Mark(under, mark.mark, over))
    read, when = _vehicle(one, agent, g, c)
    return Assessment(
        name_of(agent, "assesses", observation, when, c), agent, observation, tuple(marks), place(one.span), g.agents("coded-by"),
        when, read, c.label, c.access, c.remarks,
    )  # fmt: skip


Builder = Callable[[Act, AgentId, Given, _Common], Entry | None]
_BUILDERS: dict[str, Builder] = {
    **dict.fromkeys((*ON_PROPOSITIONS, *ON_QUESTIONS), _stance),
    **dict.fromkeys(REPORTING, _report),
    **dict.fromkeys((*SPEAKING, "receives"), _speech),
    **dict.fromkeys(JUDGING, _criticism),
    **dict.fromkeys(SERVING, _tenure),
    "sought": _search,
    "dates": _dating,
    "assesses": _assessment,
}

__all__ = ["Made", "Particular", "act"]
