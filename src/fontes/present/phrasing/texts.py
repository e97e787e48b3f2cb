"""The words of texts: a source's text with the statements at their lines, of choosing a passage, and of watching the folder."""

from __future__ import annotations

TITLE = "The text of {title}"
KICKER = "Text"
LEAD = "{count} read in this text: {placed}{unplaced}."
LEAD_NONE = "No statement recorded here is read in this text."
STATEMENT = "statement"
PLACED = ("none stands at its place", "{count} stands at its place", "{count} stand at their places")
UNPLACED = ", {count} cannot be placed"
OF_SOURCE = "All that is recorded of the source: {source}."
HOW_CITED = {
    "marked": "Places are cited by what the text marks.",
    "¶": "Paragraphs are counted as they follow each other in this text, as the corpus cites it.",
    "l.": "Lines are counted as they follow each other in this text, as the corpus cites it.",
    "": "The text marks no pages: a passage is recorded by its words alone.",
}
OTHER_TEXTS = "Also at hand: {texts}."
LINK = "Its text, with the statements at their lines"
AT_ITS_PLACE = "In the text"
ALL = "the texts of sources"
LIST_LEAD = "Sources whose text is at hand: {count}."
NONE = "No text of a source is at hand. Texts lie in the folder texts/, each named after its source."
COLUMN_TEXT, COLUMN_STATEMENTS = "Text of the source", "Statements read in it"

FIND = "Words, or a passage, in this text"
FOUND_ONE, FOUND_MANY = "place in the text holds these words", "places in the text hold these words"
FOUND_MARKED = "Where {passage} begins"
FOUND_NONE = "These words are not in the text."
TO_PLACE = "To this place"
BACK = "Back to the text"

PARAGRAPH = "paragraph {number}"
LINE = "line {number}"
MARKED = "here begins {mark}"
SPELLED = "The text spells it otherwise; quoted as “{quote}”."
ELSEWHERE = "Recorded at {passage}; these words stand elsewhere in the text."
OTHER_PLACES = "The same words stand in {count} more."
PLACE, PLACES = "place", "places"
BY_PASSAGE = "Placed by {passage}."
BY_COUNTING = "Placed by {passage}, as counted in this text."
MORE_NOTES = "{count} more read here: {all}."
ALL_OF_SOURCE = "all that names the source"
TO_NOTE = "Statement {number}"
TO_WORDS = "To its words in the text"
MARGIN = "Statements read here"

UNPLACED_HEAD = "Statements without a place in this text"
UNPLACED_CAPTION = "Read in this source, and not placed"
WHY = {
    "its words are not in the text": "Its words are not in this text.",
    "its passage is not marked": "This text does not mark {passage}.",
    "its passage is beyond those marked": "{passage} is not among what this text marks.",
    "neither words nor passage": "Neither its words nor a passage are recorded.",
}
UNPLACED_ALL = "All {count}"

CITE = "cite"
CITE_AT = "Record who says what here: {passage}"
CITE_HERE = "Record who says what in this paragraph"
TAKE = "Record who says what here"
TAKE_LABEL = "The words selected"
TAKE_LONG = "Only the first {count} signs of them are taken."

WATCH_SAID = "The corpus changed on disk; this page shows it as it is now."
WATCH_WAITS = "The corpus changed on disk. This page stays as it is while there are words in it that are not saved."
WATCH_TAKE = "Show it as it is now; the words not saved are lost"
WATCH_FORM = "The corpus changed on disk since this form was opened. What you save is compared with it as it is then."
WATCH_FORM_TAKE = "Open the form anew; the words not saved are lost"
EDIT = "edit"
EDIT_IT = "Edit: {name}"
