"""Where the literature stands: who holds what, since when, in which work and on what grounds, as of any date.

One agent, one voice: the latest stance up to the date; earlier ones are kept as history. Silence is never doubt. Where dates, reporters or the
order of two statements leave a position open, every way it may stand is kept, and every number is given with its bounds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from fontes.dates import NotUnderstood, When, iso, read
from fontes.findings.known.dates import ENDLESS
from fontes.findings.positions.agreement import ORDERED, UNORDERED, Measured, measured
from fontes.findings.positions.change import Between as Between
from fontes.findings.positions.change import changed_between
from fontes.findings.positions.consensus import Bench, Sets, Verdict, rule_in, verdict
from fontes.findings.positions.disputes import Dispute, DisputeAbout, Reported, disputes, disputes_about, reported
from fontes.findings.positions.groups import Group, Silence, by_period, by_school, silences, universe
from fontes.findings.positions.heard import ATTITUDES, IMPLIED, Heard, Hearing, Taken, by_date, roles_of
from fontes.findings.positions.time import SILENT
from fontes.findings.positions.voices import (
    Counted,
    Days,
    Position,
    Step,
    Terms,
    Turned,
    as_attitudes,
    counted,
    days_of,
    heard_range,
    positions_on,
    steps,
    turns,
)
from fontes.findings.reasons import Reason
from fontes.findings.support.lineage import Count, Origins
from fontes.findings.support.status import lens_reasons
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.model.names import AgentId, PropositionId, QuestionId

ORDER = ("denies", "doubts", "supposes", "asserts")
"""The order of stances where the reader assumes one; leaving it open has no place in it."""


@dataclass(frozen=True, slots=True)
class AnswerHeld:
    """One answer, or the proposition asked about, and where every voice stands on it.

    ``heard``: how many voices at least and at most. ``silent``: those who take a stance on another answer and none on this. ``measures`` are over
    those heard. ``lines_for``, ``lines_against``: separate lines of descent, None while criticisms count or where nobody speaks. ``reprints``
    were not counted; ``reported`` is what others say of somebody's mind, and ``about`` where they differ. Not ``traced``: separate lines were not
    sought.
    """

    id: PropositionId
    positions: tuple[Position, ...]
    counts: tuple[Counted, ...]
    heard: tuple[int, int]
    silent: tuple[AgentId, ...]
    measures: tuple[Measured, ...]
    verdict: Verdict
    lines_for: Count | None
    lines_against: Count | None
    reprints: tuple[Taken, ...]
    reported: tuple[Reported, ...]
    about: tuple[DisputeAbout, ...]
    steps: tuple[Step, ...]
    traced: bool = True

    @property
    def outright(self) -> tuple[Position, ...]:
        """Those who may have spoken to it themselves. Where there are none, words and measures say nothing of it."""
        return _outright(self.positions)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One answer, where every voice stands on it, and the days on which that changes."""

    id: PropositionId
    positions: tuple[Position, ...]
    steps: tuple[Step, ...]

    @property
    def outright(self) -> tuple[Position, ...]:
        """Those who may have spoken to it themselves."""
        return _outright(self.positions)


