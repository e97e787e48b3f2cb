"""The words of the written review and of its notes."""

from __future__ import annotations

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
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
BIBLIOGRAPHY_HEAD = "Sources cited"

# ---- introduction
ASKS_ONE = "One question runs through what is recorded here: {question}"
ASKS_MANY = "What is recorded here turns on {count}: {questions}"
ASKS_THIS = "This review asks one question: {question}"
HAVE_COUNTS = "In this order they have {counts} recorded answers."
DISPUTED_BY = "{question} has been disputed, as far as is dated, since {date}."
ASKED_BY = "{question} is asked by {who}."
UNDER_IT = "Under {question} {stand} {count}, of which {answered} recorded here."
FURTHER, STANDS_UNDER = "further question", ("stands", "stand")
THIS_QUESTION = "this question"
HAVE_ANSWERS = ("{count} has an answer", "{count} have answers")
ASKED_ANSWERS = "{count} to it {are} recorded here{since}."
ANSWER, ANSWERS = "answer", "answers"
IS, ARE = "is", "are"
SINCE = ", and they have been disputed, as far as is dated, since {date}"
VOLUME = "The record holds {stances} by {agents} in {sources}."
ALL_THROUGH = "All of them are known to the makers of the corpus through {source}."
MOST_THROUGH = "{count} of these statements are known to the makers of the corpus only through {source}, not from the works themselves."
NOT_SEEN = "Of the works and papers that carry the answers, {count} {were} not seen by the makers of the corpus."
WAS, WERE = "was", "were"
NO_QUESTION = "No question is recorded here; what follows tells the propositions by themselves."

# ---- the literature
PERIOD_WORKS = "{period} ({date}): to this group belong {works}."
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
IT_TOO = "{who} {verb} it{day}"
LEFT_OPEN = "{who} {verb}{day}"
WHETHER = "{who} {verb} whether it is so {clause}"
CLAUSE_QUOTED = "“{words}”"
THAT = "that "
THE = "the {thing}"
WORK_OF = "the work of {maker}"
YEARS = "{first}–{last}"
RESTS = ("{who} {rest} this on {grounds}", "The ground that {who} {give} is {grounds}", "For {who} it rests on {grounds}")
REST, GIVE = ("rests", "rest"), ("gives", "give")
RESTS_MORE, AND_ON, ON_WORD = "{who} on {grounds}", "; also on ", ", on the word of {who}"
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
TOLD = ("{sender} told {receivers}{date} {clause}", "{sender} passed on to {receivers}{date} {clause}")
THEN = ", and through them "
DAY_OF, MONTH_OF, IN_BRACKETS = " on {date}", " in {date}", " ({date})"
SOMEBODY = "somebody not known"

# ---- agreement
ONE_SIDED = "{question} has {count} among {voices}, and nobody recorded here speaks against any of them."
ONE_ONLY = "{question} has one answer recorded here, {proposition}, from {who}; nobody recorded here speaks against it."
SPLIT = "On {question} {voices} are heard; {disputed} disputed."
SPLIT_COUNT = ("one of the {count} given is", "{number} of the {count} given are")
DISPUTED_LINE = "{held} {for_} for {proposition}; {against} {speak} against it{since}."
RIVALS = "Of answers that exclude each other, each is held by somebody: {pairs}."
RIVAL_PAIR = "{one} and {other}{since}"
IS_FOR, SPEAK = ("is", "are"), ("speaks", "speak")
SINCE_SHORT = "; both sides are recorded from {date} on"
SINCE_PAIR = " (from {date} on)"
CONSENSUS = "By the rule of the makers of the corpus there is consensus on {things}."
MAJORITY = "A majority of those heard is for {things}."
CHANGED = "{who} at first {verb} {proposition}, and {later} {other} it."
VOICE = "voice"

