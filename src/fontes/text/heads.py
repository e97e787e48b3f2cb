"""First lines: what kind of statement this is, and its parts."""

from __future__ import annotations

import re
from typing import NamedTuple

from fontes.dates import NotUnderstood, bare, comma_within, looks_like_a_phrase, read
from fontes.diagnostics import Edit, Fix, Span, warning
from fontes.text.grounds import access, name, raw, split
from fontes.text.plain import plain_act
from fontes.text.syntax import (
    DIRECTLY,
    Act,
    Dated,
    Declaration,
    Distinct,
    Embedded,
    Expect,
    Mark,
    Rename,
    Section,
    Statement,
    Through,
    Word,
)
from fontes.text.tokens import UNREADABLE, Line, Token, UnreadError, did_you_mean, is_name, quoted, tokens
from fontes.text.values import dated, names, refused, words
from fontes.text.vocabulary import (
    CODES,
    COUNTED,
    DECLARATIONS,
    JUDGING,
    ON_PROPOSITIONS,
    OTHER_STATEMENTS,
    OUTCOMES_WITHOUT,
    REPORTING,
    SPEAKING,
    STANDINGS,
    VERBS,
)

SPAN_BEFORE_ACT = warning(
    "span-before-an-act",
    "a span where an act has a moment",
    """'1936/1937' says that something began in 1936 and ended in 1937. An act (asserting, telling, an arrest) has a moment: 'sometime in
    these years' is 'between 1936 and 1937,'; a thing done again and again over the span takes 'repeatedly'.""",
)
OPEN_BEGINNING = warning(
    "open-beginning",
    "a tenure said to have had no beginning",
    """'..' asserts that there was no beginning (open). Historians mean that it is not known: leave it empty ('/1936'), or leave out 'from'.""",
)
DEEPEST = 20
"""How many statements in brackets may stand in each other: far more than anybody can follow."""
_MARK = re.compile(r"(-?\d+(?:\.\d+)?(?:\.\.-?\d+(?:\.\d+)?)?)(?: (dB))?\Z")


class Tail(NamedTuple):
    """What follows the verb, by its parts; a verb has some of them."""

    object: Word | Embedded | None = None
    wording: Word | None = None
    hops: tuple[tuple[Word, ...], ...] = ()
    aspects: tuple[Word, ...] = ()
    others: tuple[Word, ...] = ()
    marks: tuple[Mark, ...] = ()
    dated: Dated | None = None


def head(line: Line) -> Statement:
    """A statement without its particulars and without its section; raises UnreadError."""
    first = line.text.split(None, 1)[0]
    if first in DECLARATIONS:
        return _declaration(line, tokens(line))
    if first in OTHER_STATEMENTS:
        return _other(line, first)
    return _act(line)


def _other(line: Line, first: str) -> Statement:
    if first == "rename":
        return _rename(line)
    found = tokens(line)
    if first == "directly":
        if len(found) > 1:
            raise UnreadError(UNREADABLE, line.span(found[1].start, found[-1].end), "Nothing can follow 'directly'.")
        return Through(DIRECTLY, line.whole())
    if first == "through":
        known = access(line, found[1:])
        if known.source is None:
            raise UnreadError(UNREADABLE, line.whole(), "After 'through' stands the name of a source, then perhaps a passage.")
        return Through(Section(known.source, known.passage, known.via), line.whole())
    if first == "distinct":
        listed = names(line, found[1:])
        if len(listed) < 2:
            raise UnreadError(UNREADABLE, line.whole(), "'distinct' names at least two agents, with commas between them.")
        return Distinct(listed, (), DIRECTLY, line.whole())
    return _expect(line, found[1:])


def _rename(line: Line) -> Rename:
    parts = line.text.split()
    if len(parts) != 4 or parts[2] != "->" or not (is_name(parts[1]) and is_name(parts[3])):
        raise UnreadError(UNREADABLE, line.whole(), "A renaming reads 'rename old-name -> new-name'.")
    start = [m.start() for m in re.finditer(r"\S+", line.text)]
    old, new = (Token(parts[i], start[i], start[i] + len(parts[i])) for i in (1, 3))
    return Rename(line.word(old), line.word(new), line.whole())


