"""The chronology: events by strand with their certain and possible days, rival datings in lanes, conflicts with their chains."""

from __future__ import annotations

from collections.abc import Sequence

from fontes.dates import Bound, Edge, iso
from fontes.findings.chronology import Bounds, Chronology
from fontes.findings.chronology.accounts import Four, Lane, stated
from fontes.findings.chronology.anachronisms import Untimely, anachronisms
from fontes.findings.chronology.claims import Claim, Thing
from fontes.findings.chronology.conflicts import Conflict
from fontes.findings.network import Constraint
from fontes.findings.reasons import saying
from fontes.model.names import EventId, StatementId
from fontes.present.drawing import timeline as drawing
from fontes.present.pages import Block, Heading, Ink, Items, Link, Page, Prose, Room, Row, Sentence, Sign, Table, To, Words, text_of
from fontes.present.phrasing import as_sentence, capital, chained, counted, dates, joined, number, say, wording
from fontes.present.phrasing import chronology as words
from fontes.present.rooms import naming
from fontes.present.rooms.chronology_scale import Scale, scale_of
from fontes.present.rooms.spans import shortened

MOST_LANES = 24
"""So many rival datings of one event are told before the rest is counted; its statements have them all."""
MOST_DATING = 6
"""So many who date it alike are named before the rest is counted."""
MOST_NAMED = 3
"""So many claims are named in a line before the rest is counted."""
IN_CONFLICT = "in-conflict"
"""In an address, instead of a strand: the events that conflicts touch."""


RIVAL_DATINGS = "rival-datings"
"""In an address, instead of a strand: the events of which several accounts give different days."""


def chronology_page(
    found: Chronology, chosen: Sequence[Bounds], *, whole: bool = True, asked: Sequence[Bounds] | None = None, barred: bool = True
) -> Page:
    """These things by strand, each with its lanes; then the conflicts that touch them, or all of them where the ``whole`` is shown.

    ``asked`` are all that were asked for, where ``chosen`` are but a leaf of them: what is counted is counted over these. ``barred``: with the
    days also as a line of signs, for where no drawing can stand beside the table.
    """
    asked = chosen if asked is None else asked
    numbers = sorted({at for one in chosen for at in one.conflicts}) if not whole else range(1, len(found.conflicts) + 1)
    every = len(found.conflicts) if whole else len({at for one in asked for at in one.conflicts})
    blocks: list[Block] = [Prose(_lead(found, asked, len(chosen), every), lead=True)]
    blocks += [Prose((Words(words.KEY, Ink.MUTED),))] if barred else []
    for strand, members in _strands(found, chosen):
        drawn = drawing.timeline(f"days-of-{strand}", strand, [_drawn(found, one) for one in members])
        blocks += [Heading(strand), *((drawn,) if drawn else ()), _table(found, members, barred)]
    for at in numbers:
        blocks += _conflict(found, at, found.conflicts[at - 1])
    early = anachronisms(found) if whole else ()
    if early:
        blocks += [Heading(words.UNTIMELY_HEAD), Items(tuple(_untimely(found, one) for one in early))]
    return Page(To(Room.EVENTS), words.CHRONOLOGY, tuple(blocks))


def rivalled(one: Bounds) -> bool:
    """Do several accounts give different days for it?"""
    return sum(lane.active for lane in one.lanes) > 1


def _lead(found: Chronology, asked: Sequence[Bounds], shown: int, conflicts: int) -> Sentence:
    counted_ = counted(conflicts, words.CONFLICT, words.CONFLICT_MANY)
    told = words.CONFLICTS[conflicts != 1].format(count=counted_) if conflicts else words.NO_CONFLICT
    told = told if found.complete or not conflicts else words.AT_LEAST.format(conflicts=told)
    events = counted(len(asked), words.EVENT, words.EVENTS, capital=True)
    pattern = words.LEAD if shown == len(asked) else words.LEAD_PART
    return say(
        pattern, events=events, shown=number(shown), rival=_rival(sum(map(rivalled, asked)), len(asked)),
        conflicts=_leading(told, IN_CONFLICT) if conflicts else told,
    )  # fmt: skip


def _rival(count: int, among: int) -> Sentence | str:
    """How many have rival datings, as the beginning of a sentence that leads to them."""
    if among == 1:
        return words.RIVAL_ONE if count else words.NO_RIVAL_ONE
    return _leading(words.RIVAL[count == 1].format(count=number(count, capital=True)), RIVAL_DATINGS) if count else words.RIVAL_NONE


