"""The help inside the workbench: one topic a page.

A topic is text in a small hand: a blank line parts paragraphs, `## ` begins a heading, `- ` an item whose further lines are set in,
`[words](room/name)` is a link into the workbench, `*words*` are stressed, and what is typed stands between backticks. What would be said twice is
not written here but taken from where it is said: rooms, signs, terms and keys are put in by `fontes.present.rooms.help`.
"""

from __future__ import annotations

from dataclasses import dataclass

from fontes.present.pages import Room


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of help: its title, and its text."""

    title: str
    text: str


TITLE = "Help"
KICKER = "Help"
LINK, ABOUT = "Help", "About this page"
LEAD = "What one does in each room, what the signs and words mean, and how everything is worked by keyboard."
TOPICS_HEAD = "Topics"
ROOMS_HEAD = "The rooms"
BACK = "All help"
TO_ROOM = "To {room}."
SIGNS_CAPTION, SIGN, MEANS = "Signs and their words", "Sign", "What it means"
KEYS_CAPTION, KEY, DOES = "Keys", "Key", "What it does"
WORDS_CAPTION, WORD = "The words of this workbench", "Word"
KEYS_OFF, KEYS_ON = "Turn the single keys off in this browser", "Turn them on again"
KEYS_ARE = {"off": "The single keys are off in this browser.", "on": "The single keys are on in this browser."}

KEYS = (
    ("/", "to the field that searches everything", "keys.js"),
    ("?", "to this page", "keys.js"),
    ("[", "to the leaf before", "keys.js"),
    ("]", "to the next leaf", "keys.js"),
    ("Page up", "in the date field of the lens: to the named date before", "lens.js"),
    ("Page down", "in the date field of the lens: to the named date after", "lens.js"),
    ("Arrow keys", "in a drawing: from thing to thing", "drawing.js"),
    ("+", "in a drawing: larger", "drawing.js"),
    ("-", "in a drawing: smaller", "drawing.js"),
    ("0", "in a drawing: as drawn", "drawing.js"),
)
"""Each key, what it does, and the script that listens for it. The first four are single keys, and can be turned off."""

NAMES_IN_SCRIPTS = {"Page up": "PageUp", "Page down": "PageDown", "Arrow keys": "Arrow"}
"""What the keys are called there, where they are called otherwise."""

TOPICS: dict[str, Topic] = {
    "first-steps": Topic("First steps", """
A corpus records who said what, when, on what grounds, and through whom we know it. The workbench shows what follows from that, and nothing else:
it never says what happened.

- Read the [first page](). Every number on it leads to its reasons.
- Open a [question](questions) and see who gives which answer since when.
- Open an answer: it says who asserts it, where their trails end, and without what it would keep no recorded support.
- Distrust one of those sources in the bar at the top. The page shows what loses support; to lose support is not to be refuted.
- Write a date into the bar: `11 May 1937`. What certainly came later is gone from every page.
- Look for anything by its [words](help/search), in whatever script.

Whatever you see is in the address: copy it, and a colleague with the same corpus sees the same.
"""),
    "lens": Topic("The lens", """
The bar at the top says through which assumptions everything on the page is seen. It is held in the address and nowhere else.

## As of, published by
A date as you would write it: `11 May 1937`, `summer 1930`, `1968`. What certainly came later is left out; what came perhaps later is told as
possibly there. *As of* goes by when it was said, *published by* by when it could be read.

## Distrust
A source, an agent, a kind of source (`testimony`), or all that is criticised as something (`coerced`). What rests on nothing else loses its
recorded support. Each thing stands in the bar with a cross that takes it back.

## Criticisms
As a rule criticisms are shown and do not count. Where they are let count, what is impeached is no longer believed in what it is impeached for,
unless the criticism is itself answered; where they contradict each other, each coherent way out is among the [settlements](settlements).

## Voices
Whose positions are told: scholars, one agent, a school. Support and trails are told of everybody all the same, and the bar says so.

## When the lens changes
The page changes as it stands. The focus stays on the control that was used, one sentence under the bar says what the lens is and what it changes,
and the way back goes through the lenses. What is not understood is said with the part of it that is not, and the page stays.
"""),
    "beside": Topic("Two lenses side by side", """
Choose a second lens under *More*, *Beside it*: a lens of the corpus, *as recorded*, or the same dates with everything believed.

Then a table at the head of the page shows what differs, and only that:

- on the [first page](), the propositions whose status differs;
- on a proposition, its status, voices, ends of trails, fewest removals and what is indispensable;
- on a [question](questions), the status and the voices of each answer;
- on a [source](sources), what loses recorded support without it under the one lens and not under the other;
- on what somebody [knew](help/known), what had reached them under one lens only, or not as surely;
- in the [chronology](chronology), the events whose certain and possible days differ.

