"""When something was: the one place where *who knew what when* asks for the date of an act, an event, a life or a tenure.

Every bound is kept with the entries of the corpus that set it. An act is no earlier than what it was done upon, than the making of the
sources it carries and than the birth of whoever does it, and no later than what was done upon it and than their death (design, *Grounds
date too*). What hangs on events and on other statements is narrowed by the chronology of the whole corpus. A date with `?` sets no bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from fontes.dates import Edge, When
from fontes.dates.when import Anchor, Bound
from fontes.findings.acts import date_of
from fontes.findings.chronology import Bounds, Chronology, chronology, claims_in, reason_of
from fontes.findings.reasons import Reason
from fontes.model.agents import Tenure
from fontes.model.corpus import Corpus, Entry
from fontes.model.events import Dating
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import AgentId, EventId, SourceId, StatementId
from fontes.model.stances import Relation, Report, Speech

ENDLESS = 2**60
"""Beyond every day, in both directions: no bound is known."""
By = tuple[tuple[str, str], ...]
"""What sets a bound: kinds and names of entries of the corpus; empty where the date written on the act itself does."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which something happened: its earliest and its latest possible day, and what sets each beyond its own date."""

    earliest: int = -ENDLESS
    latest: int = ENDLESS
    not_before: By = ()
    not_after: By = ()

    @property
    def empty(self) -> bool:
        """Do the bounds contradict each other, so that it cannot have happened at all?"""
        return self.earliest > self.latest

    def within(self, other: Window) -> Window:
        """Narrowed by another window, which is then named where it was the narrower."""
        made = self
        if other.earliest > made.earliest:
            made = replace(made, earliest=other.earliest, not_before=other.not_before)
        if other.latest < made.latest:
            made = replace(made, latest=other.latest, not_after=other.not_after)
        return made