def _leading(said: str, kind: str) -> Sentence:
    return (Link(said, To(Room.CHRONOLOGY, query=(("kind", kind),)), Ink.RUBRIC),)


def _caption(scale: Scale, barred: bool) -> str:
    if not barred:
        return words.CAPTION
    if scale.first is None or scale.last is None:
        return words.NO_SCALE
    return f"{words.CAPTION}. {words.SCALE.format(first=_day(scale.first), last=_day(scale.last))}"


def _strands(found: Chronology, chosen: Sequence[Bounds]) -> list[tuple[str, list[Bounds]]]:
    kept: dict[str, list[Bounds]] = {}
    for one in chosen:
        event = found.corpus.events.get(EventId(one.id))
        if event is None:
            strand = words.STATEMENTS_HEAD
        else:
            strand = words.STRAND_EVENTS.format(strand=event.strand.replace("-", " ")) if event.strand else words.NO_STRAND
        kept.setdefault(strand, []).append(one)
    return sorted(kept.items())


def _table(found: Chronology, members: Sequence[Bounds], barred: bool) -> Table:
    lanes = (lane.bounds for one in members if len(one.lanes) > 1 for lane in one.lanes if lane.bounds is not None)
    scale = scale_of([*(one.four for one in members), *(_known(four) for four in lanes)])
    rows = tuple(
        Row((_named(found, one), _days(window(one.four), scale.drawn(one.four) if barred else "")), f"days-{one.id}",
            _below(found, one, scale if barred else None))
        for one in members
    )
    return Table(_caption(scale, barred), (words.COLUMN_EVENT, words.COLUMN_DAYS), rows)


def _days(said: str, bar: str) -> Sentence:
    return (Sign(bar, said) if bar else Words(said),)


def _drawn(found: Chronology, one: Bounds) -> drawing.Row:
    """The same as in the table, for the drawing beside it."""
    named = _named(found, one)
    first = named[0]
    lanes = tuple(_account(found, lane) for lane in one.lanes[:MOST_LANES]) if len(one.lanes) > 1 else ()
    stated_days = one.stated if one.narrowed and any(isinstance(side, int) for side in one.stated) else None
    conflicts = tuple(_clash(found, at) for at in one.conflicts)
    alone = len(named) == 1 and isinstance(first, Link)
    return drawing.Row(
        text_of(named), one.four, window(one.four), stated_days, lanes, conflicts, first.to if alone and isinstance(first, Link) else None,
        first.language if isinstance(first, Link) else "",
    )  # fmt: skip


def _clash(found: Chronology, at: int) -> drawing.Clash:
    days = counted(found.conflicts[at - 1].shortfall, words.DAY, words.DAYS)
    return drawing.Clash(at, words.SHORT_BY.format(days=days), To(Room.CHRONOLOGY, "", _place(at), (("kind", IN_CONFLICT),)))


def _account(found: Chronology, lane: Lane) -> drawing.Dated:
    who = _whose(found, lane)
    start, by, since, end = _known(lane.bounds) if lane.bounds is not None else (Edge.UNKNOWN,) * 4
    fits = "" if lane.bounds is not None else f" ({words.NOT_FITTING})"
    return drawing.Dated(f"{_account_date(found, lane)}: {text_of(who)}{fits}", (start, by, since, end) if lane.bounds is not None else None)


def _whose(found: Chronology, lane: Lane) -> Sentence:
    """Who dates it so: a few by name, the rest counted."""
    them = tuple(dict.fromkeys(_who(found, found.claims[claim]) for claim in lane.account.claims))
    rest = len(them) - MOST_DATING
    return chained(*them[:MOST_DATING], (Words(counted(rest, words.OTHER)),) if rest > 0 else (), between="; ")


def _place(conflict: int) -> str:
    """Where a conflict is told on this page."""
    return f"conflict-{conflict}"


def _named(found: Chronology, one: Bounds) -> Sentence:
    return _thing(found, found.thing(one.id))


def _known(four: Four) -> tuple[Bound, ...]:
    return tuple(day if day is not None else Edge.UNKNOWN for day in four)


def _statement(found: Chronology, id: str) -> Sentence:
    entry = {one.id: one for one in found.corpus.statements()}[StatementId(id.removeprefix("^"))]
    return (Words(saying(found.corpus, entry)),)


