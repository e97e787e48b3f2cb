"""The words of the pages on which one writes into the corpus."""

from __future__ import annotations

WRITE = "Write"
TITLE = "Write into the corpus"
LEAD = "What is written here goes into the files of the corpus: only its own lines, at the place that is shown before anything is saved."
NOT_WRITTEN_TO = "Tables, spreadsheets and bibliographies are not written to; change those where you made them."
KICKER = "Write"
EDIT_KICKER = "Edit"

KINDS = {
    "stance": ("A stance", "Somebody asserts, supposes, leaves open, doubts or denies something; raises a question or passes it over."),
    "source": ("A source", "A letter, a file, a book, an article, a newspaper: whatever a statement can be read in."),
    "agent": ("An agent", "A person, a body, a group or a publication that can know or say things."),
    "proposition": ("A proposition", "A sentence that can be asserted or denied. It can also be worded where it is first needed, in a stance."),
    "question": ("A question", "What propositions answer."),
    "event": ("An event", "Something said to have happened, with its datings and on whose word."),
    "report": ("A report", "Information that went from one agent to another, perhaps through others."),
    "criticism": ("A criticism", "Somebody vouches for a source or impeaches it, or one use of it."),
    "tenure": ("A tenure", "Somebody served as something, or belonged to something, for a time."),
    "search": ("A search", "Something was looked for somewhere, and found or not."),
    "section": ("A section", "Through which passage all that follows is known; the forms keep it for what comes next."),
}
FORM_TITLE = "Write: {kind}"
THINGS_HEAD = "What can be written"

