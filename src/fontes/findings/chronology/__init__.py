"""What the dates of a corpus imply together: bounds of everything that has days, rival datings, conflicts, and what came before what.

A simple temporal network (Dechter, Meiri and Pearl, Artificial Intelligence 49, 1991) over a first and a last day of every event and dated
statement. Bounds are attained, not merely safe. Rival datings stay alternatives: bounds are given for each account, and as the hull of
those that fit what nobody disputes. What is marked `?` counts on the record and never for certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import islice, product

from fontes.dates import Bound, Edge
from fontes.findings.chronology.accounts import Four, Lane, accounts, beside_it, four, stated
from fontes.findings.chronology.claims import Claim, Draft, Heard, Thing
from fontes.findings.chronology.conflicts import Conflict, Outcome, outcome
from fontes.findings.chronology.draft import drawn
from fontes.findings.network import Clash, Closure, Constraint, Network, closure
from fontes.findings.network.cores import Core, core
from fontes.findings.reasons import Reason
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import EventId, StatementId

MOST_WORLDS = 64
"""So many choices of accounts are each worked through for one question."""
MOST_KEPT = 128
"""So many networks with a choice of accounts are kept, those asked for last."""


class Ordering(StrEnum):
    """What is recorded of the order of two things."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"
    NO_EVIDENCE = "no-evidence"
    """Nothing recorded bears on it: only that there is no end to time in either direction."""
    INCONSISTENT = "inconsistent"
    """What is recorded of them contradicts itself, and the answer hangs on what gives way."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """When something can have begun and ended, inclusive; what was stated before anything narrowed it; and what narrowed it.

    A side that nothing bounds is `open` where somebody asserts so, else `unknown`. ``narrowed_by`` are the claims, other than its own
    dates, that set a bound; ``doubtful`` says that a claim marked with `?` is among those that set one. ``conflicts`` are numbers in
    `Chronology.conflicts`, counted from 1.
    """

    id: str
    earliest_start: Bound
    latest_start: Bound
    earliest_end: Bound
    latest_end: Bound
    stated: tuple[Bound, Bound, Bound, Bound]
    lanes: tuple[Lane, ...]
    narrowed_by: tuple[str, ...]
    reasons: tuple[Reason, ...]
    doubtful: bool = False
    conflicts: tuple[int, ...] = ()

    @property
    def four(self) -> tuple[Bound, Bound, Bound, Bound]:
        """Earliest and latest first day, earliest and latest last day."""
        return self.earliest_start, self.latest_start, self.earliest_end, self.latest_end

    @property
    def narrowed(self) -> bool:
        """Do other statements say more of its days than its own dates do?"""
        return self.four != self.stated


@dataclass(frozen=True, slots=True)
class Order:
    """Was one thing over before another began? ``on_the_record`` also counts what is marked `?`.

    ``least`` and ``most``: how many days lie from the end of the first to the beginning of the second (1: the next day; 0 or less: they
    share days, or the order is the other way round); None without limit.
    """

    answer: Ordering
    on_the_record: Ordering
    reasons: tuple[Reason, ...]
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Together:
    """Can several orders hold at once? If not, ``chain`` and the reasons say why; ``shortfall`` is in days."""

    answer: Ordering
    reasons: tuple[Reason, ...] = ()
    chain: tuple[Constraint, ...] = ()
    shortfall: int = 0


@dataclass(frozen=True)
class Chronology:
    """The chronology of a corpus under a lens."""

    corpus: Corpus
    lens: Lens
    draft: Draft
    found: Outcome

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What cannot be so together, the smallest first."""
        return self.found.conflicts

    @property
    def complete(self) -> bool:
        """Are these all the conflicts? Otherwise there are at least these."""
        return self.found.complete

    @property
    def claims(self) -> Mapping[str, Claim]:
        """Everything said about time, by its id."""
        return self.draft.claims

    def thing(self, id: str) -> Thing:
        """The event of this name, or the statement of this id or ``^label``. Raises KeyError."""
        name = id.removeprefix("^")
        if not id.startswith("^") and EventId(id) in self.corpus.events:
            return "event", id
        if ("statement", name) in self.draft.points or StatementId(name) in self._statements:
            return "statement", name
        raise KeyError(id)

    @cached_property
    def _statements(self) -> frozenset[StatementId]:
        return frozenset(entry.id for entry in self.corpus.statements())

    def lanes(self, id: str) -> tuple[Lane, ...]:
        """The accounts of when something was; one alone is no dispute."""
        return self.found.lanes.get(self.thing(id), ())

    def bounds(self, id: str) -> Bounds:
        """When an event (or a statement, by its id or ``^label``) can have been. Raises KeyError for a name that is neither."""
        thing = self.thing(id)
        if thing not in self.draft.points:
            unknown = Edge.UNKNOWN
            return Bounds(id, unknown, unknown, unknown, unknown, (unknown,) * 4, (), (), ())
        of, settled = self.draft.of(thing), self.found.whole.closure
        own, days = self._stated(thing), four(settled, of)
        ways = (settled.why_lower(of[0]), settled.why_upper(of[0]), settled.why_lower(of[1]), settled.why_upper(of[1]))
        mine = set(self._own(thing))
        narrowing = [claim for way, now, was in zip(ways, days, own, strict=True) if now != was for claim in claims_in(way) if claim not in mine]
        behind = tuple(dict.fromkeys(claim for way in ways for claim in claims_in(way)))
        numbers = self._numbers.get(thing, ())
        return Bounds(
            id, *self._sides(of, days), self._sides(of, own), self.found.lanes.get(thing, ()), tuple(dict.fromkeys(narrowing)),
            self.reasons(behind), any(one in self.draft.doubtful for way in ways for one in way), numbers,
        )  # fmt: skip

    @cached_property
    def _numbers(self) -> Mapping[Thing, tuple[int, ...]]:
        """For each thing the conflicts it is in, counted from 1."""
        made: dict[Thing, tuple[int, ...]] = {}
        for number, one in enumerate(self.conflicts, 1):
            for thing in {*one.things, *(self.claims[claim].of for claim in one.claims)}:
                made[thing] = (*made.get(thing, ()), number)
        return made

    def _sides(self, of: tuple[int, int], days: Four) -> tuple[Bound, Bound, Bound, Bound]:
        """Days as bounds. A side asserted to be open has no bound on it either way unless another statement gives one."""
        begun, ended = (point in self.draft.open_ends for point in of)
        start, by, since, end = days
        return (
            _bound(start, begun),
            _bound(None if begun and start is None and ended is False and by == end else by, begun and start is None),
            _bound(None if ended and end is None and since == start else since, ended and end is None),
            _bound(end, ended),
        )

    def _stated(self, thing: Thing) -> Four:
        """The hull of all its accounts as stated."""
        of = self.draft.of(thing)
        tried = [stated(lane.account.constraints, of) for lane in self.found.lanes.get(thing, ()) if not lane.agreed]
        if not tried:
            return stated(self._own_dates(thing), of)
        sides = list(zip(*tried, strict=True))
        return _least(sides[0]), _most(sides[1]), _least(sides[2]), _most(sides[3])

    def _own(self, thing: Thing) -> tuple[str, ...]:
        """The claims that date the thing itself."""
        lanes = self.found.lanes.get(thing, ())
        return tuple(claim for lane in lanes for claim in lane.account.claims) or self._says.get(thing, ())

    def _own_dates(self, thing: Thing) -> Sequence[Constraint]:
        return self._dates.get(thing, ())

    @cached_property
    def _dates(self) -> Mapping[Thing, list[Constraint]]:
        """The calendar days that statements give of themselves."""
        kept: dict[Thing, list[Constraint]] = {}
        for one in self.draft.constraints:
            if one.claims and not (one.x and one.y) and (claim := self.claims[one.claims[0]]).kind == "date":
                kept.setdefault(claim.of, []).append(one)
        return kept

    @cached_property
    def _says(self) -> Mapping[Thing, tuple[str, ...]]:
        """For each statement the claim it makes about its own days."""
        return {one.of: (one.id,) for one in self.claims.values() if one.kind == "date"}

    def reasons(self, claims: Iterable[str]) -> tuple[Reason, ...]:
        """Claims as reasons: what each says, and where it is written."""
        return tuple(reason_of(self.claims[claim]) for claim in dict.fromkeys(claims))

    def order(self, a: str, b: str) -> Order:
        """Was ``a`` over before ``b`` began? Raises KeyError for a name that is neither an event nor a statement."""
        first, second = self.thing(a), self.thing(b)
        if first not in self.draft.points or second not in self.draft.points:
            return Order(Ordering.NO_EVIDENCE, Ordering.NO_EVIDENCE, ())
        recorded, reasons, least, most = self._ordered(first, second, certain=False)
        sure = self._ordered(first, second, certain=True)[0] if self.draft.doubtful else recorded
        if sure not in (Ordering.CERTAIN, Ordering.IMPOSSIBLE):
            numbers = sorted({*self._numbers.get(first, ()), *self._numbers.get(second, ())})
            conflicts = [self.conflicts[number - 1] for number in numbers]
            if conflicts:
                sure = Ordering.INCONSISTENT
                reasons = self.reasons(claim for one in conflicts for claim in one.claims)
            elif recorded in (Ordering.CERTAIN, Ordering.IMPOSSIBLE):
                sure = Ordering.POSSIBLE
        return Order(sure, recorded, reasons, least, most)

    def _ordered(self, a: Thing, b: Thing, *, certain: bool) -> tuple[Ordering, tuple[Reason, ...], int | None, int | None]:
        end, start = self.draft.of(a)[1], self.draft.of(b)[0]
        answers: list[tuple[Ordering, int | None, int | None]] = []
        claims: list[str] = []
        for world in self._worlds((a, b), certain=certain):
            least, most = _negated(world.furthest(start, end)), world.furthest(end, start)
            answers.append((_answer(least, most), least, most))
            claims += claims_in((*world.why_furthest(start, end), *world.why_furthest(end, start)))
        if not answers:
            return Ordering.INCONSISTENT, (), None, None
        found = {answer for answer, _, _ in answers}
        answer = found.pop() if len(found) == 1 else Ordering.POSSIBLE
        return answer, self.reasons(claims), _least([one[1] for one in answers]), _most([one[2] for one in answers])

    def _worlds(self, things: Iterable[Thing], *, certain: bool = False) -> Iterator[Closure]:
        """The network with each choice among the accounts of these things; ``certain`` leaves out what is doubtful."""
        settled = self._sure if certain else self.found.whole.closure
        choices = [self._active(thing, certain) for thing in dict.fromkeys(things)]
        if all(len(each) < 2 for each in choices):
            yield settled
            return
        for choice in islice(product(*(each or [()] for each in choices)), MOST_WORLDS):
            world = self._world([one for each in choice for one in each], certain)
            if isinstance(world, Closure):
                yield world

    def _world(self, more: Sequence[Constraint], certain: bool) -> Closure | Clash:
        """The network with some more constraints; the last ones are kept, since one thing is asked about beside many others."""
        settled = self._sure if certain else self.found.whole.closure
        added = tuple(one for one in more if one not in self._held[certain])
        if not added:
            return settled
        key = added, certain
        world = self._tried.pop(key, None)
        if world is None:
            network = settled.network
            world = closure(Network(network.points, (*network.constraints, *added)))
        self._tried[key] = world
        if len(self._tried) > MOST_KEPT:
            self._tried.pop(next(iter(self._tried)))
        return world

    @cached_property
    def _tried(self) -> dict[tuple[tuple[Constraint, ...], bool], Closure | Clash]:
        return {}

    @cached_property
    def _held(self) -> tuple[frozenset[Constraint], frozenset[Constraint]]:
        """What the network holds anyway, with and without what is doubtful."""
        return frozenset(self.found.whole.closure.network.constraints), frozenset(self._sure.network.constraints)

    def _active(self, thing: Thing, certain: bool) -> list[tuple[Constraint, ...]]:
        active = [lane.account for lane in self.found.lanes.get(thing, ()) if lane.active]
        if certain and any(one.doubtful for one in active):
            return []
        return [one.constraints for one in active]

    @cached_property
    def _sure(self) -> Closure:
        """The same without what is marked `?`."""
        network, doubtful = self.found.whole.network, self.draft.doubtful
        found = closure(Network(network.points, tuple(one for one in network.constraints if one not in doubtful)))
        assert isinstance(found, Closure), "a part of what is consistent is consistent"
        return found

    def against(self, lane: Lane) -> Core | None:
        """Why an account does not fit: the fewest claims it clashes with; None if it fits."""
        return core(beside_it(self.found.base, lane.account))

    def together(self, *orders: tuple[str, str]) -> Together:
        """Can each first have been over before its second began, all of them at once? Raises KeyError.

        Orders possible one by one need not be possible together.
        """
        pairs = [(self.thing(a), self.thing(b)) for a, b in orders]
        asked = [Constraint(self.draft.of(b)[0], self.draft.of(a)[1], -1) for a, b in pairs]
        refuted = []
        for world in self._worlds([thing for pair in pairs for thing in pair]):
            against = core(Network(world.network.points, (*world.network.constraints, *asked)))
            if against is None:
                every = all(self.order(a, b).answer is Ordering.CERTAIN for a, b in orders)
                return Together(Ordering.CERTAIN if every else Ordering.POSSIBLE)
            refuted.append(against)
        if not refuted:
            return Together(Ordering.INCONSISTENT)
        nearest = min(refuted, key=lambda one: one.shortfall)
        claims = [claim for one in refuted for claim in one.claims]
        return Together(Ordering.IMPOSSIBLE, self.reasons(claims), nearest.chain, nearest.shortfall)