def _below(found: Chronology, one: Bounds, scale: Scale | None) -> tuple[Sentence, ...]:
    lines: list[Sentence] = []
    if len(one.lanes) > 1:
        lines += [_lane(found, lane, scale) for lane in one.lanes[:MOST_LANES]]
        if len(one.lanes) > MOST_LANES:
            lines.append(say(words.MORE_LANES, count=counted(len(one.lanes) - MOST_LANES, words.DATING, capital=True)))
    if one.narrowed and one.narrowed_by:
        dated = any(isinstance(side, int) for side in one.stated)
        said = _claims(found, one.narrowed_by)
        lines.append(say(words.STATED, stated=window(one.stated), claims=said) if dated else say(words.FOLLOWS, claims=said))
    if one.doubtful:
        lines.append((Words(words.RESTS_ON_DOUBT),))
    if one.conflicts:
        numbers = joined([(Words(f"{words.CONFLICT} {at}"),) for at in one.conflicts])
        lines.append(say(words.IN_CONFLICT, conflicts=numbers))
    return tuple(lines)


def _lane(found: Chronology, lane: Lane, scale: Scale | None) -> Sentence:
    """One account: its days, whose it is, and how it lies beside what nobody disputes."""
    who = _whose(found, lane)
    sides = _known(lane.bounds) if lane.bounds is not None else (Edge.UNKNOWN,) * 4
    line = say(words.LANE, dated=_days(_account_date(found, lane), scale.drawn(sides) if scale else ""), who=who)
    if lane.bounds is None:
        against = found.against(lane)
        return (*line, *say(words.UNFIT, days=counted(against.shortfall if against else 0, words.DAY, words.DAYS)))
    as_stated = lane.bounds == stated(lane.account.constraints, found.draft.of(lane.account.of))
    left = () if as_stated else say(words.LANE_DAYS, days=window(sides))
    return (*line, *left, *(as_sentence(words.AGREES) if lane.agreed else ()))


def _claims(found: Chronology, claims: Sequence[str]) -> Sentence:
    named = [_claim(found, found.claims[claim]) for claim in claims[:MOST_NAMED]]
    left = len(claims) - MOST_NAMED
    return joined([*named, (Words(words.NARROWED_MORE.format(count=left)),)] if left > 0 else named)


def _claim(found: Chronology, one: Claim) -> Sentence:
    """What a claim says, in a few words."""
    pattern = words.CLAIM.get(one.kind, words.CLAIM["date"])
    date = dates.of_words(one.words)
    said: Sentence = (Words(date),)
    if one.kind == "relation":
        relation = one.id.removeprefix(one.of[1]).split()[0]
        near = say(words.RELATED, relation=relation, to=_thing(found, one.to) if one.to else "")
        said = chained(near, (Words(date),) if date else ())
    return say(pattern, of=_thing(found, one.of), words=said, to=_thing(found, one.to) if one.to else "")


def _thing(found: Chronology, thing: Thing) -> Sentence:
    kind, id = thing
    if kind == "event":
        return (naming.event(found.corpus, id),)
    if kind == "agent":
        return (naming.agent(found.corpus, id),)
    if kind in ("source", "out"):
        return (naming.source(found.corpus, id),)
    return _statement(found, id)


def _who(found: Chronology, one: Claim) -> Sentence:
    """On whose word it stands, and where that is read."""
    who = naming.agents(found.corpus, one.by) if one.by else (Words(wording.MAKERS),)
    return chained(who, naming.accesses(found.corpus, one.access), between=", ")


# Conflicts


def _conflict(found: Chronology, at: int, one: Conflict) -> list[Block]:
    days = counted(one.shortfall, words.DAY, words.DAYS)
    count = counted(len(one.claims), words.STATEMENT, words.STATEMENTS, capital=True)
    pattern = words.NO_ACCOUNT if len(one.chains) > 1 else words.OWN_ACCOUNT if _one_voice(found, one) else words.MISSES
    blocks: list[Block] = [Heading(words.CONFLICT_HEAD.format(number=at), anchor=_place(at)), Prose(say(pattern, claims=count, days=days))]
    for other, chain in enumerate(one.chains):
        blocks += [Prose((Words(words.OTHER_ACCOUNT),))] if other else []
        blocks.append(Items(tuple(_link(found, each) for each in chain)))
    ways = [say(words.WIDEN, constant=name, days=days) for name in one.assumptions]
    ways += [say(words.SET_ASIDE, claims=joined([_doubted(found, claim) for claim in repair])) for repair in one.repairs]
    return [*blocks, Prose((Words(words.REPAIRS),)), Items(tuple(ways))]


