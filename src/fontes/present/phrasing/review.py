"""The words of the written review and of its notes."""

from __future__ import annotations

TITLE = "{corpus}: a review of what is recorded"
BYLINE = "Composed by Fontes from the statements of the corpus; nothing is said here that is not recorded there."
LENS_LINE = "Seen so: {assumptions}."
LENS_AS_OF, LENS_PUBLISHED, LENS_DISTRUST, LENS_COUNTING, LENS_OTHER = (
    "what had been said by {date}", "what could be read by {date}", "without {units}", "with the criticisms counting", "{units} set aside",
)  # fmt: skip

INTRODUCTION_HEAD = "The questions"
LITERATURE_HEAD = "Positions in the literature"
NO_PERIOD_HEAD = "Statements of no recorded period"
TIME_HEAD = "What participants and witnesses said"
AGREEMENT_HEAD = "Where positions agree, and where they are disputed"
SOURCES_HEAD = "The sources and their criticism"
EXPLANATIONS_HEAD = "The explanations and their grounds: propositions in parts"
OPEN_HEAD = "What is open"
CHRONOLOGY_HEAD = "Appendix: chronology"
FIGURES_HEAD = "Appendix: figures"
NOTES_HEAD = "Notes"
BIBLIOGRAPHY_HEAD = "Sources cited"

# ---- introduction
ASKS_ONE = "One question runs through what is recorded here: {question}"
ASKS_MANY = "What is recorded here turns on {count}: {questions}"
ASKS_THIS = "This review asks one question: {question}"
ASKED_BY = "{question} is asked by {who}."
UNDER_IT = "Under {question} stand {count} further questions, of which {answered} recorded here."
HAVE_ANSWERS = ("{count} has an answer", "{count} have answers")
ASKED_ANSWERS = "{count} to {question} recorded here{since}."
ANSWER, ANSWERS = "answer", "answers"
IS, ARE = "is", "are"
SINCE = ", and they have been disputed, as far as is dated, since {date}"
VOLUME = "The record holds {stances} by {agents} in {sources}."
ALL_THROUGH = "All of them are known to the makers of the corpus through {source}."
MOST_THROUGH = "{count} of these statements are known to the makers of the corpus only through {source}, not from the works themselves."
NOT_SEEN = "Of the works and papers that carry the answers, {count} were not seen by the makers of the corpus."
NO_QUESTION = "No question is recorded here; what follows tells the propositions by themselves."

# ---- the literature
PERIOD_WORKS = "{period} ({date}): to this group belong {works}."
SCHOOL_WORKS = "{who} for {school}"
ASSERT_VERBS = (("holds", "hold"), ("maintains", "maintain"), ("states", "state"), ("writes", "write"))
AGAIN_VERBS = (("also holds", "also hold"), ("adds", "add"), ("further states", "further state"))
ACCORDING = "According to {who}, {clause}"
VERBS = {
    "asserts": ("holds", "hold"),
    "supposes": ("supposes", "suppose"),
    "leaves-open": ("leaves it open", "leave it open"),
    "doubts": ("doubts", "doubt"),
    "denies": ("denies", "deny"),
}
PAST = {
    "asserts": ("said", "said"),
    "supposes": ("supposed", "supposed"),
    "leaves-open": ("left it open", "left it open"),
    "doubts": ("doubted", "doubted"),
    "denies": ("denied", "denied"),
}
VIEW = "{who} {verb} {clause}"
IT_TOO = "{who} {verb} it"
LEFT_OPEN = "{who} {verb}"
WHETHER = "{who} {verb} whether it is so {clause}"
THAT = "that {clause}"
CLAUSE_QUOTED = "“{words}”"
INCIPIT = "“{words} …”"
RESTS = ("{who} {rest} this on {grounds}", "The ground that {who} {give} is {grounds}", "For {who} it rests on {grounds}")
REST, GIVE = ("rests", "rest"), ("gives", "give")
RESTS_OF = "{proposition} rests, for {who}, on {grounds}"
SAYING, WORDING_OF, DRAWN = "{source}, where it is said {clause}", "the wording of {source}", "{ground}, so {who}"
SAID_THERE, FACT_THAT = "what {who} {verb} ({proposition})", "the fact that {who} {verb} it ({proposition})"
FACT_DONE = "the fact that {statement}"
PERHAPS = "perhaps {ground}"
TOGETHER, EITHER, SIDE_BY_SIDE = " together with ", " or else ", ", "
OTHERS = "others, not named"
UNNAMED = ("{count} voice not named", "{count} voices not named")
THE_MAKERS = "the makers of the corpus"
AT_PASSAGE = "{source}, {place}"

