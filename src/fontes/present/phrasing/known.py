"""The words of who knew what when."""

from __future__ import annotations

TITLE = "What had reached {agent} by {date}"
TITLE_ABOUT = "What had reached {agent} by {date} about {about}"
LEAD = "As far as recorded here, {certain} certainly and {possible} possibly; of {none} no route is recorded{impossible}."
THINGS = ("thing", "things")
IMPOSSIBLE_TOO = "; {count} cannot have"
NOTHING = "Nothing recorded here had reached {agent} by then, and nobody else recorded here certainly had anything."
NOT_ANCIENT = "That no route is recorded does not say that there was none."
UNDER = "Seen so: {assumptions}."

CERTAIN_HEAD = "Had certainly reached them"
POSSIBLE_HEAD = "Had possibly reached them"
IMPOSSIBLE_HEAD = "Cannot have reached them"
ELSEWHERE_HEAD = "No recorded route, though it was known elsewhere or comes later"
NOBODY_HEAD = "No recorded route, and nobody recorded here certainly had it by then"
CAPTION = {
    "certain": "What, by what day, and by which route",
    "possible": "What, from what day, by which route, and why only possibly",
    "impossible": "What, and what rules it out",
    "no recorded route": "What, and who had it",
}
SINCE = {"certain": "By", "possible": "From"}
WHAT = "What"
UNDATED = "not dated"
MORE = "{count} more are not listed here."

EVENT = "that this took place: {event}"
SOURCE = "{source} itself"
SPOKEN = "the words of {agent}: “{words}”"

STEPS = {
    "told": "{giver} told {receiver}",
    "relayed": "{giver} passed it on to {receiver}",
    "spoken to": "{giver} said so to {receiver}",
    "received": "{receiver} received {source}",
    "took it up": "{receiver} had received it: {statement}",
    "own telling": "{receiver} told it, and so had it",
    "own stance": "by their own stance: {statement}",
    "addressed": "{source} is addressed to {receiver}",
    "read in": "it is said in {source}: {statement}",
    "head": "{receiver} was then the head of {giver}: {statement}",
    "member": "{receiver} belonged to {giver}: {statement}",
}
IT = "it"
TOLD_TO = "{giver} to {receiver}"
RECEIVED_FROM = "{receiver} received {source} from {giver}"
STEP = "{step}{date}"
ON_DATE = ", {date}"
BEFORE_THAT = "{step}; that it came on from there is not recorded"
DOUBTS = {
    "date": "by its date it may have been later",
    "attested in part": "it is not certain that this was done by the dates of the lens",
    "addressed": "that it arrived is not recorded",
    "said there perhaps": "another edition or translation may not say it",
    "member": "what a body was told its members had only possibly",
    "own act of the body": "what a body itself said its head had only possibly",
    "tenure": "it is not certain that the office was held on that day",
}
ONLY_POSSIBLY = "Only possibly: {reasons}."
TAKEN = "How it was taken: {receptions}"
NOT_TAKEN = "How it was taken is not recorded here."
CLAIMED = "Said of them, and no route: {statements}"
HAD_BY = "By then had by {agents}."
PERHAPS_BY = "Perhaps had by {agents}."
LATER = "Recorded only later: {statements}"
ASTRAY = "Told to somebody not known: {statements}"
RULED_OUT = "Ruled out by {reasons}"
NOT_BEGUN = "It is about {events}, not begun by then: what happened there was not to be known, what led to it may have been."