On other pages two lenses have nothing to compare, and the bar says so. Two links at the head show each lens alone.
"""),
    "search": Topic("Search", """
The field at the top of every page searches everything: names in every spelling, titles, wordings, quotations, notes, passages, and full texts.
The key `/` leads to it.

- Case and accents make no difference, nor does the script: *Tukhachevskii*, *Tuchatschewski* and *Тухачевский* find the same.
- A word is found where it begins a longer one, or stands inside one. Where nothing has it, what is spelt nearly so is shown, and it is said that
  it is.
- Several words must all be found with the same thing, each perhaps in another of its texts: an agent's name and a word of what they said find the
  statement.

What is found is told by room, the best first, with what was looked for marked. Choose a room to see all that was found in it. Private notes are
not searched.
"""),
    "lists": Topic("Lists", """
A list shows fifty lines at a time. The field over it keeps the lines that have your words; the choice beside it keeps one kind. *Before*,
*After*, *First* and *Last* turn the leaves, as do the keys `[` and `]`. Lists stand as a person would sort them: *n. 9* before *n. 10*, accents
and case aside; statements stand by date.

Where a page of one thing has more lines than a leaf, it is turned in the same way, or leads to a list of all of them.
"""),
    "questions": Topic("Questions", """
What is asked, with the answers recorded here. A question is open while nobody recorded here asserts an answer.

On the page of a question stand its answers and who holds them, since when they are disputed, who changed their mind, and who passes over what.
Agents are counted once, by their latest stance. Silence is told apart from doubt, and only of works that were examined. From there it goes on to
its [rival figures](figures), its [gaps](gaps) and its [review](review).
"""),
    "propositions": Topic("Propositions", """
A sentence that can be asserted or denied. Its page stands in the order of an edition:

- a sentence that says how it stands, how many different voices say so, and how many origins stand behind them;
- its lineage, drawn from origins at the left to voices at the right;
- where the trails end, and without what it would keep no recorded support;
- who says what, each with passage and ground;
- the criticisms that touch it, the reports that carry it, what rests on it;
- the trail in words, which says what the drawing shows.

A link beside each end shows the page without it.
"""),
    "sources": Topic("Sources", """
Anything a statement can be read in; also one that is only alleged, or lost. The page of a source says what it is, who made it and on whose word
we know that, how far it was examined, what it draws on, what is said of it as a source, and what loses recorded support without it. Where its
text is at hand, it can be [read](texts) with the statements at their lines.
"""),
    "texts": Topic("Texts", """
The full text of a source, with the statements that are read in it at their lines. A quotation that is found in the text is marked there; what has
no place in the text is listed under it. Words can be looked for in one text here, and in all of them by the [search](help/search). Select a
passage to record who asserts what there.
"""),
    "agents": Topic("Agents", """
Persons, bodies, groups and publications that can know or say things. The page of a scholar shows positions over time; that of a participant also
posts, reports sent and received, and who compromised them. Write a day into the form on the page to see [what had reached them](help/known) by
then; a link leads to their [career](help/careers).
"""),
    "known": Topic("What somebody knew", """
On the page of an agent, write a day, and if you like a name that it should be about. The answer has four parts:

- what had reached them *certainly*, with every step of the route;
- what had reached them *possibly*: a step is doubtful, or its day is;
- of what *no route* is recorded, which does not mean that there was none;
- what *cannot* have reached them by then.
"""),
    "events": Topic("Events", """
Something said to have happened. Its page gives each dating and who gives it: rival datings are alternatives, and none is chosen. How events lie
to each other is seen in the [chronology](chronology).
"""),
    "statements": Topic("Statements", """
Whatever is recorded as one: a stance, a report, a criticism, a search, a dating, a tenure, an assessment, an act of speech. The list has all of
them by date; from other pages it is reached narrowed to what names one thing.
"""),
    "chronology": Topic("Chronology", """
What all that is recorded about days implies together. Each event has its certain days and its possible ones. Rival datings stand in lanes named
by who dates. Where no account is consistent, the conflict is numbered, with the smallest set of statements that clash and by how many days; *in
conflict* among the strands shows these events alone.
"""),
    "gaps": Topic("Gaps", """
What is open, thin, unused, passed over, unchecked, unanswered, sought in vain or without a route, as far as recorded here, each with its reasons
and the date since which it is so. A few of each kind are shown; choose a kind for all of them, or a question for those that bear on it.
"""),
    "figures": Topic("Figures", """