@dataclass(frozen=True, slots=True)
class OverTime:
    """What a drawing of positions over time needs, without trails and measures: how many voices there are does not matter to it."""

    name: str
    lens: Lens
    answers: tuple[Spoken, ...]
    history: tuple[Turned, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How the voices of a question are spread over its answers: who asserts or supposes which.

    ``several`` hold more than one; the measures are then not defined, since nobody's voice is divided. ``holding``: answer to the least and
    most number of voices; ``voices``: how many hold some answer.
    """

    holding: tuple[tuple[PropositionId, tuple[int, int]], ...]
    several: tuple[AgentId, ...]
    measures: tuple[Measured, ...]
    voices: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the literature stands on a question (with all its answers) or on one proposition, as of the date of the lens.

    ``heard``: how many agents take some stance, at least and at most. ``raised``, ``left_open`` and ``unanswerable`` are stances on the question.
    """

    name: str
    question: bool
    lens: Lens
    terms: Terms
    answers: tuple[AnswerHeld, ...]
    heard: tuple[int, int]
    spread: Spread | None
    raised: tuple[Taken, ...]
    left_open: tuple[Taken, ...]
    unanswerable: tuple[Taken, ...]
    silences: tuple[Silence, ...]
    periods: tuple[Group, ...]
    schools: tuple[Group, ...]
    disputes: tuple[Dispute, ...]
    history: tuple[Turned, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """One question in a list of all: its answers, how many voices are heard on it, how many answers are held, whether it is disputed."""

    id: QuestionId
    answers: int
    held: int
    heard: tuple[int, int]
    disputes: int


def positions(corpus: Corpus, name: str, lens: Lens = PLAIN, terms: Terms = Terms()) -> Positions:  # noqa: B008 (frozen)
    """Where the literature stands on a question or proposition. Raises KeyError for another name, ValueError as `positions_in`."""
    return positions_in(Hearing.of(corpus, lens), name, terms)


def positions_in(
    hearing: Hearing, name: str, terms: Terms = Terms(), most_traced: int | None = None  # noqa: B008 (frozen)
) -> Positions:
    """The same from a hearing. Raises ValueError where positions are to lapse and the lens has no as-of date to say when.

    ``most_traced``: of answers with more voices than that, separate lines are not sought, which is said of them.
    """
    if hearing.lens.as_of is None and (terms.lapse_at_death or terms.lapse_years is not None):
        raise ValueError("Positions lapse only as of a date: give the lens one.")
    return _Asking(hearing, name, terms, most_traced).answer()


def over_time(hearing: Hearing, name: str, terms: Terms = Terms()) -> OverTime:  # noqa: B008 (frozen)
    """Who stands where from day to day, and nothing else. Raises KeyError for a name that is no question or proposition."""
    return _Asking(hearing, name, terms).over_time()


def overview(hearing: Hearing, terms: Terms = Terms()) -> tuple[Overview, ...]:  # noqa: B008 (frozen)
    """Every question by name, with its counts as of the date of the lens."""
    return tuple(_Asking(hearing, id, terms).overview() for id in hearing.corpus.questions)


def between(hearing: Hearing, name: str, first: When, last: When | None, terms: Terms = Terms()) -> tuple[Between, ...]:  # noqa: B008 (frozen)
    """What changed between two dates (the second left out: all that is recorded), answer by answer. Raises KeyError."""
    return _Asking(hearing, name, terms).between(days_of(first), days_of(last))


class _Asking:
    """One question, or one proposition, under one lens and on some terms."""

    def __init__(self, hearing: Hearing, name: str, terms: Terms, most_traced: int | None = None) -> None:
        self.hearing, self.name, self.terms, self.most_traced = hearing, name, terms, most_traced
        corpus = hearing.corpus
        self.question = name in corpus.questions
        if self.question:
            self.asked: tuple[PropositionId, ...] = hearing.answers.get(QuestionId(name), ())
        else:
            self.asked = (corpus.propositions[PropositionId(name)].id,)
        self.days: Days = days_of(hearing.lens.as_of)

    @cached_property
    def heard(self) -> Mapping[PropositionId, Heard]:
        return {id: self.hearing.taken(id) for id in self.asked}

    @cached_property
    def held(self) -> Mapping[PropositionId, tuple[Position, ...]]:
        return {id: positions_on(self.hearing, them, self.days, self.terms) for id, them in self.heard.items()}

    @cached_property
    def moves(self) -> Mapping[PropositionId, tuple[Step, ...]]:
        return {id: steps(self.hearing, id, them, self.terms) for id, them in self.heard.items()}

    def answer(self) -> Positions:
        speaking = frozenset(agent for them in self.held.values() for one in them for agent in one.voice)
        corpus, last = self.hearing.corpus, self.days[1]
        questions = (QuestionId(self.name),) if self.question else corpus.propositions[PropositionId(self.name)].answers
        own = questions if self.question else ()
        answers = [self._answer(id, speaking) for id in self.asked]
        answers.sort(key=lambda one: (-_firm(one), not one.outright, -one.heard[1], one.id))
        return Positions(
            self.name, self.question, self.hearing.lens, self.terms, tuple(answers), universe(self.hearing, self.heard, self.days, self.terms),
            self._spread() if self.question else None, self._on(own, "raises"), self._on(own, "leaves-open"), self._on(own, "declares-unanswerable"),
            silences(self.hearing, questions, speaking, last),
            by_period(self.hearing, self.heard, self.days, self.terms), by_school(self.hearing, self.heard, self.days, self.terms),
            disputes(self.hearing, self.held, self.heard, last), self._history(), (*lens_reasons(self.hearing.lens), *self._chosen()),
        )  # fmt: skip

    def over_time(self) -> OverTime:
        spoken = [Spoken(id, self.held[id], self.moves[id]) for id in self.asked]
        return OverTime(self.name, self.hearing.lens, tuple(spoken), self._history())

    def overview(self) -> Overview:
        held = sum(any(_may(one, "asserts") or _may(one, "supposes") for one in them) for them in self.held.values())
        found = disputes(self.hearing, self.held, self.heard, self.days[1])
        return Overview(
            QuestionId(self.name), len(self.asked), held, universe(self.hearing, self.heard, self.days, self.terms), len(found)
        )

    def _answer(self, id: PropositionId, speaking: frozenset[AgentId]) -> AnswerHeld:
        them, heard, last = self.held[id], self.heard[id], self.days[1]
        sets = [one.options for one in them]
        said = reported(self.hearing, id, last)
        traced = self.most_traced is None or len(them) <= self.most_traced
        found = self._origins(id, self.days) if them and traced else None
        return AnswerHeld(
            id, them, counted(sets), heard_range(sets), tuple(sorted(speaking - {agent for one in them for agent in one.voice})),
            self._measures(sets), self._verdict(id), _lines(found), _lines(found.against if found else None),
            tuple(one for one in self.hearing.repeats(id) if one.earliest <= last), said,
            disputes_about(self.hearing, heard, said, last), self.moves[id], traced,
        )  # fmt: skip

    def _measures(self, sets: Sequence[frozenset[str]]) -> tuple[Measured, ...]:
        plain = as_attitudes(sets)
        return measured(plain, ORDER, ORDERED) if self.terms.ordered else measured(plain, ATTITUDES, UNORDERED)

    def _verdict(self, id: PropositionId) -> Verdict:
        texts = self.hearing.corpus.preface.consensus
        heard = self.heard[id]
        bounds = [bound for them in heard.values() for one in them for bound in (one.earliest, one.latest) if abs(bound) < ENDLESS]
        day = self.days[0] if abs(self.days[0]) < ENDLESS else max(bounds, default=0)
        changes = [one.day for one in self.moves[id]]

        def at(on: int, scholars: bool) -> Sets:
            days = self.days if on == day else (on, on)
            if on == day and not scholars:
                return [one.options for one in self.held[id]]
            them = {agent: acts for agent, acts in heard.items() if not scholars or "scholar" in roles_of(self.hearing.corpus, agent)}
            return [one.options for one in positions_on(self.hearing, them, days, self.terms)]

        def lines(on: int, side: str) -> tuple[int, int] | None:
            found = self._origins(id, self.days if on == day else (on, on))
            count = _lines(found if side == "for" else found.against)
            return None if count is None or count.shown is None or count.any is None else (min(count.shown, count.any), count.any)

        trial = Bench(at, lines, day, lambda first, last: [one for one in changes if first < one <= last])
        return verdict(rule_in(texts), " ".join(texts), trial)

    def _origins(self, id: PropositionId, days: Days) -> Origins:
        """Where it comes from, by those who stand on either side on a day."""
        now = days == self.days
        them = self.held[id] if now else positions_on(self.hearing, self.heard[id], days, self.terms)
        standing = {act.statement for one in them for held in one.held for act in held.acts}
        return self.hearing.origins(id, self.hearing.lens.as_of if now else _as_date(days[1]), standing, days[1])

    def _spread(self) -> Spread:
        """Who asserts or supposes which answer; measured only where nobody may hold two."""
        sets = {id: {agent: _holding(one) for one in them for agent in one.voice[:1]} for id, them in self.held.items()}
        agents = sorted({agent for them in sets.values() for agent in them})
        may = {agent: [id for id, them in sets.items() if "held" in them.get(agent, ())] for agent in agents}
        sure = {agent: any(them.get(agent) == frozenset(["held"]) for them in sets.values()) for agent in agents}
        several = tuple(agent for agent in agents if len(may[agent]) > 1)
        voices = [frozenset(may[agent]) | (frozenset() if sure[agent] else {SILENT}) for agent in agents if may[agent]]
        return Spread(
            tuple((id, (sum(one == {"held"} for one in them.values()), sum("held" in one for one in them.values()))) for id, them in sets.items()),
            several, () if several else measured(voices, self.asked, UNORDERED), heard_range(voices),
        )  # fmt: skip

    def _on(self, questions: Sequence[QuestionId], attitude: str) -> tuple[Taken, ...]:
        return tuple(one for id in questions for one in self.hearing.on(id, attitude) if one.earliest <= self.days[1])

    def _history(self) -> tuple[Turned, ...]:
        """Every act that may lie before the date, by date."""
        found = [one for heard in self.heard.values() for one in turns(heard) if one.taken.earliest <= self.days[1]]
        return tuple(sorted(found, key=lambda one: (by_date(one.taken), one.taken.proposition)))

    def between(self, first: Days, last: Days) -> tuple[Between, ...]:
        return tuple(changed_between(self.hearing, self.heard, id, (first, last), self.terms) for id in self.asked)

    def _chosen(self) -> tuple[Reason, ...]:
        """What the reader chose about voices, as reasons."""
        lens = self.hearing.lens
        words = [("co-authors", f"co-authors of one work count {self.terms.co_authors.value}")]
        words += [("ordered", f"the stances are taken to be ordered: {' < '.join(ORDER)}")] if self.terms.ordered else []
        words += [("lapse", f"a stance is carried forward for {self.terms.lapse_years} years")] if self.terms.lapse_years is not None else []
        words += [("lapse-at-death", "the dead are no longer heard")] if self.terms.lapse_at_death else []
        words += [("voices", f"only these are heard: {', '.join(lens.voices)}")] if lens.voices else []
        words += [("school", f"only works of the school {lens.school}")] if lens.school else []
        words += [("taken-within", f"only stances taken within {lens.taken_within.written}")] if lens.taken_within else []
        return tuple(Reason("lens", id, said) for id, said in words)


def _outright(them: Sequence[Position]) -> tuple[Position, ...]:
    return tuple(one for one in them if one.options - {IMPLIED, SILENT})


def _holding(one: Position) -> frozenset[str]:
    return frozenset("held" if option in ("asserts", "supposes") else SILENT for option in one.options)


def _may(one: Position, option: str) -> bool:
    return option in one.options


def _firm(one: AnswerHeld) -> int:
    """How many may assert or suppose it: answers are listed by that."""
    return sum(_may(each, "asserts") or _may(each, "supposes") for each in one.positions)


def _lines(found: Origins | None) -> Count | None:
    return found.separate_lines if found is not None else None


def _as_date(day: int) -> When | None:
    found = read(iso(day))
    return None if isinstance(found, NotUnderstood) else found


def as_of(hearing: Hearing, when: When | None) -> Hearing:
    """The same hearing as of another date."""
    return replace(hearing, lens=replace(hearing.lens, as_of=when))
