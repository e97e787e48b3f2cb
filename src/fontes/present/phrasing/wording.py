"""The fixed words of pages: titles, headings, labels and the patterns of sentences.

Everything a reader sees that the makers of a corpus did not write stands here. Patterns are filled by `say`. The voice
is plain and modest: what is counted is what is recorded here, and an absence is never more than that.
"""

from __future__ import annotations

from fontes.present.pages import Room

LANGUAGE = "en"
"""The language of the interface, as a BCP 47 tag; what is in another says so where it stands."""

# ---- rooms
ROOMS = {
    Room.FIRST: "First page",
    Room.QUESTIONS: "Questions",
    Room.PROPOSITIONS: "Propositions",
    Room.SOURCES: "Sources",
    Room.AGENTS: "Agents",
    Room.EVENTS: "Events",
    Room.STATEMENTS: "Statements",
    Room.CHRONOLOGY: "Chronology",
    Room.SETTLEMENTS: "Settlements",
    Room.CAREERS: "Careers",
    Room.FIGURES: "Figures",
    Room.GAPS: "Gaps",
    Room.REVIEW: "Review",
    Room.ERRORS: "Errors",
    Room.SEARCH: "Search",
    Room.WRITE: "Write",
    Room.HELP: "Help",
    Room.TEXTS: "Texts",
}
ONE_OF = {
    Room.QUESTIONS: "Question",
    Room.PROPOSITIONS: "Proposition",
    Room.SOURCES: "Source",
    Room.AGENTS: "Agent",
    Room.EVENTS: "Event",
    Room.STATEMENTS: "Statement",
}
UNTITLED = "A corpus without a title"
UNKNOWN_AGENT = "somebody not known"
UNNAMED = "a voice not named"
UNNAMED_AT = "a voice not named ({where})"
MAKERS = "the makers of the corpus"
SKIP = "Skip to the page"
ROOMS_LABEL = "Rooms"
SEARCH_LABEL = "Search the corpus"
SEARCH = "Search"
NARROW = "Narrow"

# ---- first page
VOICES_SAY = "{voices} say: {proposition}."
TRAILS_LEAD = "Their trails lead to {count}: {shown}."
ENDS_ARE = "The ends are {ends}."
TRAIL_LEADS = "The trail leads to {ends} and ends there: {shown}."
SHOWN_AT_MOST = "nothing recorded here shows more than {count}"
SHOWN_ALL = "{count} shown here to be apart"
WITHOUT_NONE = "Without {units}, none of it keeps recorded support."
WITHOUT_ALONE = "Without {units} alone, it loses recorded support."
QUESTIONS_HEAD = "What is asked"
QUESTION_LINE = "{question} {answers}{since}{raised}."
NO_ANSWER = "No answer is recorded here"
DISPUTED_FIRST = ", disputed, as far as dated, first {date}"
DISPUTED_SINCE = ", disputed since {date}"
RAISED_BY = "; raised by {agents}"
MOST_VOICES = "most voices"
TURNED = "The answer of {voices}, {proposition}, is asserted by nobody recorded here after {date}; others are, by {later}."
TURNED_DATED = "The answer of {voices}, {proposition}, is asserted by nobody recorded here after {date}, as far as dated; others are, by {later}."
RAISED_SINCE = "{count} of them were raised in {date} or later."
RAISED_SINCE_ONE = "One of them was raised in {date} or later."
OPEN_HEAD = "What is open"
OPEN_COUNT = ("{count} is open: nobody recorded here asserts an answer.", "{count} are open: nobody recorded here asserts an answer.")
OPEN_LINE = "{question}{raised}"
RAISED_IN = " Raised by {agents}{date}."
HANGS_HEAD = "What hangs on least"
HANGS_LEAD = "Asserted by {voices}, and without {unit} alone it keeps no recorded support: {proposition}."
ENDS_LEAD = "{proposition}: {voices}; {shown}."
LOSE = ("proposition loses", "propositions lose")
RECORDED_HEAD = "What is recorded here"
RECORDED = "{propositions}, {stances}, {sources}, {agents}, {events} and {questions}."
ERRORS_LINE = "{count} in the files of this corpus; what is broken is left out of every page."
EMPTY = "Nothing is recorded here yet."

