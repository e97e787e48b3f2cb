"""What would leave a proposition without recorded support, in sources or in agents."""

from __future__ import annotations

from fontes.findings import Overturning
from fontes.model.corpus import Corpus
from fontes.present.pages import Block, Page, Prose, Room, Row, Table, To
from fontes.present.phrasing import as_sentence, say
from fontes.present.phrasing import trails as words
from fontes.present.rooms import naming

MOST = 100
"""How many sets one table lists."""


def overturning_page(corpus: Corpus, id: str, units: str, found: Overturning) -> Page:
    """The smallest sets of units whose distrust overturns a proposition, and those of which one alone would."""
    blocks: list[Block] = [Prose(as_sentence(_fewest(units, found)), lead=True)]
    if found.indispensable:
        blocks.append(Prose(say(words.OVERTURNING_INDISPENSABLE, units=naming.units(corpus, found.indispensable))))
    rows = tuple(Row((naming.units(corpus, one), as_sentence(str(len(one))))) for one in found.sets[:MOST])
    if rows:
        blocks.append(Table(words.OVERTURNING_CAPTION, (words.OVERTURNING_SET, words.REMOVALS), rows))
    if not found.listed or len(found.sets) > MOST:
        blocks.append(Prose(as_sentence(words.OVERTURNING_UNLISTED)))
    title = naming.proposition_words(corpus, id)
    return Page(To(Room.PROPOSITIONS, id, anchor="depends"), title, tuple(blocks), words.OVERTURNING.format(units=units))


def _fewest(units: str, found: Overturning) -> str:
    if found.at_least == 0 and found.at_most == 0:
        return words.OVERTURNING_UNSUPPORTED
    if found.at_most is None:
        return words.OVERTURNING_NONE.format(units=units)
    if found.at_least == found.at_most:
        return words.OVERTURNING_FEWEST.format(units=units, number=found.at_most)
    return words.OVERTURNING_FEWEST.format(units=units, number=words.AT_MOST.format(least=found.at_least, most=found.at_most))
