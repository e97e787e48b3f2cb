"""From a corpus to a network: what everything in it says about days.

Acts have a moment (their first day is their last) unless they are done repeatedly or over a span. Grounds, receptions and lives are read as
weakly as they can be meant: a ground had begun to exist by the end of what rests on it.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from typing import Any

from fontes.dates import When
from fontes.findings.chronology.claims import Claim, Draft, Heard, Thing, makers, speaker
from fontes.findings.chronology.dated import apart, assumed, beside, bonds, lasting, rounded, sensed, touching
from fontes.findings.network import Constraint
from fontes.findings.support.independence import members
from fontes.model.agents import Agent, Tenure
from fontes.model.corpus import Corpus, Entry
from fontes.model.events import Dating, Event
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import Access, AgentId, EventId, SourceId, StatementId
from fontes.model.sources import Source
from fontes.model.stances import Criticism, Ground, Member, MemberKind, Relation, Report, Speech


class Drawing:
    """A corpus under a lens, being drawn as a network; ``entries`` are the statements that may be listened to."""

    __slots__ = ("acting", "corpus", "draft", "entries", "heard", "renamed")

    def __init__(self, corpus: Corpus, heard: Heard, entries: Mapping[StatementId, Entry] | None = None) -> None:
        self.corpus, self.heard, self.draft = corpus, heard, Draft()
        self.entries = {entry.id: entry for entry in corpus.statements() if heard.entry(entry)} if entries is None else entries
        self.renamed = dict(corpus.renames)
        self.acting = {StatementId(each.of) for each in corpus.datings.values() if each.of_statement and each.id in self.entries}

    def thing(self, name: str) -> Thing | None:
        """What an anchor names: an event, or a statement by its label; None where it is not recorded, or not listened to."""
        if name.startswith("^"):
            return ("statement", name[1:]) if StatementId(name[1:]) in self.entries else None
        name = self.renamed.get(name, name)
        return ("event", name) if EventId(name) in self.corpus.events else None

    def points(self, name: str) -> tuple[int, int] | None:
        """The first and last day of what an anchor names."""
        thing = self.thing(name)
        return self.draft.of(thing) if thing else None

    def access(self, own: Access | None, section: tuple[Access, ...]) -> tuple[Access, ...]:
        """The access of a particular: its own `per`, else that of the whole."""
        return (own,) if own is not None else section


def drawn(corpus: Corpus, heard: Heard) -> Drawing:
    """Everything but rival datings, which are alternatives (see `accounts`)."""
    one = Drawing(corpus, heard)
    for event in corpus.events.values():
        _event(one, event)
    for source in corpus.sources.values():
        _source(one, source)
    for agent in corpus.agents.values():
        _life(one, agent)
    for entry in one.entries.values():
        _statement(one, entry)
    return one


def drawn_alone(corpus: Corpus, some: Iterable[Agent | Source | Entry]) -> Drawing:
    """What these alone say of days, everything believed."""
    kept: list[Any] = [
        corpus.stances, corpus.reports, corpus.speeches, corpus.criticisms, corpus.searches, corpus.datings, corpus.tenures, corpus.assessments,
    ]  # fmt: skip
    entries: Mapping[StatementId, Entry] = ChainMap(*kept)
    one = Drawing(corpus, Heard(corpus, PLAIN), entries)
    for each in some:
        if isinstance(each, Source):
            _source(one, each)
        elif isinstance(each, Agent):
            _life(one, each)
        else:
            _statement(one, each)
    return one


def unheard(corpus: Corpus, lens: Lens) -> frozenset[tuple[str, str, int]]:
    """Everything that a lens leaves out of the chronology of a corpus: two lenses that leave out the same have the same chronology."""
    heard = Heard(corpus, lens)
    out = {("statement", str(entry.id), 0) for entry in corpus.statements() if not heard.entry(entry)}
    for event in corpus.events.values():
        if not heard.access(event.access):
            out.add(("event", event.id, 0))
        ways = (each.access for each in event.relations)
        out.update(("event", event.id, number) for number, way in enumerate(ways, 1) if way is not None and not heard.access((way,)))
    for source in corpus.sources.values():
        if source.draws_on and source.access and not heard.access(source.access):
            out.add(("source", source.id, 0))
        ways = (each.access for each in source.draws_on)
        out.update(("source", source.id, number) for number, way in enumerate(ways, 1) if way is not None and not heard.access((way,)))
    return frozenset(out)


def _statement(one: Drawing, entry: Entry) -> None:
    if isinstance(entry, Tenure):
        _tenure(one, entry)
    else:
        _act(one, entry)


def _event(one: Drawing, event: Event) -> None:
    thing: Thing = ("event", event.id)
    of = one.draft.of(thing)
    for each in event.relations:
        _relation(one, thing, each, one.access(each.access, event.access), event)
    if not one.heard.access(event.access):
        return
    by, places = makers(one.corpus, event.access), (event.place,)
    if event.lasts is not None:
        least, most, written = event.lasts
        claim = one.draft.claim(Claim(f"{event.id} lasts {written}", "duration", thing, written, by, event.access, places=places))
        one.draft.say(claim, lasting(of, least, most), rounded(written))
    if event.part_of is not None and event.part_of in one.corpus.events:
        whole: Thing = ("event", event.part_of)
        claim = one.draft.claim(
            Claim(f"{event.id} part-of {event.part_of}", "part", thing, event.part_of, by, event.access, whole, places=places)
        )
        one.draft.say(claim, beside("during", of, one.draft.of(whole)))


def _relation(one: Drawing, thing: Thing, each: Relation, access: tuple[Access, ...], event: Event) -> None:
    to = one.thing(each.to)
    if to is None or not one.heard.access(access):
        return
    claim = one.draft.claim(
        Claim(
            f"{event.id} {each.relation} {each.to}", "relation", thing, each.written, makers(one.corpus, access), access, to, places=(event.place,)
        )
    )
    said = beside(each.relation, one.draft.of(thing), one.draft.of(to), each.least, each.most)
    one.draft.say(claim, said, assumed(each))


def _source(one: Drawing, source: Source) -> None:
    """When a source was made and came out: it had begun to be made before any of it came out."""
    made, out = ("source", source.id), ("out", source.id)
    for when, thing, kind in ((source.made, made, "made"), (source.out, out, "out")):
        if when is not None:
            _dated(one, Claim(f"{source.id} {kind} {when.written}", kind, thing, when.written, places=(source.place,)), when)
    if source.out is not None:
        (begun, done), (first, last) = one.draft.of(made), one.draft.of(out)
        bonds_ = (*apart(begun, first, 0, None), *apart(done, last, 0, None))
        one.draft.constraints += [Constraint(x, y, days) for x, y, days in bonds_]
    for number, ground in enumerate(source.draws_on, 1):
        access = one.access(ground.access, source.access)
        if one.heard.access(access):
            name = f"{source.id} draws-on {number}"
            _rests(one, made, (ground,), Claim(name, "ground", made, "", ground.claimed_by, access, places=(source.place,)))
    for other in (source.edition_of, source.translation_of):
        if other is not None and other in one.corpus.sources:
            claim = Claim(f"{source.id} after {other}", "ground", made, "", (), source.access, ("source", other), places=(source.place,))
            _not_after(one, claim, ("source", other), made)


def _dated(one: Drawing, claim: Claim, when: When, sense: str = "") -> None:
    name = one.draft.claim(claim)
    one.draft.opened(when, one.draft.of(claim.of))
    one.draft.say(name, bonds(when, one.draft.of(claim.of), one.points, sense), when.assumptions, when.doubtful)


def _not_after(one: Drawing, claim: Claim, ground: Thing, resting: Thing, doubtful: bool = False) -> None:
    """The ground had begun by the end of what rests on it."""
    name = claim.id if claim.id in one.draft.claims and claim.kind == "date" else one.draft.claim(claim)
    one.draft.say(name, apart(one.draft.of(ground)[0], one.draft.of(resting)[1], 0, None), doubtful=doubtful, tie="ground")


def _rests(one: Drawing, resting: Thing, grounds: Iterable[Ground], claim: Claim) -> None:
    for ground in grounds:
        for member in members((ground,)):
            thing = _ground(one, member)
            if thing is not None and thing != resting:
                made = claim if claim.kind == "date" else Claim(
                    f"{claim.id}: {member.id}", claim.kind, claim.of, member.id, claim.by, claim.access, thing, places=claim.places
                )  # fmt: skip
                _not_after(one, made, thing, resting, ground.doubtful)


def _ground(one: Drawing, member: Member) -> Thing | None:
    """What must have begun to exist; for a source its making, if that is recorded or it came out before."""
    if member.kind in (MemberKind.SOURCE, MemberKind.TEXT):
        source = one.corpus.sources.get(SourceId(member.id))
        return ("source", member.id) if source is not None and (source.made or source.draws_on) else None
    if member.kind in (MemberKind.STATEMENT, MemberKind.THAT):
        entry = one.entries.get(StatementId(member.id))
        return ("statement", member.id) if entry is not None and not isinstance(entry, Tenure) else None
    if member.kind is MemberKind.EVENT and EventId(member.id) in one.corpus.events:
        return "event", member.id
    return None


def _life(one: Drawing, agent: Agent) -> None:
    life: Thing = ("agent", agent.id)
    for when, kind, at in ((agent.born, "born", 0), (agent.died, "died", 1)):
        if when is not None:
            name = one.draft.claim(Claim(f"{agent.id} {kind} {when.written}", kind, life, when.written, places=(agent.place,)))
            point = one.draft.of(life)[at]
            one.draft.say(name, sensed(when, (point, point)), when.assumptions, when.doubtful)


def living(one: Drawing, agent: AgentId | None) -> Thing | None:
    """The life of an agent, where a birth or a death is recorded."""
    found = one.corpus.agents.get(agent) if agent else None
    return ("agent", found.id) if found and (found.born or found.died) else None


def _act(one: Drawing, entry: Entry) -> None:
    """What a statement says of its own days. Where it has rival datings, its own date is one account among them and left to those."""
    thing: Thing = ("statement", entry.id)
    when = own_date(entry)
    grounds: tuple[Ground, ...] = getattr(entry, "grounds", ())
    upon: tuple[StatementId, ...] = getattr(entry, "upon", ())
    relations: tuple[Relation, ...] = getattr(entry, "relations", ())
    life = living(one, speaker(entry))
    if not (when or upon or relations or life or grounds or getattr(entry, "carries", ())):
        return
    claim = one.draft.claim(statement_claim(one.corpus, entry))
    start, end = of = one.draft.of(thing)
    if momentary(entry):
        one.draft.constraints.append(Constraint(start, end, 0))
    if when is not None and entry.id not in one.acting:
        one.draft.opened(when, of)
        sense = "throughout" if getattr(entry, "repeatedly", False) and not when.is_span else ""
        one.draft.say(claim, bonds(when, of, one.points, sense), when.assumptions, when.doubtful)
    if life is not None:
        _lived(one, claim, of, life, posthumous=_is_publication(one.corpus, entry))
    for each in relations:
        to = one.points(each.to)
        if to is not None and to != of:
            one.draft.say(claim, beside(each.relation, of, to, each.least, each.most), assumed(each))
    for report in upon:
        if report in one.entries and report != entry.id:
            one.draft.say(claim, apart(one.draft.of(("statement", report))[0], start, 0, None), tie="reception")
    _rests(one, thing, grounds, one.draft.claims[claim])
    _handled(one, claim, entry, end)


def _handled(one: Drawing, claim: str, entry: Entry, end: int) -> None:
    """What was carried, received or judged was there; those who were told were alive."""
    sources = list(getattr(entry, "carries", ()))
    sources += [entry.source] if isinstance(entry, Speech | Criticism) and entry.source else []
    for name in sources:
        source = one.corpus.sources.get(name)
        if source is not None and source.made is not None:
            one.draft.say(claim, apart(one.draft.of(("source", name))[0], end, 0, None), tie="ground")
    if isinstance(entry, Criticism) and entry.use in one.entries and entry.use != entry.id:
        one.draft.say(claim, apart(one.draft.of(("statement", str(entry.use)))[0], end, 0, None), tie="ground")
    if isinstance(entry, Report):
        of = one.draft.of(("statement", entry.id))
        for receiver in dict.fromkeys(agent for hop in entry.hops for agent in hop):
            if (life := living(one, receiver)) is not None:
                one.draft.say(claim, beside("at", of, one.draft.of(life)), tie="life")


def _lived(one: Drawing, claim: str, of: tuple[int, int], life: Thing, posthumous: bool = False) -> None:
    born, died = one.draft.of(life)
    one.draft.say(claim, apart(born, of[0], 0, None), tie="life")
    if not posthumous:
        one.draft.say(claim, apart(of[1], died, 0, None), tie="life")


def _is_publication(corpus: Corpus, entry: Entry) -> bool:
    """Is the date of the act that of the coming out of the work it is read in? A work can come out after its author's death."""
    read = getattr(entry, "read", None)
    source = corpus.sources.get(read.source) if read else None
    return source is not None and source.made is None and source.out is not None and source.out == own_date(entry)


