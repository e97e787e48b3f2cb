"""One spelling for the many ways in which a name is carried from one script into another.

Тухачевский is Tukhachevskii in a library, Tukhachevsky in a newspaper, Toukhatchevski in Paris and Tuchatschewski in Berlin. What is left
when their habits are taken away is much the same, and the rest is a letter, which the search forgives. The spelling made here is for
comparing alone and is never shown. It makes some different words alike: what is found so comes after what is spelt as it was asked for.
"""

from __future__ import annotations

import re

_CYRILLIC = "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=shch ъ= ы=i ь= э=e ю=u я=a"
_NEIGHBOURS = "і=i ї=i є=e ґ=g ў=u љ=l њ=n ћ=ch ђ=d џ=dzh ј=i"
_GREEK = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=h ψ=ps ω=o"
_SIGNS = {letter: sound for letter, _, sound in (pair.partition("=") for pair in f"{_CYRILLIC} {_NEIGHBOURS} {_GREEK}".split(" "))}
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