def _one_voice(found: Chronology, one: Conflict) -> bool:
    """Is it one passage that contradicts itself?"""
    return len({(found.claims[claim].by, found.claims[claim].access) for claim in one.claims}) == 1 and bool(found.claims[one.claims[0]].access)


def _doubted(found: Chronology, claim: str) -> Sentence:
    said = _claim(found, found.claims[claim])
    doubtful = any(claim in each.claims for each in found.draft.doubtful)
    return say(words.DOUBTED, claim=said) if doubtful else said


def _link(found: Chronology, one: Constraint) -> Sentence:
    """One step of a chain: what it says of two days, and who says it."""
    line = say(words.STEP, link=_said(found, one), why=_why(found, one))
    for constant in one.assumptions:
        line = (*line, *say(words.HANGS_ON, constant=constant))
    return _capital(line)


def _said(found: Chronology, one: Constraint) -> Sentence:
    days = counted(abs(one.weight), words.DAY, words.DAYS)
    if not one.x:
        return say(words.LATEST, point=_point(found, one.y), day=_day(one.weight))
    if not one.y:
        return say(words.EARLIEST, point=_point(found, one.x), day=_day(-one.weight))
    pattern = words.AT_LEAST_BEFORE if one.weight < 0 else words.AT_MOST_AFTER if one.weight else words.NOT_LATER
    return say(pattern, first=_point(found, one.y), second=_point(found, one.x), days=days)


def _why(found: Chronology, one: Constraint) -> Sentence:
    if one.claims:
        several = [say(words.SAYS, who=_who(found, claim), words=_claim(found, claim)) for claim in map(found.claims.__getitem__, one.claims)]
        line = chained(*several, between="; ")
        return chained(line, (Words(words.ALL_ACCOUNTS),), between="; ") if len(several) > 1 else line
    if (one.x - 1) // 2 != (one.y - 1) // 2:
        return (Words(words.MADE_FIRST),)
    return (Words(words.NOTHING_ENDS if one.x % 2 == 0 else words.ACT_IS_MOMENT),)


def _point(found: Chronology, point: int) -> Sentence:
    """A first or a last day, by what it is the day of."""
    thing, last = found.draft.things[(point - 1) // 2], point % 2 == 0
    if thing[0] == "agent":
        pattern = words.DEATH if last else words.BIRTH
    elif thing[0] == "out":
        pattern = words.COMING_OUT
    elif thing[0] == "source":
        pattern = words.MAKING
    else:
        pattern = words.END if last else words.BEGINNING
    return say(pattern, thing=_thing(found, thing))


def _untimely(found: Chronology, one: Untimely) -> Sentence:
    days = counted(one.days, words.DAY, words.DAYS)
    return _capital(say(words.UNTIMELY[one.kind], what=_thing(found, one.what), other=_thing(found, one.other), days=days))


def _capital(line: Sentence) -> Sentence:
    first = line[0]
    return (Words(capital(first.text), first.ink), *line[1:]) if isinstance(first, Words) else line


# Days in words


_SIDE = words.SIDE_ON, words.SIDE_WITHIN, words.SIDE_BETWEEN


def window(four: Sequence[Bound]) -> str:
    """Four bounds in words: nothing is said twice, and what is not known is said to be so."""
    es, ls, ee, le = four
    if es == ee and ls == le:
        return _sides(es, le, words.ON, words.WITHIN, words.BETWEEN)
    return words.FROM_TO.format(start=_sides(es, ls, *_SIDE), end=_sides(ee, le, *_SIDE))


def _day(day: int) -> str:
    """A day as a historian writes it."""
    return dates.in_words(iso(day))


def _account_date(found: Chronology, lane: Lane) -> str:
    """The date of an account; several dates of one passage hold together."""
    return words.DATES_TOGETHER.join(dict.fromkeys(naming.date(found.corpus, when) for when in lane.account.whens))


def _sides(first: Bound, last: Bound, on: str, within: str, between: str) -> str:
    if isinstance(first, int) and isinstance(last, int):
        start, end = map(dates.in_words, shortened(first, last))
        if start == end:
            return (on if first == last else within).format(day=start)
        return between.format(first=start, last=end)
    if isinstance(first, int):
        return words.NOT_BEFORE.format(day=_day(first))
    if isinstance(last, int):
        return words.NOT_AFTER.format(day=_day(last))
    if Edge.OPEN in (first, last):
        return words.OPEN
    return words.NO_DAYS
