"""Which fields each form has, in the order in which one reads them; few first, the rest under a disclosure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fontes.text.compose import VERBS_OF


@dataclass(frozen=True, slots=True)
class Spec:
    """A field. ``of`` are the kinds of things whose names are offered, with ``+`` between; ``many`` may stand several times."""

    name: str
    manner: str = "line"
    of: str = ""
    many: bool = False
    beside: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The fields of a form: those first shown, those of the new thing worded on the way, and further ones. ``new`` are the fields for which
    something not recorded yet can be recorded in the same step.
    """

    first: tuple[Spec, ...]
    more: tuple[Spec, ...] = ()
    thing: tuple[Spec, ...] = ()
    new: tuple[tuple[str, str], ...] = ()
    """Pairs: ``new-agent`` or ``new-in``, and the field it fills."""


_ANY = "agents+sources+events+propositions+questions"
_GROUND = "sources+propositions+events+statements"
_WHO = Spec("agent", of="agents", needed=True)
_DATE, _IN, _PASSAGE = Spec("date"), Spec("in", of="sources"), Spec("passage")
_QUOTE, _RESTS = Spec("quote", "long"), Spec("rests-on", of=_GROUND, many=True)
_NAME, _NOTE, _PRIVATE, _LABEL = Spec("name"), Spec("note", "long", many=True), Spec("private note", "long", many=True), Spec("label")
_RELATIONS = (
    Spec("before", of="events+statements", many=True), Spec("after", of="events+statements", many=True),
    Spec("during", of="events+statements", many=True),
)  # fmt: skip
_OF_PROPOSITION = (
    Spec("answers", of="questions", many=True), Spec("about", of="agents+events", many=True), Spec("compromises", of="agents", many=True),
    Spec("excludes", of="propositions", many=True), Spec("needs", of="propositions", many=True), Spec("figure", many=True),
)  # fmt: skip
_OFF_AGENT, _OFF_SOURCE = ("new-agent", "agent"), ("new-in", "in")


def _verb(kind: str) -> Spec:
    return Spec("verb", "choice", of=" ".join(VERBS_OF[kind]), needed=True)


def _what(of: str = "propositions+questions") -> tuple[Spec, ...]:
    return Spec("on", of=of, needed=True), Spec("wording", "long")


