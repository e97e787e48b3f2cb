"""The words of where the literature stands."""

from __future__ import annotations

TITLE = "Who holds what on {about}"
TITLE_AS_OF = "Who holds what on {about}, as of {date}"
LEAD = "{voices} a stance on this. {most}"
LEAD_NONE = "Nobody recorded here takes a stance on this."
MOST_HELD = "Most widely held: {answer}, by {voices}."
TAKE = "takes", "take"
UNDER = "Counted so: {assumptions}."

ANSWERS_HEAD = "Answers, and who holds them"
STANCE, SINCE, WHERE = "Stance", "Since", "In"
VOICE = "Who"
VOICES_CAPTION = "{counts}."
ANSWER = "{answer}  {id}"
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
SILENT_HERE = "Of those heard on the question, {count} with no stance on this recorded here; that is not doubt."
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

WORD = "{word}. {rule}"
WORDS = {
    "consensus": "Consensus {side}", "majority": "A majority {side}", "split": "Split", "few voices": "Few voices", "no voices": "No voices",
}
SIDES = {"for": "for it", "against": "against it", "": "on one side"}
WORD_RULES = {
    "majority": "more than half of those heard stand there",
    "split": "no side has more than half of those heard",
    "few voices": "fewer than five are heard",
    "no voices": "none are heard",
    "consensus": "the rule of this corpus is met",
}
BY_RULE = "By this rule: {rules}."
IMPLIED_TOO = "Denials that are only implied count as denials there: {count} of {all}."
CONSENSUS_RULE = "The rule of this corpus for consensus ({rule}) is {met}: {conditions}."
CONSENSUS_NONE = "No rule for consensus is recorded in this corpus, so the word is not used."
CONSENSUS_UNCLEAR = "The rule of this corpus for consensus (“{rule}”) is not understood, so the word is not used."
MET = {"certain": "met", "possible": "met or not, as open dates and unrecorded descent may lie", "impossible": "not met"}
CONDITIONS = {
    "share": "share on that side {found}, needed {needed}",
    "voices": "voices {found}, needed {needed}",
    "lines": "separate lines {found}, needed {needed}",
    "years": "for {needed} years: {met}",
}
YES_NO = {"certain": "yes", "possible": "perhaps", "impossible": "no"}
BOUNDS = "{least} to {most}"
UNDEFINED = "not defined"
MEASURES = "{measures} (of {voices})."
MEASURE_NAMES = {
    "normalised entropy": "Spread over the stances (entropy, 0 all alike, 1 evenly spread)",
    "modal share": "share of the most frequent stance",
    "polarization": "Polarization (0 all alike, 1 half at each end)",
    "Leik's D": "Leik's D",
}
MEASURE = "{name} {value}; one voice more or less would make it {range}"
MEASURE_NONE = "{name}: not given, {why}"
MEASURE_WHY = {"no voices": "nobody is heard", "too many": "open dates allow too many ways"}
NO_ORDER = "No order of the stances is assumed; --ordered assumes one."
ORDERED = "Assumed order: denies, doubts, supposes, asserts; who leaves it open has no place in it and is left out."
LINES = "Separate lines of descent: for it {lines_for}; against it {lines_against}."
LINES_COUNT = "{any} at most, {shown} shown to be separate"
LINES_NONE = "none"

UNHELD_HEAD = "Answers nobody had spoken to"
UNHELD = "{answer}"
UNHELD_IMPLIED = "{answer} ({count} would deny it by implication)"
SPREAD_SEVERAL = "{agents} may hold more than one answer, so no measure is taken over the answers together."
SPREAD = "Over the answers together: {measures}."

DISPUTES_HEAD = "Disputed"
DISPUTE = "{answer}: {holders} for it, {opponents} against it{since}."
DISPUTE_RIVAL = "{answer} ({holders}) and {rival} ({opponents}), which exclude each other{since}."
DISPUTE_SINCE = "; first disputed, as far as dated, when {agent} spoke ({date})"
DISPUTE_PERHAPS = "Possibly: {dispute}"
DISPUTES_NONE = "No dispute among those heard is recorded here."

HISTORY_HEAD = "Positions over time"
HISTORY_CAPTION = "New voices and changes of position, by date; what only says again what was said is left out"
HISTORY_MORE = "{count} earlier or later acts only say again what the same voice had said."
DATE, CHANGE, ON = "Date", "What", "On"
TURNS = {
    "new": "{sign}",
    "changed": "{sign}, changed from {before}",
    "order open": "{sign}, beside {before}: which came first is not recorded",
    "other reporter": "{sign}, as reported by another than {before}: no change of mind",
}

CHANGED_HEAD = "Positions changed between {first} and {last}"
CHANGED_CAPTION = "Change in the share that asserts an answer, among those whose stance is clear at both dates, taken apart exactly"
CHANGED_COLUMNS = ("Answer", "Share then", "Share later", "Changed their mind", "Newcomers", "Leavers")
CHANGED_WHO = "{kind}: {agents}."
CHANGED_KINDS = ("Changed their mind", "Newly heard", "No longer heard", "Left out, since where they stood at one of the dates is open")
CHANGED_NONE = "At one of the dates nobody is heard whose stance is clear."
SHARE = "{part} of {whole}"

PERIODS_HEAD = "Positions by period"
PERIODS_CAPTION = "What was said within each period, one voice an agent; implied denials are left out"
SCHOOLS_HEAD = "Positions by school"
SCHOOLS_CAPTION = "What stands in the works of each school; implied denials are left out"
GROUP_COLUMNS = ("Period", "Voices", "Answers")
SCHOOL_COLUMNS = ("School", "Voices", "Answers")
NO_SCHOOL = "no school recorded"
GROUP_ANSWER = "{answer}: {agents}"

SILENCE_HEAD = "Voices not heard on it"
SILENCE = "{agent}{work}: {why}"
SILENCE_WORK = ", in {work}"
SILENCE_SAID = "passes over it, on the word of {access}"
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
