"""``python -m tests.gallery``: what would change in the gallery; with ``--write`` it is written."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.gallery.entries import GALLERY, PAGE, entries, page, place_of, said, written  # noqa: E402

from fontes.diagnostics import kinds  # noqa: E402


def main() -> int:
    """Compare every output, and the reference page; write them if asked."""
    write = "--write" in sys.argv[1:]
    changed = []
    for entry in entries():
        found, output = said(entry)
        places = [place_of(one) for one in found if one.slug == entry.slug]
        place = entry.place if entry.place in places else (places or [entry.place])[0]
        changed += _put(GALLERY / f"{entry.slug}.md", written(entry, place, output), write)
    missing = {kind.slug for kind in kinds()} - {entry.slug for entry in entries()}
    for slug in sorted(missing):
        print(f"no entry yet: {GALLERY.relative_to(ROOT) / slug}.md (a title, a few sentences, the corpus)")
    changed += _put(PAGE, page(), write)
    for path in changed:
        print(f"{'wrote' if write else 'would change'} {path.relative_to(ROOT)}")
    return 1 if missing or (changed and not write) else 0


def _put(path: Path, text: str, write: bool) -> list[Path]:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return []
    if write:
        path.write_text(text, encoding="utf-8")
    return [path]


if __name__ == "__main__":
    sys.exit(main())