def claims_in(way: Iterable[Constraint]) -> tuple[str, ...]:
    """The claims along a way through the network, each once."""
    return tuple(dict.fromkeys(claim for one in way for claim in one.claims))


def reason_of(claim: Claim) -> Reason:
    """A claim as a reason."""
    place = claim.places[0] if claim.places else None
    return Reason("statement" if claim.kind in ("date", "dating") else claim.kind, claim.id, claim.words or claim.id, place)


def _bound(day: int | None, asserted: bool) -> Bound:
    return day if day is not None else Edge.OPEN if asserted else Edge.UNKNOWN


def _least(days: Sequence[int | None]) -> int | None:
    return None if None in days else min(day for day in days if day is not None)


def _most(days: Sequence[int | None]) -> int | None:
    return None if None in days else max(day for day in days if day is not None)


def _negated(days: int | None) -> int | None:
    return None if days is None else -days


def _answer(least: int | None, most: int | None) -> Ordering:
    """From the fewest and the most days between an end and a beginning."""
    if least is not None and least >= 1:
        return Ordering.CERTAIN
    if most is not None and most <= 0:
        return Ordering.IMPOSSIBLE
    return Ordering.NO_EVIDENCE if least is None and most is None else Ordering.POSSIBLE


def chronology(corpus: Corpus, lens: Lens = PLAIN) -> Chronology:
    """The chronology of a corpus: of what had been said and could be read under the lens, by those it does not distrust."""
    drawing = drawn(corpus, Heard(corpus, lens))
    given = accounts(drawing)
    return Chronology(corpus, lens, drawing.draft, outcome(drawing.draft, given))


__all__ = ["Bounds", "Chronology", "Conflict", "Core", "Order", "Ordering", "Together", "chronology", "claims_in", "reason_of"]
