"""The explanations: what each is made of, whether its parts have recorded support, what it needs and leaves unclaimed, what is missing in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fontes.findings import Support
from fontes.model.explanations import Component, Proposition
from fontes.model.names import PropositionId
from fontes.model.stances import Attitude
from fontes.present.pages import Words
from fontes.present.phrasing import counted, number
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Clause, Draft, DraftParagraph, DraftSection, Line, Titled, fill, listed
from fontes.present.review.material import Material
from fontes.present.review.notes import note, of_thing
from fontes.present.review.relied import people, reasons, that
from fontes.present.review.sides import sides
from fontes.present.review.wordings import wording_of


def explanations(m: Material) -> Iterator[DraftSection]:
    """A paragraph for each answer that is made of parts, that lacks something by its own account, or that needs another."""
    why = [id for id in m.questions if m.corpus.questions[id].kind == "why"]
    ids = dict.fromkeys(answer for id in why for answer in m.one.answers.get(id, ()))
    ids.update(dict.fromkeys(PropositionId(id) for id in sorted(m.propositions) if m.corpus.propositions[PropositionId(id)].parts
                             and not m.corpus.propositions[PropositionId(id)].figures))  # fmt: skip
    blocks = [block for id in sorted(ids, key=m.first) if (block := _explanation(m, m.corpus.propositions[id]))]
    if blocks:
        yield DraftSection((Words(words.EXPLANATIONS_HEAD),), tuple(blocks))


def _explanation(m: Material, one: Proposition) -> DraftParagraph | None:
    drafts = [*_parts(m, one), *_needed(m, one), *_missing(one), *_disclaimed(one)]
    return DraftParagraph((_standing(m, one), *drafts)) if drafts else None


def _standing(m: Material, one: Proposition) -> Draft:
    """Whose explanation it is, and how it stands as recorded."""
    held = sides(m, one.id)
    holders = list(dict.fromkeys(stance.agent for side in (held.written, held.spoken) for stance in side.get(Attitude.ASSERTS, ())))
    support = words.STANDS[m.statuses.proposition(one.id).value]
    stances = [stance for stance in m.stances(one.id) if stance.attitude is Attitude.ASSERTS]
    if not holders:
        return Draft(fill(words.NOBODYS, clause=Clause(one.id), stands=support), (one.id,), of_thing(one))
    who = people(m, holders) if len(holders) <= 3 else fill(
        words.AND_MORE, who=listed([people(m, [each]) for each in holders[:2]], ","), count=number(len(holders) - 2))
    return Draft(fill(words.EXPLAINS, who=who, clause=Clause(one.id), stands=support), reasons(stances, one.id), note(stances))


def _parts(m: Material, one: Proposition) -> Iterator[Draft]:
    """What it is made of, by how the parts belong to it, and how far these have recorded support."""
    groups: dict[str, list[Component]] = {}
    for part in one.parts:
        if part.proposition:
            groups.setdefault(part.manner, []).append(part)
    for at, (manner, parts) in enumerate(groups.items()):
        ids = [str(part.proposition) for part in parts]
        patterns = words.MADE_OF if not at else words.MADE_ALSO
        pattern = patterns[manner if manner in patterns else ""][len(ids) > 1]
        line = fill(pattern, count=counted(len(ids), words.PART), parts=_named(m, ids), support=_support(m, ids))
        stances = [stance for id in ids for stance in m.stances(id) if stance.attitude is Attitude.ASSERTS]
        yield Draft(line, (one.id, *ids), note(stances) or of_thing(one))


def _support(m: Material, ids: Sequence[str]) -> str:
    """Of how many there is recorded support, as a clause of the sentence that names them."""
    held = sum(m.statuses.proposition(id) is Support.SUPPORTED for id in ids)
    if len(ids) == 1:
        return words.PART_STANDS if held else words.PART_LACKS
    if held in (0, len(ids)):
        return words.BOTH_STAND if held == 2 else words.ALL_STAND if held else words.NONE_STANDS
    return words.SOME_STAND.format(count=number(held))


def _named(m: Material, ids: Sequence[str]) -> Line:
    """The parts as clauses; where some have support, those that have none say so."""
    lacking = {id for id in ids if m.statuses.proposition(id) is Support.NONE}
    lines: list[Line] = [(Clause(id), *((Words(words.UNSUPPORTED),) if id in lacking and len(lacking) < len(ids) else ())) for id in ids]
    long = len(ids) > 1 and any("," in wording_of(m.corpus, id) for id in ids)
    return listed(lines, words.LAST_OF_LONG, "; ") if long else listed(lines)


def _needed(m: Material, one: Proposition) -> Iterator[Draft]:
    if one.needs:
        support = {m.statuses.proposition(id) for id in one.needs}
        ending = words.NEED_HELD if support == {Support.SUPPORTED} else words.NEED_LACKS
        yield Draft(fill(words.NEEDS, things=that(m, one.needs), ending=ending), (one.id, *map(str, one.needs)), of_thing(one))


def _missing(one: Proposition) -> Iterator[Draft]:
    """What it lacks, in the words of the record."""
    absent = [part for part in one.parts if part.missing]
    ways: dict[object, list[Component]] = {}
    for part in absent:
        ways.setdefault(part.access.source if part.access else None, []).append(part)
    for source, parts in ways.items():
        by: Line = fill(words.BY_ACCESS, source=Titled(str(source))) if source else ()
        names = listed([(Words(_lower(part.missing)),) for part in parts])
        yield Draft(fill(words.MISSING, by=by, words=names), (one.id,), of_thing(one, [part.access for part in parts if part.access]))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")


def _disclaimed(one: Proposition) -> Iterator[Draft]:
    if one.disclaims:
        yield Draft(fill(words.DISCLAIMS, things=listed([(Clause(id),) for id in one.disclaims], "or")), (one.id, *map(str, one.disclaims)),
                    of_thing(one))  # fmt: skip