# ---- proposition
FOR_LINE = "{status}: {voices} for it ({roles})."
AGAINST_LINE = "{voices} against it ({roles})."
LEAD_ENDS = "Their trails lead to {count} and end there; {shown}."
LEAD_END = "The trail leads to {count} and ends there."
IMPLIED = "{agents} only by asserting what excludes it."
AGAINST_HEAD = "The other side"
NO_VOICES = "Nobody recorded here asserts it."
ONLY_SUPPOSED = "Nobody recorded here asserts it; it is only supposed."
ENDS_SHOWN = "{most}, if each end is an origin of its own; {shown}."
NO_ENDS = "No trail is recorded here."
REMOVALS = "Fewest removals that leave it without recorded support: {count}."
REMOVALS_RANGE = (
    "Fewest removals that leave it without recorded support: {all} if every ground is needed, {any} if any one suffices. "
    "Which of the two is not recorded."
)
REMOVALS_NONE = "No removal of named sources or agents leaves it without recorded support."
LINES_LINE = "Separate lines of support, with no origin in common: {count}; shown to be separate: {shown}."
INDISPENSABLE = "Indispensable: {units}."
NO_NUMBERS_WHILE_COUNTING = (
    "While criticisms count, distrust can also make things rise: fewest removals, separate lines and what is indispensable are not defined."
)
NOT_INDISPENSABLE = "Nothing recorded here is indispensable to it by itself."
CIRCULAR = "What supports it only supports itself: the citations run in a circle."
READ_THROUGH = "All of it is read through {access}."
READ_THROUGH_SOME = "Read through {access}."
CONSIDERED_WITHOUT = "Seen without {units}: {outcome}."
CONSIDERED_SAME = "nothing here changes"
CONSIDERED_LOSES = "{before} becomes {after}"
CONSIDER_WITHOUT = "See it without {units}."
ALL_AS_RECORDED = "As recorded"
VOICES_HEAD = "Who says what"
VOICES_CAPTION = "Voices for and against, by date"
VOICES_COUNT = "Voices for and against, by date: {count}"
STANCE = "stance"
FIND_VOICE = "Find a voice"
ENDS_HEAD = "Where the trails end"
DEPENDS_HEAD = "What it depends on"
LINEAGE_HEAD = "Lineage"
LINEAGE_LISTED = "The same as a list"
TRAIL_HEAD = "The trail in words"
LINEAGE_CAPTION = "Each line rests on the lines under it, down to where the trail ends."
CRITICISMS_HEAD = "Criticisms that touch it"
SETTLED_AT = "Where criticisms contradict each other, each coherent way of settling them is among the {settlements}."
CRITICISMS_CAPTION = "Shown; they do not count against it here"
INDEPENDENCE_HEAD = "Are the origins independent?"
PAIR = "{first} and {second}: {value}. {reason}"
REPORTS_HEAD = "Reports that carry it"
REPORTS_CAPTION = "Who told whom, by date"
RELATED_HEAD = "What it is part of"
ANSWERS = "Answers {things}"
EXCLUDES = "Excludes {things}"
NEEDS = "Needs {things}"
PART_OF = "Part of {things}"
PARTS = "Made up of {things}"
MISSING_PART = "something missing: {words}"
DISCLAIMS = "Does not say {things}"
ABOUT = "About {things}"
COMPROMISES = "Compromises {things}"
FIGURE = "{number} {unit} of {of}"
OBSERVED = {"found": "Looked for and found.", "not-found": "Looked for and not found.", "not-sought": "Not looked for."}
SAID = "{agent} {verb} {what}"

# ---- statements
COLUMN_DATE, COLUMN_WHO, COLUMN_DOES, COLUMN_WHERE = "Date", "Who", "Stance", "Where"
COLUMN_SOURCE, COLUMN_KIND, COLUMN_DATED_BY = "Source", "Kind", "Dated by"
COLUMN_OUT, COLUMN_BY, COLUMN_WHEN = "Came out", "By", "When"
COLUMN_ANSWERS, COLUMN_ROLES, COLUMN_STRAND = "Answers", "Roles", "Strand"
COLUMN_PROPOSITION, COLUMN_QUESTION, COLUMN_AGENT, COLUMN_EVENT = "Proposition", "Question", "Agent", "Event"
COLUMN_STATEMENT = "Statement"
NO_DATE = "no date recorded"
RESTS = "Rests on {grounds}."
KNOWN_THROUGH = "Known through {access}."
VIA = "{source} via {via}"
UPON = "Taken on receiving {reports}."
THEN_TO = ", then to "
NO_GROUNDS = "No ground recorded here."
OWN_WORD = "own word"
DOUBTFUL = "perhaps {ground}"
CLAIMED_BY = "{ground} (so {agents})"
SAYING = "{source} saying “{proposition}”"
THAT = "that {statement}"
TEXT_OF = "the wording of {source}"
OTHERS = "others, not named"
AND, OR, COMMA_UNKNOWN = " and ", " or ", ", "
QUOTED = "“{words}”"
REPEATEDLY = "repeatedly"
TELLS, RELAYS = "tells", "relays to"
ON_THINGS, TO_AGENTS, FROM_AGENT, OF_SOURCE = ", on {things}", " to {agents}", " from {agent}", " {source}"
AGAINST_EXPLANATION = "against {proposition}"
IMPEACHES, VOUCHES = "impeaches", "vouches for"
USE_OF = "a use of it: {statement}"
CRITICISM_AS = "as {aspects}"
DATES_IT = "dates"
VERBS = {"proposes": "proposes", "orders": "orders", "asks": "asks", "receives": "receives"}
SERVES_AS, BELONGS_TO = "serves as {office}", "belongs to {body}"
AS_HEAD, OF_BODY, FROM, UNTIL, AT, DURING = ", as head", " of {body}", ", from {date}", ", until {date}", ", at {event}", ", during {date}"
SOUGHT = "looked for {what}"
RESULTS = {"found": "found", "not-found": "not found", "": "with what result is not recorded"}
ASSESSES = "assesses"

