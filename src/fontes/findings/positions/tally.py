"""How many voices stand where from day to day: the steps of single voices added up.

Counted is who certainly stands so; a voice of which two things may be so is in no count but that of those who may be heard. Between two
tallies nothing changes, so that the numbers of any day are those of the last tally before or on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from fontes.findings.positions.heard import ATTITUDES, IMPLIED
from fontes.findings.positions.time import SILENT
from fontes.findings.positions.voices import Step

COUNTED = (*ATTITUDES, IMPLIED)
"""The stances that are counted, each by itself; an implied denial apart from one that is spoken."""


@dataclass(frozen=True, slots=True)
class Tally:
    """From this day on, how many voices certainly stand at each of `COUNTED`, and how many at the most are heard."""

    day: int
    counts: tuple[int, ...]
    most: int

    @property
    def certain(self) -> int:
        """How many voices certainly stand at one certain stance."""
        return sum(self.counts)


def tallies(steps: Iterable[Step]) -> tuple[Tally, ...]:
    """The numbers after every day on which a voice moves. The steps are those of one proposition."""
    ordered = sorted(steps, key=lambda one: one.day)
    stands = {step.agent: step.before for step in reversed(ordered)}
    sure = Counter(next(iter(options)) for options in stands.values() if len(options) == 1)
    heard = sum(options != {SILENT} for options in stands.values())
    made: list[Tally] = []
    for day, moved in groupby(ordered, key=lambda one: one.day):
        for step in moved:
            before, now = stands[step.agent], step.now
            stands[step.agent] = now
            sure.subtract(before if len(before) == 1 else ())
            sure.update(now if len(now) == 1 else ())
            heard += (now != {SILENT}) - (before != {SILENT})
        made.append(Tally(day, tuple(sure[option] for option in COUNTED), heard))
    return tuple(made)


__all__ = ["COUNTED", "Tally", "tallies"]
