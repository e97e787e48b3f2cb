"""Has the corpus changed on disk? A page in view asks now and then; one out of view does not.

The answer costs a look at the names and stamps of the files: nothing is read, nothing is compiled, and no connection is held open, so there is
nothing to end when the server ends. The page itself is made anew only when it is asked for.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from fontes.shelf.folder import revision_of


def watch(request: Request) -> Response:
    """204 while the files are as they were when the page was made (`revision`), else the fingerprint they have now."""
    now = revision_of(request.app.state.reading.bench.root)
    if now == request.query_params.get("revision", ""):
        return Response(status_code=204)
    return JSONResponse({"revision": now})
