"""Notes and bibliography after the *Chicago Manual of Style*, 17th edition, chapter 14: a full first note, then shortened ones.

Locators keep the words of the corpus, except that the `p.` before pages is left out (14.15, 14.150). A maker whom the work does not name stands
in brackets (14.79). Unpublished papers are given by title, kind and date (14.221 to 14.231). Ibid. is not used (14.34).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fontes.model.names import Access, SourceId
from fontes.present.citing.works import Form, Work, named, undated
from fontes.present.pages import Ink, Part, Sentence, Words
from fontes.present.phrasing import capital, number
from fontes.present.phrasing import review as words
from fontes.present.review.told import Cite, Note, Review
from fontes.present.rooms.listing import in_order

_PAGES = re.compile(r"^pp?\.\s*(?=\d)")
_ARTICLE = re.compile(r"^(the|a|an|der|die|das|le|la|les|il)\s+", re.IGNORECASE)
_LINKS = frozenset(
    re.findall(
        r"[\w-]+",
        """
        a an and as at but by for from in into of on or that the their to who with which are is said was were und der die das de la le et
        """,
    )
)
"""Words that a short title does not end with."""
SHORT = 4
"""So many words of a title stand in a shortened note (14.33)."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A review with its notes spelt out, in the order of its sentences, and the works they cite, in the order of a bibliography."""

    review: Review
    notes: tuple[Sentence, ...]
    bibliography: tuple[tuple[SourceId, Sentence], ...]


def cited(review: Review, works: Mapping[SourceId, Work]) -> Cited:
    """Spell out every note and the bibliography."""
    met: set[SourceId] = set()
    notes = tuple(_in_a_row(_note(told.note, works, met) for told in review.told() if told.note))
    listed = sorted(works.values(), key=lambda one: (in_order(_sorted_by(one)), in_order(_plain(one.title)), one.id))
    return Cited(review, notes, tuple((one.id, _entry(one)) for one in listed))


def _in_a_row(notes: Iterable[Sentence]) -> Iterator[Sentence]:
    """A note that says the same as the one before it says only that (14.34 allows it)."""
    before: Sentence = ()
    for note in notes:
        yield (Words(words.NOTE_SAME),) if note == before else note
        before = note


@dataclass(frozen=True, slots=True)
class Place:
    """A source with all the places in it that a note cites, and through whom they are known."""

    source: SourceId | None
    places: tuple[str, ...]
    through: tuple[Access, ...]
    quotes: tuple[str, ...]
    recorded: str = ""


def gathered(note: Note) -> tuple[Place, ...]:
    """What a note cites, each source once for each way it is known; who is read at first hand is not also said to be known through itself."""
    found: dict[tuple[object, ...], Place] = {}
    for one in note.cites:
        place, through = _own(one)
        recorded = words.NOTE_CORPUS.format(file=one.recorded.file, line=one.recorded.line) if one.recorded and not one.source else ""
        key = (one.source, tuple((each.source, each.passage) for each in through) if one.source is None else through, recorded)
        before = found.get(key, Place(one.source, (), through, (), recorded))
        found[key] = Place(
            one.source, _more(before.places, place), through, _more(before.quotes, one.quote), recorded,
        )  # fmt: skip
    return tuple(found.values())


def _own(one: Cite) -> tuple[str, tuple[Access, ...]]:
    same = [each for each in one.through if each.source == one.source]
    others = tuple(each for each in one.through if each.source != one.source)
    return one.place or next((each.passage for each in same if each.passage), ""), others


def _more(kept: tuple[str, ...], one: str) -> tuple[str, ...]:
    return kept if not one or one in kept else (*kept, one)


