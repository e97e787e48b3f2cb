"""The page of an agent: a scholar's positions over time; a participant's posts and events, their accusers, and what had reached them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fontes.model.agents import Agent, Tenure
from fontes.model.corpus import Entry
from fontes.model.names import AgentId, EventId
from fontes.model.stances import Attitude, Criticism, Report, Stance
from fontes.present.pages import Block, Heading, Ink, Items, Page, Prose, Room, Row, Sentence, Table, To, Words
from fontes.present.phrasing import as_sentence, capital, careers, chained, joined, number, say, things, wording
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.parts import DONE, LEAF, done, few, more, remarks, statements

_COMPROMISING = frozenset({Attitude.ASSERTS, Attitude.SUPPOSES})
_ACCUSED = (wording.COLUMN_DATE, wording.COLUMN_WHO, wording.COLUMN_STATEMENT, careers.COLUMN_CASE, wording.COLUMN_WHERE)
_RIVALS = 4
"""So many rival dates of an event one cell names."""


@dataclass(frozen=True, slots=True)
class Attended:
    """An event an agent was in, and as what: ``run-by``, ``targets``, ``about``."""

    event: EventId
    roles: tuple[str, ...]


def agent_page(one: Concordance, id: str, attended: Sequence[Attended] = (), reached: tuple[Block, ...] = ()) -> Page:
    """Everything recorded of one agent. Raises KeyError where no agent has this id.

    ``attended`` are the events they were in, by date; ``reached`` is what had reached them by the date of the lens, in short.
    """
    found = one.corpus.agents[AgentId(id)]
    acts = one.acts_of.get(id, ())
    stances = [act for act in acts if isinstance(act, Stance)]
    sent = [act for act in acts if isinstance(act, Report)]
    criticisms = [act for act in acts if isinstance(act, Criticism)]
    others = [act for act in acts if not isinstance(act, Stance | Report | Criticism | Tenure)]
    parts: tuple[Block, ...] = (
        *_tenures(one, id, [act for act in acts if isinstance(act, Tenure)]),
        *_attended(one, attended),
        *_accused(one, id),
        *statements(one, id, stances, wording.STANCES_HEAD, wording.STANCES_CAPTION, done, DONE),
        *statements(one, id, criticisms, wording.CRITICISMS_MADE_HEAD, wording.CRITICISMS_MADE_CAPTION, done, DONE),
        *statements(one, id, sent, wording.SENT_HEAD, wording.SENT_CAPTION, done, DONE),
        *statements(one, id, one.received.get(id, ()), wording.HAD_HEAD, wording.HAD_CAPTION),
        *reached,
        *statements(one, id, others, wording.OTHER_ACTS_HEAD, "", done, DONE),
        *_listed(wording.MADE_HEAD, [(naming.source(one.corpus, each),) for each in one.made_by.get(id, ())[:LEAF]], len(one.made_by.get(id, ()))),
        *_listed(wording.ABOUT_HEAD, [(naming.proposition(one.corpus, each),) for each in one.about.get(id, ())[:LEAF]], len(one.about.get(id, ()))),
        *remarks(found.remarks),
    )
    nothing = () if acts or one.received.get(id) else (Prose((Words(wording.NOTHING_DONE),)),)
    return Page(
        To(Room.AGENTS, id), naming.agent_name(found), (Prose(_life(one, found)), *_names(found), *nothing, *parts),
        wording.ONE_OF[Room.AGENTS], found.language,
    )  # fmt: skip


def accusations(one: Concordance, id: str) -> list[Entry]:
    """Who asserted or supposed what compromises the agent, by date."""
    named = [stance for each in one.compromising.get(id, ()) for stance in one.stances_on.get(each, ())]
    held = [stance for stance in named if stance.attitude in _COMPROMISING]
    return sorted(held, key=lambda stance: stated.order(one, stance))


def _accused(one: Concordance, id: str) -> tuple[Block, ...]:
    """Who compromised them, when, and in which case."""

    def cells(one: Concordance, entry: Entry) -> tuple[Sentence, ...]:
        case = getattr(entry, "case", None)
        said: Sentence = (naming.event(one.corpus, case),) if case else (Words(careers.NO_CASE, Ink.MUTED),)
        return stated.who(one, entry), stated.does(one, entry), said, stated.where(one, entry)

    return statements(one, id, accusations(one, id), wording.COMPROMISED_HEAD, wording.COMPROMISED_CAPTION, cells, _ACCUSED)


def _life(one: Concordance, found: Agent) -> Sentence:
    dated = ((wording.BORN, found.born), (wording.DIED, found.died))
    life = [pattern.format(date=naming.date(one.corpus, when)) for pattern, when in dated if when]
    roles = capital(", ".join([*found.roles, *([found.kind] if found.kind else [])])) or wording.NO_ROLE
    return say(wording.AGENT_ROLES, roles=roles, life="".join(f"; {each}" for each in life))


def _names(found: Agent) -> tuple[Block, ...]:
    if not found.also:
        return ()
    names = few(found.also, lambda name: (Words(name, language="und"),))
    return (Prose(say(wording.ALSO, names=names)),)


def _tenures(one: Concordance, id: str, tenures: list[Tenure]) -> tuple[Block, ...]:
    lines: list[Sentence] = []
    for each in tenures[:LEAF]:
        known = naming.accesses(one.corpus, each.access)
        access = say(f" {wording.KNOWN_THROUGH}", access=known) if known else ()
        lines.append(chained(stated.held(one, each), (Words("."),), access, between=""))
    return (*_listed(wording.TENURES_HEAD, [(Words(""), *line) for line in lines]), *more(id, len(tenures) - LEAF))


def _attended(one: Concordance, them: Sequence[Attended]) -> tuple[Block, ...]:
    if not them:
        return ()
    rows = []
    for each in them[:LEAF]:
        dates = joined([stated.dated(dating.when, one.corpus) for dating in one.datings_of.get(each.event, ())[:_RIVALS]], "or")
        roles = ", ".join(careers.ROLES[role] for role in each.roles)
        rows.append(Row((dates or stated.dated(None), (naming.event(one.corpus, each.event),), as_sentence(roles))))
    headings = (careers.COLUMN_DAYS, careers.COLUMN_EVENT, careers.COLUMN_AS)
    return Heading(careers.EVENTS_HEAD), Table(things.EVENTS_CAPTION, headings, tuple(rows)), *_left(len(them) - LEAF)


def _listed(heading: str, sentences: list[Sentence], count: int = 0) -> tuple[Block, ...]:
    return (Heading(heading), Items(tuple(sentences[:LEAF])), *_left(count - LEAF)) if sentences else ()


def _left(count: int) -> tuple[Block, ...]:
    return (Prose(say(things.FEW, count=number(count, capital=True))),) if count > 0 else ()
