"""The page of rival figures: for each question a table by value with an axis, then what is pointed out, then the documents behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from fontes.dates import sort_key
from fontes.findings.figures import Document, Figures, Kinship, Pointed, Pointing, Rivals, Slip, Slipped, Stated
from fontes.findings.support.status import Support
from fontes.model.explanations import Figure
from fontes.model.names import PropositionId
from fontes.present.pages import Block, Composed, Heading, Ink, Items, Link, Page, Prose, Room, Row, Sentence, Table, To, Words
from fontes.present.phrasing import as_sentence, chained, counted, joined, number, origin_sign, say
from fontes.present.phrasing import figures as words
from fontes.present.rooms import naming
from fontes.present.rooms.concordance import Concordance, labelled
from fontes.present.rooms.drawn_figures import figures_drawing

MOST = 1_000
"""How many figures of one question, and how many comparisons, are listed before the rest is counted."""
AXIS = 24
"""How many places the axis has."""
_NAMED = 6
_AT, _LINE, _EMPTY = "●", "━", "·"


def figures_page(one: Concordance, found: Figures, *, barred: bool = True) -> Page:
    """All figures that were asked for, drawn over each table where there are several. ``barred``: with the axis also as a line of signs."""
    asked = one.corpus.questions.get(found.question) if found.question else None
    title = words.TITLE_ON.format(question=asked.wording or asked.id) if asked else words.TITLE
    where = To(Room.QUESTIONS, found.question or "")
    under = [as_sentence(each.words) for each in found.reasons]
    assumed: list[Block] = [Prose(say(words.UNDER, assumptions=joined(under)))] if under else []
    if not found.rivals:
        return Page(where, title, (Prose(as_sentence(words.NOTHING), lead=True), *assumed))
    blocks: list[Block] = [Prose(_lead(found), lead=True), *assumed]
    for rivals in found.rivals:
        blocks += _table(one, rivals, found, barred)
    blocks += _pointed(one, found)
    blocks += _documents(one, found)
    blocks.append(Prose(as_sentence(words.MODEST)))
    return Page(where, title, tuple(blocks))


def _lead(found: Figures) -> Sentence:
    figures = {one.key for rivals in found.rivals for one in rivals.figures}
    questions = {rivals.question for rivals in found.rivals if rivals.question}
    return say(
        words.LEAD, figures=counted(len(figures), *words.FIGURE, capital=True), questions=counted(len(questions), *words.QUESTION),
        pointed=counted(len(found.pointed), *words.PAIR), documents=counted(len(found.documents), *words.DOCUMENT),
    )  # fmt: skip


# ---- the table and its axis


def _table(one: Concordance, rivals: Rivals, found: Figures, barred: bool) -> list[Block]:
    known = one.corpus.questions.get(rivals.question) if rivals.question else None
    heading = words.HEADING.format(question=known.wording or known.id) if known else words.NO_QUESTION
    most = max((each.figure.most for each in rivals.figures), default=Decimal(0))
    least = min((Decimal(0), *(each.figure.least for each in rivals.figures)))
    drawn = figures_drawing(one.corpus, rivals, found)
    barred = barred or drawn is None
    captions = (words.CAPTION, words.CAPTION_NO_UNIT) if barred else (words.CAPTION_DRAWN, words.CAPTION_DRAWN_NO_UNIT)
    caption = captions[not rivals.unit].format(unit=rivals.unit, least=written(least), most=written(most))
    headings = (words.COLUMN_FIGURE, *((words.COLUMN_AXIS,) if barred else ()), words.COLUMN_COUNTS, words.COLUMN_STATED)
    rows = Composed(rivals.figures[:MOST], lambda each: _row(one, each, least, most, barred))
    return [Heading(heading), *((drawn,) if drawn else ()), Table(caption, headings, rows), *_more(len(rivals.figures))]


def _more(count: int) -> list[Block]:
    return [Prose(say(words.MORE, count=number(count - MOST, capital=True)))] if count > MOST else []


def _row(one: Concordance, each: Stated, least: Decimal, most: Decimal, barred: bool) -> Row:
    counts = (Link(each.figure.of, To(Room.PROPOSITIONS, each.proposition)),)
    axis: tuple[Sentence, ...] = ((Words(drawn(each.figure, least, most), Ink.MUTED),),) if barred else ()
    below = tuple(line for line in (_standing(one, each), _behind(one, each)) if line)
    return Row((as_sentence(_value(each.figure)), *axis, counts, _by(one, each)), below=below, lost=each.status is Support.NONE)


def drawn(figure: Figure, least: Decimal, most: Decimal) -> str:
    """A figure on an axis of `AXIS` places from least to most: a sign where it lies, a line over its range."""
    first, last = (_place(value, least, most) for value in (figure.least, figure.most))
    line = _AT if figure.least == figure.most else _LINE * (last - first + 1)
    return _EMPTY * first + line + _EMPTY * (AXIS - first - len(line))


def _place(value: Decimal, least: Decimal, most: Decimal) -> int:
    return 0 if most == least else int((value - least) * (AXIS - 1) / (most - least))


def written(value: Decimal) -> str:
    """A number as read: thousands apart, no empty decimals."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _value(figure: Figure) -> str:
    if figure.least == figure.most:
        return written(figure.least)
    return words.RANGE.format(least=written(figure.least), most=written(figure.most))


