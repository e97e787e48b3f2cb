"""The words for what was not certainly there by the dates of a lens."""

from __future__ import annotations

POSSIBLY_THEN = "possibly by then"
NOT_YET = "Left out, as not there by then: {statements}."
STATEMENT, STATEMENTS = "statement", "statements"
