"""What falls if something is distrusted: the difference between two statuses, and who everything here depends on most.

Losing support is not being refuted: what falls has no recorded support left, and nothing more is said. Two lenses are compared in the same
way, whatever sets them apart. While criticisms count, distrusting a critic can make things rise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from fontes.dates import Answer
from fontes.findings.engine.plan import falls_with
from fontes.findings.engine.system import Name
from fontes.findings.reasons import Reason, reason
from fontes.findings.support.grounds import Grounds, rests_on
from fontes.findings.support.status import Status, Statuses, Support, evaluate_corpus, evaluate_grounds, refuse_counted, shown, support
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind

_ORDER = {word: rank for kind in (Status, Support) for rank, word in enumerate(kind)}
_UNITS = ("unit", "believed", "attested", "authentic", "reach", "spared")


@dataclass(frozen=True, slots=True)
class Change:
    """A statement or proposition whose status differs, and the grounds it lost (or, where it rises, gained)."""

    kind: str
    id: str
    before: Status | Support
    after: Status | Support
    lost: tuple[Reason, ...]
    why: Reason


@dataclass(frozen=True, slots=True)
class Fallen:
    """What becomes of everything when units are distrusted: what falls, is weakened, rises or becomes undecided.

    ``unattested``: statements of which we would no longer know that they were made at all (an access taken away, a forgery found).
    """

    units: tuple[Unit, ...]
    falls: tuple[Change, ...]
    weakened: tuple[Change, ...]
    rises: tuple[Change, ...]
    undecided: tuple[Change, ...] = ()
    unattested: tuple[Reason, ...] = ()

    @property
    def nothing(self) -> bool:
        """Does nothing change? That is a finding too."""
        return not (self.falls or self.weakened or self.rises or self.undecided or self.unattested)


def possibly_there(statuses: Statuses, found: Fallen) -> frozenset[str]:
    """Of the statements and propositions that change, those that the dates of the lens leave open: they were possibly there, not certainly.

    A proposition is one of them where nobody who asserts or supposes it certainly had by then.
    """
    sides = statuses.grounds.acts.sides

    def open_(one: Change) -> bool:
        acts = [one.id] if one.kind == "statement" else [id for side in ("asserts", "supposes") for id in sides.get((side, one.id), ())]
        return Answer.POSSIBLE in (there := {statuses.present(id) for id in acts}) and Answer.CERTAIN not in there

    return frozenset(one.id for one in (*found.falls, *found.weakened, *found.rises, *found.undecided) if open_(one))


def without(corpus: Corpus, units: Iterable[Unit], lens: Lens = PLAIN) -> Fallen:
    """What falls, weakens, rises or becomes undecided if these units are distrusted besides what the lens distrusts."""
    return without_in(evaluate_corpus(corpus, lens), units)


def without_in(before: Statuses, units: Iterable[Unit]) -> Fallen:
    """The same from statuses already computed."""
    gone = tuple(sorted(set(units)))
    return difference(before, evaluate_grounds(before.grounds, before.lens, gone), gone)


def compared(corpus: Corpus, one: Lens, other: Lens) -> Fallen:
    """How everything stands under another lens, beside how it stands under one."""
    return difference(evaluate_corpus(corpus, one), evaluate_corpus(corpus, other))


def difference(before: Statuses, after: Statuses, units: tuple[Unit, ...] = ()) -> Fallen:
    """How one status differs from another of the same corpus, under whatever lenses."""
    changes = list(_changes(before, after))
    settled = [change for change in changes if change.after not in (Status.UNDECIDED, Support.UNDECIDED)]
    down = [change for change in settled if _ORDER[change.after] > _ORDER[change.before]]
    return Fallen(
        units,
        tuple(change for change in down if change.after in (Status.FALLS, Support.NONE)),
        tuple(change for change in down if change.after in (Status.WEAKENED, Support.IN_PART)),
        tuple(change for change in settled if _ORDER[change.after] < _ORDER[change.before]),
        tuple(change for change in changes if change not in settled),
        tuple(_unattested(before, after)),
    )


def _changes(before: Statuses, after: Statuses) -> Iterator[Change]:
    """Every proposition and statement whose status differs; nodes that stand alike in both are passed over at once where they can be."""
    grounds = before.grounds
    for kind, top, id in _differing(before, after):
        was, now = before.standing(top), after.standing(top)
        if was is now:
            continue
        lost = tuple(_lost(before, after, top))
        why = reason(grounds.corpus, kind, id, grounds.acts.all)
        if kind == "statement":
            yield Change(kind, id, was, now, lost, why)
        else:
            yield Change(kind, id, support(was), support(now), lost, why)


def _differing(before: Statuses, after: Statuses) -> Iterator[tuple[str, Name, str]]:
    """What may differ, propositions first: kind, node and id."""
    corpus = before.grounds.corpus
    if before.grounds is after.grounds:
        nodes = before.unlike(after)
        names = sorted(name for name in map(before.grounds.plan.name, nodes) if name[0] in ("for", "statement"))
        yield from (("proposition" if name[0] == "for" else "statement", name, name[1]) for name in names)
        return
    yield from (("proposition", ("for", id), id) for id in corpus.propositions)
    yield from (("statement", ("statement", id), id) for id in before.grounds.acts.all)


def _lost(before: Statuses, after: Statuses, top: Name) -> Iterator[Reason]:
    """What lies directly under a node and holds in one of the statuses only; the node itself where it is what is distrusted."""
    one, other = before.grounds, after.grounds
    if (other.plan.number(top) in after.withdrawn) != (one.plan.number(top) in before.withdrawn):
        base = reason(one.corpus, "statement", top[1], one.acts.all)
        yield Reason("statement", top[1], f"{base.words} is distrusted", base.place)
    under = _under(one, top) if one is other else list(dict.fromkeys((*_under(one, top), *_under(other, top))))
    for name in under:
        was, now = before.standing(name), after.standing(name)
        if was is not now:
            yield _words(one, name, _ORDER[now] > _ORDER[was])


def _unattested(before: Statuses, after: Statuses) -> Iterator[Reason]:
    grounds = before.grounds
    if grounds is after.grounds:
        names = map(grounds.plan.name, before.unlike(after))
        ids = sorted(name[1] for name in names if name[0] == "attested")
    else:
        ids = list(grounds.acts.all)
    for id in ids:
        if before.attested(id) and not after.attested(id):
            yield reason(grounds.corpus, "statement", id, grounds.acts.all)


def _under(grounds: Grounds, top: Name) -> list[Name]:
    """The things, units and conditions of belief under a node, looking through the joints between them."""
    plan = grounds.plan
    start = plan.number(top)
    waiting, found = ([] if start is None else [start]), dict[Name, None]()
    seen = set(waiting)
    while waiting:
        node = waiting.pop(0)
        for part in rests_on(plan, node):
            name = plan.name(part)
            if shown(name) or name[0] in _UNITS:
                found[name] = None
            elif part not in seen:
                seen.add(part)
                waiting.append(part)
    return list(found)


def _words(grounds: Grounds, name: Name, lost: bool) -> Reason:
    thing = shown(name)
    if thing:
        return reason(grounds.corpus, *thing, grounds.acts.all)
    if name[0] == "unit":
        base = reason(grounds.corpus, name[1], name[2], grounds.acts.all)
        return Reason(name[1], name[2], f"{base.words} is {'distrusted' if lost else 'no longer distrusted'}", base.place)
    if name[0] == "spared":
        base = reason(grounds.corpus, "statement", name[1], grounds.acts.all)
        return Reason("statement", name[1], f"that {base.words} {'counts' if lost else 'no longer counts'}", base.place)
    kind, falling, rising = _TURNS[name[0]]
    base = reason(grounds.corpus, kind, name[1], grounds.acts.all)
    return Reason(base.kind, name[1], f"{base.words} {falling if lost else rising}", base.place)


_TURNS = {
    "believed": ("source", "is no longer believed", "is believed again"),
    "attested": ("statement", "is no longer attested", "is attested again"),
    "authentic": ("source", "is taken not to be what it claims to be", "is taken to be what it claims to be"),
    "reach": ("source", "is left out as a way of knowing", "is a way of knowing again"),
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """What falls with one source or agent alone. ``own`` are those of the statements it made or that are read in it."""

    unit: Unit
    statements: tuple[str, ...]
    propositions: tuple[str, ...]
    own: tuple[str, ...]
    why: Reason

    @property
    def number(self) -> int:
        """How many statements and propositions fall."""
        return len(self.statements) + len(self.propositions)


def ranking(corpus: Corpus, lens: Lens = PLAIN) -> tuple[Ranked, ...]:
    """Sources and agents by how much falls with each alone; exact, and those with which nothing falls come last."""
    return ranking_in(evaluate_corpus(corpus, lens))


def ranking_in(statuses: Statuses) -> tuple[Ranked, ...]:
    """The same from statuses already computed. Raises `CriticismsCounted`: while they count, what falls is not all that happens."""
    refuse_counted(statuses.lens)
    corpus = statuses.grounds.corpus
    plan = statuses.grounds.plan
    units = {
        node: unit
        for unit in statuses.grounds.units((UnitKind.SOURCE, UnitKind.AGENT))
        if unit.id in (corpus.sources if unit.kind is UnitKind.SOURCE else corpus.agents)
        and (node := plan.number(("unit", unit.kind.value, unit.id))) is not None
    }
    told = np.zeros(len(plan), dtype=np.bool_)
    told[plan.of_kind("statement")] = told[plan.of_kind("for")] = True
    ranked = [_ranked(statuses.grounds, units[node], fallen) for node, fallen in falls_with(plan, 0, statuses.withdrawn, units, told)]
    return tuple(sorted(ranked, key=lambda one: (-one.number, one.unit)))


def _ranked(grounds: Grounds, unit: Unit, fallen: Iterable[int]) -> Ranked:
    names = [grounds.plan.name(node) for node in fallen]
    statements = tuple(sorted(name[1] for name in names if name[0] == "statement"))
    propositions = tuple(sorted(name[1] for name in names if name[0] == "for"))
    own = tuple(id for id in statements if _own(grounds, id, unit))
    why = reason(grounds.corpus, unit.kind.value, unit.id, grounds.acts.all)
    return Ranked(unit, statements, propositions, own, why)


def _own(grounds: Grounds, id: str, unit: Unit) -> bool:
    if unit.kind is UnitKind.AGENT:
        return grounds.acts.who(id) == unit.id
    read = getattr(grounds.acts.all[id], "read", None)  # type: ignore[index]
    return read is not None and read.source == unit.id
