"""The workbench as a static site: the same pages by the same templates, with relative links, no script and no server.

What needs a server is left out: the search, the lists narrowed by a word, what had reached an agent by a day that is asked for, a page tried without
something. The pages of errors are left out too, since they show lines of the files, private notes among them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request

from fontes.diagnostics import Diagnostic
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN
from fontes.model.names import Remarks, SourceId
from fontes.present.documents import as_html, as_markdown
from fontes.present.pages import Block, Finder, Items, Lines, Link, Page, Pager, Prose, Room, Row, Sentence, To, Words
from fontes.present.phrasing import lens as lens_words
from fontes.present.phrasing import publish as words
from fontes.present.phrasing import wording
from fontes.present.rooms.lens import seen_words
from fontes.web import reviewing, rooms
from fontes.web.addresses import fragment
from fontes.web.pages import environment
from fontes.web.reading import Reading
from fontes.web.visit import Visit, visited
from fontes.workbench import Asked

NAVIGATION = (
    Room.QUESTIONS, Room.PROPOSITIONS, Room.SOURCES, Room.AGENTS, Room.EVENTS, Room.STATEMENTS, Room.CHRONOLOGY, Room.FIGURES, Room.GAPS, Room.REVIEW,
)  # fmt: skip
_NARROWED = frozenset(("leaf", "of"))
_ALSO = {Room.GAPS: frozenset(("kind", "q")), Room.SOURCES: frozenset(("text",))}
"""What else a link into a room may ask for: all gaps of a kind, or of a question; the text of a source."""
FORMS = ("html", "md")
"""The forms in which a review is kept here; the others are set by what need not be installed."""
_LEFT_OUT = frozenset((Room.ERRORS, Room.SEARCH, Room.KNOWN, Room.TEXTS))
_STATIC = Path(__file__).parent / "static"
_PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_TAKEN = re.compile(r"index|whole|leaf-.*|of-.*|kind-.*|con|prn|aux|nul|com\d|lpt\d")
_SCRIPT = re.compile(r'<script type="module" src="/static/[a-z]+\.js"></script>')
TEXT = "text"
"""What a link to the full text of a source asks for."""


def file_name(name: str) -> str:
    """A file name for any name in any script: the same where it is plain, else its plain signs and a fingerprint. Different names never share one.

    It holds nothing but small letters, digits, hyphens and one ``~``, so it leads nowhere else and means the same on every disk.
    """
    if _PLAIN_NAME.fullmatch(name) and not _TAKEN.fullmatch(name):
        return name
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40]
    return f"{plain or 'x'}~{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def where(to: To, under: str = "") -> str:
    """The file of a place, within the folder of its lens. ``query`` may hold a leaf, a name that is asked of, or the text."""
    asked = dict(to.query)
    if to.room is Room.GAPS and "q" in asked:
        asked["of"] = asked.pop("q")
    if to.room is Room.FIRST:
        inside = "index"
    elif to.form:
        return f"{under}review/files/{file_name(asked['of']) if 'of' in asked else 'whole'}.{to.form}"
    elif TEXT in asked:
        inside = f"texts/{file_name(to.name)}" if to.name else "texts/index"
    else:
        narrowed = next((f"{key}-{file_name(asked[key])}" for key in ("of", "kind") if key in asked), "index")
        stem = file_name(to.name) if to.name else narrowed
        leaf = f"{'leaf' if stem == 'index' else f'{stem}~leaf'}-{asked['leaf']}" if asked.get("leaf", "1") != "1" else stem
        inside = f"{to.room.value}/{leaf}"
    return f"{under}{inside}.html"


def relative(target: str, here: str) -> str:
    """The way from one file to another, written for an address."""
    steps, base = target.split("/"), here.split("/")[:-1]
    same = 0
    while same < min(len(steps) - 1, len(base)) and steps[same] == base[same]:
        same += 1
    return quote("/".join([".."] * (len(base) - same) + steps[same:]), safe="/~")


def publishable(to: To) -> bool:
    """Is there a page of the site for it? Of the gaps of one question a few of each kind are shown, as in the workbench, and no kind by itself."""
    asked = {key for key, _ in to.query}
    if to.room in _LEFT_OUT or to.form not in ("", *FORMS) or ("kind" in asked and asked & {"q", "of"}):
        return False
    return asked <= _NARROWED | _ALSO.get(to.room, frozenset())


@dataclass
class _Site:
    """One lens of the site: pages are made as links lead to them."""

    reading: Reading
    name: str
    texts: Mapping[str, str]
    lenses: tuple[tuple[str, str], ...]

    @property
    def under(self) -> str:
        """The folder of the lens."""
        return f"lens/{file_name(self.name)}/" if self.name else ""

    def files(self) -> Iterator[tuple[str, str]]:
        """Every page that can be reached from the first, each once."""
        start = To(Room.FIRST)
        waiting: dict[str, To] = {where(start, self.under): start}
        done: set[str] = set()
        while waiting:
            path = next(iter(waiting))
            to = waiting.pop(path)
            done.add(path)
            html, linked = self.page(to, path)
            yield path, html
            for each in linked:
                other = where(each, self.under)
                if other not in done:
                    waiting.setdefault(other, each)

    def page(self, to: To, path: str) -> tuple[str, list[To]]:
        """One file, and where its links lead."""
        visit = self.visit(to)
        if to.form:
            found = reviewing.told(visit, dict(to.query).get("of", ""))
            return (as_html(found) if to.form == "html" else as_markdown(found)), []
        made = self.text(to) if TEXT in dict(to.query) else self.with_text(self.made(to, visit), to)
        return self.rendered(replace(made, blocks=tuple(_blocks(made.blocks))), path)

    def made(self, to: To, visit: Visit) -> Page:
        """The page of the workbench."""
        if to.room is Room.FIRST:
            return rooms.first(visit)
        if to.name:
            return rooms.THINGS[to.room][0](visit)
        return rooms.ROOMS[to.room](visit) if to.room in rooms.ROOMS else rooms.listed(to.room)(visit)

    def visit(self, to: To) -> Visit:
        """What the page is made from: as if somebody had asked for it, through this lens."""
        query = [*((key, value) for key, value in to.query if key != TEXT), *([("lens", self.name)] if self.name else [])]
        scope = {
            "type": "http", "method": "GET", "path": f"/{to.room.value}", "query_string": urlencode(query).encode(), "headers": [],
            "path_params": {"name": to.name} if to.name else {}, "app": SimpleNamespace(state=SimpleNamespace(reading=self.reading)),
        }  # fmt: skip
        return visited(Request(scope))

    def with_text(self, made: Page, to: To) -> Page:
        """A source with the way to its text, where texts are published; the first page with the way to all."""
        if to.room is Room.SOURCES and to.name in self.texts:
            link = Link(words.ITS_TEXT, To(Room.SOURCES, to.name, query=((TEXT, "1"),)))
        elif to.room is Room.FIRST and self.texts:
            link = Link(words.TEXTS, To(Room.SOURCES, query=((TEXT, "1"),)))
        else:
            return made
        return replace(made, blocks=(*made.blocks, Prose((link,))))

    def text(self, to: To) -> Page:
        """A full text, or the list of them."""
        corpus = self.reading.current().corpus
        if to.name:
            found = corpus.sources.get(SourceId(to.name))
            title = found.title if found and found.title else to.name
            back = (Prose((Link(words.THE_SOURCE, To(Room.SOURCES, to.name)),)),) if found else ()
            return Page(to, title, (*back, Lines(self.texts[to.name])), words.TEXT)
        links = tuple((Link(name, To(Room.SOURCES, name, query=((TEXT, "1"),))),) for name in sorted(self.texts))
        return Page(to, words.TEXTS, (Items(links),))

    def seen(self) -> str:
        """What this lens assumes; of voices it chooses, that they narrow positions alone. Empty where there is nothing but the record."""
        corpus = self.reading.current().corpus
        if len(self.lenses) < 2:
            return ""
        lens = corpus.lenses[self.name].lens if self.name else PLAIN
        narrows = lens.voices or lens.school or lens.taken_within is not None
        return f"{seen_words(corpus, lens)} {lens_words.VOICES_NARROW_POSITIONS if narrows else ''}".strip()

    def rendered(self, page: Page, path: str) -> tuple[str, list[To]]:
        """The page as HTML, and the places its links lead to."""
        linked: list[To] = []

        def address(to: To) -> str:
            linked.append(replace(to, anchor=""))
            way = relative(where(to, self.under), path)
            return f"{way}#{fragment(to.anchor)}" if to.anchor else way

        preface = self.reading.current().corpus.preface
        html = environment().get_template("published.html").render(
            page=page, corpus=preface.title or preface.id or wording.UNTITLED, rooms=NAVIGATION, address=address, publish=words,
            corpus_language=preface.language if preface.language != wording.LANGUAGE else "", static=relative("static/", path),
            seen=self.seen(),
            lenses=[(label, relative(_first_of(name), path), name == self.name) for name, label in self.lenses] if len(self.lenses) > 1 else [],
        )  # fmt: skip
        return _SCRIPT.sub("", html), [to for to in linked if publishable(to)]


def _first_of(name: str) -> str:
    return f"lens/{file_name(name)}/index.html" if name else "index.html"


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without what needs a server: fields to fill in, and sentences that are there for such a link alone."""
    for block in blocks:
        if isinstance(block, Finder) or (isinstance(block, Prose) and _leads_away(block.sentence)):
            continue
        if isinstance(block, Pager) and not all(publishable(to) for to in (block.before, block.after) if to is not None):
            continue
        if isinstance(block, Items):
            kept = tuple(each for each in block.sentences if not _leads_away(each))
            if kept:
                yield _unlinked(replace(block, sentences=kept))
            continue
        yield _unlinked(block)


