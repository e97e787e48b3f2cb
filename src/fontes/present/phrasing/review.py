"""The words of the written review and of its notes.

Verbs and sentences that have a singular and a plural stand in pairs: `(one, several)`.
"""

from __future__ import annotations

BYLINE = "Composed by Fontes from the statements of the corpus; nothing is said here that is not recorded there."
LENS_LINE = "Seen so: {assumptions}."
LENS_AS_OF, LENS_PUBLISHED, LENS_DISTRUST, LENS_COUNTING, LENS_OTHER = (
    "what had been said by {date}", "what could be read by {date}", "without {units}", "with the criticisms counting", "{units} set aside",
)  # fmt: skip

# ---- headings
PERIOD_HEAD = "{period}, {years}"
LATER_HEAD, AFTERWARDS_HEAD = "Statements after {year}", "Later statements"
NO_PERIOD_HEAD = "Statements of no recorded period"
ANSWERS_HEAD = "The answers"
SMALLER_HEAD = "Smaller questions"
NO_QUESTION_HEAD = "Positions"
SOURCES_HEAD = "The sources and their criticism"
EXPLANATIONS_HEAD = "The explanations and their grounds"
OPEN_HEAD = "What is open"
CHRONOLOGY_HEAD = "Appendix: chronology"
FIGURES_HEAD = "Appendix: figures"
OTHERS_HEAD = "Appendix: further answers"
NOTES_HEAD, KICKER = "Notes", "Review"
NOTE_NUMBER, BACK_TO = "note {number}", "note {number}: back to the text"
BIBLIOGRAPHY_HEAD = "Sources cited"

# ---- names, numbers and lists
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
THAT, THE, WORK_OF, YEARS = "that ", "the {thing}", "the work of {maker}", "{first}–{last}"
KIND_OF, PAPER = "the {kind} of {title}", "paper"
CLAUSE_QUOTED = "“{words}”"
LAST_OF_LONG = "; and"
AND = " and "
OTHERS = "sources not named"
UNNAMED = ("an unnamed voice", "{count} unnamed voices")
ANOTHER_UNNAMED, THIS_UNNAMED = "another unnamed voice", "this voice"
THE_MAKERS = "the makers of the corpus"
SOMEBODY = "somebody not known"
VOICE, ANSWER, PART, PROPOSITION, ORIGIN, SOURCE, PERIOD = "voice", "answer", "part", "proposition", "origin", "source", "period"
END, FIGURE_NOUN, FURTHER_QUESTION = "end", "figure", "further question"
FURTHER_GROUND = ("further ground", "further grounds")
NO_ORIGIN = "no origin of a known kind"

# ---- the opening
ASKS = "This review asks: {question}"
ASKED_BY = ("{who} raises it.", "{who} raise it.")
UNANSWERED = "No answer to it is recorded here."
ONE_ANSWER = "One answer to it is recorded here, from {voices}."
ANSWERED = "{count} to it are recorded here, on which {voices} are heard"
DISPUTED_SINCE = ", and they have been in dispute, as far as is dated, since {date}"
WHY_DISPUTED = "They cannot all stand together: {why}."
EXCLUSIVE = ("two of them exclude each other", "{count} pairs of them exclude each other")
OUTRIGHT = ("one is contradicted outright", "{count} are contradicted outright")
UNDER_IT = ("Under it stands {count}, {answered} recorded here.", "Under it stand {count}, {answered} recorded here.")
NONE = "none"
OF_THESE = ("of which {count} has an answer", "of which {count} have answers")
BESIDE = ("Beside it the record holds {count}: {questions}", "Beside it the record holds {count}: {questions}")
NO_QUESTION = "No question is recorded here; what follows tells the propositions by themselves."
PERIODS = "The literature is told here in {count}: {periods}."
PERIOD_NAMED = "{period} ({years})"
RULE = "The makers of the corpus speak of consensus only where a view is held by {rule}."
VOLUME = "The record behind this consists of {stances} by {agents} in {sources}."
VOLUME_UNREAD = "The record behind this consists of {stances} by {agents}, with no source recorded for any of them."
ALL_THROUGH = "All of them are known only through {source}, not from the works themselves; what is said below of a work is said on that footing."
MANY_THROUGH = (
    "{count} of the statements are known only through {source}, not from the works themselves; "
    "the notes show which, and what is said of such a work is said on that footing."
)
NOT_SEEN = ("{count} of the {all} was not seen by the makers of the corpus.", "{count} of the {all} were not seen by the makers of the corpus.")
OUTSIDE = (
    "One further proposition answers none of these questions, is no ground of an answer, and is left out.",
    "A further {count} answer none of these questions, are no ground of an answer, and are left out.",
)

