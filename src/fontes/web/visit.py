"""One request for a page: the corpus as it is now, the lens of the address, and what else the address asks."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request

from fontes.findings import Origins
from fontes.model.lens import Lens, Unit
from fontes.present.phrasing import refusals
from fontes.present.rooms.concordance import Concordance
from fontes.web.addresses import MOST_UNITS
from fontes.web.lens import Looking, NotALens, Pairs, lens_pairs, looking
from fontes.web.reading import Bench, Reading

LONGEST = 200
"""So many signs a parameter of an address may have, where it is no name."""
LONGEST_NAME = 2000


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page is made from. ``one`` is the corpus as it stood by the dates of the lens, ``whole`` all of it."""

    request: Request
    reading: Reading
    whole: Concordance
    one: Concordance
    looking: Looking

    @property
    def bench(self) -> Bench:
        """The workbench."""
        return self.reading.bench

    @property
    def lens(self) -> Lens:
        """The lens of support and trails."""
        return self.looking.support

    @property
    def name(self) -> str:
        """The thing the address names; empty for a room."""
        return str(self.request.path_params.get("name", ""))

    @property
    def own(self) -> Pairs:
        """The parameters of the address that are no lens."""
        given = self.request.query_params.multi_items()
        return tuple(pair for pair in given if pair not in lens_pairs(given))

    def own_but(self, *keys: str) -> Pairs:
        """The same without these."""
        return tuple(pair for pair in self.own if pair[0] not in keys and pair[1])

    def origins(self, name: str) -> Origins:
        """Where a proposition comes from, under the lens. Raises KeyError."""
        return self.bench.origins(name, self.lens)

    def words(self, key: str, most: int = LONGEST) -> str:
        """The words of a parameter. Refuses with 400 what is longer than it may be."""
        words = self.request.query_params.get(key, "").strip()
        if len(words) > most:
            raise refuse(400, refusals.BAD_QUERY.format(words=key))
        return words

    def number(self, key: str) -> int:
        """A number from 1 of a parameter. Refuses with 400 what is none."""
        written = self.request.query_params.get(key, "1")
        if not (written.isascii() and written.isdigit() and 1 <= len(written) <= 9 and int(written) > 0):
            raise refuse(400, refusals.BAD_QUERY.format(words=f"{key}={written[:LONGEST]}"))
        return int(written)

    def without(self) -> tuple[Unit, ...]:
        """The units of `?without=a,b`, which a page is tried without. A comma inside a name is part of it."""
        names = self.reading.names
        found: list[Unit] = []
        for value in self.request.query_params.getlist("without"):
            whole = names.unit(value)
            pieces = [value] if whole is not None else [piece.strip() for piece in value.split(",") if piece.strip()]
            for piece in pieces:
                unit = names.unit(piece)
                if unit is None:
                    raise refuse(400, refusals.BAD_UNIT.format(words=piece[:LONGEST]))
                found.append(unit)
        if len(found) > MOST_UNITS:
            raise refuse(400, refusals.BAD_QUERY.format(words="without"))
        return tuple(dict.fromkeys(found))


def visited(request: Request) -> Visit:
    """What the page at this address is made from. Refuses with 400 a lens that is not understood."""
    reading: Reading = request.app.state.reading
    whole = reading.current()
    try:
        seen = looking(reading.names, request.query_params.multi_items())
    except NotALens as refusal:
        raise refuse(400, str(refusal)) from refusal
    request.state.looking = seen
    return Visit(request, reading, whole, reading.seen(seen.support), seen)


def refuse(status: int, words: str) -> HTTPException:
    """A refusal with words for the reader."""
    return HTTPException(status, words)