def _by(one: Concordance, each: Stated) -> Sentence:
    agents = _agents(one, each.agents)
    return say(words.STATED, agents=agents, date=naming.date(one.corpus, each.since)) if each.since else say(words.UNDATED, agents=agents)


def _agents(one: Concordance, ids: Iterable[str]) -> Sentence:
    them = list(ids)
    more = [as_sentence(words.AND_MORE.format(count=number(len(them) - _NAMED)))] if len(them) > _NAMED else []
    return joined([*((naming.agent(one.corpus, id),) for id in them[:_NAMED]), *more])


def _standing(one: Concordance, each: Stated) -> Sentence:
    denied = dict.fromkeys(str(getattr(labelled(one, id), "agent", "")) for id in each.against)
    return chained(
        as_sentence(words.ONLY_SUPPOSED) if each.supposed_only else (),
        say(words.STATUS, status=each.status.value) if each.status is not Support.SUPPORTED else (),
        say(words.DISPUTED, agents=_agents(one, denied)) if denied else (),
    )


def _behind(one: Concordance, each: Stated) -> Sentence:
    named = [
        say(words.BEHIND_PERHAPS, document=source) if end.doubtful else (source,)
        for end in each.behind
        for source in (naming.source(one.corpus, end.source),)
    ]
    return say(words.BEHIND, documents=joined(named)) if named else ()


# ---- what is pointed out


def _pointed(one: Concordance, found: Figures) -> list[Block]:
    partial: list[Block] = [] if found.listed else [Prose(as_sentence(words.NOT_ALL_PAIRS))]
    if not found.pointed:
        return partial
    lines = tuple(_told(one, each) for each in found.pointed[:MOST])
    return [Heading(words.POINTED_HEAD, anchor="pointed"), Items(lines), *_more(len(found.pointed)), *partial]


def _told(one: Concordance, each: Pointed) -> Sentence:
    first, other = each.one, each.other
    parts: dict[str, Sentence | str] = {
        "one": _value(first.figure), "part": first.figure.of, "first": _stated(one, first), "unit": first.figure.unit,
        "value": _value(first.figure),
    }  # fmt: skip
    if other is None:
        return say(words.PART_WITHIN, **parts, other=written(each.number or Decimal(0)))
    parts |= {"other": _value(other.figure), "whole": other.figure.of, "second": _stated(one, other)}
    match each.kind:
        case Pointing.SAME_VALUE:
            said = say(words.SAME_VALUE, **{**parts, "one": first.figure.of, "other": other.figure.of})
        case Pointing.DIGIT:
            said = say(words.DIGIT, **parts, slip=slip_words(each.slip) if each.slip else "")
        case Pointing.PART:
            said = say(words.PART, **parts)
        case Pointing.PARTS:
            said = say(words.PARTS, **parts, sum=written(each.number or Decimal(0)))
        case Pointing.SAME_DESCRIPTION:
            said = say(words.SAME_DESCRIPTION, **parts)
    return chained(said, () if each.kind in (Pointing.PART, Pointing.PARTS) else _kinship(one, each, first, other))


