"""CSL-JSON, entry by entry, so that each has its line and a broken one does not take those before it along.

Format: Citation Style Language, input data schema 1.0.2. A date with ``raw`` or ``literal`` is kept as it is; ``date-parts``
are written as EDTF, which says no more than the parts do (years before our era stay as the file has them).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from fontes.diagnostics import Diagnostic, Span
from fontes.shelf.record import ENTRY_BROKEN, LIBRARY_BROKEN, Read, Record, line_of

_SPACE = re.compile(r"[\s]*")
_ITEMS = re.compile(r'\s*\{\s*"items"\s*:\s*')
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|span)(?:\s[^<>]*)?>")
_DECODER = json.JSONDecoder()
_TEXTS = (str, int, float)


def csl_records(text: str, file: str) -> Read:
    """The entries of a CSL-JSON file: a list of them, or an object with the list under ``items``."""
    listed = _ITEMS.match(text)
    start = listed.end() if listed else _skip(text, 0)
    if text[start : start + 1] != "[":
        return (), (LIBRARY_BROKEN.at(line_of(file, 1), f"'{file}' is not a list of entries in CSL-JSON."),)
    records: list[Record] = []
    problems: list[Diagnostic] = []
    line, counted = 1, 0
    try:
        for at, entry in _elements(text, start + 1):
            line, counted = line + text.count("\n", counted, at), at
            found = _record(entry, file, line)
            if isinstance(found, Record):
                records.append(found)
            else:
                problems.append(found)
    except json.JSONDecodeError as broken:
        place = Span(file, broken.lineno, broken.colno, broken.lineno, broken.colno + 1)
        problems.append(ENTRY_BROKEN.at(place, f"{broken.msg}. Nothing from this entry on is read."))
    except RecursionError:
        problems.append(LIBRARY_BROKEN.at(line_of(file, line), "It is nested too deeply to be a bibliography."))
    return tuple(records), tuple(problems)


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _elements(text: str, at: int) -> Iterator[tuple[int, object]]:
    """The elements of a list and where each begins; ``at`` is the place after the opening bracket."""
    at = _skip(text, at)
    if text[at : at + 1] == "]":
        return
    while True:
        value, end = _DECODER.raw_decode(text, at)
        yield at, value
        at = _skip(text, end)
        if text[at : at + 1] == "]":
            return
        if text[at : at + 1] != ",":
            raise json.JSONDecodeError("A comma or the end of the list was expected here", text, at)
        at = _skip(text, at + 1)


def _record(entry: object, file: str, line: int) -> Record | Diagnostic:
    if not isinstance(entry, Mapping):
        return ENTRY_BROKEN.at(line_of(file, line), "An entry is an object in braces.")
    key = _text(entry, "citation-key") or _text(entry, "id")
    if not key:
        return ENTRY_BROKEN.at(line_of(file, line), "The entry has no id, so that nothing can cite it.")
    return Record(
        key=key,
        kind=_text(entry, "type"),
        title=_MARKUP.sub("", _text(entry, "title")),
        authors=_names(entry.get("author")) or _names(entry.get("editor")),
        date=_date(entry.get("issued")),
        container=_MARKUP.sub("", _text(entry, "container-title")),
        publisher=_text(entry, "publisher"),
        place=_text(entry, "publisher-place"),
        pages=_text(entry, "page"),
        doi=_text(entry, "DOI"),
        url=_text(entry, "URL"),
        raw=tuple((str(name), _plain(value)) for name, value in entry.items()),
        file=file,
        line=line,
    )


def _text(entry: Mapping[str, object], name: str) -> str:
    value = entry.get(name)
    return str(value).strip() if isinstance(value, _TEXTS) and not isinstance(value, bool) else ""


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _names(people: object) -> tuple[str, ...]:
    listed = people if isinstance(people, list) else []
    return tuple(name for one in listed if isinstance(one, Mapping) and (name := _name(one)))


def _name(one: Mapping[str, object]) -> str:
    particle = _text(one, "non-dropping-particle")
    family = " ".join(part for part in (particle, _text(one, "family")) if part)
    given = " ".join(part for part in (_text(one, "given"), _text(one, "dropping-particle")) if part)
    parts = (family, _text(one, "suffix"), given)
    return _text(one, "literal") or ", ".join(part for part in parts if part)


def _date(issued: object) -> str:
    if isinstance(issued, _TEXTS):
        return str(issued)
    if not isinstance(issued, Mapping):
        return ""
    parts = issued.get("date-parts")
    written = _text(issued, "raw") or _text(issued, "literal")
    return written or _of_parts(parts if isinstance(parts, list) else [], issued)


def _of_parts(parts: list[object], issued: Mapping[str, object]) -> str:
    days = [_day(part) for part in parts if isinstance(part, list) and part]
    season, circa = _text(issued, "season"), issued.get("circa")
    if len(days) == 1 and season in ("1", "2", "3", "4") and "-" not in days[0][1:]:
        days = [f"{days[0]}-2{season}"]
    about = "~" if circa not in (None, False, 0, "", "0", "false") else ""
    return "/".join(day + about for day in days if day)


def _day(part: list[object]) -> str:
    year, *rest = (str(one).strip() for one in part)
    front = year.zfill(4) if year.isdecimal() else year
    return "-".join([front, *(one.zfill(2) for one in rest)])