ANY_TIME = Window()


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasted: when it began and when it ended."""

    begins: Window = ANY_TIME
    ends: Window = ANY_TIME

    @property
    def possibly(self) -> tuple[int, int]:
        """From the first to the last day on which it may have been going on."""
        return self.begins.earliest, self.ends.latest

    @property
    def certainly(self) -> tuple[int, int]:
        """From the first to the last day on which it was certainly going on; the wrong way round where there is none."""
        return self.begins.latest, self.ends.earliest


class Moments:
    """When everything in a corpus was, as far as its dates and what they hang on say. Each answer is computed once."""

    def __init__(
        self, corpus: Corpus, lens: Lens = PLAIN, entries: Mapping[StatementId, Entry] | None = None, dated: Callable[[], Chronology] | None = None
    ) -> None:
        """Look up a corpus. `entries` are its statements by id, where the caller has them already; `dated` gives its chronology, likewise."""
        self.corpus, self._dated = corpus, dated
        self.lens = lens
        self.entries = {one.id: one for one in corpus.statements()} if entries is None else entries
        self._datings: dict[str, list[Dating]] = defaultdict(list)
        for one in corpus.datings.values():
            self._datings[one.of].append(one)
        self._upon: dict[StatementId, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            for taken in getattr(entry, "upon", ()):
                self._upon[taken].append(entry)
        self._acts: dict[StatementId, Window] = {}
        self._events: dict[str, Span] = {}
        self._lives: dict[str, Window] = {}
        self._made: dict[str, Window] = {}

    @cached_property
    def chronology(self) -> Chronology:
        """What all dates together imply; computed only when something hangs on an event or on another statement."""
        return self._dated() if self._dated else chronology(self.corpus, self.lens)

    def _closed(self, id: str) -> Bounds | None:
        """The bounds of the chronology, where they rest on nothing doubtful or in conflict."""
        found = self.chronology.bounds(id)
        return None if found.doubtful or found.conflicts else found

    # ---- acts

    def act(self, id: StatementId) -> Window:
        """When a statement was made, with all that bounds it."""
        if id not in self._acts:
            made = self._act(id)
            self._acts[id] = made.within(self._narrowed(id)) if self.hangs(self.entries[id]) else made
        return self._acts[id]

    def going_on(self, id: StatementId) -> Span | None:
        """How long an act done `repeatedly` over a span was done again and again; None for an act of one moment."""
        entry = self.entries.get(id)
        if entry is None or not getattr(entry, "repeatedly", False):
            return None
        spans = [_span(when) for when in self._dates(entry) if when.is_span and not when.doubtful]
        return Span(_widest([one.begins for one in spans]), _widest([one.ends for one in spans])) if spans else None

    def hangs(self, entry: Entry) -> bool:
        """Does its date depend on that of something else?"""
        if getattr(entry, "relations", ()) or getattr(entry, "upon", ()) or entry.id in self._upon:
            return True
        return any(when.anchors for when in self._dates(entry))

    def _narrowed(self, id: StatementId) -> Window:
        found = self._closed(f"^{id}")
        if found is None:
            return ANY_TIME
        entry = self.entries[id]
        goes_on = getattr(entry, "repeatedly", False) and any(when.is_span for when in self._dates(entry))
        last = found.latest_start if goes_on else found.latest_end
        return Window(_first(found.earliest_start), _last(last), self._because(id, lower=True), self._because(id, lower=False))

    def _because(self, id: StatementId, *, lower: bool) -> By:
        """The claims about other things that set a bound on the first or the last day of a statement."""
        closed, thing = self.chronology.found.whole.closure, self.chronology.thing(f"^{id}")
        if thing not in self.chronology.draft.points:
            return ()
        first, last = self.chronology.draft.of(thing)
        claims = claims_in(closed.why_lower(first) if lower else closed.why_upper(last))
        return tuple(("claim", one) for one in claims if self.chronology.claims[one].of != thing)

    def claim(self, id: str) -> Reason:
        """A claim about time as a reason: of what it is said, and what."""
        found = self.chronology.claims[id]
        return replace(reason_of(found), kind="claim", id=found.of[1], words=f"{found.of[1]}: {found.words}")

    def _act(self, id: StatementId) -> Window:
        entry = self.entries[id]
        made = self._own(entry)
        for other in getattr(entry, "upon", ()):
            if other in self.entries:
                made = made.within(_from(self.dated(self.entries[other]).earliest, ("statement", other)))
        for taken in self._upon.get(id, ()):
            made = made.within(_until(self.dated(taken).latest, ("statement", taken.id)))
        for source in sources_of(entry):
            made = made.within(_from(self.made(source).earliest, ("source", source)))
        agent = entry.sender if isinstance(entry, Report) else entry.agent
        return made.within(self.life(agent)) if agent else made

    def _own(self, entry: Entry) -> Window:
        """Its own date, and how it lies to events; beyond the day on it, what sets a bound is named."""
        made = self.dated(entry)
        for relation in getattr(entry, "relations", ()):
            made = made.within(self._related(relation))
        return made

    def dated(self, entry: Entry) -> Window:
        """The days its own date and its rival datings allow: alternatives, so that the widest bounds hold."""
        windows = [self._moment(when, getattr(entry, "repeatedly", False)) for when in self._dates(entry)]
        if not windows:
            return ANY_TIME
        first = min(windows, key=lambda one: one.earliest)
        last = max(windows, key=lambda one: one.latest)
        return Window(first.earliest, last.latest, first.not_before, last.not_after)

    def _dates(self, entry: Entry) -> list[When]:
        own = date_of(self.corpus, entry) if not isinstance(entry, Tenure) else entry.when
        rivals = [one.when for one in self._datings.get(entry.id, ()) if one.of_statement]
        return [when for when in (own, *rivals) if when is not None]

    def _moment(self, when: When, repeatedly: bool) -> Window:
        if when.anchors:
            made = ANY_TIME
            for anchor in when.anchors:
                made = made.within(self._related(_as_relation(anchor)))
            return ANY_TIME if when.doubtful else made
        if when.doubtful:
            return ANY_TIME
        last = when.start[1] if repeatedly and when.is_span else when.end[1]
        return Window(_first(when.start[0]), _last(last))

    def _related(self, one: Relation) -> Window:
        """What lying so to an event or a statement allows."""
        return _against(one, self._span_of(one.to))

    def _span_of(self, name: str) -> Span:
        if name[:1] != "^":
            return self.event(name)
        entry = self.entries.get(StatementId(name[1:]))
        if entry is None or any(when.anchors for when in self._dates(entry)):
            return Span()
        made = self.dated(entry)
        return Span(made, made)

    # ---- events

    def event(self, id: str) -> Span:
        """Between which days an event began and ended; rival datings are alternatives, so that the widest bounds hold."""
        if id not in self._events:
            found = self._closed(id) if EventId(id) in self.corpus.events else None
            self._events[id] = self._event(id) if found is None else Span(
                Window(_first(found.earliest_start), _last(found.latest_start)), Window(_first(found.earliest_end), _last(found.latest_end))
            )
        return self._events[id]

    def _event(self, id: str) -> Span:
        """The same from its own datings and the events beside it, where the chronology is in doubt or in conflict."""
        made = self._stated(id)
        event = self.corpus.events.get(EventId(id))
        for relation in event.relations if event is not None else ():
            near = _against(relation, self._stated(relation.to))
            made = Span(made.begins.within(Window(earliest=near.earliest)), made.ends.within(Window(latest=near.latest)))
        begins = made.begins.within(Window(latest=made.ends.latest))
        return Span(begins, made.ends.within(Window(earliest=begins.earliest)))

    def _stated(self, id: str) -> Span:
        """What its datings by the calendar allow."""
        whens = [one.when for one in self._datings.get(id, ()) if not one.of_statement and not one.when.anchors]
        spans = [_span(when) for when in whens if not when.doubtful]
        return Span(_widest([one.begins for one in spans]), _widest([one.ends for one in spans]))

    def dated_by(self, id: str) -> tuple[StatementId, ...]:
        """The datings of an event."""
        return tuple(one.id for one in self._datings.get(id, ()) if not one.of_statement)

    # ---- lives, sources, tenures

    def life(self, id: AgentId) -> Window:
        """From the first day an agent may have lived to the last."""
        if id not in self._lives:
            agent = self.corpus.agents.get(id)
            born = _first(agent.born.start[0]) if agent and agent.born and not agent.born.doubtful else -ENDLESS
            died = _last(agent.died.end[1]) if agent and agent.died and not agent.died.doubtful else ENDLESS
            self._lives[id] = Window(born, died, (("agent", id),), (("agent", id),))
        return self._lives[id]

    def made(self, id: SourceId) -> Window:
        """When a source was made. That it came out at some date does not say that it was not there before."""
        if id not in self._made:
            source = self.corpus.sources.get(id)
            when = source.made if source is not None else None
            self._made[id] = self._moment(when, False) if when is not None else ANY_TIME
        return self._made[id]

    def tenure(self, one: Tenure) -> Span:
        """How long an office or membership lasted. What is dated `at` an event was going on then, and it is not said how long."""
        lasted = one.when or one.during
        if lasted is not None and not (one.start or one.end):
            return self._throughout(lasted)
        if one.at is not None and not (one.start or one.end):
            event = self.event(one.at)
            return Span(Window(latest=event.begins.latest), Window(earliest=event.ends.earliest))
        begins, ends = self._edge(one.start), self._edge(one.end)
        begins, ends = begins.within(Window(latest=ends.latest)), ends.within(Window(earliest=begins.earliest))
        if one.end is None and begins.latest < ENDLESS:  # there is at least the day on which it began
            ends = ends.within(Window(earliest=begins.latest))
        return Span(begins, ends)

    def _edge(self, when: When | None) -> Window:
        """A first or last day; `..` asserts that there is none, and then it lies beyond every day."""
        if when is None or when.doubtful:
            return ANY_TIME
        if when.end == (Edge.OPEN, Edge.OPEN):
            return Window(ENDLESS, ENDLESS)
        return self._moment(when, False)

    def _throughout(self, when: When) -> Span:
        """`1936, A serves as …`: throughout that unit (4-time §3); vague dates lend no day for certain."""
        if when.doubtful:
            return Span()
        if when.is_span:
            return _span(when)
        if when.form == "moment" and not when.approximate and not when.assumptions:
            first, last = _first(when.start[0]), _last(when.end[1])
            return Span(Window(first, first), Window(last, last))
        made = self._moment(when, False)
        return Span(made, made)


def sources_of(entry: Entry) -> tuple[SourceId, ...]:
    """The sources an act carries, hands over or is read in."""
    named = [*getattr(entry, "carries", ())]
    if isinstance(entry, Speech) and entry.source:
        named.append(entry.source)
    read = getattr(entry, "read", None)
    return tuple([*named, read.source] if read else named)


def _against(one: Relation, other: Span) -> Window:
    """What lying before, after or during something allows, with that as the reason."""
    by = (_name(one.to),)
    least, most = 1 if one.least is None else max(one.least, 0), one.most
    match one.relation:
        case "after":
            return Window(_plus(other.ends.earliest, least), ENDLESS if most is None else _plus(other.ends.latest, most), by, by)
        case "before":
            first = -ENDLESS if most is None else _plus(other.begins.earliest, -most)
            return Window(first, _plus(other.begins.latest, -least), by, by)
        case "during" | "at":
            return Window(*other.possibly, by, by)
        case "by":
            return Window(latest=other.ends.latest, not_after=by)
        case _:
            return ANY_TIME


def _span(when: When) -> Span:
    return Span(Window(_first(when.start[0]), _last(when.start[1])), Window(_first(when.end[0]), _last(when.end[1])))


def _from(day: int, by: tuple[str, str]) -> Window:
    return Window(earliest=day, not_before=(by,)) if day > -ENDLESS else ANY_TIME


def _until(day: int, by: tuple[str, str]) -> Window:
    return Window(latest=day, not_after=(by,)) if day < ENDLESS else ANY_TIME


def _name(to: str) -> tuple[str, str]:
    return ("statement", to[1:]) if to[:1] == "^" else ("event", to)


def _as_relation(anchor: Anchor) -> Relation:
    return Relation(anchor.relation, anchor.name, anchor.least, anchor.most)


def _first(bound: Bound) -> int:
    return bound if isinstance(bound, int) else -ENDLESS


def _last(bound: Bound) -> int:
    return bound if isinstance(bound, int) else ENDLESS


def _plus(day: int, days: int) -> int:
    return day if abs(day) >= ENDLESS else day + days


def _widest(windows: Iterable[Window]) -> Window:
    them = list(windows)
    if not them:
        return ANY_TIME
    return Window(min(one.earliest for one in them), max(one.latest for one in them))
