"""The page of a proposition: who says it, where the trails end, what it hangs on, and what is said against it."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from fontes.dates import Answer
from fontes.findings import Fallen, Node, Origins, Support
from fontes.model.corpus import Entry
from fontes.model.explanations import Figure, Proposition
from fontes.model.lens import Unit
from fontes.model.names import PropositionId, StatementId
from fontes.model.spelling import folded
from fontes.model.stances import Criticism, Stance
from fontes.present.pages import Block, Choice, Finder, Heading, Ink, Items, Link, Page, Prose, Room, Sentence, Table, To, Tree, Words, text_of
from fontes.present.phrasing import ATTITUDES, capital, chained, counted, joined, number, presence, say, status_sign, wording
from fontes.present.rooms import naming, stated, support
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.drawn import lineage_drawing
from fontes.present.rooms.leaves import LEAF, leaf_of, pager
from fontes.present.rooms.lineage import branches, marked
from fontes.present.rooms.parts import doing, lines, remarks, statements

_PAIRS = 6


@dataclass(frozen=True, slots=True)
class Turned:
    """How the lists of the page are turned: voices narrowed by words and attitude, and the leaf of each list."""

    query: str = ""
    attitude: str = ""
    voices: int = 1
    ends: int = 1
    against: int = 1

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The parameters of the address that say so."""
        leaves = (("leaf", self.voices), ("ends", self.ends), ("against", self.against))
        words = (("q", self.query), ("kind", self.attitude))
        return (*(pair for pair in words if pair[1]), *((key, str(leaf)) for key, leaf in leaves if leaf > 1))


def proposition_page(
    one: Concordance, origins: Origins, tree: Node, units: tuple[Unit, ...] = (), fallen: Fallen | None = None, turned: Turned = Turned(),
    behind: Container[tuple[str, str]] | None = None,
) -> Page:
    """A proposition with its findings, in the order of an edition: what is found, the drawing, the ends of the trails and what hangs on them,
    then the apparatus. `units` and `fallen` say what it would be without something. `behind`: the sources and statements it rests on, where the
    tree does not follow all of them.

    Raises KeyError where no proposition has the id of these findings.
    """
    found = one.corpus.propositions[PropositionId(origins.id)]
    title = naming.proposition_words(one.corpus, found.id)
    here = To(Room.PROPOSITIONS, found.id, query=((("without", ",".join(map(str, units))),) if units else ()) + turned.pairs)
    blocks: tuple[Block, ...] = (
        *_considered(one, origins, units, fallen),
        Prose(_status(one, origins), lead=True),
        *_drawing(one, tree),
        *_ends(one, origins, here, turned),
        *_depends(one, origins),
        *_independence(one, origins),
        *_voices(one, found.id, tree.doubted, here, turned),
        *_criticisms(one, found.id, tree, behind),
        *_then(one, found.id, one.reports_on.get(found.id, ()), wording.REPORTS_HEAD, wording.REPORTS_CAPTION, tree.doubted),
        *_then(one, found.id, one.resting_on.get(found.id, ()), wording.RESTING_HEAD, wording.RESTING_CAPTION, tree.doubted),
        *_related(one, found),
        *_trail(one, tree),
        *remarks(found.remarks),
    )
    return Page(here, title, blocks, wording.ONE_OF[Room.PROPOSITIONS], naming.language(one.corpus))


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
        said = chained(said, _lead_ends(origins))
    else:
        said = (Words(wording.ONLY_SUPPOSED if origins.supposed_only else wording.NO_VOICES),)
    supposed: Sentence = ()
    if origins.supposed_by:
        supposed = say(wording.SUPPOSED_LINE, agents=support.some_agents(one.corpus, origins.supposed_by))
    return chained(said, supposed, _against(one, origins.against), _circular(origins))


def _lead_ends(origins: Origins) -> Sentence:
    """How many ends the trails of the voices have, and how many origins that shows: each number leads to its reasons."""
    if not origins.origins:
        return ()
    count = support.link_to(origins.id, counted(len(origins.origins), "end"), "ends")
    if len(origins.origins) == 1:
        return say(wording.LEAD_END, count=count)
    return say(wording.LEAD_ENDS, count=count, shown=support.link_to(origins.id, support.shown(origins), "independence"))


def _against(one: Concordance, against: Origins | None) -> Sentence:
    if against is None or not against.voices.most:
        return ()
    voices = against.voices
    said = say(
        wording.AGAINST_LINE, voices=capital(support.voices_count(voices)), roles=support.by_role(voices)
    )
    if not voices.implied:
        return said
    return chained(said, say(wording.IMPLIED, agents=support.some_agents(one.corpus, voices.implied)))


def _circular(origins: Origins) -> Sentence:
    return (Words(wording.CIRCULAR),) if origins.circular_only else ()


Doubted = Mapping[StatementId, Answer]
"""The statements that were not certainly there by the dates of the lens."""


