"""The lines of one statement, edited as they stand: guarded by their digest, compiled before they are saved, removed when nothing needs them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from fontes.diagnostics import Diagnostic, Severity
from fontes.model.names import Place
from fontes.present.pages import Room
from fontes.present.phrasing import number, refusals
from fontes.present.phrasing import writing as words
from fontes.present.rooms.writing import Against, Choosing, Control, Form, Part, Preview, Removal, Versions, side_by_side
from fontes.present.visible import visible
from fontes.shelf.write import Outcome, Refused, Written, digest
from fontes.text.parse import parse
from fontes.text.stretches import extent
from fontes.text.syntax import Act, Broken, Declaration, Distinct
from fontes.text.tokens import composed
from fontes.web.writing.bodies import Fields
from fontes.web.writing.desk import Desk, edit_address, form_address, places
from fontes.web.writing.pages import page_of
from fontes.workbench_edits import Edit

LONGEST, MOST_LINES = 64 * 1024, 500
_ROOMS = {
    "agents": Room.AGENTS, "sources": Room.SOURCES, "events": Room.EVENTS, "questions": Room.QUESTIONS, "propositions": Room.PROPOSITIONS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part_:
    """The lines of a statement in its file as they stand now."""

    file: str
    first: int
    lines: tuple[str, ...]

    @property
    def read(self) -> str:
        """By what they are known to be unchanged."""
        return digest("\n".join(self.lines))


def place_of(desk: Desk, name: str) -> Place | None:
    """Where a thing or statement stands: a thing by its name, a statement by its id or its ^label."""
    corpus = desk.bench.corpus
    for family in (*_ROOMS, "periods", "lenses", "series"):
        found = getattr(corpus, family).get(name)
        if found is not None:
            place: Place = found.place
            return place
    wanted = name.removeprefix("^")
    return next((one.place for one in corpus.statements() if one.id == wanted), None)


def standing_at(desk: Desk, place: Place) -> Part_ | None:
    """The lines of the statement at a place; nothing where it stands in a table or nowhere."""
    return _part(desk, place.file, place.line)


def _part(desk: Desk, file: str, line: int) -> Part_ | None:
    text = desk.bench.text(file)
    found = extent(text, file, line) if text is not None else None
    if text is None or found is None:
        return None
    first, last = found
    return Part_(file, first, tuple(text.split("\n")[first - 1 : last]))


def editing(request: Request, desk: Desk) -> Response:
    """The page on which a statement is edited."""
    name = _name(request)
    place = place_of(desk, name)
    if place is None:
        raise HTTPException(404, refusals.NOT_HERE)
    part = standing_at(desk, place)
    if part is None:
        said = words.EDIT_IN_TABLE.format(file=place.file, row=place.line) if place.file else words.EDIT_NOWHERE
        page = Removal("", (), (), said, "", (), ())
        return page_of(request, desk, words.EDIT_TITLE.format(name=name), page, desk.session("/write", False), 200, words.EDIT_KICKER)
    return _shown(request, desk, name, part, part.lines, (), 200)


def _name(request: Request) -> str:
    return composed(str(request.path_params["name"]))


def _shown(
    request: Request,
    desk: Desk,
    name: str,
    part: Part_,
    lines: tuple[str, ...],
    against: tuple[Against, ...],
    status: int,
    preview: Preview | None = None,
) -> Response:
    told = request.method == "GET" and bool(request.query_params.get("written"))
    control = Control(
        "words", words.EDIT_LABEL, "code", ("\n".join(lines),), focused=not against, rows=min(max(len(lines) + 1, 4), 30),
        refused=against[0].said if against else "",
    )  # fmt: skip
    hidden = (("file", part.file), ("first", str(part.first)), ("read", part.read))
    form = Form(
        edit_address(name), (Part("", (control,)),), preview or Preview(), against, hidden, words.EDIT_LEAD.format(file=part.file, first=part.first),
        removable=True, live=edit_address(name),
    )  # fmt: skip
    return page_of(request, desk, words.EDIT_TITLE.format(name=name), form, desk.session(form_address(""), told), status, words.EDIT_KICKER)


def edited(request: Request, desk: Desk, sent: Fields) -> Response:
    """What was sent from that page: to be shown, saved or removed, if the lines still are those that were read."""
    name, do = _name(request), _one(sent, "do")
    mine = _lines(_one(sent, "words"))
    if sum(map(len, mine)) > LONGEST or len(mine) > MOST_LINES:
        raise HTTPException(413, words.TOO_LARGE)
    now, same = _located(desk, name, sent)
    if now is None:
        if desk.bench.text(_one(sent, "file")) is None:
            raise HTTPException(404, refusals.NOT_HERE)
        return _put_back(request, desk, name, sent, mine) if do == "put" else _versions(request, desk, name, sent, None, mine)
    if do == "again":
        return _shown(request, desk, name, now, mine, (), 200)
    if not same:
        return _versions(request, desk, name, sent, now, mine)
    if do in ("remove", "sure"):
        return _removing(request, desk, name, now, sure=do == "sure")
    return _changing(request, desk, name, now, mine, do)


def _one(sent: Fields, name: str) -> str:
    return next(iter(sent.get(name, ())), "")


def _lines(typed: str) -> tuple[str, ...]:
    """The lines as they were typed, without empty ones around them and without what stands invisibly at their ends."""
    lines = [line.rstrip() for line in typed.split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def _located(desk: Desk, name: str, sent: Fields) -> tuple[Part_ | None, bool]:
    """The statement as it stands now, and whether it is what was read: under its name, else wherever in the file those lines stand."""
    read, file = _one(sent, "read"), _one(sent, "file")
    place = place_of(desk, name)
    under = standing_at(desk, place) if place is not None else None
    if under is not None and under.read == read:
        return under, True
    if desk.bench.text(file) is None:
        return under, False
    alike = {}
    for other, line in places(desk.reading):
        part = _part(desk, file, line) if other == file else None
        if part is not None and part.read == read:
            alike[part.first] = part
    if len(alike) == 1:
        return next(iter(alike.values())), True
    first = _one(sent, "first")
    number_ = int(first) if first.isascii() and first.isdigit() and len(first) < 8 else 0
    there = _part(desk, file, number_) if number_ and under is None else under
    if under is None and there is not None and not _akin(there.lines, _lines(_one(sent, "words"))):
        return None, False  # another statement stands there now: ours was taken away
    return there, False


def _akin(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Could one be the other, changed? Half of the signs of their first lines in common (Ratcliff–Obershelp)."""
    return SequenceMatcher(None, "\n".join(one)[:2000], "\n".join(other)[:2000], autojunk=False).ratio() > 0.5