LAYOUTS: Mapping[str, Layout] = {
    "stance": Layout(
        (_WHO, _verb("stance"), *_what(), _IN, _PASSAGE, _DATE, _QUOTE, _RESTS),
        (
            Spec("rests-on?", of=_GROUND, many=True), Spec("upon", of="statements"), Spec("follows", of="sources+statements", many=True),
            Spec("case", of="events"), Spec("unnamed"), Spec("repeatedly", "flag"), Spec("against", of="propositions"), _LABEL, *_RELATIONS,
            _NOTE, _PRIVATE,
        ),
        _OF_PROPOSITION, (_OFF_AGENT, _OFF_SOURCE),
    ),
    "source": Layout(
        (Spec("wording", "long", needed=True), Spec("by", of="agents", many=True), Spec("out"), Spec("kind", of="kinds")),
        (
            _NAME, Spec("made"), Spec("ascribed-to", of="agents", many=True), Spec("to", of="agents"), Spec("origin", "choice"),
            Spec("school", of="schools"), Spec("draws-on", of="sources+statements", many=True), Spec("draws-on?", of="sources+statements", many=True),
            Spec("follows", of="sources+statements", many=True), Spec("independent-of", of="sources", many=True),
            Spec("treats", of="questions", many=True), Spec("examined"), Spec("cite"), Spec("edition-of", of="sources"),
            Spec("translation-of", of="sources"), Spec("part-of", of="sources"), Spec("language"), _NOTE, _PRIVATE,
        ),
        new=(("new-agent", "by"),),
    ),
    "agent": Layout(
        (Spec("wording", needed=True), Spec("role", "checks"), Spec("also", many=True)),
        (_NAME, Spec("kind", "choice"), Spec("born"), Spec("died"), Spec("language"), _NOTE, _PRIVATE),
    ),
    "proposition": Layout(
        (Spec("wording", "long", needed=True), _OF_PROPOSITION[0], _OF_PROPOSITION[1]),
        (
            _NAME, *_OF_PROPOSITION[2:], Spec("part-of", of="propositions", many=True), Spec("part", of="propositions", many=True),
            Spec("disclaims", of="propositions", many=True), _NOTE, _PRIVATE,
        ),
    ),
    "question": Layout(
        (Spec("wording", "long", needed=True), Spec("part-of", of="questions", many=True)),
        (_NAME, Spec("kind"), Spec("about", of="agents+events", many=True), _NOTE, _PRIVATE),
    ),
    "event": Layout(
        (
            Spec("wording", "long", needed=True), Spec("when", many=True, beside="when-per"), Spec("strand", of="strands"),
            Spec("about", of="agents", many=True),
        ),
        (
            _NAME, Spec("kind"), Spec("place"), Spec("run-by", of="agents", many=True), Spec("targets", of="agents", many=True),
            Spec("alleges", of="propositions", many=True), Spec("part-of", of="events", many=True), *_RELATIONS, Spec("lasts"),
            Spec("sense", "choice"), _NOTE, _PRIVATE,
        ),
    ),
    "report": Layout(
        (_WHO, _verb("report"), Spec("to", of="agents", needed=True), *_what("propositions"), _DATE, _IN, _PASSAGE),
        (
            _QUOTE, _RESTS, Spec("carries", of="sources", many=True), Spec("upon", of="statements"), Spec("case", of="events"),
            Spec("repeatedly", "flag"), _LABEL, *_RELATIONS, _NOTE, _PRIVATE,
        ),
        _OF_PROPOSITION, (_OFF_AGENT, _OFF_SOURCE),
    ),
    "criticism": Layout(
        (_WHO, _verb("criticism"), Spec("target", of="sources+statements", needed=True), Spec("aspects", of="aspects"), _IN, _PASSAGE),
        (Spec("on", of="propositions", many=True), _DATE, _QUOTE, _RESTS, _LABEL, _NOTE, _PRIVATE),
        new=(_OFF_AGENT, _OFF_SOURCE),
    ),
    "tenure": Layout(
        (_WHO, _verb("tenure"), Spec("office"), Spec("body", of="agents"), Spec("of", of="agents"), Spec("from"), Spec("until")),
        (Spec("as", "flag"), _DATE, Spec("at", of="events"), Spec("during", of="events"), _IN, _PASSAGE, _RESTS, _LABEL, _NOTE, _PRIVATE),
        new=(_OFF_AGENT, _OFF_SOURCE),
    ),
    "search": Layout(
        (
            _WHO, Spec("target", of="sources", needed=True), Spec("wording"), Spec("among", of="sources", many=True), Spec("result", "choice"),
            _IN, _PASSAGE,
        ),
        (_DATE, _LABEL, _NOTE, _PRIVATE),
        new=(_OFF_AGENT, _OFF_SOURCE),
    ),
    "section": Layout((Spec("per", of="sources", needed=True), Spec("per-passage")), (Spec("via", of="sources"), Spec("via-passage"))),
}  # fmt: skip

ACCESS = (Spec("per", of="sources"), Spec("per-passage"))
ACCESS_MORE = (Spec("via", of="sources"), Spec("via-passage"))
NEW: Mapping[str, tuple[Spec, ...]] = {
    "new-agent": (Spec("new-agent", "flag"), Spec("new-agent-wording"), Spec("new-agent-role", "choice")),
    "new-in": (
        Spec("new-in", "flag"), Spec("new-in-wording"), Spec("new-in-by", of="agents"), Spec("new-in-out"), Spec("new-in-kind", of="kinds"),
    ),
}  # fmt: skip
ELSE = ("file", "new-file", "section", "then")
"""Fields of every form that say where the statement goes and what comes then."""


def specs(kind: str) -> tuple[Spec, ...]:
    """Every field of a form that says something of the statement."""
    layout = LAYOUTS[kind]
    return (*layout.first, *layout.thing, *layout.more)


def has_access(kind: str) -> bool:
    """Does a form ask through whom we know what it writes? An agent is known to the corpus as such; a section is nothing else."""
    return kind not in ("agent", "section")


def fields(kind: str) -> frozenset[str]:
    """The name of every field that a form can send."""
    access = (*ACCESS, *ACCESS_MORE) if has_access(kind) else ()
    own = [*specs(kind), *access, *(spec for new, _ in LAYOUTS[kind].new for spec in NEW[new])]
    return frozenset({*(spec.name for spec in own), *(spec.beside for spec in own if spec.beside), *ELSE})