def _as_read(corpus: Corpus, entry: Tenure) -> bool:
    """Is the date that of the source in which it is read? That says when it was said, not when the post was held."""
    source = corpus.sources.get(entry.read.source) if entry.read else None
    return source is not None and entry.when is not None and entry.when in (source.made, source.out)


def own_date(entry: Entry) -> When | None:
    """The date of an act itself; of a dating the day it was said, not the day it gives."""
    return entry.said if isinstance(entry, Dating) else entry.when


def momentary(entry: Entry) -> bool:
    """Has the act a moment: is it neither done repeatedly nor over a span?"""
    when = own_date(entry)
    return not getattr(entry, "repeatedly", False) and not (when is not None and (when.is_span or when.form == "set"))


def statement_claim(corpus: Corpus, entry: Entry) -> Claim:
    """A statement as a claim about its own days; a dating was also said at some time, which is another claim."""
    when = own_date(entry)
    by = makers(corpus, entry.access)
    name = f"{entry.id}, said" if isinstance(entry, Dating) else str(entry.id)
    return Claim(name, "date", ("statement", entry.id), when.written if when else "", by, entry.access, places=(entry.place,))


def _tenure(one: Drawing, entry: Tenure) -> None:
    """A tenure lies in a life, begins and ends as said, and shares a day with what it is dated by (`at`, `during`)."""
    thing: Thing = ("statement", entry.id)
    start, end = of = one.draft.of(thing)
    claim = one.draft.claim(statement_claim(one.corpus, entry))
    when = None if _as_read(one.corpus, entry) else entry.when
    if when is not None:
        one.draft.opened(when, of)
        said = bonds(when, of, one.points) if when.is_span or when.anchors else touching(when, of)
        one.draft.say(claim, said, when.assumptions, when.doubtful)
    for limit, point in ((entry.start, start), (entry.end, end)):
        if limit is not None:
            one.draft.say(claim, bonds(limit, (point, point), one.points), limit.assumptions, limit.doubtful)
    if entry.during is not None:
        one.draft.say(claim, touching(entry.during, of), entry.during.assumptions, entry.during.doubtful)
    if entry.at is not None and entry.at in one.corpus.events:
        one.draft.say(claim, beside("at", of, one.draft.of(("event", entry.at))))
    life = living(one, entry.agent)
    if life is not None:
        _lived(one, claim, of, life)