def _leads_away(sentence: Sentence) -> bool:
    links = [part for part in sentence if isinstance(part, Link)]
    return bool(links) and all(not publishable(link.to) for link in links)


def _unlinked(value: Any) -> Any:
    """The same with plain words in the place of links to what the site does not have."""
    if isinstance(value, Link):
        return value if publishable(value.to) else Words(value.text, value.ink, value.language)
    if isinstance(value, tuple):
        return tuple(map(_unlinked, value))
    if isinstance(value, To):
        return value
    if isinstance(value, Row):
        return replace(value, cells=_unlinked(value.cells), below=tuple(_unlinked(one) for one in value.below if not _leads_away(one)))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {each.name: _unlinked(getattr(value, each.name)) for each in fields(value)}
    if isinstance(changed.get("to"), To) and not publishable(changed["to"]):
        changed["to"] = None
    return replace(value, **changed)


class Still(Asked):
    """A corpus as it was when publishing began: it is not read again while its pages are made. It has no files, and so no errors to show."""

    root = Path()
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, str] = {}
    revision = ""

    def reload(self) -> bool:
        """Nothing changes."""
        return False

    def lines(self) -> Mapping[str, Sequence[str]]:
        """No lines of files are published."""
        return {}


def site(corpus: Corpus, lenses: Iterable[str] = (), texts: Mapping[str, str] | None = None) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: its path and what is in it. The record as it is stands at the top, each lens in a folder of its own.

    ``texts`` are full texts by the name of their source; none are published without them. Raises KeyError for a lens the corpus does not keep.
    """
    reading = Reading(Still(corpus))
    kept = corpus.lenses
    chosen = ("", *dict.fromkeys(lenses))
    named = tuple((name, (kept[name].wording or name) if name else words.AS_RECORDED) for name in chosen)
    for each in sorted(_STATIC.iterdir()):
        if each.suffix in (".css", ".svg"):
            yield f"static/{each.name}", each.read_bytes()
    for name, _ in named:
        for path, text in _Site(reading, name, texts or {}, named).files():
            yield path, text.encode("utf-8", "replace")


def revealed(corpus: Corpus) -> Corpus:
    """The corpus with its private notes among its notes, each said to be private."""
    return _revealed(corpus)  # type: ignore[no-any-return]


def _revealed(value: Any) -> Any:
    if isinstance(value, Remarks):
        private = tuple(words.PRIVATE.format(note=note) for note in value.private_notes)
        return replace(value, notes=(*value.notes, *private)) if private else value
    if isinstance(value, Mapping):
        return {key: _revealed(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(map(_revealed, value))
    if is_dataclass(value) and not isinstance(value, type) and (isinstance(value, Corpus) or hasattr(value, "remarks")):
        return replace(value, **{each.name: _revealed(getattr(value, each.name)) for each in fields(value)})
    return value
