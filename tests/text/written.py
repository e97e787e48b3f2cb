"""Corpora as hypothesis writes them: statements of every kind, with every particular, over names that are all declared."""

from __future__ import annotations

from hypothesis import strategies as st

from fontes.compile import Compiled, Unit, compile_units
from fontes.text.parse import Parsed, parse
from fontes.text.vocabulary import (
    ANYTHING,
    CHOICES,
    CODES,
    COUNTED,
    FAMILIES,
    ON_PROPOSITIONS,
    ON_QUESTIONS,
    OUTCOMES_WITHOUT,
    PLURAL_OF,
    REPEATABLE,
    REPORTING,
    SPEAKING,
    STANDINGS,
)

AGENTS = ("conquest", "бенеш", "Σταλιν", "محمد", "गांधी", "毛泽东", "red-army-2")
SOURCES = ("benes-memoirs", "труд-1936", "大公報")
EVENTS = ("trial", "февральский-пленум")
PROPOSITIONS = ("power-grab", "заговор", "σχέδιο")
QUESTIONS = ("why-purge", "為什麼")
LABELS = ("^first", "^второй")
OBSERVATIONS = ("found-nothing",)
BARE = ("1937", "1937-06-12", "1936/1937", "193X", "1937?", "/1936", "1937-06-12/1937-07", "-0044-03-15", "[1936,1937]")
PHRASES = (
    "between 1936 and 1937", "shortly after trial", "before 1937", "about 1930", "summer 1936", "by June 1937", "after trial",
    "between 0 and 60 days after trial", "from 1936 to 1937", "4 months before trial",
)  # fmt: skip
PASSAGES = ("p. 34", "¶ 18", "pp. 218–219", "f. 37837 op. 10 d. 142 l. 93", "passim", "12", "n. 3 p. 4")

PREAMBLE = "\n".join(
    [
        "directly",
        *(f'agent {name} "Agent {number}"\n  role participant' for number, name in enumerate(AGENTS)),
        *(f'source {name} "Source {number}"\n  out 19{number}3' for number, name in enumerate(SOURCES)),
        *(f'event {name} "What happened"' for name in EVENTS),
        *(f'question {name} "Why?"' for name in QUESTIONS),
        *(f'proposition {name} "It was so."' for name in PROPOSITIONS),
        *(f'observation {name} "Nothing was found."\n  found' for name in OBSERVATIONS),
        'period terror "The Terror" 1936/1938',
        *(f"{AGENTS[0]} asserts {name}   {label}" for name, label in zip(PROPOSITIONS, LABELS, strict=False)),
        "",
    ]
)

agents, sources, events = st.sampled_from(AGENTS), st.sampled_from(SOURCES), st.sampled_from(EVENTS)
propositions, questions, labels = st.sampled_from(PROPOSITIONS), st.sampled_from(QUESTIONS), st.sampled_from(LABELS)
dates = st.sampled_from((*BARE, *PHRASES))
before = st.sampled_from((*(f"{one} " for one in BARE), *(f"{one}, " for one in PHRASES), ""))
passages = st.sampled_from(PASSAGES)
texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12).map(
    lambda words: '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
)


def listed(one: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(one, min_size=1, max_size=most, unique=True).map(", ".join)


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda words: " ".join(filter(None, words)))


