"""Every check, in one list of families."""

from __future__ import annotations

from fontes.checks.chronology import conflicting
from fontes.checks.dates import dates
from fontes.checks.descent import descent
from fontes.checks.evidence import Evidence
from fontes.checks.expectations import expectations
from fontes.checks.names import names
from fontes.checks.quotations import quotations
from fontes.checks.stances import stances
from fontes.diagnostics import Diagnostic

FAMILIES = (names, stances, dates, conflicting, descent, quotations, expectations)


def check(evidence: Evidence) -> list[Diagnostic]:
    """What can be said against a corpus beyond what its compiling said."""
    return [one for family in FAMILIES for one in family(evidence)]
