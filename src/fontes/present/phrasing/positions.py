"""The words of where the literature stands."""

from __future__ import annotations

TITLE = "Who holds what on {about}"
TITLE_AS_OF = "Who holds what on {about}, as of {date}"
LEAD = "{voices} a stance on this. {most}"
AT_MOST = "at most {voices}"
LEAD_NONE = "Nobody recorded here takes a stance on this."
MOST_HELD = "Most widely held: {answer}, by {voices}."
TAKE = "takes", "take"
UNDER = "Counted so: {assumptions}."

ANSWERS_HEAD = "Answers, and who holds them"
RULES_HEAD = "How the voices are counted"
STANCE, SINCE, WHERE = "Stance", "Since", "In"
VOICE = "Who"
VOICES_CAPTION = "{counts}."
CLAIM = "“{claim}”"
ROLE = ", {role}"
COUNTS = "{sign} {number}"
POSSIBLY = "possibly"
OR = " or "
SOFTLY = "possibly, "
BY_ASSERTING = "only by asserting {answer}"
RESTS = "Rests on {grounds}."
NO_GROUNDS = "No ground recorded here."
LOST = "These grounds have lost their recorded support under this lens."
EARLIER = "Before: {stances}."
REPORTED_BY = "Known only as {reporter} reports it."
IMPLIED_LINE = "Denied only by implication, by asserting {answer}: {agents}."
COAUTHORS = "{agents}, together"
SILENT_HERE = "Silent on this, which is not doubt: {count} of those heard on the question."
MORE_VOICES = "{count} more are not listed here."
MOST_VOICES = 40
REPRINTS = "Not counted again: {works}, which repeats in another edition or translation what is counted already."
REPORTED = "Said of somebody's mind, and no voice of theirs: {reports}."
REPORT = "{reporter} {sign} that {agent} {verb} it"
ABOUT = "What {agent} held is itself disputed: {reports}. That is no change of mind."
ABOUT_EACH = "{reporter} has them {direction}"
OWN_WORDS = "their own words"
DIRECTIONS = {
    "for": "for it", "against": "against it", "open": "leaving it open", "not for": "not for it", "not against": "not against it",
    "not open": "not leaving it open",
}

WORDS = {
    "consensus": "consensus {side}", "majority": "a majority {side}", "split": "split", "few voices": "few voices", "no voices": "no voices",
}
SIDES = {"for": "for it", "against": "against it", "": "on one side"}
WORD_RULES = (
    "Majority: more than half of those heard stand on one side. Split: no side has more than half. Few voices: fewer than five are heard. "
    "A denial that is only implied counts as one there, and is shown apart."
)
UNNAMED_APART = "A voice not named may be one of the named, and a group no more than its members: they are counted apart here."
IMPLIED_TOO = "Of those heard, only by implication: {count}."
CONSENSUS_RULE = "Consensus is said here only by the rule of this corpus: {rule}."
CONSENSUS_MET = "The rule for consensus is {met}: {conditions}."
CONSENSUS_NONE = "No rule for consensus is recorded in this corpus, so the word is not used."
CONSENSUS_UNCLEAR = "The rule of this corpus for consensus (“{rule}”) is not understood, so the word is not used."
MET = {"certain": "met", "possible": "met or not, as open dates and unrecorded descent may lie", "impossible": "not met"}
CONDITIONS = {
    "share": "a share of {found} where {needed} is needed",
    "voices": "{found} voices where {needed} are needed",
    "lines": "{found} separate lines where {needed} are needed",
    "years": "whether it has been so for {needed} years: {met}",
}
YES_NO = {"certain": "yes", "possible": "perhaps", "impossible": "no"}
BOUNDS = "{least} to {most}"
UNDEFINED = "not defined"
MEASURES = "Of {voices}: {measures}."
MEASURE_NAMES = {
    "normalised entropy": "spread (entropy, 0 all alike, 1 even)",
    "modal share": "largest share",
    "polarization": "polarization (0 all alike, 1 half at each end)",
    "Leik's D": "Leik's D",
}
MEASURE = "{name} {value} ({range} with one voice more or less)"
MEASURE_NONE = "{name}: not given, {why}"
MEASURE_WHY = {"no voices": "nobody is heard", "too many": "open dates allow too many ways"}
NO_ORDER = "No order of the stances is assumed; --ordered assumes one."
ORDERED = "Assumed order: denies, doubts, supposes, asserts; who leaves it open has no place in it and is left out."
LINES = "Separate lines of descent ({answer}): for it {lines_for}; against it {lines_against}."
LINES_COUNT = "{any} at most, {shown} shown to be separate"
LINES_NONE = "none"
LINES_NOT_SOUGHT = "With so many voices separate lines of descent are not counted here: they are told on the page of the answer ({answer})."

