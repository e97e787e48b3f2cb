"""Rival datings: each passage's dating is one account, and accounts are alternatives, never a conjunction.

A date inside another is agreement, not a rival: while the narrower account fits what nobody disputes, the wider one is agreed to and adds
nothing. An account that does not fit keeps its chain of reasons.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from fontes.dates import When, within
from fontes.findings.chronology.claims import Claim, Thing, constrained
from fontes.findings.chronology.dated import bonds
from fontes.findings.chronology.draft import Drawing, own_date, statement_claim
from fontes.findings.network import Clash, Closure, Constraint, Network, closure
from fontes.model.corpus import Entry
from fontes.model.events import Dating
from fontes.model.names import EventId, StatementId

MOST_STEPS = 20_000
"""So many narrowings are tried beside a settled network before it is settled anew."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one passage (or several that say the same) gives as the date of one thing: its claims, dates and constraints."""

    of: Thing
    claims: tuple[str, ...]
    whens: tuple[When, ...]
    constraints: tuple[Constraint, ...]
    doubtful: bool = False

    @property
    def written(self) -> str:
        """The date as written; several dates of one passage hold together."""
        return " and ".join(dict.fromkeys(when.written for when in self.whens))

    def inside(self, other: Account) -> bool:
        """Does this account say all that the other says, or more narrowly?"""
        return all(any(within(mine, theirs) for mine in self.whens) for theirs in other.whens)


def accounts(drawing: Drawing) -> dict[Thing, tuple[Account, ...]]:
    """The accounts of everything that is dated by somebody, in the order of their claims."""
    given: dict[Thing, list[Entry]] = defaultdict(list)
    for entry in drawing.entries.values():
        if isinstance(entry, Dating):
            of = _dated(drawing, entry)
            if of is not None:
                given[of].append(entry)
    made = {}
    for thing, entries in given.items():
        own = drawing.entries.get(StatementId(thing[1])) if thing[0] == "statement" else None
        if own is not None and own_date(own) is not None:
            entries.insert(0, own)
        made[thing] = _accounts(drawing, thing, entries)
    return made


def _dated(drawing: Drawing, entry: Dating) -> Thing | None:
    if entry.of_statement:
        return ("statement", entry.of) if StatementId(entry.of) in drawing.entries else None
    return ("event", entry.of) if EventId(entry.of) in drawing.corpus.events else None


def _accounts(drawing: Drawing, thing: Thing, entries: Sequence[Entry]) -> tuple[Account, ...]:
    """One for each passage; those that say the same are one."""
    passages: dict[tuple[object, ...], list[Account]] = defaultdict(list)
    for entry in entries:
        passages[_passage(entry)].append(_account(drawing, thing, entry))
    same: dict[frozenset[tuple[int, int, int]], Account] = {}
    for group in passages.values():
        one = _together(group)
        key = frozenset((each.x, each.y, each.weight) for each in one.constraints)
        kept = same.get(key)
        same[key] = one if kept is None else replace(
            kept, claims=(*kept.claims, *one.claims), whens=(*kept.whens, *one.whens), doubtful=kept.doubtful and one.doubtful
        )  # fmt: skip
    return tuple(sorted(same.values(), key=lambda each: each.claims))


def _passage(entry: Entry) -> tuple[object, ...]:
    """Where the dating stands, if the place is known so closely that two dates there cannot be alternatives; else itself."""
    read = getattr(entry, "read", None)
    place = read or next((way for way in entry.access if way.source and way.via is None), None)
    if place is None or not place.passage or not isinstance(entry, Dating):
        return (entry.id,)
    return entry.agent, place.source, place.passage


def _account(drawing: Drawing, thing: Thing, entry: Entry) -> Account:
    when = entry.when if isinstance(entry, Dating) else own_date(entry)
    assert when is not None
    draft, id = drawing.draft, str(entry.id)
    if isinstance(entry, Dating):
        by = (entry.agent,) if entry.agent else ()
        access = entry.access
        id = draft.claim(Claim(id, "dating", thing, when.written, by, access, None, when.doubtful, (entry.place,)))
    elif id not in draft.claims:
        id = draft.claim(statement_claim(drawing.corpus, entry))
    of = draft.of(thing)
    draft.opened(when, of)
    said = constrained(bonds(when, of, drawing.points, _sense(drawing, thing, entry)), (id,), when.assumptions)
    if when.doubtful:
        draft.doubtful.update(said)
    return Account(thing, (id,), (when,), tuple(said), when.doubtful)


