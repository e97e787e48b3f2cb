"""The page of a career, and that of who compromised whom: posts, events and denunciations beside each other, by their days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from fontes.dates import Answer
from fontes.findings.acts import date_of
from fontes.findings.careers import Attended, Career, Later, Post, Suspicion
from fontes.findings.careers.denunciations import Denounced, Denunciation, Network
from fontes.findings.chronology import Bounds, Ordering
from fontes.findings.reasons import Reason
from fontes.model.agents import Tenure
from fontes.model.names import StatementId
from fontes.present.drawing.shapes import Drawing
from fontes.present.pages import Block, Composed, Heading, Ink, Link, Page, Prose, Room, Row, Sentence, Table, To, Words, text_of
from fontes.present.phrasing import ATTITUDES, as_sentence, capital, chained, counted, drawings, joined, number, say, wording
from fontes.present.phrasing import careers as words
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance, labelled
from fontes.present.rooms.drawn_careers import career_drawing, network_drawing
from fontes.present.rooms.spans import lasting

MOST = 1_000
"""How many rows one table lists before it counts the rest."""
_NAMED = 6
"""How many posts and events of an uncertain order one line names before it counts the rest."""
_SIGNS = {sign.value: each for sign, each in ATTITUDES.items()}


def career_page(one: Concordance, found: Career) -> Page:
    """Posts, what was taken up while under suspicion, events, and every denunciation with what came after it."""
    agent = one.corpus.agents[found.agent]
    of_the_time = [each for each in found.suspicions if not each.denunciation.scholar]
    written = [each for each in found.suspicions if each.denunciation.scholar]
    headings = (wording.COLUMN_DATE, words.COLUMN_BY, words.COLUMN_CASE)
    made = (wording.COLUMN_DATE, words.COLUMN_OF, words.COLUMN_CASE)
    blocks = (
        Prose(_lead(one, found), lead=True),
        *_assumptions(found.reasons),
        *_drawn(drawings.CAREER, career_drawing(one, found)),
        *_taken_up(one, found),
        *_table(words.POSTS_HEAD, words.POSTS_CAPTION, (words.COLUMN_DAYS, words.COLUMN_POST), Composed(found.posts, partial(_post, one))),
        *_table(
            words.EVENTS_HEAD, words.EVENTS_CAPTION, (words.COLUMN_DAYS, words.COLUMN_EVENT, words.COLUMN_AS),
            Composed(found.events, partial(_event, one)),
        ),
        *_table(words.DENOUNCED_HEAD, words.DENOUNCED_CAPTION, headings, Composed(of_the_time, partial(_suspicion, one))),
        *_table(words.SCHOLARS_HEAD, words.SCHOLARS_CAPTION, headings, Composed(written, partial(_suspicion, one))),
        *_table(
            words.MADE_HEAD, words.MADE_CAPTION, made,
            Composed(found.compromises, lambda each: _denouncing(one, each, (naming.agent(one.corpus, each.of),))),
        ),
    )  # fmt: skip
    title = words.TITLE.format(agent=naming.agent_name(agent))
    return Page(To(Room.AGENTS, found.agent), title, blocks, wording.ONE_OF[Room.AGENTS], agent.language)


def _lead(one: Concordance, found: Career) -> Sentence:
    voices = len({each.denunciation.by for each in found.suspicions})
    said = words.VOICES.format(voices=counted(voices, words.VOICE, words.MANY_VOICES)) if voices else ""
    return say(
        words.LEAD, agent=naming.agent(one.corpus, found.agent), posts=counted(len(found.posts), words.POST, words.POSTS),
        events=counted(len(found.events), words.EVENT, words.EVENTS),
        statements=counted(len(found.suspicions), words.STATEMENT, words.STATEMENTS), voices=said,
    )  # fmt: skip


def _drawn(heading: str, drawing: Drawing | None) -> tuple[Block, ...]:
    return (Heading(heading, anchor="drawn"), drawing) if drawing else ()


def _assumptions(reasons: Sequence[Reason]) -> tuple[Block, ...]:
    return (Prose(say(words.UNDER, assumptions=joined([as_sentence(each.words) for each in reasons]))),) if reasons else ()


def _table(heading: str, caption: str, headings: tuple[str, ...], rows: Sequence[Row]) -> tuple[Block, ...]:
    if not rows:
        return ()
    left = len(rows) - MOST
    more = (Prose(say(words.MORE, count=number(left, capital=True))),) if left > 0 else ()
    return Heading(heading), Table(caption, headings, rows[:MOST]), *more


def _days(days: Bounds, there: Answer = Answer.CERTAIN) -> Sentence:
    """The days in words; what is only possibly there by the date of the lens says so."""
    said = as_sentence(lasting(days.four))
    return chained(said, (Words(f"({words.POSSIBLY_THEN})", Ink.MUTED),)) if there is Answer.POSSIBLE else said


# ---- posts and events


def _taken_up(one: Concordance, found: Career) -> tuple[Block, ...]:
    """Each post taken up, perhaps taken up, or still held after a denunciation, with the statements it came after by how sure that is."""
    posts = {each.tenure: each for each in found.posts}
    kept: dict[str, dict[str, list[Denunciation]]] = {}
    for pattern, (suspicion, later) in _standing(found):
        kept.setdefault(later.id, {}).setdefault(pattern, []).append(suspicion.denunciation)
    rows = [_stood(one, posts[StatementId(id)], them) for id, them in kept.items()]
    table = _table(words.TAKEN_UP_HEAD, words.TAKEN_UP_CAPTION, (words.COLUMN_DAYS, words.COLUMN_POST), rows)
    return (*table, Prose((Words(words.NOT_BECAUSE, Ink.MUTED),))) if rows else ()


def _stood(one: Concordance, post: Post, patterns: Mapping[str, list[Denunciation]]) -> Row:
    """A post, and below it who had compromised them, by how sure the order is."""
    below = tuple(say(pattern, statements=_spoken(one, them)) for pattern, them in patterns.items())
    return Row((_days(post.days, post.there), _held(one, post.tenure)), below=below)


def _spoken(one: Concordance, them: Sequence[Denunciation]) -> Sentence:
    """Who said it, to whom and when, each once: every one leads to its row among the denunciations."""
    kept: dict[str, list[tuple[Denunciation, Sentence]]] = {}
    for each in _each_once(them):
        entry = labelled(one, each.statement)
        when = date_of(one.corpus, entry) if entry is not None else None
        date = naming.date(one.corpus, when) if when else wording.NO_DATE
        said = say(
            words.SPOKEN_TO if each.to else words.SPOKEN, date=date,
            agent=Link(naming.agent(one.corpus, each.by).text, To(Room.CAREERS, each.of, anchor=_anchor(one, each))),
            others=naming.agents(one.corpus, each.to),
        )  # fmt: skip
        kept.setdefault(text_of(said), []).append((each, said))
    return joined([
        alike[0][1] if len(alike) == 1 else say(words.SPOKEN_TIMES, spoken=alike[0][1], count=number(len(alike))) for alike in kept.values()
    ])  # fmt: skip


def _standing(found: Career) -> Iterable[tuple[str, tuple[Suspicion, Later]]]:
    for answer in (Ordering.CERTAIN, Ordering.POSSIBLE):
        yield from ((words.TAKEN_UP[answer.value], pair) for pair in found.taken_up(answer))
    for suspicion in found.suspicions:
        for later in suspicion.later:
            if later.kind == "post" and later.began is Ordering.IMPOSSIBLE and later.lasted is Ordering.CERTAIN:
                yield words.SERVED_ON, (suspicion, later)


def _each_once(them: Iterable[Denunciation]) -> list[Denunciation]:
    return list({each.statement: each for each in them}.values())


def _held(one: Concordance, id: str) -> Sentence:
    entry = labelled(one, id)
    return stated.held(one, entry) if isinstance(entry, Tenure) else (Words(id),)


def _post(one: Concordance, each: Post) -> Row:
    entry = labelled(one, each.tenure)
    below = stated.particulars(one, entry) if entry is not None else ()
    return Row((_days(each.days, each.there), _held(one, each.tenure)), below=below)


def _event(one: Concordance, each: Attended) -> Row:
    roles = joined([as_sentence(words.ROLES[role]) for role in each.roles])
    return Row((_days(each.days, each.there), (naming.event(one.corpus, each.event),), roles))


# ---- denunciations


def _suspicion(one: Concordance, each: Suspicion) -> Row:
    found = each.denunciation
    by: Sentence = (Words(words.OF_THEMSELVES),) if found.confession else (naming.agent(one.corpus, found.by),)
    entry = labelled(one, found.statement)
    own = stated.particulars(one, entry) if entry is not None else ()
    return _denouncing(one, found, by, anchor=_anchor(one, found), below=(*own, *_taken(one, each), *_after(one, each)))


def _denouncing(one: Concordance, found: Denunciation, *named: Sentence, anchor: str = "", below: tuple[Sentence, ...] = ()) -> Row:
    """When, by or of whom, in which case; and below, what was said."""
    said, case = _said(one, found)
    return Row((_days(found.days, found.there), *named, case), anchor, below=(said, *below))


def _anchor(one: Concordance, found: Denunciation) -> str:
    entry = labelled(one, found.statement)
    return stated.anchor(entry) if entry is not None else ""


def _said(one: Concordance, found: Denunciation) -> tuple[Sentence, Sentence]:
    """What was said and to whom, and in which case."""
    verb: Sentence = (_SIGNS[found.kind],) if found.kind in _SIGNS else (Words(words.RELAYED),) if found.kind == "relays" else ()
    to = say(words.TO, agents=naming.agents(one.corpus, found.to)) if found.to else ()
    case: Sentence = (naming.event(one.corpus, found.case),) if found.case else (Words(words.NO_CASE, Ink.MUTED),)
    return chained(verb, to, (naming.proposition(one.corpus, found.proposition),)), case


def _taken(one: Concordance, each: Suspicion) -> list[Sentence]:
    named = ((words.JUDGED, each.judged), (words.ANSWERED, each.answered))
    lines = [_ended(say(pattern, statements=_statements(one, ids))) for pattern, ids in named if ids]
    if each.received:
        return [_ended(say(words.RECEIVED, statements=_statements(one, each.received))), *lines]
    return lines if each.denunciation.scholar else [as_sentence(words.NOT_RECEIVED), *lines]


def _ended(line: Sentence) -> Sentence:
    """With one full stop, whatever its last words bring."""
    return line if text_of(line).endswith(words.STOP) else (*line, Words(words.STOP))


def _statements(one: Concordance, ids: Sequence[str]) -> Sentence:
    return chained(*(stated.said(one, id) for id in ids), between="; ")


def _after(one: Concordance, each: Suspicion) -> list[Sentence]:
    """What the record gives after it, by how sure the order is."""
    if each.denunciation.scholar:
        return []
    patterns = {
        Ordering.CERTAIN: words.AFTER["certain"], Ordering.POSSIBLE: words.AFTER["possible"],
        Ordering.NO_EVIDENCE: words.UNORDERED, Ordering.INCONSISTENT: words.CLASHING,
    }  # fmt: skip
    lines = []
    for answer, pattern in patterns.items():
        them = [_thing(one, later) for later in each.later if later.began is answer]
        if answer is Ordering.NO_EVIDENCE and len(them) > _NAMED:
            lines.append(say(words.UNORDERED_MANY, count=number(len(them))))
            continue
        if answer is Ordering.POSSIBLE and len(them) > _NAMED:
            them = [*them[:_NAMED], as_sentence(words.AND_MORE.format(count=number(len(them) - _NAMED)))]
        lines += [say(pattern, things=chained(*them, between="; "))] if them else []
    return lines or [as_sentence(words.NOTHING_AFTER)]


def _thing(one: Concordance, later: Later) -> Sentence:
    return _held(one, later.id) if later.kind == "post" else (naming.event(one.corpus, later.id),)


# ---- the network


def network_page(one: Concordance, found: Network) -> Page:
    """The agents by how often they were compromised, and every denunciation by date."""
    here = To(Room.AGENTS)
    if not found.denunciations:
        return Page(here, words.NETWORK, (Prose((Words(words.NOTHING),), lead=True), *_assumptions(found.reasons)))
    headings = (words.COLUMN_AGENT, words.COLUMN_STATEMENTS, words.COLUMN_VOICES, words.COLUMN_TAKEN_UP, words.COLUMN_SCHOLARS)
    by_date = (wording.COLUMN_DATE, words.COLUMN_BY, words.COLUMN_OF, words.COLUMN_CASE)
    blocks = (
        Prose(_network_lead(found), lead=True),
        *_assumptions(found.reasons),
        *_drawn(drawings.DENUNCIATIONS, network_drawing(one.corpus, found)),
        *_table(words.AGENTS_HEAD, words.AGENTS_CAPTION, headings, Composed(found.agents, partial(_denounced, one))),
        *_table(words.BY_DATE_HEAD, words.BY_DATE_CAPTION, by_date, _by_statement(one, found.denunciations)),
    )
    return Page(here, words.NETWORK, blocks)


def _network_lead(found: Network) -> Sentence:
    time = {each.statement for each in found.denunciations if not each.scholar}
    scholars = {each.statement for each in found.denunciations if each.scholar}
    voices = {each.by for each in found.denunciations if not each.scholar}
    return say(
        words.NETWORK_LEAD, statements=capital(counted(len(time | scholars), words.STATEMENT, words.STATEMENTS)),
        agents=counted(len(found.agents), "agent"), time=number(len(time)), voices=counted(len(voices), words.VOICE, words.MANY_VOICES),
        scholars=number(len(scholars)),
    )  # fmt: skip


def _denounced(one: Concordance, each: Denounced) -> Row:
    taken = str(len(each.taken_up))
    if each.perhaps_taken_up:
        taken = words.PERHAPS.format(certain=taken, possible=len(each.perhaps_taken_up))
    counts = (str(len(each.statements)), str(len(each.voices)), taken, str(len(each.by_scholars)))
    return Row(((naming.agent(one.corpus, each.agent),), *(as_sentence(count) for count in counts)))


def _by_statement(one: Concordance, them: Sequence[Denunciation]) -> Sequence[Row]:
    """One row a statement, with all whom it compromises."""
    kept: dict[str, list[Denunciation]] = {}
    for each in them:
        kept.setdefault(each.statement, []).append(each)
    return Composed(list(kept.values()), partial(_compromising, one))


def _compromising(one: Concordance, same: Sequence[Denunciation]) -> Row:
    first = same[0]
    of = joined([as_sentence(words.OF_THEMSELVES) if each.confession else (naming.agent(one.corpus, each.of),) for each in same])
    return _denouncing(one, first, (naming.agent(one.corpus, first.by),), of)