def maybe(one: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.just("") | one


access = joined(sources, maybe(passages), maybe(joined(st.just("via"), sources, maybe(passages))))
members = (
    joined(sources, maybe(passages | st.just('"pp. 47, 49"')), maybe(joined(st.just("saying"), propositions)))
    | propositions | events | labels | labels.map("that {}".format) | sources.map("text of {} p. 3".format)
)  # fmt: skip
grounds = st.lists(
    st.lists(st.lists(members, min_size=1, max_size=2).map(" and ".join), min_size=1, max_size=2).map(" or ".join), min_size=1, max_size=3
).flatmap(lambda parts: st.sampled_from([", ".join(parts), ", ".join([*parts, "others"])]))
apart = maybe(st.sampled_from(("between 2 and 6 months", "3 days", "between 0 and 1 weeks")))
units = sources | agents | labels | st.sampled_from(("kind:memoir", "criticised:coerced", f"word:{AGENTS[0]}"))
embedded = st.recursive(
    joined(agents, st.sampled_from((*ON_PROPOSITIONS, "knows")), propositions, maybe(st.sampled_from(("by 1937", "by June 1937")))).map(
        "({})".format
    ),
    lambda inner: joined(agents, st.sampled_from(ON_PROPOSITIONS), inner).map("({})".format),
    max_leaves=2,
)
mark = st.sampled_from((*CODES, "-10..-3 dB", "3 dB", "0.1..0.3"))

VALUES: dict[str, st.SearchStrategy[str]] = {
    **dict.fromkeys(("note", "private note", "consensus", "place", "quote"), texts),
    **dict.fromkeys(("recorded-by", "checked-by", "same-as", "examined"), st.sampled_from(("whole", "A. N. Other", "pp. 3–9"))),
    **dict.fromkeys(("format", "language", "kind", "origin", "school", "strand", "sense", "result", "prefer"), st.just("memoir")),
    "also": listed(texts),
    "role": listed(st.sampled_from(CHOICES["agent", "role"])),
    "distrust": listed(units),
    "among": listed(sources | texts),
    "upon": listed(labels),
    "follows": listed(sources | labels),
    **dict.fromkeys(("by", "ascribed-to"), joined(listed(agents), maybe(st.just("?")))),
    **dict.fromkeys(("to", "about", "run-by", "targets", "compromises", "coded-by"), listed(agents)),
    **dict.fromkeys(("treats", "answers"), listed(questions)),
    **dict.fromkeys(("alleges", "excludes", "needs", "disclaims", "on"), listed(propositions)),
    **dict.fromkeys(("carries", "inauthentic", "without-access", "independent-of"), listed(sources)),
    **dict.fromkeys(("case", "at"), events),
    "of": agents,
    **dict.fromkeys(("edition-of", "translation-of"), sources),
    **dict.fromkeys(("born", "died", "made", "out", "when", "from", "until", "as-of", "published-by"), dates),
    **dict.fromkeys(("before", "after"), joined(events | labels, apart)),
    "during": joined(events | labels, apart) | st.just("1936/1937"),
    **dict.fromkeys(("rests-on", "rests-on?", "draws-on", "draws-on?"), grounds),
    **dict.fromkeys(("found", "not-found", "not-sought", "unanswerable"), st.just("")),
    "in": joined(sources, maybe(passages)),
    "cite": joined(st.sampled_from(("benes1954", "key:7")), maybe(passages)),
    "part": joined(propositions, maybe(st.sampled_from(("together", "cumulative", "context")))) | texts.map("missing {}".format),
    "figure": joined(st.sampled_from(("36761", "0.5", "10..20", "12%", "3 divisions", '3 "field armies"')), st.just("of"), texts),
    "lasts": st.sampled_from(("3 days", "between 2 and 6 months")),
    "as": st.just("head"),
    "counts": st.sampled_from(("events", "events strand police", "events kind case span 1921/1934")),
    "coverage": listed(joined(sources, maybe(st.just("1921/1934")))),
    "criticisms": st.sampled_from(("shown", "counting", "forged, coerced of conquest as-of 1996")),
    "voices": st.sampled_from(("scholar, press", "school totalitarian", "conquest taken-within 1924/1925")),
    "profile": texts.map("shortly-after {}".format),
    "per": access | st.just("n. 12") | st.just("¶ 9 n. 3"),
}
PART_OF = {"source": sources, "event": events, "question": questions}
MAY_HAVE_ACCESS = frozenset(VALUES) - {
    "per", "profile", "examined", "recorded-by", "checked-by", "found", "not-found", "not-sought", "unanswerable",
}  # fmt: skip


@st.composite
def below(draw: st.DrawFn, family: str) -> str:
    """Some particulars that this family takes, each on its line; those that stand once, once."""
    known = sorted(FAMILIES[family] | ANYTHING)
    known += [f"{one}?" for one in known if one in ("rests-on", "draws-on")]
    lines, used = [], set()
    for keyword in draw(st.lists(st.sampled_from(known), max_size=4)):
        if keyword in used and keyword not in REPEATABLE:
            continue
        used.add(keyword)
        chosen = CHOICES.get((family, keyword))
        value = st.sampled_from(chosen) if chosen else PART_OF.get(family, propositions) if keyword == "part-of" else VALUES[keyword]
        own = f" per {draw(access)}" if keyword.rstrip("?") in MAY_HAVE_ACCESS and draw(st.integers(0, 4)) == 0 else ""
        lines.append(f"  {keyword} {draw(value)}{own}".rstrip())
    return "".join(f"{line}\n" for line in lines)


@st.composite
def declaration(draw: st.DrawFn, number: int) -> str:
    keyword = draw(
        st.sampled_from(("agent", "source", "event", "question", "proposition", "observation", "period", "series", "lens", "corpus"))
    )
    if keyword == "corpus" and number:
        keyword = "agent"
    wording = draw(texts if keyword != "period" else maybe(texts))
    span = " 1936/1937" if keyword == "period" else ""
    return f"{keyword} {keyword}-{number} {wording}{span}\n{draw(below(keyword))}"


def _tail(verb: str, number: int) -> st.SearchStrategy[str]:
    said = propositions | embedded | texts.map(f"new-{number} {{}}".format)
    if verb in ON_PROPOSITIONS:
        return said
    if verb in ON_QUESTIONS:
        against = joined(st.just("against"), propositions)
        return joined(questions, maybe(against)) if verb == "raises" else questions
    if verb in REPORTING:
        hop = agents | st.just("?")
        way = joined(hop, maybe(hop.map("> {}".format)), maybe(joined(st.just(">"), listed(agents))))
        return joined(way, said)
    if verb in SPEAKING:
        return joined(maybe(listed(agents).map("to {}".format)), texts)
    return {
        "impeaches": joined(sources | labels, maybe(listed(st.sampled_from(("forged", "hearsay", '"second hand"'))).map("as {}".format))),
        "vouches-for": sources | labels,
        "serves-as": texts,
        "belongs-to": agents,
        "receives": joined(sources, maybe(agents.map("from {}".format))),
        "sought": sources | texts,
        "dates": joined(events | labels, dates),
        "assesses": joined(st.just(f"{OBSERVATIONS[0]}:"), listed(joined(propositions, maybe(propositions.map("over {}".format)), mark))),
    }[verb]


@st.composite
def act(draw: st.DrawFn, number: int) -> str:
    verb = draw(st.sampled_from(sorted(one for one in FAMILIES if one in PLURAL_OF and one != "knows")))
    who = draw(st.lists(agents, min_size=1, max_size=2, unique=True) | texts.map(lambda words: [f"unnamed {words}"]))
    spoken = PLURAL_OF[verb] if len(who) > 1 else verb
    again = draw(st.sampled_from(("", "", "repeatedly ")))
    label = f"   ^label-{number}" if len(who) == 1 and draw(st.booleans()) else ""
    line = f"{draw(before)}{', '.join(who)} {again}{spoken} {draw(_tail(verb, number))}{label}"
    return f"{line}\n{draw(below(verb))}"


expectation = st.one_of(
    joined(st.sampled_from(COUNTED), st.just("of"), propositions, st.sampled_from(("=", "<", "<=", ">", ">=")), st.just("3")),
    joined(propositions, st.sampled_from([one.replace("-", " ") for one in OUTCOMES_WITHOUT]), st.just("without"), listed(units)),
    joined(propositions, st.just("is"), st.sampled_from([one.replace("-", " ") for one in STANDINGS])),
    joined(agents, st.sampled_from((*ON_PROPOSITIONS, "knows")), propositions, maybe(st.just("by 1937-06-30"))),
    joined(events, st.just("before"), events),
).map("expect {}\n".format)


def statement(number: int) -> st.SearchStrategy[str]:
    """One statement of any kind; what it declares has the number in its name."""
    other = (
        expectation
        | st.lists(agents, min_size=2, max_size=3, unique=True).map(lambda names: f"distinct {', '.join(names)}\n")
        | st.just(f"rename old-{number} -> conquest\n")
    )
    return st.one_of(act(number), act(number), declaration(number), other)


@st.composite
def sections(draw: st.DrawFn, most: int = 3) -> list[str]:
    """Some sections; each may stand in any file and in any order."""
    made, number = [], 0
    for _ in range(draw(st.integers(1, most))):
        head = draw(st.just("directly") | access.map("through {}".format))
        body = []
        for _ in range(draw(st.integers(1, 3))):
            body.append(draw(statement(number)))
            number += 1
        made.append(f"{head}\n{''.join(body)}")
    return made


def compiled(*texts_: str) -> Compiled:
    """A corpus of one or several files."""
    return compile_units(Unit.of(f"{n}.fontes", parsed(text, f"{n}.fontes").statements) for n, text in enumerate(texts_))


def parsed(text: str, file: str = "a.fontes") -> Parsed:
    return parse(text, file)
