"""The words of the search."""

from __future__ import annotations

FOUND = "{count} found for “{query}”"
NONE = "Nothing found for “{query}”"
LEAD = "Found: {counts}."
COUNTS = {
    "questions": ("question", "questions"), "propositions": ("proposition", "propositions"), "agents": ("agent", "agents"),
    "sources": ("source", "sources"), "events": ("event", "events"), "statements": ("statement", "statements"),
    "texts": ("passage of a full text", "passages of full texts"),
}  # fmt: skip
HEADS = {"texts": "Full texts"}
NEARLY = "Nothing recorded here has “{word}”. What is shown has {words}, which is spelt nearly so."
NOTHING = "None of these words stand together in a name, a title, a wording, a quotation, a note, a passage or a full text recorded here."
SEARCHED = (
    "Names in every spelling, titles, wordings, quotations, notes, passages and full texts are searched, whatever the case and accents, and in "
    "whatever script or transliteration. Several words must all be found with the same thing."
)
KIND = "Among"
ALL = "All {all}"
ALSO = "also {words}"
QUOTED = "quoted: “{words}”"
NOTED = "note: {words}"
PARTICULAR = "{words}"
NAMED = "name: {words}"
LINE = "line {line}: {words}"
TERMINAL_NONE = "Nothing recorded here has these words."
TERMINAL_MORE = "{count} more; --all shows them."
TERMINAL_ASK = "say what to look for: fontes find FOLDER WORDS."
TERMINAL_KIND = "there is no kind “{kind}”; the kinds are {kinds}."
