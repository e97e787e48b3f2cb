"""The words of the lens: the bar over every page, what a lens changes, and two lenses side by side."""

from __future__ import annotations

# ---- the bar
LABEL = "Lens"
AS_OF, PUBLISHED_BY = "As of", "Published by"
DISTRUST = "Distrust"
ADD = "A source, an agent or a kind to distrust"
CRITICISMS = "Criticisms"
VOICES = "Voices"
NAMED = "Lens of the corpus"
BESIDE = "Beside it"
MORE = "More"
SEE = "See"
WORKING = "Working it out …"
RESET = "As recorded"
TODAY = "today"
EARLIER, LATER = "Earlier: {date}", "Later: {date}"
RESTORE = "Believe again: {unit}"
STEP_HINT = "Page up and page down go from one named date to the next."
STOP_PERIOD = "{date}: end of “{name}”"
STOP_LENS = "{date}: “{name}”"
STOP_EXPECTED = "{date}: a day this corpus is asked about"
SHOWN, COUNTING, COUNTING_KIND = "shown", "counting", "counting: {kind}"
EVERYBODY, NO_LENS, NOTHING_BESIDE, RECORDED = "everybody", "none", "nothing", "as recorded"
BELIEVED = "everything believed, same dates"
SCHOOL = "school: {school}"
KINDS_OF_UNIT = {"source": "source", "agent": "agent", "kind": "sources of a kind", "criticised": "sources criticised"}

# ---- what the lens is, in words
PLAIN = "Seen as recorded: everything is believed, criticisms are shown and do not count."
SEEN = "Seen {parts}."
SEEN_AS_OF = "as of {date}"
SEEN_PUBLISHED_BY = "as far as published by {date}"
SEEN_WITHOUT = "without {units}"
SEEN_INAUTHENTIC = "taking {sources} not to be what it claims to be"
SEEN_WITHOUT_ACCESS = "without what is known only through {sources}"
SEEN_COUNTING, SEEN_COUNTING_KINDS = "with criticisms counting", "with criticisms as {kinds} counting"
SEEN_CRITICS, SEEN_CRITICISMS_BY = "those of {agents} only", "criticisms taken as of {date}"
SEEN_LATER = "the later criticism preferred"
SEEN_TAKEN_WITHIN = "with positions taken within {date} only"
SEEN_VOICES = "with the positions of {voices} only"
VOICES_NARROW_POSITIONS = "Whose voices are heard narrows positions; support and trails are told of everybody."

CRITICISMS_COUNT = "Those that this lens lets count are counted; the others are shown"

BESIDE_ELSEWHERE = (
    "On this page two lenses have nothing to compare; they stand side by side on the first page, in the chronology, and on the page of a "
    "proposition, a question, a source, and what somebody knew."
)

# ---- what it changes
EFFECT_DATES = "By then {supported} of {all} had recorded support."
EFFECT = "Under this lens {changes}."
EFFECT_NOTHING = "Under this lens no proposition loses or gains recorded support."
LOSE = ("{count} loses recorded support", "{count} lose recorded support")
WEAKEN = ("{count} is weakened", "{count} are weakened")
RISE = ("{count} rises", "{count} rise")
UNSETTLE = ("{count} becomes undecided", "{count} become undecided")

# ---- two lenses side by side
BESIDE_HEAD = "Two lenses side by side"
BESIDE_LEAD = "{here} Beside it, “{other}”: {there}"
BESIDE_SAME = "No proposition has another status under the other lens."
BESIDE_DIFFER = "{count} another status."
HAVE = ("proposition has", "propositions have")
BESIDE_HERE, BESIDE_THERE = "Under this lens", "Under the other"
BESIDE_WAYS = "{here} · {there}"
ONLY_HERE, ONLY_THERE = "This lens alone", "The other lens alone"
BESIDE_CAPTION = "What differs on this proposition"
BESIDE_LIST = "Propositions whose status differs, {first}–{last} of {count}"
COLUMN_MEASURE = "Status and origins"
MEASURES = ("Status", "Voices", "Ends of trails", "Shown origins", "Fewest removals", "Indispensable")
NOTHING = "nothing"
SAME_PAGE = "Nothing on this page differs under the two."
ANSWERS_APART = ("{count} answer stands otherwise", "{count} answers stand otherwise")
LOSSES_APART = ("{count} proposition hangs on this source under one of them only", "{count} propositions hang on this source under one of them only")
KNOWN_APART = ("{count} thing had reached them under one of them only, or not as surely",
               "{count} things had reached them under one of them only, or not as surely")  # fmt: skip
DAYS_APART = ("{count} event has other days", "{count} events have other days")
STATUS_VOICES = "{status}, {voices}"
HANGS, HANGS_NOT = "loses recorded support without it", "keeps its recorded support without it, or has none"
REACHED = {
    "certain": "had certainly reached them", "possible": "had possibly reached them", "no recorded route": "no route is recorded",
    "impossible": "cannot have reached them",
}  # fmt: skip
REACHED_NOT_ASKED = "nobody recorded here had it by then"
COLUMN_MATTER = "What may have reached them"
SAME_HERE = "This proposition stands alike under both."

# ---- what had reached an agent
KNOWN_ASK = "What had reached them?"
KNOWN_AT, KNOWN_ABOUT = "By the end of", "About (a name, if you want)"
KNOWN_SEE = "Look"
KNOWN_NO_DATE = "Say by which day."

# ---- ways on from a page
ALSO = "See also: {ways}."
CAREER_OF = "posts, events and who compromised them"
WHO_COMPROMISED = "who compromised whom"
RIVAL_FIGURES = "rival figures, beside each other"
GAPS_ON = "what is open, thin or unused here"
REVIEW_ON = "the written review"
SETTLEMENTS_OF = "settlements of criticisms that contradict each other"
ALL_OF_AGENT = "all that is recorded of them"
ALL_PROPOSITIONS, ALL_EVENTS = "all propositions", "all events"
POSITIONS_HEAD = "Positions in the literature"
FIND_LINE = "Find on this page"
GAPS_QUESTION = "Bears on the question"
GAPS_KIND = "Kind"

# ---- the review
REVIEW_LEAD = "The review says in prose what is recorded here, through this lens; every sentence has its statements in its notes."
REVIEW_WHOLE = "Of the whole corpus: {read}, or keep it as {forms}."
REVIEW_READ_WHOLE, REVIEW_READ = "read it here", "read"
REVIEW_WAYS, REVIEW_KEEP = "{read} · {forms}", "To keep: {forms}."
NO_LEAF = "review: it has no such leaf; its last is leaf {leaves}."
FORMS = {"html": "HTML", "md": "Markdown", "docx": "DOCX", "pdf": "PDF"}
REVIEW_CAPTION = "Of one question"
COLUMN_REVIEW = "Review"

# ---- refusals
BAD_DATE = "{key}: in “{written}” the part “{rest}” is not understood. {reason}"
BAD_TWICE = "{key} is given more than once."
BAD_LONG = "{key}: this is longer than any name here."
BAD_NAME = "{key}: nothing recorded here is called “{written}”.{near}"
BAD_SEVERAL = "{key}: several things are called “{written}”: {them}. Choose one of these names."
BAD_MANY = "distrust: at most {most} units at once."
NEAR = " Did you mean “{near}”?"
