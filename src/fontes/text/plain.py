"""The commonest lines, read at one stroke.

They are most of a large corpus. What is read here is read as ``heads.head`` and ``values.particular`` would read it; everything else,
and everything that could be wrong, is left to them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

from fontes.dates import NotUnderstood, read
from fontes.diagnostics import Span
from fontes.text.syntax import DIRECTLY, Access, Act, Dated, Member, Particular, Reference, Value, Word
from fontes.text.tokens import Line, composed, is_locator, is_name
from fontes.text.vocabulary import ON_PROPOSITIONS, RESERVED, VERBS

_PARTICULAR = re.compile(r'( +)(in|rests-on|per) +([^\s(),>"“^]+)((?: +[^\s(),>"“^]+)*) *\Z')
_KEYWORDS = {"in": "in", "rests-on": "rests-on", "per": "per"}
_JOINTS = frozenset({"and", "or", "saying", "per", "via", "others", "that", "text"})
_ACT = re.compile(r'(\d{4}(?:-\d\d){0,2}) +([^\s(),>"“^]+) +([^\s(),>"“^]+) +([^\s(),>"“^]+)\Z')
_VERBS = {written: verb for written, verb in VERBS.items() if verb in ON_PROPOSITIONS}
_new = tuple.__new__
"""Past the named constructor: these values are made by the million."""


def plain_act(line: Line) -> Act | None:
    """``DATE AGENT asserts PROPOSITION`` and its like: a bare date, one agent, one name, no label."""
    text, file, number, cell = line
    match = _ACT.match(text)
    if match is None or cell is not None:
        return None
    written, who, said, what = match.groups()
    verb = _VERBS.get(said)
    if verb is None or who in RESERVED or not is_name(who) or not is_name(what):
        return None
    when = read(written)
    if isinstance(when, NotUnderstood):
        return None
    _, (_, until), agent, (begin, end), thing = match.regs
    date = _new(Dated, (when, _new(Span, (file, number, 1, number, until + 1, ""))))
    named = _new(Word, (verb, _new(Span, (file, number, begin + 1, number, end + 1, ""))))
    whole = _new(Span, (file, number, 1, number, len(text) + 1, ""))
    agents, what_on = (_word(who, file, number, *agent),), _word(what, file, number, *thing)
    return _new(Act, (date, agents, None, False, named, what_on, None, None, (), DIRECTLY, whole, (), (), (), (), None))


def plain_particular(line: Line) -> Particular | None:
    """``in``, ``rests-on`` and ``per`` with one name and a passage, or a passage."""
    text, file, number, cell = line
    match = _PARTICULAR.match(text)
    if match is None or cell is not None:
        return None
    indent, keyword, first, more = match.groups()
    passage = _passage(more)
    if passage is None or first in _JOINTS:
        return None
    begin, at = len(indent) + 1, match.start(3) + 1
    until = at + len(first)
    end = until + len(more)
    key = _new(Word, (_KEYWORDS[keyword], _new(Span, (file, number, begin, number, begin + len(keyword), ""))))
    whole = _new(Span, (file, number, begin, number, end, ""))
    if keyword == "per" and is_locator(first):
        words = intern(f"{first} {passage}" if passage else first)
        return _new(Particular, (key, _new(Access, (None, words, None, _new(Span, (file, number, at, number, end, "")))), False, None, whole))
    if not is_name(first):
        return None
    value: Value
    name = _word(first, file, number, at - 1, until - 1)
    if keyword == "rests-on":
        value = _new(Member, ("name", name, passage, None))
    elif keyword == "per":
        value = _new(Access, (name, passage, None, _new(Span, (file, number, at, number, end, ""))))
    else:
        value = _new(Reference, (name, passage))
    return _new(Particular, (key, value, False, None, whole))


@lru_cache(maxsize=1 << 16)
def _passage(more: str) -> str | None:
    """The words after a name as a passage: spaces folded, composed; nothing where one of them has a meaning of its own."""
    words = more.split()
    return intern(composed(" ".join(words))) if _JOINTS.isdisjoint(words) else None


def _word(text: str, file: str, number: int, start: int, end: int) -> Word:
    """A name as it is kept: composed, and equal names one string."""
    return _new(Word, (intern(text if text.isascii() else composed(text)), _new(Span, (file, number, start + 1, number, end + 1, ""))))
