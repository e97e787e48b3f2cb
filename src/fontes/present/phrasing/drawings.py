"""The words in drawings, and of their keys."""

from __future__ import annotations

# ---- lineage
LINEAGE = "Lineage, from where the trails end to who says it"
LINEAGE_DESCRIBED = (
    "Drawn from left to right: {ends}; then what rests on them; then {near}; at the right, what it is about. "
    "The list below says the same."
)
ENDS, VOICES, AGAINST, TOP, STATED = "Where the trails end", "Who says it", "Who is against it", "What is said", "The statement"
TRAILS = ("end of a trail", "ends of trails")
STATEMENTS, GROUNDS = ("statement on it", "statements on it"), ("ground", "grounds")
RULE_SIGNS = {"and": "all", "or": "any", "not recorded": "?"}
RULE_KEY = {"and": "all of these are needed", "or": "any of these suffices", "not recorded": "how these combine is not recorded"}
WEAKENED_KEY, FALLS_KEY = "weakened or undecided", "without recorded support"
DOUBTFUL_KEY = "perhaps"
END_KEY = "the end of a trail"
CIRCLE = "round in a circle to this again"
NOT_DRAWN = "{count} more below, not drawn"

# ---- chronology
CHRONOLOGY_DESCRIBED = "From {first} to {last}. {rows}, in the order of the table beside it, which says the same."
ROW, ROWS = "row", "rows"
CERTAIN_KEY, POSSIBLE_KEY = "certainly going on", "possibly"
DAY_KEY, MOMENT_KEY = "the day is known", "sometime between the caps"
OPEN_KEY, UNKNOWN_KEY = "said to be open", "no day known"
STATED_KEY = "as stated, before others narrowed it"
LANE_KEY = "one account among rivals"
CONFLICT_KEY = "in this conflict"

# ---- positions, dated entries and figures
POSITIONS_DESCRIBED = "{voices}, one line each, as far as dated, from {first} to {last}; under them how many stand where. {beside}"
BESIDE = "The table beside it says the same."
SCHOLAR = "voice"
UNSURE_KEY = "possibly"
COUNTS = "How many voices, as far as their positions are certain"
FROM_DAY = "{options} from {day}"
OR = " or "
SILENT = "not heard"
IMPLIED = "denies, by asserting what excludes it"
DATED_DESCRIBED = "{count}, from {first} to {last}. {beside}"
ENTRY, ENTRIES = "entry", "entries"
FIGURES_DESCRIBED = "{count} on one axis, from {least} to {most}. {beside}"
FIGURE, FIGURES = "figure", "figures"
RANGE_KEY, NUMBER_KEY = "anywhere between the caps", "a number"
DENUNCIATIONS = "Denunciations by date"
RIVAL = "Rival figures {unit}"
AND_MORE = "{name} and {more}"
UNDATED = "{name} (and {count} of which no day is known)"
