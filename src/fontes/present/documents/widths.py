"""How wide the columns of a table are beside each other."""

from __future__ import annotations

from fontes.present.pages import text_of
from fontes.present.review.told import Tabled

_LEAST = 9.0


def widths(block: Tabled) -> list[float]:
    """By the root of how many signs stand in a column on average, so that a short column is narrow and a long one not vast."""
    rows = max(len(block.rows), 1)
    lengths = [sum(len(text_of(cells[at])) for cells, _ in block.rows) / rows for at in range(len(block.headings))]
    return [round(max(each, _LEAST) ** 0.5, 2) for each in lengths]
