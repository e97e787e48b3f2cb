"""Every proposition with its voices, where their trails end, and the fewest removals."""

from __future__ import annotations

from collections.abc import Sequence

from fontes.findings import Count, FoundOrigin, Origins
from fontes.model.corpus import Corpus
from fontes.present.pages import Page, Part, Prose, Room, Row, Sentence, Table, To, Words
from fontes.present.phrasing import as_sentence, chained, counted, joined, origin_sign, say, status_sign
from fontes.present.phrasing import trails as words
from fontes.present.rooms import naming

ENDS = 4
"""How many ends of trails a row names before it counts the rest."""


def trails_page(corpus: Corpus, found: Sequence[Origins]) -> Page:
    """One row a proposition, those with a voice first, by how little is shown behind how many voices."""
    ordered = sorted(found, key=lambda one: (not one.voices.most, one.shown_origins, -one.voices.most, one.id))
    headings = (words.PROPOSITION, words.VOICES, words.ENDS, words.SHOWN, words.REMOVALS, words.INDISPENSABLE)
    rows = tuple(_row(corpus, one) for one in ordered)
    lead = say(words.TRAILS_LEAD, count=counted(len(found), "proposition", capital=True))
    return Page(To(Room.PROPOSITIONS), words.TRAILS, (Prose(lead, lead=True), Table(words.TRAILS, headings, rows)))


def _row(corpus: Corpus, one: Origins) -> Row:
    name = (status_sign(one.status.value), Words(" "), naming.proposition(corpus, one.id), Words(f"  {one.id}"))
    removals = as_sentence(removals_words(one.removals))
    return Row(
        (name, as_sentence(voices_words(one)), ends(corpus, one), as_sentence(str(one.shown_origins)), removals, indispensable(corpus, one))
    )


def voices_words(one: Origins) -> str:
    """How many voices: a range where two may be one; nobody; only supposed."""
    if not one.voices.most:
        return words.SUPPOSED if one.supposed_only else words.NOBODY
    least, most = one.voices.least, one.voices.most
    return str(most) if least == most else words.RANGE.format(least=least, most=most)


def removals_words(count: Count | None) -> str:
    """The fewest removals, as a range where it is not recorded how grounds combine."""
    if count is None:
        return words.NOT_WHILE_COUNTING
    known = [number for number in (count.all, count.any) if number is not None]
    if not known:
        return words.NO_REMOVAL
    least, most = min(known), max(known)
    told = str(least) if least == most else words.RANGE.format(least=least, most=most)
    if count.any is None:
        told = words.AT_LEAST.format(number=least)
    return told if count.exact else words.AT_LEAST.format(number=told)


def ends(corpus: Corpus, one: Origins) -> Sentence:
    """Where the trails end, each with the sign of its kind."""
    if not one.origins:
        return as_sentence(words.NONE)
    listed = [_end(corpus, end) for end in one.origins[:ENDS]]
    rest = len(one.origins) - ENDS
    shown = chained(*listed, between="; ")
    return say(words.MORE_ENDS, shown=shown, count=str(rest)) if rest > 0 else shown


def _end(corpus: Corpus, end: FoundOrigin) -> Sentence:
    return (origin_sign(end.kind.value), Words(": "), naming.thing(corpus, end.id))


def indispensable(corpus: Corpus, one: Origins) -> Sentence:
    """What it cannot lose."""
    return joined([(_unit(corpus, name),) for name in one.indispensable]) if one.indispensable else as_sentence(words.NONE)


def _unit(corpus: Corpus, name: str) -> Part:
    kind, colon, rest = name.partition(":")
    if colon and kind in ("word", "premise"):
        return naming.thing(corpus, rest)
    return naming.thing(corpus, name.removeprefix("^"))
