"""The pages that are seen not to grow (see `test_bounded`) are those of every address of the route table."""

from __future__ import annotations

from starlette.routing import Route

from fontes.web.routes import routes

from .test_bounded import PAGES

NO_PAGES = ("complete", "changes", "watch", "write", "edit", "undo", "redo", "help", "session", "save", "slice")
"""What answers with data, what is written with, and what is about the program: nothing of it lists the corpus."""
AS_LONG_AS_THEY_ARE = ("texts", "review")
"""A text, and a section of a review, have the length of what is read in them; the lists of both are pages like others."""


def test_every_page_is_seen_not_to_grow() -> None:
    seen = {(path.split("/")[1], path.count("/") > 1) for path in (page.partition("?")[0] for page in PAGES)}
    missing = []
    for route in routes():
        room = route.path.strip("/").partition("/")[0] if isinstance(route, Route) else ""
        reads = isinstance(route, Route) and "GET" in (route.methods or ())
        if not reads or room in NO_PAGES or "." in room:  # `/review.docx` and its like are documents, not pages
            continue
        if (room, "{" in route.path) not in seen and not ("{" in route.path and room in AS_LONG_AS_THEY_ARE):
            missing.append(route.path)
    assert missing == []
