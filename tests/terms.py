"""The words of the help inside, written anew from the glossary.

    python -m tests.terms

The glossary is where a word is defined; `fontes.present.phrasing.help_terms` has the same for the page *Words*, and a test holds the two together.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[1]
GLOSSARY = ROOT / "docs" / "reference" / "glossary.md"
TERMS = ROOT / "src" / "fontes" / "present" / "phrasing" / "help_terms.py"
ROW = re.compile(r"^\| \*\*(.+?)\*\* \| (.+?) \|", re.MULTILINE)
HEAD = '"""The words of the workbench with what each is, as the glossary has them; `python -m tests.terms` writes this file."""\n'


def rows() -> list[tuple[str, str]]:
    """Each word of the glossary with what it is."""
    return [(word, what) for word, what in ROW.findall(GLOSSARY.read_text(encoding="utf-8"))]


def module() -> str:
    """The module that has them."""
    return f"{HEAD}\nfrom __future__ import annotations\n\nTERMS = (\n{''.join(_term(*row) for row in rows())})  # fmt: skip\n"


def _term(word: str, what: str) -> str:
    line = f'    ("{word}", "{what}"),\n'
    if len(line) <= 150:
        return line
    pieces = textwrap.wrap(what, 128, break_on_hyphens=False)
    lines = [f'     "{piece}{" " if piece is not pieces[-1] else ""}"' for piece in pieces]
    return f'    ("{word}",\n' + "\n".join(lines) + "),\n"


if __name__ == "__main__":
    TERMS.write_text(module(), encoding="utf-8")