LABELS = {
    "wording": "What it is called",
    "name": "Short name",
    "also": "Other spellings",
    "role": "Role",
    "kind": "Kind",
    "born": "Born",
    "died": "Died",
    "language": "Language of the name",
    "note": "Note",
    "private note": "Private note",
    "by": "By",
    "out": "Came out",
    "made": "Made",
    "ascribed-to": "Ascribed to",
    "to": "Addressed to",
    "origin": "Origin",
    "school": "School",
    "draws-on": "Draws on",
    "follows": "Follows",
    "independent-of": "Independent of",
    "treats": "Treats the question",
    "examined": "Examined",
    "cite": "Entry in the bibliography",
    "edition-of": "Edition of",
    "translation-of": "Translation of",
    "part-of": "Part of",
    "about": "About",
    "answers": "Answers the question",
    "excludes": "Excludes",
    "needs": "Needs",
    "compromises": "Compromises",
    "figure": "Figure",
    "disclaims": "Disclaims",
    "part": "Part of the explanation",
    "when": "When",
    "when-per": "on the word of",
    "strand": "Strand",
    "place": "Place",
    "run-by": "Run by",
    "targets": "Targets",
    "alleges": "Alleges",
    "before": "Before",
    "after": "After",
    "during": "During",
    "lasts": "Lasts",
    "sense": "Meaning of the date",
    "agent": "Who",
    "unnamed": "Or a voice not named",
    "verb": "Does what",
    "on": "Proposition or question",
    "against": "Against the explanation",
    "date": "Date",
    "repeatedly": "Repeatedly",
    "label": "Label",
    "in": "Read in",
    "passage": "Passage",
    "quote": "In these words",
    "rests-on": "Rests on",
    "rests-on?": "Perhaps rests on",
    "upon": "Upon",
    "case": "Case",
    "carries": "Carries",
    "target": "Source, or use of it",
    "aspects": "As",
    "office": "Office",
    "body": "Body",
    "of": "Of",
    "from": "From",
    "until": "Until",
    "as": "As its head",
    "at": "At the event",
    "among": "Among",
    "result": "Result",
    "per": "Known through",
    "per-passage": "Passage",
    "via": "which has it from",
    "via-passage": "Passage",
    "file": "File",
    "new-file": "Name of a new file",
    "section": "Section",
    "then": "After saving",
    "new-agent": "Record somebody not recorded here yet",
    "new-agent-wording": "Full name",
    "new-agent-role": "Role",
    "new-in": "Record a source not recorded here yet",
    "new-in-wording": "Title",
    "new-in-by": "By",
    "new-in-out": "Came out",
    "new-in-kind": "Kind",
    "words": "The lines of the statement",
}
LABELS_OF = {
    ("source", "wording"): "Title",
    ("question", "wording"): "The question",
    ("proposition", "wording"): "The sentence",
    ("event", "wording"): "What is said to have happened",
    ("stance", "wording"): "Its wording, if it is new",
    ("report", "wording"): "Its wording, if it is new",
    ("report", "to"): "To whom",
    ("report", "on"): "What: a proposition",
    ("report", "agent"): "From whom",
    ("search", "wording"): "Or what was looked for, in words",
    ("search", "target"): "Source looked for",
    ("search", "agent"): "Who looked",
    ("search", "in"): "Told in",
    ("criticism", "on"): "On the proposition",
    ("criticism", "agent"): "Who judges",
    ("question", "part-of"): "Part of the question",
    ("tenure", "date"): "At the date",
    ("section", "per"): "Source",
}
HINTS = {
    "name": "Left empty, it is made from the words. Letters and digits joined by hyphens.",
    "date": "As you would write it: 11 May 1937, summer 1930, between 1932 and 1933, shortly after plenum. Left out, the date of what it is read in.",
    "out": "11 May 1937, about 1963, before 1940.",
    "when": "As you would write it; beside it, the source that says so, and where.",
    "also": "One spelling to a field.",
    "by": "Several with commas between; a question mark at the end where it is inferred.",
    "about": "Agents and events, with commas between.",
    "on": "By its name or by its words. For what somebody says of another's saying: (stalin knows power-grab).",
    "quote": "Somebody's own words; they are looked for in the text of the source, where it is at hand.",
    "rests-on": "Sources, propositions, events, ^labels: 'a and b' both needed, 'a or b' either, 'a, b' not recorded which.",
    "rests-on?": "A line of descent that is only supposed.",
    "unnamed": "Who it was, or where spoken of: “an old man in the village, p. 7”.",
    "label": "A name for this one statement, so that others can rest on it.",
    "upon": "The labels of what was received.",
    "to": "a > b: through a to b; a > b, c: both through a; ? where a link is not known.",
    "target": "A source; or the label of one use of it, with its ^.",
    "aspects": "forged, coerced, hearsay, uncritical …, with commas between.",
    "figure": "36761 officers of “officers dismissed”; a range has two dots.",
    "part": "A proposition, perhaps with together, cumulative or context; or missing “…”.",
    "per": "The source in which you read it. Left empty: known directly, or as the chosen section says.",
    "examined": "whole, not-seen, or a passage.",
    "new-file": "Only where a new file is chosen; ends in .fontes.",
    "lasts": "3 days, between 2 and 6 months.",
    "during": "An event, or a span such as 1936/1937.",
    "among": "Sources, or words between quotation marks.",
}
HINTS_OF = {
    ("event", "about"): "Agents, with commas between.",
    ("source", "to"): "Several with commas between.",
    ("criticism", "on"): "Where it touches one proposition only.",
    ("report", "on"): "By its name or by its words.",
}
CHOICES = {
    "verb": {
        "asserts": "asserts", "supposes": "supposes", "leaves-open": "leaves open", "doubts": "doubts", "denies": "denies",
        "raises": "raises the question", "passes-over": "passes over the question", "declares-unanswerable": "declares the question unanswerable",
        "tells": "tells", "relays": "relays, without asserting it", "impeaches": "impeaches", "vouches-for": "vouches for",
        "serves-as": "serves as", "belongs-to": "belongs to", "sought": "sought",
    },
    "role": {"participant": "participant", "witness": "witness", "scholar": "scholar", "press": "press"},
    "kind": {"person": "person", "organisation": "organisation", "group": "group", "publication": "publication"},
    "origin": {"witnessed": "witnessed", "recorded": "recorded in the course of business", "invented": "invented"},
    "sense": {"within": "within these limits", "throughout": "throughout", "covers": "covers"},
    "result": {"found": "found", "not-found": "not found"},
    "then": {"keep": "keep the passage", "next": "go on to the next note"},
}  # fmt: skip
NOT_SAID = "not said"
FLAG = {"repeatedly": "again and again", "as": "as head", "new-agent": "yes", "new-in": "yes"}
MORE = "Further particulars"
OF_THE_NEW = "Of the new proposition"
SOMEBODY_NEW = "Somebody not recorded here yet"
SOURCE_NEW = "A source not recorded here yet"
ACCESS = "Through whom we know it"
WHERE = "Where it is written"
ANOTHER = "Another"
NEEDED = "needed"

