"""Everything that can be read in a corpus, by its words: names in every spelling, titles, wordings, quotations, notes, passages and full texts."""

from fontes.findings.index.asked import Found, Hit, find
from fontes.findings.index.built import Among, Index, Kept, indexed

__all__ = ["Among", "Found", "Hit", "Index", "Kept", "find", "indexed"]