Rival numbers, with what each counts, when and on what. It is pointed out where one value stands under two descriptions, where two values are a
digit apart, where one is part of another, and which document stands behind several.
"""),
    "careers": Topic("Careers", """
Posts, events and what compromised somebody, beside each other by their days: by whom, in which case, and what the record gives after it. After is
not because of. Without a name: who compromised whom.
"""),
    "settlements": Topic("Settlements", """
Where criticisms contradict each other, each coherent way of settling which of them count, and what stands and falls with it. None of them is
chosen.
"""),
    "review": Topic("Review", """
A review of a question or of the whole corpus in prose, composed from what is recorded. It is read here leaf by leaf, with its notes in the margin,
or kept as HTML, Markdown, DOCX or PDF. Names and positions in it lead to their pages; each note says where a statement stands and through whom it is
known. What many voices are heard on, what is disputed and what others rest on is told at length, the rest in a sentence or a table.
"""),
    "errors": Topic("Errors", """
What is wrong in the files, each with its own line and a way out. What is broken is kept in the file and left out of every page. The room is there
only when there is something in it.
"""),
    "writing": Topic("Writing", """
*Write*, at the top, leads to forms for everything that can be recorded. A form completes names as you type, shows the statement as it will be
written, refuses what could not be read back, and says why. Saving writes into the file exactly there, and nothing else moves; *Undo* takes it
back. In a [text](texts), select a passage to begin from it.

If a file was changed on disk meanwhile, both versions are shown, and you choose. A change on disk shows up in the open page.
"""),
    "signs": Topic("Signs", """
The same in text, tables, drawings and terminal, always with their word. Colour only repeats what a sign says.
"""),
    "keyboard": Topic("Keyboard", """
Everything here is reached by Tab and worked by Enter and the arrow keys; the first Tab on a page offers to skip to its text. Some keys are
shorter ways. Single keys do nothing while you are in a field, and they can be turned off.
"""),
    "words": Topic("Words", """
One word per idea, here and in the files. What is counted is always what is recorded here.
"""),
    "findings": Topic("What findings say", """
What is told of a proposition rests on what is recorded and on nothing else. It can be read in two ways where it is not recorded how several
grounds combine: as if any of them sufficed, or as if all were needed.
"""),
}  # fmt: skip

ON_ALL = ("first-steps", "lens", "beside", "search", "lists", "findings", "signs", "words", "keyboard", "writing")
"""The topics that are about everything, in the order in which one may read them; the others are about one room each."""

FINDINGS = (
    ("supported", "Something recorded upholds it, whichever way grounds combine."),
    ("supported in part",
     "Something upholds it if any one of several grounds suffices, and nothing if all of them are needed. Which, is not recorded."),
    ("without recorded support", "Nothing believed under this lens upholds it. That is not to be refuted: nothing here speaks for the opposite."),
    ("undecided", "Criticisms that count contradict each other, and how it stands hangs on how that is settled."),
    ("stands, is weakened, falls", "The same of a single statement."),
    ("voice", "A distinct agent, whatever the number of their works; the latest stance counts. Where two may be one, the count is a range."),
    ("trail ends", "Nothing is recorded behind this point: no ground, no source, no witness. It may have had one."),
    ("shown to be apart",
     "Of two origins something recorded says that neither depends on the other. Of most pairs nothing is recorded, and then they are "
     "not counted twice."),
    ("fewest removals", "The smallest number of sources and agents one would have to distrust together for it to lose its recorded support."),
    ("indispensable", "Without this one alone, it has no recorded support."),
    ("separate lines", "Lines of support that have no origin in common."),
    ("certain, possible", "Certain is what holds on every reading of the dates and doubts recorded; possible is what holds on some."),
    ("none recorded here", "An absence is never more than that."),
)  # fmt: skip
FINDINGS_CAPTION, FINDING = "What the words of findings mean", "It says"

OF_ROOM: dict[Room, str] = {
    Room.FIRST: "first-steps", Room.QUESTIONS: "questions", Room.PROPOSITIONS: "propositions", Room.SOURCES: "sources", Room.AGENTS: "agents",
    Room.EVENTS: "events", Room.STATEMENTS: "statements", Room.CHRONOLOGY: "chronology", Room.SETTLEMENTS: "settlements", Room.KNOWN: "known",
    Room.CAREERS: "careers", Room.FIGURES: "figures", Room.GAPS: "gaps", Room.REVIEW: "review", Room.ERRORS: "errors", Room.SEARCH: "search",
    Room.TEXTS: "texts", Room.WRITE: "writing",
}  # fmt: skip
"""Which topic is about the pages of a room."""
