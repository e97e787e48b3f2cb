"""What is no EDTF: the classes of wrong strings, and another validator as oracle where it is installed."""

from __future__ import annotations

from itertools import product

import pytest

from fontes.dates import NotUnderstood, When, read

CLASSES = {
    "a time with a part too short": ["1999-05-06T11:22:3", "1999-05-06T1:22:33", "1999-05-06T11:2:33", "1999-05-06T11:22"],
    "a time after a small t, or a zone with more after it": ["1999-05-06t11:22:33", "1999-05-06T11:22:33Z05", "1999-05-06T11:22:33+5"],
    "a time after less than a day": ["1999-05T11:22:33", "1999T11:22:33", "1999-21T11:22:33"],
    "more than one stroke, or words for open and unknown": ["1931/1932/1933/1934", "1931///1933", "nothing/unknown", "unknown/1931", "1931/open"],
    "another stroke": ["1931\\1933", "1931|1933", "1931//1933"],
    "an end without its year": ["1931/11-11", "1931-10/11", "1931-10-05/06"],
    "an end that lies before the beginning": ["0700/-0888", "-0900/-1900", "0900/-1900", "0002/0001", "0000/-0002", "1933/1932", "Y-62000/Y-63000"],
    "signs in front of the year": ["+19370612", "+1937", "+1937?~", "-0000", "--1937"],
    "the writing before 2019": ["y1937", "y170000002", "193u", "1937-uu", "193x", "1937?~", "2004-(06)?-11", "(2004)-06", "y17e7", "y17101e4p3",
        "open/1937",
                                "2001-21^southernHemisphere"],
    "Y before a short year": ["Y1937", "Y937", "Y0012000"],
    "days and months that do not exist": ["1937-06-31", "1937-02-29", "1900-02-29", "1937-13", "1937-00", "1937-06-00", "1937-06-32", "1937-20",
        "1937-42"],
    "space within": ["1937- 06-12", "1937-06 -12", "1937-06- 12", "19 37-06-12", "1937-0 6-12", "[1 937-06,1938]", "[1937, 1938]"],
    "without the hyphens, or with too few digits": ["19370612", "193706", "937", "37-06-12", "1937-6-12", "1937-06-1", "1937-W23", "1937-163"],
    "sets without an end, or with nothing in them": ["[1937", "1937]", "[]", "{}", "[1937,]", "[,1937]", "[1937}", "[1937..1936]", "[1937/1938]"],
    "open inside a set": ["[1934,..1936]", "[1934..,1936]", "{1934,..1936}", "[..]"],
    "signs that cannot be there": ["19?37", "1937-0?6", "1937!", "1937-06-12~~", "?1937?", "1937-?06?", "~1937~-06"],
    "significant digits and exponents that say nothing": ["1937S0", "1937S5", "1937S", "Y1937E", "YE7", "Y17E", "S2"],
    "digits of other scripts": ["١٩٣٧", "१९३७", "１９３７"],
}  # fmt: skip
"""In our own words and with our own strings; they cover what the tests of edtf-validate 2.0.0 refuse, but for two kinds (below)."""

OVERLAPPING = ["1937-06-15/1937-06", "1937-02/1937"]
"""edtf-validate refuses an end whose first day is before that of the beginning. The specification calls `2004-02-01/2005` 'beginning on 1 February
and ending sometime in 2005'; by the same words these begin on a day and end sometime later in the same month or year, and are read."""


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in CLASSES.items() for text in texts])
def test_no_string_of_these_classes_is_read(kind: str, text: str) -> None:
    found = read(text)
    if text == "937":  # three digits are a year in words, as in 'June 987'; they are no EDTF
        assert isinstance(found, When) and found.written == "0937"
        return
    assert isinstance(found, NotUnderstood), kind
    assert text[found.offset : found.offset + len(found.rest)] == found.rest and found.reason


@pytest.mark.parametrize("text", OVERLAPPING)
def test_a_span_within_one_unit_is_read(text: str) -> None:
    found = read(text)
    assert isinstance(found, When) and found.start[0] == found.end[0]


def test_beside_another_validator() -> None:
    """Every string made of the parts of the format that one of the two refuses and the other reads is of a kind named here."""
    other = pytest.importorskip("edtf_validate.valid_edtf", reason="edtf-validate 2.0.0 (BSD) is not installed").is_valid
    years, months, days = (
        ("1937", "193X", "19XX", "-0044", "0000", "1900"),
        ("00", "02", "06", "12", "13", "XX", "1X"),
        ("00", "01", "29", "30", "31", "32", "XX"),
    )
    texts = [*years, *(f"{y}-{m}" for y, m in product(years, months)), *(f"{y}-{m}-{d}" for y, m, d in product(years, months, days))]
    texts += [f"{y}-{s}" for y in ("1937", "1900") for s in range(20, 43)]
    texts += [f"{text}{sign}" for text in ("1937", "1937-06", "1937-06-12") for sign in ("?", "~", "%", "?~", "!")]
    texts += [f"{a}/{b}" for a, b in product(("1937", "1937-06", "1937-06-12", "..", ""), repeat=2)]
    texts += ["Y170000002", "Y-170000002", "Y17E7", "1950S2", "[1667,1668,1670..1672]", "{1960,1961-12}", "[..1984]", "1985-04-12T23:20:30Z"]
    ours = {text: isinstance(read(text), When) for text in texts}
    differ = sorted(text for text in texts if bool(other(text)) != ours[text])
    kinds = [text for text in differ if _named(text) == ""]
    assert kinds == [], kinds


def _named(text: str) -> str:
    """Why the two may differ on a string; nothing, if they may not."""
    if text in ("1900-02-29", "1937-02-29"):
        return "29 February of a year that is no leap year, which the other reads"
    begin, _, end = text.partition("/")
    if end and begin != ".." and end.startswith(begin[:4]) and begin > end:
        return "a span within one unit"
    if begin in ("", "..") and end in ("", "..") and "/" in text:
        return "no date on either side"
    return ""
