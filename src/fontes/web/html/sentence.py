"""Sentences as HTML.

Whatever the makers of a corpus wrote is text until it goes through `seen` or `escape`; what is put together from that is markup. Plain functions
and no templates: a page has thousands of parts, and a call of a macro costs more than the part itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from fontes.present.pages import Ink, Link, Sign, To, Words
from fontes.present.phrasing import texts as text_words
from fontes.present.phrasing import wording
from fontes.present.phrasing.signs import STATUSES
from fontes.present.visible import visible

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a page leads: the address of a place and, where something can be written, the forms that change a statement and record one."""

    address: Callable[[To], str]
    editing: Callable[[str], str] | None = None
    writing: Callable[[Pairs], str] | None = None


def escape(text: str) -> str:
    """Text as markup: no sign of it has a meaning of its own, in an element or between quotation marks."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;").replace('"', "&#34;")


def seen(text: str) -> str:
    """The same, with every sign of it visible."""
    return escape(text if text.isprintable() else visible(text))


def sentence(parts: Sequence[Any], ways: Ways) -> str:
    """A sentence as markup."""
    return "".join([_PARTS[type(one)](one, ways) for one in parts])


def lang(tag: str) -> str:
    """The attribute of a language, where it is not that of the page."""
    return f' lang="{escape(tag)}"' if tag and tag != wording.LANGUAGE else ""


def _words(one: Words, _ways: Ways) -> str:
    text = seen(one.text)
    if one.ink is Ink.MARK:
        return f"<mark{lang(one.language)}>{text}</mark>"
    if one.ink or one.language:
        return f"<span{_class(one.ink)}{lang(one.language)}>{text}</span>"
    return text


def _link(one: Link, ways: Ways) -> str:
    if one.ink is Ink.MARK:
        return f"<mark{lang(one.language)}>{seen(one.text)}</mark>"
    text = _marked(one) if one.marks else seen(one.text)
    return f'<a href="{escape(ways.address(one.to))}"{_class(one.ink)}{lang(one.language)}><bdi>{text}</bdi></a>'


def _marked(link: Link) -> str:
    """The text of a link, with what was looked for marked in it."""
    edges = sorted({0, len(link.text), *(edge for mark in link.marks for edge in mark)})
    pieces = ((seen(link.text[begin:end]), any(at[0] <= begin and end <= at[1] for at in link.marks)) for begin, end in pairwise(edges))
    return "".join(f"<mark>{text}</mark>" if marked else text for text, marked in pieces)


def _sign(one: Sign, _ways: Ways) -> str:
    word = escape(one.word)
    status = f' data-status="{word}"' if one.word in STATUSES else ""
    return f'<span{_class(one.ink)}{status}><span class="sign" aria-hidden="true">{escape(one.mark)}</span> {word}</span>'


def _class(ink: Ink) -> str:
    return f' class="{escape(ink)}"' if ink else ""


_PARTS: dict[type, Callable[[Any, Ways], str]] = {Words: _words, Link: _link, Sign: _sign, type(None): lambda _one, _ways: ""}


def edit(name: str, ways: Ways) -> str:
    """The way to where a statement can be changed, after a space; empty where nothing can be."""
    if ways.editing is None:
        return ""
    label = escape(text_words.EDIT_IT.format(name=visible(name)))
    return f' <a class="edit" href="{escape(ways.editing(name))}" aria-label="{label}">{escape(text_words.EDIT)}</a>'
