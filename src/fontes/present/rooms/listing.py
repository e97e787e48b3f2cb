"""The lists of each room: searchable, narrowed by one particular, a leaf at a time."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import overload

from fontes.model.corpus import Corpus, Entry
from fontes.model.spelling import folded, in_order
from fontes.model.stances import Report, Stance
from fontes.present.pages import Choice, Finder, Page, Prose, Room, Row, Table, To, Words, text_of
from fontes.present.phrasing import acts, counted, joined, number, status_sign, trails, wording
from fontes.present.rooms import asked, naming, stated
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.leaves import leaf_of, pager
from fontes.present.rooms.parts import DOING, doing

__all__ = ["Asked", "Listed", "Made", "Standing", "counted_of", "everything", "folded", "in_order", "room_page"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for: words to find, a particular to narrow by, a thing to name, and a leaf from 1."""

    query: str = ""
    chosen: str = ""
    of: str = ""
    leaf: int = 1


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing in a list: its name, what is searched in it where there is no index, what narrows it, and its row when it is shown."""

    id: str
    searched: Callable[[], str]
    kinds: tuple[str, ...]
    row: Callable[[], Row]


Standing = Callable[[str], str]
"""The status of a proposition or statement, by its id, as its word."""


def room_page(
    one: Concordance, room: Room, asked_for: Asked, standing: Standing | None = None, made: Made | None = None, found: Container[str] | None = None
) -> Page:
    """The list of a room, narrowed as asked. ``standing`` gives propositions and statements the sign of their status.

    ``made`` is everything in the list, where it was made before; ``found`` the names of what an index says has the words that are looked for.
    """
    headings, listed, kinds = made or everything(one, room, asked_for.of)
    kept = _kept(listed, asked_for, found)
    signed = standing is not None and room in (Room.PROPOSITIONS, Room.STATEMENTS)
    finder = _finder(room, asked_for, kinds)
    title = _title(one.corpus, room, asked_for)
    here = _here(room, asked_for)
    if not kept:
        none = Prose((Words(wording.LIST_NO_MATCH if listed else wording.LIST_NONE),))
        return Page(here, title, (finder, none))
    leaf = leaf_of(len(kept), asked_for.leaf)
    shown = [(each.id, each.row()) for each in leaf.of(kept)]
    rows = tuple(_signed(row, standing(id)) if signed and standing else row for id, row in shown)
    table = Table(leaf.caption(counted_of(room, len(kept))), (*headings, *((trails.STATUS,) if signed else ())), rows)
    return Page(here, title, (finder, table, *pager(here, leaf)))


def _title(corpus: Corpus, room: Room, asked_for: Asked) -> str:
    if room is Room.STATEMENTS and asked_for.of:
        return wording.STATEMENTS_OF.format(thing=text_of((naming.thing(corpus, asked_for.of),)))
    return wording.ROOMS[room]


def _kept(listed: Sequence[Listed], asked_for: Asked, found: Container[str] | None) -> Sequence[Listed]:
    kept = [each for each in listed if asked_for.chosen in each.kinds] if asked_for.chosen else listed
    words = folded(asked_for.query).split()
    if not words:
        return kept
    if found is not None:
        return [each for each in kept if each.id in found]
    return [each for each in kept if all(word in searched for searched in (folded(each.searched()),) for word in words)]


def _finder(room: Room, asked_for: Asked, kinds: Sequence[str]) -> Finder:
    choices = tuple(Choice(kind, acts.NARROWED.get(kind, kind.replace("-", " "))) for kind in kinds)
    kept = (("of", asked_for.of),) if asked_for.of else ()
    return Finder(
        To(room), wording.FIND_IN[room], asked_for.query, "kind", wording.FILTER_LABELS[room],
        choices if len(choices) > 1 or asked_for.chosen else (), asked_for.chosen, kept,
    )  # fmt: skip


def counted_of(room: Room, count: int) -> str:
    """How many there are of a room's kind."""
    return counted(count, wording.ONE_OF[room].lower(), capital=True)


def _here(room: Room, asked_for: Asked) -> To:
    given = (("q", asked_for.query), ("kind", asked_for.chosen), ("of", asked_for.of))
    leaf = (("leaf", str(asked_for.leaf)),) if asked_for.leaf > 1 else ()
    return To(room, query=(*((key, value) for key, value in given if value), *leaf))


Rows = tuple[tuple[str, ...], Sequence[Listed]]
"""The headings of a list, and everything in it."""
Made = tuple[tuple[str, ...], Sequence[Listed], tuple[str, ...]]
"""The same, and by what it can be narrowed, in order."""


def everything(one: Concordance, room: Room, of: str = "") -> Made:
    """All that a room's list holds, in its order; of statements, those that name the thing ``of``. Made once for a corpus and its dates."""
    if room is Room.STATEMENTS:
        entries = naming_statements(one, of) if of else list(one.entries.values())
        return DOING, _Statements(one, entries), tuple(sorted(set(map(act, entries)), key=in_order))
    makers: Mapping[Room, Callable[[Concordance], Rows]] = {
        Room.QUESTIONS: _questions, Room.PROPOSITIONS: _propositions, Room.SOURCES: _sources, Room.AGENTS: _agents, Room.EVENTS: _events,
    }  # fmt: skip
    headings, listed = makers[room](one)
    return headings, listed, tuple(sorted({kind for each in listed for kind in each.kinds if kind}, key=in_order))


