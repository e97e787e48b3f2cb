"""What loses support without some units, and on whom most depends."""

from __future__ import annotations

from collections.abc import Container, Sequence

from fontes.findings import Change, Fallen, Ranked
from fontes.model.corpus import Corpus
from fontes.present.pages import Block, Heading, Ink, Items, Link, Page, Part, Prose, Room, Row, Sentence, Table, To, Words
from fontes.present.phrasing import as_sentence, joined, number, presence, say, status_sign
from fontes.present.phrasing import trails as words
from fontes.present.rooms import naming

MOST = 200
"""How many rows one table lists before it counts the rest."""


def losses_page(corpus: Corpus, found: Fallen, possibly: Container[str] = ()) -> Page:
    """What falls, what is weakened and what rises, each with the grounds it lost. ``possibly`` there by the date of the lens are marked."""
    units = naming.units(corpus, found.units)
    title = words.WITHOUT.format(units=", ".join(str(unit) for unit in found.units))
    if found.nothing:
        return Page(To(Room.FIRST), title, (Prose(say(words.NOTHING_FALLS, units=units), lead=True),))
    lead = say(words.LOSSES, units=units, falls=_many(words.FALL, len(found.falls)), weakened=_many(words.WEAKEN, len(found.weakened)))
    return Page(To(Room.FIRST), title, (Prose(lead, lead=True), *_told(corpus, found, possibly), Prose(as_sentence(words.NOT_REFUTED))))


def _told(corpus: Corpus, found: Fallen, possibly: Container[str]) -> list[Block]:
    blocks: list[Block] = []
    for heading, grounds, changes in (
        (words.FALLS_HEAD, words.LOST, found.falls),
        (words.WEAKENED_HEAD, words.LOST, found.weakened),
        (words.RISES_HEAD, words.GAINED, found.rises),
        (words.UNDECIDED_HEAD, words.TURNED, found.undecided),
    ):
        blocks += _changes(corpus, heading, grounds, changes, possibly)
    return blocks + _unattested(found)


def compared_page(corpus: Corpus, found: Fallen, beside: str, possibly: Container[str] = ()) -> Page:
    """How everything stands under another lens, beside this one."""
    title = words.BESIDE.format(lens=beside)
    if found.nothing:
        return Page(To(Room.FIRST), title, (Prose(say(words.BESIDE_SAME, lens=beside), lead=True),))
    lead = say(words.BESIDE_LEAD, lens=beside, falls=_many(words.FALL, len(found.falls)), weakened=_many(words.WEAKEN, len(found.weakened)))
    return Page(To(Room.FIRST), title, (Prose(lead, lead=True), *_told(corpus, found, possibly)))


def _unattested(found: Fallen) -> list[Block]:
    if not found.unattested:
        return []
    items: list[Sentence] = [(Words(one.words),) for one in found.unattested[:MOST]]
    if len(found.unattested) > MOST:
        items.append(say(words.MORE_ROWS, count=number(len(found.unattested) - MOST, capital=True)))
    return [Heading(words.UNATTESTED_HEAD), Items(tuple(items))]


def _many(forms: tuple[str, str, str], count: int) -> str:
    return forms[min(count, 2)].format(count=number(count))


def _changes(corpus: Corpus, heading: str, grounds: str, changes: tuple[Change, ...], possibly: Container[str]) -> list[Block]:
    if not changes:
        return []
    ordered = sorted(changes, key=lambda one: (one.kind, one.id))
    rows = tuple(
        Row((_what(corpus, one, possibly), (status_sign(one.after.value),), joined([(Words(lost.words),) for lost in one.lost[:3]])))
        for one in ordered[:MOST]
    )
    blocks: list[Block] = [Heading(heading), Table(words.LOSSES_CAPTION, (words.WHAT, words.STATUS, grounds), rows)]
    if len(changes) > MOST:
        blocks.append(Prose(say(words.MORE_ROWS, count=number(len(changes) - MOST, capital=True))))
    return blocks


def _what(corpus: Corpus, one: Change, possibly: Container[str]) -> Sentence:
    if one.kind == "proposition":
        named: Sentence = (naming.proposition(corpus, one.id), Words(f"  {one.id}"))
    else:
        named = (Words(one.why.words),)
    return (*named, Words(f" ({presence.POSSIBLY_THEN})", Ink.MUTED)) if one.id in possibly else named


def ranking_page(corpus: Corpus, found: Sequence[Ranked], most: int = 20) -> Page:
    """Sources and agents with which anything falls, the weightiest first."""
    rows = tuple(
        Row((_ranked(corpus, one), as_sentence(str(one.number)), as_sentence(str(len(one.own)))))
        for one in [each for each in found if each.number][:most]
    )
    table = Table(words.RANKING, (words.UNIT, words.FALLING, words.OWN), rows)
    return Page(To(Room.FIRST), words.RANKING, (Prose(as_sentence(words.RANKED_LEAD), lead=True), table))


def _ranked(corpus: Corpus, one: Ranked) -> Sentence:
    named = naming.unit(corpus, one.unit)
    shown: Part = Words(f"  {one.unit}")
    return (*named, shown) if any(isinstance(part, Link) for part in named) else named