def _declaration(line: Line, found: list[Token]) -> Declaration:
    keyword = line.word(found[0])
    if len(found) < 2:
        raise UnreadError(UNREADABLE, line.whole(), f"After '{keyword.text}' stands a name.")
    called = name(line, found[1], f"this {keyword.text}")
    rest = found[2:]
    wording = line.word(rest.pop(0)) if rest and quoted(rest[0].text) else None
    span_of_period = dated(line, rest) if keyword.text == "period" else None
    if rest and span_of_period is None:
        raise UnreadError(
            UNREADABLE,
            line.span(rest[0].start, rest[-1].end),
            f"After the name of {keyword.text} stands its wording in quotation marks; particulars go on lines of their own.",
        )
    return Declaration(keyword, called, wording, span_of_period, (), DIRECTLY, line.whole())


def _date(line: Line) -> tuple[Dated | None, int]:
    """The date at the beginning of an act, and where the rest begins."""
    match = bare(line.text)
    if match:
        end = match.end()
        written = line.text[:end].rstrip().rstrip(",").rstrip()
        found = Token(written, 0, len(written))
        rest = len(written)
        while rest < len(line.text) and line.text[rest] in " ,\t":
            rest += 1
        return dated(line, [found, Token("", found.end, found.end)]), rest
    comma = _comma(line.text)
    phrase = line.text[:comma] if comma >= 0 else ""
    if phrase and looks_like_a_phrase(phrase):
        when = read(" ".join(phrase.split()))
        span = line.span(0, comma)
        if isinstance(when, NotUnderstood):
            raise refused(when, span)
        return Dated(when, span), comma + 1
    return None, 0


def _comma(text: str) -> int:
    """The first comma outside quotation marks; that of `June 12, 1937` belongs to the date."""
    comma, quote = text.find(","), text.find('"')
    if comma >= 0 and comma_within(text):
        comma = text.find(",", comma + 1)
    return comma if quote < 0 or comma < quote else -1


def _act(line: Line) -> Act:
    plain = plain_act(line)
    if plain is not None:
        return plain
    date, start = _date(line)
    found = tokens(line, start)
    at = next((i for i, token in enumerate(found) if token.text in VERBS), -1)
    if at < 0:
        raise _no_verb(line, found)
    verb = Word(VERBS[found[at].text], line.span(found[at].start, found[at].end))
    if verb.text == "knows":
        raise UnreadError(UNREADABLE, verb.span, "'knows' is said in brackets and in 'expect' only: (stalin knows …).")
    agents, unnamed, repeatedly = _agents(line, found[:at], date)
    rest = found[at + 1 :]
    label = None
    if rest and rest[-1].text[0] == "^" and not (len(rest) == 1 and verb.text in (*JUDGING, "dates")):
        label = line.word(rest.pop())
    parts = _TAILS[verb.text](line, rest)
    return Act(
        date=date, agents=agents, unnamed=unnamed, repeatedly=repeatedly, verb=verb, label=label,
        particulars=(), section=DIRECTLY, span=line.whole(),
        object=parts.object, wording=parts.wording, hops=parts.hops, aspects=parts.aspects, others=parts.others,
        marks=parts.marks, dated=parts.dated,
    )  # fmt: skip


def _no_verb(line: Line, found: list[Token]) -> UnreadError:
    for token in found:
        near = did_you_mean(token.text, tuple(VERBS)) if is_name(token.text) else ""
        if near:
            place = line.span(token.start, token.end)
            fix = Fix(f"replace by '{near}'", (Edit(place, near),))
            return UnreadError(UNREADABLE, place, f"There is no verb '{token.text}'. Did you mean '{near}'?", fix)
    first = line.text.split(None, 1)[0]
    near = did_you_mean(first, (*DECLARATIONS, *OTHER_STATEMENTS))
    if near:
        place = line.span(0, len(first))
        fix = Fix(f"replace by '{near}'", (Edit(place, near),))
        return UnreadError(UNREADABLE, place, f"There is no keyword '{first}'. Did you mean '{near}'?", fix)
    return UnreadError(
        UNREADABLE, line.whole(), "No verb (asserts, denies, tells, impeaches …) and no keyword (agent, source, event …) is found here."
    )


