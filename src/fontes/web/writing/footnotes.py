"""From one footnote to the next: which fields a form keeps after a saving, and what the next passage is."""

from __future__ import annotations

import re

from fontes.text.compose import DECLARED, tidied
from fontes.web.writing.bodies import Fields
from fontes.web.writing.desk import Desk

_NUMBER = re.compile(r"(\d+)(\D*)\Z")
_ACCESS = ("per", "per-passage", "via", "via-passage")


def next_passage(passage: str) -> str:
    """The passage after this one: its last number and one (¶ 3 n. 9: ¶ 3 n. 10); empty where it has none."""
    found = _NUMBER.search(passage)
    if found is None or len(found[1]) > 9:
        return ""
    return f"{passage[: found.start()]}{int(found[1]) + 1}{found[2]}"


def remember(desk: Desk, kind: str, given: Fields, file: str) -> None:
    """Keep for the next form what the last one said of access and file."""
    desk.files[kind] = desk.files[""] = file
    if kind == "agent":
        return
    desk.access = {name: tidied(given[name][0]) for name in _ACCESS if given.get(name) and tidied(given[name][0])}
    if "then" in given:
        desk.then = "next" if given["then"][:1] == ("next",) else "keep"


def kept(desk: Desk, kind: str, given: Fields) -> tuple[tuple[str, str], ...]:
    """What the next form of this kind begins with. The passage is kept, or goes on to the next where that was chosen."""

    def value(name: str) -> str:
        values = given.get(name, ())
        return tidied(values[0]) if values else ""

    if kind == "section":
        return tuple((name, desk.access[name]) for name in _ACCESS if name in desk.access)
    if kind in DECLARED:
        return ()
    pairs = {name: value(name) for name in ("in", "passage", *_ACCESS, "file", "section")}
    if desk.then == "next":
        onward = "per-passage" if pairs["per-passage"] else "passage"
        pairs[onward] = next_passage(pairs[onward]) or pairs[onward]
        if onward == "per-passage":
            pairs["in"] = pairs["passage"] = ""
    agent = plain_agent(desk, pairs["in"])
    return tuple((name, one) for name, one in (("agent", agent), *pairs.items()) if one and len(one) < 500)


def plain_agent(desk: Desk, source: str) -> str:
    """Who speaks in a source, where that is plain: its only maker."""
    found = desk.bench.corpus.sources.get(source)  # type: ignore[call-overload]
    makers = [one.agent for one in found.makers if not one.doubtful and not one.ascribed] if found is not None else []
    return makers[0] if len(makers) == 1 else ""
