"""What a finding says of the support of a proposition, in sentences: voices, ends of trails, removals, lines."""

from __future__ import annotations

from collections.abc import Sequence

from fontes.findings import Count, FoundOrigin, Origins, Voices
from fontes.model.corpus import Corpus
from fontes.model.lens import Unit, UnitKind
from fontes.model.names import PropositionId
from fontes.present.pages import Ink, Link, Part, Room, Sentence, To, Words
from fontes.present.phrasing import capital, chained, counted, joined, number, origin_sign, ranged, say, wording
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance

NAMED = 7
"""How many ends or units a sentence names before it counts the rest."""


def voices_count(voices: Voices) -> str:
    """How many different voices: a number, or a range where two of them may be one."""
    return ranged(voices.least, voices.most, "voice")


def by_role(voices: Voices, *, first: bool = False) -> Sentence:
    """The voices under their roles: `six scholars, two participants and two unnamed voices`. `first` begins a sentence."""
    counts = [(len(getattr(voices, role)), one, many) for role, one, many in wording.ROLES_OF_VOICES]
    words = [counted(count, one, many) for count, one, many in counts if count]
    return joined([(Words(capital(each) if first and not place else each),) for place, each in enumerate(words)])


def as_unit(corpus: Corpus, written: str) -> Unit | None:
    """The unit that a written form names in this corpus; None where it names none that can be distrusted."""
    head, colon, rest = written.partition(":")
    if written in corpus.sources:
        return Unit(UnitKind.SOURCE, written)
    if written in corpus.agents:
        return Unit(UnitKind.AGENT, written)
    if written.startswith("^"):
        return Unit(UnitKind.STATEMENT, written[1:])
    prefixed = {kind.value: kind for kind in (UnitKind.WORD, UnitKind.PREMISE, UnitKind.KIND, UnitKind.CRITICISED)}
    return Unit(prefixed[head], rest) if colon and rest and head in prefixed else None


def unit(corpus: Corpus, written: str) -> Sentence:
    """A unit in words; `maker:S` is the maker, not recorded, of a source."""
    head, _, rest = written.partition(":")
    if head == "maker" and rest in corpus.sources:
        return say(wording.MAKER_OF, source=naming.source(corpus, rest))
    found = as_unit(corpus, written)
    return naming.unit(corpus, found) if found else (Words(written),)


def units(corpus: Corpus, written: Sequence[str]) -> Sentence:
    """Several units as a list, the rest counted."""
    named = [unit(corpus, each) for each in written[:NAMED]]
    if len(written) > NAMED:
        named.append((Words(counted(len(written) - NAMED, "other")),))
    return joined(named)


def end(one: Concordance, found: FoundOrigin, *, sign: bool = True) -> Sentence:
    """An origin, with its sign: a source, somebody's own word, a premise, or others not named."""
    head, _, rest = found.id.partition(":")
    corpus = one.corpus
    if found.id.startswith("that ^"):
        words: Sentence = say(wording.THAT_SAID, statement=stated.said(one, found.id[6:]))
    elif found.id.startswith("text of "):
        words = say(wording.TEXT_OF, source=naming.source(corpus, found.id[8:]))
    elif found.id == "others":
        words = (Words(wording.OTHERS),)
    elif head == "word" and sign:
        words = (naming.agent(corpus, rest),)
    elif head == "premise" and sign:
        words = (naming.proposition(corpus, rest),)
    elif head in ("word", "premise"):
        words = unit(corpus, found.id)
    else:
        words = (naming.thing(corpus, rest if head == "event" else found.id),)
    return chained((origin_sign(found.kind.value),), words, between=": ") if sign else words


def ends(one: Concordance, found: Sequence[FoundOrigin]) -> Sentence:
    """The ends of trails as a list, the rest counted."""
    named = [end(one, each, sign=False) for each in found[:NAMED]]
    if len(found) > NAMED:
        named.append((Words(counted(len(found) - NAMED, "other")),))
    return joined(named)


def shown(origins: Origins) -> str:
    """How many origins are shown to be apart, never more than is recorded."""
    if not origins.origins:
        return wording.NO_ENDS
    if origins.shown_origins < len(origins.origins):
        return wording.SHOWN_AT_MOST.format(count=counted(origins.shown_origins, "origin"))
    return wording.SHOWN_ALL.format(count=counted(origins.shown_origins, "origin"))


def removals(count: Count) -> str:
    """The fewest removals that leave it without recorded support; a range where it is not recorded how grounds combine."""
    least = "" if count.exact else wording.AT_LEAST
    if count.any is None and count.all is None:
        return wording.REMOVALS_NONE
    if count.any == count.all:
        return wording.REMOVALS.format(count=least + number(count.all or 0))
    any_count = wording.NO_NUMBER if count.any is None else least + number(count.any)
    all_count = wording.NO_NUMBER if count.all is None else least + number(count.all)
    return wording.REMOVALS_RANGE.format(all=all_count, any=any_count)


def lines(count: Count) -> str:
    """How many lines of support have no origin in common."""
    least = "" if count.exact else wording.AT_LEAST
    low, high = sorted((count.all or 0, count.any or 0))
    words = number(low) if low == high else f"{number(low)} to {number(high)}"
    return wording.LINES_LINE.format(count=least + words, shown=number(count.shown or 0))


def some_agents(corpus: Corpus, ids: Sequence[str]) -> Sentence:
    """Agents as a list, the rest counted."""
    named: list[Sentence] = [(naming.agent(corpus, id),) for id in ids[:NAMED]]
    if len(ids) > NAMED:
        named.append((Words(counted(len(ids) - NAMED, "other")),))
    return joined(named)


def link_to(id: str, words: str, anchor: str = "") -> Link:
    """A number that leads to its reasons."""
    return Link(words, To(Room.PROPOSITIONS, id, anchor), Ink.RUBRIC)


def inset(corpus: Corpus, id: str) -> Part:
    """A proposition as the object of a sentence: a link with its wording, without its full stop."""
    words = naming.proposition_words(corpus, id).rstrip(".")
    return Link(f"“{words}”", To(Room.PROPOSITIONS, PropositionId(id)), language=naming.language(corpus))


def status_words(origins: Origins) -> str:
    """The status of a proposition as the beginning of a sentence."""
    return capital(origins.status.value)