def _note(note: Note, works: Mapping[SourceId, Work], met: set[SourceId]) -> Sentence:
    """The places of a note, those known through the same source together."""
    groups: dict[tuple[Access, ...], list[Place]] = {}
    for place in gathered(note):
        groups.setdefault(place.through if place.source else (*place.through, Access()), []).append(place)
    lines = [line for places in groups.values() for line in _group(places, works, met)]
    made = _joined([line if not at else _lowered(line) for at, line in enumerate(lines)], "; ")
    first = made[0]
    raised = Words(capital(first.text), first.ink) if isinstance(first, Words) else first
    stop = "" if isinstance(made[-1], Words) and made[-1].text.endswith((".", ".”")) and not made[-1].text.endswith(" n.") else "."
    return (raised, *made[1:], Words(stop)) if stop else (raised, *made[1:])


def _lowered(line: Sentence) -> Sentence:
    """What is recorded without a source begins small inside a note."""
    first = line[0]
    head = words.NOTE_CORPUS.split(" ")[0]
    if isinstance(first, Words) and first.text.startswith(head):
        return (Words(first.text[:1].lower() + first.text[1:], first.ink), *line[1:])
    return line


def _group(places: Sequence[Place], works: Mapping[SourceId, Work], met: set[SourceId]) -> list[Sentence]:
    if places[0].source is None:
        return [_reported(one, works, met) for one in places]
    lines = [_place(one, works, met) for one in places]
    if places[0].through:
        through = _through(places[0].through, works, met)
        if len(lines) == 1:
            return [(*_led(lines[0], words.NOTE_CITED_IN), *through)]
        count = words.NOTE_ALL_CITED_IN.format(count=number(len(lines)), work="")
        return [(*_joined(lines, "; "), Words(f" ({count}"), *through, Words(")"))]
    return lines


def _led(line: Sentence, pattern: str) -> Sentence:
    """The line, and a comma (inside a closing quotation mark) before what follows."""
    return (*_comma(line), Words(f" {pattern.split('{')[0]}"))


def _comma(line: Sentence) -> Sentence:
    last = line[-1]
    if isinstance(last, Words) and last.text.endswith("”"):
        return (*line[:-1], Words(f"{last.text[:-1]},”", last.ink))
    return (*line, Words(","))


def _reported(one: Place, works: Mapping[SourceId, Work], met: set[SourceId]) -> Sentence:
    if not one.through:
        return (Words(one.recorded),)
    lead = Words(words.NOTE_IN.split("{")[0])
    return (lead, *_through(one.through, works, met), *_quotes(one.quotes))


def _through(them: Sequence[Access], works: Mapping[SourceId, Work], met: set[SourceId]) -> Sentence:
    return _joined([_access(one, works, met) for one in them if one.source], "; ")


def _access(one: Access, works: Mapping[SourceId, Work], met: set[SourceId]) -> Sentence:
    made = _source(one.source, (one.passage,) if one.passage else (), works, met)
    if one.via is None:
        return made
    return (*made, Words(words.NOTE_VIA.split("}")[1].split("{")[0]), *_source(one.via, (one.via_passage,) if one.via_passage else (), works, met))


def _place(one: Place, works: Mapping[SourceId, Work], met: set[SourceId]) -> Sentence:
    return (*_source(one.source, one.places, works, met, bool(one.through)), *_quotes(one.quotes))


def _quotes(them: Sequence[str]) -> Sentence:
    return tuple(Words(f": “{words_}”") for words_ in them)


def _source(id: SourceId | None, places: Sequence[str], works: Mapping[SourceId, Work], met: set[SourceId], known: bool = False) -> Sentence:
    work = works.get(id) if id else None
    if work is None:
        return (Words(str(id)),)
    body = _short(work) if work.id in met else _full(work)
    met.add(work.id)
    where = ", ".join(_PAGES.sub("", place) for place in places)
    if where:
        paged = work.form is Form.ARTICLE and work.container and body[-1] == Words(")")
        return (*body, Words(f": {where}")) if paged else (*_comma(body), Words(f" {where}"))
    return body if known else (*body, Words(f" ({words.NO_PLACE})"))


def _who(work: Work, turned: bool = False) -> str:
    name = named(work.people, turned)
    if not name:
        return ""
    return f"attributed to {name}" if work.ascribed else f"[{name}]" if work.inferred else name


