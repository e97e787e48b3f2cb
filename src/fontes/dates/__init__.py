"""Dates as historians write them: read, written and compared. Knows nothing of corpora.

`read` takes EDTF (Library of Congress, 2019; all levels) and English phrases, and gives a `When` with its
bounds or a `NotUnderstood` that says which words it could not take in.
"""

from fontes.dates.compare import Answer, by, iso, precedes, sort_key, within
from fontes.dates.days import Day, civil, day_of
from fontes.dates.edtf import REVERSED, bare
from fontes.dates.phrases import looks_like_a_phrase
from fontes.dates.profile import DEFAULT, Profile
from fontes.dates.reading import read, stated, write
from fontes.dates.when import Anchor, Bound, Edge, NotUnderstood, When

__all__ = [
    "DEFAULT",
    "REVERSED",
    "Anchor",
    "Answer",
    "Bound",
    "Day",
    "Edge",
    "NotUnderstood",
    "Profile",
    "When",
    "bare",
    "by",
    "civil",
    "day_of",
    "iso",
    "looks_like_a_phrase",
    "precedes",
    "read",
    "sort_key",
    "stated",
    "within",
    "write",
]
