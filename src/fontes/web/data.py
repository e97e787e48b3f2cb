"""Answers as data, for the fields and the bar of a page: names to complete, and what a lens changes."""

from __future__ import annotations

from functools import partial
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from fontes.findings.index import Among, Kept
from fontes.model.lens import Lens
from fontes.present.rooms.lens import seen_words
from fontes.web import finding
from fontes.web.bar import effect
from fontes.web.changes import believing
from fontes.web.lens import NotALens, looking
from fontes.web.names import MOST as MOST_NAMES
from fontes.web.names import Offered
from fontes.web.visit import Visit, refuse, visited
from fontes.web.writing.called import called

MOST = 500
"""So many changed propositions are listed; the rest is counted."""


def complete(request: Request) -> Response:
    """What is called something like `q`: things to distrust, with `of=things` whatever something can be about, with kinds of
    things (`of=agents+events`) those, in any spelling recorded.
    """
    try:
        with request.app.state.reading.lock:
            visit = visited(request)
            begun, of = visit.words("q"), visit.words("of")
            names = visit.reading.names
            things = names.completing_things if of == "things" else partial(called(visit.reading).completing, of) if of else partial(_spelt, visit)
            found = things(begun)
    except HTTPException as refusal:
        return JSONResponse({"error": refusal.detail}, refusal.status_code)
    return JSONResponse({"names": [{"value": value, "label": label, "kind": kind} for value, label, kind in found]})


def _spelt(visit: Visit, begun: str) -> tuple[Offered, ...]:
    """What can be distrusted and is called so; after that, as far as there is room, what is so called in another script or transliteration."""
    found = visit.reading.names.completing(begun)
    if len(found) >= MOST_NAMES or not begun:
        return found
    others = finding.found(visit, begun, Among.AGENTS, Among.SOURCES)
    both = [pair for among in (Among.AGENTS, Among.SOURCES) for pair in others.part(among, 0, MOST_NAMES)]
    ids = [thing.id for thing, number in both if (hit := others.hit(number)) and hit.kept in (Kept.NAME, Kept.ALSO, Kept.ID)]
    return tuple(dict.fromkeys((*found, *visit.reading.names.spelt(ids))))[:MOST_NAMES]


def changes(request: Request) -> Response:
    """Which propositions stand otherwise under the lens of the address: than under the lens of the query in `from`, else than under the one
    `beside` it, else than with everything believed.
    """
    try:
        with request.app.state.reading.lock:
            visit = visited(request)
            before = _before(visit)
            other = visit.looking.beside if before is None else before
            found = visit.reading.changed(believing(visit.lens) if other is None else other, visit.lens)
            told, seen = effect(visit.reading, visit.looking), seen_words(visit.bench.corpus, visit.looking.lens)
    except HTTPException as refusal:
        return JSONResponse({"error": refusal.detail}, refusal.status_code)
    listed = [{"id": each.id, "before": each.before.value, "after": each.after.value, "way": each.way} for each in found[:MOST]]
    return JSONResponse({"seen": seen, "effect": told, "count": len(found), "propositions": listed})


LONGEST_QUERY = 4000
"""So many signs the query of another lens may have."""


def _before(visit: Visit) -> Lens | None:
    """The lens of the page that is open, as the query of its address; None where none is given. An empty query is the plain lens."""
    if "from" not in visit.request.query_params:
        return None
    try:
        return looking(visit.reading.names, parse_qsl(visit.words("from", LONGEST_QUERY).removeprefix("?"))).support
    except NotALens as refusal:
        raise refuse(400, str(refusal)) from refusal
