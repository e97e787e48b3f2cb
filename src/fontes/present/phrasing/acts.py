"""The words by which a list of statements is narrowed."""

from __future__ import annotations

NARROWED = {
    "asserts": "asserts", "supposes": "supposes", "leaves-open": "leaves open", "doubts": "doubts", "denies": "denies", "raises": "raises a question",
    "passes-over": "passes over a question", "unanswerable": "declares unanswerable", "tells": "tells", "relays": "relays",
    "criticism": "criticises or vouches", "dating": "dates", "speech": "proposes, orders, asks, receives", "search": "looked for",
    "assessment": "assesses", "tenure": "serves or belongs",
}  # fmt: skip
"""By the act; other words (kinds of sources, roles, strands) are the corpus's own and stand as they are."""
