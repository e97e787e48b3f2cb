"""Statements in sentences: who did what, when, where it is read, on what ground, and through whom it is known."""

from __future__ import annotations

from dataclasses import replace

from fontes.dates import When
from fontes.model.agents import Tenure
from fontes.model.corpus import Corpus, Entry
from fontes.model.events import Dating
from fontes.model.explanations import Assessment
from fontes.model.stances import (
    Combination,
    Combined,
    Criticism,
    Ground,
    Member,
    MemberKind,
    Report,
    Search,
    Speech,
    Stance,
)
from fontes.present.pages import Ink, Row, Sentence, Words
from fontes.present.phrasing import ATTITUDES, as_sentence, chained, dates, joined, say, wording
from fontes.present.rooms import naming
from fontes.present.rooms.concordance import Concordance, date_key, date_of, labelled


def dated(when: When | None, corpus: Corpus | None = None) -> Sentence:
    """A date in words; its absence has a name. With a corpus, what it hangs on is called by its name."""
    if when is None:
        return (Words(wording.NO_DATE, Ink.MUTED),)
    return (Words(naming.date(corpus, when) if corpus is not None else dates.told(when)),)


def date_cell(one: Concordance, entry: Entry) -> Sentence:
    """When an entry was done, for a table."""
    cell = dated(date_of(one.corpus, entry), one.corpus)
    return say("{date}, {more}", date=cell, more=wording.REPEATEDLY) if getattr(entry, "repeatedly", False) else cell


def who(one: Concordance, entry: Entry) -> Sentence:
    """Who did it; datings and tenures without an agent are the makers' own."""
    id = entry.sender if isinstance(entry, Report) else entry.agent
    return (naming.agent(one.corpus, id),) if id is not None else (Words(wording.MAKERS),)


def does(one: Concordance, entry: Entry) -> Sentence:
    """What was done, without who and when."""
    corpus = one.corpus
    if isinstance(entry, Stance):
        against = say(wording.AGAINST_EXPLANATION, proposition=naming.proposition(corpus, entry.against)) if entry.against else ()
        return chained((ATTITUDES[entry.attitude],), (naming.thing(corpus, entry.on),), against)
    if isinstance(entry, Report):
        verb = wording.TELLS if entry.asserting else wording.RELAYS
        return say("{verb} {to}: {what}", verb=verb, to=receivers(one, entry), what=naming.proposition(corpus, entry.proposition))
    if isinstance(entry, Criticism):
        return _criticised(one, entry)
    if isinstance(entry, Dating):
        of = naming.event(corpus, entry.of) if not entry.of_statement else said(one, entry.of)
        return say("{dates} {of}: {when}", dates=wording.DATES_IT, of=of, when=naming.date(one.corpus, entry.when))
    if isinstance(entry, Speech):
        return _spoken(one, entry)
    if isinstance(entry, Search):
        what = as_sentence(naming.source(corpus, entry.source)) if entry.source else (Words(entry.words),)
        return chained(say(wording.SOUGHT, what=what), (Words(wording.RESULTS.get(entry.result, entry.result)),), between=": ")
    if isinstance(entry, Assessment):
        return chained((Words(wording.ASSESSES),), (naming.proposition(corpus, entry.observation),))
    return held(one, entry)


def held(one: Concordance, entry: Tenure) -> Sentence:
    """A post or membership, with its body and its times."""
    corpus = one.corpus
    parts = [
        say(wording.SERVES_AS, office=entry.office)
        if entry.office
        else say(wording.BELONGS_TO, body=naming.agent(corpus, entry.body or "")),
        as_sentence(wording.AS_HEAD) if entry.as_head else (),
        say(wording.OF_BODY, body=naming.agent(corpus, entry.of)) if entry.of else (),
        (Words(f", {naming.date(corpus, entry.when)}"),) if entry.when else (),
        say(wording.FROM, date=naming.date_since(corpus, entry.start)) if entry.start else (),
        say(wording.UNTIL, date=naming.date_since(corpus, entry.end)) if entry.end else (),
        say(wording.DURING, date=naming.date(corpus, entry.during)) if entry.during else (),
        say(wording.AT, event=naming.event(corpus, entry.at)) if entry.at else (),
    ]
    return chained(*parts, between="")


def receivers(one: Concordance, report: Report) -> Sentence:
    """To whom a report went, hop by hop."""
    hops = [joined([(naming.agent(one.corpus, id),) for id in hop]) for hop in report.hops]
    return chained(*hops, between=wording.THEN_TO)


def _criticised(one: Concordance, entry: Criticism) -> Sentence:
    verb = wording.VOUCHES if entry.vouching else wording.IMPEACHES
    judged = as_sentence(naming.source(one.corpus, entry.source)) if entry.source else say(
        wording.USE_OF, statement=said(one, entry.use or "")
    )
    on = say(wording.ON_THINGS, things=naming.things(one.corpus, entry.on)) if entry.on else ()
    return chained((Words(f"{verb} "),), judged, aspects(entry), on, between="")


def aspects(entry: Criticism) -> Sentence:
    """As what something is criticised or vouched for; empty where that is not recorded."""
    named = ", ".join(aspect.replace("-", " ") for aspect in entry.aspects)
    return say(f" {wording.CRITICISM_AS}", aspects=named) if named else ()


def _spoken(one: Concordance, entry: Speech) -> Sentence:
    to = say(wording.TO_AGENTS, agents=naming.agents(one.corpus, entry.to)) if entry.to else ()
    giver = say(wording.FROM_AGENT, agent=naming.agent(one.corpus, entry.giver)) if entry.giver else ()
    what = say(wording.OF_SOURCE, source=naming.source(one.corpus, entry.source)) if entry.source else ()
    words = say(f" {wording.QUOTED}", words=entry.words) if entry.words else ()
    return chained((Words(wording.VERBS.get(entry.verb, entry.verb)),), to, what, giver, words, between="")


