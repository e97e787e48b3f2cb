"""``python -m fontes`` is the command ``fontes``."""

from fontes.cli import main

main()
