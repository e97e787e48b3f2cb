"""What is attested and what is supported, under a lens.

Saying is not being so. A statement is *attested* as long as what it is read in is what it claims to be and can be reached; it is
*supported* as long as, besides, its grounds hold and who says it is believed. Distrust touches the second only. Both readings of what is
not recorded are computed as least fixpoints, so that citations which only support each other support nothing.

Where a lens lets criticisms count, each reading has its well-founded model instead (Van Gelder, Ross and Schlipf, *The well-founded semantics for
general logic programs*, 1991): what certainly holds, what certainly does not, and what stays undecided.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from fontes.dates import Answer
from fontes.findings.engine.plan import Bytes
from fontes.findings.engine.system import Name
from fontes.findings.engine.wellfounded import well_founded
from fontes.findings.reasons import Finding, Reason, reason
from fontes.findings.support.grounds import Grounds, compiled, rests_on
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, Unit
from fontes.model.names import StatementId


class Status(StrEnum):
    """How a statement stands: in both readings, in one only, or in neither; undecided while criticisms contradict each other."""

    STANDS = "stands"
    WEAKENED = "weakened"
    UNDECIDED = "undecided"
    FALLS = "falls"


class Support(StrEnum):
    """How a proposition is supported: in both readings, in one only, or in neither; undecided while criticisms contradict each other."""

    SUPPORTED = "supported"
    IN_PART = "supported in part"
    UNDECIDED = "undecided"
    NONE = "without recorded support"


_SUPPORT = dict(zip(Status, Support, strict=True))


def support(status: Status) -> Support:
    """The word for a proposition that stands as this."""
    return _SUPPORT[status]


class CriticismsCounted(ValueError):
    """A finding was asked for that is not defined while criticisms count: distrust can then also make things rise."""


def refuse_counted(lens: Lens) -> None:
    """Raise `CriticismsCounted` where a lens lets criticisms count: fewest removals and the like have no meaning there."""
    if lens.criticisms:
        kinds = ", ".join(lens.criticisms)
        raise CriticismsCounted(
            f"This lens lets criticisms count ({kinds}). While they do, distrusting a critic can make things rise, so that fewest removals, "
            "overturning sets and separate lines are not defined. Take the criticisms out of the lens, or distrust 'criticised:…' instead."
        )


@dataclass(frozen=True)
class Statuses:
    """The status of everything in a corpus under one lens. ``any`` and ``all`` hold one byte a node of the plan: what certainly holds.

    ``possible_any`` and ``possible_all`` hold what is not certainly without support; they differ from the former only while criticisms count.
    """

    grounds: Grounds
    lens: Lens
    withdrawn: frozenset[int]
    any: Bytes
    all: Bytes
    possible_any: Bytes
    possible_all: Bytes

    @cached_property
    def _in_circles(self) -> Bytes:
        return self.grounds.plan.greatest(0, self.withdrawn)

    def holds(self, name: Name) -> tuple[bool, bool]:
        """Does a node certainly hold in the least demanding and in the most demanding reading? Unknown names hold in neither."""
        node = self.grounds.plan.number(name)
        return (False, False) if node is None else (bool(self.any[node]), bool(self.all[node]))

    def possibly(self, name: Name) -> bool:
        """Does a node hold in the least demanding reading, or is it undecided there?"""
        node = self.grounds.plan.number(name)
        return node is not None and bool(self.possible_any[node])

    def standing(self, name: Name) -> Status:
        """How a node stands: in both readings, in one, in neither; undecided where a reading leaves it so."""
        node = self.grounds.plan.number(name)
        if node is None:
            return Status.FALLS
        least, most = bool(self.any[node]), bool(self.all[node])
        if bool(self.possible_any[node]) != least or bool(self.possible_all[node]) != most:
            return Status.UNDECIDED
        return Status.STANDS if least and most else Status.WEAKENED if least or most else Status.FALLS

    def unlike(self, other: Statuses) -> list[int]:
        """The nodes that stand otherwise in other statuses over the same grounds."""
        unlike = (self.any != other.any) | (self.all != other.all)
        unlike |= (self.possible_any != other.possible_any) | (self.possible_all != other.possible_all)
        return [int(node) for node in np.flatnonzero(unlike)]

    def settled(self) -> frozenset[int]:
        """What is withdrawn, and what the criticisms that certainly count take away."""
        return self.withdrawn | {spared for spared, counts in self.grounds.negations if self.any[counts]}

    def undecided(self) -> tuple[Name, ...]:
        """The nodes that some reading leaves undecided; none while criticisms do not count."""
        unlike = (self.any != self.possible_any) | (self.all != self.possible_all)
        return tuple(self.grounds.plan.name(int(node)) for node in np.flatnonzero(unlike))

    def statement(self, id: str) -> Status:
        """Stands, weakened or falls. A statement that was certainly not yet there (see `present`) falls."""
        return self.standing(("statement", id))

    def attested(self, id: str) -> bool:
        """Do we know, in the least demanding reading, that it was said at all?"""
        node = ("attested", id)
        return self.holds(node)[0]

    def present(self, id: str) -> Answer:
        """Was it there by the dates of the lens?"""
        return self.grounds.acts.present(id)

    def side(self, id: str, side: str) -> Support:
        """Support of one side: `for`, `against`, or one attitude (`asserts`, `supposes`, `denies`, `implied`, `doubts`)."""
        return support(self.standing((side, id)))

    def proposition(self, id: str) -> Support:
        """Support by those who assert it; where it is only ever supposed, by those who suppose it (see `supposed_only`)."""
        return self.side(id, "for")

    def against(self, id: str) -> Support:
        """Support of those who deny it, also by asserting what excludes it; where nobody does, of those who doubt it."""
        return self.side(id, "against")

    def asserted_support(self, id: str) -> Support:
        """Support by those who assert it."""
        return self.side(id, "asserts")

    def supposed_support(self, id: str) -> Support:
        """Support by those who suppose it."""
        return self.side(id, "supposes")

    def supposed_only(self, id: str) -> bool:
        """Is it supposed here and never asserted?"""
        sides = self.grounds.acts.sides
        return not sides.get(("asserts", id)) and bool(sides.get(("supposes", id)))

    def circular_only(self, id: str) -> bool:
        """Does this statement or proposition hold only as part of citations that support each other?"""
        for name in (("for", id), ("statement", id)):
            if self.grounds.plan.number(name) is not None:
                return self.in_circles_only(name)
        return False

    def in_circles_only(self, name: Name) -> bool:
        """The same for a node of the system."""
        node = self.grounds.plan.number(name)
        return node is not None and bool(self._in_circles[node]) and not self.possible_any[node]

    def holding(self, id: str) -> tuple[StatementId, ...]:
        """The asserting and supposing statements of a proposition that have support in some reading."""
        sides = self.grounds.acts.sides
        both = (*sides.get(("asserts", id), ()), *sides.get(("supposes", id), ()))
        return tuple(one for one in both if self.holds(("statement", one))[0])

    def finding(self, id: str) -> Finding[Status] | Finding[Support]:
        """The status of a proposition or statement, with the statements and grounds it was read from."""
        if self.grounds.plan.number(("for", id)) is not None:
            return Finding(self.proposition(id), self._reasons(("for", id)))
        return Finding(self.statement(id), self._reasons(("statement", id)))

    def _reasons(self, name: Name) -> tuple[Reason, ...]:
        corpus, every = self.grounds.corpus, self.grounds.acts.all
        found = [reason(corpus, kind, id, every) for kind, id in grounds_under(self.grounds, name)]
        return (*found, *self._judged(name), *lens_reasons(self.lens))

    def _judged(self, name: Name) -> tuple[Reason, ...]:
        """The criticisms a node needs to be answered: of itself, of what it is read in, of what it names."""
        plan, start = self.grounds.plan, self.grounds.plan.number(name)
        if start is None or not self.grounds.negations:
            return ()
        waiting, seen = [start], {start}
        found: dict[str, None] = {}
        while waiting:
            for part in rests_on(plan, waiting.pop()):
                under = plan.name(part)
                if under[0] == "spared":
                    found[under[1]] = None
                elif part not in seen and under[0] != "statement":
                    seen.add(part)
                    waiting.append(part)
        return tuple(reason(self.grounds.corpus, "statement", id, self.grounds.acts.all) for id in sorted(found))


def lens_reasons(lens: Lens) -> tuple[Reason, ...]:
    """The assumptions of a lens, as reasons."""
    words = [(str(unit), f"{unit} is distrusted") for unit in sorted(lens.distrust)]
    words += [(id, f"{id} is taken not to be what it claims to be") for id in sorted(lens.inauthentic)]
    words += [(id, f"what is known only through {id} is left out") for id in sorted(lens.without_access)]
    words += [("as-of", f"acts as of {lens.as_of.written}")] if lens.as_of else []
    words += [("criticisms", f"criticisms count: {', '.join(lens.criticisms)}")] if lens.criticisms else []
    words += [(id, f"only {id}'s criticisms count") for id in lens.critics] if lens.criticisms else []
    words += [("criticisms-as-of", f"criticisms as of {lens.criticisms_as_of.written}")] if lens.criticisms_as_of else []
    words += [("prefer", "of two judgements that answer each other the later counts")] if lens.criticisms and lens.prefer_later else []
    words += [("published-by", f"what could be read by {lens.published_by.written}")] if lens.published_by else []
    return tuple(Reason("lens", id, said) for id, said in words)


SHOWN = {"statement": "statement", "proposition": "proposition", "source": "source", "event": "event"}


def shown(name: Name) -> tuple[str, str] | None:
    """The thing of the corpus a node stands for, as kind and id; None for the joints between things."""
    if name[0] in SHOWN:
        return SHOWN[name[0]], name[1]
    if name[0] == "end":
        return name[1], name[2]
    return ("statement", name[1]) if name[0] == "seen" else None


def grounds_under(grounds: Grounds, name: Name) -> tuple[tuple[str, str], ...]:
    """The things directly under a node, looking through its joints, each once and in order."""
    plan = grounds.plan
    start = plan.number(name)
    found: dict[tuple[str, str], None] = {}
    waiting = [] if start is None else [start]
    seen = set(waiting)
    while waiting:
        node = waiting.pop(0)
        for part in rests_on(plan, node):
            under = plan.name(part)
            thing = shown(under)
            if thing:
                found[thing] = None
            elif part not in seen and under[0] not in _BELIEF:
                seen.add(part)
                waiting.append(part)
    return tuple(found)


_BELIEF = ("unit", "attested", "believed", "spared", "authentic", "way", "access", "reach")


def evaluate_grounds(grounds: Grounds, lens: Lens = PLAIN, more: Iterable[Unit] = ()) -> Statuses:
    """Statuses over a corpus already compiled under this lens's dates and criticisms; ``more`` units are distrusted besides."""
    withdrawn = grounds.withdrawn(lens, more)
    least, most = (well_founded(grounds.plan, grounds.negations, withdrawn, which) for which in (0, 1))
    return Statuses(grounds, lens, withdrawn, least[0], most[0], least[1], most[1])


def evaluate_corpus(corpus: Corpus, lens: Lens = PLAIN) -> Statuses:
    """The status of everything in a corpus under a lens."""
    return evaluate_grounds(compiled(corpus, lens), lens)
