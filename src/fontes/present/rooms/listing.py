"""The lists of each room: searchable, narrowed by one particular, a leaf at a time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from fontes.model.corpus import Corpus, Entry
from fontes.model.stances import Report, Stance
from fontes.present.pages import Block, Choice, Finder, Page, Pager, Prose, Room, Row, Table, To, Words, text_of
from fontes.present.phrasing import counted, joined, number, status_sign, trails, wording
from fontes.present.rooms import asked, naming, stated
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.parts import DOING, LEAF, doing


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for: words to find, a particular to narrow by, a thing to name, and a leaf from 1."""

    query: str = ""
    chosen: str = ""
    of: str = ""
    leaf: int = 1


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing in a list: what is searched in it, what narrows it, and its row when it is shown."""

    searched: str
    kinds: tuple[str, ...]
    row: Callable[[], Row]


def folded(text: str) -> str:
    """Text to be found by: without case, accents or width, in any script."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def in_order(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key to sort by as a person would: `n. 9` before `n. 10`, accents and case aside."""
    pieces: list[tuple[int, int, str]] = []
    digits = ""
    for sign in folded(text) + "\0":
        if sign.isdecimal():
            digits += sign
            continue
        if digits:
            pieces.append((0, int(digits), ""))
            digits = ""
        if sign != "\0":
            pieces.append((1, 0, sign))
    return tuple(pieces)


Standing = Callable[[str], str]
"""The status of a proposition or statement, by its id, as its word."""


def room_page(one: Concordance, room: Room, asked_for: Asked, standing: Standing | None = None) -> Page:
    """The list of a room, narrowed as asked. ``standing`` gives propositions and statements the sign of their status."""
    headings, listed = _made(one, room, asked_for, standing)
    kept = _kept(listed, asked_for)
    kinds = sorted({kind for each in listed for kind in each.kinds if kind}, key=in_order)
    finder = _finder(room, asked_for, kinds)
    blocks: tuple[Block, ...] = (finder, *_leaf(room, asked_for, headings, kept, bool(listed)))
    return Page(_here(room, asked_for), _title(one.corpus, room, asked_for), blocks)


def matching(one: Concordance, room: Room, asked_for: Asked) -> list[Listed]:
    """What a room's list keeps, in its order."""
    return _kept(_made(one, room, asked_for)[1], asked_for)


def _title(corpus: Corpus, room: Room, asked_for: Asked) -> str:
    if room is Room.STATEMENTS and asked_for.of:
        return wording.STATEMENTS_OF.format(thing=text_of((naming.thing(corpus, asked_for.of),)))
    return wording.ROOMS[room]


def _kept(listed: Sequence[Listed], asked_for: Asked) -> list[Listed]:
    words = folded(asked_for.query).split()
    return [
        each
        for each in listed
        if (not asked_for.chosen or asked_for.chosen in each.kinds)
        and (not words or all(word in folded(each.searched) for word in words))
    ]


def _finder(room: Room, asked_for: Asked, kinds: Sequence[str]) -> Finder:
    choices = tuple(Choice(kind, kind.replace("-", " ")) for kind in kinds)
    kept = (("of", asked_for.of),) if asked_for.of else ()
    return Finder(
        To(room), wording.FIND_IN[room], asked_for.query, "kind", wording.FILTER_LABELS[room],
        choices if len(choices) > 1 or asked_for.chosen else (), asked_for.chosen, kept,
    )  # fmt: skip


