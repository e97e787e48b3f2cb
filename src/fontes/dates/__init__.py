"""Dates as historians write them: read, written and compared. Knows nothing of corpora.

`read` takes EDTF (Library of Congress, 2019; all levels) and phrases, and gives a `When` with its
bounds or a `NotUnderstood` that says which words it could not take in. `as_edtf` writes it in EDTF, `explained` says in words
what it rests on, `meanings` makes a profile of what a corpus says its vague words mean.
"""

from fontes.dates.assumptions import explained
from fontes.dates.compare import Answer, by, iso, precedes, sort_key, within
from fontes.dates.days import Day, civil, day_of
from fontes.dates.edtf import REVERSED, bare
from fontes.dates.meanings import Meanings, meanings
from fontes.dates.phrases import comma_within, looks_like_a_phrase
from fontes.dates.profile import DEFAULT, Profile
from fontes.dates.reading import read, stated, write
from fontes.dates.when import Anchor, Bound, Edge, NotUnderstood, When
from fontes.dates.writing import as_edtf

__all__ = [
    "DEFAULT",
    "REVERSED",
    "Anchor",
    "Answer",
    "Bound",
    "Day",
    "Edge",
    "Meanings",
    "NotUnderstood",
    "Profile",
    "When",
    "as_edtf",
    "bare",
    "by",
    "civil",
    "comma_within",
    "day_of",
    "explained",
    "iso",
    "looks_like_a_phrase",
    "meanings",
    "precedes",
    "read",
    "sort_key",
    "stated",
    "within",
    "write",
]
