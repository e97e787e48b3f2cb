"""Denunciations by date as drawings: what was said of one agent beside their posts, and who compromised whom in the whole corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fontes.findings.careers import Career, Suspicion
from fontes.findings.careers.denunciations import Denunciation, Network
from fontes.findings.chronology import Ordering
from fontes.model.agents import Tenure
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId
from fontes.present.drawing.ledger import Entry, Line, Part, ledger
from fontes.present.drawing.shapes import Drawing, Sample, Stroke, Text, circle
from fontes.present.pages import Link, Sign, To, Words, text_of
from fontes.present.phrasing import ATTITUDES, counted, drawings
from fontes.present.phrasing import careers as words
from fontes.present.rooms import naming, stated
from fontes.present.rooms.chronology import window
from fontes.present.rooms.concordance import Concordance, labelled

MOST = 40
"""So many rows are drawn; the table below has them all."""
MOST_ENTRIES = 24
"""So many marks stand in one row; the rest is counted beside its name."""
MOST_NUMBERED = 16
"""So many accusers have a number of their own, those who compromised most first; others have the number after the last."""
_SIGNS = {sign.value: each for sign, each in ATTITUDES.items()}
_TOLD = Sign("→", drawings.TOLD)


def career_drawing(one: Concordance, found: Career) -> Drawing | None:
    """Posts as bars, and under them what compromised the agent at the time, case by case, a row for each who said it."""
    certain, possible = ({later.id for _, later in found.taken_up(answer)} for answer in (Ordering.CERTAIN, Ordering.POSSIBLE))
    posts = [
        Line(_post(one, str(each.tenure)), (Entry(each.days.four, window(each.days.four)),), note, rubric=True)
        for each in found.posts
        for note in (drawings.AFTER if each.tenure in certain else drawings.PERHAPS_AFTER if each.tenure in possible else "",)
    ]
    said = [each for each in found.suspicions if not each.denunciation.scholar]
    cases: dict[str, list[Suspicion]] = {}
    for each in said:
        cases.setdefault(str(each.denunciation.case or ""), []).append(each)
    parts = [Part(words.POSTS_HEAD, tuple(posts))] if posts else []
    left = MOST - len(posts)
    for case, them in sorted(cases.items(), key=lambda pair: not pair[0]):
        rows = _accusers(one.corpus, them)[: max(0, left)]
        left -= len(rows)
        if rows:
            parts.append(_case(one.corpus, case, rows))
    if not said and len(posts) < 2:
        return None
    drawn = sum(len(row.entries) for part in parts for row in part.lines) - len(posts)
    pattern = drawings.CAREER_DESCRIBED if drawn == len(said) else drawings.CAREER_DESCRIBED_PART
    described = pattern.replace("{said}", counted(drawn, *drawings.STATEMENT_OF, capital=True)).replace("{left}", str(len(said) - drawn))
    ring = Sample((Stroke(circle(20, 10, 9.5), "turned"),), drawings.TAKEN_KEY)
    ringed = any(entry.ringed for part in parts for row in part.lines for entry in row.entries)
    return ledger(f"career-{found.agent}", drawings.CAREER, parts, described, [ring] if ringed else [])


def _post(one: Concordance, id: str) -> str:
    entry = labelled(one, id)
    return text_of(stated.held(one, entry)) if isinstance(entry, Tenure) else id


def _case(corpus: Corpus, id: str, rows: Sequence[Line]) -> Part:
    if not id:
        return Part(drawings.NO_CASE, tuple(rows))
    name = naming.event(corpus, id)
    return Part(drawings.IN_CASE.format(case=name.text), tuple(rows), _to(name))


def _accusers(corpus: Corpus, them: Sequence[Suspicion]) -> list[Line]:
    """A row for each who said something, in the order of their first statement."""
    kept: dict[AgentId, list[Suspicion]] = {}
    for each in them:
        kept.setdefault(each.denunciation.by, []).append(each)
    rows = []
    for by, said in kept.items():
        name = naming.agent(corpus, by)
        entries = tuple(_entry(corpus, each) for each in said[:MOST_ENTRIES])
        to = list(dict.fromkeys(naming.agent(corpus, agent).text for each in said for agent in each.denunciation.to))
        note = drawings.TO.format(agents=", ".join(to[:3]) + (drawings.AND_OTHERS if len(to) > 3 else "")) if to else ""
        rows.append(Line(name.text, entries, note, name.language, _to(name)))
    return rows


def _entry(corpus: Corpus, each: Suspicion) -> Entry:
    found = each.denunciation
    said = f"{_sign(found).word} {window(found.days.four)}: {naming.proposition_words(corpus, found.proposition)}"
    return Entry(found.days.four, f"{said}, {drawings.TAKEN_KEY}" if each.received else said, _sign(found), ringed=bool(each.received))


def _sign(found: Denunciation) -> Sign:
    return _SIGNS.get(found.kind, _TOLD)


# ---- the network


def network_drawing(corpus: Corpus, found: Network) -> Drawing | None:
    """A row for each who was compromised at the time, those most often first; who said it stands at its days, by number."""
    said = [each for each in found.denunciations if not each.scholar]
    often = Counter(each.by for each in said)
    first = {each.by: at for at, each in reversed(list(enumerate(said)))}
    ranked = sorted(often, key=lambda agent: (-often[agent], first[agent]))
    numbers = {agent: min(at, MOST_NUMBERED) + 1 for at, agent in enumerate(ranked)}
    rows = [_target(corpus, each.agent, [one for one in said if one.of == each.agent], numbers) for each in found.agents if each.statements]
    shown = rows[:MOST]
    left = drawings.TARGETS_LEFT.format(count=counted(len(rows) - MOST, "agent", capital=True)) if len(rows) > MOST else ""
    described = drawings.NETWORK_DESCRIBED.replace("{rows}", counted(len(shown), "agent", capital=True)).replace("{left}", left)
    key = [_numbered(at + 1, naming.agent(corpus, agent)) for at, agent in enumerate(ranked[:MOST_NUMBERED])]
    if len(ranked) > MOST_NUMBERED:
        key.append(_numbered(MOST_NUMBERED + 1, Words(counted(len(ranked) - MOST_NUMBERED, "other", capital=True))))
    return ledger("denunciations", drawings.DENUNCIATIONS, [Part("", tuple(shown))] if shown else [], described, key)


def _target(corpus: Corpus, agent: AgentId, them: Sequence[Denunciation], numbers: dict[AgentId, int]) -> Line:
    name = naming.agent(corpus, agent)
    entries = tuple(
        Entry(each.days.four, f"{naming.agent(corpus, each.by).text} {_sign(each).word} {window(each.days.four)}", None, (numbers[each.by],))
        for each in them[:MOST_ENTRIES]
    )
    note = counted(len(them), *drawings.STATEMENT_OF)
    left = len(them) - len(entries)
    to = To(_to(name).room, agent) if _to(name) else None  # type: ignore[union-attr]
    return Line(name.text, entries, drawings.OF_WHICH.format(count=note, left=left) if left else note, name.language, to)


def _numbered(number: int, name: Link | Words) -> Sample:
    return Sample((Stroke(circle(20, 10, 9.5), "letter"), Text(20, 14.5, (str(number),), "count-of", anchor="middle")), name.text)


def _to(name: Link | Words) -> To | None:
    return name.to if isinstance(name, Link) else None


__all__ = ["career_drawing", "network_drawing"]
