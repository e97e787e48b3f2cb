"""The words of the published site."""

from __future__ import annotations

LENSES_LABEL = "Seen through"
AS_RECORDED = "as recorded"
TEXT, TEXTS, ITS_TEXT, THE_SOURCE = "Text", "The full texts published here", "Its full text", "What is recorded of this source"
PRIVATE = "Private: {note}"
MADE_WITH = "A copy of what is recorded, made with Fontes to be read without it; searching and trying other assumptions need the workbench."
PUBLISHING = "publishing into {folder}: {count} files …"
