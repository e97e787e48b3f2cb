"""The beginning of a corpus: a first file to write on from."""

from __future__ import annotations

import re
from pathlib import Path

from fontes.shelf.write import Written, write_new
from fontes.text.tokens import is_name

_FIRST = """\
corpus {name} "{title}"
  format 1
  language en

# Who speaks, where it is read, what is asked and what is said. Replace these lines by your own.

agent first-witness "A witness"
  role witness

source first-letter "A letter of the witness"
  kind letter
  by first-witness
  made 1900-01-01
  origin witnessed

question what-happened "What happened?"

first-witness asserts it-happened "It happened as I saw it."
  in first-letter p. 1
  answers what-happened
"""


def begin(folder: Path) -> list[Path]:
    """Write ``corpus.fontes`` into a folder that has no statements yet; what was written. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.glob("*.fontes")):
        return []
    title = folder.resolve().name or "corpus"
    name = re.sub(r"[\s_]+", "-", title).strip("-").lower()
    words = _FIRST.format(name=name if is_name(name) else "corpus", title=title.replace("\\", "").replace('"', "'"))
    outcome = write_new(folder, "corpus.fontes", words)
    if not isinstance(outcome, Written):
        raise OSError(f"'{folder / 'corpus.fontes'}' could not be written")
    return [folder / "corpus.fontes"]
