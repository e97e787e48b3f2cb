"""A review as a document: HTML and Markdown; what DOCX and PDF are made from."""

from fontes.present.documents.html import as_html
from fontes.present.documents.markdown import as_markdown

__all__ = ["as_html", "as_markdown"]
