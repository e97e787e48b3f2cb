"""The page of what had reached an agent by a day: grouped by answer, each route narrated, with how it was taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from fontes.dates import iso
from fontes.findings.known import Had, Known, Reached
from fontes.findings.known.paths import UNKNOWN, Step
from fontes.findings.known.routes import Item, ItemKind, Way
from fontes.findings.reasons import Reason
from fontes.model.names import StatementId
from fontes.model.stances import Report, Speech, Stance
from fontes.present.pages import Block, Composed, Heading, Ink, Items, Page, Prose, Room, Row, Sentence, Table, To, Words, text_of
from fontes.present.phrasing import as_sentence, capital, chained, counted, dates, joined, number, say, wording
from fontes.present.phrasing import known as words
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance, date_of, labelled

MOST = 1_000
"""How many rows one group lists before it counts the rest."""
_OPEN = (Reached.CERTAIN, Reached.POSSIBLE)


def known_page(one: Concordance, found: Known) -> Page:
    """What had reached an agent, certain first; what no route is recorded of, by whether somebody else had it."""
    corpus = one.corpus
    agent = naming.agent_name(corpus.agents[found.agent])
    about = "".join(part.text for part in as_sentence(naming.thing(corpus, found.about)) if not hasattr(part, "mark")) if found.about else ""
    title = (words.TITLE_ABOUT if about else words.TITLE).format(agent=agent, date=naming.date(corpus, found.by), about=about)
    blocks: list[Block] = [Prose(_lead(one, found), lead=True), *_assumptions(found)]
    blocks += _group(one, words.CERTAIN_HEAD, found.of(Reached.CERTAIN))
    blocks += _group(one, words.POSSIBLE_HEAD, found.of(Reached.POSSIBLE))
    none = found.of(Reached.NO_ROUTE)
    blocks += _group(one, words.ELSEWHERE_HEAD, [had for had in none if _elsewhere(had)])
    blocks += _bare(one, [had for had in none if not _elsewhere(had)])
    blocks += _group(one, words.IMPOSSIBLE_HEAD, found.of(Reached.IMPOSSIBLE))
    if none:
        blocks.append(Prose(as_sentence(words.NOT_ANCIENT)))
    return Page(To(Room.AGENTS, found.agent), title, tuple(blocks), wording.ONE_OF[Room.AGENTS], corpus.agents[found.agent].language)


def known_in_short(one: Concordance, found: Known, most: int) -> tuple[Block, ...]:
    """The same for the page of the agent: the counts, and so many of each answer that were the last to come, each with its route."""
    them = [(answer, found.of(answer)) for answer in Reached]
    heads = {Reached.CERTAIN: words.CERTAIN_HEAD, Reached.POSSIBLE: words.POSSIBLE_HEAD, Reached.IMPOSSIBLE: words.IMPOSSIBLE_HEAD}
    blocks: list[Block] = [Prose(_lead(one, found)), *_assumptions(found)]
    for answer, had in them:
        if answer in heads:
            blocks += [replace(block, level=3) if isinstance(block, Heading) else block for block in _group(one, heads[answer], had[-most:])]
    return tuple(blocks)


def _lead(one: Concordance, found: Known) -> Sentence:
    if not found.had:
        return say(words.NOTHING, agent=naming.agent(one.corpus, found.agent))
    certain, possible, none, barred = (len(found.of(answer)) for answer in Reached)
    return say(
        words.LEAD, certain=counted(certain, *words.THINGS), possible=counted(possible, *words.THINGS), none=counted(none, *words.THINGS),
        impossible=words.IMPOSSIBLE_TOO.format(count=number(barred)) if barred else "",
    )  # fmt: skip


def _assumptions(found: Known) -> list[Block]:
    them = [as_sentence(each.words) for each in found.reasons]
    return [Prose(say(words.UNDER, assumptions=joined(them)))] if them else []


def _elsewhere(had: Had) -> bool:
    return bool(had.others or had.claims or had.later or had.astray)


def _group(one: Concordance, heading: str, them: Sequence[Had]) -> list[Block]:
    if not them:
        return []
    answer = them[0].answer.value
    dated = them[0].answer in _OPEN
    headings = (words.SINCE[answer], words.WHAT) if dated else (words.WHAT,)
    rows = Composed(them[:MOST], partial(_row, one))
    return [Heading(heading), Table(words.CAPTION[answer], headings, rows), *_more(len(them))]


def _more(count: int) -> list[Block]:
    return [Prose(say(words.MORE, count=number(count - MOST, capital=True)))] if count > MOST else []


def _bare(one: Concordance, them: Sequence[Had]) -> list[Block]:
    if not them:
        return []
    lines = Composed(them[:MOST], lambda had: chained(_item(one, had.item), *_ruled(one, had)))
    return [Heading(words.NOBODY_HEAD), Items(lines), *_more(len(them))]


def _row(one: Concordance, had: Had) -> Row:
    what = _item(one, had.item)
    below = tuple(line for line in (*_narrated(one, had), *_around(one, had), *_ruled(one, had)) if line)
    if had.answer not in _OPEN:
        return Row((what,), below=below)
    since = as_sentence(dates.in_words(iso(had.since))) if had.since is not None else (Words(words.UNDATED, Ink.MUTED),)
    return Row((since, what), below=below)


def _item(one: Concordance, item: Item) -> Sentence:
    corpus = one.corpus
    if item.kind is ItemKind.EVENT:
        return say(words.EVENT, event=naming.event(corpus, item.id))
    if item.kind is ItemKind.SOURCE:
        return say(words.SOURCE, source=naming.source(corpus, item.id))
    if item.kind is ItemKind.SPEECH:
        spoken = corpus.speeches[StatementId(item.id)]
        return say(words.SPOKEN, agent=naming.agent(corpus, spoken.agent), words=spoken.words)
    return (naming.proposition(corpus, item.id), Words(f"  {item.id}", Ink.MUTED))


# ---- the route


def _narrated(one: Concordance, had: Had) -> list[Sentence]:
    """A line a step, and why the whole is only possible."""
    lines = [_step(one, had, step) for step in had.path]
    if had.answer is Reached.POSSIBLE and had.doubts:
        reasons = [as_sentence(words.DOUBTS[doubt]) for doubt in had.doubts]
        lines.append(say(words.ONLY_POSSIBLY, reasons=joined(reasons)))
    return lines


def _step(one: Concordance, had: Had, step: Step) -> Sentence:
    corpus = one.corpus
    pattern = words.STEPS[step.kind.value]
    giver = naming.source(corpus, step.giver) if step.kind is Way.READ else _people(one, step.giver)
    if step.kind is Way.RECEIVED and step.giver:
        pattern = words.RECEIVED_FROM
    said = say(
        pattern, giver=giver, receiver=_people(one, step.receiver), source=_source(one, step),
        statement=_statement(one, step.statement, had.item.id),
    )
    inside = "{statement}" in pattern
    date = say(words.ON_DATE, date=naming.date(one.corpus, step.when)) if step.when is not None and not inside else ()
    line = say(words.STEP, step=said, date=date)
    if not step.linked:
        line = say(words.BEFORE_THAT, step=line)
    return chained(_ended(_begun(line)), _access(one, step), between="")


def _begun(line: Sentence) -> Sentence:
    """With a capital, where it begins with words of ours."""
    first = line[0]
    return (Words(capital(first.text), first.ink), *line[1:]) if isinstance(first, Words) else line


def _ended(line: Sentence) -> Sentence:
    """With a full stop, where it has none."""
    return line if text_of(line)[-1:] in ".?!”" else (*line, Words("."))


def _people(one: Concordance, ids: str) -> Sentence:
    return joined([(naming.agent(one.corpus, "" if id == UNKNOWN else id),) for id in ids.split(", ")])


def _source(one: Concordance, step: Step) -> Sentence:
    if step.kind is Way.READ:
        return (naming.source(one.corpus, step.giver),)
    if step.kind is Way.ADDRESSED:
        return (naming.source(one.corpus, step.statement),)
    entry = labelled(one, step.statement)
    return (naming.source(one.corpus, entry.source),) if isinstance(entry, Speech) and entry.source else ()


def _access(one: Concordance, step: Step) -> Sentence:
    entry = labelled(one, step.statement)
    known = naming.accesses(one.corpus, entry.access) if entry is not None else ()
    return say(f" {wording.KNOWN_THROUGH}", access=known) if known else ()


# ---- what stands around it


def _around(one: Concordance, had: Had) -> list[Sentence]:
    """How it was taken, who else had it, who says what of the agent, what comes later."""
    lines: list[Sentence] = []
    if had.answer in _OPEN:
        taken = _statements(one, had, had.receptions)
        own = any(step.kind in (Way.STANCE, Way.UPON, Way.TELLING) for step in had.path)
        lines.append(_ended(say(words.TAKEN, receptions=taken)) if taken else () if own else as_sentence(words.NOT_TAKEN))
    else:
        lines.append(say(words.HAD_BY, agents=naming.agents(one.corpus, had.others)) if had.others else ())
        lines.append(say(words.PERHAPS_BY, agents=naming.agents(one.corpus, had.perhaps)) if had.perhaps else ())
    for pattern, ids in ((words.CLAIMED, had.claims), (words.LATER, had.later), (words.ASTRAY, had.astray)):
        lines.append(_ended(say(pattern, statements=_statements(one, had, ids))) if ids else ())
    return lines


def _statements(one: Concordance, had: Had, ids: Sequence[str]) -> Sentence:
    return chained(*(_statement(one, id, had.item.id) for id in ids), between="; ")


def _statement(one: Concordance, id: str, item: str) -> Sentence:
    """A statement in a few words, without what it is on where that is the thing spoken of; or a source by its title."""
    entry = labelled(one, id)
    if entry is None:
        return (naming.thing(one.corpus, id),)
    when = date_of(one.corpus, entry)
    date: Sentence = (Words(f"({naming.date(one.corpus, when)})", Ink.MUTED),) if when is not None else ()
    if isinstance(entry, Stance) and entry.on == item:
        return chained(stated.who(one, entry), stated.attitude(entry), as_sentence(words.IT), date)
    if isinstance(entry, Report) and entry.proposition == item:
        return chained(say(words.TOLD_TO, giver=stated.who(one, entry), receiver=stated.receivers(one, entry)), date)
    return stated.brief(one, entry)


def _ruled(one: Concordance, had: Had) -> list[Sentence]:
    """What rules it out, and what had not begun."""
    late = [(naming.event(one.corpus, each.id),) for each in had.reasons if each.kind == "not begun"]
    lines = [say(words.NOT_BEGUN, events=joined(late))] if late else []
    if had.answer is Reached.IMPOSSIBLE:
        why = [_reason(one, each) for each in had.reasons if each.kind != "not begun"]
        lines.insert(0, _ended(say(words.RULED_OUT, reasons=joined(why))))
    return lines


def _reason(one: Concordance, each: Reason) -> Sentence:
    if each.kind == "statement":
        return stated.said(one, each.id)
    if each.kind == "agent":
        return chained((naming.agent(one.corpus, each.id),), _life(one, each.id), between="")
    return (naming.thing(one.corpus, each.id),)


def _life(one: Concordance, id: str) -> Sentence:
    agent = one.corpus.agents.get(id)  # type: ignore[call-overload]
    dates = [
        pattern.format(date=naming.date(one.corpus, when))
        for pattern, when in ((wording.BORN, agent.born), (wording.DIED, agent.died))
        if when is not None
    ] if agent is not None else []
    return (Words(f" ({', '.join(dates)})"),) if dates else ()
