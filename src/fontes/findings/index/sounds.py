"""One spelling for the many ways in which a name is carried from one script into another.

Тухачевский is Tukhachevskii in a library, Tukhachevsky in a newspaper, Toukhatchevski in Paris and Tuchatschewski in Berlin. What is left
when their habits are taken away is much the same, and the rest is a letter, which the search forgives. The spelling made here is for
comparing alone and is never shown. It makes some different words alike: what is found so comes after what is spelt as it was asked for.
"""

from __future__ import annotations

import re

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўљњћђџј",
        "a b v g d e zh z i i k l m n o p r s t u f h ts ch sh shch _ i _ e u a i i e g u l n ch d dzh i".split(),
        strict=True,
    )
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t i f h ps o s".split(), strict=True))
_SIGNS = {letter: "" if sound == "_" else sound for letter, sound in {**_CYRILLIC, **_GREEK}.items()}
_HABITS = (
    ("stsch", "shch"), ("schtsch", "shch"), ("chtch", "shch"), ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("dsch", "dzh"), ("dj", "dzh"),
    ("kh", "h"), ("ck", "k"), ("cz", "ch"), ("sz", "sh"), ("rz", "zh"), ("tz", "ts"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("ph", "f"),
    ("yu", "u"), ("ju", "u"), ("iu", "u"), ("ya", "a"), ("ja", "a"), ("ia", "a"), ("ye", "e"), ("je", "e"), ("ie", "e"), ("yo", "e"), ("jo", "e"),
    ("ii", "i"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("yj", "i"), ("iji", "i"), ("y", "i"), ("j", "i"), ("w", "v"), ("q", "k"), ("c", "k"),
)  # fmt: skip
_PAIRS = dict(_HABITS)
_HABIT = re.compile("|".join(sorted(_PAIRS, key=len, reverse=True)))
_KEPT = re.compile(r"shch|ch|sh")
_TWICE = re.compile(r"(.)\1+")


def sounded(word: str) -> str:
    """A folded word as it is compared across scripts and transliterations; empty where nothing is left."""
    if not word.isascii():
        word = "".join(_SIGNS.get(sign, sign) for sign in word)
    made = _HABIT.sub(_plain, word)
    made = _TWICE.sub(r"\1", made)
    if len(made) > 3 and made.endswith("f"):
        made = made[:-1] + "v"
    return made


def _plain(found: re.Match[str]) -> str:
    """`c` alone sounds as `k`; in `ch` it stays."""
    at, word = found.end(), found.string
    if found[0] == "c" and word[at : at + 1] == "h":
        return "c"
    return _PAIRS[found[0]]
