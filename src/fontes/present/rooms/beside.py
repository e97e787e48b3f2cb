"""Two lenses side by side on the pages where that says something: a question, a source, what somebody knew, the chronology."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fontes.present.pages import Block, Prose, Row, Sentence, Table, To
from fontes.present.phrasing import as_sentence, counted, number, say, status_sign
from fontes.present.phrasing import lens as words
from fontes.present.rooms.leaves import leaf_of, pager


@dataclass(frozen=True, slots=True)
class Apart:
    """One thing that is not the same under two lenses, and what each says of it."""

    thing: Sentence
    here: Sentence
    there: Sentence


def apart_table(caption: tuple[str, str], heading: str, them: Sequence[Apart], leaf: int, to: To) -> tuple[Block, ...]:
    """What differs, a leaf at a time, and nothing else; ``caption`` is for one and for several. That nothing does is said."""
    if not them:
        return (Prose(as_sentence(words.SAME_PAGE)),)
    shown = leaf_of(len(them), leaf)
    rows = tuple(Row((each.thing, each.here, each.there)) for each in shown.of(them))
    table = Table(shown.caption(caption[len(them) != 1].format(count=number(len(them), capital=True))),
                  (heading, words.BESIDE_HERE, words.BESIDE_THERE), rows)  # fmt: skip
    return table, *pager(to, shown, "beside-leaf", "beside")


def standing_with_voices(status: str, voices: int) -> Sentence:
    """How an answer stands, and how many voices assert it."""
    return say(words.STATUS_VOICES, status=status_sign(status), voices=counted(voices, "voice"))
