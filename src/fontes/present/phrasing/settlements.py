"""The words of settlements: what contradicts what, what counts, what stands and falls with it."""

from __future__ import annotations

TITLE = "Settlements"
NONE_COUNT = "No criticism counts under this lens, so that nothing here is undecided by criticisms."
NOTHING = "Nothing stays undecided: none of the criticisms that count here contradict each other without end."
LEAD = "{judgements}, and {things} undecided. {settlements}"
CONTRADICT = ("{count} answers itself", "{count} contradict each other")
STAY = ("{count} stays", "{count} stay")
THING = "thing"
ONE_SETTLEMENT = "There is one coherent way to settle it."
SEVERAL_SETTLEMENTS = "There are {count} coherent ways to settle it."
VERY_MANY = "There are more than a million coherent ways to settle it, since each part can be settled apart."
UNCOUNTED = "How many coherent ways there are to settle it was not found out within the limit of the search."
INCOHERENT = "There is no coherent settlement of the whole."
COUNTING_ALL = "All criticisms recorded here are let count."
COUNTING_KINDS = "Of the criticisms recorded here those count that are about: {kinds}."
CRITICS = "Only those of {agents} are heard."
PREFER = "Of two that answer each other the certainly later one is preferred."
CRITICISMS_BY = "They are those made by {date}."
DISTRUSTED = "Seen without {units}."
DECIDED = ("{count} criticism counts", "{count} criticisms count")
ANYWAY = "{criticisms} however the rest is settled."
ALREADY = "{criticisms}."
ANY = "Where it is not recorded how several lines of grounds combine, any one of them is taken to suffice."
ALL = "Where it is not recorded how several lines of grounds combine, all of them are taken to be needed."

CRITICISMS_HEAD = "Criticisms that contradict each other"
NUMBERED = "{words}: {number} of {count}"
MUTUAL = "{one}, and {other}: if one of the two counts, the other does not."
ONE_WAY = "{one}: if this counts, it does not count that {other}."
ITSELF = "{one}: if this counted, it would keep itself from counting."
MORE_PAIRS = "{count} more pairs are not listed here."

SETTLEMENTS_HEAD = "Settlements of it"
BOTH = "{place}. It counts that {counts}, but not that {aside}."
ONLY_COUNTS = "{place}. It counts that {counts}."
ONLY_ASIDE = "{place}. It does not count that {aside}."
AND_MORE = "{words}; and {count} more"
MORE_CONTRADICTIONS = "{count} more contradictions are not shown here; --json lists them."
AND_THAT = "; that "
OR_THAT = "; nor that "
CONSEQUENCE = "{sign}: {thing}"
BELIEF = "belief in {source}"
PROPOSITION = "{proposition}  {id}"
MORE_THINGS = "and {count} more"
NO_CONSEQUENCE = "Nothing recorded here stands or falls by this alone."
FIRST_ONES = "The search ended here: these are {count}, and there may be more."
NONE_YET = "The search ended here before it had found one: whether there is any was not found out."
COMBINE = "These contradictions do not touch each other: every settlement of one goes with every settlement of the others."

NO_SETTLEMENT = "There is no coherent settlement of these: whichever is let count, something that must not count then does, or the reverse."
LOOP_ITSELF = "The cause is one that answers itself: {one}."
LOOP = "{count} answer each other in a circle of odd length: {chain}, which is answered by the first."
ANSWERED_BY = "; which is answered in that "
LOOP_ALONE = "Were that left out, the rest could be settled."
LOOP_NOT_ALONE = "Leaving that out alone does not make the rest coherent."
LOOP_NOT_FOUND = "Which of them causes it was not found within the limit of the search."

UNDECIDED_HEAD = "Undecided"
ELSEWHERE = (
    "{things} undecided only where all lines of grounds are taken to be needed; --reading all shows how that can be settled.",
    "{things} undecided only where any line of grounds is taken to suffice; --reading any shows how that can be settled.",
)
NOT_CHOSEN = "Fontes does not choose between settlements: what is recorded here does not."
