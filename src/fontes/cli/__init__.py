"""Arguments → workbench → page → terminal."""

from __future__ import annotations

import sys


def main() -> None:
    """The command ``fontes``. An interruption leaves no traceback and nothing half-written."""
    from fontes.cli.commands import app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