# ---- who holds what
HOLDS = (("holds", "hold"), ("maintains", "maintain"))
ARGUES, WRITES = ("argues", "argue"), ("writes", "write")
AGAIN, AGAIN_PAST = ("{who} adds {clause}", "They add {clause}"), ("{who} added {clause}", "They added {clause}")
AGAIN_VERBS = {
    "supposes": ("{who} also supposes {clause}", "They also suppose {clause}"),
    "doubts": ("{who} also doubts {clause}", "They also doubt {clause}"),
    "denies": ("{who} also denies {clause}", "They also deny {clause}"),
}
ANSWERS_IT = (
    ("To the question {question} {who} answers {clause}", "To the question {question} {who} answer {clause}"),
    ("{question} {who} answers {clause}", "{question} {who} answer {clause}"),
)
AS_TO = "On the question {question} "
VIEW, VIEW_PAST = "{who} {verb} {clause}", "{who} {verb}{day} {clause}"
IS_HELD = "{clause} is held by {who}"
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
VERBS_IT = {
    "asserts": ("{who} holds it", "{who} hold it"),
    "supposes": ("{who} supposes as much", "{who} suppose as much"),
    "leaves-open": ("{who} leaves it open", "{who} leave it open"),
    "doubts": ("{who} doubts it", "{who} doubt it"),
    "denies": ("{who} denies it", "{who} deny it"),
}
PAST_IT = {
    "asserts": ("{who} asserted it{day}", "{who} asserted it{day}"),
    "supposes": ("{who} supposed as much{day}", "{who} supposed as much{day}"),
    "leaves-open": ("{who} left it open{day}", "{who} left it open{day}"),
    "doubts": ("{who} doubted it{day}", "{who} doubted it{day}"),
    "denies": ("{who} denied it{day}", "{who} denied it{day}"),
}
SAID_TOO, SAID_BEFORE = "{who} said the same{day}", "{who} had already said the same{day}"
LEAVE_WHETHER = ("{who} leaves open whether {clause}", "{who} leave open whether {clause}")
LEFT_WHETHER = ("{who} left open{day} whether {clause}", "{who} left open{day} whether {clause}")
BUT = ", but "
DAY_OF, MONTH_OF, PLAIN_DATE, IN_BRACKETS = " on {date}", " in {date}", " {date}", " ({date})"
TOLD = ("{sender} told {receivers}{date} {clause}", "{sender} passed on to {receivers}{date} {clause}")
TOLD_SO = ("{sender} told {receivers} so{date}", "{sender} passed it on to {receivers}{date}")
WENT_ON, THEN = ", and from there it went on to {receivers}", " and then to "
CHANGED = (
    "{who} has changed sides, at first {before} and {later}{date}.",
    "{who} have changed sides, at first {before} and {later}{date}.",
)
TAKING = {
    "asserts": "asserting it", "supposes": "supposing it", "leaves-open": "leaving it open", "doubts": "doubting it", "denies": "denying it",
}  # fmt: skip