def _put_back(request: Request, desk: Desk, name: str, sent: Fields, mine: tuple[str, ...]) -> Response:
    """A statement that was taken away on disk, written again about where it stood."""
    file = _one(sent, "file")
    text, first = desk.bench.text(file) or "", _one(sent, "first")
    lines = text.removesuffix("\n").split("\n") if text else []
    at = min(int(first) if first.isascii() and first.isdigit() and 0 < len(first) < 8 else 1, len(lines) + 1)
    over = extent(text, file, at) if at <= len(lines) else None
    if over is not None and over[0] < at:
        at = over[1] + 1
    part = Part_(file, at, ())
    against = _not_one(part, mine)
    if not against:
        proposal = desk.bench.propose(Edit(file, at, at - 1, (), mine))
        against = tuple(one.detail or one.summary for one in proposal.errors)
        if not against:
            return _done(request, desk, name, part, mine, desk.commit(proposal, lambda written: _changed(part, mine)))
    return _versions(request, desk, name, sent, None, mine, against)


# ---- changing


def _changing(request: Request, desk: Desk, name: str, part: Part_, mine: tuple[str, ...], do: str) -> Response:
    against = _not_one(part, mine)
    edit = Edit(part.file, part.first, part.first + len(part.lines) - 1, part.lines, mine)
    proposal = desk.bench.propose(edit) if not against and mine != part.lines else None
    if proposal is not None:
        against = tuple(f"{one.detail or one.summary} ({_where(one, edit)})" for one in proposal.errors)
    remarks = tuple(f"{one.summary}: {one.detail}" for one in proposal.remarks) if proposal is not None else ()
    said = words.UNCHANGED if mine == part.lines else words.CAN_BE_WRITTEN if not against else ""
    if said == words.CAN_BE_WRITTEN and remarks:
        said = words.CAN_WITH_REMARKS.format(count=number(len(remarks)))
    if do == "preview":
        place = words.PLACE.format(file=part.file, line=part.first)
        answer = {
            "ready": not against, "lines": list(map(visible, mine)), "place": place, "said": said or against[0], "remarks": list(remarks),
            "fields": {"f-words": against[0]} if against else {}, "general": list(against[1:]), "offers": [], "sections": [], "access": "",
        }  # fmt: skip
        return JSONResponse(answer)
    shown = tuple(Against("f-words", words.EDIT_LABEL, one) for one in against)
    if against or do == "show" or proposal is None:
        preview = Preview(mine if not against else (), words.PLACE.format(file=part.file, line=part.first), said, remarks)
        return _shown(request, desk, name, part, mine, shown, 422 if against and do != "show" else 200, preview)
    return _done(request, desk, name, part, mine, desk.commit(proposal, lambda written: _changed(part, mine)))


def _where(one: Diagnostic, edit: Edit) -> str:
    """The place of a diagnostic in the files as they are now."""
    line = edit.stood(one.span.line) if one.span.file == edit.file else one.span.line
    return f"{one.span.file}:{line}"


def _changed(part: Part_, mine: tuple[str, ...]) -> str:
    pattern = words.CHANGED_ONE if len(mine) == 1 else words.CHANGED
    return pattern.format(file=part.file, line=part.first, first=part.first, last=part.first + len(mine) - 1)


