"""The same in the system's Chromium: from going to an address to the first paint, and from a key to the announcement of a lens."""

from __future__ import annotations

import shutil
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from fontes.web.serve import bound

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_PAINT = """() => new Promise(done => {
  const seen = () => performance.getEntriesByName('first-contentful-paint')[0];
  const look = () => seen() ? done(seen().startTime) : setTimeout(look, 5);
  look();
})"""
_CHANGE = """([id, value]) => new Promise((done, fail) => {
  const said = document.querySelector('[role=status], [aria-live=polite]');
  const before = said ? said.textContent : '';
  const field = document.getElementById(id);
  const start = performance.now();
  const look = () => {
    const now = document.querySelector('[role=status], [aria-live=polite]');
    const busy = document.querySelector('.lens[aria-busy]'); // that it takes longer is announced too, and is not yet the change
    if (now && now.textContent && now.textContent !== before && !busy) done(performance.now() - start);
    else if (performance.now() - start > 60000) fail(new Error('nothing was announced'));
    else setTimeout(look, 2);
  };
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  look();
})"""


@contextmanager
def browser() -> Iterator[Any]:
    """The browser of this system; None where there is none, or no playwright."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if path is None:
        yield None
        return
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield started
        started.close()


@contextmanager
def served(app: ASGIApp, listening: Any) -> Iterator[str]:
    """The application, served to this machine; where it is."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(5)


def painted(page: Any, address: str, times: int = 5) -> float:
    """Milliseconds from going to an address to the first paint of its content: the median of some."""
    found = []
    for _ in range(times):
        page.goto("about:blank")
        page.goto(address)
        found.append(float(page.evaluate(_PAINT)))
    return statistics.median(found)


def changed(page: Any, address: str, dates: tuple[str, ...]) -> float:
    """Milliseconds from a date being entered to its being announced, for dates nobody looked at before: the median."""
    page.goto(address)
    page.wait_for_selector("#lens-as-of")
    page.wait_for_timeout(100)
    return statistics.median(float(page.evaluate(_CHANGE, ["lens-as-of", date])) for date in dates)


__all__ = ["bound", "browser", "changed", "painted", "served"]
