"""What stands behind a sentence: where each statement is read and through whom it is known, as a note."""

from __future__ import annotations

from collections.abc import Iterable

from fontes.model.corpus import Entry
from fontes.model.explanations import Proposition, Question
from fontes.model.names import Access
from fontes.model.sources import Source
from fontes.present.review.told import Cite, Note


def note(entries: Iterable[Entry]) -> Note | None:
    """One note for all these statements, each place cited once; None where there are none."""
    cites = tuple(dict.fromkeys(cite(entry) for entry in entries))
    return Note(cites) if cites else None


def cite(entry: Entry) -> Cite:
    """Where a statement is read; what has no source is cited by where the corpus records it."""
    through = _through(entry.access)
    quote = getattr(entry, "quote", "")
    if entry.read is not None:
        return Cite(entry.read.source, entry.read.passage, through, quote)
    return Cite(None, "", through, quote, None if through else entry.place)


def of_thing(thing: Proposition | Question | Source, more: Iterable[Access] = ()) -> Note | None:
    """Through whom a thing is known, where that is recorded."""
    through = _through((*more, *thing.access))
    return Note((Cite(None, "", through, "", None if through else thing.place),))


def _through(them: Iterable[Access]) -> tuple[Access, ...]:
    return tuple(dict.fromkeys(one for one in them if one.source is not None))


def together(*notes: Note | None) -> Note | None:
    """Several notes as one."""
    cites = tuple(dict.fromkeys(each for one in notes if one for each in one.cites))
    return Note(cites) if cites else None
