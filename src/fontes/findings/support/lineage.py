"""How many independent origins a proposition really has, what would overturn it, and how far that is shown.

Every number is a range. Where it is not recorded how grounds combine, *any* and *all* enclose the answer. Where trails merely end, each end
is its own origin *at most*; what is *shown* counts apart only origins of stated kind (witnessed, recorded) without a recorded link, lets
all other ends be one or rest on these, and takes the more demanding reading of what is not recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from fontes.findings.engine.duality import Duals, contingencies, dualise
from fontes.findings.engine.plan import Plan
from fontes.findings.engine.reduced import Upheld, indispensable, reduced
from fontes.findings.engine.system import Name, Reading, System
from fontes.findings.reasons import Reason, reason
from fontes.findings.support.ends import Ending, OriginKind, endings, variable
from fontes.findings.support.grounds import Grounds
from fontes.findings.support.independence import Pair, pairs, together
from fontes.findings.support.status import Statuses, Support, evaluate_corpus, lens_reasons, refuse_counted
from fontes.findings.support.voices import Voices, speakers, voices
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind
from fontes.model.names import AgentId, SourceId


@dataclass(frozen=True, slots=True)
class Count:
    """A number in both readings of what is not recorded, and what is shown. None: no number of removals would do.

    Where not ``exact``, a limit was met and each number is *at least*.
    """

    any: int | None
    all: int | None
    shown: int | None
    exact: bool


@dataclass(frozen=True, slots=True)
class FoundOrigin:
    """An origin: its name and what is known of it."""

    id: str
    kind: OriginKind


@dataclass(frozen=True, slots=True)
class Origins:
    """Everything about where one side of a proposition comes from; ``against`` is the other side of it.

    ``origins`` are those some smallest support needs, ``idle`` the rest of the lineage. ``why`` are the smallest sets of origins that alone
    keep it supported and ``overturning`` the smallest whose distrust leaves it without support, both in the least
    demanding reading, smallest first, and complete where ``listed`` is. ``responsibility``: 1 / (size of the smallest overturning set a
    unit is in) (Chockler and Halpern 2004). While criticisms count, distrust can also make things rise: ``removals`` and ``separate_lines`` are
    None then, and nothing is said of what overturns. ``access``: sources through which all of it is known to us, where it is not known directly.
    """

    id: str
    status: Support
    voices: Voices
    supposed_by: tuple[AgentId, ...]
    origins: tuple[FoundOrigin, ...]
    idle: tuple[FoundOrigin, ...]
    shown_origins: int
    removals: Count | None
    separate_lines: Count | None
    indispensable: tuple[str, ...]
    overturning: tuple[tuple[str, ...], ...]
    why: tuple[tuple[str, ...], ...]
    listed: bool
    responsibility: tuple[tuple[str, float], ...]
    independence: tuple[Pair, ...]
    supposed_only: bool
    circular_only: bool
    access: tuple[SourceId, ...]
    against: Origins | None
    reasons: tuple[Reason, ...]


def origins(corpus: Corpus, proposition: str, lens: Lens = PLAIN) -> Origins:
    """Where a proposition comes from under a lens. Raises KeyError for a name that is no proposition here."""
    return origins_in(evaluate_corpus(corpus, lens), proposition)


def all_origins(corpus: Corpus, lens: Lens = PLAIN) -> tuple[Origins, ...]:
    """Where every proposition comes from, by name; the corpus is compiled once."""
    statuses = evaluate_corpus(corpus, lens)
    return tuple(origins_in(statuses, id) for id in sorted(corpus.propositions))


def origins_in(statuses: Statuses, proposition: str) -> Origins:
    """The same from statuses already computed."""
    if statuses.grounds.plan.number(("for", proposition)) is None:
        raise KeyError(proposition)
    other = _side(statuses, proposition, "against", None)
    return _side(statuses, proposition, "for", other)


def _side(statuses: Statuses, proposition: str, side: str, other: Origins | None) -> Origins:
    grounds = statuses.grounds
    firm, weak = (("asserts",), "supposes") if side == "for" else (("denies", "implied"), "doubts")
    taken = grounds.acts.sides
    said = [id for one in firm for id in taken.get((one, proposition), ())]
    softly = taken.get((weak, proposition), ())
    cone = Cone.under(statuses, (side, proposition))
    found, least = cone.origins, cone.duals(0)
    numbers = _numbers(cone, least) if not statuses.lens.criticisms else None
    cuts = (least.cuts or least.smallest) if numbers else ()
    needed = {one for support in least.supports for one in support} if least.all_supports else set(found)
    used = [end for node, end in found.items() if node in needed]
    unit = {node: str(end.unit) for node, end in found.items() if end.unit}
    statements = [reason(grounds.corpus, "statement", id, grounds.acts.all) for id in (*said, *softly)]
    return Origins(
        id=proposition,
        status=statuses.side(proposition, side),
        voices=voices(statuses, proposition, firm),
        supposed_by=speakers(statuses, softly),
        origins=tuple(FoundOrigin(end.id, end.kind) for end in used),
        idle=tuple(FoundOrigin(end.id, end.kind) for node, end in found.items() if node not in needed),
        shown_origins=_shown_origins(grounds.corpus, used) if least.supports else 0,
        removals=numbers[0] if numbers else None,
        separate_lines=numbers[1] if numbers else None,
        indispensable=tuple(unit[node] for node in _indispensable(cone, least)) if numbers else (),
        overturning=_by_size([unit[node] for node in cut] for cut in cuts if cut),
        why=_by_size([found[node].id for node in support] for support in least.supports),
        listed=least.all_supports and least.all_cuts,
        responsibility=_responsibility(cone.upheld(0), least, cone.fixed(), unit) if numbers else (),
        independence=pairs(grounds.corpus, used),
        supposed_only=not said and bool(softly),
        circular_only=statuses.in_circles_only((side, proposition)),
        access=known_through(statuses, (*said, *softly)),
        against=other,
        reasons=(*statements, *(end.why for end in used), *cone.judged(), *lens_reasons(statuses.lens)),
    )


def _numbers(cone: Cone, least: Duals) -> tuple[Count, Count]:
    """Fewest removals and separate lines: in both readings, and as shown."""
    most, shown = cone.duals(1), cone.shown()
    return (
        Count(
            least.at_least,
            most.at_least,
            _at_least_one(shown.at_least) if most.supports else 0,
            least.fewest_exact and most.fewest_exact and shown.fewest_exact,
        ),
        Count(
            len(least.lines),
            len(most.lines),
            max(1, len(shown.lines)) if most.supports else 0,
            least.lines_exact and most.lines_exact and shown.lines_exact,
        ),
    )


def _indispensable(cone: Cone, least: Duals) -> list[int]:
    """Origins whose loss alone fells it: the cuts of one member where all of these are known, else each origin is tried."""
    if least.at_least == 1 and not (least.at_most == 1 and least.smallest_exact):
        return cone.indispensable(0)
    return sorted(node for cut in least.smallest if len(cut) == 1 for node in cut)


def _by_size(sets: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(sorted(one)) for one in sets), key=lambda one: (len(one), one)))


def _at_least_one(value: int | None) -> int | None:
    return None if value is None else max(1, value)


def _shown_origins(corpus: Corpus, used: list[Ending]) -> int:
    """How many origins are shown to be apart: those of stated kind, by what they share; whatever else there is makes at least one."""
    stated = [end for end in used if end.stated]
    return max(1, len(together(corpus, stated))) if used else 0


def _responsibility(
    keep: Upheld, duals: Duals, fixed: frozenset[int], unit: Mapping[int, str]
) -> tuple[tuple[str, float], ...]:
    """For every unit in an overturning set, one over the size of the smallest it is in, as far as that is proved; highest first."""
    if duals.all_cuts:
        others = {node: min(len(cut) for cut in duals.cuts if node in cut) - 1 for node in frozenset().union(*duals.cuts)}
    else:
        sought = contingencies(keep, duals, [node for node in unit if node not in fixed], fixed)
        others = {node: one.at_most for node, one in sought.items() if one.exact and one.at_most is not None}
    best = [(unit[node], 1 / (1 + number)) for node, number in others.items()]
    return tuple(sorted(best, key=lambda pair: (-pair[1], pair[0])))


def known_through(statuses: Statuses, statements: Iterable[str]) -> tuple[SourceId, ...]:
    """The sources through which we know these statements; empty where some of them are known directly."""
    through: dict[SourceId, None] = {}
    for id in statements:
        ways = [way.source for way in statuses.grounds.acts.all[id].access]  # type: ignore[index]
        if not ways or None in ways:
            return ()
        through.update(dict.fromkeys(way for way in ways if way))
    return tuple(through)


CutOut = tuple[System, Mapping[int, Ending], dict[object, Duals]]
LARGE, KEPT = 5_000, 4
"""What is cut out of a plan is kept for the next lens where it has so many nodes, and so many of these at most, those made last."""
_kept: WeakKeyDictionary[Plan, dict[Name, CutOut]] = WeakKeyDictionary()


def _cut_out(grounds: Grounds, name: Name) -> CutOut:
    """What a node rests on, its origins by node, and a place for what is found of it: the same for every lens that withdraws nothing here."""
    kept = _kept.setdefault(grounds.plan, {})
    if name in kept:
        return kept[name]
    top = grounds.plan.number(name)
    if top is None:
        raise KeyError(name)
    small = grounds.plan.limited([top])
    found = {node: end for end in endings(grounds, small) if (node := variable(small, end)) is not None}
    cut_out: CutOut = small, found, {}
    if len(small.names) >= LARGE:
        kept[name] = cut_out
        for old in list(kept)[:-KEPT]:
            kept.pop(old, None)
    return cut_out


@dataclass(frozen=True, slots=True)
class Cone:
    """What a node rests on, cut out of the system, with the origins that are still believed; nodes are numbered anew."""

    grounds: Grounds
    system: System
    top: int
    withdrawn: frozenset[int]
    origins: Mapping[int, Ending]
    known: dict[object, Duals] = field(default_factory=dict, compare=False, repr=False)

    @staticmethod
    def under(statuses: Statuses, name: Name) -> Cone:
        """The cone of a node."""
        whole = statuses.grounds.plan
        small, found, known = _cut_out(statuses.grounds, name)
        gone = frozenset(small.number[n] for d in statuses.settled() if (n := whole.name(d)) in small.number)
        return Cone(
            statuses.grounds, small, small.number[name], gone, {n: end for n, end in found.items() if n not in gone}, known
        )

    def reading(self, which: int) -> Reading:
        """0: least demanding; 1: most demanding."""
        return self.system.all if which else self.system.any

    def upheld(self, which: int, variables: Iterable[int] | None = None) -> Upheld:
        """The top in a reading, and what may be removed: the origins, unless other nodes are named."""
        return Upheld.by(self.reading(which), self.top, self.origins if variables is None else variables, self.withdrawn)

    def judged(self) -> list[Reason]:
        """The criticisms that what lies here needs to be answered; none while criticisms do not count."""
        criticisms = sorted({name[1] for name in self.system.names if name[0] == "spared"})
        return [reason(self.grounds.corpus, "statement", id, self.grounds.acts.all) for id in criticisms]

    def fixed(self) -> frozenset[int]:
        """Origins that nobody can distrust."""
        return frozenset(node for node, end in self.origins.items() if end.unit is None)

    def duals(self, which: int) -> Duals:
        """What keeps it supported and what overturns it, in origins."""
        return self._once(which, lambda: dualise(self.upheld(which), self.fixed()))

    def _once(self, which: object, make: Callable[[], Duals]) -> Duals:
        """What was found of it under another lens that withdraws the same here, or is found now."""
        key = (which, self.withdrawn)
        if key not in self.known:
            self.known[key] = make()
            for old in list(self.known)[: -3 * KEPT]:
                self.known.pop(old, None)
        return self.known[key]

    def shown(self) -> Duals:
        """The same for what is shown: origins of stated kind, those that share something as one; other ends withdrawn."""
        stated = {node: end for node, end in self.origins.items() if end.stated}
        loose = frozenset(node for node, end in self.origins.items() if not end.stated and end.unit)
        node_of = {end.id: node for node, end in stated.items()}
        groups = together(self.grounds.corpus, list(stated.values()))
        first = {node_of[id]: min(node_of[o] for o in group) for group in groups for id in group}
        members = {head: frozenset(n for n, h in first.items() if h == head) for head in first.values()}
        fixed = frozenset(first[node] for node, end in stated.items() if end.unit is None)
        return self._once("shown", lambda: dualise(Upheld(self.reading(1), self.top, members, self.withdrawn | loose), fixed))

    def units(self, kinds: Iterable[UnitKind]) -> dict[int, Unit]:
        """The units of some kinds that anything here rests on and that are not withdrawn yet."""
        wanted = {kind.value for kind in kinds}
        return {
            node: Unit(UnitKind(name[1]), name[2])
            for name, node in self.system.number.items()
            if name[0] == "unit" and name[1] in wanted and node not in self.withdrawn
        }

    def indispensable(self, which: int, variables: Iterable[int] | None = None) -> list[int]:
        """Nodes whose loss alone fells the top; of the origins that can be distrusted unless others are named. Exact."""
        among = set(self.origins) - self.fixed() if variables is None else variables
        return sorted(indispensable(reduced(self.upheld(which, among))))


@dataclass(frozen=True, slots=True)
class Overturning:
    """Smallest sets of units whose distrust leaves something without support, with what is indispensable among them.

    ``at_least`` and ``at_most`` enclose the fewest removals (None: no number would do); the list is complete where ``listed``.
    """

    sets: tuple[tuple[Unit, ...], ...]
    indispensable: tuple[Unit, ...]
    responsibility: tuple[tuple[str, float], ...]
    at_least: int | None
    at_most: int | None
    listed: bool


KINDS = {"sources": (UnitKind.SOURCE,), "agents": (UnitKind.AGENT,)}


def overturning(statuses: Statuses, name: Name, units: str = "origins") -> Overturning:
    """What overturns a node (`("for", p)`, `("against", p)`, `("statement", id)`), in origins, sources or agents.

    Raises `CriticismsCounted`, and KeyError for another node.
    """
    refuse_counted(statuses.lens)
    cone = Cone.under(statuses, name)
    if units == "origins":
        unit = {node: end.unit for node, end in cone.origins.items() if end.unit}
        keep, fixed = cone.upheld(0), cone.fixed()
    else:
        unit = cone.units(KINDS[units])
        keep, fixed = cone.upheld(0, unit), frozenset()
    duals = dualise(keep, fixed)
    return Overturning(
        tuple(sorted((tuple(sorted(unit[n] for n in cut)) for cut in (duals.cuts or duals.smallest) if cut), key=lambda one: (len(one), one))),
        tuple(sorted(unit[node] for node in cone.indispensable(0, unit))),
        _responsibility(keep, duals, fixed, {node: str(one) for node, one in unit.items()}),
        duals.at_least,
        duals.at_most,
        duals.all_cuts,
    )
