"""``fontes date``: the keys of its JSON, its sentences, and status 1 for what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fontes.cli.commands import app

KEYS = ["edtf", "earliest", "latest", "start", "end", "calendar", "assumptions", "rest"]


def said(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["date", *words])
    return done.exit_code, done.output


def values(text: str, *more: str) -> dict[str, object]:
    status, output = said(text, "--json", *more)
    found: dict[str, object] = json.loads(output)
    assert status == (1 if found["rest"] else 0)
    assert list(found)[: len(KEYS)] == KEYS
    return {key: found[key] for key in KEYS}


def test_the_keys_and_their_values() -> None:
    assert values("winter 1936") == {
        "edtf": "[1935-24,1936-24]", "earliest": "1935-12-01", "latest": "1937-02-28", "start": ["1935-12-01", "1937-02-28"],
        "end": ["1935-12-01", "1937-02-28"], "calendar": "gregorian", "assumptions": ["winter-wide"], "rest": "",
    }  # fmt: skip
    assert values("26 October/8 November 1917")["calendar"] == "double"
    assert values("1936/..")["end"] == ["open", "open"] and values("1936/")["end"] == ["1936-01-01", "unknown"]
    assert values("shortly after plenum")["edtf"] is None


@pytest.mark.parametrize(
    ("text", "rest"), [("June 12 1937 or so", "or so"), ("once upon a time", "once upon a time"), ("1937-02-30", "30"), ("", "")]
)
def test_what_is_refused_ends_with_status_1_and_names_the_part(text: str, rest: str) -> None:
    status, output = said(text, "--json")
    found = json.loads(output)
    assert status == 1 and found["rest"] == rest and found["reason"]
    assert (found["edtf"], found["earliest"], found["start"], found["assumptions"]) == (None, None, [None, None], [])
    status, output = said(text)
    assert status == 1 and f"'{rest}'" in output


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("winter 1936", ["earliest 1935-12-01, latest 1937-02-28.", "In EDTF: [1935-24,1936-24]", "December to February"]),
        ("26 October 1917 O.S.", ["1917-11-08.", "Julian calendar; the days below are Gregorian", "In EDTF: 1917-11-08"]),
        ("1936/..", ["begins between 1936-01-01 and 1936-12-31; has no end (open)."]),
        ("until 1937", ["begins by 1937-12-31; ends between 1937-01-01 and 1937-12-31."]),
        ("1936/", ["ends on 1936-01-01 or later."]),
        ("throughout 1936", ["begins on 1936-01-01; ends on 1936-12-31."]),
        ("before 1917?", ["earliest unknown, latest 1916-12-31.", "Doubtful (?)"]),
        ("four months before trial", ["It hangs on 'trial': 105 to 138 days before it.", "may be off by 15 days"]),
        ("more than 2 weeks after trial", ["11 days after it, or more."]),
        ("during trial", ["It hangs on 'trial': during it."]),
        ("from early 1936 to 1937", ["EDTF cannot say this."]),
    ],
)
def test_the_sentences(text: str, sentences: list[str]) -> None:
    status, output = said(text)
    assert status == 0
    for sentence in sentences:
        assert sentence in output


def test_read_as_in_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.fontes").write_text('corpus c "C"\n  profile shortly "0 to 30 days"\n', encoding="utf-8")
    status, output = said("shortly after 1937-06-12", "--in", str(tmp_path))
    assert status == 0 and "latest 1937-07-12" in output and "0 to 30 days" in output
    assert "latest 1937-08-11" in said("shortly after 1937-06-12")[1]
