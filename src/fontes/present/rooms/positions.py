"""The page of where the literature stands: answers with their voices, disputes, changes over time, periods, schools and silence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from fontes.findings.positions import AnswerHeld, Between, Overview, Positions
from fontes.findings.positions.groups import Group, Silence
from fontes.findings.positions.heard import IMPLIED, Taken
from fontes.findings.positions.time import SILENT
from fontes.findings.positions.voices import Held, Position, Turn, Turned
from fontes.findings.support.status import Status, Statuses
from fontes.model.names import AgentId
from fontes.model.stances import Attitude
from fontes.present.pages import Block, Composed, Heading, Ink, Items, Page, Prose, Room, Row, Sentence, Sign, Table, To, Words, text_of
from fontes.present.phrasing import ATTITUDES, as_sentence, capital, chained, counted, joined, number, say, wording
from fontes.present.phrasing import positions as words
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance, labelled
from fontes.present.rooms.positions_measures import by_name, claim, measured_lines, rules, spread_lines, voices
from fontes.present.rooms.positions_time import between_blocks, dispute_blocks

_DENIES = ATTITUDES[Attitude.DENIES]
IMPLIED_SIGN = Sign(_DENIES.mark, "denies, by implication", _DENIES.ink)


def positions_page(one: Concordance, found: Positions, statuses: Statuses, changed: tuple[str, str, Sequence[Between]] | None = None) -> Page:
    """Who holds what. `changed`: two dates as written, and what changed between them. `statuses` tell which grounds hold under the lens."""
    room = Room.QUESTIONS if found.question else Room.PROPOSITIONS
    outright = [each for each in found.answers if each.outright]
    blocks: list[Block] = [Prose(_lead(one, found), lead=True), Prose(say(words.UNDER, assumptions=_assumptions(found)))]
    blocks += _asked(one, found)
    blocks += [Heading(words.ANSWERS_HEAD)] if outright else []
    for each in outright:
        blocks += _answer(one, each, found, statuses)
    blocks += _unheld(one, [each for each in found.answers if not each.outright])
    blocks += spread_lines(one, found)
    blocks += dispute_blocks(one, found)
    blocks += between_blocks(one, *changed) if changed else []
    blocks += _history(one, found)
    blocks += _groups(one, words.PERIODS_HEAD, words.PERIODS_CAPTION, words.GROUP_COLUMNS, found.periods)
    blocks += _groups(one, words.SCHOOLS_HEAD, words.SCHOOLS_CAPTION, words.SCHOOL_COLUMNS, found.schools)
    blocks += _silence(one, found.silences)
    blocks += [Heading(words.RULES_HEAD, anchor="rules"), Items(tuple(rules(one, found)))] if outright else []
    about = wording.QUOTED.format(words=_name(one, found))
    at = naming.date(one.corpus, found.lens.as_of) if found.lens.as_of else ""
    title = words.TITLE_AS_OF.format(about=about, date=at) if at else words.TITLE.format(about=about)
    return Page(To(room, found.name), title, tuple(blocks), wording.ONE_OF[room])


def overview_page(one: Concordance, found: Sequence[Overview], as_of: str = "") -> Page:
    """Every question with its counts."""
    title = words.OVERVIEW_TITLE_AS_OF.format(date=as_of) if as_of else words.OVERVIEW_TITLE
    rows = tuple(
        Row((
            say(words.OVERVIEW_QUESTION, question=naming.question(one.corpus, each.id), id=Words(each.id, Ink.MUTED)),
            as_sentence(str(each.answers)), as_sentence(str(each.held)), as_sentence(_bounds(*each.heard)), as_sentence(str(each.disputes)),
        ))
        for each in sorted(found, key=lambda each: (-each.heard[1], each.id))
    )  # fmt: skip
    block: Block = Table(words.OVERVIEW_CAPTION, words.OVERVIEW_COLUMNS, rows) if rows else Prose(as_sentence(words.OVERVIEW_NONE))
    return Page(To(Room.QUESTIONS), title, (block,), wording.ROOMS[Room.QUESTIONS])


def _bounds(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}–{most}"


def _name(one: Concordance, found: Positions) -> str:
    if found.question:
        return one.corpus.questions[found.name].wording or found.name  # type: ignore[index]
    return naming.proposition_words(one.corpus, found.name).removesuffix(".")


def _lead(one: Concordance, found: Positions) -> Sentence:
    if not found.heard[1]:
        return as_sentence(words.LEAD_NONE)
    first = f"{capital(voices(*found.heard))} {words.TAKE[found.heard[1] != 1]}"
    best = found.answers[0]
    holding = [each for each in best.positions if {"asserts", "supposes"} & each.options]
    sure = sum(each.options <= {"asserts", "supposes"} for each in holding)
    most = say(
        words.MOST_HELD, answer=claim(one, best.id), voices=voices(sure, len(holding))
    ) if found.question and holding else ()
    return say(words.LEAD, voices=first, most=most)


def _assumptions(found: Positions) -> Sentence:
    return joined([as_sentence(each.words) for each in found.reasons])


def _asked(one: Concordance, found: Positions) -> list[Block]:
    lines = [
        say(pattern, agents=naming.agents(one.corpus, dict.fromkeys(each.agent for each in them)))
        for pattern, them in ((words.RAISED, found.raised), (words.LEFT_OPEN, found.left_open), (words.UNANSWERABLE, found.unanswerable))
        if them
    ]
    return [Items(tuple(lines))] if lines else []


# ---- an answer


def _answer(one: Concordance, each: AnswerHeld, found: Positions, statuses: Statuses) -> list[Block]:
    head = Heading(text_of(claim(one, each.id)), 3, f"answer-{each.id}")
    rows = tuple(_row(one, position, statuses) for position in _listed(each)[: words.MOST_VOICES])
    headings = (words.VOICE, words.STANCE, words.SINCE, words.WHERE)
    caption = words.VOICES_CAPTION.format(counts=_counts(each))
    more = len(each.outright) - words.MOST_VOICES
    lines = [
        *([say(words.MORE_VOICES, count=number(more, capital=True))] if more > 0 else []), *_implied(one, each), *_about(one, each),
        *measured_lines(one, each),
        *([say(words.SILENT_HERE, count=counted(len(each.silent), "voice"))] if each.silent else []),
    ]  # fmt: skip
    return [head, Table(caption, headings, rows), Items(tuple(lines))]


_ORDER = {option: place for place, option in enumerate(("asserts", "supposes", "leaves-open", "doubts", "denies"))}


def _listed(each: AnswerHeld) -> list[Position]:
    """Those who spoke to it, by stance, then as certain and by date."""
    return sorted(each.outright, key=lambda one: (_ORDER.get(one.held[0].option, 9), one.silent, one.held[0].since.earliest, one.voice))


def _counts(each: AnswerHeld) -> str:
    kept = [f"{_sign(one.option).word} {_bounds(one.least, one.most)}" for one in each.counts if one.most]
    return " · ".join([voices(*each.heard), *kept])


def _sign(option: str) -> Sign:
    return IMPLIED_SIGN if option == IMPLIED else ATTITUDES[Attitude(option)]


def _row(one: Concordance, position: Position, statuses: Statuses) -> Row:
    who = joined([_voice(one, agent) for agent in position.voice])
    voice = say(words.COAUTHORS, agents=who) if len(position.voice) > 1 else who
    stance = chained(*((_sign(held.option),) for held in position.held), between=words.OR)
    shown = say("{softly}{stance}", softly=words.SOFTLY if position.silent else "", stance=stance)
    first = position.held[0].since
    where = joined([(naming.source(one.corpus, work),) for work in _works(position)])
    cells = (voice, shown, stated.dated(first.when), where or as_sentence(Words(wording.OWN_WORD, Ink.MUTED)))
    return Row(cells, "", _below(one, position, statuses))


def _voice(one: Concordance, agent: AgentId) -> Sentence:
    """An agent with the roles in which it is heard."""
    found = one.corpus.agents.get(agent)
    roles = ", ".join(found.roles) if found else ""
    return chained((naming.agent(one.corpus, agent),), (Words(words.ROLE.format(role=roles), Ink.MUTED),) if roles else (), between="")


def _works(position: Position) -> tuple[str, ...]:
    return tuple(dict.fromkeys(act.source for held in position.held for act in held.acts if act.source))


def _below(one: Concordance, position: Position, statuses: Statuses) -> tuple[Sentence, ...]:
    """Grounds, through whom it is known, what was held before."""
    acts = list({act.statement: act for held in position.held for act in held.acts}.values())
    entries = [entry for act in acts if (entry := labelled(one, act.statement)) is not None]
    grounds = tuple(dict.fromkeys(ground for entry in entries for ground in getattr(entry, "grounds", ())))
    known = dict.fromkeys(way for entry in entries for way in entry.access)
    reporters = sorted({act.reporter for act in acts if act.reporter})
    lost = grounds and statuses.lens.distrust and all(statuses.statement(act.statement) is Status.FALLS for act in acts)
    rests = say(words.RESTS, grounds=stated.grounds(one, grounds)) if grounds else as_sentence(words.NO_GROUNDS)
    through = naming.accesses(one.corpus, known)
    earlier = chained(*(_short(one, act) for act in position.earlier if act.by_asserting is None), between="; ")
    asserted = [held for held in position.held if held.option == IMPLIED]
    return tuple(line for line in (
        chained(rests, say(wording.KNOWN_THROUGH, access=through) if through else (), as_sentence(words.LOST) if lost else ()),
        _by_asserting(one, asserted),
        say(words.REPORTED_BY, reporter=naming.agents(one.corpus, reporters)) if reporters else (),
        say(words.EARLIER, stances=earlier) if earlier else (),
    ) if line)  # fmt: skip


def _by_asserting(one: Concordance, them: Sequence[Held]) -> Sentence:
    rivals = dict.fromkeys(act.by_asserting for held in them for act in held.acts if act.by_asserting)
    return say(f"{words.BY_ASSERTING}.", answer=naming.things(one.corpus, rivals)) if rivals else ()


def _short(one: Concordance, act: Taken) -> Sentence:
    return chained((_sign(act.option),), (Words(f"({naming.date(one.corpus, act.when) if act.when else wording.NO_DATE})", Ink.MUTED),))


def _implied(one: Concordance, each: AnswerHeld) -> list[Sentence]:
    """Who denies it only by asserting another answer, by that answer."""
    by: dict[str, list[str]] = {}
    for position in each.positions:
        if position.options <= {IMPLIED, SILENT}:
            for rival in dict.fromkeys(act.by_asserting for held in position.held for act in held.acts if act.by_asserting):
                by.setdefault(rival, []).extend(position.voice)
    return [
        say(words.IMPLIED_LINE, answer=claim(one, rival), agents=naming.agents(one.corpus, agents))
        for rival, agents in sorted(by.items())
    ]


def _about(one: Concordance, each: AnswerHeld) -> list[Sentence]:
    """Reprints, what others say of somebody's mind, and where they differ."""
    corpus, lines = one.corpus, []
    if each.reprints:
        works = dict.fromkeys(act.source for act in each.reprints if act.source)
        lines.append(say(words.REPRINTS, works=naming.things(corpus, works)))
    if each.reported:
        told = [
            say(words.REPORT, reporter=naming.agent(corpus, report.reporter), sign=ATTITUDES[Attitude(report.attitude)],
                agent=naming.agent(corpus, report.agent), verb=ATTITUDES[Attitude(report.option)].word)
            for report in each.reported
        ]  # fmt: skip
        lines.append(say(words.REPORTED, reports=joined(told)))
    for dispute in each.about:
        told = [
            say(words.ABOUT_EACH, reporter=naming.agent(corpus, reporter) if reporter else words.OWN_WORDS, direction=words.DIRECTIONS[way])
            for reporter, way in dispute.reporters
        ]
        lines.append(say(words.ABOUT, agent=naming.agent(corpus, dispute.agent), reports=joined(told)))
    return lines