def _stated(one: Concordance, each: Stated) -> Sentence:
    agents = _agents(one, each.agents)
    if each.since is None:
        return say(words.STATED_AS_UNDATED, agents=agents)
    return say(words.STATED_AS, agents=agents, date=naming.date(one.corpus, each.since))


def _kinship(one: Concordance, each: Pointed, first: Stated, other: Stated) -> Sentence:
    shared = sorted({end.source for end in first.behind} & {end.source for end in other.behind})
    named = naming.things(one.corpus, shared) if each.kinship is Kinship.SHARED else ""
    return say(words.KINSHIP[each.kinship.value], documents=named)


def slip_words(slip: Slipped) -> str:
    """A slip in words."""
    place = words.PLACES[slip.place - 1] if slip.place <= len(words.PLACES) else words.PLACE.format(number=slip.place)
    if slip.slip is Slip.CHANGED:
        return words.CHANGED.format(place=place, was=slip.was, now=slip.is_)
    if slip.slip is Slip.SWAPPED:
        return words.SWAPPED.format(place=place, was=slip.was)
    return words.DROPPED.format(place=place, was=slip.was or slip.is_)


# ---- the documents behind


def _documents(one: Concordance, found: Figures) -> list[Block]:
    """Each document with the figures that go back to it, as they were stated, the earliest first: a number can be seen to wander."""
    if not found.documents:
        return []
    of: dict[PropositionId, dict[tuple[str, int], Stated]] = {}
    for each in (each for rivals in found.rivals for each in rivals.figures):
        of.setdefault(each.proposition, {})[each.key] = each
    headings = (words.COLUMN_DOCUMENT, words.COLUMN_ORIGIN, words.COLUMN_COUNT)
    rows = tuple(_document(one, each, of) for each in found.documents[:MOST])
    return [Heading(words.DOCUMENTS_HEAD, anchor="documents"), Table(words.DOCUMENTS_CAPTION, headings, rows), *_more(len(found.documents))]


def _document(one: Concordance, each: Document, of: Mapping[PropositionId, Mapping[tuple[str, int], Stated]]) -> Row:
    them = sorted((stated for name in each.figures for stated in of.get(name, {}).values()), key=_by_date)
    lines = [_wandering(one, each, stated) for stated in them[:MOST]]
    cells = ((naming.source(one.corpus, each.source),), (origin_sign(each.kind.value),), as_sentence(str(len(them))))
    return Row(cells, f"document-{each.source}", tuple(lines))


def _by_date(one: Stated) -> tuple[object, ...]:
    return one.since is None, sort_key(one.since) if one.since else (), one.figure.most, one.key


def _wandering(one: Concordance, document: Document, each: Stated) -> Sentence:
    """A figure by its date: what it is, what it counts, who states it, and how surely it goes back to the document."""
    pattern = words.VALUE_OF if each.figure.unit else words.VALUE_OF_NO_UNIT
    told = pattern.format(value=_value(each.figure), unit=each.figure.unit, of=each.figure.of)
    figure = (Link(told, To(Room.PROPOSITIONS, each.proposition)),)
    doubt = words.DOUBTFUL if each.proposition in document.doubtful else ""
    others = "" if each.proposition in document.alone else words.NOT_ALONE
    return say(words.WANDERING, figure=figure, stated=_by(one, each), doubt=doubt, others=others)