# ---- question
ANSWERS_HEAD = "Answers"
ANSWERS_CAPTION = "Answers recorded here, and who holds them"
ANSWER_COUNT = ("answer is recorded here", "answers are recorded here")
RAISED_HEAD = "Who raised it, and against what"
STANDS_OPEN = "It is open as far as recorded here: nobody recorded here asserts an answer."
TREATED_BY = "Works known to treat it: {sources}."
UNANSWERABLE_BY = "Declared unanswerable by {agents}."

# ---- source
IT_IS = "{kind}{by}{dates}."
BY_WHOM = " by {agents}"
SO = " (so {access})"
MAKER_DOUBTFUL = "{agent} (perhaps)"
MAKER_ASCRIBED = "{agent} (ascribed)"
MAKER_UNKNOWN = "Who made it is not recorded here."
MADE, CAME_OUT = "made {date}", "came out {date}"
EXAMINED = {
    "": "How far it was examined is not recorded.",
    "whole": "It was examined whole.",
    "not-seen": "It was not seen by the makers of the corpus.",
}
EXAMINED_PART = "Examined: {passage}."
ORIGIN_LINE = "As an origin: {origin}."
SCHOOL = "School: {school}."
EDITION_OF, TRANSLATION_OF = "An edition of {source}.", "A translation of {source}."
PART_OF_SOURCE = "Part of {source}."
INDEPENDENT_OF = "Independent of {source}, on the word of {agents}."
DRAWS_HEAD = "What it draws on"
DRAWS_NONE = "None recorded here."
FOLLOWS = "Borrows from {things}."
ON_WORD_OF = " — so {agents}"
ON_MAKERS_WORD = " — so the makers of the corpus"
CRITICISED_HEAD, CRITICISED_CAPTION = "What is said of it as a source", "Criticisms, by date"
RESTING_HEAD, RESTING_CAPTION = "What rests on it", "Statements that name it among their grounds"
READ_IN_HEAD, READ_IN_CAPTION = "What is read in it", "Statements whose own words stand here"
SOURCES_RESTING = "Sources that draw on it: {sources}."
WITHOUT_IT = "Without it, {count} recorded support."
WITHOUT_IT_NONE = "Nothing recorded here loses support without it alone."
SOUGHT_HEAD = "Searches"

# ---- agent
AGENT_ROLES = "{roles}{life}."
ALSO = "Also {names}."
STANCES_HEAD, STANCES_CAPTION = "Positions, one by one", "Stances, by date"
SENT_HEAD, SENT_CAPTION = "Reports sent", "Reports this agent sent, by date"
HAD_HEAD, HAD_CAPTION = "Reports received", "Reports that went to this agent, by date"
TENURES_HEAD = "Posts and memberships"
COMPROMISED_HEAD, COMPROMISED_CAPTION = "Who compromised them", "Stances on propositions that compromise this agent"
MADE_HEAD = "Sources by this agent"
CRITICISMS_MADE_HEAD, CRITICISMS_MADE_CAPTION = "Criticisms by this agent", "Criticisms, by date"
OTHER_ACTS_HEAD = "Other acts"
ABOUT_HEAD = "Said about this agent"
BORN, DIED = "born {date}", "died {date}"
NO_ROLE = "No role recorded"
NOTHING_DONE = "Nothing this agent said or did is recorded here."

# ---- event
DATINGS_HEAD, DATINGS_CAPTION = "When it was, and who says so", "Datings: alternatives where they differ"
NO_DATING = "No date for it is recorded here."
RELATIONS_HEAD = "How it lies to other events"
RELATION_LINE = "{relation} {to}{distance}{access}"
DISTANCE = ", between {least} and {most} days"
STRAND, KIND = "Strand: {strand}.", "Kind: {kind}."
RUN_BY, TARGETS, WHERE, ALLEGES = "Run by {things}", "Against {things}", "At {place}", "What it alleges: {things}"
RESTS_ON_EVENT = "Statements that name it among their grounds"
CASE_CAPTION = "Statements that belong to this case"
IN_CASE_HEAD = "In this case"

