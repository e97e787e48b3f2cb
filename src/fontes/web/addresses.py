"""Addresses: a place in the workbench as a path and back. Names may be in any script, and may hold any sign."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from fontes.present.pages import To

MOST_UNITS = 50
"""How many units an address may ask to do without."""


def address(to: To, lens: Sequence[tuple[str, str]] = ()) -> str:
    """The address of a place, seen through the lens of these parameters.

    Every sign of a name that means something in an address is written with a percent sign.
    """
    query = [pair for pair in (*to.query, *lens) if pair[1]]
    return queried(path(to), query) + (f"#{fragment(to.anchor)}" if to.anchor else "")


def path(to: To) -> str:
    """The address of a place without what narrows it."""
    return "/" + to.room.value + (f".{to.form}" if to.form else "") + ("/" + quote(to.name, safe="") if to.name else "")


def queried(path: str, query: Sequence[tuple[str, str]]) -> str:
    """A path with its parameters."""
    return path + ("?" + urlencode(query, quote_via=quote, safe=":^") if query else "")


def again(path: str) -> str:
    """A path as a request brought it, its signs decoded, as it stands in an address: a name may hold a question mark."""
    return quote(path, safe="/")


def fragment(anchor: str) -> str:
    """The part after `#`."""
    return quote(mark(anchor), safe="")


def mark(anchor: str) -> str:
    """The id of a place on a page: without spaces, which an id may not have."""
    return "_".join(anchor.split())
