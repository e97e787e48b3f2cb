"""What was said and done, looked up the ways the findings need it, as far as it is there under the dates of a lens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from fontes.dates import Answer, When, by
from fontes.findings.reasons import entries
from fontes.model.agents import Tenure
from fontes.model.corpus import Corpus, Entry
from fontes.model.events import Dating
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import SourceId, StatementId
from fontes.model.stances import Attitude, Criticism, Report, Stance

_ORDER = (Answer.IMPOSSIBLE, Answer.POSSIBLE, Answer.CERTAIN)
_WORD = {attitude: attitude.value for attitude in Attitude}
_SIDE = {"asserts": "for", "supposes": "for", "doubts": "against", "denies": "against"}
_DIRECTION = {attitude: _SIDE.get(word, word) for attitude, word in _WORD.items()}
Key = tuple[str, str]
Ids = tuple[StatementId, ...]
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Acts:
    """All statements by id, their presence under the lens, and those present by what they are about.

    ``doubted`` holds the statements that were not certainly there by the dates of the lens, with how far they were. ``sides``: (attitude or
    ``implied``, proposition) to the statements that take it. ``sayings``: (source, proposition, direction) to what is said there.
    ``mentions``: event to what dates or mentions it. ``impeached``: source to the aspects it is impeached in; ``narrowed`` the same for its
    use on one proposition, ``uses`` for one statement.
    """

    all: Mapping[StatementId, Entry]
    doubted: Mapping[StatementId, Answer]
    sides: Mapping[Key, Ids]
    sayings: Mapping[tuple[str, str, str], Ids]
    mentions: Mapping[str, Ids]
    impeached: Mapping[str, tuple[str, ...]]
    narrowed: Mapping[Key, tuple[str, ...]]
    uses: Mapping[str, tuple[str, ...]]

    def present(self, id: str) -> Answer:
        """Was a statement there by the dates of the lens? What is no statement of this corpus was not."""
        known = self.doubted.get(StatementId(id))
        if known is not None:
            return known
        return Answer.CERTAIN if StatementId(id) in self.all else Answer.IMPOSSIBLE

    def who(self, id: str) -> str:
        """Whose word a statement is; empty where nobody is named (a tenure has a subject, not a speaker)."""
        return speaker(self.all[StatementId(id)])

    def about(self, id: str) -> Key:
        """The proposition or question a statement is on, and its direction; empty where it is on none."""
        return about(self.all[StatementId(id)])


def speaker(entry: Entry) -> str:
    """Whose word a statement is; empty where nobody is named (a tenure has a subject, not a speaker)."""
    if isinstance(entry, Stance):
        return entry.agent
    if isinstance(entry, Tenure):
        return ""
    return str(getattr(entry, "agent", None) or getattr(entry, "sender", None) or "")


def about(entry: Entry) -> Key:
    """The proposition or question a statement is on, and its direction (`for`, `against`, or its own verb)."""
    if isinstance(entry, Stance):
        return entry.on, _DIRECTION[entry.attitude]
    if isinstance(entry, Report):
        return entry.proposition, "for" if entry.asserting else "relays"
    return "", ""


def taken(entry: Entry) -> str:
    """The attitude a statement takes: telling implies asserting, relaying does not."""
    if isinstance(entry, Stance):
        return _WORD[entry.attitude]
    return "asserts" if isinstance(entry, Report) and entry.asserting else ""


def acts(corpus: Corpus, lens: Lens = PLAIN) -> Acts:
    """Look a corpus up under the two dates of a lens; what certainly came later is not there."""
    doubted = _doubted(corpus, lens)
    there = [entry for entry in corpus.statements() if doubted.get(entry.id) is not Answer.IMPOSSIBLE]
    sides: dict[Key, list[StatementId]] = defaultdict(list)
    sayings: dict[tuple[str, str, str], list[StatementId]] = defaultdict(list)
    mentions: dict[str, list[StatementId]] = defaultdict(list)
    rivals = _rivals(corpus)
    for entry in there:
        proposition, direction = about(entry)
        attitude = taken(entry)
        if attitude:
            sides[attitude, proposition].append(entry.id)
        if attitude == "asserts":
            for rival in rivals.get(proposition, ()):
                sides["implied", rival].append(entry.id)
        read = getattr(entry, "read", None)
        if proposition and read:
            sayings[read.source, proposition, direction].append(entry.id)
        for event in _events(entry):
            mentions[event].append(entry.id)
    impeached, narrowed, uses = impeachments(there)
    return Acts(entries(corpus), doubted, _kept(sides), _kept(sayings), _kept(mentions), impeached, narrowed, uses)


def _doubted(corpus: Corpus, lens: Lens) -> dict[StatementId, Answer]:
    if not dated(lens):
        return {}
    found = ((entry.id, presence(dates_of(corpus, entry), lens)) for entry in corpus.statements())
    return {id: answer for id, answer in found if answer is not Answer.CERTAIN}


def _kept(lists: Mapping[K, list[StatementId]]) -> dict[K, Ids]:
    return {key: tuple(dict.fromkeys(ids)) for key, ids in lists.items()}


def _rivals(corpus: Corpus) -> dict[str, list[str]]:
    """Which propositions exclude each other; exclusion is mutual, whichever of the two it is written under."""
    pairs = {(one.id, other) for one in corpus.propositions.values() for other in one.excludes}
    rivals: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(pairs | {(other, one) for one, other in pairs}):
        rivals[one].append(other)
    return rivals


def _events(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Dating):
        if not entry.of_statement:
            yield entry.of
        return
    yield from (name for name in (getattr(entry, "case", None), getattr(entry, "at", None)) if name)
    yield from (relation.to for relation in getattr(entry, "relations", ()))


def impeachments(
    there: Iterable[Entry],
) -> tuple[dict[str, tuple[str, ...]], dict[Key, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The aspects in which sources are impeached by what was there: as a whole, in their use on one proposition, in one statement."""
    whole: dict[str, list[str]] = defaultdict(list)
    narrowed: dict[Key, list[str]] = defaultdict(list)
    uses: dict[str, list[str]] = defaultdict(list)
    for entry in there:
        if not isinstance(entry, Criticism) or entry.vouching:
            continue
        if entry.use:
            uses[entry.use].extend(entry.aspects)
        elif entry.source and not entry.on:
            whole[entry.source].extend(entry.aspects)
        for proposition in entry.on if entry.source else ():
            narrowed[str(entry.source), proposition].extend(entry.aspects)
    return (
        {key: tuple(dict.fromkeys(found)) for key, found in whole.items()},
        {key: tuple(dict.fromkeys(found)) for key, found in narrowed.items()},
        {key: tuple(dict.fromkeys(found)) for key, found in uses.items()},
    )