# ---- on what
RELYING, ON_GROUND = "relying on {things}", "on the ground {clauses}"
RELYING_PERHAPS, AND_PERHAPS = "relying, perhaps, on {things}", "{sure} and perhaps on {doubtful}"
COMMA, COMMA_AND = ", ", ", and"
RELIES = ("{who} relies on {things}", "{who} rely on {things}")
RELIES_PERHAPS = ("{who} perhaps relies on {things}", "{who} perhaps rely on {things}")
RELIES_AND = ("{line}, and gives as a ground {clauses}", "{line}, and give as a ground {clauses}")
GIVES = ("{who} gives as a ground {clauses}", "{who} give as a ground {clauses}")
GROUNDS_ARE = ("The ground given is {clauses}", "The grounds given are {clauses}")
WITH_FURTHER = ", and {count}"
STATEMENT_OF = "the word of {who}"
NO_GROUNDS = ("for the other no grounds are recorded here", "for the other {count} no grounds are recorded here")
GAPPED, GAPPED_ON = "{who}, {clauses}", "{who} on {things}"
OPEN_TO, ASPECT = "{judged} is open to the criticism {aspects}", "“{aspect}”"
SAYING, WORDING_OF, EVENT_CALLED = "{source}, where it is said {clause}", "the wording of {source}", "the event recorded as {name}"
THAT_SAID, THAT_DONE = "that {who} {verb} {clause}", "that {done}"
CRITICISED = ("{who} criticises {judged} ({aspects})", "{who} criticise {judged} ({aspects})")
VOUCHED = ("{who} vouches for {judged} ({aspects})", "{who} vouch for {judged} ({aspects})")
LOOKED = {
    "found": "{who} looked for {what} and found it",
    "not-found": "{who} looked for {what} and did not find it",
    "": "{who} looked for {what}",
}
SPOKE = {
    "proposes": "{who} proposed {what}",
    "orders": "{who} ordered {what}",
    "asks": "{who} asked for {what}",
    "receives": "{who} received {what}",
    "": "{who} spoke of {what}",
}
ACTED = "{who} acted as recorded"

# ---- what becomes of it
ENDS = "The trails of the {voices} for it come to {ends}, and nothing recorded here shows more than {shown}."
ONE_END = "The trails of the {voices} for it all come to one end."
ENDS_ALL = "The trails of the {voices} for it come to {ends}, which are shown here to be apart."
TRAILS_BELOW = "Where the trails of its voices lead is told below, with the sources."
CONSENSUS = "By the rule of the makers of the corpus this is a consensus."
MAJORITY = "Of the {heard} heard on it, counting those whose own answer excludes it, a majority is for it."
MAJORITY_SHORT = "Of the {heard} heard on it, counting those whose own answer excludes it, a majority is for it, short of the rule for consensus."
GIVEN_UP = "Nobody recorded here asserts it after {year}."
EXCLUDES = "This answer excludes {things}."
TURN = (
    "On this question {voices} is heard in these years, and does not assert {answers}.",
    "On this question {voices} are heard in these years, and none of them asserts {answers}.",
)
ANSWER_OF, THAT_OF, AND_OTHERS, OR = "the answer of {who}", "that of {who}", "{who} and others", "or"
RAISED_AGAINST = ("Against it {who} asks: {questions}", "Against it {who} ask: {questions}")

# ---- numbers
NUMBERS = (
    "{count} are given in answer, each of something of its own; the lowest is {least}{least_of}, from {least_who}, "
    "the highest {most}{most_of}, from {most_who}."
)
OF_WHAT = " ({of})"
BEHIND = "{count} of them go back to {document}{alone}."
BEHIND_ALL, BEHIND_ALONE = ", and no other end is recorded for any of these", ", and for {count} of these no other end is recorded"
GIVE = ("gives", "give")
POINTED = {
    "same value, changed description": "{one_who} {give} {one} for one thing{one_of}, {other_who} for another{other_of}{kinship}.",
    "one digit apart": "{one}{one_of}, from {one_who}, and {other}{other_of}, from {other_who}, are one digit apart{kinship}.",
    "part larger than its whole": (
        "The part given by {one_who}, {one}{one_of}, is larger than the whole given by {other_who}, {other}{other_of}{kinship}."
    ),
    "same description, different values": "For the same thing{one_of} {one_who} {give} {one} and {other_who} {other}{kinship}.",
}
KINSHIP = {
    "along one lineage": ", the second resting on the first",
    "from one document": ", both going back to one document",
    "no common descent recorded": "",
}

