"""By which routes something reached an agent: reports and their hops, sources received, stances taken, offices and memberships.

To tell a thing implies having it. What a body was told its head at the time had, and its members possibly. Attestation is what a lens can
withdraw (`inauthentic`, `without-access`, its two dates); distrust leaves it that something was told (design, *Attested and supported*).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from fontes.findings.chronology import Chronology
from fontes.findings.known.dates import Moments, Span, Window
from fontes.findings.support.status import Statuses, evaluate_corpus
from fontes.model.agents import Tenure
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, UnitKind
from fontes.model.names import AgentId, PropositionId, QuestionId, SourceId, StatementId
from fontes.model.stances import Attitude, Report, Speech, Stance

_TOWARDS_QUESTIONS = frozenset({Attitude.RAISES, Attitude.PASSES_OVER, Attitude.UNANSWERABLE})


class Way(StrEnum):
    """How something came to an agent, or shows that they had it."""

    TOLD = "told"
    RELAYED = "relayed"
    SPOKEN = "spoken to"
    RECEIVED = "received"
    UPON = "took it up"  # a stance taken on receiving it
    TELLING = "own telling"
    STANCE = "own stance"
    ADDRESSED = "addressed"  # a source is addressed to them; that it arrived is not recorded
    HEAD = "head"
    MEMBER = "member"
    READ = "read in"


_INCOMING = frozenset({Way.TOLD, Way.RELAYED, Way.SPOKEN, Way.RECEIVED})
_ORDER = {way: place for place, way in enumerate(Way)}


class ItemKind(StrEnum):
    """What can reach somebody: what is worded as a proposition, an act of speech, or a source."""

    PROPOSITION = "proposition"
    SPEECH = "speech"
    SOURCE = "source"
    EVENT = "event"


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """Something that can reach somebody."""

    kind: ItemKind
    id: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """One act by which an agent had something; `hop` counts the receivers of a report from 0. For ADDRESSED, `act` is a source."""

    agent: AgentId
    way: Way
    act: str
    hop: int = -1


@dataclass(frozen=True, slots=True)
class Post:
    """A tenure in a body, seen from whoever holds it: the first and last day it may, and certainly did, last."""

    tenure: StatementId
    body: AgentId
    head: bool
    possibly: tuple[int, int]
    certainly: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Route:
    """One recorded way by which an item reached an agent.

    `certain` says whether it certainly took place at all; `window` when. `posts` lead from the body that had it to the agent; `read` is
    the source in which it is said and the statement there. `doubts` name what makes it only possible.
    """

    item: Item
    arrival: Arrival
    window: Window
    certain: bool
    posts: tuple[Post, ...] = ()
    read: tuple[SourceId, str] | None = None
    doubts: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[int, int, str, int, tuple[str, ...]]:
        """Between routes of equal days: the plainest first, then by name."""
        names = (*(self.read or ()), *(post.tenure for post in self.posts))
        return len(self.posts) + (self.read is not None), _ORDER[self.arrival.way], self.arrival.act, self.arrival.hop, names


class Routes:
    """Every recorded route of a corpus under a lens, looked up by the agent it leads to. One pass over the corpus; then on demand."""

    def __init__(self, corpus: Corpus, lens: Lens = PLAIN, statuses: Statuses | None = None, dated: Callable[[], Chronology] | None = None) -> None:
        """Look a corpus up; `dated` gives its chronology under the lens, where the caller has it.

        Raises CriticismsCounted where `statuses` are needed and the lens lets criticisms count.
        """
        self.corpus = corpus
        self.lens = lens
        self.entries = {one.id: one for one in corpus.statements()}
        self.moments = Moments(corpus, lens, self.entries, dated)
        self._statuses = statuses or (evaluate_corpus(corpus, lens) if withdraws(lens) else None)
        self.arrivals: dict[AgentId, list[Arrival]] = defaultdict(list)
        self._index()
        self._had: dict[AgentId, dict[Item, list[Arrival]]] = {}
        self._contents: dict[SourceId, tuple[tuple[Item, SourceId, str, bool], ...]] = {}

    def attested(self, id: str) -> tuple[bool, bool]:
        """Is it known under the lens that this was said or done: possibly, and certainly?"""
        return (True, True) if self._statuses is None else self._statuses.holds(("attested", id))

    def _index(self) -> None:
        for report in self.corpus.reports.values():
            self._add(Arrival(report.sender, Way.TELLING, report.id))
            way = Way.TOLD if report.asserting else Way.RELAYED
            for place, hop in enumerate(report.hops):
                for agent in hop:
                    self._add(Arrival(agent, way, report.id, place))
            self._upon(report.sender, report)
        for stance in self.corpus.stances.values():
            if stance.attitude not in _TOWARDS_QUESTIONS and stance.on in self.corpus.propositions:
                self._add(Arrival(stance.agent, Way.STANCE, stance.id))
            self._upon(stance.agent, stance)
        for speech in self.corpus.speeches.values():
            self._speech(speech)
        for source in self.corpus.sources.values():
            for agent in source.to:
                self._add(Arrival(agent, Way.ADDRESSED, source.id))

    def _speech(self, speech: Speech) -> None:
        self._upon(speech.agent, speech)
        if speech.verb == "receives":
            self._add(Arrival(speech.agent, Way.RECEIVED, speech.id))
            if speech.giver:
                self._add(Arrival(speech.giver, Way.TELLING, speech.id))
            return
        self._add(Arrival(speech.agent, Way.TELLING, speech.id))
        for agent in speech.to:
            self._add(Arrival(agent, Way.SPOKEN, speech.id))

    def _upon(self, agent: AgentId, entry: Stance | Report | Speech) -> None:
        if entry.upon:
            self._add(Arrival(agent, Way.UPON, entry.id))

    def _add(self, one: Arrival) -> None:
        if one.agent and self.present(one)[0]:
            self.arrivals[one.agent].append(one)

    def present(self, one: Arrival) -> tuple[bool, bool]:
        """Is it known under the lens that this act took place: possibly, and certainly?"""
        if one.way is Way.ADDRESSED:
            gone = one.act in self.lens.inauthentic or one.act in self.lens.without_access
            return (not gone, False)
        return self.attested(one.act)

    # ---- what an act conveys

    def conveyed(self, one: Arrival) -> tuple[tuple[Item, ...], tuple[SourceId, ...]]:
        """The items an act conveys in its own words, and the sources with which more came."""
        if one.way is Way.ADDRESSED:
            return (), (SourceId(one.act),)
        entry = self.entries[StatementId(one.act)]
        if one.way is Way.UPON:
            return self._taken_up(getattr(entry, "upon", ()))
        items, sources = self._said(entry)
        return items, (*sources, *self._letter(one))

    def _letter(self, one: Arrival) -> tuple[SourceId, ...]:
        """The letter a report stands in, if it is addressed to whoever was told."""
        read = getattr(self.entries[StatementId(one.act)], "read", None) if one.hop >= 0 else None
        source = self.corpus.sources.get(read.source) if read is not None else None
        return (source.id,) if source is not None and one.agent in source.to else ()

    def _said(self, entry: object) -> tuple[tuple[Item, ...], tuple[SourceId, ...]]:
        if isinstance(entry, Report):
            return tuple(self.inside(entry.proposition)), entry.carries
        if isinstance(entry, Stance):
            return tuple(self.inside(entry.on)), ()
        if isinstance(entry, Speech):
            own = () if entry.verb == "receives" else (Item(ItemKind.SPEECH, entry.id),)
            return own, (*((entry.source,) if entry.source else ()), *entry.carries)
        return (), ()

    def _taken_up(self, upon: Iterable[StatementId]) -> tuple[tuple[Item, ...], tuple[SourceId, ...]]:
        items: list[Item] = []
        sources: list[SourceId] = []
        for id in upon:
            said, carried = self._said(self.entries.get(id))
            items.extend(said)
            sources.extend(carried)
        return tuple(items), tuple(sources)

    def inside(self, name: PropositionId | QuestionId) -> Iterator[Item]:
        """A proposition, and for a statement in brackets what is inside: who hears that B says it has heard it."""
        found = self.corpus.propositions.get(PropositionId(name))
        while found is not None:
            yield Item(ItemKind.PROPOSITION, found.id)
            found = self.corpus.propositions.get(PropositionId(found.said.on)) if found.said else None

    @cached_property
    def _said_in(self) -> dict[SourceId, list[tuple[Item, str]]]:
        made: dict[SourceId, list[tuple[Item, str]]] = defaultdict(list)
        for kept in (self.corpus.stances, self.corpus.reports, self.corpus.speeches):
            for entry in kept.values():
                if entry.read is not None and self.attested(entry.id)[0]:
                    made[entry.read.source].extend((item, entry.id) for item in self._said(entry)[0])
        return made

    @cached_property
    def _kin(self) -> dict[SourceId, list[tuple[SourceId, bool]]]:
        """What else one has with a source: its parts for certain; possibly what other editions and translations say."""
        made: dict[SourceId, list[tuple[SourceId, bool]]] = defaultdict(list)
        for source in self.corpus.sources.values():
            if source.part_of:
                made[source.part_of].append((source.id, True))
            for other in (source.edition_of, source.translation_of):
                if other:
                    made[other].append((source.id, False))
                    made[source.id].append((other, False))
        return made

    def contents(self, source: SourceId) -> tuple[tuple[Item, SourceId, str, bool], ...]:
        """What is said in a source or its parts: the item, the source and the statement in which it is said, and whether certainly."""
        if source not in self._contents:
            sure = {source: True}
            waiting = [source]
            while waiting:
                one = waiting.pop()
                for other, certain in self._kin.get(one, ()):
                    certain = certain and sure[one]
                    if other not in sure or (certain and not sure[other]):
                        sure[other] = certain
                        waiting.append(other)
            self._contents[source] = tuple(
                (item, one, id, certain and self.attested(id)[1]) for one, certain in sure.items() for item, id in self._said_in.get(one, ())
            )
        return self._contents[source]

    # ---- bodies

    @cached_property
    def _posts(self) -> dict[AgentId, list[Post]]:
        """By name, so that of two chains that say the same the same one is kept, however the files are ordered."""
        made: dict[AgentId, list[Post]] = defaultdict(list)
        for one in self.corpus.tenures.values():
            body = one.body or one.of
            sure = self.attested(one.id)
            if body and sure[0]:
                made[one.agent].append(self._post(one, body, sure[1]))
        return {agent: sorted(posts, key=lambda each: each.tenure) for agent, posts in made.items()}

    def _post(self, one: Tenure, body: AgentId, sure: bool) -> Post:
        span = self.moments.tenure(one)
        return Post(one.id, body, one.as_head and sure, span.possibly, span.certainly)

    def bodies(self, agent: AgentId) -> list[tuple[Post, ...]]:
        """The chains of posts from an agent up to every body they were part of, those that say nothing more than another left out.

        A chain narrows as it grows, so that going round a circle of bodies adds nothing and the search ends.
        """
        kept: dict[AgentId, list[tuple[Post, ...]]] = defaultdict(list)
        waiting: list[tuple[Post, ...]] = [(post,) for post in self._posts.get(agent, ())]
        while waiting:
            chain = waiting.pop(0)
            body = chain[-1].body
            if body == agent or possibly(chain)[0] > possibly(chain)[1] or any(_covers(other, chain) for other in kept[body]):
                continue
            kept[body] = [other for other in kept[body] if not _covers(chain, other)]
            kept[body].append(chain)
            waiting.extend((*chain, post) for post in self._posts.get(body, ()))
        return [chain for chains in kept.values() for chain in chains]

    # ---- routes

    def to(self, agent: AgentId) -> dict[Item, list[Route]]:
        """Every recorded route by which anything reached an agent, also such as its bounds rule out."""
        made: dict[Item, list[Route]] = defaultdict(list)
        life = self.moments.life(agent)
        for arrival in self.arrivals.get(agent, ()):
            for route in self._arriving(arrival, life, ()):
                made[route.item].append(route)
        for chain in self.bodies(agent):
            for arrival in self.arrivals.get(chain[-1].body, ()):
                for route in self._arriving(arrival, life, chain):
                    made[route.item].append(route)
        return made

    def _arriving(self, arrival: Arrival, life: Window, posts: tuple[Post, ...]) -> Iterator[Route]:
        window = self.window(arrival).within(life)
        doubts = [] if self.present(arrival)[1] or arrival.way is Way.ADDRESSED else ["attested in part"]
        if arrival.way is Way.ADDRESSED:
            doubts.append("addressed")
        if posts:
            held, more = _through(window, posts, arrival.way, self.moments.going_on(StatementId(arrival.act)))
            if held.empty and not window.empty:
                return  # nobody held these posts then: no route, and nothing is ruled out by it
            window, doubts = held, [*doubts, *more]
        items, sources = self.conveyed(arrival)
        for item in items:
            yield Route(item, arrival, window, not doubts, posts, None, tuple(doubts))
        for source in sources:
            narrowed = window.within(_not_before(self.moments.made(source), source))
            yield Route(Item(ItemKind.SOURCE, source), arrival, narrowed, not doubts, posts, None, tuple(doubts))
            for item, said_in, statement, sure in self.contents(source):
                also = doubts if sure else [*doubts, "said there perhaps"]
                made = narrowed.within(_not_before(self.moments.made(said_in), said_in))
                yield Route(item, arrival, made, not also, posts, (said_in, statement), tuple(also))

    def window(self, one: Arrival) -> Window:
        """When an act by which somebody had something took place."""
        if one.way is not Way.ADDRESSED:
            return self.moments.act(StatementId(one.act))
        return _not_before(self.moments.made(SourceId(one.act)), SourceId(one.act))

    def before(self, agent: AgentId, item: Item) -> list[Arrival]:
        """The acts by which an agent was told something in so many words."""
        if agent not in self._had:
            had: dict[Item, list[Arrival]] = defaultdict(list)
            for arrival in self.arrivals.get(agent, ()):
                if arrival.way in _INCOMING:
                    for each in self.conveyed(arrival)[0]:
                        had[each].append(arrival)
            self._had[agent] = had
        return self._had[agent].get(item, [])


def withdraws(lens: Lens) -> bool:
    """Can this lens withdraw attestation? To distrust who speaks or what is read never does; to leave out an access does."""
    access = any(unit.kind is UnitKind.ACCESS for unit in lens.distrust)
    return bool(access or lens.inauthentic or lens.without_access or lens.as_of or lens.published_by or lens.criticisms)


def possibly(chain: tuple[Post, ...]) -> tuple[int, int]:
    """The days on which all posts of a chain may have been held."""
    return max(post.possibly[0] for post in chain), min(post.possibly[1] for post in chain)


def certainly(chain: tuple[Post, ...]) -> tuple[int, int]:
    """The days on which all of them were certainly held, and at the head of the body; the wrong way round where there are none."""
    if not all(post.head for post in chain):
        return 1, 0
    return max(post.certainly[0] for post in chain), min(post.certainly[1] for post in chain)


def _covers(one: tuple[Post, ...], other: tuple[Post, ...]) -> bool:
    """Does one chain say all that another says?"""
    wide, narrow = possibly(one), possibly(other)
    sure, less = certainly(one), certainly(other)
    inside = wide[0] <= narrow[0] and narrow[1] <= wide[1]
    return inside and (less[0] > less[1] or (sure[0] <= less[0] and less[1] <= sure[1]))


def _through(window: Window, posts: tuple[Post, ...], way: Way, going_on: Span | None) -> tuple[Window, list[str]]:
    """What of a body's having it reached whoever held these posts at the time, and what makes that only possible.

    What a body was told again and again reached whoever headed it at any time of it.
    """
    if going_on is not None:
        window = replace(window, latest=going_on.ends.latest)
    narrowed = window.within(Window(*possibly(posts)))
    if not all(post.head for post in posts):
        return narrowed, ["member"]
    if way not in _INCOMING:
        return narrowed, ["own act of the body"]
    first, last = certainly(posts)
    if going_on is not None:
        first, last = max(first, going_on.begins.latest), min(last, going_on.ends.earliest)
        return (narrowed.within(Window(latest=first)), []) if first <= last else (narrowed, ["tenure"])
    return narrowed, [] if first <= window.earliest and window.latest <= last else ["tenure"]


def _not_before(made: Window, source: SourceId) -> Window:
    return Window(earliest=made.earliest, not_before=(("source", source),))
