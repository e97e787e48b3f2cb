"""What is attested and what is supported, under a lens.

Saying is not being so. A statement is *attested* as long as what it is read in is what it claims to be and can be reached; it is
*supported* as long as, besides, its grounds hold and who says it is believed. Distrust touches the second only. Both readings of what is
not recorded are computed as least fixpoints, so that citations which only support each other support nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from fontes.dates import Answer
from fontes.findings.grounds import Grounds, compiled
from fontes.findings.reasons import Finding, Reason, reason
from fontes.findings.system import Name, evaluate, greatest
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, Unit
from fontes.model.names import StatementId


class Status(StrEnum):
    """How a statement stands: in both readings, in the least demanding only, or in neither."""

    STANDS = "stands"
    WEAKENED = "weakened"
    FALLS = "falls"


class Support(StrEnum):
    """How a proposition is supported: in both readings, in the least demanding only, or in neither."""

    SUPPORTED = "supported"
    IN_PART = "supported in part"
    NONE = "without recorded support"


class CriticismsCounted(ValueError):
    """A lens lets criticisms count, which least fixpoints cannot answer; nothing is computed rather than something else."""


def refuse_counted(lens: Lens) -> None:
    """Raise `CriticismsCounted` where a lens lets criticisms count: its answer would be another one than asked for."""
    if lens.criticisms:
        kinds = ", ".join(lens.criticisms)
        raise CriticismsCounted(
            f"This lens lets criticisms count ({kinds}). Under it support is not a least fixpoint, and fewest removals, "
            "overturning sets and this status are not offered. Take the criticisms out of the lens, or distrust "
            "'criticised:…' instead."
        )


@dataclass(frozen=True)
class Statuses:
    """The status of everything in a corpus under one lens. ``any`` and ``all`` hold one byte a node of the system."""

    grounds: Grounds
    lens: Lens
    withdrawn: frozenset[int]
    any: bytearray
    all: bytearray

    @cached_property
    def _in_circles(self) -> bytearray:
        return greatest(self.grounds.system.any, self.withdrawn)

    def holds(self, name: Name) -> tuple[bool, bool]:
        """Does a node hold in the least demanding and in the most demanding reading? Unknown names hold in neither."""
        node = self.grounds.system.number.get(name)
        return (False, False) if node is None else (bool(self.any[node]), bool(self.all[node]))

    def statement(self, id: str) -> Status:
        """Stands, weakened or falls. A statement that was certainly not yet there (see `present`) falls."""
        least, most = self.holds(("statement", id))
        return Status.STANDS if most else Status.WEAKENED if least else Status.FALLS

    def attested(self, id: str) -> bool:
        """Do we know, in the least demanding reading, that it was said at all?"""
        node = ("attested", id)
        return self.holds(node)[0]

    def present(self, id: str) -> Answer:
        """Was it there by the dates of the lens?"""
        return self.grounds.acts.presence.get(StatementId(id), Answer.IMPOSSIBLE)

    def side(self, id: str, side: str) -> Support:
        """Support of one side: `for`, `against`, or one attitude (`asserts`, `supposes`, `denies`, `implied`, `doubts`)."""
        least, most = self.holds((side, id))
        return Support.SUPPORTED if most else Support.IN_PART if least else Support.NONE

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
            if name in self.grounds.system.number:
                return self.in_circles_only(name)
        return False

    def in_circles_only(self, name: Name) -> bool:
        """The same for a node of the system."""
        node = self.grounds.system.number[name]
        return bool(self._in_circles[node]) and not self.any[node]

    def holding(self, id: str) -> tuple[StatementId, ...]:
        """The asserting and supposing statements of a proposition that have support in some reading."""
        sides = self.grounds.acts.sides
        both = (*sides.get(("asserts", id), ()), *sides.get(("supposes", id), ()))
        return tuple(one for one in both if self.holds(("statement", one))[0])

    def finding(self, id: str) -> Finding[Status] | Finding[Support]:
        """The status of a proposition or statement, with the statements and grounds it was read from."""
        if ("for", id) in self.grounds.system.number:
            return Finding(self.proposition(id), self._reasons(("for", id)))
        return Finding(self.statement(id), self._reasons(("statement", id)))

    def _reasons(self, name: Name) -> tuple[Reason, ...]:
        corpus, every = self.grounds.corpus, self.grounds.acts.all
        found = [reason(corpus, kind, id, every) for kind, id in grounds_under(self.grounds, name)]
        return (*found, *lens_reasons(self.lens))


def lens_reasons(lens: Lens) -> tuple[Reason, ...]:
    """The assumptions of a lens, as reasons."""
    words = [(str(unit), f"{unit} is distrusted") for unit in sorted(lens.distrust)]
    words += [(id, f"{id} is taken not to be what it claims to be") for id in sorted(lens.inauthentic)]
    words += [(id, f"what is known only through {id} is left out") for id in sorted(lens.without_access)]
    words += [("as-of", f"acts as of {lens.as_of.written}")] if lens.as_of else []
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
    system = grounds.system
    start = system.number.get(name)
    found: dict[tuple[str, str], None] = {}
    waiting = [] if start is None else [start]
    seen = set(waiting)
    while waiting:
        node = waiting.pop(0)
        for part in dict.fromkeys((*system.any.parts[node], *system.all.parts[node])):
            thing = shown(system.names[part])
            if thing:
                found[thing] = None
            elif part not in seen and system.names[part][0] not in ("unit", "attested", "believed"):
                seen.add(part)
                waiting.append(part)
    return tuple(found)


def evaluate_grounds(grounds: Grounds, lens: Lens = PLAIN, more: Iterable[Unit] = ()) -> Statuses:
    """Statuses over a corpus already compiled under the dates of this lens; ``more`` units are distrusted besides."""
    refuse_counted(lens)
    withdrawn = grounds.withdrawn(lens, more)
    least, most = evaluate(grounds.system, withdrawn)
    return Statuses(grounds, lens, withdrawn, least, most)


def evaluate_corpus(corpus: Corpus, lens: Lens = PLAIN) -> Statuses:
    """The status of everything in a corpus under a lens. Raises `CriticismsCounted` where the lens lets criticisms count."""
    refuse_counted(lens)
    return evaluate_grounds(compiled(corpus, lens), lens)
