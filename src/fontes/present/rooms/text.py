"""The page of a source's text: a leaf of it with the statements at their lines, what cannot be placed, and what is found in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fontes.findings.texts.divided import Divided
from fontes.findings.texts.divided import Piece as Part
from fontes.findings.texts.placed import How, Placed, Placing, Unplaced
from fontes.model.names import SourceId
from fontes.present.pages import (
    Block,
    Finder,
    Heading,
    Ink,
    Items,
    Link,
    Note,
    Page,
    Piece,
    Prose,
    Room,
    Row,
    Run,
    Sentence,
    Table,
    To,
    Transcript,
    Words,
    text_of,
)
from fontes.present.phrasing import as_sentence, chained, counted, joined, number, say, wording
from fontes.present.phrasing import texts as words
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.leaves import LEAF, Leaf, leaf_of, pager
from fontes.present.rooms.parts import doing

MOST_NOTES = 24
"""So many statements stand in the margin of one piece; the others are counted."""
FIRST_UNPLACED = 8
"""So many statements without a place are listed under a leaf; all of them on a page of their own."""
UNPLACED = "unplaced"
"""What `show` asks for: the list of statements without a place."""
_ABOUT = 90
"""So many signs before and after what was looked for are shown."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A text open at a leaf: its name in the folder, and the names of other texts of the same source."""

    source: str
    name: str
    others: tuple[str, ...]
    divided: Divided
    placing: Placing

    def at(self, *query: tuple[str, str], anchor: str = "") -> To:
        """The address of something in this text."""
        own = (("as", self.name),) if self.others else ()
        return To(Room.TEXTS, self.source, anchor, (*own, *query))


def text_page(one: Concordance, text: Opened, leaf: int) -> Page:
    """A leaf of the text. A leaf beyond the last is the last."""
    leaves = text.divided.leaves
    at = min(max(leaf, 1), len(leaves))
    low, high = leaves[at - 1]
    found = one.corpus.sources[SourceId(text.source)]
    ways = pager(text.at(), Leaf(at, len(leaves), low, high, len(text.divided.pieces)))
    pieces = tuple(_pieces(one, text, low, high))
    blocks: tuple[Block, ...] = (
        Prose(_lead(text), lead=True), *_around(one, text), _finder(text, ""), *(ways if at > 1 else ()),
        Transcript(text.source, found.title or text.source, pieces, found.language), *ways, *_unplaced(one, text),
    )  # fmt: skip
    return _page(one, text, blocks, ("leaf", str(at)))


def found_page(one: Concordance, text: Opened, query: str, hits: Sequence[tuple[int, int]], leaf: int, marked: int | None = None) -> Page:
    """Where words stand in the text, each place with what stands around it. ``marked``: the piece that begins what they name, such as `p. 12`."""
    here, part = text.at(("q", query)), leaf_of(len(hits), leaf)
    back = Prose((Link(words.BACK, text.at()),))
    named = (Prose((Link(words.FOUND_MARKED.format(passage=query), _piece_at(text, marked), Ink.RUBRIC),)),) if marked is not None else ()
    if not hits:
        return _page(one, text, (_finder(text, query), *named, Prose((Words(words.FOUND_NONE),)), back), ("q", query))
    count = counted(len(hits), words.FOUND_ONE, words.FOUND_MANY, capital=True)
    told = Prose((Words(f"{part.caption(count)}."),))
    blocks: tuple[Block, ...] = (_finder(text, query), *named, told, Items(tuple(_hit(text, hit) for hit in part.of(hits))), *pager(here, part), back)
    return _page(one, text, blocks, ("q", query))


def unplaced_page(one: Concordance, text: Opened, leaf: int) -> Page:
    """All statements without a place, a leaf at a time."""
    them = text.placing.unplaced
    show, part = ("show", UNPLACED), leaf_of(len(them), leaf)
    table = _unplaced_table(one, part.of(them))
    heading = Heading(words.UNPLACED_HEAD)
    back = Prose((Link(words.BACK, text.at()),))
    return _page(one, text, (Prose(_lead(text)), back, heading, table, *pager(text.at(show), part)), show)


