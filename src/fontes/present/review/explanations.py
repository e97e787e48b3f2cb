"""The explanations: who holds them, what they are made of, on what their parts stand, and what is missing in them."""

from __future__ import annotations

from collections.abc import Iterator

from fontes.findings import Support
from fontes.model.explanations import Component, Proposition
from fontes.model.names import PropositionId
from fontes.model.stances import Attitude, Stance
from fontes.present.pages import Words
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Draft, DraftParagraph, DraftSection, Line, Quoted, Titled, as_line, fill, listed
from fontes.present.review.grounds import many, people, reasons
from fontes.present.review.material import Material
from fontes.present.review.notes import note, of_thing
from fontes.present.review.views import supported

AGAINST = frozenset({Attitude.DOUBTS, Attitude.DENIES})

AGAINST = frozenset({Attitude.DOUBTS, Attitude.DENIES})


def explanations(m: Material) -> Iterator[DraftSection]:
    """A part for each answer to a *why* that is made of parts, needs or excludes something, or is questioned."""
    why = [id for id in m.questions if m.corpus.questions[id].kind == "why"]
    ids = dict.fromkeys(answer for id in why for answer in m.one.answers.get(id, ()))
    ids.update(dict.fromkeys(PropositionId(id) for id in sorted(m.propositions) if m.corpus.propositions[PropositionId(id)].parts
                             and not m.corpus.propositions[PropositionId(id)].figures))  # fmt: skip
    parts = [section for id in sorted(ids, key=m.first) if (section := _explanation(m, m.corpus.propositions[id]))]
    if parts:
        yield DraftSection((Words(words.EXPLANATIONS_HEAD),), ())
        yield from parts


def _explanation(m: Material, one: Proposition) -> DraftSection | None:
    drafts = [*_parts(m, one), *_missing(one), *_relations(m, one), *_raised(m, one)]
    if not drafts:
        return None
    return DraftSection((Quoted(one.id),), (DraftParagraph((_standing(m, one), *drafts)),), 3)


def _standing(m: Material, one: Proposition) -> Draft:
    """How it is supported as recorded, and who stands on which side."""
    stances = m.stances(one.id)
    sides = {attitude: [each for each in stances if each.attitude is attitude] for attitude in Attitude}
    line = as_line(words.STANDS[supported(m, one.id).value])
    held, guessed = sides[Attitude.ASSERTS], sides[Attitude.SUPPOSES]
    against = [each for each in stances if each.attitude in AGAINST]
    if held:
        line = (*line, *fill(words.HELD_BY, who=_who(m, held), hold=words.HELD_VERB[many(m, (each.agent for each in held))]))
    if guessed:
        line = (*line, *fill(words.SUPPOSED_BY, who=_who(m, guessed), suppose=words.VERBS["supposes"][many(m, (each.agent for each in guessed))]))
    if against:
        line = (*line, *fill(words.OPPOSED_BY, stand=words.STAND[many(m, (each.agent for each in against))], who=_who(m, against)))
    every = [*held, *guessed, *against]
    return Draft((*line, Words(".")), reasons(every, one.id), note(every))


def _who(m: Material, stances: list[Stance]) -> Line:
    return people(m, (each.agent for each in stances))


def _parts(m: Material, one: Proposition) -> Iterator[Draft]:
    known = [part for part in one.parts if part.proposition]
    groups: dict[str, list[Component]] = {}
    for part in known:
        groups.setdefault(part.manner, []).append(part)
    for at, (manner, parts) in enumerate(groups.items()):
        pattern = words.OTHER_PARTS if at else words.MADE_OF
        names = listed([(Quoted(str(part.proposition)),) for part in parts])
        ending = words.MANNERS.get(manner, "") if len(parts) > 1 or manner == "context" else ""
        stances = [stance for part in parts for stance in m.stances(str(part.proposition)) if stance.attitude is Attitude.ASSERTS]
        yield Draft(fill(pattern, parts=names, manner=ending), (one.id, *(str(part.proposition) for part in parts)), note(stances) or of_thing(one))
    if known:
        yield from _standing_parts(m, one, [str(part.proposition) for part in known])


def _standing_parts(m: Material, one: Proposition, ids: list[str]) -> Iterator[Draft]:
    by = {support: [id for id in ids if supported(m, id) is support] for support in Support}
    if len(by[Support.SUPPORTED]) == len(ids):
        yield Draft(as_line(words.PARTS_STAND), (one.id, *ids))
    if by[Support.IN_PART]:
        yield Draft(fill(words.PARTS_PART, things=_things(by[Support.IN_PART])), (one.id, *by[Support.IN_PART]))
    if by[Support.NONE]:
        yield Draft(fill(words.PARTS_LACK, things=_things(by[Support.NONE])), (one.id, *by[Support.NONE]))


def _things(ids: list[str]) -> Line:
    return listed([(Quoted(id),) for id in ids])


def _missing(one: Proposition) -> Iterator[Draft]:
    absent = [part for part in one.parts if part.missing]
    ways: dict[object, list[Component]] = {}
    for part in absent:
        ways.setdefault(part.access.source if part.access else None, []).append(part)
    for source, parts in ways.items():
        by: Line = fill(words.BY_ACCESS, source=Titled(str(source))) if source else ()
        names = listed([(Words(f"“{part.missing}”"),) for part in parts])
        pattern = words.MISSING if len(parts) == 1 else words.MISSING_MANY
        yield Draft(fill(pattern, by=by, words=names), (one.id,), of_thing(one, [part.access for part in parts if part.access]))


def _relations(m: Material, one: Proposition) -> Iterator[Draft]:
    rivals = sorted({*one.excludes, *(other.id for other in m.corpus.propositions.values() if one.id in other.excludes)})
    for pattern, ids in ((words.NEEDS, one.needs), (words.EXCLUDES, rivals), (words.DISCLAIMS, one.disclaims)):
        if ids:
            yield Draft(fill(pattern, things=_things([str(id) for id in ids])), (one.id, *map(str, ids)), of_thing(one))


def _raised(m: Material, one: Proposition) -> Iterator[Draft]:
    """What was asked of its holders."""
    found: dict[str, list[Stance]] = {}
    for stance in m.corpus.stances.values():
        if stance.against == one.id and stance.attitude is Attitude.RAISES:
            found.setdefault(stance.agent, []).append(stance)
    for agent, stances in found.items():
        questions = _things([str(stance.on) for stance in stances])
        line = fill(words.RAISED_AGAINST, who=people(m, [agent]), verb=words.RAISE[many(m, [agent])], questions=questions)
        yield Draft(line, reasons(stances, one.id, *(str(stance.on) for stance in stances)), note(stances))
