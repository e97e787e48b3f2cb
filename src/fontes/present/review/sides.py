"""Who stands where on a position: the literature apart from participants and witnesses, with dates and titles; and what was told so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fontes.dates import When
from fontes.model.stances import Attitude, Stance
from fontes.present.phrasing import review as words
from fontes.present.review.draft import Line
from fontes.present.review.material import Material
from fontes.present.review.relied import people
from fontes.present.review.weight import AGAINST, weight
from fontes.present.review.wordings import spoken, year
from fontes.present.rooms.concordance import date_of

ATTITUDES = (Attitude.ASSERTS, Attitude.SUPPOSES, Attitude.LEAVES_OPEN, Attitude.DOUBTS, Attitude.DENIES)
NOT_AGAINST = frozenset({Attitude.ASSERTS, Attitude.SUPPOSES, Attitude.LEAVES_OPEN})


@dataclass
class Story:
    """What has been told so far, so that nothing is told twice; ``chief`` is left for the part on sources."""

    m: Material
    told: set[str] = field(default_factory=set)
    chief: str = ""
    mine: int = 0

    def fresh(self, ids: Iterable[str]) -> list[str]:
        """Those not told yet on which somebody is heard."""
        return [id for id in dict.fromkeys(ids) if id not in self.told and weight(self.m, id).voices]

    def turn(self) -> int:
        """A count that varies the wording from one sentence to the next."""
        self.mine += 1
        return self.mine


@dataclass(frozen=True, slots=True)
class Sides:
    """The stances on a proposition by attitude: those of the literature, and those of participants and witnesses."""

    written: Mapping[Attitude, tuple[Stance, ...]]
    spoken: Mapping[Attitude, tuple[Stance, ...]]

    @property
    def all(self) -> tuple[Stance, ...]:
        """Every one of them."""
        return tuple(one for side in (self.written, self.spoken) for stances in side.values() for one in stances)


def sides(m: Material, proposition: str) -> Sides:
    """Who stands where; somebody who asserts a thing and supposes it elsewhere is told as asserting it."""
    every = list(m.stances(proposition))
    every = [one for one in every if not _given_up_later(m, one, every)]
    firm = {one.agent for one in every if one.attitude is Attitude.ASSERTS}
    kept = [one for one in every if not (one.attitude is Attitude.SUPPOSES and one.agent in firm)]

    def by(them: Iterable[Stance]) -> dict[Attitude, tuple[Stance, ...]]:
        listed_ = list(them)
        found = {each: tuple(one for one in listed_ if one.attitude is each) for each in ATTITUDES}
        return {each: stances for each, stances in found.items() if stances}

    writers = {one.agent for one in kept if m.writes(one)}
    return Sides(by(one for one in kept if m.writes(one)), by(one for one in kept if one.agent not in writers))


def _given_up_later(m: Material, one: Stance, every: Sequence[Stance]) -> bool:
    """Did its agent certainly take the other side later? That is told as a change of mind."""
    mine, other = (NOT_AGAINST, AGAINST) if one.attitude in NOT_AGAINST else (AGAINST, NOT_AGAINST)
    end = when.latest if (when := date_of(m.corpus, one)) else None
    if one.attitude not in mine or not isinstance(end, int):
        return False
    days = [date_of(m.corpus, each) for each in every if each.agent == one.agent and each.attitude in other]
    return any(when is not None and isinstance(when.earliest, int) and when.earliest > end for when in days)


def speakers(m: Material, stances: Sequence[Stance], past: bool) -> Line:
    """Who takes these stances, with years, and where they write with the titles of their works."""
    dates: dict[str, str] = {}
    titles: dict[str, str] = {}
    for stance in sorted(stances, key=lambda one: m.order[one.id]):
        date = date_of(m.corpus, stance)
        dates[stance.agent] = dates.get(stance.agent) or ("" if unnamed(m, stance.agent) else year(date))
        if stance.read and not past and stance.agent in [maker.agent for maker in m.corpus.sources[stance.read.source].makers]:
            titles.setdefault(stance.agent, stance.read.source)
    alone = past and len(dates) == 1
    return people(m, dates, {} if alone else dates, titles)


def unnamed(m: Material, agent: str) -> bool:
    """Is it a voice without a name?"""
    found = m.corpus.agents.get(agent)  # type: ignore[call-overload]
    return found is not None and found.unnamed


def day_of(m: Material, stances: Sequence[Stance]) -> str:
    """When a single participant said it."""
    dates = {spoken(m.corpus, date_of(m.corpus, one)): date_of(m.corpus, one) for one in stances}
    if len({one.agent for one in stances}) > 1 or len(dates) != 1:
        return ""
    return on_day(m, next(iter(dates.values())))


def on_day(m: Material, when: When | None) -> str:
    """On a day, in a month or a year, or in brackets however it is written."""
    text = spoken(m.corpus, when)
    if not text or when is None:
        return ""
    if year(when):
        return (words.DAY_OF if text[:1].isdigit() and len(text.split()) == 3 else words.MONTH_OF).format(date=text)
    return words.PLAIN_DATE.format(date=text) if text.startswith(("after ", "before ", "between ", "by ", "until ", "about ")) else (
        words.IN_BRACKETS.format(date=text))  # fmt: skip
