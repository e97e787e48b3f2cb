"""The words of the language: verbs, keywords, and which keyword may stand under what."""

from __future__ import annotations

ON_PROPOSITIONS = ("asserts", "supposes", "leaves-open", "doubts", "denies")
ON_QUESTIONS = ("raises", "passes-over", "declares-unanswerable")
REPORTING = ("tells", "relays")
SPEAKING = ("proposes", "orders", "asks")
JUDGING = ("impeaches", "vouches-for")
SERVING = ("serves-as", "belongs-to")

PLURALS = {
    "assert": "asserts", "suppose": "supposes", "leave-open": "leaves-open", "doubt": "doubts", "deny": "denies",
    "raise": "raises", "pass-over": "passes-over", "declare-unanswerable": "declares-unanswerable",
    "tell": "tells", "relay": "relays", "propose": "proposes", "order": "orders", "ask": "asks",
    "impeach": "impeaches", "vouch-for": "vouches-for", "serve-as": "serves-as", "belong-to": "belongs-to",
    "receive": "receives", "seek": "sought", "date": "dates", "assess": "assesses", "know": "knows",
}  # fmt: skip
VERBS = {**PLURALS, **{verb: verb for verb in PLURALS.values()}}
PLURAL_OF = {singular: plural for plural, singular in PLURALS.items() if singular != "sought"} | {"sought": "sought"}

DECLARATIONS = (
    "corpus", "agent", "source", "event", "question", "proposition", "observation", "period", "series", "lens",
)  # fmt: skip
OTHER_STATEMENTS = ("through", "directly", "expect", "rename", "distinct")
RESERVED = frozenset(VERBS) | frozenset(DECLARATIONS) | frozenset(OTHER_STATEMENTS) | {"unnamed", "repeatedly"}

ANYTHING = frozenset({"note", "private note", "recorded-by", "checked-by", "per"})
THING = frozenset({"answers", "excludes", "needs", "part-of", "part", "disclaims", "about", "compromises", "figure", "kind"})
UTTERANCE = frozenset({"in", "rests-on", "upon", "case", "quote"})
RELATIONS = frozenset({"before", "after", "during"})

FAMILIES: dict[str, frozenset[str]] = {
    "corpus": frozenset({"format", "language", "consensus", "profile"}),
    "agent": frozenset({"also", "role", "kind", "born", "died", "same-as", "language"}),
    "source": frozenset(
        {
            "kind", "by", "ascribed-to", "to", "made", "out", "origin", "school", "cite", "draws-on", "follows",
            "independent-of", "treats", "examined", "edition-of", "translation-of", "part-of", "language", "same-as",
        }
    ),
    "event": frozenset(
        {"strand", "kind", "about", "run-by", "targets", "when", "lasts", "sense", "alleges", "part-of", "place"}
    )
    | RELATIONS,
    "question": frozenset({"kind", "part-of", "about"}),
    "proposition": THING - {"kind"},
    "observation": (THING - {"kind"}) | {"found", "not-found", "not-sought"},
    "period": frozenset({"school"}),
    "series": frozenset({"counts", "coverage"}),
    "lens": frozenset(
        {
            "distrust", "inauthentic", "without-access", "as-of", "published-by", "criticisms", "prefer", "voices",
        }
    ),
    "distinct": frozenset(),
    **{verb: UTTERANCE | RELATIONS | THING | {"follows"} for verb in (*ON_PROPOSITIONS, *ON_QUESTIONS)},
    "leaves-open": UTTERANCE | RELATIONS | THING | {"follows", "unanswerable"},
    **{verb: UTTERANCE | RELATIONS | THING | {"carries"} for verb in REPORTING},
    **{verb: UTTERANCE | RELATIONS | {"carries"} for verb in SPEAKING},
    **{verb: UTTERANCE | RELATIONS | {"on"} for verb in JUDGING},
    **{verb: UTTERANCE | RELATIONS | {"from", "until", "at", "of", "as"} for verb in SERVING},
    "receives": UTTERANCE | RELATIONS | {"carries"},
    "sought": frozenset({"in", "among", "result"}) | RELATIONS,
    "dates": UTTERANCE,
    "assesses": frozenset({"in", "coded-by"}),
}  # fmt: skip

REPEATABLE = frozenset(
    {
        "note", "private note", "recorded-by", "checked-by", "per", "also", "role", "by", "ascribed-to", "to",
        "cite", "draws-on", "follows", "independent-of", "treats", "when", "before", "after", "during", "answers",
        "excludes", "needs", "part-of", "part", "disclaims", "about", "compromises", "figure", "rests-on", "upon",
        "carries", "among", "counts", "coverage", "distrust", "inauthentic", "without-access", "alleges", "same-as",
        "consensus", "profile", "on", "run-by", "targets", "coded-by", "criticisms",
    }
)  # fmt: skip

LOCATORS = frozenset(
    {
        "p", "pp", "n", "nn", "no", "nos", "vol", "vols", "ch", "chs", "chap", "f", "ff", "fol", "folio", "folios",
        "line", "lines", "l", "ll", "col", "cols", "table", "doc", "docs", "document", "page", "pages", "note", "notes",
        "preface", "introduction", "appendix", "passim", "sect", "section", "part", "para", "tel", "op", "d", "row",
    }
)  # fmt: skip

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("agent", "role"): ("participant", "witness", "scholar", "press"),
    ("agent", "kind"): ("person", "organisation", "group", "publication"),
    ("source", "origin"): ("witnessed", "recorded", "invented"),
    ("event", "sense"): ("within", "throughout", "covers"),
    ("sought", "result"): ("found", "not-found"),
    ("lens", "prefer"): ("later",),
}
COUNTED = ("origins", "shown-origins", "voices", "removals", "separate-lines")
OUTCOMES_WITHOUT = ("falls", "is-weakened", "stands")
STANDINGS = ("supported", "supported-in-part", "without-recorded-support")
CODES = ("CC", "C", "N", "I", "II", "NA")
