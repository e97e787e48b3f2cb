"""The words in drawings, and of their keys."""

from __future__ import annotations

# ---- lineage
LINEAGE = "Lineage, from where the trails end to who says it"
TRAIL_AGAINST = "Against it"
LINEAGE_AGAINST = "Lineage of what speaks against it"
YEARS_DESCRIBED = " Under each column are the years of what stands in it, as far as dated."
YEARS = "{first}–{last}"
UNFOLDED = "unfold this chain"
UNFOLD = "Unfold all long chains"
FOLD = "Fold long chains"
LINEAGE_DESCRIBED = (
    "Drawn from left to right: {ends}; then what rests on them; then {near}; at the right, what it is about.{years} "
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
NOT_FOLLOWED = "{count} not drawn: later than these, or without a date"

# ---- chronology
CHRONOLOGY_DESCRIBED = (
    "From {first} to {last}. {rows}, in the order of the table below, which says the same: by the first day each can have begun, then by the last."
)
ROW, ROWS = "row", "rows"
CERTAIN_KEY, POSSIBLE_KEY = "certainly going on", "possibly"
DAY_KEY, MOMENT_KEY = "the day is known", "sometime between the caps"
OPEN_KEY, UNKNOWN_KEY = "said to be open", "no day known"
STATED_KEY = "as stated, before others narrowed it"
LANE_KEY = "one account among rivals"
CONFLICT_KEY = "in a conflict of this number, told below"
CONFLICT_NUMBER = "in conflict {number}, {words}"

# ---- positions, dated entries and figures
POSITIONS = "Positions over time"
POSITIONS_DESCRIBED = (
    "{voices}, one for each voice on each answer as far as dated, from {first} to {last}; over them, for each answer, how many stand where. {beside}"
)
OWN_DESCRIBED = "{voices}, one for each proposition as far as dated, from {first} to {last}, under the question it answers. {beside}"
NO_QUESTION = "On no question recorded here"
MORE_ANSWER = "more answer"
NOT_DRAWN_HERE = "{count} not drawn here."
BELOW = "The tables of this page say the same."
LINE_OF = ("line", "lines")
SCHOLARS, OTHERS = "Scholars", "Others"
WITHIN_KEY = "sometime between the caps"
TURNED_KEY = "takes another stance than before"
GONE_KEY = "after a death, still counted"
AT_MOST_KEY = "how many may be heard at most"
TAKEN = "{stance}, {date}"
TAKEN_IN = "{stance}, {date}, in {work}"
NOT_DRAWN_VOICES = "{count} not drawn here, counted above: those who changed their mind and those heard most often are drawn first."
UNDATED_VOICES = "{count} of which no day is known."
VOICE = ("voice", "voices")
UNSURE_KEY = "possibly"
FROM_DAY = "{options} from {day}"
OR = " or "
SILENT = "not heard"
IMPLIED = "denies, by asserting what excludes it"
BAR_KEY = "a post: filled while certainly held, hatched while possibly"
UNDATED = "{count} of no day known within these years"
TOLD = "tells"
CAREER = "Posts, and what compromised them, by date"
CAREER_DESCRIBED = "{said} of the time compromising them, from {first} to {last}: posts first, then case by case who said it. {beside}"
CAREER_DESCRIBED_PART = (
    "{said} of the time compromising them, from {first} to {last}, and {left} more not drawn: posts first, then case by case. {beside}"
)
STATEMENT_OF = ("statement", "statements")
NO_CASE, IN_CASE = "Said in no case recorded here", "Said in the case: {case}"
TO, AND_OTHERS = "to {agents}", " and others"
TAKEN_KEY = "how it was taken is recorded"
AFTER, PERHAPS_AFTER = "taken up after they were compromised", "possibly taken up after they were compromised"
NETWORK_DESCRIBED = "{rows} compromised at the time, a row for each, from {first} to {last}; the numbers are who said it. {left}{beside}"
TARGETS_LEFT = "{count} not drawn. "
OF_WHICH = "{count}, {left} of them not drawn"
FIGURES_DESCRIBED = "{count}{unit} on one axis, from {least} to {most}, each under what it counts, the smallest first. {beside}{left}"
FIGURES_HEAD = "Rival figures"
ALL_FIGURES = "The table of these figures, what is to be seen between them, and the documents behind them"
IN_UNIT = " in {unit}"
FIGURES_LEFT = " {count} more are not drawn."
FIGURE = ("figure", "figures")
AT_LEAST, AT_MOST = "at least {value}", "at most {value}"
OPEN_FIGURE_KEY = "said to be at least, or at most, so many"
SAME_KEY = "the same value under another description"
BACK_KEY = "goes back to the document of this letter"
PERHAPS_BACK_KEY = "perhaps goes back to it"
ONLY_SUPPOSED = "only supposed"
RANGE_KEY, NUMBER_KEY = "anywhere between the caps", "a number"
DENUNCIATIONS = "Denunciations by date"
RIVAL = "Rival figures {unit}"
RIVAL_OF = "{title}: {question}"
AND_MORE = "{name} and {more}"
