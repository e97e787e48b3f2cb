"""The page of gaps: by kind, the most telling first, each with since when and how far anything was examined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from fontes.findings.gaps import MOST as FIRST
from fontes.findings.gaps import Gap, GapKind, Gaps
from fontes.model.names import SourceId
from fontes.present.pages import Block, Heading, Ink, Page, Prose, Room, Row, Sentence, Table, To, Words, text_of
from fontes.present.phrasing import as_sentence, chained, counted, joined, number, say, wording
from fontes.present.phrasing import gaps as words
from fontes.present.rooms import naming
from fontes.present.rooms.concordance import Concordance, labelled
from fontes.present.rooms.positions_measures import by_name, claim

MOST = 200
"""How many gaps of one kind are listed before the rest is counted."""
_NAMED = 6
"""How many names one line lists before it counts the rest."""
_HEADS = {
    GapKind.OPEN: words.OPEN_HEAD, GapKind.UNANSWERABLE: words.UNANSWERABLE_HEAD, GapKind.UNANSWERED: words.UNANSWERED_HEAD,
    GapKind.THIN: words.THIN_HEAD, GapKind.UNUSED: words.UNUSED_HEAD, GapKind.PASSED_OVER: words.PASSED_OVER_HEAD,
    GapKind.NO_ROUTE: words.NO_ROUTE_HEAD, GapKind.NOT_FOUND: words.NOT_FOUND_HEAD, GapKind.NOT_SOUGHT: words.NOT_SOUGHT_HEAD,
    GapKind.UNCHECKED: words.UNCHECKED_HEAD,
}  # fmt: skip
Lines = list[Sentence]


def gaps_page(one: Concordance, found: Gaps, listed: Gaps | None = None) -> Page:
    """All gaps that were asked for, counted first; all of them are listed, or only these."""
    asked = one.corpus.questions.get(found.question) if found.question else None
    title = words.TITLE_ON.format(question=asked.wording or asked.id) if asked else words.TITLE
    where = To(Room.QUESTIONS, found.question or "")
    if not found.gaps:
        return Page(where, title, (Prose(as_sentence(words.NOTHING), lead=True), *_assumptions(found)))
    blocks: list[Block] = [Prose(_lead(found), lead=True), *_assumptions(found)]
    listed = found if listed is None else listed
    for kind in listed.kinds:
        blocks += _kind(one, kind, listed.of(kind))
    blocks.append(Prose(as_sentence(words.MODEST)))
    return Page(where, title, tuple(blocks))


def _lead(found: Gaps) -> Sentence:
    counts = [(kind, len(found.of(kind))) for kind in found.kinds]
    return say(words.LEAD, counts=joined([as_sentence(counted(count, *words.COUNTS[kind.value])) for kind, count in counts if count]))


def _assumptions(found: Gaps) -> list[Block]:
    them = [as_sentence(each.words) for each in found.reasons]
    return [Prose(say(words.UNDER, assumptions=joined(them)))] if them else []


def _kind(one: Concordance, kind: GapKind, them: Sequence[Gap]) -> list[Block]:
    if not them:
        return []
    more = [Prose(say(words.MORE, count=number(len(them) - MOST, capital=True)))] if len(them) > MOST else []
    tables = _by_explanation(one, them[:MOST]) if kind is GapKind.UNANSWERED else [_table(one, kind, them[:MOST])]
    return [Heading(_HEADS[kind], anchor=kind.value), *tables, *more]


def _table(one: Concordance, kind: GapKind, them: Sequence[Gap]) -> Table:
    return Table(words.CAPTION[kind.value], (words.SINCE, words.WHAT), tuple(_row(one, gap) for gap in them))


def _by_explanation(one: Concordance, them: Sequence[Gap]) -> list[Block]:
    """What is told against each explanation, or missing in it; who holds it is said once. The one with most against it comes first."""
    kept: dict[str, list[Gap]] = {}
    for gap in them:
        kept.setdefault(gap.against or "", []).append(gap)
    blocks: list[Block] = []
    for against, gaps in sorted(kept.items(), key=lambda each: -len(each[1])):
        told = any(gap.case != "missing part" for gap in gaps)
        works = next((gap for gap in gaps if gap.works), gaps[0])
        agents = next((gap.agents for gap in gaps if gap.agents), ())
        held = say(words.HELD if told else words.HELD_TOO, agents=_agents(one, agents)) if agents else as_sentence(words.HELD_BY_NOBODY)
        blocks += [
            Heading(text_of(say(words.AGAINST_HEAD, explanation=claim(one, against))), 3, f"against-{against}"),
            Prose(chained(held, _examined(one, works), say(words.ITS_PAGE, explanation=by_name(one, against)))),
            _table(one, GapKind.UNANSWERED, gaps),
        ]
    return blocks


def _row(one: Concordance, gap: Gap) -> Row:
    since = (Words(naming.date(one.corpus, gap.since)),) if gap.since is not None else (Words(words.SINCE_UNKNOWN, Ink.MUTED),)
    lines = [*_TELLING[gap.kind](one, gap), () if gap.kind is GapKind.UNANSWERED else _examined(one, gap)]
    return Row((since, _thing(one, gap)), below=tuple(line for line in lines if line))


def _thing(one: Concordance, gap: Gap) -> Sentence:
    if gap.of == "search":
        return say(words.SOUGHT_WORDS, words=gap.thing)
    if gap.case == "missing part":
        return say(words.MISSING, words=gap.words)
    if gap.of == "agent":
        return (naming.agent(one.corpus, gap.thing),)
    if gap.of == "source":
        return (naming.source(one.corpus, gap.thing), Words(f"  {gap.thing}", Ink.MUTED))
    return (naming.thing(one.corpus, gap.thing), Words(f"  {gap.thing}", Ink.MUTED))


def _open(one: Concordance, gap: Gap) -> Lines:
    answers = joined([claim(one, id) for id in gap.answers])
    pattern = words.DECLARED if gap.kind is GapKind.UNANSWERABLE else words.LEFT_OPEN if gap.words else words.RAISED
    who = say(pattern, agents=_agents(one, gap.agents)) if gap.agents else as_sentence(words.NOT_RAISED)
    return [chained(who, say(words.ANSWERS[gap.case], answers=answers))]


def _unanswered(one: Concordance, gap: Gap) -> Lines:
    """Who tells it; against what, and who holds that, stands above."""
    if gap.case == "missing part":
        return [say(words.MISSING_SO, source=naming.source(one.corpus, gap.sources[0])) if gap.sources else ()]
    raisers = [entry for id in gap.statements if (entry := labelled(one, id))]
    agents = _agents(one, dict.fromkeys(str(getattr(entry, "agent", "")) for entry in raisers))
    return [say(words.AGAINST if gap.case == "question" else words.UNEXPECTED, agents=agents)]


def _thin(one: Concordance, gap: Gap) -> Lines:
    count = counted(len(gap.agents), *words.SAY, capital=True)
    ends = _sources(one, gap.sources) if gap.sources else as_sentence(words.NO_SOURCE)
    return [say(words.SAID_BY, count=count, agents=_agents(one, gap.agents)), say(words.ENDS[gap.case], ends=ends)]


def _unused(one: Concordance, gap: Gap) -> Lines:
    question = say(wording.QUOTED, words=naming.question(one.corpus, gap.questions[0]))
    if gap.case == "few rest on it":
        return [_few(one, gap, question)]
    if gap.case == "nothing rests on it":
        work = chained((naming.source(one.corpus, gap.works[0]),), _out(one, gap.works[0]))
        return [say(words.RESTS_ON_NONE, count=counted(gap.number, *words.LATER), question=question, work=work)]
    named = [chained((naming.source(one.corpus, id),), _out(one, id)) for id in gap.sources[:_NAMED]]
    count, examined = counted(gap.number, *words.LEFT), one.corpus.sources[gap.works[0]].examined
    far = words.WHOLE if examined == "whole" else examined
    return [say(words.LEAVES, examined=far, count=count, question=question, sources=_with_more(named, gap.number))]


def _few(one: Concordance, gap: Gap, question: Sentence) -> Sentence:
    """Who rests on it, and how many works that came out after it, or may have, are not recorded to."""
    perhaps = len(gap.works) - min(gap.number, len(gap.works)) if gap.number <= FIRST else 0
    work = chained((naming.source(one.corpus, gap.works[0]),), _out(one, gap.works[0]))
    return say(
        words.RESTS_ON_FEW if len(gap.agents) == 1 else words.REST_ON_FEW, question=question, agents=_agents(one, gap.agents), work=work,
        count=number(gap.number), perhaps=words.PERHAPS_LATER.format(count=number(perhaps)) if perhaps else "",
    )  # fmt: skip


def _out(one: Concordance, id: SourceId) -> Sentence:
    found = one.corpus.sources.get(id)
    when = (found.out or found.made) if found else None
    return (Words(f"({naming.date(one.corpus, when)})", Ink.MUTED),) if when else ()


def _passed_over(one: Concordance, gap: Gap) -> Lines:
    ways = [way for id in gap.statements if (entry := labelled(one, id)) for way in entry.access]
    through = naming.agents(one.corpus, ()) if not ways else naming.accesses(one.corpus, dict.fromkeys(ways))
    return [say(words.OVER, agents=_agents(one, gap.agents)), say(words.MISSING_SO, source=through) if through else ()]


def _no_route(one: Concordance, gap: Gap) -> Lines:
    return [
        say(words.SPEAKS, proposition=joined([claim(one, id) for id in gap.answers])),
        say(words.HAD_BEFORE, agents=_agents(one, gap.agents)) if gap.agents else (),
    ]


def _search(one: Concordance, gap: Gap) -> Lines:
    if gap.of == "proposition":
        so = say(words.MISSING_SO, source=naming.things(one.corpus, gap.sources)) if gap.sources else ()
        return [chained(as_sentence(words.OBSERVED[gap.case]), so)]
    agents = _agents(one, gap.agents)
    places = joined([(naming.thing(one.corpus, place),) for place in gap.words.split(", ")]) if gap.words else ()
    looked = say(words.LOOKED_AMONG, agents=agents, places=places) if places else say(words.LOOKED, agents=agents)
    return [chained(looked, as_sentence(words.NO_RESULT) if gap.case == "result not recorded" else ())]


def _unchecked(one: Concordance, gap: Gap) -> Lines:
    works = say(words.FROM_WORKS, count=counted(len(gap.works), *words.LATER)) if gap.works else ""
    among = counted(gap.among, *words.STATEMENT)
    return [say(words.THROUGH, count=number(gap.number), among=among, works=works)]


_TELLING: dict[GapKind, Callable[[Concordance, Gap], Lines]] = {
    GapKind.OPEN: _open, GapKind.UNANSWERABLE: _open, GapKind.UNANSWERED: _unanswered, GapKind.THIN: _thin, GapKind.UNUSED: _unused,
    GapKind.PASSED_OVER: _passed_over, GapKind.NO_ROUTE: _no_route, GapKind.NOT_FOUND: _search, GapKind.NOT_SOUGHT: _search,
    GapKind.UNCHECKED: _unchecked,
}  # fmt: skip


def _examined(one: Concordance, gap: Gap) -> Sentence:
    """How far the works in which nothing is recorded were examined."""
    if gap.case == "left unused by a work":
        return ()
    seen = Counter(_how_far(source.examined) for id in gap.works if (source := one.corpus.sources.get(id)))
    parts = [as_sentence(words.EXAMINED_AS[key].format(count=number(seen[key]))) for key in words.EXAMINED_AS if seen[key]]
    return say(words.EXAMINED, parts=joined(parts)) if parts else ()


def _how_far(examined: str) -> str:
    return examined if examined in ("", "whole", "not-seen") else "part"


def _agents(one: Concordance, ids: Iterable[str]) -> Sentence:
    them = list(ids)
    return _with_more([(naming.agent(one.corpus, id),) for id in them[:_NAMED]], len(them))


def _sources(one: Concordance, ids: Sequence[SourceId]) -> Sentence:
    return _with_more([(naming.source(one.corpus, id),) for id in ids[:_NAMED]], len(ids))


def _with_more(named: list[Sentence], count: int) -> Sentence:
    rest = [as_sentence(words.AND_MORE.format(count=number(count - len(named))))] if count > len(named) else []
    return joined([*named, *rest])