PREVIEW = "As it will be written"
PREVIEW_NONE = "The statement appears here as soon as it can be written."
PLACE = "{file}, line {line}"
PLACE_UNDER = "{file}, line {line}, under {section}"
PLACE_NEW = "A new file {file}, line {line}"
SAVE = "Save"
SAVE_KEYS = "Enter in a line saves; in a larger field, Ctrl and Enter."
SHOW = "Show what it will be"
CAN_BE_WRITTEN = "It can be written."
CAN_WITH_REMARKS = "It can be written; there are remarks: {count}."
NOT_YET = "Not yet: {fields}."
STILL_NEEDED = "still needed: {fields}"
REFUSED_ONE = "It was not saved. One thing stands against it."
REFUSED_MANY = "It was not saved. {count} things stand against it."
REMARKS = "What the compiler remarks on"
BROKEN_BEFORE = "{file}:{line}: {words}"

WRITTEN = "Written: {file}, lines {first}–{last}."
WRITTEN_ONE = "Written: {file}, line {first}."
CHANGED = "Changed: {file}, lines {first}–{last}."
CHANGED_ONE = "Changed: {file}, line {first}."
REMOVED = "Removed from {file}: {line}"
UNDONE = "Taken back: {line}"
REDONE = "Written again: {line}"
NOTHING_TO_UNDO = "Nothing was written in this session that could be taken back."
NOTHING_TO_REDO = "Nothing was taken back in this session that could be written again."
UNDO = "Undo"
UNDO_LAST = "Undo what was written last"
REDO = "Redo"
EDIT = "Edit"
LAST_STATEMENTS_HEAD = "Statements written last"
NONE_WRITTEN = "Nothing has been written in this session."

AUTOMATIC = "the usual place: after the last statement with this access"
NEW_SECTION = "a section of its own at the end of the file"
SECTION = "{written} (line {line})"
SECTION_BEGINNING = "directly (from the beginning)"
NEW_FILE = "a new file"
NEXT_NOTE = "go on to {next}"

MISSING = {
    "agent": "Who? A name is needed here, or a voice not named.",
    "wording": "These words are needed.",
    "name": "A short name is needed, or words to make it from.",
    "on": "What? A proposition or question is needed here; if it is new, its wording.",
    "to": "To whom? A receiver is needed here.",
    "target": "What? A source is needed here, or words for what was looked for.",
    "office": "Which office? It is needed with ‘serves as’.",
    "body": "Which body? It is needed with ‘belongs to’.",
    "per": "The source through which what follows is known is needed here.",
    "verb": "What do they do? One of the list is needed.",
}
MISSING_ANY = "This is needed."
MISSING_PER = "This is a passage in a source, or where that has it from; the source itself is missing."
CONTROL_SIGN = "There is a sign in it that is no text (a control sign). Type the words anew, or take it out."
TOO_LONG = "This is longer than a field of a statement can be."
NOT_THE_SAME = "Written down, these words would be read as something else. Put them between quotation marks, or change them."
NOBODY_CALLED = "Nothing recorded here is called “{words}”.{near} If it is new, it can be recorded in the same step, below."
NOTHING_CALLED = "Nothing recorded here is called “{words}”.{near}"
PROPOSITION_NOT_CALLED = (
    "No proposition or question recorded here is called “{words}”.{near} If it is new, give its wording in the next field, and here a short name or "
    "nothing."
)
NEAR = " Did you mean {name}?"
SEVERAL_CALLED = "Several things recorded here are called “{words}”: {names}. Give the short name."
NO_SUCH_FILE = "“{file}” is no file of statements in this folder."
TABLE_FILE = "“{file}” is a table; tables are not written to."
NEW_FILE_ENDING = "The name of a new file ends in .fontes, and it lies in this folder: “{file}” does not."
NEW_FILE_THERE = "There is a file “{file}” already. Choose it from the list."
NO_SUCH_SECTION = "This section is no longer in the file. Choose another."
CHANGED_MEANWHILE = "The file changed on disk at this very moment. Nothing was written; look at what will be written, and save again."