def _unheld(one: Concordance, them: Sequence[AnswerHeld]) -> list[Block]:
    if not them:
        return []
    lines = [
        say(
            words.UNHELD_IMPLIED if each.positions else words.UNHELD, answer=claim(one, each.id),
            count=voices(*each.heard),
        )
        for each in them
    ]  # fmt: skip
    return [Heading(words.UNHELD_HEAD), Items(tuple(lines))]


# ---- over time, by period and school, and silence


def _history(one: Concordance, found: Positions) -> list[Block]:
    told = [each for each in found.history if each.turn is not Turn.AGAIN]
    if not told:
        return []
    rows = Composed(told, partial(_turned, one))
    again = len(found.history) - len(told)
    more = [Prose(say(words.HISTORY_MORE, acts=counted(again, *words.HISTORY_AGAIN, capital=True)))] if again else []
    headings = (words.DATE, words.VOICE, words.CHANGE, words.ON)
    return [Heading(words.HISTORY_HEAD), Table(words.HISTORY_CAPTION, headings, rows), *more]


def _turned(one: Concordance, each: Turned) -> Row:
    before = ATTITUDES[Attitude(each.before)].word if each.before else ""
    what = say(words.TURNS[each.turn.value], sign=_sign(each.taken.option), before=before)
    return Row((
        stated.dated(each.taken.when), (naming.agent(one.corpus, each.taken.agent),), what, by_name(one, each.taken.proposition),
    ))  # fmt: skip


