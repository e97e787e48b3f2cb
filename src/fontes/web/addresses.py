"""Addresses: a place in the workbench as a path and back. Names may be in any script, and may hold any sign."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote, urlencode

from fontes.present.pages import To

MOST_UNITS = 50
"""How many units an address may ask to do without."""


def address(to: To, lens: Sequence[tuple[str, str]] = ()) -> str:
    """The address of a place, seen through the lens of these parameters.

    Every sign of a name that means something in an address is written with a percent sign.
    """
    query = (*to.query, *lens)
    whole = path(to) + _asked(query) if query else path(to)
    return f"{whole}#{fragment(to.anchor)}" if to.anchor else whole


def path(to: To) -> str:
    """The address of a place without what narrows it."""
    room = f"/{to.room}.{to.form}" if to.form else f"/{to.room}"
    return f"{room}/{_written(to.name)}" if to.name else room


def queried(path: str, query: Sequence[tuple[str, str]]) -> str:
    """A path with its parameters."""
    return path + ("?" + urlencode(query, quote_via=quote, safe=":^") if query else "")


@lru_cache(maxsize=512)
def _asked(query: tuple[tuple[str, str], ...]) -> str:
    """The part of an address from the question mark on, of the parameters that say something. Every link of a page carries the same lens."""
    return queried("", [pair for pair in query if pair[1]])


@lru_cache(maxsize=4096)
def _written(name: str) -> str:
    return quote(name, safe="")


def again(path: str) -> str:
    """A path as a request brought it, its signs decoded, as it stands in an address: a name may hold a question mark."""
    return quote(path, safe="/")


def fragment(anchor: str) -> str:
    """The part after `#`."""
    return _written(mark(anchor))


def mark(anchor: str) -> str:
    """The id of a place on a page: without spaces, which an id may not have."""
    return "_".join(anchor.split())
