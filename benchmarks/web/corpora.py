"""Corpora of a given size that look like the example: made by rule, so that the same size gives the same text.

Of so many stances: a question for every 60 and a proposition for every nine, most with 2 to 40 voices; in ten thousand stances one proposition has
every tenth of them, in a hundred thousand three have ten thousand voices each. Works draw on each other, have makers, dates, kinds and schools,
and some a full text; participants have posts, tell each other things, are compromised; events have rival datings and an order; sources are
criticised and vouched for; propositions exclude each other, carry figures, are grounds of others. `claim-1` always has the most voices.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_VERBS = ("asserts",) * 6 + ("supposes", "doubts", "denies", "denies")
_KINDS = ("book", "article", "memoir", "letter", "newspaper", "report", "archival-file", "testimony")
_SCHOOLS = ("", "cold-war", "revisionist", "archival")
_ASPECTS = ("forged", "hearsay", "coerced", "uncritical", "partial")
_STRANDS = ("military", "party", "international", "secret-police")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many of each there are."""

    stances: int

    @property
    def agents(self) -> int:
        """Scholars, participants, witnesses, press."""
        return max(20, min(self.stances // 12, 12_000))

    @property
    def works(self) -> int:
        """Sources."""
        return max(20, self.stances // 12)

    @property
    def questions(self) -> int:
        """Questions."""
        return max(5, self.stances // 60)

    @property
    def claims(self) -> int:
        """Propositions."""
        return max(20, self.stances // 9)

    @property
    def events(self) -> int:
        """Events."""
        return max(12, self.stances // 50)


def write(folder: Path, stances: int) -> None:
    """Write a corpus of so many stances into a folder, in as many files as a person would keep."""
    folder.mkdir(parents=True, exist_ok=True)
    chance, sizes = random.Random(stances), Sizes(stances)
    _put(folder / "corpus.fontes", _head())
    _put(folder / "agents.fontes", _agents(chance, sizes))
    _put(folder / "works.fontes", _works(chance, sizes))
    _put(folder / "claims.fontes", _claims(chance, sizes))
    _put(folder / "events.fontes", _events(chance, sizes))
    _put(folder / "acts.fontes", _acts(chance, sizes))
    texts = folder / "texts"
    texts.mkdir(exist_ok=True)
    told = [f"{line + 1}. It is told on this line that it happened in manner {line * 7 % 90}." for line in range(200)]
    for number in range(0, min(sizes.works, 400), 20):
        _put(texts / f"work-{number}.txt", told)
    on = _voices(chance, sizes)
    per_file = 1_000
    for number, start in enumerate(range(0, stances, per_file)):
        lines = (line for place in range(start, min(start + per_file, stances)) for line in _stance(chance, sizes, on[place], place))
        _put(folder / f"literature-{number:03}.fontes", lines)


def _put(file: Path, lines: Iterable[str]) -> None:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _head() -> Iterator[str]:
    yield from ('corpus generated "A generated controversy"', "  format 1")
    yield from ('period first "Contemporaries" 1930/1955', 'period second "The first studies" 1956/1985')
    yield 'period third "After the archives" 1986/2011'
    yield from ('lens as-of-1985 "What had been said by 1985"', "  as-of 1985-12-31", 'lens no-memoirs "Without memoirs"', "  distrust kind:memoir")


def _agents(chance: random.Random, sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.agents):
        yield f'agent agent-{number} "Agent {_name(number)}"'
        yield f'  also "A. {_name(number)}"'
        yield f"  role {_role(number)}"
        if number % 3 == 0:
            yield f"  born {1870 + number % 40}"


def _name(number: int) -> str:
    """A name of two words and no number, so that names are searched as names are."""
    chance = random.Random(number)
    syllables = ("ba", "dor", "ke", "lim", "lo", "mi", "nu", "pesh", "ra", "se", "stal", "to", "tukh", "vi", "wen", "zo")
    return " ".join("".join(chance.choice(syllables) for _ in range(length)).capitalize() for length in (2, 4))


def _role(number: int) -> str:
    return ("participant", "scholar", "scholar", "scholar", "witness", "press")[number % 6]


def _works(chance: random.Random, sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.works):
        kind = _KINDS[number % len(_KINDS)]
        year = _year(sizes, number)
        yield f'source work-{number} "{kind.capitalize()} {number} on the affair"'
        yield f"  kind {kind}"
        yield f"  by agent-{number % sizes.agents}"
        yield f"  made {year}" if kind in ("letter", "report", "archival-file", "testimony") else f"  out {year}"
        if school := _SCHOOLS[number % 4] if kind in ("book", "article") else "":
            yield f"  school {school}"
        if number % 5 == 0:
            yield f"  origin {('witnessed', 'recorded')[number % 2]}"
        elif number > 10 and number % 3 == 0:
            yield f"  draws-on work-{chance.randrange(number)} p. {number % 300 + 1}"
        if number % 4 == 0:
            yield f"  treats question-{number % sizes.questions}"
            yield "  examined whole"


def _year(sizes: Sizes, number: int) -> int:
    """Later works have higher numbers, so that none draws on what came after it."""
    return 1930 + number * 80 // sizes.works


def _claims(chance: random.Random, sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.questions):
        yield f'question question-{number} "Why did it happen in place {_name(number)}?"'
        if number > 5 and number % 4 == 0:
            yield f"  part-of question-{number // 4}"
    for number in range(sizes.claims):
        yield f'proposition claim-{number} "It happened in manner {_name(number)}, {number}."'
        yield f"  answers question-{number % sizes.questions}"
        if number % 9 == 4:
            yield f"  excludes claim-{number - 1}"
        if number % 11 == 0:
            yield f"  compromises agent-{number * 6 % sizes.agents}"
        if number % 13 == 0:
            yield f'  figure {1000 + number * 17 % 9000} people of "those arrested in {1930 + number % 12}"'
        if number % 5 == 0:
            yield f"  about agent-{number % sizes.agents}, event-{number % sizes.events}"


def _events(chance: random.Random, sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.events):
        yield f'event event-{number} "What happened in place {_name(number)}"'
        yield f"  strand {_STRANDS[number % 4]}"
        yield f"  about agent-{number * 6 % sizes.agents}"
        yield f"  when {1930 + number % 12}-{1 + number % 12:02} per work-{number % sizes.works}"
        if number % 3 == 0:
            yield f"  when {1930 + number % 12}-{1 + (number + 1) % 12:02}-{1 + number % 28:02} per work-{(number + 7) % sizes.works}"
        if number % 40 and number % 12:
            yield f"  after event-{number - 1}"


def _acts(chance: random.Random, sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.stances // 20):
        sender, receiver = number * 6 % sizes.agents, (number * 6 + 6 * (1 + number % 5)) % sizes.agents
        if sender != receiver:
            yield f"{1930 + number % 10}-{1 + number % 12:02} agent-{sender} tells agent-{receiver} claim-{number * 3 % sizes.claims}"
            yield f"  in work-{number % sizes.works} p. {number % 300 + 1}"
    for number in range(sizes.stances // 40):
        verb = "vouches-for" if number % 5 == 0 else "impeaches"
        judged = number * 3 % (sizes.works * 3 // 4)
        later = judged + 1 + number * 5 % (sizes.works - judged - 1)
        yield f"{_year(sizes, later)} agent-{(number * 6 + 1) % sizes.agents} {verb} work-{judged} as {_ASPECTS[number % 5]}"
        yield f"  in work-{later} p. {number % 300 + 1}"
    for number in range(sizes.stances // 25):
        yield f'{1920 + number % 15}/{1936 + number % 5} agent-{number * 6 % sizes.agents} serves-as "commander of place {number % 40}"'
        yield f"  in work-{number % sizes.works} p. {number % 300 + 1}"


def _voices(chance: random.Random, sizes: Sizes) -> list[int]:
    """On which proposition each stance is: a few with very many voices, most with 2 to 40."""
    large = [1] * (sizes.stances // 10)
    if sizes.stances >= 100_000:
        large = [claim for claim in (1, 2, 3) for _ in range(10_000)]
    on, claim = list(large), 4
    while len(on) < sizes.stances:
        on += [claim % sizes.claims] * min(40, 2 + int(chance.expovariate(1 / 6)))
        claim += 1
    on = on[: sizes.stances]
    chance.shuffle(on)
    return on


def _stance(chance: random.Random, sizes: Sizes, claim: int, number: int) -> Iterator[str]:
    work = chance.randrange(sizes.works)
    yield f"{_year(sizes, work)} agent-{work % sizes.agents} {chance.choice(_VERBS)} claim-{claim}   ^s{number}"
    yield f"  in work-{work} pp. {number % 390 + 1}–{number % 390 + 3}"
    for _ in range(chance.choice((0, 0, 1, 1, 1, 2))):
        earlier = chance.randrange(max(1, work))
        if number % 17 == 0 and claim > 10:
            yield f"  rests-on claim-{chance.randrange(4, claim)}"
        else:
            yield f"  rests-on work-{earlier} p. {number % 300 + 1}"
    if number % 6 == 0:
        yield f"  per work-{chance.randrange(sizes.works)} n. {number % 90 + 1}"
