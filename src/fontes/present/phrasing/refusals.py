"""What the browser is told when a page cannot be shown."""

HOST = "This workbench answers only on this machine, under the address it printed when it was opened.\n"
ORIGIN = "A change is accepted only from a page of this workbench itself.\n"
TOO_LONG = "This address is longer than any page of this workbench has.\n"
MALFORMED = "This address cannot be read: a percent sign or a letter in it is damaged.\n"
NOT_FOUND = "There is no such page."
NOT_HERE = "Nothing of this name is recorded here. It may have been renamed or removed since the link was made."
METHOD = "This page can only be read."
NOT_WRITTEN = "Nothing was written."
BROKEN = "This page could not be made."
BROKEN_DETAIL = (
    "The fault is in Fontes, not in the corpus, and nothing in the corpus was changed. "
    "The terminal in which the workbench was opened says more."
)
BAD_UNIT = "These words do not name something that can be distrusted: {words}"
BAD_QUERY = "A part of this address is not understood: {words}"
BAD = "This address cannot be answered."
