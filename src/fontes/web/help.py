"""The addresses of help: `/help` and `/help/TOPIC`."""

from __future__ import annotations

from fontes.present.pages import Page
from fontes.present.phrasing import refusals
from fontes.present.phrasing.help import KEYS_ARE
from fontes.present.rooms.help import help_page, topic_page
from fontes.web.visit import Visit, refuse


def contents(_visit: Visit) -> Page:
    """All topics."""
    return help_page()


def topic(visit: Visit) -> Page:
    """One topic; a KeyError where there is none of this name."""
    keys = visit.words("keys")
    if keys and keys not in KEYS_ARE:
        raise refuse(400, refusals.BAD_QUERY.format(words=f"keys={keys}"))
    return topic_page(visit.name, keys)