def _full(work: Work) -> Sentence:
    """The first note of a work."""
    who = _who(work)
    made: list[Part] = [Words(f"{who}, ")] if who else []
    if work.described:
        return (*made, Words(f"{work.title} ({undated(work.date)})"))
    if work.form is Form.BOOK:
        return (*made, Words(work.title, Ink.EMPHASIS), Words(f" ({_imprint(work)})"))
    made.append(Words(f"“{work.title},” " if not work.title.endswith(("?", "!")) else f"“{work.title}” "))
    if work.form is Form.ARTICLE and work.container:
        return (*made, Words(work.container, Ink.EMPHASIS), Words(f"{_volume(work)} ({undated(work.date)}"), Words(")"))
    if work.host:
        made += [Words("in "), Words(work.host, Ink.EMPHASIS), Words(", ")]
    kind = f"{work.kind}, " if work.form is Form.PAPER and work.kind else ""
    return (*made, Words(f"{kind}{undated(work.date)}"))


def _imprint(work: Work) -> str:
    house = f"{work.place}: {work.publisher}" if work.place and work.publisher else work.place or work.publisher
    return ", ".join(filter(None, (house, undated(work.date))))


def _volume(work: Work) -> str:
    issue = f", no. {work.issue}" if work.issue else ""
    return f" {work.volume}{issue}" if work.volume else issue


def _short(work: Work) -> Sentence:
    """A later note: the family name and a short title."""
    who = " and ".join(person.family for person in work.people[:3])
    made: list[Part] = [Words(f"{who}, ")] if who else []
    title = _shortened(work.title)
    if work.described:
        return (*made, Words(work.title.split(" (")[0]))
    if work.form is Form.BOOK:
        return (*made, Words(title, Ink.EMPHASIS))
    return (*made, Words(f"“{title}”"))


def _shortened(title: str) -> str:
    head = re.split(r"[:;(]|, (?=as|the|said|from)", title)[0].strip() or title
    pieces = _ARTICLE.sub("", head).split()
    if len(pieces) <= SHORT + 2:
        return capital(" ".join(pieces))
    kept = pieces[:SHORT]
    while len(kept) > 1 and kept[-1].lower() in _LINKS:
        kept.pop()
    return capital(" ".join(kept)).rstrip(",;:")


def _entry(work: Work) -> Sentence:
    """The work in the bibliography."""
    who = _who(work, turned=True)
    made: list[Part] = [Words(capital(f"{who.rstrip('.')}. "))] if who else []
    stop = "" if work.title.endswith(("?", "!")) else "."
    if work.described:
        return (*made, Words(f"{capital(work.title)}{stop} {capital(undated(work.date))}{_stop(work)}"))
    if work.form is Form.BOOK:
        return (*made, Words(work.title + stop, Ink.EMPHASIS), Words(f" {capital(_imprint(work))}{_stop(work)}"))
    made.append(Words(f"“{work.title}{stop}” "))
    if work.form is Form.ARTICLE and work.container:
        pages = f": {work.pages.replace('--', '–')}" if work.pages else ""
        return (*made, Words(work.container, Ink.EMPHASIS), Words(f"{_volume(work)} ({undated(work.date)}){pages}."))
    if work.host:
        made += [Words("In "), Words(work.host, Ink.EMPHASIS), Words(". ")]
    kind = f"{capital(work.kind)}, " if work.form is Form.PAPER and work.kind else ""
    return (*made, Words(f"{kind}{undated(work.date) if kind else capital(undated(work.date))}{_stop(work)}"))


def _stop(work: Work) -> str:
    """The full stop after a date; that of `n.d.` serves."""
    return "" if undated(work.date).endswith(".") else "."


def _sorted_by(work: Work) -> str:
    return work.people[0].turned if work.people else _plain(work.title)


def _plain(title: str) -> str:
    return _ARTICLE.sub("", title.lstrip("“‘\"'"))


def _joined(lines: Sequence[Sentence], between: str) -> Sentence:
    made: list[Part] = []
    for at, line in enumerate(lines):
        if at:
            made.append(Words(between))
        made.extend(line)
    return tuple(made)