class Dates(NamedTuple):
    """As much of a statement as says whether it was there by the dates of a lens: many statements have it in common.

    ``out``: when the places it can be read in came out, as far as that is recorded, each once.
    """

    criticism: bool
    when: When | None
    out: tuple[When, ...]


def dates_of(corpus: Corpus, entry: Entry) -> Dates:
    """When an act was done, and when it could first be read."""
    return Dates(isinstance(entry, Criticism), date_of(corpus, entry), _out(corpus, entry))


def presence(dates: Dates, lens: Lens) -> Answer:
    """Was what has these dates there by the dates of a lens?"""
    limit = lens.criticisms_as_of if dates.criticism and lens.criticisms_as_of else lens.as_of
    answers = [_by(dates.when, limit)] if limit else []
    if lens.published_by:
        readable = (by(date, lens.published_by) for date in dates.out)
        answers.append(max(readable, key=_ORDER.index, default=Answer.POSSIBLE))
    return min(answers, key=_ORDER.index, default=Answer.CERTAIN)


def dated(lens: Lens) -> bool:
    """Does a lens have any date by which a statement has to have been there?"""
    return not (lens.as_of is None and lens.published_by is None and lens.criticisms_as_of is None)


def _by(when: When | None, limit: When) -> Answer:
    """Undated is possibly there."""
    return Answer.POSSIBLE if when is None else by(when, limit)


def date_of(corpus: Corpus, entry: Entry) -> When | None:
    """When an act was done: its own date, else the making or the coming out of the source it is read in.

    A dating is an act too: the date it is *of* is not the date it was said. A post or membership began when it is said to have; the date of
    what it is read in says nothing of that.
    """
    if isinstance(entry, Tenure):
        return entry.when or entry.start or entry.during
    own = entry.said if isinstance(entry, Dating) else entry.when
    read = getattr(entry, "read", None)
    source = corpus.sources.get(read.source) if own is None and read else None
    return own if source is None else source.made or source.out


def _out(corpus: Corpus, entry: Entry) -> tuple[When, ...]:
    """When its own vehicle came out, and each of the places we know it through.

    A vehicle without a date of its own says nothing as long as some access has one.
    """
    read = getattr(entry, "read", None)
    names: list[SourceId] = [read.source] if read else []
    names += [way.source for way in entry.access if way.source]
    return tuple(dict.fromkeys(source.out for name in names if (source := corpus.sources.get(name)) and source.out))