# ---- sources
CASE = "The case on which most hangs is the claim {clause}, made by {voices}."
CASE_ENDS = "The trails lead to {ends}; {shown}."
ALL_SHOWN = "these are shown here to be apart"
SHOWN = "nothing recorded here shows more than {count}"
FURTHER_ENDS = ("one further end", "{count} further ends")
BARE_WORD, PREMISE, END_OF_TRAIL = "the bare word of {who}", "the premise {clause}", "an end that is not described"
INDISPENSABLE = "Without {unit} it would keep no recorded support."
REMOVALS = (
    "To leave it without recorded support, {least} of these ends must be set aside if every ground is needed, and {most} if any ground suffices."
)
REMOVALS_SAME = "To leave it without recorded support, {most} of these ends must be set aside."
REMOVALS_NEVER = (
    "To leave it without recorded support, {least} of these ends must be set aside if every ground is needed; "
    "if any ground suffices no number would do, since among the sources are some that are not named."
)
REMOVALS_LESS = "Seen so it has recorded support only if any ground suffices; then {most} of these ends must be set aside to leave it without any."
REMOVALS_LEAST = (
    "Seen so it has recorded support only if any ground suffices; then no number of removals would do, "
    "since among the sources are some that are not named."
)
OTHER_CASES = (
    "In the same way the trails of {voices} who assert {clause} lead to {ends}.",
    "Those of {voices} who assert {clause} lead to {ends}.",
    "For the claim {clause} the trails of {voices} lead to {ends}.",
)
CRITICISES = ("{who} criticises {points}", "{who} criticise {points}")
CRITICISES_TOO = ("{who} further criticises {points}", "{who} further criticise {points}")
VOUCHES = ("{who} vouches for {points}", "{who} vouch for {points}")
VOUCHES_TOO = ("{who} further vouches for {points}", "{who} further vouch for {points}")
AS_ASPECTS = " ({aspects})"
ON_THIS, ON_USE, IN_SAYING = " on this point", " where it is used to say {clauses}", " in saying {clause}"
USE_BY = ("the use that {who} makes of sources", "the use that {who} make of sources")
SEARCHED = "{who} looked for {what}{among}{result}."
AMONG, AT_DATE = "in {things}", "at another time ({date})"
RESULTS = {"found": " and found it", "not-found": " and did not find it", "": "; with what result is not recorded"}
DEPENDS_ONE = "Without {unit}, the claim {proposition} has no recorded support."
DEPENDS = (
    "Without {unit}, {count} lose their recorded support, among them {proposition}.",
    "On {unit} alone hang {count}, among them {proposition}.",
)
NOTHING_FALLS = (
    "Though it is criticised, {units} can be set aside without any proposition here losing its recorded support.",
    "Though they are criticised, {units} can each be set aside without any proposition here losing its recorded support: other grounds are named.",
)
FURTHER_SOURCES = ("one further source", "{count} further sources")
SETTLED = "If all criticisms recorded here were let count, none of them would be left undecided by another."
SETTLEMENTS = "If all criticisms recorded here were let count, {count} undecided; {ways}."
STAY = ("one thing would stay", "{count} things would stay")
WAYS = ("there is no coherent way to settle it", "there is one coherent way to settle it", "there are {count} coherent ways to settle it")
WAYS_UNKNOWN = "how many coherent ways there are to settle it was not found out within the limit of the search"