UNHELD_HEAD = "Answers nobody had spoken to"
UNHELD = "{answer}"
UNHELD_IMPLIED = "{answer} (denied by implication: {count})"
SPREAD_SEVERAL = "{agents} may hold more than one answer, so no measure is taken over the answers together."
SPREAD = "Over the answers together, of {voices} who may hold one: {measures}."

DISPUTES_HEAD = "Disputed"
DISPUTE = "{answer}: {holders} for it, {opponents} against it{since}."
DISPUTE_RIVAL = "{answer} ({holders}) and {rival} ({opponents}), which exclude each other{since}."
DISPUTE_SINCE = "; first disputed, as far as dated, when {agent} spoke ({date})"
DISPUTE_PERHAPS = "Possibly: {dispute}"
DISPUTES_NONE = "No dispute among those heard is recorded here."

HISTORY_HEAD = "Positions over time"
HISTORY_CAPTION = "New voices and changes of position, by date; what only says again what was said is left out"
HISTORY_MORE = "{acts} only what the same voice had said."
HISTORY_AGAIN = ("act says again", "acts say again")
DATE, CHANGE, ON = "Date", "What", "On"
TURNS = {
    "new": "{sign}",
    "changed": "{sign}, changed from {before}",
    "order open": "{sign}, beside {before}: which came first is not recorded",
    "other reporter": "{sign}, as reported by another than {before}: no change of mind",
}

CHANGED_HEAD = "Positions changed between {first} and {last}"
ALL_RECORDED = "the end of what is recorded"
CHANGED_CAPTION = "Change in the share that asserts an answer, among those whose stance is clear at both dates, taken apart exactly"
CHANGED_COLUMNS = ("Answer", "Share then", "Share later", "Changed their mind", "Newcomers", "Leavers")
CHANGED_WHO = "{kind}: {agents}."
CHANGED_MIND = "Changed their mind"
CHANGED_HEARD = ("Newly heard", "No longer heard", "Where they stood at one of the dates is open, so they are not in these shares")
CHANGED_BOUNDS = (
    "With those of whom it is open, as their dates may lie: share then {then} in 100, later {later} in 100; changed their mind {minds}, "
    "newcomers {newcomers}, leavers {leavers}."
)
CHANGED_TOO_MANY = "With those of whom it is open no bounds are given: their dates may lie in too many ways, or nobody need be heard."
IN_HUNDRED = " in 100"
CHANGED_NONE = "At one of the dates nobody is heard whose stance is clear."
SHARE = "{part} of {whole}"

PERIODS_HEAD = "Positions by period"
PERIODS_CAPTION = "What was said within each period, one voice an agent; implied denials and stances without any date are left out"
SCHOOLS_HEAD = "Positions by school"
SCHOOLS_CAPTION = "What stands in the works of each school; implied denials are left out"
GROUP_COLUMNS = ("Period", "Voices", "Answers")
SCHOOL_COLUMNS = ("School", "Voices", "Answers")
NO_SCHOOL = "no school recorded"
GROUP_ANSWER = "{answer}: {agents}"

SILENCE_HEAD = "Voices not heard on it"
SILENCE = "{agent}{work}: {why}"
SILENCE_WORK = ", in {work}"
SILENCE_SAID = "passes over it, so {access}"
SILENCE_SAID_DIRECTLY = "passes over it"
SILENCE_WHOLE = "the work was examined whole, and no stance is recorded here."
SILENCE_PART = "what was examined of it ({passage}) holds no stance recorded here."
SILENCE_NOT_SEEN = "the work treats it and was not seen; that no stance is recorded says nothing of what stands there."
SILENCE_NOT_RECORDED = "how far the work was examined is not recorded; that no stance is recorded says nothing of what stands there."
RAISED = "Raised by {agents}."
LEFT_OPEN = "Left open by {agents}."
UNANSWERABLE = "Declared unanswerable by {agents}."

OVERVIEW_TITLE = "Where the literature stands"
OVERVIEW_TITLE_AS_OF = "Where the literature stands, as of {date}"
OVERVIEW_CAPTION = "Every question, with how many of its answers somebody may assert or suppose"
OVERVIEW_COLUMNS = ("Question", "Answers", "Held", "Voices", "Disputes")
OVERVIEW_NONE = "No question is recorded here."
OVERVIEW_QUESTION = "{question}  {id}"
