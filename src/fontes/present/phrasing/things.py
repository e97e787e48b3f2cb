"""The words of the pages of one thing that are not shared: what depends on a source, what an agent was in, what an event's dates allow."""

from __future__ import annotations

AND_MORE = "{shown} and {count} more"

# ---- source
FALLS_HEAD = "What depends on it"
FALLS = "Without it these have no recorded support:"
FALLS_ALL = "All that stands otherwise without it"
LOSES = ("{count} proposition loses", "{count} propositions lose")
USED_BY = "Used by {agents}."
USER = "{agent} ({count})"
USES = "statement"

# ---- agent
EVENTS_CAPTION = "Events that name this agent, in the order of their recorded dates"
HAD_REACHED_HEAD = "What had reached them"
ALL_REACHED = "All of it, with every route: as of {date}"
FEW = "{count} more."

# ---- event
DAYS_HEAD = "Accounts, and what all recorded dates together allow"
