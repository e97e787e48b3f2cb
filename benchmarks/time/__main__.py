"""How long reading dates and closing chronologies takes: ``python -m benchmarks.time [--quick]``."""

from __future__ import annotations

import argparse

from benchmarks.time import network, strings


def main() -> None:
    """Print all tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="one run each, no large networks")
    quick = options.parse_args().quick
    strings.main(quick)
    network.main(quick)


if __name__ == "__main__":
    main()
