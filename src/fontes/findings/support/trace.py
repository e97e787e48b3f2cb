"""The lineage of one proposition or statement as a tree, to be printed as it is or drawn from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from heapq import nsmallest

from fontes.dates import Answer, sort_key
from fontes.findings.acts import date_of
from fontes.findings.engine.plan_local import below
from fontes.findings.engine.system import Name
from fontes.findings.reasons import reason
from fontes.findings.support.ends import ending
from fontes.findings.support.status import SHOWN, Status, Statuses, evaluate_corpus, shown
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import Place, StatementId
from fontes.model.stances import Combination

DEPTH = 40
CHAIN = 6
"""From so many links on, a chain in which each rests on one other thing is folded: its first and last link stay, the rest is named."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing and what it rests on.

    ``kind``: proposition, statement, source, event, an origin (its ``origin`` says which), or a joint (`and`, `or`, `not recorded`).
    ``rule`` is how the children combine (`and`, `or`, `not recorded`; empty for fewer than two). ``shared``: its children are shown where
    it first occurs. ``folded``: so many things below it are left out here. A node of kind `links` stands for the ``links`` of a long
    chain, each resting on the next and the last on its one child. ``doubtful``: this line is only supposed. ``side`` is the
    attitude of a statement. ``doubted``, of the topmost only: every statement that was not certainly there by the dates of the lens.
    """

    id: str
    kind: str
    words: str
    place: Place | None = field(default=None, compare=False)
    children: tuple[Node, ...] = ()
    rule: str = ""
    status: Status = Status.STANDS
    attested: bool = True
    origin: str = ""
    side: str = ""
    doubtful: bool = False
    shared: bool = False
    folded: int = 0
    links: tuple[str, ...] = ()
    doubted: Mapping[StatementId, Answer] = field(default_factory=dict, compare=False, repr=False)


def trace(corpus: Corpus, id: str, lens: Lens = PLAIN, side: str = "for", depth: int = DEPTH) -> Node:
    """The lineage of a proposition (of one side of it: `for` or `against`) or of a statement. Raises KeyError for another name."""
    return trace_in(evaluate_corpus(corpus, lens), id, side, depth)


def trace_in(
    statuses: Statuses, id: str, side: str = "for", depth: int = DEPTH, chain: int = CHAIN, most: int | None = None
) -> Node:
    """The same from statuses already computed; things more than `depth` levels down are folded, and chains of `chain` links or more.

    Of the statements on a proposition the first `most` by date are followed, where a number is given; the others are `folded` at its top.
    """
    drawing = _Drawing(statuses, depth, chain, most)
    number = statuses.grounds.plan.number
    doubted = statuses.grounds.acts.doubted
    if number((side, id)) is not None:
        return replace(drawing.proposition(id, side), doubted=doubted)
    if number(("statement", id)) is not None:
        return replace(drawing.node(("statement", id), 0), doubted=doubted)
    raise KeyError(id)


def resting_on(statuses: Statuses, id: str, side: str, among: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Which of these (`("source", s)`, `("statement", i)`) one side of a proposition rests on by any way, whether they hold or not."""
    plan = statuses.grounds.plan
    top = plan.number((side, id))
    nodes = set() if top is None else set(below(plan.readings, [top]))
    return frozenset(one for one in among if any(plan.number(form) in nodes for form in _forms(*one)))


def _forms(kind: str, id: str) -> Iterator[Name]:
    """The nodes that stand for a thing."""
    yield from ((joint, id) for joint, shown_as in SHOWN.items() if shown_as == kind)
    yield "end", kind, id
    if kind == "statement":
        yield "seen", id


