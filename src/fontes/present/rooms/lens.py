"""A lens in words, what it changes, two lenses side by side, and a corpus as it stood at the dates of a lens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from fontes.findings import Origins
from fontes.findings.support.criticism import COUNTING
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, UnitKind
from fontes.model.names import PropositionId
from fontes.present.pages import Block, Heading, Ink, Link, Prose, Room, Row, Sentence, Table, To, Words, text_of
from fontes.present.phrasing import as_sentence, capital, chained, counted, joined, say, status_sign, wording
from fontes.present.phrasing import lens as words
from fontes.present.rooms import naming, support
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.leaves import leaf_of, pager
from fontes.present.rooms.trails import removals_words, voices_words

_NAMED = 3
"""So many units are named in a sentence before the rest is counted."""


# ---- in words


def unit_words(corpus: Corpus, unit: Any) -> str:
    """A unit that can be distrusted, as plain words."""
    if unit.kind is UnitKind.ACCESS:
        return words.SEEN_WITHOUT_ACCESS.format(sources=text_of(naming.units(corpus, [replace(unit, kind=UnitKind.SOURCE)])))
    return text_of(naming.unit(corpus, unit))


def seen_words(corpus: Corpus, lens: Lens) -> str:
    """What a lens assumes, as one sentence; those of the plain lens too."""
    if lens == PLAIN:
        return words.PLAIN
    parts = [
        words.SEEN_AS_OF.format(date=naming.date(corpus, lens.as_of)) if lens.as_of else "",
        words.SEEN_PUBLISHED_BY.format(date=naming.date(corpus, lens.published_by)) if lens.published_by else "",
        words.SEEN_WITHOUT.format(units=_few(_units(corpus, lens))) if lens.distrust else "",
        words.SEEN_INAUTHENTIC.format(sources=_few(_titles(corpus, lens.inauthentic))) if lens.inauthentic else "",
        words.SEEN_WITHOUT_ACCESS.format(sources=_few(_titles(corpus, lens.without_access))) if lens.without_access else "",
        *_counting(corpus, lens),
        words.SEEN_VOICES.format(voices=_few(_voices(corpus, lens))) if lens.voices or lens.school else "",
        words.SEEN_TAKEN_WITHIN.format(date=naming.date(corpus, lens.taken_within)) if lens.taken_within else "",
    ]
    told = ", ".join(part for part in parts if part)
    return words.SEEN.format(parts=told) if told else words.PLAIN


def _units(corpus: Corpus, lens: Lens) -> list[str]:
    return [unit_words(corpus, unit) for unit in sorted(lens.distrust)]


def _titles(corpus: Corpus, ids: Sequence[str] | frozenset[Any]) -> list[str]:
    return [text_of((naming.source(corpus, id),)) for id in sorted(ids)]


def _counting(corpus: Corpus, lens: Lens) -> tuple[str, ...]:
    """Which criticisms count, whose and as of when; nothing where none does."""
    if not lens.criticisms:
        return ()
    critics = _few([text_of((naming.agent(corpus, each),)) for each in lens.critics])
    return (
        words.SEEN_COUNTING if COUNTING in lens.criticisms else words.SEEN_COUNTING_KINDS.format(kinds=_few(list(lens.criticisms))),
        words.SEEN_CRITICS.format(agents=critics) if critics else "",
        words.SEEN_CRITICISMS_BY.format(date=naming.date(corpus, lens.criticisms_as_of)) if lens.criticisms_as_of else "",
        words.SEEN_LATER if lens.prefer_later else "",
    )


def _voices(corpus: Corpus, lens: Lens) -> list[str]:
    named = [text_of((naming.agent(corpus, each),)) if each in corpus.agents else f"{each}s".replace("presss", "press") for each in lens.voices]
    return [*named, *([words.SCHOOL.format(school=lens.school)] if lens.school else [])]


def _few(names: list[str]) -> str:
    named: list[Sentence] = [(Words(name),) for name in names[:_NAMED]]
    if len(names) > _NAMED:
        named.append((Words(counted(len(names) - _NAMED, "other")),))
    return text_of(joined(named))


# ---- what it changes


def effect_words(tally: Mapping[str, int], supported: tuple[int, int] | None) -> str:
    """What a lens changes beside the same dates with everything believed. ``supported``: how many of how many had support by its dates."""
    patterns = {"loses": words.LOSE, "weakened": words.WEAKEN, "rises": words.RISE, "undecided": words.UNSETTLE}
    told: list[Sentence] = []
    for way, count in tally.items():
        if count:
            number = counted(count, wording.ONE_OF[Room.PROPOSITIONS].lower())
            told.append((Words(patterns[way][count != 1].format(count=number)),))
    line = words.EFFECT.format(changes=text_of(joined(told))) if told else words.EFFECT_NOTHING
    if supported is None:
        return line
    all_ = counted(supported[1], wording.ONE_OF[Room.PROPOSITIONS].lower())
    dated = words.EFFECT_DATES.format(supported=counted(supported[0], "proposition").split(" ")[0], all=all_)
    return f"{dated} {line}" if told else dated


# ---- two lenses side by side


@dataclass(frozen=True, slots=True)
class Difference:
    """A proposition whose status differs under two lenses: the words of both."""

    id: PropositionId
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two lenses: what it is called, and the address parameters under which it stands alone."""

    lens: Lens
    name: str
    query: tuple[tuple[str, str], ...]


