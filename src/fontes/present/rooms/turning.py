"""In a sentence: that a literature has turned away from the answer it gave most often, as far as recorded here."""

from __future__ import annotations

from fontes.dates.days import iso_day
from fontes.findings.positions.last_heard import LastHeard
from fontes.present.pages import Sentence
from fontes.present.phrasing import counted, dates, say, wording
from fontes.present.rooms import support
from fontes.present.rooms.concordance import Concordance


def turned_away(one: Concordance, found: LastHeard) -> Sentence:
    """Which answer most voices give, after what day nobody recorded here gives it, and how many have given others since; each with its way."""
    words = wording.TURNED_DATED if found.undated else wording.TURNED
    return say(
        words, proposition=support.inset(one.corpus, found.answer),
        voices=support.link_to(found.answer, wording.MOST_VOICES, "voices"),
        date=dates.after_day(iso_day(found.until)), later=counted(found.later, "voice"),
    )  # fmt: skip
