"""Help inside: the list of topics, and one topic a page, from the words of the project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from fontes.present.pages import Block, Heading, Ink, Items, Link, Page, Part, Prose, Room, Row, Sentence, Sign, Table, To, Words
from fontes.present.phrasing import as_sentence, say, wording
from fontes.present.phrasing import help as words
from fontes.present.phrasing.help_terms import TERMS
from fontes.present.phrasing.signs import ATTITUDES, ORIGINS, SEVERITIES, STATUSES

_MARKED = re.compile(r"\[([^\]]+)\]\(([^)]*)\)|\*([^*]+)\*|`([^`]+)`")


def help_page() -> Page:
    """All topics: those on the whole, then the rooms."""
    on_all = tuple(_to(name) for name in words.ON_ALL)
    by_room = tuple(_to(name) for name in words.TOPICS if name not in words.ON_ALL)
    blocks = (
        Prose(as_sentence(words.LEAD), lead=True), Heading(words.TOPICS_HEAD), Items(on_all), Heading(words.ROOMS_HEAD), Items(by_room),
    )  # fmt: skip
    return Page(To(Room.HELP), words.TITLE, blocks)


def topic_page(name: str, keys: str = "") -> Page:
    """One topic. Raises KeyError where there is none of this name. ``keys`` is what was just done with the single keys: `on` or `off`."""
    topic = words.TOPICS[name]
    rooms = [room for room, of in words.OF_ROOM.items() if of == name and room not in (Room.FIRST, Room.KNOWN)]
    ways = [say(words.TO_ROOM, room=Link(wording.ROOMS[room], To(room))) for room in rooms]
    blocks = (*written(topic.text), *_put_in(name, keys), *(Prose(way) for way in ways), Prose((Link(words.BACK, To(Room.HELP)),)))
    return Page(To(Room.HELP, name), topic.title, blocks, words.KICKER)


def _to(name: str) -> Sentence:
    return (Link(words.TOPICS[name].title, To(Room.HELP, name)),)


def written(text: str) -> Iterator[Block]:
    """A text in the small hand of `phrasing.help` as blocks."""
    items: list[str] = []
    lines: list[str] = []
    for line in (*text.strip().splitlines(), "", "## "):
        if line.startswith("- "):
            items.append(line[2:])
        elif line.startswith("  ") and items:
            items[-1] += f" {line.strip()}"
        elif line and not line.startswith("## "):
            lines.append(line)
        else:
            if items:
                yield Items(tuple(sentence(item) for item in items))
            if lines:
                yield Prose(sentence(" ".join(lines)))
            if line[3:]:
                yield Heading(line[3:])
            items, lines = [], []


def sentence(text: str) -> Sentence:
    """A line with its links, stressed words and things to type."""
    made: list[Part] = []
    at = 0
    for found in _MARKED.finditer(text):
        if found.start() > at:
            made.append(Words(text[at : found.start()]))
        if found[1] is not None:
            made.append(Link(found[1], place(found[2])))
        else:
            made.append(Words(found[3], Ink.EMPHASIS) if found[3] is not None else Words(found[4], Ink.TYPED))
        at = found.end()
    return (*made, *((Words(text[at:]),) if text[at:] else ()))


def place(written: str) -> To:
    """`room/name` as a place. Raises ValueError for a room that is none."""
    room, _, name = written.partition("/")
    return To(Room(room), name)


def _put_in(name: str, keys: str) -> tuple[Block, ...]:
    """What a topic takes from where it is said."""
    if name == "signs":
        kinds: tuple[Mapping[object, Sign], ...] = (ATTITUDES, ORIGINS, STATUSES, SEVERITIES)  # type: ignore[assignment]
        signs = dict.fromkeys(sign for kind in kinds for sign in kind.values())
        rows = tuple(Row(((Words(sign.mark, sign.ink),), as_sentence(sign.word))) for sign in signs)
        return (Table(words.SIGNS_CAPTION, (words.SIGN, words.MEANS), rows),)
    if name == "words":
        return (Table(words.WORDS_CAPTION, (words.WORD, words.MEANS), tuple(Row((as_sentence(word), as_sentence(what))) for word, what in TERMS)),)
    if name == "findings":
        rows = tuple(Row((as_sentence(word), as_sentence(what))) for word, what in words.FINDINGS)
        return (Table(words.FINDINGS_CAPTION, (words.FINDING, words.MEANS), rows),)
    return _keyboard(keys) if name == "keyboard" else ()


def _keyboard(keys: str) -> tuple[Block, ...]:
    rows = tuple(Row(((Words(key, Ink.TYPED),), as_sentence(does))) for key, does, _ in words.KEYS)
    ways = tuple(
        (Link(label, To(Room.HELP, "keyboard", query=(("keys", state),))),) for label, state in ((words.KEYS_OFF, "off"), (words.KEYS_ON, "on"))
    )
    said = (Prose(as_sentence(words.KEYS_ARE[keys])),) if keys in words.KEYS_ARE else ()
    return (Table(words.KEYS_CAPTION, (words.KEY, words.DOES), rows), *said, Items(ways))