class _Drawing:
    """A tree in the making; remembers what has been drawn, so that each thing is unfolded once."""

    def __init__(self, statuses: Statuses, depth: int, chain: int = CHAIN, most: int | None = None) -> None:
        self.statuses = statuses
        self.grounds = statuses.grounds
        self.depth = depth
        self.chain = chain
        self.most = most
        self.drawn: set[Name] = set()

    def proposition(self, id: str, side: str) -> Node:
        sides = ("asserts", "supposes") if side == "for" else ("denies", "implied", "doubts")
        taken = [(one, act) for one in sides for act in self.grounds.acts.sides.get((one, id), ())]
        kept = self._first(taken)
        self.drawn.add(("proposition", id))
        children = tuple(replace(self.node(("statement", act), 1), side=one) for one, act in kept)
        base = self._thing("proposition", id, (side, id))
        return replace(base, children=children, rule="or" if len(children) > 1 else "", side=side, folded=len(taken) - len(kept))

    def _first(self, taken: list[tuple[str, StatementId]]) -> list[tuple[str, StatementId]]:
        """The first statements by date, undated last, in the order they are given in; all of them where no number is given."""
        if self.most is None or len(taken) <= self.most:
            return taken
        first = set(nsmallest(self.most, {act for _, act in taken}, key=self._when))
        return [pair for pair in taken if pair[1] in first]

    def _when(self, act: StatementId) -> tuple[bool, tuple[int, int, int, int, str] | None, StatementId]:
        when = date_of(self.grounds.corpus, self.grounds.acts.all[act])
        return when is None, sort_key(when) if when else None, act

    def node(self, name: Name, level: int) -> Node:
        base = self._end(name) if name[0] == "end" else self._thing(*(shown(name) or ("", "")), name)
        under = self._under(name)
        if not under[1]:
            return base
        if name in self.drawn:
            return replace(base, shared=True)
        run = self._chain(name)
        if len(run) >= self.chain:
            return self._folded(run, level)
        self.drawn.add(name)
        if level >= self.depth:
            return replace(base, folded=self._below(under[1]))
        rule, parts = under
        children = tuple(self._child(part, doubtful, level + 1) for part, doubtful in parts)
        return replace(base, children=children, rule=rule if len(children) > 1 else "")

    def _chain(self, name: Name) -> list[Name]:
        """The links of a chain from a node down, each resting on the next and on nothing else, as far as it has not been drawn."""
        run, seen = [name], {name}
        while True:
            under = self._under(run[-1])[1]
            if len(under) != 1 or under[0][1] or under[0][0][0] == "part" or under[0][0] in seen | self.drawn:
                return run
            run.append(under[0][0])
            seen.add(run[-1])

    def _folded(self, run: list[Name], level: int) -> Node:
        """A long chain: its first link, the others named, and what the last of them rests on."""
        inner = run[1:-1]
        self.drawn.update(run[:-1])
        first = self._thing(*(shown(run[0]) or ("", "")), run[0])
        names = tuple(thing[1] for name in inner if (thing := shown(name)))
        between = Node("", "links", "", children=(self.node(run[-1], level + 2),), status=self._status(inner[0]), links=names)
        return replace(first, children=(between,))

    def _child(self, name: Name, doubtful: bool, level: int) -> Node:
        if name[0] != "part":
            return replace(self.node(name, level), doubtful=doubtful)
        rule, parts = self._under(name)
        children = tuple(self._child(part, False, level) for part, _ in parts)
        return Node("", rule, rule, None, children, rule, self._status(name), doubtful=doubtful)

    def _under(self, name: Name) -> tuple[str, list[tuple[Name, bool]]]:
        """How what is under a node combines, and the nodes; joints of one part are looked through."""
        parts = self._parts(name)
        while len(parts) == 1 and parts[0][0][0] in ("core", "descent", "part") and not parts[0][1]:
            name = parts[0][0]
            parts = self._parts(name)
        rule = self.grounds.rules.get(name, Combination.ANY)
        return rule.value, parts

    def _parts(self, name: Name) -> list[tuple[Name, bool]]:
        plan = self.grounds.plan
        node = plan.number(name)
        if node is None:
            return []
        firm = set(plan.parts(node, 1))
        names = [(plan.name(part), part not in firm) for part in plan.parts(node, 0)]
        joints = ("core", "descent", "part")
        kept = [(part, loose) for part, loose in names if part[0] in joints or shown(part)]
        if name[0] == "source" and len(kept) == 1 and kept[0][0] == ("end", "source", name[1]):
            return []
        return kept

    def _below(self, parts: list[tuple[Name, bool]]) -> int:
        waiting, seen = [part for part, _ in parts], set[Name]()
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(part for part, _ in self._parts(name))
        return sum(1 for name in seen if shown(name))

    def _status(self, name: Name) -> Status:
        return self.statuses.standing(name)

    def _thing(self, kind: str, id: str, name: Name) -> Node:
        base = reason(self.grounds.corpus, kind, id, self.grounds.acts.all)
        attested = kind != "statement" or self.statuses.attested(id)
        origin = ""
        if name[0] == "source" and not self._parts(name):
            origin = ending(self.grounds, ("end", "source", id)).kind.value
        return Node(id, kind, base.words, base.place, status=self._status(name), attested=attested, origin=origin)

    def _end(self, name: Name) -> Node:
        end = ending(self.grounds, name)
        return Node(
            end.id, end.of, end.why.words, end.why.place, status=self._status(name), origin=end.kind.value
        )