# ---- explanations
EXPLAINS = "The explanation {clause}, held by {who}, {stands}."
NOBODYS = "The explanation {clause}, which nobody recorded here asserts, {stands}."
AND_MORE = "{who} and {count} more"
STANDS = {
    "supported": "has recorded support",
    "supported in part": "has recorded support in part, depending on how its grounds combine",
    "without recorded support": "is without recorded support",
    "undecided": "stays undecided in its support",
}
MADE_OF = {
    "together": ("It needs one part, {support}: {parts}.", "It needs {count} together, {support}: {parts}."),
    "cumulative": ("One part adds to it, {support}: {parts}.", "It adds up from {count}, {support}: {parts}."),
    "context": ("Its context is this, {support}: {parts}.", "Its context has {count}, {support}: {parts}."),
    "": ("One part belongs to it, {support}: {parts}.", "It is made up of {count}, {support}: {parts}."),
}
MADE_ALSO = {
    "together": ("Besides, one part is needed, {support}: {parts}.", "Besides, {count} are needed together, {support}: {parts}."),
    "cumulative": ("One part more adds to it, {support}: {parts}.", "{count} more add to it, {support}: {parts}."),
    "context": ("Its context is this, {support}: {parts}.", "Its context has {count}, {support}: {parts}."),
    "": ("One part more belongs to it, {support}: {parts}.", "{count} more belong to it, {support}: {parts}."),
}
PART_STANDS, PART_LACKS = "with recorded support", "without recorded support in full"
BOTH_STAND = "both with recorded support"
ALL_STAND, NONE_STANDS, SOME_STAND = "all with recorded support", "none with recorded support in full", "{count} of them with recorded support"
UNSUPPORTED = " (no support is recorded for it)"
NEEDS = "It stands only with the claim {things}, {ending}."
NEED_HELD, NEED_LACKS = "which has recorded support", "for which support is not, or not wholly, recorded"
MISSING = "What it lacks{by} is this: {words}."
BY_ACCESS = ", on the word of {source},"
DISCLAIMS = "It does not claim {things}."

# ---- open
OPEN_COUNT = (
    "One question is open: nobody recorded here asserts an answer.",
    "{count} questions are open: nobody recorded here asserts an answer to any of them.",
)
NONE_OPEN = "No question without an asserted answer is recorded here."
ASKS_OPEN = (("{who} asks: {questions}", "{who} ask: {questions}"), ("{who} asks further: {questions}", "{who} ask further: {questions}"),
             ("There remain, from {who}: {questions}", "There remain, from {who}: {questions}"))
OPEN_UNRAISED = (
    "Recorded without anybody who raises it is the question {questions}",
    "Recorded without anybody who raises them are the questions {questions}",
)
UNANSWERABLE = ("{who} declares unanswerable the question {question}", "{who} declare unanswerable the question {question}")
PASSED = ("{who} passes over the question {question}", "{who} pass over the question {question}")
OBSERVATION = "observation"
NOT_SOUGHT = (
    "One observation has, as far as is recorded, not been sought: {things}.",
    "{count} have, as far as is recorded, not been sought: {things}.",
)
NOT_FOUND = ("One observation was sought and not made: {things}.", "{count} were sought and not made: {things}.")
UNUSED = (
    "{sources} came out before works on the question it bears on, and nothing recorded here rests on it.",
    "{sources} came out before works on the questions they bear on, and nothing recorded here rests on any of them.",
)
UNUSED_SOME = "{count} came out before works on the questions they bear on, and nothing recorded here rests on any of them; among them are {sources}."

# ---- appendices
CHRONOLOGY_CAPTION, FIGURES_CAPTION = "Events with their datings, by the earliest recorded day", "Figures, with what each counts and who says so"
OTHERS_CAPTION = "Answers to the questions above that the text leaves out, with who is heard on them"
COLUMN_EVENT, COLUMN_WHEN, COLUMN_DATED_BY = "Event", "When", "Dated by"
COLUMN_FIGURE, COLUMN_COUNTS, COLUMN_SAID_BY = "Figure", "What is counted", "Who says"
COLUMN_ANSWER, COLUMN_TO, ATTITUDE = "Answer", "To the question", " ({verb})"
FIGURE_RANGE = "{least} to {most}"
FIGURE_UNIT = "{number} {unit}"

# ---- notes
NOTE_CITED_IN, NOTE_ALL_CITED_IN, NOTE_IN = "cited in {work}", "these {count} cited in {work}", "as reported in {work}"
NOTE_VIA = "{work}, after {via}"
NOTE_CORPUS = "Recorded without a source in the corpus, {file}, line {line}"
NOTE_SAME = "Ibid."
NO_PLACE = "place not recorded"
NO_DATE = "n.d."