# ---- at the time
TOLD = ("{sender} told {receivers} {clause}", "{sender} passed on to {receivers} {clause}")
TOLD_IT = ("{sender} told {receivers} so", "{sender} passed it on to {receivers}")
ON_DAY = "{words} ({date})"
SOMEBODY = "somebody not known"
UPON = "{words} on being told of it"

# ---- agreement
COUNTED_FOR = "{holds} is held by {count}"
ONE_SIDED = "{question} has {count} among {voices}, and nobody recorded here speaks against any of them."
ONE_ONLY = "{question} has one answer recorded here, {proposition}, held by {who}; nobody recorded here speaks against it."
SPLIT = "On {question} {voices} speak; {disputed} disputed."
SPLIT_COUNT = ("one of its {count} is", "{number} of its {count} are")
DISPUTED_LINE = "{proposition}: {held} for it, {against} against it{implied}{since}."
IMPLIED = ", {count} of these only by asserting what excludes it"
SINCE_SHORT = "; both sides are recorded from {date} on"
MOST_HELD = "Most voices ({count}) are for {proposition}."
CHANGED = "{who} {verb} {proposition} {first} and {other} {later}."
VOICE = "voice"

# ---- sources
CRITICISES = ("{who} criticises {judged} as {aspects}", "{who} criticise {judged} as {aspects}")
VOUCHES = ("{who} vouches for {judged} as {aspects}", "{who} vouch for {judged} as {aspects}")
ON_USE, USE_BY = ", in what it says of {things}", "the use that {who} makes of sources for {proposition}"
CRITICISM_RESTS = "{words}, on the ground of {grounds}"
SEARCHED = "{who} looked for {what}{among}{when}{result}."
AMONG = " among {things}"
RESULTS = {"found": ", and found it", "not-found": ", and did not find it", "": "; with what result is not recorded"}
DEPENDS = "Without {unit}, {what} recorded support{amount}."
DEPENDS_AMOUNT = ", {proposition} among them"
DEPENDS_ALSO = "{unit}: {what}"
LOSE = ("proposition loses", "propositions lose")
NOTHING_FALLS = "Though criticised, {units} can be set aside without any proposition here losing its recorded support: other grounds are named."
NOTHING_FALLS_ONE = "Though criticised, {units} can be set aside without any proposition here losing its recorded support."
TRAILS = "{voices} {say} {clause}; {ends}, and {shown}."
SAY = ("says", "say")
TRAIL_ENDS = ("its trail leads to {ends}", "the trails lead to {ends}")
NO_TRAIL = "no trail is recorded"
SHOWN = "nothing recorded here shows more than {count}"
SHOWN_ALL = "{count} shown here to be apart"
ORIGIN = "origin"
AND_OTHERS = "{count} others"
INDISPENSABLE = "{unit} is indispensable to it."
SETTLED = "If all criticisms recorded here were let count, none of them would be left undecided by another."
SETTLEMENTS = "If all criticisms recorded here were let count, {count} undecided; {ways}."
STAY = ("one thing would stay", "{count} things would stay")
WAYS = ("there is no coherent way to settle it", "there is one coherent way to settle it", "there are {count} coherent ways to settle it")
WAYS_UNKNOWN = "how many coherent ways there are to settle it was not found out within the limit of the search"
NO_CRITICISM = "No criticism of these sources is recorded here."

