"""Bibliographies: every entry with its line, dates as written, broken entries reported."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys

import pytest

from fontes.shelf.library import Record, read_library


def records(text: str, file: str = "l.bib") -> tuple[Record, ...]:
    found, problems = read_library(text, file)
    assert problems == ()
    return found


def csl(**entry: object) -> Record:
    (record,) = records(json.dumps([{"id": "k", **entry}]), "l.json")
    return record


def test_a_bibtex_entry() -> None:
    (record,) = records(
        """@string{cup = "Cambridge {UP}"}

@Book{conquest1968,
  author = {Conquest, Robert and Ludwig van M{\\"u}ller and {KGB {\\&} Archive}},
  title = {The {Great} Terror},
  subtitle = {50% of a~story},
  date = {1968~/1990?},
  publisher = cup,
  location = {London},
  pages = {1--20},
  url = {http://x.org/a_b%20c},
}"""
    )
    assert (record.key, record.kind, record.line) == ("conquest1968", "book", 3)
    assert record.title == "The Great Terror: 50% of a story"
    assert record.authors == ("Conquest, Robert", "van Müller, Ludwig", "KGB & Archive")
    assert record.date == "1968~/1990?"
    assert (record.publisher, record.place, record.pages) == ("Cambridge UP", "London", "1--20")
    assert record.url == "http://x.org/a_b%20c"
    assert ("title", "The {Great} Terror") in record.raw


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = {c. 1120}", "c. 1120"),
        ("year = 1937", "1937"),
        ("year = 1937, month = jun", "June 1937"),
        ("year = 1937, month = 6", "1937-06"),
        ("date = {1937-06-11}, year = 1990", "1937-06-11"),
        ("title = {x}", ""),
    ],
)
def test_bibtex_dates(fields: str, date: str) -> None:
    assert records(f"@misc{{k, {fields}}}")[0].date == date


def test_broken_entries_do_not_take_others_along(caplog: pytest.LogCaptureFixture) -> None:
    text = "@book{a, title={A}}\n@book{b, title={B\n@book{c, title={C}, title={D}}\n@book d, title\n@book{, title={E}}\n"
    with caplog.at_level(logging.CRITICAL):
        found, problems = read_library(text, "l.bib")
    assert [(record.key, record.title) for record in found] == [("a", "A"), ("c", "C")]
    assert [(one.slug, one.span.line) for one in problems] == [("library-entry-broken", line) for line in (2, 3, 4, 5)]


def test_nothing_reaches_the_terminal() -> None:
    """In a process of its own: here the test runner would catch what is logged."""
    program = "from fontes.shelf.library import read_library; read_library('@book{b, title={B', 'l.bib')"
    there = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=there)
    assert (ran.stdout, ran.stderr) == ("", "")


def test_a_csl_entry() -> None:
    record = csl(
        type="book",
        title="The <i>Great</i> Terror",
        author=[{"family": "Conquest", "given": "Robert"}, {"literal": "KGB"}, {"family": "Mise", "non-dropping-particle": "van"}],
        issued={"date-parts": [[1968]]},
        publisher="Macmillan",
        **{"publisher-place": "London", "container-title": "S", "DOI": "10.1/x", "citation-key": "conquest1968"},
    )
    assert record.key == "conquest1968"
    assert record.title == "The Great Terror"
    assert record.authors == ("Conquest, Robert", "KGB", "van Mise")
    assert (record.date, record.place, record.container, record.doi) == ("1968", "London", "S", "10.1/x")
    assert ("issued", '{"date-parts": [[1968]]}') in record.raw


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"raw": "c. 1120"}, "c. 1120"),
        ({"literal": "before the war"}, "before the war"),
        ({"date-parts": [["1937", 6, 1]]}, "1937-06-01"),
        ({"date-parts": [[1936], [1938, 2]]}, "1936/1938-02"),
        ({"date-parts": [[793]], "circa": True}, "0793~"),
        ({"date-parts": [[1937]], "season": 1}, "1937-21"),
        ({"date-parts": [[-44]]}, "-44"),
        ({"date-parts": [[]]}, ""),
        ({"date-parts": "odd"}, ""),
        (None, ""),
        ("1937", "1937"),
    ],
)
def test_csl_dates(issued: object, date: str) -> None:
    assert csl(issued=issued).date == date


def test_csl_entries_have_their_lines_and_a_break_keeps_what_stands_before() -> None:
    text = '[\n  {"id": "a"},\n  {"title": "no id"},\n  7,\n\n  {"id": 5},\n  {"id": "b" "c"}\n]'
    found, problems = read_library(text, "l.json")
    assert [(record.key, record.line) for record in found] == [("a", 2), ("5", 6)]
    assert [one.span.line for one in problems] == [3, 4, 7]


def test_items_in_an_object() -> None:
    assert [record.key for record in records('{"items": [{"id": "a"}]}', "l.json")] == ["a"]


@pytest.mark.parametrize("text", ["", "{}", "nonsense", '{"a": 1}', "[" * 100_000, "[1"])
def test_what_is_no_csl(text: str) -> None:
    found, problems = read_library(text, "l.json")
    assert found == () and problems and {one.slug for one in problems} <= {"library-broken", "library-entry-broken"}


def test_an_empty_list_is_an_empty_bibliography() -> None:
    assert records("[]", "l.json") == () and records("", "l.bib") == ()
