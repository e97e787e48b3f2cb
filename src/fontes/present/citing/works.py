"""What is known of a source as a thing to be cited: from the corpus, and from the bibliography where the source has an entry there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from fontes.model.corpus import Corpus
from fontes.model.names import SourceId
from fontes.model.sources import Source
from fontes.present.phrasing import review as words
from fontes.present.review.names import described, short_name
from fontes.present.review.told import Review
from fontes.present.review.wordings import WORD, Lexicon, lexicon, spoken
from fontes.present.rooms import naming


class Form(StrEnum):
    """How a work is cited: by itself, within another, in a paper of a day, or as a paper by its kind."""

    BOOK = "book"
    ARTICLE = "article"
    NEWSPAPER = "newspaper"
    PAPER = "paper"


_FORMS = {
    "book": Form.BOOK, "memoir": Form.BOOK, "novel": Form.BOOK, "pamphlet": Form.BOOK, "document-collection": Form.BOOK, "monograph": Form.BOOK,
    "edition": Form.BOOK, "thesis": Form.BOOK, "chronicle": Form.BOOK, "ballad": Form.BOOK, "collection": Form.BOOK,
    "article": Form.ARTICLE, "review": Form.ARTICLE, "chapter": Form.ARTICLE, "newspaper": Form.NEWSPAPER, "web": Form.ARTICLE,
}  # fmt: skip
_PRINTED = {"book": Form.BOOK, "article": Form.ARTICLE, "article-journal": Form.ARTICLE, "inbook": Form.ARTICLE, "chapter": Form.ARTICLE,
            "incollection": Form.ARTICLE, "article-newspaper": Form.NEWSPAPER, "collection": Form.BOOK, "thesis": Form.BOOK}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A maker: ``family`` is what a list is sorted by; ``given`` is empty where the name is not known to have such parts."""

    family: str
    given: str = ""

    @property
    def straight(self) -> str:
        """As one is called."""
        return f"{self.given} {self.family}".strip()

    @property
    def turned(self) -> str:
        """As one is listed."""
        return f"{self.family}, {self.given}" if self.given else self.family


@dataclass(frozen=True, slots=True)
class Printed:
    """An entry of a bibliography, as far as it is cited by."""

    kind: str
    title: str
    authors: tuple[str, ...] = ()
    date: str = ""
    container: str = ""
    publisher: str = ""
    place: str = ""
    pages: str = ""
    volume: str = ""
    issue: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """One work. ``inferred``: its maker is not named in it; ``ascribed``: only said to be its maker; ``described``: the title only describes it."""

    id: SourceId
    form: Form
    title: str
    people: tuple[Person, ...] = ()
    inferred: bool = False
    ascribed: bool = False
    kind: str = ""
    date: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    host: str = ""
    language: str = ""
    described: bool = False


def works(corpus: Corpus, of: Review, printed: Mapping[str, Printed]) -> dict[SourceId, Work]:
    """Every work that the notes of a review cite, themselves or through another."""
    ids: dict[SourceId, None] = {}
    for told in of.told():
        for cite in told.note.cites if told.note else ():
            named = [cite.source, *(each for access in cite.through for each in (access.source, access.via))]
            ids.update(dict.fromkeys(each for each in named if each in corpus.sources and each is not None))
    lead = lexicon(corpus)
    return {id: work(corpus, corpus.sources[id], printed, lead) for id in ids}


def work(corpus: Corpus, source: Source, printed: Mapping[str, Printed], lead: Lexicon) -> Work:
    """One source as a work: the bibliography says more than the corpus where it has the entry."""
    entry = next((printed[key] for key, _ in source.cite if key in printed), None)
    makers = [maker for maker in source.makers if maker.agent in corpus.agents]
    people = tuple(dict.fromkeys(_person(corpus, maker.agent) for maker in makers))
    title = source.title or source.id
    form = _FORMS.get(source.kind, Form.PAPER)
    plain = entry is None and form in (Form.BOOK, Form.ARTICLE, Form.NEWSPAPER) and bool(described(lead, corpus, source))
    if (people and (plain or form is Form.PAPER) and {one.family for one in people} & set(WORD.findall(title))) or (
            people and people[0].straight and form is Form.NEWSPAPER and title.startswith(people[0].straight)):
        people = ()
    host = corpus.sources.get(source.part_of) if source.part_of else None
    date = spoken(corpus, (source.made or source.out) if form is Form.PAPER else (source.out or source.made))
    made = Work(
        source.id, form, title, people, any(one.doubtful for one in makers), any(one.ascribed for one in makers),
        naming.source_kind(source), date, host=host.title if host else "", language=source.language, described=plain,
    )  # fmt: skip
    return _with(made, entry) if entry else made


def _with(made: Work, entry: Printed) -> Work:
    people = tuple(_turned(name) for name in entry.authors) or made.people
    return Work(
        made.id, _PRINTED.get(entry.kind, made.form), entry.title or made.title, people, made.inferred, made.ascribed, made.kind,
        made.date or entry.date, entry.container, entry.volume, entry.issue, entry.pages, entry.publisher, entry.place, made.host, made.language,
    )  # fmt: skip


def _person(corpus: Corpus, id: str) -> Person:
    full = naming.agent_name(corpus.agents[id])  # type: ignore[index]
    short = short_name(corpus, id)
    if full.startswith(f"{short}, "):
        return Person(short)
    if short != full and full.endswith(f" {short}"):
        return Person(short, full.removesuffix(f" {short}"))
    return Person(full)


def _turned(name: str) -> Person:
    family, comma, given = name.partition(",")
    return Person(family.strip(), given.strip()) if comma else Person(name.strip())


def named(people: Iterable[Person], turned: bool) -> str:
    """People as an author is given: all straight in a note, the first turned in a list; of more than three, the first."""
    them = list(people)
    if len(them) > 3:
        return f"{them[0].turned if turned else them[0].straight} et al."
    names = [one.turned if turned and not at else one.straight for at, one in enumerate(them)]
    if len(names) < 2:
        return "".join(names)
    comma = "," if len(names) > 2 or turned else ""
    return f"{', '.join(names[:-1])}{comma} and {names[-1]}"


def undated(date: str) -> str:
    """A date, or that there is none."""
    return date or words.NO_DATE