def _voices(one: Concordance, id: str, doubted: Doubted, here: To, turned: Turned) -> tuple[Block, ...]:
    every = one.stances_on.get(id, ())
    stances = [each for each in every if doubted.get(each.id) is not Answer.IMPOSSIBLE]
    left = _left_out(len(every) - len(stances))
    if not stances:
        return left
    kept = _narrowed(one, stances, turned)
    leaf = leaf_of(len(kept), turned.voices)
    rows = tuple(stated.row(one, stance, *_cells(one, stance, doubted), home=True) for stance in leaf.of(kept))
    headings = (wording.COLUMN_DATE, wording.COLUMN_WHO, wording.COLUMN_DOES, wording.COLUMN_WHERE)
    caption = wording.VOICES_CAPTION if leaf.only else leaf.caption(wording.VOICES_COUNT.format(count=counted(len(kept), wording.STANCE)))
    table: Block = Table(caption, headings, rows) if rows else Prose((Words(wording.LIST_NO_MATCH),))
    narrow = (_finder(here, stances, turned),) if len(stances) > LEAF else ()
    return Heading(wording.VOICES_HEAD, anchor="voices"), *narrow, table, *pager(here, leaf, anchor="voices"), *left


def _narrowed(one: Concordance, stances: Sequence[Stance], turned: Turned) -> Sequence[Stance]:
    """The stances of one attitude, or of those who or whose words are called so."""
    kept = [each for each in stances if turned.attitude in ("", each.attitude.value)]
    words = folded(turned.query).split()
    if not words:
        return kept
    searched = ((each, folded(f"{text_of(stated.who(one, each))} {each.id} {each.quote}")) for each in kept)
    return [each for each, text in searched if all(word in text for word in words)]


def _finder(here: To, stances: Sequence[Stance], turned: Turned) -> Finder:
    choices = tuple(Choice(each.value, ATTITUDES[each].word) for each in ATTITUDES if any(one.attitude is each for one in stances))
    kept = tuple(pair for pair in here.query if pair[0] == "without")
    return Finder(
        To(here.room, here.name), wording.FIND_VOICE, turned.query, "kind", wording.FILTER_LABELS[Room.STATEMENTS],
        choices if len(choices) > 1 or turned.attitude else (), turned.attitude, kept,
    )  # fmt: skip


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


def _ends(one: Concordance, origins: Origins, here: To, turned: Turned) -> tuple[Block, ...]:
    """The ends of both sides, each with its sign."""
    found = _side_ends(one, origins, wording.ENDS_HEAD, "ends", here, turned.ends)
    against = origins.against
    return (*found, *(_side_ends(one, against, wording.AGAINST_HEAD, "against", here, turned.against) if against else ()))


def _side_ends(one: Concordance, origins: Origins, heading: str, anchor: str, here: To, asked: int) -> tuple[Block, ...]:
    if not origins.origins:
        return ()
    most = counted(len(origins.origins), "origin", capital=True)
    lead = Prose((Words(wording.ENDS_SHOWN.format(most=most, shown=support.shown(origins))),))
    leaf = leaf_of(len(origins.origins), asked)
    items = tuple(support.end(one, each) for each in leaf.of(origins.origins))
    return Heading(heading, anchor=anchor), lead, Items(items), *pager(here, leaf, anchor, anchor)


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
    named = [(naming.source(one.corpus, id),) for id in origins.access[: support.NAMED]]
    rest = len(origins.access) - support.NAMED
    through = joined([*named, *([(Words(counted(rest, "other")),)] if rest > 0 else [])])
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


def _drawing(one: Concordance, tree: Node) -> tuple[Block, ...]:
    """The lineage as a drawing, early on the page; it says where the same stands as a list."""
    drawn = lineage_drawing(one, tree)
    if drawn is None:
        return ()
    listed = Link(wording.LINEAGE_LISTED, To(Room.PROPOSITIONS, tree.id, "trail"))
    return Heading(wording.LINEAGE_HEAD, anchor="lineage"), drawn, Prose((listed,))


def _trail(one: Concordance, tree: Node) -> tuple[Block, ...]:
    roots = branches(one, tree)
    return (Heading(wording.TRAIL_HEAD, anchor="trail"), Tree(wording.LINEAGE_CAPTION, roots)) if roots else ()


def _criticisms(one: Concordance, id: str, tree: Node, behind: Container[tuple[str, str]] | None) -> tuple[Block, ...]:
    behind = _things(tree) if behind is None else behind
    touching: dict[str, Entry] = {each.id: each for each in one.criticisms_on.get(id, ())}
    for family, them in one.criticisms_of.items():
        if criticised(family) in behind:
            touching.update((each.id, each) for each in them if isinstance(each, Criticism) and (not each.on or id in each.on))
    ordered = sorted(touching.values(), key=lambda each: stated.order(one, each))
    shown = _then(one, id, ordered, wording.CRITICISMS_HEAD, wording.CRITICISMS_CAPTION, tree.doubted)
    settle = Link(wording.ROOMS[Room.SETTLEMENTS].lower(), To(Room.SETTLEMENTS), Ink.RUBRIC)
    return (*shown, Prose(say(wording.SETTLED_AT, settlements=settle))) if len(ordered) > 1 else shown


def criticised(family: str) -> tuple[str, str]:
    """The kind and the id of what is criticised: a source, or a statement by its id with its sign."""
    return ("statement", family[1:]) if family.startswith("^") else ("source", family)


def _things(tree: Node) -> frozenset[tuple[str, str]]:
    waiting, found = [tree], set[tuple[str, str]]()
    while waiting:
        node = waiting.pop()
        waiting.extend(node.children)
        found.add((node.kind, node.id))
    return frozenset(found)


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
