"""What cannot be so together: conflicts, none with a statement too many, and what stays when each could give way.

First what nobody disputes is taken by itself; then each account of what is disputed is laid beside it; last, whether some choice of
accounts fits as a whole. Where statements clash, none of them is silently dropped: what is said of days then holds whichever of the
repairs is made that sets nothing aside in vain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, product
from math import inf, prod

from fontes.findings.chronology.accounts import Account, Lane, Narrowing, Settled, hull, lanes
from fontes.findings.chronology.claims import Draft, Thing
from fontes.findings.chronology.parts import Part, Parts
from fontes.findings.network import Clash, Closure, Constraint, Network, closure
from fontes.findings.network.cores import Core, core, cores

MOST_ROUNDS = 12
"""So often the rest of a part is searched for further conflicts once those found are set aside."""
MOST_LISTED = 20
"""So many conflicts of a part are listed at one search."""
MOST_STEPS = 100_000
"""So many points are looked at, a third of a second, before it is left open whether a part has more conflicts than those found."""
MOST_CONFLICTS = 500
"""So many conflicts are told; of more it is said that there are at least these, and what clashes in the rest is left out of the bounds."""
MOST_REPAIRS = 16
"""More repairs than this are not each worked through; the statements in conflict are then all left out of the bounds."""
MOST_TOGETHER = 4
"""So many conflicts that share statements are worked through together."""
MOST_CHOICES = 64
"""So many choices of accounts are tried before it is left open whether some choice fits as a whole."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements of which no account is consistent.

    ``claims`` are the smallest set; ``shortfall`` by how many days they miss each other at the least; ``chains`` the contradiction as
    circles of constraints from day 0, one for each account that was tried. ``repairs`` are sets of claims whose setting aside would end it,
    the fewest first and those marked with `?` before others. ``assumptions`` are constants of the profile it hangs on: to be
    widened before any statement is set aside.
    """

    claims: tuple[str, ...]
    shortfall: int
    chains: tuple[tuple[Constraint, ...], ...]
    repairs: tuple[tuple[str, ...], ...]
    assumptions: tuple[str, ...] = ()
    things: tuple[Thing, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """A consistent network, the lanes of everything dated, what clashes, and whether that is all of it.

    ``undisputed`` is all that nobody disputes, whether it clashes or not, and ``base`` what is left of it; ``held`` holds whichever
    accounts are taken, and ``whole`` is both.
    """

    undisputed: Network
    held: tuple[Constraint, ...]

    base: Settled
    whole: Settled
    lanes: Mapping[Thing, tuple[Lane, ...]]
    conflicts: tuple[Conflict, ...]
    complete: bool


def outcome(draft: Draft, given: Mapping[Thing, tuple[Account, ...]]) -> Outcome:
    """Settle a draft: find what clashes, and a network of all that does not."""
    single = [each for one in given.values() if len(one) == 1 for each in one[0].constraints]
    undisputed = Network(draft.size, (*draft.constraints, *single))
    base, found, complete = _undisputed(draft, undisputed)
    disputed = {thing: each for thing, each in given.items() if len(each) > 1}
    refuted: dict[tuple[str, ...], tuple[Conflict, tuple[Core, frozenset[Thing]]]] = {}
    worlds, every = _repaired(_told(undisputed, base, found), found) if disputed else ([], True)
    for world in (base, *worlds) if disputed else ():
        more, settled_all = _refuted_in(draft, world, disputed)
        complete = complete and settled_all
        refuted.update((one.claims, (one, core_)) for one, core_ in more)
    apart = {thing for _, (_, things) in refuted.values() for thing in things}
    cores_ = [*found, *(one for _, (one, _) in refuted.values())]
    tried = {thing: lanes(base, each, draft.of(thing)) for thing, each in given.items()}
    choices = {thing: _fitting(tried[thing]) for thing in disputed if thing not in apart}
    whole, held = _whole(draft, undisputed, base, choices, cores_)
    conflicts = (*(_conflict(draft, one) for one in found), *(one for one, _ in refuted.values()))
    ranked = sorted(conflicts, key=lambda one: (len(one.claims), one.claims))
    return Outcome(undisputed, held, base, whole, tried, tuple(ranked), complete and (every or not disputed))


def _told(network: Network, base: Settled, found: Sequence[Core]) -> Network:
    """The network without the claims that clash beyond the conflicts told."""
    told = {claim for one in base.network.constraints for claim in one.claims} | {claim for one in found for claim in one.claims}
    return without(network, {claim for one in network.constraints for claim in one.claims} - told)


def _repaired(network: Network, found: Sequence[Core]) -> tuple[list[Settled], bool]:
    """What nobody disputes after each repair of each cluster, the other clusters left out; and whether that is every one."""
    made: list[Settled] = []
    every = {claim for one in found for claim in one.claims}
    whole, tried = True, 0
    for group in clusters(found):
        own = {claim for one in group for claim in one.claims}
        repairs = hitting(group)
        tried += len(repairs)
        whole = whole and bool(repairs) and tried <= MOST_REPAIRS
        for repair in repairs if whole else ():
            left = without(network, (every - own) | repair)
            answer = closure(left)
            if isinstance(answer, Closure):
                made.append(Settled(left, answer))
    return made, whole


Refuted = tuple[Conflict, tuple[Core, frozenset[Thing]]]
"""A conflict of rival datings; the same as a core in which one claim stands for all accounts of a thing; and whose accounts they are."""


def _refuted_in(draft: Draft, world: Settled, disputed: Mapping[Thing, tuple[Account, ...]]) -> tuple[list[Refuted], bool]:
    """Rival datings of which none fits here, one thing by itself and then several together; and whether all were found."""
    tried = {thing: lanes(world, each, draft.of(thing)) for thing, each in disputed.items()}
    made = [
        _as_refuted(_smallest(draft, world, [[(lane.account.constraints, lane.account.claims) for lane in each]]), frozenset([thing]), tried)
        for thing, each in tried.items()
        if not any(lane.active for lane in each)
    ]
    choices = {thing: _fitting(each) for thing, each in tried.items() if any(lane.active for lane in each)}
    while isinstance(refuted := _search(draft, world, choices), frozenset) and refuted:
        groups = [[(lane.account.constraints, lane.account.claims) for lane in choices[thing]] for thing in sorted(refuted)]
        conflict = _smallest(draft, world, groups)
        among = set(conflict.claims)
        things = frozenset(thing for thing in refuted if any(among.issuperset(lane.account.claims) for lane in choices[thing]))
        made.append(_as_refuted(conflict, things, tried))
        for thing in things:
            del choices[thing]
    return made, not isinstance(refuted, frozenset)


def _as_refuted(conflict: Conflict, things: frozenset[Thing], tried: Mapping[Thing, Sequence[Lane]]) -> Refuted:
    rival = {claim for thing in things for lane in tried[thing] for claim in lane.account.claims}
    stand_in = (min(claim for lane in tried[thing] for claim in lane.account.claims) for thing in things)
    claims = tuple(sorted({*(claim for claim in conflict.claims if claim not in rival), *stand_in}))
    return conflict, (Core(claims, conflict.shortfall, conflict.chains[0], conflict.assumptions), things)


def _fitting(tried: Sequence[Lane]) -> list[Lane]:
    """The accounts that fit, each before the wider ones it agrees with: those are fallen back on where it cannot be chosen."""
    fits = [lane for lane in tried if lane.bounds is not None]
    wider = {id(one): [lane for lane in fits if lane.agreed and one.account.inside(lane.account)] for one in fits if one.active}
    ordered = [lane for one in fits if one.active for lane in (one, *wider[id(one)])]
    return list({id(lane): lane for lane in ordered}.values())


def things_of(draft: Draft, chains: Iterable[Iterable[Constraint]]) -> tuple[Thing, ...]:
    """What a contradiction runs through."""
    points = dict.fromkeys(point for chain in chains for each in chain for point in (each.x, each.y) if point)
    return tuple(dict.fromkeys(draft.things[(point - 1) // 2] for point in points))


def _doubtful(draft: Draft) -> list[str]:
    return sorted({claim for one in draft.doubtful for claim in one.claims})


def _ranked(draft: Draft, repairs: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    doubtful = frozenset(_doubtful(draft))
    return tuple(sorted(repairs, key=lambda each: (len(each), -len(doubtful & set(each)), each)))


# What nobody disputes


def _undisputed(draft: Draft, network: Network) -> tuple[Settled, list[Core], bool]:
    """The undisputed network without what clashes in it, the cores of that, and whether these are all."""
    answer = closure(network)
    if isinstance(answer, Closure):
        return Settled(network, answer), [], True
    doubtful = _doubtful(draft)
    found, gone, complete = list[Core](), set[str](), True
    for part in Parts(network):
        if isinstance(closure(part.network), Clash):
            more, left_out, whole = _within(part, doubtful, MOST_CONFLICTS - len(found))
            found += more
            gone |= left_out
            complete = complete and whole
    return _forced(without(network, gone)), found, complete


def _within(part: Part, doubtful: Sequence[str], most: int) -> tuple[list[Core], set[str], bool]:
    """The cores of one part, the claims to leave out so that it holds, and whether these are all the cores."""
    rest, found, complete = part.network, list[Core](), True
    for _ in range(MOST_ROUNDS):
        if len(found) >= most or isinstance(closure(rest), Closure):
            break
        listed = cores(rest, most=min(most - len(found), MOST_LISTED), seconds=inf, doubtful=doubtful, steps=MOST_STEPS)
        complete = complete and listed.complete
        found += [replace(one, chain=tuple(part.back(each) for each in one.chain)) for one in listed.cores]
        rest = without(rest, {claim for one in listed.cores for claim in one.claims})
    settled = _forced(rest)
    kept = {claim for one in settled.network.constraints for claim in one.claims}
    gone = {claim for one in part.network.constraints for claim in one.claims} - kept
    return found, gone, complete and settled.network == rest


def without(network: Network, claims: Collection[str]) -> Network:
    """The network without what rests on any of these claims."""
    gone = frozenset(claims)
    return Network(network.points, tuple(one for one in network.constraints if not gone.intersection(one.claims)))


def _forced(network: Network) -> Settled:
    """The network without what clashes in it, left out as it is met."""
    while isinstance(answer := closure(network), Clash):
        network = without(network, {claim for one in answer.cycle for claim in one.claims})
    return Settled(network, answer)


def _conflict(draft: Draft, one: Core) -> Conflict:
    repairs = _ranked(draft, ((claim,) for claim in one.claims))
    return Conflict(one.claims, one.shortfall, (one.chain,), repairs, one.assumptions, things_of(draft, (one.chain,)))


def clusters(found: Sequence[Core]) -> list[list[Core]]:
    """Cores that share a claim, directly or through others, stand or fall together."""
    kept: list[list[Core]] = []
    for one in found:
        near = [group for group in kept if any(set(one.claims) & set(other.claims) for other in group)]
        kept = [group for group in kept if group not in near]
        kept.append([one, *(other for group in near for other in group)])
    return kept


def hitting(found: Sequence[Core]) -> list[frozenset[str]]:
    """The sets of claims of which every core holds one, none with a claim too many; none if there are too many to be worked through."""
    claims = sorted({claim for one in found for claim in one.claims})
    if len(found) > MOST_TOGETHER or len(claims) > MOST_REPAIRS:
        return []
    sets: list[frozenset[str]] = []
    for size in range(1, len(found) + 1):
        for each in map(frozenset, combinations(claims, size)):
            if all(each.intersection(one.claims) for one in found) and not any(known <= each for known in sets):
                sets.append(each)
    return sets if len(sets) <= MOST_REPAIRS else []


def _either(network: Network, rest: Closure, found: Sequence[Core]) -> list[Constraint]:
    """What holds of every point whichever repair is made, for each cluster of conflicts by itself."""
    if not found:
        return []
    made: list[Constraint] = []
    every = {claim for one in found for claim in one.claims}
    parts = Parts(network)
    for group in clusters(found):
        own = tuple(sorted({claim for one in group for claim in one.claims}))
        repairs = hitting(group)
        part = parts.around(own) if repairs else None
        tried = [closure(without(part.network, (every - set(own)) | repair)) for repair in repairs] if part else []
        worlds = [one for one in tried if isinstance(one, Closure)]
        if part and worlds and len(worlds) == len(tried):
            made += _common(part, rest, worlds, own)
    return made


def _common(part: Part, rest: Closure, worlds: Sequence[Closure], claims: tuple[str, ...]) -> Iterable[Constraint]:
    for number, point in enumerate(part.points):
        low, high = rest.lower[point], rest.upper[point]
        lows, highs = [one.lower[number] for one in worlds], [one.upper[number] for one in worlds]
        least = min((day for day in lows if day is not None), default=None) if None not in lows else None
        most = max((day for day in highs if day is not None), default=None) if None not in highs else None
        if point and least is not None and (low is None or least > low):
            yield Constraint(point, 0, -least, claims)
        if point and most is not None and (high is None or most < high):
            yield Constraint(0, point, most, claims)


# Accounts beside it


Option = tuple[Sequence[Constraint], tuple[str, ...]]


def _smallest(draft: Draft, base: Settled, groups: Sequence[Sequence[Option]]) -> Conflict:
    """A conflict of alternatives with undisputed claims, no claim and no group of alternatives too many."""
    groups = list(groups)
    rival = {claim for group in groups for _, claims in group for claim in claims}
    needed, _ = _refuted(base.network, groups)
    for at in reversed(range(len(groups))):
        fewer = groups[:at] + groups[at + 1 :]
        if fewer and (again := _refuted(_only(base.network, needed), fewer))[1]:
            groups, needed = fewer, again[0]
    for claim in sorted(needed - rival):
        again = _refuted(_only(base.network, needed - {claim}), groups)
        if claim in needed and again[1]:
            needed = again[0]
    needed, found = _refuted(_only(base.network, needed), groups)
    rival = {claim for group in groups for _, claims in group for claim in claims}
    nearest = min(found, key=lambda one: one.shortfall)
    chains = (nearest.chain, *(one.chain for one in found if one is not nearest))
    whole = [tuple(claim for _, claims in group for claim in claims) for group in groups]
    repairs = _ranked(draft, [*((claim,) for claim in sorted(needed - rival)), *whole])
    assumptions = tuple(sorted({name for one in found for name in one.assumptions}))
    return Conflict(tuple(sorted(needed | rival)), nearest.shortfall, chains, repairs, assumptions, things_of(draft, chains))


def _only(network: Network, claims: Collection[str]) -> Network:
    kept = frozenset(claims)
    return Network(network.points, tuple(one for one in network.constraints if kept.issuperset(one.claims)))


def _refuted(network: Network, groups: Sequence[Sequence[Option]]) -> tuple[set[str], list[Core]]:
    """The claims and cores by which every choice, one option a group, is refuted; no cores if some choice fits."""
    found: list[Core] = []
    claims: set[str] = set()
    rival = {claim for group in groups for _, said in group for claim in said}
    for choice in islice(product(*groups), MOST_CHOICES):
        taken = {claim for _, said in choice for claim in said}
        if any(taken.issuperset(rival.intersection(one.claims)) for one in found):
            continue  # refuted by what refuted another choice
        answer = core(Network(network.points, (*network.constraints, *(each for option, _ in choice for each in option))))
        if answer is None:
            return set(), []
        found.append(answer)
        claims.update(answer.claims)
    return claims, found


# Accounts together


def _whole(
    draft: Draft, undisputed: Network, base: Settled, choices: Mapping[Thing, Sequence[Lane]], found: Sequence[Core]
) -> tuple[Settled, tuple[Constraint, ...]]:
    """What holds whichever accounts are taken and whichever statement in conflict gives way; and what the accounts add to it."""
    chosen = _search(draft, base, choices)
    at = chosen if isinstance(chosen, dict) else {}
    held = tuple(each for thing, tried in choices.items() for each in _held(draft, thing, tried, at.get(thing, 0)))
    rest = without(base.network, {claim for one in found for claim in one.claims})
    settled = base if not found else _forced(rest)
    either = _either(undisputed, settled.closure, found)
    for added in ((*held, *either), held):
        answer = closure(Network(rest.points, (*settled.network.constraints, *added)))
        if isinstance(answer, Closure):
            return Settled(answer.network, answer), held
    return settled, ()


def _held(draft: Draft, thing: Thing, tried: Sequence[Lane], chosen: int) -> tuple[Constraint, ...]:
    """What holds whichever account is taken: of those left, or of all that fit where only a wider one could be chosen."""
    left = list(tried) if tried[chosen].agreed else [lane for lane in tried if lane.active]
    made = left[0].account.constraints if len(left) == 1 else hull(left, draft.of(thing))
    if any(lane.account.doubtful for lane in left):
        draft.doubtful.update(made)
    return made


def _search(draft: Draft, base: Settled, choices: Mapping[Thing, Sequence[Lane]]) -> frozenset[Thing] | dict[Thing, int]:
    """A choice that fits; or the things of which no choice does, none if that is not found out.

    Every clash names the choices it comes from; further choices avoid what was named.
    """
    chosen = _first_fitting(draft, base, choices)
    owner = {claim: thing for thing, active in choices.items() for lane in active for claim in lane.account.claims}
    barred: list[frozenset[tuple[Thing, int]]] = []
    for _ in range(MOST_CHOICES):
        taken = (each for thing, at in chosen.items() for each in choices[thing][at].account.constraints)
        answer = closure(Network(base.network.points, (*base.network.constraints, *taken)))
        if isinstance(answer, Closure):
            return chosen
        named = {owner[claim] for one in answer.cycle for claim in one.claims if claim in owner}
        barred.append(frozenset((thing, chosen[thing]) for thing in named))
        among = sorted({thing for each in barred for thing, _ in each})
        again = _assigned(among, {thing: len(choices[thing]) for thing in among}, barred)
        if again is None:
            least = _fewest(among, choices, barred)
            return least if prod(len(choices[thing]) for thing in least) <= MOST_CHOICES else frozenset()
        chosen.update(again)
    return frozenset()


def _first_fitting(draft: Draft, base: Settled, choices: Mapping[Thing, Sequence[Lane]]) -> dict[Thing, int]:
    """For each thing, by the earliest day it has without its accounts, the first that fits with those taken before; else its first."""
    together = Narrowing(base)

    def since(thing: Thing) -> tuple[int, Thing]:
        return base.closure.lower[draft.of(thing)[0]] or 0, thing

    chosen = {}
    for thing in sorted(choices, key=since):
        fits = (at for at, lane in enumerate(choices[thing]) if together.hold(lane.account.constraints))
        chosen[thing] = next(fits, 0)
    return chosen


Barred = frozenset[tuple[Thing, int]]
"""Accounts of several things, by number, that cannot be chosen together."""


def _fewest(among: Sequence[Thing], choices: Mapping[Thing, Sequence[Lane]], barred: Sequence[Barred]) -> frozenset[Thing]:
    """Of these things, none too many of which no choice fits."""
    kept = list(among)
    for thing in among:
        rest = [each for each in kept if each != thing]
        still = [one for one in barred if all(each in rest for each, _ in one)]
        if _assigned(rest, {each: len(choices[each]) for each in rest}, still) is None:
            kept = rest
    return frozenset(kept)


def _assigned(
    things: Sequence[Thing], sizes: Mapping[Thing, int], barred: Sequence[frozenset[tuple[Thing, int]]]
) -> dict[Thing, int] | None:
    """A choice for each thing that holds nothing barred (depth first)."""
    taken: dict[Thing, int] = {}

    def go(at: int) -> bool:
        if at == len(things):
            return True
        for option in range(sizes[things[at]]):
            taken[things[at]] = option
            now = frozenset(taken.items())
            if not any(each <= now for each in barred) and go(at + 1):
                return True
            del taken[things[at]]
        return False

    return taken if go(0) else None