# ---- explanations
MADE_OF = "It is made up of {parts}{manner}."
OTHER_PARTS = "To this come {parts}{manner}."
MANNERS = {"together": ", which are needed together", "cumulative": ", which add up", "context": ", as its context", "": ""}
MISSING = "What is missing in it, as recorded{by}, is this: {words}."
MISSING_MANY = "What is missing in it, as recorded{by}, are these: {words}."
BY_ACCESS = " on the word of {source}"
NEEDS = "It needs {things}."
EXCLUDES = "It excludes {things}."
DISCLAIMS = "It does not claim {things}."
PART_SUPPORT = ("Of its {count}, {supported} recorded support", "{unsupported} recorded support")
PARTS_STAND = "Each of these parts has recorded support."
PARTS_LACK = "No recorded support is there for {things}."
PARTS_PART = "Support in part, depending on how grounds combine, is there for {things}."
STANDS = {
    "supported": "As recorded, it is supported",
    "supported in part": "As recorded, it is supported in part",
    "without recorded support": "It is without recorded support",
    "undecided": "Whether it is supported stays undecided",
}
HELD_BY = "; {who} {hold} it"
SUPPOSED_BY = "; {who} {suppose} it"
OPPOSED_BY = "; against it {stand} {who}"
STAND = ("stands", "stand")
RAISED_AGAINST = "Against it {who} {raise} {questions}."
RAISE = ("raises", "raise")

# ---- open
OPEN_COUNT = ("One question is open: nobody recorded here asserts an answer.", "{count} questions are open: nobody recorded here asserts an answer to any.")
RAISED_OPEN = "{who} {raise} {questions}."
OPEN_UNRAISED = "Recorded without anybody who raises them are {questions}."
OPEN_UNRAISED_ONE = "Recorded without anybody who raises it is {questions}."
UNANSWERABLE = "{who} {declare} unanswerable {questions}."
DECLARE = ("declares", "declare")
PASSED = "{who} {pass} over {questions}."
PASS = ("passes", "pass")
NOT_SOUGHT = "Not looked for, as far as recorded, {is_} {things}."
NOT_FOUND = "Looked for and not found {is_} {things}."
THIN = "{things} {rest} on one origin, or on trails that merely end."
UNUSED = "{source} came out before works on the question it bears on, and nothing recorded here rests on it."
NONE_OPEN = "No question without an asserted answer is recorded here."

# ---- appendices
CHRONOLOGY_CAPTION, FIGURES_CAPTION = "Events with their datings, by the earliest recorded day", "Figures, with what each counts and who says so"
COLUMN_EVENT, COLUMN_WHEN, COLUMN_DATED_BY = "Event", "When", "Dated by"
COLUMN_FIGURE, COLUMN_COUNTS, COLUMN_SAID_BY = "Figure", "What is counted", "Who says"
CONFLICTS = ("The dates contain one conflict among {things}.", "The dates contain {count} conflicts, among {things}.")
FIGURE_RANGE = "{least} to {most}"
FIGURE_UNIT = "{number} {unit}"

# ---- notes
NOTE_CITED_IN, NOTE_ALL_CITED_IN, NOTE_IN = "cited in {work}", "all cited in {work}", "As reported in {work}"
NOTE_VIA = "{work}, after {via}"
NOTE_QUOTE = "{work}: “{words}”"
NOTE_CORPUS = "Recorded without a source in the corpus, {file}, line {line}"
NO_PLACE = "place not recorded"
NO_DATE = "no date recorded"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PERHAPS_DATE, ABOUT_DATE, TO_DATE, BY_DATE = "perhaps {date}", "about {date}", "{first} to {last}", "{date}"
NO_ANSWERS_TOLD = "Nothing said of it by those who write about it is recorded here."
OUTSIDE = "{count} recorded here {answer} none of these questions and {are} not told."
ANSWERS_VERB = ("answers", "answer")
