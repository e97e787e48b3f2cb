"""Grounds that rest on themselves, sources that descend from themselves, and grounds later than what rests on them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from fontes.dates import Answer, When, precedes
from fontes.findings.acts import date_of
from fontes.findings.reasons import Reason, entries, reason
from fontes.findings.support.grounds import Grounds
from fontes.findings.support.independence import members
from fontes.findings.support.status import shown
from fontes.model.corpus import Corpus, Entry
from fontes.model.events import Dating
from fontes.model.names import SourceId, StatementId
from fontes.model.stances import Ground, MemberKind

N = TypeVar("N", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Circle:
    """Things that rest on (``kind`` grounds) or descend from (``kind`` descent) each other, as pairs of kind and id.

    ``members`` is a shortest way round, each resting on the next and the last on the first; ``knot`` is everything caught up
    with it, by name.
    """

    kind: str
    members: tuple[tuple[str, str], ...]
    reasons: tuple[Reason, ...]
    knot: tuple[tuple[str, str], ...] = ()


def components(arrows: Mapping[N, Sequence[N]]) -> Iterator[list[N]]:
    """Strongly connected components (Tarjan 1972) that hold a circle: of several nodes, or of one with an arrow to itself."""
    index: dict[N, int] = {}
    low: dict[N, int] = {}
    path: list[N] = []
    on_path: set[N] = set()
    for start in arrows:
        if start in index:
            continue
        work = [(start, iter(arrows[start]))]
        index[start] = low[start] = len(index)
        path.append(start)
        on_path.add(start)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in index:
                    index[other] = low[other] = len(index)
                    path.append(other)
                    on_path.add(other)
                    work.append((other, iter(arrows.get(other, ()))))
                    break
                if other in on_path:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    cut = path.index(node, index_from(path, node))
                    found = path[cut:]
                    del path[cut:]
                    on_path.difference_update(found)
                    if len(found) > 1 or node in arrows.get(node, ()):
                        yield found


def index_from(path: Sequence[N], node: N) -> int:
    """Where to begin looking for a node that lies near the end of a path."""
    step = 16
    while step < len(path) and node not in path[-step:]:
        step *= 4
    return max(0, len(path) - step)


def circles(grounds: Grounds) -> tuple[Circle, ...]:
    """Every knot of grounds that rest on each other, and every knot of sources that descend from each other.

    Sources in a knot of grounds are not reported again for their descent.
    """
    corpus, plan = grounds.corpus, grounds.plan
    arrows: dict[int, tuple[int, ...]] = {node: plan.parts(node) for node in range(len(plan))}
    found: list[Circle] = []
    for knot in components(arrows):
        start = min((node for node in knot if shown(plan.name(node))), key=plan.name)
        run = [thing for node in round_from(arrows, set(knot), start) if (thing := shown(plan.name(node)))]
        knotted = {thing for node in knot if (thing := shown(plan.name(node)))}
        if all(kind == "source" for kind, _ in knotted):
            continue  # sources that descend from each other whatever is said in them: reported once, below
        found.append(_circle(grounds, "grounds", list(dict.fromkeys(run)), knotted))
    known = {thing for circle in found for thing in circle.knot}
    lines = descent(corpus)
    for sources in components(lines):
        run = [("source", id) for id in round_from(lines, set(sources), min(sources))]
        if not known.issuperset(run):
            found.append(_circle(grounds, "descent", run, {("source", id) for id in sources}))
    return tuple(sorted(found, key=lambda circle: (circle.kind, circle.members)))


def _circle(grounds: Grounds, kind: str, run: list[tuple[str, str]], knot: set[tuple[str, str]]) -> Circle:
    reasons = tuple(reason(grounds.corpus, *thing, grounds.acts.all) for thing in run)
    return Circle(kind, tuple(run), reasons, tuple(sorted(knot)))


def round_from(arrows: Mapping[N, Sequence[N]], knot: set[N], start: N) -> list[N]:
    """A shortest way from a node round to itself inside its component, without the return (breadth first)."""
    came: dict[N, N] = {}
    order = [start]
    for node in order:
        for other in arrows[node]:
            if other == start:
                way = [node]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if other in knot and other not in came:
                came[other] = node
                order.append(other)
    return [start]


def descent(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """For every source the sources it draws on, follows, or is an edition or translation of, by itself or in what is said in it."""
    arrows: dict[str, dict[str, None]] = {id: {} for id in corpus.sources}
    borrowing = [stance for stance in corpus.stances.values() if stance.follows]
    every = entries(corpus) if borrowing or any(source.follows for source in corpus.sources.values()) else {}

    def home(name: str) -> str:
        read = getattr(every.get(StatementId(name.removeprefix("^"))), "read", None)
        return read.source if read else name

    for id, source in corpus.sources.items():
        drawn = (member.id for member in members(source.draws_on) if member.kind is MemberKind.SOURCE)
        behind = [*drawn, *map(home, source.follows), source.edition_of, source.translation_of]
        arrows[id].update(dict.fromkeys(name for name in behind if name))
    for stance in borrowing:
        if stance.read and stance.read.source in arrows:
            arrows[stance.read.source].update(dict.fromkeys(map(home, stance.follows)))
    return {id: tuple(name for name in others if name in corpus.sources) for id, others in arrows.items()}


@dataclass(frozen=True, slots=True)
class Anachronism:
    """A ground certainly later than what rests on it: both as pairs of kind and id, and a sentence with their dates."""

    resting: tuple[str, str]
    ground: tuple[str, str]
    words: str
    reasons: tuple[Reason, ...]


def anachronisms(corpus: Corpus) -> tuple[Anachronism, ...]:
    """Every ground certainly later than what rests on it.

    Only certain dates speak: for a source the date it was made, since what came out late may have been there long before.
    """
    every = entries(corpus)
    found: list[Anachronism] = []
    for entry in every.values():
        if grounds := getattr(entry, "grounds", ()):
            found += _later(corpus, every, ("statement", entry.id), date_of(corpus, entry), grounds)
    for source in corpus.sources.values():
        found += _later(corpus, every, ("source", source.id), source.made or source.out, source.draws_on)
    return tuple(found)


def _later(
    corpus: Corpus,
    every: Mapping[StatementId, Entry],
    resting: tuple[str, str],
    when: When | None,
    grounds: Sequence[Ground],
) -> Iterator[Anachronism]:
    for member in members(grounds) if when else ():
        dates = list(_dates(corpus, every, member.kind, member.id))
        if when and dates and all(precedes(when, date) is Answer.CERTAIN for date in dates):
            kind = {"that": "statement", "text": "source"}.get(member.kind.value, member.kind.value)
            later = " or ".join(date.written for date in dates)
            words = f"'{resting[1]}' ({when.written}) rests on '{member.id}', which is later ({later})."
            reasons = tuple(reason(corpus, *thing, every) for thing in (resting, (kind, member.id)))
            yield Anachronism(resting, (kind, member.id), words, reasons)


def _dates(corpus: Corpus, every: Mapping[StatementId, Entry], kind: MemberKind, id: str) -> Iterator[When]:
    """The dates a ground can have; an event's rival datings must all be later before anything is said."""
    if kind in (MemberKind.SOURCE, MemberKind.TEXT):
        source = corpus.sources.get(SourceId(id))
        if source and source.made:
            yield source.made
    elif kind in (MemberKind.STATEMENT, MemberKind.THAT):
        entry = every.get(StatementId(id))
        own = (entry.said if isinstance(entry, Dating) else entry.when) if entry else None
        if own:
            yield own
    elif kind is MemberKind.EVENT:
        yield from (dating.when for dating in corpus.datings.values() if dating.of == id and not dating.of_statement)