def said(one: Concordance, id: str) -> Sentence:
    """A statement by its label or id, in one line; one that is not recorded keeps its bare name."""
    entry = labelled(one, id)
    return brief(one, entry) if entry else (Words(f"^{id}"),)


def brief(one: Concordance, entry: Entry) -> Sentence:
    """A statement in one line: who does what, when."""
    when = date_of(one.corpus, entry)
    words = chained(who(one, entry), does(one, entry))
    return chained(words, (Words(f"({naming.date(one.corpus, when)})", Ink.MUTED),)) if when else words


def grounds(one: Concordance, them: tuple[Ground, ...]) -> Sentence:
    """What it rests on. Several lines stand apart by semicolons: how they combine is not recorded."""
    return chained(*(ground(one, each) for each in them), between="; ")


def ground(one: Concordance, each: Ground) -> Sentence:
    """One line of grounds, with its doubt and on whose word it stands."""
    words = _combined(one, each.on)
    if each.doubtful:
        words = say(wording.DOUBTFUL, ground=words)
    if each.claimed_by:
        words = say(wording.CLAIMED_BY, ground=words, agents=naming.agents(one.corpus, each.claimed_by))
    return words


def _combined(one: Concordance, on: Member | Combined, inside: bool = False) -> Sentence:
    if isinstance(on, Member):
        return _member(one, on)
    between = {Combination.ALL: wording.AND, Combination.ANY: wording.OR, Combination.UNKNOWN: wording.COMMA_UNKNOWN}
    words = chained(*(_combined(one, part, True) for part in on.parts), between=between[on.rule])
    return say("({words})", words=words) if inside else words


def _member(one: Concordance, on: Member) -> Sentence:
    corpus = one.corpus
    if on.kind is MemberKind.OTHERS:
        return (Words(wording.OTHERS, Ink.MUTED),)
    if on.kind is MemberKind.TEXT:
        return say(wording.TEXT_OF, source=naming.source(corpus, on.id))
    if on.kind in (MemberKind.STATEMENT, MemberKind.THAT):
        words = said(one, on.id)
        return say(wording.THAT, statement=words) if on.kind is MemberKind.THAT else words
    if on.kind is MemberKind.PROPOSITION:
        return say(wording.QUOTED, words=_claim(one, on.id))
    named = chained((naming.thing(corpus, on.id),), (Words(on.passage),) if on.passage else (), between=", ")
    if on.saying is None:
        return named
    return say(wording.SAYING, source=named, proposition=_claim(one, on.saying))


def _claim(one: Concordance, id: str) -> Sentence:
    """A proposition inside a sentence, without its full stop."""
    found = naming.proposition(one.corpus, id)
    return (replace(found, text=found.text.removesuffix(".")),)


def where(one: Concordance, entry: Entry) -> Sentence:
    """Where its own words stand."""
    return naming.passage(one.corpus, entry.read) if entry.read else (Words(wording.OWN_WORD, Ink.MUTED),)


def particulars(one: Concordance, entry: Entry, *, grounded: bool = True) -> tuple[Sentence, ...]:
    """What belongs to a statement beyond its row: quotation, grounds, reception, access and public notes."""
    rests = getattr(entry, "grounds", ())
    upon = [said(one, id) for id in getattr(entry, "upon", ())]
    known = naming.accesses(one.corpus, entry.access)
    lines = [
        say(wording.QUOTED, words=Words(quoted, language=_tongue(one, entry))) if (quoted := getattr(entry, "quote", "")) else (),
        say(wording.RESTS, grounds=grounds(one, rests)) if grounded and rests else (),
        say(wording.UPON, reports=joined(upon)) if upon else (),
        say(wording.KNOWN_THROUGH, access=known) if known else (),
        (Words(" · ".join(entry.remarks.notes), language=naming.language(one.corpus)),) if entry.remarks.notes else (),
    ]
    return tuple(line for line in lines if line)


def _tongue(one: Concordance, entry: Entry) -> str:
    """The language of a quotation: that of the source it is read in, where one is recorded."""
    source = one.corpus.sources.get(entry.read.source) if entry.read else None
    return naming.language(one.corpus, source.language if source else "")


def row(one: Concordance, entry: Entry, *cells: Sentence, home: bool = False) -> Row:
    """A row for an entry: its date first, then these cells; its particulars below.

    `home` is the one table of a page in which the entry can be linked to: a place on a page has one name.
    """
    return Row((date_cell(one, entry), *cells), anchor(entry) if home else "", particulars(one, entry), edit=entry.id)


def anchor(entry: Entry) -> str:
    """The place of a statement on a page."""
    return f"said-{entry.id}"


def in_short(one: Concordance, entry: Entry) -> Sentence:
    """A stance on the page of what it is on: its sign, who took it, when, and where it is read."""
    when = date_of(one.corpus, entry)
    sign: Sentence = (ATTITUDES[entry.attitude],) if isinstance(entry, Stance) else ()
    date: Sentence = (Words(f", {naming.date(one.corpus, when)}"),) if when else ()
    read = chained((Words(", "),), naming.passage(one.corpus, entry.read), between="") if entry.read else ()
    agent: Sentence = chained(who(one, entry), sign)
    return chained(agent, date, read, between="")


def attitude(stance: Stance) -> Sentence:
    """The sign and word of a stance."""
    return (ATTITUDES[stance.attitude],)


def order(one: Concordance, entry: Entry) -> tuple[int, str]:
    """A key to list by: date, then id."""
    return date_key(date_of(one.corpus, entry)), entry.id