def beside_lead(one: Concordance, here: Side, there: Side, count: int, to: To) -> tuple[Block, ...]:
    """What the two lenses are, how many propositions differ, and a way to each of them alone."""
    noun = counted(count, *words.HAVE, capital=True)
    told = words.BESIDE_DIFFER.format(count=noun) if count else words.BESIDE_SAME
    lead = words.BESIDE_LEAD.format(here=seen_words(one.corpus, here.lens), other=there.name, there=seen_words(one.corpus, there.lens))
    alone = [Link(name, replace(to, query=side.query), Ink.RUBRIC) for name, side in ((words.ONLY_HERE, here), (words.ONLY_THERE, there))]
    ways = say(words.BESIDE_WAYS, here=alone[0], there=alone[1])
    return Heading(words.BESIDE_HEAD, anchor="beside"), Prose(as_sentence(lead)), Prose(chained(as_sentence(told), ways))


def beside_list(one: Concordance, differing: Sequence[Difference], asked: int, to: To) -> tuple[Block, ...]:
    """The propositions that differ, a leaf at a time."""
    if not differing:
        return ()
    leaf = leaf_of(len(differing), asked)
    shown = leaf.of(differing)
    rows = tuple(Row(((naming.proposition(one.corpus, each.id),), (status_sign(each.here),), (status_sign(each.there),))) for each in shown)
    caption = words.BESIDE_LIST.format(first=leaf.first + 1, last=leaf.last, count=len(differing))
    table = Table(caption, (wording.COLUMN_PROPOSITION, words.BESIDE_HERE, words.BESIDE_THERE), rows)
    return table, *pager(to, leaf, anchor="beside")


def beside_table(one: Concordance, here: Origins, there: Origins) -> Block:
    """One proposition under two lenses: what is alike is left out."""
    pairs = zip(words.MEASURES, _measures(one, here), _measures(one, there), strict=True)
    rows = tuple(Row((as_sentence(name), first, second)) for name, first, second in pairs if text_of(first) != text_of(second))
    if not rows:
        return Prose(as_sentence(words.SAME_HERE))
    return Table(words.BESIDE_CAPTION, (words.COLUMN_MEASURE, words.BESIDE_HERE, words.BESIDE_THERE), rows)


def _measures(one: Concordance, found: Origins) -> tuple[Sentence, ...]:
    return (
        (status_sign(found.status.value),),
        as_sentence(capital(voices_words(found))),
        support.ends(one, found.origins) or as_sentence(words.NOTHING),
        as_sentence(str(found.shown_origins)),
        as_sentence(capital(removals_words(found.removals))),
        support.units(one.corpus, found.indispensable) if found.indispensable else as_sentence(words.NOTHING),
    )


# ---- the corpus at the dates of a lens


class _There(Mapping[str, tuple[Any, ...]]):
    """Lists of entries by name with those that were there; each is sifted when it is asked for."""

    def __init__(self, whole: Mapping[str, tuple[Any, ...]], there: Callable[[str], bool]) -> None:
        self._whole, self._there = whole, there

    def __getitem__(self, name: str) -> tuple[Any, ...]:
        return tuple(entry for entry in self._whole[name] if self._there(entry.id))

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)


class _Entries(Mapping[str, Any]):
    """Entries by id, those that were there; whether one was is asked when it is asked for, so that no page goes over all of them."""

    def __init__(self, whole: Mapping[str, Any], there: Callable[[str], bool]) -> None:
        self._whole, self._there = whole, there

    def __getitem__(self, id: str) -> Any:
        found = self._whole[id]
        if not self._there(id):
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (id for id in self._whole if self._there(id))

    def __len__(self) -> int:
        return sum(1 for _ in self)


_ENTRIES = frozenset({
    "stances_on", "acts_of", "criticisms_of", "criticisms_on", "resting_on", "read_in", "reports_on", "received", "datings_of", "searches_of",
    "in_case",
})  # fmt: skip
"""The lists of a concordance that hold statements; the others hold names, which have no date of their own."""


def through(one: Concordance, there: Callable[[str], bool]) -> Concordance:
    """The same concordance with the statements that were there, certainly or possibly, by the dates of a lens."""
    lists: dict[str, Any] = {each.name: _There(getattr(one, each.name), there) for each in fields(one) if each.name in _ENTRIES}
    return replace(one, entries=_Entries(one.entries, there), **lists)
