"""Criticisms that contradict each other, and each coherent way to settle them with what stands and falls in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import nsmallest

from fontes.findings.reasons import Reason
from fontes.findings.support.criticism import COUNTING, Judgement
from fontes.findings.support.settlements import Contradiction, Settlement, Settlements
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens
from fontes.model.names import PropositionId
from fontes.model.stances import Criticism
from fontes.present.pages import Block, Heading, Items, Page, Prose, Room, Sentence, To
from fontes.present.phrasing import as_sentence, capital, chained, counted, number, say, status_sign
from fontes.present.phrasing import settlements as words
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance

LISTED = 20
"""How many things, judgements or pairs a list names before it counts the rest."""
MILLION = 1_000_000
"""Above this the number of settlements is not spelt out: it says no more than its size."""


def settlements_page(one: Concordance, found: Settlements, lens: Lens) -> Page:
    """What contradicts what, each settlement in a sentence with its consequences, and what stays undecided."""
    assumed = _assumed(one.corpus, found, lens)
    if not found.contradictions:
        lead = words.NOTHING if lens.criticisms else words.NONE_COUNT
        return _page(Prose(chained(as_sentence(lead), _decided(found)), lead=True), *assumed, *_elsewhere(found))
    blocks: list[Block] = [Prose(chained(_lead(found), _decided(found)), lead=True), *assumed]
    several = len(found.contradictions)
    if several > 1:
        blocks.append(Prose(as_sentence(words.COMBINE)))
    for place, each in enumerate(found.contradictions[:LISTED], start=1):
        head = words.CRITICISMS_HEAD
        numbered = words.NUMBERED.format(words=head, number=number(place), count=number(several)) if several > 1 else head
        blocks += [Heading(numbered), *_contradiction(one, each)]
    if several > LISTED:
        blocks.append(Prose(say(words.MORE_CONTRADICTIONS, count=number(several - LISTED, capital=True))))
    blocks += [Heading(words.UNDECIDED_HEAD), Items(tuple(_listed(one, found.undecided)))]
    return _page(*blocks, *_elsewhere(found), Prose(as_sentence(words.NOT_CHOSEN)))


def _page(*blocks: Block) -> Page:
    return Page(To(Room.FIRST), words.TITLE, blocks)


def _assumed(corpus: Corpus, found: Settlements, lens: Lens) -> list[Block]:
    """Which criticisms count here, and how what is not recorded is read."""
    if not lens.criticisms:
        return []
    kinds = ", ".join(kind.replace("-", " ") for kind in lens.criticisms)
    by = lens.criticisms_as_of
    said = [
        as_sentence(words.COUNTING_ALL) if COUNTING in lens.criticisms else say(words.COUNTING_KINDS, kinds=kinds),
        say(words.CRITICS, agents=naming.agents(corpus, lens.critics)) if lens.critics else (),
        say(words.CRITICISMS_BY, date=naming.date(corpus, by)) if by else (),
        as_sentence(words.PREFER) if lens.prefer_later else (),
        say(words.DISTRUSTED, units=naming.units(corpus, sorted(lens.distrust))) if lens.distrust else (),
        as_sentence(words.ALL if found.reading else words.ANY),
    ]
    return [Prose(chained(*said))]


def _decided(found: Settlements) -> Sentence:
    """How many criticisms count already."""
    count = len({each.criticism for each in found.counting})
    if not count:
        return ()
    pattern = words.ANYWAY if found.contradictions else words.ALREADY
    return say(pattern, criticisms=words.DECIDED[count != 1].format(count=number(count, capital=True)))


def _lead(found: Settlements) -> Sentence:
    criticisms = len({judgement.criticism for each in found.contradictions for judgement in each.judgements})
    several = words.CONTRADICT[criticisms != 1].format(count=counted(criticisms, "criticism", capital=True))
    return say(words.LEAD, judgements=several, things=_stay(len(found.undecided)), settlements=_how_many(found))


def _stay(things: int, *, first: bool = False) -> str:
    return words.STAY[things != 1].format(count=counted(things, words.THING, capital=first))


def _elsewhere(found: Settlements) -> list[Block]:
    """What is undecided in the other reading only is not passed over in silence."""
    if not found.elsewhere:
        return []
    return [Prose(say(words.ELSEWHERE[found.reading], things=_stay(len(found.elsewhere), first=True)))]


def _how_many(found: Settlements) -> str:
    if found.incoherent:
        return words.INCOHERENT
    if found.total is None:
        return words.UNCOUNTED
    if found.total > MILLION:
        return words.VERY_MANY
    return words.ONE_SETTLEMENT if found.total == 1 else words.SEVERAL_SETTLEMENTS.format(count=number(found.total))


def _contradiction(one: Concordance, each: Contradiction) -> list[Block]:
    blocks: list[Block] = [Items(tuple(_answers(one, each)))]
    if each.incoherent:
        return [*blocks, Prose(_why_none(one, each))]
    blocks.append(Heading(words.SETTLEMENTS_HEAD, 3))
    for place, settlement in enumerate(each.settlements, start=1):
        blocks += [Prose(_settled(one, settlement, place)), _consequences(one, settlement)]
    if not each.complete:
        blocks.append(Prose(say(words.FIRST_ONES, count=number(len(each.settlements))) if each.settlements else as_sentence(words.NONE_YET)))
    return blocks


def _answers(one: Concordance, each: Contradiction) -> list[Sentence]:
    every = set(each.answers)
    kept = [pair for pair in every if pair[0] <= pair[1] or pair[::-1] not in every]
    lines = [_answer(one, *pair, mutual=pair[::-1] in every) for pair in nsmallest(LISTED, kept)]
    if len(kept) > LISTED:
        lines.append(say(words.MORE_PAIRS, count=number(len(kept) - LISTED, capital=True)))
    return lines


def _answer(one: Concordance, first: Judgement, second: Judgement, *, mutual: bool) -> Sentence:
    if first == second:
        return say(words.ITSELF, one=_judged(one, [first]))
    pattern = words.MUTUAL if mutual else words.ONE_WAY
    return say(pattern, one=_judged(one, [first]), other=_judged(one, [second]))


def _settled(one: Concordance, settlement: Settlement, place: int) -> Sentence:
    counts = _together(one, settlement.counts, words.AND_THAT)
    aside = _together(one, settlement.aside, words.OR_THAT)
    pattern = words.BOTH if counts and aside else words.ONLY_COUNTS if counts else words.ONLY_ASIDE
    return say(pattern, place=str(place), counts=counts, aside=aside)


def _together(one: Concordance, judgements: Sequence[Judgement], between: str) -> Sentence:
    """Judgements by the criticism they belong to."""
    of: dict[str, list[Judgement]] = {}
    for each in judgements:
        of.setdefault(each.criticism, []).append(each)
    shown = chained(*(_judged(one, group) for group in list(of.values())[:LISTED]), between=between)
    return shown if len(of) <= LISTED else say(words.AND_MORE, words=shown, count=number(len(of) - LISTED))


def _judged(one: Concordance, group: Sequence[Judgement]) -> Sentence:
    """One criticism, in these of its aspects and uses only."""
    entry = one.entries[group[0].criticism]
    if not isinstance(entry, Criticism):
        return stated.brief(one, entry)
    aspects = tuple(dict.fromkeys(each.aspect for each in group if each.aspect))
    on = tuple(dict.fromkeys(PropositionId(each.on) for each in group if each.on))
    return stated.brief(one, replace(entry, aspects=aspects, on=on))


def _consequences(one: Concordance, settlement: Settlement) -> Block:
    sides = (("stands", settlement.stands), ("falls", settlement.falls))
    lines = [line for status, things in sides for line in _listed(one, things, status)]
    return Items(tuple(lines)) if lines else Prose(as_sentence(words.NO_CONSEQUENCE))


def _listed(one: Concordance, things: Sequence[Reason], status: str = "") -> list[Sentence]:
    shown = [_thing(one, each) for each in things[:LISTED]]
    if len(things) > LISTED:
        shown.append(say(words.MORE_THINGS, count=number(len(things) - LISTED)))
    return [say(words.CONSEQUENCE, sign=status_sign(status), thing=thing) for thing in shown] if status else shown


def _thing(one: Concordance, each: Reason) -> Sentence:
    if each.kind == "proposition":
        return say(words.PROPOSITION, proposition=naming.proposition(one.corpus, each.id), id=each.id)
    if each.kind == "source":
        return say(words.BELIEF, source=naming.source(one.corpus, each.id))
    return stated.said(one, each.id)


def _why_none(one: Concordance, each: Contradiction) -> Sentence:
    return chained(as_sentence(words.NO_SETTLEMENT), *_loop(one, each))


def _loop(one: Concordance, each: Contradiction) -> Iterable[Sentence]:
    if not each.loop:
        return (as_sentence(words.LOOP_NOT_FOUND),)
    if len(each.loop) == 1:
        cause = say(words.LOOP_ITSELF, one=_judged(one, each.loop))
    else:
        chain = chained(*(_judged(one, [judgement]) for judgement in each.loop[:LISTED]), between=words.ANSWERED_BY)
        if len(each.loop) > LISTED:
            chain = say(words.AND_MORE, words=chain, count=number(len(each.loop) - LISTED))
        cause = say(words.LOOP, count=capital(number(len(each.loop))), chain=chain)
    return cause, as_sentence(words.LOOP_ALONE if each.alone else words.LOOP_NOT_ALONE)
