"""Where the literature agrees, where it is disputed and since when, and who changed: what the finding of positions says, in prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fontes.findings.positions import AnswerHeld, Positions
from fontes.findings.positions.consensus import Word
from fontes.findings.positions.disputes import Dispute
from fontes.findings.positions.heard import Taken
from fontes.findings.positions.voices import Turn
from fontes.model.corpus import Entry
from fontes.model.names import QuestionId
from fontes.present.pages import Words
from fontes.present.phrasing import counted, number, ranged
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Draft, DraftParagraph, DraftSection, Line, Quoted, fill, linked, listed
from fontes.present.review.grounds import many, people, reasons
from fontes.present.review.material import Material
from fontes.present.review.notes import note
from fontes.present.review.wordings import since as since_
from fontes.present.review.wordings import spoken

SENTENCES = 6
"""So many questions without a dispute are told in one paragraph."""


def agreement(m: Material) -> Iterator[DraftSection]:
    """Question by question: how many speak, what is disputed and since when; then who took another side later."""
    blocks, single = [], []
    for id in m.questions:
        found = m.positions.get(id)
        drafts = list(_question(m, found)) if found else []
        if len(drafts) > 1:
            blocks.append(DraftParagraph(tuple(drafts)))
        else:
            single += drafts
    blocks += [DraftParagraph(tuple(single[at : at + SENTENCES])) for at in range(0, len(single), SENTENCES)]
    changes = [draft for id in m.questions if id in m.positions for draft in _changes(m, m.positions[id])]
    blocks += [DraftParagraph(tuple(changes))] if changes else []
    if blocks:
        yield DraftSection((Words(words.AGREEMENT_HEAD),), tuple(blocks))


def _question(m: Material, found: Positions) -> Iterator[Draft]:
    taken = [one for one in found.answers if one.outright]
    if found.heard[1] < 2 or not taken:
        return
    voices = ranged(*found.heard, words.VOICE)
    acts = _acts(m, taken)
    why = reasons(acts, found.name, *(one.id for one in taken))
    if not found.disputes:
        if len(taken) == 1:
            who = people(m, (agent for position in taken[0].outright for agent in position.voice))
            line = fill(words.ONE_ONLY, question=Quoted(found.name), proposition=Quoted(taken[0].id), who=who)
        else:
            line = fill(words.ONE_SIDED, question=Quoted(found.name), count=counted(len(taken), words.ANSWER), voices=voices)
        yield Draft(line, why, note(acts))
        return
    over = list(dict.fromkeys(id for one in found.disputes for id in (one.proposition, one.rival) if id))
    split = words.SPLIT_COUNT[len(over) > 1].format(number=number(len(over)), count=counted(len(taken), words.ANSWER))
    yield Draft(fill(words.SPLIT, question=Quoted(QuestionId(found.name)), voices=voices, disputed=split), why)
    yield from _agreed(m, taken)
    yield from (_disputed(m, one) for one in found.disputes if not one.rival)
    rivals = [one for one in found.disputes if one.rival]
    if rivals:
        yield _rivals(m, rivals)


def _agreed(m: Material, taken: Sequence[AnswerHeld]) -> Iterator[Draft]:
    """Answers of which the makers' own rule says that there is consensus, and those a majority holds."""
    for word, pattern in ((Word.CONSENSUS, words.CONSENSUS), (Word.MAJORITY, words.MAJORITY)):
        mine = [one for one in taken if one.verdict.words == (word,) and one.verdict.side == "for"]
        if mine:
            acts = _acts(m, mine)
            yield Draft(fill(pattern, things=listed([(Quoted(one.id),) for one in mine])), reasons(acts, *(one.id for one in mine)), note(acts))


def _disputed(m: Material, one: Dispute) -> Draft:
    acts = _entries(m, (each.id for each in one.reasons))
    since = words.SINCE_SHORT.format(date=since_(m.corpus, one.opened_by.when)) if one.opened_by.when else ""
    line = fill(
        words.DISPUTED_LINE, proposition=Quoted(one.proposition), held=people(m, one.holders), against=people(m, one.opponents), since=since,
        for_=words.IS_FOR[many(m, one.holders)], speak=words.SPEAK[many(m, one.opponents)],
    )  # fmt: skip
    return Draft(line, reasons(acts, one.proposition), note(acts))


def _rivals(m: Material, disputes: Sequence[Dispute]) -> Draft:
    """Answers that exclude each other, with somebody for either, in one sentence."""
    pairs = []
    for one in disputes:
        date = words.SINCE_PAIR.format(date=since_(m.corpus, one.opened_by.when)) if one.opened_by.when else ""
        pairs.append(fill(words.RIVAL_PAIR, one=Quoted(one.proposition), other=Quoted(str(one.rival)), since=date))
    acts = _entries(m, (each.id for one in disputes for each in one.reasons))
    named = [id for one in disputes for id in (one.proposition, str(one.rival))]
    return Draft(fill(words.RIVALS, pairs=linked(pairs, "; ")), reasons(acts, *named), note(acts))


def _changes(m: Material, found: Positions) -> Iterator[Draft]:
    """Who stood otherwise later."""
    for one in found.history:
        if one.turn is Turn.CHANGED and one.before and one.taken.when:
            yield _changed(m, one.taken, one.before)


def _changed(m: Material, taken: Taken, before: str) -> Draft:
    plural = many(m, [taken.agent])
    acts = _entries(m, [taken.statement])
    earlier = [each for each in m.stances(taken.proposition) if each.agent == taken.agent and each.attitude.value == before]
    line: Line = fill(
        words.CHANGED, who=people(m, [taken.agent]), verb=words.PAST[before][plural], proposition=Quoted(taken.proposition),
        later=spoken(m.corpus, taken.when), other=words.PAST[taken.option][plural],
    )  # fmt: skip
    every: list[Entry] = [*earlier, *acts]
    return Draft(linked([line], ""), reasons(every, taken.proposition), note(every))


def _acts(m: Material, taken: Iterable[AnswerHeld]) -> list[Entry]:
    return _entries(m, (act.statement for one in taken for position in one.outright for held in position.held for act in held.acts))


def _entries(m: Material, ids: Iterable[str]) -> list[Entry]:
    return [m.one.entries[id] for id in dict.fromkeys(ids) if id in m.one.entries]
