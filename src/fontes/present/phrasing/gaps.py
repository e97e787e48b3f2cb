"""The words of gaps: what is open, thin, unused, passed over, unchecked, unanswered or without a route, as far as recorded here."""

from __future__ import annotations

TITLE = "Gaps"
TITLE_ON = "Gaps on the question: {question}"
NOTHING = "No gap of these kinds is recorded here."
LEAD = "As far as recorded here: {counts}."
UNDER = "Seen so: {assumptions}."
MODEST = (
    "A gap is a gap of what is recorded here. That none is recorded does not say that there is none; "
    "how far works were examined is said beside it."
)
MORE = "{count} more are not listed here; --json lists them."
SINCE = "Since"
SINCE_UNKNOWN = "no date recorded"
COUNTS = {
    "open": ("open question", "open questions"),
    "unanswerable": ("question declared unanswerable", "questions declared unanswerable"),
    "unanswered": (
        "thing told against an explanation and not taken up, or missing in it",
        "things told against explanations and not taken up, or missing in them",
    ),
    "thin": ("thin proposition", "thin propositions"),
    "unused": ("case of what is unused", "cases of what is unused"),
    "passed-over": ("question passed over", "questions passed over"),
    "no-route": ("case without a route", "cases without a route"),
    "not-found": ("thing sought and not found", "things sought and not found"),
    "not-sought": ("thing not sought", "things not sought"),
    "unchecked": ("way by which alone something is known", "ways by which alone something is known"),
}
OPEN_HEAD = "Open: questions without a supported answer"
UNANSWERABLE_HEAD = "Questions declared unanswerable"
UNANSWERED_HEAD = "Unanswered: told against an explanation, or missing in it"
THIN_HEAD = "Thin: not shown to have more than one origin"
UNUSED_HEAD = "Unused: sources left aside"
PASSED_OVER_HEAD = "Questions passed over"
NO_ROUTE_HEAD = "Spoken of without a recorded route"
NOT_FOUND_HEAD = "Sought and not found: searches"
NOT_SOUGHT_HEAD = "Not sought: no search recorded"
UNCHECKED_HEAD = "Unchecked: known only through another source"
CAPTION = {
    "open": "Questions, who raised them, and how far an answer is recorded; raised by most first",
    "unanswerable": "Questions, and who declares that they cannot be answered",
    "unanswered": "What is told against it: questions first, then observations and missing parts",
    "thin": "Propositions, by how many say so",
    "unused": "Works that were examined and what was out before them; material that few later works take up; sources on which nothing rests",
    "passed-over": "Questions, and the works said to pass over them",
    "no-route": "Who speaks of what, and who had it before",
    "not-found": "What was looked for, by whom, and where",
    "not-sought": "What nobody recorded here looked for",
    "unchecked": "Through what, how many statements, and of how many works",
}
WHAT = "What"

RAISED = "Raised by {agents}."
LEFT_OPEN = "Left open by {agents}; who raised it is not recorded here."
NOT_RAISED = "Who raised it is not recorded here."
DECLARED = "Declared unanswerable by {agents}."
ANSWERS = {
    "no answer recorded": "No answer is recorded here.",
    "no answer asserted": "Answers are recorded here, and nobody recorded asserts one.",
    "asserted without support": "Answers are asserted, and none keeps recorded support.",
    "supposed only": "An answer is only supposed: {answers}.",
}
AGAINST_HEAD = "Against {explanation}"
ITS_PAGE = "({explanation})"
AGAINST = "Raised by {agents}."
UNEXPECTED = "Not what one would expect under it, in the judgement of {agents}."
MISSING = "Missing in it: {words}"
MISSING_SO = "So {source}."
HELD = "Held by {agents}, none of whom is recorded here to take up what is told below."
HELD_TOO = "Held by {agents}."
HELD_BY_NOBODY = "Nobody recorded here holds it."
SAID_BY = "{count} so: {agents}."
SAY = ("agent says", "agents say")
ENDS = {
    "all trails end": "All trails end, nothing recorded behind them: {ends}.",
    "one origin shown": "One origin shown: {ends}.",
}
NO_SOURCE = "no source recorded"
RESTS_ON_NONE = "Nothing recorded here rests on it, though {count} on the question {question} came out later, first {work}."
RESTS_ON_FEW = (
    "On the question {question} {agents} rests on it. Of the other works recorded here on that question {count} came out after it, "
    "first {work}{perhaps}; none of them is recorded to rest on it."
)
REST_ON_FEW = RESTS_ON_FEW.replace("{agents} rests", "{agents} rest")
PERHAPS_LATER = ", and {count} may have"
LATER = ("work", "works")
LEAVES = "As far as it was examined ({examined}), no use is recorded here of {count} out before it on the question {question}: {sources}."
WHOLE = "whole"
LEFT = ("source", "sources")
OVER = "Passed over by {agents}."
SPEAKS = "Speaks of it, and no route to them is recorded before: {proposition}."
HAD_BEFORE = "Had before by {agents}."
LOOKED = "Looked for by {agents}."
LOOKED_AMONG = "Looked for by {agents} among {places}."
NO_RESULT = "With what result is not recorded."
SOUGHT_WORDS = "“{words}”"
OBSERVED = {"not found": "Looked for and not found.", "not sought": "Nobody recorded here looked for it."}
THROUGH = "Known only through it: {count} of {among}{works}."
STATEMENT = ("statement", "statements")
FROM_WORKS = ", from {count}"
EXAMINED = "How far these works were examined: {parts}."
EXAMINED_AS = {"whole": "{count} whole", "": "of {count} it is not recorded", "not-seen": "{count} not seen", "part": "{count} in part"}
AND_MORE = "{count} more"