def _agents(line: Line, found: list[Token], date: Dated | None) -> tuple[tuple[Word, ...], Word | None, bool]:
    repeatedly = any(token.text == "repeatedly" for token in found)
    found = [token for token in found if token.text != "repeatedly"]
    if not found:
        raise UnreadError(UNREADABLE, line.whole(), "Who does this? An agent stands before the verb.")
    if found[0].text == "unnamed":
        if len(found) != 2 or not quoted(found[1].text):
            raise UnreadError(UNREADABLE, line.whole(), 'An unnamed voice is told by words: unnamed "n. 35" asserts …')
        return (), line.word(found[1]), repeatedly
    stretches = split(found, ",")
    if date is None and len(stretches[0]) > 1:
        raise _missing_comma(line, stretches[0])
    return names(line, found), None, repeatedly


def _missing_comma(line: Line, found: list[Token]) -> UnreadError:
    span = line.span(found[0].start, found[-1].end)
    last = found[-2]
    when = read(raw(line, found[:-1]))
    if isinstance(when, NotUnderstood):
        return UnreadError(
            UNREADABLE,
            span,
            "Before the verb stand agents with commas between them, and before them a date; a date in words ends with a comma.",
        )
    place = line.span(last.end, last.end)
    fix = Fix("put a comma after the date", (Edit(place, ","),), safe=True)
    return UnreadError(UNREADABLE, span, "A date in words ends with a comma.", fix)


def _proposition(line: Line, found: list[Token]) -> Tail:
    if not found:
        raise UnreadError(UNREADABLE, line.whole(), "What? Here the name of a proposition or question is missing.")
    if found[0].text == "(":
        inside, after = _brackets(line, found)
        if after:
            raise UnreadError(UNREADABLE, line.span(after[0].start, after[-1].end), "Nothing but a label can follow the brackets.")
        return Tail(object=inside)
    parts = Tail(object=name(line, found[0], "a proposition or question"))
    if len(found) == 2 and quoted(found[1].text):
        parts = parts._replace(wording=line.word(found[1]))
    elif len(found) > 1:
        raise UnreadError(
            UNREADABLE,
            line.span(found[1].start, found[-1].end),
            "After the proposition stands only its wording in quotation marks and a label; everything else goes on lines of its own.",
        )
    return parts


def _brackets(line: Line, found: list[Token], depth: int = 1) -> tuple[Embedded, list[Token]]:
    """A statement in brackets, and what follows it. ``found`` begins with the opening bracket."""
    if depth > DEEPEST:
        raise UnreadError(UNREADABLE, line.span(found[0].start, found[-1].end), f"Brackets stand in brackets at most {DEEPEST} times.")
    if len(found) < 5 or found[2].text not in VERBS:
        raise UnreadError(UNREADABLE, line.whole(), "In brackets stands a statement: (AGENT VERB PROPOSITION [by DATE]).")
    who, verb = name(line, found[1], "an agent"), Word(VERBS[found[2].text], line.span(found[2].start, found[2].end))
    if verb.text not in (*ON_PROPOSITIONS, "knows"):
        raise UnreadError(UNREADABLE, verb.span, "In brackets only 'knows' and stances on a proposition are understood.")
    if found[3].text == "(":
        inner, rest = _brackets(line, found[3:], depth + 1)
        what: Word | Embedded = inner
    else:
        what, rest = name(line, found[3], "a proposition"), found[4:]
    close = next((i for i, token in enumerate(rest) if token.text == ")"), -1)
    if close < 0:
        raise UnreadError(UNREADABLE, line.whole(), "This bracket is opened and not closed on its line.")
    within, by = rest[:close], None
    if within:
        if within[0].text != "by":
            raise UnreadError(UNREADABLE, line.span(within[0].start, within[-1].end), "In brackets only 'by DATE' can follow.")
        by = dated(line, within[1:])
    span = line.span(found[0].start, rest[close].end)
    return Embedded(who, verb, what, by, span), rest[close + 1 :]


def _raising(line: Line, found: list[Token]) -> Tail:
    at = next((i for i, token in enumerate(found) if token.text == "against"), len(found))
    parts = _proposition(line, found[:at])
    if at < len(found):
        if len(found) == at + 3 and quoted(found[at + 2].text):
            parts = parts._replace(wording=line.word(found[at + 2]))
            found = found[:-1]
        parts = parts._replace(others=names(line, found[at + 1 :]))
    return parts


