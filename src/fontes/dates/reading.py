"""Reading a date from the words of a corpus, and writing it back."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from fontes.dates.edtf import bare, expression
from fontes.dates.phrases import phrase
from fontes.dates.profile import DEFAULT, Profile
from fontes.dates.when import NotUnderstood, Refused, When

_KEPT = 1 << 14


def read(text: str, profile: Profile = DEFAULT) -> When | NotUnderstood:
    """What these words say about when; or what in them is not understood. Never raises, never guesses.

    `read(w.written) == w` for every date read. The profile says what vague words mean.
    """
    return _by_default(text) if profile is DEFAULT else _read(text, profile)


@lru_cache(maxsize=_KEPT)
def _by_default(text: str) -> When | NotUnderstood:
    """Kept by the words alone: a profile is large, and the usual one need not be compared."""
    return _understood(text, DEFAULT)


@lru_cache(maxsize=_KEPT)
def _read(text: str, profile: Profile) -> When | NotUnderstood:
    return _understood(text, profile)


def _understood(text: str, profile: Profile) -> When | NotUnderstood:
    words = text.strip()
    try:
        match = bare(words)
        if match and match.end() == len(words):
            return expression(words, profile)
        return phrase(words, profile)
    except Refused as refused:
        return _refusal(text, refused)


def _refusal(text: str, refused: Refused) -> NotUnderstood:
    lead = len(text) - len(text.lstrip())
    first, last = refused.offset + lead, refused.end + lead
    return NotUnderstood(text, text[first:last], first, refused.reason)


def write(when: When) -> str:
    """The date in canonical words."""
    return when.written


def stated(when: When, profile: Profile = DEFAULT) -> When:
    """The same date with the bounds as stated: without what `~`, `about` and rounding add to them."""
    made = read(when.written, _unwidened(profile))
    return made if isinstance(made, When) else when


@lru_cache(maxsize=16)
def _unwidened(profile: Profile) -> Profile:
    return replace(
        profile,
        name=f"{profile.name}, as stated",
        widenings=tuple(replace(one, days=0, months=0) for one in profile.widenings),
        roundings=tuple(replace(one, days=0) for one in profile.roundings),
    )