def _sense(drawing: Drawing, thing: Thing, entry: Entry) -> str:
    if thing[0] == "event":
        return drawing.corpus.events[EventId(thing[1])].sense
    acted = drawing.entries[StatementId(thing[1])]
    when = entry.when if isinstance(entry, Dating) else own_date(entry)
    return "throughout" if getattr(acted, "repeatedly", False) and when is not None and not when.is_span else ""


def _together(group: Sequence[Account]) -> Account:
    """What one passage says in several dates holds together."""
    return Account(
        group[0].of, tuple(claim for one in group for claim in one.claims), tuple(when for one in group for when in one.whens),
        tuple(each for one in group for each in one.constraints), any(one.doubtful for one in group),
    )  # fmt: skip


@dataclass(frozen=True)
class Settled:
    """A consistent network with its bounds, beside which alternatives are tried."""

    network: Network
    closure: Closure

    @cached_property
    def arrows(self) -> tuple[list[list[tuple[int, int]]], list[list[tuple[int, int]]]]:
        """For each point the constraints that leave it and those that reach it."""
        away: list[list[tuple[int, int]]] = [[] for _ in range(self.network.points)]
        back: list[list[tuple[int, int]]] = [[] for _ in range(self.network.points)]
        for one in self.network.constraints:
            away[one.x].append((one.y, one.weight))
            back[one.y].append((one.x, one.weight))
        return away, back


Four = tuple[int | None, int | None, int | None, int | None]
"""Earliest and latest first day, earliest and latest last day; None where nothing bounds it."""


class Narrowing:
    """Bounds beside a settled network as accounts are added to it one by one: only what they change is visited.

    Sound because the network by itself contradicts nothing: a contradiction that calendar days bring in passes day 0, and shows as a point
    whose earliest day lies after its latest. ``hold`` refuses such an account and leaves everything as it was.
    """

    __slots__ = ("_away", "_back", "_high", "_low", "_more", "_settled", "_trail")

    def __init__(self, settled: Settled) -> None:
        self._settled = settled
        self._away, self._back = settled.arrows
        self._low: dict[int, int] = {}
        self._high: dict[int, int] = {}
        self._more: list[Constraint] = []
        self._trail: list[tuple[dict[int, int], int, int | None]] = []

    def low(self, point: int) -> int | None:
        """The earliest day of a point now."""
        return self._low.get(point, self._settled.closure.lower[point])

    def high(self, point: int) -> int | None:
        """The latest day of a point now."""
        return self._high.get(point, self._settled.closure.upper[point])

    def hold(self, constraints: Sequence[Constraint]) -> bool:
        """Add these, if they fit; whether they did. Constraints between two points fit only if found to within `MOST_STEPS`."""
        self._trail.clear()
        before = len(self._more)
        self._more += [one for one in constraints if one.x and one.y]
        waiting = deque(dict.fromkeys(point for one in constraints for point in (one.x, one.y) if one.x and one.y and point))
        if all(self._offered(one, waiting) for one in constraints if not (one.x and one.y)) and self._spread(waiting):
            return True
        self.undo()
        del self._more[before:]
        return False

    def undo(self) -> None:
        """Take back what was last held, as far as days are concerned."""
        for kept, point, day in reversed(self._trail):
            if day is None:
                del kept[point]
            else:
                kept[point] = day
        self._trail.clear()

    def _offered(self, one: Constraint, waiting: deque[int]) -> bool:
        return self._later(one.x, -one.weight, waiting) if one.x else self._sooner(one.y, one.weight, waiting)

    def _spread(self, waiting: deque[int]) -> bool:
        for _ in range(MOST_STEPS):
            if not waiting:
                return True
            point = waiting.popleft()
            high, low = self.high(point), self.low(point)
            away = (*self._away[point], *((one.y, one.weight) for one in self._more if one.x == point))
            back = (*self._back[point], *((one.x, one.weight) for one in self._more if one.y == point))
            if high is not None and not all(self._sooner(to, high + days, waiting) for to, days in away if to):
                return False
            if low is not None and not all(self._later(to, low - days, waiting) for to, days in back if to):
                return False
        return False

    def _sooner(self, point: int, day: int, waiting: deque[int]) -> bool:
        known, low = self.high(point), self.low(point)
        if known is None or day < known:
            self._set(self._high, point, day, waiting)
            return low is None or low <= day
        return True

    def _later(self, point: int, day: int, waiting: deque[int]) -> bool:
        known, high = self.low(point), self.high(point)
        if known is None or day > known:
            self._set(self._low, point, day, waiting)
            return high is None or day <= high
        return True

    def _set(self, kept: dict[int, int], point: int, day: int, waiting: deque[int]) -> None:
        self._trail.append((kept, point, kept.get(point)))
        kept[point] = day
        waiting.append(point)