def _report(line: Line, found: list[Token]) -> Tail:
    at = next((i for i, token in enumerate(found) if token.text == "("), -1)
    if at < 0:
        at = len(found) - (2 if found and quoted(found[-1].text) else 1)
    if at < 1:
        raise UnreadError(UNREADABLE, line.whole(), "To whom, and what? After the verb stand the receivers, then a proposition.")
    hops = tuple(tuple(_receiver(line, part) for part in split(step, ",")) for step in split(found[:at], ">"))
    return _proposition(line, found[at:])._replace(hops=hops)


def _receiver(line: Line, part: list[Token]) -> Word:
    if len(part) != 1:
        raise UnreadError(UNREADABLE, line.whole(), "Receivers stand with commas or '>' between them, then the proposition.")
    return line.word(part[0]) if part[0].text == "?" else name(line, part[0], "a receiver")


def _speech(line: Line, found: list[Token]) -> Tail:
    if not found or not quoted(found[-1].text):
        raise UnreadError(UNREADABLE, line.whole(), "What is proposed, ordered or asked stands in quotation marks.")
    parts = Tail(wording=line.word(found[-1]))
    if len(found) > 1:
        if found[0].text != "to":
            raise UnreadError(UNREADABLE, line.whole(), "Before the words only 'to AGENT' can stand.")
        parts = parts._replace(others=names(line, found[1:-1]))
    return parts


def _judgement(line: Line, found: list[Token]) -> Tail:
    if not found:
        raise UnreadError(UNREADABLE, line.whole(), "Which source, or which statement (^label), is judged?")
    target = line.word(found[0]) if found[0].text[0] == "^" else name(line, found[0], "a source")
    parts = Tail(object=target)
    if len(found) > 1:
        if found[1].text != "as" or len(found) < 3:
            raise UnreadError(
                UNREADABLE, line.whole(), "After the source stands 'as' and an aspect: forged, coerced, hearsay, uncritical …"
            )
        parts = parts._replace(aspects=words(line, found[2:]))
    return parts


def _office(line: Line, found: list[Token]) -> Tail:
    if len(found) != 1:
        raise UnreadError(
            UNREADABLE, line.whole(), "After 'serves-as' stands the office in quotation marks; the rest goes on lines of its own."
        )
    return Tail(wording=line.word(found[0]))


def _thing(line: Line, found: list[Token]) -> Tail:
    if len(found) != 1:
        raise UnreadError(UNREADABLE, line.whole(), "Here stands one name; the rest goes on lines of its own.")
    return Tail(object=name(line, found[0], "a thing"))


def _receiving(line: Line, found: list[Token]) -> Tail:
    if len(found) == 3 and found[1].text == "from":
        return _thing(line, found[:1])._replace(others=names(line, found[2:]))
    return _thing(line, found)


def _searching(line: Line, found: list[Token]) -> Tail:
    if len(found) == 1 and quoted(found[0].text):
        return Tail(wording=line.word(found[0]))
    return _thing(line, found)


def _dating(line: Line, found: list[Token]) -> Tail:
    if len(found) < 2:
        raise UnreadError(UNREADABLE, line.whole(), "After 'dates' stand an event (or ^label) and a date.")
    what = line.word(found[0]) if found[0].text[0] == "^" else name(line, found[0], "an event")
    return Tail(object=what, dated=dated(line, found[1:]))


def _assessing(line: Line, found: list[Token]) -> Tail:
    if len(found) < 3 or not found[0].text.endswith(":"):
        raise UnreadError(UNREADABLE, line.whole(), "An assessment reads 'OBSERVATION: EXPLANATION MARK, EXPLANATION MARK'.")
    first = found[0]
    what = name(line, Token(first.text[:-1], first.start, first.end - 1), "an observation")
    return Tail(object=what, marks=tuple(_mark(line, part) for part in split(found[1:], ",")))


def _mark(line: Line, part: list[Token]) -> Mark:
    pairwise = len(part) > 2 and part[1].text == "over"
    written = raw(line, part[3 if pairwise else 1 :])
    if not part or not (written in CODES or _MARK.match(written)):
        raise UnreadError(
            UNREADABLE,
            line.whole(),
            "A mark is one of CC, C, N, I, II, NA; a weight such as 'power-grab -10..-3 dB'; or a probability interval such as 0.1..0.3.",
        )
    over = name(line, part[2], "an explanation") if pairwise else None
    return Mark(name(line, part[0], "an explanation"), over, written)