def texts_page(one: Concordance, them: Sequence[tuple[str, int]], leaf: int) -> Page:
    """The sources whose text is at hand, with how many statements are read in each."""
    here = To(Room.TEXTS)
    if not them:
        return Page(here, wording.ROOMS[Room.TEXTS], (Prose((Words(words.NONE),)),))
    part = leaf_of(len(them), leaf)
    rows = tuple(
        Row(((Link(one.corpus.sources[SourceId(id)].title or id, To(Room.TEXTS, id), language=one.corpus.sources[SourceId(id)].language),),
             as_sentence(str(count))))
        for id, count in part.of(them)
    )  # fmt: skip
    table = Table(words.LIST_LEAD.format(count=number(len(them))), (words.COLUMN_TEXT, words.COLUMN_STATEMENTS), rows)
    return Page(here, wording.ROOMS[Room.TEXTS], (table, *pager(here, part)))


def _page(one: Concordance, text: Opened, blocks: tuple[Block, ...], *query: tuple[str, str]) -> Page:
    found = one.corpus.sources[SourceId(text.source)]
    return Page(text.at(*query), found.title or text.source, blocks, words.KICKER, found.language)


def _lead(text: Opened) -> Sentence:
    here, without = len(text.placing.placed), len(text.placing.unplaced)
    if not here + without:
        return (Words(words.LEAD_NONE),)
    placed = words.PLACED[min(here, 2)].format(count=number(here))
    left = words.UNPLACED.format(count=number(without)) if without else ""
    return say(words.LEAD, count=counted(here + without, words.STATEMENT, capital=True), placed=placed, unplaced=left)


def _around(one: Concordance, text: Opened) -> tuple[Block, ...]:
    cited = text.divided.counted or ("marked" if text.divided.flat.marks else "")
    lines = [
        say(words.OF_SOURCE, source=naming.source(one.corpus, text.source)),
        as_sentence(words.HOW_CITED[cited]),
    ]
    if text.others:
        links = joined([(Link(name, To(Room.TEXTS, text.source, query=(("as", name),))),) for name in text.others[:LEAF]])
        lines.append(say(words.OTHER_TEXTS, texts=links))
    return (Prose(chained(*lines)),)


def _finder(text: Opened, query: str) -> Finder:
    return Finder(text.at(), words.FIND, query, kept=(("as", text.name),) if text.others else ())


# ---- the pieces of a leaf


def _pieces(one: Concordance, text: Opened, low: int, high: int) -> list[Piece]:
    parts = text.divided.pieces[low:high]
    if not parts:
        return []
    here = list(text.placing.between(parts[0].start, parts[-1].end))
    numbers: dict[str, int] = {each.read.id: at for at, each in enumerate(here, 1)}
    shown: list[Piece] = []
    for at, part in enumerate(parts):
        following = parts[at + 1].start if at + 1 < len(parts) else parts[-1].end
        own = [each for each in here if part.start <= each.start < max(following, part.end)]
        kept = own[:MOST_NOTES]
        notes = tuple(_note(one, each, numbers[each.read.id]) for each in kept)
        covering = [each for each in here if each.start < part.end and each.end > part.start and (each not in own or each in kept)]
        label, said = _label(text.divided, part)
        shown.append(
            Piece(
                f"at-{low + at + 1}", _runs(text.divided.flat.words, part, covering, numbers), label, said, part.passage, notes,
                _more(text, len(own) - len(kept)), not part.first,
            )
        )  # fmt: skip
    return shown


def _label(divided: Divided, part: Part) -> tuple[str, str]:
    """What stands at the left of a piece, and what is said of it to those who do not see it."""
    if part.mark:
        return part.mark, words.MARKED.format(mark=part.mark)
    if divided.counted == "l.":
        return str(part.line), words.LINE.format(number=part.line)
    if part.first and not divided.flat.marks:
        return str(part.paragraph), words.PARAGRAPH.format(number=part.paragraph)
    return "", ""


