"""The words and measures of a count of voices, each beside its counts, its rule and its bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from fontes.dates import Answer
from fontes.findings.positions import AnswerHeld, Positions
from fontes.findings.positions.agreement import Measured
from fontes.findings.positions.consensus import FEW, Condition, Verdict
from fontes.findings.positions.heard import IMPLIED, UNNAMED, roles_of
from fontes.findings.support.lineage import Count
from fontes.findings.support.voices import fewest
from fontes.present.pages import Block, Items, Sentence
from fontes.present.phrasing import as_sentence, capital, chained, counted, ranged, say
from fontes.present.phrasing import positions as words
from fontes.present.rooms import naming
from fontes.present.rooms.concordance import Concordance


def measured_lines(one: Concordance, each: AnswerHeld) -> list[Sentence]:
    """The word, the rule of the corpus, the measures and the separate lines of one answer; no measure of few voices, whose counts say all."""
    implied = next(count for count in each.counts if count.option == IMPLIED)
    too = say(words.IMPLIED_TOO, count=_bounds(implied.least, implied.most)) if implied.most else ()
    enough = each.heard[1] >= FEW
    return [line for line in (
        chained(as_sentence(capital(f"{_word(each.verdict)}.")), too, _consensus(each.verdict)),
        say(words.MEASURES, measures=_measures(each.measures), voices=voices(*each.heard)) if enough else (),
        say(words.LINES, lines_for=_lines(each.lines_for), lines_against=_lines(each.lines_against), answer=by_name(one, each.id))
        if each.traced else say(words.LINES_NOT_SOUGHT, answer=by_name(one, each.id)),
    ) if line]  # fmt: skip


def rules(one: Concordance, found: Positions) -> list[Sentence]:
    """The rules by which words are used, and whether an order of the stances is assumed; said once on a page."""
    agents = {agent for each in found.answers for position in each.positions for agent in position.voice}
    apart = any(UNNAMED in roles_of(one.corpus, agent) for agent in agents) or fewest(one.corpus, tuple(sorted(agents))) < len(agents)
    verdict = found.answers[0].verdict
    rule = (
        words.CONSENSUS_RULE.format(rule=verdict.written) if verdict.met is not None
        else words.CONSENSUS_UNCLEAR.format(rule=verdict.written) if verdict.written else words.CONSENSUS_NONE
    )  # fmt: skip
    return [as_sentence(words.WORD_RULES), as_sentence(rule), as_sentence(words.ORDERED if found.terms.ordered else words.NO_ORDER),
            *([as_sentence(words.UNNAMED_APART)] if apart else [])]  # fmt: skip


def voices(least: int, most: int) -> str:
    """How many voices, within bounds."""
    return words.AT_MOST.format(voices=counted(most, "voice")) if least == 0 < most else ranged(least, most, "voice")


def claim(one: Concordance, id: str) -> Sentence:
    """A proposition inside a sentence: in quotation marks, without its full stop."""
    found = naming.proposition(one.corpus, id)
    return say(words.CLAIM, claim=replace(found, text=found.text.removesuffix(".")))


def by_name(one: Concordance, id: str) -> Sentence:
    """A proposition by its short name, leading to its page with its voices and trails."""
    return (replace(naming.proposition(one.corpus, id), text=id),)


def _word(one: Verdict) -> str:
    return " or ".join(words.WORDS[word.value].format(side=words.SIDES[one.side]) for word in one.words)


def _consensus(one: Verdict) -> Sentence:
    """Whether the rule of the corpus is met, and by what it is not."""
    if one.met is None:
        return ()
    met = one.met is Answer.CERTAIN
    defined = [each for each in one.conditions if each.most is not None or each.name != "share"]
    telling = [each for each in defined if met or each.met is not Answer.CERTAIN]
    return say(words.CONSENSUS_MET, met=words.MET[one.met.value], conditions=chained(*(_condition(each) for each in telling), between="; "))


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
    if spread is None or not spread.voices[1]:
        return []
    if spread.several:
        return [Items((say(words.SPREAD_SEVERAL, agents=naming.agents(one.corpus, spread.several)),))]
    return [Items((say(words.SPREAD, measures=_measures(spread.measures), voices=voices(*spread.voices)),))]
