"""What a lens changes, as data: the propositions whose status differs, and how many lose or gain recorded support."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fontes.findings import Statuses, Support
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens
from fontes.model.names import PropositionId

_ORDER = {word: rank for rank, word in enumerate(Support)}


@dataclass(frozen=True, slots=True)
class Changed:
    """One proposition and its status under two lenses."""

    id: PropositionId
    before: Support
    after: Support

    @property
    def way(self) -> str:
        """Does it lose its support, is it weakened, does it rise, or does it become undecided?"""
        if self.after is Support.UNDECIDED:
            return "undecided"
        if _ORDER[self.after] < _ORDER[self.before]:
            return "rises"
        return "loses" if self.after is Support.NONE else "weakened"


def changes(corpus: Corpus, before: Statuses, after: Statuses) -> tuple[Changed, ...]:
    """The propositions that stand otherwise, by name."""
    pairs = ((id, before.proposition(id), after.proposition(id)) for id in corpus.propositions)
    return tuple(Changed(id, was, now) for id, was, now in pairs if was is not now)


def supported(corpus: Corpus, statuses: Statuses) -> int:
    """How many propositions have recorded support, in part at least."""
    return sum(statuses.proposition(id) is not Support.NONE for id in corpus.propositions)


def believing(lens: Lens) -> Lens:
    """The lens with the same dates that distrusts nothing and lets no criticism count: what its effect is told beside."""
    return replace(
        lens, distrust=frozenset(), inauthentic=frozenset(), without_access=frozenset(), criticisms=(), critics=(), criticisms_as_of=None,
        prefer_later=False,
    )  # fmt: skip


def tally(changed: Sequence[Changed]) -> dict[str, int]:
    """How many change in each way."""
    ways = ("loses", "weakened", "rises", "undecided")
    return {way: sum(each.way == way for each in changed) for way in ways}
