"""The well-founded model of a plan in which some nodes hold unless others do, by alternating fixpoints.

Van Gelder, *The alternating fixpoint of logic programs with negation*, 1993: what holds although everything that could count is taken to
count certainly holds; what does not hold although nothing counts that need not certainly does not. What is neither stays undecided.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from fontes.findings.engine.condensation import Bytes
from fontes.findings.engine.plan import Plan


def well_founded(plan: Plan, negations: Sequence[tuple[int, int]], withdrawn: Iterable[int] = (), which: int = 0) -> tuple[Bytes, Bytes]:
    """What certainly holds and what possibly holds in a reading, one byte a node; equal where nothing stays undecided.

    ``negations``: pairs of nodes of which the first, a leaf, holds unless the second does. Each step is one least solution; the certain
    grows and the possible shrinks from step to step, so there are at most as many steps as pairs, and two where no criticism answers another.
    """
    gone = tuple(withdrawn)
    possible = plan.least(which, gone)
    if not negations:
        return possible, possible
    spared, counts = np.asarray(negations, dtype=np.int64).T
    counting = possible[counts]
    while True:
        certain = plan.least(which, (*gone, *spared[counting != 0].tolist()))
        surely = certain[counts]
        possible = plan.least(which, (*gone, *spared[surely != 0].tolist()))
        if (possible[counts] == counting).all():
            return certain, possible
        counting = possible[counts]