def _leaf(
    room: Room, asked_for: Asked, headings: tuple[str, ...], kept: Sequence[Listed], any_at_all: bool
) -> tuple[Block, ...]:
    if not kept:
        return (Prose((Words(wording.LIST_NO_MATCH if any_at_all else wording.LIST_NONE),)),)
    pages = -(-len(kept) // LEAF)
    leaf = min(max(asked_for.leaf, 1), pages)
    first = (leaf - 1) * LEAF
    shown = kept[first : first + LEAF]
    count = counted_of(room, len(kept))
    caption = wording.LIST_CAPTION.format(count=count, first=first + 1, last=first + len(shown)) if pages > 1 else count
    table = Table(caption, headings, tuple(each.row() for each in shown))
    return (table, *_pager(room, asked_for, leaf, pages))


def counted_of(room: Room, count: int) -> str:
    """How many there are of a room's kind."""
    return counted(count, wording.ONE_OF[room].lower(), capital=True)


def _pager(room: Room, asked_for: Asked, leaf: int, pages: int) -> tuple[Block, ...]:
    if pages == 1:
        return ()
    before, after = (
        _here(room, Asked(asked_for.query, asked_for.chosen, asked_for.of, to)) if 1 <= to <= pages else None
        for to in (leaf - 1, leaf + 1)
    )
    return (Pager(wording.LEAF.format(page=leaf, pages=pages), before, after),)


def _here(room: Room, asked_for: Asked) -> To:
    given = (("q", asked_for.query), ("kind", asked_for.chosen), ("of", asked_for.of))
    leaf = (("leaf", str(asked_for.leaf)),) if asked_for.leaf > 1 else ()
    return To(room, query=(*((key, value) for key, value in given if value), *leaf))


Made = tuple[tuple[str, ...], list[Listed]]
"""The headings of a list, and everything in it."""


def _made(one: Concordance, room: Room, asked_for: Asked, standing: Standing | None = None) -> Made:
    if room is Room.PROPOSITIONS:
        return _propositions(one, standing)
    if room is Room.STATEMENTS:
        return _statements(one, asked_for, standing)
    makers = {
        Room.QUESTIONS: _questions, Room.SOURCES: _sources, Room.AGENTS: _agents, Room.EVENTS: _events,
    }  # fmt: skip
    return makers[room](one, asked_for)


def _questions(one: Concordance, _asked: Asked) -> Made:
    made = []
    for each in sorted(one.corpus.questions.values(), key=lambda each: in_order(each.wording or each.id)):
        kind = wording.OPEN if asked.is_open(one, each.id) else wording.ANSWERED

        def row(id: str = each.id, kind: str = kind) -> Row:
            answers = len(one.answers.get(id, ()))
            since = asked.disputed_since(one, id)
            disputed = (Words(naming.date_since(one.corpus, since)),) if since else ()
            return Row(((naming.question(one.corpus, id),), (Words(number(answers)),), (Words(kind),), disputed))

        made.append(Listed(f"{each.id} {each.wording}", (kind,), row))
    return (wording.COLUMN_QUESTION, wording.COLUMN_ANSWERS, wording.COLUMN_HELD, wording.COLUMN_SINCE), made


def _propositions(one: Concordance, standing: Standing | None) -> Made:
    made = []
    for each in sorted(one.corpus.propositions.values(), key=lambda each: in_order(each.wording or each.id)):
        kinds = (
            wording.WITH_VOICES if asked.asserted(one, each.id) else wording.WITHOUT_VOICES,
            wording.OBSERVATIONS if each.observed else "",
        )

        def row(id: str = each.id, answers: tuple[str, ...] = each.answers) -> Row:
            voices = len({stance.agent for stance in asked.asserted(one, id)})
            to = joined([(naming.question(one.corpus, answer),) for answer in answers])
            row = Row(((naming.proposition(one.corpus, id),), (Words(number(voices)),), to))
            return _signed(row, standing(id)) if standing else row

        made.append(Listed(f"{each.id} {naming.proposition_words(one.corpus, each.id)}", kinds, row))
    status = (trails.STATUS,) if standing else ()
    return (wording.COLUMN_PROPOSITION, wording.COLUMN_ASSERTED_BY, wording.COLUMN_ANSWERING, *status), made


def _signed(row: Row, status: str) -> Row:
    """A row with the sign of a status at its end; faint where that is lost."""
    return replace(row, cells=(*row.cells, (status_sign(status),)), lost=status in ("falls", "without recorded support"))


def _sources(one: Concordance, _asked: Asked) -> Made:
    made = []
    for each in sorted(one.corpus.sources.values(), key=lambda each: in_order(each.title or each.id)):
        makers = [maker.agent for maker in each.makers]
        names = " ".join(text_of((naming.agent(one.corpus, maker),)) for maker in makers)

        def row(id: str = each.id, makers: Sequence[str] = makers) -> Row:
            found = one.corpus.sources[id]  # type: ignore[index]
            when = found.out or found.made
            by = naming.agents(one.corpus, makers)
            date = (Words(naming.date(one.corpus, when)),) if when else ()
            return Row(((naming.source(one.corpus, id),), by, date, (Words(naming.source_kind(found)),)))

        made.append(Listed(f"{each.id} {each.title} {names}", (each.kind,), row))
    return (wording.COLUMN_SOURCE, wording.COLUMN_BY, wording.COLUMN_OUT, wording.COLUMN_KIND), made


def _agents(one: Concordance, _asked: Asked) -> Made:
    made = []
    for each in sorted(one.corpus.agents.values(), key=lambda each: in_order(naming.agent_name(each))):
        roles = ", ".join(each.roles)

        def row(id: str = each.id, roles: str = roles) -> Row:
            acts = len(one.acts_of.get(id, ()))
            return Row(((naming.agent(one.corpus, id),), (Words(roles),), (Words(number(acts)),)))

        made.append(Listed(" ".join((each.id, each.name, *each.also)), each.roles, row))
    return (wording.COLUMN_AGENT, wording.COLUMN_ROLES, wording.COLUMN_ACTS), made


def _events(one: Concordance, _asked: Asked) -> Made:
    made = []
    for each in sorted(one.corpus.events.values(), key=lambda each: in_order(each.name or each.id)):

        def row(id: str = each.id, strand: str = each.strand) -> Row:
            datings = joined([stated.dated(dating.when, one.corpus) for dating in one.datings_of.get(id, ())[:4]], "or")
            return Row(((naming.event(one.corpus, id),), datings, (Words(strand.replace("-", " ")),)))

        made.append(Listed(f"{each.id} {each.name}", (each.strand, each.kind), row))
    return (wording.COLUMN_EVENT, wording.COLUMN_WHEN, wording.COLUMN_STRAND), made


def _statements(one: Concordance, asked_for: Asked, standing: Standing | None) -> Made:
    entries = one.entries.values() if not asked_for.of else naming_statements(one, asked_for.of)
    made = []
    for each in entries:

        def row(entry: Entry = each) -> Row:
            made = stated.row(one, entry, *doing(one, entry))
            return _signed(made, standing(entry.id)) if standing else made

        made.append(Listed(_searched(one, each, asked_for), (act(each),), row))
    return (*DOING, *((trails.STATUS,) if standing else ())), made


def naming_statements(one: Concordance, name: str) -> list[Entry]:
    """Every statement that names a thing, by date."""
    families = (
        one.acts_of, one.stances_on, one.criticisms_of, one.criticisms_on, one.resting_on, one.read_in, one.reports_on,
        one.received, one.datings_of, one.searches_of, one.in_case,
    )  # fmt: skip
    found: set[str] = {entry.id for family in families for entry in family.get(name, ())}
    found |= {stance.id for each in one.compromising.get(name, ()) for stance in one.stances_on.get(each, ())}
    return [entry for id, entry in one.entries.items() if id in found]


def act(entry: Entry) -> str:
    """What kind of act it is, in a word to narrow by."""
    if isinstance(entry, Stance):
        return entry.attitude.value
    if isinstance(entry, Report):
        return "tells" if entry.asserting else "relays"
    return type(entry).__name__.lower()


def _searched(one: Concordance, entry: Entry, asked_for: Asked) -> str:
    """The words of a statement; made only where something is looked for."""
    if not asked_for.query:
        return ""
    return f"{entry.id} {text_of(stated.brief(one, entry))} {getattr(entry, 'quote', '')}"


