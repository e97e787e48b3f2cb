"""Addresses: a place in the workbench as a path and back. Names may be in any script, and may hold any sign."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from fontes.present.pages import To

MOST_UNITS = 50
"""How many units an address may ask to do without."""


def address(to: To) -> str:
    """The address of a place; every sign of a name that means something in an address is written with a percent sign."""
    path = "/" + to.room.value
    if to.name:
        path += "/" + quote(to.name, safe="")
    query = "?" + urlencode(to.query, quote_via=quote) if to.query else ""
    return path + query + (f"#{fragment(to.anchor)}" if to.anchor else "")


def fragment(anchor: str) -> str:
    """The part after `#`."""
    return quote(mark(anchor), safe="")


def mark(anchor: str) -> str:
    """The id of a place on a page: without spaces, which an id may not have."""
    return "_".join(anchor.split())
