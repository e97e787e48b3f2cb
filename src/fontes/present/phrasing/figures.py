"""The words of rival figures: what each counts, who states it when, what is to be seen between them, and the documents behind them."""

from __future__ import annotations

TITLE = "Figures"
TITLE_ON = "Figures on the question: {question}"
NOTHING = "No figure that somebody states is recorded here."
LEAD = "{figures} for {questions}; {pointed} pointed out; {documents} behind several of them."
FIGURE = ("figure", "figures")
QUESTION = ("question", "questions")
PAIR = ("comparison", "comparisons")
DOCUMENT = ("document", "documents")
UNDER = "Seen so: {assumptions}."
MODEST = (
    "Figures are set side by side and never averaged. What is pointed out is no verdict: a digit may have slipped in either of two, or in neither."
)
MORE = "{count} more are not listed here; --json lists them."
NOT_ALL_PAIRS = "So many figures share a value or a description that not all of them were compared two by two."
HEADING = "Figures: {question}"
NO_QUESTION = "Figures for which no question is recorded"
CAPTION = "In {unit}, by value; the axis runs from {least} to {most}"
CAPTION_NO_UNIT = "No unit recorded, by value; the axis runs from {least} to {most}"
CAPTION_DRAWN, CAPTION_DRAWN_NO_UNIT = "In {unit}, by value", "No unit recorded, by value"
COLUMN_FIGURE = "Figure"
COLUMN_AXIS = "Figure on the axis"
COLUMN_COUNTS = "What the figure counts"
COLUMN_STATED = "Stated by"
RANGE = "{least}–{most}"
STATED = "{agents}, {date}"
UNDATED = "{agents}, no date recorded"
ONLY_SUPPOSED = "Only supposed."
DISPUTED = "Denied or doubted by {agents}."
STATUS = "It is {status}."
BEHIND = "Goes back to {documents}."
BEHIND_PERHAPS = "{document} (perhaps)"
AND_MORE = "{count} more"

POINTED_HEAD = "What is to be seen between the figures"
SAME_VALUE = "The same value under a changed description: {value} {unit} stand for “{one}” ({first}) and for “{other}” ({second})."
DIGIT = "One digit apart: {one} ({first}) and {other} ({second}). {slip}."
PART = "A part larger than its whole: {one} of “{part}” ({first}), and {other} of “{whole}” ({second})."
PART_WITHIN = "A part larger than its whole: {one} of “{part}” ({first}), where the whole is given as {other}."
PARTS = "Parts larger together than their whole: they come to {sum}, and the whole, “{whole}” ({second}), is {other}. The largest: {one} ({first})."
SAME_DESCRIPTION = "The same description, different values: “{part}” is {one} ({first}) and {other} ({second})."
CHANGED = "The {place} digit is {was} in one and {now} in the other"
DROPPED = "The {place} digit of the longer, {was}, is missing in the other"
SWAPPED = "The {place} and the next digit, {was}, stand in the other order"
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
PLACE = "{number}th"
KINSHIP = {
    "along one lineage": "The second rests on the first.",
    "from one document": "Both go back to one document: {documents}.",
    "no common descent recorded": "No common descent is recorded here.",
}
STATED_AS = "{agents}, {date}"
STATED_AS_UNDATED = "{agents}"

DOCUMENTS_HEAD = "The documents to which figures go back: where the trails end"
DOCUMENTS_CAPTION = "Documents behind several figures; below each the figures that go back to it, as they were stated, the earliest first"
COLUMN_DOCUMENT, COLUMN_ORIGIN, COLUMN_COUNT = "Source", "As an origin", "Figures"
WANDERING = "{figure}: {stated}{doubt}{others}."
DOUBTFUL = "; only by a supposed descent"
NOT_ALONE = "; with other ends too"
VALUE_OF, VALUE_OF_NO_UNIT = "{value} {unit}, “{of}”", "{value}, “{of}”"
