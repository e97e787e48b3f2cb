"""Every kind of diagnostic has its entry, and says exactly what the entry says it says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.gallery.entries import PAGE, Entry, entries, page, place_of, read, said, written

from fontes.diagnostics import kinds

ROOT = Path(__file__).resolve().parents[2]

LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
ENTRIES = tuple(entries())
RUN = [pytest.param(one, id=one.slug, marks=[LINKS] if one.slug.startswith("link-") else []) for one in ENTRIES]
SLUGS = {entry.slug for entry in ENTRIES}


def test_every_kind_has_an_entry_and_every_entry_a_kind() -> None:
    assert {kind.slug for kind in kinds()} == SLUGS


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_an_entry_is_whole(entry: Entry) -> None:
    assert entry.title == entry.slug
    assert entry.words.endswith(".") and len(entry.words) > 40
    assert entry.corpus and entry.place and entry.output


@pytest.mark.parametrize("entry", RUN)
def test_an_entry_provokes_its_diagnostic_at_its_place_and_prints_what_it_says(entry: Entry) -> None:
    found, output = said(entry)
    assert [place_of(one) for one in found if one.slug == entry.slug] == [entry.place]
    assert output == entry.output


@pytest.mark.parametrize("entry", RUN)
def test_an_entry_provokes_nothing_else(entry: Entry) -> None:
    found, _ = said(entry)
    assert {one.slug for one in found} == {entry.slug}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_a_page_is_written_as_it_is_read(entry: Entry, tmp_path: Path) -> None:
    again = tmp_path / f"{entry.slug}.md"
    again.write_text(written(entry, entry.place, entry.output), encoding="utf-8")
    assert read(again) == entry


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_nothing_of_this_machine_is_in_an_entry(entry: Entry) -> None:
    assert str(Path.home()) not in entry.output and str(ROOT) not in entry.output


def test_the_reference_page_is_made_from_the_gallery() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.gallery --write"