@dataclass(frozen=True, slots=True)
class Lane:
    """One account beside what nobody disputes: its bounds if it fits, else None.

    ``agreed`` marks one that a narrower fitting account agrees with; ``behind`` are the claims that give a relative date its days.
    """

    account: Account
    bounds: Four | None
    agreed: bool = False
    behind: tuple[str, ...] = ()

    @property
    def active(self) -> bool:
        """Is it one of the alternatives left?"""
        return self.bounds is not None and not self.agreed


def lane(settled: Settled, account: Account, of: tuple[int, int]) -> Lane:
    """How an account lies beside what nobody disputes."""
    if not any(one.x and one.y for one in account.constraints):
        return _calendar(settled, account, of)
    answer = closure(beside_it(settled, account))
    if isinstance(answer, Clash):
        return Lane(account, None)
    ways = (answer.why_lower(of[0]), answer.why_upper(of[0]), answer.why_lower(of[1]), answer.why_upper(of[1]))
    return Lane(account, four(answer, of), behind=tuple(dict.fromkeys(claim for way in ways for each in way for claim in each.claims)))


def _calendar(settled: Settled, account: Account, of: tuple[int, int]) -> Lane:
    """The same for calendar days, which need no more than a look at what they change."""
    trial = Narrowing(settled)
    if not trial.hold(account.constraints):
        return Lane(account, None)
    return Lane(account, (trial.low(of[0]), trial.high(of[0]), trial.low(of[1]), trial.high(of[1])))


def beside_it(settled: Settled, account: Account) -> Network:
    """The settled network and one account."""
    return Network(settled.network.points, (*settled.network.constraints, *account.constraints))


def four(found: Closure, of: tuple[int, int]) -> Four:
    """The four bounds of a thing."""
    start, end = of
    return found.lower[start], found.upper[start], found.lower[end], found.upper[end]


def lanes(settled: Settled, given: Sequence[Account], of: tuple[int, int]) -> tuple[Lane, ...]:
    """Every account of a thing; those agreed to by a narrower one that fits are marked."""
    found = [lane(settled, account, of) for account in given]
    fitting = [one.account for one in found if one.bounds is not None]
    return tuple(replace(one, agreed=one.bounds is not None and _narrower(one.account, fitting)) for one in found)


def _narrower(account: Account, fitting: Sequence[Account]) -> bool:
    return any(other is not account and other.inside(account) and not account.inside(other) for other in fitting)


def stated(constraints: Iterable[Constraint], of: tuple[int, int]) -> Four:
    """The four bounds that calendar days alone give, before anything else narrows them."""
    start, end = of
    low: dict[int, int] = {}
    high: dict[int, int] = {}
    for one in constraints:
        if one.y == 0 and one.x:
            low[one.x] = max(low.get(one.x, -one.weight), -one.weight)
        elif one.x == 0:
            high[one.y] = min(high.get(one.y, one.weight), one.weight)
    latest = [day for day in (high.get(start), high.get(end)) if day is not None]
    earliest = [day for day in (low.get(start), low.get(end)) if day is not None]
    return low.get(start), min(latest, default=None), max(earliest, default=None), high.get(end)


def hull(active: Sequence[Lane], of: tuple[int, int]) -> tuple[Constraint, ...]:
    """What holds whichever of the alternatives is taken, as stated; it rests on all of them together.

    A relative date has no days of its own: there the days that follow from it stand in, with the claims behind them.
    """
    claims = tuple(dict.fromkeys(claim for one in active for claim in (*one.account.claims, *one.behind)))
    assumptions = tuple(dict.fromkeys(a for one in active for each in one.account.constraints for a in each.assumptions))
    given = [one.bounds if one.behind else stated(one.account.constraints, of) for one in active]
    made: list[Constraint] = []
    for side in range(4):
        days = [four[side] for four in given if four is not None]
        known = [day for day in days if day is not None]
        if len(known) == len(active):
            point = of[side // 2]
            made.append(
                Constraint(0, point, max(known), claims, assumptions) if side % 2 else Constraint(point, 0, -min(known), claims, assumptions)
            )
    return tuple(made)
