"""The one voice: numbers, lists, signs and sentences. All text of the interface stands in this package."""

from fontes.present.phrasing import dates, refusals, wording
from fontes.present.phrasing.numbers import capital, counted, joined, number, ranged
from fontes.present.phrasing.sentences import as_sentence, chained, count_diagnostics, fix_line, say
from fontes.present.phrasing.signs import ATTITUDES, SEVERITIES, origin_sign, status_sign

__all__ = [
    "ATTITUDES", "SEVERITIES", "as_sentence", "capital", "chained", "count_diagnostics", "counted", "dates", "fix_line",
    "joined", "number", "origin_sign", "ranged", "refusals", "say", "status_sign", "wording",
]  # fmt: skip
