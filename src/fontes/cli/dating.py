"""``fontes date``: what Fontes understands by a date."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from fontes.cli.common import Json, opened, print_json
from fontes.dates import DEFAULT, Anchor, Bound, Edge, NotUnderstood, Profile, When, as_edtf, explained, iso, meanings, read

_CALENDARS = {
    "julian": "Written in the Julian calendar; the days below are Gregorian.",
    "double": "Written in both calendars, which agree; the days below are Gregorian.",
    "unknown": "Written in a calendar that is not known; the days below are Gregorian.",
}


In = Annotated[Path | None, typer.Option("--in", metavar="FOLDER", help="Read as in this corpus, which may say what vague words mean.")]


def date(
    text: Annotated[str, typer.Argument(help="A date as it would stand in a corpus.")],
    corpus: In = None,
    json_: Json = False,
) -> None:
    """What Fontes understands by a date; status 1 and the part not understood for anything it refuses."""
    profile = DEFAULT if corpus is None else meanings(opened(corpus).corpus.preface.profile).profile
    when = read(text, profile)
    if json_:
        print_json(_refusal(when) if isinstance(when, NotUnderstood) else _values(when, text, profile))
    else:
        for line in _refused(when) if isinstance(when, NotUnderstood) else _sentences(when, profile):
            typer.echo(line)
    if isinstance(when, NotUnderstood):
        raise typer.Exit(1)


def _values(when: When, text: str, profile: Profile) -> dict[str, Any]:
    return {
        "edtf": as_edtf(when, profile), "earliest": iso(when.earliest), "latest": iso(when.latest), "start": [iso(b) for b in when.start],
        "end": [iso(b) for b in when.end], "calendar": when.calendar, "assumptions": list(when.assumptions), "rest": "",
        "text": text, "written": when.written, "form": when.form, "doubtful": when.doubtful, "approximate": when.approximate,
        "anchors": [{"name": a.name, "relation": a.relation, "least": a.least, "most": a.most} for a in when.anchors],
        "explained": [explained(one, profile) for one in when.assumptions],
    }  # fmt: skip


def _refusal(found: NotUnderstood) -> dict[str, Any]:
    return {
        "edtf": None, "earliest": None, "latest": None, "start": [None, None], "end": [None, None], "calendar": None, "assumptions": [],
        "rest": found.rest or found.text, "text": found.text, "reason": found.reason,
    }  # fmt: skip


def _refused(found: NotUnderstood) -> list[str]:
    return [f"In '{found.text}' the part '{found.rest or found.text}' is not understood. {found.reason}"]


def _sentences(when: When, profile: Profile) -> list[str]:
    lines = [f"{when.written}: {_days(when)}"]
    if when.calendar in _CALENDARS:
        lines.append(_CALENDARS[when.calendar])
    if when.doubtful:
        lines.append("Doubtful (?): the bounds stay, and nothing is certain by it.")
    lines += [_hanging(anchor) for anchor in when.anchors]
    edtf = as_edtf(when, profile)
    if edtf is None and not when.anchors:
        lines.append("EDTF cannot say this.")
    elif edtf is not None and edtf != when.written:
        lines.append(f"In EDTF: {edtf}")
    lines += [f"Assumption ({one}): {explained(one, profile)}" for one in when.assumptions]
    return lines


def _days(when: When) -> str:
    """The bounds as one sentence, shorter where a happening has only an earliest and a latest day."""
    if when.anchors:
        return "its days follow from what is known of the event it hangs on."
    if when.start == when.end and not when.is_span:
        if when.earliest == when.latest:
            return f"{iso(when.earliest)}."
        return f"earliest {iso(when.earliest)}, latest {iso(when.latest)}."
    return f"{_side('begins', 'beginning', when.start)}; {_side('ends', 'end', when.end)}."


def _side(verb: str, noun: str, bounds: tuple[Bound, Bound]) -> str:
    """How one end of a span is bounded."""
    low, high = bounds
    if low is Edge.OPEN and high is Edge.OPEN:
        return f"has no {noun} (open)"
    if low == high:
        return f"{verb} on {iso(low)}" if isinstance(low, int) else f"{verb} on a day not known"
    if isinstance(low, int):
        return f"{verb} between {iso(low)} and {iso(high)}" if isinstance(high, int) else f"{verb} on {iso(low)} or later"
    return f"{verb} by {iso(high)}"


def _hanging(anchor: Anchor) -> str:
    if anchor.least is None and anchor.most is None:
        return f"It hangs on '{anchor.name}': {anchor.relation} it."
    if anchor.most is None:
        return f"It hangs on '{anchor.name}': {anchor.least} days {anchor.relation} it, or more."
    days = f"{anchor.least} days" if anchor.least == anchor.most else f"{anchor.least} to {anchor.most} days"
    return f"It hangs on '{anchor.name}': {days} {anchor.relation} it."
