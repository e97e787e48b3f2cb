"""From a corpus to the system of conditions behind its findings: what attestation and support of everything rest on.

A member that names a source goes on through what that source itself says on the same proposition in the same direction, else through
what the source draws on, else it ends there. A statement without grounds goes on through what the source it is read in draws on, else
ends at that source, else at its agent's own word. Access (`per`) enters attestation only. A line that is only supposed (`rests-on?`) is
left out of the most demanding reading, where it can neither support nor be missed; `others` never stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fontes.dates import Answer
from fontes.findings.acts import Acts, acts
from fontes.findings.system import Condition, Name, System, all_of, one_of, system
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind
from fontes.model.names import Access, SourceId, StatementId
from fontes.model.sources import Source
from fontes.model.stances import Combination, Combined, Ground, Member, MemberKind

POSSIBLY: Name = ("possibly",)
SIDES = ("asserts", "supposes", "denies", "implied", "doubts")


def unit_name(unit: Unit) -> Name:
    """The node that stands for belief in a unit."""
    return ("unit", unit.kind.value, unit.id)


def implicit_maker(source: str) -> str:
    """The unit of the unknown agent who made a source whose maker is not recorded."""
    return f"unknown maker of {source}"


@dataclass(frozen=True, slots=True)
class Grounds:
    """A corpus seen through the dates of a lens, compiled for evaluation; what is distrusted comes in later.

    ``lines`` tells of every group node how its parts combine, for those who draw the lineage.
    """

    corpus: Corpus
    acts: Acts
    system: System
    rules: Mapping[Name, Combination]

    def withdrawn(self, lens: Lens, more: Iterable[Unit] = ()) -> frozenset[int]:
        """The nodes a lens withdraws, and further units; units nothing here rests on are passed over."""
        names = [unit_name(unit) for unit in (*lens.distrust, *more)]
        names += [("authentic", source) for source in lens.inauthentic]
        names += [("reach", source) for source in lens.without_access]
        return frozenset(self.system.number[name] for name in names if name in self.system.number)

    def units(self, kinds: Iterable[UnitKind]) -> tuple[Unit, ...]:
        """Every unit of these kinds that something here rests on, in order of name."""
        wanted = {kind.value for kind in kinds}
        names = (name for name in self.system.names if name[0] == "unit" and name[1] in wanted)
        return tuple(sorted(Unit(UnitKind(name[1]), name[2]) for name in names))


def compiled(corpus: Corpus, lens: Lens = PLAIN) -> Grounds:
    """Compile a corpus under the two dates of a lens. Linear in the size of the corpus."""
    seen = acts(corpus, lens)
    draft = _Draft(corpus, seen)
    for statement in seen.all:
        draft.node(("statement", statement))
    for proposition in corpus.propositions:
        for name in (("proposition", proposition), ("for", proposition), ("against", proposition)):
            draft.node(name)
        for side in SIDES:
            draft.node((side, proposition))
    draft.settle()
    names = list(draft.number)
    made = system(names, (draft.any[n] for n in names), (draft.all[n] for n in names))
    return Grounds(corpus, seen, made, draft.rules)


class _Draft:
    """A system in the making: nodes are numbered when first named and given their conditions afterwards."""

    def __init__(self, corpus: Corpus, seen: Acts) -> None:
        self.corpus = corpus
        self.acts = seen
        self.number: dict[Name, int] = {}
        self.any: dict[Name, Condition] = {}
        self.all: dict[Name, Condition] = {}
        self.rules: dict[Name, Combination] = {}
        self.waiting: list[Name] = []

    def node(self, name: Name) -> int:
        if name not in self.number:
            self.number[name] = len(self.number)
            self.waiting.append(name)
        return self.number[name]

    def nodes(self, names: Iterable[Name]) -> list[int]:
        return [self.node(name) for name in names]

    def put(self, name: Name, least: Condition, most: Condition | None = None) -> None:
        self.any[name] = least
        self.all[name] = least if most is None else most

    def settle(self) -> None:
        while self.waiting:
            name = self.waiting.pop()
            if name not in self.any:
                getattr(self, f"_{name[0]}")(name)

    # Leaves: what holds unless it is withdrawn.

    def _leaf(self, name: Name) -> None:
        self.put(name, all_of(()))

    _unit = _authentic = _reach = _leaf

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
            parts += [("unit", "criticised", aspect) for aspect in self.acts.impeached.get(id, ())]
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

    def _attested(self, name: Name) -> None:
        entry = self.acts.all.get(StatementId(name[1]))
        presence = self.acts.presence.get(StatementId(name[1]), Answer.IMPOSSIBLE)
        if entry is None or presence is Answer.IMPOSSIBLE:
            return self.put(name, one_of(()))
        parts = [POSSIBLY] if presence is Answer.POSSIBLE else []
        read = getattr(entry, "read", None)
        parts += [("authentic", read.source)] if read else []
        ways = [way for way in entry.access if way.source is not None]
        kept = self.nodes(parts)
        if ways and len(ways) == len(entry.access):
            group: Name = ("access", name[1])
            self.put(group, one_of(self._way(way) for way in ways))
            kept.append(self.node(group))
        self.put(name, all_of(kept))

    def _way(self, way: Access) -> int:
        sources = [source for source in (way.source, way.via) if source]
        name: Name = ("way", *sources)
        if name not in self.any:
            self.put(name, all_of(self.nodes((k, s) for s in sources for k in ("reach", "authentic"))))
        return self.node(name)

    def _statement(self, name: Name) -> None:
        id = StatementId(name[1])
        entry = self.acts.all[id]
        parts: list[Name] = [("attested", id), ("unit", "statement", id), ("core", id)]
        read = getattr(entry, "read", None)
        who = self.acts.who(id)
        parts += [("unit", "agent", who)] if who else []
        parts += [("believed", read.source)] if read else []
        parts += [("unit", "criticised", aspect) for aspect in self.acts.uses.get(id, ())]
        if read:
            parts += self._narrowed(read.source, self.acts.about(id)[0])
        self.put(name, all_of(self.nodes(parts)))

    def _narrowed(self, source: str, proposition: str) -> list[Name]:
        aspects = self.acts.narrowed.get((source, proposition), ())
        return [("unit", "criticised", aspect) for aspect in aspects]

    def _core(self, name: Name) -> None:
        id = StatementId(name[1])
        entry = self.acts.all[id]
        grounds: tuple[Ground, ...] = getattr(entry, "grounds", ())
        proposition, side = self.acts.about(id)
        read = getattr(entry, "read", None)
        if grounds:
            return self._lines(name, grounds, proposition, side, id)
        if read and self._drawn(read.source):
            part: Name = ("descent", read.source, proposition, side)
        elif read:
            part = ("end", "source", read.source)
        elif who := self.acts.who(id):
            part = ("end", "word", who)
        else:
            part = ("end", "corpus", id)
        self.put(name, all_of([self.node(part)]))

    def _drawn(self, source: str) -> tuple[Ground, ...]:
        known = self.corpus.sources.get(SourceId(source))
        return known.draws_on if known else ()

    # Grounds and their members.

    def _lines(self, name: Name, grounds: tuple[Ground, ...], proposition: str, side: str, own: str) -> None:
        """Several lines of one statement: how they combine is not recorded."""
        nodes = [self._part(f"{own} {place}", ground.on, proposition, side, own) for place, ground in enumerate(grounds)]
        firm = [node for node, ground in zip(nodes, grounds, strict=True) if not (ground.doubtful or _others(ground.on))]
        self.rules[name] = Combination.UNKNOWN
        self.put(name, one_of(nodes), all_of(firm) if firm else one_of(()))

    def _part(self, path: str, part: Member | Combined, proposition: str, side: str, own: str) -> int:
        if isinstance(part, Member):
            return self.node(self._member(part, proposition, side, own))
        nodes = [self._part(f"{path}.{n}", inner, proposition, side, own) for n, inner in enumerate(part.parts)]
        name: Name = ("part", path, proposition, side)
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
                return ("source", member.id, member.saying, "for", "")
            case MemberKind.SOURCE:
                itself = own if own in self.acts.sayings.get((member.id, proposition, side), ()) else ""
                return ("source", member.id, proposition, side, itself)
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

    def _source(self, name: Name) -> None:
        _, source, proposition, side, itself = name
        own = [one for one in self.acts.sayings.get((source, proposition, side), ()) if one != itself]
        if own:
            return self.put(name, one_of(self.nodes(("statement", one) for one in own)))
        drawn = self._drawn(source)
        on: Name = ("descent", source, proposition, side) if drawn else ("end", "source", source)
        parts = [("believed", source), *self._narrowed(source, proposition), on]
        self.put(name, all_of(self.nodes(parts)))

    def _descent(self, name: Name) -> None:
        _, source, proposition, side = name
        self._lines(name, self._drawn(source), proposition, side, f"draws-on {source}")

    def _proposition(self, name: Name) -> None:
        positive = [*self.acts.sides.get(("asserts", name[1]), ()), *self.acts.sides.get(("supposes", name[1]), ())]
        if positive:
            return self.put(name, one_of(self.nodes(("statement", one) for one in positive)))
        self.put(name, all_of([self.node(("end", "premise", name[1]))]))

    def _event(self, name: Name) -> None:
        seen = self.acts.mentions.get(name[1], ())
        if seen:
            return self.put(name, one_of(self.nodes(("seen", one) for one in seen)))
        self.put(name, all_of([self.node(("end", "event", name[1]))]))

    def _seen(self, name: Name) -> None:
        read = getattr(self.acts.all[StatementId(name[1])], "read", None)
        who = self.acts.who(name[1])
        where: Name = ("end", "word", who) if who else ("end", "corpus", name[1])
        self.put(name, all_of(self.nodes([("attested", name[1]), ("end", "source", read.source) if read else where])))

    # The two sides of a proposition.

    def _side(self, name: Name) -> None:
        taken = self.acts.sides.get((name[0], name[1]), ())
        self.put(name, one_of(self.nodes(("statement", one) for one in taken)))

    _asserts = _supposes = _denies = _implied = _doubts = _side

    def _for(self, name: Name) -> None:
        asserted = self.acts.sides.get(("asserts", name[1]), ())
        self.put(name, all_of([self.node(("asserts" if asserted else "supposes", name[1]))]))

    def _against(self, name: Name) -> None:
        firm: list[Name] = [(side, name[1]) for side in ("denies", "implied") if self.acts.sides.get((side, name[1]))]
        self.put(name, one_of(self.nodes(firm or [("doubts", name[1])])))


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
