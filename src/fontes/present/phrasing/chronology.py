"""The words of the chronology: bounds, rival datings, conflicts and what could give way."""

from __future__ import annotations

CHRONOLOGY = "Chronology"
LEAD = "{events}, by the first day they can have begun and the last by which they can have ended. {rival}; {conflicts}."
LEAD_PART = (
    "{events}, {shown} of them on this page, by the first day they can have begun and the last by which they can have ended. "
    "{rival}; {conflicts}."
)
RIVAL_NONE = "None of them has rival datings"
RIVAL = ("{count} of them have rival datings", "{count} of them has rival datings")
RIVAL_ONE, NO_RIVAL_ONE = "It has rival datings", "It has no rival datings"
WITH_RIVALS = "with rival datings"
EVENT, EVENTS = "event", "events"
NO_CONFLICT = "no conflict among their dates is found"
CONFLICTS = ("{count} among their dates, told below", "{count} among their dates, told below")
CONFLICT, CONFLICT_MANY = "conflict", "conflicts"
AT_LEAST = "at least {conflicts}"
KEY = "█ certainly going on, ▒ possibly, ◇ a moment, · outside, ? not known, ← → open."
SCALE = "The lines run from {first} to {last}."
NO_SCALE = "No day is known here to draw a scale by."
NO_STRAND = "Events of no strand"
STRAND_EVENTS = "Events of the strand {strand}"
STATEMENTS_HEAD = "Statements"
COLUMN_EVENT, COLUMN_DAYS = "Event", "When"
CAPTION = "Sorted by the earliest possible beginning, then by the latest possible end"

ON = "on {day}"
WITHIN, BETWEEN = "sometime in {day}", "sometime from {first} to {last}"
FROM_TO = "begun {start}, over {end}"
SIDE_ON = "on {day}"
SIDE_WITHIN, SIDE_BETWEEN = "in {day}", "from {first} to {last}"
NOT_BEFORE, NOT_AFTER = "not before {day}", "not after {day}"
NO_DAYS = "no day known"
OPEN = "open, said to have no bound"

STATED = "Stated as {stated}; narrowed by {claims}."
FOLLOWS = "No date of its own; this follows from {claims}."
NARROWED_MORE = "{count} more"
RESTS_ON_DOUBT = "Rests on a date marked as doubtful."
SHORT_BY = "short by {days}"
IN_CONFLICT = "In {conflicts}: these bounds hold whichever statement gives way."
DATES_TOGETHER = " and "
LANE = "{dated} — {who}"
MORE_LANES = "{count} of other days are among the statements that name it."
DATING, OTHER = "rival dating", "other"
LANE_DAYS = "; narrowed to {days}"
AGREES = "; agreed with by a narrower date"
NOT_FITTING = "it does not fit what nobody disputes"
UNFIT = "; it does not fit what nobody disputes, by {days}"
DAY, DAYS = "day", "days"

CONFLICT_HEAD = "Conflict {number}"
MISSES = "{claims} cannot all be so: they miss each other by {days}."
OWN_ACCOUNT = "One account is at odds with itself: {claims} miss each other by {days}."
NO_ACCOUNT = "No account fits. {claims} are at odds; the nearest misses by {days}."
STATEMENT, STATEMENTS = "statement", "statements"
STEP = "{link} — {why}"
LATEST = "{point} is not after {day}"
EARLIEST = "{point} is not before {day}"
AT_LEAST_BEFORE = "{first} is at least {days} before {second}"
NOT_LATER = "{first} is not after {second}"
AT_MOST_AFTER = "{first} is at most {days} after {second}"
BEGINNING, END = "the beginning of {thing}", "the end of {thing}"
BIRTH, DEATH = "the birth of {thing}", "the death of {thing}"
MAKING, COMING_OUT = "the making of {thing}", "the coming out of {thing}"
SAYS = "{who}: {words}"
NOTHING_ENDS = "nothing ends before it begins"
ACT_IS_MOMENT = "an act has a moment"
MADE_FIRST = "a work is made before it comes out"
ALL_ACCOUNTS = "whichever account of it is taken"
HANGS_ON = " This hangs on what “{constant}” is taken to mean."
OTHER_ACCOUNT = "Another account:"
REPAIRS = "What could give way:"
WIDEN = "the constant {constant}: widened by {days}, nothing need be set aside"
SET_ASIDE = "{claims} set aside"
DOUBTED = "{claim} (marked as doubtful)"
UNTIMELY_HEAD = "What comes too early for its ground"
UNTIMELY = {
    "ground": "{what} rests on {other}, which began at least {days} later.",
    "reception": "{what} was taken upon {other}, which came at least {days} later.",
    "before-birth": "{what} lies at least {days} before the birth of {other}.",
    "after-death": "{what} lies at least {days} after the death of {other}.",
}
CLAIM = {
    "dating": "{of}: {words}",
    "date": "{of}",
    "relation": "{of} {words}",
    "part": "{of} is part of {to}",
    "duration": "{of} lasts {words}",
    "born": "{of} was born {words}",
    "died": "{of} died {words}",
    "made": "{of} was made {words}",
    "out": "{of} came out {words}",
    "ground": "{of} draws on {to}",
}
RELATED = "{relation} {to}"