def _done(request: Request, desk: Desk, name: str, part: Part_, mine: tuple[str, ...], outcome: Outcome) -> Response:
    """The page after a saving: the statement under the name it has now; or what stands there instead."""
    if isinstance(outcome, Written):
        desk.reading.current()
        now = places(desk.reading).get((part.file, _head(part.first, mine)), "")
        return RedirectResponse(f"{edit_address(now)}?written=1" if now else "/write?told=1", 303)
    if isinstance(outcome, Refused):
        return _shown(request, desk, name, part, mine, (Against("", "", outcome.why),), 409)
    return _versions(request, desk, name, {}, _part(desk, part.file, part.first), mine)


def _head(first: int, lines: tuple[str, ...]) -> int:
    """The line of the statement itself, after comments that stand before it."""
    return first + next((at for at, line in enumerate(lines) if line and line[0] not in " \t#"), 0)


def _not_one(part: Part_, mine: tuple[str, ...]) -> tuple[str, ...]:
    """Why these lines cannot stand in the place of one statement; nothing if they can."""
    if any(not sign.isprintable() and sign != "\t" for line in mine for sign in line if ord(sign) < 32 or 127 <= ord(sign) < 160):
        return (words.CONTROL_SIGN,)
    if any(line.lstrip(" ").startswith(("```", "~~~")) for line in mine):
        return (words.NOT_ALIKE,)
    parsed = parse("\n".join(mine), part.file)
    broken = [one.detail or one.summary for one in parsed.diagnostics if one.severity is Severity.ERROR]
    if broken:
        return tuple(broken)
    whole = [one for one in parsed.statements if not isinstance(one, Broken)]
    if not whole:
        return (words.NO_STATEMENT,)
    if len(whole) > 1:
        return (words.NOT_ONE.format(count=number(len(whole))),)
    return () if isinstance(whole[0], Act | Declaration | Distinct) else (words.NOT_ALIKE,)


# ---- removing


def _removing(request: Request, desk: Desk, name: str, part: Part_, *, sure: bool) -> Response:
    edit = Edit(part.file, part.first, part.first + len(part.lines) - 1, part.lines, ())
    proposal = desk.bench.propose(edit)
    referring = tuple(f"{_where(one, edit)}: {one.detail}" for one in proposal.errors)
    if sure and not referring:
        told = words.REMOVED.format(file=part.file, line=next((line for line in part.lines if line and line[0] not in " #"), part.lines[0]))
        outcome = desk.commit(proposal, lambda written: told)
        if isinstance(outcome, Written):
            return RedirectResponse("/write?told=1", 303)
        if isinstance(outcome, Refused):
            raise HTTPException(409, outcome.why)
        return _versions(request, desk, name, {}, _part(desk, part.file, part.first), ())
    hidden = (("file", part.file), ("first", str(part.first)), ("read", part.read))
    said = words.REMOVE_REFERRED if referring else words.REMOVE_FREE
    sure_choice = () if referring else (Choosing(words.REMOVE_SURE, "sure"),)
    notes = tuple(f"{one.summary}: {one.detail}" for one in proposal.remarks)
    page = Removal(
        words.REMOVE_ASK.format(file=part.file), part.lines, referring or notes, said, edit_address(name), hidden,
        (*sure_choice, Choosing(words.KEEP_IT, "", edit_address(name))),
    )  # fmt: skip
    return page_of(
        request, desk, words.REMOVE_TITLE.format(name=name), page, desk.session("/write", False), 422 if sure else 200, words.EDIT_KICKER
    )


# ---- two versions


def _versions(
    request: Request, desk: Desk, name: str, sent: Fields, now: Part_ | None, mine: tuple[str, ...], against: tuple[str, ...] = ()
) -> Response:
    """What is on disk now, and what was written, line by line; nothing is lost, and one chooses."""
    file = now.file if now is not None else _one(sent, "file")
    disk = now.lines if now is not None else ()
    lead = (words.CONFLICT_LEAD if now is not None else words.CONFLICT_GONE).format(file=file)
    if request.method == "POST" and _one(sent, "do") == "preview":
        answer = {
            "ready": False, "lines": list(map(visible, mine)), "place": "", "said": words.CONFLICT_TITLE, "remarks": [], "fields": {"f-words": lead},
            "general": [], "offers": [], "sections": [], "access": "",
        }  # fmt: skip
        return JSONResponse(answer)
    hidden = [("words", "\n".join(mine))]
    choices = [Choosing(words.KEEP_DISK, "", edit_address(name) if place_of(desk, name) is not None else "/write")]
    if now is not None:
        hidden += [("file", now.file), ("first", str(now.first)), ("read", now.read)]
        choices += [Choosing(words.PUT_MINE, "save"), Choosing(words.TAKE_UP, "again")]
    else:
        hidden += [("file", file), ("first", _one(sent, "first")), ("read", _one(sent, "read"))]
        choices += [Choosing(words.PUT_MINE, "put")]
    shown = Versions(" ".join((lead, *against)), side_by_side(disk, mine), f"/edit/{quote(name, safe='')}", tuple(hidden), tuple(choices))
    return page_of(request, desk, words.CONFLICT_TITLE, shown, desk.session("/write", False), 409, words.EDIT_KICKER)