def _groups(one: Concordance, heading: str, caption: str, columns: tuple[str, ...], them: Sequence[Group]) -> list[Block]:
    kept = [each for each in them if each.heard[1]]
    if not any(each.id for each in kept):
        return []
    rows = tuple(
        Row((as_sentence(each.name or words.NO_SCHOOL), as_sentence(_bounds(*each.heard)), _group_answers(one, each))) for each in kept
    )
    return [Heading(heading), Table(caption, columns, rows)]


def _group_answers(one: Concordance, each: Group) -> Sentence:
    told = []
    for answer, counts in each.counts.items():
        own = [count for count in counts if count.most and count.option != IMPLIED]
        stances = [say(words.COUNTS, sign=_sign(count.option), number=_bounds(count.least, count.most)) for count in own]
        if stances:
            told.append(say(words.GROUP_ANSWER, answer=by_name(one, answer), agents=joined(stances)))
    return chained(*told, between="; ")


def _silence(one: Concordance, them: Sequence[Silence]) -> list[Block]:
    if not them:
        return []
    lines = tuple(
        say(
            words.SILENCE, agent=naming.agent(one.corpus, each.agent), why=_why_silent(one, each),
            work=say(words.SILENCE_WORK, work=naming.source(one.corpus, each.source)) if each.source else "",
        )
        for each in them
    )  # fmt: skip
    return [Heading(words.SILENCE_HEAD), Items(lines)]


def _why_silent(one: Concordance, each: Silence) -> Sentence:
    if each.statement:
        entry = labelled(one, each.statement)
        known = naming.accesses(one.corpus, entry.access) if entry else ()
        said = say(words.SILENCE_SAID, access=known) if known else as_sentence(words.SILENCE_SAID_DIRECTLY)
        return chained(say("{said};", said=said), _examined(each))
    return _examined(each)


def _examined(each: Silence) -> Sentence:
    if each.examined == "whole":
        return as_sentence(words.SILENCE_WHOLE)
    if each.examined == "not-seen":
        return as_sentence(words.SILENCE_NOT_SEEN)
    return say(words.SILENCE_PART, passage=each.examined) if each.examined else as_sentence(words.SILENCE_NOT_RECORDED)

