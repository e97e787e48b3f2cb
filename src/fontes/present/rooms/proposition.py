"""The page of a proposition: who says it, where the trails end, what it hangs on, and what is said against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fontes.dates import Answer
from fontes.findings import Fallen, Node, Origins, Support
from fontes.model.corpus import Entry
from fontes.model.explanations import Figure, Proposition
from fontes.model.lens import Unit
from fontes.model.names import PropositionId, StatementId
from fontes.model.stances import Criticism, Stance
from fontes.present.pages import Block, Heading, Ink, Items, Link, Page, Prose, Room, Sentence, Table, To, Tree, Words
from fontes.present.phrasing import capital, chained, counted, joined, number, presence, say, status_sign, wording
from fontes.present.rooms import naming, stated, support
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.drawn import lineage_drawing
from fontes.present.rooms.lineage import branches, marked
from fontes.present.rooms.parts import LEAF, doing, lines, more, remarks, statements

_PAIRS = 6


def proposition_page(
    one: Concordance, origins: Origins, tree: Node, units: tuple[Unit, ...] = (), fallen: Fallen | None = None
) -> Page:
    """A proposition with its findings. `units` and `fallen` say what it would be without something.

    Raises KeyError where no proposition has the id of these findings.
    """
    found = one.corpus.propositions[PropositionId(origins.id)]
    blocks: tuple[Block, ...] = (
        *_considered(one, origins, units, fallen),
        Prose(_status(one, origins), lead=True),
        *_voices(one, found.id, tree.doubted),
        *_ends(one, origins),
        *_depends(one, origins),
        *_independence(one, origins),
        *_lineage(one, tree),
        *_criticisms(one, found.id, tree),
        *_then(one, found.id, one.reports_on.get(found.id, ()), wording.REPORTS_HEAD, wording.REPORTS_CAPTION, tree.doubted),
        *_then(one, found.id, one.resting_on.get(found.id, ()), wording.RESTING_HEAD, wording.RESTING_CAPTION, tree.doubted),
        *_related(one, found),
        *remarks(found.remarks),
    )
    title = naming.proposition_words(one.corpus, found.id)
    query = (("without", ",".join(map(str, units))),) if units else ()
    return Page(To(Room.PROPOSITIONS, found.id, query=query), title, blocks, wording.ONE_OF[Room.PROPOSITIONS])


def _considered(one: Concordance, origins: Origins, units: tuple[Unit, ...], fallen: Fallen | None) -> tuple[Block, ...]:
    if not units or fallen is None:
        return ()
    changes = (*fallen.falls, *fallen.weakened, *fallen.rises)
    own = next((change for change in changes if change.kind == "proposition" and change.id == origins.id), None)
    outcome = (
        wording.CONSIDERED_LOSES.format(before=own.before.value, after=own.after.value) if own else wording.CONSIDERED_SAME
    )
    others = sum(change.kind == "proposition" and change.id != origins.id for change in fallen.falls)
    said = say(wording.CONSIDERED_WITHOUT, units=naming.units(one.corpus, units), outcome=outcome)
    felled = wording.CONSIDERED_OTHERS.format(count=f"{number(others, capital=True)} other {wording.LOSE[others != 1]}")
    back = Link(wording.ALL_AS_RECORDED, To(Room.PROPOSITIONS, origins.id), Ink.RUBRIC)
    return (Prose(chained(said, (Words(felled),), (back,)), lead=True),)


def _status(one: Concordance, origins: Origins) -> Sentence:
    voices = origins.voices
    if voices.most:
        said = say(
            wording.FOR_LINE, status=(status_sign(origins.status.value),), voices=support.voices_count(voices),
            roles=support.by_role(voices),
        )  # fmt: skip
    else:
        said = (Words(wording.ONLY_SUPPOSED if origins.supposed_only else wording.NO_VOICES),)
    supposed: Sentence = ()
    if origins.supposed_by:
        supposed = say(wording.SUPPOSED_LINE, agents=naming.agents(one.corpus, origins.supposed_by[:LEAF]))
    return chained(said, supposed, _against(one, origins.against), _circular(origins))


def _against(one: Concordance, against: Origins | None) -> Sentence:
    if against is None or not against.voices.most:
        return ()
    voices = against.voices
    said = say(
        wording.AGAINST_LINE, voices=capital(support.voices_count(voices)), roles=support.by_role(voices)
    )
    if not voices.implied:
        return said
    return chained(said, say(wording.IMPLIED, agents=naming.agents(one.corpus, voices.implied[:LEAF])))


def _circular(origins: Origins) -> Sentence:
    return (Words(wording.CIRCULAR),) if origins.circular_only else ()


Doubted = Mapping[StatementId, Answer]
"""The statements that were not certainly there by the dates of the lens."""


def _voices(one: Concordance, id: str, doubted: Doubted) -> tuple[Block, ...]:
    every = one.stances_on.get(id, ())
    stances = [each for each in every if doubted.get(each.id) is not Answer.IMPOSSIBLE]
    left = _left_out(len(every) - len(stances))
    if not stances:
        return left
    rows = tuple(stated.row(one, stance, *_cells(one, stance, doubted), home=True) for stance in stances[:LEAF])
    headings = (wording.COLUMN_DATE, wording.COLUMN_WHO, wording.COLUMN_DOES, wording.COLUMN_WHERE)
    table = Table(wording.VOICES_CAPTION, headings, rows)
    return Heading(wording.VOICES_HEAD, anchor="voices"), table, *more(id, len(stances) - LEAF), *left


def _left_out(count: int) -> tuple[Block, ...]:
    """How many statements are left out because they came later than the dates of the lens."""
    if not count:
        return ()
    return (Prose(say(presence.NOT_YET, statements=counted(count, presence.STATEMENT, presence.STATEMENTS))),)


def _then(one: Concordance, id: str, entries: Sequence[Entry], heading: str, caption: str, doubted: Doubted) -> tuple[Block, ...]:
    """A table of the statements that were there by the dates of the lens; those only possibly there say so."""

    def cells(index: Concordance, entry: Entry) -> tuple[Sentence, ...]:
        first, *others = doing(index, entry)
        return marked(first, entry.id, doubted), *others

    there = [each for each in entries if doubted.get(each.id) is not Answer.IMPOSSIBLE]
    return (*statements(one, id, there, heading, caption, cells), *_left_out(len(entries) - len(there)))


def _cells(one: Concordance, stance: Stance, doubted: Doubted) -> tuple[Sentence, ...]:
    return marked(stated.who(one, stance), stance.id, doubted), stated.attitude(stance), stated.where(one, stance)


def _ends(one: Concordance, origins: Origins) -> tuple[Block, ...]:
    """The ends of both sides, each with its sign."""
    found = _side_ends(one, origins, wording.ENDS_HEAD, "ends")
    against = origins.against
    return (*found, *(_side_ends(one, against, wording.AGAINST_HEAD, "against") if against else ()))


def _side_ends(one: Concordance, origins: Origins, heading: str, anchor: str) -> tuple[Block, ...]:
    if not origins.origins:
        return ()
    most = counted(len(origins.origins), "origin", capital=True)
    lead = Prose((Words(wording.ENDS_SHOWN.format(most=most, shown=support.shown(origins))),))
    items = tuple(support.end(one, each) for each in origins.origins[:LEAF])
    rest = len(origins.origins) - LEAF
    left = ((Words(counted(rest, "other")),),) if rest > 0 else ()
    return Heading(heading, anchor=anchor), lead, Items((*items, *left))


def _depends(one: Concordance, origins: Origins) -> tuple[Block, ...]:
    if origins.status is Support.NONE:
        return ()
    indispensable = (
        say(wording.INDISPENSABLE, units=support.units(one.corpus, origins.indispensable))
        if origins.indispensable
        else (Words(wording.NOT_INDISPENSABLE),)
    )
    numbers: tuple[Sentence, ...] = ((Words(wording.NO_NUMBERS_WHILE_COUNTING),),)
    if origins.removals is not None and origins.separate_lines is not None:
        numbers = (indispensable, (Words(support.removals(origins.removals)),), (Words(support.lines(origins.separate_lines)),))
    said = (
        *numbers,
        *_overturning(one, origins),
        *_access(one, origins),
    )
    return Heading(wording.DEPENDS_HEAD, anchor="depends"), Items(said), *_tries(one, origins)


def _overturning(one: Concordance, origins: Origins) -> tuple[Sentence, ...]:
    smallest = [cut for cut in origins.overturning if len(cut) > 1][:1]
    return tuple(say(wording.TOGETHER_OVERTURN, units=support.units(one.corpus, cut)) for cut in smallest)


def _access(one: Concordance, origins: Origins) -> tuple[Sentence, ...]:
    if not origins.access:
        return ()
    through = joined([(naming.source(one.corpus, id),) for id in origins.access[:LEAF]])
    pattern = wording.READ_THROUGH if len(origins.access) == 1 else wording.READ_THROUGH_SOME
    return (say(pattern, access=through),)


def _tries(one: Concordance, origins: Origins) -> tuple[Block, ...]:
    """Links that show the page without one source or word at a time."""
    ends = [each.id for each in origins.origins if support.as_unit(one.corpus, each.id)][:_PAIRS * 2]
    if not ends:
        return ()
    links = [
        (Link(_plain(one, each), To(Room.PROPOSITIONS, origins.id, query=(("without", each),)), Ink.RUBRIC),) for each in ends
    ]
    return (Prose(say(wording.CONSIDER_WITHOUT, units=joined(links, "or"))),)


def _plain(one: Concordance, written: str) -> str:
    return "".join(part.text for part in support.unit(one.corpus, written) if not hasattr(part, "mark"))


def _independence(one: Concordance, origins: Origins) -> tuple[Block, ...]:
    pairs = origins.independence
    if not pairs:
        return ()
    counts = {value: sum(pair.value.value == value for pair in pairs) for value in wording.PAIR_VALUES}
    known = [pair for pair in pairs if pair.value.value != "not recorded"] or list(pairs)
    ends = {each.id: each for each in origins.origins}
    shown = tuple(
        say(
            wording.PAIR, first=support.end(one, ends[pair.pair[0]], sign=False),
            second=support.end(one, ends[pair.pair[1]], sign=False), value=wording.PAIR_VALUES[pair.value.value],
            reason=capital(pair.reason),
        )
        for pair in known[:_PAIRS]
        if pair.pair[0] in ends and pair.pair[1] in ends
    )  # fmt: skip
    words = wording.PAIRS_LINE.format(
        count=counted(len(pairs), "pair"), shared=_pairs(wording.PAIRS_SHARED, counts["shared"]),
        distinct=_pairs(wording.PAIRS_DISTINCT, counts["shown distinct"]), unknown=number(counts["not recorded"]),
    )  # fmt: skip
    return Heading(wording.INDEPENDENCE_HEAD, anchor="independence"), Prose((Words(words),)), Items(shown)


def _pairs(forms: tuple[str, str, str], count: int) -> str:
    return forms[min(count, 2)].format(count=number(count))


def _lineage(one: Concordance, tree: Node) -> tuple[Block, ...]:
    roots = branches(one, tree)
    if not roots:
        return ()
    drawn = lineage_drawing(one, tree)
    return Heading(wording.LINEAGE_HEAD, anchor="lineage"), *((drawn,) if drawn else ()), Tree(wording.LINEAGE_CAPTION, roots)


def _criticisms(one: Concordance, id: str, tree: Node) -> tuple[Block, ...]:
    touching: dict[str, Entry] = {each.id: each for each in one.criticisms_on.get(id, ())}
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        waiting.extend(node.children)
        family = {"source": node.id, "statement": f"^{node.id}"}.get(node.kind, "")
        for each in one.criticisms_of.get(family, ()):
            if isinstance(each, Criticism) and (not each.on or id in each.on):
                touching[each.id] = each
    ordered = sorted(touching.values(), key=lambda each: stated.order(one, each))
    return _then(one, id, ordered, wording.CRITICISMS_HEAD, wording.CRITICISMS_CAPTION, tree.doubted)


def _related(one: Concordance, found: Proposition) -> tuple[Block, ...]:
    corpus = one.corpus
    named = (
        (wording.ANSWERS, found.answers), (wording.EXCLUDES, found.excludes), (wording.NEEDS, found.needs),
        (wording.PART_OF, found.part_of), (wording.DISCLAIMS, found.disclaims), (wording.ABOUT, found.about),
        (wording.COMPROMISES, found.compromises),
    )  # fmt: skip
    parts = [
        (naming.proposition(corpus, part.proposition),) if part.proposition else (Words(wording.MISSING_PART.format(words=part.missing)),)
        for part in found.parts
    ]
    known = naming.accesses(corpus, found.access)
    said = lines(
        *(say(pattern, things=naming.things(corpus, ids)) for pattern, ids in named if ids),
        say(wording.PARTS, things=joined(parts)) if parts else "",
        *(_figure(figure) for figure in found.figures),
        wording.OBSERVED.get(found.observed, ""),
        say(wording.KNOWN_THROUGH, access=known) if known else "",
    )
    return (Heading(wording.RELATED_HEAD), *said) if said else ()


def _figure(figure: Figure) -> str:
    least, most = f"{figure.least:,f}", f"{figure.most:,f}"
    amount = least if least == most else f"{least}–{most}"
    return wording.FIGURE.format(number=amount, unit=figure.unit, of=figure.of).replace("  ", " ")
