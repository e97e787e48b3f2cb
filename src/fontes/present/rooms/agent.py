"""The page of an agent: a scholar's positions over time; a participant's posts, reports and accusers."""

from __future__ import annotations

from fontes.model.agents import Agent, Tenure
from fontes.model.corpus import Entry
from fontes.model.names import AgentId
from fontes.model.stances import Attitude, Criticism, Report, Stance
from fontes.present.pages import Block, Heading, Items, Page, Prose, Room, Sentence, To, Words
from fontes.present.phrasing import capital, chained, say, wording
from fontes.present.rooms import naming, stated
from fontes.present.rooms.concordance import Concordance
from fontes.present.rooms.parts import DONE, LEAF, done, remarks, statements

_COMPROMISING = frozenset({Attitude.ASSERTS, Attitude.SUPPOSES})


def agent_page(one: Concordance, id: str) -> Page:
    """Everything recorded of one agent. Raises KeyError where no agent has this id."""
    found = one.corpus.agents[AgentId(id)]
    acts = one.acts_of.get(id, ())
    stances = [act for act in acts if isinstance(act, Stance)]
    sent = [act for act in acts if isinstance(act, Report)]
    criticisms = [act for act in acts if isinstance(act, Criticism)]
    others = [act for act in acts if not isinstance(act, Stance | Report | Criticism | Tenure)]
    parts: tuple[Block, ...] = (
        *_tenures(one, [act for act in acts if isinstance(act, Tenure)]),
        *statements(one, id, stances, wording.STANCES_HEAD, wording.STANCES_CAPTION, done, DONE),
        *statements(one, id, criticisms, wording.CRITICISMS_MADE_HEAD, wording.CRITICISMS_MADE_CAPTION, done, DONE),
        *statements(one, id, sent, wording.SENT_HEAD, wording.SENT_CAPTION, done, DONE),
        *statements(one, id, one.received.get(id, ()), wording.HAD_HEAD, wording.HAD_CAPTION),
        *statements(one, id, others, wording.OTHER_ACTS_HEAD, "", done, DONE),
        *statements(one, id, accusations(one, id), wording.COMPROMISED_HEAD, wording.COMPROMISED_CAPTION),
        *_listed(wording.MADE_HEAD, [(naming.source(one.corpus, each),) for each in one.made_by.get(id, ())]),
        *_listed(wording.ABOUT_HEAD, [(naming.proposition(one.corpus, each),) for each in one.about.get(id, ())]),
        *remarks(found.remarks),
    )
    nothing = () if acts or one.received.get(id) else (Prose((Words(wording.NOTHING_DONE),)),)
    return Page(
        To(Room.AGENTS, id), naming.agent_name(found), (Prose(_life(found)), *_names(found), *nothing, *parts),
        wording.ONE_OF[Room.AGENTS], found.language,
    )  # fmt: skip


def accusations(one: Concordance, id: str) -> list[Entry]:
    """Who asserted or supposed what compromises the agent, by date."""
    named = [stance for each in one.compromising.get(id, ()) for stance in one.stances_on.get(each, ())]
    held = [stance for stance in named if stance.attitude in _COMPROMISING]
    order = {key: place for place, key in enumerate(one.entries)}
    return sorted(held, key=lambda stance: order[stance.id])


def _life(found: Agent) -> Sentence:
    life = [
        pattern.format(date=when.written)
        for pattern, when in ((wording.BORN, found.born), (wording.DIED, found.died))
        if when
    ]
    roles = capital(", ".join([*found.roles, *([found.kind] if found.kind else [])])) or wording.NO_ROLE
    return say(wording.AGENT_ROLES, roles=roles, life="".join(f"; {each}" for each in life))


def _names(found: Agent) -> tuple[Block, ...]:
    if not found.also:
        return ()
    names = chained(*((Words(name, language="und"),) for name in found.also), between=", ")
    return (Prose(say(wording.ALSO, names=names)),)


def _tenures(one: Concordance, tenures: list[Tenure]) -> tuple[Block, ...]:
    lines: list[Sentence] = []
    for each in tenures[:LEAF]:
        known = naming.accesses(one.corpus, each.access)
        access = say(f" {wording.KNOWN_THROUGH}", access=known) if known else ()
        lines.append(chained(stated.held(one, each), (Words("."),), access, between=""))
    return _listed(wording.TENURES_HEAD, [(Words(""), *line) for line in lines])


def _listed(heading: str, sentences: list[Sentence]) -> tuple[Block, ...]:
    return (Heading(heading), Items(tuple(sentences[:LEAF]))) if sentences else ()
