"""The addresses of writing: what can be written, a form, its preview, saving, undoing. Bodies are read first, the corpus is locked only then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from fontes.present.phrasing import writing as words
from fontes.present.rooms.writing import Choosing, Kinds, Versions, side_by_side
from fontes.present.visible import visible
from fontes.shelf.write import Changed, Outcome, Refused, Written
from fontes.web.writing.bodies import Fields, fields_of
from fontes.web.writing.desk import Desk, form_address, line_of
from fontes.web.writing.filled import Tried, tried
from fontes.web.writing.footnotes import kept, plain_agent, remember
from fontes.web.writing.forms import LAYOUTS, fields
from fontes.web.writing.pages import page_of
from fontes.web.writing.shown import field_id, form_of, label_of, preview_of, section_choices, wanted_access
from fontes.web.writing.slices import edited, editing
from fontes.web.writing.where import usual_file
from fontes.workbench_edits import Edit

MOST_TYPED = 4000
"""So many signs of a parameter of the address are taken into a form."""


def routes() -> list[BaseRoute]:
    """Every address of writing."""
    return [
        Route("/write", _reading(_kinds)),
        Route("/write/{kind}", _reading(_form)),
        Route("/write/{kind}", _writing(_save), methods=["POST"]),
        Route("/write/{kind}/preview", _writing(_preview), methods=["POST"]),
        Route("/undo", _writing(_undo), methods=["POST"]),
        Route("/redo", _writing(_redo), methods=["POST"]),
        Route("/edit/{name:path}", _reading(editing)),
        Route("/edit/{name:path}", _writing(edited), methods=["POST"]),
    ]


def desk_of(request: Request) -> Desk:
    """The session of this server. Refuses with 403 where the corpus is open to be read only."""
    desk: Desk = request.app.state.desk
    if not desk.open:
        raise HTTPException(403, words.READ_ONLY)
    return desk


def _reading(make: Callable[[Request, Desk], Response]) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        desk = desk_of(request)
        with desk.reading.lock:
            desk.reading.current()
            return make(request, desk)

    return endpoint


def _writing(make: Callable[[Request, Desk, Fields], Response]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        desk = desk_of(request)
        sent = await fields_of(request)

        def work() -> Response:
            with desk.reading.lock:
                desk.reading.current()
                return make(request, desk, sent)

        return await run_in_threadpool(work)

    return endpoint


def _kind(request: Request) -> str:
    kind = str(request.path_params["kind"])
    if kind not in LAYOUTS:
        raise HTTPException(404, words.NO_SUCH_KIND)
    return kind


# ---- forms


def _kinds(request: Request, desk: Desk) -> Response:
    told = bool(request.query_params.get("told"))
    entries = tuple((label, meaning, form_address(kind)) for kind, (label, meaning) in words.KINDS.items())
    return page_of(request, desk, words.TITLE, Kinds(entries), desk.session("/write", told))


def _form(request: Request, desk: Desk) -> Response:
    kind = _kind(request)
    given = _begun(request, desk, kind)
    told = bool(request.query_params.get("written"))
    asked = any(given.get(name) for name in ("on", "agent", "wording", "target", "in"))
    found = tried(desk, kind, given) if asked else None
    form = form_of(desk, kind, given, found, told=False)
    return page_of(request, desk, words.FORM_TITLE.format(kind=words.KINDS[kind][0].lower()), form, desk.session(_here(kind, given), told))


def _begun(request: Request, desk: Desk, kind: str) -> dict[str, tuple[str, ...]]:
    """What a form begins with: the address first, then what was remembered."""
    known = fields(kind)
    asked = request.query_params
    given = {name: tuple(one[:MOST_TYPED] for one in asked.getlist(name)) for name in asked if name in known}
    if not any(name in given for name in ("per", "per-passage", "via")):
        given |= {name: (value,) for name, value in desk.access.items() if name in known}
    if "in" in given and "agent" in known and "agent" not in given and (agent := plain_agent(desk, given["in"][0])):
        given["agent"] = (agent,)
    given.setdefault("file", (usual_file(desk, kind, given),))
    return given


def _here(kind: str, given: Fields) -> str:
    """The address of a form with what is kept in it, to come back to."""
    kept_ = ("agent", "in", "passage", "per", "per-passage", "file")
    return form_address(kind, tuple((name, given[name][0]) for name in kept_ if given.get(name)))


def _save(request: Request, desk: Desk, sent: Fields) -> Response:
    kind = _kind(request)
    found = tried(desk, kind, sent)
    if sent.get("do") == ("show",) or not found.ready or found.proposal is None:
        status = 422 if found.refusals and sent.get("do") != ("show",) else 200
        return _again(request, desk, found, status)
    outcome = desk.commit(found.proposal, lambda written: _told(found, written))
    if isinstance(outcome, Written):
        remember(desk, kind, found.given, found.file)
        if kind == "section":
            return RedirectResponse(form_address("stance", (("written", "1"), *kept(desk, kind, found.given), ("file", found.file))), 303)
        return RedirectResponse(form_address(kind, (("written", "1"), *kept(desk, kind, found.given))), 303)
    why = outcome.why if isinstance(outcome, Refused) else words.CHANGED_MEANWHILE
    return _again(request, desk, _refused(tried(desk, kind, sent), why), 409)


def _refused(found: Tried, why: str) -> Tried:
    return replace(found, refusals=(*found.refusals, ("", why)))


def _again(request: Request, desk: Desk, found: Tried, status: int) -> Response:
    """The form once more, with what stands against it."""
    form = form_of(desk, found.kind, found.given, found, told=True)
    title = words.FORM_TITLE.format(kind=words.KINDS[found.kind][0].lower())
    return page_of(request, desk, title, form, desk.session(_here(found.kind, found.given), False), status)


def _told(found: Tried, written: Written) -> str:
    last = found.begins + len(found.lines) - 1
    pattern = words.WRITTEN_ONE if last == found.begins else words.WRITTEN
    return pattern.format(file=written.path, line=found.begins, first=found.begins, last=last)


def _preview(request: Request, desk: Desk, sent: Fields) -> Response:
    """The same as data, for a form that shows it while one types."""
    kind = _kind(request)
    found = tried(desk, kind, sent)
    shown = preview_of(found)
    fields_: dict[str, str] = {}
    general: list[str] = []
    for field, said in found.refusals:
        if field:
            fields_.setdefault(field_id(field), said)
        else:
            general.append(said)
    needed = [label_of(kind, field) for field, _ in found.refusals if field]
    said = shown.said if found.ready else words.NOT_YET.format(fields=", ".join(dict.fromkeys(needed)) or " ".join(general))
    file = next(iter(sent.get("file", ())), "")
    answer: dict[str, Any] = {
        "ready": found.ready, "lines": list(map(visible, found.lines)), "place": shown.place, "said": said, "remarks": list(shown.remarks),
        "fields": fields_, "general": general, "offers": sorted(found.offers),
        "sections": [[each.value, each.word] for each in section_choices(desk, file)] if kind != "section" else [],
        "access": wanted_access(found.given),
    }  # fmt: skip
    return JSONResponse(answer)


# ---- undoing


def _undo(request: Request, desk: Desk, sent: Fields) -> Response:
    bench = desk.bench
    if sent.get("do") == ("forget",) and bench.done:
        bench.done.pop()
        return RedirectResponse(_back(sent), 303)
    last = bench.done[-1] if bench.done else None
    outcome = bench.undo()
    if outcome is None or last is None:
        return _nothing(request, desk, words.NOTHING_TO_UNDO)
    if isinstance(outcome, Written):
        return _taken(desk, sent, words.UNDONE.format(line=line_of(last.edit)))
    return _stands_otherwise(request, desk, sent, last.edit, outcome)


def _redo(request: Request, desk: Desk, sent: Fields) -> Response:
    bench = desk.bench
    edit = bench.undone[-1] if bench.undone else None
    outcome = bench.redo()
    if outcome is None or edit is None:
        return _nothing(request, desk, words.NOTHING_TO_REDO)
    if isinstance(outcome, Written):
        return _taken(desk, sent, words.REDONE.format(line=line_of(edit)))
    return _stands_otherwise(request, desk, sent, edit.back, outcome)


def _taken(desk: Desk, sent: Fields, told: str) -> Response:
    desk.told, desk.remarks = told, ()
    address = _back(sent)
    return RedirectResponse(address + ("&" if "?" in address else "?") + ("written=1" if address.startswith("/write/") else "told=1"), 303)


def _nothing(request: Request, desk: Desk, said: str) -> Response:
    desk.told, desk.remarks = said, ()
    return RedirectResponse("/write?told=1", 303)


def _back(sent: Fields) -> str:
    """Where one came from: an address of writing, and none other."""
    address = next(iter(sent.get("back", ())), "")
    fit = address == "/write" or address.startswith(("/write?", "/write/"))
    plain = fit and len(address) < 6000 and address.isascii() and address.isprintable() and "\\" not in address and "//" not in address
    return address if plain else "/write"


def _stands_otherwise(request: Request, desk: Desk, sent: Fields, edit: Edit, outcome: Outcome) -> Response:
    """It cannot be taken back: what stands there now, and what undoing would put there."""
    if isinstance(outcome, Refused):
        raise HTTPException(409, outcome.why)
    assert isinstance(outcome, Changed)
    ours = edit.before or edit.after
    lead = words.UNDO_CONFLICT.format(file=edit.file)
    choices = (Choosing(words.FORGET, "forget"), Choosing(words.KEEP_DISK, "", "/write"))
    shown = Versions(lead, side_by_side(outcome.lines, ours), "/undo", (("back", _back(sent)),), choices)
    return page_of(request, desk, words.CONFLICT_TITLE, shown, desk.session("/write", False), 409)

