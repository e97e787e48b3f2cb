"""Serve the workbench to the browser of this machine, and to nobody else."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
import webbrowser

import uvicorn

from fontes.present.phrasing import wording
from fontes.web.app import Bench, make_app
from fontes.web.reading import Reading

HOST = "127.0.0.1"
PAUSE = 2.0
"""So many seconds after it listens the server begins to work ahead."""


def serve(bench: Bench, *, port: int = 0, browser: bool = True, read_only: bool = False) -> None:
    """Listen until interrupted. `port` 0 takes any free one. Raises OSError where the port is taken."""
    with bound(port) as listening:
        chosen = listening.getsockname()[1]
        where = f"http://{HOST}:{chosen}/"
        app = make_app(bench, chosen, read_only=read_only)
        app.state.reading.begin()
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        listening.listen(config.backlog)  # from here on whoever asks waits and is answered, also before the server has begun
        print(wording.LISTENING.format(address=where), flush=True)
        if browser:
            threading.Thread(target=_open, args=(server, where), daemon=True).start()
        threading.Thread(target=_warm, args=(server, app.state.reading), daemon=True).start()
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listening])


def bound(port: int = 0) -> socket.socket:
    """A socket on this machine only, already bound, so that nobody can take the port in between.

    It is said to be of TCP: only then does the server send what is short at once, where otherwise the end of an answer may wait 40 ms for the
    browser to acknowledge its beginning.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError:
        listening.close()
        raise
    return listening


def _warm(server: uvicorn.Server, reading: Reading) -> None:
    """Work ahead once the first pages are likely to have been given: two that work at once would each wait for the other."""
    while not server.started and not server.should_exit:
        time.sleep(0.05)
    time.sleep(PAUSE)
    if not server.should_exit:
        reading.warm()


def _open(server: uvicorn.Server, where: str) -> None:
    while not server.started and not server.should_exit:
        time.sleep(0.05)
    if server.started:
        webbrowser.open(where)
