"""What falls if something is distrusted: the difference between two statuses, and who everything here depends on most.

Losing support is not being refuted: what falls has no recorded support left, and nothing more is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fontes.findings.grounds import Grounds
from fontes.findings.reasons import Reason, reason
from fontes.findings.status import Status, Statuses, Support, evaluate_corpus, evaluate_grounds, shown
from fontes.findings.system import Name, changed
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind

_ORDER = {word: rank for kind in (Status, Support) for rank, word in enumerate(kind)}


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
    """What becomes of everything when units are distrusted: what falls, what is weakened, what rises."""

    units: tuple[Unit, ...]
    falls: tuple[Change, ...]
    weakened: tuple[Change, ...]
    rises: tuple[Change, ...]

    @property
    def nothing(self) -> bool:
        """Does nothing change? That is a finding too."""
        return not (self.falls or self.weakened or self.rises)


def without(corpus: Corpus, units: Iterable[Unit], lens: Lens = PLAIN) -> Fallen:
    """What falls, weakens or rises if these units are distrusted besides what the lens distrusts."""
    return without_in(evaluate_corpus(corpus, lens), units)


def without_in(before: Statuses, units: Iterable[Unit]) -> Fallen:
    """The same from statuses already computed."""
    gone = tuple(sorted(set(units)))
    return difference(before, evaluate_grounds(before.grounds, before.lens, gone), gone)


def difference(before: Statuses, after: Statuses, units: tuple[Unit, ...] = ()) -> Fallen:
    """How one status differs from another. Both must be of the same compiled corpus."""
    changes = list(_changes(before, after))
    down = [change for change in changes if _ORDER[change.after] > _ORDER[change.before]]
    return Fallen(
        units,
        tuple(change for change in down if change.after in (Status.FALLS, Support.NONE)),
        tuple(change for change in down if change.after in (Status.WEAKENED, Support.IN_PART)),
        tuple(change for change in changes if _ORDER[change.after] < _ORDER[change.before]),
    )


def _changes(before: Statuses, after: Statuses) -> Iterator[Change]:
    grounds = before.grounds
    pairs: list[tuple[str, str, Status | Support, Status | Support]] = []
    pairs += [("proposition", id, before.proposition(id), after.proposition(id)) for id in grounds.corpus.propositions]
    pairs += [("statement", id, before.statement(id), after.statement(id)) for id in grounds.acts.all]
    for kind, id, was, now in pairs:
        if was is not now:
            top: Name = ("for" if kind == "proposition" else "statement", id)
            lost = tuple(_lost(before, after, top))
            yield Change(kind, id, was, now, lost, reason(grounds.corpus, kind, id, grounds.acts.all))


def _lost(before: Statuses, after: Statuses, top: Name) -> Iterator[Reason]:
    """What lies directly under a node and holds in one of the statuses only."""
    for name in _under(before.grounds, top):
        if before.holds(name) != after.holds(name):
            yield _words(before.grounds, name)


def _under(grounds: Grounds, top: Name) -> list[Name]:
    """The things, units and conditions of belief under a node, looking through the joints between them."""
    system = grounds.system
    waiting, found = [system.number[top]], dict[Name, None]()
    seen = set(waiting)
    while waiting:
        node = waiting.pop(0)
        for part in dict.fromkeys((*system.any.parts[node], *system.all.parts[node])):
            name = system.names[part]
            if shown(name) or name[0] in ("unit", "believed", "attested"):
                found[name] = None
            elif part not in seen:
                seen.add(part)
                waiting.append(part)
    return list(found)


def _words(grounds: Grounds, name: Name) -> Reason:
    thing = shown(name)
    if thing:
        return reason(grounds.corpus, *thing, grounds.acts.all)
    if name[0] == "unit":
        base = reason(grounds.corpus, name[1], name[2], grounds.acts.all)
        return Reason(name[1], name[2], f"{base.words} is distrusted", base.place)
    base = reason(grounds.corpus, "source" if name[0] == "believed" else "statement", name[1], grounds.acts.all)
    end = "is no longer believed" if name[0] == "believed" else "is no longer attested"
    return Reason(base.kind, name[1], f"{base.words} {end}", base.place)


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
    """The same from statuses already computed."""
    corpus = statuses.grounds.corpus
    units = [
        unit
        for unit in statuses.grounds.units((UnitKind.SOURCE, UnitKind.AGENT))
        if unit.id in (corpus.sources if unit.kind is UnitKind.SOURCE else corpus.agents)
    ]
    ranked = [_ranked(statuses, unit) for unit in units]
    return tuple(sorted(ranked, key=lambda one: (-one.number, one.unit)))


def _ranked(statuses: Statuses, unit: Unit) -> Ranked:
    grounds = statuses.grounds
    node = grounds.system.number["unit", unit.kind.value, unit.id]
    names = [grounds.system.names[n] for n in changed(grounds.system.any, statuses.any, [node])]
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
