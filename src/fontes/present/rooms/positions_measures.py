"""The words and measures of a count of voices, each beside its counts, its rule and its bounds."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fontes.findings.agreement import Measured
from fontes.findings.lineage import Count
from fontes.findings.positions import AnswerHeld, Positions
from fontes.findings.positions_consensus import Condition, Verdict
from fontes.present.pages import Block, Items, Sentence
from fontes.present.phrasing import as_sentence, chained, joined, ranged, say
from fontes.present.phrasing import positions as words
from fontes.present.rooms import naming
from fontes.present.rooms.concordance import Concordance


def measured_lines(each: AnswerHeld, ordered: bool) -> list[Sentence]:
    """The word, the rule of the corpus, the measures and the separate lines of one answer."""
    implied = next(one for one in each.counts if one.option == "implied")
    too = [say(words.IMPLIED_TOO, count=_bounds(implied.least, implied.most), all=_bounds(*each.heard))] if implied.most else []
    return [
        chained(_word(each.verdict), *too), _consensus(each.verdict),
        say(words.MEASURES, measures=_measures(each.measures), voices=ranged(*each.heard, "voice")),
        as_sentence(words.ORDERED if ordered else words.NO_ORDER),
        say(words.LINES, lines_for=_lines(each.lines_for), lines_against=_lines(each.lines_against)),
    ]  # fmt: skip


def _word(one: Verdict) -> Sentence:
    named = " or ".join(words.WORDS[word.value].format(side=words.SIDES[one.side]) for word in one.words)
    rules = joined([as_sentence(words.WORD_RULES[word.value]) for word in one.words])
    return say(words.WORD, word=named, rule=say(words.BY_RULE, rules=rules))


def _consensus(one: Verdict) -> Sentence:
    if one.met is None:
        return say(words.CONSENSUS_UNCLEAR, rule=one.written) if one.written else as_sentence(words.CONSENSUS_NONE)
    conditions = joined([_condition(each) for each in one.conditions])
    return say(words.CONSENSUS_RULE, rule=one.written, met=words.MET[one.met.value], conditions=conditions)


def _condition(one: Condition) -> Sentence:
    share = one.name == "share"
    needed = value(one.needed, share=share)
    found = words.UNDEFINED if one.least is None or one.most is None else _between(one.least, one.most, share=share)
    return say(words.CONDITIONS[one.name], found=found, needed=needed, met=words.YES_NO[one.met.value])


def value(number: Fraction | float, *, share: bool = False) -> str:
    """A measure to two places; a whole number, or a share in the hundred, as such."""
    if share:
        return f"{float(100 * number):.0f} %"
    return str(int(number)) if number == int(number) else f"{float(number):.2f}"


def _between(least: Fraction | float, most: Fraction | float, *, share: bool = False) -> str:
    ends = value(least, share=share), value(most, share=share)
    return ends[0] if ends[0] == ends[1] else words.BOUNDS.format(least=ends[0], most=ends[1])


def _bounds(least: int, most: int) -> str:
    return str(least) if least == most else words.BOUNDS.format(least=least, most=most)


def _measures(them: Sequence[Measured]) -> Sentence:
    return chained(*(as_sentence(_measure(one)) for one in them), between="; ")


def _measure(one: Measured) -> str:
    name, share = words.MEASURE_NAMES[one.name], one.name == "modal share"
    if one.least is None or one.most is None:
        return words.MEASURE_NONE.format(name=name, why=words.MEASURE_WHY[one.why])
    more = _between(*one.one_more, share=share) if one.one_more else words.UNDEFINED
    return words.MEASURE.format(name=name, value=_between(one.least, one.most, share=share), range=more)


def _lines(one: Count | None) -> str:
    """At most and shown; the most demanding reading may shake out fewer than any, and the larger number is the upper bound."""
    if one is None or not one.any:
        return words.LINES_NONE
    return words.LINES_COUNT.format(any=one.any, shown=one.shown)


def spread_lines(one: Concordance, found: Positions) -> list[Block]:
    """The measures over all answers of a question, or why there are none."""
    spread = found.spread
    if spread is None or not found.heard[1]:
        return []
    if spread.several:
        return [Items((say(words.SPREAD_SEVERAL, agents=naming.agents(one.corpus, spread.several)),))]
    return [Items((say(words.SPREAD, measures=_measures(spread.measures)),))]