_TAILS = {
    **dict.fromkeys(ON_PROPOSITIONS, _proposition),
    **dict.fromkeys(REPORTING, _report),
    **dict.fromkeys(SPEAKING, _speech),
    **dict.fromkeys(JUDGING, _judgement),
    "raises": _raising,
    "passes-over": _proposition,
    "declares-unanswerable": _proposition,
    "serves-as": _office,
    "belongs-to": _thing,
    "receives": _receiving,
    "sought": _searching,
    "dates": _dating,
    "assesses": _assessing,
}


def _expect(line: Line, found: list[Token]) -> Expect:
    by = None
    at = next((i for i, token in enumerate(found) if token.text == "by"), -1)
    if at > 0:
        found, by = found[:at], dated(line, found[at + 1 :])
    text = [token.text for token in found]
    if len(text) > 2 and text[1] == "of":
        return _expect_count(line, found)
    if "without" in text and "recorded" not in text:
        return _expect_without(line, found, text.index("without"))
    if len(text) >= 3 and text[1] == "is":
        outcome = "-".join(text[2:])
        if outcome in STANDINGS:
            return _expected(line, "is", line.word(found[0]), outcome=outcome)
    if len(text) == 3 and text[1] == "before":
        return _expected(line, "before", line.word(found[0]), line.word(found[2]))
    if len(text) == 3 and text[1] in VERBS and VERBS[text[1]] in (*ON_PROPOSITIONS, "knows"):
        test = "knows" if text[1] in ("knows", "know") else "stance"
        return _expected(line, test, line.word(found[0]), line.word(found[2]), sign=VERBS[text[1]], by=by)
    raise UnreadError(
        UNREADABLE,
        line.whole(),
        "An expectation reads 'expect origins of P <= 3', 'expect P falls without A, B', 'expect P is supported' or 'expect A knows P by DATE'.",
    )


def _expect_count(line: Line, found: list[Token]) -> Expect:
    glued = re.match(r"(\S+) of ([^\s<=>]+) *(<=|>=|=|<|>) *(\d+)\Z", line.text[found[0].start : found[-1].end])
    if glued is None or glued[1] not in COUNTED:
        raise UnreadError(
            UNREADABLE, line.whole(), f"What is counted is one of {', '.join(COUNTED)}: 'expect origins of PROPOSITION <= 3'."
        )
    start = found[0].start
    subject = Token(glued[2], start + glued.start(2), start + glued.end(2))
    return _expected(line, "count", name(line, subject, "a proposition"), measure=glued[1], sign=glued[3], number=int(glued[4]))


def _expect_without(line: Line, found: list[Token], at: int) -> Expect:
    outcome = "-".join(token.text for token in found[1:at])
    if outcome not in OUTCOMES_WITHOUT:
        raise UnreadError(UNREADABLE, line.whole(), "Before 'without' stands 'falls', 'is weakened' or 'stands'.")
    return _expected(line, "without", line.word(found[0]), outcome=outcome, units=words(line, found[at + 1 :]))


def _expected(
    line: Line, test: str, subject: Word, what: Word | None = None, *, measure: str = "", sign: str = "", number: int = 0,
    outcome: str = "", units: tuple[Word, ...] = (), by: Dated | None = None,
) -> Expect:  # fmt: skip
    return Expect(test, subject, what, measure, sign, number, outcome, units, by, (), line.whole())


def questioned(act: Act) -> Span | None:
    """The place of a span where an act has a moment."""
    if act.date is None or act.repeatedly or act.verb.text in ("serves-as", "belongs-to"):
        return None
    return act.date.span if act.date.when.is_span else None


def open_beginning(act: Act) -> Span | None:
    """The place of a `..` that begins a tenure."""
    if act.verb.text not in ("serves-as", "belongs-to"):
        return None
    dates = [act.date, *(p.value for p in act.particulars if p.keyword.text in ("from", "during"))]
    return next((one.span for one in dates if isinstance(one, Dated) and one.when.written.startswith("..")), None)
