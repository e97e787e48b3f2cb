"""Where lines of grounds end: the origins under a statement or a side of a proposition, and what can be distrusted there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fontes.findings.engine.system import Name, System
from fontes.findings.reasons import Reason, reason
from fontes.findings.support.grounds import Grounds
from fontes.model.lens import Unit, UnitKind
from fontes.model.names import SourceId, StatementId
from fontes.model.sources import Origin


class OriginKind(StrEnum):
    """What is known of an origin. Only the first two are stated to be where something began."""

    WITNESSED = "witnessed"
    RECORDED = "recorded"
    INVENTED = "invented"
    TRAIL_ENDS = "trail ends"
    PREMISE = "premise"
    OWN_WORD = "own word"


STATED = (OriginKind.WITNESSED, OriginKind.RECORDED)
_UNITS = {"source": UnitKind.SOURCE, "word": UnitKind.WORD, "premise": UnitKind.PREMISE}


@dataclass(frozen=True, slots=True)
class Ending:
    """An origin. ``of`` says what ends there: `source`, `word`, `premise`, `that`, `text`, `event`, `others` or `corpus`.

    ``unit`` is what one distrusts to do without it; None where nobody can (others, the wording of a text, that a thing was said).
    """

    id: str
    kind: OriginKind
    of: str
    thing: str
    unit: Unit | None
    why: Reason

    @property
    def stated(self) -> bool:
        """Is it stated to be where something began, by witness or record?"""
        return self.kind in STATED


def ending(grounds: Grounds, name: Name) -> Ending:
    """The origin an end node of the system stands for."""
    _, of, thing = name
    kind = _UNITS.get(of)
    unit = Unit(kind, thing) if kind and thing else None
    why = _why(grounds, of, thing)
    return Ending(_named(of, thing), _kind(grounds, of, thing), of, thing, unit, why)


def variable(small: System, end: Ending) -> int | None:
    """The node to withdraw in order to do without an origin."""
    if end.unit is not None:
        return small.number.get(("unit", end.unit.kind.value, end.unit.id))
    return small.number.get(("end", end.of, end.thing))


def endings(grounds: Grounds, small: System) -> tuple[Ending, ...]:
    """The origins in a part of the system, by name."""
    found = (ending(grounds, name) for name in small.names if name[0] == "end")
    return tuple(sorted(found, key=lambda one: (one.id, one.of)))


def _named(of: str, thing: str) -> str:
    forms = {"word": f"word:{thing}", "premise": f"premise:{thing}", "that": f"that ^{thing}", "text": f"text of {thing}"}
    return forms.get(of) or thing or of


def _kind(grounds: Grounds, of: str, thing: str) -> OriginKind:
    if of == "premise":
        return OriginKind.PREMISE
    if of == "word":
        return OriginKind.OWN_WORD
    if of == "text":
        return OriginKind.RECORDED
    source = thing if of == "source" else ""
    if of == "that":
        read = getattr(grounds.acts.all.get(StatementId(thing)), "read", None)
        source = read.source if read else ""
    known = grounds.corpus.sources.get(SourceId(source))
    return OriginKind((known.origin if known and known.origin else Origin.TRAIL_ENDS).value)


def _why(grounds: Grounds, of: str, thing: str) -> Reason:
    base = reason(grounds.corpus, "statement" if of == "corpus" else of, thing, grounds.acts.all)
    said = {
        "word": f"{base.words}'s own word; nothing else is recorded behind it",
        "premise": f"“{base.words}”: used as a ground, asserted by nobody here",
        "text": f"the wording of {base.words}, as evidence about itself",
        "that": base.words,
        "event": f"{base.words}: no dating or mention of it is recorded here",
        "others": "others, unnamed",
        "corpus": f"{base.words}: no source and no speaker recorded",
    }
    if of == "source":
        kind = _kind(grounds, of, thing)
        stated = "nothing recorded behind it" if kind is OriginKind.TRAIL_ENDS else kind.value
        return Reason("source", thing, f"{base.words}: {stated}", base.place)
    return Reason(of, thing, said.get(of, base.words), base.place)