# ---- lists, search, errors
LIST_CAPTION = "{count}, {first}–{last} shown"
LIST_NONE = "None of this kind is recorded here."
LIST_NO_MATCH = "Nothing recorded here matches."
FIND_IN = {
    Room.QUESTIONS: "Find a question",
    Room.PROPOSITIONS: "Find a proposition",
    Room.SOURCES: "Find a source",
    Room.AGENTS: "Find an agent",
    Room.EVENTS: "Find an event",
    Room.STATEMENTS: "Find a statement",
    Room.SEARCH: "Search the corpus",
    Room.ERRORS: "Find an error",
}
FILTER_LABELS = {
    Room.QUESTIONS: "Which",
    Room.PROPOSITIONS: "Which",
    Room.SOURCES: "Kind",
    Room.AGENTS: "Role",
    Room.EVENTS: "Strand",
    Room.STATEMENTS: "Act",
    Room.ERRORS: "How grave",
}
ALL = "all"
OPEN, ANSWERED = "open", "answered"
WITH_VOICES, WITHOUT_VOICES, OBSERVATIONS = "with voices", "without voices", "observations"
LEAF = "Leaf {page} of {pages}"
LEAF_BEFORE, LEAF_AFTER, LEAF_FIRST, LEAF_LAST = "Before", "After", "First", "Last"
MORE = "{count} more: {all}"
ALL_STATEMENTS = "all of them, by date"
ERRORS_NONE = "No errors are recorded in the files of this corpus."
ERRORS_LEAD = "{count} What is broken is kept in the file, reported here, and left out of every page."
NOTES_HEAD = "Notes"
STATEMENTS_OF = "Statements that name {thing}"

# ---- units
WORD_OF = "the bare word of {agent}"
PREMISE_THAT = "the premise that {proposition}"
THE_STATEMENT = "the statement {statement}"
ALL_OF_KIND = "every source of the kind “{kind}”"
ALL_CRITICISED = "every source criticised as {kind}"
ABOUT_EVENT_HEAD = "Said about this event"
ASKED_UNDER = "Asked under it"
UNDER_LINE = "{question} {answers}."
COLUMN_FOR, COLUMN_AGAINST = "For", "Against, or open"
COLUMN_HELD, COLUMN_SINCE, COLUMN_ASSERTED_BY = "Open or answered", "Disputed since", "Asserted by"
COLUMN_ANSWERING, COLUMN_ACTS = "Answers the question", "Recorded acts"

# ---- support
ROLES_OF_VOICES = (
    ("scholars", "scholar", "scholars"), ("participants", "participant", "participants"), ("witnesses", "witness", "witnesses"),
    ("press", "voice of the press", "voices of the press"), ("unnamed", "unnamed voice", "unnamed voices"),
    ("role_not_recorded", "voice whose role is not recorded", "voices whose role is not recorded"),
)  # fmt: skip
MAKER_OF = "whoever made {source}"
THAT_SAID = "the fact that {statement}"
AT_LEAST = "at least "
NO_NUMBER = "none would do"
NOT_DRAWN = "{count} more, not drawn"
NOT_FOLLOWED = "{count} not followed here: later than these, or without a date"
FOLDED = "{count} in one line: {links}"
SHOWN_ABOVE = "(what it rests on is shown above)"
RULES = {"and": "all of these", "or": "any of these", "not recorded": "how these combine is not recorded", "": ""}
SUPPOSED_LINE = "Supposed by {agents}."
CONSIDERED_OTHERS = "{count} recorded support."
TOGETHER_OVERTURN = "Without {units} together, it has no recorded support."
PAIRS_LINE = "Of {count} of origins, {shared}, {distinct}, and of {unknown} it is not recorded."
PAIRS_SHARED = ("none is known to share anything", "{count} shares something", "{count} share something")
PAIRS_DISTINCT = ("none is shown to be distinct", "{count} is shown to be distinct", "{count} are shown to be distinct")
PAIR_VALUES = {"shared": "not independent", "shown distinct": "shown to be distinct", "not recorded": "not recorded"}
ALL_OF = "All {all}"
LISTENING = "The workbench is open at {address} (Ctrl-C ends)."

# ---- drawings
DRAWING = "{title}: the drawing"
DRAWING_LARGER, DRAWING_SMALLER, DRAWING_AS_DRAWN = "Larger", "Smaller", "As drawn"
DRAWING_KEYS = "In the drawing the arrow keys go from thing to thing; + and − change its size, 0 brings it back."