# ---- sources
CRITICISES = ("{who} criticises {points}", "{who} criticise {points}")
VOUCHES = ("{who} vouches for {points}", "{who} vouch for {points}")
POINT = "{judged}{aspects}"
AS_ASPECTS, ASPECT = " as {aspects}", "“{aspect}”"
ON_USE, USE_BY = ", in what is said there of {things}", "the use that {who} {make} of sources for {proposition}"
MAKE = ("makes", "make")
FACT_CRITICISED = "the fact that {who} {verb} {judged} as {aspects}"
CRITICISED_VERB, VOUCHED_VERB = ("criticises", "criticise"), ("vouches for", "vouch for")
FACT_SEARCHED = "the fact that {who} looked for {what}{result}"
CRITICISM_RESTS = "{words}, on the ground of {grounds}"
SEARCHED = "{who} looked for {what}{among}{when}{result}."
AMONG = " among {things}"
RESULTS = {"found": ", and found it", "not-found": ", and did not find it", "": "; with what result is not recorded"}
DEPENDS = "Without {unit}, {what} recorded support{amount}."
DEPENDS_AMOUNT = ", {proposition} among them"
LOSE = ("proposition loses", "propositions lose")
NOTHING_FALLS = "Though criticised, {units} can be set aside without any proposition here losing its recorded support: other grounds are named."
NOTHING_FALLS_ONE = "Though criticised, {units} can be set aside without any proposition here losing its recorded support."
TRAILS = "{voices} {say} {clause}; {ends}, and {shown}."
SAY = ("says", "say")
TRAIL_ENDS = ("its trail leads to {ends}", "the trails lead to {ends}")
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
HELD_VERB = ("asserts", "assert")
BY_ACCESS = " on the word of {source}"
NEEDS = "It needs {things}."
EXCLUDES = "It excludes {things}."
DISCLAIMS = "It does not claim {things}."
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
RAISED_AGAINST = "Against it {who} {verb} {questions}."
RAISE = ("raises", "raise")

# ---- open
OPEN_COUNT = (
    "One question is open: nobody recorded here asserts an answer.",
    "{count} questions are open: nobody recorded here asserts an answer to any.",
)
RAISED_OPEN = "{who} {verb} {questions}."
OPEN_UNRAISED = "Recorded without anybody who raises them are {questions}."
OPEN_UNRAISED_ONE = "Recorded without anybody who raises it is {questions}."
UNANSWERABLE = "{who} {verb} unanswerable {questions}."
DECLARE = ("declares", "declare")
PASSED = "{who} {verb} over {questions}."
PASS = ("passes", "pass")
NOT_SOUGHT = "Not looked for, as far as recorded, {is_} {things}."
NOT_FOUND = "Looked for and not found {is_} {things}."
UNUSED = "{sources} came out before works on the question it bears on, and nothing recorded here rests on it."
UNUSED_MANY = "{sources} came out before works on the questions they bear on, and nothing recorded here rests on any of them."
NONE_OPEN = "No question without an asserted answer is recorded here."

# ---- appendices
CHRONOLOGY_CAPTION, FIGURES_CAPTION = "Events with their datings, by the earliest recorded day", "Figures, with what each counts and who says so"
COLUMN_EVENT, COLUMN_WHEN, COLUMN_DATED_BY = "Event", "When", "Dated by"
COLUMN_FIGURE, COLUMN_COUNTS, COLUMN_SAID_BY = "Figure", "What is counted", "Who says"
CONFLICTS = ("The dates contain one conflict among {things}.", "The dates contain {count} conflicts, among {things}.")
FIGURE_RANGE = "{least} to {most}"
FIGURE_UNIT = "{number} {unit}"

# ---- notes
NOTE_CITED_IN, NOTE_ALL_CITED_IN, NOTE_IN = "cited in {work}", "these {count} cited in {work}", "as reported in {work}"
NOTE_VIA = "{work}, after {via}"
NOTE_CORPUS = "Recorded without a source in the corpus, {file}, line {line}"
NO_PLACE = "place not recorded"
NO_DATE = "no date recorded"
OUTSIDE = "{count} recorded here {answer} none of these questions and {are} not told."
ANSWERS_VERB = ("answers", "answer")
