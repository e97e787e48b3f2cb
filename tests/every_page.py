"""Every kind of page the workbench has, with addresses that show it on the example and on the second corpus (of which a copy with an error is used).

One list for the tests of accessibility and for the pictures of the documentation. A route that is not in it fails a test, so that no page can be
added without being looked at.
"""

from __future__ import annotations

from starlette.routing import Route

from fontes.web.routes import routes
from fontes.web.writing.forms import LAYOUTS

NO_PAGE = {"/complete", "/changes", "/watch", "/review.html", "/review.md", "/review.docx", "/review.pdf"}
"""Addresses that answer with data or with a file to keep."""
EXAMPLE: dict[str, tuple[str, ...]] = {
    "/": ("/", "/?as-of=1968&distrust=benes-memoirs&beside=recorded"),
    "/agents": ("/agents",),
    "/agents/{name:path}": ("/agents/stalin",),
    "/careers": ("/careers",),
    "/careers/{name:path}": ("/careers/tukhachevskii",),
    "/chronology": ("/chronology",),
    "/edit/{name:path}": ("/edit/benes-memoirs",),
    "/events": ("/events",),
    "/events/{name:path}": ("/events/arrest-of-primakov",),
    "/figures": ("/figures",),
    "/figures/{name:path}": ("/figures/how-many-repressed",),
    "/gaps": ("/gaps", "/gaps?kind=thin"),
    "/help": ("/help",),
    "/known/{name:path}": ("/known/stalin?at=11%20May%201937",),
    "/propositions": ("/propositions",),
    "/propositions/{name:path}": ("/propositions/dossier-reached-stalin", "/propositions/dossier-reached-stalin?without=benes-memoirs"),
    "/questions": ("/questions",),
    "/questions/{name:path}": ("/questions/why-purge",),
    "/review": ("/review",),
    "/review/{name:path}": ("/review/why-purge",),
    "/search": ("/search?q=dossier",),
    "/settlements": ("/settlements",),
    "/sources": ("/sources",),
    "/sources/{name:path}": ("/sources/benes-memoirs",),
    "/statements": ("/statements?leaf=2",),
    "/write": ("/write",),
    "/write/{kind}": ("/write/stance?on=dossier-reached-stalin&in=benes-memoirs",),
}
SECOND: dict[str, tuple[str, ...]] = {
    "/": ("/", "/?distrust=steward-letter&as-of=1900", "/?as-of=soonish"),
    "/agents/{name:path}": ("/agents/goll", "/agents/nobody-of-this-name"),
    "/careers/{name:path}": ("/careers/goll",),
    "/chronology": ("/chronology",),
    "/edit/{name:path}": ("/edit/goll",),
    "/errors": ("/errors",),
    "/events/{name:path}": ("/events/mill-fire",),
    "/figures": ("/figures",),
    "/gaps": ("/gaps",),
    "/help": ("/help",),
    "/help/{name:path}": ("/help/lens",),
    "/known/{name:path}": ("/known/goll?at=1790",),
    "/propositions/{name:path}": ("/propositions/arson?distrust=kettle-ballad&beside=recorded", "/propositions/accident"),
    "/questions/{name:path}": ("/questions/why-burned?voices=scholar",),
    "/search": ("/search?q=nothing-of-this-kind", "/search"),
    "/settlements": ("/settlements",),
    "/sources/{name:path}": ("/sources/steward-letter",),
    "/statements": ("/statements",),
    "/texts": ("/texts",),
    "/texts/{name:path}": ("/texts/steward-letter", "/texts/steward-letter?q=bearing"),
    "/write": ("/write",),
    "/write/{kind}": tuple(f"/write/{kind}" for kind in LAYOUTS),
}


def kinds() -> set[str]:
    """The kinds of page in the route table."""
    return {one.path for one in routes() if isinstance(one, Route) and "GET" in (one.methods or ())} - NO_PAGE
