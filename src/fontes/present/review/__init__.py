"""The written review: what is recorded of a question or of a whole corpus, in prose whose every sentence leads to its statements."""

from fontes.present.review.compose import review
from fontes.present.review.material import Material, material
from fontes.present.review.told import Cite, Note, Paragraph, Review, Section, Tabled, Told

__all__ = ["Cite", "Material", "Note", "Paragraph", "Review", "Section", "Tabled", "Told", "material", "review"]