def _runs(text: str, part: Part, covering: Sequence[Placed], numbers: Mapping[str, int]) -> tuple[Run, ...]:
    """The words of a piece, cut wherever a quoted stretch begins or ends, or a line is to begin."""
    quoted = [each for each in covering if each.end > each.start]
    edges = {part.start, part.end, *part.breaks}
    edges |= {edge for each in quoted for edge in (each.start, each.end) if part.start < edge < part.end}
    cuts = sorted(edges)
    runs = []
    for low, high in pairwise(cuts):
        inside = tuple(numbers[each.read.id] for each in quoted if each.start <= low and each.end >= high)
        ends = tuple(numbers[each.read.id] for each in quoted if each.end == high and each.start < high)
        runs.append(Run(text[low:high], inside, ends, low in part.breaks))
    return tuple(runs)


def _note(one: Concordance, each: Placed, number_: int) -> Note:
    entry = one.entries[each.read.id]
    said = stated.brief(one, entry)
    lines: list[Sentence] = [said if text_of(said).endswith(".") else (*said, Words("."))]
    if each.how is How.SPELLED:
        lines.append(say(words.SPELLED, quote=each.read.quote))
    if each.others:
        lines.append(say(words.OTHER_PLACES, count=counted(each.others, words.PLACE, words.PLACES)))
    if each.how in (How.MARKED, How.COUNTED):
        lines.append(say(words.BY_PASSAGE if each.how is How.MARKED else words.BY_COUNTING, passage=each.read.passage))
    elif each.elsewhere:
        lines.append(say(words.ELSEWHERE, passage=each.read.passage))
    elif each.read.passage:
        lines.append((Words(f"{each.read.passage}."),))
    return Note(number_, each.read.id, chained(*lines), each.end > each.start)


def _more(text: Opened, count: int) -> Sentence:
    if count <= 0:
        return ()
    every = Link(words.ALL_OF_SOURCE, To(Room.STATEMENTS, query=(("of", text.source),)))
    return say(words.MORE_NOTES, count=number(count, capital=True), all=every)


# ---- beneath the text


def _unplaced(one: Concordance, text: Opened) -> tuple[Block, ...]:
    them = text.placing.unplaced
    if not them:
        return ()
    left = len(them) - FIRST_UNPLACED
    every = Link(words.UNPLACED_ALL.format(count=number(len(them))), text.at(("show", UNPLACED)))
    more = (Prose((every,)),) if left > 0 else ()
    return Heading(words.UNPLACED_HEAD, anchor="unplaced"), _unplaced_table(one, them[:FIRST_UNPLACED]), *more


def _unplaced_table(one: Concordance, them: Sequence[Unplaced]) -> Table:
    rows = []
    for each in them:
        row = stated.row(one, one.entries[each.read.id], *doing(one, one.entries[each.read.id]))
        why = as_sentence(words.WHY[each.why.value].format(passage=each.read.passage))
        rows.append(Row(row.cells, f"read-{each.read.id}", (why, *row.below), row.lost, each.read.id))
    headings = (wording.COLUMN_DATE, wording.COLUMN_WHO, wording.COLUMN_STATEMENT, wording.COLUMN_WHERE)
    return Table(words.UNPLACED_CAPTION, headings, tuple(rows))


def _piece_at(text: Opened, piece: int) -> To:
    """The way to a piece, from 0, on its leaf."""
    return text.at(("leaf", str(text.divided.leaf_of(piece))), anchor=f"at-{piece + 1}")


def _hit(text: Opened, hit: tuple[int, int]) -> Sentence:
    """What stands around a place, and the way to it."""
    start, end = hit
    whole = text.divided.flat.words
    piece = text.divided.piece_at(start)
    low = whole.find(" ", start - _ABOUT, start) + 1 if start > _ABOUT else 0
    high = whole.rfind(" ", end, end + _ABOUT) if end + _ABOUT < len(whole) else len(whole)
    high = max(high, end)
    before = f"{'… ' if low else ''}{whole[low:start]}"
    after = f"{whole[end:high]}{' …' if high < len(whole) else ''}"
    at = _piece_at(text, piece)
    passage = text.divided.pieces[piece].passage
    shown = (Words(before), Words(whole[start:end], Ink.EMPHASIS), Words(after))
    return (*shown, Words(" "), Link(passage or words.TO_PLACE, at))
