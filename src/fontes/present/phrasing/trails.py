"""The words of lists of origins and of what falls."""

from __future__ import annotations

TRAILS = "Voices, trails and where they end"
TRAILS_LEAD = (
    "{count} recorded here. What is shown counts apart only origins of stated kind; "
    "a range is given where it is not recorded how grounds combine."
)
PROPOSITION = "Proposition"
VOICES = "Voices"
ENDS = "Trails end at"
SHOWN = "Shown origins"
REMOVALS = "Fewest removals"
INDISPENSABLE = "Indispensable"
NOBODY = "nobody"
NONE = "none"
NO_REMOVAL = "none would do"
AT_LEAST = "at least {number}"
RANGE = "{least}–{most}"
MORE_ENDS = "{shown} and {count} more"
SUPPOSED = "only supposed"

WITHOUT = "Without {units}"
NOTHING_FALLS = (
    "Nothing recorded here loses support without {units}. That is a finding too: "
    "other grounds are named, or nothing is recorded to rest on it."
)
LOSSES = "Without {units}, {falls} and {weakened}."
FALL = ("{count} falls", "{count} fall")
WEAKEN = ("{count} is weakened", "{count} are weakened")
FALLS_HEAD = "Loses its recorded support"
WEAKENED_HEAD = "Weakened: whether the rest suffices is not recorded"
RISES_HEAD = "Rises"
LOSSES_CAPTION = "Propositions and statements, and the grounds they lost"
WHAT = "What"
STATUS = "Status"
LOST = "Grounds lost"
NOT_REFUTED = "To lose support is not to be refuted: nothing here speaks for the opposite."
MORE_ROWS = "{count} more are not listed here."

RANKING = "On whom most depends"
RANKED_LEAD = "Each source and agent, by what loses support without it alone."
UNIT = "Source or agent"
FALLING = "Falls with it alone"
OWN = "of these its own"