def _questions(one: Concordance) -> Rows:
    made = []
    for each in sorted(one.corpus.questions.values(), key=lambda each: in_order(each.wording or each.id)):
        kind = wording.OPEN if asked.is_open(one, each.id) else wording.ANSWERED

        def row(id: str = each.id, kind: str = kind) -> Row:
            answers = len(one.answers.get(id, ()))
            since = asked.disputed_since(one, id)
            disputed = (Words(naming.date_since(one.corpus, since)),) if since else ()
            return Row(((naming.question(one.corpus, id),), (Words(number(answers)),), (Words(kind),), disputed))

        made.append(Listed(each.id, partial(" ".join, (each.id, each.wording)), (kind,), row))
    return (wording.COLUMN_QUESTION, wording.COLUMN_ANSWERS, wording.COLUMN_HELD, wording.COLUMN_SINCE), made


def _propositions(one: Concordance) -> Rows:
    made = []
    for each in sorted(one.corpus.propositions.values(), key=lambda each: in_order(each.wording or each.id)):
        kinds = (
            wording.WITH_VOICES if asked.asserted(one, each.id) else wording.WITHOUT_VOICES,
            wording.OBSERVATIONS if each.observed else "",
        )

        def row(id: str = each.id, answers: tuple[str, ...] = each.answers) -> Row:
            voices = len({stance.agent for stance in asked.asserted(one, id)})
            to = joined([(naming.question(one.corpus, answer),) for answer in answers])
            return Row(((naming.proposition(one.corpus, id),), (Words(number(voices)),), to))

        made.append(Listed(each.id, partial(" ".join, (each.id, naming.proposition_words(one.corpus, each.id))), kinds, row))
    return (wording.COLUMN_PROPOSITION, wording.COLUMN_ASSERTED_BY, wording.COLUMN_ANSWERING), made


def _signed(row: Row, status: str) -> Row:
    """A row with the sign of a status at its end; faint where that is lost."""
    return replace(row, cells=(*row.cells, (status_sign(status),)), lost=status in ("falls", "without recorded support"))


def _sources(one: Concordance) -> Rows:
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

        made.append(Listed(each.id, partial(" ".join, (each.id, each.title, names)), (each.kind,), row))
    return (wording.COLUMN_SOURCE, wording.COLUMN_BY, wording.COLUMN_OUT, wording.COLUMN_KIND), made


def _agents(one: Concordance) -> Rows:
    made = []
    for each in sorted(one.corpus.agents.values(), key=lambda each: in_order(naming.agent_name(each))):
        roles = ", ".join(each.roles)

        def row(id: str = each.id, roles: str = roles) -> Row:
            acts = len(one.acts_of.get(id, ()))
            return Row(((naming.agent(one.corpus, id),), (Words(roles),), (Words(number(acts)),)))

        made.append(Listed(each.id, partial(" ".join, (each.id, each.name, *each.also)), each.roles, row))
    return (wording.COLUMN_AGENT, wording.COLUMN_ROLES, wording.COLUMN_ACTS), made


def _events(one: Concordance) -> Rows:
    made = []
    for each in sorted(one.corpus.events.values(), key=lambda each: in_order(each.name or each.id)):

        def row(id: str = each.id, strand: str = each.strand) -> Row:
            datings = joined([stated.dated(dating.when, one.corpus) for dating in one.datings_of.get(id, ())[:4]], "or")
            return Row(((naming.event(one.corpus, id),), datings, (Words(strand.replace("-", " ")),)))

        made.append(Listed(each.id, partial(" ".join, (each.id, each.name)), (each.strand, each.kind), row))
    return (wording.COLUMN_EVENT, wording.COLUMN_WHEN, wording.COLUMN_STRAND), made


class _Statements(Sequence[Listed]):
    """Statements as they are listed, each made when it is looked at: a page looks at a leaf of them."""

    def __init__(self, one: Concordance, entries: Sequence[Entry]) -> None:
        self._one, self._entries = one, entries

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, at: int) -> Listed: ...
    @overload
    def __getitem__(self, at: slice) -> list[Listed]: ...
    def __getitem__(self, at: int | slice) -> Listed | list[Listed]:
        return [self._listed(each) for each in self._entries[at]] if isinstance(at, slice) else self._listed(self._entries[at])

    def _listed(self, each: Entry) -> Listed:
        return Listed(each.id, partial(_searched, self._one, each), (act(each),), partial(_statement_row, self._one, each))


def _statement_row(one: Concordance, entry: Entry) -> Row:
    return stated.row(one, entry, *doing(one, entry))


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


def _searched(one: Concordance, entry: Entry) -> str:
    """The words of a statement; made only where something is looked for and there is no index."""
    return f"{entry.id} {text_of(stated.brief(one, entry))} {getattr(entry, 'quote', '')}"
