"""The pictures of the documentation, made by one command: ``python -m tests.pictures``."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from fontes.web.app import make_app
from fontes.workbench import Workbench

HERE = Path(__file__).parents[1]
PICTURES = {"first-screen": ("/", 1280, 900, "light")}


def main() -> None:
    """Serve the example, and take each picture."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = make_app(Workbench.open(HERE / "examples" / "red-army-purge"), port)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    browser_path = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu", "--no-first-run"])
        for name, (address, width, height, scheme) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(f"http://127.0.0.1:{port}{address}")
            page.screenshot(path=HERE / "docs" / "pictures" / f"{name}.png")
            print(f"docs/pictures/{name}.png")
        browser.close()
    server.should_exit = True


if __name__ == "__main__":
    main()