EDIT_TITLE = "Edit: {name}"
EDIT_LEAD = "These are its lines in {file}, from line {first}. Other lines of the file stay as they are."
EDIT_IN_TABLE = "It stands in the table {file}, row {row}. Tables are not written to: change it there, and it will be read again."
EDIT_NOWHERE = "It stands nowhere in the files of this corpus."
EDIT_LABEL = "Its lines"
NOT_ONE = "This is not one statement: {count} are read here. Write further ones in a form of their own."
NO_STATEMENT = "No statement can be read here. To take it away, use ‘Remove’."
NOT_ALIKE = "A statement of this kind cannot stand in its place, since it would change how the lines below it are read."
UNCHANGED = "Nothing is changed."
REMOVE = "Remove it"
REMOVE_TITLE = "Remove: {name}"
REMOVE_ASK = "These lines will be taken out of {file}. It can be undone in this session."
REMOVE_REFERRED = "It cannot be removed while something refers to it. First change or remove these:"
REMOVE_FREE = "Nothing recorded here needs it in order to be read."
REMOVE_SURE = "Remove these lines"
BACK_TO_EDIT = "Back to editing"
KEEP_IT = "Keep it"

CONFLICT_TITLE = "It changed on disk meanwhile"
CONFLICT_LEAD = "Nothing was written. Since you opened it, these lines of {file} became other lines: in another window, or in another program."
CONFLICT_GONE = "Nothing was written. Since you opened it, these lines of {file} were taken away: in another window, or in another program."
CONFLICT_HEAD = "The two versions of the statement"
VERSION_DISK = "On disk now"
VERSION_YOURS = "What you wrote"
VERSION_BACK = "What undoing would put there"
ONLY_DISK = "only on disk"
ONLY_YOURS = "only in yours"
IN_BOTH = "in both"
LINE = "Line"
STANDS = "Stands"
KEEP_DISK = "Keep what is on disk"
PUT_MINE = "Put mine in its place"
TAKE_UP = "Take up mine again"
UNDO_CONFLICT = "It cannot be taken back: its lines in {file} changed since it was written. Nothing was changed now."
FORGET = "Leave it as it is, and forget this step"

READ_ONLY = "This corpus was opened to be read only. Open it without --read-only to write."
TOO_LARGE = "This is more than one statement can have. Nothing was written."
NOT_A_FORM = "This is not the answer of a form of this workbench. Nothing was written."
MALFORMED = "What was sent cannot be read: it is damaged, or not UTF-8. Nothing was written."
NO_SUCH_KIND = "This is nothing that can be written here."
HERE_EDIT = "Edit"
HERE = {
    "sources": ("Write a stance read in it", "stance", "in"),
    "agents": ("Write a stance of theirs", "stance", "agent"),
    "propositions": ("Write a stance on it", "stance", "on"),
    "questions": ("Write a proposition that answers it", "proposition", "answers"),
    "events": ("Write a proposition about it", "proposition", "about"),
}
"""What a page of a thing offers to write: the words, the kind, and the field that the thing fills."""
NEW_WARNINGS = "Since then the compiler remarks:"
