"""From a corpus to the system of conditions behind its findings: what attestation and support of everything rest on.

A member that names a source goes on through what that source itself says on the same proposition in the same direction, else through
what the source draws on, else it ends there. A statement without grounds goes on through what the source it is read in draws on, else
ends at that source, else at its agent's own word. Access (`per`) enters attestation only. A line that is only supposed (`rests-on?`) is
left out of the most demanding reading, where it can neither support nor be missed; `others` never stands there.

Where a lens lets criticisms count, what is impeached also needs its critics to be answered: a node ``spared`` holds unless its twin
``counts`` does. That is the only negation; `fontes.findings.engine.wellfounded` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from fontes.dates import Answer
from fontes.findings.acts import Acts, about, acts, speaker
from fontes.findings.engine.plan import Building, Plan
from fontes.findings.engine.system import Condition, Name, all_of, one_of
from fontes.findings.support.criticism import Counted, Judgement, counted
from fontes.model.corpus import Corpus, Entry
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind
from fontes.model.names import Access, Passage, SourceId, StatementId
from fontes.model.sources import Source
from fontes.model.stances import Combination, Combined, Ground, Member, MemberKind

POSSIBLY: Name = ("possibly",)
SIDES = ("asserts", "supposes", "denies", "implied", "doubts")


def unit_name(unit: Unit) -> Name:
    """The node that stands for belief in a unit; a statement is its own, and an access is a way of knowing."""
    if unit.kind is UnitKind.ACCESS:
        return ("reach", unit.id)
    if unit.kind is UnitKind.STATEMENT:
        return ("statement", unit.id)
    return ("unit", unit.kind.value, unit.id)


def implicit_maker(source: str) -> str:
    """The unit of the unknown agent who made a source whose maker is not recorded."""
    return f"unknown maker of {source}"


@dataclass(frozen=True, slots=True)
class Grounds:
    """A corpus seen through the dates of a lens, compiled for evaluation; what is distrusted comes in later.

    ``rules`` tells of every group node how its parts combine, for those who draw the lineage. ``negations``: pairs of nodes of which the first
    holds unless the second does; none while criticisms do not count.
    """

    corpus: Corpus
    acts: Acts
    plan: Plan
    rules: Mapping[Name, Combination]
    negations: tuple[tuple[int, int], ...] = ()

    def withdrawn(self, lens: Lens, more: Iterable[Unit] = ()) -> frozenset[int]:
        """The nodes a lens withdraws, and further units; units nothing here rests on are passed over."""
        names = [unit_name(unit) for unit in (*lens.distrust, *more)]
        names += [("authentic", source) for source in lens.inauthentic]
        names += [("reach", source) for source in lens.without_access]
        return frozenset(node for name in names if (node := self.plan.number(name)) is not None)

    def units(self, kinds: Iterable[UnitKind]) -> tuple[Unit, ...]:
        """Every unit of these kinds that something here rests on, in order of name."""
        wanted = {kind.value for kind in kinds}
        names = (name for name in self.plan.named("unit") if name[1] in wanted)
        return tuple(sorted(Unit(UnitKind(name[1]), name[2]) for name in names))


def rests_on(plan: Plan, node: int) -> tuple[int, ...]:
    """What a node rests on in either reading, each once."""
    return tuple(dict.fromkeys((*plan.parts(node, 0), *plan.parts(node, 1))))


def compiling(lens: Lens) -> Lens:
    """As much of a lens as the compiled grounds depend on: its dates and the criticisms that count. What it distrusts comes in later."""
    return replace(lens, distrust=frozenset(), inauthentic=frozenset(), without_access=frozenset())


def compiled(corpus: Corpus, lens: Lens = PLAIN) -> Grounds:
    """Compile a corpus under the dates of a lens and the criticisms it lets count. Linear in the size of the corpus."""
    seen = acts(corpus, lens)
    draft = Draft(corpus, seen, counted(corpus, seen, lens))
    draft.whole()
    return Grounds(corpus, seen, draft.building.done(), draft.rules, draft.negations())


class Draft:
    """A plan in the making: what is named waits until its condition has been written."""

    def __init__(self, corpus: Corpus, seen: Acts, judged: Counted) -> None:
        self.corpus = corpus
        self.acts = seen
        self.judged = judged
        self.building = Building()
        self.rules: dict[Name, Combination] = {}
        self.waiting: list[tuple[int, Name]] = []
        self.remembered: dict[str, dict[str, int]] = {"believed": {}, "authentic": {}, "agent": {}}

    def whole(self) -> None:
        """Write all statements, both sides of every proposition, and what they rest on."""
        for entry in self.corpus.statements():
            self.statement(entry)
        for proposition in self.corpus.propositions:
            self.nodes((("for", proposition), ("against", proposition)))
        self.nodes((side, thing) for side, thing in self.acts.sides if side in SIDES)
        self.settle()

    def often(self, kind: str, id: str) -> int:
        """The node of a source or an agent, of which thousands of statements ask."""
        known = self.remembered[kind]
        node = known.get(id)
        if node is None:
            node = known[id] = self.node(("unit", "agent", id) if kind == "agent" else (kind, id))
        return node

    def node(self, name: Name) -> int:
        """The node of a name; a new one waits for its condition."""
        number = len(self.building)
        node = self.building.node(name)
        if node == number:
            self.waiting.append((node, name))
        return node

    def nodes(self, names: Iterable[Name]) -> list[int]:
        """The nodes of some names."""
        return [self.node(name) for name in names]

    def put(self, name: Name, least: Condition, most: Condition | None = None) -> None:
        """What a name needs, in the least and in the most demanding reading."""
        self.building.put(self.building.node(name), least, most)

    def settle(self) -> None:
        """Write the conditions of all that has been named."""
        while self.waiting:
            node, name = self.waiting.pop()
            if not self.building.has(node):
                getattr(self, _WRITING[name[0]])(name)

    # What depends on the dates of a lens; a draft for all dates (`fontes.findings.support.all_dates`) writes it otherwise.

    def there(self, entry: Entry) -> list[int] | None:
        """What has to hold for a statement to have been there; None where it certainly was not."""
        presence = self.acts.doubted.get(entry.id)
        if presence is Answer.IMPOSSIBLE:
            return None
        return [self.node(POSSIBLY)] if presence is Answer.POSSIBLE else []

    def criticised(self, of: str, target: str | tuple[str, str], aspects: Iterable[str]) -> list[Name]:
        """Belief in a kind of criticised thing, for each aspect that something was impeached in."""
        return [("unit", "criticised", aspect) for aspect in aspects]

    def first_of(self, name: Name, said: Sequence[str], parts: Iterable[Name], otherwise: Iterable[Name] | None) -> None:
        """One of some parts, as long as any of what is ``said`` was there; else what there is otherwise, all of it (None: nothing ever)."""
        if said or otherwise is None:
            self.put(name, one_of(self.nodes(parts)))
        else:
            self.put(name, all_of(self.nodes(otherwise)))

    # Criticisms that count.

    def spared(self, judgements: Iterable[Judgement]) -> list[Name]:
        """What is impeached holds as long as these do not count."""
        return [("spared", *one) for one in judgements]

    def _counts(self, name: Name) -> None:
        answering = self.judged.answers.get(Judgement(StatementId(name[1]), *name[2:]), ())
        self.put(name, all_of(self.nodes([("statement", name[1]), *self.spared(answering)])))

    def negations(self) -> tuple[tuple[int, int], ...]:
        """Every spared node with the node that takes it away; those that are needed for it are drawn up with it."""
        pairs = []
        for one in self.judged.answers:
            spared = self.building.number(("spared", *one))
            against = self.building.number(("counts", *one))
            if spared is not None and against is not None:
                pairs.append((spared, against))
        return tuple(pairs)

    # Leaves: what holds unless it is withdrawn.

    def _leaf(self, name: Name) -> None:
        self.put(name, all_of(()))

    def _spared(self, name: Name) -> None:
        self.node(("counts", *name[1:]))
        self._leaf(name)

    def _authentic(self, name: Name) -> None:
        self.put(name, all_of(self.nodes(self.spared(self.judged.origin.get(SourceId(name[1]), ())))))

    def _never(self, name: Name) -> None:
        """A statement that this corpus does not hold; those it holds have been written."""
        self.put(name, one_of(()))

    def _possibly(self, name: Name) -> None:
        self.put(name, all_of(()), one_of(()))

    # What is believed.

    def _believed(self, name: Name) -> None:
        id = SourceId(name[1])
        parts: list[Name] = [("unit", "source", id), ("authentic", id)]
        doubtful: list[Name] = []
        source = self.corpus.sources.get(id)
        if source is not None:
            sure, doubtful = _makers(source)
            parts += sure
            parts += [("unit", "kind", source.kind)] if source.kind else []
            parts += self.criticised("impeached", id, self.acts.impeached.get(id, ()))
        parts += self.spared(self.judged.whole.get(id, ()))
        self.put(name, all_of(self.nodes(parts)), all_of(self.nodes([*parts, *doubtful])))

    def _end(self, name: Name) -> None:
        kind, id = name[1], name[2]
        parts: list[Name] = []
        if kind == "source":
            parts = [("believed", id)]
        elif kind == "word" and id:
            parts = [("unit", "word", id), ("unit", "agent", id)]
        elif kind == "premise":
            parts = [("unit", "premise", id)]
        elif kind == "that":
            parts = [("attested", id)]
        elif kind == "others":
            parts = [POSSIBLY]
        self.put(name, all_of(self.nodes(parts)))

    # Statements.

    def statement(self, entry: Entry) -> None:
        """Both conditions of a statement: that we know of it, and that what it says has support."""
        id, building = entry.id, self.building
        attested = building.node(("attested", id))
        read: Passage | None = getattr(entry, "read", None)
        known = self.there(entry)
        if known is None:
            building.put(attested, one_of(()))
        else:
            if read:
                known.append(self.often("authentic", read.source))
            ways = [way for way in entry.access if way.source is not None]
            if ways and len(ways) == len(entry.access):
                known.append(self._ways(ways))
            building.put(attested, all_of(known))
        proposition, side = about(entry)
        parts = [self._core_of(entry, read, proposition, side), attested]
        who = speaker(entry)
        if who:
            parts.append(self.often("agent", who))
        if read:
            parts.append(self.often("believed", read.source))
            parts += self.nodes(self._narrowed(read.source, proposition))
        parts += self.nodes(self.criticised("uses", id, self.acts.uses.get(id, ())))
        parts += self.nodes(self.spared(self.judged.uses.get(id, ())))
        building.put(building.node(("statement", id)), all_of(parts))

    def _ways(self, ways: list[Access]) -> int:
        nodes = sorted({self._way(way) for way in ways})
        if len(nodes) == 1:
            return nodes[0]
        name: Name = ("access", *map(str, nodes))
        self.building.put(self.building.node(name), one_of(nodes))
        return self.building.node(name)

    def _way(self, way: Access) -> int:
        sources = [source for source in (way.source, way.via) if source]
        return self.node(("way", *sources))

    def _made_way(self, name: Name) -> None:
        self.put(name, all_of(self.nodes((kind, source) for source in name[1:] for kind in ("reach", "authentic"))))

    def _narrowed(self, source: str, proposition: str) -> list[Name]:
        key = (source, proposition)
        aspects, judged = self.acts.narrowed.get(key), self.judged.narrowed.get(key)
        if aspects is None and judged is None:
            return []
        return [*self.criticised("narrowed", key, aspects or ()), *self.spared(judged or ())]

    def _core_of(self, entry: Entry, read: Passage | None, proposition: str, side: str) -> int:
        """What a statement rests on; where that is one thing and nothing has to be combined, the thing itself."""
        grounds: tuple[Ground, ...] = getattr(entry, "grounds", ())
        if len(grounds) > 1 or (grounds and (grounds[0].doubtful or _others(grounds[0].on))):
            name: Name = ("core", entry.id)
            self._lines(name, grounds, proposition, side, entry.id)
            return self.building.node(name)
        if grounds:
            return self._part((entry.id, "0"), grounds[0].on, proposition, side, entry.id)
        if read and self._drawn(read.source):
            return self.node(("descent", read.source, proposition, side))
        if read:
            return self.node(("end", "source", read.source))
        who = speaker(entry)
        return self.node(("end", "word", who) if who else ("end", "corpus", entry.id))

    def _drawn(self, source: str) -> tuple[Ground, ...]:
        known = self.corpus.sources.get(SourceId(source))
        return known.draws_on if known else ()

    # Grounds and their members.

    def _lines(self, name: Name, grounds: tuple[Ground, ...], proposition: str, side: str, own: str) -> None:
        """Several lines of one statement: how they combine is not recorded."""
        nodes = [self._part((*name[1:2], str(place)), ground.on, proposition, side, own) for place, ground in enumerate(grounds)]
        firm = [node for node, ground in zip(nodes, grounds, strict=True) if not (ground.doubtful or _others(ground.on))]
        self.rules[name] = Combination.UNKNOWN
        self.put(name, one_of(nodes), all_of(firm) if firm else one_of(()))

    def _part(self, path: Name, part: Member | Combined, proposition: str, side: str, own: str) -> int:
        if isinstance(part, Member):
            return self.node(self._member(part, proposition, side, own))
        nodes = [self._part((*path, str(n)), inner, proposition, side, own) for n, inner in enumerate(part.parts)]
        name: Name = ("part", *path, proposition, side)
        self.rules[name] = part.rule
        named = [node for node, inner in zip(nodes, part.parts, strict=True) if not _others(inner)]
        self.put(
            name,
            all_of(nodes) if part.rule is Combination.ALL and nodes else one_of(nodes),
            one_of(named) if part.rule is Combination.ANY or not named else all_of(named),
        )
        return self.node(name)

    def _member(self, member: Member, proposition: str, side: str, own: str) -> Name:
        match member.kind:
            case MemberKind.SOURCE if member.saying:
                return self._cited(member.id, member.saying, "for", "")
            case MemberKind.SOURCE:
                return self._cited(member.id, proposition, side, own)
            case MemberKind.PROPOSITION:
                return ("proposition", member.id)
            case MemberKind.EVENT:
                return ("event", member.id)
            case MemberKind.STATEMENT:
                known = StatementId(member.id) in self.acts.all
                return ("statement", member.id) if known else ("end", "corpus", member.id)
            case MemberKind.THAT | MemberKind.TEXT:
                return ("end", member.kind.value, member.id)
            case MemberKind.OTHERS:
                return ("end", "others", "")

    def _cited(self, source: str, proposition: str, side: str, own: str) -> Name:
        """A source as a ground; one that says nothing of the matter and draws on nothing is the same ground everywhere."""
        sayings = self.acts.sayings.get((source, proposition, side), ())
        itself = own if own in sayings else ""
        if len(sayings) > bool(itself) or self._drawn(source) or self._narrowed(source, proposition):
            return ("source", source, proposition, side, itself)
        return ("source", source, "", "", "")

    def _source(self, name: Name) -> None:
        _, source, proposition, side, itself = name
        own = [one for one in self.acts.sayings.get((source, proposition, side), ()) if one != itself]
        drawn = self._drawn(source)
        on: Name = ("descent", source, proposition, side) if drawn else ("end", "source", source)
        parts: list[Name] = [("believed", source), *self._narrowed(source, proposition), on]
        self.first_of(name, own, [("statement", one) for one in own], parts)

    def _descent(self, name: Name) -> None:
        _, source, proposition, side = name
        self._lines(name, self._drawn(source), proposition, side, f"draws-on {source}")

    def _proposition(self, name: Name) -> None:
        positive = [*self.acts.sides.get(("asserts", name[1]), ()), *self.acts.sides.get(("supposes", name[1]), ())]
        self.first_of(name, positive, [("statement", one) for one in positive], [("end", "premise", name[1])])

    def _event(self, name: Name) -> None:
        seen = self.acts.mentions.get(name[1], ())
        self.first_of(name, seen, [("seen", one) for one in seen], [("end", "event", name[1])])

    def _seen(self, name: Name) -> None:
        read = getattr(self.acts.all[StatementId(name[1])], "read", None)
        who = self.acts.who(name[1])
        where: Name = ("end", "word", who) if who else ("end", "corpus", name[1])
        self.put(name, all_of(self.nodes([("attested", name[1]), ("end", "source", read.source) if read else where])))

    # The two sides of a proposition.

    def _side(self, name: Name) -> None:
        taken = self.acts.sides.get((name[0], name[1]), ())
        self.put(name, one_of(self.nodes(("statement", one) for one in taken)))

    def _for(self, name: Name) -> None:
        self._sides(name, ("asserts",), "supposes")

    def _against(self, name: Name) -> None:
        self._sides(name, ("denies", "implied"), "doubts")

    def _sides(self, name: Name, firm: tuple[str, ...], weak: str) -> None:
        """What is said outright; only where nobody does, what is said with less."""
        taken = self.acts.sides
        parts = [(side, name[1]) for side in firm if taken.get((side, name[1]))]
        said = [one for part in parts for one in taken[part]]
        self.first_of(name, said, parts, [(weak, name[1])] if taken.get((weak, name[1])) else None)


_WRITING = {
    "possibly": "_possibly", "unit": "_leaf", "reach": "_leaf", "authentic": "_authentic", "believed": "_believed",
    "end": "_end", "attested": "_never", "statement": "_never", "way": "_made_way", "source": "_source",
    "descent": "_descent", "proposition": "_proposition", "event": "_event", "seen": "_seen", "for": "_for",
    "against": "_against", "spared": "_spared", "counts": "_counts", **dict.fromkeys(SIDES, "_side"),
}  # fmt: skip


def _others(part: Member | Combined) -> bool:
    """An unnamed end: in the most demanding reading it is neither missed nor enough, like a doubtful line."""
    return isinstance(part, Member) and part.kind is MemberKind.OTHERS


def _makers(source: Source) -> tuple[list[Name], list[Name]]:
    """Belief in those who made a source, and in those only inferred to have; who is pretended to have made it did not."""
    real = [maker for maker in source.makers if not maker.ascribed]
    if not real:
        return [("unit", "agent", implicit_maker(source.id))], []
    sure: list[Name] = [("unit", "agent", maker.agent) for maker in real if not maker.doubtful]
    return sure, [("unit", "agent", maker.agent) for maker in real if maker.doubtful]
